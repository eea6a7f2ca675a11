//! How much work a drawing is, known before it is drawn: a small file can ask for hours.
//!
//! Work is counted in pixels: those that a shape may cover, the layers of groups that are
//! drawn apart, masks and clips each time that they are used, and dashes.

use resvg::tiny_skia::{Rect, Size};
use resvg::usvg::{Group, Node, Path, Tree};

/// The most work: some hundred layers as large as the largest drawing.
const MOST: f32 = 3e9;

/// What one dash costs, in pixels.
const DASH: f32 = 1_000.0;

/// Whether a tree can be drawn in a few seconds, `scale` times as large as it says.
pub(crate) fn is_bounded(tree: &Tree, scale: f32) -> bool {
    let mut work = Work { left: MOST, size: tree.size(), scale };
    work.group(tree.root());
    work.left > 0.0
}

struct Work {
    left: f32,
    size: Size,
    scale: f32,
}

impl Work {
    fn group(&mut self, group: &Group) {
        if group.should_isolate() {
            self.spend(group.abs_stroke_bounding_box());
        }
        if let Some(clip) = group.clip_path() {
            self.canvas();
            self.group(clip.root());
        }
        if let Some(mask) = group.mask() {
            self.canvas();
            self.group(mask.root());
        }
        for node in group.children() {
            if self.left <= 0.0 {
                return;
            }
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) => self.path(path),
                Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn path(&mut self, path: &Path) {
        self.spend(path.abs_stroke_bounding_box());
        let dashes = path.stroke().and_then(|stroke| stroke.dasharray());
        if let Some(dashes) = dashes {
            let points = path.data().points();
            let length: f32 = points
                .windows(2)
                .map(|two| (two[1].x - two[0].x).hypot(two[1].y - two[0].y))
                .sum();
            let period: f32 = dashes.iter().sum();
            self.left -=
                DASH * dashes.len() as f32 * length / period.max(f32::MIN_POSITIVE);
        }
    }

    /// The part of a rectangle that lies on the canvas; at least a pixel.
    fn spend(&mut self, rect: Rect) {
        let within =
            |from: f32, to: f32, end: f32| (to.min(end) - from.max(0.0)).max(0.0);
        let wide = within(rect.left(), rect.right(), self.size.width());
        let high = within(rect.top(), rect.bottom(), self.size.height());
        self.left -= (wide * self.scale + 1.0) * (high * self.scale + 1.0);
    }

    fn canvas(&mut self) {
        self.left -= self.size.width() * self.size.height() * self.scale * self.scale;
    }
}
