//! 关于印发《…》通知: 的 before the kind.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-title-de",
    severity: Severity::Warning,
    title: ["标题的文种前漏了“的”", "no 的 before the kind in a title"],
    clause: Some([7, 3, 1, 0]),
    manual: Manual {
        source: "公文用语惯例：标题由“关于……的”加文种组成。",
        reason: "读起来像是书名号里的文件叫作通知。",
        wrong: &["标题: 某某局关于印发《防汛预案》⟦通知⟧\n正文: 正文。\n"],
        right: &[
            "标题: 某某局关于印发《防汛预案》的通知\n正文: 正文。\n",
            "标题: 某某局转发市局《关于防汛工作的通知》\n文种: 通知\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        let title = passage.text.as_str();
        let bare = Kind::ALL.iter().find_map(|kind| {
            title.strip_suffix(kind.name()).filter(|before| before.ends_with('》'))
        });
        let Some(before) = bare else { continue };
        let kind = &title[before.len()..];
        findings.replace(
            passage.text,
            before.len()..title.len(),
            [format!("“{kind}”前面漏了“的”"), format!("no 的 before “{kind}”")],
            &format!("的{kind}"),
        );
    }
}
