//! A map read by its field table: every key known, none twice, every value of its shape.
//!
//! What is wrong with a key or a value is told once, here; the readers of the parts then
//! take only what is right.

use docgen_model::{Bilingual, Code, Diagnostic, Span, Spanned, is_slip, nearest};

use super::Context;
use super::shape::{is_absent, keep_shape, word};
use crate::cells;
use crate::report::{both, short};
use crate::scan::{full_width_colon, no_space};
use crate::schema::{BLOCK, Field, Shape, TABLES, Table};
use crate::yaml::{Entry, Node, NodeKind};

/// The values of a map, by canonical key.
pub(crate) struct Fields {
    table: &'static Table,
    /// Where a missing key is told: the key that the map belongs to.
    owner: Span,
    found: Vec<Found>,
    /// Keys that were told as wrong, so that they are not told as missing too.
    muted: Vec<&'static str>,
}

struct Found {
    field: &'static Field,
    value: Value,
}

/// A value and its key's place.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) key: Span,
    pub(crate) node: Node,
}

impl Fields {
    /// Reads the entries of a map by its table.
    pub(crate) fn open(
        entries: Vec<Entry>,
        table: &'static Table,
        owner: Span,
        cx: &mut Context<'_>,
    ) -> Self {
        let mut fields = Self { table, owner, found: vec![], muted: vec![] };
        for entry in entries {
            fields.add(entry, cx);
        }
        fields
    }

    fn add(&mut self, entry: Entry, cx: &mut Context<'_>) {
        let Entry { key, value } = entry;
        let Some(field) = self.table.field(&key.value) else {
            let meant = tell_unknown(&key, self.table, cx);
            self.muted.extend(meant);
            return;
        };
        if let Some(first) = self.key(field.name) {
            cx.push(duplicate(&key, first, field));
            return;
        }
        let node = if !field.built && !matches!(value.kind, NodeKind::Null) {
            let what = format!("“{}”", key.value);
            cx.push(not_built(key.span, [&what, &what]));
            Node { kind: NodeKind::Broken, ..value }
        } else {
            keep_shape(value, field, cx)
        };
        self.found.push(Found { field, value: Value { key: key.span, node } });
    }

    /// The place of a key that was written, whatever its value.
    pub(crate) fn key(&self, name: &str) -> Option<Span> {
        self.written(name).map(|value| value.key)
    }

    /// Whether a key was written with a value.
    pub(crate) fn has_value(&self, name: &str) -> bool {
        self.written(name).is_some_and(|value| !is_absent(&value.node))
    }

    fn written(&self, name: &str) -> Option<&Value> {
        let found = self.found.iter().find(|found| found.field.name == name);
        found.map(|found| &found.value)
    }

    /// Tells which of these keys were written without a value.
    pub(crate) fn tell_empty(&self, names: &[&str], cx: &mut Context<'_>) {
        let asked = self.found.iter().filter(|found| names.contains(&found.field.name));
        for Found { field, value } in asked.filter(|found| is_absent(&found.value.node)) {
            cx.push(no_value(field, value.key));
        }
    }

    /// Whether a key was told as wrong, so that it must not be told as missing.
    pub(crate) fn is_muted(&self, name: &str, cx: &Context<'_>) -> bool {
        self.muted.contains(&name) || cx.muted.contains(&name)
    }

    /// Takes the value of a key; a required one that is missing is told.
    pub(crate) fn take(&mut self, name: &str, cx: &mut Context<'_>) -> Option<Value> {
        let field = self.table.fields.iter().find(|field| field.name == name)?;
        let place = self.found.iter().position(|found| found.field.name == name);
        let Some(value) = place.map(|place| self.found.swap_remove(place).value) else {
            if field.required && !self.is_muted(name, cx) {
                cx.push(missing(self.table, field, self.owner));
            }
            return None;
        };
        match value.node.kind {
            NodeKind::Broken => {
                self.muted.push(field.name);
                None
            }
            _ if is_absent(&value.node) => {
                if field.required {
                    cx.push(no_value(field, value.key));
                }
                None
            }
            _ => Some(value),
        }
    }

    /// The word of a closed set, by its canonical name.
    pub(crate) fn word(
        &mut self,
        name: &str,
        cx: &mut Context<'_>,
    ) -> Option<Spanned<&'static str>> {
        let value = self.take(name, cx)?;
        let field = self.table.field(name)?;
        let word = match field.shape {
            Shape::Word(words) => word(&value.node, words),
            _ => None,
        };
        if word.is_none() {
            self.muted.push(field.name);
        }
        word
    }

    /// Whether a switch is on, and where it was set.
    pub(crate) fn flag(
        &mut self,
        name: &str,
        cx: &mut Context<'_>,
    ) -> Option<Spanned<bool>> {
        let value = self.take(name, cx)?;
        let on = matches!(value.node.written().as_str(), "true" | "是");
        Some(Spanned::new(on, value.node.span))
    }
}

impl Node {
    /// The written characters of a scalar, trimmed.
    pub(crate) fn written(&self) -> String {
        match &self.kind {
            NodeKind::Scalar(written) => cells::string(cells::trim(written)),
            NodeKind::Null | NodeKind::Seq(_) | NodeKind::Map(_) | NodeKind::Broken => {
                String::new()
            }
        }
    }

    /// The items of a list; anything else is a list of itself.
    pub(crate) fn into_items(self) -> Vec<Self> {
        match self.kind {
            NodeKind::Seq(items) => items,
            NodeKind::Null
            | NodeKind::Scalar(_)
            | NodeKind::Map(_)
            | NodeKind::Broken => vec![self],
        }
    }

    /// The maps of a list with their places; what is none was told by its shape.
    pub(crate) fn into_maps(self) -> impl Iterator<Item = (Vec<Entry>, Span)> {
        self.into_items().into_iter().filter_map(|item| match item.kind {
            NodeKind::Map(entries) => Some((entries, item.span)),
            NodeKind::Null
            | NodeKind::Scalar(_)
            | NodeKind::Seq(_)
            | NodeKind::Broken => None,
        })
    }
}

/// Tells a key that the table does not have; the key that is surely meant.
fn tell_unknown(
    key: &Spanned<String>,
    table: &Table,
    cx: &mut Context<'_>,
) -> Option<&'static str> {
    let name = key.value.as_str();
    if let Some((prefix, _)) = name.split_once('：')
        && let Some(field) = table.field(prefix.trim())
    {
        let colon = colon_in(key.span, cx.source);
        cx.push(full_width_colon(colon, prefix.trim()));
        return Some(field.name);
    }
    if let Some((prefix, value)) = name.split_once(':')
        && let Some(field) = table.field(prefix)
    {
        cx.push(no_space(key.span, prefix, value));
        return Some(field.name);
    }
    let [zh, en] = table.name;
    let shown = short(name);
    let message = both(
        format!("“{zh}”里没有“{shown}”这个键"),
        format!("“{en}” has no key “{shown}”"),
    );
    let finding = Diagnostic::error(Code::UnknownKey, key.span, message);
    // A table of one key can mean only that one.
    let only = table.fields.first().filter(|_| table.fields.len() == 1);
    let elsewhere = TABLES.iter().find_map(|other| Some((other, other.field(name)?)));
    if let Some((other, field)) = elsewhere {
        cx.muted.push(field.name);
        cx.push(finding.hint(belongs(name, other, table)));
        return only.map(|field| field.name);
    }
    let (near, slip) = nearest(name, table.keys())
        .map_or((table.name[1], false), |(near, distance)| {
            (near, is_slip(name, distance))
        });
    cx.push(finding.hint(nearest_key(near, table, slip)));
    let meant = table.field(near).filter(|field| slip || field.required);
    meant.or(only).map(|field| field.name)
}

/// Names the table that has the key, and what may stand in this one if that is soon said.
fn belongs(name: &str, other: &Table, table: &Table) -> Bilingual {
    const MOST: usize = 12;
    let [zh, en] = other.name;
    let (mut own_zh, mut own_en) = (String::new(), String::new());
    if table.fields.len() <= MOST {
        let titles: Vec<_> = table.fields.iter().map(Field::title).collect();
        let names: Vec<_> = table.fields.iter().map(|field| field.name).collect();
        own_zh = format!("；“{}”里可以写：{}", table.name[0], titles.join("、"));
        own_en = format!("; “{}” has: {}", table.name[1], names.join(", "));
    }
    both(
        format!("“{name}”要写在“{zh}”里面，请检查缩进和位置{own_zh}"),
        format!("“{name}” belongs in “{en}”; check the indentation{own_en}"),
    )
}

/// Names the nearest key. In a list of texts, a colon and a blank make a key of the words
/// before them: unless it is a slip, the text may be meant.
fn nearest_key(near: &str, table: &Table, slip: bool) -> Bilingual {
    let names = table.field(near).map(|field| [Some(field.name), field.alias]);
    let mut names = names.into_iter().flatten().flatten();
    let other = names.find(|&name| name != near);
    let other = other.map_or(String::new(), |other| format!("（{other}）"));
    let (zh, en) = match std::ptr::eq(table, &BLOCK) && !slip {
        true => (
            "；如果这是正文，就把冒号改成全角“：”，或给整段文字加英文双引号",
            "; quote a text that has a colon and a blank",
        ),
        false => ("", ""),
    };
    both(
        format!("最接近的键是“{near}”{other}{zh}"),
        format!("the nearest key is “{near}”{en}"),
    )
}

/// The place of the first ： in `span` of the source.
fn colon_in(span: Span, source: &str) -> Span {
    let written = source.get(span.start as usize..span.end as usize).unwrap_or_default();
    let Some((before, _)) = written.split_once('：') else { return span };
    let start = span.start + u32::try_from(before.len()).unwrap_or_default();
    Span::new(start, start + 3)
}

fn duplicate(key: &Spanned<String>, first: Span, field: &Field) -> Diagnostic {
    let message = both(
        format!(
            "“{}”写了两次（{} 和 {} 是同一个键）",
            key.value,
            field.name,
            field.title()
        ),
        format!("“{}” is given twice", field.name),
    );
    let mut finding = Diagnostic::error(Code::DuplicateKey, key.span, message);
    finding.also = vec![first];
    finding.hint(both("只保留一处", "keep one of them"))
}

/// The refusal of something that is planned.
pub(crate) fn not_built(at: Span, [zh, en]: [&str; 2]) -> Diagnostic {
    let message = both(
        format!("{zh}还没有实现，本版不能处理"),
        format!("{en} is planned but not built yet"),
    );
    Diagnostic::error(Code::NotBuilt, at, message).hint(both(
        "请先删去这一项，或用别的办法制作这份公文",
        "leave it out for now, or make this document by other means",
    ))
}

fn missing(table: &Table, field: &Field, owner: Span) -> Diagnostic {
    let [zh, en] = table.name;
    let message = both(
        format!("“{zh}”里缺少“{}”（{}）", field.title(), field.name),
        format!("“{en}” lacks “{}”", field.name),
    );
    Diagnostic::error(Code::MissingKey, owner, message).hint(both(
        format!("补上一行：{}: …", field.title()),
        format!("add a line: {}: …", field.name),
    ))
}

/// The refusal of a key without a value.
pub(crate) fn no_value(field: &Field, at: Span) -> Diagnostic {
    let message = both(
        format!("“{}”后面没有内容", field.title()),
        format!("“{}” has no value", field.name),
    );
    Diagnostic::error(Code::NoValue, at, message)
        .hint(both("填上内容", "write the value behind the colon"))
}
