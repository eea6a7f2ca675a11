//! What is changed in a finished file: texts of the parts of a DOCX, the faces of a PDF.

use std::io::{Cursor, Read, Write};

/// Part, what is replaced in `input/common`, by what, and the rules that the DOCX then breaks.
pub(crate) const EDITS: &[(&str, &str, &str, &[u8])] = &[
    ("word/document.xml", "<w:pgMar w:top=\"", "<w:pgMar w:top=\"1", &[6]),
    ("word/document.xml", "w:pgSz w:w=\"1", "w:pgSz w:w=\"2", &[1]),
    ("word/document.xml", "w:line=\"5", "w:line=\"4", &[9]),
    ("word/document.xml", "w:lineRule=\"exact\"", "w:lineRule=\"atLeast\"", &[9, 98]),
    ("word/document.xml", "仿宋_GB2312", "宋体", &[11, 31, 47]),
    ("word/document.xml", "w:sz w:val=\"32\"", "w:sz w:val=\"28\"", &[11, 47]),
    ("word/document.xml", "w:sz w:val=\"44\"", "w:sz w:val=\"36\"", &[35]),
    ("word/document.xml", "<w:sz ", "<w:b/><w:sz ", &[47]),
    ("word/document.xml", "<w:sz ", "<w:color w:val=\"0000FF\"/><w:sz ", &[13, 22]),
    ("word/document.xml", "秘密★1年", "秘密一年", &[16]),
    ("word/document.xml", ">加急<", ">马上<", &[17]),
    ("word/document.xml", ">加急<", ">特提<", &[17]),
    ("word/styles.xml", "w:val=\"份号\"", "w:val=\"号\"", &[19]),
    ("word/document.xml", "〔", "(", &[27]),
    ("word/document.xml", "签发人", "签发者", &[30]),
    ("word/document.xml", "月", "月0", &[60]),
    ("word/document.xml", "特此报告。", "此页无正文", &[62]),
    ("word/document.xml", "w:firstLineChars=\"200\"", "w:firstLineChars=\"0\"", &[45]),
    ("word/document.xml", "管理办法</w:t>", "管理办法；</w:t>", &[49, 50]),
    ("word/document.xml", "附件：", "附录：", &[49]),
    (
        "word/document.xml",
        "\"44\"/></w:rPr><w:t xml:space=\"preserve\">某某县行政",
        "\"44\"/></w:rPr><w:t xml:space=\"preserve\">某某市行政",
        &[66],
    ),
    ("word/settings.xml", "<w:evenAndOddHeaders/>", "", &[97]),
    ("word/footer", "w:sz w:val=\"28\"", "w:sz w:val=\"32\"", &[76]),
    (
        "word/document.xml",
        "</w:sectPr>",
        "<w:docGrid w:type=\"lines\"/></w:sectPr>",
        &[98],
    ),
    ("word/document.xml", "</wp:anchor>", "<a:ln w=\"3600\"/></wp:anchor>", &[70]),
];

/// A DOCX with a text of a part replaced everywhere, and how many places that were.
pub(crate) fn edited(docx: &[u8], part: &str, old: &str, new: &str) -> (Vec<u8>, usize) {
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

/// A PDF that only names its faces.
pub(crate) fn without_faces(pdf: &[u8]) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    for object in document.objects.values_mut() {
        if let Ok(dictionary) = object.as_dict_mut() {
            dictionary.remove(b"FontFile2");
            dictionary.remove(b"FontFile3");
        }
    }
    let mut bytes = vec![];
    document.save_to(&mut bytes).unwrap();
    bytes
}
