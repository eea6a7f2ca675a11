//! Properties of paragraphs and runs: one function each, used by the styles and by every
//! paragraph and run alike, so that both say the same.

use std::rc::Rc;

use docgen_model::{Abs, Color, FontRole, Indents, Stop, Text};
use docgen_standard::{Align, Len, ParaStyle, Profile, Role, Run, runs};

use crate::font_table::{family, rare_family};
use crate::frame::Frame;
use crate::xml::{Node, el, val};

/// How a paragraph is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParaFormat {
    /// The id of its style.
    pub(crate) style: Option<&'static str>,
    /// Whether it stays with the next paragraph.
    pub(crate) keep_next: bool,
    /// Whether it begins a page.
    pub(crate) page_break: bool,
    /// Where it stands on the page, outside the flow.
    pub(crate) frame: Option<Frame>,
    /// Tab stops from the left edge of the type area.
    pub(crate) tabs: Vec<Tab>,
    /// Space above it.
    pub(crate) before: Abs,
    /// Space below it.
    pub(crate) after: Abs,
    /// Exact height of each of its lines.
    pub(crate) line: Abs,
    /// Whether that is the least height instead: a line that holds a picture.
    pub(crate) at_least: bool,
    /// Its indents.
    pub(crate) indents: Indents,
    /// The first line's indent in hundredths of a 字, where a 字 is what is meant; the
    /// indent then follows the type size when somebody changes it.
    pub(crate) first_chars: i64,
    /// Its alignment.
    pub(crate) align: Align,
    /// Its level in the outline, from 0; 9 is body text.
    pub(crate) outline: Option<u8>,
    /// Whether a mark may hang over the edge. Said only where it may not: LibreOffice reads
    /// the opposite, but lets no mark hang in a table anyway.
    pub(crate) hang: bool,
}

/// A tab stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Text begins here.
    Left(Abs),
    /// Text is centred here.
    Center(Abs),
    /// Text ends here.
    Right(Abs),
    /// Text ends here, behind a row of dots.
    Leader(Abs),
}

impl From<Stop> for Tab {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Left(at) => Self::Left(at),
            Stop::Center(at) => Self::Center(at),
        }
    }
}

impl ParaFormat {
    /// What the style of a role says.
    pub(crate) fn of_style(style: &ParaStyle, pitch: Abs) -> Self {
        let of = |length: Len| length.chars(style.size);
        Self {
            indents: Indents {
                first: of(style.first),
                left: of(style.left),
                right: Abs::ZERO,
            },
            first_chars: match style.left == Len::ZERO {
                true => hundredths(style.first),
                false => 0,
            },
            align: style.align,
            outline: style.outline.and_then(|level| level.checked_sub(1)),
            ..Self::rows(pitch)
        }
    }

    /// Plain rows.
    pub(crate) fn rows(line: Abs) -> Self {
        Self {
            style: None,
            keep_next: false,
            page_break: false,
            frame: None,
            tabs: vec![],
            before: Abs::ZERO,
            after: Abs::ZERO,
            at_least: false,
            line,
            indents: Indents::default(),
            first_chars: 0,
            align: Align::Left,
            outline: None,
            hang: true,
        }
    }

    /// A paragraph of a role; its outline level is left to its style.
    pub(crate) fn of_role(role: Role, profile: &Profile) -> Self {
        let format = Self::of_style(profile.style(role), profile.docx_pitch(role));
        Self { style: Some(role.key()), outline: None, ..format }
    }

    /// Sets the indents. Where the first line is indented as the style says, the indent
    /// stays one of so many 字, else it is a length.
    pub(crate) fn indented(mut self, indents: Indents) -> Self {
        let same =
            indents.first == self.indents.first && indents.left == self.indents.left;
        self.first_chars = if same { self.first_chars } else { 0 };
        self.indents = indents;
        self
    }

    /// `w:pPr`.
    pub(crate) fn properties(&self) -> Node {
        el("w:pPr")
            .children(self.style.map(|id| val("w:pStyle", id)))
            .children(self.keep_next.then(|| el("w:keepNext")))
            .children(self.page_break.then(|| el("w:pageBreakBefore")))
            .children(self.frame.map(Frame::properties))
            .child(val("w:widowControl", 0))
            .children((!self.hang).then(|| val("w:overflowPunct", 0)))
            .children(self.tab_stops())
            .child(self.spacing())
            .child(self.indent())
            .child(val("w:jc", alignment(self.align)))
            .children(self.outline.map(|level| val("w:outlineLvl", level)))
    }

    fn spacing(&self) -> Node {
        el("w:spacing")
            .attr("w:before", self.before.to_twips())
            .attr("w:after", self.after.to_twips())
            .attr("w:line", self.line.to_twips())
            .attr("w:lineRule", if self.at_least { "atLeast" } else { "exact" })
    }

    /// `w:ind`. `firstLineChars` wins over `firstLine` and is inherited by itself, so it is
    /// always written, 0 where a length counts.
    fn indent(&self) -> Node {
        let Indents { first, left, right } = self.indents;
        let step = (first - left).to_twips();
        let ind = el("w:ind")
            .attr("w:left", left.to_twips())
            .attr("w:right", right.to_twips())
            .attr("w:firstLineChars", self.first_chars);
        if step < 0 {
            ind.attr("w:hanging", -step)
        } else {
            ind.attr("w:firstLine", step)
        }
    }

    fn tab_stops(&self) -> Option<Node> {
        let stop = |stop: &Tab| {
            let (kind, at) = match stop {
                Tab::Left(at) => ("left", at),
                Tab::Center(at) => ("center", at),
                Tab::Right(at) | Tab::Leader(at) => ("right", at),
            };
            let tab = val("w:tab", kind);
            let tab = match tab_leader(stop) {
                Some(leader) => tab.attr("w:leader", leader),
                None => tab,
            };
            tab.attr("w:pos", at.to_twips())
        };
        let stops = el("w:tabs").children(self.tabs.iter().map(stop));
        (!self.tabs.is_empty()).then_some(stops)
    }
}

fn tab_leader(tab: &Tab) -> Option<&'static str> {
    matches!(tab, Tab::Leader(_)).then_some("dot")
}

fn hundredths(length: Len) -> i64 {
    match length {
        Len::Chars(tenths) => tenths * 10,
        Len::Abs(_) | Len::Rows(_) => 0,
    }
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Justify => "both",
        Align::Distribute => "distribute",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunFormat {
    /// The class that sets Latin letters and digits.
    pub(crate) latin: FontRole,
    /// The class that sets everything else.
    pub(crate) han: FontRole,
    /// Type size.
    pub(crate) size: Abs,
    /// What its red looks like; black has no colour.
    pub(crate) red: Option<[u8; 3]>,
    /// Added to every advance.
    pub(crate) tracking: Abs,
    /// Whether it holds —— or …….
    pub(crate) pair: bool,
    /// Whether it holds Han that the class's face lacks.
    pub(crate) rare: bool,
}

impl RunFormat {
    /// What the style of a role says; what is as large as the body text is tracked like it.
    pub(crate) fn of_role(role: Role, profile: &Profile) -> Self {
        let style = profile.style(role);
        Self {
            latin: style.latin.beside(style.font),
            han: style.font,
            size: style.size,
            red: red(style.color, profile),
            tracking: profile.tracking(style),
            pair: false,
            rare: false,
        }
    }

    /// The same, for one run of the text. A run of Han names its face in all slots, else
    /// “ ” — … after a digit would take the Latin one.
    fn of_run(self, run: &Run) -> Self {
        Self { latin: run.font, han: run.class, pair: run.pair, rare: run.rare, ..self }
    }

    /// The width of a text whose ASCII is half as wide as its other characters.
    pub(crate) fn width(&self, text: &str) -> Abs {
        let advance = |c: char| if c.is_ascii() { self.size / 2 } else { self.size };
        text.chars().map(|c| advance(c) + self.tracking).sum()
    }

    /// `w:rPr`.
    pub(crate) fn properties(&self) -> Node {
        let color = self.red.map(|red| val("w:color", hex(red)));
        el("w:rPr")
            .child(self.fonts())
            .children(color)
            .child(val("w:spacing", self.tracking.to_twips()))
            .child(val("w:sz", self.size.to_half_points()))
            .child(val("w:szCs", self.size.to_half_points()))
            .children(self.language())
    }

    /// The language, where it is not the document's or chooses other rules of line breaks.
    fn language(&self) -> Option<Node> {
        let mongolian = || {
            let slots = ["w:val", "w:eastAsia", "w:bidi"].into_iter();
            slots.fold(el("w:lang"), |lang, slot| lang.attr(slot, "mn-Mong-CN"))
        };
        if self.latin == FontRole::Mongolian {
            return Some(mongolian());
        }
        self.pair.then(|| el("w:lang").attr("w:eastAsia", "en-US"))
    }

    fn fonts(&self) -> Node {
        let (latin, han) = match self.rare {
            true => (rare_family(), rare_family()),
            false => (family(self.latin), family(self.han)),
        };
        let fonts = el("w:rFonts");
        let fonts = if latin == han { fonts.attr("w:hint", "eastAsia") } else { fonts };
        fonts
            .attr("w:ascii", latin)
            .attr("w:hAnsi", latin)
            .attr("w:eastAsia", han)
            .attr("w:cs", latin)
    }
}

/// What red looks like, if that is the colour.
fn red(color: Color, profile: &Profile) -> Option<[u8; 3]> {
    match color {
        Color::Black => None,
        Color::Red => Some(profile.palette.red),
    }
}

/// A colour as `RRGGBB`.
pub(crate) fn hex(color: [u8; 3]) -> String {
    color.iter().map(|part| format!("{part:02X}")).collect()
}

/// `w:p`.
pub(crate) fn paragraph(
    format: &ParaFormat,
    content: impl IntoIterator<Item = Node>,
) -> Node {
    el("w:p").child(format.properties()).children(content)
}

/// A paragraph without text: its mark carries the type size.
pub(crate) fn empty_paragraph(
    format: &ParaFormat,
    mark: &RunFormat,
    content: impl IntoIterator<Item = Node>,
) -> Node {
    let properties = format.properties().child(mark.properties());
    el("w:p").child(properties).children(content)
}

/// A run of text.
pub(crate) fn text_run(format: &RunFormat, text: &str) -> Node {
    words(text).set_by(format.properties().into())
}

/// A run of text that says not yet how it is set.
fn words(text: &str) -> Node {
    el("w:r").child(el("w:t").attr("xml:space", "preserve").text(text))
}

/// A run of one tab.
pub(crate) fn tab_run(format: &RunFormat) -> Node {
    el("w:r").set_by(format.properties().into()).child(el("w:tab"))
}

/// The runs of a text whose first `lead` bytes are set in the style's `font`, the rest in its
/// `rest_font`; a line is forced before each byte of `breaks`.
pub(crate) fn text_runs(
    text: &Text,
    lead: usize,
    style: &ParaStyle,
    base: RunFormat,
    breaks: &[usize],
) -> Vec<Node> {
    let mut pieces: Vec<(RunFormat, bool, String)> = vec![];
    for run in runs(text, lead, style) {
        let format = base.of_run(&run);
        for (at, c) in text.as_str().get(run.range.clone()).unwrap_or("").char_indices() {
            let broken = breaks.contains(&(run.range.start + at));
            match pieces.last_mut() {
                Some((last, _, piece)) if *last == format && !broken => piece.push(c),
                _ => pieces.push((format, broken, c.into())),
            }
        }
    }
    let mut sets: Vec<(RunFormat, Rc<Node>)> = vec![];
    let mut set = |format: RunFormat| {
        if let Some((_, known)) = sets.iter().find(|(known, _)| *known == format) {
            return Rc::clone(known);
        }
        let made = Rc::new(format.properties());
        sets.push((format, Rc::clone(&made)));
        made
    };
    let node = |(format, broken, piece): (RunFormat, bool, String)| {
        let mut run = words(&piece).set_by(set(format));
        if broken {
            run.children.insert(0, el("w:br"));
        }
        run
    };
    pieces.into_iter().map(node).collect()
}
