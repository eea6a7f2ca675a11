//! What reading a file finds in its content. Nothing is looked for here: the reader tells it, by
//! codes of `docgen_model`; this table gives them their pages in the manual.

use docgen_model::{Code, Severity};

use super::page::told;
use crate::rule::{Manual, Rule};

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &DOC_NUMBER,
    &COPY_NUMBER,
    &SECRECY,
    &SIGNER,
    &INCOMPLETE,
    &ISSUER_MARK,
    &NO_KIND,
    &BAD_DATE,
    &TITLE_MARK,
    &NO_TEXT_PAGE,
    &ORDINAL_FORM,
    &ORDINAL_IN_HEADING,
    &HARD_WRAPPED,
    &FULL_WIDTH_MARKS,
    &BLANK_DROPPED,
    &NOT_IN_FORMAT,
];

const DOC_NUMBER: Rule = told(
    Code::DocNumber,
    Severity::Error,
    ["发文字号的写法不对", "a 发文字号 of the wrong form"],
    Some([7, 2, 5, 0]),
    Manual {
        source: "GB/T 9704-2012 7.2.5：年份标全称，用六角括号“〔〕”括入；顺序号不加“第”，不编虚位，后加“号”。",
        reason: "文号是公文的名字，归档、引用都靠它。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: ⟦某政发〔2022〕第05号⟧}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
);

const COPY_NUMBER: Rule = told(
    Code::CopyNumber,
    Severity::Error,
    ["份号不是六位数字", "a 份号 that is not six digits"],
    Some([7, 2, 1, 0]),
    Manual {
        source: "GB/T 9704-2012 7.2.1：份号一般用6位3号阿拉伯数字。",
        reason: "涉密公文逐份登记，靠份号区别。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: ⟦12⟧}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000012}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
);

const SECRECY: Rule = told(
    Code::Secrecy,
    Severity::Error,
    ["密级或保密期限的写法不对", "a 密级 or period of the wrong form"],
    Some([7, 2, 2, 0]),
    Manual {
        source: "GB/T 9704-2012 7.2.2；《党政机关公文处理工作条例》第九条：涉密公文标注份号、密级和保密期限。",
        reason: "密级只有绝密、机密、秘密三种，期限用阿拉伯数字。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000012, 密级: ⟦内部⟧}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000012, 密级: 秘密★1年}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
);

const SIGNER: Rule = told(
    Code::Signer,
    Severity::Error,
    [
        "上行文没有签发人，或别的公文写了签发人",
        "an upward document without 签发人, or another with one",
    ],
    Some([7, 2, 6, 0]),
    Manual {
        source: "《党政机关公文处理工作条例》第九条：上行文应当标注签发人姓名。",
        reason: "上级要知道这份请示、报告是谁签发的。",
        wrong: &[
            "格式: 公文\n⟦版头⟧: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于工作情况的报告\n主送: 某某市人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 签发人: 王某某}\n标题: 某某县人民政府关于工作情况的报告\n主送: 某某市人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
);

const INCOMPLETE: Rule = told(
    Code::Incomplete,
    Severity::Error,
    ["缺成文日期、署名或发文字号", "no date, organ or number"],
    Some([7, 3, 5, 4]),
    Manual {
        source: "GB/T 9704-2012 7.2.5、7.3.5：发文字号、署名、成文日期是公文的要素。",
        reason: "定稿不能缺；草稿写“稿本: 草稿”，只是警告。",
        wrong: &[
            "格式: 公文\n⟦版头⟧: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
);

const ISSUER_MARK: Rule = told(
    Code::IssuerMark,
    Severity::Error,
    ["机关标志的写法不对", "a mark that does not end as its format asks"],
    Some([7, 2, 4, 0]),
    Manual {
        source: "GB/T 9704-2012 7.2.4、10.2、10.3：发文机关标志由发文机关全称或规范化简称加“文件”二字组成；命令加“命令”或“令”，纪要是“×××纪要”。",
        reason: "标志是一眼看见的第一行字。",
        wrong: &[
            "格式: 纪要\n版头: {发文机关: 某某县人民政府, 机关标志: ⟦某某县人民政府常务会议⟧, 发文字号: 第5期}\n正文: 会议议定一件事。\n",
        ],
        right: &[
            "格式: 纪要\n版头: {发文机关: 某某县人民政府, 机关标志: 某某县人民政府常务会议纪要, 发文字号: 第5期}\n正文: 会议议定一件事。\n",
        ],
    },
);

const NO_KIND: Rule = told(
    Code::NoKind,
    Severity::Warning,
    ["认不出文种", "no 文种 is found"],
    Some([7, 3, 1, 0]),
    Manual {
        source: "《党政机关公文处理工作条例》第八条：公文种类十五种；第九条：标题由发文机关名称、事由和文种组成。",
        reason: "文种决定行文方向和要不要签发人。",
        wrong: &["⟦标题⟧: 某某县工作情况\n正文: 正文。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 正文。\n"],
    },
);

const BAD_DATE: Rule = told(
    Code::BadDate,
    Severity::Error,
    ["不是日期", "not a date"],
    Some([7, 3, 5, 4]),
    Manual {
        source: "GB/T 9704-2012 7.3.5.4：成文日期中的数字用阿拉伯数字将年、月、日标全。",
        reason: "日历上没有的日子必是笔误。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: 正文。\n落款: {成文日期: ⟦2021-02-30⟧}\n",
        ],
        right: &[
            "标题: 某某县工作情况的报告\n正文: 正文。\n落款: {成文日期: 2021-02-28}\n",
        ],
    },
);

const TITLE_MARK: Rule = told(
    Code::TitleMark,
    Severity::Warning,
    ["标题末尾有标点", "a mark at the end of a title"],
    Some([7, 3, 1, 0]),
    Manual {
        source: "公文用语惯例：标题末尾不加标点。",
        reason: "标题不是句子。",
        wrong: &["标题: 某某县工作情况的报告⟦。⟧\n正文: 正文。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 正文。\n"],
    },
);

const NO_TEXT_PAGE: Rule = told(
    Code::NoTextPage,
    Severity::Error,
    ["写了“此页无正文”", "此页无正文 in the text"],
    Some([7, 3, 5, 5]),
    Manual {
        source: "GB/T 9704-2012 7.3.5.5：当公文排版后所剩空白处不能容下印章时，调整行距、字距。",
        reason: "新国标不用“此页无正文”；程序会让落款与正文同页。",
        wrong: &["标题: 某某县工作情况的报告\n正文: |\n  正文。\n  （⟦此页无正文⟧）\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 正文。\n"],
    },
);

const ORDINAL_FORM: Rule = told(
    Code::OrdinalForm,
    Severity::Warning,
    ["用了“1、”", "1、 at the beginning of a line"],
    Some([7, 3, 3, 0]),
    Manual {
        source: "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。",
        reason: "“1、”不是公文的序号，不会排成小标题。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: |\n  ⟦1、⟧加强领导。\n  ⟦2、⟧落实责任。\n",
        ],
        right: &["标题: 某某县工作情况的报告\n正文: |\n  1.加强领导。\n  2.落实责任。\n"],
    },
);

const ORDINAL_IN_HEADING: Rule = told(
    Code::OrdinalInHeading,
    Severity::Error,
    ["小标题里写了序号", "an ordinal inside a heading"],
    Some([7, 3, 3, 0]),
    Manual {
        source: "GB/T 9704-2012 7.3.3。",
        reason: "“小标题”的序号由程序接着排，再写就重复了。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文:\n  - 小标题: ⟦一、⟧主要工作\n  - 正文。\n",
        ],
        right: &["标题: 某某县工作情况的报告\n正文:\n  - 小标题: 主要工作\n  - 正文。\n"],
    },
);

const HARD_WRAPPED: Rule = told(
    Code::HardWrapped,
    Severity::Warning,
    ["像是手工断了行", "a line that looks hard-wrapped"],
    None,
    Manual {
        source: "GB/T 9704-2012 7.3.3：每个自然段左空二字，回行顶格。",
        reason: "一行是一段；从网页、PDF复制的文字常在行末断开，会排成许多段。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: |\n  全面推行行政执法公示制度和执法全过程记录制度以及重⟦大⟧\n  执法决定法制审核制度。\n",
        ],
        right: &["标题: 某某县工作情况的报告\n正文: 全面推行行政执法公示制度。\n"],
    },
);

const FULL_WIDTH_MARKS: Rule = told(
    Code::FullWidthMarks,
    Severity::Note,
    ["半角标点改成了全角", "half-width marks became full-width"],
    None,
    Manual {
        source: "GB/T 15834-2011 5.1：中文标点占一个字的位置。",
        reason: "已经改好，说一声；docgen check --fix 把文件也改过来。",
        wrong: &["标题: 某某县工作情况的报告\n正文: 坚持法治⟦,⟧推进建设。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 坚持法治，推进建设。\n"],
    },
);

const BLANK_DROPPED: Rule = told(
    Code::BlankDropped,
    Severity::Note,
    ["去掉了汉字之间的空格", "a blank between Han characters was dropped"],
    None,
    Manual {
        source: "GB/T 15834-2011、排版惯例：汉字之间不空。",
        reason: "多由复制带来；要空一字的（姓名两字）用全角空格。",
        wrong: &["标题: 某某县工作情况的报告\n正文: 坚持⟦ ⟧法治。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 坚持法治。\n"],
    },
);

const NOT_IN_FORMAT: Rule = told(
    Code::NotInFormat,
    Severity::Warning,
    ["这种格式没有这个要素", "an element for which the format has no place"],
    None,
    Manual {
        source: "GB/T 9704-2012 第10章：信函、命令、纪要各有自己的要素。",
        reason: "写了也没有地方印，先说清楚。",
        wrong: &[
            "格式: 命令\n版头: {发文机关: 某某市人民政府, 机关标志: 某某市人民政府令, 发文字号: 第12号}\n⟦主送⟧: 各县人民政府\n正文: 现予公布。\n落款: {印章: 签名章, 职务: 市长, 姓名: 李某某, 成文日期: 2026-03-05}\n",
        ],
        right: &[
            "格式: 命令\n版头: {发文机关: 某某市人民政府, 机关标志: 某某市人民政府令, 发文字号: 第12号}\n正文: 现予公布。\n落款: {印章: 签名章, 职务: 市长, 姓名: 李某某, 成文日期: 2026-03-05}\n",
        ],
    },
);
