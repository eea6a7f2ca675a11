//! Mending a source: the changes that findings carry, made in the text itself.
//!
//! A change is made where the source has what the finding saw, so that comments, layout and
//! whatever reading changed stay as they are. Of two that overlap the first is made; the other
//! is found again.

use docgen_model::{Code, Diagnostic, Fix, Span};

/// The source with everything mended that can be mended safely, and how many changes that
/// took; none if there is nothing to change.
pub fn mend(source: &str, found: &[Diagnostic]) -> Option<(String, usize)> {
    let mut fixes: Vec<Fix> =
        found.iter().flat_map(|found| fixes(source, found)).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut text = String::with_capacity(source.len());
    let (mut from, mut count) = (0, 0);
    for Fix { span, was, with } in fixes {
        let (start, end) = (span.start as usize, span.end as usize);
        if start >= from && source.get(start..end) == Some(was.as_str()) {
            text.push_str(&source[from..start]);
            text.push_str(&with);
            from = end;
            count += 1;
        }
    }
    text.push_str(&source[from..]);
    (count > 0).then_some((text, count))
}

/// The changes of a finding. Half-width marks were read as full-width ones already; the
/// finding names every place, and what stands there says what it becomes.
fn fixes(source: &str, found: &Diagnostic) -> Vec<Fix> {
    if found.code != Code::FullWidthMarks {
        return found.fix.iter().cloned().collect();
    }
    let mark = |&span: &Span| {
        let was = source.get(span.start as usize..span.end as usize)?;
        Some(Fix { span, was: was.to_owned(), with: full_width(was)?.to_owned() })
    };
    std::iter::once(&found.span).chain(&found.also).filter_map(mark).collect()
}

/// A half-width mark as a full-width one. Quotes are left: which half one is only its
/// partner says.
fn full_width(mark: &str) -> Option<&'static str> {
    match mark {
        "," => Some("，"),
        ":" => Some("："),
        ";" => Some("；"),
        "?" => Some("？"),
        "!" => Some("！"),
        "(" => Some("（"),
        ")" => Some("）"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use docgen_model::Bilingual;

    fn finding(start: u32, was: &str, with: &str) -> Diagnostic {
        let span = Span::new(start, start + was.len() as u32);
        let message = Bilingual::new("错", "wrong");
        let mut found = Diagnostic::warning(Code::Rule("text-as-of"), span, message);
        found.fix = Some(Fix { span, was: was.to_owned(), with: with.to_owned() });
        found
    }

    #[test]
    fn what_the_finding_saw_is_changed_and_nothing_else() {
        let source = "body: 截止2021年 # 截止";
        let found = [finding(6, "截止", "截至"), finding(6, "截止2", "截至2")];
        let (text, count) = mend(source, &found).unwrap();
        assert_eq!((text.as_str(), count), ("body: 截至2021年 # 截止", 1));
        assert_eq!(mend(source, &[finding(6, "截至", "截止")]), None);
        assert_eq!(mend(source, &[finding(7, "截止", "截至")]), None);
    }

    #[test]
    fn half_width_marks_become_full_width() {
        let message = Bilingual::new("半角", "half-width");
        let mut found = Diagnostic::note(Code::FullWidthMarks, Span::new(3, 4), message);
        found.also = vec![Span::new(7, 8), Span::new(11, 12)];
        let (text, count) = mend("法,治(政\"府", &[found]).unwrap();
        assert_eq!((text.as_str(), count), ("法，治（政\"府", 2));
    }
}
