//! The manual's examples are the tests: what a page calls wrong is found at the marked
//! characters, what it calls right passes.

use std::collections::BTreeSet;

use docgen_model::{Code, Document, Span};

use super::*;

/// An example as a file: the body of a report, unless it has a title of its own.
fn file(example: &str) -> String {
    if example.contains("标题: ") {
        return example.to_owned();
    }
    let lines: Vec<_> = example.lines().map(|line| format!("  {line}\n")).collect();
    format!("格式: 普通\n标题: 某某县2021年工作情况的报告\n正文: |\n{}", lines.concat())
}

fn read(yaml: &str) -> Document {
    let files = |_: &str| Err(docgen_parser::FileError::Outside);
    let (document, diagnostics) = docgen_parser::parse(yaml, &files);
    let errors: Vec<_> = diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{yaml}\n{errors:?}");
    document.unwrap()
}

/// The marked file without its marks, and the places of what stood between them.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut plain, mut places, mut start) = (String::new(), vec![], 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = plain.len(),
            '⟧' => places.push(Span::new(start as u32, plain.len() as u32)),
            c => plain.push(c),
        }
    }
    (plain, places)
}

#[test]
fn what_a_page_calls_wrong_is_found_where_it_says() {
    for rule in rules() {
        assert!(!rule.manual.wrong.is_empty(), "{}", rule.code);
        for example in rule.manual.wrong {
            let (yaml, places) = unmarked(&file(example));
            assert!(!places.is_empty(), "{} marks nothing: {example}", rule.code);
            let document = read(&yaml);
            let found = check(rule, &Script::new(&document));
            let spans: Vec<_> = found.iter().map(|found| found.span).collect();
            let words: Vec<_> = spans
                .iter()
                .map(|span| &yaml[span.start as usize..span.end as usize])
                .collect();
            assert_eq!(spans, places, "{} in {example}: {words:?}", rule.code);
        }
    }
}

#[test]
fn what_a_page_calls_right_passes_every_rule() {
    for rule in rules() {
        assert!(!rule.manual.right.is_empty(), "{}", rule.code);
        for example in rule.manual.right {
            let document = read(&file(example));
            let found = check(rule, &Script::new(&document));
            assert!(found.is_empty(), "{} in {example}: {found:?}", rule.code);
        }
    }
}

#[test]
fn codes_are_unique_and_name_their_group() {
    let mut seen = BTreeSet::new();
    for rule in rules() {
        assert!(seen.insert(rule.code), "{}", rule.code);
        assert!(rule.group().is_some(), "{}", rule.code);
        assert!(Code::ALL.iter().all(|code| code.as_str() != rule.code));
    }
}

#[test]
fn a_page_shows_its_examples_without_marks() {
    let page = rule("number-part-sum").unwrap().to_string();
    assert!(page.contains("规定　") && page.contains("反例　明确了128条整改措施"));
    assert!(!page.contains('⟦'));
}
