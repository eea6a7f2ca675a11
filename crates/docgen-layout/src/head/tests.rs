use docgen_model::{
    Block, BlockKind, Code, Extent, Format, Level, Severity, Span, Spanned, Text, Title,
};
use docgen_standard::Profile;

use super::*;
use crate::inline::testing::book;
use crate::{Layout, layout};

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

fn context(profile: &Profile) -> Context<'_> {
    Context::new(profile, book())
}

fn head_text(mark: &str, signers: &[&[&str]]) -> HeadText {
    HeadText {
        copy_number: None,
        further_copies: vec![],
        secrecy: None,
        urgency: None,
        stack: vec![],
        mongolian: vec![],
        mark: text(mark),
        issuer: mark.len(),
        number: Some(text("某政发〔2022〕5号")),
        signers: signers
            .iter()
            .map(|line| line.iter().map(|name| text(name)).collect())
            .collect(),
    }
}

/// R20, R25, R33 and R36 at once, for every size of mark and number of signers.
#[test]
fn all_distances_of_the_head_hold() {
    let profile = Profile::gbt9704();
    let spec = &profile.head;
    let two_rows = spec.two_rows_min..=spec.two_rows_max;
    let signers: [&[&[&str]]; 3] =
        [&[], &[&["王某某"]], &[&["王某某", "李某某"], &["张某"]]];
    for mark in ["某县文件", "某某县人民政府文件", "某某自治区某某盟行政公署办公室文件"]
    {
        for signers in signers {
            let mut context = context(profile);
            let words = head_text(mark, signers);
            let document = of_format(Format::Common);
            let head = head(&words, &document, Below::default(), &mut context);
            let plan = &head.plan;
            assert_eq!(plan.mark_top, Abs::mm100(7_200));
            let below_mark = plan.number_top - plan.mark_top - plan.mark_size;
            assert!(two_rows.contains(&below_mark), "{mark}: {}", below_mark.to_mm());
            let last = plan.number_pitch * i64::from(plan.lines - 1) + context.grid.size;
            assert_eq!(plan.rules[0].y - plan.number_top - last, Abs::mm100(400));
            let title = context.grid.row_top(plan.rows) - Abs::pt10(30);
            let below_rule = title - plan.rules[0].y;
            assert!(two_rows.contains(&below_rule), "{mark}: {}", below_rule.to_mm());
            assert!(context.diagnostics.is_empty());
        }
    }
}

/// ᠬᠣᠰᠢᠭᠤᠨ ᠤ, ᠠᠷᠠᠳ ᠤᠨ and ᠪᠢᠴᠢᠭ, each with its suffix.
const WORDS: [&str; 3] = [
    "\u{182c}\u{1823}\u{1830}\u{1822}\u{182d}\u{1824}\u{1828}\u{202f}\u{1824} ",
    "\u{1820}\u{1837}\u{1820}\u{1833}\u{202f}\u{1824}\u{1828} ",
    "\u{182a}\u{1822}\u{1834}\u{1822}\u{182d}",
];

#[test]
fn mongolian_stands_above_the_chinese_in_columns() {
    let profile = Profile::gbt9704();
    let mut context = context(profile);
    let mongolian = WORDS.map(text).to_vec();
    let words = HeadText { mongolian, ..head_text("某某旗人民政府文件", &[]) };
    let head = head(&words, &of_format(Format::Common), Below::default(), &mut context);
    let above = head.plan.mongolian.unwrap();
    assert_eq!((above.top, above.columns), (Abs::mm100(7_200), 3));
    assert_eq!(above.size, head.plan.mark_size);
    let gap = head.plan.mark_top - above.top - above.height;
    assert_eq!(gap, profile.head.mongolian_gap.chars(head.plan.mark_size));
    let (lines, _) = head.mongolian.unwrap();
    let text = |line: &Line| line.runs[0].text.clone();
    assert_eq!(lines.iter().map(text).collect::<Vec<_>>(), WORDS);
    let places: Vec<_> = lines.iter().map(|line| line.runs[0].origin).collect();
    assert!(places.iter().all(|place| place.y == above.top));
    assert_eq!(places[1].x - places[0].x, above.pitch);
    let body = context.grid.body;
    let right = above.left + above.pitch * 3;
    assert!((above.left - body.x - (body.right() - right)).to_emu().abs() <= 1);
    assert!(context.diagnostics.is_empty());
}

#[test]
fn mongolian_that_no_face_has_or_that_is_too_wide_is_an_error() {
    let mut context = context(Profile::gbt9704());
    let mongolian = vec![text("\u{1820}\u{11660}😀")];
    let words = HeadText { mongolian, ..head_text("某某旗文件", &[]) };
    head(&words, &of_format(Format::Common), Below::default(), &mut context);
    let found: Vec<_> = std::mem::take(&mut context.faces).into_diagnostics().collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].message.zh.contains("U+1F600"));
    let mongolian = vec![text(WORDS[2]); 30];
    let words = HeadText { mongolian, ..head_text("某某旗文件", &[]) };
    head(&words, &of_format(Format::Common), Below::default(), &mut context);
    assert_eq!(context.diagnostics[0].code, Code::Overfull);
}

/// GB/T 33476.2 measures to the upper edge of the rule.
#[test]
fn the_red_rule_is_measured_to_the_edge_that_the_profile_names() {
    let profile = Profile::named("gbt33476-2016").unwrap();
    let mut context = context(&profile);
    let words = head_text("某县文件", &[]);
    let plan =
        head(&words, &of_format(Format::Common), Below::default(), &mut context).plan;
    let rule = plan.rules[0];
    let below = rule.y - rule.thickness / 2 - plan.number_top - context.grid.size;
    assert_eq!(below, Abs::mm100(400));
}

#[test]
fn signers_stand_in_columns_one_character_from_the_edge() {
    let profile = Profile::gbt9704();
    let mut context = context(profile);
    let words = head_text("某县文件", &[&["王某某", "李某某"], &["张某"]]);
    let head = head(&words, &Document::default(), Below::default(), &mut context);
    let cell = context.grid.cell();
    let first = &head.lines[1].parts;
    let last = &head.lines[2].parts;
    let names: Vec<_> = first.iter().map(|(p, _)| p.text.as_str()).collect();
    assert_eq!(names, ["签发人：", "王某某", "李某某"]);
    let end = first[2].1.left + cell * 3;
    assert!((context.grid.body.right() - cell - end).to_emu().abs() < 10);
    assert_eq!(last[0].0.text.as_str(), "某政发〔2022〕5号");
    assert_eq!(last[0].1.left, context.grid.body.x + cell);
    assert_eq!(last[1].1.left, first[1].1.left);
    assert_eq!(last[0].1.baseline, last[1].1.baseline);
}

#[test]
fn a_mark_too_long_for_a_line_is_an_error() {
    let mut context = context(Profile::gbt9704());
    let words = head_text(&"某".repeat(30), &[]);
    head(&words, &Document::default(), Below::default(), &mut context);
    assert_eq!(context.diagnostics[0].code, Code::Overfull);
    assert!(context.diagnostics[0].is_error());
}

#[test]
fn a_mark_that_fits_in_smaller_type_only_is_told() {
    let mut context = context(Profile::gbt9704());
    let words = head_text(&"某".repeat(22), &[]);
    let head = head(&words, &Document::default(), Below::default(), &mut context);
    assert_eq!(head.plan.mark_size, Abs::pt10(200));
    let [found] = &context.diagnostics[..] else { panic!("one finding") };
    assert_eq!((found.code, found.severity), (Code::Overfull, Severity::Warning));
}

/// A 字 of the page is 5.57 mm: two are 31.58 pt, set as 31.5.
#[test]
fn a_mark_is_as_large_as_asked_in_any_unit() {
    for (asked, tenths) in [
        (Extent::Length(Abs::pt10(360)), 360),
        (Extent::Length(Abs::mm100(1_200)), 340),
        (Extent::Chars(20), 315),
        (Extent::Rows(10), 295),
    ] {
        let mut context = context(Profile::gbt9704());
        let mark_size = Some(Spanned::new(asked, Span::default()));
        let document = Document {
            head: Some(docgen_model::Head { mark_size, ..Default::default() }),
            ..of_format(Format::Common)
        };
        let words = head_text("某县文件", &[]);
        let head = head(&words, &document, Below::default(), &mut context);
        assert_eq!(head.plan.mark_size, Abs::pt10(tenths), "{asked:?}");
    }
}

/// A joint notice, or report with as many signers, of `count` organs.
fn joint(count: usize, upward: bool, title: &str) -> Layout {
    let organ =
        |index: usize| text(&format!("某某县{}局", "教育财政".repeat(1 + index % 2)));
    let issuers: Vec<Text> = (0..count).map(organ).collect();
    let signers = if upward { vec![text("王某某"); count] } else { vec![] };
    let body = [20, 60].map(|count| Block {
        kind: BlockKind::Paragraph(docgen_model::Paragraph {
            level: Level::Body,
            text: text(&"国".repeat(count)),
            lead: 0,
        }),
        span: Span::default(),
    });
    let document = Document {
        format: Format::Common,
        head: Some(docgen_model::Head {
            stacked: count > 1,
            mark: text("文件"),
            number: Some(text("某教发〔2022〕5号")),
            issuers,
            signers,
            ..docgen_model::Head::default()
        }),
        title: Title::Auto(text(title)),
        recipients: vec![text("各乡镇人民政府")],
        body: body.into(),
        ..Document::default()
    };
    layout(&document, Profile::gbt9704(), book())
}

const TITLE: &str = "某某县教育局等部门关于加强乡村教师队伍建设有关事项的通知";

/// Up to nine organs: the distances hold, 文件 stands in the middle, and the body begins on
/// page 1.
#[test]
fn a_stack_of_nine_leaves_room_for_text() {
    let profile = Profile::gbt9704();
    let (spec, grid) = (&profile.head, profile.grid());
    let two_rows = spec.two_rows_min..=spec.two_rows_max;
    for (count, upward) in (2..=9).map(|n| (n, false)).chain([(2, true), (5, true)]) {
        let layout = joint(count, upward, TITLE);
        assert_eq!(layout.diagnostics, [], "{count}");
        let plan = layout.decisions.head.unwrap();
        let stack = plan.stack.unwrap();
        let below = stack.pitch * (count as i64 - 1);
        assert!((stack.words_down * 2 - below).to_emu().abs() <= 1);
        assert!(plan.mark_size >= spec.stack_size_min);
        assert!(stack.pitch >= plan.mark_size.scale(spec.stack_leading_min, 100));
        let words = stack.words_left + plan.mark_size * 2;
        assert!((stack.left + words - grid.body.width).to_emu().abs() <= 2);
        let bottom = plan.mark_top + below + plan.mark_size;
        assert!(two_rows.contains(&(plan.number_top - bottom)), "{count}");
        let title = grid.em_top(plan.rows, Abs::pt10(220));
        assert!(two_rows.contains(&(title - plan.rules[0].y)), "{count}");
    }
}

#[test]
fn a_stack_that_leaves_no_room_is_told_with_a_remedy() {
    let layout = joint(9, true, TITLE);
    let [found] = &layout.diagnostics[..] else { panic!("one finding") };
    assert_eq!(
        (found.code, found.severity),
        (Code::NoTextOnFirstPage, Severity::Warning)
    );
    assert!(found.hint.as_ref().unwrap().zh.contains("主办机关"));
}

/// Two to nine signers: two a line, the number beside the last.
#[test]
fn signers_stand_two_on_a_line() {
    for count in 2..=9 {
        let mut context = context(Profile::gbt9704());
        let names = vec![text("王某某"); count];
        let signers = names.chunks(2).map(<[Text]>::to_vec).collect();
        let words = HeadText { signers, ..head_text("某县文件", &[]) };
        let head = head(&words, &Document::default(), Below::default(), &mut context);
        let lines = &head.lines[1..];
        assert_eq!(lines.len(), count.div_ceil(2));
        let parts: Vec<usize> = lines.iter().map(|line| line.parts.len()).collect();
        assert_eq!(parts.iter().sum::<usize>(), count + 2);
        let last = &lines[lines.len() - 1].parts;
        assert_eq!(last[0].1.baseline, last[last.len() - 1].1.baseline);
    }
}

/// A document of a format, with a title if the format asks for one.
fn of_format(format: Format) -> Document {
    let untitled = matches!(format, Format::Order | Format::Minutes);
    let title = if untitled { "" } else { "某某县关于某事的函" };
    let title = Title::Auto(text(title));
    Document { format, title, ..Document::default() }
}

/// R82 to R86 at once, for every length of mark and number of elements.
#[test]
fn all_distances_of_a_letter_hold() {
    let profile = Profile::gbt9704();
    let spec = &profile.head;
    let two_rows = spec.two_rows_min..=spec.two_rows_max;
    for characters in 4..=20 {
        for elements in 0..=3 {
            let mut context = context(profile);
            let item = |at| (elements > at).then(|| text("特急"));
            let words = HeadText {
                copy_number: item(0),
                secrecy: item(1),
                urgency: item(2),
                ..head_text(&"某".repeat(characters), &[])
            };
            let head =
                head(&words, &of_format(Format::Letter), Below::default(), &mut context);
            let plan = &head.plan;
            assert_eq!(plan.mark_top, Abs::mm100(3_000));
            let edges = |rule: &RulePlan| {
                (rule.y - rule.thickness / 2, rule.y + rule.thickness / 2)
            };
            let [thick, thin, low_thin, low_thick] = &plan.rules[..] else { panic!() };
            let upper = edges(thick).0 - plan.mark_top - plan.mark_size;
            assert!((upper - Abs::mm100(400)).to_emu().abs() <= 1);
            let foot = edges(low_thick).1 - Abs::mm100(27_700);
            assert!(foot.to_emu().abs() <= 1);
            assert!(thick.thickness > thin.thickness && thick.y < thin.y);
            assert!(low_thin.thickness == thin.thickness && low_thin.y < low_thick.y);
            for rule in &plan.rules {
                assert_eq!(
                    (rule.left, rule.length),
                    (Abs::mm100(2_100), Abs::mm100(17_000))
                );
            }
            let below = plan.number_top - edges(thin).1 - Abs::pt10(140);
            assert!(below.to_emu().abs() <= 1);
            let last = plan.number_pitch * i64::from(plan.lines - 1) + context.grid.size;
            let title = context.grid.row_top(plan.rows) - Abs::pt10(30);
            let above = title - plan.number_top - last;
            assert!(two_rows.contains(&above), "{characters}: {}", above.to_mm());
            assert!(context.diagnostics.is_empty());
        }
    }
}

/// R88: the mark at 57, 令号 and text two rows apart each, no rule.
#[test]
fn all_distances_of_an_order_hold() {
    let profile = Profile::gbt9704();
    let spec = &profile.head;
    let two_rows = spec.two_rows_min..=spec.two_rows_max;
    for mark in ["某县令", "某某市人民政府令", "某某自治区某某盟行政公署办公室令"]
    {
        let mut context = context(profile);
        let head = head(
            &head_text(mark, &[]),
            &of_format(Format::Order),
            Below::default(),
            &mut context,
        );
        let plan = &head.plan;
        assert_eq!((plan.mark_top, plan.rules.len()), (Abs::mm100(5_700), 0));
        assert!(two_rows.contains(&(plan.number_top - plan.mark_top - plan.mark_size)));
        let text = context.grid.row_top(plan.rows) - plan.number_top - context.grid.size;
        assert!(two_rows.contains(&text), "{mark}: {}", text.to_mm());
    }
}

/// R89: the mark at 72; without a number the rule stands 4 mm below the mark.
#[test]
fn minutes_may_lack_a_number() {
    let mut context = context(Profile::gbt9704());
    let words = HeadText { number: None, ..head_text("某某县纪要", &[]) };
    let head = head(&words, &of_format(Format::Minutes), Below::default(), &mut context);
    let plan = &head.plan;
    assert_eq!((plan.mark_top, plan.lines), (Abs::mm100(7_200), 0));
    let rule = plan.rules[0].y - plan.mark_top - plan.mark_size;
    assert_eq!(rule, Abs::mm100(400));
}

#[test]
fn a_letter_s_number_that_meets_the_element_beside_it_is_an_error() {
    let mut context = context(Profile::gbt9704());
    let words = HeadText {
        urgency: Some(text("特急")),
        number: Some(text(&format!("{}〔2022〕5号", "某".repeat(21)))),
        ..head_text("某某县人民政府", &[])
    };
    head(&words, &of_format(Format::Letter), Below::default(), &mut context);
    assert_eq!(context.diagnostics[0].code, Code::Overfull);
}
