//! Wishes about findings from outside a document: `docgen.toml` beside it, and `--allow`,
//! `--warn`, `--deny`.
//!
//! ```toml
//! [lint]
//! allow = [{ code = "text-slip", reason = "引文照录" }]
//! deny = ["number"]
//! warn = ["text-range-mark"]
//! ```

use std::io;
use std::path::Path;

use docgen::world::{read_at_most, reason};
use docgen::{is_known, no_such_rule};
use docgen_model::{Bilingual, Code, Diagnostic, Ruling, Span, Spanned, Text, Verdict};
use serde::Deserialize;

use crate::args::Wishes;

/// The name of the file.
pub(crate) const FILE: &str = "docgen.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    lint: Lint,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lint {
    #[serde(default)]
    allow: Vec<Allow>,
    #[serde(default)]
    warn: Vec<String>,
    #[serde(default)]
    deny: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Allow {
    code: String,
    reason: String,
}

/// The wishes of the command line.
pub(crate) fn of_command_line(wishes: &Wishes) -> Result<Vec<Ruling>, Bilingual> {
    let all = [
        (&wishes.allow, Verdict::Allow),
        (&wishes.warn, Verdict::Warn),
        (&wishes.deny, Verdict::Deny),
    ];
    let all = all.into_iter().flat_map(|(codes, verdict)| {
        codes.iter().map(move |code| ruling(code, verdict, None))
    });
    all.collect()
}

/// The wishes of the `docgen.toml` in a folder; none if there is no such file.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<Ruling>, Box<Diagnostic>> {
    let path = folder.join(FILE);
    let file = match std::fs::File::open(&path).and_then(read_at_most) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(unusable(&path, reason(&error))),
    };
    let text = String::from_utf8_lossy(&file);
    let settings: Settings =
        toml::from_str(&text).map_err(|error| unusable(&path, why(&error, &text)))?;
    settings.lint.rulings().map_err(|why| {
        let Bilingual { zh, en } = why;
        unusable(&path, (zh.into_owned(), en.into_owned()))
    })
}

/// What is wrong with the file, and in which line.
fn why(error: &toml::de::Error, text: &str) -> (String, String) {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map_or(1, |before| before.matches('\n').count() + 1);
    let what = error.message();
    (format!("第 {line} 行：{what}"), format!("line {line}: {what}"))
}

impl Lint {
    fn rulings(self) -> Result<Vec<Ruling>, Bilingual> {
        let allow = self.allow.into_iter();
        let allow = allow.map(|a| ruling(&a.code, Verdict::Allow, Some(&a.reason)));
        let warn = self.warn.iter().map(|code| ruling(code, Verdict::Warn, None));
        let deny = self.deny.iter().map(|code| ruling(code, Verdict::Deny, None));
        allow.chain(warn).chain(deny).collect()
    }
}

fn ruling(
    code: &str,
    verdict: Verdict,
    reason: Option<&str>,
) -> Result<Ruling, Bilingual> {
    if !is_known(code) {
        return Err(no_such_rule(code));
    }
    let reason = reason.map(|reason| Text::new(reason, Span::default()));
    Ok(Ruling { code: Spanned::new(code.to_owned(), Span::default()), verdict, reason })
}

fn unusable(path: &Path, (zh, en): (String, String)) -> Box<Diagnostic> {
    let path = path.display();
    let message = Bilingual::new(
        format!("不能使用 {path}：{}", zh.trim_end()),
        format!("cannot use {path}: {}", en.trim_end()),
    );
    let hint = Bilingual::new(
        "照这样写：[lint] 下面 allow = [{code = \"text-slip\", reason = \"…\"}]，deny、warn 是规则的列表",
        "below [lint] write allow = [{code = …, reason = …}]; deny and warn list rules",
    );
    Box::new(Diagnostic::error(Code::Settings, Span::default(), message).hint(hint))
}
