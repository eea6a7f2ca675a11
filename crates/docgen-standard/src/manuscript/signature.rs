//! 落款 (7.3.5) in paragraphs: one a row of names or of posts, and the date.
//!
//! 1. Stamped (7.3.5.1), the names stand side by side, as many in each row as names and
//!    seals leave room for; the last stands alone or last in its row, above the date.
//! 2. Unstamped (7.3.5.2), they stand one below another.
//! 3. With 签名章 (7.3.5.3), the posts of the signers do.

use std::ops::Range;

use docgen_model::{Abs, Seal, SealImage, Signature, Span, Text};

use super::{Para, end_of};
use crate::seals::{SealRoom, rows_above, rows_between};
use crate::{Profile, Role};

/// The date of a draft, to be written in.
const BLANK_DATE: &str = "　　　　年　　月　　日";

/// The paragraphs of the 落款: indices into the flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// In which way (7.3.5.1 to 7.3.5.3).
    pub seal: Seal,
    /// The pictures of the seals, if there are any.
    pub seals: Vec<SealImage>,
    /// How wide the widest seal is.
    pub diameter: Abs,
    /// 署名, each a row of names; with 签名章, 职务.
    pub rows: Range<usize>,
    /// 成文日期.
    pub date: Option<usize>,
}

impl Signed {
    /// Its first paragraph.
    pub fn first(&self) -> usize {
        self.rows.start
    }

    /// Its last paragraph.
    pub fn last(&self) -> usize {
        self.date.unwrap_or(self.rows.end.saturating_sub(1))
    }
}

/// Appends the 落款. A draft without a date keeps its place.
pub(super) fn push_signature(
    signature: &Signature,
    draft: bool,
    profile: &Profile,
    flow: &mut Vec<Para>,
) -> Option<Signed> {
    let spec = &profile.signature;
    let first = flow.len();
    let diameter = diameter(signature, profile);
    let (above, between, rows) = match signature.seal {
        Seal::Stamped => {
            let rows =
                rows_of(&signature.organs, date_width(signature), diameter, profile);
            (rows_above(diameter, profile), rows_between(diameter, profile), rows)
        }
        Seal::None => (spec.unstamped_rows, 0, one_a_row(&signature.organs)),
        Seal::Signed => {
            let posts = one_a_row(&signature.signer_posts);
            (spec.signed_rows, spec.signed_rows_between, posts)
        }
    };
    let mut push = |para: Para, rows_before| {
        flow.push(Para { rows_before, keep_next: true, ..para });
        flow.len() - 1
    };
    for (index, row) in rows.iter().enumerate() {
        push(row_para(row), if index == 0 { above } else { between });
    }
    let given = signature.date.map(|date| Text::new(date.value.to_string(), date.span));
    let place = rows.last().and_then(|row| row.last()).map_or(Span::default(), end_of);
    let blank = draft.then(|| Text::new(BLANK_DATE, place));
    let date_rows = match (signature.seal, rows.is_empty()) {
        (_, true) => above,
        (Seal::Signed, false) => spec.signed_date_rows,
        (Seal::Stamped | Seal::None, false) => 0,
    };
    let date = given.or(blank).map(|text| push(Para::new(Role::Date, text), date_rows));
    let end = first + rows.len();
    flow.get_mut(first..)?.last_mut()?.keep_next = false;
    let seals = signature.seals.clone();
    Some(Signed { seal: signature.seal, seals, diameter, rows: first..end, date })
}

/// How wide the widest seal is: by its picture, or as wide as the profile says.
fn diameter(signature: &Signature, profile: &Profile) -> Abs {
    let usual = profile.signature.seal_diameter;
    let grid = profile.grid();
    let given = |seal: &SealImage| seal.diameter.map_or(usual, |own| grid.length(own));
    let given = signature.seals.iter().map(given);
    given.reduce(Abs::max).unwrap_or(usual)
}

fn one_a_row(names: &[Text]) -> Vec<&[Text]> {
    names.chunks(1).collect()
}

/// The names in rows: as many in each as fit.
fn rows_of<'a>(
    names: &'a [Text],
    date: usize,
    seal: Abs,
    profile: &Profile,
) -> Vec<&'a [Text]> {
    let grid = profile.grid();
    let wide = |halves: usize| grid.cell().scale(halves as i64, 2);
    let (date, cell, width) = (wide(date), grid.cell(), grid.body.width);
    let room = SealRoom { date, seal, cell, width, profile };
    let widths: Vec<_> =
        names.iter().map(|name| wide(half_cells(name.as_str()))).collect();
    let mut rest = names;
    let row = |count| {
        let (row, next) = rest.split_at(count);
        rest = next;
        row
    };
    room.rows(&widths).into_iter().map(row).collect()
}

fn date_width(signature: &Signature) -> usize {
    let date = signature.date.map(|date| date.value.to_string());
    half_cells(&date.unwrap_or_else(|| BLANK_DATE.to_owned()))
}

/// The width of a text in half cells.
pub(super) fn half_cells(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// One row of names as a paragraph of so many parts.
fn row_para(names: &[Text]) -> Para {
    let (mut text, mut parts) = (Text::default(), vec![]);
    for name in names {
        parts.push(text.len());
        text.push_text(name);
    }
    Para { parts, ..Para::new(Role::Organ, text) }
}
