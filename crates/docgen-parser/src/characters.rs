//! Characters that have no place in an official document.
//!
//! Private-use characters are told in one finding that names them all: each machine shows them
//! by a face of its own, and PDF/A takes none (ISO 19005-2, 6.2.11.7.3).

use std::collections::BTreeMap;

use docgen_model::{Code, Diagnostic, Severity, Span, is_private};

use crate::cells::Cell;
use crate::report::{Crowd, Report, both};

/// Tells the bad characters among `cells` and drops the invisible ones.
pub(crate) fn check(cells: &mut Vec<Cell>, report: &mut Report) {
    cells.retain(|cell| {
        let Some(fault) = fault(cell.c) else { return true };
        tell(cell.c, fault, cell.span, report);
        match fault {
            Fault::Forbidden | Fault::Invisible => false,
            Fault::Private | Fault::Compatibility => true,
        }
    });
}

/// What is wrong with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A control character, a noncharacter or U+FFFD.
    Forbidden,
    /// Takes no room and only hinders searching: zero-width space, direction marks.
    Invisible,
    /// Private use: every font shows something else, or nothing.
    Private,
    /// Looks like a Han character but has another code.
    Compatibility,
}

/// What is wrong with `c`, if anything.
pub(crate) fn fault(c: char) -> Option<Fault> {
    let code = u32::from(c);
    match c {
        '\t' | '\n' | '\r' => None,
        _ if c.is_control() => Some(Fault::Forbidden),
        '\u{FFFD}' | '\u{FDD0}'..='\u{FDEF}' => Some(Fault::Forbidden),
        _ if code & 0xFFFE == 0xFFFE => Some(Fault::Forbidden),
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => {
            Some(Fault::Invisible)
        }
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' => {
            Some(Fault::Invisible)
        }
        _ if is_private(c) => Some(Fault::Private),
        '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => {
            (!is_unified(c)).then_some(Fault::Compatibility)
        }
        _ => None,
    }
}

/// The twelve characters of the compatibility block that are ordinary Han characters.
fn is_unified(c: char) -> bool {
    matches!(
        u32::from(c),
        0xFA0E
            | 0xFA0F
            | 0xFA11
            | 0xFA13
            | 0xFA14
            | 0xFA1F
            | 0xFA21
            | 0xFA23
            | 0xFA24
            | 0xFA27..=0xFA29
    )
}

/// Tells a bad character; one message for all places of the same character.
pub(crate) fn tell(c: char, fault: Fault, span: Span, report: &mut Report) {
    let code = format!("U+{:04X}", u32::from(c));
    let (severity, message, hint) = match fault {
        Fault::Forbidden => (
            Severity::Error,
            both(
                format!("有不能出现在公文里的控制字符或坏字符 {code}"),
                format!("{code} is a control character or a broken one"),
            ),
            both(
                "删去它；如果是乱码，请从原文重新复制",
                "delete it; if it is garbled text, copy it anew from the original",
            ),
        ),
        Fault::Invisible => (
            Severity::Warning,
            both(
                format!("看不见的字符 {code} 已去掉"),
                format!("the invisible character {code} was dropped"),
            ),
            both(
                "多半是从网页复制时带进来的，可以放心删去",
                "it usually comes with text copied from a web page; delete it",
            ),
        ),
        Fault::Private => return report.private(c, span),
        Fault::Compatibility => (
            Severity::Warning,
            both(
                format!("“{c}”（{code}）是部首或兼容字符，不是通常的汉字，搜索时找不到"),
                format!("{code} is a radical or a compatibility character"),
            ),
            both(
                "用输入法重新打这个字（常见于从 PDF 复制的文字）",
                "retype the character (it often comes with text copied from a PDF)",
            ),
        ),
    };
    let crowd = Crowd { code: Code::BadCharacter, severity, message, hint: Some(hint) };
    report.gather(crowd, span);
}

/// The finding about all private-use characters with their places.
pub(crate) fn told_private(mut found: Vec<(char, Span)>) -> Option<Diagnostic> {
    found.sort_unstable_by_key(|&(c, span)| (span, c));
    found.dedup();
    let mut counts = BTreeMap::<char, usize>::new();
    found.iter().for_each(|&(c, _)| *counts.entry(c).or_default() += 1);
    let named = |&(c, n): &(char, usize)| match n {
        1 => format!("U+{:04X}", u32::from(c)),
        _ => format!("U+{:04X}×{n}", u32::from(c)),
    };
    let counts: Vec<_> = counts.into_iter().collect();
    let codes = |comma| counts.iter().map(named).collect::<Vec<_>>().join(comma);
    let (zh, en) = (codes("、"), codes(", "));
    let mut spans = found.into_iter().map(|(_, span)| span);
    let message = both(
        format!("有造字区字符 {zh}：只有造字的单位自己的字体里有，别处显示成别的字"),
        format!(
            "private-use characters {en}: only the face of the house that made them shows them"
        ),
    );
    let hint = both(
        "用输入法重新打成有国标编码的字（扩展 B 区以后的字也算）；确无编码的字，请造字单位把自己字体里的字形改放到标准编码上，再用 --font-dir 指定该字体",
        "retype them as encoded characters; for one without a code have the house's own face moved to a standard code point and name its folder: --font-dir",
    );
    let mut finding = Diagnostic::error(Code::BadCharacter, spans.next()?, message);
    finding.also = spans.collect();
    Some(finding.hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_bad_characters_from_rare_ones() {
        assert_eq!(fault('\0'), Some(Fault::Forbidden));
        assert_eq!(fault('\u{85}'), Some(Fault::Forbidden));
        assert_eq!(fault('\u{FFFF}'), Some(Fault::Forbidden));
        assert_eq!(fault('\u{200B}'), Some(Fault::Invisible));
        assert_eq!(fault('\u{E5E5}'), Some(Fault::Private));
        assert_eq!(fault('⽇'), Some(Fault::Compatibility));
        assert_eq!(fault('\u{F9DC}'), Some(Fault::Compatibility));
        for fine in ['日', '﨑', '𠮷', '〇', '　', 'é', '\t', '\u{180B}'] {
            assert_eq!(fault(fine), None, "{fine}");
        }
    }
}
