//! Names that have no room on one line.

use super::*;

/// A name of 30 字.
const LONG: &str = "内蒙古自治区兴安盟科尔沁右翼前旗人民代表大会常务委员会办公室";

#[test]
fn a_stamped_name_that_has_no_room_stands_on_two_lines_above_its_date() {
    let layout = report(&[40], LONG, Seal::Stamped);
    let [found] = &layout.diagnostics[..] else { panic!("one finding") };
    assert_eq!((found.code, found.severity), (Code::Overfull, Severity::Warning));
    let [first, last, date] = last_rows(&layout, 2)[..] else { panic!("three lines") };
    let middle = |line: (usize, u32, Abs, Abs)| line.2 + line.3;
    for line in [first, last] {
        assert!((middle(line) - middle(date)).to_emu().abs() <= 4);
    }
    assert_eq!((first.1, last.1, date.1), (3 + 2 + 1, 3 + 2 + 2, 3 + 2 + 3));
    let [seal] = &layout.seals[..] else { panic!("one seal") };
    assert_eq!(seal.line, 1);
    assert!((seal.center.x * 2 - middle(date)).to_emu().abs() <= 4);
    let grid = Profile::gbt9704().grid();
    assert_eq!(seal.center.y, grid.row_top(last.1) + grid.size / 2);
    let plan = &layout.decisions.paras[layout.decisions.paras.len() - 2];
    assert!(plan.centered && LONG[plan.breaks[0]..].starts_with("人民代表大会"));
}

#[test]
fn an_unstamped_name_that_has_no_room_begins_two_lines_at_one_edge() {
    let (layout, cell) =
        (report(&[40], LONG, Seal::None), Profile::gbt9704().grid().cell());
    let [first, last, date] = last_rows(&layout, 2)[..] else { panic!("three lines") };
    assert_eq!(first.2, last.2);
    assert!((date.2 - last.2 - cell * 2).to_emu().abs() <= 2);
    let right = Profile::gbt9704().grid().body.right();
    assert!((right - cell * 2 - first.3.max(last.3)).to_emu().abs() <= 4);
}

#[test]
fn a_long_name_among_others_has_its_own_row() {
    for seal in [Seal::Stamped, Seal::None, Seal::Signed] {
        let layout = joint_of(&["某县教育局", LONG, "某县公安局"], 3, seal);
        assert!(!layout.diagnostics.iter().any(Diagnostic::is_error), "{seal:?}");
        let lines = last_rows(&layout, 4);
        assert!(lines.windows(2).all(|two| two[0].1 < two[1].1), "{seal:?}");
    }
}
