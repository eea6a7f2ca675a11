//! 的的, 了了, 进行进行: a word written twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-repeated-word",
    severity: Severity::Warning,
    title: ["字词重复", "a word written twice"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是修改、粘贴时没有删净；校对时眼睛常会滑过去。",
        wrong: &["推动法治政府建设⟦的的⟧各项工作。", "对重点领域⟦进行进行⟧专项检查。"],
        right: &[
            "推动法治政府建设的各项工作。",
            "会议研究研究部门提出的意见。",
            "种种困难，一一解决，一项一项抓落实。",
            "为了了解情况，与与会代表座谈，在在建项目现场办公。",
            "喀什和和田两地，从从业人员看，的的确确有提高，达到目的的标准。",
        ],
    },
    check,
};

/// Words of one character that never follow themselves.
const PARTICLES: [char; 12] =
    ['的', '了', '和', '与', '及', '在', '是', '为', '将', '把', '被', '从'];

/// Words of two characters that prose does write twice, or that another word may follow.
const ALLOWED: [&str; 6] = ["研究", "讨论", "商量", "考虑", "学习", "逐个"];

/// Words that begin with a particle.
const BEGIN: &str = "了解 了结 了断 了然 了却 和田 和谐 和平 和解 和睦 和顺 和美 和静 和县 和龙 \
    和硕 和政 与会 与否 与此 与时 与日 及时 及格 及早 及其 及物 在建 在场 在岗 在职 在编 在线 在册 \
    在校 在逃 在办 在押 在制 在于 在内 在地 在家 在外 在座 在读 在位 在研 在用 在营 在库 在途 在华 \
    是否 是非 为民 为期 为主 为人 为止 为此 为何 为官 将来 将军 将领 将士 把握 把关 把控 把脉 把守 \
    把手 被告 被动 被害 被征 被执 被申 被监 被调 被评 被审 被检 被巡 被继 被考 被服 被保 被上 被诉 \
    从业 从事 从严 从重 从快 从政 从此 从而 从中 从属 从优 从简 从轻 从众 的确";
/// Words that end with one.
const END: &str = "目的 标的 有的 参与 存在 现在 内在 所在 潜在 行为 作为 成为 认为 人为 饱和 总和 共和 \
    缓和 温和 中和 服从 听从";

/// Whether the first of two particles ends a word, or the second begins one.
fn meets_word(text: &str, second: usize) -> bool {
    let (before, behind) = (&text[..second], &text[second..]);
    let begins = BEGIN.split_whitespace().any(|word| behind.starts_with(word));
    let ends = END.split_whitespace().any(|word| before.ends_with(word));
    begins || ends
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for (index, &(at, c)) in chars.iter().enumerate() {
            let next = |n: usize| chars.get(index + n).map(|&(_, c)| c);
            let end = |n: usize| chars.get(index + n).map_or(text.len(), |&(at, _)| at);
            let particle =
                PARTICLES.contains(&c) && next(1) == Some(c) && next(2) != Some(c);
            let twice = particle && !meets_word(text, end(1));
            let pair = is_han(c)
                && next(1).is_some_and(is_han)
                && next(1) != Some(c)
                && next(2) == Some(c)
                && next(3) == next(1)
                && c != '一'
                && !ALLOWED.contains(&&text[at..end(2)]);
            let length = if twice { 2 } else { 4 };
            if twice || pair {
                let word = &text[at..end(length / 2)];
                findings.at(
                    passage.text,
                    at..end(length),
                    [format!("“{word}”写了两次"), format!("“{word}” is written twice")],
                    ["删去一个".to_owned(), "delete one".to_owned()],
                );
            }
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
