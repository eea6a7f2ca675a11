//! The Mongolian of a bilingual 发文机关标志 (7.2.4).

use docgen_model::{Code, Diagnostic, Text};

use super::Context;
use super::fields::Fields;
use crate::blanks::Blanks;
use crate::report::both;

/// Its columns: as given, or a word a column. The blank behind a word stays with it, so that
/// nothing of the text is lost; a suffix hangs on its word by a narrow blank, U+202F.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Vec<Text> {
    let lines = fields.lines("mark_mongolian", Blanks::Keep, cx);
    for line in &lines {
        if let Some((at, c)) = line.as_str().char_indices().find(|&(_, c)| is_foreign(c))
        {
            cx.push(foreign(line, at, c));
        }
    }
    match &lines[..] {
        [line] => words(line),
        _ => lines,
    }
}

fn words(line: &Text) -> Vec<Text> {
    let mut start = 0;
    let word = |word: &str| {
        start += word.len();
        line.slice(start - word.len()..start)
    };
    line.as_str().split_inclusive(' ').map(word).collect()
}

/// Whether it is a letter or digit of another script. Marks and controls may stand beside
/// Mongolian letters, and so may its own digits and the common ones.
fn is_foreign(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit() && !matches!(c, '\u{1800}'..='\u{18af}')
}

fn foreign(line: &Text, at: usize, c: char) -> Diagnostic {
    let message = both(
        format!("蒙文标志里有不是蒙古文的字“{c}”"),
        format!("“{c}” in the Mongolian mark is not Mongolian"),
    );
    let place = line.span_of(at..at + c.len_utf8());
    Diagnostic::error(Code::IssuerMark, place, message)
        .hint(both(
            "这里只写国标编码的传统蒙古文（U+1800 起）；汉文写在“机关标志”里，老式编码的蒙古文请用输入法重新录入",
            "write traditional Mongolian here (from U+1800); Chinese goes into “mark”",
        ))
        .clause([7, 2, 4, 0])
}
