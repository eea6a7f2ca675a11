//! 印发机关 and 印发日期 stand on one line, both or neither.

use docgen_model::{Severity, Stage};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-printed-by",
    severity: Severity::Warning,
    title: [
        "印发机关、印发日期只有一个",
        "a printing organ without its date, or a date alone",
    ],
    clause: Some([7, 4, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.4.3：印发机关左空一字，印发日期右空一字，编排在末条分隔线之上。",
        reason: "两个要素同在一行，缺一个多半是漏写；草稿不查。",
        wrong: &[
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n版记: {印发机关: ⟦某某县人民政府办公室⟧}\n",
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n版记: {印发日期: ⟦2022-01-18⟧}\n",
        ],
        right: &[
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n版记: {印发机关: 某某县人民政府办公室, 印发日期: 2022-01-18}\n",
            "标题: 关于2021年工作情况的报告\n正文: 正文。\n版记: {抄送: 某某县人大常委会}\n",
            "稿本: 草稿\n标题: 关于2021年工作情况的报告\n正文: 正文。\n版记: {印发机关: 某某县人民政府办公室}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let draft = script.document.stage == Stage::Draft;
    let Some(record) = script.document.record.as_ref().filter(|_| !draft) else { return };
    let (span, zh, en) = match (&record.printer, record.print_date) {
        (Some(printer), None) => (printer.span(), "印发日期", "印发日期 is missing"),
        (None, Some(date)) => (date.span, "印发机关", "印发机关 is missing"),
        (Some(_), Some(_)) | (None, None) => return,
    };
    findings.tell(
        span,
        [format!("这一行还缺{zh}"), en.to_owned()],
        [format!("在“版记”里补上{zh}"), "add it to the 版记".to_owned()],
    );
}
