//! Mistakes of content: each told once, at its place, with a remedy.

use super::*;

#[test]
fn twelve_mistakes_in_one_file_are_twelve_messages_in_order() {
    let source = "\
kind: 报导
head:
  issuer: 某某县人民政府
  copy_number: 0045
  secrecy: 机要
  number: 某政发[2022]第05号
  signers: 王某某
titel: 某事的报告
标题: 某某县关于某事的报告。
title: 又一个标题
body: |
  一、甲
  （此页无正文）
closing: 特此报告 #完
attachments:
  - title: 附表
    separate: true
signature:
  date: 2021-02-30
cover: true
";
    assert_eq!(
        findings(source),
        [
            "1:7 doc-bad-value “报导”",
            "4:16 doc-copy-number “0045”",
            "5:12 doc-secrecy “机要”",
            "6:11 doc-number “某政发[2022]第05号”",
            "8:1 yaml-unknown-key “titel”",
            "9:15 warning doc-title-mark “。”",
            "10:1 yaml-duplicate-key “title”",
            "13:4 doc-no-text-page “此页无正文”",
            "14:15 yaml-cut-by-comment “#完”",
            "17:15 yaml-missing-key “true”",
            "19:9 doc-bad-date “2021-02-30”",
            "20:1 doc-not-in-format “cover”",
        ]
    );
    for finding in parse(source).1 {
        assert!(finding.hint.is_some(), "{finding:?}");
        assert!(!finding.message.zh.is_ascii() && finding.message.en.len() > 3);
    }
}

#[test]
fn unknown_keys_name_the_nearest_in_either_language() {
    for (key, near) in
        [("titel", "title"), ("主题", "标题"), ("Body", "body"), ("付件", "附件")]
    {
        let source = format!("title: 报告\nbody: 无\n{key}: 甲\n");
        let hint = finding(&source, Code::UnknownKey).hint.unwrap().zh;
        assert!(hint.contains(near), "{key}: {hint}");
    }
    let hint = finding("title: 报告\nbody: 无\n发文字号: 甲\n", Code::UnknownKey)
        .hint
        .unwrap()
        .zh;
    assert!(hint.contains("版头"), "{hint}");
}

#[test]
fn a_mistyped_required_key_is_not_missing_too() {
    finding("标提: 报告\nbody: 无\n", Code::UnknownKey);
    finding("title: {a: b}\nbody: 无\n", Code::WrongType);
    let source = EXAMPLE.replace("{date: 2022-01-18, seal: stamped}", "2022年1月18日");
    finding(&source, Code::WrongType);
    let source = EXAMPLE.replace("date: 2022-01-18,", "date: 明天,");
    finding(&source, Code::BadDate);
    let source = EXAMPLE.replace("kind: 报告", "direction: 上\nstage:");
    finding(&source.replace("  signers: 王某某\n", ""), Code::BadValue);
    // An empty optional key is as good as none: the rules hold.
    let source = EXAMPLE.replace("format: common", "format:");
    finding(&source.replace("〔2022〕5号", "[2022]5号"), Code::DocNumber);
}

#[test]
fn required_keys() {
    assert_eq!(findings("body: 无\n"), ["1:1 yaml-missing-key “body”"]);
    assert_eq!(findings("title: 报告\n"), ["1:1 yaml-missing-key “title”"]);
    let source = EXAMPLE.replace("  issuer: 某某县人民政府\n", "");
    assert_eq!(findings(&source), ["3:1 yaml-missing-key “head”"]);
    let source = "title: 报告\nbody: 无\nattachments:\n  - body: 甲\n";
    assert_eq!(findings(source), ["4:5 yaml-missing-key “body”"]);
}

#[test]
fn wrong_types_are_told_at_the_value() {
    for (line, place) in [
        ("note: [甲, 乙]", "[甲, 乙]"),
        ("record: 县委", "县委"),
        ("attachments: 附表", "附表"),
        ("recipients: [{a: 甲}]", "{a: 甲}"),
        ("attachments: [附表]", "附表"),
    ] {
        let source = format!("title: 报告\nbody: 无\n{line}\n");
        let finding = finding(&source, Code::WrongType);
        assert_eq!(at(&source, finding.span), Some(place));
    }
}

#[test]
fn an_enclosed_text_has_title_and_body() {
    let source = "title: 通知\nbody: 甲。\nenclosed:\n  - subtitle: 试行\n";
    let found = findings(source);
    assert_eq!(
        found.iter().filter(|f| f.contains("yaml-missing-key")).count(),
        2,
        "{found:?}"
    );
}

#[test]
fn bleed_and_size_of_the_mark_and_widths_of_columns_take_every_unit() {
    let head = "head: {issuer: 某某县, number: 某政发〔2022〕5号, mark_size:";
    let table = "table: {columns: [{name: 甲, width:";
    for (written, extent) in UNITS {
        let document = document(&format!(
            "{head} {written}}}\nsignature: {{date: 2022-01-18}}\ntitle: 某某县关于某事的通知\n\
             print: {{bleed: {written}}}\nbody:\n  - 甲。\n  - {table} {written}}}], rows: [[1]]}}\n"
        ));
        assert_eq!(document.head.unwrap().mark_size.unwrap().value, extent);
        assert_eq!(document.print.bleed, Some(extent));
        let BlockKind::Table(table) = &document.body[1].kind else { panic!("a table") };
        let width = table.columns[0].width.map(|width| width.value);
        assert_eq!(width, Some(Width::Length(extent)));
    }
    for (size, tenths) in [("36pt", 360), ("36", 360), ("31.5磅", 315)] {
        let source = format!("{head} {size}}}\ntitle: 通知\nbody: 甲。\n");
        let size = parse(&source).0.unwrap().head.unwrap().mark_size.unwrap();
        assert_eq!(size.value, Extent::Length(Abs::pt10(tenths)));
    }
}

#[test]
fn a_bleed_is_a_small_length() {
    for wrong in ["3", "3pt", "300mm", "20字", "10行", "-1mm", "三毫米"] {
        let source = format!("title: 通知\nbody: 甲。\nprint: {{bleed: {wrong}}}\n");
        assert!(!finding(&source, Code::BadValue).hint.unwrap().zh.is_empty(), "{wrong}");
    }
    let source =
        "title: 通知\nbody: 甲。\n打印: {出血: 3.5 毫米, 双面: 对称, 套打: 是}\n";
    let print = parse(source).0.unwrap().print;
    let bleed = Extent::Length(Abs::mm100(350));
    assert_eq!((print.bleed, print.mirror), (Some(bleed), true));
    assert!(print.preprinted && !print.crop_marks);
}

#[test]
fn a_range_of_copies_rises_and_ends() {
    let with = |range: &str| {
        EXAMPLE.replace("  signers", &format!("  copy_number: {range}\n  signers"))
    };
    for wrong in ["000002-000001", "000001-000001", "1-50", "000001-000501", "000001-"] {
        let found = finding(&with(wrong), Code::CopyNumber);
        assert!(found.hint.is_some() && found.clause.is_some(), "{wrong}");
    }
    for right in ["000001-000050", "000001—000050", "000001 至 000050"] {
        let head = parse(&with(right)).0.unwrap().head.unwrap();
        let number = head.copy_number.unwrap();
        assert_eq!((number.as_str(), head.further_copies), ("000001", 49), "{right}");
    }
}

#[test]
fn a_document_with_a_head_has_neither_cover_nor_contents() {
    for line in ["封面: true", "toc: 2", "cover: {date: 2026年3月}"] {
        let found = finding(&format!("{EXAMPLE}{line}\n"), Code::NotInFormat);
        assert!(found.hint.unwrap().zh.contains("会议文件"), "{line}");
    }
    let off = parse(&format!("{EXAMPLE}封面: 否\n目录: false\n"));
    assert_eq!(off.1, parse(EXAMPLE).1);
    assert!(off.0.unwrap().cover.is_none());
}

#[test]
fn a_cover_takes_issuer_and_date_from_the_report() {
    let cover = |more: &str| {
        let source = format!("title: 报告\nbody: 无\n{more}\n");
        parse(&source).0.unwrap().cover.unwrap()
    };
    let words = |cover: &docgen_model::Cover| {
        let lines = cover.issuers.iter().chain(&cover.date);
        lines.map(ToString::to_string).collect::<Vec<_>>()
    };
    let signed = "signature: {organs: [某局, 某委], date: 2026-3-2}\n封面: 是";
    assert_eq!(words(&cover(signed)), ["某局", "某委", "2026年3月2日"]);
    let given = "单位行: 某县\n封面: {日期: 2026年3月}";
    assert_eq!(words(&cover(given)), ["某县", "2026年3月"]);
    assert!(words(&cover("cover: true")).is_empty());
}

#[test]
fn contents_go_three_levels_deep_at_most() {
    finding("title: 报告\nbody: 无\ntoc: 4\n", Code::BadValue);
    let depth = |toc: &str| {
        let document = parse(&format!("title: 报告\nbody: 无\ntoc: {toc}\n")).0;
        document.unwrap().contents.map(|contents| contents.depth)
    };
    assert_eq!((depth("3"), depth("是")), (Some(Some(3)), Some(None)));
    assert_eq!(depth("否"), None);
}

#[test]
fn a_wrong_number_is_told_with_the_right_form() {
    let source = EXAMPLE.replace("〔2022〕5号", "[2022]第05号");
    let finding = finding(&source, Code::DocNumber);
    assert!(finding.hint.unwrap().zh.contains("某政发〔2022〕5号"));
    assert_eq!(finding.clause.unwrap().to_string(), "7.2.5");
}

#[test]
fn a_final_document_lacks_nothing() {
    let source = EXAMPLE.replace("  number: 某政发〔2022〕5号\n", "");
    assert_eq!(findings(&source), ["3:1 doc-incomplete “head”"]);
    let source = EXAMPLE.replace("date: 2022-01-18, ", "");
    assert_eq!(findings(&source), ["13:1 doc-incomplete “signature”"]);
    let source = EXAMPLE.replace("signature: {date: 2022-01-18, seal: stamped}\n", "");
    assert_eq!(findings(&source), ["3:1 doc-incomplete “head”"]);
    let source = EXAMPLE.replace("  signers: 王某某\n", "");
    assert_eq!(findings(&source), ["3:1 doc-signer “head”"]);
    let source = EXAMPLE.replace("kind: 报告", "kind: 通知");
    assert_eq!(findings(&source), ["6:3 warning doc-signer “signers”"]);
    let source = EXAMPLE.replace("seal: stamped", "seal: signed");
    assert_eq!(findings(&source), ["13:1 doc-incomplete “signature”"]);
}

#[test]
fn secrecy_has_its_rules() {
    let with = |lines: &str| EXAMPLE.replace("  signers", &format!("{lines}  signers"));
    let copy = "  copy_number: 000001\n";
    assert_eq!(findings(&with("  secrecy: 机密\n")), ["6:12 doc-secrecy “机密”"]);
    let source = with(&format!("{copy}  secrecy: 机密★一年\n"));
    assert_eq!(findings(&source), ["7:15 doc-secrecy “一年”"]);
    let source = with(&format!("{copy}  secrecy_period: 1年\n"));
    assert_eq!(findings(&source), ["7:19 doc-secrecy “1年”"]);
    let source = with(&format!("{copy}  secrecy: 机密★1年\n  secrecy_period: 1年\n"));
    assert_eq!(findings(&source), ["8:19 doc-secrecy “1年”"]);
    assert_eq!(findings(&with("  urgency: 急\n")), ["6:12 doc-bad-value “急”"]);
}

#[test]
fn other_values_that_cannot_be() {
    for line in ["docgen: 2", "stage: 完稿", "direction: 上", "format: 表格"] {
        finding(&format!("title: 报告\nbody: 无\n{line}\n"), Code::BadValue);
    }
    finding(&EXAMPLE.replace("  signers", "  mark_size: 大\n  signers"), Code::BadValue);
    finding(&EXAMPLE.replace("format: common", "format: plain"), Code::BadValue);
    finding("title: 报告\nbody: 无\nsignature: {signer_post: 县长}\n", Code::BadValue);
}

#[test]
fn mistakes_in_blocks() {
    let told = |item: &str| {
        let source = format!("title: 报告\nbody:\n  - {item}\n");
        findings(&source)
    };
    assert_eq!(told("heading: 一、概况"), ["3:14 doc-ordinal-in-heading “一、”"]);
    assert_eq!(told("{heading: 甲, level: 5}"), ["3:25 doc-bad-value “5”"]);
    assert_eq!(told("{heading: 甲, list: [乙]}"), ["3:6 doc-bad-value “heading”"]);
    assert_eq!(told("{level: 2}"), ["3:6 doc-bad-value “level”"]);
    assert_eq!(told("{标提: 甲}"), ["3:6 yaml-unknown-key “标提”"]);
    assert_eq!(told("{list: {ordered: true}}"), ["3:6 yaml-missing-key “list”"]);
    assert_eq!(told("~"), ["3:5 yaml-no-value “~”"]);
}

#[test]
fn a_title_that_ends_with_no_kind_is_a_warning() {
    assert_eq!(
        findings("title: 工作要点\nbody: 无\n"),
        ["1:1 warning doc-no-kind “title”"]
    );
    document("title: 工作要点\nkind: 通知\nbody: 无\n");
    document("title: 某某令\nkind: 令\nbody: 无\n");
}

#[test]
fn a_dash_without_a_space_is_told_and_read_as_an_item() {
    for dash in ["-", "－"] {
        let list = format!("  {dash}甲局\n  {dash}乙局\n");
        let source = format!("title: 报告\nrecipients:\n{list}nota: 无\nbody: 无\n");
        let (document, told) = parse(&source);
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!((told[0].code, told[0].also.len()), (Code::Syntax, 1));
        assert_eq!(at(&source, told[0].span), Some(dash));
        assert_eq!(document.unwrap().recipients.len(), 2);
    }
    let source =
        "title: 报告\nattachments:\n  -标题: 甲\n   正文: 乙\n  -标题: 丙\nbody: 无\n";
    finding(source, Code::Syntax);
    finding("title: 报告\nrecipients:\n-甲局\n-乙局\nbody: 无\n", Code::Syntax);
    // Lines of a plain text are text.
    document("title: 报告\nbody: 温度\n  -5度\n");
}

#[test]
fn a_text_that_begins_with_a_sign_of_yaml_does_not_end_the_reading() {
    for (text, place, code) in [
        ("**强调** 正文", "**强调**", Code::Anchor),
        ("**强调**，[甲]", "**强调**，[甲]", Code::Anchor),
        ("&甲 乙", "&甲", Code::Anchor),
        ("!报告 乙", "!报告", Code::Tag),
        ("@甲", "@", Code::Syntax),
        ("%5", "%", Code::Syntax),
    ] {
        let source = format!("title: 报告\nbody:\n  - {text}\n  - 乙\nnota: 无\n");
        let told = parse(&source).1;
        assert_eq!(told.len(), 2, "{text}: {told:?}");
        assert_eq!((told[0].code, at(&source, told[0].span)), (code, Some(place)));
        assert_eq!(told[1].code, Code::UnknownKey);
    }
}

#[test]
fn broken_brackets_are_told_where_they_open_or_end() {
    let told = |line: &str| findings(&format!("title: 报告\n{line}\nbody: 无\n"));
    assert_eq!(told("recipients: [甲, 乙"), ["2:13 yaml-syntax “[”"]);
    assert_eq!(
        told("recipients: [甲局 #1, 乙局]"),
        ["2:17 yaml-cut-by-comment “#1, 乙局]”"]
    );
    let source = "title: [2021]关于某事的报告\nbody: 无\n";
    assert!(finding(source, Code::Syntax).message.zh.contains("括号已经结束"));
    let source = "title: 报告\nrecipients: 【甲, 乙】\nbody: 无\n";
    assert_eq!(findings(source), ["2:13 yaml-wrong-type “【甲, 乙】”"]);
}

#[test]
fn one_mistake_is_one_message() {
    // A text that is cut short is not judged.
    finding("title: 关于 #1 号线的报告\nbody: 无\n", Code::CutByComment);
    // Nothing is left of a file whose only lines are told.
    assert_eq!(
        findings("标题:报告\n正文:无\n"),
        ["1:3 yaml-syntax “:”", "2:3 yaml-syntax “:”"]
    );
    // A key in the wrong map is not missing in the right one.
    let moved = EXAMPLE.replace("  signers: 王某某\n", "") + "签发人: 王某某\n";
    assert!(finding(&moved, Code::UnknownKey).hint.unwrap().zh.contains("版头"));
    finding(&EXAMPLE.replace("title: ", "  title: "), Code::UnknownKey);
    // Nor is a required key whose name was mistyped.
    finding(&EXAMPLE.replace("title: ", "titel: "), Code::UnknownKey);
    finding("title: 报告\nbody: {text: 甲}\n", Code::UnknownKey);
    let flow = "title: 报告\nbody: 无\nsignature: {date:2022-01-01}\n";
    assert!(finding(flow, Code::Syntax).message.zh.contains("没有半角空格"));
}

#[test]
fn what_would_not_be_printed_is_told() {
    let source = "title: 报告\nbody: 无\nrecord: {label: 分送}\n";
    assert_eq!(findings(source), ["3:10 doc-bad-value “label”"]);
    let signed = "seal: signed, signer_post: 县长, organs: 某某县人民政府";
    let source = EXAMPLE.replace("seal: stamped", signed);
    finding(&source, Code::BadValue);
    finding("title: 报告\nbody: 无\nformat: common\n", Code::Incomplete);
    for item in ["heading:", "text:", "list: []", "page_break: ~"] {
        finding(&format!("title: 报告\nbody:\n  - 甲\n  - {item}\n"), Code::NoValue);
    }
    let source = EXAMPLE.replace("issuer: 某某县人民政府", "issuer: 甲局、乙局");
    finding(&source, Code::CommaInItem);
    let source = "title: 报告\nbody: 无\nattachments: [{title: 表。, body: 无}]\n";
    assert_eq!(findings(source), ["3:24 warning doc-title-mark “。”"]);
}

#[test]
fn a_draft_keeps_the_place_of_a_number_and_is_not_told_to_be_a_draft() {
    let source = EXAMPLE.replace("  number: 某政发〔2022〕5号\n", "");
    let (document, told) = parse(&format!("{source}stage: draft\n"));
    let number = document.unwrap().head.unwrap().number.unwrap();
    assert_eq!(number.as_str(), "　　　〔　　　　〕　号");
    assert_eq!(told.len(), 1);
    assert!(!told[0].hint.as_ref().unwrap().zh.contains("稿本"));
}

#[test]
fn a_text_with_a_colon_in_a_list_is_told_as_text() {
    let source = "title: 报告\nbody:\n  - 会议指出: 要坚持\n";
    assert!(finding(source, Code::UnknownKey).hint.unwrap().zh.contains("全角"));
}

#[test]
fn a_message_shows_the_start_of_a_long_value() {
    let source = format!("title: 报告\nkind: |\n  {}\n  乙\nbody: 无\n", "甲".repeat(99));
    let message = finding(&source, Code::BadValue).message.zh;
    assert_eq!(message, format!("“文种”不能是“{}…”", "甲".repeat(30)));
}

#[test]
fn a_mistyped_key_of_the_signature_is_told_once() {
    let source = EXAMPLE.replace("seal: stamped", "seal: signed, signer_pots: 县长");
    finding(&source, Code::UnknownKey);
    let source = EXAMPLE.replace("seal: stamped", "seel: signed, signer_post: 县长");
    finding(&source, Code::UnknownKey);
}

#[test]
fn a_key_of_another_map_is_answered_with_those_of_its_own() {
    let source = "标题: 某通知\n正文:\n  - 表格: {标题: 甲, 列: [乙], 行: [[1]]}\n";
    let hint = finding(source, Code::UnknownKey).hint.unwrap().zh;
    assert!(hint.contains("要写在“公文”里面") && hint.contains("可以写：表题、列、行"));
}

#[test]
fn an_empty_head_is_none() {
    for source in [
        "版头:\n标题: 某通知\n正文: 正文。\n",
        "格式: 公文\n版头: null\n标题: 某通知\n正文: 正文。\n",
    ] {
        let found = finding(source, Code::Incomplete);
        assert_eq!(&source[found.span.start as usize..found.span.end as usize], "版头");
    }
}
