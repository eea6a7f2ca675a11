//! Pictures: a JPEG as its file is, a PNG as its pixels.
//!
//! PDF/A-1 knows no transparency. There a picture over paper is mixed with white; one over
//! text is cut out along its pixels, so that the text shows where the picture is clear.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use docgen_frame::{Ground, Picture};
use docgen_image::{Pixels, pixels};
use docgen_model::{Image, ImageKind, Rect};
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::{BitsPerComponent, CustomImage, ImageColorspace};
use krilla::paint::FillRule;
use krilla::surface::Surface;

use crate::convert::points;
use crate::{PdfError, PdfStandard};

/// How opaque a pixel is that is cut out with its picture: a quarter, so that fine lines stay.
const OPAQUE: u8 = 64;

/// The pictures of a document: each is written once, wherever it is drawn.
pub(crate) struct Pictures {
    standard: PdfStandard,
    made: Vec<(Image, Made)>,
}

/// A picture in krilla's form, and its pixels where it has to be cut out.
#[derive(Clone)]
struct Made {
    image: krilla::image::Image,
    cut: Option<Arc<Pixels>>,
}

impl Pictures {
    pub(crate) fn new(standard: PdfStandard) -> Self {
        Self { standard, made: vec![] }
    }

    /// Draws a picture where the frame says.
    pub(crate) fn draw(
        &mut self,
        picture: &Picture,
        surface: &mut Surface<'_>,
    ) -> Result<(), PdfError> {
        let fault = || PdfError::internal("a picture");
        let made = self.of(&picture.image)?;
        let rect = picture.rect;
        let size = Size::from_wh(points(rect.width), points(rect.height));
        let size = size.ok_or_else(fault)?;
        let cut = made.cut.filter(|_| picture.ground == Ground::Text);
        let cut =
            cut.map(|pixels| outline(&pixels, rect).ok_or_else(fault)).transpose()?;
        surface
            .push_transform(&Transform::from_translate(points(rect.x), points(rect.y)));
        if let Some(outline) = &cut {
            surface.push_clip_path(outline, &FillRule::NonZero);
        }
        surface.draw_image(made.image, size);
        cut.iter().for_each(|_| surface.pop());
        surface.pop();
        Ok(())
    }

    fn of(&mut self, image: &Image) -> Result<Made, PdfError> {
        let same = |(known, _): &&(Image, Made)| {
            Arc::ptr_eq(&known.bytes, &image.bytes) || known == image
        };
        if let Some((_, made)) = self.made.iter().find(same) {
            return Ok(made.clone());
        }
        let made = made(image, self.standard)?;
        self.made.push((image.clone(), made.clone()));
        Ok(made)
    }
}

fn made(image: &Image, standard: PdfStandard) -> Result<Made, PdfError> {
    let fault = || PdfError::internal("a picture that cannot be read");
    if image.kind == ImageKind::Jpeg {
        let bytes: Vec<u8> = image.bytes.to_vec();
        let jpeg = krilla::image::Image::from_jpeg(bytes.into(), false);
        return jpeg.map(|image| Made { image, cut: None }).map_err(|_| fault());
    }
    let pixels = pixels(image).ok_or_else(fault)?;
    let flat = standard == PdfStandard::A1b && pixels.alpha.is_some();
    let (shown, cut) = match flat {
        true => (pixels.clone().on_white(), Some(Arc::new(pixels))),
        false => (pixels, None),
    };
    let image = krilla::image::Image::from_custom(Raster(Arc::new(shown)), false);
    image.map(|image| Made { image, cut }).map_err(|_| fault())
}

/// The opaque pixels as one path, a rectangle for each run of a row, at the size of the
/// picture. None if no pixel is opaque.
fn outline(pixels: &Pixels, rect: Rect) -> Option<Path> {
    let alpha = pixels.alpha.as_ref()?;
    let step_x = points(rect.width) / pixels.width as f32;
    let step_y = points(rect.height) / pixels.height as f32;
    let mut path = PathBuilder::new();
    for (y, row) in alpha.chunks_exact(pixels.width as usize).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| (*a >= OPAQUE) == (*b >= OPAQUE)) {
            let (left, right) = (x as f32 * step_x, (x + run.len()) as f32 * step_x);
            let (top, bottom) = (y as f32 * step_y, (y + 1) as f32 * step_y);
            x += run.len();
            if run[0] >= OPAQUE {
                path.move_to(left, top);
                path.line_to(right, top);
                path.line_to(right, bottom);
                path.line_to(left, bottom);
                path.close();
            }
        }
    }
    path.finish()
}

/// Pixels as krilla takes them.
#[derive(Clone)]
struct Raster(Arc<Pixels>);

impl Hash for Raster {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl CustomImage for Raster {
    fn color_channel(&self) -> &[u8] {
        &self.0.color
    }

    fn alpha_channel(&self) -> Option<&[u8]> {
        self.0.alpha.as_deref()
    }

    fn bits_per_component(&self) -> BitsPerComponent {
        BitsPerComponent::Eight
    }

    fn size(&self) -> (u32, u32) {
        (self.0.width, self.0.height)
    }

    fn icc_profile(&self) -> Option<&[u8]> {
        None
    }

    fn color_space(&self) -> ImageColorspace {
        if self.0.grey { ImageColorspace::Luma } else { ImageColorspace::Rgb }
    }
}
