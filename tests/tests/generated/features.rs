//! What a document may have: a table of features, each of which writes its part of the YAML.
//!
//! To add a feature, add a row to [`FEATURES`]: its formats, its share, and the function that
//! writes it. Texts hold full-width marks already, so that a page shows them as written.

use std::fmt::Write;

use crate::random::Random;

/// A document in the making.
pub(crate) struct Draft {
    /// `common`, `letter`, …
    pub(crate) format: &'static str,
    /// Its 文种.
    kind: &'static str,
    /// Its organs.
    pub(crate) organs: Vec<String>,
    /// Lines of the map `head`.
    head: Vec<String>,
    /// Lines of the map `record`.
    record: Vec<String>,
    /// Lines of the map `print`.
    print: Vec<String>,
    /// Whole entries of the top.
    top: Vec<String>,
    /// Pieces of text that the pages must show.
    pub(crate) pieces: Vec<String>,
    /// Headings that stand alone, in order.
    pub(crate) headings: Vec<String>,
    /// Paragraphs of the text, closing included.
    pub(crate) paragraphs: Vec<String>,
    /// Names of 附件 that have pages.
    pub(crate) attachments: Vec<String>,
    /// Whether its text has three lines at most.
    short: bool,
    /// 署名 and 成文日期 as the pages show them.
    pub(crate) signature: Vec<String>,
}

struct Feature {
    formats: &'static [&'static str],
    percent: usize,
    write: fn(&mut Draft, &mut Random),
}

const ALL: &[&str] = &["common", "letter", "order", "minutes", "plain"];
const HEADED: &[&str] = &["common", "letter", "order", "minutes"];
const PAPERS: &[&str] = &["common", "letter"];
const TITLED: &[&str] = &["common", "letter", "plain"];

/// In the order in which they are written.
const FEATURES: &[Feature] = &[
    Feature { formats: HEADED, percent: 100, write: head },
    Feature { formats: PAPERS, percent: 30, write: corner },
    Feature { formats: TITLED, percent: 100, write: title },
    Feature { formats: &["plain"], percent: 20, write: subtitle },
    Feature { formats: PAPERS, percent: 80, write: recipients },
    Feature { formats: ALL, percent: 100, write: body },
    Feature { formats: TITLED, percent: 30, write: closing },
    Feature { formats: PAPERS, percent: 45, write: attachments },
    Feature { formats: PAPERS, percent: 100, write: signature },
    Feature { formats: &["plain"], percent: 60, write: signature },
    Feature { formats: &["order"], percent: 100, write: signed },
    Feature { formats: &["minutes"], percent: 100, write: attendance },
    Feature { formats: &["common"], percent: 40, write: note },
    Feature { formats: &["common", "minutes"], percent: 80, write: record },
    Feature { formats: &["common"], percent: 15, write: even_record },
];

const PLACES: [&str; 6] =
    ["某某县", "某某市", "青山区", "平安县", "兴安盟", "某某自治县"];
const OFFICES: [&str; 8] = [
    "人民政府",
    "教育局",
    "财政局",
    "公安局",
    "司法局",
    "卫生健康委员会",
    "农牧局",
    "人力资源和社会保障局",
];
/// Of the organs of a joint paper a short name, and a long one.
const JOINT: [[&str; 2]; 9] = [
    ["教育局", "教育和体育局"],
    ["财政局", "政务服务和数据管理局"],
    ["公安局", "人力资源和社会保障局"],
    ["司法局", "发展和改革委员会"],
    ["民政局", "住房和城乡建设局"],
    ["农牧局", "农业农村局"],
    ["水务局", "自然资源局"],
    ["审计局", "市场监督管理局"],
    ["林草局", "文化旅游广播电视局"],
];
const SUBJECTS: [&str; 7] = [
    "加强乡村教师队伍建设",
    "做好2026年春季学校安全工作",
    "法治政府建设",
    "开展安全生产专项整治",
    "规范行政执法",
    "推进《某某县县城总体规划》实施",
    "做好值班工作",
];
const CLAUSES: [&str; 16] = [
    "坚持统筹推进",
    "全年完成投资8.6亿元，占年度计划的95%",
    "办理案件1,234件",
    "落实“双随机、一公开”要求",
    "印发《关于贯彻〈重大行政决策程序暂行条例〉的实施意见》",
    "完善制度体系",
    "各乡镇、各部门要高度重视",
    "温度常年保持在14～24℃",
    "依据某政发〔2021〕45号文件办理",
    "县级统筹——乡镇落实——部门协同",
    "推动线上线下融合发展（含5个试点）",
    "群众满意率由63%提高到68%",
    "依法不予处罚27户",
    "及时化解矛盾纠纷",
    "建成GIS平台1处",
    "有关问题仍然存在……",
];
const WORDS: [&str; 6] =
    ["组织领导", "制度建设", "重点任务", "工作保障", "监督检查", "风险防范"];

impl Draft {
    /// The document of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        let random = &mut Random::new(seed);
        let format = *random
            .one(&["common", "common", "common", "letter", "order", "minutes", "plain"]);
        let kind = match format {
            "common" => *random.one(&["通知", "报告", "请示", "意见"]),
            "letter" => "函",
            _ => "",
        };
        let mut draft = Self {
            format,
            kind,
            organs: vec![],
            head: vec![],
            record: vec![],
            print: vec![],
            top: vec![],
            pieces: vec![],
            headings: vec![],
            paragraphs: vec![],
            attachments: vec![],
            short: random.percent(20),
            signature: vec![],
        };
        draft.name_organs(random);
        for feature in FEATURES {
            if feature.formats.contains(&format) && random.percent(feature.percent) {
                (feature.write)(&mut draft, random);
            }
        }
        draft
    }

    fn name_organs(&mut self, random: &mut Random) {
        let joint = self.format == "common" && random.percent(30);
        let count = if joint { random.among(2, 9) } else { 1 };
        let place = random.one(&PLACES);
        self.organs = (0..count)
            .map(|at| match count {
                1 => format!("{place}{}", random.one(&OFFICES)),
                _ => format!("{place}{}", JOINT[at][usize::from(random.percent(30))]),
            })
            .collect();
    }

    /// Whether page 1 may lack text: below nine names and their signers.
    pub(crate) fn is_crowded(&self) -> bool {
        self.is_up() && self.organs.len() > 6
    }

    /// Whether the 落款 may lack text on its page: there is a line of it at most, or the rows of
    /// names fill a page.
    pub(crate) fn may_sign_alone(&self) -> bool {
        let lines =
            self.paragraphs.iter().map(|line| 1 + (line.chars().count() + 2) / 28);
        lines.sum::<usize>() < 2 || self.organs.len() > 6
    }

    /// Whether it is an 上行文.
    fn is_up(&self) -> bool {
        matches!(self.kind, "报告" | "请示")
    }

    /// The document as an author writes it.
    pub(crate) fn yaml(&self) -> String {
        let mut yaml = format!("format: {}\n", self.format);
        if self.kind == "意见" {
            yaml += "direction: down\n";
        }
        for (name, lines) in
            [("head", &self.head), ("record", &self.record), ("print", &self.print)]
        {
            if !lines.is_empty() {
                let _ = writeln!(yaml, "{name}:\n  {}", lines.join("\n  "));
            }
        }
        yaml + &self.top.concat()
    }

    fn piece(&mut self, text: &str) -> String {
        self.pieces.push(text.to_owned());
        text.to_owned()
    }
}

fn head(draft: &mut Draft, random: &mut Random) {
    draft.head.push(format!("issuer: [{}]", draft.organs.join(", ")));
    let serial = random.among(1, 399);
    let number = match draft.format {
        "order" => format!("第{serial}号"),
        "minutes" => format!("第{serial}期"),
        _ => format!("某政发〔2026〕{serial}号"),
    };
    draft.piece(&number);
    draft.head.push(format!("number: {number}"));
    match draft.format {
        "order" => draft.head.push(format!("mark: {}令", draft.organs[0])),
        "minutes" => draft.head.push(format!("mark: {}常务会议纪要", draft.organs[0])),
        _ => {}
    }
    if draft.is_up() {
        let names: Vec<_> = draft
            .organs
            .iter()
            .map(|_| *random.one(&["王某某", "欧阳某", "李某某"]))
            .collect();
        draft.head.push(format!("signers: [{}]", names.join(", ")));
    }
}

fn corner(draft: &mut Draft, random: &mut Random) {
    draft.head.push("copy_number: 000017".to_owned());
    draft.piece("000017");
    if random.percent(60) {
        draft.head.push("secrecy: 机密".to_owned());
        draft.head.push("secrecy_period: 5年".to_owned());
        draft.piece("机密★5年");
    }
    if random.percent(60) {
        draft.head.push("urgency: 特急".to_owned());
        draft.piece("特急");
    }
}

fn title(draft: &mut Draft, random: &mut Random) {
    let subject = random.one(&SUBJECTS);
    let kind = if draft.kind.is_empty() { "情况报告" } else { draft.kind };
    let by = match draft.organs.len() {
        1 => draft.organs[0].clone(),
        count => format!(
            "{}等{}部门",
            draft.organs[0],
            ["", "", "两", "三", "四", "五", "六", "七", "八", "九"][count]
        ),
    };
    let title = draft.piece(&format!("{by}关于{subject}的{kind}"));
    draft.top.push(format!("title: {title}\n"));
}

fn subtitle(draft: &mut Draft, _: &mut Random) {
    draft.piece("（讨论稿）");
    draft.top.push("subtitle: （讨论稿）\n".to_owned());
}

fn recipients(draft: &mut Draft, random: &mut Random) {
    let many = if draft.is_up() || random.percent(60) { 1 } else { random.among(2, 12) };
    let names: Vec<_> = (0..many).map(|at| format!("第{}管理局", at + 1)).collect();
    // Without the ： after them: they may move to the 版记.
    draft.piece(&names.join("，"));
    draft.top.push(format!("recipients: [{}]\n", names.join(", ")));
}

/// How many characters a text has: mostly few, seldom forty pages.
fn length(random: &mut Random) -> usize {
    match random.among(1, 1000) {
        1..=800 => random.among(20, 500),
        801..=960 => random.among(500, 2500),
        961..=996 => random.among(2500, 8000),
        _ => random.among(20_000, 24_000),
    }
}

fn sentence(random: &mut Random) -> String {
    let clauses: Vec<_> =
        (0..random.among(1, 5)).map(|_| *random.one(&CLAUSES)).collect();
    clauses.join("，") + "。"
}

fn paragraph(random: &mut Random) -> String {
    (0..random.among(1, 4)).map(|_| sentence(random)).collect()
}

fn body(draft: &mut Draft, random: &mut Random) {
    let (lines, headings) = match draft.short {
        true => (vec!["请认真抓好落实。".to_owned(); random.among(1, 3)], vec![]),
        false => lines(random),
    };
    draft.top.push(block("body", &lines, 0));
    draft.pieces.extend(lines.iter().cloned());
    draft.headings.extend(headings);
    draft.paragraphs.extend(lines);
}

/// The lines of a text, and those of them that are headings which stand alone.
fn lines(random: &mut Random) -> (Vec<String>, Vec<String>) {
    let (mut lines, mut headings, wanted) =
        (vec![paragraph(random)], vec![], length(random));
    let ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (mut first, mut second) = (0, 0);
    while lines.iter().map(|line| line.chars().count()).sum::<usize>() < wanted {
        let word = random.one(&WORDS);
        let heading = match random.among(1, 10) {
            1 if first < 9 => {
                first += 1;
                second = 0;
                Some(format!("{}、{word}", ordinals[first - 1]))
            }
            2 | 3 if first > 0 && second < 9 => {
                second += 1;
                Some(format!("（{}）{word}", ordinals[second - 1]))
            }
            _ => None,
        };
        if let Some(heading) = heading {
            headings.push(heading.clone());
            lines.push(heading);
        }
        lines.push(paragraph(random));
    }
    (lines, headings)
}

/// A text as a block of YAML, so far to the right.
fn block(key: &str, lines: &[String], indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut yaml = format!("{margin}{key}: |\n");
    for line in lines {
        let _ = writeln!(yaml, "{margin}  {line}");
    }
    yaml
}

fn closing(draft: &mut Draft, _: &mut Random) {
    let text = draft.piece("特此说明。");
    draft.paragraphs.push(text);
    draft.top.push("closing: 特此说明。\n".to_owned());
}

fn attachments(draft: &mut Draft, random: &mut Random) {
    let count = if random.percent(70) { random.among(1, 3) } else { random.among(4, 12) };
    let mut yaml = "attachments:\n".to_owned();
    for at in 0..count {
        let long = if random.percent(30) {
            "及乡镇综合行政执法规范化建设推进计划"
        } else {
            ""
        };
        let name = draft.piece(&format!("重点任务分工{}号表{long}", at + 1));
        let _ = writeln!(yaml, "  - title: {name}");
        if random.percent(60) {
            let lines = vec![paragraph(random)];
            yaml += &block("body", &lines, 4);
            draft.pieces.extend(lines);
            draft.attachments.push(name);
        }
    }
    draft.top.push(yaml);
}

fn signature(draft: &mut Draft, random: &mut Random) {
    let seal = match draft.format {
        "plain" => "none",
        _ => *random.one(&["stamped", "stamped", "none", "none", "signed"]),
    };
    if seal == "signed" {
        let posts: Vec<_> =
            (0..draft.organs.len()).map(|at| format!("第{}局局长", at + 1)).collect();
        draft.top.push(format!(
            "signature: {{seal: signed, signer_post: [{}], date: 2026-03-12}}\n",
            posts.join(", ")
        ));
        draft.signature = posts;
        draft.signature.push("2026年3月12日".to_owned());
        draft.pieces.extend(draft.signature.clone());
        return;
    }
    let organs = draft.organs.join(", ");
    draft.top.push(format!(
        "signature: {{organs: [{organs}], date: 2026-03-12, seal: {seal}}}\n"
    ));
    draft.signature = draft.organs.clone();
    draft.signature.push("2026年3月12日".to_owned());
    draft.pieces.extend(draft.signature.clone());
}

fn signed(draft: &mut Draft, _: &mut Random) {
    draft.top.push(
        "signature: {seal: signed, signer_post: 县长, signer_name: 李某某, date: 2026-03-12}\n".to_owned(),
    );
    draft.signature = vec!["县长".to_owned(), "2026年3月12日".to_owned()];
    draft.pieces.extend(draft.signature.clone());
}

fn attendance(draft: &mut Draft, random: &mut Random) {
    let names: Vec<_> =
        (0..random.among(1, 30)).map(|at| format!("第{}局王某某", at + 1)).collect();
    draft.top.push(format!(
        "attendance:\n  present: [{}]\n  absent: [赵某某]\n",
        names.join(", ")
    ));
    draft.pieces.extend(names);
    draft.pieces.push("赵某某".to_owned());
}

fn note(draft: &mut Draft, _: &mut Random) {
    draft.piece("（此件公开发布）");
    draft.top.push("note: 此件公开发布\n".to_owned());
}

fn record(draft: &mut Draft, random: &mut Random) {
    let names: Vec<_> =
        (0..random.among(1, 20)).map(|at| format!("县属第{}单位", at + 1)).collect();
    draft.record.push(format!("copy_to: [{}]", names.join(", ")));
    draft.record.push("printer: 县政府办公室".to_owned());
    draft.record.push("print_date: 2026-03-13".to_owned());
    draft.pieces.extend(names);
    draft.pieces.push("2026年3月13日印发".to_owned());
}

fn even_record(draft: &mut Draft, _: &mut Random) {
    draft.print.push("even_record: 是".to_owned());
}

impl Draft {
    /// Whether it has a 版记.
    pub(crate) fn has_record(&self) -> bool {
        !self.record.is_empty()
    }
}
