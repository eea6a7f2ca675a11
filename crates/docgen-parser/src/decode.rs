//! Bytes to text: UTF-8, UTF-16 with a byte-order mark, or GB18030.
//!
//! 1. A byte-order mark decides.
//! 2. Bytes that are UTF-8 are UTF-8.
//! 3. Other bytes are GB18030, and a note says so, unless they look like UTF-8 with a broken
//!    place: damaged UTF-8 often passes as GB18030 and would come out as other characters.
//! 4. Bytes that fit nothing are an error that names their place.
//!
//! Line ends become LF.

use docgen_model::{Code, Diagnostic, Span};
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::report::both;
use crate::{MAX_BYTES, too_large};

/// A text and what was noticed while decoding it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte-order mark, with LF as line end.
    pub text: String,
    /// Notes about its encoding.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes the bytes of a file.
///
/// # Errors
/// A file that is too large, or bytes that fit no encoding. There is no text to point into,
/// so the span of the error counts bytes of the file; the message names its line.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Box<Diagnostic>> {
    if bytes.len() > MAX_BYTES {
        return Err(Box::new(too_large()));
    }
    let (encoding, start) = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (None, 3),
        [0xFF, 0xFE, ..] => (Some(UTF_16LE), 2),
        [0xFE, 0xFF, ..] => (Some(UTF_16BE), 2),
        _ => (None, 0),
    };
    let content = bytes.get(start..).unwrap_or_default();
    if let Some(encoding) = encoding {
        return match decode_as(encoding, content) {
            Ok(text) => Ok(decoded(&text, vec![])),
            Err(at) => Err(misfit(bytes, start + at)),
        };
    }
    let error = match std::str::from_utf8(content) {
        Ok(text) => return Ok(decoded(text, vec![])),
        Err(error) => start + error.valid_up_to(),
    };
    if start > 0 || is_damaged_utf8(content) {
        return Err(misfit(bytes, error));
    }
    match decode_as(GB18030, content) {
        Ok(text) => Ok(decoded(&text, vec![read_as_gb18030()])),
        Err(at) => Err(misfit(bytes, at.max(error))),
    }
}

fn decoded(text: &str, diagnostics: Vec<Diagnostic>) -> Decoded {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Decoded { text, diagnostics }
}

/// The text, or the offset of the first bytes that do not fit.
fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or_default());
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(bad, after), read) => {
            Err(read.saturating_sub(usize::from(bad) + usize::from(after)))
        }
        (DecoderResult::OutputFull, read) => Err(read),
    }
}

/// Whether more characters of two bytes and more fit UTF-8 than places do not.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut fitting, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        fitting += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    fitting > broken
}

fn read_as_gb18030() -> Diagnostic {
    let message = both(
        "文件不是 UTF-8，已按 GB18030（GBK）读入",
        "the file is not UTF-8; it was read as GB18030 (GBK)",
    );
    Diagnostic::note(Code::ReadAsGb18030, Span::default(), message).hint(both(
        "请看一眼结果里有没有乱码；建议另存为 UTF-8",
        "check the result for garbled text; better save the file as UTF-8",
    ))
}

fn misfit(bytes: &[u8], at: usize) -> Box<Diagnostic> {
    let before = bytes.get(..at).unwrap_or(bytes);
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    let byte = bytes.get(at).map_or(String::new(), |b| format!(" 0x{b:02X}"));
    let at32 = u32::try_from(at).unwrap_or(u32::MAX);
    let message = both(
        format!(
            "第 {line} 行（第 {} 字节）的内容{byte} 不是 UTF-8、UTF-16，也不是 GB18030",
            at + 1
        ),
        format!(
            "byte {}{byte} in line {line} is neither UTF-8, UTF-16 nor GB18030",
            at + 1
        ),
    );
    let span = Span::new(at32, at32.saturating_add(1));
    Box::new(Diagnostic::error(Code::Encoding, span, message).hint(both(
        "文件可能已损坏，或者不是文本文件（例如 Word 文档）；请用文本编辑器打开，另存为 UTF-8",
        "the file may be damaged, or no text file; save it as UTF-8 from a text editor",
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "标题: 报告\n正文: 〇𠮷\n";

    fn read(bytes: &[u8]) -> (String, usize) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.diagnostics.len())
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let utf16 = |order: fn(u16) -> [u8; 2]| {
            let units = "\u{FEFF}".encode_utf16().chain(TEXT.encode_utf16());
            units.flat_map(order).collect::<Vec<u8>>()
        };
        let crlf = TEXT.replace('\n', "\r\n");
        assert_eq!(read(TEXT.as_bytes()), (TEXT.into(), 0));
        assert_eq!(read(crlf.as_bytes()), (TEXT.into(), 0));
        assert_eq!(read(format!("\u{FEFF}{TEXT}").as_bytes()), (TEXT.into(), 0));
        assert_eq!(read(&utf16(u16::to_le_bytes)), (TEXT.into(), 0));
        assert_eq!(read(&utf16(u16::to_be_bytes)), (TEXT.into(), 0));
        let (gb, _, _) = GB18030.encode(TEXT);
        assert_eq!(read(&gb), (TEXT.into(), 1));
    }

    #[test]
    fn damaged_utf8_is_an_error_with_its_place_not_mojibake() {
        let mut bytes = TEXT.as_bytes().to_vec();
        let at = TEXT.find("正").unwrap();
        bytes.remove(at + 2);
        let error = decode(&bytes).unwrap_err();
        assert_eq!((error.code, error.span.start as usize), (Code::Encoding, at));
        assert!(error.message.zh.contains("第 2 行"), "{}", error.message.zh);
    }

    #[test]
    fn bytes_of_no_encoding_are_an_error() {
        let error = decode(&[b'a', b'\n', 0xC4, 0xE3, 0xFF, 0xFF]).unwrap_err();
        assert_eq!((error.code, error.span.start), (Code::Encoding, 4));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8]).unwrap_err().code, Code::Encoding);
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]).unwrap_err().code, Code::TooLarge);
    }
}
