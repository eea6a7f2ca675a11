//! 表格 in the flow: the words around it are paragraphs, the table itself stands in the place
//! of lines.

use docgen_model::{Table, Text};

use super::{Insert, Para};
use crate::Role;

/// A table with the words around it: 表题 and 单位 keep with its head. One that is set across
/// the sheet begins a page, together with the headings that keep with it.
pub(super) fn push_table(table: &Table, flow: &mut Vec<Para>) {
    let first = flow.len();
    let above = [(Role::TableCaption, &table.caption), (Role::TableUnit, &table.unit)];
    for (role, text) in above {
        let para = text.iter().map(|text| Para::new(role, text.clone()));
        flow.extend(para.map(|para| Para { keep_next: true, ..para }));
    }
    let insert = Some(Insert::Table(table.clone()));
    let place = Text::new("", table.span);
    flow.push(Para { insert, ..Para::new(Role::Table, place) });
    let note = table.note.iter().map(|text| Para::new(Role::TableNote, text.clone()));
    flow.extend(note);
    if table.landscape {
        let kept = flow[..first].iter().rev().take_while(|para| para.keep_next).count();
        let kept = if kept == first { 0 } else { kept };
        flow[first - kept..].iter_mut().for_each(|para| para.turned = true);
        flow[first - kept].page_break = true;
    }
}
