//! Pictures: 图片 of a body, and those of seals. Each file is read once and found sound here.

use std::collections::BTreeMap;

use docgen_image::{pixels, read};
use docgen_model::{
    Code, Diagnostic, Figure, Image, Seal, SealImage, Span, Spanned, Text,
};

use super::Context;
use super::fields::{Fields, Value};
use super::files::{bad_file, in_file};
use super::shape::{extent, small};
use crate::MAX_PICTURE_BYTES;
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::{FIGURE, SEAL};
use crate::yaml::{Entry, NodeKind};

/// The pictures read so far, by their names; none is one that was told as wrong.
#[derive(Debug, Default)]
pub(super) struct Read {
    by_name: BTreeMap<String, Option<Image>>,
    bytes: usize,
}

/// Reads 图片.
pub(super) fn figure(value: Value, cx: &mut Context<'_>) -> Option<Figure> {
    let NodeKind::Map(entries) = value.node.kind else { return None };
    let mut fields = Fields::open(entries, &FIGURE, value.key, cx);
    let image = picture(&mut fields, "file", cx);
    let caption = fields.text("caption", Blanks::Wide, cx);
    let alt = fields.text("alt", Blanks::Drop, cx).or_else(|| caption.clone());
    let width = fields.take("width", cx);
    let width = width.and_then(|width| extent(&width.node.written()));
    if alt.is_none() && !fields.is_muted("alt", cx) && !fields.is_muted("caption", cx) {
        cx.push(no_alt(value.key));
    }
    let (image, alt) = (image?, alt?);
    Some(Figure { span: image.span, image: image.value, caption, alt, width })
}

/// Reads the pictures of seals, a map or a list of maps, and how they are affixed.
pub(super) fn seals(value: Value, cx: &mut Context<'_>) -> (Seal, Vec<SealImage>) {
    let (mut kinds, mut seals) = (vec![], vec![]);
    for item in value.node.into_items() {
        if let NodeKind::Map(entries) = item.kind {
            let (kind, seal) = seal(entries, value.key, cx);
            kinds.push(kind);
            seals.extend(seal);
        }
    }
    let kind = kinds.first().copied().unwrap_or(Seal::Stamped);
    if kinds.iter().any(|&other| other != kind) {
        let message =
            both("印章的种类要一致", "the seals of a document are all of one kind");
        cx.push(Diagnostic::error(Code::SealPicture, value.key, message).hint(both(
            "都写“加盖”，或都写“签名章”",
            "write “stamped” for all of them, or “signed”",
        )));
    }
    (kind, seals)
}

fn seal(
    entries: Vec<Entry>,
    owner: Span,
    cx: &mut Context<'_>,
) -> (Seal, Option<SealImage>) {
    let owner = entries.first().map_or(owner, |entry| entry.key.span);
    let mut fields = Fields::open(entries, &SEAL, owner, cx);
    let kind = match fields.word("kind", cx) {
        Some(Spanned { value: "signed", .. }) => Seal::Signed,
        Some(_) | None => Seal::Stamped,
    };
    let diameter = fields.take("diameter", cx);
    let diameter = diameter.and_then(|value| {
        let length = small(&value.node.written())?;
        if length.is_zero() {
            cx.push(no_diameter(value.node.span));
        }
        Some(length)
    });
    let image = picture(&mut fields, "image", cx);
    if let Some(image) = &image {
        check_seal(image, cx);
    }
    let seal =
        image.map(|image| SealImage { image: image.value, diameter, span: image.span });
    (kind, seal)
}

/// The picture whose file a field names.
fn picture(
    fields: &mut Fields,
    name: &str,
    cx: &mut Context<'_>,
) -> Option<Spanned<Image>> {
    let value = fields.take(name, cx)?;
    let (name, span) = (value.node.written(), value.node.span);
    let image = match cx.pictures.by_name.get(&name) {
        Some(known) => known.clone(),
        None => {
            let image = load(&name, span, cx);
            cx.pictures.by_name.insert(name, image.clone());
            image
        }
    };
    image.map(|image| Spanned::new(image, span))
}

fn load(name: &str, span: Span, cx: &mut Context<'_>) -> Option<Image> {
    let bytes = (cx.files)(name).map_err(|error| cx.push(bad_file(name, span, error)));
    let bytes = bytes.ok()?;
    cx.pictures.bytes = cx.pictures.bytes.saturating_add(bytes.len());
    if cx.pictures.bytes > MAX_PICTURE_BYTES {
        cx.push(too_many(span));
        return None;
    }
    match read(bytes) {
        Ok(reading) => {
            if reading.turned {
                cx.push(in_file(turned(span), name, span));
            }
            Some(reading.image)
        }
        Err(fault) => {
            let found = Diagnostic::error(Code::BadPicture, span, fault.message());
            cx.push(in_file(found.hint(fault.hint()), name, span));
            None
        }
    }
}

/// A seal lies over name and date, which must show through it; and it is red (7.3.5.1).
fn check_seal(image: &Spanned<Image>, cx: &mut Context<'_>) {
    if !image.value.alpha {
        let message = both(
            "印章图片的底色不透明，会盖住署名和日期",
            "the picture of the seal would hide name and date: its ground is not clear",
        );
        cx.push(
            Diagnostic::error(Code::SealPicture, image.span, message)
                .hint(both(
                    "用底色透明的 PNG 或 SVG",
                    "take a PNG or SVG with a clear ground",
                ))
                .clause([7, 3, 5, 1]),
        );
    } else if pixels(&image.value).is_some_and(|pixels| !pixels.is_red()) {
        let message = both("印章图片不是红色", "the picture of the seal is not red");
        cx.push(
            Diagnostic::warning(Code::SealPicture, image.span, message)
                .hint(both("印章用红色", "a seal is red"))
                .clause([7, 3, 5, 1]),
        );
    }
}

fn turned(span: Span) -> Diagnostic {
    let message = both("已按相机的方向标记转正", "turned upright as its camera says");
    Diagnostic::note(Code::PictureTurned, span, message)
}

fn too_many(span: Span) -> Diagnostic {
    let limit = MAX_PICTURE_BYTES >> 20;
    let message = both(
        format!("图片合计超过 {limit} MB"),
        format!("the pictures have more than {limit} MB in all"),
    );
    Diagnostic::error(Code::BadPicture, span, message)
        .hint(both("缩小图片，或减少图片", "take smaller pictures, or fewer"))
}

fn no_alt(key: Span) -> Diagnostic {
    let message = both(
        "图片既没有图题，也没有替代文字",
        "the figure has neither a caption nor an alternative text",
    );
    Diagnostic::error(Code::NoAltText, key, message).hint(both(
        "写上“图题”，或用“替代文字”说明图的内容",
        "write a caption, or say in “alt” what it shows",
    ))
}

fn no_diameter(span: Span) -> Diagnostic {
    let message = both("印章的直径不能是零", "the diameter of a seal cannot be zero");
    Diagnostic::error(Code::BadValue, span, message)
        .hint(both("例如 45mm", "such as 45mm"))
}

/// Whether there is one picture for each name; if not, none is used.
pub(super) fn check_count(
    seals: &mut Vec<SealImage>,
    names: &[Text],
    key: Span,
    cx: &mut Context<'_>,
) {
    let (given, wanted) = (seals.len(), names.len());
    if given == 0 || wanted == 0 || given == wanted {
        return;
    }
    let message = both(
        format!("印章图片有 {given} 个，盖章的有 {wanted} 个"),
        format!("{given} pictures of seals for {wanted} names"),
    );
    seals.clear();
    cx.push(
        Diagnostic::error(Code::SealPicture, key, message)
            .hint(both(
                "按署名的次序，一个机关写一个印章",
                "write one seal for each organ, in their order",
            ))
            .clause([7, 3, 5, 1]),
    );
}
