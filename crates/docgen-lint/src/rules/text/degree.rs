//! 气温30度: temperatures are in ℃.

use docgen_model::Severity;

use crate::figures::{has_any, words_since};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-degree",
    severity: Severity::Warning,
    title: ["气温、温度写成了“度”", "a temperature in mere degrees"],
    clause: None,
    manual: Manual {
        source: "GB 3100-1993、GB 3101-1993：摄氏温度的单位是摄氏度（℃），名称不拆开，不写“摄氏20度”。",
        reason: "“度”还是角度、电量的俗称。",
        wrong: &[
            "室内温度不低于⟦18度⟧。",
            "气温在⟦28度⟧至⟦30度⟧之间。",
            "最低气温零下⟦12.5度⟧。",
            "加热到⟦摄氏80度⟧。",
        ],
        right: &[
            "室内温度不低于18℃，水温20摄氏度。",
            "坡度25度以上的退耕，用电300度，高温天气日用电30度，转动90度。",
            "年度温控目标3度电。",
        ],
    },
    check,
};

/// What makes degrees those of a temperature.
const NOUNS: &[&str] = &["温度", "气温", "室温", "水温", "体温", "地温", "零下", "零上"];
/// What makes them others.
const OTHERS: &[&str] = &["电", "角", "坡", "湿度", "经", "纬"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, word) in text.match_indices('度') {
            let before =
                text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            let end = at + word.len();
            if before.len() == at || text[end..].starts_with(['电', '角', '数']) {
                continue;
            }
            let named = before.strip_suffix("摄氏");
            let clause = words_since(text, before.len(), 16, &['，', '。', '；', '（']);
            if named.is_some() || has_any(clause, NOUNS) && !has_any(clause, OTHERS) {
                let start = named.unwrap_or(before).len();
                let degrees = &text[before.len()..at];
                findings.replace(
                    passage.text,
                    start..end,
                    [
                        format!("温度“{}”的单位应为“℃”", &text[start..end]),
                        format!("“{}” is a temperature: ℃", &text[start..end]),
                    ],
                    &format!("{degrees}℃"),
                );
            }
        }
    }
}
