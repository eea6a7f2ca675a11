//! How findings are judged: a document, its folder and the command line may allow, warn
//! about or deny those of a code or of a group.
//!
//! The closer voice wins: the command line over the document, the document over the
//! `docgen.toml` beside it; among the wishes of one voice the closer name, then the later
//! one. What makes a document unfit for output stays an error whoever allows it: only the
//! findings of rules, and warnings and notes, can be judged.

use docgen_model::{Bilingual, Code, Diagnostic, Ruling, Severity, Verdict};

/// Whose wishes they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// `docgen.toml` in the document's folder.
    Folder,
    /// `lint` in the document.
    Document,
    /// `--allow`, `--warn`, `--deny`.
    CommandLine,
}

/// The wishes that come from outside the document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Rulings {
    /// Those of the folder.
    pub folder: Vec<Ruling>,
    /// Those of the command line.
    pub command_line: Vec<Ruling>,
}

/// An `allow`, and how many findings it keeps back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The wish.
    pub ruling: Ruling,
    /// Whose it is.
    pub voice: Voice,
    /// How many findings are not told for it.
    pub count: usize,
}

/// Judges findings; returns every `allow` with what it keeps back.
pub(crate) fn judge(
    found: &mut Vec<Diagnostic>,
    document: &[Ruling],
    outside: &Rulings,
) -> Vec<Allowed> {
    let voices = [
        (Voice::Folder, outside.folder.as_slice()),
        (Voice::Document, document),
        (Voice::CommandLine, outside.command_line.as_slice()),
    ];
    let all = voices
        .into_iter()
        .flat_map(|(voice, rulings)| rulings.iter().map(move |ruling| (voice, ruling)));
    let mut wishes: Vec<Allowed> = all
        .map(|(voice, ruling)| Allowed { ruling: ruling.clone(), voice, count: 0 })
        .collect();
    found.retain_mut(|finding| keep(finding, &mut wishes));
    found.extend(document.iter().filter_map(unknown));
    wishes.retain(|wish| wish.ruling.verdict == Verdict::Allow);
    wishes
}

/// Judges one finding; whether it is told.
fn keep(finding: &mut Diagnostic, wishes: &mut [Allowed]) -> bool {
    let by_rule = matches!(finding.code, Code::Rule(_));
    if finding.is_error() && !by_rule {
        return true;
    }
    let close = |wish: &&mut Allowed| wish.ruling.names(finding.code);
    let wishes = wishes.iter_mut().filter(|wish| close(wish) > 0);
    let Some(wish) = wishes.max_by_key(|wish| (wish.voice as usize, close(wish))) else {
        return true;
    };
    match wish.ruling.verdict {
        Verdict::Allow => wish.count += 1 + finding.also.len(),
        Verdict::Warn => finding.severity = Severity::Warning,
        Verdict::Deny => finding.severity = Severity::Error,
    }
    wish.ruling.verdict != Verdict::Allow
}

/// Whether a code, or a group of codes, is there to be judged.
pub fn is_known(name: &str) -> bool {
    let known = |code: &str| {
        let rest = code.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let codes = Code::ALL.iter().map(|code| code.as_str());
    codes.chain(docgen_lint::rules().map(|rule| rule.code)).any(known)
}

/// What is said of a wish about a rule that is not there.
pub fn no_such_rule(name: &str) -> Bilingual {
    Bilingual::new(
        format!("没有名为“{name}”的检查规则"),
        format!("there is no rule named “{name}”"),
    )
}

fn unknown(ruling: &Ruling) -> Option<Diagnostic> {
    let name = &ruling.code;
    let finding = Diagnostic::error(Code::BadValue, name.span, no_such_rule(&name.value));
    (!is_known(&name.value)).then(|| {
        finding.hint(Bilingual::new(
            "docgen rules 列出全部规则；也可以写一组规则的名字，例如 number",
            "docgen rules lists them all; a group has a name too, such as number",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use docgen_model::{Span, Spanned};

    fn ruling(code: &str, verdict: Verdict) -> Ruling {
        let code = Spanned::new(code.to_owned(), Span::default());
        Ruling { code, verdict, reason: None }
    }

    fn finding() -> Diagnostic {
        let message = Bilingual::new("错", "wrong");
        Diagnostic::warning(Code::Rule("text-slip"), Span::default(), message)
    }

    /// The severity that is left; none if the finding is not told.
    fn judged(document: &[Ruling], outside: &Rulings) -> Option<Severity> {
        let mut found = vec![finding()];
        judge(&mut found, document, outside);
        found.first().map(|finding| finding.severity)
    }

    #[test]
    fn the_closer_voice_wins_then_the_closer_name_then_the_later() {
        use Verdict::{Allow, Deny, Warn};
        let none = Rulings::default();
        assert_eq!(judged(&[], &none), Some(Severity::Warning));
        assert_eq!(judged(&[ruling("text", Deny)], &none), Some(Severity::Error));
        let document = [ruling("text-slip", Allow), ruling("text", Deny)];
        assert_eq!(judged(&document, &none), None);
        let document = [ruling("text", Allow), ruling("text", Deny)];
        assert_eq!(judged(&document, &none), Some(Severity::Error));
        let folder = vec![ruling("text-slip", Deny)];
        let outside = Rulings { folder, command_line: vec![] };
        assert_eq!(judged(&[ruling("text", Allow)], &outside), None);
        let command_line = vec![ruling("text", Warn)];
        let outside = Rulings { folder: vec![], command_line };
        assert_eq!(
            judged(&[ruling("text-slip", Allow)], &outside),
            Some(Severity::Warning)
        );
    }

    #[test]
    fn an_error_of_the_program_cannot_be_allowed() {
        let message = Bilingual::new("错", "wrong");
        let error = Diagnostic::error(Code::DocNumber, Span::default(), message);
        let mut found = vec![error.clone()];
        let allowed =
            judge(&mut found, &[ruling("doc", Verdict::Allow)], &Rulings::default());
        assert_eq!(found, [error]);
        assert_eq!(allowed[0].count, 0);
    }
}
