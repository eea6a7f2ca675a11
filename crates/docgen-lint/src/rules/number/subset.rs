//! 277件，其中废止300件: one part larger than its whole.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-subset",
    severity: Severity::Warning,
    title: ["“其中”的数大于总数", "a part larger than its whole"],
    clause: None,
    manual: Manual {
        source: "统计常识：部分不大于总数。",
        reason: "总数或部分必有一个写错了。",
        wrong: &["清理规范性文件27件，其中废止⟦30件⟧。"],
        right: &[
            "清理规范性文件277件，其中废止30件。",
            "投入资金30万元，其中中央资金20万元，惠及群众300人。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in passage.sentences.iter().cloned() {
            for pair in passage.quantities_in(sentence).windows(2) {
                let [whole, part] = pair else { continue };
                let between = &text[whole.at.end..part.at.start];
                let named = between.starts_with("，其中") && !between[3..].contains('，');
                let alike = whole.unit == part.unit
                    && !whole.is_percent()
                    && !whole.unit.is_empty();
                if named && alike && part.amount > whole.amount {
                    let (whole, found) = (whole.amount.written(), part.amount.written());
                    findings.at(
                        passage.text,
                        part.at.clone(),
                        [
                            format!("其中的{found}大于总数{whole}"),
                            format!("a part of {found} in a whole of {whole}"),
                        ],
                        ["核对两个数".to_owned(), "check both figures".to_owned()],
                    );
                }
            }
        }
    }
}
