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
    /// Whether it names 印发机关 and 印发日期.
    pub printing: bool,
    /// Whether a rule stands above it.
    pub rule_above: bool,
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
        lines.push(list_line("主送", &record.main_to, true));
    }
    if !record.copy_to.is_empty() {
        let label = record.label.as_ref().map_or(label, Text::as_str);
        lines.push(list_line(label, &record.copy_to, lines.is_empty()));
    }
    for (index, text) in record.extra.iter().enumerate() {
        lines.push(RecordLine {
            role: Role::Printer,
            text: text.clone(),
            hang_at: 0,
            right: None,
            printing: false,
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
            printing: true,
            rule_above: true,
        });
    }
    lines.iter_mut().for_each(|line| line.rule_above &= ruled);
    lines
}

fn list_line(label: &str, names: &[Text], rule_above: bool) -> RecordLine {
    let list = joined(names, "，", "。");
    let mut text = Text::default();
    text.push_str(&format!("{label}："), list.span().before());
    let hang_at = text.len();
    text.push_text(&list);
    let (role, printing) = (Role::CopyTo, false);
    RecordLine { role, text, hang_at, right: None, printing, rule_above }
}
