//! The order of child elements, as data (ISO/IEC 29500-1, annex A).
//!
//! Word calls a file corrupt when children stand in another order. So no caller needs to
//! know the order: it is taken from these tables while the part is written, and a child
//! that a table does not name is an error. Elements without a table keep the order in which
//! they were built.

use crate::DocxError;
use crate::xml::Node;

/// Parent, children in order. `w:p` and `w:r` are open: their properties come first.
const ORDERS: &[(&str, &[&str])] = &[
    ("w:pPr", PARAGRAPH_PROPERTIES),
    ("w:rPr", RUN_PROPERTIES),
    ("w:sectPr", SECTION_PROPERTIES),
    ("w:style", STYLE),
    ("w:styles", &["w:docDefaults", "w:latentStyles", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:settings", SETTINGS),
    ("w:font", FONT),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tblPr", TABLE_PROPERTIES),
    ("w:tcPr", CELL_PROPERTIES),
    ("w:document", &["w:background", "w:body"]),
    ("w:sdt", &["w:sdtPr", "w:sdtEndPr", "w:sdtContent"]),
    ("w:sdtPr", &["w:rPr", "w:alias", "w:tag", "w:id", "w:lock"]),
    ("wp:anchor", ANCHOR),
    ("wp:inline", INLINE),
    ("pic:pic", &["pic:nvPicPr", "pic:blipFill", "pic:spPr"]),
    (
        "wps:wsp",
        &[
            "wps:cNvPr",
            "wps:cNvSpPr",
            "wps:cNvCnPr",
            "wps:spPr",
            "wps:style",
            "wps:txbx",
            "wps:bodyPr",
        ],
    ),
    ("wps:spPr", &["a:xfrm", "a:prstGeom", "a:noFill", "a:ln"]),
    ("mc:AlternateContent", &["mc:Choice", "mc:Fallback"]),
];

/// `CT_PPr`.
const PARAGRAPH_PROPERTIES: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
];

/// `CT_RPr`.
const RUN_PROPERTIES: &[&str] = &[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:smallCaps",
    "w:strike",
    "w:dstrike",
    "w:outline",
    "w:shadow",
    "w:emboss",
    "w:imprint",
    "w:noProof",
    "w:snapToGrid",
    "w:vanish",
    "w:webHidden",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:em",
    "w:lang",
    "w:eastAsianLayout",
    "w:specVanish",
    "w:oMath",
];

/// `CT_SectPr`.
const SECTION_PROPERTIES: &[&str] = &[
    "w:headerReference",
    "w:footerReference",
    "w:footnotePr",
    "w:endnotePr",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:paperSrc",
    "w:pgBorders",
    "w:lnNumType",
    "w:pgNumType",
    "w:cols",
    "w:formProt",
    "w:vAlign",
    "w:noEndnote",
    "w:titlePg",
    "w:textDirection",
    "w:bidi",
    "w:rtlGutter",
    "w:docGrid",
];

/// `CT_TblPr`.
const TABLE_PROPERTIES: &[&str] = &[
    "w:tblStyle",
    "w:tblpPr",
    "w:tblOverlap",
    "w:bidiVisual",
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
];

/// `CT_TcPr`.
const CELL_PROPERTIES: &[&str] = &[
    "w:cnfStyle",
    "w:tcW",
    "w:gridSpan",
    "w:hMerge",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:noWrap",
    "w:tcMar",
    "w:textDirection",
    "w:tcFitText",
    "w:vAlign",
    "w:hideMark",
];

/// `CT_Style`.
const STYLE: &[&str] = &[
    "w:name",
    "w:aliases",
    "w:basedOn",
    "w:next",
    "w:link",
    "w:autoRedefine",
    "w:hidden",
    "w:uiPriority",
    "w:semiHidden",
    "w:unhideWhenUsed",
    "w:qFormat",
    "w:locked",
    "w:rsid",
    "w:pPr",
    "w:rPr",
    "w:tblPr",
    "w:trPr",
    "w:tcPr",
    "w:tblStylePr",
];

/// `CT_Settings`: those of its 90 children that docgen writes.
const SETTINGS: &[&str] = &[
    "w:zoom",
    "w:embedTrueTypeFonts",
    "w:saveSubsetFonts",
    "w:mirrorMargins",
    "w:defaultTabStop",
    "w:evenAndOddHeaders",
    "w:characterSpacingControl",
    "w:compat",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:decimalSymbol",
    "w:listSeparator",
];

/// `CT_Font`.
const FONT: &[&str] = &[
    "w:altName",
    "w:panose1",
    "w:charset",
    "w:family",
    "w:notTrueType",
    "w:pitch",
    "w:sig",
    "w:embedRegular",
];

/// `CT_Inline`.
const INLINE: &[&str] =
    &["wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"];

/// `CT_Anchor`.
const ANCHOR: &[&str] = &[
    "wp:simplePos",
    "wp:positionH",
    "wp:positionV",
    "wp:extent",
    "wp:effectExtent",
    "wp:wrapNone",
    "wp:wrapTopAndBottom",
    "wp:docPr",
    "wp:cNvGraphicFramePr",
    "a:graphic",
];

/// The children that `parent` may have, in order; none if it has no table.
pub(crate) fn order(parent: &str) -> Option<&'static [&'static str]> {
    ORDERS.iter().find(|(name, _)| *name == parent).map(|(_, children)| *children)
}

/// The children of an element in the schema's order; equal names keep theirs.
pub(crate) fn in_order(parent: &Node) -> Result<Vec<&Node>, DocxError> {
    let Some(order) = order(parent.name) else {
        return Ok(parent.children.iter().collect());
    };
    let mut placed = vec![];
    for child in &parent.children {
        let place = order.iter().position(|name| *name == child.name);
        let stray = DocxError::Schema { parent: parent.name, child: child.name };
        placed.push((place.ok_or(stray)?, child));
    }
    placed.sort_by_key(|(place, _)| *place);
    Ok(placed.into_iter().map(|(_, child)| child).collect())
}
