//! Whether a document says that it calls something by a short name: 以下简称…….

use crate::script::Script;

/// How many characters after 简称 the names stand.
const FAR: usize = 60;

/// Whether 简称, 下称 or 统称 introduces a name.
pub(super) fn is_introduced(script: &Script<'_>, name: &str) -> bool {
    script.passages.iter().any(|passage| {
        let text = passage.text.as_str();
        text.match_indices('称').any(|(at, word)| {
            let named = text[..at].ends_with(['简', '下', '统']);
            let behind = &text[at + word.len()..];
            named
                && ahead(behind)
                    .split(['）', '。', '\n'])
                    .next()
                    .unwrap_or_default()
                    .contains(name)
        })
    })
}

/// So many characters at most from the front of a text.
fn ahead(text: &str) -> &str {
    text.char_indices().nth(FAR).map_or(text, |(end, _)| &text[..end])
}
