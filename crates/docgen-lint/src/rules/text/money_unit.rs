//! 投资5000万，: an amount of money without 元.

use docgen_model::Severity;

use crate::figures::MARKS;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-money-unit",
    severity: Severity::Warning,
    title: ["金额后面没有“元”", "an amount of money without its unit"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011、通行文法：数值后面写计量单位。",
        reason: "“5000万”是口语；不写单位，可以读成别的币种。",
        wrong: &["项目总投资⟦5000万⟧，已到位3000万元。", "争取资金⟦1.2亿⟧。"],
        right: &[
            "项目总投资5000万元，已到位3000万元。",
            "资金惠及人口5000万，覆盖用户1.2亿。",
            "投资5000万美元，收入3000万～5000万元。",
        ],
    },
    check,
};

/// What is money.
const MONEY: [&str; 12] = [
    "投资",
    "资金",
    "金额",
    "经费",
    "产值",
    "销售额",
    "贷款",
    "补助",
    "债券",
    "利润",
    "税收",
    "财政收入",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in passage.quantities.iter().filter(|q| q.unit.is_empty()) {
            let label = passage.label(quantity);
            let noun =
                label.trim_end_matches(['共', '达', '到', '约', '近', '为', '超', '过']);
            let money = MONEY.iter().any(|money| noun.ends_with(money));
            let ends = text[quantity.at.end..].starts_with(MARKS);
            if quantity.times > 1 && money && ends {
                findings.at(
                    passage.text,
                    quantity.at.clone(),
                    ["金额没有写“元”".to_owned(), "an amount without 元".to_owned()],
                    ["补上“元”".to_owned(), "add 元".to_owned()],
                );
            }
        }
    }
}
