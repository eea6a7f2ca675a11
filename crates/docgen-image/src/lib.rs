//! Bytes to a picture that every output can take, or the reason why not.
//!
//! 1. [`read`] tells the kind by the first bytes, never by the name of the file.
//! 2. The size is read from the header and held against the limits below, before a single
//!    pixel is decoded.
//! 3. The whole picture is decoded once, so that a file cut short is found here and not by
//!    a reader of the document.
//! 4. What an output could take in two ways becomes one: a photograph that its camera marks
//!    as turned is turned ([`jpeg`]), a drawing becomes pixels ([`svg`]).
//!
//! Nothing here opens a file or follows a link: a drawing that points elsewhere is refused.

mod exif;
mod fault;
mod jpeg;
mod pixels;
mod png;
mod svg;
#[cfg(test)]
mod tests;
mod work;

use docgen_model::{Image, ImageKind};

pub use fault::Fault;
pub use pixels::{Pixels, pixels};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 << 20;

/// The longest side, in pixels.
pub const MAX_SIDE: u32 = 16_384;

/// The most pixels of one picture: those of a large camera.
pub const MAX_PIXELS: u64 = 50_000_000;

/// The largest drawing, in bytes of XML.
pub const MAX_SVG_BYTES: usize = 4 << 20;

/// The most elements of a drawing, with each `use` counted as what it repeats.
pub const MAX_SVG_ELEMENTS: u64 = 100_000;

/// The deepest that elements of a drawing stand in each other.
pub const MAX_SVG_DEPTH: u32 = 64;

/// A picture, and whether it had to be turned upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The picture.
    pub image: Image,
    /// Whether its camera had marked it as turned.
    pub turned: bool,
}

/// Reads a PNG, JPEG or SVG.
///
/// # Errors
/// Why the bytes are no sound picture of these kinds.
pub fn read(bytes: Vec<u8>) -> Result<Reading, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooManyBytes { limit: MAX_BYTES });
    }
    match bytes.as_slice() {
        [] => Err(Fault::Empty),
        [0x89, b'P', b'N', b'G', ..] => png::read(bytes).map(upright),
        [0xFF, 0xD8, ..] => jpeg::read(bytes),
        _ if svg::is_svg(&bytes) => svg::read(&bytes).map(upright),
        _ => Err(Fault::Unknown),
    }
}

fn upright(image: Image) -> Reading {
    Reading { image, turned: false }
}

/// Whether a picture of this size is small enough.
pub(crate) fn check_size(width: u32, height: u32) -> Result<(), Fault> {
    let pixels = u64::from(width) * u64::from(height);
    let fits = width <= MAX_SIDE && height <= MAX_SIDE && pixels <= MAX_PIXELS;
    match fits && pixels > 0 {
        true => Ok(()),
        false => Err(Fault::TooManyPixels { width, height }),
    }
}

/// A picture of bytes that have been decoded once.
pub(crate) fn image(
    bytes: Vec<u8>,
    kind: ImageKind,
    (width, height): (u32, u32),
    dpi: Option<u32>,
    alpha: bool,
) -> Image {
    Image { bytes: bytes.into(), kind, width, height, dpi, alpha }
}
