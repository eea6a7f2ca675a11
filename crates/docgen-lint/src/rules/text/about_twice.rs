//! 约100件左右: twice about.

use std::ops::Range;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::{Quantity, is_about};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "text-about-twice",
    severity: Severity::Warning,
    title: ["概数词重复", "“about” said twice"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011、通行文法：表示约数的词一处只用一个。",
        reason: "“约”与“左右”、“近”与“余”意思重复，“近”与“余”还自相矛盾。",
        wrong: &[
            "办理案件⟦约100件左右⟧。",
            "惠及群众⟦近1000余人⟧。",
            "投入⟦超过50万元以上⟧。",
            "培训⟦50多人左右⟧，发放资料⟦1000余份以上⟧。",
            "户均增收⟦约近200元⟧。",
            "⟦大约完成投资3亿元左右⟧。",
        ],
        right: &[
            "办理案件约100件。",
            "惠及群众1000余人。",
            "投入超过50万元。",
            "最近3年左右的案件。",
            "每年可节约50万元以上，节约近200万元，签约20家以上。",
            "大约有100件，办结90件左右。",
        ],
    },
    check,
};

const BEFORE: [&str; 6] = ["超过", "大约", "约", "近", "逾", "超"];
const AFTER: [&str; 4] = ["左右", "上下", "以上", "多"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantity in &passage.quantities {
            let Some(bytes) = twice(passage, quantity) else { continue };
            let found = &passage.text.as_str()[bytes.clone()];
            findings.at(
                passage.text,
                bytes.clone(),
                [
                    format!("“{found}”里表示约数的词重复"),
                    format!("“{found}” says about twice"),
                ],
                ["只留一个".to_owned(), "keep one".to_owned()],
            );
        }
    }
}

/// From the first to the last word that says about, if there are two.
fn twice(passage: &Passage<'_>, quantity: &Quantity<'_>) -> Option<Range<usize>> {
    let text = passage.text.as_str();
    let Range { start, end } = quantity.at;
    let inside = text[quantity.digits.end..end].contains(['余', '多']);
    let behind = AFTER.iter().find(|word| text[end..].starts_with(**word));
    let last = behind.map_or(end, |word| end + word.len());
    let word = word_before(&text[..start]);
    if let Some(word) = word {
        let start = start - word.len();
        let other = word_before(&text[..start]).map_or(0, str::len);
        let more = inside || behind.is_some() || other > 0;
        return more.then_some(start - other..last);
    }
    let behind = behind.filter(|word| **word != "多")?;
    let from = passage.label(quantity).find("大约").filter(|_| *behind != "以上");
    let from = from.map(|from| start - passage.label(quantity).len() + from);
    from.or(inside.then_some(start)).map(|from| from..last)
}

/// The word that says about at the end of a text: 约, but not 签约.
fn word_before(before: &str) -> Option<&'static str> {
    let word = BEFORE.into_iter().find(|word| before.ends_with(word));
    word.filter(|word| is_about(before) || *word == "大约")
}
