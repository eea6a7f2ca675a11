//! 会议文件: 会议 and 左上角标注, and which formats may have them.

use docgen_model::{
    Code, Delivery, Diagnostic, Format, Hearers, Meeting, Span, Spanned, Text,
};

use super::fields::Fields;
use super::prose::without_final;
use super::{Context, Rules};
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::REPORTER;

/// Reads 会议; what its words depend on stands at the top of the file.
pub(super) fn read(
    fields: Option<(Span, Fields)>,
    top: &Fields,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Option<Meeting> {
    let (key, mut fields) = fields?;
    let recipients = top.key("recipients");
    if rules.ruled && rules.format != Format::Meeting {
        cx.push(only_in_meeting(key, "会议", "meeting"));
    }
    let salutation_key = fields.key("salutation");
    let salutation = fields.text("salutation", Blanks::Keep, cx);
    let mut meeting = Meeting {
        body: fields.text("body", Blanks::Drop, cx),
        session: fields.text("session", Blanks::Drop, cx),
        date: fields.date("date", "会议日期", cx),
        delivery: delivery(&mut fields, cx),
        salutation: salutation.map(|text| without_final(&text, &['：', ':'])),
        ..Meeting::default()
    };
    if let Some((_, mut reporter)) =
        super::section(&mut fields, "reporter", &REPORTER, cx)
    {
        meeting.reporter_post = reporter.text("post", Blanks::Keep, cx);
        meeting.reporter_name = reporter.text("name", Blanks::Keep, cx);
    }
    if let (Some(at), Some(_)) = (salutation_key, recipients) {
        cx.push(two_addresses(at));
    }
    let muted = ["session", "date"].iter().any(|key| fields.is_muted(key, cx));
    if top.key("subtitle").is_none() && !muted {
        tell_half_subtitle(&meeting, key, cx);
    }
    let named = meeting.salutation.is_some() || recipients.is_some();
    match meeting.delivery {
        Some(Delivery::Written) if !named => cx.push(no_address(key)),
        Some(Delivery::Oral) if !named => cx.push(match meeting.hearers() {
            Some(hearers) => usual_salutation(hearers, key),
            None => no_salutation(key),
        }),
        Some(_) | None => {}
    }
    Some(meeting)
}

fn delivery(fields: &mut Fields, cx: &mut Context<'_>) -> Option<Delivery> {
    match fields.word("delivery", cx)?.value {
        "oral" => Some(Delivery::Oral),
        _ => Some(Delivery::Written),
    }
}

/// 左上角标注.
pub(super) fn label(
    fields: &mut Fields,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Option<Text> {
    let key = fields.key("label")?;
    if rules.ruled && rules.format != Format::Meeting {
        cx.push(only_in_meeting(key, "左上角标注", "label"));
    }
    fields.text("label", Blanks::Keep, cx)
}

/// Only date and session together make a subtitle; one of them alone would not be printed.
fn tell_half_subtitle(meeting: &Meeting, key: Span, cx: &mut Context<'_>) {
    let Meeting { body, session, date, .. } = meeting;
    let date_span = date.map(|Spanned { span, .. }| span);
    let written = [body, session].into_iter().flatten().map(Text::span).chain(date_span);
    if written.count() == 0 || session.is_some() && date.is_some() {
        return;
    }
    let message = both(
        "会议的日期、届次不全，不能写成副标题，写了的也不会印出",
        "date or session of the meeting is missing: there is no subtitle, and what is given is not printed",
    );
    cx.push(Diagnostic::warning(Code::Meeting, key, message).hint(both(
        "补上“日期”和“届次”，或者直接写“副标题”",
        "give “date” and “session”, or write “subtitle”",
    )));
}

fn only_in_meeting(key: Span, zh: &str, en: &str) -> Diagnostic {
    let message = both(
        format!("“{zh}”只用于会议文件，这里不会印出"),
        format!("“{en}” belongs to the format “meeting”; here it would not be printed"),
    );
    Diagnostic::error(Code::NotInFormat, key, message).hint(both(
        format!("写上“格式: 会议文件”，或者删去“{zh}”"),
        format!("write “format: meeting”, or delete “{en}”"),
    ))
}

fn two_addresses(at: Span) -> Diagnostic {
    let message = both(
        "称谓和主送写了两样，只能印一样",
        "both a salutation and recipients; only one is printed",
    );
    Diagnostic::error(Code::BadValue, at, message).hint(both(
        "口头报告写称谓，书面报告写主送，删去另一样",
        "an oral report has a salutation, a written one recipients; delete the other",
    ))
}

/// The format adds words that the file does not have: which, the profile says.
fn usual_salutation(hearers: Hearers, key: Span) -> Diagnostic {
    let (zh, en) = match hearers {
        Hearers::Chairs => ("主任会议", "a meeting of chairs"),
        Hearers::Committee => ("人大常委会", "a standing committee"),
        Hearers::Congress => ("人民代表大会", "a people's congress"),
    };
    let message = both(
        format!("没有写称谓，用向{zh}报告的通行称谓"),
        format!("no salutation is given: the usual one for {en} is taken"),
    );
    Diagnostic::note(Code::Meeting, key, message)
        .hint(both("不用通行的，就写“称谓”", "write “salutation” to have another"))
}

fn no_salutation(key: Span) -> Diagnostic {
    let message = both(
        "口头报告没有写称谓，也看不出向谁报告",
        "an oral report without salutation, and whom it addresses is not said",
    );
    Diagnostic::warning(Code::Meeting, key, message).hint(both(
        "写上“称谓”，或在“机构”“届次”里写明人大、人大常委会或主任会议",
        "write “salutation”, or name the congress or its standing committee in “body”",
    ))
}

fn no_address(key: Span) -> Diagnostic {
    let message = both("书面报告没有写主送", "a written report that addresses nobody");
    Diagnostic::warning(Code::Meeting, key, message).hint(both(
        "写上“主送: 某某县人大常委会”，或在“会议”里写“称谓”",
        "write “recipients: …”, or “salutation: …” in “meeting”",
    ))
}
