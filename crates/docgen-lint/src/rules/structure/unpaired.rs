//! Quotes and brackets that do not pair.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-unpaired",
    severity: Severity::Warning,
    title: ["引号、括号、书名号不成对", "an unpaired quote or bracket"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.8、4.9、4.15：引号、括号、书名号前后成对。",
        reason: "少了一半，引文和文件名的起止就看不清。",
        wrong: &[
            "印发⟦《⟧工作要点，开展督察2次。",
            "落实规定⟦》⟧。",
            "推进⟦“⟧三项制度。",
        ],
        right: &["印发《〈纲要〉的实施方案》，推进“双随机、一公开”监管（试行）。"],
    },
    check,
};

const PAIRS: [(char, char); 8] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('〔', '〕'),
    ('【', '】'),
    ('「', '」'),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let mut open: Vec<(usize, char)> = vec![];
        let mut alone = vec![];
        for (at, c) in passage.text.as_str().char_indices() {
            if PAIRS.iter().any(|(opening, _)| *opening == c) {
                open.push((at, c));
            } else if let Some((opening, _)) =
                PAIRS.iter().find(|(_, closing)| *closing == c)
            {
                match open.iter().rposition(|(_, given)| given == opening) {
                    Some(place) => alone.extend(open.drain(place..).skip(1)),
                    None => alone.push((at, c)),
                }
            }
        }
        alone.extend(open);
        alone.sort_unstable();
        for (at, c) in alone {
            findings.at(
                passage.text,
                at..at + c.len_utf8(),
                [format!("“{c}”没有配对的另一半"), format!("“{c}” has no partner")],
                [
                    "补上另一半，或删去它".to_owned(),
                    "add its partner, or delete it".to_owned(),
                ],
            );
        }
    }
}
