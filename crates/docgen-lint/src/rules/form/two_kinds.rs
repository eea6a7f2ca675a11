//! 请示报告, 请示函: two kinds of document in one.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-two-kinds",
    severity: Severity::Warning,
    title: ["文种叠用", "two kinds of document in one title"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第八条：公文种类十五种，一文一种。",
        reason: "“请示报告”既像请示又像报告，收文机关不知道要不要答复。",
        wrong: &[
            "标题: 某某县人民政府关于建设水库的⟦请示报告⟧\n正文: 正文。\n",
            "标题: 某某县人民政府关于商请支援的⟦请示函⟧\n正文: 正文。\n",
        ],
        right: &[
            "标题: 某某县人民政府关于完善请示报告制度的通知\n正文: 正文。\n",
            "标题: 某某县人民政府关于建设水库的请示\n正文: 正文。\n",
        ],
    },
    check,
};

const TWICE: [&str; 7] =
    ["请示报告", "报告请示", "请示函", "报告函", "公告通知", "通告通知", "通报通知"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        let text = passage.text.as_str();
        let Some(words) = TWICE.iter().find(|words| text.ends_with(**words)) else {
            continue;
        };
        findings.at(
            passage.text,
            text.len() - words.len()..text.len(),
            [format!("“{words}”叠用了两个文种"), format!("“{words}” are two kinds")],
            ["只用一个文种".to_owned(), "use one".to_owned()],
        );
    }
}
