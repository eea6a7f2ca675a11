//! 2021年是中国共产党成立99周年: anniversaries that all know.

use docgen_model::Severity;

use crate::figures::{number_before, tell, words_since};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::when::dates;

pub(super) const RULE: Rule = Rule {
    code: "number-anniversary",
    severity: Severity::Warning,
    title: ["周年数与年份对不上", "an anniversary that its year does not make"],
    clause: None,
    manual: Manual {
        source: "中国共产党1921年成立，中国人民解放军1927年建军，中华人民共和国1949年成立，改革开放始于1978年，抗日战争1945年胜利。",
        reason: "周年数说错是政治性差错。",
        wrong: &[
            "2021年是中国共产党成立⟦99周年⟧。",
            "2019年，热烈庆祝中华人民共和国成立⟦71周年⟧。",
        ],
        right: &[
            "2021年是中国共产党成立100周年。",
            "2019年，热烈庆祝中华人民共和国成立70周年。",
            "2021年，公司成立20周年。",
            "2022年，学习在庆祝中国共产党成立100周年大会上的重要讲话精神。",
        ],
    },
    check,
};

/// What began, and in which year.
const EVENTS: [(&str, u16); 9] = [
    ("中国共产党成立", 1921),
    ("建党", 1921),
    ("中国人民解放军建军", 1927),
    ("建军", 1927),
    ("中华人民共和国成立", 1949),
    ("新中国成立", 1949),
    ("改革开放", 1978),
    ("长征胜利", 1936),
    ("抗日战争胜利", 1945),
];

/// How many characters before it a year is looked for.
const FAR: usize = 120;
/// What an anniversary names, so that the year may be another.
const NAMES: [&str; 8] = ["大会", "讲话", "活动", "之际", "庆祝", "纪念", "座谈", "表彰"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (end, word) in text.match_indices("周年") {
            let Some((start, told)) = number_before(&text[..end]) else { continue };
            let event = EVENTS.iter().find(|(name, _)| text[..start].ends_with(name));
            let Some((name, first)) = event else { continue };
            let dates = dates(words_since(text, start, FAR, &['。', '；']));
            let years: Vec<_> = dates.iter().filter_map(|date| date.year).collect();
            let [year] = &years[..] else { continue };
            let behind = &text[end + word.len()..];
            if NAMES.iter().any(|word| behind.starts_with(word)) {
                continue;
            }
            let right = i64::from(*year) - i64::from(*first);
            if right != i64::from(told) {
                tell(
                    findings,
                    passage,
                    start..end + word.len(),
                    [
                        format!(
                            "{name}在{first}年，{year}－{first}＝{right}，这里写的是{told}"
                        ),
                        format!("{year} is {right} years after {first}, not {told}"),
                    ],
                );
            }
        }
    }
}
