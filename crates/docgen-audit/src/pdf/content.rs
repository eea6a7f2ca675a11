//! Draws a page: follows the operators of its content and keeps where glyphs, straight lines
//! and pictures come to stand.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::Fonts;
use super::{dictionary, inherited, number};
use crate::forms::shows;
use crate::sheet::{CLOSING, Colour, Face, Glyph, MM, Picture, Rule};

/// What stands on a page; in points from the bottom left until it is placed.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) upright: Vec<Glyph>,
    pub(crate) turned: Vec<Glyph>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) pictures: Vec<Picture>,
}

impl Drawn {
    /// From points to millimetres right of `left` and below `top`.
    pub(crate) fn place(&mut self, left: f64, top: f64, shift: f64, page: usize) {
        let x = |x: f64| (x - left) * MM + shift;
        let y = |y: f64| (top - y) * MM;
        for glyph in self.upright.iter_mut().chain(&mut self.turned) {
            let (from, to) = (x(glyph.x), x(glyph.right));
            let half = from + glyph.size * MM / 2.0;
            glyph.right = if CLOSING.contains(glyph.text) { half } else { to };
            (glyph.x, glyph.baseline, glyph.page) = (from, y(glyph.baseline), page);
        }
        for rule in &mut self.rules {
            (rule.left, rule.right, rule.y) = (x(rule.left), x(rule.right), y(rule.y));
            rule.thickness *= MM;
        }
        for picture in &mut self.pictures {
            let Picture { left, top, right, bottom } = *picture;
            *picture = Picture {
                left: x(left),
                top: y(top),
                right: x(right),
                bottom: y(bottom),
            };
        }
    }
}

/// A matrix as PDF writes it: a b c d e f.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(operands: &[Object]) -> Self {
        let mut all = [0.0; 6];
        all.iter_mut().zip(operands).for_each(|(to, from)| *to = number(from));
        Self(all)
    }

    /// First this one, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// By how much it enlarges heights.
    fn scale(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

#[derive(Debug, Clone, Copy)]
struct State {
    matrix: Matrix,
    fill: Colour,
    stroke: Colour,
    width: f64,
    /// Which of the file's fonts.
    font: usize,
    size: f64,
    /// Whether glyphs are shown.
    visible: bool,
}

struct Pen<'a> {
    document: &'a Document,
    drawn: Drawn,
    fonts: &'a mut Fonts,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// The path: points of each of its parts.
    path: Vec<Vec<(f64, f64)>>,
}

/// Draws a page and adds its fonts to those of the file.
pub(crate) fn draw(
    document: &Document,
    page: ObjectId,
    fonts: &mut Fonts,
) -> Result<Drawn, lopdf::Error> {
    let state = State {
        matrix: Matrix::UNIT,
        fill: Colour::Black,
        stroke: Colour::Black,
        width: 1.0,
        font: 0,
        size: 0.0,
        visible: true,
    };
    let mut pen = Pen {
        document,
        drawn: Drawn::default(),
        fonts,
        state,
        saved: vec![],
        text: Matrix::UNIT,
        line: Matrix::UNIT,
        path: vec![],
    };
    let resources = inherited(document, page, b"Resources");
    let resources = resources.and_then(|object| object.as_dict().ok());
    let content = Content::decode(&document.get_page_content(page))?;
    pen.run(&content, resources, 0)?;
    Ok(pen.drawn)
}

impl Pen<'_> {
    fn run(
        &mut self,
        content: &Content,
        resources: Option<&Dictionary>,
        depth: usize,
    ) -> Result<(), lopdf::Error> {
        for operation in &content.operations {
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "q" => self.saved.push(self.state),
                "Q" => self.state = self.saved.pop().unwrap_or(self.state),
                "cm" => self.state.matrix = Matrix::of(operands).then(self.state.matrix),
                "w" => self.state.width = operands.first().map_or(1.0, number),
                "g" | "rg" | "k" | "sc" | "scn" => self.state.fill = colour(operands),
                "G" | "RG" | "K" | "SC" | "SCN" => self.state.stroke = colour(operands),
                "Do" => self.place(operands, resources, depth)?,
                "BT" | "Tf" | "Tm" | "Td" | "TD" | "Tr" | "Tj" | "TJ" => {
                    self.write(&operation.operator, operands, resources);
                }
                operator => self.trace(operator, operands),
            }
        }
        Ok(())
    }

    /// The operators of text.
    fn write(
        &mut self,
        operator: &str,
        operands: &[Object],
        resources: Option<&Dictionary>,
    ) {
        match operator {
            "BT" => (self.text, self.line) = (Matrix::UNIT, Matrix::UNIT),
            "Tf" => self.choose(operands, resources),
            "Tr" => self.state.visible = operands.first().map_or(0.0, number) < 3.0,
            "Tm" => {
                self.line = Matrix::of(operands);
                self.text = self.line;
            }
            "Td" | "TD" => {
                let [x, y] = [0, 1].map(|at| operands.get(at).map_or(0.0, number));
                self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line);
                self.text = self.line;
            }
            _ => {
                let all = operands.first().and_then(|object| object.as_array().ok());
                for object in all.map_or(operands, Vec::as_slice) {
                    match object {
                        Object::String(bytes, _) => self.show(bytes),
                        other => self.advance(-number(other)),
                    }
                }
            }
        }
    }

    fn choose(&mut self, operands: &[Object], resources: Option<&Dictionary>) {
        let [name, size] = operands else { return };
        self.state.size = number(size);
        let fonts = resources.and_then(|all| dictionary(self.document, all, b"Font"));
        let font =
            name.as_name().ok().zip(fonts).and_then(|(name, all)| all.get(name).ok());
        let Some(Ok(id)) = font.map(Object::as_reference) else { return };
        if let Some(font) = self.fonts.place_of(self.document, id) {
            self.state.font = font;
        }
    }

    /// Moves on by thousandths of the size.
    fn advance(&mut self, thousandths: f64) {
        let by = thousandths / 1000.0 * self.state.size;
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(self.text);
    }

    fn show(&mut self, bytes: &[u8]) {
        let at = self.state.font;
        let step = self.fonts.get(at).map_or(2, |font| font.step);
        for code in bytes.chunks(step) {
            let code = code.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
            let Some(font) = self.fonts.get(at) else { return };
            let (wide, face) = (font.advance(code), font.face);
            let text: Vec<char> = font.text(code).chars().collect();
            if self.state.visible {
                self.glyph(&text, wide, face);
            }
            self.advance(wide);
        }
    }

    /// One glyph; if it says several characters, they share its width.
    fn glyph(&mut self, text: &[char], wide: f64, face: Face) {
        let matrix = self.text.then(self.state.matrix);
        let (x, baseline) = matrix.point(0.0, 0.0);
        let right = matrix.point(wide / 1000.0 * self.state.size, 0.0).0;
        let size = (self.state.size * matrix.scale() * 10.0).round() / 10.0;
        let upright = matrix.0[0] > 0.9 * matrix.scale();
        let text_len = text.len() as f64;
        for (at, &text) in text.iter().enumerate().filter(|(_, c)| shows(**c)) {
            let x = x + (right - x) * at as f64 / text_len;
            let colour = self.state.fill;
            let glyph = Glyph {
                text,
                x,
                right,
                baseline,
                size,
                face,
                colour,
                page: 0,
                at: usize::MAX,
            };
            let list =
                if upright { &mut self.drawn.upright } else { &mut self.drawn.turned };
            list.push(glyph);
        }
    }

    /// A picture, or a drawing with a content of its own.
    fn place(
        &mut self,
        operands: &[Object],
        resources: Option<&Dictionary>,
        depth: usize,
    ) -> Result<(), lopdf::Error> {
        let all = resources.and_then(|all| dictionary(self.document, all, b"XObject"));
        let name = operands.first().and_then(|object| object.as_name().ok());
        let found =
            all.zip(name).and_then(|(all, name)| all.get_deref(name, self.document).ok());
        let Some(Ok(stream)) = found.map(Object::as_stream) else { return Ok(()) };
        if stream
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|n| n == b"Image")
        {
            let (a, b) =
                (self.state.matrix.point(0.0, 0.0), self.state.matrix.point(1.0, 1.0));
            self.drawn.pictures.push(Picture {
                left: a.0.min(b.0),
                top: a.1.max(b.1),
                right: a.0.max(b.0),
                bottom: a.1.min(b.1),
            });
        } else if depth < 8 {
            let before = self.state;
            if let Ok(matrix) = stream.dict.get(b"Matrix").and_then(Object::as_array) {
                self.state.matrix = Matrix::of(matrix).then(self.state.matrix);
            }
            let own = dictionary(self.document, &stream.dict, b"Resources").or(resources);
            let content = Content::decode(&stream.get_plain_content()?)?;
            self.run(&content, own, depth + 1)?;
            self.state = before;
        }
        Ok(())
    }

    /// The operators of paths.
    fn trace(&mut self, operator: &str, operands: &[Object]) {
        let at = |index: usize| operands.get(index).map_or(0.0, number);
        let matrix = self.state.matrix;
        match operator {
            "m" => self.path.push(vec![matrix.point(at(0), at(1))]),
            "l" => self.reach(matrix.point(at(0), at(1))),
            "c" => self.reach(matrix.point(at(4), at(5))),
            "v" | "y" => self.reach(matrix.point(at(2), at(3))),
            "re" => {
                let (x, y, right, top) = (at(0), at(1), at(0) + at(2), at(1) + at(3));
                let corners = [(x, y), (right, y), (right, top), (x, top)];
                self.path.push(corners.map(|(x, y)| matrix.point(x, y)).to_vec());
            }
            "S" | "s" => self.stroke(),
            "f" | "F" | "f*" => self.fill(),
            "B" | "B*" | "b" | "b*" => {
                self.stroke();
                self.fill();
            }
            _ => {}
        }
        if matches!(
            operator,
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n"
        ) {
            self.path.clear();
        }
    }

    fn reach(&mut self, point: (f64, f64)) {
        if let Some(part) = self.path.last_mut() {
            part.push(point);
        }
    }

    /// Straight horizontal strokes.
    fn stroke(&mut self) {
        let thickness = self.state.width * self.state.matrix.scale();
        for part in &self.path {
            for pair in part.windows(2).filter(|pair| (pair[0].1 - pair[1].1).abs() < 0.5)
            {
                let (left, right) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
                let colour = self.state.stroke;
                self.drawn.rules.push(Rule {
                    left,
                    right,
                    y: pair[0].1,
                    thickness,
                    colour,
                });
            }
        }
    }

    /// Thin filled boxes.
    fn fill(&mut self) {
        for part in &self.path {
            let side = |of: fn(&(f64, f64)) -> f64| {
                part.iter()
                    .map(of)
                    .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| {
                        (a.min(x), b.max(x))
                    })
            };
            let ((left, right), (bottom, top)) = (side(|p| p.0), side(|p| p.1));
            if top - bottom < 6.0 {
                let (y, thickness) = (f64::midpoint(top, bottom), top - bottom);
                self.drawn.rules.push(Rule {
                    left,
                    right,
                    y,
                    thickness,
                    colour: self.state.fill,
                });
            }
        }
    }
}

/// Grey, RGB or CMYK.
fn colour(operands: &[Object]) -> Colour {
    let parts: Vec<f64> =
        operands.iter().filter_map(|one| one.as_float().ok()).map(f64::from).collect();
    match *parts.as_slice() {
        [grey] => Colour::of([grey; 3]),
        [red, green, blue] => Colour::of([red, green, blue]),
        [c, m, y, k] => Colour::of([c, m, y].map(|ink| (1.0 - ink) * (1.0 - k))),
        _ => Colour::Other,
    }
}
