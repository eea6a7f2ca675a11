//! 会议文件: subtitle, reporter line and salutation from what the author says of the meeting
//! (`docs/spec/gbt9704.md` §5). Nothing is invented: what the map does not say is not printed.

use docgen_model::{Delivery, Document, Hearers, Meeting, Span, Text};

use super::{Para, end_of};
use crate::{Profile, Role};

/// Begins a subtitle that says when and where; its further lines begin behind it.
const DASH: &str = "——";

/// 副标题: as given, else `——2026年3月12日在某某会议上`.
pub(super) fn subtitle(document: &Document) -> Option<Para> {
    let meeting = document.meeting.as_ref();
    let text = document.subtitle.clone().or_else(|| meeting.and_then(occasion))?;
    let dashed = text.as_str().starts_with(DASH);
    let mut para = Para::new(Role::Subtitle, text);
    para.hang_at = dashed.then_some(DASH.len());
    Some(para)
}

/// Date and meeting; without both the subtitle would be half a sentence.
fn occasion(meeting: &Meeting) -> Option<Text> {
    let (date, session) = (meeting.date?, meeting.session.as_ref()?);
    let mut text = Text::default();
    text.push_str(DASH, date.span.before());
    text.push_text(&Text::new(date.value.to_string(), date.span));
    text.push_str("在", meeting.body.as_ref().unwrap_or(session).span().before());
    if let Some(body) = &meeting.body {
        text.push_text(body);
    }
    text.push_text(session);
    let end = if session.as_str().ends_with('会') || session.as_str().ends_with("会议")
    {
        "上"
    } else {
        "会议上"
    };
    text.push_str(end, end_of(session));
    Some(text)
}

/// 报告人: 职务 and 姓名, one 字 between them.
pub(super) fn reporter(document: &Document) -> Option<Para> {
    let reporter = document.meeting.as_ref()?.reporter()?;
    Some(Para::new(Role::Reporter, reporter))
}

/// 称谓: as given; of a paper that is read out and names no recipient, the usual one of its
/// hearers, which the parser tells. Whom the map does not name is not addressed.
pub(super) fn salutation(document: &Document, profile: &Profile) -> Option<Para> {
    let meeting = document.meeting.as_ref()?;
    let mut text = match (&meeting.salutation, meeting.delivery) {
        (Some(given), _) => given.clone(),
        (None, Some(Delivery::Oral)) if document.recipients.is_empty() => {
            Text::new(words(meeting.hearers()?, profile), place(meeting))
        }
        (None, _) => return None,
    };
    let end = end_of(&text);
    text.push_str("：", end);
    Some(Para::new(Role::Salutation, text))
}

/// The words for those whom a report addresses.
fn words(hearers: Hearers, profile: &Profile) -> &str {
    let spec = &profile.meeting;
    match hearers {
        Hearers::Chairs => &spec.chairs,
        Hearers::Committee => &spec.committee,
        Hearers::Congress => &spec.congress,
    }
}

/// Where in the source words stand that the format adds: at what names the meeting.
fn place(meeting: &Meeting) -> Span {
    let named = meeting.session.as_ref().or(meeting.body.as_ref());
    named.map_or(Span::default(), |text| text.span().before())
}
