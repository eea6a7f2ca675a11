//! R91–R96: marks, numbers and faces (9, 5.2.2).

use crate::paper::{Paper, RIGHT, Shown};
use crate::sheet::{CLOSING, Face, Line, MM, is_han};
use crate::verdict::{Found, Measured, at_most, holds};

const NO_START: &str = "、，。：；！？”’）》〉】〕］｝」』·";
const NO_END: &str = "“‘（《〈【〔［｛「『";

/// Measures both sides of each line end inside a paragraph.
fn breaks(
    paper: &Paper<'_>,
    measure: impl Fn(&[char], &[char], &Line) -> Option<Measured>,
) -> Found {
    let mut found = vec![];
    for Shown { text, lines, .. } in paper.paragraphs()? {
        let mut at = 0;
        for line in &lines[..lines.len().saturating_sub(1)] {
            at += line.glyphs.len();
            if let Some((before, behind)) = text.split_at_checked(at) {
                found.extend(measure(before, behind, line));
            }
        }
    }
    Ok(found)
}

fn shown(before: &[char], behind: &[char]) -> String {
    let before: String = before[before.len().saturating_sub(4)..].iter().collect();
    format!("{before}/{}", behind.iter().take(4).collect::<String>())
}

pub(super) fn r91(paper: &Paper<'_>) -> Found {
    breaks(paper, |before, behind, _| {
        let fits = !behind.first().is_some_and(|c| NO_START.contains(*c));
        Some(holds(shown(before, behind), fits))
    })
}

pub(super) fn r92(paper: &Paper<'_>) -> Found {
    breaks(paper, |before, behind, _| {
        let fits = !before.last().is_some_and(|c| NO_END.contains(*c));
        Some(holds(shown(before, behind), fits))
    })
}

pub(super) fn r93(paper: &Paper<'_>) -> Found {
    breaks(paper, |before, behind, _| {
        let mark = *before.last()?;
        let run = before.iter().rev().take_while(|&&c| c == mark).count();
        let cut = "—…".contains(mark) && behind.first() == Some(&mark) && run % 2 == 1;
        Some(holds(shown(before, behind), !cut))
    })
}

pub(super) fn r94(paper: &Paper<'_>) -> Found {
    breaks(paper, |_, _, line| {
        let last = line.last();
        let half = last.size * MM / 2.0;
        let most = RIGHT + 0.1 * last.size * MM;
        CLOSING.contains(last.text).then(|| at_most(&line.short(), last.x + half, most))
    })
}

pub(super) fn r95(paper: &Paper<'_>) -> Found {
    breaks(paper, |before, behind, _| {
        let (last, next) = (*before.last()?, *behind.first()?);
        let in_number = |c: char| c.is_ascii_digit() || ".,".contains(c);
        let more = next.is_ascii_digit() || "%‰℃年号".contains(next);
        let digits = before.iter().rev().take_while(|&&c| in_number(c));
        let cut = in_number(last) && more && digits.into_iter().any(char::is_ascii_digit);
        Some(holds(shown(before, behind), !cut))
    })
}

pub(super) fn r96(paper: &Paper<'_>) -> Found {
    let mut found: Vec<Measured> =
        paper.faces.iter().map(|(name, embedded)| holds(name, *embedded)).collect();
    let other =
        |glyph: &&crate::sheet::Glyph| is_han(glyph.text) && glyph.face == Face::Other;
    found.extend(paper.stream.iter().filter(other).map(|glyph| holds(glyph.text, false)));
    Ok(found)
}
