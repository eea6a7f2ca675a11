//! What layout finds on the finished pages. Nothing is looked for here: the pages are laid out
//! elsewhere, and what they show is told there, by codes of `docgen_model`; this table gives
//! them their pages in the manual.

use docgen_model::{Code, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &MISSING_GLYPH,
    &FALLBACK_FACE,
    &OVERFULL,
    &SHORT_LAST_LINE,
    &MARK_AT_EDGE,
    &HEADING_AT_FOOT,
    &SIGNATURE,
    &SEAL_LOW,
    &TITLE_SHAPE,
    &RECIPIENTS_MOVED,
    &NO_TEXT_ON_FIRST_PAGE,
    &HEAD_GAP,
    &TOO_TALL,
    &TABLE_ROW,
    &FIGURE_SCALED,
    &COVER,
    &NO_ENTRIES,
    &ENTRIES_LEFT_OUT,
];

/// A rule whose findings are told elsewhere.
pub(super) const fn told(
    code: Code,
    severity: Severity,
    title: [&'static str; 2],
    clause: Option<[u8; 4]>,
    manual: Manual,
) -> Rule {
    Rule { code: code.as_str(), severity, title, clause, manual, check: told_elsewhere }
}

fn told_elsewhere(_: &Script<'_>, _: &mut Findings) {}

const MISSING_GLYPH: Rule = told(
    Code::MissingGlyph,
    Severity::Error,
    ["没有字体收录的字符", "a character that no face has"],
    Some([5, 2, 2, 0]),
    Manual {
        source: "GB/T 9704-2012 5.2.2：各要素有规定的字体。",
        reason: "缺字会印成方框或空白；人名缺字更是大事。",
        wrong: &["标题: 某某县工作情况的报告\n正文: 群众⟦😀⟧满意。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 群众满意。\n"],
    },
);

const FALLBACK_FACE: Rule = told(
    Code::FallbackFace,
    Severity::Note,
    ["字符取自别类字体", "a character from the face of another class"],
    Some([5, 2, 2, 0]),
    Manual {
        source: "GB/T 9704-2012 5.2.2：各要素有规定的字体。",
        reason: "应有的字体没有这个字，用别类字体替补，笔画会与旁边的字不同。",
        wrong: &["标题: 关于表彰先进个人的通报\n正文: 表彰周⟦𠮷⟧同志。\n"],
        right: &["标题: 某某县工作情况的报告\n正文: 群众满意。\n"],
    },
);

const OVERFULL: Rule = told(
    Code::Overfull,
    Severity::Error,
    ["一行或一张表格排不下", "a line or a table that does not fit"],
    Some([5, 2, 1, 0]),
    Manual {
        source: "GB/T 9704-2012 5.2.1：版心156 mm×225 mm。",
        reason: "排出版心的字会被裁掉。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: ⟦某某县人民政府⟧, 发文字号: 某政发〔2022〕5号, 标志字号: 400pt}\n\
             标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &["标题: 某某县工作情况的报告\n正文: 群众满意。\n"],
    },
);

const SHORT_LAST_LINE: Rule = told(
    Code::ShortLastLine,
    Severity::Note,
    ["段末一行只有一个字", "a last line of one character"],
    None,
    Manual {
        source: "排版惯例：单字不成行。",
        reason: "一个字占一行，难看，也白占一行；增删一两个字就好。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: 全面推行行政执法公示、执法全过程记录制度、法制审核制⟦度。⟧\n",
        ],
        right: &[
            "标题: 某某县工作情况的报告\n正文: 全面推行行政执法公示制度和执法全过程记录制度以及法制审核制度。\n",
        ],
    },
);

const MARK_AT_EDGE: Rule = told(
    Code::MarkAtEdge,
    Severity::Note,
    ["一行以连接号开头", "a line that begins with a connecting mark"],
    None,
    Manual {
        source: "GB/T 15834—2011 5.1：连接号、分隔号不出现在一行的开头。",
        reason: "文字处理软件在这里断行，调字距也移不开；增删一两个字就好。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: 全面推行行政执法公示制度和执法全过程记录以后增长63%⟦～⟧68%左右。\n",
        ],
        right: &[
            "标题: 某某县工作情况的报告\n正文: 全面推行行政执法公示制度后增长63%～68%左右。\n",
        ],
    },
);

const HEADING_AT_FOOT: Rule = told(
    Code::HeadingAtFoot,
    Severity::Note,
    [
        "小标题在页末，下面只有一行",
        "a heading with one line below it at the foot of a page",
    ],
    None,
    Manual {
        source: "排版惯例：小标题与它下面的文字同页；程序保证至少一行。",
        reason: "页末只剩标题和一行字，翻页才读得到内容；增删几个字就好。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: |\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  \
             正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  \
             ⟦一、存在问题⟧\n  全面推行行政执法公示制度和执法全过程记录制度以及法制审核制度。\n",
        ],
        right: &[
            "标题: 某某县工作情况的报告\n正文: |\n  一、存在问题\n  全面推行行政执法公示制度和执法全过程记录制度以及法制审核制度。\n",
        ],
    },
);

const SIGNATURE: Rule = told(
    Code::Signature,
    Severity::Note,
    ["落款与正文同页，为此作了调整", "what was done to keep the signature with text"],
    Some([7, 3, 5, 5]),
    Manual {
        source: "GB/T 9704-2012 7.3.5.5：排版后所剩空白处不能容下印章或签发人签名章、成文日期时，调整行距、字距。",
        reason: "不许“此页无正文”；程序缩小标志、减空行、调字距或移几行，说明用了哪一种。都不行时落款另页，或在署名的行间分页，并作警告。",
        wrong: &[
            "标题: 某某县工作情况的报告\n正文: |\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  \
             正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n  正文。\n\
             落款: {署名: ⟦某某县人民政府⟧, 成文日期: 2022-01-18}\n",
        ],
        right: &[
            "标题: 某某县工作情况的报告\n正文: 正文。\n落款: {署名: 某某县人民政府, 成文日期: 2022-01-18}\n",
        ],
    },
);

/// A page with one wrong example; right is what has nothing of the kind.
const fn example(
    wrong: &'static [&'static str; 1],
    source: &'static str,
    reason: &'static str,
) -> Manual {
    let right = &["标题: 某某县工作情况的报告\n正文: 群众满意。\n"];
    Manual { source, reason, wrong, right }
}

const TITLE_SHAPE: Rule = told(
    Code::TitleShape,
    Severity::Warning,
    ["标题没有排成梯形或菱形", "a title that makes no trapezoid or rhombus"],
    Some([7, 3, 1, 0]),
    example(
        &[
            "标题: ⟦InternationalInformationTechnologies研讨会InternationalInformationTechnologies报告⟧\n\
             正文: 正文。\n",
        ],
        "GB/T 9704-2012 7.3.1：标题回行时，排列应当使用梯形或菱形。",
        "按词断行，没有一种断法成形，或自己写的几行不成形；可改写标题，或另行分行。",
    ),
);

const SEAL_LOW: Rule = told(
    Code::SealLow,
    Severity::Note,
    ["印章下边到了页码的位置", "a seal that reaches down to the page number"],
    Some([7, 3, 5, 1]),
    example(
        &["标题: 某某县工作情况的报告\n正文: |\n  \
             甲。\n  乙。\n  丙。\n  丁。\n  戊。\n  \
             甲。\n  乙。\n  丙。\n  丁。\n  戊。\n  \
             甲。\n  乙。\n  丙。\n  丁。\n  戊。\n\
             落款: {署名: ⟦某某县人民政府⟧, 成文日期: 2022-01-18, 印章: 加盖}\n"],
        "GB/T 9704-2012 7.3.5.1：印章端正、居中下压发文机关署名和成文日期；7.5：页码在版心下边缘之下7 mm。",
        "成文日期在版心最后一行时，印章会伸出版心，盖到页码那一行；正文增删一两行即可避开。",
    ),
);

const RECIPIENTS_MOVED: Rule = told(
    Code::RecipientsMoved,
    Severity::Note,
    ["主送机关移到了版记", "recipients that moved to the 版记"],
    Some([7, 3, 2, 0]),
    example(
        &["格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n\
             标题: 某某县人民政府关于值班工作的通知\n主送:\n  \
             - ⟦某某县第一街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第二街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第三街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第四街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第五街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第六街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第七街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第八街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第九街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第十街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第十一街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第十二街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第十三街道办事处和便民服务中心及综合行政执法队\n  \
             - 某某县第十四街道办事处和便民服务中心及综合行政执法队⟧\n正文: 请做好值班工作。\n\
             落款: {成文日期: 2022-01-18}\n\
             版记: {印发机关: 某某县人民政府办公室, 印发日期: 2022-01-18}\n"],
        "GB/T 9704-2012 7.3.2：主送机关名称过多导致公文首页不能显示正文时，应当将主送机关名称移至版记。",
        "程序照此移动，说一声。",
    ),
);

const NO_TEXT_ON_FIRST_PAGE: Rule = told(
    Code::NoTextOnFirstPage,
    Severity::Warning,
    ["首页没有正文", "page 1 without text"],
    Some([7, 3, 3, 0]),
    Manual {
        source: "GB/T 9704-2012 7.3.3：公文首页必须显示正文。",
        reason: "只有版头和标题的首页不合格式；程序先缩小标志、把主送移到版记，仍无正文时照印并提示。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 标志字号: 400pt}\n\
             标题: ⟦某某县人民政府关于开展检查的通知⟧\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &["标题: 某某县工作情况的报告\n正文: 群众满意。\n"],
    },
);

const HEAD_GAP: Rule = told(
    Code::HeadGap,
    Severity::Warning,
    ["机关标志与下面的要素距离过大", "a mark far above what stands below it"],
    Some([10, 1, 0, 0]),
    example(
        &["格式: 信函\n\
             版头: {发文机关: 某某县人民政府, 标志字号: ⟦36pt⟧, 发文字号: 某政函〔2022〕5号}\n\
             标题: 某某县人民政府关于支持防洪工程建设的函\n主送: 某某市水务局\n正文: 请研究函复。\n\
             落款: {成文日期: 2022-01-18}\n"],
        "GB/T 9704-2012 10.1：信函各要素的位置。",
        "指定的标志字号使标题上方空出不止两行。",
    ),
);

const TOO_TALL: Rule = told(
    Code::TooTall,
    Severity::Error,
    ["版头或版记比一页高", "a head or 版记 higher than a page"],
    Some([7, 1, 0, 0]),
    example(
        &["格式: 命令\n\
             版头: {发文机关: 某某市人民政府, 机关标志: 某某市人民政府令, 份号: 000001, 密级: 秘密★1年, 紧急程度: ⟦特急⟧, 发文字号: 第12号}\n\
             正文: 现予公布。\n落款: {职务: 市长, 成文日期: 2022-01-18}\n"],
        "GB/T 9704-2012 7.1、7.4：版头、版记各在一页之内。",
        "内容太多，排不下。",
    ),
);

const TABLE_ROW: Rule = told(
    Code::TableRow,
    Severity::Error,
    [
        "表格的一行比一页高，不能分页",
        "a table row higher than a page that cannot be parted",
    ],
    None,
    example(
        &["标题: 某某县工作情况的报告\n正文:\n  - 表格:\n      \
             列: [{列名: 任务, 列宽: 12mm}, {列名: 进度}]\n      行:\n        \
             - [⟦加强和规范行政执法监督加强和规范行政执法监督加强和规范行政执法监督加强和规范行政执法监督⟧, \
             {文字: 完成, 跨行: 2}]\n        - [办理建议]\n"],
        "表格在两行之间分页；比一页还高的一行在行内分页，但不能有跨行的单元格，表头也不能过半页。",
        "一行的文字太多，又有跨行的单元格，应拆开单元格，分成几行，或移到正文里。",
    ),
);

const FIGURE_SCALED: Rule = told(
    Code::FigureScaled,
    Severity::Note,
    ["图片缩小了", "a picture made smaller"],
    Some([5, 2, 1, 0]),
    example(
        &["标题: 某某县工作情况的报告\n正文:\n  \
             - 图片: {文件: ⟦bars.svg⟧, 宽: 200mm, 替代文字: 各季度投资额}\n"],
        "GB/T 9704-2012 5.2.1：版心156 mm×225 mm。",
        "图片不出版心，也不跨页。",
    ),
);

const COVER: Rule = told(
    Code::Cover,
    Severity::Error,
    ["封面排不下", "a cover higher than a page"],
    None,
    example(
        &["标题: 某某县工作情况的报告\n封面:\n  单位:\n    - 某某县第一乡人民政府\n    \
             - 某某县第二乡人民政府\n    - 某某县第三乡人民政府\n    - 某某县第四乡人民政府\n    \
             - 某某县第五乡人民政府\n    - 某某县第六乡人民政府\n    - 某某县第七乡人民政府\n    \
             - 某某县第八乡人民政府\n    - 某某县第九乡人民政府\n    - 某某县第十乡人民政府\n    \
             - 某某县第十一乡人民政府\n    - 某某县第十二乡人民政府\n    - 某某县第十三乡人民政府\n    \
             - 某某县第十四乡人民政府\n    - 某某县第十五乡人民政府\n    - 某某县第十六乡人民政府\n    \
             - 某某县第十七乡人民政府\n    - 某某县第十八乡人民政府\n    - 某某县第十九乡人民政府\n  \
             日期: ⟦2022年1月⟧\n正文: 正文。\n"],
        "封面只占一页。",
        "标题、单位的行数太多，应减少，或合写成一行。",
    ),
);

const NO_ENTRIES: Rule = told(
    Code::NoEntries,
    Severity::Warning,
    ["目录里没有可列的小标题", "a table of contents without an entry"],
    None,
    example(
        &["标题: 某某县工作情况的报告\n⟦目录⟧: 是\n正文: 正文。\n"],
        "目录列出单独成段的小标题。",
        "一个也没有，就不印目录。",
    ),
);

const ENTRIES_LEFT_OUT: Rule = told(
    Code::EntriesLeftOut,
    Severity::Note,
    ["接排的小标题不列入目录", "run-in headings left out of the table of contents"],
    None,
    example(
        &["标题: 某某县工作情况的报告\n目录: 是\n正文: |\n  一、工作情况\n  \
             ⟦（一）加强领导。⟧成立了领导小组。\n  （二）加强协调\n  完成了任务。\n"],
        "目录列出单独成段的小标题。",
        "文字处理软件更新目录时会把接排的整段文字收进去，所以不列。",
    ),
);
