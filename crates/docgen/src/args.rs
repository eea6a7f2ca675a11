//! What can be typed: the commands and their options. `usage` shows and explains them.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use docgen_pdf::PdfStandard;

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "docgen",
    version,
    about = "公文生成工具：一个 YAML 文件，生成符合 GB/T 9704-2012 的 PDF 和 DOCX",
    override_usage = "docgen <命令> [选项]",
    help_template = TEMPLATE,
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    after_help = "退出状态：0 正常；1 文件有错误；2 程序未能完成工作。"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) shared: Shared,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Options of every command.
#[derive(Debug, ClapArgs)]
pub(crate) struct Shared {
    /// 消息的语言：zh（默认）、en
    #[arg(long, global = true, value_name = "语言", hide_possible_values = true)]
    #[arg(hide_default_value = true, default_value = "zh", display_order = 90)]
    pub(crate) lang: LangArg,
    /// 颜色：auto（默认，终端上有）、always、never
    #[arg(long, global = true, value_name = "何时", hide_possible_values = true)]
    #[arg(hide_default_value = true, default_value = "auto", display_order = 91)]
    pub(crate) color: ColorArg,
    /// 只显示错误
    #[arg(short, long, global = true, display_order = 92)]
    pub(crate) quiet: bool,
    /// 显示帮助
    #[arg(short, long, global = true, action = clap::ArgAction::Help, display_order = 93)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 生成 PDF 和 DOCX
    #[command(help_template = TEMPLATE, override_usage = "docgen render [选项] <文件>...")]
    Render(RenderArgs),
    /// 只检查，列出全部问题，不写文件
    #[command(help_template = TEMPLATE, override_usage = "docgen check [选项] <文件>...")]
    Check(CheckArgs),
    /// 整理文件：排法、键的语言划一，注释不动
    #[command(help_template = TEMPLATE, override_usage = "docgen fmt [选项] <文件>...")]
    Fmt(FmtArgs),
    /// 输出带注释的示例文件
    #[command(help_template = TEMPLATE, override_usage = "docgen new [选项]")]
    New(NewArgs),
    /// 输出 JSON Schema，供编辑器使用
    #[command(help_template = TEMPLATE, override_usage = "docgen schema")]
    Schema,
    /// 取出 DOCX 里附的 YAML 原文
    #[command(help_template = TEMPLATE, override_usage = "docgen extract <DOCX 文件>")]
    Extract(ExtractArgs),
    /// 列出各字体角色所用的字体
    #[command(help_template = TEMPLATE, override_usage = "docgen fonts [选项]")]
    Fonts(FontsArgs),
    /// 列出版式：与标准的每处不同、条款、理由
    #[command(help_template = TEMPLATE, override_usage = "docgen profiles [选项] [名称或文件]")]
    Profiles(ProfilesArgs),
    /// 输出命令补全脚本
    #[command(help_template = TEMPLATE, override_usage = "docgen completions <命令解释器>")]
    Completions(CompletionsArgs),
    /// 列出 check 的检查规则
    #[command(help_template = TEMPLATE, override_usage = "docgen rules")]
    Rules,
    /// 说明一条检查规则：规定、理由、反例、正例
    #[command(help_template = TEMPLATE, override_usage = "docgen explain <规则>")]
    Explain(ExplainArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExtractArgs {
    /// docgen 生成的 DOCX，用文字处理软件改过、另存过的也可以；- 表示标准输入
    #[arg(value_name = "DOCX 文件")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    /// 规则的代码，例如 number-part-sum
    #[arg(value_name = "规则")]
    pub(crate) code: String,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct RenderArgs {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// 生成 PDF（不写 --pdf、--docx 时两种都生成）
    #[arg(long)]
    pub(crate) pdf: bool,
    /// 生成 DOCX
    #[arg(long)]
    pub(crate) docx: bool,
    /// DOCX 中不附 YAML 原文（默认附上，注释也在内）
    #[arg(long)]
    pub(crate) no_source: bool,
    /// DOCX 的公文域用内容控件（默认用书签），供与公文交换系统对接
    #[arg(long)]
    pub(crate) content_controls: bool,
    /// DOCX 嵌入自带开源字体中用到的字，对方没有公文字体也能照样显示
    #[arg(long)]
    pub(crate) embed_fonts: bool,
    /// 读回生成的文件，逐条量规则并列表；有“应当”不合就不输出
    #[arg(long)]
    pub(crate) verify: bool,
    /// 与 --verify 同用，表的形式：human（默认）、json；写到标准输出
    #[arg(long, value_name = "形式", default_value = "human", requires = "verify")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: TableFormat,
    /// 输出文件夹，没有则新建；默认 output
    #[arg(short, long, value_name = "文件夹", default_value = "output")]
    #[arg(hide_default_value = true)]
    pub(crate) output: PathBuf,
    /// 遇到有错误的文件就停（默认做完其余文件，即 --keep-going）
    #[arg(long, conflicts_with = "keep_going")]
    pub(crate) fail_fast: bool,
    /// 有错误的文件不影响其余文件（默认）
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// 不再生成内容没有变化的文件
    #[arg(long)]
    pub(crate) incremental: bool,
    /// 把每份文件的结果写入此文件，每份一行 JSON
    #[arg(long, value_name = "文件")]
    pub(crate) manifest: Option<PathBuf>,
    /// PDF 标准：a-2a（默认，含 PDF/UA-1）、a-1b、a-2u、a-3a、none
    #[arg(long, value_name = "标准", default_value = "a-2a")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub(crate) pdf_standard: StandardArg,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// 报告形式：human（默认）、json、sarif；后两种写到标准输出
    #[arg(long, value_name = "形式", default_value = "human")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: ReportFormat,
    /// 把能放心改的改在文件里，注释和排法不动
    #[arg(long)]
    pub(crate) fix: bool,
    /// 与 --fix 同用：只显示会改什么，不改文件
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// 另外列出所有“允许”和理由
    #[arg(long)]
    pub(crate) list_allows: bool,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct FmtArgs {
    /// YAML 文件；- 表示标准输入，结果写到标准输出
    #[arg(required = true, value_name = "文件", help_heading = "参数")]
    pub(crate) files: Vec<PathBuf>,
    /// 不改文件，只列出还没有整理的；有这样的文件时退出状态为 1
    #[arg(long)]
    pub(crate) check: bool,
}

/// Which documents, and how they are read.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct Documents {
    /// YAML 文件；- 表示标准输入
    #[arg(required = true, value_name = "文件", help_heading = "参数")]
    pub(crate) files: Vec<PathBuf>,
    /// 版式的名称或文件，代替公文中写的；默认 gbt9704-2012
    #[arg(long, value_name = "名称或文件")]
    pub(crate) profile: Option<String>,
    /// 同时处理的文件数；默认与处理器核数相同
    #[arg(short, long, value_name = "数目")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    #[command(flatten)]
    pub(crate) wishes: Wishes,
    #[command(flatten)]
    pub(crate) fonts: FontChoice,
}

/// How findings are judged.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct Wishes {
    /// 不提示这条或这组规则；可写多次
    #[arg(long, value_name = "规则")]
    pub(crate) allow: Vec<String>,
    /// 把这条或这组规则当作警告
    #[arg(long, value_name = "规则")]
    pub(crate) warn: Vec<String>,
    /// 把这条或这组规则当作错误
    #[arg(long, value_name = "规则")]
    pub(crate) deny: Vec<String>,
}

/// Which faces may serve beside the embedded ones.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct FontChoice {
    /// 先用此文件夹中名称相符的字体，其余的在缺字时替补；可写多次
    #[arg(long, value_name = "文件夹")]
    pub(crate) font_dir: Vec<PathBuf>,
    /// 有一类字体只能用自带的替代，就不输出
    #[arg(long)]
    pub(crate) strict_fonts: bool,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct NewArgs {
    /// 格式：common（默认，有版头的公文）、letter（信函）、order（命令）、minutes（纪要）、meeting（会议文件）、plain（普通）
    #[arg(long, value_name = "格式", default_value = "common")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: StarterFormat,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct FontsArgs {
    /// 输出字体的许可证全文
    #[arg(long)]
    pub(crate) licenses: bool,
    #[command(flatten)]
    pub(crate) fonts: FontChoice,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct ProfilesArgs {
    /// 一个版式的名称或文件；不写时列出自带的全部
    #[arg(value_name = "名称或文件", help_heading = "参数")]
    pub(crate) profile: Option<String>,
    /// 列出版式可以改的全部数值：键、标准的值、可写的范围、条款
    #[arg(long)]
    pub(crate) keys: bool,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "选项")]
pub(crate) struct CompletionsArgs {
    /// bash、zsh、fish、powershell 或 elvish
    #[arg(value_name = "命令解释器", help_heading = "参数", hide_possible_values = true)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StarterFormat {
    Common,
    Plain,
    Letter,
    Order,
    Minutes,
    Meeting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StandardArg {
    #[value(name = "a-2a")]
    A2a,
    #[value(name = "a-1b")]
    A1b,
    #[value(name = "a-2u")]
    A2u,
    #[value(name = "a-3a")]
    A3a,
    None,
}

impl StandardArg {
    /// What the PDF backend is asked for.
    pub(crate) const fn standard(self) -> PdfStandard {
        match self {
            Self::A2a => PdfStandard::A2aUa1,
            Self::A1b => PdfStandard::A1b,
            Self::A2u => PdfStandard::A2u,
            Self::A3a => PdfStandard::A3a,
            Self::None => PdfStandard::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
