//! docgen: one YAML file in, one official document out.
//!
//! The library half of the binary: the whole way of one document, without a process.
//! [`compile()`] takes bytes to laid-out pages and everything there is to say about them;
//! [`export()`] makes one output of those; [`world`] holds what a document may ask of the
//! machine: the embedded faces and the files beside it; [`font_folder`] finds the faces that
//! a user gives. Tests and benches call these.
//!
//! ```text
//! bytes ─ decode ─▶ text ─ parse ─▶ Document ─ layout ─▶ Made ─ export ─▶ bytes
//! ```

mod compile;
mod export;
pub mod few;
pub mod font_folder;
mod house;
mod judge;
mod mend;
pub mod world;

pub use compile::{Compiled, Made, Wishes, compile, undecodable};
pub use export::{Target, drain, export, internal};
pub use house::{ProfileFile, is_profile_file, profile_file};
pub use judge::{Allowed, Rulings, Voice, is_known, no_such_rule};
pub use mend::mend;
