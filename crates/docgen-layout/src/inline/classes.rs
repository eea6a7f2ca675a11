//! What a word processor takes a character for: its script, and whether a line may begin or
//! end beside it. The tables are those measured in `docs/spec/word-layout.md`.

/// The script by which a word processor forms portions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Han, kana, full-width forms.
    Asian,
    /// Letters, digits and marks up to U+024F, Greek, Cyrillic.
    Latin,
}

/// The script of a character, or none for one that takes the script before it.
pub(crate) fn script(c: char) -> Option<Script> {
    match c {
        ' ' | '\u{a0}' => None,
        '\u{0}'..='\u{24f}' | '\u{370}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' => {
            Some(Script::Latin)
        }
        '\u{2e80}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'.. => Some(Script::Asian),
        _ => None,
    }
}

/// Whether a character is a letter or a digit, as nearly all of the text are.
pub(crate) fn is_word(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphanumeric()
}

/// Marks that hang past the right edge when they do not fit.
pub(crate) fn hangs(c: char) -> bool {
    "!,.:;?、。！，．：；？".contains(c)
}

/// Characters that may not begin a line.
pub(crate) fn no_start(c: char) -> bool {
    const MARKS: &str = ":!),.;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝\
                         ︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”";
    MARKS.contains(c)
}

/// Characters that may not end a line.
pub(crate) fn no_end(c: char) -> bool {
    "([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘".contains(c)
}

/// Blanks at which a line ends and which vanish there.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// Full-width marks whose ink stands in the left half of the box: their right half is room
/// (GB/T 15834 5.1.10).
pub(crate) fn is_closing_mark(c: char) -> bool {
    "、，。．：；！？）］｝》〉」』】〕〗”’".contains(c)
}

/// Full-width marks whose ink stands in the right half of the box.
pub(crate) fn is_opening_mark(c: char) -> bool {
    "（［｛《〈「『【〔〖“‘".contains(c)
}

/// Line break classes of UAX 14, as far as official prose needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineClass {
    AL,
    B2,
    BA,
    CL,
    EX,
    GL,
    HY,
    ID,
    IN,
    IS,
    NS,
    NU,
    OP,
    PO,
    PR,
    QU,
    SP,
    SY,
}

/// The members of the classes that are not told by their block.
const MEMBERS: &[(LineClass, &str)] = &[
    (LineClass::CL, ")]}、。，．〉》」』】〕〗〞）］｝﹚﹜﹞､｡"),
    (LineClass::OP, "([{〈《「『【〔〖〝（［｛﹙﹛﹝¡¿"),
    (LineClass::QU, "\"'“”‘’«»"),
    (LineClass::EX, "!?！？"),
    (LineClass::IS, ",.:;"),
    (LineClass::NS, "：；々〻・ー"),
    (LineClass::SY, "/\\"),
    (LineClass::HY, "-"),
    (LineClass::BA, "–‐|‧"),
    (LineClass::B2, "—"),
    (LineClass::IN, "…‥"),
    (LineClass::PO, "%‰℃℉¢％￠′″"),
    (LineClass::PR, "$£¥+±№￥￡＄"),
    (LineClass::SP, " "),
    (LineClass::GL, "\u{a0}"),
    (LineClass::AL, "°"),
];

/// The class of a character.
pub(crate) fn line_class(c: char) -> LineClass {
    if let '\u{4e00}'..='\u{9fff}' = c {
        return LineClass::ID; // nearly all of the text
    }
    if let Some((class, _)) = MEMBERS.iter().find(|(_, members)| members.contains(c)) {
        return *class;
    }
    match c {
        '0'..='9' => LineClass::NU,
        '\u{2e80}'..='\u{ffff}' | '\u{20000}'.. => LineClass::ID,
        _ => LineClass::AL,
    }
}

/// May a line break stand before `classes[i]`, by UAX 14 (version 5) as LibreOffice runs it?
pub(crate) fn uax14_break(classes: &[LineClass], i: usize) -> bool {
    use LineClass::*;
    let (a, b) = (classes[i - 1], classes[i]);
    match (a, b) {
        (_, SP | CL | EX | IS | SY) => false,
        (SP, _) => break_after_blank(classes, i),
        (OP | GL | QU, _) | (_, GL | QU | BA | HY | NS) | (B2, B2) => false,
        (AL | ID | IN | NU, IN) => false,
        (ID, PO) | (AL, NU | PR | AL | OP) | (PR, ID | AL | NU) => false,
        (NU, AL | NU | PO | PR | OP) | (PO, AL | NU) | (IS, AL | NU) => false,
        (CL, AL | NU) => false,
        (PR | PO, OP) => classes.get(i + 1) != Some(&NU),
        (CL, PO | PR) => !ends_number(&classes[..i - 1], &[NU, IS, SY]),
        (SY, NU) => !(i > 1 && matches!(classes[i - 2], NU | IS | SY)),
        (SY | IS, PO | PR) => !number_before_separators(&classes[..i]),
        _ => true,
    }
}

/// The rules look through blanks at what stands before them.
fn break_after_blank(classes: &[LineClass], i: usize) -> bool {
    use LineClass::*;
    let before = classes[..i].iter().rev().find(|&&class| class != SP);
    !matches!((before, classes[i]), (Some(OP), _) | (Some(CL), NS) | (Some(B2), B2))
}

/// Whether one or more of `classes` end the slice.
fn ends_number(slice: &[LineClass], classes: &[LineClass]) -> bool {
    slice.last().is_some_and(|class| classes.contains(class))
}

/// Whether a digit stands before the separators that end the slice.
fn number_before_separators(slice: &[LineClass]) -> bool {
    use LineClass::*;
    slice.iter().rev().find(|class| !matches!(class, SY | IS)) == Some(&NU)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_follow_the_blocks() {
        assert_eq!(script('国'), Some(Script::Asian));
        assert_eq!(script('，'), Some(Script::Asian));
        assert_eq!(script('𬀩'), Some(Script::Asian));
        assert_eq!(script('%'), Some(Script::Latin));
        assert_eq!(script('“'), None);
        assert_eq!(script('—'), None);
    }

    fn breaks(text: &str) -> String {
        let classes: Vec<_> = text.chars().map(line_class).collect();
        let mut out = String::new();
        for (i, c) in text.chars().enumerate() {
            if i > 0 && uax14_break(&classes, i) {
                out.push('|');
            }
            out.push(c);
        }
        out
    }

    #[test]
    fn uax14_as_libreoffice_runs_it() {
        assert_eq!(breaks("增长12.5%，其中"), "增|长|12.5%，|其|中");
        assert_eq!(breaks("“引语”之"), "“引|语”之");
        assert_eq!(breaks("COVID-19 in"), "COVID-|19 |in");
        assert_eq!(breaks("——摘"), "——|摘");
        assert_eq!(breaks("无……的"), "无……|的");
    }
}
