//! Step 3: what the DOCX must say about a paragraph so that it breaks the same lines, loses
//! no mark and, if tracking can help, does not end in a line of one character.
//!
//! LibreOffice does not paint a hanging mark when the justified text before it ends a twip
//! late. A right indent of a few twips, which nobody sees, changes that; where none helps,
//! the paragraph is set flush left in the DOCX.

use docgen_model::Abs;

use crate::inline::breaker::{Broken, Measure, break_lines};
use crate::inline::prepare::Prepared;

/// Right indents that LibreOffice keeps exactly, in twips, in the order tried.
const RIGHTS: [i64; 5] = [1, 4, 5, 9, 13];

/// How much tighter a paragraph may be tracked, in twips, to win a line.
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

/// Breaks a paragraph; tightens it a little where that saves a last line of one character.
pub(crate) fn fit(prepared: &Prepared, room: Room) -> Fitted {
    let natural = fit_tracked(prepared, room);
    if !ends_short(prepared, &natural.lines) {
        return natural;
    }
    tighter(prepared, room).find(|f| !ends_short(prepared, &f.lines)).unwrap_or(natural)
}

/// The paragraph at each tighter tracking, least first.
pub(crate) fn tighter(prepared: &Prepared, room: Room) -> impl Iterator<Item = Fitted> {
    (1..=TIGHTER).map(move |twips| {
        let tracking = room.tracking - Abs::twips(twips);
        fit_tracked(prepared, Room { tracking, ..room })
    })
}

/// Whether the last of several lines holds one character, marks aside.
pub(crate) fn ends_short(prepared: &Prepared, lines: &[Broken]) -> bool {
    let Some(last) = lines.last().filter(|_| lines.len() > 1) else { return false };
    let words = &prepared.cells[last.start..last.end];
    words.iter().filter(|cell| cell.c.is_alphanumeric()).count() <= 1
}

/// The first right indent at which no mark is lost; else flush left.
fn fit_tracked(prepared: &Prepared, room: Room) -> Fitted {
    let attempt = |right| {
        let width = room.width.to_twips() - right;
        let measure = Measure {
            first: width - room.first.to_twips(),
            others: width - room.left.to_twips(),
            tracking: room.tracking.to_twips(),
        };
        let lines = break_lines(prepared, measure);
        let justified = !lines.iter().any(|line| line.loses_mark);
        Fitted { lines, right: Abs::twips(right), tracking: room.tracking, justified }
    };
    let first = attempt(RIGHTS[0]);
    if first.justified {
        return first;
    }
    RIGHTS[1..].iter().map(|&right| attempt(right)).find(|f| f.justified).unwrap_or(first)
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
