//! The floor: what subsetting the faces and deflating cost alone, with the same libraries.
//!
//! `floor prepare REPORT FOLDER` renders a report and writes down which glyphs of which faces
//! it took, and every other stream that was deflated for its PDF and DOCX, as it was before.
//! `floor run FOLDER` subsets those faces and deflates those streams with one state for each
//! of the two files, and does nothing else: no program that leaves subsetting and deflate to
//! these libraries makes the same files with less work. (docgen gives krilla programs that it
//! has coded beforehand, so it may stay below.)
//!
//! `floor write COUNT PAGES FOLDER` writes reports of so many pages, each from a seed of
//! its own: what `bench/processes.py` has rendered.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads and writes files, and a failure is a panic"
)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use docgen::world::{FACES, Folder, book};
use docgen::{Made, Target, Wishes, compile, export};
use docgen_bench::long_report;
use docgen_frame::{ItemKind, PagedDocument};
use docgen_pdf::PdfStandard;
use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use subsetter::GlyphRemapper;

/// The levels at which krilla and our DOCX deflate.
const PDF_LEVEL: u32 = 6;
const DOCX_LEVEL: u32 = 6;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["prepare", report, folder] => prepare(Path::new(report), Path::new(folder)),
        ["run", folder] => println!("{}", run(Path::new(folder))),
        ["write", count, pages, folder] => {
            write(count.parse().unwrap(), pages.parse().unwrap(), Path::new(folder));
        }
        _ => println!(
            "floor prepare REPORT FOLDER | run FOLDER | write COUNT PAGES FOLDER"
        ),
    }
}

fn prepare(report: &Path, folder: &Path) {
    let (bytes, beside) = (fs::read(report).unwrap(), Folder::of(report));
    let files = |name: &str| beside.read(name);
    let compiled = compile(&bytes, &Wishes::default(), book().unwrap(), &files);
    let made = compiled.made.unwrap();
    fs::create_dir_all(folder).unwrap();
    for (face, glyphs) in glyphs(&made.pages).iter().enumerate() {
        let bytes: Vec<u8> = glyphs.iter().flat_map(|id| id.to_le_bytes()).collect();
        fs::write(folder.join(format!("{face}.glyphs")), bytes).unwrap();
    }
    let streams = pdf_streams(&made).into_iter().map(|bytes| ("pdf", bytes));
    let streams =
        streams.chain(docx_parts(&made).into_iter().map(|bytes| ("docx", bytes)));
    for (index, (kind, bytes)) in streams.enumerate() {
        fs::write(folder.join(format!("{index}.{kind}")), bytes).unwrap();
    }
}

fn write(count: u64, pages: usize, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for seed in 0..count {
        let file = folder.join(format!("{pages}-{seed:04}.yaml"));
        fs::write(file, long_report(pages, seed)).unwrap();
    }
}

/// The glyphs of each embedded face, in the order of their use.
fn glyphs(document: &PagedDocument) -> Vec<Vec<u16>> {
    let mut all = vec![vec![]; FACES.len()];
    let items = document.pages.iter().flat_map(|page| &page.items);
    for item in items {
        let ItemKind::Line(line) = &item.kind else { continue };
        for run in &line.runs {
            let ids = run.glyphs.iter().map(|glyph| glyph.id);
            all[run.face.index()].extend(ids);
        }
    }
    all
}

/// Every deflated stream of the PDF that is no font program, inflated.
fn pdf_streams(made: &Made) -> Vec<Vec<u8>> {
    let pdf = export(made, Target::Pdf(PdfStandard::default())).unwrap();
    let pdf = lopdf::Document::load_mem(&pdf).unwrap();
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let streams = streams.filter(|stream| stream.dict.has(b"Filter"));
    let inflated = streams.filter_map(|stream| stream.decompressed_content().ok());
    inflated.filter(|bytes| !bytes.starts_with(&[0, 1, 0, 0])).collect()
}

fn docx_parts(made: &Made) -> Vec<Vec<u8>> {
    let docx = export(made, Target::Docx).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let count = zip.len();
    let part = |index| {
        let mut bytes = vec![];
        zip.by_index(index).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    (0..count).map(part).collect()
}

/// The bytes that come of it all.
fn run(folder: &Path) -> usize {
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut pdf = ZlibEncoder::new(vec![], Compression::new(PDF_LEVEL));
    let mut docx = DeflateEncoder::new(vec![], Compression::new(DOCX_LEVEL));
    let mut pack = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        let bytes = match path.extension().unwrap().to_str().unwrap() {
            "glyphs" if bytes.is_empty() => return 0,
            "glyphs" => subset(path, &bytes),
            "pdf" => bytes,
            _ => {
                docx.write_all(&bytes).unwrap();
                return docx.reset(vec![]).unwrap().len();
            }
        };
        pdf.write_all(&bytes).unwrap();
        pdf.reset(vec![]).unwrap().len()
    };
    files.iter().map(|path| pack(path)).sum()
}

/// The program of the face that the file is named for, with these glyphs.
fn subset(path: &Path, ids: &[u8]) -> Vec<u8> {
    let face: usize = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
    let mut glyphs = GlyphRemapper::new();
    for id in ids.chunks_exact(2) {
        glyphs.remap(u16::from_le_bytes([id[0], id[1]]));
    }
    subsetter::subset(FACES[face].bytes, 0, &glyphs).unwrap()
}
