//! R64–R68: 附件 (7.3.7).

use docgen_model::Attachment;

use super::record::record_pages;
use crate::forms::plain;
use crate::paper::{BOTTOM, CENTRE, FIRST, LEFT, Paper};
use crate::sheet::{Face, Line, Page, is_han};
use crate::verdict::{Found, Nothing, holds, missing, near, wants};
use crate::word::Word;

/// What shows one 附件. Of one that begins across the sheet only the words are known.
struct Sheet<'a> {
    label: String,
    title: String,
    page: &'a Page,
    /// The line of the label and those of the title.
    upright: Option<(&'a Line, Vec<&'a Line>)>,
}

fn sheets<'a>(paper: &'a Paper<'_>) -> Result<Vec<Sheet<'a>>, Nothing> {
    let all = &paper.document.attachments;
    let own =
        |attachment: &Attachment| !attachment.body.is_empty() && !attachment.separate;
    let own = all.iter().enumerate().filter(|(_, attachment)| own(attachment));
    let sheets = own.map(|(at, attachment)| {
        let label =
            if all.len() > 1 { format!("附件{}", at + 1) } else { "附件".to_owned() };
        sheet(paper, label, plain(attachment.title.as_str()))
    });
    let sheets = sheets.collect::<Result<Vec<_>, _>>()?;
    wants(!sheets.is_empty())?;
    Ok(sheets)
}

/// The page that begins with a label, and with its title if it is set across the sheet.
fn sheet<'a>(
    paper: &'a Paper<'_>,
    label: String,
    title: String,
) -> Result<Sheet<'a>, Nothing> {
    let begins = |page: &&Page| match page.lines.first() {
        Some(line) => line.text() == label,
        None => page.across().starts_with(&format!("{label}{title}")),
    };
    let page = paper.pages.iter().skip(1).find(begins);
    let page = page.ok_or_else(|| missing(&format!("以“{label}”开始的页")))?;
    let upright = page.lines.split_first().map(|(first, rest)| {
        let mut count = 0;
        let more = |line: &&Line| {
            let wanted = count < title.chars().count();
            count += line.glyphs.len();
            wanted
        };
        (first, rest.iter().take_while(more).collect())
    });
    Ok(Sheet { label, title, page, upright })
}

pub(super) fn r64(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for Sheet { label, page, upright, .. } in sheets(paper)? {
        if let Some((first, _)) = upright {
            found.push(holds(
                first.look(),
                first.faces() == [Face::Hei] && first.is_size(16.0),
            ));
            found.push(near("左", first.left(), LEFT, 0.5));
            let top = first.top();
            found.push(holds(
                format!("上 {top:.2} mm"),
                FIRST.0 <= top && top <= FIRST.1 + 0.5,
            ));
        } else {
            let glyphs = page.turned[..label.chars().count()].to_vec();
            let line = Line { glyphs };
            let han = line.glyphs.iter().filter(|glyph| is_han(glyph.text));
            let fits = han.into_iter().all(|glyph| glyph.face == Face::Hei);
            found.push(holds(line.look(), fits && line.is_size(16.0)));
            // Turned, its left is the sheet's foot.
            found.push(near("下", line.first().baseline, BOTTOM, 0.5));
        }
    }
    Ok(found)
}

pub(super) fn r65(paper: &Paper<'_>) -> Found {
    let mut found = vec![];
    for (first, lines) in sheets(paper)?.into_iter().filter_map(|sheet| sheet.upright) {
        let wanted = first.top() + 2.0 * paper.pitch();
        found.extend(lines.first().map(|line| near("第 3 行", line.top(), wanted, 2.0)));
        found.extend(lines.iter().map(|line| near("中", line.centre(), CENTRE, 0.5)));
    }
    Ok(found)
}

pub(super) fn r66(paper: &Paper<'_>) -> Found {
    let notes = paper.note_lines()?;
    let notes: Vec<String> =
        notes.iter().map(|lines| lines.iter().map(Line::text).collect()).collect();
    let mut found = vec![];
    for Sheet { label, title, upright, .. } in sheets(paper)? {
        let shown = upright.map_or_else(
            || title.clone(),
            |(_, lines)| lines.iter().map(|line| line.text()).collect(),
        );
        let number = label.trim_start_matches("附件");
        let ordinal =
            if number.is_empty() { String::new() } else { format!("{number}.") };
        let listed =
            notes.iter().any(|note| note.ends_with(&format!("{ordinal}{title}")));
        found.push(holds(format!("{label} {shown}"), shown == title && listed));
    }
    Ok(found)
}

pub(super) fn r66_docx(word: &Word<'_>) -> Found {
    let notes = word.styled(&["附件说明"])?;
    let listed: String = notes.iter().map(|para| para.text()).collect();
    word.each(&["附件标题"], |para| holds(para.text(), listed.contains(&para.text())))
}

pub(super) fn r67(paper: &Paper<'_>) -> Found {
    let sheets = sheets(paper)?;
    let rules = paper.record_rules()?;
    let page = paper.last_page()?;
    let record = record_pages(paper)?.into_iter().min().unwrap_or(page.number);
    let after = sheets.iter().all(|sheet| sheet.page.number <= record);
    let below = page.lines.iter().filter(|line| line.bottom() > rules[0].y);
    let small = below.into_iter().all(|line| (line.size() - 14.0).abs() < 0.05);
    Ok(vec![holds(format!("p{record}"), after && small)])
}

/// Of a document that is itself an 附件 bound apart.
pub(super) fn r68(paper: &Paper<'_>) -> Found {
    let wanted = paper.document.bound_apart.as_ref().ok_or(Nothing::Absent)?;
    let page = paper.pages.first().ok_or_else(|| missing("页"))?;
    let first = page.lines.first().ok_or_else(|| missing("第 1 行"))?;
    let top = first.top();
    Ok(vec![
        holds(first.text(), first.text() == plain(wanted.as_str())),
        holds(format!("上 {top:.2} mm"), 36.0 < top && top < 42.0),
    ])
}
