//! R97, R98: what a DOCX must say for pages and rows (7.5, practice).

use std::collections::BTreeSet;

use crate::verdict::{Found, holds};
use crate::word::Word;

const FLOW: [&str; 8] = [
    "公文正文",
    "公文标题",
    "主送机关",
    "一级标题",
    "二级标题",
    "三级标题",
    "四级标题",
    "附件说明",
];

pub(super) fn r97(word: &Word<'_>) -> Found {
    let settings = word.part("word/settings.xml")?;
    let references = word.body()?.every("footerReference");
    let kinds: BTreeSet<&str> =
        references.iter().filter_map(|one| one.get("type")).collect();
    let paragraphs: Vec<_> = word.footers().map(|part| word.resolved(part)).collect();
    let looks: BTreeSet<_> =
        paragraphs.iter().flatten().map(|para| para.aligned()).collect();
    Ok(vec![
        holds("evenAndOddHeaders", !settings.every("evenAndOddHeaders").is_empty()),
        holds("default, even", kinds.contains("default") && kinds.contains("even")),
        holds("奇偶页脚不同", looks.len() > 1),
    ])
}

pub(super) fn r98(word: &Word<'_>) -> Found {
    let mut found = vec![];
    for para in word.paragraphs.iter().filter(|para| FLOW.contains(&para.style.as_str()))
    {
        let rule = para.property("spacing", "lineRule").unwrap_or("");
        let behind = para.property("spacing", "after").unwrap_or("0");
        found.push(holds(&para.style, rule == "exact" && behind == "0"));
    }
    for grid in word.body()?.every("docGrid") {
        let kind = grid.get("type").unwrap_or("default");
        found.push(holds(format!("docGrid {kind}"), kind == "default"));
    }
    Ok(found)
}
