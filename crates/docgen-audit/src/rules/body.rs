//! R41–R47: 主送机关 and 正文 (7.3.2, 7.3.3).

use docgen_model::{Direction, Format, Level};

use super::page::indent;
use crate::paper::{BOTTOM, LEFT, ONE_LINE, Paper, gap};
use crate::sheet::{Face, Line, OPENING, is_han};
use crate::verdict::{
    Found, Measured, Nothing, between, holds, missing, near, near_in, wants,
};
use crate::word::Word;

pub(super) const STYLES: [(&str, Face); 4] = [
    ("一级标题", Face::Hei),
    ("二级标题", Face::Kai),
    ("三级标题", Face::FangSong),
    ("四级标题", Face::FangSong),
];

/// The rank and the face of a heading.
fn heading(level: Level) -> Option<(usize, Face)> {
    match level {
        Level::First => Some((1, Face::Hei)),
        Level::Second => Some((2, Face::Kai)),
        Level::Third => Some((3, Face::FangSong)),
        Level::Fourth => Some((4, Face::FangSong)),
        Level::Body | Level::Chapter | Level::Section | Level::Article => None,
    }
}

pub(super) fn r41(paper: &Paper<'_>) -> Found {
    wants(matches!(paper.document.format, Format::Common | Format::Letter))?;
    let lines = paper.recipients()?;
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Err(missing("主送机关"));
    };
    let mut found = vec![between("空", gap(&paper.title_end()?, first), ONE_LINE, 0.5)];
    found.extend(lines.iter().map(|line| near(&line.short(), line.left(), LEFT, 0.5)));
    found.push(holds(format!("…{}", last.last().text), last.last().text == '：'));
    Ok(found)
}

pub(super) fn r42_docx(word: &Word<'_>) -> Found {
    let recipients = &word.document.recipients;
    wants(word.document.direction == Some(Direction::Up) && !recipients.is_empty())?;
    Ok(vec![holds(recipients.len().to_string(), recipients.len() == 1)])
}

pub(super) fn r43(paper: &Paper<'_>) -> Found {
    let paragraphs = paper.paragraphs()?;
    let lines = paragraphs.iter().flat_map(|shown| shown.lines);
    let count = lines.filter(|line| line.page() == paper.first_number()).count();
    // What the author set above the text leaves it no room where it reaches down so far.
    let page = paper.pages.first().ok_or(Nothing::Absent)?;
    let flow = page.lines.iter().filter(|line| line.bottom() < BOTTOM);
    let low = flow.map(Line::bottom).fold(0.0, f64::max);
    let full = count == 0 && low > BOTTOM - 6.0 * paper.pitch();
    Ok(vec![holds(format!("{count} 行"), count > 0).written(full)])
}

pub(super) fn r44(paper: &Paper<'_>) -> Found {
    let recipients = paper.recipients()?;
    let last = recipients.last().ok_or(Nothing::Absent)?;
    let paragraphs = paper.paragraphs()?;
    let first = paragraphs[0].first();
    wants(first.page() == last.page())?;
    let rows = (first.baseline() - last.baseline()) / paper.pitch();
    Ok(vec![near_in("行", "下移", rows, 1.0, 0.05)])
}

pub(super) fn r45(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        if matches!(shown.source.level, Level::Chapter | Level::Section) {
            continue; // centred
        }
        for (at, line) in shown.lines.iter().enumerate() {
            // The empty half of an opening mark may be gone.
            if !OPENING.contains(line.first().text) {
                let wanted = if at == 0 { 2.0 } else { 0.0 };
                let place = format!("p{} {}", line.page(), line.short());
                found.push(near_in("字", &place, indent(line), wanted, 0.2));
            }
        }
    }
    Ok(found)
}

pub(super) fn r45_docx(word: &Word<'_>) -> Found {
    word.each(&["公文正文"], |para| {
        let first = para.property("ind", "firstLineChars").unwrap_or("0");
        let left = para.property("ind", "left").unwrap_or("0");
        holds(
            format!("firstLineChars {first}, left {left}"),
            first == "200" && left == "0",
        )
    })
}

/// That no level is skipped downwards, but from 一、 to 1.
fn in_order(levels: &[usize]) -> Vec<Measured> {
    let before = [0].iter().chain(levels);
    let pairs = before.zip(levels);
    pairs
        .map(|(&before, &level)| {
            let fits = level <= before + 1 || (before, level) == (1, 3);
            holds(format!("{before} → {level}"), fits)
        })
        .collect()
}

pub(super) fn r46(paper: &Paper<'_>) -> Found {
    let paragraphs = paper.paragraphs()?;
    let levels = paragraphs.iter().filter_map(|shown| heading(shown.source.level));
    Ok(in_order(&levels.map(|(rank, _)| rank).collect::<Vec<_>>()))
}

pub(super) fn r46_docx(word: &Word<'_>) -> Found {
    let (mut found, mut levels) = (vec![], vec![]);
    for para in &word.paragraphs {
        if ["附件标题", "公文标题"].contains(&para.style.as_str()) {
            found.extend(in_order(&std::mem::take(&mut levels)));
        }
        let rank = STYLES.iter().position(|(style, _)| *style == para.style);
        levels.extend(rank.map(|rank| rank + 1));
    }
    found.extend(in_order(&levels));
    Ok(found)
}

pub(super) fn r47(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        let Some((_, face)) = heading(shown.source.level) else { continue };
        let lead =
            shown.source.text.as_str().get(..shown.source.lead).unwrap_or_default();
        let count = lead.chars().filter(|c| !c.is_whitespace()).count();
        let glyphs = shown.lines.iter().flat_map(|line| &line.glyphs).take(count);
        let part =
            Line { glyphs: glyphs.filter(|glyph| is_han(glyph.text)).copied().collect() };
        if !part.glyphs.is_empty() {
            found.push(holds(part.look(), part.faces() == [face] && part.is_size(16.0)));
        }
    }
    Ok(found)
}

pub(super) fn r47_docx(word: &Word<'_>) -> Found {
    let mut found = vec![];
    for (style, face) in STYLES {
        for para in word.paragraphs.iter().filter(|para| para.style == style) {
            let Some(first) = para.runs.iter().find(|run| run.has_han()) else {
                continue;
            };
            let bold = para.runs.iter().any(|run| run.bold);
            let fits = first.face == face && (first.size - 16.0).abs() < 0.05 && !bold;
            let text = format!("{style} {} {} pt", first.face.name(), first.size);
            found.push(holds(text, fits));
        }
    }
    Ok(found)
}
