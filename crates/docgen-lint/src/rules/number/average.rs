//! 12期1440人次，平均每期130人次: an average against its total and count.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-average",
    severity: Severity::Warning,
    title: [
        "平均数与总数、个数对不上",
        "an average that its total and count do not make",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：平均数等于总数除以个数。",
        reason: "总数更新了，平均数没有重算。",
        wrong: &[
            "举办培训12期1440人次，平均每期⟦130人次⟧。",
            "向300人发放补贴15万元，人均⟦600元⟧。",
            "新建公厕45座，投资900万元，平均每座⟦25万元⟧。",
        ],
        right: &[
            "举办培训12期1440人次，平均每期120人次。",
            "向300人发放补贴15万元，人均500元。",
            "新建公厕45座，投资900万元，平均每座20万元。",
            "居民300人，总投资15万元，人均可支配收入2.3万元。",
            "共3个组，调研12次，平均每月2次。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            for (index, mean) in quantities.iter().enumerate().skip(2) {
                let Some(unit) = counted_by(passage.label(mean)) else { continue };
                let before = &quantities[index - 2..index];
                let count = before.iter().find(|q| q.unit == unit && q.is_count());
                let total = before.iter().find(|q| q.unit == mean.unit && q.is_count());
                let (Some(count), Some(total)) = (count, total) else { continue };
                let fits = mean.is_ratio(total, count, Amount::ONE);
                if count.amount.0 > 0 && count.unit != total.unit && !mean.about && !fits
                {
                    let right =
                        mean.rounded(total.amount.0 * Amount::ONE / count.amount.0);
                    let [total, count, told] =
                        [total, count, mean].map(|q| q.tells(q.amount));
                    let right = mean.tells(right);
                    tell(
                        findings,
                        passage,
                        mean.at.clone(),
                        [
                            format!("{total}÷{count}＝{right}，这里写的是{told}"),
                            format!("{total} over {count} is {right}, not {told}"),
                        ],
                    );
                }
            }
        }
    }
}

/// The unit that an average is taken over: `平均每期`, `人均`; none if the words say more.
fn counted_by(label: &str) -> Option<&str> {
    let words = label.trim_end_matches(['为', '达', '约']);
    if matches!(words, "人均" | "平均每人") {
        return Some("人");
    }
    let unit = words.strip_prefix("平均每")?;
    let verbs = ["投资", "投入", "培训", "补助"];
    Some(verbs.iter().find_map(|verb| unit.strip_suffix(verb)).unwrap_or(unit))
}
