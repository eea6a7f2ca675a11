//! Blanks inside a line: U+3000 between Han characters is meant (张　三), a half-width one
//! is a slip.

use docgen_model::{Code, Severity, Span};

use crate::cells::{Cell, is_blank};
use crate::han::{is_han, is_shared_mark, is_wide};
use crate::report::{Crowd, Report, both};

/// What becomes of a half-width blank between Han characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blanks {
    /// Dropped, with a note: running text and names.
    Drop,
    /// One 字: titles.
    Wide,
    /// Kept: lines of short items, such as `联系人：张三 电话：…`.
    Keep,
}

/// Sets the blanks of a trimmed line right.
pub(crate) fn mend(line: &[Cell], blanks: Blanks, report: &mut Report) -> Vec<Cell> {
    let mut mended: Vec<Cell> = vec![];
    let mut rest = line;
    while let Some((&cell, tail)) = rest.split_first() {
        if !is_blank(cell.c) {
            mended.push(cell);
            rest = tail;
            continue;
        }
        let length = rest.iter().take_while(|cell| is_blank(cell.c)).count();
        let (run, tail) = rest.split_at(length);
        let (left, right) = (mended.last().copied(), tail.first());
        mended.extend(mend_run(left, run, right, blanks, report));
        rest = tail;
    }
    mended
}

/// What is left of one run of blanks.
fn mend_run(
    left: Option<Cell>,
    run: &[Cell],
    right: Option<&Cell>,
    blanks: Blanks,
    report: &mut Report,
) -> Vec<Cell> {
    let (Some(left), Some(right)) = (left, right) else { return vec![] };
    let chinese = |c| is_wide(c) || is_shared_mark(c);
    let wide: Vec<Cell> = run.iter().filter(|cell| cell.c == '　').copied().collect();
    if !chinese(left.c) || !chinese(right.c) || (!is_wide(left.c) && !is_wide(right.c)) {
        let kept = wide.first().or(run.first()).copied();
        return kept.map(half_width).into_iter().collect();
    }
    if !wide.is_empty() {
        return wide;
    }
    let both_han = is_han(left.c) && is_han(right.c);
    match blanks {
        Blanks::Keep => run.first().copied().map(half_width).into_iter().collect(),
        Blanks::Wide if both_han => {
            let strong = left.strong && right.strong;
            vec![Cell { c: '　', span: crate::cells::span(run), strong }]
        }
        Blanks::Wide | Blanks::Drop => {
            note_dropped(crate::cells::span(run), report);
            vec![]
        }
    }
}

/// A tab or NBSP as a space.
fn half_width(cell: Cell) -> Cell {
    let c = if matches!(cell.c, '\t' | '\u{A0}') { ' ' } else { cell.c };
    Cell { c, ..cell }
}

/// Notes a blank that was dropped.
pub(crate) fn note_dropped(span: Span, report: &mut Report) {
    let crowd = Crowd {
        code: Code::BlankDropped,
        severity: Severity::Note,
        message: both(
            "汉字之间的半角空格已去掉",
            "a half-width blank between Han characters was dropped",
        ),
        hint: Some(both(
            "确实要空一个字，请用全角空格",
            "use a full-width blank (U+3000) where one is meant",
        )),
    };
    report.gather(crowd, span);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::{placed, string};

    fn mended(line: &str, blanks: Blanks) -> (String, usize) {
        let mut report = Report::default();
        let cells = mend(&placed(line, Span::default()), blanks, &mut report);
        (string(&cells), report.finish(line).len())
    }

    #[test]
    fn between_han_full_width_stays_and_half_width_goes() {
        assert_eq!(mended("张　三", Blanks::Drop), ("张　三".into(), 0));
        assert_eq!(mended("法治 建设", Blanks::Drop), ("法治建设".into(), 1));
        assert_eq!(mended("法治\u{A0}建设", Blanks::Drop), ("法治建设".into(), 1));
        assert_eq!(mended("好， 建设", Blanks::Drop), ("好，建设".into(), 1));
        assert_eq!(mended("某局  报告", Blanks::Wide), ("某局　报告".into(), 0));
        assert_eq!(mended("张三 电话", Blanks::Keep), ("张三 电话".into(), 0));
    }

    #[test]
    fn elsewhere_one_is_kept() {
        assert_eq!(mended("2021  年", Blanks::Drop), ("2021 年".into(), 0));
        assert_eq!(mended("the  end", Blanks::Drop), ("the end".into(), 0));
        assert_eq!(mended("Word\u{A0}文件", Blanks::Drop), ("Word 文件".into(), 0));
        assert_eq!(mended("“yes” “no”", Blanks::Drop), ("“yes” “no”".into(), 0));
    }
}
