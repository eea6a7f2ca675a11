//! R81–R90, R99, R100: tables across the sheet (8), 信函, 命令, 纪要 (10), 会议文件, metadata.

use docgen_model::{BlockKind, Delivery, Format, Text};

use super::head::{corners, mark_box};
use super::page::indent;
use crate::forms::plain;
use crate::paper::{CENTRE, EM, LEFT, ONE_LINE, Paper, RIGHT, TWO_LINES, after, gap};
use crate::sheet::{Face, Line, Rule};
use crate::verdict::{Found, Nothing, between, holds, missing, near, near_in, wants};

pub(super) fn r81(paper: &Paper<'_>) -> Found {
    let across =
        |kind: &BlockKind| matches!(kind, BlockKind::Table(table) if table.landscape);
    let document = paper.document;
    let attached = document.attachments.iter().filter(|one| !one.separate);
    let enclosed = document.enclosed.iter().flat_map(|one| &one.body);
    let mut blocks =
        document.body.iter().chain(enclosed).chain(attached.flat_map(|one| &one.body));
    wants(blocks.any(|block| across(&block.kind)))?;
    let turned =
        paper.pages.iter().filter(|page| page.turned.iter().any(|glyph| !glyph.is_red()));
    let mut found = vec![];
    for page in turned {
        let inside = |x: f64| LEFT - 1.0 < x && x < RIGHT + 1.0;
        let fits =
            page.turned.iter().all(|glyph| inside(glyph.x)) && page.folio.len() == 1;
        found.push(holds(format!("p{}", page.number), fits));
    }
    if found.is_empty() { Err(missing("横排的页")) } else { Ok(found) }
}

pub(super) fn r82(paper: &Paper<'_>) -> Found {
    paper.only(Format::Letter)?;
    Ok(vec![near("上", mark_box(paper)?[0], 30.0, 1.0)])
}

/// The four red rules of page 1, top to bottom.
fn double_rules(paper: &Paper<'_>) -> Result<[Rule; 4], Nothing> {
    paper.only(Format::Letter)?;
    <[Rule; 4]>::try_from(paper.red_rules()?).map_err(|_| missing("两组红色双线"))
}

pub(super) fn r83(paper: &Paper<'_>) -> Found {
    let [thick, thin, above, below] = double_rules(paper)?;
    let bottom = mark_box(paper)?[3];
    Ok(vec![
        near("标志下", thick.y - thick.thickness / 2.0 - bottom, 4.0, 0.5),
        holds("上粗下细", thick.thickness > thin.thickness),
        holds("上细下粗", above.thickness < below.thickness),
        near("第二组", below.y + below.thickness / 2.0, 277.0, 0.6),
    ])
}

pub(super) fn r84(paper: &Paper<'_>) -> Found {
    let sides = |rule: &Rule| {
        let middle = f64::midpoint(rule.left, rule.right);
        [
            near("长", rule.length(), 170.0, 0.5),
            between("中", middle, (105.0, 106.0), 0.5),
        ]
    };
    Ok(double_rules(paper)?.iter().flat_map(sides).collect())
}

/// The lines right under the first double rule.
fn letter_top(paper: &Paper<'_>) -> Result<Vec<Line>, Nothing> {
    let mut lines = corners(paper)?;
    if paper.head()?.number.is_some() {
        lines.push(paper.number()?);
    }
    wants(!lines.is_empty())?;
    Ok(lines)
}

pub(super) fn r85(paper: &Paper<'_>) -> Found {
    let [_, thin, ..] = double_rules(paper)?;
    let edge = thin.y + thin.thickness / 2.0;
    let first = letter_top(paper)?.iter().map(Line::top).fold(f64::INFINITY, f64::min);
    let number = paper.number()?;
    Ok(vec![
        between("首要素", first - edge, (4.8, 5.0), 0.5),
        between("发文字号", number.top() - edge, (4.8, 5.0), 0.5),
        near("右", number.right(), RIGHT, 0.5),
    ])
}

pub(super) fn r86(paper: &Paper<'_>) -> Found {
    paper.only(Format::Letter)?;
    // A size that the author asks for may leave more; layout says so.
    wants(paper.head()?.mark_size.is_none())?;
    let bottom = letter_top(paper)?.iter().map(Line::bottom).fold(0.0, f64::max);
    Ok(vec![between("空", paper.title()?[0].top() - bottom, TWO_LINES, 0.5)])
}

pub(super) fn r87(paper: &Paper<'_>) -> Found {
    paper.only(Format::Letter)?;
    let last = paper.last_page()?;
    let ruled = last
        .rules
        .iter()
        .any(|rule| !rule.is_red() && rule.length() > 150.0 && rule.y > 200.0);
    let printed =
        last.lines.iter().any(|line| line.text().ends_with("印发") && line.is_size(14.0));
    Ok(vec![
        holds("首页不显示页码", paper.pages[0].folio.is_empty()),
        holds("版记无分隔线", !ruled),
        holds("版记无印发", !printed),
    ])
}

pub(super) fn r88(paper: &Paper<'_>) -> Found {
    paper.only(Format::Order)?;
    let text: String = paper.mark()?.iter().map(Line::text).collect();
    let [top, _, _, bottom] = mark_box(paper)?;
    let number = paper.number()?;
    let paragraphs = paper.paragraphs()?;
    let document = paper.document;
    let titled = !document.title.is_empty() || !document.recipients.is_empty();
    Ok(vec![
        holds(text.clone(), text.ends_with('令')),
        near("标志上", top, 57.0, 1.0),
        between("令号", number.top() - bottom, TWO_LINES, 0.5),
        near("令号中", number.centre(), CENTRE, 0.5),
        between("正文", gap(&number, paragraphs[0].first()), TWO_LINES, 0.5)
            .written(titled),
    ])
}

pub(super) fn r89(paper: &Paper<'_>) -> Found {
    paper.only(Format::Minutes)?;
    let text: String = paper.mark()?.iter().map(Line::text).collect();
    Ok(vec![
        holds(text.clone(), text.ends_with("纪要")),
        near("标志上", mark_box(paper)?[0], 72.0, 1.0),
    ])
}

pub(super) fn r90(paper: &Paper<'_>) -> Found {
    paper.only(Format::Minutes)?;
    let lists = paper.document.attendance.as_ref().ok_or(Nothing::Absent)?;
    let all =
        [("出席", &lists.present), ("请假", &lists.absent), ("列席", &lists.observers)];
    let end = paper.text_end()?;
    let mut start = after(&end);
    let mut found = vec![];
    for (name, people) in all.into_iter().filter(|(_, people)| !people.is_empty()) {
        let (label, behind) = paper.find(&format!("{name}："), start, name)?;
        let label = &label[0];
        let face = Line { glyphs: label.glyphs[..2].to_vec() };
        found.push(holds(face.look(), face.faces() == [Face::Hei]));
        found.push(near_in("字", name, indent(label), 2.0, 0.3));
        let last = people.last().map_or("", Text::as_str);
        let (_, stop) = paper.find(last, behind, name)?;
        let lines = paper.parts(behind, stop);
        let left = lines.first().map_or(LEFT, Line::left);
        found.push(holds(lines[0].look(), lines[0].faces() == [Face::FangSong]));
        found.extend(lines[1..].iter().map(|line| {
            near_in("字", &line.short(), (line.left() - left) / EM, 0.0, 0.3)
        }));
        if start == after(&end) && end.page() == label.page() {
            found.push(between("空", gap(&end, label), ONE_LINE, 0.5));
        }
        start = stop;
    }
    Ok(found)
}

pub(super) fn r99(paper: &Paper<'_>) -> Found {
    paper.only(Format::Meeting)?;
    let about = paper.document.meeting.as_ref().ok_or(Nothing::Absent)?;
    let title = paper.title()?;
    let start = title.last().map_or(0, after);
    let mut found = vec![];
    if let (Some(date), Some(Delivery::Oral)) = (&about.date, about.delivery) {
        let line = paper.element(&format!("——{}", date.value), start, "副标题")?;
        found.push(holds(line.look(), line.faces() == [Face::Kai]));
    }
    if let Some(name) = &about.reporter_name {
        let line = paper.element(name.as_str(), 0, "报告人")?;
        found.push(holds(line.look(), line.faces() == [Face::Kai]));
        found.push(near("报告人", paper.whole(&line).centre(), CENTRE, 0.5));
    }
    if let Some(salutation) = &about.salutation {
        let text = plain(salutation.as_str());
        let line = paper.element(&format!("{text}："), 0, "称谓")?;
        found.push(near("称谓", line.left(), LEFT, 0.5));
    }
    Ok(found)
}

/// Whether the file is PDF/A `cargo xtask readers` judges; here, what it says of itself.
pub(super) fn r100(paper: &Paper<'_>) -> Found {
    wants(paper.archive)?;
    let document = paper.document;
    let xmp = plain(&unescaped(&paper.xmp));
    let says = |text: &str| holds(text, xmp.contains(&plain(text)));
    let mut found = vec![says("pdfaid:part"), says(&document.name())];
    if let Some(head) = &document.head {
        found.extend(head.issuers.iter().map(|issuer| says(issuer.as_str())));
        let given = [&head.number, &head.secrecy, &head.urgency];
        found.extend(given.into_iter().flatten().map(|text| says(text.as_str())));
    }
    Ok(found)
}

fn unescaped(xml: &str) -> String {
    xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
