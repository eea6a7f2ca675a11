//! A text as paragraphs: each line one, ordinals make headings (clause 7.3.3).

use docgen_model::{Code, Diagnostic, Level, Paragraph, Severity, Span};

use super::Context;
use super::spent::Ware;
use crate::blanks::{self, Blanks};
use crate::cells::{self, Cell, is_blank};
use crate::han::is_wide;
use crate::ordinals::{self, Ordinal};
use crate::report::{Crowd, both};

/// The longest first sentence that is a run-in heading, in characters.
const MAX_RUN_IN: usize = 30;
/// From here on a line without a final mark may be one that an editor wrapped: a row has
/// 28 characters, less what the rules for marks may push to the next.
const MIN_WRAPPED: usize = 25;

/// The last ordinal of each level of headings.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Counters([u32; 4]);

impl Counters {
    /// The next ordinal of a level, as printed.
    pub(super) fn next(&mut self, level: Level) -> String {
        let last = depth(level).and_then(|depth| self.0.get(depth).copied());
        let number = last.unwrap_or_default().saturating_add(1);
        self.see(level, number);
        ordinals::write(level, number).unwrap_or_default()
    }

    /// Notes an ordinal; deeper levels begin anew.
    fn see(&mut self, level: Level, number: u32) {
        let depth = depth(level);
        self.0.iter_mut().skip(depth.map_or(0, |depth| depth + 1)).for_each(|n| *n = 0);
        if let Some(counter) = depth.and_then(|depth| self.0.get_mut(depth)) {
            *counter = number;
        }
    }
}

/// The place of a level among those that are counted; 章, 节 and 条 stand above all.
fn depth(level: Level) -> Option<usize> {
    match level {
        Level::First => Some(0),
        Level::Second => Some(1),
        Level::Third => Some(2),
        Level::Fourth => Some(3),
        Level::Chapter | Level::Section | Level::Article | Level::Body => None,
    }
}

/// Reads the lines of a text.
pub(super) struct Lines<'c> {
    /// Whether 第一条 needs no blank behind it to be an article.
    pub(super) regulation: bool,
    /// Goes on with the ordinals of the body so far.
    pub(super) counters: &'c mut Counters,
}

impl Lines<'_> {
    /// The paragraphs of a text; blank lines are left out.
    pub(super) fn read(
        &mut self,
        written: &[Cell],
        cx: &mut Context<'_>,
    ) -> Vec<Paragraph> {
        let mut paragraphs: Vec<Paragraph> = vec![];
        let mut follows = false;
        for raw in written.split(|cell| cell.c == '\n') {
            let line = cells::trim(raw);
            if line.is_empty() {
                follows = false;
                continue;
            }
            let at = line.first().map_or(Span::default(), |cell| cell.span);
            if !cx.spend(Ware::Paragraphs, 1, at) {
                break;
            }
            let paragraph = self.line(line, cx);
            let indented = raw.first().is_some_and(|cell| is_blank(cell.c));
            if let Some(last) = paragraphs.last().filter(|_| follows && !indented) {
                check_wrapped(last, &paragraph, cx);
            }
            paragraphs.push(paragraph);
            follows = true;
        }
        paragraphs
    }

    fn line(&mut self, line: &[Cell], cx: &mut Context<'_>) -> Paragraph {
        if let Some(line) = escaped(line) {
            let text = cells::text(&cx.prose(line, Blanks::Drop));
            return Paragraph { level: Level::Body, text, lead: 0 };
        }
        let line = cx.marked(line);
        let string = cells::string(&line);
        if ordinals::is_digit_and_comma(&string) {
            cx.push(digit_and_comma(&line));
        }
        let ordinal = ordinals::read(&string).filter(|o| self.is_heading(*o, &string));
        let Some(ordinal) = ordinal else {
            let line = blanks::mend(&line, Blanks::Drop, cx.report);
            return Paragraph { level: Level::Body, text: cells::text(&line), lead: 0 };
        };
        self.counters.see(ordinal.level, ordinal.number);
        let length = string.get(..ordinal.len).map_or(0, |s| s.chars().count());
        let text = cells::text(&spaced(&line, length, ordinal.level, cx));
        let lead = lead(ordinal, text.as_str());
        let level = if lead == 0 { Level::Body } else { ordinal.level };
        Paragraph { level, text, lead }
    }

    /// Whether an ordinal of regulations is one; the others always are.
    fn is_heading(&self, ordinal: Ordinal, line: &str) -> bool {
        let rest = line.get(ordinal.len..).unwrap_or_default();
        let parted = rest.starts_with(is_blank);
        match ordinal.level {
            Level::Chapter | Level::Section => {
                (parted || rest.is_empty() || self.regulation) && !rest.contains('。')
            }
            Level::Article => parted || self.regulation,
            Level::Body | Level::First | Level::Second | Level::Third | Level::Fourth => {
                true
            }
        }
    }
}

/// The line behind the `\` that keeps its ordinal as text.
fn escaped(line: &[Cell]) -> Option<&[Cell]> {
    let (first, rest) = line.split_first()?;
    let is_ordinal = || {
        let rest = cells::string(rest);
        ordinals::read(&rest).is_some() || ordinals::is_digit_and_comma(&rest)
    };
    (first.c == '\\' && is_ordinal()).then_some(rest)
}

/// The line with the right blank behind its ordinal of `length` characters: one 字 for
/// articles, and for chapters where there was one; else none before Chinese text.
fn spaced(line: &[Cell], length: usize, level: Level, cx: &mut Context<'_>) -> Vec<Cell> {
    let (ordinal, after) = line.split_at_checked(length).unwrap_or((line, &[]));
    let words = cells::trim(after);
    let blank = after.get(..after.len() - words.len()).unwrap_or_default();
    let words = blanks::mend(words, Blanks::Drop, cx.report);
    let Some(first) = words.first() else { return ordinal.to_vec() };
    let place = blank.first().map_or(first.span.before(), |_| cells::span(blank));
    let kept = match level {
        Level::Article => Some('　'),
        Level::Chapter | Level::Section => (!blank.is_empty()).then_some('　'),
        Level::Body | Level::First | Level::Second | Level::Third | Level::Fourth => {
            if !blank.is_empty() && is_wide(first.c) {
                blanks::note_dropped(place, cx.report);
            }
            (!blank.is_empty() && !is_wide(first.c)).then_some(' ')
        }
    };
    let blank = kept.map(|c| Cell::new(c, place));
    [ordinal, blank.as_slice(), &words].concat()
}

/// How many bytes of a line with an ordinal are heading; 0 if it is body text.
fn lead(ordinal: Ordinal, line: &str) -> usize {
    match ordinal.level {
        Level::First | Level::Second => {
            let rest = line.get(ordinal.len..).unwrap_or_default();
            match rest.split_once('。') {
                None if rest.ends_with('；') => 0,
                None => line.len(),
                Some((head, text))
                    if !text.is_empty() && head.chars().count() <= MAX_RUN_IN =>
                {
                    line.len() - text.len()
                }
                Some(_) => 0,
            }
        }
        Level::Third | Level::Fourth if line.ends_with(['。', '；', '：']) => 0,
        Level::Third | Level::Fourth | Level::Chapter | Level::Section => line.len(),
        Level::Article => ordinal.len,
        Level::Body => 0,
    }
}

fn digit_and_comma(line: &[Cell]) -> Diagnostic {
    let length = line.iter().position(|cell| cell.c == '、').map_or(1, |at| at + 1);
    let place = cells::span(line.get(..length).unwrap_or(line));
    let message = both(
        "阿拉伯数字序号后面用了顿号，公文用“1.”",
        "an Arabic ordinal with 、; official documents write “1.”",
    );
    Diagnostic::warning(Code::OrdinalForm, place, message)
        .hint(both(
            "层次序号依次是 一、（一） 1. （1）；这一行现在当作正文",
            "the levels are 一、（一） 1. （1）; this line is set as body text",
        ))
        .clause([7, 3, 3, 0])
}

/// Warns of a line that looks hard-wrapped: long, no mark at its end, the next goes on.
fn check_wrapped(line: &Paragraph, next: &Paragraph, cx: &mut Context<'_>) {
    let text = line.text.as_str();
    let ended = |c: char| "。！？；：…”’）》，、.!?;:)".contains(c);
    let goes_on =
        ordinals::read(next.text.as_str()).is_none() && next.level == Level::Body;
    let open = text.ends_with(['，', '、']) || !text.ends_with(ended);
    if line.is_heading() || !goes_on || !open || text.chars().count() < MIN_WRAPPED {
        return;
    }
    let start = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let at: Span = line.text.span_of(start..text.len());
    let crowd = Crowd {
        code: Code::HardWrapped,
        severity: Severity::Warning,
        message: both(
            "这一行像是被硬换行断开的：行末没有句末标点，下一行接着写",
            "this line looks hard-wrapped: no final mark, and the next goes on",
        ),
        hint: Some(both(
            "一段文字写在一行里；程序自己会排行",
            "write a paragraph on one line; the program breaks lines itself",
        )),
    };
    cx.report.gather(crowd, at);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heading_of_a_line() {
        let lead = |line: &str| ordinals::read(line).map(|ordinal| lead(ordinal, line));
        assert_eq!(lead("一、主要工作"), Some("一、主要工作".len()));
        assert_eq!(lead("（一）加强领导。成立小组。"), Some("（一）加强领导。".len()));
        assert_eq!(lead("（一）加强领导。"), Some(0));
        assert_eq!(lead("（一）警告；"), Some(0));
        let long = "长".repeat(MAX_RUN_IN + 1);
        assert_eq!(lead(&format!("一、{long}。下文。")), Some(0));
        assert_eq!(lead("1.开展宣传"), Some("1.开展宣传".len()));
        assert_eq!(lead("1.开展宣传。"), Some(0));
        assert_eq!(lead("（1）如下："), Some(0));
        assert_eq!(lead("第一条　为了规范。"), Some("第一条".len()));
    }

    #[test]
    fn ordinals_go_on_and_deeper_levels_begin_anew() {
        let mut counters = Counters::default();
        counters.see(Level::First, 3);
        assert_eq!(counters.next(Level::Second), "（一）");
        assert_eq!(counters.next(Level::Second), "（二）");
        assert_eq!(counters.next(Level::First), "四、");
        assert_eq!(counters.next(Level::Second), "（一）");
        assert_eq!(counters.next(Level::Fourth), "（1）");
    }
}
