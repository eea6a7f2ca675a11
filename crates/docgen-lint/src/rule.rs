//! What a rule is.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::script::Script;

/// One thing that an editor looks for.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its stable name, which begins with that of its group.
    pub code: &'static str,
    /// How bad a finding is unless the author says otherwise.
    pub severity: Severity,
    /// What it finds, in Chinese and in English.
    pub title: [&'static str; 2],
    /// The clause of GB/T 9704 that it rests on, if one does.
    pub clause: Option<[u8; 4]>,
    /// Its page in the manual.
    pub manual: Manual,
    pub(crate) check: fn(&Script<'_>, &mut Findings),
}

/// The page of a rule in the manual, in Chinese, for clerks.
#[derive(Debug, Clone, Copy)]
pub struct Manual {
    /// 规定: who asks for it, and in which words.
    pub source: &'static str,
    /// 理由: why it matters.
    pub reason: &'static str,
    /// 反例: texts that break it. The characters that a finding points at stand in ⟦ ⟧. A
    /// text is the body of a document, or a whole file if it has a title. A rule of
    /// [`Group::Page`] may have none.
    pub wrong: &'static [&'static str],
    /// 正例: texts that do not.
    pub right: &'static [&'static str],
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 格式要素: the elements of a document and how they agree.
    Form,
    /// 结构: ordinals, headings, pairs of marks.
    Structure,
    /// 文字: marks, characters and words.
    Text,
    /// 数字: sums, shares, growth, units.
    Number,
    /// 读入: what reading a file finds in its content. The reader tells it, see
    /// `rules::reading`.
    Reading,
    /// 版面: what the finished pages show. Layout looks for it, see `rules::page`.
    Page,
}

impl Group {
    /// All groups, in the order of the manual.
    pub const ALL: [Self; 6] = [
        Self::Form,
        Self::Structure,
        Self::Text,
        Self::Number,
        Self::Reading,
        Self::Page,
    ];

    /// What the codes of its rules begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Structure => "structure",
            Self::Text => "text",
            Self::Number => "number",
            Self::Reading => "doc",
            Self::Page => "layout",
        }
    }

    /// Whether the findings of its rules are told by the reader or by layout, not by rules.
    pub const fn is_told_elsewhere(self) -> bool {
        match self {
            Self::Form | Self::Structure | Self::Text | Self::Number => false,
            Self::Reading | Self::Page => true,
        }
    }

    /// Its name in Chinese and in English.
    pub const fn name(self) -> [&'static str; 2] {
        match self {
            Self::Form => ["格式要素", "form"],
            Self::Structure => ["结构", "structure"],
            Self::Text => ["文字", "text"],
            Self::Number => ["数字", "numbers"],
            Self::Reading => ["读入", "reading"],
            Self::Page => ["版面", "pages"],
        }
    }
}

impl Rule {
    /// The group that its code names.
    pub fn group(&self) -> Option<Group> {
        let prefix = self.code.split('-').next()?;
        Group::ALL.into_iter().find(|group| group.prefix() == prefix)
    }
}
