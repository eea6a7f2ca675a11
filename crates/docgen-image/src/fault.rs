//! Why bytes are no sound picture.

use docgen_model::Bilingual;

use crate::{MAX_PIXELS, MAX_SIDE, MAX_SVG_DEPTH, MAX_SVG_ELEMENTS};

/// Why bytes are no sound picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No bytes at all.
    Empty,
    /// Neither PNG, JPEG nor SVG.
    Unknown,
    /// More bytes than are read.
    TooManyBytes {
        /// How many are.
        limit: usize,
    },
    /// Declared larger than is decoded, or without any pixels.
    TooManyPixels {
        /// Declared width.
        width: u32,
        /// Declared height.
        height: u32,
    },
    /// Cut short or damaged; the decoder's reason.
    Damaged(String),
    /// A JPEG in the colours of a press.
    Cmyk,
    /// Several pictures in one.
    Animated,
    /// An SVG with something that is not drawn; its name.
    SvgElement(String),
    /// An SVG that points to another file; where.
    SvgReference(String),
    /// An SVG with a DOCTYPE, which may define entities.
    SvgDoctype,
    /// An SVG of too many elements, or too deeply nested ones.
    SvgTooLarge,
    /// An SVG that cannot be drawn; the reason.
    Svg(String),
}

impl Fault {
    /// What is wrong.
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Empty => ("是空的".into(), "is empty".into()),
            Self::Unknown => (
                "不是 PNG、JPEG 或 SVG 图片".into(),
                "is neither PNG, JPEG nor SVG".into(),
            ),
            Self::TooManyBytes { limit } => {
                let limit = limit >> 20;
                (format!("超过 {limit} MB"), format!("has more than {limit} MB"))
            }
            Self::TooManyPixels { width: 0, .. }
            | Self::TooManyPixels { height: 0, .. } => {
                ("没有像素".into(), "has no pixels".into())
            }
            Self::TooManyPixels { width, height } => (
                format!("像素太多：{width} × {height}"),
                format!("has too many pixels: {width} × {height}"),
            ),
            Self::Damaged(why) => (
                format!("不完整或已损坏（{why}）"),
                format!("is incomplete or damaged ({why})"),
            ),
            Self::Cmyk => ("是 CMYK 颜色的 JPEG".into(), "is a JPEG in CMYK".into()),
            Self::Animated => ("是动画".into(), "is animated".into()),
            Self::SvgElement(name) => (
                format!("含有不能绘制的“{name}”"),
                format!("has a “{name}”, which is not drawn"),
            ),
            Self::SvgReference(to) => (
                format!("引用了外部内容“{to}”"),
                format!("points to something outside itself: “{to}”"),
            ),
            Self::SvgDoctype => ("带有 DOCTYPE 声明".into(), "has a DOCTYPE".into()),
            Self::SvgTooLarge => (
                "过于复杂或嵌套太深".into(),
                "is too complex or too deeply nested".into(),
            ),
            Self::Svg(why) => {
                (format!("画不出来（{why}）"), format!("cannot be drawn ({why})"))
            }
        };
        Bilingual::new(zh, en)
    }

    /// What to do about it.
    pub fn hint(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Empty | Self::Damaged(_) => (
                "重新导出或复制这张图片".into(),
                "export or copy the picture again".into(),
            ),
            Self::Unknown | Self::Animated => {
                ("另存为 PNG 或 JPEG".into(), "save it as PNG or JPEG".into())
            }
            Self::TooManyBytes { .. } | Self::TooManyPixels { .. } => (
                format!("缩小图片：边长不超过 {MAX_SIDE}，总数不超过 {MAX_PIXELS} 像素"),
                format!(
                    "make it smaller: sides up to {MAX_SIDE}, {MAX_PIXELS} pixels in all"
                ),
            ),
            Self::Cmyk => ("另存为 RGB 颜色".into(), "save it in RGB".into()),
            Self::SvgElement(name) if name == "text" => (
                "在绘图软件里把文字转为路径，或另存为 PNG".into(),
                "turn text into paths in the drawing program, or save it as PNG".into(),
            ),
            Self::SvgElement(_) | Self::SvgReference(_) | Self::Svg(_) => (
                "改为只有图形的 SVG，或另存为 PNG".into(),
                "keep to shapes, or save it as PNG".into(),
            ),
            Self::SvgDoctype => ("删去 DOCTYPE 声明".into(), "delete the DOCTYPE".into()),
            Self::SvgTooLarge => (
                format!("另存为 PNG；最多 {MAX_SVG_ELEMENTS} 个图形、{MAX_SVG_DEPTH} 层"),
                format!(
                    "save it as PNG; at most {MAX_SVG_ELEMENTS} shapes, {MAX_SVG_DEPTH} deep"
                ),
            ),
        };
        Bilingual::new(zh, en)
    }
}
