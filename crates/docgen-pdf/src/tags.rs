//! The tag tree: Document → one element for each logical piece, in reading order.
//!
//! Every item is one piece of marked content. The pieces of a paragraph hang under its one
//! element whatever page they stand on; page numbers and rules are artifacts, which a
//! screen reader passes over.

use std::num::NonZeroU16;

use docgen_frame::{Item, ItemKind, Node, NodeTag, Owner};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind,
    TagTree,
};

use crate::PdfError;
use crate::metadata::LANGUAGE;
use crate::text::location;

/// The marked content of each logical piece so far.
pub(crate) struct Tags {
    by_node: Vec<Vec<Identifier>>,
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
        Self { by_node: vec![vec![]; nodes], astray: false }
    }

    /// Opens the marked content of an item.
    pub(crate) fn start(&mut self, item: &Item, surface: &mut Surface<'_>) {
        let identifier = surface.start_tagged(content_tag(item));
        match (&item.kind, item.owner) {
            (ItemKind::Line(_), Owner::Node(index)) => {
                match self.by_node.get_mut(index) {
                    Some(contents) => contents.push(identifier),
                    None => self.astray = true,
                }
            }
            (ItemKind::Line(_), Owner::PageNumber | Owner::Decoration)
            | (ItemKind::Rule(_), _) => {}
        }
    }

    /// The tag tree. A logical piece that shows nothing has no element.
    pub(crate) fn into_tree(self, structure: &[Node]) -> Result<TagTree, PdfError> {
        if self.astray {
            return Err(PdfError::internal("owner of an item"));
        }
        let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
        for (node, contents) in structure.iter().zip(self.by_node) {
            if !contents.is_empty() {
                let children = contents.into_iter().map(Into::into).collect();
                tree.push(TagGroup::with_children(element(node), children));
            }
        }
        Ok(tree)
    }
}

fn content_tag(item: &Item) -> ContentTag<'static> {
    match (&item.kind, item.owner) {
        (ItemKind::Line(_), Owner::Node(_)) => ContentTag::Span(SpanTag::empty()),
        (ItemKind::Line(_), Owner::PageNumber) => artifact(ArtifactType::PageNumber),
        (ItemKind::Line(_), Owner::Decoration) | (ItemKind::Rule(_), _) => {
            artifact(ArtifactType::Layout)
        }
    }
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn element(node: &Node) -> TagKind {
    let tag: TagKind = match &node.tag {
        NodeTag::Heading { level, text } => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        NodeTag::Paragraph => Tag::P.into(),
    };
    tag.with_location(Some(location(node.span)))
}
