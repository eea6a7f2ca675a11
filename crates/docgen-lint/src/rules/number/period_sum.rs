//! 上半年30件，下半年45件，全年80件: the parts of a year.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-period-sum",
    severity: Severity::Warning,
    title: ["各时段之和不等于全年", "halves or quarters that do not make the year"],
    clause: None,
    manual: Manual {
        source: "统计常识：上、下半年之和，四个季度之和，等于全年。",
        reason: "分时段的数与全年的数来自两次统计。",
        wrong: &[
            "上半年受理30件，下半年受理45件，全年共受理⟦80件⟧。",
            "一季度办理10件、二季度12件、三季度15件、四季度9件，全年⟦47件⟧。",
        ],
        right: &[
            "上半年受理30件，下半年受理45件，全年共受理75件。",
            "上半年受理30件，全年受理75件。",
            "一季度办理10件、二季度12件、三季度15件、四季度9件，全年46件。",
            "上半年办理30件，下半年培训40人，全年受理80件。",
        ],
    },
    check,
};

const HALVES: &[&str] = &["上半年", "下半年"];
const QUARTERS: &[&str] = &["一季度", "二季度", "三季度", "四季度"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            let year =
                quantities.iter().rev().find(|q| passage.label(q).starts_with("全年"));
            let Some(year) = year.filter(|year| year.is_count()) else { continue };
            compare(passage, quantities, year, HALVES, findings);
            compare(passage, quantities, year, QUARTERS, findings);
        }
    }
}

fn compare(
    passage: &Passage<'_>,
    quantities: &[Quantity<'_>],
    year: &Quantity<'_>,
    periods: &[&str],
    findings: &mut Findings,
) {
    let part = |period: &&str| {
        let of = |q: &&Quantity<'_>| {
            let label = passage.label(q).trim_start_matches('第');
            label.starts_with(period) && q.unit == year.unit && q.is_count()
        };
        quantities.iter().find(of)
    };
    let Some(parts) = periods.iter().map(part).collect::<Option<Vec<_>>>() else {
        return;
    };
    let sum: i128 = parts.iter().map(|q| q.amount.0).sum();
    let loose: i128 = parts.iter().map(|q| q.rounding()).sum::<i128>() + year.rounding();
    if (sum - year.amount.0).abs() <= loose {
        return;
    }
    let terms: Vec<_> = parts.iter().map(|q| year.tells(q.amount)).collect();
    let (terms, sum, told) =
        (terms.join("＋"), year.tells(Amount(sum)), year.tells(year.amount));
    tell(
        findings,
        passage,
        year.at.clone(),
        [
            format!("各时段相加 {terms}＝{sum}，全年写的是{told}"),
            format!("the parts {terms} make {sum}, the year is {told}"),
        ],
    );
}
