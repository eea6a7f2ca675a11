//! A 批复 says which 请示 it answers.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-reply-cites",
    severity: Severity::Note,
    title: ["批复没有引述来文", "a 批复 that does not cite what it answers"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第八条：批复适用于答复下级机关请示事项；惯例：开头引述来文的标题和文号。",
        reason: "不引来文，就不知道答复的是哪一件。",
        wrong: &[
            "标题: 某某市人民政府关于建设水库的批复\n主送: 某某县人民政府\n正文: |\n  ⟦同意建设水库。⟧\n  此复。\n",
        ],
        right: &[
            "标题: 某某市人民政府关于建设水库的批复\n主送: 某某县人民政府\n正文: |\n  《某某县人民政府关于建设水库的请示》（某政发〔2022〕5号）收悉。同意建设水库。\n  此复。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    if script.document.kind != Some(Kind::Reply) {
        return;
    }
    let own = |part| matches!(part, Part::Body(_, None));
    let all: Vec<_> = script.prose().filter(|passage| own(passage.part)).collect();
    let cites =
        |text: &str| ["收悉", "请示》", "〔", "来文"].iter().any(|w| text.contains(w));
    let cited = all.iter().any(|passage| cites(passage.text.as_str()));
    if let Some(first) = all.first().filter(|_| !cited) {
        findings.at(
            first.text,
            0..first.text.len(),
            ["没有引述来文".to_owned(), "it cites no 请示".to_owned()],
            [
                "开头写：《…的请示》（…〔…〕…号）收悉。".to_owned(),
                "begin: 《…的请示》（…〔…〕…号）收悉。".to_owned(),
            ],
        );
    }
}
