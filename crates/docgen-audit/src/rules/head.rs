//! R14–R34: 版头 of a 公文 (7.2).

use docgen_model::{Format, Stage, Text};

use super::page::indent;
use crate::forms::{digits, is_document_number, is_secrecy, plain};
use crate::paper::{CENTRE, EM, FIRST, LEFT, Paper, RIGHT, TWO_LINES};
use crate::sheet::{Colour, Face, Glyph, Line, MM};
use crate::verdict::{
    Found, Measured, Nothing, at_most, between, holds, missing, near, near_in, wants,
};
use crate::word::Word;

/// 特提 and 平急 are those of telegrams.
const URGENCIES: [&str; 2] = ["特急", "加急"];

/// The line of 份号, 密级 or 紧急程度.
fn corner(paper: &Paper<'_>, text: Option<&Text>, name: &str) -> Result<Line, Nothing> {
    let text = plain(text.ok_or(Nothing::Absent)?.as_str());
    let first = paper.pages.first().ok_or_else(|| missing(name))?;
    let mut lines = first.lines.iter().filter(|line| line.top() < 120.0);
    let line =
        lines.find(|line| line.text().starts_with(&text)).ok_or_else(|| missing(name))?;
    let count = text.chars().count() + 8;
    let near = line.glyphs.iter().take(count).filter(|glyph| glyph.x < 100.0);
    Ok(Line { glyphs: near.copied().collect() })
}

/// Those of 份号, 密级, 紧急程度 that the author gives.
pub(super) fn corners(paper: &Paper<'_>) -> Result<Vec<Line>, Nothing> {
    let head = paper.head()?;
    let all = [
        (&head.copy_number, "份号"),
        (&head.secrecy, "密级"),
        (&head.urgency, "紧急程度"),
    ];
    let given = all.into_iter().filter(|(text, _)| text.is_some());
    given.map(|(text, name)| corner(paper, text.as_ref(), name)).collect()
}

/// The row of a line from the top of the type area, 1 for the first; 信函 has no such rows.
fn at_row(paper: &Paper<'_>, line: &Line, wanted: f64) -> Option<Measured> {
    let row = ((line.top() - FIRST.0) / paper.pitch()).floor() + 1.0;
    let measured = holds(format!("第 {row} 行"), (row - wanted).abs() < 0.5);
    (paper.document.format != Format::Letter).then_some(measured)
}

pub(super) fn r14(paper: &Paper<'_>) -> Found {
    let line = corner(paper, paper.head()?.copy_number.as_ref(), "份号")?;
    let mut found = vec![
        holds(line.text(), digits(&line.text()) == Some(6)),
        holds(line.look(), line.is_size(16.0)),
        near("左", line.left(), LEFT, 0.5),
    ];
    found.extend(at_row(paper, &line, 1.0));
    Ok(found)
}

pub(super) fn r15(paper: &Paper<'_>) -> Found {
    let line = corner(paper, paper.head()?.secrecy.as_ref(), "密级")?;
    let mut found = black_face(&line);
    found.extend(at_row(paper, &line, 2.0));
    Ok(found)
}

fn black_face(line: &Line) -> Vec<Measured> {
    let face = line.faces() == [Face::Hei];
    vec![
        holds(line.look(), face && line.is_size(16.0)),
        near("左", line.left(), LEFT, 0.5),
    ]
}

pub(super) fn r16_docx(word: &Word<'_>) -> Found {
    wants(word.document.head.as_ref().is_some_and(|head| head.secrecy.is_some()))?;
    word.each(&["密级"], |para| holds(para.text(), is_secrecy(&para.text())))
}

pub(super) fn r17(paper: &Paper<'_>) -> Found {
    let line = corner(paper, paper.head()?.urgency.as_ref(), "紧急程度")?;
    let mut found = black_face(&line);
    found.push(holds(line.text(), URGENCIES.contains(&line.text().as_str())));
    Ok(found)
}

pub(super) fn r17_docx(word: &Word<'_>) -> Found {
    wants(word.document.head.as_ref().is_some_and(|head| head.urgency.is_some()))?;
    word.each(&["紧急程度"], |para| {
        let first = para.runs.iter().find(|run| !run.text.trim().is_empty());
        let fits = first.is_some_and(|run| {
            URGENCIES.contains(&plain(&run.text).as_str()) && run.face == Face::Hei
        });
        holds(para.text(), fits)
    })
}

pub(super) fn r18(paper: &Paper<'_>) -> Found {
    let lines = corners(paper)?;
    let rows = lines.windows(2).map(|pair| {
        let rows = (pair[1].baseline() - pair[0].baseline()) / paper.pitch();
        near_in("行", &pair[1].short(), rows, 1.0, 0.05)
    });
    Ok(rows.collect())
}

pub(super) fn r19_docx(word: &Word<'_>) -> Found {
    let secret = word.document.head.as_ref().is_some_and(|head| head.secrecy.is_some());
    wants(secret)?;
    Ok(vec![holds("份号", word.styled(&["份号"]).is_ok())])
}

/// Top, left, right, bottom of the mark; Mongolian above it belongs to it.
pub(super) fn mark_box(paper: &Paper<'_>) -> Result<[f64; 4], Nothing> {
    let lines = paper.mark()?;
    let turned = paper.pages[0].turned.iter().filter(|glyph| glyph.is_red());
    let above = turned.map(|glyph| glyph.baseline);
    let least =
        |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min);
    let most =
        |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max);
    Ok([
        least(&mut lines.iter().map(Line::top).chain(above)),
        least(&mut lines.iter().map(Line::left)),
        most(&mut lines.iter().map(Line::right)),
        most(&mut lines.iter().map(Line::bottom)),
    ])
}

pub(super) fn r20(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    Ok(vec![near("上", mark_box(paper)?[0], 72.0, 1.0)])
}

pub(super) fn r21(paper: &Paper<'_>) -> Found {
    let [_, left, right, _] = mark_box(paper)?;
    Ok(vec![near("中", f64::midpoint(left, right), CENTRE, 0.5)])
}

pub(super) fn r22(paper: &Paper<'_>) -> Found {
    let lines = paper.mark()?;
    let text: String = lines.iter().map(Line::text).collect();
    let mark = plain(paper.head()?.mark.as_str());
    let mut found = vec![holds(text.clone(), mark.chars().all(|c| text.contains(c)))];
    found.extend(
        lines.iter().map(|line| holds(line.look(), line.faces() == [Face::XiaoBiaoSong])),
    );
    Ok(found)
}

pub(super) fn r22_docx(word: &Word<'_>) -> Found {
    wants(word.document.head.is_some())?;
    let paragraphs = word.styled(&["发文机关标志"])?;
    let runs = paragraphs.into_iter().flat_map(|para| &para.runs);
    let runs = runs.filter(|run| run.has_han());
    let look = |run: &crate::word::Run| {
        let fits = run.colour == Colour::Red && run.face == Face::XiaoBiaoSong;
        holds(format!("{} {}", run.text, run.face.name()), fits)
    };
    Ok(runs.map(look).collect())
}

pub(super) fn r23(paper: &Paper<'_>) -> Found {
    let [_, left, right, _] = mark_box(paper)?;
    Ok(vec![
        at_most("右", right, RIGHT + 0.1),
        holds(format!("左 {left:.2} mm (≥ {LEFT})"), left >= LEFT - 0.1),
    ])
}

pub(super) fn r24(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let head = paper.head()?;
    let lines = paper.mark()?;
    wants(head.stacked && head.issuers.len() > 1)?;
    let glyphs: Vec<&Glyph> = lines.iter().flat_map(|line| &line.glyphs).collect();
    let edge = glyphs.iter().map(|glyph| glyph.x).fold(0.0, f64::max) - 3.0 * EM;
    let beside = plain(head.mark.as_str());
    let (word, names): (Vec<&Glyph>, Vec<&Glyph>) = glyphs
        .into_iter()
        .partition(|glyph| glyph.x > edge && beside.contains(glyph.text));
    let order =
        |glyph: &&&Glyph| ((glyph.baseline.round(), glyph.x).0 as i64, glyph.x as i64);
    let first = names.iter().min_by_key(order).ok_or_else(|| missing("机关名称"))?;
    let lead = head.issuers[0].as_str().chars().next();
    let mut found = vec![holds(format!("{}…", first.text), Some(first.text) == lead)];
    if !word.is_empty() {
        let middle = |group: &[&Glyph]| {
            let top = group.iter().map(|glyph| glyph.top()).fold(f64::INFINITY, f64::min);
            let bottom = group.iter().map(|glyph| glyph.bottom()).fold(0.0, f64::max);
            f64::midpoint(top, bottom)
        };
        found.push(near(&beside, middle(&word) - middle(&names), 0.0, 1.0));
    }
    Ok(found)
}

pub(super) fn r25(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let bottom = mark_box(paper)?[3];
    let mut lines = vec![paper.number()?];
    match paper.signers() {
        Ok(signers) => lines.extend(signers),
        Err(Nothing::Absent) => {}
        Err(missing) => return Err(missing),
    }
    let first = lines.iter().map(Line::top).fold(f64::INFINITY, f64::min);
    Ok(vec![between("空", first - bottom, TWO_LINES, 0.5)])
}

pub(super) fn r26(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    wants(!paper.is_upward())?;
    // Beside 签发人 of a paper that has none the number stands left.
    let signed =
        paper.document.head.as_ref().is_some_and(|head| !head.signers.is_empty());
    Ok(vec![near("中", paper.number()?.centre(), CENTRE, 0.5).written(signed)])
}

pub(super) fn r27(paper: &Paper<'_>) -> Found {
    wants(matches!(paper.document.format, Format::Common | Format::Letter))?;
    wants(paper.document.stage == Stage::Final)?;
    let text = match paper.number() {
        Err(Nothing::Missing(_)) => shown_number(paper)?,
        number => number?.text(),
    };
    Ok(vec![holds(text.clone(), is_document_number(&text))])
}

/// What stands in place of the 发文字号: the first line of 三号 with 号, up to it.
fn shown_number(paper: &Paper<'_>) -> Result<String, Nothing> {
    let lines = paper.pages.iter().take(1).flat_map(|page| &page.lines);
    let mut texts = lines.filter(|line| line.is_size(16.0)).map(Line::text);
    let found =
        texts.find_map(|text| text.split_once('号').map(|(number, _)| number.to_owned()));
    found.map(|number| number + "号").ok_or_else(|| missing("发文字号"))
}

pub(super) fn r27_docx(word: &Word<'_>) -> Found {
    wants(matches!(word.document.format, Format::Common | Format::Letter))?;
    wants(word.document.stage == Stage::Final)?;
    word.each(&["发文字号"], |para| {
        let text = para.text();
        let end = text.find('号').map_or(text.len(), |at| at + '号'.len_utf8());
        holds(&text[..end], is_document_number(&text[..end]))
    })
}

fn upward(paper: &Paper<'_>) -> Result<(), Nothing> {
    paper.only(Format::Common)?;
    wants(paper.is_upward())
}

pub(super) fn r28(paper: &Paper<'_>) -> Found {
    upward(paper)?;
    wants(paper.document.stage == Stage::Final)?; // a draft may keep the number's place
    Ok(vec![near_in("字", "左空", indent(&paper.number()?), 1.0, 0.3)])
}

pub(super) fn r29(paper: &Paper<'_>) -> Found {
    upward(paper)?;
    let signers = paper.signers()?;
    let last = signers.last().ok_or(Nothing::Absent)?;
    let offset = (paper.number()?.baseline() - last.baseline()) / MM;
    Ok(vec![near_in("pt", "相差", offset, 0.0, 0.5)])
}

pub(super) fn r30(paper: &Paper<'_>) -> Found {
    upward(paper)?;
    let right = paper.signers()?.iter().map(Line::right).fold(0.0, f64::max);
    Ok(vec![near_in("字", "右空", (RIGHT - right) / EM, 1.0, 0.3)])
}

pub(super) fn r30_docx(word: &Word<'_>) -> Found {
    let document = word.document;
    wants(document.format == Format::Common && document.head.is_some())?;
    wants(document.direction == Some(docgen_model::Direction::Up))?;
    Ok(vec![holds("签发人：", word.text().contains("签发人："))])
}

pub(super) fn r31(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let signers = paper.signers()?;
    let label = paper.element("签发人：", 0, "签发人：")?;
    let look = |line: &Line, face| {
        holds(line.look(), line.faces() == [face] && line.is_size(16.0))
    };
    let names = signers.iter().map(|line| look(line, Face::Kai));
    Ok(names.chain([look(&label, Face::FangSong)]).collect())
}

pub(super) fn r31_docx(word: &Word<'_>) -> Found {
    let head = word.document.head.as_ref().ok_or(Nothing::Absent)?;
    let names: Vec<String> =
        head.signers.iter().map(|name| plain(name.as_str())).collect();
    wants(names.iter().any(|name| !name.is_empty()))?;
    let mut found = vec![];
    for run in
        word.styled(&["发文字号", "签发人"])?.into_iter().flat_map(|para| &para.runs)
    {
        let wanted = match plain(&run.text) {
            text if names.contains(&text) => Face::Kai,
            text if text.contains("签发人") => Face::FangSong,
            _ => continue,
        };
        found
            .push(holds(format!("{} {}", run.text, run.face.name()), run.face == wanted));
    }
    Ok(found)
}

pub(super) fn r32(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let signers = paper.signers()?;
    let rows = signers.chunk_by(|a, b| (a.baseline() - b.baseline()).abs() < 0.5);
    let mut found = vec![];
    for row in rows {
        found.push(holds(format!("{} 人", row.len()), row.len() <= 2));
        found.push(near("对齐", row[0].left() - signers[0].left(), 0.0, 0.5));
    }
    Ok(found)
}

pub(super) fn r33(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let rule = paper.head_rule()?;
    let gap = rule.y - rule.thickness / 2.0 - paper.number()?.bottom();
    Ok(vec![near("距", gap, 4.0, 0.5)])
}

pub(super) fn r34(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    let rule = paper.head_rule()?;
    Ok(vec![near("左", rule.left, LEFT, 0.5), near("右", rule.right, RIGHT, 0.5)])
}
