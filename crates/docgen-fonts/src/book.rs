//! The faces of all classes, and the question that layout asks of them.
//!
//! To set a character in a class:
//!
//! 1. Latin goes to the face that serves Latin beside the class (but for half-width forms);
//! 2. the first face that has the character wins: those of the class in the order given,
//!    then those of 宋体 (all of GB 18030 levels 1 and 2, and the symbols), then those of
//!    楷体 (rare names beyond them, and ☑ ☒);
//! 3. the face's glyph is fitted into the character's box ([`crate::form`]);
//! 4. a glyph from outside the class is raised or lowered so that the middle of its ink is
//!    where the class has it: a Noto glyph stands 0.03 em too high in 仿宋.
//!
//! The answer is kept, since layout asks for every character of a text, several times.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock};

use docgen_model::{FontRole, is_latin};

use crate::face::Tables;
use crate::form::{form, ink_middle};
use crate::{Em, Face, FaceData, FontError, Glyph, Width};

/// The faces of all classes. It may be shared by threads.
#[derive(Debug)]
pub struct FontBook {
    /// By the discriminant of the role.
    classes: [Class; FontRole::ALL.len()],
    faces: Vec<Face>,
}

impl FontBook {
    /// A book of faces, each with the class that it serves; among faces of one class the
    /// first is preferred, and each must be one file with one font (of a collection the
    /// first font counts).
    ///
    /// # Errors
    ///
    /// If a class has no face or a face cannot be read.
    pub fn new(faces: Vec<(FontRole, FaceData)>) -> Result<Self, FontError> {
        let faces = faces
            .into_iter()
            .enumerate()
            .map(|(index, (role, data))| {
                let number = u8::try_from(index).map_err(|_| FontError::TooMany)?;
                Face::new(role, number, data).ok_or(FontError::Unreadable { role, index })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let [a, b, c, d, e, f] = FontRole::ALL.map(|role| Class::new(role, &faces));
        Ok(Self { classes: [a?, b?, c?, d?, e?, f?], faces })
    }

    /// How a character is set in a class; `None` if no face has it.
    pub fn glyph(&self, role: FontRole, c: char, width: Width) -> Option<Glyph> {
        let role = match width {
            Width::Natural if is_latin(c) => role.latin(),
            Width::Natural | Width::Half => role,
        };
        self.class(role).glyph(c, width)
    }

    /// The preferred face of a class.
    pub fn face(&self, role: FontRole) -> &Face {
        &self.class(role).first
    }

    /// All faces, in the order given: a face's index is its place here.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    fn class(&self, role: FontRole) -> &Class {
        &self.classes[role as usize]
    }
}

/// A class: its preferred face, those that help out, and the answers so far.
#[derive(Debug)]
struct Class {
    role: FontRole,
    first: Face,
    others: Vec<Face>,
    answers: RwLock<Answers>,
}

type Answers = HashMap<(char, Width), Option<Glyph>, BuildHasherDefault<CharHasher>>;

impl Class {
    fn new(role: FontRole, faces: &[Face]) -> Result<Self, FontError> {
        let serving = |wanted| faces.iter().filter(move |face| face.role() == wanted);
        let helpers =
            [FontRole::SongTi, FontRole::KaiTi].into_iter().filter(|&r| r != role);
        let mut chain = serving(role).chain(helpers.flat_map(serving)).cloned();
        let first = chain
            .next()
            .filter(|face| face.role() == role)
            .ok_or(FontError::Missing(role))?;
        Ok(Self { role, first, others: chain.collect(), answers: RwLock::default() })
    }

    fn glyph(&self, c: char, width: Width) -> Option<Glyph> {
        let key = (c, width);
        let known = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = known.get(&key) {
            return answer.clone();
        }
        drop(known);
        let answer = self.find(c, width);
        let mut known = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(key, answer.clone());
        answer
    }

    /// Asks the faces one after another.
    fn find(&self, c: char, width: Width) -> Option<Glyph> {
        if !is_public(c) {
            return None;
        }
        let faces = std::iter::once(&self.first).chain(&self.others);
        faces.into_iter().find_map(|face| self.set_in(face, c, width))
    }

    fn set_in(&self, face: &Face, c: char, width: Width) -> Option<Glyph> {
        let tables = face.tables()?;
        let form = form(&tables, c, width, self.half_digits())?;
        let fallback = face.role() != self.role;
        let dy = if fallback && !is_latin(c) { self.shift(&tables) } else { Em::ZERO };
        Some(Glyph {
            face: face.clone(),
            id: u16::try_from(form.id.to_u32()).ok()?,
            advance: form.advance,
            dx: form.dx,
            dy,
            fallback,
        })
    }

    /// Whether the class sets digits of its own, and so at half an em.
    fn half_digits(&self) -> bool {
        match self.role {
            FontRole::HeiTi | FontRole::XiaoBiaoSong => true,
            FontRole::FangSong | FontRole::KaiTi | FontRole::SongTi | FontRole::Latin => {
                false
            }
        }
    }

    /// How far a helper's glyphs must be raised to be level with the class.
    fn shift(&self, helper: &Tables<'_>) -> Em {
        let own = self.first.tables().as_ref().and_then(ink_middle);
        match (own, ink_middle(helper)) {
            (Some(own), Some(other)) => Em(own.0 - other.0),
            (None, _) | (_, None) => Em::ZERO,
        }
    }
}

/// Whether a character means the same in every face and is seen: not a control, an invisible
/// mark or a private-use code point, for which 霞鹜文楷 has signs of its own.
fn is_public(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Spreads characters over a hash table: one multiplication a word. Nobody gains from
/// flooding a table that one document fills.
#[derive(Default)]
struct CharHasher(u64);

impl Hasher for CharHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word as u64);
    }

    fn write_u64(&mut self, word: u64) {
        // 2^64 divided by the golden ratio.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
