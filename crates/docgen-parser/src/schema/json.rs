//! The tables as a JSON Schema (draft 2020-12), which editors use to complete and to check.
//!
//! It accepts what reading accepts: both languages of a key but not both at once, and no
//! key that is not built.

use serde_json::{Map, Value, json};

use super::{
    BLOCK, DOCUMENT, FILE, FORMATS, Field, LIST, SEAL, Shape, TABLES, Table, Word,
};

/// A length, in every unit of the format.
const LENGTH: &str = r"\d{1,4}(\.\d{1,2})?\s*(mm|毫米)|\d{1,4}(\.\d)?\s*(字|行)";

/// The JSON Schema of a document, as indented JSON with a line end.
pub fn schema() -> String {
    let mut root = Map::new();
    root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("title".into(), json!("docgen 公文"));
    if let Value::Object(document) = table(&DOCUMENT) {
        root.extend(document);
    }
    // The first is the document itself.
    let definitions = TABLES.iter().skip(1).map(|t| (id(t), table(t)));
    root.insert("$defs".into(), Value::Object(definitions.collect()));
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

/// The name of a table's definition.
fn id(table: &Table) -> String {
    table.name[1].replace(' ', "_")
}

fn reference(table: &Table) -> Value {
    json!({ "$ref": format!("#/$defs/{}", id(table)) })
}

fn table(table: &Table) -> Value {
    let mut properties = Map::new();
    let mut rules = vec![];
    for field in table.fields {
        for name in [Some(field.name), field.alias].into_iter().flatten() {
            properties.insert(name.into(), property(field));
        }
        let alias = field.alias.unwrap_or(field.name);
        if field.required {
            rules.push(required(field, alias));
        } else if field.built && field.alias.is_some() {
            rules.push(json!({ "not": { "required": [field.name, alias] } }));
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "allOf": rules,
    })
}

/// One of both names; in the formats where the key may be missing, not both.
fn required(field: &Field, alias: &str) -> Value {
    let names = json!([{ "required": [field.name] }, { "required": [alias] }]);
    if field.except.is_empty() {
        return json!({ "oneOf": names });
    }
    let words = field.except.iter().filter_map(|&format| FORMATS.get(format as usize));
    let words: Vec<_> = words.flat_map(|w| [Some(w.name), w.alias]).flatten().collect();
    let is = |key: &str| json!({ "properties": { key: { "enum": words } }, "required": [key] });
    let not_both = json!({ "not": { "required": [field.name, alias] } });
    json!({
        "if": { "anyOf": [is("format"), is("格式")] },
        "then": not_both,
        "else": { "oneOf": names },
    })
}

fn property(field: &Field) -> Value {
    let planned =
        if field.built { "" } else { "（本版尚未实现，写了会被拒绝）" };
    let description = format!("{}{planned}", field.doc);
    let value = if field.built { shape(field.shape) } else { json!({ "not": {} }) };
    let value = match value {
        Value::Object(object) if field.built && !field.required => {
            Map::from_iter([("anyOf".into(), json!([object, { "type": "null" }]))])
        }
        Value::Object(object) => object,
        _ => Map::new(),
    };
    let mut property = Map::from_iter([("description".into(), json!(description))]);
    property.extend(value);
    Value::Object(property)
}

fn shape(shape: Shape) -> Value {
    // Reading takes the written characters, whatever type an editor sees in them.
    let text = json!({ "type": ["string", "number", "boolean"] });
    let list = |item: Value| json!({ "type": "array", "items": item });
    let either = |values: Vec<Value>| json!({ "anyOf": values });
    match shape {
        Shape::Text => text,
        Shape::Lines | Shape::Names | Shape::Texts => {
            either(vec![text.clone(), list(text)])
        }
        Shape::Date => json!({
            "type": "string",
            "pattern": r"^\d{4}(-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)$",
        }),
        Shape::Bool => json!({ "enum": [true, false, "是", "否"] }),
        Shape::TypeSize => json!({
            "anyOf": [
                { "type": "integer", "minimum": 1 },
                { "type": "string", "pattern": format!(r"^({LENGTH}|\d{{1,4}}(\.\d)?\s*(pt|磅)?)$") },
            ]
        }),
        Shape::Version => json!({ "const": 1 }),
        Shape::Level => json!({ "enum": [1, 2, 3, 4] }),
        Shape::Word(words) => json!({ "enum": names(words) }),
        Shape::Seal(words) => {
            let word = json!({ "enum": names(words) });
            either(vec![word, reference(&SEAL), list(reference(&SEAL))])
        }
        Shape::Body => {
            let item = either(vec![text.clone(), reference(&BLOCK)]);
            either(vec![text, list(item), reference(&FILE)])
        }
        Shape::List => either(vec![text.clone(), list(text), reference(&LIST)]),
        Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": 999 }),
        Shape::Length | Shape::Small => {
            json!({ "type": "string", "pattern": format!("^({LENGTH})$") })
        }
        Shape::Width => {
            let pattern = format!(r"^(\d{{1,3}}\s*[%％]|{LENGTH})$");
            json!({ "type": "string", "pattern": pattern })
        }
        Shape::Entries(table) => list(either(vec![text, reference(table)])),
        Shape::Rows(table) => {
            let cell = either(vec![text, reference(table), json!({ "type": "null" })]);
            list(list(cell))
        }
        Shape::Switch(table) => {
            either(vec![json!({ "enum": [true, false, "是", "否"] }), reference(table)])
        }
        Shape::Depth => json!({ "enum": [true, false, "是", "否", 1, 2, 3] }),
        Shape::Map(table) => reference(table),
        Shape::Maps(table) => list(reference(table)),
    }
}

/// The words that reading accepts, in both languages.
fn names(words: &[Word]) -> Vec<&'static str> {
    let built = words.iter().filter(|word| word.built);
    built.flat_map(|word| [Some(word.name), word.alias]).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::TABLES;

    #[test]
    fn every_key_is_there_in_both_languages_with_its_meaning() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        for table in TABLES {
            let object = match &schema["$defs"][id(table)] {
                Value::Null => &schema,
                definition => definition,
            };
            for key in table.keys() {
                let property = &object["properties"][key];
                assert!(property["description"].is_string(), "{key}");
            }
        }
    }

    #[test]
    fn every_reference_is_defined() {
        let text = schema();
        let schema: Value = serde_json::from_str(&text).unwrap();
        for reference in text.split("#/$defs/").skip(1) {
            let id = reference.split('"').next().unwrap();
            assert!(schema["$defs"][id].is_object(), "{id}");
        }
    }
}
