//! Page 1 must show text (clause 7.3.3).
//!
//! Where 主送机关 are so many that it would not, they move to the 版记 (clause 7.3.2), and the
//! document is laid out once more without them. All else that fills page 1 is told: it can be
//! printed, and what to shorten is the author's to choose.

use docgen_fonts::FontBook;
use docgen_model::{Bilingual, Code, Diagnostic, Document, Span};
use docgen_standard::{Profile, Role};

use crate::flow::{Flow, body_lines};
use crate::paragraph::Paragraph;
use crate::{Context, Layout, lay_out};

/// The document with its 主送机关 in the 版记, if page 1 shows text only so.
pub(crate) fn without_recipients(
    crowded: &Layout,
    document: &Document,
    profile: &Profile,
    book: &FontBook,
) -> Option<Layout> {
    if !shows_no_text(crowded) {
        return None;
    }
    let span = document.recipients.iter().map(|name| name.span()).reduce(Span::to)?;
    let moved = document.recipients_in_record()?;
    let mut layout = lay_out(&moved, profile, book);
    if shows_no_text(&layout) {
        return None;
    }
    layout.decisions.recipients_in_record = true;
    layout.diagnostics.push(told(span));
    layout.diagnostics.sort_by_key(|found| (found.span, found.code));
    Some(layout)
}

fn shows_no_text(layout: &Layout) -> bool {
    layout.diagnostics.iter().any(|found| found.code == Code::NoTextOnFirstPage)
}

fn told(span: Span) -> Diagnostic {
    let message = Bilingual::new(
        "主送机关过多，首页不能显示正文，已移到版记",
        "the recipients leave no room for text on page 1 and moved to the 版记",
    );
    let hint = Bilingual::new(
        "要自行决定，请用 record.main_to（版记里的主送）",
        "to decide it yourself, write them as record.main_to",
    );
    let found = Diagnostic::note(Code::RecipientsMoved, span, message);
    found.hint(hint).clause([7, 3, 2, 0])
}

/// A warning if page 1 shows no text, perhaps below a `stacked` mark.
pub(crate) fn check(
    paragraphs: &[Paragraph<'_>],
    flow: &Flow,
    stacked: bool,
    context: &mut Context<'_>,
) {
    let has_text = paragraphs.iter().any(|p| p.para.is_text());
    if !has_text || body_lines(paragraphs, flow).0 > 0 {
        return;
    }
    let span = paragraphs[0].para.text.span();
    let message = Bilingual::new("首页没有显示正文", "page 1 shows no text");
    let many = paragraphs.iter().any(|p| p.para.role == Role::Recipients && p.rows() > 2);
    let hint = if many {
        Bilingual::new(
            "主送机关过多，可移到版记（record.main_to）",
            "many recipients may stand in the 版记 (record.main_to)",
        )
    } else if stacked {
        Bilingual::new(
            "标志可只用主办机关名称（mark: 某某局文件），或缩短标题",
            "let the mark name the lead organ only (mark: …), or shorten the title",
        )
    } else {
        Bilingual::new(
            "版头、标题占满了首页：请减小标志字号，或缩短标题",
            "head and title fill page 1: take a smaller mark_size, or a shorter title",
        )
    };
    let found = Diagnostic::warning(Code::NoTextOnFirstPage, span, message);
    context.diagnostics.push(found.hint(hint).clause([7, 3, 3, 0]));
}
