//! Which paragraphs of the flow are which element, for data exchange.

use docgen_standard::{Manuscript, Para, Profile, Role};

use crate::field::Part;

/// The element of a paragraph, and which part of it.
pub(crate) type Element<'a> = Option<(&'a str, Part)>;

/// One for each paragraph of the flow. What an attachment or 印发件 holds is no element of the
/// document's own; the names of 署名 are marked one by one.
pub(crate) fn elements<'a>(
    manuscript: &Manuscript,
    profile: &'a Profile,
) -> Vec<Element<'a>> {
    let names = &profile.fields;
    let own = own(&manuscript.flow);
    let mut elements = vec![None; manuscript.flow.len()];
    for (role, name) in [
        (Role::Title, &names.title),
        (Role::Recipients, &names.recipients),
        (Role::AttachmentNote, &names.attachments),
        (Role::Note, &names.note),
    ] {
        mark(&mut elements, name, &in_a_row(own, |found| found == role));
    }
    mark(&mut elements, &names.text, &in_a_row(own, is_text));
    let date = manuscript.signed.as_ref().and_then(|signed| signed.date);
    mark(&mut elements, &names.date, &Vec::from_iter(date));
    elements
}

/// The paragraphs before the first attachment or 印发件.
fn own(flow: &[Para]) -> &[Para] {
    let title = flow.iter().position(|para| para.role == Role::Title);
    let foreign = |(index, para): (usize, &Para)| match para.role {
        Role::AttachmentLabel | Role::AttachmentTitle => true,
        Role::Title => Some(index) != title,
        _ => false,
    };
    let end = flow.iter().enumerate().position(foreign);
    &flow[..end.unwrap_or(flow.len())]
}

/// The first paragraphs in a row that belong together, without those that hold no words.
fn in_a_row(flow: &[Para], belongs: impl Fn(Role) -> bool) -> Vec<usize> {
    let paras = flow.iter().enumerate().skip_while(|(_, para)| !belongs(para.role));
    let paras = paras.take_while(|(_, para)| belongs(para.role));
    paras.filter(|(_, para)| !para.text.is_empty()).map(|(index, _)| index).collect()
}

fn mark<'a>(elements: &mut [Element<'a>], name: &'a str, paras: &[usize]) {
    for (at, &index) in paras.iter().enumerate() {
        let part = Part { first: at == 0, last: at + 1 == paras.len() };
        if let Some(element) = elements.get_mut(index) {
            *element = Some((name, part));
        }
    }
}

/// Whether a paragraph belongs to 正文.
fn is_text(role: Role) -> bool {
    match role {
        Role::Body
        | Role::Heading1
        | Role::Heading2
        | Role::Heading3
        | Role::Heading4
        | Role::Chapter
        | Role::Section
        | Role::Article
        | Role::Figure
        | Role::FigureCaption
        | Role::TableCaption
        | Role::TableUnit
        | Role::TableHead
        | Role::Table
        | Role::TableTotals
        | Role::TableNote => true,
        Role::CoverTitle
        | Role::CoverLine
        | Role::ContentsTitle
        | Role::Contents1
        | Role::Contents2
        | Role::Contents3
        | Role::CopyNumber
        | Role::Secrecy
        | Role::Urgency
        | Role::IssuerMark
        | Role::DocNumber
        | Role::Signer
        | Role::Label
        | Role::Title
        | Role::Subtitle
        | Role::IssuerLine
        | Role::Reporter
        | Role::Salutation
        | Role::Recipients
        | Role::AttachmentNote
        | Role::Attendance
        | Role::Organ
        | Role::Date
        | Role::Note
        | Role::AttachmentLabel
        | Role::AttachmentTitle
        | Role::CopyTo
        | Role::Printer
        | Role::PageNumber => false,
    }
}
