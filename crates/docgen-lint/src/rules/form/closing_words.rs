//! 特此报告 at the end of a 通知: closing words of another kind.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-closing-words",
    severity: Severity::Warning,
    title: ["结尾用语与文种不符", "closing words of another kind of document"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第八条（文种）；通行的结尾用语。",
        reason: "结尾用语随文种走；套用旧稿时常忘了改。",
        wrong: &[
            "标题: 某某县人民政府关于开展检查的通知\n正文: |\n  做好检查工作。\n  ⟦特此报告。⟧\n",
            "标题: 某某县人民政府关于支援工程的函\n正文: 请予支持。\n结语: ⟦特此通知。⟧\n",
        ],
        right: &[
            "标题: 某某县人民政府关于开展检查的通知\n正文: |\n  做好检查工作。\n  特此通知。\n",
            "标题: 某某县人民政府关于支援工程的函\n正文: 请予支持。\n结语: 特此函达。\n",
            "完成了任务。\n特此报告。",
        ],
    },
    check,
};

const WORDS: [(&str, Kind); 12] = [
    ("特此报告", Kind::Report),
    ("特此通知", Kind::Notice),
    ("特此通报", Kind::Circular),
    ("特此公告", Kind::PublicNotice),
    ("特此通告", Kind::Announcement),
    ("特此函告", Kind::Letter),
    ("特此函复", Kind::Letter),
    ("特此函达", Kind::Letter),
    ("专此函达", Kind::Letter),
    ("特此批复", Kind::Reply),
    ("特此请示", Kind::Request),
    ("此复", Kind::Reply),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let Some(kind) = script.document.kind else { return };
    let own = |part| matches!(part, Part::Body(_, None) | Part::Closing);
    for passage in script.prose().filter(|passage| own(passage.part)) {
        let words = passage.text.as_str().trim_end_matches(['。', '！']);
        let meant = WORDS.iter().find(|(known, _)| *known == words);
        // A 函 that answers may end with 此复 too.
        let fits =
            |meant: Kind| meant == kind || (meant == Kind::Reply && kind == Kind::Letter);
        if let Some((_, meant)) = meant.filter(|(_, meant)| !fits(*meant)) {
            let (name, other) = (kind.name(), meant.name());
            findings.at(
                passage.text,
                0..passage.text.len(),
                [
                    format!("这是{other}的结尾用语，文种是{name}"),
                    format!("closing words of a {other}, but this is a {name}"),
                ],
                ["改用本文种的结尾用语".to_owned(), "use those of this kind".to_owned()],
            );
        }
    }
}
