//! 检查: how an author, a folder or a command line wants findings judged.

use crate::{Code, Spanned, Text};

/// What becomes of the findings of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// 允许: they are not told.
    Allow,
    /// They are warnings.
    Warn,
    /// They are errors, and nothing is written.
    Deny,
}

/// A wish about the findings of one code, or of a group of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The code, or what the codes of a group begin with: `number`, `text`.
    pub code: Spanned<String>,
    /// What becomes of them.
    pub verdict: Verdict,
    /// Why; every `allow` of a file has one.
    pub reason: Option<Text>,
}

impl Ruling {
    /// How closely it names a code: 0 not at all, 1 by its group, 2 by its name.
    pub fn names(&self, code: Code) -> usize {
        match code.as_str().strip_prefix(self.code.value.as_str()) {
            Some("") => 2,
            Some(rest) if rest.starts_with('-') => 1,
            Some(_) | None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn a_code_is_named_by_itself_or_its_group() {
        let ruling = |code: &str| Ruling {
            code: Spanned::new(code.to_owned(), Span::default()),
            verdict: Verdict::Warn,
            reason: None,
        };
        let names = |code| ruling(code).names(Code::Rule("text-slip"));
        assert_eq!([names("text-slip"), names("text"), names("tex")], [2, 1, 0]);
    }
}
