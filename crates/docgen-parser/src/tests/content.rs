//! What the document says: defaults, headings, lists, files.

use docgen_model::{Direction, Format, Kind, Level, Seal, Stage, Title};

use super::*;

#[test]
fn defaults_follow_from_head_and_title() {
    let document = document(EXAMPLE);
    assert_eq!(document.format, Format::Common);
    assert_eq!(document.kind, Some(Kind::Report));
    assert_eq!(document.direction, Some(Direction::Up));
    assert_eq!(document.stage, Stage::Final);
    assert_eq!(document.signature.unwrap().seal, Seal::Stamped);
    let plain =
        super::document("title: 某事的通知\nbody: 无\nsignature: {date: 2022-1-8}\n");
    assert_eq!(plain.format, Format::Plain);
    assert_eq!(plain.kind, Some(Kind::Notice));
    let signature = plain.signature.unwrap();
    assert_eq!((signature.seal, signature.organs.len()), (Seal::None, 0));
    assert!(super::document("title: 某事的通知\nbody: 无\n").signature.is_none());
}

#[test]
fn titles_break_where_a_list_says() {
    let document = document("title: [某某县, 关于某事的报告]\nbody: 无\n");
    assert!(matches!(&document.title, Title::Lines(lines) if lines.len() == 2));
    assert_eq!(document.title.to_line(), "某某县关于某事的报告");
    assert_eq!(document.kind, Some(Kind::Report));
}

#[test]
fn a_blank_in_a_title_is_one_character_wide() {
    let document = document("title: 某某县 某某局的报告\nbody: 无\n");
    assert_eq!(document.title.to_line(), "某某县　某某局的报告");
}

#[test]
fn marks_and_blanks_are_set_right_with_one_note_a_kind() {
    let source =
        "title: 报告\nbody: |\n  来源:行署办,共1,234件,在10:30\n  (一)法治 建设,张　三\n";
    let (document, findings) = parse(source);
    assert_eq!(
        told(source, &findings),
        [
            "3:5 note doc-full-width-marks “:”",
            "3:9 note doc-full-width-marks “,”",
            "4:3 note doc-full-width-marks “(”",
            "4:8 note doc-blank-dropped “ ”",
        ]
    );
    assert_eq!(findings[1].also.len(), 2);
    assert_eq!(
        paragraphs(&document.unwrap().body),
        [
            ("来源：行署办，共1,234件，在10:30".to_owned(), 0),
            ("（一）法治建设，张　三".to_owned(), 11),
        ]
    );
}

#[test]
fn strong_words_and_escapes() {
    let (document, _) =
        parse("title: 报告\nbody: |\n  要**突出重点**抓,138****5678\n  \\一、不是标题\n");
    let document = document.unwrap();
    let BlockKind::Paragraph(first) = &document.body[0].kind else { panic!() };
    assert_eq!(first.text.as_str(), "要突出重点抓，138****5678");
    let strong = &first.text.as_str()[first.text.strong()[0].clone()];
    assert_eq!(strong, "突出重点");
    assert_eq!(paragraphs(&document.body)[1], ("一、不是标题".into(), 0));
}

#[test]
fn ordinals_make_headings() {
    let (texts, told) = with_body(
        "|\n  一、 甲\n  （一）乙。下文。\n  1.丙\n  (1)丁\n  1.5亿元\n  ①戊\n  1、己\n",
    );
    assert_eq!(
        texts,
        [
            ("一、甲".to_owned(), 3),
            ("（一）乙。下文。".to_owned(), 5),
            ("1.丙".to_owned(), 3),
            ("（1）丁".to_owned(), 4),
            ("1.5亿元".to_owned(), 0),
            ("①戊".to_owned(), 0),
            ("1、己".to_owned(), 0),
        ]
    );
    assert_eq!(
        told,
        [
            "3:5 note doc-blank-dropped “ ”",
            "6:3 note doc-full-width-marks “(”",
            "9:3 warning doc-ordinal-form “1、”",
        ]
    );
}

#[test]
fn chapters_sections_and_articles() {
    let body = "|\n  第一章 总则\n  第一条 为了规范管理，制定本办法。\n  第二章附则\n";
    let source = format!("title: 某某管理办法\nkind: 通知\nbody: {body}");
    let document = document(&source);
    assert_eq!(
        paragraphs(&document.body),
        [
            ("第一章　总则".to_owned(), 6),
            ("第一条　为了规范管理，制定本办法。".to_owned(), 3),
            ("第二章附则".to_owned(), 5),
        ]
    );
    let BlockKind::Paragraph(article) = &document.body[1].kind else { panic!() };
    assert_eq!(article.level, Level::Article);
    let (texts, _) = with_body("第一条规定了职责。\n");
    assert_eq!(texts, [("第一条规定了职责。".to_owned(), 0)]);
}

#[test]
fn blocks_of_a_list() {
    let body = "
  - 一、甲
  - heading: 乙
  - {heading: 丙, level: 2, text: 其文。}
  - 小标题: 丁
    级: 2
  - text: |
      三、不认序号
      第二行
  - list: [戊, 己]
  - list: {ordered: true, items: [庚, 辛]}
  - page_break: 是
  - 完
";
    let (texts, told) = with_body(body);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(
        texts,
        [
            ("一、甲", 3),
            ("二、乙", 3),
            ("（一）丙。其文。", 5),
            ("（二）丁", 4),
            ("三、不认序号", 0),
            ("第二行", 0),
            ("戊", 0),
            ("己", 0),
            ("1.庚", 0),
            ("2.辛", 0),
            ("---", 0),
            ("完", 0),
        ]
        .map(|(text, lead)| (text.to_owned(), lead))
    );
}

#[test]
fn a_generated_ordinal_points_at_its_heading() {
    let source = "title: 报告\nbody:\n  - heading: 概况\n";
    let document = document(source);
    let BlockKind::Paragraph(heading) = &document.body[0].kind else { panic!() };
    assert_eq!(heading.text.as_str(), "一、概况");
    assert_eq!(at(source, heading.text.span_of(0..3)), Some("概况"));
    assert_eq!(at(source, heading.text.span_of(6..9)), Some("概"));
}

#[test]
fn hard_wrapped_lines_are_told_once() {
    let long = "各单位要高度重视法治建设工作将其纳入地区发展总体规划和年度工作";
    let (_, told) = with_body(&format!("|\n  {long}\n  {long}\n  {long}。\n  完。\n"));
    assert_eq!(told, ["3:33 warning doc-hard-wrapped “作”"]);
    let (_, told) = with_body(&format!("|\n  {long}。\n  {long}\n  一、完\n"));
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_body_from_a_file_stands_at_its_name() {
    let source = "title: 报告\nbody: {file: 正文.txt}\nattachments:\n  - {title: 表, body: {文件: 附件.txt}}\n";
    let files = |name: &str| match name {
        "正文.txt" => Ok("\u{FEFF}一、甲\r\n乙,丙\r\n".as_bytes().to_vec()),
        _ => Ok(vec![0xD2, 0xBB, 0xA1, 0xA2, 0xBC, 0xD7]),
    };
    let (document, findings) = crate::parse(source, &files);
    let document = document.unwrap();
    assert_eq!(paragraphs(&document.body), [("一、甲".into(), 3), ("乙，丙".into(), 0)]);
    for block in &document.body {
        assert_eq!(at(source, block.span), Some("正文.txt"));
        let BlockKind::Paragraph(paragraph) = &block.kind else { panic!() };
        assert_eq!(at(source, paragraph.text.span_of(0..3)), Some("正文.txt"));
    }
    assert_eq!(paragraphs(&document.attachments[0].body), [("一、甲".into(), 3)]);
    assert_eq!(
        told(source, &findings),
        [
            "2:14 note doc-full-width-marks “正文.txt”",
            "4:27 note input-read-as-gb18030 “附件.txt”",
        ]
    );
}

#[test]
fn files_that_cannot_be_had_are_told_at_their_name() {
    let source = "title: 报告\nbody: {file: ../x.txt}\n";
    let (_, findings) = crate::parse(source, &|_| Err(FileError::Outside));
    assert_eq!(told(source, &findings), ["2:14 doc-bad-file “../x.txt”"]);
    let (_, findings) = crate::parse(source, &no_files);
    assert_eq!(told(source, &findings), ["2:14 doc-bad-file “../x.txt”"]);
}

#[test]
fn brackets_and_colons_that_the_program_adds_are_taken_off_once() {
    let document = document(
        "title: 报告\nrecipients: [县委, 县政协：]\nbody: 无\nnote: （此件公开发布）\nrecord: {copy_to: 县委。}\n",
    );
    assert_eq!(document.recipients[1].as_str(), "县政协");
    assert_eq!(document.note.unwrap().as_str(), "此件公开发布");
    assert_eq!(document.record.unwrap().copy_to[0].as_str(), "县委");
}

#[test]
fn secrecy_is_printed_with_its_period() {
    let head = |lines: &str| {
        let source = EXAMPLE
            .replace("  signers", &format!("  copy_number: 000001\n{lines}  signers"));
        document(&source).head.unwrap().secrecy.unwrap().to_string()
    };
    assert_eq!(head("  secrecy: 机密\n"), "机密");
    assert_eq!(head("  secrecy: 机密★1年\n"), "机密★1年");
    assert_eq!(head("  secrecy: 机密 6个月\n"), "机密★6个月");
    assert_eq!(head("  secrecy: 秘密\n  secrecy_period: 1年\n"), "秘密★1年");
}

#[test]
fn the_mark_and_its_size_as_given() {
    let source = EXAMPLE
        .replace("  signers", "  mark: 某某县人民政府\n  mark_size: 36pt\n  signers");
    let head = document(&source).head.unwrap();
    assert_eq!(head.mark.as_str(), "某某县人民政府");
    assert_eq!(head.mark_size.unwrap().value, Extent::Length(Abs::pt10(360)));
}

#[test]
fn a_draft_keeps_the_place_of_what_is_missing() {
    let source = "\
stage: draft
head:
  issuer: 某某县人民政府
  number: 某政发〔2026〕号
title: 某事的请示
body: 请批示。
";
    let (document, findings) = parse(source);
    assert_eq!(
        told(source, &findings),
        [
            "2:1 warning doc-draft “head”",
            "2:1 warning doc-draft “head”",
            "4:11 warning doc-draft “某政发〔2026〕号”",
        ]
    );
    let head = document.unwrap().head.unwrap();
    assert_eq!(head.number.unwrap().as_str(), "某政发〔2026〕　号");
    assert_eq!(head.signers.len(), 1);
}

#[test]
fn marks_of_a_list_are_not_printed_twice() {
    let source = "title: 某事的报告\nbody: 无\nrecipients: [甲局；, 乙局：]\nrecord: {copy_to: [县委。, 县政协。]}\n";
    let (document, findings) = parse(source);
    let document = document.unwrap();
    let names = |list: &[docgen_model::Text]| -> Vec<String> {
        list.iter().map(|name| name.as_str().to_owned()).collect()
    };
    assert_eq!(names(&document.recipients), ["甲局", "乙局"]);
    assert_eq!(names(&document.record.unwrap().copy_to), ["县委", "县政协"]);
    let marks = findings.iter().filter(|found| found.code == Code::ItemMark);
    assert_eq!(
        marks.map(|found| at(source, found.span)).collect::<Vec<_>>(),
        [Some("；"), Some("。")]
    );
}

#[test]
fn a_name_that_only_a_seal_shows_is_told() {
    let source = "title: 某事的报告\nbody: 无\n\
        signature: {seal: signed, signer_post: 县长, signer_name: 王某某, date: 2022-1-8}\n";
    let [found] = &parse(source).1[..] else { panic!("one finding") };
    assert_eq!((found.code, found.severity), (Code::SealPicture, Severity::Note));
    assert_eq!(at(source, found.span), Some("王某某"));
}
