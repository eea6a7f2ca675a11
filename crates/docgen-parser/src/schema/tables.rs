//! The tables themselves, in the order of `docs/spec/input.md`.

use docgen_model::Format;

use super::{Field, Shape, Table, Word};

/// Every table.
pub(crate) const TABLES: &[&Table] = &[
    &DOCUMENT,
    &HEAD,
    &MEETING,
    &REPORTER,
    &SIGNATURE,
    &ATTENDANCE,
    &RECORD,
    &ARCHIVE,
    &PRINT,
    &LINT,
    &ALLOW,
    &COVER,
    &ENCLOSED,
    &ATTACHMENT,
    &BLOCK,
    &TABLE,
    &COLUMN,
    &CELL,
    &FIGURE,
    &SEAL,
    &LIST,
    &FILE,
];

/// The top of the file.
pub(crate) static DOCUMENT: Table = Table {
    name: ["公文", "document"],
    fields: &[
        english("docgen", Shape::Version, "本格式的版本，目前是 1"),
        field(
            "format",
            "格式",
            Shape::Word(FORMATS),
            "公文、信函、命令、纪要（都有版头）、会议文件或普通；不写时，有“版头”就是公文",
        ),
        field(
            "kind",
            "文种",
            Shape::Word(KINDS),
            "十五种法定文种之一；不写时从标题末尾认出",
        ),
        field(
            "direction",
            "行文方向",
            Shape::Word(DIRECTIONS),
            "不写时由文种决定；上行文要有签发人",
        ),
        field("stage", "稿本", Shape::Word(STAGES), "草稿可以暂缺文号、签发人和日期"),
        field("source", "来源", Shape::Text, "文字的出处，不印出来，只作元数据"),
        field(
            "profile",
            "版式",
            Shape::Text,
            "版式的名称或版式文件（.toml、.yaml），默认 gbt9704-2012",
        ),
        field("head", "版头", Shape::Map(&HEAD), "发文机关、文号、签发人等"),
        field(
            "title",
            "标题",
            Shape::Lines,
            "写成列表就按列表分行，写成一段文字由程序分行；命令、纪要可以不写，其他必写",
        )
        .required_but_in(&[Format::Order, Format::Minutes]),
        field("subtitle", "副标题", Shape::Text, "标题下面的副标题"),
        field("issuer_line", "单位行", Shape::Text, "标题下面的单位名称（普通格式）"),
        field("label", "左上角标注", Shape::Text, "例如：会议文件（三）"),
        field("meeting", "会议", Shape::Map(&MEETING), "会议文件的会议名称、报告人等"),
        field("recipients", "主送", Shape::Names, "主送机关，最后的冒号由程序加"),
        field(
            "body",
            "正文",
            Shape::Body,
            "一段文字（一行一段）、若干块的列表，或 {file: 正文.txt}",
        )
        .required(),
        field("closing", "结语", Shape::Text, "例如：特此报告。"),
        field(
            "enclosed",
            "印发件",
            Shape::Maps(&ENCLOSED),
            "印发、转发的文件，各自另面编排，不标“附件”",
        ),
        field(
            "attachments",
            "附件",
            Shape::Maps(&ATTACHMENT),
            "附件的标题和正文，附件说明由程序写",
        ),
        field("signature", "落款", Shape::Map(&SIGNATURE), "署名、成文日期、印章"),
        field("note", "附注", Shape::Text, "例如：此件公开发布；括号由程序加"),
        field(
            "attendance",
            "出席",
            Shape::Map(&ATTENDANCE),
            "纪要的出席、请假、列席名单",
        ),
        field("record", "版记", Shape::Map(&RECORD), "抄送机关、印发机关、印发日期"),
        field(
            "archive",
            "归档",
            Shape::Map(&ARCHIVE),
            "全宗、档号等，不印出来，只作元数据",
        ),
        field("print", "打印", Shape::Map(&PRINT), "双面、套打等打印要求"),
        field("lint", "检查", Shape::Map(&LINT), "本文件的检查设置"),
        field(
            "cover",
            "封面",
            Shape::Switch(&COVER),
            "长报告的封面：写 是，或写单位、日期等（普通格式、会议文件）",
        ),
        field(
            "toc",
            "目录",
            Shape::Depth,
            "长报告的目录：写 是，或写列到第几级小标题，1 到 3（普通格式、会议文件）",
        ),
    ],
};

/// 版头.
pub(crate) static HEAD: Table = Table {
    name: ["版头", "head"],
    fields: &[
        field(
            "issuer",
            "发文机关",
            Shape::Names,
            "发文机关全称或规范化简称；联合行文写成列表，主办机关在前",
        )
        .required(),
        field(
            "mark",
            "机关标志",
            Shape::Text,
            "红色的发文机关标志，不写时是发文机关加“文件”（信函只是发文机关）；命令、纪要必写",
        ),
        field(
            "mark_mongolian",
            "蒙文标志",
            Shape::Lines,
            "双文机关标志的蒙古文，竖排在汉文上面，一个词一列；写成列表就按列表分列",
        ),
        field(
            "mark_size",
            "标志字号",
            Shape::TypeSize,
            "机关标志的字号，单位磅，例如 36pt",
        ),
        field(
            "copy_number",
            "份号",
            Shape::Text,
            "六位数字，例如 000001；写 000001-000050，一个文件里有这五十份",
        ),
        field("secrecy", "密级", Shape::Text, "绝密、机密或秘密，可连写期限：机密★1年"),
        field("secrecy_period", "保密期限", Shape::Text, "保密期限，例如 1年"),
        field("urgency", "紧急程度", Shape::Word(URGENCIES), "特急或加急"),
        field(
            "number",
            "发文字号",
            Shape::Text,
            "例如 某政发〔2022〕5号；命令写 第12号，纪要可写 第5期",
        ),
        field("signers", "签发人", Shape::Names, "上行文的签发人"),
    ],
};

/// 会议.
pub(crate) static MEETING: Table = Table {
    name: ["会议", "meeting"],
    fields: &[
        field("body", "机构", Shape::Text, "例如：某某县第十八届人民代表大会常务委员会"),
        field("session", "届次", Shape::Text, "例如：第三十次会议"),
        field("date", "日期", Shape::Date, "会议日期，和届次一起写成副标题"),
        field("reporter", "报告人", Shape::Map(&REPORTER), "报告人的职务和姓名"),
        field(
            "delivery",
            "方式",
            Shape::Word(DELIVERIES),
            "口头报告写称谓（不写时用通行的，并有提示）；书面报告写主送",
        ),
        field(
            "salutation",
            "称谓",
            Shape::Text,
            "口头报告的称谓，例如：各位代表；冒号由程序加",
        ),
    ],
};

/// 报告人.
pub(crate) static REPORTER: Table = Table {
    name: ["报告人", "reporter"],
    fields: &[
        field("post", "职务", Shape::Text, "报告人的职务"),
        field("name", "姓名", Shape::Text, "报告人的姓名"),
    ],
};

/// 落款.
pub(crate) static SIGNATURE: Table = Table {
    name: ["落款", "signature"],
    fields: &[
        field("organs", "署名", Shape::Names, "署名机关，不写时是发文机关"),
        field("date", "成文日期", Shape::Date, "2022-01-18 或 2022年1月18日"),
        field(
            "seal",
            "印章",
            Shape::Seal(SEALS),
            "加盖（只留位置）、不加盖或签名章，或 {image: 章.png}",
        ),
        field("signer_post", "职务", Shape::Texts, "签名章左边的职务，每个机关一项"),
        field("signer_name", "姓名", Shape::Texts, "签名章上的姓名，每个机关一项"),
    ],
};

/// 出席.
pub(crate) static ATTENDANCE: Table = Table {
    name: ["出席", "attendance"],
    fields: &[
        field("present", "出席", Shape::Names, "出席的单位、姓名，按顺序"),
        field("absent", "请假", Shape::Names, "请假的"),
        field("observers", "列席", Shape::Names, "列席的"),
    ],
};

/// 版记.
pub(crate) static RECORD: Table = Table {
    name: ["版记", "record"],
    fields: &[
        field("copy_to", "抄送", Shape::Names, "抄送机关"),
        field("label", "抄送栏名", Shape::Text, "不写时是“抄送”，纪要是“分送”"),
        field("main_to", "主送", Shape::Names, "移到版记里的主送机关"),
        field("printer", "印发机关", Shape::Text, "印发机关"),
        field("print_date", "印发日期", Shape::Date, "印发日期"),
        field("extra", "其他", Shape::Texts, "版记里的其他行，例如联系人"),
    ],
};

/// 归档.
pub(crate) static ARCHIVE: Table = Table {
    name: ["归档", "archive"],
    fields: &[
        field("fonds", "全宗", Shape::Text, "全宗号或全宗名称"),
        field("number", "档号", Shape::Text, "例如 0012-WS·2022-Y-0005"),
        field("retention", "保管期限", Shape::Text, "永久、30年或10年"),
        field("creator", "立档单位", Shape::Text, "立档单位的名称"),
        field("keywords", "主题词", Shape::Names, "主题词的列表"),
    ],
};

/// 打印.
pub(crate) static PRINT: Table = Table {
    name: ["打印", "print"],
    fields: &[
        field(
            "duplex",
            "双面",
            Shape::Word(DUPLEX),
            "写 mirror（对称），偶数页的订口在右边",
        ),
        field("even_record", "版记偶数页", Shape::Bool, "版记放在偶数页上"),
        field("preprinted", "套打", Shape::Bool, "红色部分已印在纸上，只留位置"),
        field("crop_marks", "裁切线", Shape::Bool, "PDF 里画裁切线"),
        field("bleed", "出血", Shape::Small, "PDF 页面四边多出的宽度，例如 3mm 或 0.5字"),
    ],
};

/// 检查.
pub(crate) static LINT: Table = Table {
    name: ["检查", "lint"],
    fields: &[
        field("allow", "允许", Shape::Maps(&ALLOW), "不再提示的规则，各有理由"),
        field("deny", "不许", Shape::Names, "当作错误的规则，例如 number-part-sum"),
        field("warn", "警告", Shape::Names, "当作警告的规则；写 number 指一组规则"),
    ],
};

/// 允许.
pub(crate) static ALLOW: Table = Table {
    name: ["允许", "allow"],
    fields: &[
        field("code", "规则", Shape::Text, "规则的代码，见 docgen rules").required(),
        field("reason", "理由", Shape::Text, "为什么不提示").required(),
    ],
};

/// 封面.
pub(crate) static COVER: Table = Table {
    name: ["封面", "cover"],
    fields: &[
        field("label", "标注", Shape::Text, "左上角的标注，例如：会议文件（三）"),
        field(
            "issuer",
            "单位",
            Shape::Names,
            "不写时是单位行；没有单位行时，是落款的署名或报告人",
        ),
        field("date", "日期", Shape::Text, "例如 2026年3月；不写时是成文日期或会议日期"),
    ],
};

/// 印发件.
pub(crate) static ENCLOSED: Table = Table {
    name: ["印发件", "enclosed text"],
    fields: &[
        field("title", "标题", Shape::Lines, "印发件的标题").required(),
        field("subtitle", "副标题", Shape::Text, "标题下面的副标题"),
        field("body", "正文", Shape::Body, "印发件的正文").required(),
    ],
};

/// 附件.
pub(crate) static ATTACHMENT: Table = Table {
    name: ["附件", "attachment"],
    fields: &[
        field("title", "标题", Shape::Text, "附件的标题").required(),
        field("body", "正文", Shape::Body, "附件的正文；不写时只列名称"),
        field("separate", "单独装订", Shape::Bool, "单独成册，另出一个文件"),
    ],
};

/// One item of a list of blocks.
pub(crate) static BLOCK: Table = Table {
    name: ["正文列表的一项", "block"],
    fields: &[
        field("heading", "小标题", Shape::Text, "小标题，不写序号"),
        field("level", "级", Shape::Level, "小标题的级，1 到 4，默认 1"),
        field(
            "text",
            "文字",
            Shape::Text,
            "一行一段，不认序号；与小标题同写时接在它后面",
        ),
        field("list", "列表", Shape::List, "若干条"),
        field("table", "表格", Shape::Map(&TABLE), "表格：列、行（或 CSV 文件）、表题等"),
        field("figure", "图片", Shape::Map(&FIGURE), "PNG、JPEG 或 SVG 图片"),
        field("page_break", "分页", Shape::Bool, "从这里另起一页"),
    ],
};

/// 图片.
pub(crate) static FIGURE: Table = Table {
    name: ["图片", "figure"],
    fields: &[
        field("file", "文件", Shape::Text, "同一文件夹里的 PNG、JPEG 或 SVG 文件")
            .required(),
        field("caption", "图题", Shape::Text, "印在图下面的图题"),
        field("alt", "替代文字", Shape::Text, "给看不到图的人读的说明；没有图题时必须写"),
        field("width", "宽", Shape::Length, "例如 120mm、20字 或 8行；不写时由像素决定"),
    ],
};

/// The picture of a seal.
pub(crate) static SEAL: Table = Table {
    name: ["印章", "seal"],
    fields: &[
        field("image", "图片", Shape::Text, "同一文件夹里底色透明的 PNG 或 SVG 文件")
            .required(),
        field("diameter", "直径", Shape::Small, "例如 45mm 或 8字；不写时由版式决定"),
        field("kind", "种类", Shape::Word(SEAL_KINDS), "加盖或签名章，默认加盖"),
    ],
};

/// 列表 with ordinals.
pub(crate) static LIST: Table = Table {
    name: ["列表", "list"],
    fields: &[
        field("ordered", "编号", Shape::Bool, "每条前面加 1. 2. 3."),
        field("items", "项目", Shape::Texts, "各条文字").required(),
    ],
};

/// 表格.
pub(crate) static TABLE: Table = Table {
    name: ["表格", "table"],
    fields: &[
        field("caption", "表题", Shape::Text, "表格上方居中的题目"),
        field(
            "columns",
            "列",
            Shape::Entries(&COLUMN),
            "列名的列表；一列也可以写成 {name, width, align}",
        ),
        field(
            "rows",
            "行",
            Shape::Rows(&CELL),
            "每行是一个列表；一格也可以写成 {text, across, down}",
        ),
        field("csv", "表格文件", Shape::Text, "同一文件夹里的 CSV 文件，代替“行”"),
        field(
            "head_rows",
            "表头行数",
            Shape::Count,
            "“行”或 CSV 的前几行是表头；写了列名时不写，否则默认 1",
        ),
        field("landscape", "横排", Shape::Bool, "横排在单独的页上，表头朝左"),
        field("unit", "单位", Shape::Text, "表格右上方的单位，例如 万元"),
        field("note", "注", Shape::Text, "表格下面的注"),
        field("totals", "合计", Shape::Bool, "最后一行是合计行（程序不计算）"),
    ],
};

/// A column of a table.
pub(crate) static COLUMN: Table = Table {
    name: ["列", "column"],
    fields: &[
        field("name", "列名", Shape::Text, "表头里的列名"),
        field("width", "列宽", Shape::Width, "例如 30mm、6字 或 20%；不写由程序分配"),
        field(
            "align",
            "对齐",
            Shape::Word(ALIGNS),
            "左、居中、右或小数点；不写由程序决定",
        ),
    ],
};

/// A cell of a table.
pub(crate) static CELL: Table = Table {
    name: ["单元格", "cell"],
    fields: &[
        field("text", "文字", Shape::Text, "单元格里的文字"),
        field("across", "跨列", Shape::Count, "横跨几列，默认 1"),
        field("down", "跨行", Shape::Count, "竖跨几行，默认 1"),
    ],
};

/// A text in another file.
pub(crate) static FILE: Table = Table {
    name: ["正文文件", "body file"],
    fields: &[field("file", "文件", Shape::Text, "同一文件夹里的文本文件").required()],
};

/// One a format, in the order of [`Format::ALL`].
pub(crate) const FORMATS: &[Word; Format::ALL.len()] = &[
    word("common", "公文"),
    word("letter", "信函"),
    word("order", "命令"),
    word("minutes", "纪要"),
    word("meeting", "会议文件"),
    word("plain", "普通"),
];

const KINDS: &[Word] = &[
    kind("决议", None),
    kind("决定", None),
    kind("命令", Some("令")),
    kind("公报", None),
    kind("公告", None),
    kind("通告", None),
    kind("意见", None),
    kind("通知", None),
    kind("通报", None),
    kind("报告", None),
    kind("请示", None),
    kind("批复", None),
    kind("议案", None),
    kind("函", None),
    kind("纪要", None),
];

const ALIGNS: &[Word] = &[
    word("left", "左"),
    word("center", "居中"),
    word("right", "右"),
    word("decimal", "小数点"),
];

const DUPLEX: &[Word] = &[word("none", "否"), word("mirror", "对称")];

const DIRECTIONS: &[Word] =
    &[word("up", "上行"), word("down", "下行"), word("level", "平行")];
const STAGES: &[Word] = &[word("draft", "草稿"), word("final", "定稿")];
const URGENCIES: &[Word] = &[kind("特急", None), kind("加急", None)];
const DELIVERIES: &[Word] = &[word("oral", "口头"), word("written", "书面")];
/// The ways of 印章.
pub(crate) const SEALS: &[Word] =
    &[word("stamped", "加盖"), word("none", "不加盖"), word("signed", "签名章")];

const SEAL_KINDS: &[Word] = &[word("stamped", "加盖"), word("signed", "签名章")];

const fn field(
    name: &'static str,
    alias: &'static str,
    shape: Shape,
    doc: &'static str,
) -> Field {
    Field {
        name,
        alias: Some(alias),
        shape,
        required: false,
        except: &[],
        built: true,
        doc,
    }
}

/// A field without a Chinese name.
const fn english(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, alias: None, shape, required: false, except: &[], built: true, doc }
}

impl Field {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn required_but_in(mut self, except: &'static [Format]) -> Self {
        self.except = except;
        self.required()
    }
}

const fn word(name: &'static str, alias: &'static str) -> Word {
    Word { name, alias: Some(alias), built: true }
}

const fn kind(name: &'static str, alias: Option<&'static str>) -> Word {
    Word { name, alias, built: true }
}
