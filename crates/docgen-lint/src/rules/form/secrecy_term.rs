//! 绝密 at most 30 years, 机密 20, 秘密 10.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-secrecy-term",
    severity: Severity::Warning,
    title: ["保密期限超过上限", "a secrecy period above its limit"],
    clause: Some([7, 2, 2, 0]),
    manual: Manual {
        source: "《中华人民共和国保守国家秘密法》：国家秘密的保密期限，除另有规定外，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。",
        reason: "期限超过上限，要么密级定低了，要么期限写错了。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000001, 密级: 秘密★⟦15年⟧}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000001, 密级: 机密★15年}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

const LIMITS: [(&str, u32); 3] = [("绝密", 30), ("机密", 20), ("秘密", 10)];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let secrecy = script.document.head.as_ref().and_then(|head| head.secrecy.as_ref());
    let Some((level, period)) = secrecy.and_then(|text| text.as_str().split_once('★'))
    else {
        return;
    };
    let years = period.strip_suffix('年').and_then(|years| years.parse::<u32>().ok());
    let limit = LIMITS.iter().find(|(name, _)| *name == level).map(|(_, limit)| *limit);
    let (Some(text), Some(years), Some(limit)) = (secrecy, years, limit) else { return };
    if years > limit {
        findings.at(
            text,
            text.len() - period.len()..text.len(),
            [
                format!("{level}级不超过{limit}年"),
                format!("{level} lasts {limit} years at most"),
            ],
            ["核对密级和期限".to_owned(), "check level and period".to_owned()],
        );
    }
}
