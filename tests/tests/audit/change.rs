//! What is done to the page form of a document before it becomes a PDF.

use docgen_fonts::Face;
use docgen_frame::{Glyph, GlyphRun, Item, ItemKind, Line, Owner, PagedDocument};
use docgen_model::{Abs, Color, FontRole};

/// A change of pages. Lengths are hundredths of a millimetre, rightwards and downwards.
///
/// Words name the lines that hold one of them (`a|b`): `^` at a line's beginning only, `#` the
/// page numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    /// Moves lines.
    Move(&'static str, i64, i64),
    /// Moves only the runs that say a word.
    MoveRun(&'static str, i64, i64),
    /// Sets only the runs that say a word in another face.
    FaceRun(&'static str, FontRole),
    /// Sets lines in another colour.
    Colour(&'static str, Color),
    /// Sets lines in another face of the document.
    Face(&'static str, FontRole),
    /// Takes lines off the paper.
    Drop(&'static str),
    /// Moves the last glyphs of a line to the beginning of the next.
    Carry(&'static str, usize),
    /// Moves the last glyph of lines to the right.
    LastGlyph(&'static str, i64),
    /// Moves lines to the next page.
    NextPage(&'static str),
    /// Gives two pages, from 1, each other's page number.
    SwapNumbers(usize, usize),
    /// Shows the page number of one page, from 1, on another one too.
    CopyNumber(usize, usize),
    /// Shows lines on another page, from 1, too.
    Show(&'static str, usize),
    /// Says other words, glyphs unchanged, of as many characters and bytes.
    Say(&'static str, &'static str),
    /// Moves all on all pages.
    Everything(i64, i64),
    /// Moves rules of a colour.
    Rules(Color, i64, i64),
    /// Makes rules of a colour as thick.
    Thick(Color, i64),
    /// Takes rules of a colour off the paper.
    NoRules(Color),
    /// Moves pictures.
    Pictures(i64, i64),
    /// Makes sheets wider.
    Wider(i64),
}

impl Change {
    /// Changes the pages.
    pub(crate) fn apply(self, pages: &mut PagedDocument) {
        match self {
            Self::Carry(words, count) => carry(pages, words, count),
            Self::NextPage(words) => next_page(pages, words),
            Self::SwapNumbers(a, b) => {
                let (of_a, of_b) = (number(pages, a), number(pages, b));
                let (to, from) = (pages.pages[b - 1].items.len(), of_a);
                pages.pages[b - 1].items.insert(to, from.clone());
                pages.pages[a - 1].items.push(of_b);
                remove_first_number(pages, a);
                remove_first_number(pages, b);
            }
            Self::CopyNumber(from, to) => {
                let number = number(pages, from);
                pages.pages[to - 1].items.push(number);
            }
            Self::Show(words, to) => {
                let items = pages.pages.iter().flat_map(|page| &page.items);
                let named = items.filter(|item| is_named(item, words));
                let named: Vec<Item> = named.cloned().collect();
                pages.pages[to - 1].items.extend(named);
            }
            Self::Wider(by) => {
                for page in &mut pages.pages {
                    page.width += hundredths(by);
                }
            }
            _ => self.each_item(pages),
        }
    }

    fn each_item(self, pages: &mut PagedDocument) {
        let faces = faces(pages);
        let face = |role| faces.iter().find(|face| face.role() == role).unwrap().clone();
        for item in pages.pages.iter_mut().flat_map(|page| &mut page.items) {
            let named = |words| is_named(item, words);
            match self {
                Self::Move(words, x, y) if named(words) => shift(item, x, y),
                Self::LastGlyph(words, x) if named(words) => {
                    if let ItemKind::Line(line) = &mut item.kind {
                        let end = line.runs.last().unwrap();
                        let place = end.origin.x + end.width();
                        let mut last = last_glyph(line);
                        last.origin.x = place - last.width() + hundredths(x);
                        line.runs.push(last);
                    }
                }
                Self::Say(old, new) => {
                    runs(item).for_each(|run| run.text = run.text.replace(old, new));
                }
                Self::Drop(words) if named(words) => shift(item, 100_000, 0),
                Self::Everything(x, y) => shift(item, x, y),
                Self::Colour(words, color) if named(words) => {
                    runs(item).for_each(|run| run.color = color);
                }
                Self::Face(words, role) if named(words) => {
                    runs(item).for_each(|run| run.face = face(role));
                }
                Self::FaceRun(word, role) => {
                    runs_saying(item, word).for_each(|run| run.face = face(role));
                }
                Self::MoveRun(word, x, y) => {
                    for run in runs_saying(item, word) {
                        run.origin.x += hundredths(x);
                        run.origin.y += hundredths(y);
                    }
                }
                _ => self.rule_or_picture(item),
            }
        }
    }

    fn rule_or_picture(self, item: &mut Item) {
        match (self, &mut item.kind) {
            (Self::Rules(color, x, y), ItemKind::Rule(rule)) if rule.color == color => {
                shift(item, x, y);
            }
            (Self::Thick(color, thick), ItemKind::Rule(rule)) if rule.color == color => {
                rule.thickness = hundredths(thick);
            }
            (Self::NoRules(color), ItemKind::Rule(rule)) if rule.color == color => {
                rule.length = Abs::mm100(1);
            }
            (Self::Pictures(x, y), ItemKind::Picture(_)) => shift(item, x, y),
            _ => {}
        }
    }
}

fn hundredths(by: i64) -> Abs {
    if by < 0 { Abs::ZERO - Abs::mm100(-by) } else { Abs::mm100(by) }
}

fn shift(item: &mut Item, x: i64, y: i64) {
    let (x, y) = (hundredths(x), hundredths(y));
    item.shift(x);
    match &mut item.kind {
        ItemKind::Line(line) => line.runs.iter_mut().for_each(|run| run.origin.y += y),
        ItemKind::Rule(rule) => rule.from.y += y,
        ItemKind::Picture(picture) => picture.rect.y += y,
        ItemKind::Link(link) => link.rect.y += y,
    }
}

fn runs(item: &mut Item) -> impl Iterator<Item = &mut GlyphRun> {
    let line = match &mut item.kind {
        ItemKind::Line(line) => Some(line),
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    };
    line.into_iter().flat_map(|line| &mut line.runs)
}

fn runs_saying<'a>(
    item: &'a mut Item,
    word: &'static str,
) -> impl Iterator<Item = &'a mut GlyphRun> {
    runs(item).filter(move |run| run.text.contains(word))
}

fn line(item: &Item) -> Option<&Line> {
    match &item.kind {
        ItemKind::Line(line) => Some(line),
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    }
}

fn is_named(item: &Item, words: &str) -> bool {
    let Some(line) = line(item) else { return false };
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let says = |word: &str| match word.strip_prefix('^') {
        Some(word) => text.starts_with(word),
        None => word == "#" && item.owner == Owner::PageNumber || text.contains(word),
    };
    words.split('|').any(says)
}

fn faces(pages: &PagedDocument) -> Vec<Face> {
    let lines = pages.pages.iter().flat_map(|page| &page.items).filter_map(line);
    lines.flat_map(|line| &line.runs).map(|run| run.face.clone()).collect()
}

/// The page number of a page.
fn number(pages: &PagedDocument, page: usize) -> Item {
    let mut items = pages.pages[page - 1].items.iter();
    items.find(|item| is_named(item, "#")).unwrap().clone()
}

fn remove_first_number(pages: &mut PagedDocument, page: usize) {
    let items = &mut pages.pages[page - 1].items;
    let at = items.iter().position(|item| is_named(item, "#")).unwrap();
    items.remove(at);
}

fn next_page(pages: &mut PagedDocument, words: &str) {
    for page in (0..pages.pages.len() - 1).rev() {
        let items = std::mem::take(&mut pages.pages[page].items);
        let (moved, kept): (Vec<Item>, Vec<Item>) =
            items.into_iter().partition(|item| is_named(item, words));
        pages.pages[page].items = kept;
        pages.pages[page + 1].items.splice(0..0, moved);
    }
}

fn carry(pages: &mut PagedDocument, words: &str, count: usize) {
    for page in &mut pages.pages {
        let Some(at) = page.items.iter().position(|item| is_named(item, words)) else {
            continue;
        };
        let ItemKind::Line(from) = &mut page.items[at].kind else { return };
        let mut moved: Vec<GlyphRun> = (0..count).map(|_| last_glyph(from)).collect();
        moved.reverse();
        let wide: Abs = moved.iter().map(GlyphRun::width).sum();
        let ItemKind::Line(to) = &mut page.items[at + 1].kind else { return };
        let mut place = to.runs[0].origin;
        to.runs.iter_mut().for_each(|run| run.origin.x += wide);
        for run in &mut moved {
            run.origin = place;
            place.x += run.width();
        }
        to.runs.splice(0..0, moved);
    }
}

/// Takes the last glyph off a line.
fn last_glyph(line: &mut Line) -> GlyphRun {
    let run = line.runs.last_mut().unwrap();
    let glyph = run.glyphs.pop().unwrap();
    let text = run.text.split_off(glyph.bytes().start);
    let alone = Glyph { text: 0..text.len() as u32, ..glyph };
    let taken = GlyphRun { text, glyphs: vec![alone], ..run.clone() };
    if run.glyphs.is_empty() {
        line.runs.pop();
    }
    taken
}
