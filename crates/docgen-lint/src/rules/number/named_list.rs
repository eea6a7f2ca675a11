//! 教育局、财政局5个部门: a count of named things.

use docgen_model::Severity;

use crate::figures::{number_before, tell, words_before};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-named-list",
    severity: Severity::Warning,
    title: ["点名的个数与说的个数不符", "more or fewer named than counted"],
    clause: None,
    manual: Manual {
        source: "通行文法：不用“等”的列举，个数应当与所列相等；用“等”的，所列不多于总数。",
        reason: "增删了单位，数目忘了改。",
        wrong: &[
            "县教育局、县财政局、县民政局⟦4个⟧部门联合印发通知。",
            "县教育局、县财政局、县民政局等⟦2个⟧部门参加。",
            "在教育、医疗、住房、养老⟦三个⟧领域开展整治。",
        ],
        right: &[
            "县教育局、县财政局、县民政局3个部门联合印发通知。",
            "县教育局、县财政局、县民政局等5个部门参加。",
            "在教育、医疗、住房和养老四个领域开展整治。",
            "甲镇、乙镇的12个村通了自来水。",
            "甲镇、乙镇12个村通了自来水。",
            "完成改造、绿化、亮化，新建5个项目。",
            "省、市、县三级4个部门联合检查。",
            "涉及甲镇、乙镇、丙镇三个乡镇和城南、城北两个街道。",
        ],
    },
    check,
};

const KINDS: &[&str] = &[
    "部门", "单位", "领域", "方面", "环节", "行业", "机构", "乡镇", "街道", "县区",
    "国家", "省份", "专业", "课题",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (counter, word) in text.match_indices(['个', '家', '大']) {
            let rest = &text[counter + word.len()..];
            let kind = KINDS.iter().find(|kind| rest.starts_with(**kind));
            let number = number_before(&text[..counter]);
            let (Some(_), Some((start, number))) = (kind, number) else { continue };
            let Some(list) = List::before(words_before(text, start, FAR)) else {
                continue;
            };
            if list.fits(number) {
                continue;
            }
            let named = list.least;
            let end = counter + word.len();
            tell(
                findings,
                passage,
                start..end,
                [
                    format!("列出的是{named}个，这里写的是{number}个"),
                    format!("{named} are named, {number} counted"),
                ],
            );
        }
    }
}

/// How many characters a list may have.
const FAR: usize = 200;

/// Ends of lists that own what is counted, or stand beside it.
const OWNERS: &[&str] = &[
    "的", "了", "在", "有", "共", "中", "级", "系统", "所属", "下属", "直属", "机关",
    "内", "各",
];

/// Names that join two words themselves.
const NAMES: &[&str] = &[
    "住房和城乡",
    "人力资源和社会",
    "工业和信息",
    "发展和改革",
    "文化和旅游",
    "卫生和计划",
    "农业和农村",
    "规划和自然",
    "经济和信息",
    "公安和司法",
    "国防和",
    "国有资产监督和",
    "宗教和",
];

/// What follows another count and its noun: `城南、城北` of `三个乡镇和城南、城北`.
fn behind_count(clause: &str) -> &str {
    let counters = clause.rmatch_indices(['个', '家']);
    let mut counted = counters.filter(|(at, _)| number_before(&clause[..*at]).is_some());
    let Some((at, _)) = counted.next() else { return clause };
    let rest = &clause[at..];
    rest.split_once(['和', '与', '及', '、']).map_or(rest, |(_, behind)| behind)
}

/// Named things in a row.
struct List {
    /// How many there are, names with 和 in them taken as one.
    least: u32,
    /// How many there are, names cut at each 和.
    most: u32,
    /// Whether 等 says that there are more.
    more: bool,
}

impl List {
    /// The list that ends a text.
    fn before(text: &str) -> Option<Self> {
        let more = text.ends_with('等');
        let words = text.trim_end_matches(['等', '这']);
        let marks = ['，', '。', '；', '：', '\n', '（', '）', '》', '”'];
        let clause = behind_count(words.rsplit(marks).next()?);
        let items: Vec<_> = clause.split('、').collect();
        let plain = |item: &&str| {
            !item.is_empty() && !item.contains(|c: char| c.is_ascii_digit())
        };
        let short = items.iter().skip(1).all(|item| item.chars().count() <= 12);
        let named = items.len() >= 2 && items.iter().all(plain) && short;
        let owned = OWNERS.iter().any(|end| clause.ends_with(end));
        let own: usize = NAMES.iter().map(|name| clause.matches(name).count()).sum();
        let joins = clause.matches(['和', '与', '及']).count().saturating_sub(own);
        let least = u32::try_from(items.len()).ok()?;
        let most = u32::try_from(items.len() + joins).ok()?;
        (named && !owned).then_some(Self { least, most, more })
    }

    fn fits(&self, number: u32) -> bool {
        // Far from it, the number counts something else.
        let near = number + 2 >= self.least && number <= self.most + 2;
        !near || number >= self.least && (self.more || number <= self.most)
    }
}
