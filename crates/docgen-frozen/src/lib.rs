//! Font programs for PDF whose glyphs are deflated before anybody asks for them.
//!
//! A PDF embeds the glyphs that it prints as a small font file, deflated. Deflating is slow, and
//! of one report it was half of all work; yet it is always the same glyphs that are deflated. So
//! it is done once, when docgen is built:
//!
//! 1. *Freezing* ([`freeze()`]) gives a face one Huffman code that suits all of its glyphs, and
//!    codes each frequent glyph by it. Matches of LZ77 reach only back within the glyph, so that
//!    its bits mean the same wherever they stand.
//! 2. *Thawing* ([`thaw()`]) writes a stream of one block: the face's code, the tables that are
//!    small, then the bits of each glyph, shifted to where the last one ended. All else that a
//!    font file or its stream wants of a glyph is kept beside its bits: its length, its
//!    checksum, its Adler-32 and what its outline reaches.
//!
//! A glyph that was not frozen, or refers to others whose numbers change, is coded on the spot.
//! The program holds what PDF asks for (ISO 32000-1, 9.9): no names of glyphs, no notices.
//!
//! ```text
//! face.ttf ── freeze ──► frozen bytes              bits, code, table   how a stream is written
//!                            │                     parse, huffman      how few bits are enough
//! face.ttf, glyphs ── thaw ──┴──► Program          face, sfnt, piece   what a font file is
//! ```

mod bits;
mod code;
mod composite;
mod face;
mod freeze;
mod frozen;
mod huffman;
mod parse;
mod piece;
mod sfnt;
mod thaw;

pub use freeze::freeze;
pub use thaw::{Program, thaw};

/// The characters that offices print, the most frequent first.
pub const CHARACTERS: &str = include_str!("../data/characters.txt");
