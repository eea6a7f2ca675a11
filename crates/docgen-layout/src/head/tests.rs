use docgen_model::Span;
use docgen_standard::Profile;

use super::*;
use crate::inline::prepare::FaceReport;
use crate::inline::testing::book;

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

fn context(profile: &Profile) -> Context<'_> {
    Context {
        profile,
        grid: profile.grid(),
        book: book(),
        faces: FaceReport::default(),
        diagnostics: vec![],
    }
}

fn head_text(mark: &str, signers: &[&[&str]]) -> HeadText {
    HeadText {
        copy_number: None,
        secrecy: None,
        urgency: None,
        stack: vec![],
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
            let head = head(&words, &Document::default(), &mut context);
            let plan = &head.plan;
            assert_eq!(plan.mark_top, Abs::mm100(7_200));
            let below_mark = plan.number_top - plan.mark_top - plan.mark_size;
            assert!(two_rows.contains(&below_mark), "{mark}: {}", below_mark.to_mm());
            let last = plan.number_pitch * i64::from(plan.lines - 1) + context.grid.size;
            assert_eq!(plan.rule_y - plan.number_top - last, Abs::mm100(400));
            let title = context.grid.row_top(plan.rows) - Abs::pt10(30);
            let below_rule = title - plan.rule_y;
            assert!(two_rows.contains(&below_rule), "{mark}: {}", below_rule.to_mm());
            assert!(context.diagnostics.is_empty());
        }
    }
}

#[test]
fn signers_stand_in_columns_one_character_from_the_edge() {
    let profile = Profile::gbt9704();
    let mut context = context(profile);
    let words = head_text("某县文件", &[&["王某某", "李某某"], &["张某"]]);
    let head = head(&words, &Document::default(), &mut context);
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
    head(&words, &Document::default(), &mut context);
    assert_eq!(context.diagnostics[0].code, Code::Overfull);
}
