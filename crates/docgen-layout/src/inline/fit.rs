//! Step 3: what the DOCX must say about a paragraph so that it breaks the same lines, loses
//! no mark and, where a little tracking can help, breaks them well.
//!
//! 1. LibreOffice does not paint a hanging mark when the justified text before it ends a twip
//!    late. A right indent of a few twips, which nobody sees, changes that; where none helps,
//!    the paragraph is set flush left in the DOCX.
//! 2. A last line of one character, a line that begins with a connector, and a number parted
//!    from its unit, are flaws. Of the trackings near the natural one the paragraph takes the
//!    least that has the fewest.

use docgen_model::Abs;

use crate::inline::breaker::{Broken, Measure, break_lines};
use crate::inline::prepare::Prepared;

/// Right indents that LibreOffice keeps exactly, in twips, in the order tried.
const RIGHTS: [i64; 5] = [1, 4, 5, 9, 13];

/// How much tighter a paragraph may be tracked for the sake of its lines, in twips.
const TIGHTER: i64 = 4;

/// The room of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// Width of the type area less the right indent that the role asks for.
    pub(crate) width: Abs,
    /// Indent of the first line.
    pub(crate) first: Abs,
    /// Indent of the others.
    pub(crate) left: Abs,
    /// Tracking.
    pub(crate) tracking: Abs,
}

/// The lines of a paragraph and what the DOCX says to get them.
#[derive(Debug, Clone)]
pub(crate) struct Fitted {
    /// The lines.
    pub(crate) lines: Vec<Broken>,
    /// Added to the right indent.
    pub(crate) right: Abs,
    /// Tracking.
    pub(crate) tracking: Abs,
    /// Whether the DOCX justifies it.
    pub(crate) justified: bool,
}

/// Breaks a paragraph with the fewest flaws that tracking can give it.
pub(crate) fn fit(prepared: &Prepared, room: Room) -> Fitted {
    let natural = tracked_by(prepared, room, 0);
    let flaws = |fitted: &Fitted| flaws(prepared, &fitted.lines);
    if flaws(&natural) == 0 {
        return natural;
    }
    (1..=TIGHTER)
        .map(|twips| tracked_by(prepared, room, -twips))
        .fold(natural, |best, next| if flaws(&next) < flaws(&best) { next } else { best })
}

/// The paragraph with its tracking changed by some twips.
pub(crate) fn tracked_by(prepared: &Prepared, room: Room, twips: i64) -> Fitted {
    fit_tracked(prepared, Room { tracking: room.tracking + Abs::twips(twips), ..room })
}

/// What a reader would mind: a short last line most, then a line that begins with a connector
/// (GB/T 15834 5.1.6), then a number without its unit.
fn flaws(prepared: &Prepared, lines: &[Broken]) -> usize {
    let starts = || lines.iter().skip(1).map(|line| line.start);
    let connectors = starts().filter(|&start| begins_with_connector(prepared, start));
    let parted = starts().filter(|&start| parts_number(prepared, start));
    let short = usize::from(ends_short(prepared, lines));
    parted.count() + 2 * connectors.count() + 4 * short
}

/// Whether a line that begins at a cell begins with a single —, ～ or /.
pub(crate) fn begins_with_connector(prepared: &Prepared, start: usize) -> bool {
    let cell = &prepared.cells[start];
    matches!(cell.c, '—' | '～' | '/') && !cell.pair
}

/// Whether a line that begins at a cell parts a number from its unit, 第 or year from it.
fn parts_number(prepared: &Prepared, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let (a, b) = (prepared.cells[before].c, prepared.cells[start].c);
    let unit = a.is_ascii_digit() && b.is_alphabetic() && !b.is_ascii();
    unit || b.is_ascii_digit() && matches!(a, '〕' | '第')
}

/// Whether the last of several lines holds one character, marks aside.
pub(crate) fn ends_short(prepared: &Prepared, lines: &[Broken]) -> bool {
    let Some(last) = lines.last().filter(|_| lines.len() > 1) else { return false };
    let words = &prepared.cells[last.start..last.end];
    words.iter().filter(|cell| cell.c.is_alphanumeric()).count() <= 1
}

/// The first right indent at which no mark is lost and no line is decided by a twip, which
/// word processors may round otherwise; else one at which no mark is lost; else flush left.
fn fit_tracked(prepared: &Prepared, room: Room) -> Fitted {
    let attempt = |&right: &i64| {
        let width = room.width.to_twips() - right;
        let measure = Measure {
            first: width - room.first.to_twips(),
            others: width - room.left.to_twips(),
            tracking: room.tracking.to_twips(),
            hang: true,
        };
        let lines = break_lines(prepared, measure);
        let justified = !lines.iter().any(|line| line.loses_mark);
        Fitted { lines, right: Abs::twips(right), tracking: room.tracking, justified }
    };
    let mut best = attempt(&RIGHTS[0]);
    for right in &RIGHTS[1..] {
        if doubts(&best) == 0 {
            break;
        }
        let next = attempt(right);
        if doubts(&next) < doubts(&best) {
            best = next;
        }
    }
    best
}

/// How little a fit can be trusted: a lost mark most, then a line decided by a twip.
fn doubts(fitted: &Fitted) -> usize {
    let tight = fitted.lines.iter().any(|line| line.tight);
    2 * usize::from(!fitted.justified) + usize::from(tight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::testing::body;

    const ROOM: Room = Room {
        width: Abs::twips(8_845),
        first: Abs::twips(640),
        left: Abs::ZERO,
        tracking: Abs::twips(-8),
    };

    #[test]
    fn a_lost_mark_moves_the_right_indent() {
        // 25 gaps share the room without remainder: LibreOffice would lose the comma.
        let text = format!("{}，{}", "国".repeat(26), "家".repeat(20));
        let prepared = body(&text);
        let fitted = fit(&prepared, ROOM);
        assert!(fitted.lines[0].hangs);
        assert!(!fitted.justified || !fitted.lines.iter().any(|line| line.loses_mark));
    }

    #[test]
    fn tracking_keeps_a_number_with_its_unit() {
        let parted = |fitted: &Fitted, prepared: &Prepared| {
            fitted.lines.iter().any(|line| parts_number(prepared, line.start))
        };
        let prefixes = ["", "7.7", "7%", "7.7%", "77.7%、7.7%"];
        let saved = prefixes.iter().any(|prefix| {
            (0..60).any(|han| {
                let prepared = body(&format!("{prefix}{}12项。", "国".repeat(han)));
                let natural = fit_tracked(&prepared, ROOM);
                let fitted = fit(&prepared, ROOM);
                parted(&natural, &prepared) && !parted(&fitted, &prepared)
            })
        });
        assert!(saved, "no text of the series can be saved");
    }

    #[test]
    fn tracking_saves_a_last_line_of_one_character() {
        // Digits leave room for most of a character; tightened, one more fits.
        for number in ["7", "7.7", "77.7"] {
            for han in 30..60 {
                let text = format!("{number}{}。", "国".repeat(han));
                let prepared = body(&text);
                let natural = fit_tracked(&prepared, ROOM);
                let fitted = fit(&prepared, ROOM);
                let short = |f: &Fitted| ends_short(&prepared, &f.lines);
                if short(&natural) && !short(&fitted) {
                    assert!(fitted.tracking < ROOM.tracking);
                    assert!(fitted.lines.len() < natural.lines.len());
                    return;
                }
            }
        }
        panic!("no text of the series can be saved");
    }
}
