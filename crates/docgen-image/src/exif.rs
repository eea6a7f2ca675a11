//! The one field of Exif that changes what a picture shows: its orientation.

/// What makes a stored picture upright: first mirrored left to right and flipped upside
/// down, as seen upright, then perhaps rows taken for columns.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) mirrored: bool,
    pub(crate) flipped: bool,
    pub(crate) transposed: bool,
}

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// The turn that Exif data ask for; none if they are not understood.
pub(crate) fn turn(exif: &[u8]) -> Turn {
    let (mirrored, flipped, transposed) = match orientation(exif) {
        Some(2) => (true, false, false),
        Some(3) => (true, true, false),
        Some(4) => (false, true, false),
        Some(5) => (false, false, true),
        Some(6) => (true, false, true),
        Some(7) => (true, true, true),
        Some(8) => (false, true, true),
        Some(_) | None => (false, false, false),
    };
    Turn { mirrored, flipped, transposed }
}

/// The orientation, 1 to 8, from the first directory of a TIFF header.
fn orientation(exif: &[u8]) -> Option<u16> {
    let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let (high, low) = if big { (4, 6) } else { (6, 4) };
    let directory = usize::from(short(high)?) << 16 | usize::from(short(low)?);
    let entries = usize::from(short(directory)?);
    let entry = |index: usize| directory + 2 + 12 * index;
    let found = (0..entries).map(entry).find(|&at| short(at) == Some(ORIENTATION))?;
    short(found + 8)
}
