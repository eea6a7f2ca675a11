//! The year of 发文字号 is that of 成文日期.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-number-year",
    severity: Severity::Warning,
    title: [
        "发文字号的年份与成文日期不同",
        "the year of the number is not that of the date",
    ],
    clause: Some([7, 2, 5, 0]),
    manual: Manual {
        source: "《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成；GB/T 9704-2012 7.2.5。",
        reason: "沿用上年的底稿时，年份最容易漏改。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔⟦2021⟧〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let number = document.head.as_ref().and_then(|head| head.number.as_ref());
    let date = document.signature.as_ref().and_then(|signature| signature.date);
    let (Some(number), Some(date)) = (number, date) else { return };
    let Some(open) = number.as_str().find('〔') else { return };
    let start = open + '〔'.len_utf8();
    let year = number.as_str().get(start..start + 4);
    let Some(year) = year.and_then(|year| year.parse::<u16>().ok()) else { return };
    let (signed, ..) = date.value.parts();
    if year != signed {
        findings.at(
            number,
            start..start + 4,
            [
                format!("发文字号是{year}年的，成文日期是{signed}年"),
                format!("a number of {year}, a date of {signed}"),
            ],
            ["核对年份".to_owned(), "check the years".to_owned()],
        );
    }
}
