//! Page numbers (7.5): — 1 — in 四号 half-width 宋体 digits, right on odd pages and left on
//! even ones, one 字 from the edge.

use docgen_model::{Abs, Indents, Rect};
use docgen_standard::{Align, NumberPosition, Profile, Role};

use crate::format::{ParaFormat, RunFormat, empty_paragraph, paragraph, text_run};
use crate::line::{tight_baseline, tight_line};
use crate::record::ANCHOR_LINE;
use crate::xml::{Node, el};
use crate::{package, textbox};

/// The footer of odd pages.
pub(crate) fn odd(profile: &Profile) -> Node {
    footer(profile, aligned(Align::Right, profile))
}

/// The footer of even pages.
pub(crate) fn even(profile: &Profile) -> Node {
    footer(profile, aligned(Align::Left, profile))
}

/// Where the number stands: on the outer side, or in the middle.
fn aligned(outer: Align, profile: &Profile) -> Align {
    match profile.page_number.position {
        NumberPosition::Outside => outer,
        NumberPosition::Centre => Align::Center,
    }
}

/// The footer of pages without a number.
pub(crate) fn bare(profile: &Profile) -> Node {
    let size = profile.style(Role::PageNumber).size;
    let format = ParaFormat {
        line: tight_line(size),
        ..ParaFormat::of_role(Role::PageNumber, profile)
    };
    let run = RunFormat::of_role(Role::PageNumber, profile);
    package::plain_root("w:ftr").child(empty_paragraph(&format, &run, []))
}

/// From the bottom of the page to the bottom of the footer's line, such that the centre of
/// the dashes stands as far below the type area as the profile says. A dash of 宋体 lies
/// 0.36 em above the baseline.
pub(crate) fn distance(profile: &Profile) -> Abs {
    let size = profile.style(Role::PageNumber).size;
    let dash = profile.grid().body.bottom() + profile.page_number.below_body;
    let top = dash + size.scale(36, 100) - tight_baseline(size);
    profile.page.height - top - tight_line(size)
}

fn footer(profile: &Profile, align: Align) -> Node {
    package::plain_root("w:ftr").child(number(profile, align))
}

/// The footer of odd pages that lie across: the number stands where it does on other pages of
/// the bound document (clause 8), so on this page its box is at the left edge and turned.
pub(crate) fn turned_odd(profile: &Profile) -> Node {
    turned(profile, Align::Right, 1)
}

/// The footer of even pages that lie across.
pub(crate) fn turned_even(profile: &Profile) -> Node {
    turned(profile, Align::Left, 2)
}

fn turned(profile: &Profile, align: Align, id: u32) -> Node {
    let line = tight_line(profile.style(Role::PageNumber).size);
    let bottom = distance(profile);
    let place = Rect {
        x: bottom,
        y: profile.page.left,
        width: line,
        height: profile.docx_width(),
    };
    let format = ParaFormat { align: Align::Left, ..ParaFormat::rows(ANCHOR_LINE) };
    let run = textbox::turned(place, number(profile, align), TURNED_IDS + id, "页码");
    package::root("w:ftr").child(paragraph(&format, [run]))
}

/// The numbers of drawings in footers begin behind those of the text.
const TURNED_IDS: u32 = 1_000_000;

/// The line of a page number.
fn number(profile: &Profile, align: Align) -> Node {
    let style = profile.style(Role::PageNumber);
    let indent = profile.page_number.indent.chars(style.size);
    let indents = match align {
        Align::Right => Indents { right: indent, ..Indents::default() },
        Align::Left => Indents { first: indent, left: indent, right: Abs::ZERO },
        Align::Center | Align::Justify | Align::Distribute => Indents::default(),
    };
    let format = ParaFormat {
        line: tight_line(style.size),
        align,
        ..ParaFormat::of_role(Role::PageNumber, profile).indented(indents)
    };
    // The digits are those of 宋体, not of Times New Roman.
    let run =
        RunFormat { latin: style.font, ..RunFormat::of_role(Role::PageNumber, profile) };
    let (before, after) = profile.page_number.around();
    let words = |words: &str| (!words.is_empty()).then(|| text_run(&run, words));
    let content = words(before).into_iter().chain(page_field(&run)).chain(words(after));
    paragraph(&format, content)
}

/// PAGE as a complex field: with a simple one LibreOffice shifts the line by up to 0.5 mm.
fn page_field(run: &RunFormat) -> [Node; 5] {
    let mark = |kind: &str| {
        let mark = el("w:fldChar").attr("w:fldCharType", kind);
        el("w:r").set_by(run.properties().into()).child(mark)
    };
    let code = el("w:instrText").attr("xml:space", "preserve").text(" PAGE ");
    let code = el("w:r").set_by(run.properties().into()).child(code);
    [mark("begin"), code, mark("separate"), text_run(run, "1"), mark("end")]
}
