//! R01 to R100 of docs/spec/gbt9704.md §8: one row a rule, with what measures it.
//!
//! The functions stand in files by the part of a document. Their numbers are those of the digest,
//! not of a profile: a house style that breaks a clause is told so, with its reason.

mod attachments;
mod body;
mod docx;
mod folio;
mod head;
mod page;
mod punctuation;
mod record;
mod signature;
mod special;
mod title;

use docgen_model::{Bilingual, Clause};

use crate::Deviation;
use crate::paper::Paper;
use crate::verdict::Found;
use crate::word::Word;
use Level::{Gen, May, Prac, Rec, Shall};

/// How binding a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 应当.
    Shall,
    /// 一般.
    Gen,
    /// 推荐.
    Rec,
    /// 可以.
    May,
    /// Practice, not in the standard.
    Prac,
}

impl Level {
    /// Its name.
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Shall => ("应当", "SHALL"),
            Self::Gen => ("一般", "GEN"),
            Self::Rec => ("推荐", "REC"),
            Self::May => ("可以", "MAY"),
            Self::Prac => ("惯例", "PRAC"),
        };
        Bilingual::new(zh, en)
    }
}

/// Measures a PDF.
pub(crate) type OnPdf = fn(&Paper<'_>) -> Found;
/// Measures a DOCX.
pub(crate) type OnDocx = fn(&Word<'_>) -> Found;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its number in the digest.
    pub number: u8,
    /// The clause of GB/T 9704, or what else says it.
    pub clause: &'static str,
    /// How binding it is.
    pub level: Level,
    pub(crate) pdf: Option<OnPdf>,
    /// None where only a word processor's layout shows it.
    pub(crate) docx: Option<OnDocx>,
    zh: &'static str,
    en: &'static str,
}

impl Rule {
    /// What it says.
    pub fn about(&self) -> Bilingual {
        Bilingual::new(self.zh, self.en)
    }

    /// Whether it asks for what a deviation sets: a value of its own clause, or the type area that
    /// it measures from. The choice of a face moves nothing, so only those rest on it that look at
    /// faces.
    pub(crate) fn rests_on(&self, deviation: &Deviation) -> bool {
        let clause = deviation.clause;
        if deviation.is_face() && !OF_FACES.contains(&self.number) {
            return false;
        }
        let moved = || FROM_TYPE_AREA.contains(&self.number);
        self.is_of(clause) || (deviation.moves_type_area() && moved())
    }

    /// Whether a clause is its own.
    pub(crate) fn is_of(&self, clause: Clause) -> bool {
        clause.to_string() == self.clause
    }
}

/// The rules that look at faces.
const OF_FACES: &[u8] = &[11, 15, 17, 22, 31, 35, 47, 64, 71, 73, 76, 90, 96, 99];

/// The rules of other clauses that measure from an edge or the middle of the type area: where a
/// profile moves it, what they are about moves along.
const FROM_TYPE_AREA: &[u8] = &[
    7, 8, 10, 12, 14, 15, 17, 20, 21, 23, 26, 28, 30, 34, 37, 41, 45, 48, 52, 56, 57, 58,
    59, 63, 64, 65, 68, 69, 71, 73, 77, 78, 81, 85, 88, 89, 90, 99,
];

const fn rule(
    number: u8,
    clause: &'static str,
    level: Level,
    pdf: Option<OnPdf>,
    docx: Option<OnDocx>,
    zh: &'static str,
    en: &'static str,
) -> Rule {
    Rule { number, clause, level, pdf, docx, zh, en }
}

/// All rules, in order.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    rule(1, "5.1", Shall, Some(page::r01), Some(page::r01_docx), "每页 210 × 297 mm", "every page 210 × 297"),
    rule(2, "5.2.1", Shall, Some(page::r02), None, "首行顶端距上页边 37 mm", "first full line at 37"),
    rule(3, "5.2.1", Shall, Some(page::r03), None, "版心左边 28 mm", "leftmost cell at 28"),
    rule(4, "5.2.1", Shall, Some(page::r04), None, "版心右边 184 mm 之内", "nothing right of 184"),
    rule(5, "5.2.1", Shall, Some(page::r05), None, "版心下边 262 mm 之内", "nothing below 262"),
    rule(6, "5.2.1", Shall, None, Some(page::r06_docx), "页边 37/35/28/26 mm", "margins 37/35/28/26 or 34.58/32.58/28/26"),
    rule(7, "5.2.3", Gen, Some(page::r07), None, "满页 22 行", "a full page has 22 lines"),
    rule(8, "5.2.3", Gen, Some(page::r08), None, "满行 28 字", "a full line of Han has 28 cells"),
    rule(9, "5.2.3", Gen, Some(page::r09), Some(page::r09_docx), "行距固定，28.9 至 29.7 磅", "constant pitch of 28.9 to 29.7 pt"),
    rule(10, "5.2.3", Gen, Some(page::r10), None, "满页末行止于 262 mm", "the last line of a full page ends at 262"),
    rule(11, "5.2.2", Gen, Some(page::r11), Some(page::r11_docx), "正文 3 号仿宋", "body 仿宋 16 pt"),
    rule(12, "7.4.1", Shall, Some(page::r12), None, "版记末条分隔线与版心下边重合", "last rule of the 版记 at 262"),
    rule(13, "5.2.4", Shall, Some(page::r13), Some(page::r13_docx), "除标志、红线、印章外均为黑色", "black but for mark, red rules, seals"),
    rule(14, "7.2.1", Gen, Some(head::r14), None, "份号：6 位，3 号，顶格，第一行", "份号: 6 digits, 16 pt, at 28, row 1"),
    rule(15, "7.2.2", Gen, Some(head::r15), None, "密级：3 号黑体，顶格，第二行", "密级: 黑体 16 pt, at 28, row 2"),
    rule(16, "7.2.2", Shall, None, Some(head::r16_docx), "密级和保密期限的写法", "密级 of three, ★, Arabic period"),
    rule(17, "7.2.3", Gen, Some(head::r17), Some(head::r17_docx), "紧急程度：3 号黑体，顶格", "紧急程度: 黑体 16 pt, at 28; 特急 or 加急"),
    rule(18, "7.2.3", Shall, Some(head::r18), None, "份号、密级、紧急程度自上而下各占一行", "份号, 密级, 紧急程度 one a row"),
    rule(19, "条例 9", Shall, None, Some(head::r19_docx), "有密级的有份号", "密级 only with 份号"),
    rule(20, "7.2.4", Shall, Some(head::r20), None, "发文机关标志上边距上页边 72 mm", "mark at 72"),
    rule(21, "7.2.4", Shall, Some(head::r21), None, "发文机关标志居中", "mark centred on 106"),
    rule(22, "7.2.4", Shall, Some(head::r22), Some(head::r22_docx), "发文机关标志红色、小标宋", "mark red, 小标宋"),
    rule(23, "7.2.4", Prac, Some(head::r23), None, "发文机关标志不超出版心", "mark within 28 to 184"),
    rule(24, "7.2.4", Shall, Some(head::r24), None, "联合行文：主办在前，“文件”居右居中", "joint mark: lead first, 文件 right, centred"),
    rule(25, "7.2.5", Shall, Some(head::r25), None, "发文字号在标志下空二行", "发文字号 two lines below the mark"),
    rule(26, "7.2.5", Shall, Some(head::r26), None, "发文字号居中", "发文字号 centred"),
    rule(27, "7.2.5", Shall, Some(head::r27), Some(head::r27_docx), "发文字号的写法", "form of 发文字号"),
    rule(28, "7.2.5", Shall, Some(head::r28), None, "上行文：发文字号左空一字", "upward: 发文字号 one 字 in"),
    rule(29, "7.2.6", Shall, Some(head::r29), None, "上行文：发文字号与最后一个签发人同行", "upward: on the line of the last 签发人"),
    rule(30, "7.2.6", Shall, Some(head::r30), Some(head::r30_docx), "上行文：签发人右空一字", "upward: 签发人, one 字 from the edge"),
    rule(31, "7.2.6", Shall, Some(head::r31), Some(head::r31_docx), "“签发人：”3 号仿宋，姓名 3 号楷体", "签发人： 仿宋 16, name 楷体 16"),
    rule(32, "7.2.6", Gen, Some(head::r32), None, "签发人每行至多两名，对齐", "at most two names a line, aligned"),
    rule(33, "7.2.7", Shall, Some(head::r33), None, "红色分隔线在发文字号下 4 mm", "red rule 4 below 发文字号"),
    rule(34, "7.2.7", Shall, Some(head::r34), None, "红色分隔线与版心等宽", "red rule 28 to 184"),
    rule(35, "7.3.1", Gen, Some(title::r35), Some(title::r35_docx), "标题 2 号小标宋", "title 小标宋 22 pt"),
    rule(36, "7.3.1", Shall, Some(title::r36), None, "标题在红色分隔线下空二行", "title two lines below the red rule"),
    rule(37, "7.3.1", Shall, Some(title::r37), None, "标题居中", "title lines centred"),
    rule(38, "7.3.1", Shall, Some(title::r38), None, "标题呈梯形或菱形", "title a trapezoid or rhombus"),
    rule(39, "7.3.1", Shall, Some(title::r39), None, "标题回行词意完整", "no title break inside a word, 《》, a number"),
    rule(40, "practice", Prac, Some(title::r40), Some(title::r40_docx), "标题末不加标点", "no final mark in the title"),
    rule(41, "7.3.2", Shall, Some(body::r41), None, "主送机关在标题下空一行，顶格，末用冒号", "主送 one line below the title, at 28, ends in ："),
    rule(42, "条例 15", Gen, None, Some(body::r42_docx), "上行文只主送一个机关", "upward: one 主送"),
    rule(43, "7.3.3", Shall, Some(body::r43), None, "首页显示正文", "page 1 shows text"),
    rule(44, "7.3.3", Shall, Some(body::r44), None, "正文紧接主送机关之下一行", "text on the line after 主送"),
    rule(45, "7.3.3", Shall, Some(body::r45), Some(body::r45_docx), "每段左空二字，回行顶格", "paragraphs indent two 字, turnover none"),
    rule(46, "7.3.3", May, Some(body::r46), Some(body::r46_docx), "结构层次依次使用", "levels in order"),
    rule(47, "7.3.3", Gen, Some(body::r47), Some(body::r47_docx), "各层标题黑、楷、仿、仿，3 号，不加粗", "headings 黑, 楷, 仿, 仿, 16 pt, not bold"),
    rule(48, "7.3.4", Shall, Some(signature::r48), None, "附件说明在正文下空一行，左空二字", "附件说明 one line below the text, two 字 in"),
    rule(49, "7.3.4", Shall, None, Some(signature::r49_docx), "附件序号用阿拉伯数字，单个不编", "ordinals 1. 2. … only if several"),
    rule(50, "7.3.4", Shall, Some(signature::r50), Some(signature::r50_docx), "附件名称后不加标点", "no mark after a name"),
    rule(51, "7.3.4", Shall, Some(signature::r51), None, "附件名称回行与首字对齐", "turnover under the name's first character"),
    rule(52, "7.3.5.1", Gen, Some(signature::r52), None, "加盖印章：日期右空四字", "stamped: date four 字 from 184"),
    rule(53, "7.3.5.1", Gen, Some(signature::r53), None, "加盖印章：署名在日期之上居中", "stamped: name centred on the date"),
    rule(54, "7.3.5.1", Shall, Some(signature::r54), None, "印章顶端距正文一行之内", "seal's top within one line below the text"),
    rule(55, "7.3.5.1", Shall, Some(signature::r55), None, "印章端正居中下压署名和日期", "seal over name and date, both below its centre"),
    rule(56, "7.3.5.1", Shall, Some(signature::r56), None, "印章互不相交，不超出版心", "seals apart, within 28 to 184"),
    rule(57, "7.3.5.2", Shall, Some(signature::r57), None, "不加盖印章：署名在正文下空一行，右空二字", "unstamped: one blank line, name two 字 in"),
    rule(58, "7.3.5.2", Shall, Some(signature::r58), None, "不加盖印章：日期首字右移二字", "unstamped: date begins two 字 after the name"),
    rule(59, "7.3.5.3", Shall, Some(signature::r59), None, "签名章：空二行，右空四字，职务左空二字", "签名章: two blank lines, four 字 in, post two left"),
    rule(60, "7.3.5.4", Shall, Some(signature::r60), Some(signature::r60_docx), "成文日期的写法", "form of the date"),
    rule(61, "7.3.5.5", Prac, Some(signature::r61), None, "署名、日期与正文同页", "signature on a page with text"),
    rule(62, "7.3.5.5", Prac, Some(signature::r62), Some(signature::r62_docx), "不用“此页无正文”", "no 此页无正文"),
    rule(63, "7.3.6", Shall, Some(signature::r63), None, "附注在日期下一行，左空二字，加圆括号", "附注 below the date, two 字 in, （）"),
    rule(64, "7.3.7", Shall, Some(attachments::r64), None, "附件另面起，标识 3 号黑体，顶格，第一行", "附件 begins a page; label 黑体 16, at 28, row 1"),
    rule(65, "7.3.7", Shall, Some(attachments::r65), None, "附件标题居中，第三行", "附件 title centred on row 3"),
    rule(66, "7.3.7", Shall, Some(attachments::r66), Some(attachments::r66_docx), "附件序号、标题与附件说明一致", "ordinal and title as in 附件说明"),
    rule(67, "7.3.7", Shall, Some(attachments::r67), None, "附件在版记之前", "附件 before 版记"),
    rule(68, "7.3.7", Shall, Some(attachments::r68), None, "单独装订的附件：第一行有发文字号和附件序号", "separate 附件: 发文字号 and 附件n on row 1"),
    rule(69, "7.4.1", Shall, Some(record::r69), None, "版记分隔线与版心等宽", "版记 rules 28 to 184, black"),
    rule(70, "7.4.1", Rec, Some(record::r70), Some(record::r70_docx), "版记分隔线首末粗、中间细", "rules 0.35 outside, 0.25 inside"),
    rule(71, "7.4.2", Gen, Some(record::r71), None, "抄送机关 4 号仿宋，左右空一字，回行对齐，末用句号", "抄送 仿宋 14, one 字 in, hanging, ends in 。"),
    rule(72, "7.4.2", Shall, Some(record::r72), None, "版记中主送在抄送之上，其间无线", "主送 above 抄送, no rule between"),
    rule(73, "7.4.3", Gen, Some(record::r73), None, "印发机关左空一字，印发日期右空一字，4 号", "印发: one 字 in on both sides, 14 pt"),
    rule(74, "7.4.3", Shall, Some(record::r74), None, "印发之上有细分隔线", "a thin rule above 印发"),
    rule(75, "7.4.1", Shall, Some(record::r75), None, "版记在末页（要求时为偶数页）", "版记 on the last page; even if asked for"),
    rule(76, "7.5", Gen, Some(folio::r76), Some(folio::r76_docx), "页码 4 号宋体半角数字，左右各一条一字线", "page number 宋体 14, half-width, — on both sides"),
    rule(77, "7.5", Shall, Some(folio::r77), None, "页码一字线距版心下边 7 mm", "its rule at 269"),
    rule(78, "7.5", Shall, Some(folio::r78), None, "页码单页居右空一字，双页居左空一字", "odd right, even left, one 字 in"),
    rule(79, "7.5", Shall, Some(folio::r79), None, "页码连续", "numbers run on through 附件"),
    rule(80, "7.5", Shall, Some(folio::r80), None, "版记前有空白页的，空白页和版记页不编页码", "blank page before 版记: both unnumbered"),
    rule(81, "8", Shall, Some(special::r81), None, "横排表格：表头朝左，页码照常", "landscape: head to the left edge, number as usual"),
    rule(82, "10.1", Shall, Some(special::r82), None, "信函：标志上边距上页边 30 mm", "信函: mark at 30"),
    rule(83, "10.1", Shall, Some(special::r83), None, "信函：双线在标志下 4 mm 和 277 mm 处", "信函: double rules 4 below the mark and at 277"),
    rule(84, "10.1", Shall, Some(special::r84), None, "信函：双线长 170 mm，居中", "信函: rules 170 long, centred"),
    rule(85, "10.1", Shall, Some(special::r85), None, "信函：首要素、发文字号在双线下，发文字号居右", "信函: first element and 发文字号 4.84 below"),
    rule(86, "10.1", Shall, Some(special::r86), None, "信函：标题在其上要素下空二行", "信函: title two lines below the last element"),
    rule(87, "10.1", Shall, Some(special::r87), None, "信函：首页不显示页码，版记无线无印发", "信函: no number on page 1, 版记 without rules"),
    rule(88, "10.2", Shall, Some(special::r88), None, "命令：标志距上页边 57 mm，令号、正文各空二行", "命令: mark at 57, 令号 and text after two lines"),
    rule(89, "10.3", Shall, Some(special::r89), None, "纪要：标志以“纪要”结尾，距上页边 72 mm", "纪要: mark ends in 纪要, at 72"),
    rule(90, "10.3", Gen, Some(special::r90), None, "纪要：出席、请假、列席 3 号黑体，回行对齐", "纪要: 出席, 请假, 列席 黑体, hanging"),
    rule(91, "9", Shall, Some(punctuation::r91), None, "行首无句末类标点", "no line begins with a closing mark"),
    rule(92, "9", Shall, Some(punctuation::r92), None, "行末无前引号、前括号", "no line ends with an opening mark"),
    rule(93, "9", Shall, Some(punctuation::r93), None, "破折号、省略号不拆开", "—— and …… whole"),
    rule(94, "9", Shall, Some(punctuation::r94), None, "行末标点占半字", "a mark at the line end takes half a width"),
    rule(95, "9", Prac, Some(punctuation::r95), None, "数字不拆开", "numbers whole"),
    rule(96, "5.2.2", Shall, Some(punctuation::r96), None, "字体均嵌入，无替代", "all faces embedded, none substituted"),
    rule(97, "7.5", Shall, None, Some(docx::r97), "奇偶页脚不同", "odd and even footers differ"),
    rule(98, "practice", Prac, None, Some(docx::r98), "行距固定值，段前段后 0，不贴网格", "exact pitch, no space around, no grid"),
    rule(99, "practice", Prac, Some(special::r99), None, "会议文件：副标题、报告人、称谓", "会议文件: subtitle, reporter, salutation, closing"),
    rule(100, "practice", Prac, Some(special::r100), None, "PDF/A 标识和元数据", "PDF/A named, XMP filled"),
];
