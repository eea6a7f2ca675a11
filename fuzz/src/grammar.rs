//! Documents that the schema accepts, or nearly: sound ones of every format
//! (`tests/data/every-key.json`) in which some values are replaced by others that the fuzzer
//! builds by walking the JSON Schema. So a new key of the format is fuzzed the day it is
//! there. They are written as JSON, which is YAML.

use std::sync::LazyLock;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(&docgen_parser::schema()).expect("the schema is JSON")
});

static SOUND: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let text = include_str!("../../tests/data/every-key.json");
    serde_json::from_str(text).expect("the documents are JSON")
});

/// How deep maps may stand in each other.
const DEPTH: usize = 6;

/// Words that have a meaning somewhere, or that break lines in their own way.
const WORDS: &[&str] = &[
    "某某县人民政府",
    "关于",
    "2021年度",
    "情况的报告",
    "，",
    "。",
    "、",
    "；",
    "：",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "‘",
    "’",
    "〔2022〕5号",
    "第12号",
    "——",
    "……",
    "—",
    "～",
    "·",
    "％",
    "12,345.6",
    "℃",
    "COVID-19",
    "a very long Latin phrase",
    "https://example.com/a/b?c=d",
    " ",
    "\u{3000}",
    "\n",
    "一、",
    "（一）",
    "1. ",
    "（1）",
    "第一章　",
    "第一条　",
    "**",
    "\\",
    "①",
    "㎡",
    "𠮷",
    "䶮",
    "é",
    "e\u{301}",
    "ᠬᠣᠰᠢᠭᠤᠨ",
    "★",
    "[",
    "]",
    "<",
    "&",
    "\"",
    "'",
    "#",
    ": ",
    "国国国国国国国国国国国国国国国国国国国国国国国国国国国国国国",
    "138****5678",
    "null",
    "true",
];

/// Values that a key asks for by its meaning.
const BY_KEY: &[(&str, &[&str])] = &[
    ("date", &["2022-01-18", "2022年1月8日", "2022-02-30"]),
    ("print_date", &["2022-01-20", "1999-12-31"]),
    ("number", &["某政发〔2022〕5号", "第12号", "第5期", "〔2026〕3"]),
    ("copy_number", &["000001", "000001-000003"]),
    ("secrecy", &["秘密", "机密", "绝密"]),
    ("secrecy_period", &["1年", "10年", "长期"]),
    ("profile", &["gbt9704-2012", "input/profile.toml"]),
    (
        "file",
        &[
            "input/figures/plan.png",
            "input/figures/quarters.svg",
            "tests/data/body.txt",
            "none.png",
            "../x",
        ],
    ),
    ("image", &["input/figures/sample-seal.png", "input/figures/quarters.svg"]),
    ("csv", &["tests/data/data.csv", "tests/data/body.txt"]),
    ("width", &["20mm", "30%", "100%", "1%", "300mm", "3字"]),
    ("diameter", &["45mm", "30mm", "4mm"]),
    ("bleed", &["3mm", "0mm"]),
    ("mark_mongolian", &["ᠬᠣᠰᠢᠭᠤᠨ", "ᠠ ᠠ"]),
    ("code", &["form-weekday", "layout-overfull", "parse-error"]),
];

/// A document as its author writes it.
#[derive(Debug)]
pub struct Written(pub String);

impl<'a> Arbitrary<'a> for Written {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut document = u.choose(&SOUND)?.clone();
        for _ in 0..u.int_in_range(0..=4)? {
            replace(&mut document, &SCHEMA, u, DEPTH)?;
        }
        Ok(Self(serde_json::to_string_pretty(&document).unwrap_or_default()))
    }
}

/// Replaces, adds or removes one value, here or further in.
fn replace(
    value: &mut Value,
    schema: &Value,
    u: &mut Unstructured<'_>,
    depth: usize,
) -> Result<()> {
    let schema = followed(schema);
    match value {
        Value::Object(map) if depth > 0 => {
            let Some(properties) = object_of(schema).and_then(properties) else {
                return Ok(());
            };
            let (key, inner) = choose(properties, u)?;
            if let Some(known) = map.get_mut(key) {
                return match u.int_in_range(0..=9)? {
                    0 => Ok(drop(map.shift_remove(key))),
                    1..=6 => replace(known, inner, u, depth - 1),
                    _ => Ok(*known = any(key, inner, u, depth - 1)?),
                };
            }
            map.insert(key.clone(), any(key, inner, u, depth - 1)?);
        }
        Value::Array(items) if !items.is_empty() && depth > 0 => {
            let at = u.choose_index(items.len())?;
            let inner = array_of(schema).map_or(&Value::Null, |array| &array["items"]);
            match u.int_in_range(0..=5)? {
                0 => drop(items.remove(at)),
                1 => items.insert(at, items[at].clone()),
                2 => items.insert(at, any("", inner, u, depth - 1)?),
                _ => replace(&mut items[at], inner, u, depth - 1)?,
            }
        }
        Value::String(text) => {
            let more = words("", u)?;
            let at = u.int_in_range(0..=text.chars().count())?;
            let at = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
            text.insert_str(at, &more);
        }
        other => *other = any("", schema, u, depth)?,
    }
    Ok(())
}

/// A value that the schema accepts.
fn any(
    key: &str,
    schema: &Value,
    u: &mut Unstructured<'_>,
    depth: usize,
) -> Result<Value> {
    let schema = followed(schema);
    if let Some(forms) = schema["anyOf"].as_array().filter(|forms| !forms.is_empty()) {
        return any(key, &forms[u.choose_index(forms.len())?], u, depth);
    }
    if let Some(values) = schema["enum"].as_array().filter(|values| !values.is_empty()) {
        return Ok(values[u.choose_index(values.len())?].clone());
    }
    match schema["type"].as_str() {
        Some("object") if depth > 0 => object(schema, u, depth - 1),
        Some("array") => {
            let count = u.int_in_range(0..=if depth > 0 { 6 } else { 0 })?;
            let items = (0..count).map(|_| any(key, &schema["items"], u, depth - 1));
            items.collect::<Result<Vec<_>>>().map(Value::Array)
        }
        Some("integer") => Ok(match u.int_in_range(0..=9)? {
            0 => u.arbitrary::<i64>()?.into(),
            _ => u.int_in_range(0..=60_i64)?.into(),
        }),
        Some("boolean") => Ok(u.arbitrary::<bool>()?.into()),
        Some("null") => Ok(Value::Null),
        _ => words(key, u).map(Value::String),
    }
}

fn object(schema: &Value, u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let mut map = Map::new();
    if let Some(properties) = properties(schema) {
        for _ in 0..u.int_in_range(1..=4)? {
            let (key, inner) = choose(properties, u)?;
            map.insert(key.clone(), any(key, inner, u, depth)?);
        }
    }
    Ok(Value::Object(map))
}

/// Some words, or what the key asks for.
fn words(key: &str, u: &mut Unstructured<'_>) -> Result<String> {
    let fitting = BY_KEY.iter().find(|(known, _)| *known == key);
    if let Some((_, values)) = fitting
        && u.ratio(4, 5)?
    {
        return Ok((*u.choose(values)?).to_owned());
    }
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        match u.int_in_range(0..=15)? {
            0 => text.push(u.arbitrary()?),
            1 => text.push_str(&u.choose(WORDS)?.repeat(u.int_in_range(1..=40)?)),
            _ => text.push_str(u.choose(WORDS)?),
        }
    }
    Ok(text)
}

/// A property of a map, by an English or a Chinese key.
fn choose<'s>(
    properties: &'s Map<String, Value>,
    u: &mut Unstructured<'_>,
) -> Result<(&'s String, &'s Value)> {
    let at = u.choose_index(properties.len())?;
    properties.iter().nth(at).ok_or(arbitrary::Error::NotEnoughData)
}

fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema["properties"].as_object()
}

/// The form of a schema that is a map.
fn object_of(schema: &Value) -> Option<&Value> {
    form(schema, "object")
}

/// The form of a schema that is a list.
fn array_of(schema: &Value) -> Option<&Value> {
    form(schema, "array")
}

fn form<'s>(schema: &'s Value, kind: &str) -> Option<&'s Value> {
    let schema = followed(schema);
    if schema["type"] == kind {
        return Some(schema);
    }
    schema["anyOf"].as_array()?.iter().find_map(|inner| form(inner, kind))
}

/// The schema behind a reference.
fn followed(schema: &Value) -> &Value {
    let name = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
    name.map_or(schema, |name| &SCHEMA["$defs"][name])
}
