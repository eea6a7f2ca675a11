//! Pictures: their files as parts, and the drawings that show them.
//!
//! A seal floats over the text, anchored to the paragraph of its organ, so that it moves
//! with the name when somebody adds a line above.

use std::sync::Arc;

use docgen_model::{
    Abs, Decisions, Document, Figure, FigurePlan, Image, ParaPlan, SealPlan, Signature,
};
use docgen_standard::{Insert, Para, Profile};

use crate::DocxError;
use crate::floating;
use crate::package::Part;
use crate::xml::{Node, el};

/// The first number of a picture's drawing; smaller ones are rules.
const FIRST_ID: usize = 1_000;

/// The pictures of a document, each file kept once.
#[derive(Debug)]
pub(crate) struct Pictures<'a> {
    signature: Option<&'a Signature>,
    seals: &'a [SealPlan],
    files: Vec<Image>,
    drawn: usize,
}

impl<'a> Pictures<'a> {
    pub(crate) fn new(document: &'a Document, decisions: &'a Decisions) -> Self {
        let (signature, seals) = (document.signature.as_ref(), &*decisions.seals);
        Self { signature, seals, files: vec![], drawn: 0 }
    }

    /// The parts that hold the files.
    pub(crate) fn parts(self) -> Vec<Part> {
        let part = |(index, image)| Part::picture(index, image);
        self.files.iter().enumerate().map(part).collect()
    }

    /// The seals that are anchored to the paragraph at `index`.
    pub(crate) fn seals(
        &mut self,
        index: usize,
        profile: &Profile,
    ) -> Result<Vec<Node>, DocxError> {
        let (signature, seals) = (self.signature, self.seals);
        let here = seals.iter().enumerate().filter(|(_, plan)| plan.para == index);
        here.map(|(number, plan)| {
            let unknown = || DocxError::Decisions("a seal without its picture");
            let signature = signature.ok_or_else(unknown)?;
            let seal = signature.seals.get(number).ok_or_else(unknown)?;
            let shown = Shown {
                name: "印章",
                alt: &signature.seal_alt(number),
                width: plan.width,
                height: plan.height,
            };
            Ok(self.float(&seal.image, &shown, plan, profile))
        })
        .collect()
    }

    /// A run with the picture that stands in the place of words, if one does.
    pub(crate) fn figure(
        &mut self,
        para: &Para,
        plan: &ParaPlan,
    ) -> Result<Option<Node>, DocxError> {
        let Some(Insert::Figure(figure)) = &para.insert else { return Ok(None) };
        let plan =
            plan.figure.ok_or(DocxError::Decisions("a figure without its plan"))?;
        Ok(Some(self.inline(figure, plan)))
    }

    fn inline(&mut self, figure: &Figure, plan: FigurePlan) -> Node {
        let (file, id) = self.next(&figure.image);
        let shown = Shown {
            name: "图片",
            alt: figure.alt.as_str(),
            width: plan.width,
            height: plan.height,
        };
        let sides = ["distT", "distB", "distL", "distR"];
        let inline = sides.iter().fold(el("wp:inline"), |node, side| node.attr(side, 0));
        let inline = inline.children(shown.drawing(id, file));
        el("w:r").child(el("w:drawing").child(inline))
    }

    /// A run with a picture over the text, centred on the row of its paragraph.
    fn float(
        &mut self,
        image: &Image,
        shown: &Shown<'_>,
        plan: &SealPlan,
        profile: &Profile,
    ) -> Node {
        let (file, id) = self.next(image);
        let left = plan.center - plan.width / 2;
        let pitch = profile.docx.pitch;
        let above = pitch * i64::from(plan.line) + (pitch - plan.height) / 2;
        let place = [("margin", left), ("paragraph", above)];
        let anchor = floating::anchor(id, place, "wp:wrapNone");
        let anchor = anchor.children(shown.drawing(id, file));
        el("w:r").child(el("w:drawing").child(anchor))
    }

    /// The place of a picture's file among the files, and the number of its next drawing.
    fn next(&mut self, image: &Image) -> (usize, usize) {
        self.drawn += 1;
        let same = |known: &Image| {
            Arc::ptr_eq(&known.bytes, &image.bytes) || known.bytes == image.bytes
        };
        let place = self.files.iter().position(same).unwrap_or_else(|| {
            self.files.push(image.clone());
            self.files.len() - 1
        });
        (place, FIRST_ID + self.drawn)
    }
}

/// What is shown of a picture.
struct Shown<'a> {
    /// Its name, for those who edit the document.
    name: &'a str,
    /// What it shows, for those who cannot see it.
    alt: &'a str,
    width: Abs,
    height: Abs,
}

impl Shown<'_> {
    /// What every drawing of a picture holds besides its place.
    fn drawing(&self, id: usize, file: usize) -> [Node; 5] {
        let locks =
            el("a:graphicFrameLocks").attr("xmlns:a", MAIN).attr("noChangeAspect", 1);
        let data = el("a:graphicData").attr("uri", PICTURE).child(self.picture(id, file));
        [
            floating::extent("wp:extent", [self.width, self.height]),
            floating::no_effect(),
            self.properties("wp:docPr", id),
            el("wp:cNvGraphicFramePr").child(locks),
            el("a:graphic").attr("xmlns:a", MAIN).child(data),
        ]
    }

    fn picture(&self, id: usize, file: usize) -> Node {
        let named = el("pic:nvPicPr")
            .child(self.properties("pic:cNvPr", id))
            .child(el("pic:cNvPicPr"));
        let fill = el("pic:blipFill")
            .child(el("a:blip").attr("r:embed", Part::picture_id(file)))
            .child(el("a:stretch").child(el("a:fillRect")));
        let shape = el("pic:spPr")
            .child(floating::transform([self.width, self.height]))
            .child(floating::geometry("rect"));
        el("pic:pic").attr("xmlns:pic", PICTURE).child(named).child(fill).child(shape)
    }

    fn properties(&self, name: &'static str, id: usize) -> Node {
        el(name).attr("id", id).attr("name", self.name).attr("descr", self.alt)
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
