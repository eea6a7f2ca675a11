//! A 请示 asks for an answer.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-request-closing",
    severity: Severity::Warning,
    title: ["请示没有请求批复的话", "a 请示 that does not ask for an answer"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第八条：请示适用于向上级机关请求指示、批准。",
        reason: "没有“妥否，请批示”一类的话，看不出要上级答复什么。",
        wrong: &[
            "标题: 某某县人民政府关于建设水库的请示\n主送: 某某市人民政府\n正文: |\n  拟建设水库1座。\n  ⟦需资金500万元。⟧\n",
        ],
        right: &[
            "标题: 某某县人民政府关于建设水库的请示\n主送: 某某市人民政府\n正文: |\n  拟建设水库1座。\n  妥否，请批示。\n",
            "标题: 某某县人民政府关于建设水库的请示\n主送: 某某市人民政府\n正文: 拟建设水库1座，请予审批。\n",
        ],
    },
    check,
};

const ASKING: [&str; 12] = [
    "妥否",
    "当否",
    "可否",
    "是否妥当",
    "请批",
    "请审",
    "请指示",
    "请示",
    "请予",
    "请核",
    "恳请",
    "请求",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    if script.document.kind != Some(Kind::Request) {
        return;
    }
    let own = |part| matches!(part, Part::Body(_, None) | Part::Closing);
    let all: Vec<_> = script.prose().filter(|passage| own(passage.part)).collect();
    let asks =
        all.iter().any(|p| ASKING.iter().any(|word| p.text.as_str().contains(word)));
    if let Some(last) = all.last().filter(|_| !asks) {
        findings.at(
            last.text,
            0..last.text.len(),
            [
                "请示没有请求指示、批准的话".to_owned(),
                "nothing asks for a decision".to_owned(),
            ],
            ["末尾写：妥否，请批示。".to_owned(), "end with: 妥否，请批示。".to_owned()],
        );
    }
}
