//! The tag tree: Document → one element for each logical piece, in reading order.
//!
//! Every item is one piece of marked content. The pieces of a paragraph hang under its one
//! element whatever page they stand on; the parts of a table hang under it; page numbers and rules are artifacts, which a
//! screen reader passes over.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use docgen_frame::{Item, ItemKind, Node, NodeTag, Owner};
use docgen_model::Rect;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};

use crate::PdfError;
use crate::convert::points;
use crate::metadata::LANGUAGE;
use crate::text::location;

/// The marked content of each logical piece so far.
pub(crate) struct Tags {
    by_node: Vec<Vec<Identifier>>,
    /// Where the picture of each is drawn: page and place.
    boxes: BTreeMap<usize, (usize, Rect)>,
    /// Whether an item names a logical piece that does not exist.
    astray: bool,
}

/// The tag tree of all copies, one after the other.
pub(crate) fn tree(copies: Vec<Tags>, structure: &[Node]) -> Result<TagTree, PdfError> {
    let mut whole = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for tags in copies {
        whole.children.extend(tags.into_tree(structure)?.children);
    }
    Ok(whole)
}

impl Tags {
    /// No marked content yet for any of `nodes` logical pieces.
    pub(crate) fn new(nodes: usize) -> Self {
        Self { by_node: vec![vec![]; nodes], boxes: BTreeMap::new(), astray: false }
    }

    /// Opens the marked content of an item.
    pub(crate) fn start(&mut self, item: &Item, page: usize, surface: &mut Surface<'_>) {
        let identifier = surface.start_tagged(content_tag(item));
        match (&item.kind, item.owner) {
            (ItemKind::Line(_) | ItemKind::Picture(_), Owner::Node(index)) => {
                if let ItemKind::Picture(picture) = &item.kind {
                    self.boxes.insert(index, (page, picture.rect));
                }
                match self.by_node.get_mut(index) {
                    Some(contents) => contents.push(identifier),
                    None => self.astray = true,
                }
            }
            (
                ItemKind::Line(_) | ItemKind::Picture(_),
                Owner::PageNumber | Owner::Decoration,
            )
            | (ItemKind::Rule(_) | ItemKind::Link(_), _) => {}
        }
    }

    /// Adds the annotation of a link to its logical piece.
    pub(crate) fn refer(&mut self, owner: Owner, link: Identifier) {
        let Owner::Node(index) = owner else { return };
        match self.by_node.get_mut(index) {
            Some(contents) => contents.push(link),
            None => self.astray = true,
        }
    }

    /// The tag tree. A logical piece that shows nothing has no element, unless it is part of
    /// a table, which must stay whole.
    pub(crate) fn into_tree(mut self, structure: &[Node]) -> Result<TagTree, PdfError> {
        let parted =
            |(index, node): (usize, &Node)| node.parent.is_some_and(|p| p >= index);
        if self.astray || structure.iter().enumerate().any(parted) {
            return Err(PdfError::internal("owner of an item"));
        }
        let parts = parts(structure);
        let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
        for (index, node) in structure.iter().enumerate() {
            if node.parent.is_none()
                && let Some(group) = self.group(index, structure, &parts)
            {
                tree.push(group);
            }
        }
        Ok(tree)
    }

    /// The element of a logical piece, with those of its parts.
    fn group(
        &mut self,
        index: usize,
        structure: &[Node],
        parts: &[Vec<usize>],
    ) -> Option<TagGroup> {
        let node = structure.get(index)?;
        let own = self.by_node.get_mut(index).map(std::mem::take).unwrap_or_default();
        let mut children: Vec<krilla::tagging::Node> =
            own.into_iter().map(Into::into).collect();
        for &part in parts.get(index).into_iter().flatten() {
            children.extend(self.group(part, structure, parts).map(Into::into));
        }
        let empty = children.is_empty() && node.parent.is_none();
        (!empty).then(|| {
            TagGroup::with_children(element(node, bbox(self.boxes.get(&index))), children)
        })
    }
}

/// The parts of each logical piece.
fn parts(structure: &[Node]) -> Vec<Vec<usize>> {
    let mut parts = vec![vec![]; structure.len()];
    for (index, node) in structure.iter().enumerate() {
        if let Some(parts) = node.parent.and_then(|parent| parts.get_mut(parent)) {
            parts.push(index);
        }
    }
    parts
}

fn content_tag(item: &Item) -> ContentTag<'static> {
    match (&item.kind, item.owner) {
        (ItemKind::Line(_), Owner::Node(_)) => ContentTag::Span(SpanTag::empty()),
        (ItemKind::Picture(_), Owner::Node(_)) => ContentTag::Other,
        (ItemKind::Line(_), Owner::PageNumber) => artifact(ArtifactType::PageNumber),
        (ItemKind::Line(_), Owner::Decoration)
        | (ItemKind::Picture(_), Owner::PageNumber | Owner::Decoration)
        | (ItemKind::Rule(_) | ItemKind::Link(_), _) => artifact(ArtifactType::Layout),
    }
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// How many columns or rows a cell covers, if it is more than one.
fn span(count: u32) -> Option<NonZeroU32> {
    NonZeroU32::new(count).filter(|count| count.get() > 1)
}

/// The place of a picture, as a reader of the tags wants it.
fn bbox(place: Option<&(usize, Rect)>) -> Option<BBox> {
    let &(page, rect) = place?;
    let (left, top) = (points(rect.x), points(rect.y));
    let (right, bottom) = (points(rect.right()), points(rect.bottom()));
    let rect = krilla::geom::Rect::from_ltrb(left, top, right, bottom)?;
    Some(BBox::new(page, rect))
}

fn element(node: &Node, bbox: Option<BBox>) -> TagKind {
    let tag: TagKind = match &node.tag {
        NodeTag::Heading { level, text } => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        NodeTag::Paragraph => Tag::P.into(),
        NodeTag::Foreign { language } => {
            Tag::P.with_lang(Some((*language).to_owned())).into()
        }
        NodeTag::Table => Tag::Table.into(),
        NodeTag::Caption => Tag::Caption.into(),
        NodeTag::Row => Tag::TR.into(),
        NodeTag::Cell { head: true, across, down } => {
            let cell = Tag::TH(TableHeaderScope::Column);
            cell.with_col_span(span(*across)).with_row_span(span(*down)).into()
        }
        NodeTag::Cell { head: false, across, down } => {
            Tag::TD.with_col_span(span(*across)).with_row_span(span(*down)).into()
        }
        NodeTag::Contents => Tag::TOC.into(),
        NodeTag::Entry => Tag::TOCI.into(),
        NodeTag::Reference => Tag::Reference.into(),
        NodeTag::Link => Tag::Link.into(),
        NodeTag::Figure { alt } => Tag::Figure(Some(alt.clone())).with_bbox(bbox).into(),
    };
    tag.with_location(Some(location(node.span)))
}
