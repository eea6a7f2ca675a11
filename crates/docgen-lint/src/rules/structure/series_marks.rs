//! …；二是…。三是…: one mark between the members of a series.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::series::members;

pub(super) const RULE: Rule = Rule {
    code: "structure-series-marks",
    severity: Severity::Note,
    title: [
        "并列的“一是、二是”之间标点不一致",
        "different marks between the members of a series",
    ],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.6：并列分句之间用分号；分项内有句号的，各项之间用句号。",
        reason: "各项并列，标点也应一致。",
        wrong: &["一是抓统筹；二是抓整改⟦。⟧三是抓考核；四是抓宣传。"],
        right: &[
            "一是抓统筹；二是抓整改；三是抓考核。",
            "一是抓统筹。二是抓整改。三是抓考核。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let inner = members(text).into_iter().filter(|(_, number)| *number > 1);
        let ends: Vec<_> = inner.map(|(at, _)| at.start).collect();
        let mark =
            |end: usize| text[..end].chars().last().filter(|c| "；。，".contains(*c));
        let count =
            |wanted| ends.iter().filter(|&&end| mark(end) == Some(wanted)).count();
        let Some(usual) = ['，', '。', '；'].into_iter().max_by_key(|&mark| count(mark))
        else {
            continue;
        };
        for end in ends {
            let Some(other) = mark(end).filter(|&mark| mark != usual) else { continue };
            findings.at(
                passage.text,
                end - other.len_utf8()..end,
                [
                    format!("这里用“{other}”，其他几项用“{usual}”"),
                    format!("“{other}” here, “{usual}” between the others"),
                ],
                [format!("统一用“{usual}”"), format!("use “{usual}” throughout")],
            );
        }
    }
}
