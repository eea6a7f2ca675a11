//! An organ that is sent the document twice.

use docgen_model::{Severity, Text};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-copy-repeats",
    severity: Severity::Warning,
    title: ["抄送机关重复", "an organ named twice among those it is sent to"],
    clause: Some([7, 4, 2, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.4.2：抄送机关是除主送机关外需要执行或者知晓公文内容的其他机关。",
        reason: "主送的不再抄送，一个机关只列一次。",
        wrong: &[
            "标题: 某某县人民政府关于工作的报告\n主送: 某某市人民政府\n正文: 正文。\n版记: {抄送: [某某市委, ⟦某某市人民政府⟧, ⟦某某市委⟧]}\n",
        ],
        right: &[
            "标题: 某某县人民政府关于工作的报告\n主送: 某某市人民政府\n正文: 正文。\n版记: {抄送: [某某市委, 某某市政协]}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let mut seen: Vec<&str> = document.recipients.iter().map(Text::as_str).collect();
    for organ in document.record.iter().flat_map(|record| &record.copy_to) {
        if seen.contains(&organ.as_str()) {
            findings.at(
                organ,
                0..organ.len(),
                [format!("“{organ}”前面已有"), format!("“{organ}” is there already")],
                ["删去它".to_owned(), "delete it".to_owned()],
            );
        }
        seen.push(organ.as_str());
    }
}
