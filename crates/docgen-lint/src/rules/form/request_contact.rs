//! A 请示 names whom to ask.

use docgen_model::{Format, Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-request-contact",
    severity: Severity::Note,
    title: ["请示没有注明联系人", "a 请示 without a person to ask"],
    clause: Some([7, 3, 6, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.6；国务院办公厅关于实施《国家行政机关公文处理办法》涉及的几个具体问题的处理意见：请示应当在附注处注明联系人的姓名和电话。",
        reason: "办理请示的人要能问到起草的人。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 签发人: 王某某}\n标题: ⟦某某县人民政府关于建设水库的请示⟧\n主送: 某某市人民政府\n正文: 妥否，请批示。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 签发人: 王某某}\n标题: 某某县人民政府关于建设水库的请示\n主送: 某某市人民政府\n正文: 妥否，请批示。\n落款: {成文日期: 2022-01-18}\n附注: 联系人：张某某；电话：12345678\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let asks = document.kind == Some(Kind::Request) && document.format == Format::Common;
    let named = document.note.as_ref().is_some_and(|note| note.as_str().contains("联系"));
    let mut titles = script.passages.iter().filter(|passage| passage.part == Part::Title);
    if let Some(title) = titles.next_back().filter(|_| asks && !named) {
        findings.at(
            title.text,
            0..title.text.len(),
            [
                "请示要在附注处注明联系人和电话".to_owned(),
                "a 请示 names whom to call".to_owned(),
            ],
            [
                "写“附注: 联系人：…；电话：…”".to_owned(),
                "write “note: 联系人：…；电话：…”".to_owned(),
            ],
        );
    }
}
