//! 3．5: the decimal point is “.”.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-decimal-point",
    severity: Severity::Warning,
    title: ["小数点的写法不对", "a decimal point of the wrong form"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.1：小数点用“.”。",
        reason: "全角的点、句号占一个字，会在行末断开。",
        wrong: &["增长3⟦．⟧5%。", "增长3⟦。⟧5%。"],
        right: &["增长3.5%。", "1．完善制度，增长2%。", "居全市第3。5%的企业完成改造。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let digit = |c: char| c.is_ascii_digit();
        for (at, mark) in text.match_indices(['．', '。']) {
            let before = text[..at].trim_end_matches(digit);
            let rest = &text[at + mark.len()..];
            let share =
                rest.trim_start_matches(digit).starts_with(['%', '％', '万', '亿', '倍']);
            let inside =
                before.len() < at && !before.is_empty() && rest.starts_with(digit);
            let ordinal = before.ends_with('第');
            let at = at..at + mark.len();
            let message = [
                format!("小数点写成了“{mark}”"),
                format!("“{mark}” for a decimal point"),
            ];
            if inside && mark == "．" {
                findings.replace(passage.text, at, message, ".");
            } else if inside && share && !ordinal {
                // A sentence may end in a number, and the next begin with one.
                let hint = ["是小数点的，写成“.”", "write “.” if it is one"];
                findings.at(passage.text, at, message, hint.map(str::to_owned));
            }
        }
    }
}
