//! The manual's examples are the tests: what a page calls wrong is found at the marked
//! characters, what it calls right passes.

use std::collections::BTreeSet;

use docgen_model::{Code, Diagnostic, Document};

use super::*;

fn told_elsewhere(rule: &Rule) -> bool {
    rule.group().is_some_and(Group::is_told_elsewhere)
}

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

#[test]
fn what_a_page_calls_wrong_is_found_where_it_says() {
    let mut failures = vec![];
    for rule in rules().filter(|rule| !told_elsewhere(rule)) {
        assert!(!rule.manual.wrong.is_empty(), "{}", rule.code);
        for example in rule.manual.wrong {
            let (yaml, places) = unmarked(&file(example));
            assert!(!places.is_empty(), "{} marks nothing: {example}", rule.code);
            let document = read(&yaml);
            let found = check(rule, &Script::new(&document));
            let places_of =
                |one: &Diagnostic| [vec![one.span], one.also.clone()].concat();
            let told: Vec<_> = found.iter().flat_map(places_of).collect();
            if told != places {
                let words = told.iter().map(|s| &yaml[s.start as usize..s.end as usize]);
                let words: Vec<_> = words.collect();
                failures.push(format!("{} in {example}: {words:?}", rule.code));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn what_a_page_calls_right_passes_its_rule_and_all_of_its_group() {
    let mut failures = vec![];
    for rule in rules() {
        assert!(!rule.manual.right.is_empty(), "{}", rule.code);
        for example in rule.manual.right {
            let document = read(&file(example));
            let script = Script::new(&document);
            let whole_group = |other: &&Rule| {
                other.code == rule.code
                    || (rule.group() == Some(Group::Number)
                        && other.group() == rule.group())
            };
            let found = rules().filter(whole_group).flat_map(|rule| check(rule, &script));
            let told = found.map(|found| format!("{}: {}", found.code, found.message.zh));
            failures
                .extend(told.map(|told| format!("{} in {example}: {told}", rule.code)));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn codes_are_unique_and_name_their_group() {
    let mut seen = BTreeSet::new();
    for rule in rules() {
        assert!(seen.insert(rule.code), "{}", rule.code);
        assert!(rule.group().is_some(), "{}", rule.code);
        let of_table = Code::ALL.iter().any(|code| code.as_str() == rule.code);
        assert_eq!(of_table, told_elsewhere(rule), "{}", rule.code);
    }
}

#[test]
fn every_code_of_layout_has_its_page() {
    let codes = Code::ALL.iter().map(|code| code.as_str());
    for code in codes.filter(|code| code.starts_with("layout-")) {
        assert!(rule(code).is_some(), "{code}");
    }
}

#[test]
fn a_page_shows_its_examples_without_marks() {
    let page = rule("number-part-sum").unwrap().to_string();
    assert!(page.contains("规定　") && page.contains("反例　明确了128条整改措施"));
    assert!(!page.contains('⟦'));
}
