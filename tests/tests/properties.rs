//! The properties of `docgen_tests::properties` hold of the samples, the suite and what
//! fuzzing found; each of them can fail; and the language and order of keys say nothing.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::collections::BTreeSet;

use docgen::world::Folder;
use docgen::{Made, Target, export};
use docgen_frame::{Item, ItemKind, Owner};
use docgen_model::{Abs, Code};
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, properties, repository, yaml_files};
use serde_json::{Map, Value};

/// Damages the items of a page.
type Spoil = fn(&mut Vec<Item>);

/// Both outputs; none where the author is told why not.
fn outputs(made: &Made) -> [Option<Vec<u8>>; 2] {
    [Target::Pdf(PdfStandard::default()), Target::Docx].map(|target| {
        export(made, target)
            .map_err(|refused| assert_ne!(refused.code, Code::Internal))
            .ok()
    })
}

fn holds(text: &str, folder: &Folder) -> Result<(), String> {
    let compiled = compile_text(text, folder);
    assert!(compiled.diagnostics.iter().all(|found| found.code != Code::Internal));
    properties::places(&compiled)?;
    for made in compiled.made.iter().flat_map(Made::all) {
        properties::pages(made)?;
        let [pdf, docx] = outputs(made);
        pdf.map_or(Ok(()), |pdf| properties::pdf(made, &pdf))?;
        docx.map_or(Ok(()), |docx| properties::docx(made, &docx))?;
    }
    Ok(())
}

#[test]
fn every_property_holds_of_every_sample() {
    let paths = ["input", "tests/suite", "tests/data/found"].map(yaml_files).concat();
    let wrong: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let text = std::fs::read(path).unwrap();
            let text = String::from_utf8_lossy(&text);
            let why = holds(&text, &Folder::of(path)).err()?;
            Some(format!("{}: {why}", path.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line that is moved, lost, out of its row or begun by a mark is found.
#[test]
fn the_properties_can_fail() {
    let body = "国".repeat(27) + "，" + &"国".repeat(60);
    let text = format!("title: 某某报告\nbody: {body}\n");
    let made = || compile_text(&text, &Folder::current()).made.unwrap();
    let sound = made();
    let pdf = outputs(&sound)[0].clone().unwrap();
    assert_eq!(properties::pages(&sound), Ok(()));
    let spoils: [(&str, Spoil); 4] = [
        ("not on a page", |items| drop(items.remove(1))),
        ("rows", |items| line(&mut items[1]).row = Some(99)),
        ("off", |items| {
            let advance = &mut line(&mut items[2]).runs[0].glyphs[3].advance;
            *advance = (Abs::from(*advance) + Abs::mm100(1)).into();
        }),
        ("before", |items| line(&mut items[2]).runs[0].text.insert(0, '，')),
    ];
    for (what, spoil) in spoils {
        let mut spoilt = made();
        spoil(&mut spoilt.pages.pages[0].items);
        let found = properties::pages(&spoilt).unwrap_err();
        assert!(found.contains(what), "{what}: {found}");
        if what == "before" {
            assert!(properties::pdf(&spoilt, &pdf).unwrap_err().contains("page 1"));
        }
    }
}

/// A copy that is not the first is looked at too.
#[test]
fn a_wrong_number_of_a_further_copy_is_found() {
    let path = repository().join("tests/suite/copies.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut made = compile_text(&text, &Folder::of(&path)).made.unwrap();
    let [pdf, _] = outputs(&made).map(Option::unwrap);
    assert_eq!(properties::pdf(&made, &pdf), Ok(()));
    let copies = made.pages.copies.as_mut().unwrap();
    copies.lines.last_mut().unwrap().runs[0].text.insert(0, '，');
    let pages = made.pages.pages.len() * (made.pages.times() - 1);
    let told = format!("page {}:", pages + 1);
    assert!(properties::pdf(&made, &pdf).unwrap_err().starts_with(&told));
}

fn line(item: &mut Item) -> &mut docgen_frame::Line {
    assert!(matches!(item.owner, Owner::Node(_)));
    match &mut item.kind {
        ItemKind::Line(line) => line,
        other => panic!("{other:?}"),
    }
}

/// The documents of `every-key.json` and the schema.
fn every_key() -> (Vec<Value>, Value) {
    let text = repository().join("tests/data/every-key.json");
    let documents = std::fs::read_to_string(text).unwrap();
    let schema = docgen_parser::schema();
    (serde_json::from_str(&documents).unwrap(), serde_json::from_str(&schema).unwrap())
}

/// Nothing but the embedded source differs when all keys are Chinese and stand the other way
/// round.
#[test]
fn language_and_order_of_keys_say_nothing() {
    let (documents, schema) = every_key();
    let folder = Folder::of(&repository().join("x.yaml"));
    let content = |document: &Value| {
        let compiled = compile_text(&document.to_string(), &folder);
        let made = compiled.made.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics));
        outputs(&Made { source: None, ..made })
    };
    for document in &documents {
        let turned = turned(document, &schema, &schema);
        assert_ne!(document.to_string(), turned.to_string());
        assert!(content(document) == content(&turned), "{turned:#}");
    }
}

/// The documents leave no key of the format out.
#[test]
fn every_key_stands_in_the_yaml_files() {
    let (documents, schema) = every_key();
    let mut known = BTreeSet::new();
    for table in schema["$defs"].as_object().unwrap().values().chain([&schema]) {
        known.extend(table["properties"].as_object().unwrap().keys().cloned());
    }
    for document in &documents {
        for keys in [document, &turned(document, &schema, &schema)] {
            strike(keys, &mut known);
        }
    }
    assert_eq!(known, BTreeSet::new());
}

fn strike(value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            known.remove(key);
            strike(value, known);
        }),
        Value::Array(items) => items.iter().for_each(|item| strike(item, known)),
        _ => {}
    }
}

/// A value with its keys in Chinese and in reverse order.
fn turned(value: &Value, schema: &Value, root: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let Some(schema) = form(schema, "object", root) else { return value.clone() };
            let entry = |(key, value): (&String, &Value)| {
                let value = turned(value, &schema["properties"][key], root);
                (alias(key, schema).unwrap_or(key).to_owned(), value)
            };
            Value::Object(map.iter().rev().map(entry).collect::<Map<_, _>>())
        }
        Value::Array(items) => {
            let inner = form(schema, "array", root).map(|schema| &schema["items"]);
            let inner = inner.unwrap_or(&Value::Null);
            Value::Array(items.iter().map(|item| turned(item, inner, root)).collect())
        }
        _ => value.clone(),
    }
}

/// The form of a schema that is a map or a list.
fn form<'s>(schema: &'s Value, kind: &str, root: &'s Value) -> Option<&'s Value> {
    if let Some(name) = schema["$ref"].as_str() {
        return form(&root["$defs"][name.strip_prefix("#/$defs/")?], kind, root);
    }
    if schema["type"] == kind {
        return Some(schema);
    }
    schema["anyOf"].as_array()?.iter().find_map(|inner| form(inner, kind, root))
}

/// The Chinese name of a key: the schema forbids both at once.
fn alias<'s>(key: &str, schema: &'s Value) -> Option<&'s str> {
    let names = |rule: &'s Value| -> Vec<&'s str> {
        let rule = if rule["else"].is_null() { rule } else { &rule["else"] };
        match (&rule["not"]["required"], &rule["oneOf"]) {
            (Value::Array(both), _) => both.iter().filter_map(Value::as_str).collect(),
            (_, Value::Array(each)) => {
                each.iter().filter_map(|one| one["required"][0].as_str()).collect()
            }
            _ => vec![],
        }
    };
    let pairs = schema["allOf"].as_array()?.iter().map(names);
    pairs.filter(|pair| pair.first() == Some(&key)).find_map(|pair| pair.get(1).copied())
}
