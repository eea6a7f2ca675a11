//! `docgen rules`: the rules of `docgen check`, group by group; `docgen explain CODE`: the page
//! of one.

use std::process::ExitCode;

use docgen_lint::{Group, Rule};
use docgen_model::{Bilingual, Lang, Severity};

use crate::report::Shell;

/// Lists all rules.
pub(crate) fn list(shell: &Shell) -> ExitCode {
    let column = |rule: &Rule| rule.code.len();
    let width = docgen_lint::rules().map(column).max().unwrap_or_default();
    for group in Group::ALL {
        let [zh, en] = group.name();
        shell.print(&format!("{}\n", pick(shell.lang, zh, en)));
        for rule in docgen_lint::rules().filter(|rule| rule.group() == Some(group)) {
            let severity = severity(rule.severity, shell.lang);
            let title = pick(shell.lang, rule.title[0], rule.title[1]);
            shell.print(&format!("  {:width$}  {severity}  {title}\n", rule.code));
        }
    }
    ExitCode::SUCCESS
}

/// Prints the page of one rule.
pub(crate) fn explain(code: &str, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let rule = docgen_lint::rule(code).ok_or_else(|| {
        Bilingual::new(
            format!("没有名为“{code}”的检查规则；docgen rules 列出全部规则"),
            format!("there is no rule named “{code}”; docgen rules lists them all"),
        )
    })?;
    shell.print(&rule.to_string());
    Ok(ExitCode::SUCCESS)
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => pick(lang, "错误", "error  "),
        Severity::Warning => pick(lang, "警告", "warning"),
        Severity::Note => pick(lang, "提示", "note   "),
    }
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
