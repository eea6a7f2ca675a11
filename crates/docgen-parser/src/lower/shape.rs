//! Whether a value looks as its field asks.

use docgen_model::{
    Abs, Code, Diagnostic, Extent, Span, Spanned, Width, is_slip, nearest,
};

use super::Context;
use super::fields::{no_value, not_built};
use crate::cells::is_blank;
use crate::report::{both, short};
use crate::scan::full_width_colon;
use crate::schema::{Field, Shape, Word, field_named};
use crate::yaml::{Node, NodeKind};

/// The value if it has the shape of its field, else a broken one; why is told.
pub(super) fn keep_shape(
    node: Node,
    field: &'static Field,
    cx: &mut Context<'_>,
) -> Node {
    if is_absent(&node) || matches!(node.kind, NodeKind::Broken) {
        return node;
    }
    let fits = match field.shape {
        Shape::Text | Shape::Date => expect(&node, &[Form::Text], field, cx),
        Shape::Names if is_in_wide_brackets(&node) => {
            cx.push(wide_brackets(node.span));
            false
        }
        Shape::Lines | Shape::Names | Shape::Texts => {
            expect(&node, &[Form::Text, Form::Texts], field, cx)
        }
        Shape::Bool
        | Shape::TypeSize
        | Shape::Small
        | Shape::Count
        | Shape::Width
        | Shape::Length
        | Shape::Version
        | Shape::Depth
        | Shape::Level => check_form(&node, field, cx),
        Shape::Word(words) => check_word(&node, words, field, cx),
        Shape::Seal(_) if !matches!(node.kind, NodeKind::Scalar(_)) => {
            expect(&node, &[Form::Map, Form::Maps], field, cx)
        }
        Shape::Seal(words) => check_word(&node, words, field, cx),
        Shape::Body => expect(&node, &[Form::Text, Form::Items, Form::Map], field, cx),
        Shape::List => expect(&node, &[Form::Text, Form::Texts, Form::Map], field, cx),
        Shape::Entries(_) => expect(&node, &[Form::Items], field, cx),
        Shape::Rows(_) => expect(&node, &[Form::Rows], field, cx),
        Shape::Switch(_) if matches!(node.kind, NodeKind::Scalar(_)) => {
            check_form(&node, field, cx)
        }
        Shape::Switch(_) | Shape::Map(_) => expect(&node, &[Form::Map], field, cx),
        Shape::Maps(_) => expect(&node, &[Form::Maps], field, cx),
    };
    if fits { node } else { Node { kind: NodeKind::Broken, ..node } }
}

/// Whether a text has the form of its field.
fn check_form(node: &Node, field: &Field, cx: &mut Context<'_>) -> bool {
    type Form = (&'static str, &'static str, fn(&str) -> bool);
    let (zh, en, right): Form = match field.shape {
        Shape::TypeSize => {
            ("写成 36pt、12mm 或 2字", "such as 36pt, 12mm or 2字", |text| {
                type_size(text).is_some()
            })
        }
        Shape::Small => (
            "写成 3mm、0.5字 或 0.3行，不到 100mm",
            "such as 3mm, 0.5字 or 0.3行, less than 100mm",
            |text| small(text).is_some(),
        ),
        Shape::Count => {
            ("写成整数，例如 2", "a whole number", |text| count(text).is_some())
        }
        Shape::Length => {
            ("写成 120mm、20字 或 8行", "such as 120mm, 20字 or 8行", |text| {
                extent(text).is_some()
            })
        }
        Shape::Width => (
            "写成 30mm、6字、2行 或 20%",
            "such as 30mm, 6字, 2行 or 20%",
            |text| width(text).is_some(),
        ),
        Shape::Version => {
            ("目前只有 docgen: 1", "only version 1 exists", |text| text == "1")
        }
        Shape::Level => ("写成 1 到 4", "write 1 to 4", |text| {
            matches!(text, "1" | "2" | "3" | "4")
        }),
        Shape::Depth => ("写成 是，或 1 到 3", "write true, or 1 to 3", |text| {
            matches!(text, "true" | "false" | "是" | "否" | "1" | "2" | "3")
        }),
        _ => ("写成 是 或 否", "write true or false", |text| {
            matches!(text, "true" | "false" | "是" | "否")
        }),
    };
    check(node, field, cx, zh, en, right)
}

/// Whether there is no value: null, or a text of blanks.
pub(super) fn is_absent(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Null => true,
        NodeKind::Scalar(cells) => cells.iter().all(|cell| is_blank(cell.c)),
        NodeKind::Seq(items) => items.is_empty(),
        NodeKind::Map(_) | NodeKind::Broken => false,
    }
}

/// Whether a text is `【盟委, 盟政协】`, which is no list.
fn is_in_wide_brackets(node: &Node) -> bool {
    let written = node.written();
    written.starts_with(['【', '［']) && written.ends_with(['】', '］', ']'])
}

fn wide_brackets(at: Span) -> Diagnostic {
    let message = both("列表用了全角方括号", "full-width brackets around a list");
    Diagnostic::error(Code::WrongType, at, message).hint(both(
        "改成半角方括号和半角逗号：[甲, 乙]",
        "write ASCII brackets and commas: [a, b]",
    ))
}

/// A type size above zero: `36pt`, `36磅`, `36`, or a length.
pub(super) fn type_size(text: &str) -> Option<Extent> {
    let number = text.strip_suffix("pt").or(text.strip_suffix('磅')).unwrap_or(text);
    let points = || Some(Extent::Length(Abs::pt10(decimal(number.trim_end(), 1)?)));
    length(text).or_else(points).filter(|size| !size.is_zero())
}

/// The width that `30mm`, `6字`, `2行` or `20%` says.
pub(super) fn width(text: &str) -> Option<Width> {
    let share =
        text.strip_suffix(['%', '％']).and_then(|number| count(number.trim_end()));
    let share = share.filter(|share| (1..=100).contains(share));
    share.map(Width::Percent).or_else(|| extent(text).map(Width::Length))
}

/// A length that a hand holds, or none: less than the ten centimetres that two digits reach.
pub(super) fn small(text: &str) -> Option<Extent> {
    length(text).filter(|length| match *length {
        Extent::Length(length) => length < Abs::mm100(10_000),
        Extent::Chars(tenths) => tenths < 180,
        Extent::Rows(tenths) => tenths < 100,
    })
}

/// A length above zero.
pub(super) fn extent(text: &str) -> Option<Extent> {
    length(text).filter(|length| !length.is_zero())
}

/// A length as an author writes it, in every unit of the format: `120mm`, `10.5字`, `1行`.
fn length(text: &str) -> Option<Extent> {
    let of = |unit: &str, digits| {
        text.strip_suffix(unit).and_then(|number| decimal(number.trim_end(), digits))
    };
    let millimetres = of("mm", 2).or_else(|| of("毫米", 2));
    let millimetres = millimetres.map(|length| Extent::Length(Abs::mm100(length)));
    let chars = || of("字", 1).map(Extent::Chars);
    millimetres.or_else(chars).or_else(|| of("行", 1).map(Extent::Rows))
}

/// A whole number of at most three digits.
pub(super) fn count(text: &str) -> Option<u32> {
    let digits =
        (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `number` times ten to the power of `digits`, if it has no more decimals than that and is
/// small enough for a length.
fn decimal(number: &str, digits: usize) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() || whole.len() > 4 || fraction.len() > digits {
        return None;
    }
    let number = format!("{whole}{fraction:0<digits$}");
    let figures = number.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| number.parse().ok()).flatten()
}

/// The canonical word that a scalar names, if it is built.
pub(super) fn word(node: &Node, words: &'static [Word]) -> Option<Spanned<&'static str>> {
    let written = node.written();
    let word = words.iter().find(|word| word.is_named(&written));
    word.filter(|word| word.built).map(|word| Spanned::new(word.name, node.span))
}

impl Word {
    fn is_named(&self, text: &str) -> bool {
        self.name == text || self.alias == Some(text)
    }
}

/// The forms of YAML that a field may take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Texts,
    Items,
    Rows,
    Map,
    Maps,
}

impl Form {
    fn name(self) -> [&'static str; 2] {
        match self {
            Self::Text => ["一段文字", "a text"],
            Self::Texts => ["文字的列表（每行以“- ”开头）", "a list of texts"],
            Self::Items => ["列表（每项以“- ”开头）", "a list"],
            Self::Rows => ["列表，每行是一个列表 [甲, 乙]", "a list of lists"],
            Self::Map => ["下一级的“键: 值”", "a map"],
            Self::Maps => ["列表，每项以“- ”开头、里面是“键: 值”", "a list of maps"],
        }
    }
}

/// Whether the value has one of the forms; items of a list that have not are told apart.
fn expect(node: &Node, forms: &[Form], field: &Field, cx: &mut Context<'_>) -> bool {
    let items = |form: Form, cx: &mut Context<'_>| match &node.kind {
        NodeKind::Seq(items) => {
            items.iter().all(|item| expect_item(item, form, field, cx));
            true
        }
        _ => false,
    };
    let fits = forms.iter().any(|&form| match form {
        Form::Text => matches!(node.kind, NodeKind::Scalar(_)),
        Form::Map => matches!(node.kind, NodeKind::Map(_)),
        Form::Texts | Form::Items | Form::Rows | Form::Maps => items(form, cx),
    });
    if !fits {
        tell_form(node, forms, field, cx);
    }
    fits
}

/// Tells one item of another form than its list has.
fn expect_item(item: &Node, form: Form, field: &Field, cx: &mut Context<'_>) -> bool {
    let fits = match (&item.kind, form) {
        (NodeKind::Broken, _) => true,
        (NodeKind::Null, _) => {
            cx.push(no_value(field, item.span));
            return true;
        }
        (NodeKind::Scalar(_), Form::Text | Form::Texts | Form::Items) => true,
        (NodeKind::Map(_), Form::Items | Form::Map | Form::Maps) => true,
        (NodeKind::Seq(_), Form::Rows) => true,
        (NodeKind::Scalar(_) | NodeKind::Map(_) | NodeKind::Seq(_), _) => false,
    };
    if !fits {
        let single = match form {
            Form::Text | Form::Texts => &[Form::Text][..],
            Form::Items => &[Form::Text, Form::Map],
            Form::Rows => &[Form::Items],
            Form::Map | Form::Maps => &[Form::Map],
        };
        tell_form(item, single, field, cx);
    }
    true
}

fn tell_form(node: &Node, forms: &[Form], field: &Field, cx: &mut Context<'_>) {
    if forms.contains(&Form::Map) || forms.contains(&Form::Maps) {
        let written = node.written();
        if let Some((key, _)) = written.split_once('：')
            && field_named(key).is_some()
            && let Some(colon) = node.place_of('：')
        {
            cx.push(full_width_colon(colon, key));
            return;
        }
    }
    let here = match &node.kind {
        NodeKind::Scalar(_) => Form::Text.name(),
        NodeKind::Seq(_) => Form::Items.name(),
        NodeKind::Map(_) => Form::Map.name(),
        NodeKind::Null | NodeKind::Broken => ["空白", "nothing"],
    };
    let names = |language: usize, or: &str| {
        let names = forms.iter().filter_map(|form| form.name().get(language).copied());
        names.collect::<Vec<_>>().join(or)
    };
    let title = field.title();
    let message = both(
        format!("“{title}”要写成{}，这里写的是{}", names(0, "或"), here[0]),
        format!("“{}” must be {}, not {}", field.name, names(1, " or "), here[1]),
    );
    let at = first_line(node, cx);
    cx.push(
        Diagnostic::error(Code::WrongType, at, message)
            .hint(both(field.doc, format!("see the format of “{}”", field.name))),
    );
}

/// The first line of a value, so that a message does not mark half a file.
fn first_line(node: &Node, cx: &Context<'_>) -> Span {
    let Span { start, end } = node.span;
    let written = cx.source.get(start as usize..end as usize).unwrap_or_default();
    let line = written.split('\n').next().unwrap_or_default();
    Span::new(start, start + u32::try_from(line.len()).unwrap_or_default())
}

impl Node {
    /// The place of the first such character of a scalar.
    fn place_of(&self, c: char) -> Option<Span> {
        match &self.kind {
            NodeKind::Scalar(cells) => {
                cells.iter().find(|cell| cell.c == c).map(|cell| cell.span)
            }
            NodeKind::Null | NodeKind::Seq(_) | NodeKind::Map(_) | NodeKind::Broken => {
                None
            }
        }
    }
}

/// Whether the value is a text that `right` accepts.
fn check(
    node: &Node,
    field: &Field,
    cx: &mut Context<'_>,
    zh: &'static str,
    en: &'static str,
    right: impl Fn(&str) -> bool,
) -> bool {
    if !matches!(node.kind, NodeKind::Scalar(_)) {
        tell_form(node, &[Form::Text], field, cx);
        return false;
    }
    let written = node.written();
    let fits = right(&written);
    if !fits {
        cx.push(bad_value(node.span, field, &written).hint(both(zh, en)));
    }
    fits
}

/// Whether the value is one of the words, and one that is built.
fn check_word(
    node: &Node,
    words: &'static [Word],
    field: &Field,
    cx: &mut Context<'_>,
) -> bool {
    if !matches!(node.kind, NodeKind::Scalar(_)) {
        tell_form(node, &[Form::Text], field, cx);
        return false;
    }
    let written = node.written();
    let list = words.iter().filter(|word| word.built).map(|word| match word.alias {
        Some(alias) if word.name.is_ascii() => alias,
        Some(_) | None => word.name,
    });
    let list = list.collect::<Vec<_>>().join("、");
    if let Some(word) = words.iter().find(|word| word.is_named(&written)) {
        if !word.built {
            let zh = format!("“{written}”{}", field.title());
            let en = format!("the {} “{written}”", field.name);
            let hint = both(format!("本版可以写：{list}"), format!("one of: {list}"));
            cx.push(not_built(node.span, [&zh, &en]).hint(hint));
        }
        return true;
    }
    let names = |word: &'static Word| [word.alias, Some(word.name)].into_iter().flatten();
    let near = nearest(&written, words.iter().flat_map(names));
    let guess = near.filter(|&(_, distance)| is_slip(&written, distance));
    let guess = guess.map_or(String::new(), |(near, _)| format!("是不是“{near}”？"));
    let finding = bad_value(node.span, field, &written);
    cx.push(
        finding.hint(both(format!("{guess}可以写：{list}"), format!("one of: {list}"))),
    );
    false
}

/// The refusal of a value.
pub(super) fn bad_value(at: Span, field: &Field, written: &str) -> Diagnostic {
    let (title, name, written) = (field.title(), field.name, short(written));
    let message = both(
        format!("“{title}”不能是“{written}”"),
        format!("“{name}” cannot be “{written}”"),
    );
    Diagnostic::error(Code::BadValue, at, message)
}
