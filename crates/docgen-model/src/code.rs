//! The stable names of findings: one table.
//!
//! A code never changes its meaning; scripts and CONTRIBUTING.md may rely on it. The prefix
//! says who found it: `input` the reader of bytes, `yaml` the file's form, `doc` its
//! content, `layout` the pages, `profile` a house style, `output` the writer of files.

use std::fmt;

use crate::Bilingual;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $zh:literal;)+) => {
        /// The kind of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
            /// A rule of `docgen-lint`, by its name there.
            Rule(&'static str),
        }

        impl Code {
            /// Every code of the table, in its order; the rules have a table of their own.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// What it says, in a sentence, and in Chinese what to do; of a rule its own table
            /// tells more.
            pub fn about(self) -> Bilingual {
                let (zh, en) = match self {
                    $(Self::$name => ($zh, concat!($($doc),+).trim()),)+
                    Self::Rule(_) => ("编辑的规则。", "A rule of the editor."),
                };
                Bilingual::new(zh, en)
            }

            /// The name that messages print.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                    Self::Rule(name) => name,
                }
            }
        }
    };
}

codes! {
    /// The document's own file cannot be read.
    Unreadable = "input-unreadable", "读不了文件：核对路径和权限。";
    /// The bytes fit no encoding that is read.
    Encoding = "input-encoding", "文件的编码认不出：另存为 UTF-8（或 GB18030）。";
    /// The file is larger than the limit.
    TooLarge = "input-too-large", "文件超过大小上限：拆开，或把图片放到文件外面。";
    /// The file was read as GB18030.
    ReadAsGb18030 = "input-read-as-gb18030", "文件按 GB18030 读入：最好另存为 UTF-8。";
    /// A control character, or one that has no place in a document.
    BadCharacter = "input-bad-character", "有控制字符或不能用于公文的字符：删去它。";
    /// `docgen.toml` cannot be read, or asks for what there is not.
    Settings = "input-settings", "docgen.toml 读不了，或写了没有的项目：照 docs/CHECK.md 改正。";

    /// The file is not YAML.
    Syntax = "yaml-syntax", "文件不是合法的 YAML：照提示的行改正。";
    /// Nested too deeply, or too many values.
    Budget = "yaml-budget", "嵌套太深或值太多：公文用不着，核对缩进。";
    /// The file holds no value, or its top is not a map.
    NotAMap = "yaml-not-a-map", "文件是空的，或顶层不是“键: 值”。";
    /// The same key twice, in whichever language.
    DuplicateKey = "yaml-duplicate-key", "同一个键写了两次（中英文算同一个）：只留一个。";
    /// A key that this format does not have.
    UnknownKey = "yaml-unknown-key", "没有这个键：照提示改正，docgen schema 列出全部。";
    /// A value of the wrong form.
    WrongType = "yaml-wrong-type", "值的形式不对：照提示写成文字、列表或“键: 值”。";
    /// A required key is missing.
    MissingKey = "yaml-missing-key", "缺少必填的键：补上。";
    /// A key without a value.
    NoValue = "yaml-no-value", "键后面没有值：补上，或删去这一行。";
    /// An anchor or an alias.
    Anchor = "yaml-anchor", "用了锚点或别名（& *）：把内容写出来，或加引号。";
    /// A tag.
    Tag = "yaml-tag", "用了标签（!）：去掉，或加引号。";
    /// A merge key.
    MergeKey = "yaml-merge-key", "用了合并键（<<）：把内容写出来。";
    /// A second document in the file.
    SecondDocument = "yaml-second-document", "一个文件里有两份文档（---）：分成两个文件。";
    /// ` #` after a plain text, which YAML would cut short.
    CutByComment = "yaml-cut-by-comment", "不加引号的文字里有“ #”，后面会被当作注释：加引号。";
    /// A full-width colon as separator.
    FullWidthColon = "yaml-full-width-colon", "键后面用了全角冒号：改成半角冒号加空格。";
    /// A tab or U+3000 as indentation.
    Indentation = "yaml-indentation", "用制表符或全角空格缩进：改成半角空格。";
    /// The first line of a text is indented deeper than the rest.
    FirstLineDeeper = "yaml-first-line-deeper", "文字的第一行比下面各行缩进深：对齐。";
    /// ， or 、 inside an item of a flow list.
    CommaInItem = "yaml-comma-in-item", "方括号列表里用了“，”或“、”分项：改成半角逗号。";
    /// A form of YAML that cannot be tidied without changing what it says.
    Untidied = "yaml-untidied", "这种 YAML 写法整理不了而不改变内容：docgen fmt 不动它，请手工改写。";

    /// Asked for, named in the format, but not built yet.
    NotBuilt = "doc-not-built", "格式里有、程序还不会排的内容：先不用。";
    /// A value that is not one of those allowed.
    BadValue = "doc-bad-value", "不是允许的值：照提示改成其中一个。";
    /// Not a date.
    BadDate = "doc-bad-date", "不是日期：写成 2026-03-05。";
    /// A file name that leaves the document's folder, or a file that cannot be read.
    BadFile = "doc-bad-file", "文件名出了文档所在的文件夹，或文件读不了：把文件放到旁边。";
    /// A picture that is none, is damaged, or is larger than the limits.
    BadPicture = "doc-bad-picture", "不是图片、图片损坏或超过上限：换一张。";
    /// A photograph was turned upright as its camera says.
    PictureTurned = "doc-picture-turned", "照片按相机的记录转正了：核对方向。";
    /// A picture with neither 图题 nor 替代文字.
    NoAltText = "doc-no-alt-text", "图片没有图题，也没有替代文字：补上一个。";
    /// Pictures of seals that are missing, not one for each organ, or cannot lie over text.
    SealPicture = "doc-seal-picture", "印章图片没有、与署名机关不是一一对应，或盖不住文字：核对图片。";
    /// No 文种 is given and none ends the title.
    NoKind = "doc-no-kind", "没有写文种，标题末尾也认不出：补上。";
    /// A 发文字号 of the wrong form.
    DocNumber = "doc-number", "发文字号的写法不对：写成 某政发〔2026〕5号。";
    /// A 份号 that is not six digits.
    CopyNumber = "doc-copy-number", "份号不是六位数字：写成 000012。";
    /// 密级 or its period of the wrong form, or without 份号.
    Secrecy = "doc-secrecy", "密级或保密期限的写法不对，或没有份号：写成 秘密★1年，并写份号。";
    /// An upward document without 签发人, or another with one.
    Signer = "doc-signer", "上行文没有签发人，或别的公文写了签发人：补上或删去。";
    /// 成文日期, 署名 or 发文字号 is missing from a final document.
    Incomplete = "doc-incomplete", "定稿缺成文日期、署名或发文字号：补上，或写“稿本: 草稿”。";
    /// A draft with something missing that a final needs.
    Draft = "doc-draft", "草稿缺少定稿要有的内容：定稿前补上。";
    /// An ordinal inside the text of a `heading`.
    OrdinalInHeading = "doc-ordinal-in-heading", "“小标题”里写了序号：删去，程序会接着排。";
    /// `1、` at the start of a line.
    OrdinalForm = "doc-ordinal-form", "行首用了“1、”：改成“1.”。";
    /// A line that looks hard-wrapped.
    HardWrapped = "doc-hard-wrapped", "像是手工断了行：一段写成一行。";
    /// Half-width marks in Chinese text became full-width.
    FullWidthMarks = "doc-full-width-marks", "中文里的半角标点改成了全角。";
    /// A title with a mark at its end.
    TitleMark = "doc-title-mark", "标题末尾有标点：删去。";
    /// A mark at the end of an item of a list, which has its own.
    ItemMark = "doc-item-mark", "名单里一项的末尾有标点：程序去掉了，请删去。";
    /// A blank between Han characters was dropped.
    BlankDropped = "doc-blank-dropped", "去掉了汉字之间的空格。";
    /// A table whose rows and columns do not agree.
    Table = "doc-table", "表格的行与列对不上：核对每行的格数。";
    /// A 会议文件 whose map does not say what its subtitle or salutation needs.
    Meeting = "doc-meeting", "会议文件没有写副标题、称谓要用的内容：补上 meeting 里的键。";
    /// A 分页 that nothing follows.
    PageBreak = "doc-page-break", "分页后面没有内容：删去。";
    /// 此页无正文 in the text.
    NoTextPage = "doc-no-text-page", "写了“此页无正文”：删去，程序会让落款与正文同页。";
    /// An element for which the format has no place, or a 文种 that is not sent in it.
    NotInFormat = "doc-not-in-format", "这种格式没有这个要素，或文种不用这种格式：删去或换格式。";
    /// A 发文机关标志 that is missing, or does not end as its format asks.
    IssuerMark = "doc-issuer-mark", "没有发文机关标志，或结尾不合这种格式：照提示改。";

    /// No face has this character.
    MissingGlyph = "layout-missing-glyph", "没有字体有这个字：换字，或用 --font-dir 给出有它的字体。";
    /// A character was taken from another face.
    FallbackFace = "layout-fallback-face", "这个字用了别的字体：核对字形。";
    /// A line does not fit.
    Overfull = "layout-overfull", "一行排不下：照提示缩短或分行。";
    /// The first page shows no text.
    NoTextOnFirstPage = "layout-no-text-on-first-page", "首页没有正文：缩短版头、标题或主送。";
    /// 主送机关 moved to the 版记, so that the first page shows text.
    RecipientsMoved = "layout-recipients-moved", "主送机关移到了版记，让首页显示正文。";
    /// 署名 and 成文日期 do not fit on a page with text.
    Signature = "layout-signature", "落款与正文同页，为此作了调整；不能同页时照提示改。";
    /// A seal reaches down to the line of the page number.
    SealLow = "layout-seal-low", "印章下边到了页码的位置：可增删一两行。";
    /// The last line of a paragraph is one character.
    ShortLastLine = "layout-short-last-line", "段末一行只有一个字：可增删几个字。";
    /// A line that begins with a mark that joins what stands on both sides of it.
    MarkAtEdge = "layout-mark-at-edge", "一行以连接号开头：可增删几个字。";
    /// A heading with only one line below it at the foot of a page.
    HeadingAtFoot = "layout-heading-at-foot", "页末的小标题下面只有一行：可增删一两行。";
    /// A title that cannot be broken into a trapezoid or rhombus.
    TitleShape = "layout-title-shape", "标题没有排成梯形或菱形：可自己分行。";
    /// A row of a table is higher than a page.
    TableRow = "layout-table-row", "表格的一行比一页还高：拆成几行。";
    /// A picture does not fit as large as asked, or as it is, and was made smaller.
    FigureScaled = "layout-figure-scaled", "图片放不下，缩小了：核对还看不看得清。";
    /// 封面 is higher than a page.
    Cover = "layout-cover", "封面比一页还高：缩短。";
    /// 目录 without an entry, as there is no heading of its levels.
    NoEntries = "layout-no-entries", "目录没有条目：没有所要层次的小标题。";
    /// Headings that go on in their text, which 目录 leaves out.
    EntriesLeftOut = "layout-entries-left-out", "接着写正文的小标题没有进目录。";
    /// 版头 or 版记 is higher than a page.
    TooTall = "layout-too-tall", "版头或版记比一页还高：缩短。";
    /// The size asked for the 发文机关标志 leaves more than two rows above the title.
    HeadGap = "layout-head-gap", "要的机关标志字号让标题上面空出两行以上：换小一些的字号。";

    /// A file of deviations is neither TOML nor YAML.
    ProfileSyntax = "profile-syntax", "版式文件不是 TOML，也不是 YAML：照提示的行改正。";
    /// A key that no profile has.
    ProfileKey = "profile-unknown-key", "版式没有这个键：docgen profiles --keys 列出全部。";
    /// A value of the wrong form.
    ProfileValue = "profile-bad-value", "版式的值形式不对：照提示改正。";
    /// A value out of its sensible range.
    ProfileRange = "profile-out-of-range", "版式的值超出合理的范围：照提示的范围改。";
    /// A deviation without its reason, or a profile without its name.
    ProfileReason = "profile-no-reason", "版式的改动没有理由，或版式没有名字：补上 reason 或 name。";
    /// Values that cannot stand together.
    ProfileConflict = "profile-conflict", "版式的几个值不能同时成立：照提示改其中一个。";
    /// A value that the base has too.
    ProfileSame = "profile-no-deviation", "与基础版式的值相同：删去。";
    /// A document is set otherwise than a clause orders, by its profile.
    ProfileDeviates = "profile-deviates", "版式与标准的规定不同，有理由，照排。";

    /// An output file cannot be written.
    Unwritable = "output-unwritable", "输出文件写不了：核对路径、权限和磁盘空间。";
    /// Read back, an output does not hold a rule that the standard orders.
    Audit = "output-audit", "读回的文件不合标准的规定，或作者写的内容不合：照提示改 YAML 或版式。";

    /// A fault of the program, told instead of a crash.
    Internal = "internal", "程序自己的错：请把 YAML 和这条消息一并报告。";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
