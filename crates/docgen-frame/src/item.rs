//! Small changes to what stands on a finished page.

use docgen_model::{Abs, Color};

use crate::{Item, ItemKind};

impl Item {
    /// Moves it to the right.
    pub fn shift(&mut self, by: Abs) {
        match &mut self.kind {
            ItemKind::Line(line) => {
                line.runs.iter_mut().for_each(|run| run.origin.x += by);
            }
            ItemKind::Rule(rule) => rule.from.x += by,
            ItemKind::Picture(picture) => picture.rect.x += by,
            ItemKind::Link(link) => link.rect.x += by,
        }
    }

    /// Whether all of it is printed in the red of the house, as a seal is not.
    pub fn is_red(&self) -> bool {
        match &self.kind {
            ItemKind::Line(line) => line.runs.iter().all(|run| run.color == Color::Red),
            ItemKind::Rule(rule) => rule.color == Color::Red,
            ItemKind::Picture(_) | ItemKind::Link(_) => false,
        }
    }
}
