//! The lines of 签发人 (7.2.6): two names a line in general, fewer where two are too long.

use docgen_model::{Abs, Head, Text};

use super::HeadText;
use super::signature::half_cells;
use crate::Profile;

/// The names line by line.
pub(super) fn signer_lines(head: &Head, profile: &Profile) -> Vec<Vec<Text>> {
    let lines = |&most: &usize| head.signers.chunks(most);
    let most = (1..=profile.head.signers_per_line.max(1)).rev();
    let fits =
        |most: &usize| width(lines(most), head, profile) <= profile.grid().body.width;
    let most = most.clone().find(fits).unwrap_or(1);
    lines(&most).map(<[Text]>::to_vec).collect()
}

/// What one line needs that holds all that any of them holds, as nearly as a text can tell: 发文字号,
/// the label if there is no line above it, and each column of names.
fn width<'a>(
    lines: impl ExactSizeIterator<Item = &'a [Text]> + Clone,
    head: &Head,
    profile: &Profile,
) -> Abs {
    let cell = profile.grid().cell();
    let set = |text: &str| cell * half_cells(text) as i64 / 2;
    let column = |at: usize| {
        let names = lines.clone().filter_map(|line| line.get(at));
        names.map(|name| set(name.as_str()) + cell).max()
    };
    let names: Abs = (0..).map_while(column).sum();
    let number = head.number.as_ref().map_or(Abs::ZERO, |number| {
        set(number.as_str()) + profile.head.number_indent.chars(cell)
    });
    let label = if lines.len() > 1 { Abs::ZERO } else { set(HeadText::SIGNER_LABEL) };
    number + label + names + profile.head.signer_indent.chars(cell)
}

#[cfg(test)]
mod tests {
    use docgen_model::Span;

    use super::*;

    #[test]
    fn names_too_long_for_two_a_line_stand_one_a_line() {
        let text = |string: &str| Text::new(string, Span::default());
        let counts = |names: &[&str]| -> Vec<usize> {
            let head = Head {
                number: Some(text("兴署发〔2026〕123号")),
                signers: names.iter().map(|name| text(name)).collect(),
                ..Head::default()
            };
            signer_lines(&head, Profile::gbt9704()).iter().map(Vec::len).collect()
        };
        assert_eq!(counts(&["张三", "李四"]), [2]);
        assert_eq!(counts(&["张三", "李四", "王五"]), [2, 1]);
        assert_eq!(counts(&["斯钦毕力格", "乌云其木格日乐"]), [1, 1]);
        assert_eq!(counts(&["阿迪力·买买提", "古丽娜尔·买买提", "王五"]), [1, 1, 1]);
        assert!(counts(&[]).is_empty());
    }
}
