//! 会议文件: its map, and what is told when the map does not suffice.

use docgen_model::{Delivery, Format};

use super::*;

const TOP: &str = "format: 会议文件\ntitle: 某某工作的报告\nbody: 正文。\n";

#[test]
fn a_meeting_is_read_in_either_language() {
    let chinese = "会议: {机构: 县人大常委会, 届次: 第三次会议, 日期: 2026年3月12日, 报告人: {职务: 局长, 姓名: 王某}, 方式: 口头, 称谓: 各位委员：}\n左上角标注: 会议文件（三）\n";
    let english = "meeting: {body: 县人大常委会, session: 第三次会议, date: 2026-03-12, reporter: {post: 局长, name: 王某}, delivery: oral, salutation: 各位委员}\nlabel: 会议文件（三）\n";
    for keys in [chinese, english] {
        let document = document(&format!("{TOP}{keys}"));
        let meeting = document.meeting.unwrap();
        assert_eq!(document.format, Format::Meeting);
        assert_eq!(document.label.unwrap().as_str(), "会议文件（三）");
        assert_eq!(meeting.session.unwrap().as_str(), "第三次会议");
        assert_eq!(meeting.date.unwrap().value.to_string(), "2026年3月12日");
        assert_eq!(meeting.reporter_post.unwrap().as_str(), "局长");
        assert_eq!(meeting.delivery, Some(Delivery::Oral));
        assert_eq!(meeting.salutation.unwrap().as_str(), "各位委员");
    }
}

#[test]
fn what_would_not_be_printed_is_told() {
    let half = format!("{TOP}meeting: {{session: 第三次会议}}\n");
    assert_eq!(findings(&half), ["4:1 warning doc-meeting “meeting”"]);
    let given = format!("{half}subtitle: ——在第三次会议上\n");
    assert_eq!(findings(&given), Vec::<String>::new());
    let nobody = format!("{TOP}meeting: {{delivery: written}}\n");
    assert_eq!(findings(&nobody), ["4:1 warning doc-meeting “meeting”"]);
    let usual = |body: &str| {
        findings(&format!(
            "{TOP}meeting: {{delivery: oral, body: {body}}}\nsubtitle: 副题\n"
        ))
    };
    assert_eq!(usual("某县人大常委会"), ["4:1 note doc-meeting “meeting”"]);
    assert_eq!(usual("中共某县委常委会"), ["4:1 warning doc-meeting “meeting”"]);
    let both = format!("{TOP}meeting: {{salutation: 各位代表}}\nrecipients: 县人大\n");
    assert_eq!(findings(&both), ["4:11 doc-bad-value “salutation”"]);
    let plain = "title: 某某工作的报告\nbody: 正文。\nlabel: 文件一\nmeeting: {salutation: 各位代表}\n";
    assert_eq!(
        findings(plain),
        ["3:1 doc-not-in-format “label”", "4:1 doc-not-in-format “meeting”"]
    );
}

#[test]
fn a_page_break_that_breaks_nothing_is_told() {
    let body = "title: 某某工作的报告\nbody: [甲。, {page_break: true}]\n";
    assert_eq!(findings(body), ["2:12 warning doc-page-break “{page_break: true}”"]);
    assert_eq!(findings(&format!("{body}closing: 特此报告。\n")), Vec::<String>::new());
    let twice = "title: 某某工作的报告\nbody: [甲。, {page_break: true}, {page_break: true}, 乙。]\n";
    assert_eq!(findings(twice).len(), 1);
}
