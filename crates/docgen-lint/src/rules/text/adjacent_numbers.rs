//! 三、四天: no 、 between numbers that are about so much.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-adjacent-numbers",
    severity: Severity::Note,
    title: [
        "表示概数的两个数字之间用了顿号",
        "、 between two numbers that mean about so much",
    ],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.5.3.6：相邻或相近的两数字连用表示概数通常不用顿号。",
        reason: "用了顿号，就成了“三天和四天”。",
        wrong: &["调研⟦三、四天⟧。", "走访⟦七、八个⟧村。"],
        right: &[
            "调研三四天。",
            "第一、二批项目。",
            "完成一、二级响应。",
            "小学一、二年级。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    const NUMBERS: &str = "一二三四五六七八九";
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, mark) in text.match_indices('、') {
            let start = at.saturating_sub('一'.len_utf8());
            let end = at + mark.len() + '一'.len_utf8();
            let (Some(one), Some(next)) =
                (text.get(start..at), text.get(at + mark.len()..end))
            else {
                continue;
            };
            let follows = NUMBERS.contains(&format!("{one}{next}")) && one != next;
            let counted =
                !text[..start].ends_with(|c| "第、十百一二三四五六七八九（".contains(c));
            let grade = text[end..].starts_with("年级");
            let unit = text[end..]
                .chars()
                .next()
                .filter(|c| "天个次年人岁名".contains(*c) && !grade);
            if let Some(unit) = unit.filter(|_| follows && counted && !one.is_empty()) {
                findings.at(
                    passage.text,
                    start..end + unit.len_utf8(),
                    ["表示概数不用顿号".to_owned(), "about so much has no 、".to_owned()],
                    [
                        format!("写成“{one}{next}{unit}”"),
                        format!("write “{one}{next}{unit}”"),
                    ],
                );
            }
        }
    }
}
