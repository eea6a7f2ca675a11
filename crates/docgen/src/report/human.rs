//! For people: the place, the line itself with a mark under it, a remedy, the clause.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use docgen::few;
use docgen_model::{Bilingual, Diagnostic, Lang, Severity, Span};

use super::place::Lines;
use super::{Finished, Shell};

/// How many findings of one kind are told one by one.
const MOST_OF_A_KIND: usize = 100;

/// The messages about one document; with `quiet`, its errors alone.
pub(crate) fn report(finished: &Finished, shell: &Shell) -> String {
    let renderer = if shell.color { Renderer::styled() } else { Renderer::plain() };
    let lines = Lines::new(&finished.source);
    let mut text = String::new();
    let mut told = finished.diagnostics.clone();
    few::limit(&mut told, MOST_OF_A_KIND);
    for diagnostic in &told {
        if diagnostic.is_error() || !shell.quiet {
            let group = group(diagnostic, finished, &lines, shell.lang);
            text.push_str(&renderer.render(&[group]));
            text.push_str("\n\n");
        }
    }
    text
}

/// How many findings of each severity there are.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts([usize; 3]);

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

impl Counts {
    /// Counts them.
    pub(crate) fn of<'a>(found: impl Iterator<Item = &'a Diagnostic>) -> Self {
        let mut counts = Self::default();
        found.for_each(|diagnostic| counts.add(diagnostic));
        counts
    }

    /// One more.
    pub(crate) fn add(&mut self, diagnostic: &Diagnostic) {
        for (count, severity) in self.0.iter_mut().zip(SEVERITIES) {
            let known = usize::from(diagnostic.severity == severity);
            *count += known * (1 + diagnostic.others);
        }
    }

    /// A sentence; nothing if there is nothing to count.
    pub(crate) fn summary(self, lang: Lang) -> String {
        let counts: Vec<String> = (self.0.into_iter().zip(SEVERITIES))
            .filter(|&(count, _)| count > 0)
            .map(|(count, severity)| (count, level_name(severity, lang)))
            .map(|(count, name)| match lang {
                Lang::Zh => format!("{count} 个{name}"),
                Lang::En if count == 1 => format!("1 {name}"),
                Lang::En => format!("{count} {name}s"),
            })
            .collect();
        let comma = Bilingual::new("，", ", ");
        if counts.is_empty() {
            String::new()
        } else {
            counts.join(comma.get(lang)) + "\n"
        }
    }
}

/// The word for a severity.
pub(crate) fn level_name(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Zh) => "错误",
        (Severity::Warning, Lang::Zh) => "警告",
        (Severity::Note, Lang::Zh) => "说明",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Note, Lang::En) => "note",
    }
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    finished: &'a Finished,
    lines: &Lines<'_>,
    lang: Lang,
) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(level_name(diagnostic.severity, lang));
    let title = level.primary_title(diagnostic.message.get(lang));
    let group = place(title.id(diagnostic.code.as_str()), diagnostic, finished, lines);
    let named = |zh, en| Bilingual::new(zh, en).get(lang).to_owned();
    let mut notes = vec![];
    if let Some(more) = more_places(diagnostic, lang) {
        notes.push(Level::NOTE.no_name().message(more));
    }
    if let Some(hint) = &diagnostic.hint {
        let level = Level::HELP.with_name(named("提示", "hint"));
        notes.push(level.message(hint.get(lang)));
    }
    if let Some(clause) = diagnostic.clause {
        let level = Level::NOTE.with_name(named("依据", "clause"));
        notes.push(level.message(format!("GB/T 9704-2012 {clause}")));
    }
    group.elements(notes)
}

/// The file; and the line itself, unless the finding is about the file as a whole. Only
/// the lines in question are handed on, so that many messages about a long file stay quick.
fn place<'a>(
    title: annotate_snippets::Title<'a>,
    diagnostic: &Diagnostic,
    finished: &'a Finished,
    lines: &Lines<'_>,
) -> Group<'a> {
    if finished.source.is_empty() || diagnostic.span == Span::default() {
        return title.element(Origin::path(finished.file.as_str()));
    }
    let range = lines.clamp(diagnostic.span);
    let (shown, first) = lines.around(&range);
    let mark = range.start - shown.start..range.end - shown.start;
    let snippet = Snippet::source(finished.source.get(shown).unwrap_or_default());
    let mark = AnnotationKind::Primary.span(mark);
    title.element(snippet.path(finished.file.as_str()).line_start(first).annotation(mark))
}

/// A finding with many places shows the first and the number of the others.
fn more_places(diagnostic: &Diagnostic, lang: Lang) -> Option<String> {
    let others = diagnostic.also.iter().filter(|&&also| also != diagnostic.span).count();
    let text = Bilingual::new(
        format!("其余 {others} 处见 docgen check --format json"),
        format!("for the other {others} see docgen check --format json"),
    );
    (others > 0).then(|| text.get(lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use docgen_model::Code;

    fn shell(lang: Lang) -> Shell {
        Shell { lang, quiet: false, color: false }
    }

    fn sample() -> Finished {
        let source = "标题: 甲\n关于某事的说明: 𠮷 坏\n";
        let at = source.find('坏').unwrap() as u32;
        let diagnostic = Diagnostic::error(
            Code::UnknownKey,
            Span::new(at, at + 3),
            Bilingual::new("没有“坏”", "no “坏”"),
        )
        .hint(Bilingual::new("改", "mend"))
        .clause([7, 2, 5, 0]);
        Finished::new("甲.yaml".to_owned(), source.to_owned(), vec![diagnostic])
    }

    /// The mark stands under the character, and the column counts characters.
    #[test]
    fn a_message_points_at_the_character() {
        let expected = "\
错误[yaml-unknown-key]: 没有“坏”
 --> 甲.yaml:2:12
  |
2 | 关于某事的说明: 𠮷 坏
  |                    ^^
  |
  = 提示: 改
  = 依据: GB/T 9704-2012 7.2.5

";
        assert_eq!(report(&sample(), &shell(Lang::Zh)), expected);
        assert!(report(&sample(), &shell(Lang::En)).contains("= hint: mend"));
    }

    #[test]
    fn the_summary_counts() {
        let summary = |all: &[Finished], lang| {
            Counts::of(all.iter().flat_map(|f| &f.diagnostics)).summary(lang)
        };
        let all = [sample(), sample()];
        assert_eq!(summary(&all, Lang::Zh), "2 个错误\n");
        assert_eq!(summary(&all[..1], Lang::En), "1 error\n");
        assert_eq!(summary(&[], Lang::Zh), "");
    }
}
