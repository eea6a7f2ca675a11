//! Which form of a character a face sets, and where in its box.
//!
//! The faces disagree about every mark (`docs/spec/fonts.md` §4), so the box comes first and the
//! glyph is fitted into it:
//!
//! 1. Latin letters, digits and ASCII marks keep the advance of their face;
//! 2. digits that must be half an em take the face's half-width forms, or stand in the
//!    middle of half an em;
//! 3. quotation marks take the full-width forms behind variation selector 2, or hug the
//!    text that they enclose;
//! 4. a dash takes a form whose ink fills its box, so that —— is one line;
//! 5. the 间隔号 takes a form that is one em wide by itself: readers of a PDF see blanks
//!    around a narrow one;
//! 6. everything else stands in the middle of one em.

use docgen_model::is_latin;
use skrifa::GlyphId;

use crate::Em;
use crate::face::Tables;

/// A glyph in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    /// The glyph.
    pub(crate) id: GlyphId,
    /// The width of the box.
    pub(crate) advance: Em,
    /// From the left edge of the box to the origin of the glyph.
    pub(crate) dx: Em,
}

/// The form of a character; `None` if the face lacks it. `half` asks for half an em.
pub(crate) fn form(tables: &Tables<'_>, c: char, half: bool) -> Option<Form> {
    let nominal = tables.glyph(c)?;
    Some(if half {
        let id = tables.half_width(nominal).unwrap_or(nominal);
        centred(tables, id, Em::HALF)
    } else if is_latin(c) {
        Form { id: nominal, advance: tables.advance(nominal), dx: Em::ZERO }
    } else {
        match c {
            '“' | '‘' => opening_quote(tables, c, nominal),
            '”' | '’' => closing_quote(tables, c, nominal),
            '—' => centred(tables, dash(tables).unwrap_or(nominal), Em::ONE),
            '·' => centred(tables, middle_dot(tables).unwrap_or(nominal), Em::ONE),
            _ => centred(tables, nominal, Em::ONE),
        }
    })
}

/// The middle of the ink of a Han character, above the baseline. 中 is even about it, and
/// in the bundled faces its middle is the median of all Han to 0.001 em.
pub(crate) fn ink_middle(tables: &Tables<'_>) -> Option<Em> {
    let ink = tables.ink(tables.glyph('中')?)?;
    Some(Em((ink.bottom.0 + ink.top.0) / 2))
}

/// A glyph in the middle of its box.
pub(crate) fn centred(tables: &Tables<'_>, id: GlyphId, advance: Em) -> Form {
    let dx = Em((advance.0 - tables.advance(id).0) / 2);
    Form { id, advance, dx }
}

/// An opening quotation mark stands at the right of its box.
fn opening_quote(tables: &Tables<'_>, c: char, nominal: GlyphId) -> Form {
    let id = tables.full_width(c).unwrap_or(nominal);
    let dx = Em(Em::ONE.0 - tables.advance(id).0);
    Form { id, advance: Em::ONE, dx }
}

/// A closing quotation mark stands at the left of its box.
fn closing_quote(tables: &Tables<'_>, c: char, nominal: GlyphId) -> Form {
    let id = tables.full_width(c).unwrap_or(nominal);
    Form { id, advance: Em::ONE, dx: Em::ZERO }
}

/// The first horizontal stroke of the face whose ink fills its em: its em dash (朱雀仿宋),
/// its horizontal bar (霞鹜文楷) or its box-drawing line, which in the Noto faces has the
/// height and the weight of their own Chinese dash.
fn dash(tables: &Tables<'_>) -> Option<GlyphId> {
    ['—', '―', '─'].into_iter().filter_map(|c| tables.glyph(c)).find(|&id| {
        tables.advance(id) == Em::ONE
            && tables
                .ink(id)
                .is_some_and(|ink| ink.left <= Em::ZERO && ink.right >= Em::ONE)
    })
}

/// The face's own middle dot if it is one em wide, else its katakana one, the same dot in a
/// box of one em.
fn middle_dot(tables: &Tables<'_>) -> Option<GlyphId> {
    ['·', '・']
        .into_iter()
        .filter_map(|c| tables.glyph(c))
        .find(|&id| tables.advance(id) == Em::ONE)
}
