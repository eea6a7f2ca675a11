//! Tidying a source: one layout and one language of keys, with every comment kept.
//!
//! 1. Keys take the language that most of them are in.
//! 2. `pretty_yaml` lays the YAML out: two blanks a level, one blank line at most, nothing
//!    behind a line's end. A line is as long as its author made it.
//! 3. The outcome must say what the source said, comments and all, but for the language of its
//!    keys, or it is not given out.

use docgen_model::{Code, Diagnostic, Span, Spanned};
use pretty_yaml::config::{FormatOptions, LanguageOptions, LayoutOptions};

use crate::cells;
use crate::report::{Report, both};
use crate::scan;
use crate::schema::{BLOCK, DOCUMENT, FILE, Field, LIST, SEAL, Shape, Table};
use crate::yaml::{self, Node, NodeKind};

/// Longer than any line: a list or a map in brackets stays on its line.
const ENDLESS: usize = u32::MAX as usize;

/// The source, tidied; the same again where there is nothing to do.
///
/// # Errors
/// What is wrong with its YAML. Whether it makes a document does not matter.
pub fn tidy(source: &str) -> Result<String, Vec<Diagnostic>> {
    let before = read(source)?;
    let renamed = in_one_language(source, &before.tree);
    let tidied = laid_out(&renamed).ok_or_else(|| vec![refused()])?;
    let kept = read(&tidied).is_ok_and(|after| {
        let same = says_the_same(&before.tree, &after.tree, Some(&DOCUMENT));
        same && before.comments == after.comments
    });
    if kept { Ok(tidied) } else { Err(vec![refused()]) }
}

/// What a source says.
struct Said {
    tree: Node,
    comments: Vec<String>,
}

/// The YAML in its layout. `pretty_yaml` 0.6.0 panics where the first line of a text is
/// indented deeper than the next by a tab: it cuts inside a character.
fn laid_out(source: &str) -> Option<String> {
    let print = || pretty_yaml::format_text(source, &options()).ok();
    std::panic::catch_unwind(print).ok().flatten()
}

fn options() -> FormatOptions {
    FormatOptions {
        layout: LayoutOptions { print_width: ENDLESS, ..LayoutOptions::default() },
        language: LanguageOptions { brace_spacing: false, ..LanguageOptions::default() },
    }
}

/// What a source says, or what is wrong with its form.
fn read(source: &str) -> Result<Said, Vec<Diagnostic>> {
    if source.len() > crate::MAX_BYTES {
        return Err(vec![crate::too_large()]);
    }
    let mut report = Report::default();
    let scan = scan::scan(source, &mut report);
    let tree = yaml::read(&scan, &mut report);
    let mut found = report.finish(source);
    found.retain(Diagnostic::is_error);
    let comments = yaml::comments(&scan);
    let said = tree.map(|tree| Said { tree, comments });
    said.filter(|_| found.is_empty()).ok_or(found)
}

fn refused() -> Diagnostic {
    let message = both(
        "这个文件不能自动整理，没有改动",
        "the file cannot be tidied without changing what it says; it is left as it is",
    );
    let hint = both(
        "文件里有少见的 YAML 写法；能照常生成，排法请自己调整",
        "it has a rare form of YAML; it can be rendered all the same",
    );
    Diagnostic::error(Code::Untidied, Span::default(), message).hint(hint)
}

/// The source with all keys in the language of most; of as many, in that of the first.
fn in_one_language(source: &str, tree: &Node) -> String {
    let mut keys = vec![];
    gather(tree, &DOCUMENT, &mut keys);
    let english = |(key, name, _): &Key<'_>| key.value == *name;
    let count = keys.iter().filter(|key| english(key)).count();
    let is_english = match (2 * count).cmp(&keys.len()) {
        std::cmp::Ordering::Equal => keys.first().is_some_and(english),
        order => order.is_gt(),
    };
    let mut text = source.to_owned();
    for &(key, name, alias) in keys.iter().rev() {
        let wanted = if is_english { name } else { alias };
        let range = key.span.start as usize..key.span.end as usize;
        if key.value != wanted && source.get(range.clone()).is_some() {
            text.replace_range(range, wanted);
        }
    }
    text
}

/// A key as written, its English name and its Chinese one.
type Key<'n> = (&'n Spanned<String>, &'static str, &'static str);

/// The keys below `node` that have two names, in source order.
fn gather<'n>(node: &'n Node, table: &'static Table, keys: &mut Vec<Key<'n>>) {
    match &node.kind {
        NodeKind::Seq(items) => items.iter().for_each(|item| gather(item, table, keys)),
        NodeKind::Map(entries) => {
            for entry in entries {
                let Some(field) = table.field(&entry.key.value) else { continue };
                if let Some(alias) = field.alias {
                    keys.push((&entry.key, field.name, alias));
                }
                if let Some(table) = below(field, &entry.value) {
                    gather(&entry.value, table, keys);
                }
            }
        }
        NodeKind::Null | NodeKind::Scalar(_) | NodeKind::Broken => {}
    }
}

/// The table of the maps in a value, if it may have any.
fn below(field: &Field, value: &Node) -> Option<&'static Table> {
    match field.shape {
        Shape::Map(table)
        | Shape::Maps(table)
        | Shape::Entries(table)
        | Shape::Rows(table)
        | Shape::Switch(table) => Some(table),
        Shape::Seal(_) => Some(&SEAL),
        Shape::List => Some(&LIST),
        Shape::Body if matches!(value.kind, NodeKind::Map(_)) => Some(&FILE),
        Shape::Body => Some(&BLOCK),
        Shape::Text
        | Shape::Lines
        | Shape::Names
        | Shape::Texts
        | Shape::Date
        | Shape::Bool
        | Shape::TypeSize
        | Shape::Small
        | Shape::Version
        | Shape::Level
        | Shape::Word(_)
        | Shape::Length
        | Shape::Count
        | Shape::Width
        | Shape::Depth => None,
    }
}

/// Whether two trees hold the same, wherever it stands; blanks at line ends do not count, nor the
/// language of a key that `table` knows in both.
fn says_the_same(a: &Node, b: &Node, table: Option<&'static Table>) -> bool {
    match (&a.kind, &b.kind) {
        (NodeKind::Null, NodeKind::Null) => true,
        (NodeKind::Scalar(a), NodeKind::Scalar(b)) => {
            let lines = |cells: &[cells::Cell]| {
                let text = cells::string(cells);
                text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
            };
            let (a, b): (Vec<_>, Vec<_>) = (lines(a), lines(b));
            a == b
        }
        (NodeKind::Seq(a), NodeKind::Seq(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says_the_same(a, b, table))
        }
        (NodeKind::Map(a), NodeKind::Map(b)) => {
            let same = |(a, b): (&yaml::Entry, &yaml::Entry)| {
                let field = table.and_then(|table| table.field(&a.key.value));
                let known = field.is_some_and(|field| field.is_named(&b.key.value));
                let table = field.and_then(|field| below(field, &a.value));
                (known || a.key.value == b.key.value)
                    && says_the_same(&a.value, &b.value, table)
            };
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(source: &str) -> Vec<Code> {
        tidy(source).unwrap_err().into_iter().map(|found| found.code).collect()
    }

    #[test]
    fn layout_and_keys_become_one_and_comments_stay() {
        let source = "# 说明\n\n\n格式:   公文\nhead:\n      发文机关:  '某某县人民政府'   # 机关\n\n\n标题: 某某\n\
                      正文: |\n    　　一、首行\n    二行  \n\n    四行 # 是正文\n# 尾\n主送: [甲,乙 ,丙]\n";
        let tidied = "# 说明\n\n格式: 公文\n版头:\n  发文机关: \"某某县人民政府\" # 机关\n\n标题: 某某\n\
                      正文: |\n  　　一、首行\n  二行\n\n  四行 # 是正文\n# 尾\n主送: [甲, 乙, 丙]\n";
        assert_eq!(tidy(source).as_deref(), Ok(tidied));
        assert_eq!(tidy(tidied).as_deref(), Ok(tidied));
    }

    #[test]
    fn keys_take_the_language_of_most() {
        let source = "title: 甲\nbody:\n  - 表格: {rows: [[{text: 乙, 跨列: 2}]]}\nsignature: {seals: 3, 成文日期: 2026-01-02}\n";
        let english = "title: 甲\nbody:\n  - table: {rows: [[{text: 乙, across: 2}]]}\nsignature: {seals: 3, date: 2026-01-02}\n";
        assert_eq!(tidy(source).as_deref(), Ok(english));
        assert_eq!(tidy("标题: 甲\nbody: 乙\n").as_deref(), Ok("标题: 甲\n正文: 乙\n"));
    }

    #[test]
    fn a_table_of_a_long_row_keeps_it_on_its_line() {
        let row = format!("        - [{}]\n", ["很长的一格文字"; 40].join(", "));
        let source = format!("body:\n  - table:\n      rows:\n{row}");
        assert_eq!(tidy(&source), Ok(source.clone()));
    }

    #[test]
    fn broken_yaml_is_told_and_nothing_given() {
        assert_eq!(codes("标题: [甲\n"), [Code::Syntax]);
        assert_eq!(codes("标题：甲\n正文: 乙\n"), [Code::FullWidthColon]);
    }

    #[test]
    fn what_would_change_the_content_is_refused() {
        for text in ["  \t甲\n", "  \t甲\n  乙\n"] {
            let source = format!("标题: 甲\n正文: |\n{text}");
            assert_eq!(codes(&source), [Code::Untidied]);
        }
    }

    #[test]
    fn a_changed_word_an_added_item_or_a_moved_key_is_seen() {
        let tree = |source| read(source).unwrap().tree;
        let same = |a, b| says_the_same(&tree(a), &tree(b), Some(&DOCUMENT));
        assert!(same("a: [甲, \"乙\"]", "a:\n  - 甲\n  - 乙\n"));
        assert!(!same("a: [甲, 乙]", "a: [甲, 丙]"));
        assert!(!same("a: [甲]", "a: [甲, 乙]"));
        assert!(!same("a: 甲\nb: 乙", "b: 乙\na: 甲"));
        assert!(!same("a: 甲\nb:", "a: 甲\nb: 乙"));
        // A key in its other language is the same, one renamed to another is not.
        assert!(same("标题: 甲\n落款: {署名: 乙}", "title: 甲\nsignature: {organs: 乙}"));
        assert!(!same("标题: 甲", "subtitle: 甲"));
        assert!(!same("署名: 甲", "organs: 甲"));
    }

    #[test]
    fn a_lost_or_a_changed_comment_is_seen() {
        let comments = |source| read(source).unwrap().comments;
        let source = "# 一\n标题: \"甲\" # 二\n正文: |\n  不是 # 注\n# 三\n";
        assert_eq!(comments(source), ["一", "二", "三"]);
        assert_eq!(comments("标题: \"甲 # 乙\"\n"), [] as [&str; 0]);
    }
}
