//! 标题, 文种 and the single lines around the body: 主送, 附注.

use docgen_model::{Code, Diagnostic, Format, Kind, Span, Text, Title};

use super::Context;
use super::fields::Fields;
use super::prose::without_marks;
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::DOCUMENT;

/// The title of a document. Where it may be missing, or the rules of the format are not known,
/// only one that is written is read.
pub(super) fn of_document(
    fields: &mut Fields,
    format: Format,
    ruled: bool,
    cx: &mut Context<'_>,
) -> Title {
    let optional = DOCUMENT.field("title").is_some_and(|f| f.except.contains(&format));
    if fields.key("title").is_none() && (optional || !ruled) {
        return Title::default();
    }
    read(fields, cx)
}

/// The title; one with several lines keeps them.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Title {
    let mut lines = fields.lines("title", Blanks::Wide, cx);
    if let Some(last) = lines.last() {
        check_end(last, "公文标题", cx);
    }
    match lines.pop() {
        None => Title::default(),
        Some(line) if lines.is_empty() => Title::Auto(line),
        Some(line) => {
            lines.push(line);
            Title::Lines(lines)
        }
    }
}

/// A title has no mark at its end (for attachments 7.3.4, else usage of all organs).
pub(super) fn check_end(last: &Text, whose: &str, cx: &mut Context<'_>) {
    let Some(mark) = last.as_str().chars().last() else { return };
    if !matches!(mark, '。' | '，' | '；' | '：' | '、' | '！' | '？' | '.') {
        return;
    }
    let place = last.span_of(last.len() - mark.len_utf8()..last.len());
    let message =
        both(format!("{whose}末尾有“{mark}”"), format!("the title ends with “{mark}”"));
    cx.push(
        Diagnostic::warning(Code::TitleMark, place, message)
            .hint(both(format!("{whose}末尾不加标点"), "titles end without a mark")),
    );
}

/// 文种: as given, or the one that ends the title; else that of the format.
pub(super) fn kind(
    fields: &mut Fields,
    title: &Title,
    place: Span,
    format: Format,
    cx: &mut Context<'_>,
) -> Option<Kind> {
    if let Some(word) = fields.word("kind", cx) {
        return Kind::ALL.into_iter().find(|kind| kind.name() == word.value);
    }
    let line = title.to_line();
    let kind = kind_of(&line).or(match format {
        Format::Order => Some(Kind::Order),
        Format::Minutes => Some(Kind::Minutes),
        Format::Common | Format::Letter | Format::Meeting | Format::Plain => None,
    });
    if kind.is_none() && !fields.is_muted("kind", cx) && !line.is_empty() {
        let message = both(
            "没有写“文种”，标题末尾也认不出十五种法定文种之一",
            "no kind is given and none of the fifteen ends the title",
        );
        cx.push(Diagnostic::warning(Code::NoKind, place, message).hint(both(
            "标题以文种结尾（如“…的通知”），或者写上“文种: 通知”",
            "end the title with a kind, or write “kind: …”",
        )));
    }
    kind
}

/// The longest kind that ends a title, trailing brackets such as （试行） left out.
fn kind_of(title: &str) -> Option<Kind> {
    let mut title = title;
    while let Some((before, _)) =
        title.strip_suffix('）').and_then(|inner| inner.rsplit_once('（'))
    {
        title = before;
    }
    let named = Kind::ALL.into_iter().filter(|kind| title.ends_with(kind.name()));
    let longest = named.max_by_key(|kind| kind.name().len());
    longest.or(title.ends_with('令').then_some(Kind::Order))
}

/// 主送机关; the final ： is added when printing.
pub(super) fn recipients(fields: &mut Fields, cx: &mut Context<'_>) -> Vec<Text> {
    // 、 stands within a class of organs, so only ， is suspicious.
    let mut names = fields.names("recipients", &['，'], cx);
    without_marks(&mut names, &['：', ':'], cx);
    names
}

/// 附注, without the brackets that are added when printing.
pub(super) fn note(fields: &mut Fields, cx: &mut Context<'_>) -> Option<Text> {
    let note = fields.text("note", Blanks::Keep, cx)?;
    let inner = |s: &str| {
        let inner = s.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
        Some(inner.len())
    };
    let Some(length) = inner(note.as_str()) else { return Some(note) };
    let start = note.as_str().chars().next().map_or(0, char::len_utf8);
    Some(note.slice(start..start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_kind_that_ends_the_title() {
        assert_eq!(kind_of("关于法治政府建设情况的报告"), Some(Kind::Report));
        assert_eq!(kind_of("关于同意设立的复函"), Some(Kind::Letter));
        assert_eq!(kind_of("某某县人民政府令"), Some(Kind::Order));
        assert_eq!(kind_of("某某通知（试行）"), Some(Kind::Notice));
        assert_eq!(kind_of("某某办法"), None);
        assert_eq!(kind_of("）"), None);
    }
}
