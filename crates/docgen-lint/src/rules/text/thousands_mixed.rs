//! 12,345 here, 12345 there.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::Quantity;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "text-thousands-mixed",
    severity: Severity::Note,
    title: ["千分号有的用有的不用", "thousands marks in some numbers only"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.1：同一文件中多位数的分节形式应当一致。",
        reason: "写法不一，像是几个人拼起来的。",
        wrong: &["完成投资12,345万元。\n拨付资金⟦23456⟧万元。"],
        right: &[
            "完成投资12345万元，拨付资金23456万元。",
            "完成投资1,234万元，2021年完工，拨打12345热线。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let written = |passage: &Passage<'_>, q: &Quantity<'_>| {
        let digits = &passage.text.as_str()[q.digits.clone()];
        let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole).len();
        let marked = digits.contains(',');
        (marked || whole >= 5).then_some(marked)
    };
    let all = || {
        script.prose().flat_map(|passage| {
            let long = passage.quantities.iter().filter(|q| !q.unit.is_empty());
            long.filter_map(move |q| Some((passage, q, written(passage, q)?)))
        })
    };
    let marked = all().filter(|(.., marked)| *marked).count();
    let bare = all().count() - marked;
    if marked == 0 || bare == 0 {
        return;
    }
    let usual = marked >= bare;
    for (passage, quantity, marked) in all().filter(|(.., marked)| *marked != usual) {
        let (zh, en) = if marked { ("用了", "with") } else { ("没有用", "without") };
        findings.at(
            passage.text,
            quantity.digits.clone(),
            [
                format!("这个数{zh}千分号，与别处不同"),
                format!("{en} thousands marks, unlike the others"),
            ],
            ["统一写法".to_owned(), "write all alike".to_owned()],
        );
    }
}
