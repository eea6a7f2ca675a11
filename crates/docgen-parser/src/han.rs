//! Which characters belong to Chinese text.

/// A Han character, 〇 and 々 included.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '々' | '〇'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// A mark that only Chinese text uses: ，。、；：？！（）《》〔〕…
pub(crate) fn is_full_width_mark(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301F}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}')
}

/// A mark that Latin text shares, so that it says nothing about the script around it.
pub(crate) fn is_shared_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '"' | '\'')
}

/// A Han character or a mark of Chinese text.
pub(crate) fn is_wide(c: char) -> bool {
    is_han(c) || is_full_width_mark(c)
}
