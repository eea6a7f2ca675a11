//! A document beside the PDF made of it: what the author wrote, found on the pages.
//!
//! An element is found by its text, in the order of the pages, so nothing here knows where
//! docgen puts it. What the author did not write is [`Nothing::Absent`]; what he wrote and no
//! page shows is [`Nothing::Missing`].

use std::cell::OnceCell;

use docgen_model::{
    BlockKind, Direction, Document, Format, Head, Level, Paragraph, Record, Seal,
    Signature, Text,
};

use crate::forms::{ends_in_print_date, plain};
use crate::pdf::Pdf;
use crate::sheet::{Glyph, Line, MM, Page, Rule};
use crate::verdict::{Nothing, missing, wants};

/// The type area (5.2.1).
pub(crate) const LEFT: f64 = 28.0;
pub(crate) const RIGHT: f64 = 184.0;
pub(crate) const BOTTOM: f64 = 262.0;
/// The mark of many organs is as high as text, 16 pt, which stands only below the red rule; in pt.
const SMALLEST_MARK: f64 = 15.5;
const LARGEST_TEXT: f64 = 18.0;
pub(crate) const CENTRE: f64 = 106.0;
/// Where the em box of row 1 begins.
pub(crate) const FIRST: (f64, f64) = (36.5, 37.5);
/// 三号.
pub(crate) const EM: f64 = 16.0 * MM;
/// 空一行, 空二行 between em boxes (docs/spec/gbt9704.md §2).
pub(crate) const ONE_LINE: (f64, f64) = (10.4, 15.8);
pub(crate) const TWO_LINES: (f64, f64) = (20.8, 26.2);

type Perhaps<T> = Result<T, Nothing>;

/// A paragraph of the text and the lines that show it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) source: &'a Paragraph,
    /// Its characters, as pages show them.
    pub(crate) text: &'a [char],
    pub(crate) lines: &'a [Line],
}

impl<'a> Shown<'a> {
    pub(crate) fn first(self) -> &'a Line {
        &self.lines[0]
    }

    pub(crate) fn last(self) -> &'a Line {
        &self.lines[self.lines.len() - 1]
    }
}

/// The characters of a paragraph and its lines, found once.
type Located = (Vec<char>, Vec<Line>);

/// A document and a PDF of it.
pub(crate) struct Paper<'a> {
    pub(crate) document: &'a Document,
    /// 封面 and 目录, which carry no page number.
    pub(crate) front: Vec<Page>,
    /// All others: page number 1 comes first.
    pub(crate) pages: Vec<Page>,
    pub(crate) faces: Vec<(String, bool)>,
    pub(crate) xmp: String,
    /// Whether the PDF is to be an archive's.
    pub(crate) archive: bool,
    pub(crate) stream: Vec<Glyph>,
    text: Vec<char>,
    /// The text with its 结语.
    written: Vec<Paragraph>,
    places: OnceCell<Perhaps<Vec<Located>>>,
}

impl<'a> Paper<'a> {
    /// A document beside what was read.
    pub(crate) fn new(document: &'a Document, pdf: Pdf, archive: bool) -> Self {
        let Pdf { pages: mut front, faces, xmp } = pdf;
        first_copy(document, &mut front);
        let mut pages = front.split_off(before_number_1(document, &front));
        number_glyphs(&mut pages);
        let lines = pages.iter().flat_map(|page| &page.lines);
        let stream: Vec<Glyph> = lines.flat_map(|line| line.glyphs.clone()).collect();
        let text = stream.iter().map(|glyph| glyph.text).collect();
        let closing = document.closing.iter();
        let closing = closing.map(|text| Paragraph {
            level: Level::Body,
            text: text.clone(),
            lead: 0,
        });
        let blocks = document.body.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => Some(paragraph.clone()),
            BlockKind::Table(_) | BlockKind::Figure(_) | BlockKind::PageBreak => None,
        });
        let written = blocks.chain(closing).collect();
        let places = OnceCell::new();
        Self {
            document,
            front,
            pages,
            faces,
            xmp,
            archive,
            stream,
            text,
            written,
            places,
        }
    }

    // What the author says.

    /// Goes on only in this format.
    pub(crate) fn only(&self, format: Format) -> Perhaps<()> {
        wants(self.document.format == format)
    }

    pub(crate) fn head(&self) -> Perhaps<&'a Head> {
        self.document.head.as_ref().ok_or(Nothing::Absent)
    }

    pub(crate) fn signature(&self) -> Perhaps<&'a Signature> {
        self.document.signature.as_ref().ok_or(Nothing::Absent)
    }

    /// The 版记, where it has rules and 印发.
    pub(crate) fn record(&self) -> Perhaps<&'a Record> {
        wants(self.document.format != Format::Letter)?;
        self.document.record.as_ref().ok_or(Nothing::Absent)
    }

    /// Whether it is an 上行文 with a 版头 of the general format.
    pub(crate) fn is_upward(&self) -> bool {
        self.document.direction == Some(Direction::Up)
    }

    /// Goes on only where it is sealed so.
    pub(crate) fn sealed(&self, seal: Seal) -> Perhaps<&'a Signature> {
        let signature = self.signature()?;
        wants(signature.seal == seal)?;
        Ok(signature)
    }

    // What the pages show.

    /// The lines, or parts of lines, that show a text, and the place after it.
    pub(crate) fn find(
        &self,
        text: &str,
        start: usize,
        what: &str,
    ) -> Perhaps<(Vec<Line>, usize)> {
        let wanted: Vec<char> = plain(text).chars().collect();
        let at = self.position(&wanted, start).ok_or_else(|| missing(what))?;
        Ok((self.parts(at, at + wanted.len()), at + wanted.len()))
    }

    /// Where a text next begins.
    pub(crate) fn position(&self, wanted: &[char], start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let first = wanted.first()?;
        let mut from = 0;
        loop {
            let at = from + rest.get(from..)?.iter().position(|c| c == first)?;
            if rest.get(at..at + wanted.len())? == wanted {
                return Some(start + at);
            }
            from = at + 1;
        }
    }

    /// Glyphs of the stream, line by line.
    pub(crate) fn parts(&self, start: usize, end: usize) -> Vec<Line> {
        let glyphs =
            self.stream.get(start..end.min(self.stream.len())).unwrap_or_default();
        let together = |a: &Glyph, b: &Glyph| {
            a.page == b.page && (a.baseline - b.baseline).abs() < 0.7
        };
        glyphs.chunk_by(together).map(|part| Line { glyphs: part.to_vec() }).collect()
    }

    /// The first part of a short element.
    pub(crate) fn element(&self, text: &str, start: usize, what: &str) -> Perhaps<Line> {
        let (mut lines, _) = self.find(text, start, what)?;
        if lines.is_empty() { Err(missing(what)) } else { Ok(lines.swap_remove(0)) }
    }

    /// The whole line of the page that a part stands on.
    pub(crate) fn whole(&self, part: &Line) -> Line {
        let lines = self.pages.iter().flat_map(|page| &page.lines);
        let mut lines =
            lines.filter(|line| line.glyphs.iter().any(|g| g.at == part.first().at));
        lines.next().unwrap_or(part).clone()
    }

    /// The page of a line.
    pub(crate) fn page_of(&self, line: &Line) -> &Page {
        &self.pages[line.page() - self.first_number()]
    }

    /// The place in the file of page number 1.
    pub(crate) fn first_number(&self) -> usize {
        self.front.len() + 1
    }

    /// Every page, the front ones too.
    pub(crate) fn all_pages(&self) -> impl Iterator<Item = &Page> {
        self.front.iter().chain(&self.pages)
    }

    /// The lines of the 发文机关标志: the red text of page 1.
    pub(crate) fn mark(&self) -> Perhaps<Vec<Line>> {
        self.head()?;
        wants(!self.document.print.preprinted)?;
        let first = self.pages.first().ok_or_else(|| missing("发文机关标志"))?;
        let rules = first.rules.iter().filter(|rule| rule.is_red());
        let rule = rules.map(|rule| rule.y).reduce(f64::min).unwrap_or_default();
        let red = |line: &Line| {
            let above = line.baseline() < rule;
            let least = if above { SMALLEST_MARK } else { LARGEST_TEXT };
            let red = |glyph: &&Glyph| glyph.is_red() && glyph.size > least;
            let glyphs: Vec<Glyph> = line.glyphs.iter().filter(red).copied().collect();
            (!glyphs.is_empty()).then_some(Line { glyphs })
        };
        let lines: Vec<Line> = first.lines.iter().filter_map(red).collect();
        if lines.is_empty() {
            Err(missing("发文机关标志（红色）"))
        } else {
            Ok(lines)
        }
    }

    /// The line of the 发文字号.
    pub(crate) fn number(&self) -> Perhaps<Line> {
        let number = self.head()?.number.as_ref().ok_or(Nothing::Absent)?;
        self.element(number.as_str(), 0, "发文字号")
    }

    /// The names of the 签发人, one part each.
    pub(crate) fn signers(&self) -> Perhaps<Vec<Line>> {
        let names = &self.head()?.signers;
        wants(!names.is_empty())?;
        wants(names.iter().all(|name| !plain(name.as_str()).is_empty()))?; // kept free in a draft
        self.in_turn(names, 0, "签发人")
    }

    /// Texts one after the other: the first part of each.
    fn in_turn(
        &self,
        texts: &[Text],
        mut start: usize,
        what: &str,
    ) -> Perhaps<Vec<Line>> {
        let mut found = vec![];
        for text in texts {
            let (lines, end) = self.find(text.as_str(), start, what)?;
            found.extend(lines.into_iter().next());
            start = end;
        }
        Ok(found)
    }

    /// The red rules of page 1, top to bottom; at least one.
    pub(crate) fn red_rules(&self) -> Perhaps<Vec<Rule>> {
        self.head()?;
        wants(!self.document.print.preprinted)?;
        let rules = self.pages.first().map_or(&[][..], |page| &page.rules);
        let rules: Vec<Rule> =
            rules.iter().filter(|rule| rule.is_red()).copied().collect();
        if rules.is_empty() { Err(missing("红色分隔线")) } else { Ok(rules) }
    }

    /// The red rule that ends the 版头.
    pub(crate) fn head_rule(&self) -> Perhaps<Rule> {
        let rules = self.red_rules()?;
        rules.last().copied().ok_or(Nothing::Absent)
    }

    /// The lines of the title.
    pub(crate) fn title(&self) -> Perhaps<Vec<Line>> {
        wants(!self.document.title.is_empty())?;
        let text: Vec<char> = plain(&self.document.title.to_line()).chars().collect();
        let mut start = 0;
        while let Some(at) = self.position(&text, start) {
            let glyph = &self.stream[at];
            if glyph.size > 20.0 && !glyph.is_red() {
                return Ok(self.parts(at, at + text.len()));
            }
            start = at + 1;
        }
        Err(missing("标题（二号）"))
    }

    /// The last line of the title and of what stands right below it.
    pub(crate) fn title_end(&self) -> Perhaps<Line> {
        let mut last = last(self.title()?, "标题")?;
        let below = [&self.document.subtitle, &self.document.issuer_line];
        for text in below.into_iter().flatten() {
            last = self::last(
                self.find(text.as_str(), after(&last), "副标题")?.0,
                "副标题",
            )?;
        }
        Ok(last)
    }

    /// The lines of 主送机关, up to the ：.
    pub(crate) fn recipients(&self) -> Perhaps<Vec<Line>> {
        let names = &self.document.recipients;
        let (Some(first), Some(final_)) = (names.first(), names.last()) else {
            return Err(Nothing::Absent);
        };
        wants(!self.has_moved_recipients())?;
        let start = self.title_end().map_or(0, |line| after(&line));
        let (_, end) = self.find(first.as_str(), start, "主送机关")?;
        let begin = end - plain(first.as_str()).chars().count();
        let (_, end) = self.find(final_.as_str(), begin, "主送机关")?;
        Ok(self.parts(begin, end + 1))
    }

    /// Whether 主送 stands in the 版记 though the file has it on top.
    pub(crate) fn has_moved_recipients(&self) -> bool {
        let lines = self.pages.last().map_or(&[][..], |page| &page.lines);
        lines.iter().any(|line| line.text().starts_with("主送："))
    }

    /// The paragraphs of the text, 结语 included.
    pub(crate) fn paragraphs(&self) -> Perhaps<Vec<Shown<'_>>> {
        let places = self.places.get_or_init(|| self.locate());
        let places = places.as_ref().map_err(Nothing::clone)?;
        wants(!places.is_empty())?;
        let paragraphs = self.written.iter().zip(places);
        let shown =
            paragraphs.map(|(source, (text, lines))| Shown { source, text, lines });
        Ok(shown.collect())
    }

    fn locate(&self) -> Perhaps<Vec<Located>> {
        let mut start = self.text_start();
        let mut found = vec![];
        for paragraph in &self.written {
            let text = paragraph.text.as_str();
            let name: String = text.chars().take(10).collect();
            let (lines, end) = self.find(text, start, &format!("“{name}…”"))?;
            found.push((plain(text).chars().collect(), lines));
            start = end;
        }
        Ok(found)
    }

    /// Where in the stream the text begins: after title and addressees.
    fn text_start(&self) -> usize {
        let document = self.document;
        let mut texts = vec![plain(&document.title.to_line())];
        let below = [&document.subtitle, &document.issuer_line];
        texts.extend(below.into_iter().flatten().map(|text| plain(text.as_str())));
        if !self.has_moved_recipients() {
            texts.extend(document.recipients.iter().map(|text| plain(text.as_str())));
        }
        texts.iter().fold(0, |start, text| {
            let text: Vec<char> = text.chars().collect();
            self.position(&text, start).map_or(start, |at| at + text.len())
        })
    }

    /// The lines of 附件说明, a list for each name; the first begins with 附件：.
    pub(crate) fn note_lines(&self) -> Perhaps<Vec<Vec<Line>>> {
        wants(!self.document.attachments.is_empty())?;
        let paragraphs = self.paragraphs()?;
        let mut start = paragraphs.last().map_or(0, |shown| after(shown.last()));
        let mut found = vec![];
        for attachment in &self.document.attachments {
            let (_, end) = self.find(attachment.title.as_str(), start, "附件说明")?;
            found.push(self.parts(start, end));
            start = end;
        }
        Ok(found)
    }

    /// The last line of the text, or of 附件说明.
    pub(crate) fn text_end(&self) -> Perhaps<Line> {
        match self.note_lines() {
            Ok(notes) => last(last(notes, "附件说明")?, "附件说明"),
            Err(Nothing::Absent) => {
                let paragraphs = self.paragraphs()?;
                paragraphs.last().map(|shown| shown.last().clone()).ok_or(Nothing::Absent)
            }
            Err(missing) => Err(missing),
        }
    }

    /// The lines of the 署名.
    pub(crate) fn organs(&self) -> Perhaps<Vec<Line>> {
        let signature = self.signature()?;
        wants(signature.seal != Seal::Signed && !signature.organs.is_empty())?;
        let mut start = after(&self.text_end()?);
        let mut found = vec![];
        for name in &signature.organs {
            let (lines, end) = self.find(name.as_str(), start, "发文机关署名")?;
            found.extend(lines);
            start = end;
        }
        Ok(found)
    }

    /// The line of the 成文日期.
    pub(crate) fn date(&self) -> Perhaps<Line> {
        let date = self.signature()?.date.as_ref().ok_or(Nothing::Absent)?;
        self.element(&date.value.to_string(), after(&self.text_end()?), "成文日期")
    }

    /// Where the first line of the 版记 begins.
    pub(crate) fn record_top(&self) -> Perhaps<f64> {
        let page = self.last_page()?;
        let small = || page.lines.iter().filter(|line| (line.size() - 14.0).abs() < 0.05);
        let labels = self.record_labels();
        let lists = small()
            .filter(|line| labels.iter().any(|label| line.text().starts_with(label)));
        let record = self.document.record.as_ref();
        let other =
            record.into_iter().flat_map(|one| one.extra.iter().chain(&one.printer));
        let others = other.filter_map(|text| small().rfind(|line| begins(line, text)));
        let date = record.filter(|record| record.print_date.is_some());
        let date =
            date.and_then(|_| small().rfind(|line| ends_in_print_date(&line.text())));
        let top = lists.chain(others).chain(date).map(Line::top).min_by(f64::total_cmp);
        top.ok_or_else(|| missing("版记（末页的抄送或印发）"))
    }

    /// How the lists of the 版记 begin.
    pub(crate) fn record_labels(&self) -> Vec<String> {
        let own = self.document.record.iter().filter_map(|record| record.label.as_ref());
        let own = own.map(|label| plain(label.as_str()) + "：");
        let usual = ["抄送：", "分送：", "主送：", "抄报："].map(String::from);
        usual.into_iter().chain(own).collect()
    }

    /// The rules of the 版记: the black ones of the last page across the type area, below all
    /// rows of tables; at least one.
    pub(crate) fn record_rules(&self) -> Perhaps<Vec<Rule>> {
        self.record()?;
        let top = self.record_top()? - 8.0;
        let rules = self.last_page()?.rules.iter();
        let low =
            rules.filter(|rule| !rule.is_red() && rule.length() > 150.0 && rule.y > top);
        let low: Vec<Rule> = low.copied().collect();
        if low.is_empty() { Err(missing("版记的分隔线")) } else { Ok(low) }
    }

    pub(crate) fn last_page(&self) -> Perhaps<&Page> {
        self.pages.last().ok_or_else(|| missing("页"))
    }

    /// The pitch of the rows, measured: the middle one of the steps between lines of 三号.
    pub(crate) fn pitch(&self) -> f64 {
        let is_text = |line: &Line| (line.size() - 16.0).abs() < 0.05;
        let steps = self.pages.iter().flat_map(|page| page.lines.windows(2));
        let steps = steps
            .filter(|pair| pair.iter().all(is_text))
            .map(|pair| pair[1].baseline() - pair[0].baseline());
        let mut rows: Vec<f64> =
            steps.filter(|step| (9.5..11.0).contains(step)).collect();
        rows.sort_by(f64::total_cmp);
        rows.get(rows.len() / 2).copied().unwrap_or(29.609 * MM)
    }

    /// The blank page before the 版记 and its page; none if there is none.
    pub(crate) fn blank_before_record(&self) -> &[Page] {
        match self.pages.as_slice() {
            [.., blank, _] if blank.is_blank() && self.document.record.is_some() => {
                &self.pages[self.pages.len() - 2..]
            }
            _ => &[],
        }
    }
}

/// The place in the stream after a part.
pub(crate) fn after(line: &Line) -> usize {
    line.last().at + 1
}

/// From the bottom of an em box to the top of the next.
pub(crate) fn gap(upper: &Line, lower: &Line) -> f64 {
    lower.top() - upper.bottom()
}

/// Whether a line begins as a text does that may run over.
pub(crate) fn begins(line: &Line, text: &Text) -> bool {
    let start: String = plain(text.as_str()).chars().take(8).collect();
    line.text().starts_with(&start)
}

/// The last of several.
pub(crate) fn last<T>(mut all: Vec<T>, what: &str) -> Perhaps<T> {
    all.pop().ok_or_else(|| missing(what))
}

/// How many pages come before page number 1: those of a 封面 and a 目录.
fn before_number_1(document: &Document, pages: &[Page]) -> usize {
    let has_front = document.cover.is_some() || document.contents.is_some();
    let numbered = pages.iter().position(|page| !page.folio.is_empty());
    numbered.filter(|_| has_front).unwrap_or(0)
}

/// Gives each glyph of the lines its place among all.
fn number_glyphs(pages: &mut [Page]) {
    let lines = pages.iter_mut().flat_map(|page| &mut page.lines);
    for (at, glyph) in lines.flat_map(|line| &mut line.glyphs).enumerate() {
        glyph.at = at;
    }
}

/// Keeps the pages of the first copy, where one file holds several (份号 as a range).
fn first_copy(document: &Document, pages: &mut Vec<Page>) {
    if document.copies() == 1 {
        return;
    }
    pages.truncate(pages.len() / document.copies());
    if pages.last().is_some_and(Page::is_blank) {
        pages.pop();
    }
}
