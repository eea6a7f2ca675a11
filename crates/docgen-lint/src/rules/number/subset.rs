//! 277件，其中废止300件: one part larger than its whole.

use docgen_model::Severity;

use crate::change::way;
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
            "78个行政村中有⟦80个⟧村通了公交。",
            "培训执法人员120人（其中新录用⟦210人⟧）。",
        ],
        right: &[
            "清理规范性文件277件，其中废止30件。",
            "投入资金30万元，其中中央资金20万元，惠及群众300人。",
            "60个项目中，已完成55个。",
            "常住人口38.6万人，比上年减少0.2万人，其中城镇人口21.4万人。",
            "全县12个乡镇中，已有156个村通自来水。",
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
            // `比上年末减少0.21万人，其中城镇人口21.4万人`: no whole, but its change.
            let changed = way(passage.label(whole)).is_some();
            if alike
                && !changed
                && part.amount > whole.amount
                && is_part(passage.between(whole, part), passage.behind(part))
            {
                let [whole, found] = [whole, part].map(|q| part.tells(q.amount));
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

/// Verbs behind a part that has no noun of its own.
const VERBS: [&str; 9] = ["已", "通", "完", "达", "实现", "建", "开", "获", "被"];

/// `，其中`, `（其中`, `中，`: the words between a whole and its part, which counts the same.
fn is_part(between: &str, behind: &str) -> bool {
    let rest = between.strip_prefix(['，', '（']);
    let parted = rest.and_then(|rest| rest.strip_prefix("其中"));
    let plain = |rest: &str| !rest.contains(['，', '；', '、', '。']);
    let words = ["中，", "中已", "中有"];
    let among = words.iter().find_map(|word| between.split_once(word));
    let same = |noun: &str| {
        let ends = behind.chars().next().is_none_or(|first| noun.ends_with(first));
        noun.is_empty() || ends || VERBS.iter().any(|verb| behind.starts_with(verb))
    };
    parted.is_some_and(plain)
        || among.is_some_and(|(noun, rest)| plain(noun) && plain(rest) && same(noun))
}
