//! The package: which parts there are, how they point at each other, and the ZIP around
//! them. Order and times are fixed, so that the same parts give the same bytes.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use docgen_model::{Image, ImageKind};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::DocxError;
use crate::xml::{self, Node, el};

/// Whose relations lead to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Package,
    Document,
    Source,
    Fonts,
}

impl Owner {
    const ALL: [Self; 4] = [Self::Package, Self::Document, Self::Source, Self::Fonts];

    /// Where its relations stand.
    fn relations(self) -> &'static str {
        match self {
            Self::Package => "_rels/.rels",
            Self::Document => "word/_rels/document.xml.rels",
            Self::Source => "customXml/_rels/item1.xml.rels",
            Self::Fonts => "word/_rels/fontTable.xml.rels",
        }
    }

    /// The folder from which its relations are read.
    fn folder(self) -> &'static str {
        match self {
            Self::Package => "",
            Self::Document | Self::Fonts => "word/",
            Self::Source => "customXml/",
        }
    }
}

/// A kind of part.
#[derive(Clone)]
pub(crate) struct PartKind {
    /// Its path in the package.
    path: Cow<'static, str>,
    /// What leads to it.
    owner: Owner,
    /// Its content type, behind `application/`; nothing if its extension tells it.
    content_type: &'static str,
    /// The type of the relation that leads to it, behind its base.
    relation: &'static str,
    /// Its name among the relations of the part that points at it.
    id: Cow<'static, str>,
}

/// A part with its bytes.
pub(crate) struct Part {
    kind: PartKind,
    bytes: Vec<u8>,
}

impl Part {
    /// Writes a tree as a part.
    pub(crate) fn new(kind: &'static PartKind, root: &Node) -> Result<Self, DocxError> {
        Ok(Self { kind: kind.clone(), bytes: xml::write(root)? })
    }

    /// A part that never changes.
    pub(crate) fn raw(kind: &'static PartKind, xml: &str) -> Self {
        Self { kind: kind.clone(), bytes: xml.as_bytes().to_vec() }
    }

    /// The file of the picture at `index`.
    pub(crate) fn picture(index: usize, image: &Image) -> Self {
        let kind = PartKind {
            path: format!("word/media/image{}.{}", index + 1, image.kind.extension())
                .into(),
            owner: Owner::Document,
            content_type: "",
            relation: "officeDocument/2006/relationships/image",
            id: Self::picture_id(index).into(),
        };
        Self { kind, bytes: image.bytes.to_vec() }
    }

    /// The obfuscated file of the embedded face at `index`.
    pub(crate) fn font(index: usize, bytes: Vec<u8>) -> Self {
        let kind = PartKind {
            path: format!("word/fonts/font{}.odttf", index + 1).into(),
            owner: Owner::Fonts,
            content_type: "vnd.openxmlformats-officedocument.obfuscatedFont",
            relation: "officeDocument/2006/relationships/font",
            id: Self::font_id(index).into(),
        };
        Self { kind, bytes }
    }

    /// Its name among the relations of the font table.
    pub(crate) fn font_id(index: usize) -> String {
        format!("rId{}", index + 1)
    }

    /// What stands in it.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its name among the relations of the document.
    pub(crate) fn picture_id(index: usize) -> String {
        format!("rIdImage{}", index + 1)
    }
}

macro_rules! parts {
    ($($owner:ident $name:ident = $id:literal $path:literal
        $content_type:literal $relation:literal;)+) => {
        $(pub(crate) static $name: PartKind = PartKind {
            owner: Owner::$owner,
            id: Cow::Borrowed($id),
            path: Cow::Borrowed($path),
            content_type: $content_type,
            relation: $relation,
        };)+
    };
}

parts! {
    Package DOCUMENT = "rId1" "word/document.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        "officeDocument/2006/relationships/officeDocument";
    Document STYLES = "rId1" "word/styles.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
        "officeDocument/2006/relationships/styles";
    Document SETTINGS = "rId2" "word/settings.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
        "officeDocument/2006/relationships/settings";
    Document FONT_TABLE = "rId3" "word/fontTable.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
        "officeDocument/2006/relationships/fontTable";
    Document THEME = "rId4" "word/theme/theme1.xml"
        "vnd.openxmlformats-officedocument.theme+xml"
        "officeDocument/2006/relationships/theme";
    Document FOOTER_ODD = "rId5" "word/footer1.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        "officeDocument/2006/relationships/footer";
    Document FOOTER_EVEN = "rId6" "word/footer2.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        "officeDocument/2006/relationships/footer";
    Document FOOTER_BARE = "rId9" "word/footer4.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        "officeDocument/2006/relationships/footer";
    Document FOOTER_TURNED_ODD = "rId20" "word/footer20.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        "officeDocument/2006/relationships/footer";
    Document FOOTER_TURNED_EVEN = "rId21" "word/footer21.xml"
        "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
        "officeDocument/2006/relationships/footer";
    Package CORE = "rId2" "docProps/core.xml"
        "vnd.openxmlformats-package.core-properties+xml"
        "package/2006/relationships/metadata/core-properties";
    Package APP = "rId3" "docProps/app.xml"
        "vnd.openxmlformats-officedocument.extended-properties+xml"
        "officeDocument/2006/relationships/extended-properties";
    Package CUSTOM = "rId4" "docProps/custom.xml"
        "vnd.openxmlformats-officedocument.custom-properties+xml"
        "officeDocument/2006/relationships/custom-properties";
    Document SOURCE = "rId7" "customXml/item1.xml"
        "xml"
        "officeDocument/2006/relationships/customXml";
    Source SOURCE_PROPERTIES = "rId1" "customXml/itemProps1.xml"
        "vnd.openxmlformats-officedocument.customXmlProperties+xml"
        "officeDocument/2006/relationships/customXmlProps";
}

impl PartKind {
    /// Its name in attributes such as `r:id`.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Its path as seen from its owner.
    fn target(&self) -> String {
        match self.path.strip_prefix(self.owner.folder()) {
            Some(below) => below.to_owned(),
            None => format!("../{}", self.path),
        }
    }
}

const SCHEMAS: &str = "http://schemas.openxmlformats.org/";

/// The root of a part of WordprocessingML in which nothing is drawn.
pub(crate) fn plain_root(name: &'static str) -> Node {
    el(name).attr("xmlns:w", format!("{SCHEMAS}wordprocessingml/2006/main"))
}

/// The same of a part that leads to other parts.
pub(crate) fn leading_root(name: &'static str) -> Node {
    let relations = format!("{SCHEMAS}officeDocument/2006/relationships");
    plain_root(name).attr("xmlns:r", relations)
}

/// The same with every namespace that a drawing may use.
pub(crate) fn root(name: &'static str) -> Node {
    let namespaces = [
        ("xmlns:mc", "markup-compatibility/2006"),
        ("xmlns:wp", "drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", "drawingml/2006/main"),
    ];
    let root = namespaces.iter().fold(leading_root(name), |root, (prefix, uri)| {
        root.attr(prefix, format!("{SCHEMAS}{uri}"))
    });
    let word2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    root.attr("xmlns:wps", word2010).attr("xmlns:v", "urn:schemas-microsoft-com:vml")
}

/// Zips the parts: content types first, the others sorted by path.
pub(crate) fn zip(parts: &[Part]) -> Result<Vec<u8>, DocxError> {
    let mut files: Vec<(&str, &[u8])> =
        parts.iter().map(|part| (&*part.kind.path, part.bytes.as_slice())).collect();
    let mut relations_of = vec![];
    for owner in Owner::ALL {
        let owned: Vec<&Part> =
            parts.iter().filter(|part| part.kind.owner == owner).collect();
        if !owned.is_empty() {
            relations_of.push((owner, xml::write(&relations(&owned))?));
        }
    }
    let owners = relations_of.iter();
    files.extend(owners.map(|(owner, xml)| (owner.relations(), xml.as_slice())));
    files.sort_unstable();
    let types = xml::write(&content_types(parts))?;
    files.insert(0, ("[Content_Types].xml", &types));
    deflate(&files).map_err(|why| DocxError::Write(why.to_string()))
}

fn content_types(parts: &[Part]) -> Node {
    let default = |extension: &str, kind: &str| {
        el("Default")
            .attr("Extension", extension)
            .attr("ContentType", format!("application/{kind}"))
    };
    let types = el("Types")
        .attr("xmlns", format!("{SCHEMAS}package/2006/content-types"))
        .child(default("rels", "vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "xml"));
    let pictures = [ImageKind::Jpeg, ImageKind::Png].into_iter().filter(|kind| {
        parts.iter().any(|part| {
            part.kind.content_type.is_empty()
                && part.kind.path.ends_with(kind.extension())
        })
    });
    let types = types.children(pictures.map(|kind| {
        el("Default")
            .attr("Extension", kind.extension())
            .attr("ContentType", format!("image/{}", kind.extension()))
    }));
    let typed = parts.iter().filter(|part| !part.kind.content_type.is_empty());
    types.children(typed.map(|part| {
        el("Override")
            .attr("PartName", format!("/{}", part.kind.path))
            .attr("ContentType", format!("application/{}", part.kind.content_type))
    }))
}

/// The relations to the parts of one owner.
fn relations(parts: &[&Part]) -> Node {
    let relation = |part: &&Part| {
        el("Relationship")
            .attr("Id", &part.kind.id)
            .attr("Type", format!("{SCHEMAS}{}", part.kind.relation))
            .attr("Target", part.kind.target())
    };
    el("Relationships")
        .attr("xmlns", format!("{SCHEMAS}package/2006/relationships"))
        .children(parts.iter().map(relation))
}

fn deflate(files: &[(&str, &[u8])]) -> Result<Vec<u8>, zip::result::ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (path, bytes) in files {
        zip.start_file(*path, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
