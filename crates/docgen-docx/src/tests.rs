//! What a produced package must be, whatever the document.

use std::io::{Cursor, Read};

use docgen_model::{Abs, Decisions, Document};
use docgen_standard::{HeadText, Profile, Role, manuscript};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::{DocxError, DocxOptions, schema};

#[path = "../examples/sample/documents.rs"]
mod documents;

fn samples() -> Vec<Document> {
    vec![
        documents::common(&[], 2),
        documents::common(&["张三丰", "李四", "王小五"], 1),
        documents::bare(),
        documents::plain(3),
    ]
}

/// A package without its source.
fn docx(
    document: &Document,
    profile: &Profile,
    decisions: &Decisions,
) -> Result<Vec<u8>, DocxError> {
    crate::docx(document, profile, decisions, &DocxOptions::default())
}

fn package(document: &Document) -> Vec<u8> {
    let profile = Profile::gbt9704();
    docx(document, profile, &documents::decide(document, profile)).unwrap()
}

/// The parts of a package with their paths, in the order of the ZIP.
fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = vec![];
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut xml = String::new();
        file.read_to_string(&mut xml).unwrap();
        let path = file.name().unwrap().into_owned();
        parts.push((path, xml));
    }
    parts
}

fn part(package: &[u8], path: &str) -> String {
    parts(package).into_iter().find(|(name, _)| name == path).unwrap().1
}

fn main_part(document: &Document) -> String {
    part(&package(document), "word/document.xml")
}

/// The text of all `w:t`, in reading order.
fn text_of(xml: &str) -> String {
    let pieces = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    pieces.map(|piece| piece.split_once("</w:t>").unwrap().0).collect()
}

/// The values of an attribute, in reading order.
fn lengths(xml: &str, attribute: &str) -> Vec<i64> {
    let opening = format!("{attribute}=\"");
    let pieces = xml.split(&opening).skip(1);
    pieces.map(|piece| piece.split_once('"').unwrap().0.parse().unwrap()).collect()
}

/// The paragraph that holds `text`.
fn paragraph_with<'a>(xml: &'a str, text: &str) -> &'a str {
    let found = xml.split("<w:p>").find(|paragraph| paragraph.contains(text));
    found.unwrap().split_once("</w:p>").unwrap().0
}

/// Reads a part and checks each child against its parent's table; returns how many it met.
fn check_order(xml: &str) -> usize {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, usize)> = vec![];
    let mut checked = 0;
    loop {
        let event = reader.read_event().unwrap();
        let (Event::Start(start) | Event::Empty(start)) = &event else {
            match event {
                Event::End(_) => drop(open.pop()),
                Event::Eof => return checked,
                _ => {}
            }
            continue;
        };
        let name = start.name().as_ref().to_owned();
        if let Some((parent, last)) = open.last_mut()
            && let Some(order) = schema::order(parent)
        {
            let place = order.iter().position(|known| *known == name);
            let place = place.unwrap_or_else(|| panic!("{name} in {parent}"));
            assert!(place >= *last, "{name} is late in {parent}");
            *last = place;
            checked += 1;
        }
        if matches!(event, Event::Start(_)) {
            open.push((name, 0));
        }
    }
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    for document in samples() {
        let parts = parts(&package(&document));
        let checked: usize = parts.iter().map(|(_, xml)| check_order(xml)).sum();
        assert!(checked > 500, "{checked}");
    }
}

#[test]
fn properties_come_first_in_paragraphs_and_runs() {
    for document in samples() {
        let xml = main_part(&document);
        let wrong = |piece: &str, first: &str| {
            !piece.starts_with(first) && !piece.starts_with("<mc:AlternateContent>")
        };
        assert!(!xml.split("<w:p>").skip(1).any(|p| wrong(p, "<w:pPr>")));
        assert!(!xml.split("<w:r>").skip(1).any(|r| wrong(r, "<w:rPr>")));
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in samples() {
        assert_eq!(package(&document), package(&document));
    }
}

#[test]
fn content_types_come_first_and_parts_are_sorted() {
    let parts = parts(&package(&documents::plain(1)));
    let paths: Vec<&str> = parts.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths[0], "[Content_Types].xml");
    assert!(paths[1..].is_sorted());
}

/// Every word once, in reading order, and none that the manuscript does not have.
#[test]
fn the_text_stands_once_in_reading_order() {
    for document in samples() {
        let manuscript = manuscript(&document, Profile::gbt9704());
        let mut expected = String::new();
        if let Some(head) = &manuscript.head {
            let corner = [&head.copy_number, &head.secrecy, &head.urgency];
            corner.into_iter().flatten().for_each(|text| expected += text.as_str());
            expected += head.mark.as_str();
            let last = head.lines() as usize - 1;
            for line in 0..=last {
                if line == last
                    && let Some(number) = &head.number
                {
                    expected += number.as_str();
                }
                if line == 0 && !head.signers.is_empty() {
                    expected += HeadText::SIGNER_LABEL;
                }
                let names = head.signers.get(line).into_iter().flatten();
                names.for_each(|name| expected += name.as_str());
            }
        }
        manuscript.flow.iter().for_each(|para| expected += para.text.as_str());
        for line in &manuscript.record {
            expected += line.text.as_str();
            expected += line.right.as_ref().map_or("", |text| text.as_str());
        }
        assert_eq!(text_of(&main_part(&document)), expected);
    }
}

#[test]
fn a_paragraph_of_body_text() {
    let xml = main_part(&documents::plain(1));
    let paragraph = paragraph_with(&xml, "今年以来");
    let expected = concat!(
        r#"<w:pPr><w:pStyle w:val="body"/><w:widowControl w:val="0"/>"#,
        r#"<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>"#,
        r#"<w:ind w:left="0" w:right="1" w:firstLineChars="200" w:firstLine="640"/>"#,
        r#"<w:jc w:val="both"/></w:pPr>"#,
        r#"<w:bookmarkStart w:id="2" w:name="zhengwen"/>"#,
        r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" "#,
        r#"w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/>"#,
        r#"<w:spacing w:val="-8"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>"#,
    );
    let start = paragraph.split_inclusive("</w:rPr>").next();
    assert_eq!(start, Some(expected));
}

/// R47: headings are told by their faces. A word processor makes its own headings bold.
#[test]
fn nothing_is_bold() {
    for document in samples() {
        for (path, xml) in parts(&package(&document)) {
            assert!(!xml.contains("<w:b/>") && !xml.contains("<w:b "), "{path}");
        }
    }
}

#[test]
fn plain_prose_is_a_handful_of_runs() {
    let xml = main_part(&documents::plain(1));
    let paragraph = paragraph_with(&xml, "今年以来");
    // Han, the pair ——, and five numbers with what stands between them.
    assert_eq!(paragraph.matches("<w:r>").count(), 13);
    assert_eq!(paragraph.matches(r#"<w:lang w:eastAsia="en-US"/>"#).count(), 1);
}

#[test]
fn titles_break_where_layout_says() {
    let xml = main_part(&documents::common(&[], 1));
    let title = paragraph_with(&xml, "国务院办公厅关于</w:t>");
    assert_eq!(title.matches("<w:br/>").count(), 1);
    assert_eq!(xml.matches("<w:br/>").count(), 1);
}

/// The head fills whole rows, so that the title stands on the grid.
#[test]
fn the_head_takes_the_rows_of_its_plan() {
    for document in samples().iter().filter(|document| document.head.is_some()) {
        let profile = Profile::gbt9704();
        let decisions = documents::decide(document, profile);
        let xml =
            part(&docx(document, profile, &decisions).unwrap(), "word/document.xml");
        let head = xml.split_once(r#"w:val="title""#).unwrap().0;
        let filled =
            lengths(head, "w:before").iter().chain(&lengths(head, "w:line")).sum();
        let rows = i64::from(decisions.head.unwrap().rows);
        assert_eq!(Abs::twips(filled), profile.docx.pitch * rows);
    }
}

#[test]
fn a_run_in_heading_leaves_the_outline() {
    let xml = main_part(&documents::common(&[], 1));
    assert!(paragraph_with(&xml, "压实责任").contains(r#"<w:outlineLvl w:val="9"/>"#));
    assert!(!paragraph_with(&xml, "一、总体要求").contains("outlineLvl"));
    let styles = part(&package(&documents::plain(1)), "word/styles.xml");
    let heading = styles.split_once(r#"w:styleId="heading-1""#).unwrap().1;
    let heading = heading.split_once("</w:style>").unwrap().0;
    assert!(heading.contains(r#"<w:outlineLvl w:val="1"/>"#), "{heading}");
}

#[test]
fn a_record_on_its_own_page_begins_it() {
    let on_own_page = main_part(&documents::bare());
    let shared = main_part(&documents::common(&[], 1));
    let anchor = |xml: &str| paragraph_with(xml, r#"w:val="record-anchor""#).to_owned();
    assert!(anchor(&on_own_page).contains("<w:pageBreakBefore/>"));
    assert!(!anchor(&shared).contains("<w:pageBreakBefore/>"));
}

#[test]
fn rows_at_the_foot_are_kept_free_by_an_empty_frame() {
    let (document, profile) = (&samples()[0], Profile::gbt9704());
    let mut decisions = documents::decide(document, profile);
    let frames = |decisions: &Decisions| {
        let package = docx(document, profile, decisions).unwrap();
        part(&package, "word/document.xml").matches("<w:framePr ").count()
    };
    let without = frames(&decisions);
    decisions.foot = Some(docgen_model::FootPlan { para: 1, at: 0, rows: 2 });
    assert_eq!(frames(&decisions), without + 1);
}

#[test]
fn what_the_author_wrote_is_escaped() {
    let custom = part(&package(&documents::plain(1)), "docProps/custom.xml");
    assert!(
        custom.contains("<vt:lpwstr>某市人大常委会 &lt;内网&gt; &amp; 公报</vt:lpwstr>")
    );
}

/// The name of each field and the text between its marks, in reading order.
fn fields(xml: &str) -> Vec<(String, String)> {
    let starts = xml.split("<w:bookmarkStart w:id=\"").skip(1);
    let field = |start: &str| {
        let (id, rest) = start.split_once("\" w:name=\"").unwrap();
        let name = rest.split_once('"').unwrap().0;
        let at = xml.find(start).unwrap();
        let end = format!("<w:bookmarkEnd w:id=\"{id}\"/>");
        (name.to_owned(), text_of(xml[at..].split_once(&end).unwrap().0))
    };
    starts.map(field).collect()
}

#[test]
fn elements_are_marked_for_exchange() {
    let document = documents::common(&["张三", "李四", "王五"], 1);
    let flow = manuscript(&document, Profile::gbt9704()).flow;
    let words = |roles: &[Role]| -> String {
        let own = flow.iter().take_while(|para| para.role != Role::AttachmentLabel);
        let paras = own.filter(|para| roles.contains(&para.role));
        paras.map(|para| para.text.as_str()).collect()
    };
    let text = words(&[Role::Body, Role::Heading1, Role::Heading2, Role::Heading3]);
    let found = fields(&main_part(&document));
    let expected = [
        ("fenhao", "000001"),
        ("mijihebaomiqixian", "机密★1年"),
        ("jinjichengdu", "特急"),
        ("fawenjiguanmingcheng_1", "国务院办公厅"),
        ("qianfaren_1", "张三"),
        ("qianfaren_2", "李四"),
        ("fawenzihao", "国办发〔2021〕45号"),
        ("qianfaren_3", "王五"),
        ("biaoti", "国务院办公厅关于进一步加强审批制度改革工作的通知"),
        ("zhusongjiguan", &words(&[Role::Recipients])),
        ("zhengwen", &text),
        ("fujianshuoming", &words(&[Role::AttachmentNote])),
        ("fawenjiguanshuming_1", "国务院办公厅"),
        ("chengwenriqi", "2021年12月28日"),
        ("fuzhu", "（此件公开发布）"),
        (
            "chaosongjiguan",
            "党中央各部门，全国人大常委会办公厅，全国政协办公厅，国家监委，最高人民法院，最高人民检察院。",
        ),
        ("yinfajiguan", "国务院办公厅"),
        ("yinfariqi", "2021年12月29日"),
    ];
    assert_eq!(found, expected.map(|(name, text)| (name.into(), text.into())));
}

/// The tag of each content control and its text, in reading order.
fn controls(xml: &str) -> Vec<(String, String)> {
    let (open, close) = ("<w:sdt><w:sdtPr><w:tag w:val=\"", "</w:sdtContent></w:sdt>");
    let control = |(at, _): (usize, &str)| {
        let (tag, rest) = xml[at + open.len()..].split_once('"').unwrap();
        (tag.to_owned(), text_of(rest.split_once(close).unwrap().0))
    };
    xml.match_indices(open).map(control).collect()
}

#[test]
fn elements_can_be_content_controls() {
    let (document, profile) = (documents::common(&[], 2), Profile::gbt9704());
    let decisions = documents::decide(&document, profile);
    let options = DocxOptions { content_controls: true, ..DocxOptions::default() };
    let package = crate::docx(&document, profile, &decisions, &options).unwrap();
    let xml = part(&package, "word/document.xml");
    let bookmarked = main_part(&document);
    assert_eq!(controls(&xml), fields(&bookmarked));
    assert_eq!(text_of(&xml), text_of(&bookmarked));
    let text = xml.split_once("<w:tag w:val=\"zhengwen\"/>").unwrap().1;
    assert!(text.split_once("<w:sdtContent>").unwrap().1.starts_with("<w:p>"));
    assert!(!xml.contains("bookmark"));
    check_order(&xml);
}

#[test]
fn only_what_is_there_is_marked() {
    let names = |document: &Document| -> Vec<String> {
        fields(&main_part(document)).into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names(&documents::plain(1)), ["biaoti", "zhengwen"]);
    assert_eq!(names(&documents::plain(0)), ["biaoti"]);
}

#[test]
fn the_source_comes_back() {
    let (document, profile) = (documents::plain(1), Profile::gbt9704());
    let decisions = documents::decide(&document, profile);
    let source = "# <注> & \"说明\"\n标题: ' 某 '\n";
    let options = DocxOptions { source: Some(source), ..DocxOptions::default() };
    let package = crate::docx(&document, profile, &decisions, &options).unwrap();
    assert_eq!(crate::source(&package).as_deref(), Some(source));
    let xml = part(&package, "customXml/item1.xml");
    let text = xml.split_once("preserve\">").unwrap().1.strip_suffix("</source>");
    assert_eq!(quick_xml::escape::unescape(text.unwrap()).unwrap(), source);
    let relations = part(&package, "word/_rels/document.xml.rels");
    assert!(relations.contains(r#"Target="../customXml/item1.xml""#));
    let relations = part(&package, "customXml/_rels/item1.xml.rels");
    assert!(relations.contains(r#"Target="itemProps1.xml""#));
    let without = docx(&document, profile, &decisions).unwrap();
    assert_eq!(crate::source(&without), None);
    assert_eq!(crate::source(b"no DOCX"), None);
    assert!(!parts(&without).iter().any(|(path, _)| path.starts_with("customXml")));
}

#[test]
fn a_plain_page_is_small() {
    let size = package(&documents::plain(1)).len();
    assert!(size < 10_000, "{size} bytes");
}

#[test]
fn decisions_of_another_document_are_refused() {
    let (document, profile) = (documents::common(&[], 1), Profile::gbt9704());
    let made = docx(&document, profile, &Decisions::default());
    assert!(matches!(made, Err(DocxError::Decisions(_))));
}
