//! Object streams (ISO 32000-1, 7.5.7): what is no stream itself is deflated, too.
//!
//! krilla writes every object by itself and as plain text, and the cross-reference table as
//! twenty bytes an object. In a long report that is a quarter of the file: most of it is the
//! tag tree. So the finished file is written once more:
//!
//! 1. streams (pages, faces, pictures, the XMP packet) stay as they are, in their order;
//! 2. all other objects follow in streams of objects;
//! 3. a cross-reference stream (7.5.8) takes the place of table and trailer.
//!
//! PDF/A-1 is PDF 1.4, which knows neither: it keeps the plain form.

use std::io::Write;
use std::ops::Range;

use flate2::{Compress, Compression, FlushCompress};

use crate::PdfError;
use crate::xref::Xref;

/// Objects a stream holds at most: to read one of them, a reader inflates all of its stream.
const GROUP: usize = 200;

/// Writes a finished PDF of at least version 1.5 anew, with object streams.
pub(crate) fn pack(pdf: &mut Vec<u8>) -> Result<(), PdfError> {
    *pdf = packed(pdf).ok_or_else(|| PdfError::internal("the object streams"))?;
    Ok(())
}

fn packed(pdf: &[u8]) -> Option<Vec<u8>> {
    let xref = Xref::find(pdf)?;
    let spans = xref.spans(pdf)?;
    let start = spans.first()?.1.start;
    let (streams, others): (Vec<_>, Vec<_>) = spans
        .into_iter()
        .partition(|(_, span)| pdf[span.clone()].trim_ascii_end().ends_with(STREAM_END));

    let mut file = File::new(pdf.get(..start)?, xref.size(), pdf.len());
    for (number, span) in streams {
        file.stream(number, &pdf[span])?;
    }
    for group in others.chunks(GROUP) {
        file.objects(pdf, group)?;
    }
    file.finish(xref.trailer(pdf)?)
}

const STREAM_END: &[u8] = b"\nendstream\nendobj";

/// Where an object is: the three fields of its entry in a cross-reference stream.
#[derive(Clone, Copy)]
enum Entry {
    /// Number 0, and nothing else.
    Free,
    /// At an offset in the file.
    Plain(u32),
    /// In a stream of objects, by that stream's number and its own place there.
    Packed(u32, u8),
}

impl Entry {
    const LENGTH: usize = 6;

    fn fields(self) -> [u8; Self::LENGTH] {
        let (kind, place, index) = match self {
            Self::Free => (0, 0, u8::MAX),
            Self::Plain(offset) => (1, offset, 0),
            Self::Packed(stream, index) => (2, stream, index),
        };
        let [a, b, c, d] = place.to_be_bytes();
        [kind, a, b, c, d, index]
    }
}

/// The file as it is written, and what its cross-reference stream will say.
struct File {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    deflate: Compress,
}

impl File {
    fn new(header: &[u8], size: usize, room: usize) -> Self {
        let mut bytes = Vec::with_capacity(room);
        bytes.extend_from_slice(header);
        let deflate = Compress::new(Compression::default(), true);
        Self { bytes, entries: vec![Entry::Free; size], deflate }
    }

    fn place(&self) -> Option<Entry> {
        u32::try_from(self.bytes.len()).ok().map(Entry::Plain)
    }

    /// A stream as it stood.
    fn stream(&mut self, number: usize, object: &[u8]) -> Option<()> {
        *self.entries.get_mut(number)? = self.place()?;
        self.bytes.extend_from_slice(object.trim_ascii_end().strip_suffix(STREAM_END)?);
        self.end_stream();
        Some(())
    }

    /// Some checkers take a last byte of 0x0D for a part of the line end that follows and the
    /// stream for one byte too short: behind it the line end has a 0x0D of its own.
    fn end_stream(&mut self) {
        if self.bytes.ends_with(b"\r") {
            self.bytes.push(b'\r');
        }
        self.bytes.extend_from_slice(STREAM_END);
        self.bytes.push(b'\n');
    }

    /// A stream of these objects, under the next number.
    fn objects(&mut self, pdf: &[u8], group: &[(usize, Range<usize>)]) -> Option<()> {
        let stream = u32::try_from(self.entries.len()).ok()?;
        let mut places = String::new();
        let mut bodies = Vec::new();
        for (index, (number, span)) in group.iter().enumerate() {
            *self.entries.get_mut(*number)? =
                Entry::Packed(stream, index.try_into().ok()?);
            places.push_str(&format!("{number} {} ", bodies.len()));
            bodies.extend_from_slice(body(pdf.get(span.clone())?, *number)?);
            bodies.push(b'\n');
        }
        let keys = format!("/Type/ObjStm/N {}/First {}", group.len(), places.len());
        let mut content = places.into_bytes();
        content.append(&mut bodies);
        self.add(&keys, &content)
    }

    /// The cross-reference stream, which lists itself, and the end of the file.
    fn finish(mut self, trailer: &[u8]) -> Option<Vec<u8>> {
        let (start, own) = (self.bytes.len(), self.place()?);
        let entries = self.entries.iter().copied().chain([own]);
        let keys = format!(
            "/Type/XRef/Size {}/W[1 4 1]/DecodeParms<</Predictor 12/Columns {}>>{}",
            self.entries.len() + 1,
            Entry::LENGTH,
            std::str::from_utf8(trailer).ok()?,
        );
        let rows = up(entries.map(Entry::fields));
        self.add(&keys, &rows)?;
        write!(self.bytes, "startxref\n{start}\n%%EOF").ok()?;
        Some(self.bytes)
    }

    /// A deflated stream under the next number.
    fn add(&mut self, keys: &str, content: &[u8]) -> Option<()> {
        let number = self.entries.len();
        self.entries.push(self.place()?);
        let deflated = self.deflated(content)?;
        let length = deflated.len();
        write!(
            self.bytes,
            "{number} 0 obj\n<<{keys}/Filter/FlateDecode/Length {length}>>\nstream\n"
        )
        .ok()?;
        self.bytes.extend_from_slice(&deflated);
        self.end_stream();
        Some(())
    }

    /// One state for all streams: to make one costs as much as to use it.
    fn deflated(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.deflate.reset();
        // What deflate stores when nothing can be saved: five bytes a block of 16 KiB or more.
        let mut out = Vec::with_capacity(content.len() + content.len() / 1000 + 64);
        let status =
            self.deflate.compress_vec(content, &mut out, FlushCompress::Finish).ok()?;
        (status == flate2::Status::StreamEnd).then_some(out)
    }
}

/// What stands between `obj` and `endobj`.
fn body(object: &[u8], number: usize) -> Option<&[u8]> {
    let object = object.trim_ascii_end().strip_suffix(b"endobj")?;
    Some(object.strip_prefix(format!("{number} 0 obj").as_bytes())?.trim_ascii())
}

/// Rows as differences to the row above (PNG predictor “up”), each behind its mark: offsets
/// and indices that grow evenly become bytes that repeat.
fn up(rows: impl Iterator<Item = [u8; Entry::LENGTH]>) -> Vec<u8> {
    const UP: u8 = 2;
    let mut above = [0; Entry::LENGTH];
    let mut out = Vec::new();
    for row in rows {
        out.push(UP);
        out.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    out
}
