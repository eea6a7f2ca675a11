//! PNG: any depth, palette or interlacing becomes eight bits a channel.

use std::io::Cursor;

use docgen_model::{Image, ImageKind};
use png::{ColorType, Decoder, DecodingError, Encoder, Limits, Transformations, Unit};

use crate::{Fault, Pixels, check_size, image};

/// Memory that the decoder may take for a picture within the limits.
const MEMORY: usize = 512 << 20;

/// Reads a PNG; its file stays as it is.
pub(crate) fn read(bytes: Vec<u8>) -> Result<Image, Fault> {
    let (pixels, dpi) = decode(&bytes)?;
    let alpha = pixels.alpha.is_some();
    Ok(image(bytes, ImageKind::Png, (pixels.width, pixels.height), dpi, alpha))
}

/// Its pixels and its resolution.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Pixels, Option<u32>), Fault> {
    let mut decoder =
        Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(damaged)?;
    check_size(header.width, header.height)?;
    let mut reader = decoder.read_info().map_err(damaged)?;
    if reader.info().is_animated() {
        return Err(Fault::Animated);
    }
    let dpi = reader.info().pixel_dims.filter(|dims| dims.unit == Unit::Meter);
    let dpi = dpi.and_then(|dims| dots_per_inch(dims.xppu));
    let size = reader.output_buffer_size().ok_or(Fault::SvgTooLarge)?;
    let mut buffer = vec![0; size];
    let frame = reader.next_frame(&mut buffer).map_err(damaged)?;
    reader.finish().map_err(damaged)?;
    let (color, alpha) = match frame.color_type {
        ColorType::Grayscale | ColorType::Rgb => (buffer, None),
        ColorType::GrayscaleAlpha => part::<2>(&buffer),
        ColorType::Rgba => part::<4>(&buffer),
        ColorType::Indexed => return Err(Fault::Damaged("palette".to_owned())),
    };
    let grey =
        matches!(frame.color_type, ColorType::Grayscale | ColorType::GrayscaleAlpha);
    Ok((Pixels { width: frame.width, height: frame.height, color, grey, alpha }, dpi))
}

/// Colour and alpha of pixels of `N` channels; no alpha if all of it is opaque.
fn part<const N: usize>(buffer: &[u8]) -> (Vec<u8>, Option<Vec<u8>>) {
    let (mut color, mut alpha) = (vec![], vec![]);
    for pixel in buffer.chunks_exact(N) {
        color.extend_from_slice(&pixel[..N - 1]);
        alpha.push(pixel[N - 1]);
    }
    let opaque = alpha.iter().all(|&alpha| alpha == u8::MAX);
    (color, (!opaque).then_some(alpha))
}

/// Pixels an inch from pixels a metre.
fn dots_per_inch(per_metre: u32) -> Option<u32> {
    let dpi = (u64::from(per_metre) * 254 + 5_000) / 10_000;
    u32::try_from(dpi).ok().filter(|&dpi| dpi > 0)
}

/// A PNG of pixels with alpha, as `svg` draws them.
pub(crate) fn encode(rgba: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Fault> {
    let (color, alpha) = part::<4>(rgba);
    let (kind, data) = match alpha {
        Some(_) => (ColorType::Rgba, rgba),
        None => (ColorType::Rgb, color.as_slice()),
    };
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(kind);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(unwritable)?;
    writer.write_image_data(data).map_err(unwritable)?;
    writer.finish().map_err(unwritable)?;
    Ok(bytes)
}

fn damaged(error: DecodingError) -> Fault {
    Fault::Damaged(error.to_string())
}

fn unwritable(error: png::EncodingError) -> Fault {
    Fault::Svg(error.to_string())
}
