//! The widths of columns, in twips as a word processor keeps them; their sum is the width of
//! the text.
//!
//! 1. A width that the author gives is kept; the other columns share what is left.
//! 2. Where every cell fits on one line, what is left over is shared out by what the columns
//!    hold.
//! 3. Else each column has at least what its longest number or word takes, or a few 字;
//!    short columns get all that they ask for, and the rest goes where text waits for room.
//! 4. If every width is given and they do not fill the text, they grow alike.

use docgen_model::{Abs, Bilingual, Code, Diagnostic, Table, Width};
use docgen_standard::Role;

use super::number::widest;
use super::{SetCell, own_cells, too_narrow};
use crate::Context;
use crate::inline::breaker::natural_width;
use crate::inline::prepare::Prepared;

/// What a column asks for.
#[derive(Debug, Default, Clone, Copy)]
struct Asks {
    /// As the author says.
    given: Option<i64>,
    /// The least that parts no word.
    least: i64,
    /// All on one line.
    natural: i64,
}

/// The widths of the columns of a table as wide as `width`.
pub(super) fn widths(
    table: &Table,
    cells: &[Vec<SetCell>],
    width: Abs,
    context: &mut Context<'_>,
) -> Vec<Abs> {
    let all = width.to_twips();
    let mut asks = asks(table, cells, context);
    for (ask, column) in asks.iter_mut().zip(&table.columns) {
        ask.given = column.width.map(|width| match width.value {
            Width::Length(length) => context.grid.length(length).to_twips(),
            Width::Percent(percent) => all * i64::from(percent) / 100,
        });
    }
    let given: i64 = asks.iter().filter_map(|ask| ask.given).sum();
    let open = asks.iter().filter(|ask| ask.given.is_none());
    let least: i64 = open.clone().map(|ask| ask.least).sum();
    if given + least > all {
        let found = match given > all {
            true => too_wide(table),
            false => too_narrow(table.span),
        };
        context.diagnostics.push(found);
        return shares(all, &vec![1; asks.len()]);
    }
    let open: Vec<Asks> = open.copied().collect();
    if open.is_empty() {
        return shares(all, &asks.iter().filter_map(|ask| ask.given).collect::<Vec<_>>());
    }
    let mut chosen = share_out(&open, all - given).into_iter();
    let width = |ask: &Asks| match ask.given {
        Some(given) => Abs::twips(given),
        None => chosen.next().unwrap_or_default(),
    };
    asks.iter().map(width).collect()
}

/// Shares room out to columns whose widths are open. Where it does not do for all on one
/// line, columns that ask for less than an even share get what they ask for; the others wait.
fn share_out(open: &[Asks], room: i64) -> Vec<Abs> {
    let natural: i64 = open.iter().map(|ask| ask.natural).sum();
    if natural <= room {
        let weights: Vec<_> = open.iter().map(|ask| ask.natural.max(1)).collect();
        let more = shares(room - natural, &weights);
        let width = |(ask, more): (&Asks, Abs)| Abs::twips(ask.natural) + more;
        return open.iter().zip(more).map(width).collect();
    }
    let mut base: Vec<i64> = open.iter().map(|ask| ask.least).collect();
    loop {
        let waits = |(ask, base): (&Asks, &i64)| *base < ask.natural;
        let waiting = open.iter().zip(&base).filter(|pair| waits(*pair)).count();
        let taken = open.iter().zip(&base).filter(|pair| !waits(*pair));
        let taken: i64 = taken.map(|(_, base)| base).sum();
        let even = (room - taken) / i64::try_from(waiting.max(1)).unwrap_or(1);
        let spare = room - base.iter().sum::<i64>();
        let mut pairs = open.iter().zip(&mut base);
        let next = pairs.find(|(ask, base)| {
            **base < ask.natural && ask.natural <= even && ask.natural - **base <= spare
        });
        let Some((ask, base)) = next else { break };
        *base = ask.natural;
    }
    let weights: Vec<_> =
        open.iter().zip(&base).map(|(ask, base)| ask.natural - base).collect();
    let more = shares(room - base.iter().sum::<i64>(), &weights);
    base.into_iter().zip(more).map(|(base, more)| Abs::twips(base) + more).collect()
}

/// What each column asks for; cells over several columns ask each alike for what they lack.
fn asks(table: &Table, cells: &[Vec<SetCell>], context: &Context<'_>) -> Vec<Asks> {
    let mut asks = vec![Asks::default(); table.columns.len()];
    let padding = context.profile.table.padding.to_twips() * 2;
    let pairs =
        || table.rows.iter().zip(cells).flat_map(|(given, set)| given.iter().zip(set));
    for (cell, set) in pairs().filter(|(cell, _)| cell.across == 1) {
        let ask = &mut asks[cell.column];
        ask.natural = ask.natural.max(natural(&set.prepared, context) + padding);
        ask.least = ask.least.max(least(set, context) + padding);
    }
    for (column, ask) in asks.iter_mut().enumerate() {
        let numbers = widest(own_cells(table, cells, column)).width();
        ask.least = ask.least.max(numbers + spare(context) + padding);
        ask.natural = ask.natural.max(ask.least);
    }
    for (cell, set) in pairs().filter(|(cell, _)| cell.across > 1) {
        let columns = &mut asks[cell.column..cell.column + cell.across];
        let have: i64 = columns.iter().map(|ask| ask.least).sum();
        let lacks = least(set, context) + padding - have;
        let count = i64::try_from(columns.len()).unwrap_or(1);
        for ask in columns.iter_mut().filter(|_| lacks > 0) {
            ask.least += lacks.div_euclid(count) + 1;
            ask.natural = ask.natural.max(ask.least);
        }
    }
    for ask in &mut asks {
        ask.natural = ask.natural.max(padding);
        ask.least = ask.least.max(padding);
    }
    asks
}

/// The width on one line, and twice a rule, which LibreOffice takes from the room of a cell.
fn natural(prepared: &Prepared, context: &Context<'_>) -> i64 {
    natural_width(prepared, 0..prepared.cells.len(), 0) + spare(context)
}

/// Room for the rules of a cell and for rounding.
fn spare(context: &Context<'_>) -> i64 {
    context.profile.table.inner_thickness.to_twips() * 3
}

/// The width of the longest number or word, or of a few 字.
fn least(set: &SetCell, context: &Context<'_>) -> i64 {
    let prepared = &set.prepared;
    let some = context.profile.table.least.chars(context.profile.style(Role::Table).size);
    let words = prepared.cells.chunk_by(|a, b| a.latin && b.latin && b.c != ' ');
    let mut start = 0;
    let longest = words.map(|word| {
        let cells = start..start + word.len();
        start = cells.end;
        natural_width(prepared, cells, 0) + spare(context)
    });
    let longest = longest.max().unwrap_or(0);
    longest.max(some.to_twips()).min(natural(prepared, context))
}

/// `total` twips in proportion to `weights`; the sum is exact.
fn shares(total: i64, weights: &[i64]) -> Vec<Abs> {
    let sum = weights.iter().sum::<i64>().max(1);
    let mut upto = 0;
    let mut at = 0;
    let share = |weight: &i64| {
        upto += weight;
        let next = total * upto / sum;
        let share = next - at;
        at = next;
        Abs::twips(share)
    };
    weights.iter().map(share).collect()
}

fn too_wide(table: &Table) -> Diagnostic {
    let spans = table.columns.iter().filter_map(|column| column.width.map(|w| w.span));
    let span = spans.reduce(docgen_model::Span::to).unwrap_or(table.span);
    let message = Bilingual::new(
        "各列宽度加起来超过版心",
        "the columns are together wider than the type area",
    );
    let hint = Bilingual::new(
        "减小 width，或省去几列的 width，由程序分配",
        "smaller widths, or leave some out",
    );
    Diagnostic::error(Code::Overfull, span, message).hint(hint)
}
