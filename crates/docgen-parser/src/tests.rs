//! Whole files in, documents and messages out.
//!
//! Each test has the smallest file that shows one rule of `docs/spec/input.md`.

mod content;
mod masters;
mod meeting;
mod mistakes;
mod pictures;
mod reading;
mod tables;

use docgen_model::{
    Abs, Block, BlockKind, Code, Diagnostic, Document, Extent, Severity, Span, Width,
};

use crate::FileError;

/// The example of `docs/spec/input.md`.
const EXAMPLE: &str = "\
format: common
kind: 报告
head:
  issuer: 某某县人民政府
  number: 某政发〔2022〕5号
  signers: 王某某
title: 某某县人民政府关于2021年度法治政府建设情况的报告
recipients: 某某县人大常委会
body: |
  一、主要工作开展情况
  （一）加强组织领导，全面推进法治政府建设
  一是坚持统筹推进。全年召开专题会议4次，印发要点1件。
signature: {date: 2022-01-18, seal: stamped}
record:
  copy_to: [县委, 县政协]
  printer: 某某县人民政府办公室
  print_date: 2022-01-18
";

/// A length in each unit of the format.
const UNITS: [(&str, Extent); 4] = [
    ("40mm", Extent::Length(Abs::mm100(4_000))),
    ("40.5毫米", Extent::Length(Abs::mm100(4_050))),
    ("7.5字", Extent::Chars(75)),
    ("4 行", Extent::Rows(40)),
];

fn no_files(_: &str) -> Result<Vec<u8>, FileError> {
    Err(FileError::Unreadable("没有文件".into()))
}

fn parse(source: &str) -> (Option<Document>, Vec<Diagnostic>) {
    let (document, findings) = crate::parse(source, &no_files);
    for finding in &findings {
        for span in finding.also.iter().chain([&finding.span]) {
            assert!(at(source, *span).is_some(), "{span:?} of {finding:?}");
        }
    }
    (document, findings)
}

/// The document of a file without a mistake.
fn document(source: &str) -> Document {
    let (document, findings) = parse(source);
    assert_eq!(told(source, &findings), Vec::<String>::new());
    document.unwrap()
}

/// A plain document with this body, and its findings.
fn with_body(body: &str) -> (Vec<(String, usize)>, Vec<String>) {
    let source = format!("title: 某某工作的报告\nbody: {body}");
    let (document, findings) = parse(&source);
    (paragraphs(&document.unwrap().body), told(&source, &findings))
}

/// The texts of paragraphs and the number of characters of their lead.
fn paragraphs(blocks: &[Block]) -> Vec<(String, usize)> {
    let text = |block: &Block| match &block.kind {
        BlockKind::PageBreak | BlockKind::Table(_) | BlockKind::Figure(_) => {
            ("---".to_owned(), 0)
        }
        BlockKind::Paragraph(paragraph) => {
            let text = paragraph.text.as_str();
            (text.to_owned(), text[..paragraph.lead].chars().count())
        }
    };
    blocks.iter().map(text).collect()
}

fn at(source: &str, span: Span) -> Option<&str> {
    source.get(span.start as usize..span.end as usize)
}

/// Findings as `line:column code “characters”`, as a clerk meets them.
fn told(source: &str, findings: &[Diagnostic]) -> Vec<String> {
    let tell = |finding: &Diagnostic| {
        let before = &source[..finding.span.start as usize];
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
        let severity = match finding.severity {
            Severity::Error => "",
            Severity::Warning => "warning ",
            Severity::Note => "note ",
        };
        let words = at(source, finding.span).unwrap_or("?");
        format!("{line}:{column} {severity}{} “{words}”", finding.code)
    };
    findings.iter().map(tell).collect()
}

/// The findings of a file.
fn findings(source: &str) -> Vec<String> {
    told(source, &parse(source).1)
}

/// The one finding of a file, which has this code.
fn finding(source: &str, code: Code) -> Diagnostic {
    let (_, findings) = parse(source);
    assert_eq!(findings.len(), 1, "{source}\n{:?}", told(source, &findings));
    assert_eq!(findings[0].code, code, "{source}");
    findings[0].clone()
}
