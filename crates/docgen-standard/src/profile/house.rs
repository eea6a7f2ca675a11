//! A profile from a file of deviations: its head, its values, what follows from them; and the
//! list of everything that a file may set.

use docgen_model::{Bilingual, Clause, Code, Diagnostic, Setting, Span};
use toml::{Table, Value};

use super::agree::{conflicts, follow};
use super::deviation::Force;
use super::kind::Kind;
use super::read::{Reader, current, lookup, settable, standing, words};
use super::{Profile, ProfileError, STANDARD, settings_of_toml};
use crate::data;
use crate::flow::{FORMATS, FlowSpec};
use docgen_model::Format;

/// The keys of a file's head.
const HEAD: [&str; 3] = ["name", "base", "about"];

/// The names of the flows in the data become the flows themselves.
pub(super) fn flows(formats: Value) -> Result<Vec<FlowSpec>, toml::de::Error> {
    let flow = |name: &&str| {
        let flow = formats.get(name).cloned().unwrap_or(Value::Table(Table::new()));
        flow.try_into()
    };
    FORMATS.iter().map(flow).collect()
}

/// A built-in profile.
pub(super) fn built_in(file: &str) -> Result<Profile, ProfileError> {
    let told = |found: &[Diagnostic]| {
        let said = found.iter().map(|found| found.message.en.clone()).collect::<Vec<_>>();
        ProfileError::Invalid(said.join("; "))
    };
    let settings = settings_of_toml(file).map_err(|found| told(&found))?;
    match read(&settings) {
        (Some(profile), found) if found.is_empty() => Ok(profile),
        (_, found) => Err(told(&found)),
    }
}

/// A profile from a file; none if anything in it is wrong.
pub(super) fn read(file: &Setting) -> (Option<Profile>, Vec<Diagnostic>) {
    let mut found = vec![];
    let Some(name) = name(file, &mut found) else { return (None, found) };
    let base = match base(file) {
        Ok(base) => base,
        Err(diagnostic) => {
            found.push(*diagnostic);
            return (None, found);
        }
    };
    let table = match table_of(&base) {
        Ok(table) => table,
        Err(error) => {
            found.push(internal(&error));
            return (None, found);
        }
    };
    let mut reader =
        Reader { profile: name.clone(), table, deviations: vec![], diagnostics: found };
    reader.file(file, &HEAD);
    let Reader { table, deviations, diagnostics: mut found, .. } = reader;
    if found.iter().any(Diagnostic::is_error) {
        return (None, found);
    }
    let mut profile = match Profile::of_table(table) {
        Ok(profile) => profile,
        Err(error) => {
            found.push(internal(&error));
            return (None, found);
        }
    };
    follow(&mut profile, &base, &deviations);
    found.extend(conflicts(&profile, &deviations));
    profile.name = name;
    profile.about = file.get("about").and_then(Setting::text).map(str::to_owned);
    profile.deviations = base.deviations.into_iter().chain(deviations).collect();
    profile.base = Some(base.name);
    let sound = !found.iter().any(Diagnostic::is_error);
    (sound.then_some(profile), found)
}

fn name(file: &Setting, found: &mut Vec<Diagnostic>) -> Option<String> {
    let given = file.get("name");
    let name = given.and_then(Setting::text).filter(|name| !name.trim().is_empty());
    if name.is_none() {
        let place = given.map_or(file.span.before(), |given| given.span);
        let message =
            Bilingual::new("版式文件没有写名称（name）", "the profile has no name");
        found.push(Diagnostic::error(Code::ProfileReason, place, message).hint(
            Bilingual::new(
                "在第一行写：name = \"某某办公室\"",
                "write in the first line: name = \"…\"",
            ),
        ));
    }
    name.map(str::to_owned)
}

/// The profile that a file departs from.
fn base(file: &Setting) -> Result<Profile, Box<Diagnostic>> {
    let Some(given) = file.get("base") else { return Ok(Profile::gbt9704().clone()) };
    let name = given.text().unwrap_or_default();
    Profile::named(name).map_err(|_| {
        let known = Profile::known();
        let message = Bilingual::new(
            format!("没有名为“{name}”的版式可作基础"),
            format!("there is no profile named “{name}” to depart from"),
        );
        let hint = Bilingual::new(
            format!("可用的版式：{known}"),
            format!("known profiles: {known}"),
        );
        Box::new(Diagnostic::error(Code::ProfileValue, given.span, message).hint(hint))
    })
}

/// The data of a built-in profile, the flows of the formats among them.
pub(super) fn table_of(profile: &Profile) -> Result<Table, ProfileError> {
    let invalid = |why: serde_json::Error| ProfileError::Invalid(why.to_string());
    let mut table = STANDARD.clone()?;
    let mut formats = Table::new();
    for (name, format) in FORMATS.into_iter().zip(Format::ALL) {
        let flow: Table = serde_json::from_str(data::flow(format)).map_err(invalid)?;
        formats.insert(name.to_owned(), Value::Table(flow));
    }
    table.insert("formats".to_owned(), Value::Table(formats));
    let mut reader = Reader {
        profile: profile.name.clone(),
        table,
        deviations: vec![],
        diagnostics: vec![],
    };
    let file = data::PROFILES.iter().find(|(name, _)| *name == profile.name);
    if let Some((_, file)) = file
        && let Ok(settings) = settings_of_toml(file)
    {
        reader.file(&settings, &HEAD);
    }
    Ok(reader.table)
}

fn internal(error: &ProfileError) -> Diagnostic {
    let why = error.to_string();
    let message = Bilingual::new(format!("程序的版式数据有误：{why}"), why);
    Diagnostic::error(Code::Internal, Span::default(), message)
}

/// A value that a profile may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its path: `page.top`.
    pub path: String,
    /// What it is in the standard; nothing if it is not set there.
    pub value: Option<String>,
    /// What it may be.
    pub allowed: String,
    /// The clause that it is about.
    pub clause: Clause,
    /// How strongly that clause asks.
    pub force: Force,
}

/// Everything that a profile may set, table by table.
///
/// # Errors
/// Never: a test reads the same constant data.
pub fn keys() -> Result<Vec<Key>, ProfileError> {
    let table = table_of(Profile::gbt9704())?;
    let mut found = vec![];
    collect(&table, &[], &mut found);
    Ok(found)
}

fn collect(root: &Table, above: &[&str], found: &mut Vec<Key>) {
    for key in settable(root, above) {
        let path: Vec<&str> = above.iter().copied().chain([key.as_str()]).collect();
        let Some(kind) = Kind::at(&path, root) else {
            if lookup(root, &path).is_some() {
                collect(root, &path, found);
            }
            continue;
        };
        let (clause, force) = standing(root, &path);
        let value = current(root, &path).map(words);
        found.push(Key {
            path: path.join("."),
            value,
            allowed: kind.to_string(),
            clause,
            force,
        });
    }
}
