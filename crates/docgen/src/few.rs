//! Findings without end, told as far as a reader follows: of each kind the first, and how
//! many more there are.

use std::collections::BTreeMap;

use docgen_model::{Bilingual, Code, Diagnostic, Severity};

/// Leaves the first findings of each kind, in source order, and one that counts the others:
/// at most `most` of a kind.
pub fn limit(found: &mut Vec<Diagnostic>, most: usize) {
    let mut counts: BTreeMap<(Code, Severity), usize> = BTreeMap::new();
    for finding in found.iter() {
        *counts.entry((finding.code, finding.severity)).or_default() +=
            1 + finding.others;
    }
    let mut told = BTreeMap::new();
    found.retain_mut(|finding| {
        let kind = (finding.code, finding.severity);
        let count = counts.get(&kind).copied().unwrap_or_default();
        let told: &mut usize = told.entry(kind).or_default();
        *told += 1;
        if *told == most && count > most && finding.others == 0 {
            *finding = others(finding, count - most + 1);
        }
        *told <= most
    });
}

/// The finding that stands for it and all those behind it.
fn others(first: &Diagnostic, count: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("同一种问题还有 {count} 个，不再逐个列出：{}", first.message.zh),
        format!(
            "{count} more of this kind are not told one by one: {}",
            first.message.en
        ),
    );
    Diagnostic { message, others: count - 1, ..first.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use docgen_model::Span;

    #[test]
    fn the_first_are_told_and_the_others_counted() {
        let at = |n: u32, code| {
            let message = Bilingual::new("坏", "bad");
            Diagnostic::error(code, Span::new(n, n + 1), message)
        };
        let mut found: Vec<_> = (0..250).map(|n| at(n, Code::BadValue)).collect();
        found.push(at(250, Code::BadDate));
        let mut twice = found.clone();
        limit(&mut twice, 200);
        limit(&mut twice, 100);
        limit(&mut twice, 100);
        limit(&mut found, 100);
        assert_eq!(
            (&twice, found.len()),
            (&found, 101),
            "limited twice, the count stays"
        );
        assert_eq!(found[99].span, Span::new(99, 100));
        assert!(found[99].message.zh.contains("还有 151 个"));
        assert_eq!(found[100].code, Code::BadDate);
    }
}
