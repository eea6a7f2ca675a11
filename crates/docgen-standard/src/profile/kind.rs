//! What may stand for a value of a profile: its kind and its sensible range, both from the data.

use docgen_model::{Bilingual, Code, FontRole};
use toml::{Table, Value};

use crate::Len;

/// What may stand for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A length of the unit that the bounds have.
    Length([String; 2]),
    /// A whole number.
    Number([i64; 2]),
    /// true or false.
    Switch,
    /// One of these words.
    OneOf(Vec<String>),
    /// 字号 or points.
    Size { names: Vec<String>, range: [String; 2] },
    /// `#RRGGBB`, each part within these.
    Color([String; 2]),
    /// A name of a field in data exchange.
    Name,
    /// Any words.
    Text,
}

/// Why a value is refused.
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: Bilingual,
}

impl Kind {
    /// The kind of the value at a path; none if there is no such key, or none to be set.
    pub(super) fn at(path: &[&str], root: &Table) -> Option<Self> {
        let (&key, above) = path.split_last()?;
        let table =
            above.iter().try_fold(root, |table, &key| table.get(key)?.as_table())?;
        match (above, key) {
            (["roles", _], _) => {
                of_style(key, root).or_else(|| of_value(table.get(key)?, root))
            }
            (["formats", _, _], "before" | "after_title") => {
                Some(Self::Length(limit(root, "blank")?))
            }
            (["fields"], _) => table.contains_key(key).then_some(Self::Name),
            _ => of_leaf(table.get(key)?.as_table()?, root),
        }
    }

    /// The value that the words stand for.
    pub(super) fn read(&self, words: &str) -> Result<Value, Refusal> {
        let text = || Value::String(words.to_owned());
        match self {
            Self::Length(range) => within(words, range, self).map(|()| text()),
            Self::Size { names, .. } if names.iter().any(|name| name == words) => {
                Ok(text())
            }
            Self::Size { range, .. } => within(words, range, self).map(|()| text()),
            Self::Number([low, high]) => match words.parse() {
                Ok(number) if (*low..=*high).contains(&number) => {
                    Ok(Value::Integer(number))
                }
                Ok(_) => Err(out_of_range(words, &self.to_string())),
                Err(_) => Err(self.bad(words)),
            },
            Self::Switch => match words {
                "true" | "是" => Ok(Value::Boolean(true)),
                "false" | "否" => Ok(Value::Boolean(false)),
                _ => Err(self.bad(words)),
            },
            Self::OneOf(known) if known.iter().any(|word| word == words) => Ok(text()),
            Self::OneOf(_) => Err(self.bad(words)),
            Self::Color(range) => self.color(words, range).map(|()| text()),
            Self::Name if is_name(words) => Ok(text()),
            Self::Name => Err(self.bad(words)),
            Self::Text if words.trim().is_empty() => Err(self.bad(words)),
            Self::Text => Ok(text()),
        }
    }

    fn color(&self, words: &str, [low, high]: &[String; 2]) -> Result<(), Refusal> {
        let bounds = rgb(low).zip(rgb(high));
        let (Some(color), Some((low, high))) = (rgb(words), bounds) else {
            return Err(self.bad(words));
        };
        let inside = (0..3).all(|part| (low[part]..=high[part]).contains(&color[part]));
        if inside { Ok(()) } else { Err(out_of_range(words, &self.to_string())) }
    }

    fn bad(&self, words: &str) -> Refusal {
        Refusal {
            code: Code::ProfileValue,
            message: Bilingual::new(
                format!("“{words}”不能用在这里，要写：{self}"),
                format!("“{words}” does not fit here; write: {self}"),
            ),
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Length([low, high]) | Self::Color([low, high]) => {
                write!(f, "{low}–{high}")
            }
            Self::Size { range: [low, high], .. } => write!(f, "字号、{low}–{high}"),
            Self::Number([low, high]) => write!(f, "{low}–{high}"),
            Self::Switch => f.write_str("true | false"),
            Self::OneOf(words) => f.write_str(&words.join(" | ")),
            Self::Name => f.write_str("a–z A–Z 0–9 _"),
            Self::Text => f.write_str("…"),
        }
    }
}

/// The kind of a key of a role.
fn of_style(key: &str, root: &Table) -> Option<Kind> {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    Some(match key {
        "font" | "rest_font" => {
            Kind::OneOf(FontRole::ALL.map(|role| role.name().to_owned()).to_vec())
        }
        "size" => Kind::Size {
            names: root.get("sizes")?.as_table()?.keys().cloned().collect(),
            range: limit(root, "size")?,
        },
        "align" => {
            Kind::OneOf(words(&["left", "justify", "distribute", "center", "right"]))
        }
        "color" => Kind::OneOf(words(&["black", "red"])),
        "first" => Kind::Length(limit(root, "first")?),
        "outline" => {
            let [low, high] = numbers(root.get("limits")?.get("outline")?)?;
            Kind::Number([low, high])
        }
        "name" => Kind::Text,
        _ => return None,
    })
}

/// The kind of a leaf `{ value, clause … }`.
fn of_leaf(leaf: &Table, root: &Table) -> Option<Kind> {
    let value = leaf.get("value")?;
    if let Some(words) = leaf.get("one_of") {
        return strings(words).map(Kind::OneOf);
    }
    match (value, leaf.get("range")) {
        (Value::Integer(_), Some(range)) => numbers(range).map(Kind::Number),
        (Value::String(text), Some(range)) => {
            let range = strings(range)?.try_into().ok()?;
            Some(if text.starts_with('#') {
                Kind::Color(range)
            } else {
                Kind::Length(range)
            })
        }
        _ => of_value(value, root),
    }
}

/// The kind of a value without bounds of its own: so much less or more than it is.
fn of_value(value: &Value, root: &Table) -> Option<Kind> {
    let [low, high] = numbers(root.get("limits")?.get("percent")?)?;
    match value {
        Value::Integer(number) => {
            Some(Kind::Number([number * low / 100, number * high / 100]))
        }
        Value::Boolean(_) => Some(Kind::Switch),
        Value::String(text) => Some(match Len::parse(text) {
            Ok(length) => Kind::Length([low, high].map(|part| length.percent(part))),
            Err(_) => Kind::Text,
        }),
        Value::Float(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => None,
    }
}

fn limit(root: &Table, name: &str) -> Option<[String; 2]> {
    strings(root.get("limits")?.get(name)?)?.try_into().ok()
}

fn strings(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|one| one.as_str().map(str::to_owned)).collect()
}

fn numbers(value: &Value) -> Option<[i64; 2]> {
    let all: Option<Vec<i64>> = value.as_array()?.iter().map(Value::as_integer).collect();
    all?.try_into().ok()
}

/// What an author may write, in words: a length must have the unit of the bounds.
fn within(words: &str, [low, high]: &[String; 2], kind: &Kind) -> Result<(), Refusal> {
    let measure = |text: &str| Len::parse(text).ok().map(Len::measure);
    let (Some(low), Some(high)) = (measure(low), measure(high)) else { return Ok(()) };
    match measure(words) {
        Some((unit, length)) if unit == low.0 => {
            let inside = (low.1..=high.1).contains(&length);
            if inside { Ok(()) } else { Err(out_of_range(words, &kind.to_string())) }
        }
        Some(_) | None => Err(kind.bad(words)),
    }
}

fn out_of_range(words: &str, allowed: &str) -> Refusal {
    Refusal {
        code: Code::ProfileRange,
        message: Bilingual::new(
            format!("“{words}”超出合理范围（{allowed}）"),
            format!("“{words}” is out of its range ({allowed})"),
        ),
    }
}

/// `#RRGGBB`.
pub(super) fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn is_name(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_alphabetic())
        && words.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_held_to_its_kind_and_range() {
        let code =
            |kind: &Kind, words| kind.read(words).err().map(|refusal| refusal.code);
        let length = Kind::Length(["15mm", "60mm"].map(str::to_owned));
        assert_eq!(code(&length, "37mm"), None);
        assert_eq!(code(&length, "80mm"), Some(Code::ProfileRange));
        assert_eq!(code(&length, "2字"), Some(Code::ProfileValue));
        let color = Kind::Color(["#A00000", "#FF6060"].map(str::to_owned));
        assert_eq!(code(&color, "#E60012"), None);
        assert_eq!(code(&color, "#0000FF"), Some(Code::ProfileRange));
        assert_eq!(code(&color, "red"), Some(Code::ProfileValue));
        assert_eq!(code(&Kind::Number([1, 3]), "4"), Some(Code::ProfileRange));
        assert_eq!(code(&Kind::Name, "fen hao"), Some(Code::ProfileValue));
    }
}
