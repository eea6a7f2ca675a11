//! Pictures that a document names: read through the callback, found sound or refused.

use docgen_model::{Abs, BlockKind, Code, Diagnostic, Document, Extent, Seal, Span};

use super::{EXAMPLE, UNITS};
use crate::FileError;

/// A red ring, clear inside: drawn, so that no file is needed.
const SEAL: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="40" fill="none" stroke="#d00" stroke-width="4"/></svg>"##;

fn files(name: &str) -> Result<Vec<u8>, FileError> {
    match name {
        "章.svg" => Ok(SEAL.into()),
        "蓝.svg" => Ok(SEAL.replace("#d00", "#00d").into()),
        "底.svg" => Ok(SEAL
            .replace("<circle", r##"<rect width="90" height="90" fill="#fff"/><circle"##)
            .into()),
        "文字.png" => Ok("不是图片".into()),
        "../章.svg" => Err(FileError::Outside),
        _ => Err(FileError::Unreadable("文件不存在".into())),
    }
}

fn sealed(seal: &str) -> (Document, Vec<Diagnostic>) {
    let source = EXAMPLE.replace("seal: stamped", &format!("seal: {seal}"));
    let (document, findings) = crate::parse(&source, &files);
    (document.unwrap(), findings)
}

fn codes(seal: &str) -> Vec<(Code, bool)> {
    let told = sealed(seal).1;
    told.iter().map(|found| (found.code, found.is_error())).collect()
}

#[test]
fn a_seal_has_its_picture_and_perhaps_its_size() {
    let (document, told) = sealed("{图片: 章.svg, 直径: 42mm}");
    assert_eq!(told, []);
    let signature = document.signature.unwrap();
    assert_eq!((signature.seal, signature.seals.len()), (Seal::Stamped, 1));
    assert_eq!(signature.seals[0].diameter, Some(Extent::Length(Abs::mm100(4_200))));
    let (document, told) = sealed("[{image: 章.svg}]");
    assert_eq!((document.signature.unwrap().seals[0].diameter, told), (None, vec![]));
}

#[test]
fn a_diameter_takes_every_unit() {
    for (written, extent) in UNITS {
        let (document, told) = sealed(&format!("{{image: 章.svg, diameter: {written}}}"));
        let diameter = document.signature.unwrap().seals[0].diameter;
        assert_eq!((diameter, told), (Some(extent), vec![]));
    }
}

#[test]
fn a_seal_of_a_signer_is_told_apart() {
    let (document, told) = sealed("{image: 章.svg, kind: signed}, signer_post: 县长");
    let signature = document.signature.unwrap();
    assert_eq!((signature.seal, told), (Seal::Signed, vec![]));
    assert_eq!(signature.seal_alt(0), "县长签名章");
    let mixed = "[{image: 章.svg}, {image: 章.svg, kind: signed}]";
    assert!(codes(mixed).contains(&(Code::SealPicture, true)));
}

#[test]
fn what_is_no_seal_is_told() {
    assert_eq!(codes("{image: 没有.png}"), [(Code::BadFile, true)]);
    assert_eq!(codes("{image: ../章.svg}"), [(Code::BadFile, true)]);
    assert_eq!(codes("{image: 文字.png}"), [(Code::BadPicture, true)]);
    assert_eq!(codes("{image: 底.svg}"), [(Code::SealPicture, true)]);
    assert_eq!(codes("{image: 蓝.svg}"), [(Code::SealPicture, false)]);
    assert_eq!(codes("[{image: 章.svg}, {image: 章.svg}]"), [(Code::SealPicture, true)]);
    assert_eq!(codes("{diameter: 42mm}"), [(Code::MissingKey, true)]);
    assert_eq!(codes("{image: 章.svg, diameter: 0mm}"), [(Code::BadValue, true)]);
    assert_eq!(codes("{image: 章.svg, diameter: 大}"), [(Code::BadValue, true)]);
}

fn figure(inner: &str) -> (Vec<docgen_model::Block>, Vec<(Code, String)>) {
    let source = format!("title: 工作报告\nbody:\n  - 甲。\n  - 图片: {{{inner}}}\n");
    let (document, findings) = crate::parse(&source, &files);
    let told = findings.iter().filter(|found| found.code != Code::NoKind);
    let told = told.map(|found| {
        let Span { start, end } = found.span;
        (found.code, source[start as usize..end as usize].to_owned())
    });
    (document.unwrap().body, told.collect())
}

#[test]
fn a_figure_has_its_file_its_words_and_perhaps_its_width() {
    let (body, told) = figure("文件: 章.svg, 图题: 图1　样章, 宽: 10.5字");
    assert_eq!(told, []);
    let BlockKind::Figure(figure) = &body[1].kind else { panic!("{body:?}") };
    assert_eq!(figure.caption.as_ref().unwrap().as_str(), "图1　样章");
    assert_eq!(figure.alt.as_str(), "图1　样章");
    assert_eq!(figure.width, Some(Extent::Chars(105)));
}

#[test]
fn a_figure_without_words_is_refused() {
    let told = |inner: &str| figure(inner).1;
    assert_eq!(told("file: 章.svg"), [(Code::NoAltText, "图片".to_owned())]);
    assert_eq!(told("file: 章.svg, alt: 一枚样章"), []);
    let bad = |code, words: &str| [(code, words.to_owned())];
    assert_eq!(told("alt: 甲"), bad(Code::MissingKey, "图片"));
    assert_eq!(told("file: 文字.png, alt: 甲"), bad(Code::BadPicture, "文字.png"));
    assert_eq!(told("file: ../章.svg, alt: 甲"), bad(Code::BadFile, "../章.svg"));
    for width in ["0mm", "12cm", "宽", "1.234mm", "-5mm", "99999mm"] {
        let inner = format!("file: 章.svg, alt: 甲, width: {width}");
        assert_eq!(told(&inner), bad(Code::BadValue, width));
    }
}

#[test]
fn a_file_is_read_once_however_often_it_is_shown() {
    let read = std::cell::Cell::new(0);
    let files = |name: &str| {
        read.set(read.get() + 1);
        files(name)
    };
    let item = "  - 图片: {file: 章.svg, alt: 甲}\n";
    let source = format!("title: 工作报告\nbody:\n{}", item.repeat(50));
    let (document, _) = crate::parse(&source, &files);
    assert_eq!((document.unwrap().body.len(), read.get()), (50, 1));
}
