//! Pictures: bytes that every output can take, and what a document says of them.

use std::sync::Arc;

use crate::{Abs, Span, Text};

/// A picture that has been read and found whole; a copy shares the bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    /// The file, upright and complete.
    pub bytes: Arc<[u8]>,
    /// How it is written.
    pub kind: ImageKind,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Pixels an inch, if the file says so.
    pub dpi: Option<u32>,
    /// Whether something shows through it.
    pub alpha: bool,
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageKind {
    /// PNG.
    Png,
    /// JPEG, in grey or RGB.
    Jpeg,
}

impl Image {
    /// Width and height of the largest copy whose sides are no longer than `most`.
    pub fn within(&self, most: Abs) -> (Abs, Abs) {
        let (width, height) = (i64::from(self.width), i64::from(self.height));
        let longer = width.max(height);
        (most.scale(width, longer), most.scale(height, longer))
    }
}

impl ImageKind {
    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { bytes, kind, width, height, .. } = self;
        write!(f, "{kind:?} {width} × {height} ({} bytes)", bytes.len())
    }
}

/// A length as an author gives it; 字 and 行 are those of the page that it comes to stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Millimetres, or points.
    Length(Abs),
    /// 字, in tenths.
    Chars(i64),
    /// 行, in tenths.
    Rows(i64),
}

impl Extent {
    /// Whether it is none.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Length(length) => length == Abs::ZERO,
            Self::Chars(tenths) | Self::Rows(tenths) => tenths == 0,
        }
    }
}

/// 图片, in the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is shown.
    pub image: Image,
    /// 图题, below it.
    pub caption: Option<Text>,
    /// What it shows, in words: 替代文字, or else its 图题.
    pub alt: Text,
    /// 宽; none means by its pixels.
    pub width: Option<Extent>,
    /// Where the author named its file.
    pub span: Span,
}

/// The picture of a seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealImage {
    /// What is shown, clear around and between its lines.
    pub image: Image,
    /// 直径; none means that of the profile.
    pub diameter: Option<Extent>,
    /// Where the author named its file.
    pub span: Span,
}
