//! 已于2022年5月1日完成, in a document of January: what cannot have happened.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::when::dates;

pub(super) const RULE: Rule = Rule {
    code: "number-future-date",
    severity: Severity::Warning,
    title: [
        "成文日期以后的事写成已经发生",
        "something told as done after the date of the document",
    ],
    clause: None,
    manual: Manual {
        source: "GB/T 9704-2012 7.3.5.4：成文日期是会议通过或者负责人签发的日期。",
        reason: "年份写错一年，已办的事就成了未来的事。",
        wrong: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，整改任务已于⟦2022年5月1日⟧完成。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，整改任务已于2022年1月1日完成，计划于2022年5月1日验收。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let date = script.document.signature.as_ref().and_then(|signature| signature.date);
    let Some(written) = date.map(|date| date.value) else { return };
    let today = (written.parts().0, Some(written.parts().1), Some(written.parts().2));
    for passage in script.prose() {
        let text = passage.text.as_str();
        for when in dates(text) {
            let before = &text[..when.at.start];
            let done = ["已于", "已在", "已经于", "已自"]
                .iter()
                .any(|word| before.ends_with(word));
            let Some(year) = when.year.filter(|_| done) else { continue };
            let later = match (when.month, when.day) {
                (None, _) => year > today.0,
                (Some(_), None) => (year, when.month) > (today.0, today.1),
                (Some(_), Some(_)) => (year, when.month, when.day) > today,
            };
            if later {
                let told = &text[when.at.clone()];
                tell(
                    findings,
                    passage,
                    when.at.clone(),
                    [
                        format!("成文日期是{written}，{told}还没有到"),
                        format!(
                            "the document is of {}; {told} is still to come",
                            written.iso()
                        ),
                    ],
                );
            }
        }
    }
}
