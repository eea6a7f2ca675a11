//! A file of settings in YAML, read with the care that a document is read with.

use docgen_model::{Code, Diagnostic, Setting, SettingKind};

use crate::report::{Report, both};
use crate::scan;
use crate::yaml::{self, Node, NodeKind};

/// A file in YAML as a tree of settings, and what was found while reading it. There is none
/// if the file is not YAML or not a map.
pub fn settings(source: &str) -> (Option<Setting>, Vec<Diagnostic>) {
    let mut report = Report::default();
    let scan = scan::scan(source, &mut report);
    let root = yaml::read(&scan, &mut report);
    let tree = root.and_then(|root| {
        let place = root.span.before();
        let tree = setting(root, &mut report);
        let is_map = matches!(tree.kind, SettingKind::Map(_));
        if !is_map {
            let message =
                both("文件要由“键: 值”组成", "the file must be a map of keys and values");
            report.push(Diagnostic::error(Code::NotAMap, place, message));
        }
        is_map.then_some(tree)
    });
    (tree, report.finish(source))
}

/// A node as a setting; a key that stands twice is told.
fn setting(node: Node, report: &mut Report) -> Setting {
    let span = node.span;
    let kind = match node.kind {
        NodeKind::Scalar(_) => SettingKind::Text(node.written()),
        NodeKind::Null => SettingKind::Text(String::new()),
        NodeKind::Seq(_) | NodeKind::Broken => SettingKind::Other,
        NodeKind::Map(entries) => {
            let mut map: Vec<(docgen_model::Spanned<String>, Setting)> = vec![];
            for entry in entries {
                match map.iter().find(|(key, _)| key.value == entry.key.value) {
                    Some((first, _)) => {
                        let name = &entry.key.value;
                        let message = both(
                            format!("“{name}”写了两次"),
                            format!("“{name}” is given twice"),
                        );
                        let mut finding = Diagnostic::error(
                            Code::DuplicateKey,
                            entry.key.span,
                            message,
                        );
                        finding.also = vec![first.span];
                        report.push(finding);
                    }
                    None => {
                        let value = setting(entry.value, report);
                        map.push((entry.key, value));
                    }
                }
            }
            SettingKind::Map(map)
        }
    };
    Setting { kind, span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_keeps_written_characters_and_places() {
        let source = "name: 甲\npage:\n  rows: 022\n  top: {value: 35mm, reason: 旧例}\n";
        let (tree, found) = settings(source);
        assert_eq!(found, []);
        let tree = tree.unwrap();
        let page = tree.get("page").unwrap();
        assert_eq!(page.get("rows").and_then(Setting::text), Some("022"));
        let top = page.get("top").and_then(|top| top.get("value")).unwrap();
        let range = top.span.start as usize..top.span.end as usize;
        assert_eq!((top.text(), &source[range]), (Some("35mm"), "35mm"));
    }

    #[test]
    fn what_is_no_map_of_settings_is_told() {
        let codes =
            |source| settings(source).1.iter().map(|f| f.code).collect::<Vec<_>>();
        assert_eq!(codes("- 甲\n"), [Code::NotAMap]);
        assert_eq!(codes("a: 1\na: 2\n"), [Code::DuplicateKey]);
        assert_eq!(codes("a: [1\n"), [Code::Syntax]);
    }
}
