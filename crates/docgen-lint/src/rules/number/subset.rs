//! 277件，其中废止300件: one part larger than its whole.

use docgen_model::Severity;

use crate::figures::tell;
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
        wrong: &[
            "清理规范性文件27件，其中废止⟦30件⟧。",
            "60个项目中，已完成⟦65个⟧。",
            "培训执法人员120人（其中新录用⟦210人⟧）。",
        ],
        right: &[
            "清理规范性文件277件，其中废止30件。",
            "投入资金30万元，其中中央资金20万元，惠及群众300人。",
            "60个项目中，已完成55个。",
            "建设6个中心村，已完成8个一般村。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [whole, part] in passage.runs::<2>() {
            let alike =
                whole.unit == part.unit && !whole.unit.is_empty() && !whole.is_percent();
            if alike
                && part.amount > whole.amount
                && is_part(passage.between(whole, part))
            {
                let [whole, found] = [whole, part].map(|q| q.amount.written());
                tell(
                    findings,
                    passage,
                    part.at.clone(),
                    [
                        format!("部分{found}大于总数{whole}"),
                        format!("a part of {found} in a whole of {whole}"),
                    ],
                );
            }
        }
    }
}

/// `，其中`, `（其中`, `中，`: the words between a whole and its part.
fn is_part(between: &str) -> bool {
    let rest = between.strip_prefix(['，', '（']);
    let parted = rest.and_then(|rest| rest.strip_prefix("其中"));
    let plain = |rest: &str| !rest.contains(['，', '；', '、', '。']);
    let among = between.split_once("中，").or_else(|| between.split_once("中已"));
    parted.is_some_and(plain)
        || among.is_some_and(|(noun, rest)| plain(noun) && plain(rest))
}
