//! Half-width marks in Chinese text become full-width.
//!
//! 1. Brackets, then quotes, are matched in pairs within the line; a pair is converted when
//!    a neighbour of either half is Chinese.
//! 2. Then each `, : ; ? !` and each bracket without a mate is converted when its nearest
//!    neighbour that is no blank, on either side, is Chinese.
//! 3. A mark between two ASCII letters or digits stays: `10:30`, `1,234`, `don't`.
//!
//! Chinese is a Han character or a mark that only Chinese uses. Marks that Latin text shares
//! (“ ” — …) say nothing: the search goes past them.

use std::collections::BTreeSet;

use docgen_model::{Code, Severity};

use crate::cells::{Cell, is_blank};
use crate::han::{is_shared_mark, is_wide};
use crate::report::{Crowd, Report, both};

/// How many blanks and shared marks the search for a neighbour passes: more than any text
/// has, and few enough for a line of quotes alone.
const MAX_GAP: usize = 64;

/// Converts the marks of one line; one note a kind.
pub(crate) fn convert(line: &mut [Cell], report: &mut Report) {
    let paired = convert_brackets(line, report);
    for quote in ['"', '\''] {
        convert_quotes(line, quote, report);
    }
    for i in 0..line.len() {
        let Some(wide) = line.get(i).and_then(|cell| full_width(cell.c)) else {
            continue;
        };
        let single = !paired.contains(&i) && !is_between_ascii(line, i);
        if single && has_chinese_neighbour(line, i) {
            replace(line, i, wide, report);
        }
    }
}

/// The full-width form of a mark that stands alone.
fn full_width(c: char) -> Option<char> {
    Some(match c {
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        _ => return None,
    })
}

/// Converts brackets that have a mate; the places of all that have one.
fn convert_brackets(line: &mut [Cell], report: &mut Report) -> BTreeSet<usize> {
    let (mut open, mut paired) = (vec![], BTreeSet::new());
    for i in 0..line.len() {
        match line.get(i).map(|cell| cell.c) {
            Some('(' | '（') => open.push(i),
            Some(')' | '）') => {
                if let Some(start) = open.pop() {
                    convert_pair(line, [(start, '('), (i, ')')], ['（', '）'], report);
                    paired.extend([start, i]);
                }
            }
            Some(_) | None => {}
        }
    }
    paired
}

fn convert_quotes(line: &mut [Cell], quote: char, report: &mut Report) {
    let is_quote = |&i: &usize| {
        line.get(i).is_some_and(|cell| cell.c == quote) && !is_between_ascii(line, i)
    };
    let places: Vec<usize> = (0..line.len()).filter(is_quote).collect();
    let wide = if quote == '"' { ['“', '”'] } else { ['‘', '’'] };
    for pair in places.chunks_exact(2) {
        if let &[start, end] = pair {
            convert_pair(line, [(start, quote), (end, quote)], wide, report);
        }
    }
}

/// Converts the half-width ones of two marks that belong together.
fn convert_pair(
    line: &mut [Cell],
    marks: [(usize, char); 2],
    wide: [char; 2],
    report: &mut Report,
) {
    let is_half = |i: usize, c| line.get(i).is_some_and(|cell| cell.c == c);
    let half = marks.map(|(i, c)| is_half(i, c));
    let between = marks.iter().any(|&(i, _)| is_between_ascii(line, i));
    let mixed = half[0] != half[1];
    let chinese = mixed || marks.iter().any(|&(i, _)| has_chinese_neighbour(line, i));
    if between || !chinese {
        return;
    }
    for (((i, _), wide), half) in marks.into_iter().zip(wide).zip(half) {
        if half {
            replace(line, i, wide, report);
        }
    }
}

fn is_between_ascii(line: &[Cell], i: usize) -> bool {
    let at = |i: Option<usize>| i.and_then(|i| line.get(i));
    let ascii = |cell: Option<&Cell>| cell.is_some_and(|c| c.c.is_ascii_alphanumeric());
    ascii(at(i.checked_sub(1))) && ascii(at(Some(i + 1)))
}

fn has_chinese_neighbour(line: &[Cell], i: usize) -> bool {
    let telling = |cell: &&Cell| !is_blank(cell.c) && !is_shared_mark(cell.c);
    let (before, after) = (line.get(..i), line.get(i + 1..));
    let before = before.unwrap_or_default().iter().rev().take(MAX_GAP).find(telling);
    let after = after.unwrap_or_default().iter().take(MAX_GAP).find(telling);
    before.into_iter().chain(after).any(|cell| is_wide(cell.c))
}

fn replace(line: &mut [Cell], i: usize, wide: char, report: &mut Report) {
    if let Some(cell) = line.get_mut(i) {
        note(cell.c, cell, report);
        cell.c = wide;
    }
}

/// Notes a converted mark, by kind.
fn note(mark: char, cell: &Cell, report: &mut Report) {
    let (name, from, to, english) = match mark {
        ',' => ("逗号", ",", "，", "commas"),
        ':' => ("冒号", ":", "：", "colons"),
        ';' => ("分号", ";", "；", "semicolons"),
        '?' => ("问号", "?", "？", "question marks"),
        '!' => ("叹号", "!", "！", "exclamation marks"),
        '"' => ("双引号", "\"", "“ ”", "double quotes"),
        '\'' => ("单引号", "'", "‘ ’", "single quotes"),
        _ => ("括号", "( )", "（ ）", "brackets"),
    };
    let crowd = Crowd {
        code: Code::FullWidthMarks,
        severity: Severity::Note,
        message: both(
            format!("中文里的半角{name} {from} 已改为全角 {to}"),
            format!("half-width {english} in Chinese text became full-width"),
        ),
        hint: None,
    };
    report.gather(crowd, cell.span);
}

#[cfg(test)]
mod tests {
    use docgen_model::Span;

    use super::*;
    use crate::cells::{placed, string};

    fn converted(line: &str) -> String {
        let mut cells = placed(line, Span::default());
        convert(&mut cells, &mut Report::default());
        string(&cells)
    }

    #[test]
    fn marks_in_chinese_text_become_full_width() {
        for (half, full) in [
            ("来源:行署办,一份", "来源：行署办，一份"),
            ("(一)加强领导", "（一）加强领导"),
            ("(1)开展", "（1）开展"),
            ("第1项; 第2项!对吗?", "第1项； 第2项！对吗？"),
            ("说\"好\",又说'行'", "说“好”，又说‘行’"),
            ("某公司(ABC)是", "某公司（ABC）是"),
            ("（试行)", "（试行）"),
            ("“好”,他说", "“好”，他说"),
            ("((中))", "（（中））"),
            ("完成率100%,位居", "完成率100%，位居"),
            ("《纲要(2021-2025年)》", "《纲要（2021-2025年）》"),
        ] {
            assert_eq!(converted(half), full);
        }
    }

    #[test]
    fn latin_text_times_and_numbers_stay() {
        for line in [
            "2021-2025",
            "上午10:30开会",
            "共1,234元",
            "He said \"yes\", then left (early); don't ask: why?",
            "“yes”, then",
            "见 https://example.com/a?b=1 x",
            "版本 v2(beta) x",
            "函数abc(def)中",
        ] {
            assert_eq!(converted(line), line);
        }
    }

    #[test]
    fn one_note_a_kind_with_every_place() {
        let mut report = Report::default();
        let source = "甲,乙,丙;丁";
        let places = source
            .char_indices()
            .map(|(i, c)| Cell::new(c, Span::new(i as u32, (i + c.len_utf8()) as u32)));
        convert(&mut places.collect::<Vec<_>>(), &mut report);
        let notes = report.finish(source);
        assert_eq!(notes.len(), 2);
        assert_eq!(
            (notes[0].span, &notes[0].also[..]),
            (Span::new(3, 4), &[Span::new(7, 8)][..])
        );
        assert!(notes[0].message.zh.contains("共 2 处"));
    }
}
