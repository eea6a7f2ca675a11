//! 128余条: about so much, to the last digit.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-about-exact",
    severity: Severity::Warning,
    title: ["精确到个位的数后面用“余”“多”", "about so much, told to the last digit"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835、通行文法：“余”“多”用在整十、整百、整千的数后面。",
        reason: "不是数字没有取整，就是“余”字多余。",
        wrong: &["发布信息⟦128余条⟧。", "培训人员⟦1365多名⟧。"],
        right: &[
            "发布信息120余条。",
            "培训人员1300多名。",
            "发布信息11万余条。",
            "投资3.5亿多元。",
            "2020余年。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in &passage.quantities {
            let digits = &text[quantity.digits.clone()];
            let rest = &text[quantity.digits.end..];
            let about = rest.starts_with(['余', '多']);
            if about
                && digits.len() > 1
                && !digits.ends_with('0')
                && !digits.contains('.')
            {
                let word = if rest.starts_with('余') { "余" } else { "多" };
                tell(
                    findings,
                    passage,
                    quantity.at.clone(),
                    [
                        format!("{digits}已经到个位，后面不用“{word}”"),
                        format!(
                            "{digits} is exact to the last digit; “{word}” says about"
                        ),
                    ],
                );
            }
        }
    }
}
