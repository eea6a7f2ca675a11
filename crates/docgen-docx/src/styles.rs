//! `word/styles.xml`: one paragraph style a role, named as offices name them, so that a
//! document can be edited by its parts and the navigation pane shows its headings.

use docgen_standard::{ParaStyle, Profile, Role};

use crate::format::{ParaFormat, RunFormat, Tab};
use crate::xml::{Node, el, val};
use crate::{package, table};

/// The style of blank rows.
pub(crate) const BLANK_ROW: &str = "blank-row";
/// The style of the row that keeps the place of the 版头 free.
pub(crate) const HEAD_SPACE: &str = "head-space";
/// The style of the paragraph to which the 版记 is anchored.
pub(crate) const RECORD_ANCHOR: &str = "record-anchor";
/// Those styles with their names.
const SPACES: [(&str, &str); 3] =
    [(BLANK_ROW, "空行"), (HEAD_SPACE, "版头占位"), (RECORD_ANCHOR, "版记锚点")];
/// The style of tables.
pub(crate) const TABLE_GRID: &str = "table-grid";
const NORMAL: &str = "Normal";

/// `word/styles.xml`.
pub(crate) fn styles(profile: &Profile) -> Node {
    let spaces = SPACES.map(|(id, name)| {
        paragraph_style(id, name).child(val("w:uiPriority", 99)).child(val("w:next", id))
    });
    package::plain_root("w:styles")
        .child(defaults(profile))
        .child(normal(profile))
        .children(built_in())
        .children(
            profile.styles.iter().map(|(role, style)| role_style(role, style, profile)),
        )
        .children(spaces)
        .child(table_grid(profile))
}

/// What holds where no style says otherwise; the languages choose the rules of line breaks.
fn defaults(profile: &Profile) -> Node {
    let languages = el("w:lang")
        .attr("w:val", "en-US")
        .attr("w:eastAsia", "zh-CN")
        .attr("w:bidi", "ar-SA");
    let run = body_run(profile).properties().child(languages);
    let paragraph = el("w:pPr").child(val("w:widowControl", 0));
    el("w:docDefaults")
        .child(el("w:rPrDefault").child(run))
        .child(el("w:pPrDefault").child(paragraph))
}

/// The Latin slots of the defaults hold the Latin face: it is what a typed digit takes.
fn body_run(profile: &Profile) -> RunFormat {
    RunFormat::of_role(Role::Body, profile)
}

fn normal(profile: &Profile) -> Node {
    style("paragraph", NORMAL, "Normal")
        .attr("w:default", 1)
        .child(el("w:qFormat"))
        .child(ParaFormat::rows(profile.docx.pitch).properties())
        .child(body_run(profile).properties())
}

/// The defaults of the other kinds of style, which Word expects.
fn built_in() -> [Node; 3] {
    let hidden = |kind, id, name| {
        style(kind, id, name)
            .attr("w:default", 1)
            .child(val("w:uiPriority", 99))
            .child(el("w:semiHidden"))
            .child(el("w:unhideWhenUsed"))
    };
    let side = |name| el(name).attr("w:w", 0).attr("w:type", "dxa");
    let margins =
        el("w:tblCellMar").children(["w:top", "w:left", "w:bottom", "w:right"].map(side));
    [
        hidden("character", "DefaultParagraphFont", "Default Paragraph Font"),
        hidden("table", "TableNormal", "Normal Table")
            .child(el("w:tblPr").child(side("w:tblInd")).child(margins)),
        hidden("numbering", "NoList", "No List"),
    ]
}

fn role_style(role: Role, style: &ParaStyle, profile: &Profile) -> Node {
    let format = ParaFormat::of_style(style, profile.docx_pitch(role));
    if role.contents_level().is_some() {
        return contents_style(role, style, format, profile);
    }
    paragraph_style(role.key(), &style.name)
        .child(val("w:next", Role::Body.key()))
        .child(el("w:qFormat"))
        .child(format.properties())
        .child(RunFormat::of_role(role, profile).properties())
}

/// The style of an entry of 目录, which a word processor knows by its name: nothing but the style
/// holds the leader and the place of the number.
fn contents_style(
    role: Role,
    style: &ParaStyle,
    format: ParaFormat,
    profile: &Profile,
) -> Node {
    let tabs = vec![Tab::Leader(profile.docx_width())];
    self::style("paragraph", role.key(), &style.name)
        .child(val("w:basedOn", NORMAL))
        .child(val("w:next", NORMAL))
        .child(val("w:uiPriority", 39))
        .child(el("w:unhideWhenUsed"))
        .child(ParaFormat { tabs, ..format }.properties())
        .child(RunFormat::of_role(role, profile).properties())
}

fn table_grid(profile: &Profile) -> Node {
    style("table", TABLE_GRID, "公文表格")
        .attr("w:customStyle", 1)
        .child(val("w:basedOn", "TableNormal"))
        .child(el("w:qFormat"))
        .child(table::style_properties(profile))
}

fn paragraph_style(id: &str, name: &str) -> Node {
    style("paragraph", id, name).attr("w:customStyle", 1).child(val("w:basedOn", NORMAL))
}

fn style(kind: &str, id: &str, name: &str) -> Node {
    el("w:style").attr("w:type", kind).attr("w:styleId", id).child(val("w:name", name))
}
