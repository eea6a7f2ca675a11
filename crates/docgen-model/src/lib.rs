//! The vocabulary that every other crate speaks.
//!
//! A [`Document`] is what the author said, resolved and checked, with the place of every
//! text in the source. [`Decisions`] are what layout chose and a DOCX must repeat.
//! [`Diagnostic`]s say what is wrong and what to do. Nothing here reads a file, a clock or
//! the environment, and nothing knows a number of the standard.

mod clause;
mod code;
mod decisions;
mod diagnostic;
mod document;
mod font;
mod front;
mod image;
mod length;
mod lint;
mod meeting;
mod metadata;
mod nearest;
mod output;
mod setting;
mod span;
mod table;
mod text;

pub use clause::Clause;
pub use code::Code;
pub use decisions::{
    CellPlan, Decisions, FigurePlan, FootPlan, HeadPlan, Indents, MongolianPlan,
    ParaPlan, PartedRow, RecordPage, RecordPlan, RulePlan, SealPlan, Side, StackPlan,
    Stop, TablePlan,
};
pub use diagnostic::{Bilingual, Diagnostic, Fix, Lang, Severity};
pub use document::{
    Attachment, Attendance, Block, BlockKind, Date, Direction, Document, Enclosed,
    Format, Head, Kind, Level, Paragraph, Record, Seal, Signature, Stage, Title,
};
pub use font::{
    Color, FontRole, LatinFaces, Palette, extends, is_latin, is_private, is_rare,
    selects_variant,
};
pub use front::{Contents, Cover};
pub use image::{Extent, Figure, Image, ImageKind, SealImage};
pub use length::{Abs, Abs32, Point, Rect};
pub use lint::{Ruling, Verdict};
pub use meeting::{Delivery, Hearers, Meeting};
pub use metadata::{Property, PropertyName, properties};
pub use nearest::{is_slip, nearest};
pub use output::{Archive, Print};
pub use setting::{Setting, SettingKind};
pub use span::{Span, Spanned};
pub use table::{CellAlign, Column, Table, TableCell, Width};
pub use text::Text;
