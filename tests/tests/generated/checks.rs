//! What must hold of the pages of every document.

use docgen_frame::{GlyphRun, Item, ItemKind, Line, Owner, Page, PagedDocument};
use docgen_model::{Abs, Code, Diagnostic, Severity};

use crate::features::Draft;

const LEFT: Abs = Abs::mm100(2800);
const RIGHT: Abs = Abs::mm100(18400);
const TOP: Abs = Abs::mm100(3700);
const BOTTOM: Abs = Abs::mm100(26200);
/// 三号.
const TEXT: Abs = Abs::pt10(160);
/// How much a rounded length may be off.
const SLACK: Abs = Abs::mm100(10);
/// 信函: page 1 has its mark above the type area, and text down to its second rule.
const LETTER: (Abs, Abs) = (Abs::mm100(3000), Abs::mm100(27210));

const CLOSING: &[char] =
    &['，', '。', '、', '；', '：', '？', '！', '”', '’', '）', '》', '〉', '】', '〕'];

/// A line with the box that its characters take, and its words.
struct Placed<'a> {
    line: &'a Line,
    owner: Owner,
    left: Abs,
    right: Abs,
    top: Abs,
    bottom: Abs,
    text: String,
}

/// Everything that is wrong with the pages, of which so much was told.
pub(crate) fn findings(
    draft: &Draft,
    document: &PagedDocument,
    told: &[Diagnostic],
) -> Vec<String> {
    let pages: Vec<Vec<Placed>> = document.pages.iter().map(placed).collect();
    let mut found = vec![];
    for (at, (page, lines)) in document.pages.iter().zip(&pages).enumerate() {
        let about = |what: String| format!("page {}: {what}", at + 1);
        found.extend(overlaps(lines).map(about));
        found.extend(outside(draft, at, lines).map(about));
        found.extend(rules_outside(draft, page).map(about));
    }
    found.extend(lost(draft, &pages));
    found.extend(headings_at_the_foot(draft, &pages));
    let warned = |code: Code| {
        told.iter().any(|d| d.code == code && d.severity == Severity::Warning)
    };
    if !draft.may_sign_alone() || !warned(Code::Signature) {
        found.extend(lonely_signature(draft, &pages));
    }
    if warned(Code::NoTextOnFirstPage) && !draft.is_crowded() {
        found.push("page 1 shows no text".to_owned());
    }
    found.extend(record_end(draft, document));
    found.extend(numbers(draft, &pages));
    found
}

/// The lines of a page that run across it.
fn placed(page: &Page) -> Vec<Placed<'_>> {
    let lines = page.items.iter().filter_map(|Item { owner, kind }| match kind {
        ItemKind::Line(line) if !line.runs.is_empty() => Some((line, *owner)),
        _ => None,
    });
    lines.map(|(line, owner)| place(line, owner)).collect()
}

fn place(line: &Line, owner: Owner) -> Placed<'_> {
    let runs = &line.runs;
    let ends = runs.iter().map(end);
    let tops = runs.iter().map(|run| run.origin.y - run.size.scale(88, 100));
    let bottoms = runs.iter().map(|run| run.origin.y + run.size.scale(12, 100));
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    Placed {
        line,
        owner,
        left: runs.iter().map(|run| run.origin.x).min().unwrap_or_default(),
        right: ends.max().unwrap_or_default(),
        top: tops.min().unwrap_or_default(),
        bottom: bottoms.max().unwrap_or_default(),
        text: text.split_whitespace().collect(),
    }
}

/// Where a run ends; the right half of a full-width mark is empty.
fn end(run: &GlyphRun) -> Abs {
    let half = if run.text.ends_with(CLOSING) { run.size.scale(1, 2) } else { Abs::ZERO };
    run.origin.x + run.width() - half
}

/// Lines whose boxes share more than a rounding error.
fn overlaps<'a>(lines: &'a [Placed]) -> impl Iterator<Item = String> + 'a {
    lines.iter().enumerate().flat_map(move |(at, one)| {
        let meets = move |other: &&Placed| {
            one.left + SLACK < other.right
                && other.left + SLACK < one.right
                && one.top + SLACK < other.bottom
                && other.top + SLACK < one.bottom
        };
        lines[at + 1..]
            .iter()
            .filter(meets)
            .map(|other| format!("“{}” and “{}” overlap", one.text, other.text))
    })
}

/// Lines that leave the type area; page numbers have a place of their own.
fn outside<'a>(
    draft: &'a Draft,
    page: usize,
    lines: &'a [Placed],
) -> impl Iterator<Item = String> + 'a {
    let is_letter = draft.format == "letter" && page == 0;
    let (top, bottom) = if is_letter { LETTER } else { (TOP, BOTTOM) };
    let body = lines.iter().filter(|placed| placed.owner != Owner::PageNumber);
    body.filter(move |placed| {
        placed.left + SLACK < LEFT
            || placed.right > RIGHT + SLACK
            || placed.top + SLACK + larger(placed) < top
            || placed.bottom > bottom + SLACK
    })
    .map(|placed| {
        let (left, right) = (placed.left.to_mm(), placed.right.to_mm());
        let (top, bottom) = (placed.top.to_mm(), placed.bottom.to_mm());
        format!("“{}” at {left:.2}–{right:.2}, {top:.2}–{bottom:.2}", placed.text)
    })
}

/// By how much the type of a line on the first row stands above that of the text: the middle of
/// a title on top of a page is the middle of its row.
fn larger(placed: &Placed) -> Abs {
    let size = placed.line.runs.iter().map(|run| run.size).max().unwrap_or_default();
    match placed.line.row {
        Some(0) => ((size - TEXT) / 2).max(Abs::ZERO),
        Some(_) | None => Abs::ZERO,
    }
}

/// Rules that leave the type area; those of 信函 are longer than it is wide.
fn rules_outside<'a>(draft: &Draft, page: &'a Page) -> impl Iterator<Item = String> + 'a {
    let is_letter = draft.format == "letter";
    let rules = page.items.iter().filter_map(|item| match item.kind {
        ItemKind::Rule(rule) => Some(rule),
        ItemKind::Line(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    });
    rules
        .filter(move |rule| {
            !is_letter && (rule.from.x + SLACK < LEFT || rule.to().x > RIGHT + SLACK)
        })
        .map(|rule| {
            format!(
                "a rule from {:.2} to {:.2}",
                rule.from.x.to_mm(),
                rule.to().x.to_mm()
            )
        })
}

/// Texts that the pages do not show in one piece.
fn lost(draft: &Draft, pages: &[Vec<Placed>]) -> Vec<String> {
    let body = pages.iter().flatten().filter(|placed| placed.owner != Owner::PageNumber);
    let shown: String = body.map(|placed| placed.text.as_str()).collect();
    let missing = draft.pieces.iter().filter(|piece| !shown.contains(piece.as_str()));
    missing.map(|piece| format!("not shown: {piece}")).collect()
}

/// The lines of a page that flow: in rows, and not in the 版记.
fn flow<'a>(lines: &'a [Placed<'a>]) -> impl Iterator<Item = &'a Placed<'a>> {
    lines.iter().filter(|placed| placed.line.row.is_some())
}

/// Pages whose last line in the flow is a heading, though text follows.
fn headings_at_the_foot(draft: &Draft, pages: &[Vec<Placed>]) -> Vec<String> {
    let mut found = vec![];
    for (at, lines) in pages.iter().enumerate() {
        let Some(last) = flow(lines).max_by_key(|placed| placed.bottom) else { continue };
        if draft.headings.contains(&last.text) {
            found.push(format!("page {} ends in the heading {}", at + 1, last.text));
        }
    }
    found
}

/// The words of the last line in the flow of each page.
pub(crate) fn last_lines(document: &PagedDocument) -> Vec<String> {
    let lowest = |page| {
        let lines = placed(page);
        flow(&lines).max_by_key(|placed| placed.bottom).map(|placed| placed.text.clone())
    };
    document.pages.iter().filter_map(lowest).collect()
}

/// 署名 and 成文日期 that are parted, or stand on a page without text.
fn lonely_signature(draft: &Draft, pages: &[Vec<Placed>]) -> Vec<String> {
    let Some(date) = draft.signature.last() else { return vec![] };
    let Some(at) =
        pages.iter().position(|lines| lines.iter().any(|placed| placed.text == *date))
    else {
        return vec![format!("no line says {date}")];
    };
    let mut found = vec![];
    let joined: String = pages[at].iter().map(|placed| placed.text.as_str()).collect();
    for part in draft.signature.iter().filter(|part| !joined.contains(part.as_str())) {
        found.push(format!("{part} is parted from the date on page {}", at + 1));
    }
    let ends_here = |text: &String| {
        let tail: String =
            text.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        joined.contains(&tail)
    };
    let names = draft.pieces.iter().filter(|piece| piece.starts_with("重点任务分工"));
    if !draft.paragraphs.iter().chain(names).any(ends_here) {
        found.push(format!("the signature stands alone on page {}", at + 1));
    }
    found
}

/// The last rule of the 版记, on the bottom edge of the last page (7.4.1).
fn record_end(draft: &Draft, document: &PagedDocument) -> Vec<String> {
    if !draft.has_record() {
        return vec![];
    }
    let rules = document.pages.last().into_iter().flat_map(|page| &page.items);
    let lowest = rules.filter_map(|item| match item.kind {
        ItemKind::Rule(rule) => Some(rule.from.y),
        ItemKind::Line(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    });
    match lowest.max() {
        Some(y) if (y - BOTTOM).to_mm().abs() < 0.2 => vec![],
        Some(y) => vec![format!("the 版记 ends at {:.2} mm", y.to_mm())],
        None => vec!["the 版记 has no rules on the last page".to_owned()],
    }
}

/// Page numbers that are missing, wrong, or where none may be.
fn numbers(draft: &Draft, pages: &[Vec<Placed>]) -> Vec<String> {
    let blank = pages.len().checked_sub(2).filter(|&at| pages[at].is_empty());
    let mut found = vec![];
    for (at, lines) in pages.iter().enumerate() {
        let numbers = lines.iter().filter(|placed| placed.owner == Owner::PageNumber);
        let shown: Vec<_> = numbers.map(|placed| placed.text.as_str()).collect();
        let hidden =
            draft.format == "letter" && at == 0 || blank.is_some_and(|blank| at >= blank);
        let wanted = if hidden { vec![] } else { vec![format!("—{}—", at + 1)] };
        if shown != wanted {
            found.push(format!("page {} is numbered {shown:?}", at + 1));
        }
    }
    found
}
