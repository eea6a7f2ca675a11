//! ￥100元: the currency twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-money-twice",
    severity: Severity::Warning,
    title: ["货币符号与“元”重复", "the currency told twice"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011、通行文法：货币符号与单位只用一个。",
        reason: "意思重复。",
        wrong: &["支付⟦￥100元⟧。", "支付⟦人民币￥100⟧。"],
        right: &["支付100元。", "支付￥100。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, sign) in text.match_indices(['￥', '¥', '$']) {
            let digits =
                |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '万' | '亿');
            let rest = text[at + sign.len()..].trim_start_matches(digits);
            let end = text.len() - rest.len();
            let money = text[..at].strip_suffix("人民币").map(str::len);
            let unit = ["元", "美元"].into_iter().find(|unit| rest.starts_with(unit));
            if end == at + sign.len() || (money.is_none() && unit.is_none()) {
                continue;
            }
            findings.at(
                passage.text,
                money.unwrap_or(at)..end + unit.map_or(0, str::len),
                ["货币说了两次".to_owned(), "the currency is told twice".to_owned()],
                ["只留一个".to_owned(), "keep one".to_owned()],
            );
        }
    }
}
