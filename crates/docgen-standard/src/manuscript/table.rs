//! 表格 in the flow: the words around it are paragraphs, the table itself stands in the place
//! of lines.

use docgen_model::{Table, Text};

use super::{Insert, Para};
use crate::Role;

/// A table with the words around it: 表题 and 单位 keep with its head. One that is set across
/// the sheet begins a page, together with the headings that keep
/// with it. Right below another table one row stays blank.
pub(super) fn push_table(table: &Table, flow: &mut Vec<Para>) {
    let first = flow.len();
    let caption = table.caption.clone();
    let unit = table.unit.as_ref().map(|unit| labelled("单位", unit));
    for (role, text) in [(Role::TableCaption, caption), (Role::TableUnit, unit)] {
        let para = text.map(|text| Para::new(role, text));
        flow.extend(para.map(|para| Para { keep_next: true, ..para }));
    }
    let insert = Some(Insert::Table(table.clone()));
    let place = Text::new("", table.span);
    flow.push(Para { insert, ..Para::new(Role::Table, place) });
    let note = table.note.as_ref().map(|note| labelled("注", note));
    flow.extend(note.map(|text| Para::new(Role::TableNote, text)));
    let apart = first.checked_sub(1).is_none_or(|last| flow[last].insert.is_none());
    if !apart && flow[first].insert.is_some() {
        flow[first].rows_before = 1;
    }
    if table.landscape {
        let kept = flow[..first].iter().rev().take_while(|para| para.keep_next).count();
        let kept = if kept == first { 0 } else { kept };
        flow[first - kept..].iter_mut().for_each(|para| para.turned = true);
        flow[first - kept].page_break = true;
    }
}

/// The words behind their label, unless the author wrote it (注：, 注1：).
fn labelled(label: &str, words: &Text) -> Text {
    let rest = words.as_str().strip_prefix(label);
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    if rest.is_some_and(|rest| rest.starts_with(['：', ':'])) {
        return words.clone();
    }
    let mut text = Text::new(format!("{label}："), words.span().before());
    text.push_text(words);
    text
}

/// The role of the cells of a row.
pub fn row_role(table: &Table, row: usize) -> Role {
    if row < table.head_rows {
        Role::TableHead
    } else if table.totals && row + 1 == table.rows.len() {
        Role::TableTotals
    } else {
        Role::Table
    }
}

#[cfg(test)]
mod tests {
    use docgen_model::Span;

    use super::*;

    #[test]
    fn a_label_that_the_author_wrote_is_not_repeated() {
        let note = |words| labelled("注", &Text::new(words, Span::default()));
        for own in ["注：含派驻人员。", "注1：含派驻人员。"] {
            assert_eq!(note(own).as_str(), own);
        }
        assert_eq!(note("含派驻人员。").as_str(), "注：含派驻人员。");
        assert_eq!(note("注销的企业不计。").as_str(), "注：注销的企业不计。");
    }
}
