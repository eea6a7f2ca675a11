//! Sound pictures of every kind that cameras and programs write, and hostile ones.

use docgen_model::ImageKind;
use png::{BitDepth, ColorType, Encoder};

use crate::{Fault, Reading, pixels, read};

/// A PNG of `width` × 3 pixels from raw rows.
fn png_of(width: u32, color: ColorType, depth: BitDepth, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, width, 3);
    encoder.set_color(color);
    encoder.set_depth(depth);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: 11_811,
        yppu: 11_811,
        unit: png::Unit::Meter,
    }));
    encoder.write_header().unwrap().write_image_data(data).unwrap();
    bytes
}

/// A grey JPEG of 16 × 8, dark in its left half, with Exif of this orientation.
fn jpeg(orientation: u8) -> Vec<u8> {
    let rows = (0..8).flat_map(|_| [[0; 8], [255; 8]].concat());
    let grey: Vec<u8> = rows.collect();
    let mut bytes = vec![];
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    let tiff = [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", &[orientation][..]];
    let exif = [&tiff.concat()[..], &[0; 6]].concat();
    encoder.add_exif_metadata(&exif).unwrap();
    encoder.encode(&grey, 16, 8, jpeg_encoder::ColorType::Luma).unwrap();
    bytes
}

/// A JPEG that comes in several scans.
fn progressive() -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.set_progressive(true);
    let pixels: Vec<u8> = (0..=255).cycle().take(24 * 24 * 3).collect();
    encoder.encode(&pixels, 24, 24, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

fn svg(inner: &str) -> Vec<u8> {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="96" height="48">{inner}</svg>"#
    )
    .into_bytes()
}

#[test]
fn every_png_is_read_to_eight_bits() {
    let rows: Vec<u8> = (0..=255).cycle().take(4 * 3 * 8).collect();
    for (color, depth, length) in [
        (ColorType::Grayscale, BitDepth::One, 3),
        (ColorType::Grayscale, BitDepth::Sixteen, 24),
        (ColorType::Rgb, BitDepth::Sixteen, 72),
        (ColorType::Rgba, BitDepth::Eight, 48),
        (ColorType::GrayscaleAlpha, BitDepth::Eight, 24),
    ] {
        let bytes = png_of(4, color, depth, &rows[..length]);
        let Reading { image, turned } = read(bytes.clone()).unwrap();
        assert_eq!((image.width, image.height, image.dpi), (4, 3, Some(300)));
        assert_eq!((image.kind, &image.bytes[..]), (ImageKind::Png, &bytes[..]));
        let found = pixels(&image).unwrap();
        assert_eq!(found.color.len(), 12 * found.channels(), "{color:?} {depth:?}");
        let clear = matches!(color, ColorType::Rgba | ColorType::GrayscaleAlpha);
        assert_eq!((image.alpha, found.alpha.is_some(), turned), (clear, clear, false));
    }
}

#[test]
fn opaque_alpha_is_none_and_clear_pixels_are_white_on_white() {
    let opaque = [9, 9, 9, 255].repeat(12);
    let opaque = png_of(4, ColorType::Rgba, BitDepth::Eight, &opaque);
    assert!(!read(opaque).unwrap().image.alpha);
    let clear = png_of(4, ColorType::Rgba, BitDepth::Eight, &[9, 9, 9, 0].repeat(12));
    let clear = pixels(&read(clear).unwrap().image).unwrap().on_white();
    assert_eq!((clear.color, clear.alpha), (vec![255; 36], None));
}

#[test]
fn ink_is_red_or_not() {
    let of = |pixel: [u8; 4]| {
        let bytes = png_of(4, ColorType::Rgba, BitDepth::Eight, &pixel.repeat(12));
        pixels(&read(bytes).unwrap().image).unwrap().is_red()
    };
    assert!(of([220, 20, 30, 200]));
    assert!(!of([20, 20, 220, 200]));
    assert!(!of([220, 20, 30, 10]));
}

#[test]
fn a_declared_size_is_refused_from_the_header() {
    let mut bytes = png_of(4, ColorType::Rgb, BitDepth::Eight, &[0; 36]);
    bytes[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    // The checksum of the header, of which the decoder would else complain first.
    let mut sum = crc32(&bytes[12..29]).to_be_bytes().to_vec();
    bytes.splice(29..33, sum.drain(..));
    let fault = read(bytes).unwrap_err();
    assert_eq!(fault, Fault::TooManyPixels { width: 60_000, height: 60_000 });
}

/// CRC-32 as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1));
    let crc = |crc, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), step);
    !bytes.iter().fold(u32::MAX, crc)
}

#[test]
fn what_is_cut_short_is_refused_with_its_reason() {
    let png = png_of(4, ColorType::Rgb, BitDepth::Eight, &[7; 36]);
    for bytes in [png, jpeg(1), progressive()] {
        assert!(read(bytes.clone()).is_ok());
        for end in 12..bytes.len() - 1 {
            let fault = read(bytes[..end].to_vec()).unwrap_err();
            let told = matches!(&fault, Fault::Damaged(why) if !why.is_empty());
            assert!(told, "{fault:?} at {end} of {}", bytes.len());
        }
    }
    assert_eq!(read(vec![]), Err(Fault::Empty));
    assert_eq!(read("表格，不是图片".into()), Err(Fault::Unknown));
    assert_eq!(read(b"GIF89a".to_vec()), Err(Fault::Unknown));
}

#[test]
fn a_photograph_is_turned_upright() {
    let plain = read(jpeg(1)).unwrap();
    assert_eq!((plain.image.width, plain.image.height, plain.turned), (16, 8, false));
    // Dark at the left: at the top after a quarter turn to the right, at the right after
    // a half turn, below after a quarter turn to the left.
    let dark = |orientation, x: usize, y: usize| {
        let Reading { image, turned } = read(jpeg(orientation)).unwrap();
        let found = pixels(&image).unwrap();
        (turned, found.width, found.color[y * found.width as usize + x] < 50)
    };
    assert_eq!(dark(3, 15, 0), (true, 16, true));
    assert_eq!(dark(3, 0, 0), (true, 16, false));
    assert_eq!(dark(6, 0, 0), (true, 8, true));
    assert_eq!(dark(6, 0, 15), (true, 8, false));
    assert_eq!(dark(8, 0, 15), (true, 8, true));
    assert_eq!(dark(2, 15, 7), (true, 16, true));
}

#[test]
fn cmyk_is_refused() {
    let mut bytes = vec![];
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&[0; 256], 8, 8, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_eq!(read(bytes), Err(Fault::Cmyk));
}

#[test]
fn a_drawing_becomes_pixels_of_its_own_size() {
    let bytes = svg(r#"<rect width="48" height="48" fill="red"/>"#);
    let image = read(bytes.clone()).unwrap().image;
    assert_eq!((image.width, image.height, image.dpi), (1_843, 922, Some(1_843)));
    assert!(image.alpha);
    let found = pixels(&image).unwrap();
    assert_eq!(found.color[..3], [255, 0, 0]);
    assert_eq!(read(bytes).unwrap().image, image);
}

#[test]
fn a_drawing_that_is_more_than_shapes_is_refused() {
    let refused = |inner: &str| read(svg(inner)).unwrap_err();
    let element = |name: &str| Fault::SvgElement(name.to_owned());
    assert_eq!(refused("<text>一季度</text>"), element("text"));
    assert_eq!(refused(r#"<image href="file:///etc/passwd"/>"#), element("image"));
    assert_eq!(refused("<script>1</script>"), element("script"));
    assert_eq!(refused("<filter/>"), element("filter"));
    let outside = |to: &str| Fault::SvgReference(to.to_owned());
    assert_eq!(
        refused(r#"<use xlink:href="https://x.cn/a.svg#b"/>"#),
        outside("https://x.cn/a.svg#b")
    );
    assert_eq!(refused(r#"<g fill="url(b.svg#x)"/>"#), outside("b.svg#x)"));
    assert_eq!(refused("<style>@import 'a.css';</style>"), outside("@import"));
    let entity =
        br#"<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>"#;
    assert_eq!(read(entity.to_vec()), Err(Fault::SvgDoctype));
    assert!(matches!(read(b"<svg".to_vec()), Err(Fault::Svg(_))));
}

#[test]
fn repeated_shapes_are_counted_before_they_are_drawn() {
    let level = |n: usize| {
        let inner = format!(r##"<use href="#a{n}"/>"##).repeat(10);
        format!(r#"<g id="a{}">{inner}</g>"#, n + 1)
    };
    let laughs: String = (0..9).map(level).collect();
    let bytes = svg(&format!(r#"<rect id="a0" width="1" height="1"/>{laughs}"#));
    assert_eq!(read(bytes), Err(Fault::SvgTooLarge));
    let deep = svg(&format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000)));
    assert!(matches!(read(deep), Err(Fault::SvgTooLarge | Fault::Svg(_))));
    let itself = svg(r##"<g id="a"><use href="#a"/></g>"##);
    assert!(!matches!(read(itself), Err(Fault::SvgTooLarge)));
}

/// Each rule is held against each element, whether or not it links to anything.
#[test]
fn style_sheets_take_bounded_time() {
    let sheet = |rules: usize| format!("<style>{}</style>", "a{b:c}".repeat(rules));
    let shapes = |count: usize| r#"<path d="M0 0h9v9z"/>"#.repeat(count);
    let drawing = |rules, count| read(svg(&(sheet(rules) + &shapes(count))));
    assert_eq!(drawing(20_000, 20_000), Err(Fault::SvgTooLarge));
    assert!(drawing(200, 200).is_ok());
}

#[test]
fn a_chain_of_links_is_as_deep_as_it_is_drawn() {
    let chained = |link: fn(usize) -> String, style: &str| {
        let links: String = (1..=300).map(link).collect();
        svg(&format!(r#"{style}<g id="a0"><path d="M0 0h9v9z"/></g>{links}"#))
    };
    let uses =
        chained(|n| format!(r##"<g id="a{n}"><use href="#a{}"/></g>"##, n - 1), "");
    assert_eq!(read(uses), Err(Fault::SvgTooLarge));
    let rules: String =
        (1..=300).map(|n| format!("/* }} */ .k{n} {{mask:url(#a{})}}", n - 1)).collect();
    let masks = chained(
        |n| {
            format!(r#"<mask id="a{n}"><rect class="k{n}" width="9" height="9"/></mask>"#)
        },
        &format!("<style>{rules}</style>"),
    );
    assert_eq!(read(masks), Err(Fault::SvgTooLarge));
    let short = svg(
        r##"<style>.a{fill:url(#g)}</style><linearGradient id="g"><stop offset="0"/></linearGradient><rect class="a" width="9" height="9"/>"##,
    );
    assert!(read(short).is_ok());
}
