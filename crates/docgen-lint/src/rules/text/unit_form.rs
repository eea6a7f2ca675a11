//! ㎡, ㎞, °C, KW: units in characters or letters of their own.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-unit-form",
    severity: Severity::Warning,
    title: ["计量单位的写法不对", "a unit in the wrong characters"],
    clause: None,
    manual: Manual {
        source: "GB 3100-1993：单位符号按规定的字母和大小写书写；Unicode 的方块单位字符不用于行文。",
        reason: "方块字符查找不到，字体里常常没有；大小写不同，单位就不同。",
        wrong: &["建筑面积3600⟦㎡⟧。", "气温20⟦°C⟧。", "装机50⟦KW⟧。", "全长12⟦Km⟧。"],
        right: &["建筑面积3600平方米。", "气温20℃。", "装机50kW。", "参加KM项目。"],
    },
    check,
};

/// What is written, and what should be.
const FORMS: [(&str, &str); 17] = [
    ("㎡", "平方米"),
    ("㎥", "立方米"),
    ("㎞", "公里"),
    ("㎏", "公斤"),
    ("㎝", "厘米"),
    ("㎜", "毫米"),
    ("㎎", "毫克"),
    ("㏄", "毫升"),
    ("°C", "℃"),
    ("KWH", "kW·h"),
    ("Kwh", "kW·h"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("KM", "km"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (start, number) in text.match_indices(ends_number) {
            let at = start + number.len();
            let Some((wrong, right)) =
                FORMS.iter().find(|form| text[at..].starts_with(form.0))
            else {
                continue;
            };
            let end = at + wrong.len();
            if !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
                findings.replace(
                    passage.text,
                    at..end,
                    [
                        format!("“{wrong}”应为“{right}”"),
                        format!("“{wrong}” should be “{right}”"),
                    ],
                    right,
                );
            }
        }
    }
}

fn ends_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '万' | '亿')
}
