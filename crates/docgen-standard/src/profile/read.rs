//! A file of deviations, held against its base: every key known, every value of its kind and in
//! its range, every deviation with its reason.

use docgen_model::{Bilingual, Clause, Code, Diagnostic, Setting, SettingKind, Span};
use docgen_model::{Spanned, is_slip, nearest};
use toml::{Table, Value};

use super::deviation::{Deviation, Force};
use super::kind::Kind;

/// Keys that stand beside values and are none.
const BESIDE: [&str; 3] = ["reason", "by", "clause"];

/// Tables of the data that no profile sets.
const FIXED: [&str; 3] = ["name", "sizes", "limits"];

/// The values of the base, and what is found on the way through a file.
pub(super) struct Reader {
    pub(super) profile: String,
    pub(super) table: Table,
    pub(super) deviations: Vec<Deviation>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What stands beside the values of a table, and so counts for all of them.
#[derive(Debug, Default, Clone)]
struct Beside {
    reason: Option<String>,
    by: Option<String>,
    clause: Option<Clause>,
}

impl Reader {
    /// Reads the tables of a file; `skipped` are the keys of its head.
    pub(super) fn file(&mut self, file: &Setting, skipped: &[&str]) {
        let tables = file.entries().iter();
        for (key, value) in
            tables.filter(|(key, _)| !skipped.contains(&key.value.as_str()))
        {
            self.entry(&[], key, value, &Beside::default());
        }
    }

    fn entry(
        &mut self,
        above: &[&str],
        key: &Spanned<String>,
        value: &Setting,
        beside: &Beside,
    ) {
        let path: Vec<&str> = above.iter().copied().chain([key.value.as_str()]).collect();
        if let Some(kind) = Kind::at(&path, &self.table) {
            return self.leaf(&path, key.span, value, &kind, beside);
        }
        let known = lookup(&self.table, &path).filter(|_| !FIXED.contains(&path[0]));
        match (known, &value.kind) {
            (Some(Value::Table(_)), SettingKind::Map(entries)) => {
                let beside = self.beside(value, beside);
                let values = entries.iter();
                for (key, value) in values.filter(|(key, _)| !is_beside(key)) {
                    self.entry(&path, key, value, &beside);
                }
            }
            (Some(Value::Table(_)), _) => self.tell(
                Code::ProfileValue,
                value.span,
                (
                    format!("“{}”是一组值，要写成表", key.value),
                    format!("“{}” is a table of values", key.value),
                ),
            ),
            (Some(_) | None, _) => self.unknown(above, key),
        }
    }

    /// A value, alone or in a table with its reason.
    fn leaf(
        &mut self,
        path: &[&str],
        key: Span,
        value: &Setting,
        kind: &Kind,
        beside: &Beside,
    ) {
        let beside = self.beside(value, beside);
        let others = value.entries().iter().map(|(key, _)| key);
        for other in others.filter(|key| key.value != "value" && !is_beside(key)) {
            self.unknown(path, other);
        }
        let given = match &value.kind {
            SettingKind::Map(_) => value.get("value"),
            SettingKind::Text(_) | SettingKind::Other => Some(value),
        };
        let Some(given) = given else {
            let name = path.join(".");
            let message =
                (format!("“{name}”缺少 value"), format!("“{name}” has no value"));
            return self.tell(Code::ProfileValue, key, message);
        };
        match kind.read(given.text().unwrap_or_default()) {
            Ok(new) => self.deviate(path, Spanned::new(new, key), beside),
            Err(refusal) => {
                let finding =
                    Diagnostic::error(refusal.code, given.span, refusal.message);
                self.diagnostics.push(finding);
            }
        }
    }

    /// Sets a value, which must have its reason.
    fn deviate(&mut self, path: &[&str], new: Spanned<Value>, beside: Beside) {
        let name = path.join(".");
        let old = current(&self.table, path).map(words);
        let to = words(&new.value);
        if old.as_ref() == Some(&to) {
            let message = Bilingual::new(
                format!("“{name}”本来就是 {to}，不是偏离，可以删去"),
                format!("“{name}” is {to} anyway and no deviation"),
            );
            let finding = Diagnostic::warning(Code::ProfileSame, new.span, message);
            return self.diagnostics.push(finding);
        }
        let Some(reason) = beside.reason.filter(|reason| !reason.trim().is_empty())
        else {
            let message = (
                format!("“{name}”没有写理由（reason）"),
                format!("“{name}” has no reason"),
            );
            return self.tell(Code::ProfileReason, new.span, message);
        };
        let (clause, force) = standing(&self.table, path);
        self.deviations.push(Deviation {
            profile: self.profile.clone(),
            key: name,
            from: old,
            to,
            reason,
            by: beside.by,
            clause: beside.clause.unwrap_or(clause),
            force,
            span: new.span,
        });
        set(&mut self.table, path, new.value);
    }

    /// What stands beside the values of a table, else what stood there before.
    fn beside(&mut self, table: &Setting, above: &Beside) -> Beside {
        let mut found = above.clone();
        let text = |key| table.get(key).and_then(Setting::text).map(str::to_owned);
        found.reason = text("reason").or(found.reason);
        found.by = text("by").or(found.by);
        let Some(clause) = table.get("clause") else { return found };
        let number = clause.text().and_then(|text| text.parse().ok());
        if !crate::clauses().any(|(known, _)| Some(known) == number) {
            let message = (
                "clause 不是 GB/T 9704-2012 的条号，例如 5.2.1".to_owned(),
                "clause is no number of GB/T 9704-2012 such as 5.2.1".to_owned(),
            );
            self.tell(Code::ProfileValue, clause.span, message);
        }
        found.clause = number.or(found.clause);
        found
    }

    fn unknown(&mut self, above: &[&str], key: &Spanned<String>) {
        let (name, table) = (&key.value, above.join("."));
        let place = if table.is_empty() { "版式文件" } else { &table };
        let message = Bilingual::new(
            format!("“{place}”里没有“{name}”这个键"),
            format!("“{place}” has no key “{name}”"),
        );
        let mut finding = Diagnostic::error(Code::ProfileKey, key.span, message);
        let known = settable(&self.table, above);
        let near = nearest(name, known.iter().map(String::as_str));
        if let Some((near, distance)) = near
            && is_slip(name, distance)
        {
            finding = finding.hint(Bilingual::new(
                format!("最接近的键是“{near}”"),
                format!("the nearest key is “{near}”"),
            ));
        } else {
            finding = finding.hint(Bilingual::new(
                "docgen profiles --keys 列出全部可以写的键",
                "docgen profiles --keys lists all keys",
            ));
        }
        self.diagnostics.push(finding);
    }

    pub(super) fn tell(&mut self, code: Code, span: Span, (zh, en): (String, String)) {
        let finding = Diagnostic::error(code, span, Bilingual::new(zh, en));
        self.diagnostics.push(finding);
    }
}

fn is_beside(key: &Spanned<String>) -> bool {
    BESIDE.contains(&key.value.as_str())
}

/// What may be written in the table at a path.
pub(super) fn settable(root: &Table, above: &[&str]) -> Vec<String> {
    let table = match above {
        [] => Some(root),
        _ => lookup(root, above).and_then(Value::as_table),
    };
    let style: &[&str] = match above {
        ["roles", _] => &["rest_font", "color", "align", "first", "outline"],
        ["formats", _, _] => &["after_title"],
        _ => &[],
    };
    let written = table.into_iter().flat_map(Table::keys).map(String::as_str);
    let mut keys: Vec<String> =
        written.chain(style.iter().copied()).map(str::to_owned).collect();
    keys.retain(|key| {
        let path: Vec<&str> = above.iter().copied().chain([key.as_str()]).collect();
        let group = lookup(root, &path).is_some_and(|value| value.is_table());
        !FIXED.contains(&path[0]) && (group || Kind::at(&path, root).is_some())
    });
    keys.sort_unstable();
    keys.dedup();
    keys
}

pub(super) fn lookup<'t>(root: &'t Table, path: &[&str]) -> Option<&'t Value> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(root.get(*first)?, |value, key| value.as_table()?.get(*key))
}

/// The value at a path, out of its leaf.
pub(super) fn current<'t>(root: &'t Table, path: &[&str]) -> Option<&'t Value> {
    let found = lookup(root, path)?;
    found.as_table().map_or(Some(found), |leaf| leaf.get("value"))
}

/// The clause of a value and how strongly it asks. Of a role, the clause's word is about faces
/// and sizes; the name of its style and its level in the outline are nobody's.
pub(super) fn standing(root: &Table, path: &[&str]) -> (Clause, Force) {
    let (key, above) = path.split_last().unwrap_or((&"", path));
    let leaf = lookup(root, path).and_then(Value::as_table);
    let table = leaf.or_else(|| lookup(root, above).and_then(Value::as_table));
    let text = |key: &str| table.and_then(|table| table.get(key)?.as_str());
    let clause = text("clause").and_then(|text| text.parse().ok());
    let (word, by) = (text("word"), text("by"));
    let force = match (above, *key) {
        (["roles", _], "name" | "outline") => Force::Silent,
        (["roles", _], "font" | "rest_font" | "size") => Force::of(word, by),
        (["roles", _], _) => Force::of(None, by),
        _ => Force::of(word, by),
    };
    (clause.unwrap_or(Clause::new([5, 1, 0, 0])), force)
}

fn set(root: &mut Table, path: &[&str], new: Value) {
    let Some((key, above)) = path.split_last() else { return };
    let mut table = root;
    for key in above {
        let Some(Value::Table(next)) = table.get_mut(*key) else { return };
        table = next;
    }
    match table.get_mut(*key) {
        Some(Value::Table(leaf)) => leaf.insert("value".to_owned(), new),
        Some(_) | None => table.insert((*key).to_owned(), new),
    };
}

/// A value as it is written in a message.
pub(super) fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
