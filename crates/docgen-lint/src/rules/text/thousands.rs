//! 1,23,456: commas every three digits.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-thousands",
    severity: Severity::Warning,
    title: ["千分号的位置不对", "thousands marks in the wrong places"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.1：多位数分节，从小数点起每三位一节。",
        reason: "少一位、多一位，数就差了十倍。",
        wrong: &["投资⟦1,23,456⟧元。", "投资⟦12,34⟧万元。"],
        right: &["投资123,456元。", "投资1,234.56万元。", "投资123456元。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let inside = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        let mut from = 0;
        while let Some(at) =
            text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at)
        {
            let length = text[at..].find(|c| !inside(c)).unwrap_or(text.len() - at);
            let number = text[at..at + length].trim_end_matches([',', '.']);
            from = at + length;
            let latin = text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
            if number.contains(',') && !latin && !is_grouped(number) {
                findings.at(
                    passage.text,
                    at..at + number.len(),
                    [
                        format!("“{number}”不是三位一节"),
                        format!("“{number}” is not in groups of three"),
                    ],
                    ["核对这个数".to_owned(), "check the number".to_owned()],
                );
            }
        }
    }
}

fn is_grouped(number: &str) -> bool {
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    first && groups.all(|group| group.len() == 3)
}
