//! The faces of all classes, and the question that layout asks of them.
//!
//! To set a character in a class:
//!
//! 1. which class sets Latin beside another is the profile's to say, and asked for as that class;
//! 2. the first face that has the character wins: those of the class in the order given, then
//!    those of the classes that help, then the spare faces, in the order of
//!    `data/fallback.txt`;
//! 3. the face's glyph is fitted into the character's box ([`crate::form`]);
//! 4. a glyph from outside the class is raised or lowered so that the middle of its ink is
//!    where the class has it: a Noto glyph stands 0.03 em too high in 仿宋.
//!
//! A variation selector chooses among the glyphs of the first face that has the form it asks
//! for, and a combining mark is composed with its letter.
//!
//! Latin is as wide as the first bundled face of a class says, so that a given face
//! moves no line break: a face with other widths is passed over for Latin (黑体 of Windows has
//! every letter at half an em), and one with the same widths is held to them exactly.
//!
//! The answer is kept, since layout asks for every character of a text, several times.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock};

use docgen_model::{FontRole, extends, is_latin, is_private, selects_variant};
use unicode_normalization::char::compose;

use crate::face::{FaceSource, Tables};
use crate::form::{Form, centred, form, ink_middle};
use crate::{BundledFace, Em, Face, FontError, GivenFace, Glyph, Width, names};

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
    pub fn new(faces: Vec<impl Into<BundledFace>>) -> Result<Self, FontError> {
        Self::with(vec![], faces)
    }

    /// A book of bundled faces, as for [`FontBook::new`], and of given ones: those that are
    /// known to be of a class come before the bundled ones, the most wanted first, all
    /// others behind.
    ///
    /// # Errors
    ///
    /// If a class has no bundled face or a face cannot be read.
    pub fn with(
        given: Vec<GivenFace>,
        bundled: Vec<impl Into<BundledFace>>,
    ) -> Result<Self, FontError> {
        let (mut known, mut spare): (Vec<_>, Vec<_>) =
            given.into_iter().partition(|face| face.class.is_some());
        known.sort_by_key(|face| face.class);
        spare.sort_by_key(|face| face.spare_rank);
        let given = |face| (None, FaceSource::given(face));
        let bundled = bundled.into_iter().map(Into::into).enumerate();
        let bundled = bundled.map(|(index, face): (usize, BundledFace)| {
            let error = FontError::Unreadable { role: face.role, index };
            (Some(error), FaceSource::bundled(face))
        });
        let sources = known
            .into_iter()
            .map(given)
            .chain(bundled)
            .chain(spare.into_iter().map(given));
        let mut faces = vec![];
        for (error, source) in sources {
            let index = u16::try_from(faces.len()).map_err(|_| FontError::TooMany)?;
            match (Face::new(index, source), error) {
                (Some(face), _) => faces.push(face),
                (None, Some(error)) => return Err(error),
                // A given face was read before.
                (None, None) => {}
            }
        }
        let [a, b, c, d, e, f] = FontRole::ALL.map(|role| Class::new(role, &faces));
        Ok(Self { classes: [a?, b?, c?, d?, e?, f?], faces })
    }

    /// How a character is set in a class; `None` if no face has it.
    pub fn glyph(&self, role: FontRole, c: char, width: Width) -> Option<Glyph> {
        self.class(role).glyph(c, width)
    }

    /// How a character is set with the marks that belong to it, see [`clusters`].
    pub fn cluster(&self, role: FontRole, cluster: &str, width: Width) -> Option<Glyph> {
        let mut chars = cluster.chars();
        let first = chars.next()?;
        if chars.as_str().is_empty() {
            return self.glyph(role, first, width);
        }
        let (selectors, marks): (Vec<_>, Vec<_>) =
            chars.partition(|&c| selects_variant(c));
        let base = marks.into_iter().try_fold(first, compose)?;
        let nominal = self.glyph(role, base, width);
        match selectors[..] {
            // The last asks for text where there is a coloured picture, too.
            [] | ['\u{fe0e}'] => nominal,
            [selector] => self
                .class(role)
                .variant(base, selector)
                .or_else(|| nominal.map(|glyph| Glyph { plain: true, ..glyph })),
            [_, _, ..] => None,
        }
    }

    /// The preferred face of a class.
    pub fn face(&self, role: FontRole) -> &Face {
        &self.class(role).first
    }

    /// All faces, in the order given: a face's index is its place here.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The class of a role. That of Mongolian is asked for words alone
    /// ([`FontBook::mongolian`]); beside them 宋体 sets a character.
    fn class(&self, role: FontRole) -> &Class {
        match role {
            FontRole::Mongolian => &self.classes[FontRole::SongTi as usize],
            role => &self.classes[role as usize],
        }
    }
}

/// A class: its preferred face, all that may help, and the answers so far.
#[derive(Debug)]
struct Class {
    role: FontRole,
    first: Face,
    /// The preferred face and the helpers, in the order in which they are asked.
    chain: Vec<Link>,
    answers: RwLock<Answers>,
}

#[derive(Debug)]
struct Link {
    face: Face,
    /// The first bundled face of its own class, if its Latin is as wide as that one's.
    measure: Option<Face>,
}

impl Link {
    /// How wide a Latin character is set.
    fn width(&self, c: char) -> Option<Em> {
        let tables = self.measure.as_ref()?.tables()?;
        Some(tables.advance(tables.glyph(c)?))
    }
}

type Answers = HashMap<(char, Width), Option<Glyph>, BuildHasherDefault<CharHasher>>;

impl Class {
    fn new(role: FontRole, faces: &[Face]) -> Result<Self, FontError> {
        let serving = |wanted| {
            faces.iter().filter(move |face| face.role() == wanted && !face.is_spare())
        };
        let first = serving(role).next().ok_or(FontError::Missing(role))?;
        let helpers = names::helpers().filter(|&helper| helper != role);
        let spares = faces.iter().filter(|face| face.is_spare());
        let link = |face: &Face| {
            let bundled = serving(face.role()).find(|face| face.origin().is_none());
            let measure = bundled
                .or_else(|| serving(face.role()).next_back())
                .filter(|measure| !face.is_spare() && has_widths_of(face, measure));
            Link { face: face.clone(), measure: measure.cloned() }
        };
        let faces = serving(role).chain(helpers.flat_map(serving)).chain(spares);
        Ok(Self {
            role,
            first: first.clone(),
            chain: faces.map(link).collect(),
            answers: RwLock::default(),
        })
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
        let half = self.is_half(c, width);
        let fixed = half || !is_latin(c);
        let able = |link: &&Link| !(link.face.is_spare() && needs_shaping(c));
        let (first, last): (Vec<_>, Vec<_>) = self
            .chain
            .iter()
            .filter(able)
            .partition(|link| fixed || link.measure.is_some());
        first.into_iter().chain(last).find_map(|link| {
            let glyph = self.set_in(&link.face, c, half)?;
            let width = if fixed { None } else { link.width(c) };
            Some(Glyph { advance: width.unwrap_or(glyph.advance), ..glyph })
        })
    }

    /// The form of a character that a variation selector asks for.
    fn variant(&self, c: char, selector: char) -> Option<Glyph> {
        self.chain.iter().filter(|_| !is_latin(c)).find_map(|link| {
            let tables = link.face.tables()?;
            let form = centred(&tables, tables.variant(c, selector)?, Em::ONE);
            self.placed(&link.face, &tables, c, form)
        })
    }

    fn set_in(&self, face: &Face, c: char, half: bool) -> Option<Glyph> {
        let tables = face.tables()?;
        let form = form(&tables, c, half)?;
        self.placed(face, &tables, c, form)
    }

    fn placed(
        &self,
        face: &Face,
        tables: &Tables<'_>,
        c: char,
        form: Form,
    ) -> Option<Glyph> {
        let fallback = face.is_spare() || face.role() != self.role;
        let dy = if fallback && !is_latin(c) { self.shift(tables) } else { Em::ZERO };
        Some(Glyph {
            face: face.clone(),
            id: u16::try_from(form.id.to_u32()).ok()?,
            advance: form.advance,
            dx: form.dx,
            dy,
            fallback,
            plain: false,
        })
    }

    /// Whether a character is set at half an em.
    fn is_half(&self, c: char, width: Width) -> bool {
        match width {
            Width::Natural => self.own_is_half(c),
            Width::Half => c.is_ascii(),
        }
    }

    /// Whether the class sets a character of its own at half an em: digits, and all ASCII in
    /// the classes whose faces the offices have with ASCII of one width.
    fn own_is_half(&self, c: char) -> bool {
        match self.role {
            FontRole::HeiTi | FontRole::XiaoBiaoSong => c.is_ascii_digit(),
            FontRole::FangSong | FontRole::KaiTi | FontRole::SongTi => c.is_ascii(),
            FontRole::Latin | FontRole::Mongolian => false,
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

/// Whether a face sets printable ASCII as wide as another, but for the rounding of units.
fn has_widths_of(face: &Face, measure: &Face) -> bool {
    if face.index() == measure.index() {
        return true;
    }
    let (Some(face), Some(measure)) = (face.tables(), measure.tables()) else {
        return false;
    };
    let width = |tables: &Tables<'_>, c| tables.glyph(c).map(|id| tables.advance(id).0);
    (' '..='~').all(|c| match (width(&face, c), width(&measure, c)) {
        (Some(a), Some(b)) => a.abs_diff(b) <= ROUNDING,
        (None, _) => true,
        (Some(_), None) => false,
    })
}

/// Half a unit of an em of 1,000 units, and as much again for one of 2,048, in millionths.
const ROUNDING: u32 = 1_000;

/// Whether a character takes its form from its neighbours, or stands in a line that runs
/// from right to left. Glyph by glyph it would be set wrongly: Mongolian letters unjoined.
fn needs_shaping(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036f | 0x0590..=0x109f | 0x1700..=0x18af | 0x1900..=0x1cff
        | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xa800..=0xa95f | 0xa980..=0xabff
        | 0xfb1d..=0xfdff | 0xfe20..=0xfe2f | 0xfe70..=0xfefe | 0x10800..=0x11fff)
}

/// Whether a character means the same in every face and is seen: not a control, an invisible
/// mark or a private-use code point, for which 霞鹜文楷 has signs of its own.
fn is_public(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        && !is_private(c)
}

/// A text in pieces, each with its first byte: a character and the marks that belong to it.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let tail = rest.get(first.len_utf8()..)?;
        let end = tail.find(|c| !extends(c)).unwrap_or(tail.len());
        let (cluster, after) = rest.split_at(first.len_utf8() + end);
        let at = text.len() - rest.len();
        rest = after;
        Some((at, cluster))
    })
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
