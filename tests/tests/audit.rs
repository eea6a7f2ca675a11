//! The self-audit: it passes what docgen makes, and finds what is wrong in it.
//!
//! 1. Every document of `input/` and `tests/suite/` is rendered and read back: no rule that the
//!    standard orders is broken.
//! 2. The page form of a sample is changed before it becomes a PDF (moved, recoloured, left out,
//!    another face), and a DOCX as text: the rules that are named must fail, and held before.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use docgen::world::Folder;
use docgen::{Made, Target, export};
use docgen_audit::{Files, Row, audit};
use docgen_fonts::Face;
use docgen_frame::{GlyphRun, Item, ItemKind, Line, PagedDocument};
use docgen_model::{Abs, Color, FontRole};
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, repository, sources};

fn pdf(made: &Made) -> Vec<u8> {
    export(made, Target::Pdf(PdfStandard::default())).unwrap()
}

fn rows(made: &Made, pdf: &[u8], docx: &[u8]) -> Vec<Row> {
    let files = Files {
        document: &made.document,
        pdf: Some(pdf),
        archive: true,
        docx: Some(docx),
        deviations: &[],
    };
    audit(&files).unwrap()
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
            let docx = export(part, Target::Docx).unwrap();
            for row in rows(part, &pdf(part), &docx) {
                let held = [&row.pdf, &row.docx].into_iter().flatten();
                let held = held
                    .filter(|verdict| matches!(verdict, docgen_audit::Verdict::Holds(_)));
                measured.extend(held.map(|_| row.rule.number));
                if row.is_failure() {
                    let level = row.rule.level;
                    println!(
                        "{} R{:02} {level:?} {:?} {:?}",
                        source.name, row.rule.number, row.pdf, row.docx
                    );
                }
                if row.is_fault() {
                    faults.push(format!(
                        "{}{}: R{:02}",
                        source.name, part.suffix, row.rule.number
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let unseen: Vec<u8> = (1..=100).filter(|rule| !measured.contains(rule)).collect();
    assert_eq!(unseen, [] as [u8; 0], "rules that no document measures");
}

fn sample(name: &str) -> Made {
    let path = repository().join(format!("input/{name}.yaml"));
    let yaml = std::fs::read_to_string(&path).unwrap();
    compile_text(&yaml, &Folder::of(&path)).made.unwrap()
}

/// What is done to the runs that hold a text, or to the rules of a colour.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// Hundredths of a millimetre to the right and down.
    Move(i64, i64),
    /// Tenths of a point.
    Size(i64),
    Black,
    Red,
    Drop,
    /// Another face of the sample.
    Face(FontRole),
    /// Moves all on the page.
    Everything(i64, i64),
    /// Red or black rules: how far down, and their thickness in hundredths of a millimetre.
    Rules(Color, i64, Option<i64>),
    NoRules(Color),
}

/// Sample, the text, what is done, the rules that must see it.
const FAULTS: &[(&str, &str, Change, &[u8])] = &[
    ("common", "", Change::Everything(300, 0), &[3, 21, 34, 37, 52, 69, 73, 78]),
    ("common", "", Change::Everything(0, 300), &[2, 12, 20, 77]),
    ("common", "000001", Change::Move(300, 0), &[14]),
    ("common", "000001", Change::Move(0, 1200), &[14]),
    ("common", "加急", Change::Move(200, 0), &[17]),
    ("common", "加急", Change::Move(0, 800), &[18]),
    ("common", "某某县人民政府文件", Change::Black, &[20, 22]),
    ("common", "某某县人民政府文件", Change::Move(0, 200), &[20]),
    ("common", "某某县人民政府文件", Change::Move(200, 0), &[21]),
    ("common", "某某县人民政府文件", Change::Move(0, -500), &[25]),
    ("common", "李某某", Change::Move(-600, 0), &[30]),
    ("common", "", Change::Rules(Color::Red, 100, None), &[33]),
    ("common", "", Change::Rules(Color::Red, -600, None), &[36]),
    ("common", "", Change::NoRules(Color::Red), &[33, 34]),
    ("common", "", Change::Rules(Color::Black, -100, None), &[12]),
    ("common", "", Change::Rules(Color::Black, 0, Some(80)), &[70]),
    ("common", "", Change::NoRules(Color::Black), &[12, 69]),
    ("common", "特此报告", Change::Red, &[13]),
    ("common", "特此报告", Change::Size(140), &[11]),
    ("common", "特此报告", Change::Face(FontRole::HeiTi), &[11]),
    ("common", "一、", Change::Face(FontRole::XiaoBiaoSong), &[47]),
    ("common", "某某县人民政府文件", Change::Face(FontRole::HeiTi), &[22]),
    ("common", "特此报告", Change::Move(-500, 0), &[45]),
    ("common", "特此报告", Change::Drop, &[43, 45]),
    ("common", "2022年", Change::Move(800, 0), &[52, 53]),
    ("common", "抄送", Change::Move(600, 0), &[71]),
    ("common", "2", Change::Drop, &[76, 77, 78, 79]),
    ("letter", "", Change::Rules(Color::Red, 200, None), &[83, 85]),
    ("letter", "某某县人民政府", Change::Move(0, 300), &[82]),
    ("order", "令", Change::Move(0, 300), &[88]),
    ("minutes", "纪要", Change::Drop, &[89]),
];

fn changed(made: &Made, needle: &str, change: Change) -> PagedDocument {
    let mut pages = made.pages.clone();
    let faces = faces(&pages);
    for page in &mut pages.pages {
        for item in &mut page.items {
            apply(item, needle, change, &faces);
        }
    }
    pages
}

/// The faces of all runs.
fn faces(pages: &PagedDocument) -> Vec<Face> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let lines = items.filter_map(|item| match &item.kind {
        ItemKind::Line(line) => Some(line),
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    });
    lines.flat_map(|line| &line.runs).map(|run| run.face.clone()).collect()
}

fn apply(item: &mut Item, needle: &str, change: Change, faces: &[Face]) {
    let by = |x: i64| if x < 0 { Abs::ZERO - Abs::mm100(-x) } else { Abs::mm100(x) };
    match (&mut item.kind, change) {
        (ItemKind::Line(line), Change::Everything(dx, dy)) => {
            for run in &mut line.runs {
                run.origin.x += by(dx);
                run.origin.y += by(dy);
            }
        }
        (ItemKind::Rule(rule), Change::Everything(dx, dy)) => {
            rule.from.x += by(dx);
            rule.from.y += by(dy);
        }
        (ItemKind::Rule(rule), Change::Rules(color, dy, thickness))
            if rule.color == color =>
        {
            rule.from.y += by(dy);
            rule.thickness = thickness.map_or(rule.thickness, Abs::mm100);
        }
        (ItemKind::Rule(rule), Change::NoRules(color)) if rule.color == color => {
            rule.from.x += Abs::mm100(100_000);
            rule.length = Abs::mm100(1);
        }
        (ItemKind::Line(line), change) if !needle.is_empty() && says(line, needle) => {
            mend(line, change, faces, by);
        }
        _ => {}
    }
}

fn says(line: &Line, needle: &str) -> bool {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    text.contains(needle)
}

fn mend(line: &mut Line, change: Change, faces: &[Face], by: impl Fn(i64) -> Abs) {
    for run in &mut line.runs {
        let GlyphRun { face, size, color, origin, .. } = run;
        match change {
            Change::Move(dx, dy) => {
                origin.x += by(dx);
                origin.y += by(dy);
            }
            Change::Size(points) => *size = Abs::pt10(points),
            Change::Face(role) => {
                *face = faces.iter().find(|face| face.role() == role).unwrap().clone();
            }
            Change::Black => *color = Color::Black,
            Change::Red => *color = Color::Red,
            Change::Drop => origin.x += Abs::mm100(100_000),
            Change::Everything(..) | Change::Rules(..) | Change::NoRules(_) => {}
        }
    }
}

#[test]
fn a_page_that_is_changed_is_found() {
    let mut missed = vec![];
    for (name, needle, change, rules) in FAULTS {
        let mut made = sample(name);
        let docx = export(&made, Target::Docx).unwrap();
        let before = broken(&rows(&made, &pdf(&made), &docx));
        made.pages = changed(&made, needle, *change);
        let after = broken(&rows(&made, &pdf(&made), &docx));
        for rule in *rules {
            if before.contains(rule) || !after.contains(rule) {
                missed.push(format!(
                    "{name} {needle} {change:?}: R{rule:02}; found {after:?}"
                ));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Part, what is replaced, by what, and the rules that must see it.
const EDITS: &[(&str, &str, &str, &[u8])] = &[
    ("word/document.xml", "<w:pgMar w:top=\"", "<w:pgMar w:top=\"1", &[6]),
    ("word/document.xml", "w:pgSz w:w=\"1", "w:pgSz w:w=\"2", &[1]),
    ("word/document.xml", "w:line=\"5", "w:line=\"4", &[9]),
    ("word/document.xml", "w:lineRule=\"exact\"", "w:lineRule=\"atLeast\"", &[9, 98]),
    ("word/document.xml", "仿宋_GB2312", "宋体", &[11, 31, 47]),
    ("word/document.xml", "w:sz w:val=\"32\"", "w:sz w:val=\"28\"", &[11, 47]),
    ("word/document.xml", "w:sz w:val=\"44\"", "w:sz w:val=\"36\"", &[35]),
    ("word/document.xml", "<w:sz ", "<w:b/><w:sz ", &[47]),
    ("word/document.xml", "<w:sz ", "<w:color w:val=\"0000FF\"/><w:sz ", &[13]),
    ("word/document.xml", "秘密★1年", "秘密一年", &[16]),
    ("word/document.xml", ">加急<", ">马上<", &[17]),
    ("word/document.xml", "〔", "(", &[27]),
    ("word/document.xml", "签发人", "签发者", &[30]),
    ("word/document.xml", "月", "月0", &[60]),
    ("word/document.xml", "特此报告。", "此页无正文", &[62]),
    ("word/document.xml", "w:firstLineChars=\"200\"", "w:firstLineChars=\"0\"", &[45]),
    ("word/document.xml", "管理办法</w:t>", "管理办法；</w:t>", &[50]),
    ("word/document.xml", "附件：", "附录：", &[49]),
    ("word/settings.xml", "<w:evenAndOddHeaders/>", "", &[97]),
    ("word/footer", "w:sz w:val=\"28\"", "w:sz w:val=\"32\"", &[76]),
];

/// A DOCX with a text of a part replaced everywhere, and how many places that were.
fn edited(docx: &[u8], part: &str, old: &str, new: &str) -> (Vec<u8>, usize) {
    let mut source = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut target = zip::ZipWriter::new(Cursor::new(vec![]));
    let mut places = 0;
    for index in 0..source.len() {
        let mut file = source.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = vec![];
        file.read_to_end(&mut bytes).unwrap();
        if name.starts_with(part) && name.ends_with(".xml") {
            let text = String::from_utf8(bytes).unwrap();
            places += text.matches(old).count();
            bytes = text.replace(old, new).into_bytes();
        }
        target.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        target.write_all(&bytes).unwrap();
    }
    (target.finish().unwrap().into_inner(), places)
}

#[test]
fn a_docx_that_is_changed_is_found() {
    let made = sample("common");
    let docx = export(&made, Target::Docx).unwrap();
    let pdf = pdf(&made);
    let before = broken(&rows(&made, &pdf, &docx));
    let mut missed = vec![];
    for (part, old, new, rules) in EDITS {
        let (docx, places) = edited(&docx, part, old, new);
        let after = broken(&rows(&made, &pdf, &docx));
        for rule in *rules {
            if places == 0 || before.contains(rule) || !after.contains(rule) {
                missed.push(format!(
                    "{old} → {new}, {places} places: R{rule:02}; {after:?}"
                ));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_is_no_file_of_its_kind_is_told() {
    let made = sample("common");
    let document = &made.document;
    let files =
        Files { document, pdf: Some(b"no"), archive: true, docx: None, deviations: &[] };
    assert!(audit(&files).unwrap_err().starts_with("PDF"));
    let files =
        Files { document, pdf: None, archive: true, docx: Some(b"no"), deviations: &[] };
    assert!(audit(&files).unwrap_err().starts_with("DOCX"));
}
