//! Parts against their whole: `128条，已完成92项、取得阶段性成效34项、正在推进2项`.
//!
//! 1. Within a sentence, a whole is followed by one clause mark and a list of counts of its
//!    own kind, parted by 、; or, behind 其中 or with grades, by commas too.
//! 2. A list that names what is left (其余, 其他, 正在), or that nearly makes the whole, means
//!    to be complete. Far less is a choice of examples, as `277件，其中废止6件、失效28件、
//!    修改15件`, and says nothing; far more is a list of other things, unless 其中 calls them
//!    parts.

use docgen_model::Severity;

use crate::change::way;
use crate::figures::{LONGEST_LIST, has_any};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-part-sum",
    severity: Severity::Warning,
    title: ["分项相加不等于总数", "parts do not add up to their whole"],
    clause: None,
    manual: Manual {
        source: "统计常识：列全了的分项，和等于总数；列举其中几项的，和不大于总数。",
        reason: "总数与分项常从不同的表里抄来，一处改了另一处没改，是报告里最刺眼的错。",
        wrong: &[
            "明确了⟦128条⟧整改措施，已完成93项、取得阶段性成效34项、正在推进2项。",
            "梳理证明事项⟦164项⟧，其中保留107项、取消19项、实行告知承诺制28项。",
            "清理文件⟦27件⟧，其中废止6件、失效28件、修改15件。",
            "清理文件⟦87件⟧，其中废止12件，失效9件，修改15件，继续有效50件。",
            "共评查案卷⟦141卷⟧，评定优秀案卷14卷，良好案卷73卷，合格案卷44卷。",
            "完成投资⟦12.5亿元⟧，同比增长15%，其中第一产业1.5亿元、第二产业6亿元、第三产业6亿元。",
            "组织干部⟦120人⟧参加，参学率100%，其中乡镇干部86人、村干部35人。",
            "处置土地⟦23宗1560亩⟧，其中收回8宗520亩、盘活16宗1040亩。",
            "到位资金⟦12,310万元⟧，到位率95.7%。其中，县级资金6,120万元，上级资金5,190万元，社会资金1,010万元。",
        ],
        right: &[
            "明确了128条整改措施，目前已完成92项、取得阶段性成效34项、正在推进2项，并于10月份接受了督察。",
            "梳理证明事项164项，其中保留107项、取消19项、实行告知承诺制38项。",
            "清理规范性文件277件，其中废止6件、失效28件、修改15件。",
            "共参与重大决策45件、审查法律文件267件、出具法律意见书179份。",
            "组织案卷评查120宗，评出优秀42宗、良好66宗，优良率90%。",
            "办理相关提案11件，共发出司法建议43条、检察建议697条。",
            "受理案件100件，其中民事60件，刑事40件，审结95件。",
            "到位资金12,310万元，到位率95.7%。其中，县级资金6,120万元，上级资金5,190万元，社会资金1,000万元。",
            "培训干部80人，其中党员50人、女性45人。",
            "党员12856名，其中女党员3456名、少数民族1289名、大专以上学历6890名。",
            "处分78人，其中党纪处分52人、政务处分31人。",
            "实现利润8800亿元，其中国有企业2300亿元、股份制企业6300亿元、私营企业2500亿元。",
        ],
    },
    check,
};

/// Words of parts that are what became of a whole.
const STATES: &[&str] = &[
    "完成",
    "办结",
    "正在",
    "推进",
    "整改",
    "解决",
    "取得",
    "未",
    "落实",
    "销号",
    "采纳",
    "结案",
    "审结",
    "开工",
    "竣工",
    "建成",
    "在建",
    "优秀",
    "良好",
    "合格",
    "达标",
    "满意",
    "维持",
    "撤销",
    "驳回",
    "废止",
    "失效",
    "保留",
    "取消",
    "继续有效",
    "一般",
    "新建",
    "改建",
    "续建",
    "男",
    "女",
    "国家级",
    "分别",
];
/// Words of parts of which no thing can be two, so that commas may part them.
const APART: &[&str] = &[
    "优秀", "良好", "合格", "一般", "较差", "维持", "驳回", "撤销", "部分", "逾期",
    "按期", "提前", "正在", "尚未", "剩余", "其余",
];
/// Words of a last part that leaves nothing over.
const REST: &[&str] = &[
    "其余",
    "其他",
    "剩余",
    "余下",
    "尚未",
    "未",
    "正在",
    "在办",
    "继续有效",
    "继续保留",
    "不合格",
    "在建",
];
/// What people, or firms, can be at the same time.
const OVERLAPPING: &[&str] = &[
    "党员",
    "女",
    "少数民族",
    "学历",
    "本科",
    "高级",
    "残疾",
    "退役",
    "青年",
    "国有",
    "股份",
    "私营",
    "民营",
    "外商",
    "处分",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let mut before: &[Quantity<'_>] = &[];
        for quantities in passage.by_sentence() {
            for (index, whole) in quantities.iter().enumerate() {
                look(passage, whole, &quantities[index + 1..], findings);
                if is_pair(passage, &quantities[index..]) {
                    for pairs in pairs(passage, &quantities[index..]) {
                        look(passage, &pairs[0], &pairs[1..], findings);
                    }
                }
            }
            // `到位资金12310.5万元，到位率95.7%。其中，县级6120万元`.
            let last = before.iter().rev().find(|quantity| !quantity.is_percent());
            let alone = before.iter().filter(|quantity| quantity.is_count()).count() == 1;
            if let Some(whole) = last.filter(|_| alone) {
                look(passage, whole, quantities, findings);
            }
            before = quantities;
        }
    }
}

/// Whether two figures stand together: `23宗1560亩`.
fn is_pair(passage: &Passage<'_>, quantities: &[Quantity<'_>]) -> bool {
    let [one, other, ..] = quantities else { return false };
    one.at.end == other.at.start
        && one.unit != other.unit
        && !passage.label(one).is_empty()
}

/// The pairs of figures from the first on, twice: as their first and as their second figures, each
/// at the place of both.
fn pairs<'t>(passage: &Passage<'_>, mut rest: &[Quantity<'t>]) -> [Vec<Quantity<'t>>; 2] {
    let mut all = [vec![], vec![]];
    while let ([one, other, behind @ ..], true) = (rest, is_pair(passage, rest)) {
        if all[0].len() == LONGEST_LIST {
            break;
        }
        let at = one.at.start..other.at.end;
        all[0].push(Quantity { at: at.clone(), ..one.clone() });
        all[1].push(Quantity { at, ..other.clone() });
        rest = behind;
    }
    all
}

fn look(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    rest: &[Quantity<'_>],
    findings: &mut Findings,
) {
    // `投资12.5亿元，同比增长15%，其中…`: how the whole has grown.
    let rest = match rest {
        [rate, rest @ ..] if is_growth_before_parts(passage, rate) => rest,
        rest => rest,
    };
    let list = List::behind(passage, whole, rest);
    if let Some(list) = list.filter(|list| list.is_off(whole)) {
        list.tell(passage, whole, findings);
    }
}

fn is_growth_before_parts(passage: &Passage<'_>, rate: &Quantity<'_>) -> bool {
    let behind = &passage.text.as_str()[rate.at.end..];
    let of_all = rate.amount.0 == 100 * Amount::ONE;
    rate.is_percent()
        && (of_all || way(passage.label(rate)).is_some())
        && behind.starts_with("，其中")
}

/// The counts behind a whole.
struct List<'q> {
    parts: Vec<&'q Quantity<'q>>,
    /// How many parts there are up to each comma, where the list may end, and in all.
    ends: Vec<usize>,
    /// Whether 其中 calls them parts.
    parted: bool,
    /// Whether they stand in brackets without 其中: then they mean to be all.
    bracket: bool,
    /// Whether the last is what is left.
    closed: bool,
    /// Whether one thing can be several of them.
    overlapping: bool,
}

/// The words between a whole and its first part.
#[derive(Clone, Copy)]
struct Lead {
    /// Whether they say 其中.
    parted: bool,
    /// Whether the list stands in brackets.
    bracket: bool,
}

impl Lead {
    fn new(gap: &str) -> Option<Self> {
        let mut words = gap.replace("其中，", "其中").replace("其中：", "其中");
        if let Some((_, next)) = gap.split_once("。其中") {
            if next.contains('。') {
                return None;
            }
            words = "，其中".to_owned();
        }
        if let Some((rate, parts)) = gap.split_once("%，其中")
            && !rate.contains('。')
        {
            words = format!("，其中{parts}");
        }
        let opened = words.matches(['，', '：', '（']).count() == 1;
        let other = words.contains(['、', '；', '）', '“', '《', '。']);
        let parted = has_any(&words, &["其中", "包括", "分别为"]);
        (opened && !other).then_some(Self { parted, bracket: words.contains('（') })
    }
}

/// The counts of a list; none if it is one of several kinds of things.
fn parts<'q>(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    rest: &'q [Quantity<'q>],
    lead: Lead,
) -> Option<Vec<&'q Quantity<'q>>> {
    let mut parts: Vec<&Quantity<'_>> = vec![];
    for part in rest {
        let gap = parts.last().map_or("、", |last| passage.between(last, part));
        if gap.split_once('（').is_some_and(|(_, inside)| !inside.contains('）')) {
            return None;
        }
        let listed = gap.starts_with(['、', '和', '及']) || gap.starts_with("以及");
        let one_comma = gap.matches('，').count() == 1 && !gap.contains(['。', '；']);
        let apart = has_any(passage.label(part), APART) && !gap.contains("其中");
        let told = one_comma && (lead.parted || apart);
        if !listed && !told || lead.bracket && gap.contains('）') {
            break;
        }
        if !(part.is_count() && part.is_kind_of(whole)) {
            if listed {
                return None;
            }
            break;
        }
        if parts.len() == LONGEST_LIST {
            return None;
        }
        parts.push(part);
    }
    let commas =
        parts.windows(2).any(|two| passage.between(two[0], two[1]).starts_with('，'));
    (lead.parted || !commas || parts.len() > 2).then_some(parts)
}

impl<'q> List<'q> {
    fn behind(
        passage: &Passage<'_>,
        whole: &Quantity<'_>,
        rest: &'q [Quantity<'q>],
    ) -> Option<Self> {
        let first = rest.first().filter(|_| whole.is_count() && whole.amount.0 > 0)?;
        let lead = Lead::new(passage.between(whole, first))?;
        let parts = parts(passage, whole, rest, lead)?;
        let next = rest.get(parts.len());
        let any = |names: &[&str]| parts.iter().any(|q| has_any(passage.label(q), names));
        let sexes = any(&["男"]);
        let overlapping = any(OVERLAPPING) && !sexes;
        let closed = parts.last().is_some_and(|part| {
            let words = passage.label(part);
            let rest = REST.iter().any(|word| words.starts_with(word));
            rest || sexes && words.starts_with('女')
        });
        let rated = next.is_some_and(Quantity::is_percent) && !closed;
        let Lead { parted, bracket } = lead;
        let fits = parts.len() >= 2 && !rated && (parted || bracket || any(STATES));
        let bracket = bracket && !parted;
        let comma = |end: &usize| {
            let gap = parts.get(*end).map(|next| passage.between(parts[end - 1], next));
            gap.is_none_or(|gap| gap.starts_with('，'))
        };
        let ends = (2..=parts.len()).filter(comma).collect();
        fits.then_some(Self { parts, ends, parted, bracket, closed, overlapping })
    }

    /// Whether the list means to be complete and is not, or is more than its whole.
    fn is_off(&self, whole: &Quantity<'_>) -> bool {
        let mut sums = vec![0];
        sums.extend(self.parts.iter().scan(0, |sum, part| {
            *sum += part.amount.0;
            Some(*sum)
        }));
        let rounding: i128 = self.parts.iter().map(|part| part.rounding()).sum();
        let loose = rounding + whole.rounding();
        let fits = |sum: &i128| (sum - whole.amount.0).abs() <= loose;
        let made = self.ends.iter().filter_map(|end| sums.get(*end)).any(fits);
        let first = self.parts.first().map_or(0, |part| part.amount.0);
        let percent = self.sum() * 100 / whole.amount.0;
        let least = if self.parts.len() > 2 { 88 } else { 95 };
        let likely = match (self.parted, self.closed) {
            (_, true) => (50..=200).contains(&percent),
            (true, false) => percent >= least,
            (false, false) if self.bracket => (66..=150).contains(&percent),
            (false, false) => (80..=125).contains(&percent),
        };
        let both = self.overlapping && !self.closed;
        // A first part above its whole is told by the rule on subsets.
        let told = self.parted && first > whole.amount.0;
        likely && !(made || both || told)
    }

    fn sum(&self) -> i128 {
        self.parts.iter().map(|part| part.amount.0).sum()
    }

    fn tell(&self, passage: &Passage<'_>, whole: &Quantity<'_>, findings: &mut Findings) {
        let terms: Vec<_> =
            self.parts.iter().map(|part| whole.tells(part.amount)).collect();
        let (sum, total) = (whole.tells(Amount(self.sum())), whole.tells(whole.amount));
        let terms = terms.join("＋");
        findings.at(
            passage.text,
            whole.at.clone(),
            [
                format!("分项相加 {terms}＝{sum}，总数是 {total}"),
                format!("the parts {terms} make {sum}, the whole is {total}"),
            ],
            [
                "核对总数和各分项；只列举一部分的，写明“其中”并核对有无重复".to_owned(),
                "check the whole and its parts".to_owned(),
            ],
        );
    }
}
