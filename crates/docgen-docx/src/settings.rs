//! `word/settings.xml`. What is not here is left out on purpose (`docs/spec/word-layout.md`): no
//! setting may change a line break in one word processor only.

use docgen_model::Print;

use crate::package;
use crate::xml::{Node, el, val};

/// `word/settings.xml`. A document with faces of its own keeps them when it is saved, and no
/// more of them than it uses.
pub(crate) fn settings(print: &Print, embeds: bool) -> Node {
    let embedding = ["w:embedTrueTypeFonts", "w:saveSubsetFonts"].map(el);
    package::plain_root("w:settings")
        .child(el("w:zoom").attr("w:percent", 100))
        .children(embedding.into_iter().filter(|_| embeds))
        .children(print.mirror.then(|| el("w:mirrorMargins")))
        .child(el("w:evenAndOddHeaders"))
        .child(val("w:characterSpacingControl", "doNotCompress"))
        .child(compatibility())
        .child(val("w:themeFontLang", "en-US").attr("w:eastAsia", "zh-CN"))
        .child(color_mapping())
        .child(val("w:decimalSymbol", "."))
        .child(val("w:listSeparator", ","))
}

/// Mode 15 is that of Word 2013 and later.
fn compatibility() -> Node {
    let mode = el("w:compatSetting")
        .attr("w:name", "compatibilityMode")
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", 15);
    el("w:compat").child(mode)
}

fn color_mapping() -> Node {
    let mapping = el("w:clrSchemeMapping")
        .attr("w:bg1", "light1")
        .attr("w:t1", "dark1")
        .attr("w:bg2", "light2")
        .attr("w:t2", "dark2");
    let accents = [
        ("w:accent1", "accent1"),
        ("w:accent2", "accent2"),
        ("w:accent3", "accent3"),
        ("w:accent4", "accent4"),
        ("w:accent5", "accent5"),
        ("w:accent6", "accent6"),
        ("w:hyperlink", "hyperlink"),
        ("w:followedHyperlink", "followedHyperlink"),
    ];
    accents.iter().fold(mapping, |node, (name, value)| node.attr(name, value))
}
