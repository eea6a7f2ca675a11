//! 第一条, 第二条, 第四条: articles and chapters in their turn.

use docgen_model::{Level, Severity};

use crate::findings::Findings;
use crate::number::han_number;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "structure-article-order",
    severity: Severity::Warning,
    title: ["条、章、节跳号或重号", "articles or chapters out of order"],
    clause: None,
    manual: Manual {
        source: "《立法技术规范（试行）》：条的序号按整部法规统一编排；章、节依次编号。",
        reason: "引用时只说条号，跳号、重号会引错。",
        wrong: &[
            "标题: 某某县文件管理办法\n格式: 普通\n文种: 通知\n正文: |\n  第一条　为了管理，制定本办法。\n  ⟦第三条⟧　本办法自公布之日起施行。\n",
            "标题: 某某县文件管理办法\n格式: 普通\n文种: 通知\n正文: |\n  第一章　总则\n  第一条　为了管理，制定本办法。\n  ⟦第三章⟧　附则\n  第二条　本办法自公布之日起施行。\n",
        ],
        right: &[
            "标题: 某某县文件管理办法\n格式: 普通\n文种: 通知\n正文: |\n  第一章　总则\n  第一条　为了管理，制定本办法。\n  第二章　附则\n  第二条　本办法自公布之日起施行。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    // Chapter, section, article.
    let mut last = [0_u32; 3];
    let mut flow = None;
    for passage in script.prose() {
        let Part::Body(level, attachment) = passage.part else { continue };
        let (rank, mark) = match level {
            Level::Chapter => (0, '章'),
            Level::Section => (1, '节'),
            Level::Article => (2, '条'),
            Level::Body | Level::First | Level::Second | Level::Third | Level::Fourth => {
                continue;
            }
        };
        if flow != attachment {
            flow = attachment;
            last = [0; 3];
        }
        let text = passage.text.as_str();
        let Some(end) = text.find(mark) else { continue };
        let number = text[..end].strip_prefix('第').and_then(han_number);
        let Some(number) = number else { continue };
        let due = last[rank] + 1;
        last[rank] = number;
        if rank == 0 {
            last[1] = 0;
        }
        if number != due {
            findings.at(
                passage.text,
                0..end + mark.len_utf8(),
                [
                    format!("不接上文，这里应当是第{due}{mark}"),
                    format!("number {due} is due here"),
                ],
                [
                    "改正序号，或补上缺的部分".to_owned(),
                    "renumber, or add what is missing".to_owned(),
                ],
            );
        }
    }
}
