//! The lines of the 版记 (7.4).

use docgen_model::{Record, Span, Text};

use super::joined;
use crate::Role;

/// One line of the 版记, which may turn over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// [`Role::CopyTo`] or [`Role::Printer`].
    pub role: Role,
    /// The words, flush left after the indent.
    pub text: Text,
    /// Its further lines begin under the character at this byte.
    pub hang_at: usize,
    /// The words flush right: the date of printing.
    pub right: Option<Text>,
    /// What the words behind its label are.
    pub names: RecordNames,
    /// Whether a rule stands above it.
    pub rule_above: bool,
}

/// What a line of the 版记 names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordNames {
    /// 主送机关 that page 1 has no room for (7.3.2).
    Recipients,
    /// 抄送机关, in a 纪要 those that it is 分送 to.
    CopyTo,
    /// 印发机关 and 印发日期.
    Printing,
    /// Whatever else the author had printed there.
    Other,
}

impl RecordLine {
    /// The words behind the date of printing.
    const PRINTED: &str = "印发";

    /// 印发日期: the words flush right without 印发.
    pub fn print_date(&self) -> Option<Text> {
        let right = self.right.as_ref()?;
        let date = right.as_str().strip_suffix(Self::PRINTED)?;
        Some(right.slice(0..date.len()))
    }
}

/// 版记 (7.4), top to bottom: 主送, 抄送 (no rule between them), others, 印发.
pub(super) fn record_lines(record: &Record, label: &str, ruled: bool) -> Vec<RecordLine> {
    let mut lines = vec![];
    if !record.main_to.is_empty() {
        lines.push(list_line(RecordNames::Recipients, "主送", &record.main_to, true));
    }
    if !record.copy_to.is_empty() {
        let label = record.label.as_ref().map_or(label, Text::as_str);
        lines.push(list_line(
            RecordNames::CopyTo,
            label,
            &record.copy_to,
            lines.is_empty(),
        ));
    }
    for (index, text) in record.extra.iter().enumerate() {
        lines.push(RecordLine {
            role: Role::Printer,
            text: text.clone(),
            hang_at: 0,
            right: None,
            names: RecordNames::Other,
            rule_above: index == 0,
        });
    }
    let right = record.print_date.map(|date| {
        let mut text = Text::new(date.value.to_string(), date.span);
        text.push_str(RecordLine::PRINTED, Span::new(date.span.end, date.span.end));
        text
    });
    if record.printer.is_some() || right.is_some() {
        let text = record.printer.clone().unwrap_or_default();
        lines.push(RecordLine {
            role: Role::Printer,
            text,
            hang_at: 0,
            right,
            names: RecordNames::Printing,
            rule_above: true,
        });
    }
    lines.iter_mut().for_each(|line| line.rule_above &= ruled);
    lines
}

fn list_line(
    names: RecordNames,
    label: &str,
    organs: &[Text],
    rule_above: bool,
) -> RecordLine {
    let list = joined(organs, "，", "。");
    let mut text = Text::default();
    text.push_str(&format!("{label}："), list.span().before());
    let hang_at = text.len();
    text.push_text(&list);
    RecordLine { role: Role::CopyTo, text, hang_at, right: None, names, rule_above }
}
