//! 信函, 命令（令） and 纪要: their defaults, what they ask for, what they have no place for.

use docgen_model::{Code, Direction, Format, Kind, Seal, Text};

use super::*;

const LETTER: &str = "\
format: letter
head: {issuer: 某某县人民政府, number: 某政函〔2026〕5号}
title: 某某县人民政府关于某事的函
body: 无
signature: {date: 2026-01-18}
";

const ORDER: &str = "\
format: order
head: {issuer: 某某市人民政府, mark: 某某市人民政府令, number: 第12号}
body: 现予公布。
signature: {signer_post: 市长, date: 2026-01-18}
";

const MINUTES: &str = "\
format: minutes
head: {issuer: 某某县人民政府, mark: 某某县人民政府常务会议纪要}
body: 无
attendance: {出席: [甲局张某、李某, 乙局王某], absent: [赵某], 列席: 钱某}
";

#[test]
fn a_letter_is_marked_with_the_name_alone() {
    let letter = document(LETTER);
    let head = letter.head.unwrap();
    assert_eq!((letter.format, letter.kind), (Format::Letter, Some(Kind::Letter)));
    assert_eq!(head.mark.as_str(), "某某县人民政府");
    assert_eq!(letter.signature.unwrap().seal, Seal::Stamped);
}

#[test]
fn an_order_needs_no_title_and_is_signed() {
    let order = document(ORDER);
    assert_eq!((order.kind, order.direction), (Some(Kind::Order), Some(Direction::Down)));
    assert_eq!(order.name(), "某某市人民政府令第12号");
    assert_eq!(order.signature.unwrap().seal, Seal::Signed);
}

#[test]
fn minutes_list_who_was_there_in_order() {
    let minutes = document(MINUTES);
    assert_eq!((minutes.kind, minutes.direction), (Some(Kind::Minutes), None));
    assert!(minutes.signature.is_none());
    let attendance = minutes.attendance.unwrap();
    let present: Vec<_> = attendance.present.iter().map(|name| name.as_str()).collect();
    assert_eq!(present, ["甲局张某、李某", "乙局王某"]);
    assert_eq!((attendance.absent.len(), attendance.observers.len()), (1, 1));
}

#[test]
fn a_draft_of_an_order_keeps_the_place_of_its_number() {
    let source = ORDER.replace(", number: 第12号", "") + "stage: draft\n";
    let (document, findings) = parse(&source);
    assert_eq!(findings.len(), 1);
    let number = document.unwrap().head.unwrap().number.unwrap();
    assert_eq!(number.as_str(), "第　号");
}

#[test]
fn what_a_format_needs_is_told() {
    for (source, from, to, expected) in [
        (
            LETTER,
            "title: 某某县人民政府关于某事的函\n",
            "",
            "1:1 yaml-missing-key “format”",
        ),
        (LETTER, "某政函〔2026〕5号", "第5号", "2:33 doc-number “第5号”"),
        (ORDER, "第12号", "第012号", "2:49 doc-number “第012号”"),
        (ORDER, ", number: 第12号", "", "2:1 doc-incomplete “head”"),
        (ORDER, "signer_post: 市长, ", "", "4:1 doc-incomplete “signature”"),
        (ORDER, "mark: 某某市人民政府令, ", "", "2:1 doc-issuer-mark “head”"),
        (ORDER, "政府令", "政府文件", "2:31 doc-issuer-mark “某某市人民政府文件”"),
        (
            MINUTES,
            "会议纪要",
            "会议记录",
            "2:31 doc-issuer-mark “某某县人民政府常务会议记录”",
        ),
    ] {
        assert_eq!(findings(&source.replace(from, to)), [expected]);
    }
}

#[test]
fn what_a_format_has_no_place_for_is_told() {
    let common = LETTER.replace("letter", "common");
    for (source, added, expected) in [
        (LETTER, "record: {printer: 甲}\n", "6:10 doc-not-in-format “printer”"),
        (LETTER, "kind: 报告\n", "6:1 warning doc-not-in-format “kind”"),
        (ORDER, "title: 令\n", "5:1 warning doc-not-in-format “title”"),
        (ORDER, "recipients: 甲\n", "5:1 warning doc-not-in-format “recipients”"),
        (ORDER, "kind: 通知\n", "5:1 warning doc-not-in-format “kind”"),
        (
            MINUTES,
            "signature: {seal: stamped, date: 2026-01-18}\n",
            "5:1 warning doc-not-in-format “signature”",
        ),
        (&common, "出席: {出席: 甲}\n", "6:1 doc-not-in-format “出席”"),
    ] {
        assert_eq!(findings(&format!("{source}{added}")), [expected]);
    }
    let signed = LETTER.replace("number", "signers: 王某, number");
    assert_eq!(findings(&signed), ["2:25 doc-not-in-format “signers”"]);
}

#[test]
fn a_bilingual_mark_has_a_word_a_column() {
    let columns = |value: &str| {
        let head =
            format!("head: {{issuer: 某某县人民政府, mark_mongolian: {value}, number");
        let (document, findings) =
            parse(&LETTER.replace("head: {issuer: 某某县人民政府, number", &head));
        let columns = document.unwrap().head.unwrap().mongolian;
        let columns: Vec<_> = columns.iter().map(Text::to_string).collect();
        (columns, findings)
    };
    let word = "\u{1820}\u{1837}\u{180b}\u{1820}\u{180e}\u{1820}\u{202f}\u{1824}\u{1828}";
    let (found, findings) = columns(&format!("{word} {word}"));
    assert_eq!(found, [format!("{word} "), word.to_owned()]);
    assert!(findings.is_empty(), "{findings:?}");
    let (found, _) = columns(&format!("[{word} {word}, {word}]"));
    assert_eq!(found, [format!("{word} {word}"), word.to_owned()]);
    let (_, findings) = columns(&format!("{word}旗"));
    assert_eq!(findings[0].code, Code::IssuerMark);
    assert!(findings[0].message.zh.contains('旗'));
}
