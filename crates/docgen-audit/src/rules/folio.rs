//! R76–R80: 页码 (7.5).

use docgen_model::Format;

use crate::paper::{LEFT, Paper, RIGHT};
use crate::sheet::{Face, Line, MM, Page};
use crate::verdict::{Found, Nothing, holds, missing, near, near_in, wants};
use crate::word::Word;

/// Pages that carry a number, and it.
fn numbered<'a>(
    paper: &'a Paper<'_>,
) -> Result<Vec<(&'a Page, &'a Line, usize)>, Nothing> {
    let blank = paper.blank_before_record();
    let letter = paper.document.format == Format::Letter;
    let last = paper.pages.len() - blank.len();
    let shown = paper.pages[..last].iter().skip(usize::from(letter));
    shown
        .map(|page| {
            let [line] = page.folio.as_slice() else {
                return Err(missing(&format!("第 {} 页的页码", page.number)));
            };
            let digits: String =
                line.text().chars().filter(char::is_ascii_digit).collect();
            Ok((page, line, digits.parse().unwrap_or_default()))
        })
        .collect()
}

pub(super) fn r76(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for (_, line, _) in numbered(paper)? {
        let mut digits = line.glyphs.iter().filter(|glyph| glyph.text.is_ascii_digit());
        let fits =
            digits.clone().all(|glyph| matches!(glyph.face, Face::Song | Face::Times));
        found.push(holds(line.look(), fits && line.is_size(14.0)));
        let wide = |glyph: &crate::sheet::Glyph| (glyph.right - glyph.x) / 14.0 / MM;
        found.extend(
            digits.next().map(|glyph| near_in("字", "数字", wide(glyph), 0.5, 0.05)),
        );
    }
    Ok(found)
}

pub(super) fn r76_docx(word: &Word<'_>) -> Found {
    let paged: Vec<_> =
        word.footers().filter(|part| part.text().contains("PAGE")).collect();
    if paged.is_empty() {
        return Err(missing("PAGE"));
    }
    let look = |part: &&crate::xml::Element| {
        let sizes = part.every("sz");
        let right = sizes.iter().all(|size| size.get("val") == Some("28"));
        let text = part.text();
        holds(text.trim(), right && text.matches('—').count() >= 2)
    };
    Ok(paged.iter().map(look).collect())
}

pub(super) fn r77(paper: &Paper<'_>) -> Found {
    // The ink of — lies in the middle of the em box of Han, 0.36 em above the baseline.
    let middle = |line: &Line| line.baseline() - 0.36 * line.size() * MM;
    let pages = numbered(paper)?;
    let height = |&(page, line, _): &(&Page, &Line, usize)| {
        near(&format!("p{}", page.number), middle(line), 269.0, 0.7)
    };
    Ok(pages.iter().map(height).collect())
}

pub(super) fn r78(paper: &Paper<'_>) -> Found {
    let pages = numbered(paper)?;
    let side = |&(page, line, number): &(&Page, &Line, usize)| {
        let odd = number % 2 == 1;
        let inset = if odd { RIGHT - line.right() } else { line.left() - LEFT } / MM;
        let text = format!("p{} {inset:.2} pt (13.5–16.5)", page.number);
        holds(text, (12.9..=17.1).contains(&inset))
    };
    Ok(pages.iter().map(side).collect())
}

pub(super) fn r79(paper: &Paper<'_>) -> Found {
    let pages = numbered(paper)?;
    let numbers: Vec<usize> = pages.iter().map(|&(_, _, number)| number).collect();
    let first = *numbers.first().ok_or(Nothing::Absent)?;
    let running = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let last = numbers[numbers.len() - 1];
    Ok(vec![holds(format!("{first}–{last}"), running && first <= 2)])
}

pub(super) fn r80(paper: &Paper<'_>) -> Found {
    let blank = paper.blank_before_record();
    wants(!blank.is_empty())?;
    let bare = |page: &Page| holds(format!("p{}", page.number), page.folio.is_empty());
    Ok(blank.iter().map(bare).collect())
}
