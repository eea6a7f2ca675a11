//! 印发日期 is not before 成文日期.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-dates-in-order",
    severity: Severity::Warning,
    title: [
        "印发日期早于成文日期",
        "the date of printing is before that of the document",
    ],
    clause: Some([7, 4, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.5.4、7.4.3：成文日期是会议通过或签发的日期，印发日期是付印的日期。",
        reason: "公文先签发、后印发；印发日期在前，两个日期必有一个写错了。",
        wrong: &[
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n落款: {署名: 某某县人民政府, 成文日期: 2022-01-18}\n\
                  版记: {印发机关: 某某县人民政府办公室, 印发日期: ⟦2022-01-08⟧}\n",
        ],
        right: &[
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n落款: {署名: 某某县人民政府, 成文日期: 2022-01-18}\n\
                  版记: {印发机关: 某某县人民政府办公室, 印发日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let signed = document.signature.as_ref().and_then(|signature| signature.date);
    let printed = document.record.as_ref().and_then(|record| record.print_date);
    let (Some(signed), Some(printed)) = (signed, printed) else { return };
    if printed.value < signed.value {
        let (signed, early) = (signed.value, printed.value);
        findings.tell(
            printed.span,
            [
                format!("印发日期{early}早于成文日期{signed}"),
                format!("printed on {} but signed on {}", early.iso(), signed.iso()),
            ],
            ["核对两个日期".to_owned(), "check both dates".to_owned()],
        );
    }
}
