//! `input/xingan-2021.yaml` says what the web page said, no word more and none less.
//!
//! Both files are read; nothing of their text stands here but the names of the four lines
//! of the page that are not the report: 通知公告, 来源, 上一篇, 下一篇.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::fs;

use docgen_model::{Document, Format, Kind, Title};
use docgen_tests::repository;

/// The report on the page: the four named lines left out, each line without its blanks.
struct Page {
    source: String,
    title: String,
    body: Vec<String>,
    date: String,
}

fn page() -> Page {
    let path = repository().join("tests/data/xingan-2021.txt");
    let text = fs::read_to_string(path).unwrap();
    let mut lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.remove(0), "通知公告");
    assert_eq!(lines.pop(), Some("下一篇:"));
    assert_eq!(lines.pop(), Some("上一篇:"));
    let source = lines.remove(1).strip_prefix("来源:").unwrap().to_owned();
    let (title, date) = (lines.remove(0).to_owned(), lines.pop().unwrap().to_owned());
    Page {
        source,
        title,
        body: lines.iter().map(|&line| line.to_owned()).collect(),
        date,
    }
}

fn document() -> (String, Document) {
    let path = repository().join("input/xingan-2021.yaml");
    let yaml = fs::read_to_string(path).unwrap();
    let no_files = |name: &str| panic!("the sample names the file {name}");
    let (document, _) = docgen_parser::parse(&yaml, &no_files);
    (yaml, document.unwrap())
}

/// The YAML as written: half-width marks stand in it as on the page.
#[test]
fn the_yaml_is_the_page() {
    let (page, (yaml, _)) = (page(), document());
    let (head, rest) = yaml.split_once("body: |\n").unwrap();
    let (body, tail) = rest.split_once("\nsignature:").unwrap();
    let body: Vec<&str> =
        body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(body, page.body);
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with('#')).collect();
    let (source, title) = (page.source, page.title);
    let expected = format!("format: plain|kind: 报告|source: {source}|title: {title}");
    assert_eq!(head.join("|"), expected);
    assert_eq!(tail.trim(), "{date: 2021-12-28}");
}

/// What was read from it: the same with full-width marks.
#[test]
fn the_document_is_the_page() {
    let (page, (_, document)) = (page(), document());
    assert_eq!((document.format, document.kind), (Format::Plain, Some(Kind::Report)));
    assert_eq!(document.source.unwrap().as_str(), page.source);
    let Title::Auto(title) = &document.title else { panic!("{:?}", document.title) };
    assert_eq!(title.as_str(), page.title);
    let signature = document.signature.unwrap();
    assert_eq!(signature.date.unwrap().value.to_string(), page.date);
    assert!(signature.organs.is_empty());
    let body = docgen_tests::paragraphs(&document.body);
    let expected: Vec<String> = page.body.iter().map(|line| half_width(line)).collect();
    let found: Vec<String> = body.iter().map(|line| half_width(line)).collect();
    assert_eq!(found, expected);
}

/// Both forms of a mark count as one here; `docgen-parser` tests which becomes which.
fn half_width(text: &str) -> String {
    let marks = [('，', ','), ('：', ':'), ('；', ';'), ('（', '('), ('）', ')')];
    let half = |c| marks.iter().find(|(full, _)| *full == c).map_or(c, |(_, half)| *half);
    text.chars().map(half).collect()
}
