//! Clean documents: reports with headings, plain sentences, facts and series, from a seed.

use crate::numbers::{Scene, fill};
use crate::random::Random;

/// A fact: its kind and its words with slots.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fact {
    pub(crate) kind: &'static str,
    words: &'static str,
    seed: u64,
}

/// A line of a document: the parts that are sentences, and the fact of each that has one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) parts: Vec<(String, Option<Fact>)>,
}

/// A document as lines.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) scene: Scene,
    title: String,
    pub(crate) lines: Vec<Line>,
}

const TOPICS: [&str; 8] = [
    "法治政府建设",
    "优化营商环境",
    "乡村振兴",
    "民生实事办理",
    "安全生产",
    "公共法律服务",
    "生态环境保护",
    "财政资金管理",
];
const HEADINGS: [&str; 10] = [
    "加强组织领导，压实工作责任",
    "完善制度体系，提高治理效能",
    "规范执法行为，维护公平正义",
    "强化监督制约，确保依法用权",
    "化解矛盾纠纷，促进社会和谐",
    "深化改革创新，激发发展活力",
    "保障改善民生，增进群众福祉",
    "夯实基层基础，补齐短板弱项",
    "加大宣传力度，营造良好氛围",
    "锤炼过硬作风，建设高素质队伍",
];
const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Figures that a document tells twice: the words of both times, with `{v}` for the figure.
pub(crate) const TWICE: [[&str; 2]; 4] = [
    [
        "{全}行政机关负责人出庭应诉率达{v}%，位居全省前列。",
        "落实出庭应诉通报制度，{全}行政机关负责人出庭应诉率达{v}%。",
    ],
    [
        "{全}森林覆盖率达到{v}%，生态屏障更加牢固。",
        "持续开展国土绿化，{全}森林覆盖率达{v}%。",
    ],
    [
        "针对督察反馈意见，研究制定整改措施{v}条，逐条明确责任单位和完成时限。",
        "{v}条整改措施全部录入督办平台，实行销号管理。",
    ],
    [
        "{全}完成固定资产投资{v}亿元，项目建设有序推进。",
        "从结构看，{全}完成固定资产投资{v}亿元，工业占比提升。",
    ],
];

impl Draft {
    /// The document of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let (place, all) =
            *random.pick(&[("县", "全县"), ("市", "全市"), ("区", "全区")]);
        let scene = Scene { place, all, year: random.within(2019, 2023) };
        let topic = random.pick(&TOPICS);
        let year = scene.year;
        let title = format!("某某{place}{year}年{topic}工作情况的报告");
        let mut draft = Self { scene, title, lines: vec![] };
        draft.plain_line(&format!(
            "{year}年，在上级党委、政府的坚强领导下，某某{place}坚持稳中求进，扎实推进{topic}各项工作。现将有关情况报告如下。"
        ));
        draft.plain_line("一、主要工作开展情况");
        let mut facts = sentences(include_str!("facts.txt"));
        let pairs: Vec<_> =
            TWICE.iter().map(|pair| (pair, random.within(31, 94))).collect();
        for (index, heading) in random.some(&HEADINGS, 6).iter().enumerate() {
            draft.plain_line(&format!("（{}）{heading}", HAN[index]));
            let mut line = draft.paragraph(&mut random, &mut facts, index % 2 == 0);
            if let Some((pair, value)) =
                pairs.get(index % 4).filter(|_| index < 4 || index == 5)
            {
                let words = pair[usize::from(index >= 4)];
                line.parts.push((draft.told(words, &value.to_string()), None));
            }
            draft.lines.push(line);
        }
        draft.plain_line("二、存在的主要问题");
        draft.lines.push(draft.paragraph(&mut random, &mut facts, false));
        let again = pairs.iter().enumerate().filter(|(index, _)| *index != 1);
        let told =
            again.map(|(_, (pair, value))| draft.told(pair[1], &value.to_string()));
        let parts = told.map(|text| (text, None)).collect();
        draft.lines.push(Line { parts });
        draft.plain_line("三、下一步工作打算");
        draft.lines.push(draft.paragraph(&mut random, &mut facts, true));
        draft
    }

    fn plain_line(&mut self, text: &str) {
        self.lines.push(Line { parts: vec![(text.to_owned(), None)] });
    }

    /// The words of a figure that is told twice.
    pub(crate) fn told(&self, words: &str, value: &str) -> String {
        words.replace("{全}", self.scene.all).replace("{v}", value)
    }

    /// A paragraph of sentences, as a series if asked. No fact is told twice.
    fn paragraph(
        &self,
        random: &mut Random,
        facts: &mut Vec<&'static str>,
        series: bool,
    ) -> Line {
        let plain = sentences(include_str!("plain.txt"));
        let mut parts = vec![];
        for han in HAN.iter().take(random.within(3, 4) as usize) {
            if series {
                parts.push((format!("{han}是"), None));
            }
            parts.push(((*random.pick(&plain)).to_owned(), None));
            for _ in 0..random.within(1, 2) {
                let at = random.within(0, facts.len() as i64 - 1) as usize;
                let mut fact = fact(facts[at]);
                fact.seed = random.within(1, i64::MAX / 4) as u64;
                // A list within a series would be a series of its own.
                if !(series && fact.kind.starts_with("list")) {
                    facts.remove(at);
                    parts.push((String::new(), Some(fact)));
                }
            }
        }
        Line { parts }
    }

    /// The lines as text, with one fact of some lines off: `wrong` holds line and part.
    pub(crate) fn written(&self, wrong: &[(usize, usize)]) -> Vec<String> {
        let part =
            |line: usize, at: usize, (text, fact): &(String, Option<Fact>)| match fact {
                Some(fact) => {
                    let off = wrong.contains(&(line, at));
                    fill(fact.kind, fact.words, self.scene, fact.seed, off)
                }
                None => text.clone(),
            };
        let line = |(line, parts): (usize, &Line)| {
            let parts = parts.parts.iter().enumerate();
            parts.map(|(at, given)| part(line, at, given)).collect::<String>()
        };
        self.lines.iter().enumerate().map(line).collect()
    }

    /// The file of some lines.
    pub(crate) fn file(&self, lines: &[String]) -> String {
        let body: String = lines.iter().map(|line| format!("  {line}\n")).collect();
        let year = self.scene.year + 1;
        format!(
            "格式: 普通\n标题: {}\n落款: {{成文日期: {year}-01-18}}\n正文: |\n{body}",
            self.title
        )
    }
}

fn sentences(file: &'static str) -> Vec<&'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

fn fact(line: &'static str) -> Fact {
    let (kind, words) = line.split_once(" | ").unwrap_or(("plain", line));
    Fact { kind, words, seed: 0 }
}
