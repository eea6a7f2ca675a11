//! The self-audit: it passes what docgen makes, and finds what is wrong in it.
//!
//! 1. Every document of `input/` and `tests/suite/` is rendered and read back: no rule that the
//!    standard orders is broken.
//! 2. Faults are planted, each of which breaks exactly the rules that are named: in the page form
//!    before it becomes a PDF ([`faults`], [`change`]), in the XML of a DOCX ([`edits`]), and in
//!    what the author is said to have written. Together they break every rule in each file that it
//!    is measured on.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

mod change;
mod edits;
mod faults;

use std::collections::{BTreeMap, BTreeSet};

use docgen::world::Folder;
use docgen::{Made, Target, export};
use docgen_audit::{Deviation, Files, Row, Verdict, audit};
use docgen_model::{
    Bilingual, Block, BlockKind, Clause, Document, Level, Span, Text, Title,
};
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, repository, sources};

use crate::edits::{EDITS, edited, without_faces};
use crate::faults::{FAULTS, Fault};

fn pdf(made: &Made) -> Vec<u8> {
    export(made, Target::Pdf(PdfStandard::default())).unwrap()
}

fn docx(made: &Made) -> Vec<u8> {
    export(made, Target::Docx).unwrap()
}

fn rows(document: &Document, pdf: Option<&[u8]>, docx: Option<&[u8]>) -> Vec<Row> {
    audit(&Files { document, pdf, archive: true, docx, deviations: &[] }).unwrap()
}

/// The rules that a file breaks.
fn broken(rows: &[Row]) -> BTreeSet<u8> {
    rows.iter().filter(|row| row.is_failure()).map(|row| row.rule.number).collect()
}

#[test]
fn what_docgen_makes_holds_every_rule_that_the_standard_orders() {
    let (mut faults, mut measured) = (vec![], BTreeSet::new());
    let mut names = BTreeSet::new();
    let every = ["frame", "docx"].into_iter().flat_map(sources);
    for source in every.filter(|source| names.insert(source.name.clone())) {
        let Some(made) = source.compile().made else { continue };
        for part in made.all() {
            for row in rows(&part.document, Some(&pdf(part)), Some(&docx(part))) {
                let verdicts = [&row.pdf, &row.docx].into_iter().flatten();
                let held = verdicts.filter(|one| matches!(one, Verdict::Holds(_)));
                measured.extend(held.map(|_| row.rule.number));
                if row.is_fault() {
                    let (name, suffix) = (&source.name, &part.suffix);
                    faults.push(format!("{name}{suffix}: R{:02}", row.rule.number));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let unseen: Vec<u8> = (1..=100).filter(|rule| !measured.contains(rule)).collect();
    assert_eq!(unseen, [] as [u8; 0], "rules that no document measures");
}

/// A file of the repository, a part of it that is bound apart behind `#`, or YAML.
fn document(name: &str) -> Made {
    let (file, part) = name.split_once('#').unwrap_or((name, "0"));
    let made = if name.contains('\n') {
        compile_text(name, &Folder::current())
    } else {
        let file = file.replace("suite/", "tests/suite/");
        let path = repository().join(format!("{file}.yaml"));
        compile_text(&std::fs::read_to_string(&path).unwrap(), &Folder::of(&path))
    };
    let mut made = made.made.unwrap_or_else(|| panic!("{name}"));
    match part.parse::<usize>().unwrap_or(0) {
        0 => made,
        part => made.apart.swap_remove(part - 1),
    }
}

/// In which file a fault is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Pdf,
    Docx,
}

/// A fault, where it was looked for, the rules that it broke, and those that it should break.
type Told = (String, Way, BTreeSet<u8>, &'static [u8]);

fn planted_in_pages() -> Vec<Told> {
    let mut before = BTreeMap::new();
    let told = |&(name, changes, wanted): &Fault| {
        let mut made = document(name);
        let measure = |made: &Made| broken(&rows(&made.document, Some(&pdf(made)), None));
        // What the author wrote wrong breaks its rules from the beginning.
        let sound = if changes.is_empty() {
            BTreeSet::new()
        } else {
            before.entry(name).or_insert_with(|| measure(&made)).clone()
        };
        changes.iter().for_each(|change| change.apply(&mut made.pages));
        let found = &measure(&made) - &sound;
        (format!("{name:.60} {changes:?}"), Way::Pdf, found, wanted)
    };
    FAULTS.iter().map(told).collect()
}

/// What an author wrote wrong stands in the DOCX too.
fn written_in_docx() -> Vec<Told> {
    let written = FAULTS.iter().filter(|(_, changes, _)| changes.is_empty());
    let told = written.map(|&(name, _, wanted)| {
        let made = document(name);
        let found = broken(&rows(&made.document, None, Some(&docx(&made))));
        (format!("{name:.60}"), Way::Docx, found, wanted)
    });
    told.collect()
}

fn planted_in_docx() -> Vec<Told> {
    let made = document("input/common");
    let docx = docx(&made);
    let told = EDITS.iter().map(|&(part, old, new, wanted)| {
        let (docx, places) = edited(&docx, part, old, new);
        assert!(places > 0, "{part} does not say {old}");
        (
            format!("{old} → {new}"),
            Way::Docx,
            broken(&rows(&made.document, None, Some(&docx))),
            wanted,
        )
    });
    told.collect()
}

/// Faults of a whole file, and what the author is said to have written and did not.
fn planted_elsewhere() -> Vec<Told> {
    let made = document("input/common");
    let only_pdf = |pdf: &[u8]| broken(&rows(&made.document, Some(pdf), None));
    let plain = export(&made, Target::Pdf(PdfStandard::None)).unwrap();
    let said = |name: &str, change: fn(&mut Document)| {
        let made = document(name);
        let mut said = made.document.clone();
        change(&mut said);
        broken(&rows(&said, Some(&pdf(&made)), None))
    };
    // Lines that an author broke, as if the program had.
    let by_program = |document: &mut Document| {
        document.title =
            Title::Auto(Text::new(document.title.to_line(), Span::default()));
    };
    let shape = "title: [关于推进依法行政, 工作的, 情况和安排的报告]\nbody: 正文。\n";
    let cut = "title: [某某县人民政, 府关于某事的报告]\nbody: 正文。\n";
    let upward = document(
        "title: 关于某事的报告\ndirection: up\nrecipients: [某某市人民政府, 某某市委]\nbody: 正文。\n",
    );
    let upward = broken(&rows(&upward.document, None, Some(&docx(&upward))));
    let pdf = |what: &str, found, wanted: &'static [u8]| {
        (what.to_owned(), Way::Pdf, found, wanted)
    };
    vec![
        pdf("no PDF/A", only_pdf(&plain), &[100]),
        pdf("faces not embedded", only_pdf(&without_faces(&self::pdf(&made))), &[96]),
        pdf("no shape", said(shape, by_program), &[38]),
        pdf("a word cut", said(cut, by_program), &[39]),
        ("two recipients".into(), Way::Docx, upward, &[42]),
        pdf("no text on page 1", said("input/common", only_later_text), &[43]),
        pdf(
            "an odd page",
            said("suite/common-down", |d| d.print.even_record = true),
            &[75],
        ),
    ]
}

/// Leaves the paragraphs of the text that begin on page 2 or later.
fn only_later_text(document: &mut Document) {
    let later = |block: &Block| match &block.kind {
        BlockKind::Paragraph(paragraph) => paragraph.level == Level::Body,
        BlockKind::Table(_) | BlockKind::Figure(_) | BlockKind::PageBreak => false,
    };
    document.body.retain(later);
    document.body.drain(..2);
}

#[test]
fn every_rule_is_broken_by_a_fault_and_every_fault_breaks_what_it_should() {
    let told =
        [planted_in_pages(), written_in_docx(), planted_in_docx(), planted_elsewhere()];
    let told = told.concat();
    let wrong = told.iter().filter(|(.., found, wanted)| !found.iter().eq(wanted.iter()));
    let wrong: Vec<String> = wrong
        .map(|(what, way, found, wanted)| {
            format!("{what} ({way:?}): {found:?}, not {wanted:?}")
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let pairs = |(_, way, found, _): Told| found.into_iter().map(move |rule| (rule, way));
    let seen: BTreeSet<_> = told.into_iter().flat_map(pairs).collect();
    let unseen: Vec<_> =
        measures().into_iter().filter(|one| !seen.contains(one)).collect();
    assert_eq!(unseen, [], "measures that no fault makes fail");
}

/// Every rule with each file that it is measured on.
fn measures() -> Vec<(u8, Way)> {
    let made = document("input/common");
    let rows = rows(&made.document, Some(&pdf(&made)), Some(&docx(&made)));
    let of_row = |row: &Row| {
        let [pdf, docx] = [&row.pdf, &row.docx].map(Option::is_some);
        let ways = [(pdf, Way::Pdf), (docx, Way::Docx)];
        ways.map(|(measured, way)| measured.then_some((row.rule.number, way)))
    };
    rows.iter().flat_map(of_row).flatten().collect()
}

#[test]
fn what_the_author_wrote_is_no_fault_of_the_program() {
    let made = document(
        "title: 关于某事的报告\nbody: 正文。\nattachments: [{title: 某某要点；}, {title: 某某办法}]\n",
    );
    let rows = rows(&made.document, Some(&pdf(&made)), Some(&docx(&made)));
    let written: Vec<_> = rows.iter().filter(|row| row.is_written()).collect();
    assert_eq!(written.iter().map(|row| row.rule.number).collect::<Vec<_>>(), [50]);
    assert!(!rows.iter().any(Row::is_fault));
    // A title that the author broke without shape.
    let listed =
        document("title: [关于推进依法行政, 工作的, 情况和安排的报告]\nbody: 正文。\n");
    let rows = self::rows(&listed.document, Some(&pdf(&listed)), None);
    let written: Vec<_> = rows.iter().filter(|row| row.is_written()).collect();
    assert_eq!(written.iter().map(|row| row.rule.number).collect::<Vec<_>>(), [38]);
    // A mark that the author did not write is one.
    let mut said = made.document.clone();
    said.attachments[0].title = Text::new("某某要点", Span::default());
    let rows = self::rows(&said, None, Some(&docx(&made)));
    assert!(rows.iter().any(|row| row.rule.number == 50 && row.is_fault()));
}

/// Every example of the manual, right and wrong, that is a file of its own.
#[test]
fn what_check_only_warns_of_is_no_fault_of_the_program() {
    let mut faults = vec![];
    for rule in docgen_lint::rules() {
        let examples = rule.manual.wrong.iter().chain(rule.manual.right);
        for example in examples.filter(|example| example.contains("标题: ")) {
            let (text, _) = docgen_lint::unmarked(example);
            let Some(made) = compile_text(&text, &Folder::current()).made else {
                continue;
            };
            let rows = rows(&made.document, Some(&pdf(&made)), Some(&docx(&made)));
            let broken = rows.iter().filter(|row| row.is_fault());
            let broken: Vec<_> = broken.map(|row| row.rule.number).collect();
            if !broken.is_empty() {
                faults.push(format!("{broken:?} in an example of {}: {text}", rule.code));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A title off the middle, and the rules that its PDF breaks under a profile that sets one value.
fn broken_under(clause: [u8; 4], key: &str) -> BTreeSet<u8> {
    let (name, changes, _) = FAULTS.iter().find(|fault| fault.2 == [37]).unwrap();
    let mut made = document(name);
    changes.iter().for_each(|change| change.apply(&mut made.pages));
    let why = Bilingual::new("自定", "chosen");
    let deviation = Deviation { key: key.to_owned(), clause: Clause::new(clause), why };
    let files = Files {
        document: &made.document,
        pdf: Some(&pdf(&made)),
        archive: true,
        docx: None,
        deviations: &[deviation],
    };
    broken(&audit(&files).unwrap())
}

#[test]
fn the_choice_of_a_face_excuses_no_place() {
    assert!(broken_under([7, 3, 1, 0], "roles.title.font").iter().eq(&[37]));
    assert!(broken_under([7, 3, 1, 0], "roles.title.align").is_empty());
}

#[test]
fn what_a_profile_sets_for_the_docx_excuses_nothing_on_the_pdf() {
    assert!(broken_under([5, 2, 1, 0], "docx.margin_top").iter().eq(&[37]));
    assert!(broken_under([5, 2, 1, 0], "page.left").is_empty());
}

/// Sound documents that were once refused: a word that a longer one explains, a 《…》 that no line
/// holds, copies on preprinted paper, a 版记 of one line, seals in rows, a name said twice, a title of
/// two lines as wide as each other.
#[test]
fn what_is_sound_is_not_refused() {
    let head = "head: {issuer: 某某县人民政府, number: 某政发〔2026〕5号}\n";
    let record = |record: &str| {
        format!(
            "{head}title: 某县关于某事的通知\nbody: 正文一段。\nsignature: {{date: 2026-03-02}}\nrecord: {record}\n"
        )
    };
    let copies = "print: {preprinted: true}\nhead: {issuer: 某某县人民政府, number: 某政发〔2026〕5号, copy_number: 000001-000003}\ntitle: 某县关于某事的通知\nbody: 正文一段。\nattachments: [{title: 一览表}]\nsignature: {date: 2026-03-02}\n";
    let twice = "format: meeting\ntitle: 某报告\nmeeting: {body: 某县人大常委会, session: 第三次会议, date: 2026-01-05, reporter: {post: 县长, name: 王某}, delivery: written}\nrecipients: 县人大常委会\nissuer_line: 某县人民政府\nbody: 正文一段。\n";
    let name = "title: 关于印发《某某县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要》的通知\nbody: 正文一段。\n";
    let sources = [
        record("{printer: 某县办公室}"),
        record("{extra: [共印50份]}"),
        record("{extra: [共印50份], printer: 某县办公室, print_date: 2026-03-02}"),
        record(
            "{label: 抄报, copy_to: [某市人民政府], printer: 某县办公室, print_date: 2026-03-02}",
        ),
        copies.to_owned(),
        twice.to_owned(),
        name.to_owned(),
        "title: 中共兴安盟委员会组织部等6部门关于加强牧区饮水安全工作的通知\nbody: 正文一段。\n"
            .to_owned(),
    ];
    let mut faults = vec![];
    for source in &sources {
        let made = document(source);
        let rows = rows(&made.document, Some(&pdf(&made)), Some(&docx(&made)));
        for row in rows.iter().filter(|row| row.is_fault()) {
            faults.push(format!("R{:02} {:?}: {source}", row.rule.number, row.pdf));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_no_file_of_its_kind_is_told() {
    let made = document("input/common");
    let files = |pdf, docx| Files {
        document: &made.document,
        pdf,
        archive: true,
        docx,
        deviations: &[],
    };
    assert!(audit(&files(Some(b"no"), None)).unwrap_err().starts_with("PDF"));
    assert!(audit(&files(None, Some(b"no"))).unwrap_err().starts_with("DOCX"));
}
