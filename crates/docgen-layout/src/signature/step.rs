//! The steps of the ladder, and what each did, in words: exactly what moved or changed.

use docgen_model::{Bilingual, Code, Diagnostic, Span};
use docgen_standard::Role;

use crate::flow::Flow;
use crate::paragraph::Paragraph;

/// The step of the ladder for a signature that does not fit (clause 7.3.5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It fits.
    Fits,
    /// One blank row above 署名 stayed of several.
    FewerBlankRows,
    /// Paragraphs were tracked tighter.
    Tighter(Pieces),
    /// Paragraphs were tracked wider.
    Wider(Pieces),
    /// Lines went over to its page.
    Moved(Pieces),
    /// It has one line of text on its page.
    OneLine,
    /// It has a page without text.
    Alone(Alone),
    /// It is longer than a page, so pages end between its rows.
    Parted,
}

/// Why no text could stand with the 落款.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// It takes a whole page.
    Tall,
    /// The text is too short to go over, below the mark of several organs.
    Joint,
    /// The text is too short to go over.
    Single,
}

/// How much of each kind of text a step touched.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pieces {
    /// Of 正文.
    text: u32,
    /// Of 附件说明.
    note: u32,
    /// Of tables.
    table: u32,
    /// Of pictures.
    figure: u32,
}

impl Pieces {
    /// One piece of each of some paragraphs.
    pub(super) fn of(roles: impl Iterator<Item = Role>) -> Self {
        roles.fold(Self::default(), |mut pieces, role| {
            match role {
                Role::AttachmentNote => pieces.note += 1,
                Role::Table => pieces.table += 1,
                Role::Figure => pieces.figure += 1,
                _ => pieces.text += 1,
            }
            pieces
        })
    }

    /// The lines of text that stood on an earlier page in one flow and stand on `page` in the
    /// other.
    pub(super) fn moved(
        paragraphs: &[Paragraph<'_>],
        (before, after): (&Flow, &Flow),
        page: usize,
    ) -> Self {
        let text = paragraphs.iter().enumerate().filter(|(_, p)| p.para.is_text());
        Self::of(text.flat_map(|(index, paragraph)| {
            let came = move |&line: &u32| {
                after.page_of(index, line) == page && before.page_of(index, line) < page
            };
            (0..after.pieces(index)).filter(came).map(|_| paragraph.para.role)
        }))
    }
}

impl Step {
    /// What the author should know of it; nothing if nothing was changed.
    pub(super) fn told(self, span: Span) -> Option<Diagnostic> {
        let (zh, en) = match self {
            Self::Fits => return None,
            Self::OneLine | Self::Alone(_) | Self::Parted => return self.warned(span),
            Self::FewerBlankRows => (
                "落款上方空行减为一行".to_owned(),
                "one blank row is left above the signature".to_owned(),
            ),
            Self::Tighter(pieces) => tracked(pieces, ["收紧", "tighter"]),
            Self::Wider(pieces) => tracked(pieces, ["放宽", "wider"]),
            Self::Moved(pieces) => moved(pieces),
        };
        let found = Diagnostic::note(Code::Signature, span, Bilingual::new(zh, en));
        Some(found.clause([7, 3, 5, 5]))
    }

    /// What could not be kept, and the remedy.
    fn warned(self, span: Span) -> Option<Diagnostic> {
        let (message, hint) = match self {
            Self::OneLine => (
                [
                    "落款所在页只有一行正文",
                    "the signature's page has only one line of text",
                ],
                ["可增删几个字", "a few words more or less would do"],
            ),
            Self::Alone(why) => (
                ["落款所在页没有正文", "the signature's page shows no text"],
                why.remedy(),
            ),
            Self::Parted => (
                [
                    "落款一页排不下，在署名的两行之间分了页",
                    "the signature is longer than a page and was parted between its rows",
                ],
                Alone::Tall.remedy(),
            ),
            Self::Fits
            | Self::FewerBlankRows
            | Self::Tighter(_)
            | Self::Wider(_)
            | Self::Moved(_) => return None,
        };
        let [message, hint] = [message, hint].map(|[zh, en]| Bilingual::new(zh, en));
        let found = Diagnostic::warning(Code::Signature, span, message);
        Some(found.hint(hint).clause([7, 3, 5, 5]))
    }
}

impl Alone {
    /// What the author can do.
    fn remedy(self) -> [&'static str; 2] {
        match self {
            Self::Tall => [
                "署名太多：请用规范化简称，一排可多排几个机关",
                "too many rows of organs: with short names more stand in a row",
            ],
            Self::Joint => [
                "请把正文写长一两行，或让标志只用主办机关名称（mark: 某某局文件），或缩短标题",
                "write a line or two more, let the mark name the lead organ only (mark: …), or \
                 shorten the title",
            ],
            Self::Single => [
                "请把正文写长一两行，或缩短标题",
                "write a line or two more, or a shorter title",
            ],
        }
    }
}

fn tracked(pieces: Pieces, [zh, en]: [&str; 2]) -> (String, String) {
    let Pieces { text, note, .. } = pieces;
    let named = [(text, "正文", "the text"), (note, "附件说明", "附件说明")];
    let named = named.into_iter().filter(|(count, ..)| *count > 0);
    let (chinese, english): (Vec<_>, Vec<_>) = named
        .map(|(count, zh, en)| {
            let paragraphs = if count == 1 { "paragraph" } else { "paragraphs" };
            (format!("{zh}{count}段"), format!("{count} {paragraphs} of {en}"))
        })
        .unzip();
    (
        format!("{}字距略{zh}，使落款与正文同页", chinese.join("、")),
        format!(
            "{} tracked a little {en} to keep the signature on a page with text",
            english.join(" and ")
        ),
    )
}

fn moved(pieces: Pieces) -> (String, String) {
    let Pieces { text, note, table, figure } = pieces;
    let named = [
        (text, "正文最后", "行", "line", "of the text"),
        (table, "表格最后", "部分", "part", "of the table"),
        (figure, "图片", "幅", "picture", "in the text"),
        (note, "附件说明最后", "行", "line", "of 附件说明"),
    ];
    let named = named.into_iter().filter(|(count, ..)| *count > 0);
    let (chinese, english): (Vec<_>, Vec<_>) = named
        .map(|(count, of, unit, piece, whole)| {
            let plural = if count == 1 { "" } else { "s" };
            (format!("{of}{count}{unit}"), format!("{count} {piece}{plural} {whole}"))
        })
        .unzip();
    (
        format!("{}移到落款所在页", chinese.join("、")),
        format!("the last {} moved to the signature's page", english.join(" and ")),
    )
}
