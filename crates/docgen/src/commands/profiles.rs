//! `docgen profiles`: the built-in profiles, or one by name or file, with every deviation, its
//! clause and its reason; with `--keys` all that a profile may set.

use std::process::ExitCode;

use docgen_model::{Bilingual, Clause, Lang};
use docgen_standard::{Deviation, Profile, clauses, keys};

use crate::args::ProfilesArgs;
use crate::profile_choice::profile_named;
use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(args: &ProfilesArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    if args.keys {
        shell.print(&all_keys(shell.lang)?);
        return Ok(ExitCode::SUCCESS);
    }
    let named = |name: &str| profile_named(name, shell);
    let profiles = match &args.profile {
        Some(name) => vec![named(name)?],
        None => Profile::names().map(named).collect::<Result<_, _>>()?,
    };
    let blocks: Vec<String> = profiles.iter().map(|one| block(one, shell.lang)).collect();
    shell.print(&blocks.join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// A sentence in the language of messages.
fn say(lang: Lang, zh: impl Into<String>, en: impl Into<String>) -> String {
    Bilingual::new(zh.into(), en.into()).get(lang).to_owned()
}

fn block(profile: &Profile, lang: Lang) -> String {
    let base = profile.base.as_deref();
    let base = base.map_or(String::new(), |base| {
        say(lang, format!("（以 {base} 为基础）"), format!(" (on {base})"))
    });
    let about = profile
        .about
        .clone()
        .unwrap_or_else(|| say(lang, "GB/T 9704-2012 本身", "GB/T 9704-2012 itself"));
    let mut text = format!("{}{base}\n  {about}\n", profile.name);
    for deviation in &profile.deviations {
        text.push_str(&lines(deviation, lang));
    }
    text
}

fn lines(deviation: &Deviation, lang: Lang) -> String {
    let (reason, clause) = (&deviation.reason, standing(deviation.clause));
    let force = deviation.force.name(lang);
    let reason = say(lang, format!("理由：{reason}"), format!("reason: {reason}"));
    let by = deviation.by.as_ref();
    let by = by.map_or(String::new(), |by| {
        say(lang, format!("      依据：{by}\n"), format!("      by: {by}\n"))
    });
    format!("  {deviation}\n      {clause}（{force}）\n      {reason}\n{by}")
}

/// A clause with its title.
fn standing(clause: Clause) -> String {
    let title = clauses().find(|(known, _)| *known == clause).map(|(_, title)| title);
    format!("{clause} {}", title.unwrap_or_default())
}

fn all_keys(lang: Lang) -> Result<String, Bilingual> {
    let keys = keys().map_err(|error| {
        let why = error.to_string();
        Bilingual::new(format!("版式数据有误：{why}"), why)
    })?;
    let line = |key: &docgen_standard::Key| {
        let (value, force) = (key.value.as_deref().unwrap_or("–"), key.force.name(lang));
        let clause = standing(key.clause);
        format!("{}  {value}  [{}]  {clause}（{force}）\n", key.path, key.allowed)
    };
    Ok(keys.iter().map(line).collect())
}
