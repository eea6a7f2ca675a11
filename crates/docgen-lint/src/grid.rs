//! Tables as an editor reads them: rows and columns of numbers with their names.

use docgen_model::{Block, BlockKind, Document, Table, TableCell, Text};

use crate::number::Amount;

/// A table with every cell at each place that it covers.
#[derive(Debug)]
pub(crate) struct Grid<'a> {
    pub(crate) table: &'a Table,
    places: Vec<Vec<Option<&'a TableCell>>>,
}

/// A number in a cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number<'a> {
    pub(crate) amount: Amount,
    /// The last decimal that is written.
    pub(crate) step: i128,
    pub(crate) percent: bool,
    pub(crate) text: &'a Text,
}

/// The tables of a document, in reading order.
pub(crate) fn grids(document: &Document) -> impl Iterator<Item = Grid<'_>> {
    let attached = document.attachments.iter().flat_map(|attachment| &attachment.body);
    let enclosed = document.enclosed.iter().flat_map(|enclosed| &enclosed.body);
    let blocks = document.body.iter().chain(enclosed).chain(attached);
    blocks.filter_map(table).map(Grid::new)
}

fn table(block: &Block) -> Option<&Table> {
    match &block.kind {
        BlockKind::Table(table) => Some(table),
        BlockKind::Paragraph(_) | BlockKind::Figure(_) | BlockKind::PageBreak => None,
    }
}

impl<'a> Grid<'a> {
    fn new(table: &'a Table) -> Self {
        let mut places = vec![vec![None; table.columns.len()]; table.rows.len()];
        for (row, cells) in table.rows.iter().enumerate() {
            for cell in cells {
                for covered in places.iter_mut().skip(row).take(cell.down.max(1)) {
                    let covered = covered.iter_mut().skip(cell.column);
                    covered
                        .take(cell.across.max(1))
                        .for_each(|place| *place = Some(cell));
                }
            }
        }
        Self { table, places }
    }

    /// The rows below the head.
    pub(crate) fn body(&self) -> std::ops::Range<usize> {
        self.table.head_rows..self.table.rows.len()
    }

    /// The columns.
    pub(crate) fn columns(&self) -> std::ops::Range<usize> {
        0..self.table.columns.len()
    }

    /// The words at a place.
    pub(crate) fn words(&self, row: usize, column: usize) -> &'a str {
        self.cell(row, column).map_or("", |cell| cell.text.as_str().trim())
    }

    fn cell(&self, row: usize, column: usize) -> Option<&'a TableCell> {
        *self.places.get(row)?.get(column)?
    }

    /// The number at a place, if the cell holds nothing else and begins there.
    pub(crate) fn number(&self, row: usize, column: usize) -> Option<Number<'a>> {
        let cell = self.cell(row, column).filter(|cell| cell.column == column)?;
        let above = row.checked_sub(1).and_then(|row| self.cell(row, column));
        if above.is_some_and(|above| std::ptr::eq(above, cell)) {
            return None;
        }
        let words = cell.text.as_str().trim();
        let digits = words.trim_end_matches(['%', '％']);
        let amount = Amount::of(digits)
            .filter(|_| digits.starts_with(|c: char| c.is_ascii_digit()))?;
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let step = Amount::ONE / 10_i128.pow(u32::try_from(decimals).ok()?.min(6));
        Some(Number {
            amount,
            step,
            percent: digits.len() < words.len(),
            text: &cell.text,
        })
    }

    /// Whether a place holds nothing, or a dash for nothing.
    pub(crate) fn is_empty(&self, row: usize, column: usize) -> bool {
        matches!(self.words(row, column), "" | "—" | "——" | "-" | "/")
    }

    /// The name of a column: the lowest words of its head.
    pub(crate) fn head(&self, column: usize) -> &'a str {
        let rows = (0..self.table.head_rows).rev();
        rows.map(|row| self.words(row, column))
            .find(|words| !words.is_empty())
            .unwrap_or("")
    }

    /// The name of a row: its first words that are no number.
    pub(crate) fn name(&self, row: usize) -> &'a str {
        self.full_name(row).trim()
    }

    /// The name of a row with the blanks around it.
    fn full_name(&self, row: usize) -> &'a str {
        let cells = self.columns().filter_map(|column| self.cell(row, column));
        let mut words = cells.map(|cell| cell.text.as_str());
        words.find(|words| words.contains(char::is_alphabetic)).unwrap_or("")
    }

    /// How far the name of a row is set in, and the form of its ordinal: rows of one level
    /// have the same of both.
    pub(crate) fn level(&self, row: usize) -> (usize, u8) {
        let name = self.full_name(row);
        let bare = name.trim_start();
        let inner = bare.strip_prefix(['（', '(']);
        let han = |words: &str| words.starts_with(|c| "一二三四五六七八九十".contains(c));
        let digit = |words: &str| words.starts_with(|c: char| c.is_ascii_digit());
        let form = match inner {
            Some(inner) if han(inner) => 2,
            Some(inner) if digit(inner) => 4,
            None if han(bare) && bare.contains('、') => 1,
            None if digit(bare) => 3,
            _ => 0,
        };
        (name.len() - bare.len(), form)
    }

    /// Whether the numbers of a column are such as can be added up.
    pub(crate) fn adds_up(&self, column: usize) -> bool {
        let head = self.head(column).replace([' ', '\u{3000}'], "");
        let head = head.split(['（', '(']).next().unwrap_or_default();
        let never = [
            "率", "序号", "比", "比重", "排名", "名次", "编号", "均", "单价", "标准",
            "价格", "得分", "分数", "增速", "增幅", "增长", "年份", "年度", "时间",
            "日期", "倍数",
        ];
        let average =
            head.contains("平均") || head.contains("人均") || head.contains('%');
        let percent =
            self.body().any(|row| self.number(row, column).is_some_and(|n| n.percent));
        !average && !percent && !never.iter().any(|end| head.ends_with(end))
    }
}

/// Whether a name is that of a total of all, or of some.
pub(crate) fn total_name(words: &str) -> Option<Total> {
    let plain = words.replace([' ', '\u{3000}'], "");
    match plain.as_str() {
        "合计" | "总计" | "共计" | "总和" | "计" => Some(Total::All),
        "小计" => Some(Total::Some),
        _ => None,
    }
}

/// 合计 or 小计.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    All,
    Some,
}
