//! 份号 (clause 7.2.1): six digits, or the first and the last number of several copies.

use docgen_model::{Bilingual, Code, Diagnostic, Span, Text};

use super::Context;
use crate::report::{both, short};

/// How many copies one output may hold: more than that are a job for the press.
const MOST: u32 = 500;

/// How many digits a number has.
const DIGITS: usize = 6;

/// The first number, and how many copies follow it.
pub(super) fn read(written: Text, cx: &mut Context<'_>) -> (Option<Text>, u32) {
    let range = written.as_str().split_once(['-', '—', '－', '–', '~', '～', '至']);
    let Some((first, last)) = range else {
        check(written.as_str(), written.span(), cx);
        return (Some(written), 0);
    };
    let (first, last) = (first.trim(), last.trim());
    let right = [first, last].iter().all(|number| check(number, written.span(), cx));
    let further = value(last).checked_sub(value(first));
    if right {
        match further {
            None | Some(0) => cx.push(tell(written.span(), backwards())),
            Some(further) if further >= MOST => cx.push(tell(written.span(), too_many())),
            Some(_) => {}
        }
    }
    // A range that was refused is not laid out: it could be of millions.
    let further = further.filter(|&further| right && further < MOST);
    (Some(written.slice(0..first.len())), further.unwrap_or_default())
}

/// A number of six digits always fits.
fn value(number: &str) -> u32 {
    number.parse().unwrap_or_default()
}

fn backwards() -> [Bilingual; 2] {
    [
        both("份号的范围不是从小到大", "the range of copy numbers does not rise"),
        both("照这样写：000001-000050", "write like 000001-000050"),
    ]
}

fn too_many() -> [Bilingual; 2] {
    [
        both(format!("一次最多 {MOST} 份"), format!("at most {MOST} copies at once")),
        both(
            "分成几段，各写一个文件",
            "write several files with a part of the range each",
        ),
    ]
}

fn check(written: &str, at: Span, cx: &mut Context<'_>) -> bool {
    let digits = !written.is_empty() && written.bytes().all(|b| b.is_ascii_digit());
    let right = digits && written.len() == DIGITS;
    if !right {
        let hint = if digits && written.len() < DIGITS {
            both(format!("写成 {written:0>6}"), format!("write {written:0>6}"))
        } else {
            both("写成六位阿拉伯数字，例如 000001", "write six digits, such as 000001")
        };
        let written = short(written);
        let message = both(
            format!("份号“{written}”不是六位阿拉伯数字"),
            format!("“{written}” is not a copy number of six digits"),
        );
        cx.push(tell(at, [message, hint]));
    }
    right
}

fn tell(at: Span, [message, hint]: [Bilingual; 2]) -> Diagnostic {
    Diagnostic::error(Code::CopyNumber, at, message).hint(hint).clause([7, 2, 1, 0])
}
