//! How YAML becomes texts: encodings, written characters, places, slips of form.

use docgen_model::{Date, Title};

use super::*;

#[test]
fn the_example_is_read_without_a_word() {
    let document = document(EXAMPLE);
    let head = document.head.unwrap();
    assert_eq!(head.mark.as_str(), "某某县人民政府文件");
    assert_eq!(head.signers[0].as_str(), "王某某");
    assert_eq!(
        paragraphs(&document.body),
        [
            ("一、主要工作开展情况".to_owned(), 10),
            ("（一）加强组织领导，全面推进法治政府建设".to_owned(), 20),
            ("一是坚持统筹推进。全年召开专题会议4次，印发要点1件。".to_owned(), 0),
        ]
    );
    let signature = document.signature.unwrap();
    assert_eq!(signature.organs[0].as_str(), "某某县人民政府");
    assert_eq!(signature.date.unwrap().value, Date::new(2022, 1, 18).unwrap());
    let record = document.record.unwrap();
    let copies: Vec<_> = record.copy_to.iter().map(|text| text.as_str()).collect();
    assert_eq!(copies, ["县委", "县政协"]);
}

#[test]
fn every_text_points_at_its_characters() {
    let document = document(EXAMPLE);
    let head = document.head.unwrap();
    for text in [&head.issuers[0], &head.signers[0], head.number.as_ref().unwrap()] {
        assert_eq!(at(EXAMPLE, text.span()), Some(text.as_str()));
    }
    for block in &document.body {
        let BlockKind::Paragraph(paragraph) = &block.kind else { panic!() };
        assert_eq!(at(EXAMPLE, block.span), Some(paragraph.text.as_str()));
    }
    let date = document.signature.unwrap().date.unwrap();
    assert_eq!(at(EXAMPLE, date.span), Some("2022-01-18"));
}

#[test]
fn places_hold_through_quotes_escapes_folds_and_converted_marks() {
    let source = "title: 报告\nbody:\n  - \"甲\\u4E59,丙\"\n  - 'it''s 丁'\n  - >\n    一段\n    文字\n  - 甲\n    乙\n";
    let (document, _) = parse(source);
    let document = document.unwrap();
    let text = |i: usize| match &document.body[i].kind {
        BlockKind::Paragraph(paragraph) => &paragraph.text,
        BlockKind::PageBreak | BlockKind::Table(_) | BlockKind::Figure(_) => panic!(),
    };
    assert_eq!(text(0).as_str(), "甲乙，丙");
    assert_eq!(at(source, text(0).span_of(3..6)), Some("\\u4E59"));
    assert_eq!(at(source, text(0).span_of(6..9)), Some(","));
    assert_eq!(at(source, text(0).span_of(9..12)), Some("丙"));
    assert_eq!(text(1).as_str(), "it's 丁");
    assert_eq!(at(source, text(1).span_of(2..3)), Some("''"));
    assert_eq!(text(2).as_str(), "一段文字");
    assert_eq!(at(source, text(2).span_of(6..12)), Some("文字"));
    assert_eq!((text(3).as_str(), text(4).as_str()), ("甲", "乙"));
}

#[test]
fn texts_are_the_written_characters() {
    let source = EXAMPLE.replace("  signers", "  copy_number: 000001\n  signers");
    let head = document(&source).head.unwrap();
    assert_eq!(head.copy_number.unwrap().as_str(), "000001");
    for (written, printed) in
        [("0045", "0045"), ("1.0", "1.0"), ("no", "no"), ("'~'", "~")]
    {
        let source = format!("title: 报告\nbody: 无\nsource: {written}\n");
        assert_eq!(document(&source).source.unwrap().as_str(), printed);
    }
}

#[test]
fn no_value_is_told_where_one_is_required() {
    for value in ["", " ~", " null", " \"\"", " '　'"] {
        let source = format!("title:{value}\nbody: 无\n");
        let finding = finding(&source, Code::NoValue);
        assert_eq!(at(&source, finding.span), Some("title"), "{value}");
    }
    document("title: 报告\nbody: 无\nsource:\nnote: ~\n");
}

#[test]
fn chinese_keys_give_the_same_document() {
    let chinese = EXAMPLE
        .replace("format: common", "格式: 公文")
        .replace("kind:", "文种:")
        .replace("head:", "版头:")
        .replace("issuer:", "发文机关:")
        .replace("number:", "发文字号:")
        .replace("signers:", "签发人:")
        .replace("title:", "标题:")
        .replace("recipients:", "主送:")
        .replace("body:", "正文:")
        .replace(
            "signature: {date: 2022-01-18, seal: stamped}",
            "落款: {成文日期: 2022年1月18日, 印章: 加盖}",
        )
        .replace("record:", "版记:")
        .replace("copy_to:", "抄送:")
        .replace("printer:", "印发机关:")
        .replace("print_date:", "印发日期:");
    assert_eq!(unplaced(&document(&chinese)), unplaced(&document(EXAMPLE)));
}

#[test]
fn shuffled_keys_give_the_same_document() {
    let mut blocks: Vec<String> = vec![];
    for line in EXAMPLE.split_inclusive('\n') {
        match blocks.last_mut() {
            Some(last) if line.starts_with(' ') => last.push_str(line),
            _ => blocks.push(line.to_owned()),
        }
    }
    for turn in 0..blocks.len() {
        blocks.rotate_left(1);
        blocks.swap(turn / 2, turn);
        assert_eq!(unplaced(&document(&blocks.concat())), unplaced(&document(EXAMPLE)));
    }
}

/// A document without its places, as far as it is seen.
fn unplaced(document: &Document) -> String {
    let debug = format!("{document:?}");
    let mut kept = String::new();
    let mut rest = debug.as_str();
    while let Some((before, after)) = rest.split_once("Span {") {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    kept + rest
}

#[test]
fn lists_may_be_one_text() {
    let document = document("title: 报告\nrecipients: 县委，县政协\nbody: 无\n");
    let names: Vec<_> = document.recipients.iter().map(|text| text.as_str()).collect();
    assert_eq!(names, ["县委，县政协"]);
}

#[test]
fn a_comma_inside_an_item_is_a_warning() {
    let source = "title: 报告\nrecipients: [盟委，盟政协, 各旗、县]\nbody: 无\n";
    assert_eq!(findings(source), ["2:16 warning yaml-comma-in-item “，”"]);
    let source = "title: 报告\nbody: 无\nrecord:\n  copy_to: [甲、乙]\n";
    assert_eq!(findings(source), ["4:14 warning yaml-comma-in-item “、”"]);
}

#[test]
fn booleans_in_both_languages() {
    for (word, breaks) in [("true", 1), ("是", 1), ("false", 0), ("否", 0)] {
        let source = format!("title: 报告\nbody:\n  - page_break: {word}\n  - 文字\n");
        assert_eq!(document(&source).body.len(), 1 + breaks, "{word}");
    }
    let source = "title: 报告\nbody:\n  - page_break: yes\n  - 文字\n";
    assert_eq!(findings(source), ["3:17 doc-bad-value “yes”"]);
}

#[test]
fn a_plain_text_on_several_lines_keeps_its_lines() {
    let (texts, told) = with_body("第一段。\n  第二段。\n\n  第三段。\n");
    assert_eq!(texts.len(), 3);
    assert_eq!(told.len(), 0);
    let document = document("title: |\n  某某县\n  关于某事的报告\nbody: 无\n");
    assert!(matches!(document.title, Title::Lines(lines) if lines.len() == 2));
}

#[test]
fn crlf_and_a_missing_last_line_end_change_nothing() {
    let crlf = EXAMPLE.replace('\n', "\r\n");
    assert_eq!(unplaced(&document(&crlf)), unplaced(&document(EXAMPLE)));
    let decoded = crate::decode(crlf.as_bytes()).unwrap();
    assert_eq!(decoded.text, EXAMPLE);
    assert_eq!(unplaced(&document(EXAMPLE.trim_end())), unplaced(&document(EXAMPLE)));
}

#[test]
fn a_text_cut_by_a_comment_is_refused_but_true_comments_are_fine() {
    let source = "title: 关于 #1 号线的报告\nkind: 报告\nbody: 无\n";
    assert_eq!(findings(source), ["1:11 yaml-cut-by-comment “#1 号线的报告”"]);
    assert_eq!(
        findings("title: 关于某事的报告\nbody: 关于 #1 号线\n  的事\n"),
        ["2:10 yaml-cut-by-comment “#1 号线”"]
    );
    document(
        "# 说明\ntitle: \"关于 #1 号线的报告\" # 标题\nbody: | # 正文\n  关于 #1 号线\n",
    );
}

#[test]
fn anchors_aliases_tags_and_merge_keys_are_refused_and_the_reading_goes_on() {
    let source = "\
title: &t 某事的报告
source: *t
note: *u
body: !text 无
<<: {a: b}
closing: **特此报告**。
bodi: x
";
    assert_eq!(
        findings(source),
        [
            "1:8 yaml-anchor “&t”",
            "2:9 yaml-anchor “*t”",
            "3:7 yaml-anchor “*u”",
            "4:7 yaml-tag “!text”",
            "5:1 yaml-merge-key “<<”",
            "6:10 yaml-anchor “**特此报告**。”",
            "7:1 yaml-unknown-key “bodi”",
        ]
    );
}

#[test]
fn a_second_document_is_refused_with_the_first_read() {
    let source = "title: 报告\nbody: 无\n---\ntitle: 通知\n";
    assert_eq!(findings(source), ["3:1 yaml-second-document “---”"]);
    document("---\ntitle: 报告\nbody: 无\n...\n");
}

#[test]
fn a_full_width_colon_is_told_and_read_past() {
    let source = "标题：某事的报告\n正文：|\n  一、甲\n落款：\n  成文日期：2022-13-01\n";
    assert_eq!(
        findings(source),
        [
            "1:3 yaml-full-width-colon “：”",
            "2:3 yaml-full-width-colon “：”",
            "4:3 yaml-full-width-colon “：”",
            "5:7 yaml-full-width-colon “：”",
            "5:8 doc-bad-date “2022-13-01”",
        ]
    );
    let source = "title: 报告\nbody: 无\nsignature: {成文日期：2022-01-01}\n";
    assert_eq!(findings(source), ["3:17 yaml-full-width-colon “：”"]);
    let source = "title: 报告\nbody: 无\nattachments:\n  - 标题：甲\n    正文: 乙\n";
    assert_eq!(findings(source), ["4:7 yaml-full-width-colon “：”"]);
    let source = "title: 报告\nbody: 无\n字体：宋体\nclosing: 完\n";
    assert_eq!(findings(source), ["3:3 yaml-full-width-colon “：”"]);
}

#[test]
fn a_full_width_colon_inside_a_text_is_text() {
    document(
        "title: 报告\nbody:\n  - 标题：说明如下。\n  - 附件：无。\nclosing: |\n  标题：无\n",
    );
}

#[test]
fn a_colon_without_a_space_is_told_and_read_past() {
    let source = "标题:某事的报告\n正文: 无\n文种:报告\n";
    assert_eq!(findings(source), ["1:3 yaml-syntax “:”", "3:3 yaml-syntax “:”"]);
}

#[test]
fn tabs_and_full_width_blanks_as_indentation_are_told_once() {
    let source = "title: 报告\nsignature:\n\tdate: 2022-01-01\nrecord:\n　　printer: 县\nbody: |\n  甲。\n　　乙。\n";
    let (document, findings) = parse(source);
    assert_eq!(told(source, &findings), ["3:1 yaml-indentation “\t”"]);
    assert_eq!(findings[0].also.len(), 2);
    let document = document.unwrap();
    assert_eq!(document.record.unwrap().printer.unwrap().as_str(), "县");
    assert_eq!(document.body.len(), 2);
}

#[test]
fn full_width_blanks_inside_a_text_are_no_indentation() {
    let (texts, told) = with_body("|\n  　　第一段。\n  　　第二段。\n");
    assert_eq!((texts[1].0.as_str(), told.len()), ("第二段。", 0));
}

#[test]
fn a_first_line_that_is_deeper_is_told_and_read_past() {
    let source = "title: 报告\nbody: |\n      第一段。\n  第二段。\nclosin: 完\n";
    let (document, findings) = parse(source);
    assert_eq!(
        told(source, &findings),
        ["3:1 yaml-first-line-deeper “      ”", "5:1 yaml-unknown-key “closin”"]
    );
    assert_eq!(document.unwrap().body.len(), 2);
    let source = "title: 报告\nbody: |\n   第一段。\n  第二段。\n";
    assert_eq!(findings_codes(source), ["yaml-first-line-deeper"]);
    super::document("title: 报告\nbody: |2\n    第一段。\n  第二段。\n");
}

fn findings_codes(source: &str) -> Vec<&'static str> {
    parse(source).1.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn broken_yaml_is_one_message_in_chinese() {
    for (source, words) in [
        ("title: \"报告\nbody: 无\n", "引号"),
        ("title: [报告\nbody: 无\n", "括号"),
        ("title: 关于: 报告\nbody: 无\n", "冒号"),
        ("title: @报告\nbody: 无\n", "符号"),
        ("title: 报告\n  body: 无\n", "冒号"),
        ("- 报告\ntitle: 无\n", "缩进"),
    ] {
        let finding = finding(source, Code::Syntax);
        assert!(finding.message.zh.contains(words), "{}", finding.message.zh);
        assert!(finding.hint.is_some());
    }
}

#[test]
fn a_file_without_a_map_has_no_document() {
    for source in ["", "\n# 空\n", "只有文字", "- 一\n- 二\n"] {
        let (document, findings) = parse(source);
        assert!(document.is_none());
        assert_eq!(findings[0].code, Code::NotAMap, "{source}");
        assert_eq!(findings.len(), 1);
    }
}

/// The dash that was mended to “- ~” begins in the last byte of the blank before it.
#[test]
fn no_place_lies_inside_a_character() {
    let source = "\u{3000}-~\0.亿";
    let (_, findings) = parse(source);
    assert!(findings.iter().any(|found| found.code == Code::NotAMap));
    for Diagnostic { span, .. } in findings {
        assert!(source.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
}

#[test]
fn budgets_are_kept() {
    let deep = format!("title: 报告\nbody: {}", "[".repeat(100_000));
    assert_eq!(findings_codes(&deep), ["yaml-budget"]);
    let deep = format!("title: {}甲{}\nbody: 无\n", "[".repeat(40), "]".repeat(40));
    assert_eq!(findings_codes(&deep), ["yaml-budget"]);
    let many = format!("title: 报告\nbody: [{}]\n", "甲,".repeat(250_000));
    assert_eq!(findings_codes(&many), ["yaml-budget"]);
    let large = "#".repeat(crate::MAX_BYTES + 1);
    assert_eq!(findings_codes(&large), ["input-too-large"]);
}

#[test]
fn characters_that_do_not_belong_are_told_once_each() {
    let source =
        "title: 报\u{0}告\nbody: |\n  甲\u{E5E5}乙\u{E5E5}\n  ⽇\u{200B}常\u{FFFD}\n";
    let (document, findings) = parse(source);
    assert_eq!(
        told(source, &findings),
        [
            "1:9 input-bad-character “\u{0}”",
            "3:4 input-bad-character “\u{E5E5}”",
            "4:3 warning input-bad-character “⽇”",
            "4:4 warning input-bad-character “\u{200B}”",
            "4:6 input-bad-character “\u{FFFD}”",
        ]
    );
    assert_eq!(findings[1].also.len(), 1);
    assert_eq!(paragraphs(&document.unwrap().body)[1].0, "⽇常");
    let source = "title: 报告\nbody: \"甲\\u0001\"\n";
    assert_eq!(findings_codes(source), ["input-bad-character"]);
}

#[test]
fn places_hold_beside_control_characters() {
    let source = "title: 报告\nbody:\n  - {head\u{0}ing：丙}\n";
    assert_eq!(
        findings(source),
        ["3:10 input-bad-character “\u{0}”", "3:14 yaml-full-width-colon “：”"]
    );
    parse("title: 报告\nbody: |\n \u{85} 甲\n  乙\n");
    parse("title: 报告\nbody: \"其\\\u{85}文\"\n");
}

#[test]
fn every_truncation_is_survived() {
    let hard = "标题：甲\n正文: |\n      乙 *\n  丙\n版头: {发文机关: \"a\\u4e2d\", 签发人: [甲，乙]}\n落款:\n\t成文日期: 2021-02-30 # x\n附件:\n  - 标题: '甲''乙'\n    正文: >\n      **强** (一)\n&a !b <<: *c\n---\n";
    for source in [EXAMPLE, hard] {
        for (end, _) in source.char_indices() {
            parse(&source[..end]);
            parse(&source[end..]);
        }
    }
}
