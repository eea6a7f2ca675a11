//! 表格: what is read, and what is told where rows and columns do not agree.

use docgen_model::{CellAlign, Table};

use super::*;

fn table_of(source: &str) -> (Option<Table>, Vec<String>) {
    let source = format!("title: 某某工作的报告\nbody:\n  - table:\n{source}");
    let files = |name: &str| match name {
        "甲.csv" => Ok("乡镇,人口\n甲镇,\"1,000\"\n".into()),
        // 乡镇,人口 in GB18030.
        "乙.csv" => Ok(b"\xcf\xe7\xd5\xf2,\xc8\xcb\xbf\xda\n1,2,3\n".to_vec()),
        _ => Err(FileError::Unreadable("没有文件".into())),
    };
    let (document, findings) = crate::parse(&source, &files);
    let block = document.and_then(|document| document.body.into_iter().next());
    let table = block.and_then(|block| match block.kind {
        BlockKind::Table(table) => Some(table),
        BlockKind::Paragraph(_) | BlockKind::Figure(_) | BlockKind::PageBreak => None,
    });
    (table, told(&source, &findings))
}

/// The words of the cells, row by row.
fn words(table: &Table) -> Vec<Vec<&str>> {
    let row = table.rows.iter();
    row.map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

/// The kinds of what is told, without the notes.
fn codes(source: &str) -> Vec<String> {
    let told = table_of(source).1.into_iter();
    told.map(|line| line.split(' ').nth(1).unwrap_or_default().to_owned()).collect()
}

#[test]
fn names_of_columns_are_the_head() {
    let (table, told) = table_of(
        "      columns: [甲, {name: 乙, width: 30mm, align: 小数点}, {name: 丙, width: 20%}]\n      rows: [[1, \"2,000\", 3], [x, null, \"\"]]\n      合计: 是\n",
    );
    assert_eq!(told, Vec::<String>::new());
    let table = table.unwrap();
    assert_eq!((table.head_rows, table.totals), (1, true));
    assert_eq!(words(&table)[1][..2], ["1", "2,000"]);
    let widths: Vec<_> = table.columns.iter().map(|c| c.width.map(|w| w.value)).collect();
    let length = Width::Length(Extent::Length(Abs::mm100(3_000)));
    assert_eq!(widths, [None, Some(length), Some(Width::Percent(20))]);
    assert_eq!(table.columns[1].align, Some(CellAlign::Decimal));
}

#[test]
fn cells_take_the_free_places_from_the_left() {
    let (table, told) = table_of(
        "      head_rows: 2\n      rows:\n        - [{text: 甲, down: 2}, {text: 乙, across: 2}]\n        - [丙, 丁]\n        - [1, 2, 3]\n",
    );
    assert_eq!(told, Vec::<String>::new());
    let table = table.unwrap();
    let columns: Vec<_> = table.rows[1].iter().map(|cell| cell.column).collect();
    assert_eq!((table.columns.len(), columns), (3, vec![1, 2]));
}

#[test]
fn rows_come_from_a_csv_file_too() {
    let (table, told) = table_of("      csv: 甲.csv\n");
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(words(&table.unwrap()), [["乡镇", "人口"], ["甲镇", "1,000"]]);
}

#[test]
fn rows_that_do_not_agree_are_told() {
    let table = |rows: &str| format!("      rows: {rows}\n");
    for rows in [
        "[[甲, 乙], [1]]",
        "[[甲, 乙], [1, 2, 3]]",
        "[[甲, 乙], [{text: 1, down: 2}, 2]]",
        "[[{text: 甲, down: 2}, 乙], [1]]",
        "[[甲, 乙], [1, {text: 2, across: 2}]]",
        "[[甲, 乙], [{text: 1, across: 0}, 2, 3]]",
        "[[甲, 乙, 丙], [1, {text: 2, down: 2}, 3], [{text: 4, across: 2}, 5]]",
        "[[甲, 乙]]",
    ] {
        assert_eq!(codes(&table(rows)), ["doc-table"], "{rows}");
    }
}

#[test]
fn what_contradicts_itself_is_told() {
    let rows = "      rows: [[1, 2]]\n";
    assert_eq!(
        codes(&format!("      columns: [甲, 乙]\n      head_rows: 1\n{rows}")),
        ["doc-table"]
    );
    assert_eq!(codes(&format!("      columns: [甲, {{}}]\n{rows}")), ["doc-table"]);
    assert_eq!(codes(&format!("      csv: 甲.csv\n{rows}")), ["doc-table"]);
    assert_eq!(codes("      caption: 甲\n"), ["doc-table"]);
    assert_eq!(codes("      rows: []\n"), ["yaml-no-value"]);
    assert_eq!(codes("      csv: 丙.csv\n"), ["doc-bad-file"]);
    assert_eq!(
        codes("      columns: [{name: 甲, width: 宽}]\n      rows: [[1]]\n"),
        ["doc-bad-value"]
    );
    assert_eq!(
        codes("      columns: [{name: 甲, align: 斜}]\n      rows: [[1]]\n"),
        ["doc-bad-value"]
    );
}

#[test]
fn a_ragged_csv_file_is_told_at_its_name() {
    let (table, told) = table_of("      csv: 乙.csv\n");
    assert!(table.is_none());
    assert!(told.iter().any(|line| line.contains("doc-table “乙.csv”")), "{told:?}");
}
