//! What must hold of the lines of the pages.

use std::collections::BTreeMap;

use docgen::Made;
use docgen_frame::{Line, NodeTag, Owner};
use docgen_model::{Abs, Title};

use super::words::{line, of_line};

/// Marks that no line may begin with (GB/T 15834 5.1.10).
const CLOSING: &[char] = &[
    '，', '。', '、', '；', '：', '？', '！', '”', '’', '）', '》', '〉', '】', '〕',
    '」', '』',
];

/// Marks that no line may end with.
const OPENING: &[char] = &['“', '‘', '（', '《', '〈', '【', '〔', '「', '『'];

/// A page has no more rows than the grid of its profile.
pub(super) fn rows(made: &Made) -> Result<(), String> {
    let rows = made.profile.grid().rows;
    for (at, page) in made.pages.pages.iter().enumerate() {
        let mut lines = page.items.iter().filter_map(line);
        if let Some(line) = lines.find(|line| line.row.is_some_and(|r| r >= rows)) {
            return Err(format!("page {}: {:?} of {rows} rows", at + 1, line.row));
        }
    }
    Ok(())
}

/// No line begins with a closing mark or ends with an opening one, unless the line before has
/// no place between two Han characters where it could have been broken instead, or it is no prose.
pub(super) fn kinsoku(made: &Made) -> Result<(), String> {
    for (node, lines) in nodes(made) {
        if fixed(made, node) {
            continue;
        }
        for pair in lines.windows(2) {
            let [before, after] = [pair[0], pair[1]].map(of_line);
            let wrong = after.starts_with(CLOSING) || before.ends_with(OPENING);
            let blank = pair[0].runs.last().is_some_and(|run| run.text.ends_with(' '));
            let prose = || is_prose(&format!("{before}{after}"));
            if wrong && !blank && could_break(&before) && prose() {
                return Err(format!("“{before}” before “{after}”"));
            }
        }
    }
    Ok(())
}

/// Whether the author broke the lines of a node: those of a title that is a list.
fn fixed(made: &Made, node: usize) -> bool {
    let heading = matches!(made.pages.structure[node].tag, NodeTag::Heading { .. });
    heading && matches!(made.document.title, Title::Lines(_))
}

fn could_break(line: &str) -> bool {
    let chars: Vec<char> = line.chars().collect();
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    chars.windows(2).any(|pair| pair.iter().all(han))
}

/// Whether no four marks follow each other, and no letters and digits longer than a word: word
/// processors glue quotes to all around them, and step back over the whole of such a run.
fn is_prose(text: &str) -> bool {
    const LONGEST_WORD: usize = 15;
    let chars: Vec<_> = text.chars().collect();
    let mark =
        |c: &char| CLOSING.contains(c) || OPENING.contains(c) || "\"'".contains(*c);
    let of_word = |c: &char| c.is_ascii_graphic();
    !chars.windows(4).any(|four| four.iter().all(mark))
        && !chars.windows(LONGEST_WORD).any(|word| word.iter().all(of_word))
}

/// All lines of a paragraph but its last fill the measure exactly, the empty half of a mark
/// at their end aside; none is longer, but for one word that was cut. Looked at are paragraphs that stand at the left edge.
pub(super) fn measure(made: &Made) -> Result<(), String> {
    let (body, cell) = (made.profile.grid().body, made.profile.grid().cell());
    let flush = made.decisions.paras.iter().any(|plan| plan.flush);
    for (node, lines) in nodes(made) {
        let paragraph = matches!(made.pages.structure[node].tag, NodeTag::Paragraph);
        let [_, others @ ..] = lines.as_slice() else { continue };
        if !paragraph || !others.iter().all(|line| left(line) == body.x) {
            continue;
        }
        for pair in lines.windows(2) {
            let line = pair[0];
            let prose = || is_prose(&(of_line(line) + &of_line(pair[1])));
            let off = right(line, cell) - body.right();
            let short = off < Abs::ZERO && !flush && prose();
            if can_share(line) && (off > Abs::ZERO || short) {
                return Err(format!("“{}” is {off:?} off", of_line(line)));
            }
        }
    }
    Ok(())
}

/// The lines of each node that stand in rows of the flow, in order.
fn nodes(made: &Made) -> BTreeMap<usize, Vec<&Line>> {
    let mut nodes: BTreeMap<usize, Vec<&Line>> = BTreeMap::new();
    for item in made.pages.pages.iter().flat_map(|page| &page.items) {
        if let (Owner::Node(node), Some(line)) = (item.owner, line(item))
            && line.row.is_some()
            && !line.runs.is_empty()
        {
            nodes.entry(node).or_default().push(line);
        }
    }
    nodes
}

fn left(line: &Line) -> Abs {
    line.runs.first().map_or(Abs::ZERO, |run| run.origin.x)
}

/// Where a line of the grid ends: a closing mark at its end by the left half of its cell.
fn right(line: &Line, cell: Abs) -> Abs {
    let Some(run) = line.runs.last() else { return Abs::ZERO };
    let end = run.origin.x + run.width();
    if run.text.ends_with(CLOSING) { end - cell / 2 } else { end }
}

/// Whether it has gaps to share room out over: it is not one word that was cut.
fn can_share(line: &Line) -> bool {
    let text = of_line(line);
    // A selector of a variant belongs to the letter before it.
    let wide = |c: char| c >= '\u{2000}' && !('\u{fe00}'..='\u{fe0f}').contains(&c);
    text.chars().nth(1).is_some() && text.chars().any(wide)
}
