//! Typeface classes and colours.

/// A typeface class of the standard; which face serves it is decided elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FontRole {
    /// 仿宋: body text.
    FangSong,
    /// 楷体: level 2 headings, names of signers.
    KaiTi,
    /// 黑体: level 1 headings, 密级, 紧急程度, 附件.
    HeiTi,
    /// 小标宋: title and 发文机关标志.
    XiaoBiaoSong,
    /// 宋体: page numbers.
    SongTi,
    /// Digits and Latin letters beside 仿宋, 楷体 and 宋体.
    Latin,
    /// 蒙古文: no class of the standard; it sets the Mongolian of a bilingual 发文机关标志.
    Mongolian,
}

impl FontRole {
    /// The classes of the standard, in the order of their discriminants.
    pub const ALL: [Self; 6] = [
        Self::FangSong,
        Self::KaiTi,
        Self::HeiTi,
        Self::XiaoBiaoSong,
        Self::SongTi,
        Self::Latin,
    ];

    /// The Chinese name of the class.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "小标宋",
            Self::SongTi => "宋体",
            Self::Latin => "西文",
            Self::Mongolian => "蒙古文",
        }
    }
}

/// Which class sets digits and Latin letters beside each class: a profile's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LatinFaces(pub [FontRole; FontRole::ALL.len()]);

impl LatinFaces {
    /// The class that sets ASCII beside `class`; beside none of the standard, the Latin one.
    pub const fn beside(self, class: FontRole) -> FontRole {
        let index = class as usize;
        if index < self.0.len() { self.0[index] } else { FontRole::Latin }
    }
}

/// Whether a character is set in the Latin face beside a class, as wide as that face says:
/// ASCII and accented letters, the blanks, degree sign, superscripts and subscripts. All else
/// is one em wide.
pub const fn is_latin(c: char) -> bool {
    match c {
        '×' | '÷' => false,
        ' '..='~' | '\u{a0}' | '\u{b0}' | '\u{b2}' | '\u{b3}' | '\u{b9}' => true,
        '\u{c0}'..='\u{24f}' | '\u{2070}'..='\u{209f}' => true,
        _ => false,
    }
}

/// Whether a character belongs to the one before it: a combining mark or a variation
/// selector.
pub const fn extends(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}'
        | '\u{fe20}'..='\u{fe2f}')
        || selects_variant(c)
}

/// Whether a character chooses a form of the one before it.
pub const fn selects_variant(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character lies beyond the planes that an office's faces hold: Ext B and further.
pub const fn is_rare(c: char) -> bool {
    matches!(c, '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is private: what it means is agreed on one machine alone.
pub const fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// A colour of the sheet: text is black but for what clause 7.2 and 10 print in red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Color {
    /// Everything not named below (clause 5.2.4).
    Black,
    /// 发文机关标志 and the red rules.
    Red,
}

/// What the colours look like, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Red: red, green and blue, 0 to 255.
    pub red: [u8; 3],
}

impl Palette {
    /// Red, green and blue of a colour, 0 to 255.
    pub const fn rgb(self, color: Color) -> [u8; 3] {
        match color {
            Color::Black => [0, 0, 0],
            Color::Red => self.red,
        }
    }
}
