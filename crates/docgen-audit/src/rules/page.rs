//! R01–R13: sheet, type area, rows and cells, colours (5.1, 5.2).

use docgen_model::{Format, Level};

use crate::paper::{BOTTOM, EM, FIRST, LEFT, Paper, RIGHT};
use crate::sheet::{Colour, Face, Line, MM, OPENING, Page, is_han};
use crate::verdict::{
    Found, Measured, Nothing, at_most, between, holds, missing, near, near_in, wants,
};
use crate::word::Word;

pub(super) fn r01(paper: &Paper<'_>) -> Found {
    let sides = |page: &Page| {
        [("宽", page.width, 210.0), ("高", page.height, 297.0)].map(
            |(side, value, wanted)| {
                near(&format!("p{} {side}", page.number), value, wanted, 0.5)
            },
        )
    };
    Ok(paper.all_pages().flat_map(sides).collect())
}

pub(super) fn r01_docx(word: &Word<'_>) -> Found {
    let sizes = word.body()?.every("pgSz");
    let side = |size: &crate::xml::Element, key| twips(size.get(key)) / 20.0 * MM;
    let sides = sizes.into_iter().flat_map(|size| {
        let (width, height) = (side(size, "w"), side(size, "h"));
        [
            near("宽", width.min(height), 210.0, 0.5),
            near("高", width.max(height), 297.0, 0.5),
        ]
    });
    Ok(sides.collect())
}

fn twips(value: Option<&str>) -> f64 {
    value.and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// Pages whose first line is of text: its row is row 1.
fn flow_pages<'a>(paper: &'a Paper<'_>) -> impl Iterator<Item = (&'a Page, &'a Line)> {
    let pages = paper.pages.iter().skip(1);
    let pages = pages.filter_map(|page| Some((page, page.lines.first()?)));
    pages.filter(|(_, line)| line.is_size(16.0) && line.top() < 50.0)
}

pub(super) fn r02(paper: &Paper<'_>) -> Found {
    let top = |(page, line): (&Page, &Line)| {
        between(&format!("p{}", page.number), line.top(), FIRST, 0.5)
    };
    Ok(flow_pages(paper).map(top).collect())
}

pub(super) fn r03(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        for line in &shown.lines[1..] {
            if !OPENING.contains(line.first().text) {
                found.push(near(&place(line), line.left(), LEFT, 1.0));
            }
        }
    }
    Ok(found)
}

fn place(line: &Line) -> String {
    format!("p{} {}", line.page(), line.short())
}

pub(super) fn r04(paper: &Paper<'_>) -> Found {
    let lines = paper.all_pages().flat_map(|page| &page.lines);
    let lines = lines.filter(|line| !line.last().is_red());
    Ok(lines.map(|line| at_most(&place(line), line.right(), RIGHT + 0.3)).collect())
}

pub(super) fn r05(paper: &Paper<'_>) -> Found {
    let letter = paper.document.format == Format::Letter;
    let mut found = vec![];
    for page in paper.all_pages() {
        let most =
            if letter && page.number == paper.first_number() { 272.1 } else { BOTTOM };
        for line in page.lines.iter().rev().take(3) {
            found.push(at_most(&place(line), line.bottom(), most + 0.5));
        }
    }
    Ok(found)
}

pub(super) fn r06_docx(word: &Word<'_>) -> Found {
    let upright = [[37.0, 35.0, 28.0, 26.0], [34.58, 32.58, 28.0, 26.0]];
    // A section set across the sheet: its head lies to the left edge (clause 8).
    let across = upright.map(|[top, bottom, left, right]| [left, right, bottom, top]);
    let sections = word.body()?.every("sectPr");
    let measured = sections.into_iter().filter_map(|section| {
        let (size, margin) = (section.child("pgSz")?, section.child("pgMar")?);
        let wanted =
            if size.get("orient") == Some("landscape") { across } else { upright };
        let sides =
            ["top", "bottom", "left", "right"].map(|side| twips(margin.get(side)));
        let close = |one: &[f64; 4]| {
            sides.iter().zip(one).all(|(a, b)| (a - b * 1440.0 / 25.4).abs() <= 20.0)
        };
        let shown = sides.map(|side| format!("{:.2}", side / 20.0 * MM)).join("/");
        Some(holds(format!("{shown} mm"), wanted.iter().any(close)))
    });
    let measured: Vec<Measured> = measured.collect();
    if measured.is_empty() { Err(missing("w:pgMar")) } else { Ok(measured) }
}

/// Last lines of pages whose last paragraph runs over onto the next page, but for those before
/// the signature: there lines may go over to keep it company (7.3.5.5).
fn full_pages(paper: &Paper<'_>) -> Result<Vec<Line>, Nothing> {
    let dated = paper.date().map_or(0, |date| date.page());
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        for pair in shown.lines.windows(2) {
            if pair[0].page() != pair[1].page() && pair[1].page() != dated {
                found.push(pair[0].clone());
            }
        }
    }
    Ok(found)
}

pub(super) fn r07(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for last in full_pages(paper)? {
        for (page, first) in
            flow_pages(paper).filter(|(page, _)| page.number == last.page())
        {
            let rows = (last.baseline() - first.baseline()) / paper.pitch() + 1.0;
            found.push(near_in("行", &format!("p{}", page.number), rows, 22.0, 0.1));
        }
    }
    Ok(found)
}

pub(super) fn r08(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        for line in &shown.lines[..shown.lines.len().saturating_sub(1)] {
            let pure = line.glyphs.iter().all(|glyph| is_han(glyph.text));
            if pure && (line.left() - LEFT).abs() < 1.0 {
                let count = line.glyphs.len();
                found.push(holds(format!("{} {count} 字", place(line)), count == 28));
            }
        }
    }
    Ok(found)
}

pub(super) fn r09(paper: &Paper<'_>) -> Found {
    let mut steps = vec![];
    for shown in paper.paragraphs()? {
        let pairs =
            shown.lines.windows(2).filter(|pair| pair[0].page() == pair[1].page());
        steps.extend(pairs.map(|pair| (pair[1].baseline() - pair[0].baseline()) / MM));
    }
    wants(!steps.is_empty())?;
    let middle = steps.iter().sum::<f64>() / steps.len() as f64;
    let all =
        holds(format!("{middle:.2} pt (28.9–29.7)"), (28.8..=29.8).contains(&middle));
    let each = steps.iter().map(|step| near_in("pt", "行距", *step, middle, 0.1));
    Ok(each.chain([all]).collect())
}

pub(super) fn r09_docx(word: &Word<'_>) -> Found {
    word.each(&["公文正文"], |para| {
        let pitch = twips(para.property("spacing", "line")) / 20.0;
        let exact = para.property("spacing", "lineRule") == Some("exact");
        let text = format!("固定值 {pitch:.2} pt (28.9–29.7)");
        holds(text, exact && (28.8..=29.8).contains(&pitch))
    })
}

pub(super) fn r10(paper: &Paper<'_>) -> Found {
    let lines = full_pages(paper)?;
    Ok(lines.iter().map(|line| near(&place(line), line.bottom(), BOTTOM, 1.0)).collect())
}

pub(super) fn r11(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for shown in paper.paragraphs()? {
        let level = shown.source.level;
        if !matches!(level, Level::Body | Level::Third | Level::Fourth) {
            continue;
        }
        let strong = !shown.source.text.strong().is_empty();
        for line in shown.lines {
            let fits =
                |face: &Face| *face == Face::FangSong || (strong && *face == Face::Hei);
            found.push(holds(
                line.look(),
                line.faces().iter().all(fits) && line.is_size(16.0),
            ));
        }
    }
    Ok(found)
}

pub(super) fn r11_docx(word: &Word<'_>) -> Found {
    let paragraphs = word.styled(&["公文正文"])?;
    let runs = paragraphs.iter().flat_map(|para| &para.runs).filter(|run| run.has_han());
    let look = |run: &crate::word::Run| -> Measured {
        let face = matches!(run.face, Face::FangSong | Face::Hei);
        let start: String = run.text.chars().take(6).collect();
        let text = format!("{start} {} {} pt", run.face.name(), run.size);
        holds(text, face && (run.size - 16.0).abs() < 0.05)
    };
    Ok(runs.map(look).collect())
}

pub(super) fn r12(paper: &Paper<'_>) -> Found {
    let rules = paper.record_rules()?;
    let lowest = rules.iter().map(|rule| rule.y).fold(0.0, f64::max);
    Ok(vec![near("末条", lowest, BOTTOM, MM)])
}

pub(super) fn r13(paper: &Paper<'_>) -> Found {
    let mark: Vec<usize> = paper.mark().map_or_else(
        |_| vec![],
        |lines| {
            lines.iter().flat_map(|line| &line.glyphs).map(|glyph| glyph.at).collect()
        },
    );
    let mut found = vec![];
    for page in paper.all_pages() {
        let black = |line: &Line, is_folio: bool| {
            line.glyphs.iter().all(|glyph| {
                glyph.colour == Colour::Black || (!is_folio && mark.contains(&glyph.at))
            })
        };
        found
            .extend(page.lines.iter().map(|line| holds(place(line), black(line, false))));
        found.extend(page.folio.iter().map(|line| holds(place(line), black(line, true))));
        if page.number != paper.first_number() {
            let red = page.rules.iter().filter(|rule| rule.is_red()).count();
            found.push(holds(format!("p{}: {red}", page.number), red == 0));
        }
    }
    Ok(found)
}

pub(super) fn r13_docx(word: &Word<'_>) -> Found {
    let is_mongolian =
        |text: &str| text.chars().any(|c| ('\u{1800}'..='\u{18af}').contains(&c));
    let plain = word.paragraphs.iter().filter(|para| para.style != "发文机关标志");
    let runs = plain.flat_map(|para| &para.runs);
    let runs = runs.filter(|run| !run.text.trim().is_empty() && !is_mongolian(&run.text));
    Ok(runs
        .map(|run| {
            holds(
                run.text.chars().take(8).collect::<String>(),
                run.colour == Colour::Black,
            )
        })
        .collect())
}

/// The number of an em from the left edge.
pub(super) fn indent(line: &Line) -> f64 {
    (line.left() - LEFT) / EM
}

/// The number of an em to the right edge.
pub(super) fn inset(line: &Line) -> f64 {
    (RIGHT - line.right()) / EM
}
