//! A heading at the foot of a page: told where only one line of what it heads stands below it.
//! That it never stands there alone is the flow's business.

use docgen_model::{Bilingual, Code, Diagnostic};
use docgen_standard::Role;

use crate::flow::Flow;
use crate::paragraph::Paragraph;

/// The headings with one line below them, the next page going on.
pub(crate) fn check(paragraphs: &[Paragraph<'_>], flow: &Flow) -> Vec<Diagnostic> {
    let pairs = paragraphs.windows(2).enumerate();
    let parted = pairs.filter(|(index, pair)| {
        let [heading, next] = pair else { return false };
        let (foot, page) =
            (heading.rows(), |paragraph, line| flow.page_of(paragraph, line));
        is_heading(heading.para.role)
            && heading.plan.keep_next
            && next.inset.is_none()
            && next.rows() > 1
            && foot > 0
            && page(*index, foot - 1) == page(index + 1, 0)
            && page(index + 1, 1) != page(index + 1, 0)
    });
    parted.map(|(_, pair)| told(&pair[0])).collect()
}

fn is_heading(role: Role) -> bool {
    matches!(
        role,
        Role::Heading1
            | Role::Heading2
            | Role::Heading3
            | Role::Heading4
            | Role::Chapter
            | Role::Section
    )
}

fn told(heading: &Paragraph<'_>) -> Diagnostic {
    let message = Bilingual::new(
        "小标题在页末，下面只有一行",
        "a heading at the foot of the page, with one line below it",
    );
    let hint = Bilingual::new("可增删一两行", "a line more or less would cure it");
    Diagnostic::note(Code::HeadingAtFoot, heading.para.text.span(), message).hint(hint)
}
