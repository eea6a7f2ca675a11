//! What is to be said of faces: which characters none has, which another face lent.
//!
//! One finding a character, at its first place, with the others beside it. Private-use
//! characters are told by the reader of the file, all in one finding.

use std::collections::BTreeMap;

use docgen_fonts::Glyph;
use docgen_model::{Bilingual, Code, Diagnostic, FontRole, Span, is_private};

/// What was found while characters got their glyphs.
#[derive(Debug, Default)]
pub(crate) struct FaceReport {
    /// By the character with its marks.
    missing: BTreeMap<String, Vec<Span>>,
    /// By the character, the class that lacks it and what is to be said.
    lent: BTreeMap<(String, FontRole, Lent), Vec<Span>>,
}

/// How a character is set that its class lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Lent {
    /// By a bundled face of another class.
    Bundled,
    /// By a face that somebody gave: its name and its file.
    Given(String, String),
    /// In its usual form: no face has the one that is asked for.
    Plain,
}

impl FaceReport {
    /// Notes how a character is set; its place is asked for where there is something to say.
    pub(crate) fn note(
        &mut self,
        cluster: &str,
        font: FontRole,
        glyph: Option<&Glyph>,
        span: impl Fn() -> Span,
    ) {
        let Some(glyph) = glyph else {
            if !cluster.contains(is_private) {
                self.missing.entry(cluster.to_owned()).or_default().push(span());
            }
            return;
        };
        let mut lent = |how| {
            let key = (cluster.to_owned(), font, how);
            self.lent.entry(key).or_default().push(span());
        };
        if glyph.plain {
            lent(Lent::Plain);
        }
        match glyph.face.origin() {
            _ if !glyph.fallback => {}
            Some(given) => lent(Lent::Given(given.name.clone(), given.file.clone())),
            None => lent(Lent::Bundled),
        }
    }

    /// One finding a character, at its first place.
    pub(crate) fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        let missing = self.missing.into_iter().map(|(c, spans)| missing(&c, spans));
        let lent = self
            .lent
            .into_iter()
            .map(|((c, font, how), spans)| lent(&c, font, how, spans));
        missing.chain(lent)
    }
}

fn missing(c: &str, spans: Vec<Span>) -> Diagnostic {
    let code = code_points(c);
    let message = Bilingual::new(
        format!("没有字体收录“{c}”（{code}）"),
        format!("no face has “{c}” ({code})"),
    );
    let hint = if c.chars().any(|c| matches!(c, '\u{1800}'..='\u{18af}')) {
        Bilingual::new(
            "蒙古文只能写在“版头”的“蒙文标志”里；已写在那里的，用 --font-dir 指定收录它的蒙古文字体",
            "Mongolian is set in “mark_mongolian” of the head alone; if it stands there, name a folder with a face that has it: --font-dir",
        )
    } else {
        Bilingual::new(
            "请核对是否录错；确需此字时，把收录它的字体（如 SimSun-ExtB、HanaMinB）放进程序旁边的 fonts 文件夹，或用 --font-dir 指定",
            "check the character; if it is right, put a face that has it (SimSun-ExtB, HanaMinB) into the folder “fonts” beside the program, or name its folder: --font-dir",
        )
    };
    at_all(spans, message, |span, message| {
        Diagnostic::error(Code::MissingGlyph, span, message).hint(hint)
    })
}

fn lent(c: &str, font: FontRole, how: Lent, spans: Vec<Span>) -> Diagnostic {
    let name = font.name();
    let code = code_points(c);
    let message = match how {
        Lent::Bundled => Bilingual::new(
            format!("“{c}”不在{name}中，用了相近的字体"),
            format!("“{c}” is not in {name}; another face lends it"),
        ),
        Lent::Given(face, file) => Bilingual::new(
            format!("“{c}”（{code}）不在{name}中，由 {face} 代替（{file}）"),
            format!("“{c}” ({code}) is not in {name}; {face} lends it ({file})"),
        ),
        Lent::Plain => Bilingual::new(
            format!("没有字体收录“{c}”的异体（{code}），用了通常的字形"),
            format!("no face has the variant “{c}” ({code}); set in its usual form"),
        ),
    };
    at_all(spans, message, |span, message| {
        Diagnostic::note(Code::FallbackFace, span, message)
    })
}

/// The code points of a character with its marks.
fn code_points(c: &str) -> String {
    let codes: Vec<_> = c.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    codes.join(" ")
}

/// A finding at the first of its places, the others beside it, with their number.
fn at_all(
    spans: Vec<Span>,
    Bilingual { zh, en }: Bilingual,
    finding: impl FnOnce(Span, Bilingual) -> Diagnostic,
) -> Diagnostic {
    let message = match spans.len() {
        0 | 1 => Bilingual { zh, en },
        n => Bilingual::new(format!("{zh}（共 {n} 处）"), format!("{en} ({n} places)")),
    };
    let mut spans = spans.into_iter();
    let mut finding = finding(spans.next().unwrap_or_default(), message);
    finding.also = spans.collect();
    finding
}
