//! GB/T 9704-2012 as data with clauses.
//!
//! Every number of the standard stands in `data/` beside the clause that says it; this crate
//! reads it into typed values ([`Profile`]), derives the grid ([`Grid`]) and fills the
//! slots of a format with a document's content ([`Manuscript`]). A house style is a profile
//! that names only its deviations.

mod apart;
mod data;
mod faces;
mod flow;
mod grid;
mod length;
mod manuscript;
mod masters;
mod profile;
mod role;
pub mod seals;

pub use apart::{Apart, bound_apart};
pub use faces::{Run, runs};
pub use grid::{Grid, em_ascent, script_gap};
pub use length::Len;
pub use manuscript::{
    HeadText, Insert, Manuscript, Para, RecordLine, RecordNames, Signed, manuscript,
    row_role,
};
pub use masters::{LetterSpec, MinutesSpec, OrderSpec, RuleCentre};
pub use profile::{
    Align, AttachmentSpec, ContentsSpec, CoverSpec, Deviation, DocxSpec, EnclosedSpec,
    Faces, FieldSpec, FigureSpec, Force, HeadSpec, Key, MeetingSpec, NumberPosition,
    PageNumberSpec, PageSpec, ParaStyle, PrintSpec, Profile, ProfileError, RecordSpec,
    RuleEdge, SignatureSpec, TableSpec, TitleSpec, keys, settings_of_toml,
};
pub use role::{Role, RoleMap};

/// The titles of the clauses of GB/T 9704-2012, by number.
pub fn clauses() -> impl Iterator<Item = (docgen_model::Clause, &'static str)> {
    data::CLAUSES.iter().map(|(clause, title)| (*clause, title.as_str()))
}
