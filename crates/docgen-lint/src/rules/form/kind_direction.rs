//! 报告 goes up, 批复 goes down, 函 goes across.

use docgen_model::{Direction, Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-kind-direction",
    severity: Severity::Warning,
    title: ["文种与行文方向不符", "a kind that does not go in this direction"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第八条：报告、请示、议案是上行文，函用于不相隶属机关之间，批复等是下行文。",
        reason: "方向错了，版头也就错了：上行文要有签发人。",
        wrong: &[
            "标题: 某某县人民政府关于开展检查的⟦通知⟧\n行文方向: 上行\n正文: 正文。\n",
            "标题: 某某县人民政府关于工作的⟦报告⟧\n行文方向: 下行\n正文: 正文。\n",
        ],
        right: &[
            "标题: 某某县人民政府关于工作的报告\n行文方向: 上行\n正文: 正文。\n",
            "标题: 某某县人民政府关于工作的意见\n行文方向: 上行\n正文: 正文。\n",
            "标题: 某某县人民政府关于提请审议决算的议案\n行文方向: 平行\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let Some(kind) = document.kind else { return };
    let (given, usual) = (document.direction, kind.direction());
    // A congress is no superior of its government: both words are in use for a 议案.
    if kind == Kind::Motion && given == Some(Direction::Level) {
        return;
    }
    let mut titles = script.passages.iter().filter(|passage| passage.part == Part::Title);
    let Some(title) = titles.next_back().filter(|_| usual.is_some() && given != usual)
    else {
        return;
    };
    let name = kind.name();
    let length =
        if title.text.as_str().ends_with(name) { name.len() } else { title.text.len() };
    findings.at(
        title.text,
        title.text.len() - length..title.text.len(),
        [
            format!("{name}是{}行文，写的行文方向不是", way(usual)),
            format!("a {name} does not go in the direction that is given"),
        ],
        [
            "改文种，或改“行文方向”".to_owned(),
            "change the kind or the direction".to_owned(),
        ],
    );
}

fn way(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Up) => "上",
        Some(Direction::Down) => "下",
        Some(Direction::Level) | None => "平",
    }
}
