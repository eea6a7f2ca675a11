//! JPEG: grey and RGB, baseline and progressive. A photograph that its camera marks as
//! turned is turned and written anew, since not every reader of a document heeds the mark.

use docgen_model::ImageKind;
use jpeg_encoder::{ColorType, Encoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::exif::{Turn, turn};
use crate::{Fault, Pixels, Reading, check_size, image};

/// The quality of a photograph that is written anew, of 100: no loss that is seen.
const QUALITY: u8 = 92;

/// Reads a JPEG.
pub(crate) fn read(bytes: Vec<u8>) -> Result<Reading, Fault> {
    let (pixels, header) = decode(&bytes)?;
    let size = |pixels: &Pixels| (pixels.width, pixels.height);
    let kind = ImageKind::Jpeg;
    if header.turn == Turn::default() {
        let image = image(bytes, kind, size(&pixels), header.dpi, false);
        return Ok(Reading { image, turned: false });
    }
    let pixels = turned(&pixels, header.turn);
    let image = image(encode(&pixels)?, kind, size(&pixels), header.dpi, false);
    Ok(Reading { image, turned: true })
}

/// What the header of a JPEG says besides its size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Header {
    dpi: Option<u32>,
    turn: Turn,
}

/// Its pixels, as they are stored.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Pixels, Header), Fault> {
    let damaged = |error: &dyn std::fmt::Display| Fault::Damaged(error.to_string());
    // Without machine instructions of one processor: the same pixels everywhere.
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| damaged(&error))?;
    let Some(info) = decoder.info() else { return Err(Fault::Unknown) };
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_size(width, height)?;
    let grey = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => true,
        Some(ColorSpace::YCbCr | ColorSpace::RGB) => false,
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(Fault::Cmyk),
        Some(_) | None => return Err(Fault::Unknown),
    };
    let out = if grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(options.jpeg_set_out_colorspace(out));
    let color = decoder.decode().map_err(|error| damaged(&error))?;
    if !is_whole(bytes) {
        return Err(Fault::Damaged("no end of image".to_owned()));
    }
    let turn = decoder.exif().map(|exif| turn(exif)).unwrap_or_default();
    let dpi = density(info.pixel_density, info.x_density);
    Ok((Pixels { width, height, color, grey, alpha: None }, Header { dpi, turn }))
}

/// Whether the segments lead to the mark of the end: a decoder makes up what is missing.
fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xFF, marker, ref rest @ ..]) = bytes.get(at..) {
        at += match (marker, rest) {
            (0xD9, _) => return true,
            // A byte of filling.
            (0xFF, _) => 1,
            (0x01 | 0xD0..=0xD7, _) => 2,
            (_, &[high, low, ..]) => 2 + usize::from(u16::from_be_bytes([high, low])),
            (_, _) => return false,
        };
        if marker == 0xDA {
            at += scan(bytes.get(at..).unwrap_or_default());
        }
    }
    false
}

/// The length of the coded data of a scan, up to the next segment.
fn scan(data: &[u8]) -> usize {
    let ends = |two: &[u8]| two[0] == 0xFF && !matches!(two[1], 0 | 0xD0..=0xD7 | 0xFF);
    data.windows(2).position(ends).unwrap_or(data.len())
}

/// Pixels an inch, from JFIF's unit (1 an inch, 2 a centimetre) and number.
fn density(unit: u8, number: u16) -> Option<u32> {
    let number = u32::from(number);
    let dpi = match unit {
        1 => number,
        2 => (number * 254 + 50) / 100,
        _ => 0,
    };
    // A single dot an inch is what programs write that know none.
    (dpi > 1).then_some(dpi)
}

/// The pixels upright.
fn turned(pixels: &Pixels, turn: Turn) -> Pixels {
    let (width, height) = match turn.transposed {
        true => (pixels.height, pixels.width),
        false => (pixels.width, pixels.height),
    };
    let channels = pixels.channels();
    let mut color = Vec::with_capacity(pixels.color.len());
    for y in 0..height {
        for x in 0..width {
            let from_x = if turn.mirrored { width - 1 - x } else { x };
            let from_y = if turn.flipped { height - 1 - y } else { y };
            let (column, row) =
                if turn.transposed { (from_y, from_x) } else { (from_x, from_y) };
            let at = (row as usize * pixels.width as usize + column as usize) * channels;
            color.extend(pixels.color.get(at..at + channels).unwrap_or_default());
        }
    }
    Pixels { width, height, color, grey: pixels.grey, alpha: None }
}

fn encode(pixels: &Pixels) -> Result<Vec<u8>, Fault> {
    let side = |length| {
        let (width, height) = (pixels.width, pixels.height);
        u16::try_from(length).map_err(|_| Fault::TooManyPixels { width, height })
    };
    let (width, height) = (side(pixels.width)?, side(pixels.height)?);
    let kind = if pixels.grey { ColorType::Luma } else { ColorType::Rgb };
    let mut bytes = vec![];
    Encoder::new(&mut bytes, QUALITY)
        .encode(&pixels.color, width, height, kind)
        .map_err(|error| Fault::Damaged(error.to_string()))?;
    Ok(bytes)
}
