//! The faults that are planted, and exactly which rules each of them breaks.
//!
//! Most rules have a fault that breaks no other. The rest cannot be broken alone, or not by one
//! change: what two rules measure from is moved (20 and 25, 28 and 30, 29 and 32, 33 and 36, 82
//! and 83), or one rule holds the other's value too (7 and 10, 21 and 23, 52 and 53,
//! 65 and 66, 4 and 94). Where a form is wrong (27, 60), what measures from the place of the right
//! one finds none.

use docgen_model::{
    Color::{Black, Red},
    FontRole,
};

use crate::change::Change::{self, *};

/// A document (a file of `input/` or `tests/suite/`, `#` a part bound apart, or YAML), what is
/// done to its pages, and the rules that its PDF then breaks.
pub(crate) type Fault = (&'static str, &'static [Change], &'static [u8]);

const COMMON: &str = "input/common";
const LETTER: &str = "input/letter";
const NOTED: &str = "suite/attachment-two";
const SEALED: &str = "suite/seal-picture";
const SIGNED: &str = "title: 关于某事的报告\nbody: 正文。\n\
    signature: {organs: 某某县人力资源和社会保障局, date: 2022-01-18}\n";

const CELL: &str = "title: 关于某事的报告\nbody:\n  - 正文。\n  \
    - table: {columns: [甲, 乙], rows: [[天地玄黄宇, 丙]]}\n";

/// A line of 26 cells, one of 28, one of six.
const TEXT: &str = "title: 关于某事的报告\nbody: 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余\
    成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰\n";
/// The 26th cell of these is the end of a line.
const MARKED: &str = "title: 关于某事的报告\n\
    body: 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰，余成岁律吕\n";
const QUOTED: &str = "title: 关于某事的报告\n\
    body: 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收“冬藏闰余成岁”律吕\n";
const DASHED: &str = "title: 关于某事的报告\n\
    body: 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏——闰余成岁律吕\n";
const DATED: &str = "title: 关于某事的报告\n\
    body: 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬2021年闰余成岁律吕\n";

pub(crate) const FAULTS: &[Fault] = &[
    (COMMON, &[Wider(100)], &[1]),
    (COMMON, &[Move("^结率", 0, -104)], &[2]),
    (TEXT, &[Move("^夜光", 105, 0)], &[3]),
    (TEXT, &[Move("^天地", 110, 0)], &[4]),
    (COMMON, &[Move("^某某县人民政府办公室|2022年1月20日", 0, 400)], &[5]),
    (COMMON, &[Move("^政务服务便民热线", 0, -120)], &[7, 9, 10]),
    (TEXT, &[Carry("^成岁", 1)], &[8]),
    (TEXT, &[Move("^成岁", 0, 100)], &[9]),
    ("input/long-report", &[Move("^县委常委会会议", 0, -102)], &[10]),
    (TEXT, &[Face("^天地", FontRole::XiaoBiaoSong)], &[11]),
    (COMMON, &[Rules(Black, 0, -50)], &[12]),
    (COMMON, &[Colour("特此报告", Red)], &[13]),
    (COMMON, &[Colour("一是坚持统筹推进", Red)], &[13]),
    (COMMON, &[Move("000001", 300, 0)], &[14]),
    (COMMON, &[Move("秘密★", 300, 0)], &[15]),
    (COMMON, &[Move("加急", 200, 0)], &[17]),
    (COMMON, &[Move("加急", 0, 800)], &[18]),
    (COMMON, &[Move("^某某县人民政府文件", 0, 120)], &[20]),
    (COMMON, &[Move("^某某县人民政府文件", 60, 0)], &[21]),
    (COMMON, &[Move("^某某县人民政府文件", 2000, 0)], &[21, 23]),
    (COMMON, &[Face("^某某县人民政府文件", FontRole::HeiTi)], &[22]),
    ("input/joint", &[Move("^文件", 0, 300)], &[24]),
    (COMMON, &[Move("^某某县人民政府文件", 0, -500)], &[20, 25]),
    ("suite/common-down", &[Move("某政发", 100, 0)], &[26]),
    (COMMON, &[Say("〔", "（"), Say("〕", "）")], &[25, 27, 28, 29, 33]),
    (COMMON, &[Move("某政发", 300, 0)], &[28, 30]),
    (COMMON, &[MoveRun("李某某", 0, 30)], &[29]),
    (COMMON, &[MoveRun("李某某", -600, 0)], &[30]),
    (COMMON, &[FaceRun("签发人", FontRole::HeiTi)], &[31]),
    (COMMON, &[MoveRun("李某某", 0, 60)], &[29, 32]),
    (COMMON, &[Rules(Red, 0, 100)], &[33]),
    (COMMON, &[Rules(Red, 100, 0)], &[34]),
    (COMMON, &[Face("^关于2021年度", FontRole::HeiTi)], &[35]),
    (COMMON, &[Rules(Red, 0, -600)], &[33, 36]),
    (COMMON, &[Move("^关于2021年度", 60, 0)], &[37]),
    (COMMON, &[Move("^某某县人大常委会", 100, 0)], &[41]),
    ("suite/common-down", &[Move("^现将工作要点", 0, 100)], &[44]),
    (COMMON, &[Move("特此报告", -500, 0)], &[45]),
    (COMMON, &[Face("^一、", FontRole::XiaoBiaoSong)], &[47]),
    (NOTED, &[Move("^附件：", 300, 0)], &[48]),
    (NOTED, &[Move("^执法规范化", 300, 0)], &[51]),
    (COMMON, &[Move("2022年1月18日", 600, 0)], &[52, 53]),
    (SEALED, &[Pictures(0, 500)], &[54]),
    (SEALED, &[Pictures(-3000, 0)], &[55]),
    (SEALED, &[Pictures(2200, 0)], &[56]),
    (SIGNED, &[Move("^某某县人力|2022年1月18日", -600, 0)], &[57]),
    (SIGNED, &[Move("2022年1月18日", 300, 0)], &[58]),
    ("suite/signature-signed", &[Move("2022年1月18日", 300, 0)], &[59]),
    ("suite/attachment-one", &[NextPage("^某某县司法局|2022年1月18日")], &[61]),
    (COMMON, &[Say("月", "目")], &[52, 53, 54, 60, 61, 63, 73]),
    (CELL, &[Say("天地玄黄宇", "此页无正文")], &[62]),
    (COMMON, &[Move("联系人：", 300, 0)], &[63]),
    (NOTED, &[Face("^附件1", FontRole::XiaoBiaoSong)], &[64]),
    (NOTED, &[Move("^2022年度工作要点", 100, 0)], &[65]),
    (NOTED, &[Drop("^2022年度工作要点")], &[65, 66]),
    (COMMON, &[Move("（三）2022年11月底前", 0, 3500)], &[67]),
    (COMMON, &[Show("^抄送", 5)], &[67, 75]),
    ("input/archive#1", &[Move("附件", 0, 600)], &[68]),
    (COMMON, &[Rules(Black, 100, 0)], &[69]),
    (COMMON, &[Thick(Black, 80)], &[70]),
    (COMMON, &[Move("^抄送", -300, 0)], &[71]),
    ("suite/record-recipients", &[Move("^抄送", 0, -14500)], &[72]),
    (COMMON, &[Move("2022年1月20日", 300, 0)], &[73]),
    (COMMON, &[Move("^某某县人民政府办公室|2022年1月20日", 0, -500)], &[74]),
    (COMMON, &[Face("#", FontRole::HeiTi)], &[76]),
    (COMMON, &[Move("#", 0, 100)], &[77]),
    (COMMON, &[Move("#", -300, 0)], &[78]),
    (COMMON, &[SwapNumbers(2, 4)], &[79]),
    ("suite/record-blank-page", &[CopyNumber(2, 3)], &[80]),
    ("suite/table-attachment", &[Move("^重点项目", 12500, 0)], &[81]),
    (LETTER, &[Move("^某某县人民政府", 0, 120)], &[82, 83]),
    (LETTER, &[Thick(Red, 50)], &[83]),
    (LETTER, &[Rules(Red, 200, 0)], &[84]),
    (LETTER, &[Move("某政函", -100, 0)], &[85]),
    (LETTER, &[Move("^某某县人民政府关于", 0, -500)], &[86]),
    ("suite/letter-two-pages", &[CopyNumber(2, 1)], &[87]),
    ("input/order", &[Move("^第", 100, 0)], &[88]),
    ("input/minutes", &[Move("^某某县人民政府常务会议纪要", 0, 150)], &[89]),
    ("input/minutes", &[Move("^出席", -300, 0)], &[90]),
    (MARKED, &[Carry("^天地", 1)], &[91]),
    (QUOTED, &[Carry("^天地", 3)], &[92]),
    (DASHED, &[Carry("^天地", 1)], &[93]),
    (MARKED, &[LastGlyph("^天地", 250)], &[4, 94]),
    (DATED, &[Carry("^天地", 3)], &[95]),
    ("input/meeting", &[Face("^——", FontRole::HeiTi)], &[99]),
    // Whole files that are off, and what their author wrote wrong.
    (
        COMMON,
        &[Everything(300, 0)],
        &[
            3, 4, 14, 15, 17, 21, 28, 30, 34, 37, 41, 45, 48, 52, 63, 64, 65, 69, 71, 73,
            78, 94,
        ],
    ),
    (COMMON, &[Everything(0, 300)], &[2, 5, 10, 12, 20, 64, 77]),
    (COMMON, &[Colour("^某某县人民政府文件", Black)], &[20, 21, 22, 23, 24, 25]),
    (COMMON, &[NoRules(Black)], &[12, 67, 69, 70, 74]),
    ("title: 关于某事的报告。\nbody: 正文。\n", &[], &[40]),
    ("title: 关于某事的报告\nbody: |\n  一、甲\n  甲。\n  （1）乙\n  乙。\n", &[], &[46]),
    (
        "title: 关于某事的报告\nbody: 正文。\nattachments: [{title: 某某要点；}, {title: 某某办法}]\n",
        &[],
        &[50],
    ),
];
