//! Thawing: a program of a few glyphs, for each PDF.

use crate::bits::Bits;
use crate::code::END;
use crate::composite::{places, word};
use crate::face::{Bounds, Face, union};
use crate::frozen::{Frozen, TABLES};
use crate::piece::{Digest, Piece};
use crate::sfnt::{Table, pieces, put};

/// The program of some glyphs of a face.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// A font file, deflated, in the format of zlib.
    pub deflated: Vec<u8>,
    /// How many glyphs it has: those asked for, then those of which composite ones are made.
    pub glyphs: u16,
    /// What the outlines reach, left, bottom, right, top, in font units; `None` if there are
    /// none.
    pub bounds: Option<[f32; 4]>,
}

/// Makes the program of these glyphs, numbered in this order, of a face and what [`freeze()`]
/// made of it; `None` if they do not belong together or the face is broken.
///
/// [`freeze()`]: crate::freeze()
pub fn thaw(frozen: &[u8], face: &[u8], glyphs: &[u16]) -> Option<Program> {
    let (frozen, face) = (Frozen::read(frozen)?, Face::new(face)?);
    if frozen.count != face.count() {
        return None;
    }
    let Outlines { ids, outlines, bounds } = Outlines::new(&frozen, &face, glyphs)?;
    let glyphs = u16::try_from(ids.len()).ok()?;
    let pieces = pieces(tables(&frozen, &face, &ids, outlines)?);
    Some(Program { deflated: deflated(&frozen, &pieces), glyphs, bounds })
}

/// The outlines of a program.
struct Outlines<'a> {
    /// Their numbers in the face.
    ids: Vec<u16>,
    outlines: Vec<Piece<'a>>,
    bounds: Option<Bounds>,
}

impl<'a> Outlines<'a> {
    /// Those of these glyphs, and of the glyphs that they are made of.
    fn new(frozen: &Frozen<'a>, face: &Face<'a>, glyphs: &[u16]) -> Option<Self> {
        let (mut ids, mut outlines, mut bounds) = (glyphs.to_vec(), vec![], None);
        while let Some(&id) = ids.get(outlines.len()) {
            let (outline, reach) = match frozen.glyph(id) {
                Some((outline, reach)) => (outline, Some(reach)),
                None => (
                    Piece::Plain(renumbered(face.glyph(id)?, &mut ids)?),
                    face.bounds(id),
                ),
            };
            outlines.push(outline);
            bounds = [bounds, reach].into_iter().flatten().reduce(union);
        }
        Some(Self { ids, outlines, bounds })
    }
}

/// A glyph that names its components by their places among the numbers, where new ones are
/// added.
fn renumbered(glyph: &[u8], ids: &mut Vec<u16>) -> Option<Vec<u8>> {
    let mut glyph = glyph.to_vec();
    for at in places(&glyph) {
        let component = word(&glyph, at)?;
        let known = ids.iter().position(|id| *id == component);
        let place = known.unwrap_or_else(|| {
            ids.push(component);
            ids.len() - 1
        });
        put(&mut glyph, at, &u16::try_from(place).ok()?.to_be_bytes());
    }
    glyph.resize(glyph.len().next_multiple_of(4), 0);
    Some(glyph)
}

/// The tables of a program (ISO 32000-1, 9.9), in the order of their tags.
fn tables<'a>(
    frozen: &Frozen<'a>,
    face: &Face<'a>,
    ids: &[u16],
    outlines: Vec<Piece<'a>>,
) -> Option<Vec<Table<'a>>> {
    let copied = |tag| Some(face.table(tag)?.to_vec());
    let (mut head, mut hhea, mut maxp) =
        (copied(*b"head")?, copied(*b"hhea")?, copied(*b"maxp")?);
    let (offsets, are_long) = offsets(&outlines);
    let (metrics, long_metrics) = metrics(face, ids)?;
    put(&mut head, 8, &[0; 4]);
    put(&mut head, 50, &u16::from(are_long).to_be_bytes());
    put(&mut hhea, 34, &long_metrics.to_be_bytes());
    put(&mut maxp, 4, &u16::try_from(ids.len()).ok()?.to_be_bytes());
    let length = outlines.iter().map(|outline| outline.digest().length as usize).sum();
    let mut tables = vec![
        Table { tag: *b"glyf", length, pieces: outlines },
        Table::plain(*b"head", head),
        Table::plain(*b"hhea", hhea),
        Table::plain(*b"hmtx", metrics),
        Table::plain(*b"loca", offsets),
        Table::plain(*b"maxp", maxp),
    ];
    for (index, tag) in TABLES.into_iter().enumerate() {
        let Some(table) = face.table(tag) else { continue };
        let piece = frozen.table(index).unwrap_or_else(|| Piece::plain(table.to_vec()));
        tables.push(Table { tag, length: table.len(), pieces: vec![piece] });
    }
    tables.sort_by_key(|table| table.tag);
    Some(tables)
}

/// Where each outline starts and the last one ends, and whether it takes long numbers.
fn offsets(outlines: &[Piece<'_>]) -> (Vec<u8>, bool) {
    let lengths = outlines.iter().map(|outline| outline.digest().length);
    let ends = lengths.scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    let edges: Vec<u32> = std::iter::once(0).chain(ends).collect();
    let halves: Option<Vec<u16>> =
        edges.iter().map(|edge| u16::try_from(edge / 2).ok()).collect();
    match halves {
        Some(halves) => (halves.into_iter().flat_map(u16::to_be_bytes).collect(), false),
        None => (edges.into_iter().flat_map(u32::to_be_bytes).collect(), true),
    }
}

/// The widths of glyphs, and how many are told in full: those of the last that are equally
/// wide are told once.
fn metrics(face: &Face<'_>, ids: &[u16]) -> Option<(Vec<u8>, u16)> {
    let metrics: Vec<_> = ids.iter().map(|id| face.metric(*id)).collect::<Option<_>>()?;
    let (last, _) = metrics.last()?;
    let same = metrics.iter().rev().take_while(|(advance, _)| advance == last).count();
    let full = metrics.len() - same + 1;
    let mut bytes = vec![];
    for (index, (advance, bearing)) in metrics.iter().enumerate() {
        if index < full {
            bytes.extend(advance.to_be_bytes());
        }
        bytes.extend(bearing.to_be_bytes());
    }
    Some((bytes, u16::try_from(full).ok()?))
}

/// Pieces as one stream of zlib, all in one block.
fn deflated(frozen: &Frozen<'_>, pieces: &[Piece<'_>]) -> Vec<u8> {
    /// Deflate with a window of 32 KiB, slowly made.
    const ZLIB: [u8; 2] = [0x78, 0xda];
    let digest = pieces.iter().map(Piece::digest).fold(Digest::EMPTY, Digest::then);
    let mut bytes = Vec::with_capacity(digest.length as usize);
    bytes.extend(ZLIB);
    let mut bits = Bits::after(bytes);
    let code = frozen.code();
    frozen.head(&mut bits);
    pieces.iter().for_each(|piece| piece.write(&code, &mut bits));
    code.literal(&mut bits, END);
    let mut bytes = bits.finish();
    bytes.extend(digest.adler().to_be_bytes());
    bytes
}
