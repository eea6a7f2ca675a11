//! What a page of a PDF shows: glyphs on lines, rules, pictures. Lengths are millimetres from the
//! top left of the trimmed page; sizes are points.

/// Millimetres of a point.
pub(crate) const MM: f64 = 25.4 / 72.0;
/// How much of the em box lies above the baseline.
const ABOVE: f64 = 0.88;
/// Glyphs whose baselines are no further apart stand on one line.
const SAME_BASELINE: f64 = 2.0 * MM;
/// Marks whose ink lies in the right half of the cell, and those with it in the left half.
pub(crate) const OPENING: &str = "“‘（《〈【〔［｛「『";
pub(crate) const CLOSING: &str = "，。、；：？！”’）》〉】〕］｝」』";

/// The classes of faces, by their names.
const FACES: &[(Face, &[&str])] = &[
    (Face::FangSong, &["fangsong", "仿宋", "fzfs", "cesifs", "gbfs"]),
    (
        Face::Kai,
        &[
            "kaiti", "wenkai", "楷体", "文楷", "fzkai", "fzkt", "fzdockai", "cesikt",
            "gbkt",
        ],
    ),
    (Face::Hei, HEI),
    (Face::XiaoBiaoSong, XIAO_BIAO_SONG),
    (Face::Song, SONG),
    (
        Face::Times,
        &["times", "liberationserif", "latinserif", "tinos", "termes", "nimbusroman"],
    ),
];

const HEI: &[&str] = &[
    "simhei",
    "notosanssc",
    "notosanscjk",
    "sourcehansans",
    "heiti",
    "黑体",
    "fzhei",
    "fzht",
    "fzdochei",
    "cesiht",
    "gbht",
];

const XIAO_BIAO_SONG: &[&str] = &[
    "xiaobiaosong",
    "fzxbs",
    "fzdxbs",
    "cesixbs",
    "gbxbs",
    "notoserifscbold",
    "小标宋",
    "zhongsong",
    "中宋",
];

const SONG: &[&str] = &[
    "simsun",
    "notoserifsc",
    "notoserifcjk",
    "sourcehanserif",
    "songti",
    "stsong",
    "songstd",
    "宋体",
    "书宋",
    "shusong",
    "fzss",
    "cesiss",
    "gbst",
];

/// A class of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    FangSong,
    Kai,
    Hei,
    XiaoBiaoSong,
    Song,
    Times,
    Other,
}

impl Face {
    /// The class of a face with this name.
    pub(crate) fn named(name: &str) -> Self {
        let name = name.rsplit('+').next().unwrap_or(name).to_lowercase();
        let name: String = name.chars().filter(|c| !"_- ".contains(*c)).collect();
        let fits = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        FACES.iter().find(|(_, parts)| fits(parts)).map_or(Self::Other, |(face, _)| *face)
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋",
            Self::Kai => "楷体",
            Self::Hei => "黑体",
            Self::XiaoBiaoSong => "小标宋",
            Self::Song => "宋体",
            Self::Times => "Times New Roman",
            Self::Other => "?",
        }
    }
}

/// One character. Right is the end of its advance, or of its ink if the rest is empty.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) text: char,
    pub(crate) x: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    pub(crate) size: f64,
    pub(crate) face: Face,
    pub(crate) colour: Colour,
    /// Its page, from 1.
    pub(crate) page: usize,
    /// Its place among all glyphs of the lines from page number 1 on.
    pub(crate) at: usize,
}

/// A colour, as far as the standard tells colours apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Black,
    Red,
    Other,
}

impl Colour {
    /// Of red, green and blue, from 0 to 1.
    pub(crate) fn of([red, green, blue]: [f64; 3]) -> Self {
        if red.max(green).max(blue) < 0.05 {
            Self::Black
        } else if red > 0.6 && green < 0.35 && blue < 0.35 {
            Self::Red
        } else {
            Self::Other
        }
    }
}

impl Glyph {
    pub(crate) fn top(&self) -> f64 {
        self.baseline - ABOVE * self.size * MM
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.baseline + (1.0 - ABOVE) * self.size * MM
    }

    pub(crate) fn is_red(&self) -> bool {
        self.colour == Colour::Red
    }

    /// Where the ink is: a squeezed mark's cell covers its neighbour's.
    fn ink(&self) -> f64 {
        let share = match self.text {
            c if OPENING.contains(c) => 0.75,
            c if CLOSING.contains(c) => 0.25,
            c if is_wide(c) => 0.5,
            _ => 0.0,
        };
        ((self.x + share * self.size * MM) * 10.0).round()
    }
}

/// Glyphs on one baseline, left to right: all of a line, or a part of it. Never empty.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) glyphs: Vec<Glyph>,
}

impl Line {
    pub(crate) fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text).collect()
    }

    /// Its first characters, to name it.
    pub(crate) fn short(&self) -> String {
        self.glyphs.iter().take(6).map(|glyph| glyph.text).collect()
    }

    pub(crate) fn first(&self) -> &Glyph {
        &self.glyphs[0]
    }

    pub(crate) fn last(&self) -> &Glyph {
        &self.glyphs[self.glyphs.len() - 1]
    }

    pub(crate) fn page(&self) -> usize {
        self.first().page
    }

    pub(crate) fn left(&self) -> f64 {
        self.first().x
    }

    pub(crate) fn right(&self) -> f64 {
        self.last().right
    }

    /// The middle of what is set: a closing mark at the end counts whole.
    pub(crate) fn centre(&self) -> f64 {
        let last = self.last();
        let whole = last.x + last.size * MM;
        let closed = is_wide(last.text) && CLOSING.contains(last.text);
        let right = if closed { last.right.max(whole) } else { last.right };
        f64::midpoint(self.left(), right)
    }

    /// That of most of its glyphs: some marks are raised or lowered.
    pub(crate) fn baseline(&self) -> f64 {
        most(self.glyphs.iter().map(|glyph| (glyph.baseline * 1000.0).round())) / 1000.0
    }

    pub(crate) fn top(&self) -> f64 {
        self.glyphs.iter().map(Glyph::top).fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.glyphs.iter().map(Glyph::bottom).fold(f64::NEG_INFINITY, f64::max)
    }

    /// The size of most of its glyphs.
    pub(crate) fn size(&self) -> f64 {
        most(self.glyphs.iter().map(|glyph| glyph.size))
    }

    /// Whether all its glyphs have a size.
    pub(crate) fn is_size(&self, size: f64) -> bool {
        self.glyphs.iter().all(|glyph| (glyph.size - size).abs() < 0.05)
    }

    /// The faces of its Han characters, sorted.
    pub(crate) fn faces(&self) -> Vec<Face> {
        let han = self.glyphs.iter().filter(|glyph| is_han(glyph.text));
        let mut faces: Vec<Face> = han.map(|glyph| glyph.face).collect();
        faces.sort_unstable();
        faces.dedup();
        faces
    }

    /// Its faces and its size, in words.
    pub(crate) fn look(&self) -> String {
        let faces: Vec<&str> = self.faces().into_iter().map(Face::name).collect();
        format!("{} {} {} pt", self.short(), faces.join("/"), self.size())
    }
}

/// The value that occurs most, the least of several.
fn most(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let runs = values.chunk_by(|a, b| a.total_cmp(b).is_eq());
    let longest = runs.rev().max_by_key(|run| run.len());
    longest.map_or(0.0, |run| run[0])
}

/// A horizontal straight line, at the middle of its thickness.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) y: f64,
    pub(crate) thickness: f64,
    pub(crate) colour: Colour,
}

impl Rule {
    pub(crate) fn length(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn is_red(&self) -> bool {
        self.colour == Colour::Red
    }
}

/// Left, top, right, bottom of a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Picture {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// One page: `folio` is the line of the page number, `lines` are all others.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) lines: Vec<Line>,
    pub(crate) folio: Vec<Line>,
    /// Glyphs that do not stand upright.
    pub(crate) turned: Vec<Glyph>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) pictures: Vec<Picture>,
}

impl Page {
    /// Whether it shows nothing; a page number does not count.
    pub(crate) fn is_blank(&self) -> bool {
        self.lines.is_empty() && self.turned.is_empty() && self.pictures.is_empty()
    }

    /// What is set across the sheet, in the order of the file.
    pub(crate) fn across(&self) -> String {
        self.turned.iter().map(|glyph| glyph.text).collect()
    }
}

/// Lines, top to bottom, of upright glyphs.
pub(crate) fn on_baselines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<Line> = vec![];
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if glyph.baseline - line_baseline(line) <= SAME_BASELINE => {
                line.glyphs.push(glyph);
            }
            _ => lines.push(Line { glyphs: vec![glyph] }),
        }
    }
    for line in &mut lines {
        line.glyphs.sort_by(|a, b| a.ink().total_cmp(&b.ink()));
    }
    lines
}

/// Of a line that is being gathered: the baseline of its first glyph.
fn line_baseline(line: &Line) -> f64 {
    line.first().baseline
}

/// Whether it is a Han character that every face has.
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fa5}').contains(&c)
}

/// Whether it takes a whole cell.
fn is_wide(c: char) -> bool {
    ('\u{2e80}'..='\u{ffef}').contains(&c) || "—…".contains(c) || c > '\u{ffff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_known_by_their_names() {
        assert_eq!(Face::named("SCVYIJ+LiberationSerif"), Face::Times);
        assert_eq!(Face::named("QPGWQF+NotoSerifSC-Bold"), Face::XiaoBiaoSong);
        assert_eq!(Face::named("QPGWQF+NotoSerifSC-Regular"), Face::Song);
        assert_eq!(Face::named("仿宋_GB2312"), Face::FangSong);
        assert_eq!(Face::named("Noto Serif SC docgen 0AA1"), Face::Song);
        assert_eq!(Face::named("Latin Serif docgen 49DE"), Face::Times);
        assert_eq!(Face::named("Comic Sans"), Face::Other);
    }

    #[test]
    fn every_face_that_a_font_dir_may_give_is_known() {
        let classes = [
            ("小标宋", Face::XiaoBiaoSong),
            ("仿宋", Face::FangSong),
            ("楷体", Face::Kai),
            ("黑体", Face::Hei),
            ("宋体", Face::Song),
            ("西文", Face::Times),
        ];
        let names = include_str!("../../docgen-fonts/data/names.txt");
        let (mut class, mut count) = (None, 0);
        for line in names.lines().filter(|line| !line.starts_with('#')) {
            if let Some(heading) = line.strip_prefix('[') {
                let heading = heading.trim_end_matches(']');
                class = classes.iter().find(|(name, _)| *name == heading);
            } else if let Some((_, face)) = class {
                for name in line.split('|').map(str::trim).filter(|name| !name.is_empty())
                {
                    assert_eq!(Face::named(name), *face, "{name}");
                    count += 1;
                }
            }
        }
        assert!(count > 90, "{count}");
    }
}
