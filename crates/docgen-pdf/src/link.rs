//! Links: areas of a page that lead to another place of the document.

use docgen_frame::Link;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};

use crate::PdfError;
use crate::convert::points;

/// The annotation of a link. One that points behind the last page points at the last.
pub(crate) fn annotation(link: &Link, pages: usize) -> Result<Annotation, PdfError> {
    let rect = link.rect;
    let area = Rect::from_ltrb(
        points(rect.x),
        points(rect.y),
        points(rect.right()),
        points(rect.bottom()),
    );
    let area = area.ok_or_else(|| PdfError::internal("the area of a link"))?;
    let page = link.page.min(pages.saturating_sub(1));
    let place = XyzDestination::new(page, Point::from_xy(0.0, points(link.y)));
    let link_to = LinkAnnotation::new(area, Target::Destination(place.into()));
    Ok(Annotation::new_link(link_to, Some(link.alt.clone())))
}
