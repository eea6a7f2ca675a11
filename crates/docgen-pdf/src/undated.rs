//! Documents without a 成文日期, such as drafts.
//!
//! PDF/A asks for no date (ISO 19005-2, 6.6.3 only forbids that two places disagree), but
//! krilla refuses to write without one, and a clock may not be asked. So such a document is
//! given a placeholder, and every trace of it is overwritten with blanks, byte for byte: no
//! offset in the file moves.

use krilla::metadata::DateTime;

/// Every form in which krilla writes the placeholder: the document information dictionary
/// and the XMP packet, which stands uncompressed and escapes every `<` of the document's own
/// words.
const TRACES: [&[u8]; 5] = [
    b"/ModDate(D:00010101000000Z)",
    b"/CreationDate(D:00010101000000Z)",
    b"<xmp:ModifyDate>0001-01-01T00:00:00Z</xmp:ModifyDate>",
    b"<xmp:CreateDate>0001-01-01T00:00:00Z</xmp:CreateDate>",
    b"<stEvt:when>0001-01-01T00:00:00Z</stEvt:when>",
];

/// The date of a document that has none, until it is blanked.
pub(crate) fn placeholder() -> DateTime {
    DateTime::new(1).month(1).day(1)
}

/// Overwrites every trace of the placeholder.
pub(crate) fn blank(pdf: &mut [u8]) {
    for trace in TRACES {
        let mut rest = &mut *pdf;
        while let Some(at) = rest.windows(trace.len()).position(|bytes| bytes == trace) {
            let (found, behind) = rest.split_at_mut(at + trace.len());
            found[at..].fill(b' ');
            rest = behind;
        }
    }
}
