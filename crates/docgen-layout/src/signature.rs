//! 落款 (clause 7.3.5): where 署名 and 成文日期 stand on their rows, and the places of the seals.
//!
//! 1. The rows, and the blank rows between them, come with the manuscript.
//! 2. One name stands by its right indent; several, each at its own stop: centred below their
//!    seals (7.3.5.1), or one below another from a common left edge (7.3.5.2). 职务 end left
//!    of the 签名章 (7.3.5.3).
//!    [`wrap`] breaks a name that has no room on a line.
//! 3. [`ladder`] keeps all of it on a page with text.
//! 4. [`seal_places`] tells where each seal goes. Without a picture of it its place stays free.

use docgen_model::{
    Abs, Bilingual, Code, Diagnostic, Point, Rect, Seal, SealImage, SealPlan, Stop,
};
use docgen_standard::seals::{self, SealRoom};
use docgen_standard::{Role, Signed};

use crate::Context;
use crate::flow::Flow;
use crate::paragraph::Paragraph;

mod ladder;
mod step;
mod wrap;

pub(crate) use self::ladder::{keeps_company, settle};

/// Where a seal goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealPlace {
    /// The paragraph of the flow that names its organ, or the post of its signer.
    pub para: usize,
    /// The line of it, from 0: the last of a name that turns over.
    pub line: u32,
    /// Its page, from 0.
    pub page: usize,
    /// Its centre.
    pub center: Point,
    /// How wide it is.
    pub diameter: Abs,
    /// Its picture; none leaves the place free.
    pub picture: Option<SealImage>,
    /// Its centre in the DOCX, from the left edge of the type area.
    pub(crate) docx_center: Abs,
}

impl SealPlace {
    /// Where its picture is drawn.
    pub(crate) fn rect(&self) -> Option<Rect> {
        let (width, height) = self.picture.as_ref()?.image.within(self.diameter);
        let Point { x, y } = self.center;
        Some(Rect { x: x - width / 2, y: y - height / 2, width, height })
    }

    /// The same for the DOCX.
    pub(crate) fn plan(&self) -> Option<SealPlan> {
        let (width, height) = self.picture.as_ref()?.image.within(self.diameter);
        let Self { para, line, docx_center: center, .. } = *self;
        Some(SealPlan { para, line, center, width, height })
    }

    /// The lower edge of its picture, or of the place that is kept for it.
    fn bottom(&self) -> Abs {
        self.rect().map_or(self.center.y + self.diameter / 2, Rect::bottom)
    }
}

/// Sets the stops and right indents of 署名 and 成文日期, on the page and in the DOCX.
pub(crate) fn indent(
    signed: &Signed,
    paragraphs: &mut [Paragraph<'_>],
    context: &mut Context<'_>,
) {
    wrap::wrap(signed, paragraphs, context);
    let context = &*context;
    let grid = &context.grid;
    let names: Vec<_> =
        signed.rows.clone().flat_map(|index| wrap::widths(&paragraphs[index])).collect();
    let date = signed.date.map(|index| paragraphs[index].natural()).unwrap_or_default();
    let rows = signed.rows.clone().map(|index| paragraphs[index].para.parts.len());
    let rows: Vec<usize> = rows.collect();
    let measure = Measure {
        seal: signed.seal,
        diameter: signed.diameter,
        rows: &rows,
        date: date.0,
        cell: grid.cell(),
        width: grid.body.width,
        context,
    };
    let docx = Measure {
        date: date.1,
        cell: grid.size,
        width: context.profile.docx_width(),
        ..measure
    };
    let page = measure.places(&names.iter().map(|width| width.0).collect::<Vec<_>>());
    let docx = match names.len() > 1 || signed.seal == Seal::Signed {
        true => measure.carried(&page, &docx),
        false => docx.places(&names.iter().map(|width| width.1).collect::<Vec<_>>()),
    };
    let mut stops = page.stops.into_iter().zip(docx.stops);
    for index in signed.rows.clone() {
        let paragraph = &mut paragraphs[index];
        let parts = paragraph.para.parts.len();
        (paragraph.stops, paragraph.plan.stops) = stops.by_ref().take(parts).unzip();
        if wrap::is_wrapped(paragraph) {
            wrap::indent(signed.seal, paragraph, (page.organ, docx.organ), context);
        } else if paragraph.stops.is_empty() {
            paragraph.indents.right = page.organ;
            paragraph.plan.indents.right = docx.organ;
        } else {
            let all = 0..paragraph.prepared.cells.len();
            paragraph.lines = [all].into();
        }
    }
    if let Some(index) = signed.date {
        paragraphs[index].indents.right = page.date;
        paragraphs[index].plan.indents.right = docx.date;
    }
    if let Some(rows) = rows_above_note(signed, paragraphs, context) {
        let note = &mut paragraphs[signed.last() + 1];
        note.plan.rows_before = note.plan.rows_before.max(rows);
    }
}

/// The blank rows that keep 附注 off the pictures of the last row of seals, if any would lie on
/// it.
fn rows_above_note(
    signed: &Signed,
    paragraphs: &[Paragraph<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let note = paragraphs.get(signed.last() + 1)?;
    let note = Some(note).filter(|next| next.para.role == Role::Note)?;
    let left = note.indents.first;
    let right = if note.lines.len() > 1 {
        context.grid.body.width
    } else {
        left + note.natural().0
    };
    let last = signed.rows.clone().last().filter(|_| signed.seal == Seal::Stamped)?;
    let centers = centers(signed.seal, &paragraphs[last], context);
    let own = signed.seals.len().checked_sub(centers.len())?;
    let boxes = centers.iter().zip(&signed.seals[own..]).map(|((center, _), seal)| {
        let usual = context.profile.signature.seal_diameter;
        let diameter = seal.diameter.map_or(usual, |own| context.grid.length(own));
        let (width, height) = seal.image.within(diameter);
        (*center - width / 2, *center + width / 2, height)
    });
    let crossing = boxes.filter(|(from, to, _)| *from < right && left < *to);
    let height = crossing.map(|(.., height)| height).reduce(Abs::max)?;
    let below = seals::rows_above(height, context.profile);
    let dated = signed.date.map_or(0, |date| paragraphs[date].plan.rows_before + 1);
    Some(below.saturating_sub(dated))
}

/// Where names and date stand: by stops, one a name, or by the right indent of all names.
struct Places {
    stops: Vec<Stop>,
    organ: Abs,
    date: Abs,
}

/// What places are measured by: the page's cells, or those of the DOCX.
#[derive(Clone, Copy)]
struct Measure<'c, 'a> {
    seal: Seal,
    diameter: Abs,
    /// How many names stand in each row.
    rows: &'c [usize],
    date: Abs,
    cell: Abs,
    width: Abs,
    context: &'c Context<'a>,
}

impl Measure<'_, '_> {
    fn places(&self, names: &[Abs]) -> Places {
        let Some(widest) = names.iter().copied().reduce(Abs::max) else {
            let right = self.context.profile.signature.lone_date_right.chars(self.cell);
            return Places { stops: vec![], organ: right, date: right };
        };
        match (self.seal, names.len()) {
            (Seal::Stamped, 1) => self.stamped(widest),
            (Seal::Stamped, _) => self.stamped_jointly(names),
            (Seal::None, 1) => self.unstamped(widest),
            (Seal::None, count) => {
                let places = self.unstamped(widest);
                let left = self.width - places.organ - widest;
                Places { stops: vec![Stop::Left(left); count], ..places }
            }
            (Seal::Signed, _) => self.signed(),
        }
    }

    /// The same places in the DOCX, whose characters stand closer: what stands side by side
    /// or below each other keeps its stops, its edge or its middle.
    fn carried(&self, page: &Places, docx: &Self) -> Places {
        let (wider, narrower) = (docx.width - self.width, self.date - docx.date);
        let date = match self.seal {
            Seal::Stamped => narrower / 2,
            Seal::None => narrower,
            Seal::Signed => Abs::ZERO,
        };
        Places {
            stops: page.stops.clone(),
            organ: page.organ + wider,
            date: page.date + wider + date,
        }
    }

    /// A long name is centred on the date as far as the type area goes.
    fn stamped(&self, organ: Abs) -> Places {
        let spec = &self.context.profile.signature;
        let date = spec.stamped_date_right.chars(self.cell);
        let organ = date + (self.date - organ) / 2;
        let over = (-organ).max(Abs::ZERO);
        Places { stops: vec![], organ: organ + over, date: date + over }
    }

    fn stamped_jointly(&self, names: &[Abs]) -> Places {
        let Self { date, diameter: seal, cell, width, .. } = *self;
        let room = SealRoom { date, seal, cell, width, profile: self.context.profile };
        let centers = room.centers(names, self.rows);
        let last = centers.last().copied().unwrap_or_default();
        Places {
            stops: centers.into_iter().map(Stop::Center).collect(),
            organ: Abs::ZERO,
            date: width - last - self.date / 2,
        }
    }

    fn unstamped(&self, organ: Abs) -> Places {
        let spec = &self.context.profile.signature;
        let least = spec.unstamped_organ_right.chars(self.cell);
        let shift = spec.unstamped_date_shift.chars(self.cell);
        let difference = self.date - organ;
        let (organ, date) = match difference > Abs::ZERO {
            true => (least + shift + difference, least),
            false => (least, least - shift - difference),
        };
        Places { stops: vec![], organ, date }
    }

    fn signed(&self) -> Places {
        let spec = &self.context.profile.signature;
        let right = spec.signed_right.chars(self.cell);
        let stamp = spec.signed_stamp_width.chars(self.cell);
        let organ = right + stamp + spec.signed_post_gap.chars(self.cell);
        Places { stops: vec![], organ, date: right }
    }
}

/// The places of the seals, in the order of the organs.
pub(crate) fn seal_places(
    signed: &Signed,
    paragraphs: &[Paragraph<'_>],
    flow: &Flow,
    context: &Context<'_>,
) -> Vec<SealPlace> {
    let (grid, spec) = (&context.grid, &context.profile.signature);
    let usual = match signed.seal {
        Seal::Stamped => spec.seal_diameter,
        Seal::Signed => spec.signed_stamp_width.chars(grid.cell()),
        Seal::None => return vec![],
    };
    let mut places = vec![];
    for para in signed.rows.clone() {
        let line = paragraphs[para].rows().saturating_sub(1);
        let y = grid.row_top(flow.row_of(para, line)) + grid.size / 2;
        let page = flow.page_of(para, 0);
        for (x, docx_center) in centers(signed.seal, &paragraphs[para], context) {
            let center = Point { x: grid.body.x + x, y };
            let picture = signed.seals.get(places.len()).cloned();
            let given = picture.as_ref().and_then(|seal| seal.diameter);
            let diameter = given.map_or(usual, |own| grid.length(own));
            places.push(SealPlace {
                para,
                line,
                page,
                center,
                diameter,
                picture,
                docx_center,
            });
        }
    }
    places
}

/// Tells the first seal whose lower edge lies below the line of the page number: its name and
/// date stand on the last rows of a page.
pub(crate) fn low_seal(
    places: &[SealPlace],
    paragraphs: &[Paragraph<'_>],
    context: &Context<'_>,
) -> Option<Diagnostic> {
    let foot = context.grid.body.bottom() + context.profile.page_number.below_body;
    let low = places.iter().find(|place| place.bottom() > foot)?;
    let message = Bilingual::new(
        "印章下边到了页码的位置",
        "the seal reaches down to the line of the page number",
    );
    let hint = Bilingual::new("可增删一两行", "a line more or less would do");
    let place = paragraphs[low.para].para.text.span();
    let found = Diagnostic::note(Code::SealLow, place, message);
    Some(found.hint(hint).clause([7, 3, 5, 1]))
}

/// The centres of the seals of a row, from the left edge of the type area, on the page and
/// in the DOCX.
fn centers(
    seal: Seal,
    paragraph: &Paragraph<'_>,
    context: &Context<'_>,
) -> Vec<(Abs, Abs)> {
    let (grid, spec) = (&context.grid, &context.profile.signature);
    let (page, docx) = (grid.body.width, context.profile.docx_width());
    if seal == Seal::Signed {
        let center = |width: Abs, cell| {
            width
                - spec.signed_right.chars(cell)
                - spec.signed_stamp_width.chars(cell) / 2
        };
        return vec![(center(page, grid.cell()), center(docx, grid.size))];
    }
    if paragraph.stops.is_empty() {
        let center = |width: Abs, right: Abs, name: Abs| width - right - name / 2;
        let (name, docx_name) = paragraph.widest();
        let docx = center(docx, paragraph.plan.indents.right, docx_name);
        return vec![(center(page, paragraph.indents.right, name), docx)];
    }
    let center = |(stop, width): (&Stop, Abs)| match *stop {
        Stop::Center(x) => x,
        Stop::Left(x) => x + width / 2,
    };
    let (page, docx): (Vec<_>, Vec<_>) = paragraph.part_widths().into_iter().unzip();
    let page = paragraph.stops.iter().zip(page).map(center);
    page.zip(paragraph.plan.stops.iter().zip(docx).map(center)).collect()
}

#[cfg(test)]
mod tests;
