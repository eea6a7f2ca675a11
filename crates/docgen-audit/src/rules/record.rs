//! R69–R75: 版记 (7.4). R12, its last rule, stands with the page.

use crate::forms::ends_in_print_date;
use crate::paper::{LEFT, Paper, RIGHT, begins};
use crate::sheet::{Face, Line, MM, Page, Rule};
use crate::verdict::{Found, Nothing, holds, missing, near, near_in, wants};
use crate::word::Word;

/// 四号.
const SMALL: f64 = 14.0 * MM;

/// The lines of the 版记, top to bottom.
fn lines_of(paper: &Paper<'_>) -> Result<Vec<Line>, Nothing> {
    wants(paper.document.record.is_some())?;
    let top = paper.record_top()? - 1.0;
    let lines = paper.last_page()?.lines.iter();
    let ours =
        lines.filter(|line| line.top() >= top && (line.size() - 14.0).abs() < 0.05);
    Ok(ours.cloned().collect())
}

/// The pages that show a line of the 版记, the last one and any other that says the same.
pub(super) fn record_pages(paper: &Paper<'_>) -> Result<Vec<usize>, Nothing> {
    let ours: Vec<String> = lines_of(paper)?.iter().map(Line::text).collect();
    let is_ours = |line: &Line| line.is_size(14.0) && ours.contains(&line.text());
    let shows = |page: &&Page| page.lines.iter().any(is_ours);
    Ok(paper.pages.iter().filter(shows).map(|page| page.number).collect())
}

pub(super) fn r69(paper: &Paper<'_>) -> Found {
    let rules = paper.record_rules()?;
    let sides = |rule: &Rule| {
        [near("左", rule.left, LEFT, 0.5), near("右", rule.right, RIGHT, 0.5)]
    };
    Ok(rules.iter().flat_map(sides).collect())
}

pub(super) fn r70(paper: &Paper<'_>) -> Found {
    let rules = paper.record_rules()?;
    let last = rules.len() - 1;
    let thickness = |(at, rule): (usize, &Rule)| {
        let wanted = if at == 0 || at == last { 0.35 } else { 0.25 };
        near("粗", rule.thickness, wanted, 0.05)
    };
    Ok(rules.iter().enumerate().map(thickness).collect())
}

pub(super) fn r70_docx(word: &Word<'_>) -> Found {
    wants(word.document.record.is_some())?;
    wants(word.document.format != docgen_model::Format::Letter)?;
    let lines = word.body()?.every("ln");
    let widths = lines.iter().filter_map(|line| line.get("w")?.parse::<f64>().ok());
    let thin: Vec<f64> =
        widths.map(|width| width / 36000.0).filter(|width| *width < 0.45).collect();
    if thin.len() < 2 {
        return Err(missing("版记的分隔线"));
    }
    let thickest = thin.iter().copied().fold(0.0, f64::max);
    let thinnest = thin.iter().copied().fold(f64::INFINITY, f64::min);
    let mut found = vec![near("粗", thickest, 0.35, 0.05)];
    if thinnest < thickest {
        found.push(near("细", thinnest, 0.25, 0.05));
    }
    Ok(found)
}

/// Each list of the 版记: its first line, and the lines that it runs over to.
fn lists(lines: &[Line], labels: &[String]) -> Vec<Vec<Line>> {
    let mut groups: Vec<Vec<Line>> = vec![];
    for line in lines {
        let text = line.text();
        if labels.iter().any(|label| text.starts_with(label)) {
            groups.push(vec![line.clone()]);
        } else if let Some(group) = groups.last_mut() {
            let ended = group.last().is_some_and(|line| line.last().text == '。');
            if !ended && !text.ends_with("印发") {
                group.push(line.clone());
            }
        }
    }
    groups
}

pub(super) fn r71(paper: &Paper<'_>) -> Found {
    let record = paper.document.record.as_ref().ok_or(Nothing::Absent)?;
    wants(!record.copy_to.is_empty())?;
    let groups = lists(&lines_of(paper)?, &paper.record_labels());
    if groups.is_empty() {
        return Err(missing("抄送机关"));
    }
    let mut found = vec![];
    for group in &groups {
        let first = &group[0];
        found.push(holds(first.look(), first.faces() == [Face::FangSong]));
        found.push(near_in("字", "左空", (first.left() - LEFT) / SMALL, 1.0, 0.3));
        let behind = first.glyphs.iter().skip_while(|glyph| glyph.text != '：').nth(1);
        let behind = behind.map_or(LEFT, |glyph| glyph.x);
        for line in &group[1..] {
            found.push(near_in(
                "字",
                &line.short(),
                (line.left() - behind) / SMALL,
                0.0,
                0.3,
            ));
        }
        let end = group[group.len() - 1].last().text;
        found.push(holds(format!("…{end}"), end == '。'));
        for line in group {
            let inset = (RIGHT - line.right()) / SMALL;
            found.push(holds(format!("右空 {inset:.2} 字"), inset >= 0.7));
        }
    }
    Ok(found)
}

pub(super) fn r72(paper: &Paper<'_>) -> Found {
    let record = paper.document.record.as_ref().ok_or(Nothing::Absent)?;
    wants(!record.main_to.is_empty() || paper.has_moved_recipients())?;
    let lines = lines_of(paper)?;
    let mut labels = paper.record_labels();
    labels.retain(|label| label != "主送：");
    let main = lines.iter().find(|line| line.text().starts_with("主送："));
    let main = main.ok_or_else(|| missing("主送："))?;
    let is_copy =
        |line: &&Line| labels.iter().any(|label| line.text().starts_with(label));
    let Some(copy) = lines.iter().find(is_copy) else {
        return Ok(vec![holds("主送", true)]);
    };
    let rules = paper.record_rules().unwrap_or_default();
    let between = rules.iter().any(|rule| main.bottom() < rule.y && rule.y < copy.top());
    Ok(vec![holds("主送在抄送之上", main.baseline() < copy.baseline() && !between)])
}

/// The line of the 印发机关.
fn printer_line(paper: &Paper<'_>) -> Result<Line, Nothing> {
    let printer = paper.record()?.printer.as_ref().ok_or(Nothing::Absent)?;
    let lines = lines_of(paper)?;
    let line = lines
        .into_iter()
        .rfind(|line| line.text().ends_with("印发") || begins(line, printer));
    line.ok_or_else(|| missing("印发机关和印发日期"))
}

pub(super) fn r73(paper: &Paper<'_>) -> Found {
    let line = printer_line(paper)?;
    let dated = paper.record()?.print_date.is_some();
    let mut found = vec![
        near_in("字", "左空", (line.left() - LEFT) / SMALL, 1.0, 0.3),
        holds(line.look(), line.is_size(14.0) && line.faces() == [Face::FangSong]),
    ];
    if dated {
        let inset = (RIGHT - line.right()) / SMALL;
        found.push(near_in("字", "右空", inset, 1.0, 0.3));
        found.push(holds(line.text(), ends_in_print_date(&line.text())));
    }
    Ok(found)
}

pub(super) fn r74(paper: &Paper<'_>) -> Found {
    let line = printer_line(paper)?;
    let lines = lines_of(paper)?;
    let others = lines.iter().rfind(|other| other.first().at != line.first().at);
    let other = others.ok_or(Nothing::Absent)?;
    let rules = paper.record_rules()?;
    let inner = rules.get(1..rules.len() - 1).unwrap_or_default();
    let fits = |rule: &Rule| other.baseline() < rule.y && rule.y < line.top() + 1.0;
    Ok(vec![holds("细分隔线", inner.iter().any(fits))])
}

pub(super) fn r75(paper: &Paper<'_>) -> Found {
    let pages = record_pages(paper)?;
    let (count, last) = (paper.pages.len(), paper.last_page()?.number);
    let even = !paper.document.print.even_record || count.is_multiple_of(2);
    let there = pages.iter().map(|&page| holds(format!("版记 p{page}"), page == last));
    Ok(there.chain([holds(format!("p{count}"), even)]).collect())
}
