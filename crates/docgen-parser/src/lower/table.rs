//! 表格: columns, and rows from the document or from a CSV file.
//!
//! 1. Rows are lists of cells; a CSV file gives plain cells, all of which stand at its name.
//! 2. Names of columns are a head of one row; without names the first `head_rows` rows are
//!    the head, one unless the author says otherwise.
//! 3. Cells take the free places of their row from the left, as in HTML; together they must
//!    cover every place once.

use docgen_model::{
    CellAlign, Code, Column, Diagnostic, Span, Spanned, Table, TableCell, Text,
};

use super::fields::{Fields, Value};
use super::shape::{count, width};
use super::spent::Ware;
use super::{Context, files};
use crate::blanks::Blanks;
use crate::cells;
use crate::characters;
use crate::report::both;
use crate::schema::{CELL, COLUMN, TABLE};
use crate::yaml::{Node, NodeKind};
use crate::{MAX_CELL, MAX_COLUMNS};

/// A row as written.
struct Row {
    cells: Vec<Written>,
    span: Span,
    /// Its line in a CSV file.
    line: Option<u64>,
}

/// A cell as written.
struct Written {
    text: Text,
    across: usize,
    down: usize,
    span: Span,
}

/// Reads a table; none if its rows and columns do not agree, which is told.
pub(super) fn read(value: Value, cx: &mut Context<'_>) -> Option<Table> {
    let span = value.key;
    let NodeKind::Map(entries) = value.node.kind else { return None };
    let mut fields = Fields::open(entries, &TABLE, span, cx);
    let caption = fields.text("caption", Blanks::Wide, cx);
    let unit = fields.text("unit", Blanks::Wide, cx);
    let note = fields.text("note", Blanks::Wide, cx);
    let mut flag = |name| fields.flag(name, cx).is_some_and(|flag| flag.value);
    let (landscape, totals) = (flag("landscape"), flag("totals"));
    let (names, mut columns) = columns(fields.take("columns", cx), cx)?;
    let head_rows = fields.take("head_rows", cx);
    let mut written = rows(&mut fields, span, cx)?;
    let head_rows = match (names, head_rows) {
        (Some(names), None) => {
            written.insert(0, names);
            1
        }
        (Some(_), Some(rows)) => {
            cx.push(two_heads(rows.key));
            return None;
        }
        (None, rows) => rows.map_or(1, |rows| number(&rows.node)),
    };
    if written.len() <= head_rows {
        cx.push(no_rows(span));
        return None;
    }
    let first = written.first().map_or(0, |row| {
        row.cells.iter().fold(0, |sum: usize, cell| sum.saturating_add(cell.across))
    });
    if columns.len().max(first) > MAX_COLUMNS {
        cx.push(too_many_columns(span));
        return None;
    }
    if columns.is_empty() {
        columns = vec![Column::default(); first];
    }
    let rows = place(written, columns.len(), head_rows, cx)?;
    Some(Table { caption, unit, note, columns, rows, head_rows, totals, landscape, span })
}

/// The names of the columns as a row, if they have names, and what is said of them.
fn columns(
    value: Option<Value>,
    cx: &mut Context<'_>,
) -> Option<(Option<Row>, Vec<Column>)> {
    let Some(value) = value else { return Some((None, vec![])) };
    let (mut names, mut columns) = (vec![], vec![]);
    for item in value.node.into_items() {
        let span = item.span;
        let (name, column) = match item.kind {
            NodeKind::Map(entries) => {
                let mut fields = Fields::open(entries, &COLUMN, span, cx);
                let width = fields.take("width", cx).and_then(|value| {
                    let width = width(&value.node.written())?;
                    Some(Spanned::new(width, value.node.span))
                });
                let align = fields.word("align", cx).map(|word| align(word.value));
                (fields.text("name", Blanks::Wide, cx), Column { width, align })
            }
            _ => (cx.line_of(&item, Blanks::Wide), Column::default()),
        };
        names.extend(name.map(|text| Written { text, across: 1, down: 1, span }));
        columns.push(column);
    }
    if !names.is_empty() && names.len() < columns.len() {
        cx.push(unnamed(value.key));
        return None;
    }
    let row = Row { cells: names, span: value.key, line: None };
    Some(((!row.cells.is_empty()).then_some(row), columns))
}

fn align(word: &str) -> CellAlign {
    match word {
        "left" => CellAlign::Left,
        "right" => CellAlign::Right,
        "decimal" => CellAlign::Decimal,
        _ => CellAlign::Center,
    }
}

/// The rows, from the document or from a file.
fn rows(fields: &mut Fields, owner: Span, cx: &mut Context<'_>) -> Option<Vec<Row>> {
    fields.tell_empty(&["rows", "csv"], cx);
    let told = fields.key("rows").is_some() || fields.key("csv").is_some();
    let (rows, csv) = (fields.take("rows", cx), fields.take("csv", cx));
    match (rows, csv) {
        (Some(_), Some(csv)) => {
            cx.push(two_sources(csv.key));
            None
        }
        (Some(rows), None) => {
            let rows = rows.node.into_items().into_iter();
            Some(rows.map(|row| listed(row, cx)).collect())
        }
        (None, Some(csv)) => from_file(&csv.node, cx),
        (None, None) => {
            if !told {
                cx.push(no_rows(owner));
            }
            None
        }
    }
}

/// A row that is a list.
fn listed(row: Node, cx: &mut Context<'_>) -> Row {
    let span = row.span;
    let items = row.into_items();
    let cells = match cx.spend(Ware::Cells, items.len(), span) {
        true => items.into_iter().map(|cell| written(cell, cx)).collect(),
        false => vec![],
    };
    Row { cells, span, line: None }
}

fn written(node: Node, cx: &mut Context<'_>) -> Written {
    let span = node.span;
    let NodeKind::Map(entries) = node.kind else {
        let text = cx.line_of(&node, Blanks::Wide);
        return Written { text: text.unwrap_or_default(), across: 1, down: 1, span };
    };
    let mut fields = Fields::open(entries, &CELL, span, cx);
    let text = fields.text("text", Blanks::Wide, cx).unwrap_or_default();
    let mut covers = |name| fields.take(name, cx).map_or(1, |value| number(&value.node));
    let (across, down) = (covers("across"), covers("down"));
    Written { text, across, down, span }
}

/// The records of a CSV file; all of it stands at the name.
fn from_file(name: &Node, cx: &mut Context<'_>) -> Option<Vec<Row>> {
    let text = files::text(name, cx)?;
    let span = name.span;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = vec![];
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                cx.push(bad_csv(&error, span));
                return None;
            }
        };
        if !cx.spend(Ware::Cells, record.len(), span) {
            return None;
        }
        let cells = record.iter().map(|field| {
            let mut cells = cells::placed(field, span);
            characters::check(&mut cells, cx.report);
            let line = cx.prose(&cells::one_line(&cells), Blanks::Wide);
            Written { text: cells::text(&line), across: 1, down: 1, span }
        });
        let cells = cells.collect();
        rows.push(Row { cells, span, line: record.position().map(csv::Position::line) });
    }
    Some(rows)
}

fn number(node: &Node) -> usize {
    count(&node.written()).and_then(|n| usize::try_from(n).ok()).unwrap_or(1)
}

/// Gives every cell its column. A row that is too short or too long, and a cell that reaches
/// over an edge, are told; then there is no table.
fn place(
    rows: Vec<Row>,
    columns: usize,
    head_rows: usize,
    cx: &mut Context<'_>,
) -> Option<Vec<Vec<TableCell>>> {
    let count = rows.len();
    let mut cells = rows.iter().flat_map(|row| &row.cells);
    if let Some(long) = cells.find(|cell| cell.text.as_str().chars().count() > MAX_CELL) {
        cx.push(long_cell(long.span));
        return None;
    }
    // How many more rows each column is covered from above.
    let mut covered = vec![0_usize; columns];
    let (mut placed, mut whole) = (vec![], true);
    for (index, row) in rows.into_iter().enumerate() {
        let part_end = if index < head_rows { head_rows } else { count };
        let (mut cells, mut at, mut over) = (vec![], 0, false);
        let mut next =
            covered.iter().map(|left| left.saturating_sub(1)).collect::<Vec<_>>();
        for cell in row.cells {
            at += covered.iter().skip(at).take_while(|left| **left > 0).count();
            let places = at..at.saturating_add(cell.across);
            let fits = covered.get(places.clone());
            let free = fits.is_some_and(|places| places.iter().all(|left| *left == 0));
            let reaches = cell.down > 0 && cell.down <= part_end - index;
            if cell.across == 0 || !reaches || fits.is_some() && !free {
                cx.push(bad_cell(cell.span));
                whole = false;
                continue;
            }
            over |= fits.is_none();
            let (down, across) = (cell.down, cell.across);
            next.iter_mut().skip(at).take(across).for_each(|left| *left = down - 1);
            cells.push(TableCell { text: cell.text, column: at, across, down });
            at = places.end;
        }
        at += covered.iter().skip(at).take_while(|left| **left > 0).count();
        if whole && (over || at != columns) {
            cx.push(ragged(row.span, row.line, at, columns));
            whole = false;
        }
        covered = next;
        placed.push(cells);
    }
    whole.then_some(placed)
}

fn ragged(span: Span, line: Option<u64>, here: usize, columns: usize) -> Diagnostic {
    let (zh, en) = line.map_or((String::new(), String::new()), |line| {
        (format!("（CSV 第{line}行）"), format!(" (CSV line {line})"))
    });
    let message = both(
        format!("这一行有 {here} 格，表格有 {columns} 列{zh}"),
        format!("this row has {here} cells, the table {columns} columns{en}"),
    );
    Diagnostic::error(Code::Table, span, message).hint(both(
        "补上空格子写 \"\"；跨列写 {text: …, across: 2}，被跨的格子不写",
        "write \"\" for an empty cell; leave out the places that another cell covers",
    ))
}

fn too_many_columns(span: Span) -> Diagnostic {
    let message = both(
        format!("表格的列太多：最多 {MAX_COLUMNS} 列"),
        format!("too many columns: at most {MAX_COLUMNS}"),
    );
    Diagnostic::error(Code::Table, span, message)
        .hint(both("分成几张表", "part it into several tables"))
}

fn long_cell(span: Span) -> Diagnostic {
    let message = both(
        format!("这一格的文字太长：最多 {MAX_CELL} 字"),
        format!("this cell is too long: at most {MAX_CELL} characters"),
    );
    Diagnostic::error(Code::Table, span, message)
        .hint(both("分成几行，或移到正文里", "part it into rows, or move it to the text"))
}

fn bad_cell(span: Span) -> Diagnostic {
    let message = both(
        "这一格跨出了表格（或表头），或与别的格子重叠",
        "this cell reaches out of the table (or its head), or over another",
    );
    Diagnostic::error(Code::Table, span, message)
        .hint(both("减小 across、down", "smaller across and down"))
}

fn no_rows(span: Span) -> Diagnostic {
    let message = both("表格没有表头以外的行", "the table has no rows below its head");
    Diagnostic::error(Code::Table, span, message)
        .hint(both("写 rows: [[…], […]] 或 csv: 文件名", "write rows or csv"))
}

fn two_sources(span: Span) -> Diagnostic {
    let message = both("行和 CSV 文件只能写一样", "both rows and a CSV file");
    Diagnostic::error(Code::Table, span, message).hint(both("删去一样", "keep one"))
}

fn two_heads(span: Span) -> Diagnostic {
    let message = both(
        "写了列名，列名就是表头，不能再写表头行数",
        "the columns have names, which are the head: head_rows cannot be given too",
    );
    Diagnostic::error(Code::Table, span, message).hint(both(
        "删去 head_rows；多层表头写在 rows 的前几行，列不写 name",
        "drop head_rows; a head of several rows stands in rows, above columns without names",
    ))
}

fn unnamed(span: Span) -> Diagnostic {
    let message =
        both("有的列有名称，有的没有", "some columns have names, some have none");
    Diagnostic::error(Code::Table, span, message)
        .hint(both("每列都写 name，或都不写", "name all of them, or none"))
}

fn bad_csv(error: &csv::Error, span: Span) -> Diagnostic {
    let message = both(
        format!("CSV 文件读不通：{error}"),
        format!("the CSV file cannot be read: {error}"),
    );
    Diagnostic::error(Code::BadFile, span, message)
        .hint(both("检查引号和逗号", "check quotes and commas"))
}
