//! From written characters to printed text: mark-up, marks and blanks set right.

use docgen_model::{Code, Date, Diagnostic, Span, Spanned, Text};

use super::Context;
use super::fields::Fields;
use crate::blanks::{self, Blanks};
use crate::cells::{self, Cell, is_blank};
use crate::date::{self, DateError};
use crate::inline;
use crate::marks;
use crate::report::{both, short};
use crate::yaml::{Node, NodeKind};

impl Context<'_> {
    /// One line of running text.
    pub(super) fn prose(&mut self, line: &[Cell], blanks: Blanks) -> Vec<Cell> {
        let line = self.marked(line);
        blanks::mend(&line, blanks, self.report)
    }

    /// A line with mark-up and marks set right, its blanks as they were.
    pub(super) fn marked(&mut self, line: &[Cell]) -> Vec<Cell> {
        let mut line = inline::read(cells::trim(line));
        marks::convert(&mut line, self.report);
        line
    }

    /// A scalar as one line of printed text.
    pub(super) fn line_of(&mut self, node: &Node, blanks: Blanks) -> Option<Text> {
        let NodeKind::Scalar(written) = &node.kind else { return None };
        let line = self.prose(&cells::one_line(written), blanks);
        (!line.is_empty()).then(|| cells::text(&line))
    }

    /// A date; one in another form or that does not exist is told.
    pub(super) fn date_of(&mut self, node: &Node, title: &str) -> Option<Spanned<Date>> {
        let written = node.written();
        let shown = short(&written);
        let message = |what: &str| {
            both(
                format!("“{title}”的“{shown}”{what}"),
                format!("“{shown}” is not a date"),
            )
        };
        // `2022年　月　日` of a draft.
        let form = match written.contains('年') {
            true => both(
                "写成 2022-01-18 或 2022年1月18日；还没定的，写“稿本: 草稿”，先不写这一项",
                "write 2022-01-18; a draft (“stage: draft”) may leave it out",
            ),
            false => both("写成 2022-01-18 或 2022年1月18日", "write 2022-01-18"),
        };
        let finding = match date::parse(&written) {
            Ok(date) => return Some(Spanned::new(date, node.span)),
            Err(DateError::NoSuchDay) => {
                let message = message("在日历上不存在");
                Diagnostic::error(Code::BadDate, node.span, message)
                    .hint(both("核对年、月、日", "check year, month and day"))
            }
            Err(DateError::Form(None)) => {
                Diagnostic::error(Code::BadDate, node.span, message("不是日期"))
                    .hint(form)
            }
            Err(DateError::Form(Some(meant))) => {
                let message = message("不是认得的日期写法");
                let iso = meant.iso();
                Diagnostic::error(Code::BadDate, node.span, message)
                    .hint(both(format!("改成 {iso} 或 {meant}"), format!("write {iso}")))
            }
        };
        self.push(finding.clause([7, 3, 5, 4]));
        None
    }
}

impl Fields {
    /// A text on one line.
    pub(super) fn text(
        &mut self,
        name: &str,
        blanks: Blanks,
        cx: &mut Context<'_>,
    ) -> Option<Text> {
        let value = self.take(name, cx)?;
        cx.line_of(&value.node, blanks)
    }

    /// A text as written, but for blanks at its ends: numbers and codes.
    pub(super) fn verbatim(&mut self, name: &str, cx: &mut Context<'_>) -> Option<Text> {
        let value = self.take(name, cx)?;
        let NodeKind::Scalar(written) = &value.node.kind else { return None };
        let line = cells::one_line(written);
        Some(cells::text(cells::trim(&line)))
    }

    /// A list of names, each on one line. An item that holds one of `separators` is probably
    /// several, which is warned of.
    pub(super) fn names(
        &mut self,
        name: &str,
        separators: &[char],
        cx: &mut Context<'_>,
    ) -> Vec<Text> {
        let Some(value) = self.take(name, cx) else { return vec![] };
        let is_list = matches!(value.node.kind, NodeKind::Seq(_));
        let items = value.node.into_items();
        let names: Vec<Text> =
            items.iter().filter_map(|item| cx.line_of(item, Blanks::Drop)).collect();
        for name in names.iter().filter(|_| is_list) {
            warn_of_comma(name, separators, cx);
        }
        names
    }

    /// Names of which a text is one too, so that a text that holds ， or 、 is warned of.
    pub(super) fn names_apart(&mut self, name: &str, cx: &mut Context<'_>) -> Vec<Text> {
        let names = self.names(name, &[], cx);
        for name in &names {
            warn_of_comma(name, &['，', '、'], cx);
        }
        names
    }

    /// A list of lines, or a text whose lines they are.
    pub(super) fn lines(
        &mut self,
        name: &str,
        blanks: Blanks,
        cx: &mut Context<'_>,
    ) -> Vec<Text> {
        let Some(value) = self.take(name, cx) else { return vec![] };
        let mut texts = vec![];
        for item in value.node.into_items() {
            let NodeKind::Scalar(written) = item.kind else { continue };
            for line in cells::lines(&written).filter(|line| !line.is_empty()) {
                let line = cx.prose(line, blanks);
                texts.push(cells::text(&line));
            }
        }
        texts
    }

    /// A date.
    pub(super) fn date(
        &mut self,
        name: &str,
        title: &str,
        cx: &mut Context<'_>,
    ) -> Option<Spanned<Date>> {
        let value = self.take(name, cx)?;
        cx.date_of(&value.node, title)
    }
}

/// `[盟委，盟政协]` is one item for YAML.
fn warn_of_comma(name: &Text, separators: &[char], cx: &mut Context<'_>) {
    let Some((at, mark)) =
        name.as_str().char_indices().find(|(_, c)| separators.contains(c))
    else {
        return;
    };
    let place = name.span_of(at..at + mark.len_utf8());
    let message = both(
        format!("名称里有“{mark}”，程序把“{}”当作一个名称", short(name.as_str())),
        format!("a name holds “{mark}”; it is taken for one name"),
    );
    cx.push(Diagnostic::warning(Code::CommaInItem, place, message).hint(both(
        "若是几个名称，请写成 [甲, 乙]（半角逗号加空格），或者每个写成一行“- 名称”",
        "write several names as [a, b], or one a line",
    )));
}

/// Takes the marks off the ends of listed names: the list has its own between them. Of its own
/// final one, at the end of the last, nothing is told.
pub(super) fn without_marks(names: &mut [Text], own: &[char], cx: &mut Context<'_>) {
    const MARKS: [char; 6] = ['。', '，', '、', '；', '：', ':'];
    let last = names.len().saturating_sub(1);
    for (index, name) in names.iter_mut().enumerate() {
        let string = name.as_str();
        let Some(mark) = string.chars().next_back().filter(|c| MARKS.contains(c)) else {
            continue;
        };
        if index != last || !own.contains(&mark) {
            let place = name.span_of(string.len() - mark.len_utf8()..string.len());
            cx.push(item_mark(mark, place));
        }
        *name = without_final(name, &MARKS);
    }
}

fn item_mark(mark: char, place: Span) -> Diagnostic {
    let message = both(
        format!("名单里一项的末尾有“{mark}”，已去掉"),
        format!("“{mark}” at the end of a listed name was dropped"),
    );
    let hint = both("标点由程序添加，请删去", "the list has its own marks: delete it");
    Diagnostic::note(Code::ItemMark, place, message).hint(hint)
}

/// Without blanks and one of `marks` at the end.
pub(super) fn without_final(text: &Text, marks: &[char]) -> Text {
    let string = text.as_str();
    let kept = string.strip_suffix(marks).unwrap_or(string).trim_end_matches(is_blank);
    text.slice(0..kept.len())
}
