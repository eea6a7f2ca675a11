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
}

impl FontRole {
    /// All roles, in the order of their discriminants.
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
        }
    }

    /// The class that sets ASCII beside this one. 黑体 and 小标宋 keep their own digits: a
    /// Times face looks washed out beside them.
    pub const fn latin(self) -> Self {
        match self {
            Self::HeiTi => Self::HeiTi,
            Self::XiaoBiaoSong => Self::XiaoBiaoSong,
            Self::FangSong | Self::KaiTi | Self::SongTi | Self::Latin => Self::Latin,
        }
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

/// A colour of the sheet: text is black but for what clause 7.2 and 10 print in red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Color {
    /// Everything not named below (clause 5.2.4).
    Black,
    /// 发文机关标志 and the red rules.
    Red,
}

impl Color {
    /// Red, green and blue, 0 to 255.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0, 0, 0],
            Self::Red => [255, 0, 0],
        }
    }
}
