"""A PDF as PyMuPDF sees it: glyphs on lines, rules, pictures. Lengths are millimetres from the
top left of the page; sizes are points."""
import re
import statistics
import unicodedata
from dataclasses import dataclass, field, replace

MM = 25.4 / 72
ABOVE = 0.88  # of the em box lies above the baseline
SAME_BASELINE = 2.0 * MM
OPENING, CLOSING = "“‘（《〈【〔［｛「『", "，。、；：？！”’）》〉】〕］｝」』"
PAGE_NUMBER = re.compile(r"^[—–―]\d+[—–―]$")
# Parts of the names of the bundled faces and of the stand-ins for the offices' faces.
FACES = [
    ("仿宋", "fangsong|zhuque"), ("楷体", "kaiti|wenkai"), ("黑体", "simhei|notosanssc|notosanscjk"),
    ("小标宋", "xiaobiaosong|notoserifsc-?bold"), ("宋体", "simsun|notoserifsc-?regular"),
    ("Times", "times|liberationserif"),
]


@dataclass(frozen=True)
class Glyph:
    """One character. Right is the end of its advance, or of its ink if the rest is empty."""

    text: str
    x: float
    right: float
    baseline: float
    size: float
    face: str
    red: bool
    black: bool
    page: int

    @property
    def top(self):
        return self.baseline - ABOVE * self.size * MM

    @property
    def bottom(self):
        return self.baseline + (1 - ABOVE) * self.size * MM

    def moved(self, dx):
        """The same glyph, further right."""
        return replace(self, x=self.x + dx, right=self.right + dx)

    def turned(self, x, end, baseline):
        """The same glyph, as it is read."""
        right = x + self.size * MM / 2 if self.text in CLOSING else end
        return replace(self, x=x, right=right, baseline=baseline)

    @property
    def order(self):
        """Where the ink is: a squeezed mark's box covers its neighbour's."""
        share = 0.75 if self.text in OPENING else 0.25 if self.text in CLOSING else 0.5
        return self.x + share * self.size * MM if is_wide(self.text) else self.x


@dataclass
class Line:
    """Glyphs on one baseline, left to right; all of a line of the page, or a part of it."""

    glyphs: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def page(self):
        return self.glyphs[0].page

    @property
    def left(self):
        return self.glyphs[0].x

    @property
    def right(self):
        return self.glyphs[-1].right

    @property
    def centre(self):
        """The middle of what is set: a closing mark counts whole."""
        last = self.glyphs[-1]
        whole = last.x + last.size * MM if last.text in CLOSING and is_wide(last.text) else 0
        return (self.left + max(self.right, whole)) / 2

    @property
    def baseline(self):
        """That of most of its glyphs: some marks are raised or lowered."""
        return statistics.mode(round(glyph.baseline, 3) for glyph in self.glyphs)

    @property
    def top(self):
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self):
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def size(self):
        """The size of most of its glyphs."""
        sizes = [glyph.size for glyph in self.glyphs]
        return max(sorted(set(sizes)), key=sizes.count)

    @property
    def sizes(self):
        """All its sizes."""
        return {glyph.size for glyph in self.glyphs}

    @property
    def faces(self):
        """The faces of its Han characters."""
        return {glyph.face for glyph in self.glyphs if is_han(glyph.text)}


@dataclass(frozen=True)
class Rule:
    """A horizontal straight line, at the middle of its thickness."""

    left: float
    right: float
    y: float
    thickness: float
    red: bool

    @property
    def length(self):
        return self.right - self.left


@dataclass
class Page:
    """One page; folio is the line of the page number, lines are all the others. Across are the
    lines that are set across the sheet, with their head at its left edge, measured from the left
    edge of the sheet as they are read: turned by a quarter. Down are the glyphs of Mongolian."""

    number: int
    width: float
    height: float
    lines: list
    folio: list
    across: list
    down: list
    rules: list
    pictures: list


def read(path, change=None, mirrored=0.0):
    """The pages of a PDF and its faces; selftest.py changes what is read. Mirrored: how far
    even pages lie to the left of odd ones, which is taken back."""
    import pymupdf

    with pymupdf.open(path) as document:
        pages = [read_page(page, number, change, mirrored) for number, page in enumerate(document, start=1)]
        faces = {face for page in document for face in page.get_fonts(full=True)}
    return pages, faces


def read_page(page, number, change, mirrored):
    """One page of a PDF, without what is trimmed off."""
    if page.trimbox != page.cropbox:
        page.set_cropbox(page.trimbox)
    upright, across, down = sides(page, number)
    lines = on_baselines(upright)
    rules = [] if is_landscape(page) else sorted(rules_of(page), key=lambda rule: rule.y)
    if mirrored and number % 2 == 0:
        lines = [Line([glyph.moved(mirrored) for glyph in line.glyphs]) for line in lines]
        rules = [replace(rule, left=rule.left + mirrored, right=rule.right + mirrored)
                 for rule in rules]
    if change:
        lines, rules = on_baselines(change.glyphs(lines)), change.rules(rules)
        across = change.glyphs([Line(across)]) if across else []
    folio = [line for line in lines if PAGE_NUMBER.match(line.text) and line.top > 255]
    lines = [line for line in lines if line not in folio]
    width, height = sorted((page.rect.width * MM, page.rect.height * MM))
    pictures = [pymupdf_box(info["bbox"]) for info in page.get_image_info()]
    pictures = change.boxes(pictures) if change else pictures
    return Page(number, width, height, lines, folio, on_baselines(across), down, rules,
                pictures)


def is_landscape(page):
    """Whether it is a sheet that a word processor has turned."""
    return page.rect.width > page.rect.height


def sides(page, number):
    """The glyphs that stand upright on the sheet, those across it, and those that run down. A
    landscape sheet is bound with its head at the left, so what runs down on it is upright there."""
    upright, across, down, rest = [], [], [], page.rect.width * MM
    if is_landscape(page):
        ways = {(1, 0): across, (0, 1): upright}
    else:
        ways, rest = {(0, -1): across, (0, 1): down}, page.rect.height * MM
    for glyph, end, way in glyphs(page, number):
        if way == (0, -1):
            glyph = glyph.turned(rest - glyph.baseline, rest - end, glyph.x)
        elif way == (0, 1) and is_landscape(page):
            glyph = glyph.turned(glyph.baseline, end, rest - glyph.x)
        ways.get(way, upright).append(glyph)
    return upright, across, down


def pymupdf_box(box):
    """Left, top, right, bottom."""
    return tuple(length * MM for length in box)


def glyphs(page, number):
    """Each visible character, where its box ends along its line, and which way that runs."""
    import pymupdf

    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                face, (red, black) = face_of(span["font"]), colour(span["color"])
                for char in span["chars"]:
                    text = bare(char["c"])
                    if not text or text.isspace():
                        continue
                    x, y = (length * MM for length in char["origin"])
                    size = round(span["size"], 1)
                    if char["c"] in CLOSING:
                        right = x + size * MM / 2
                    else:
                        right = char["bbox"][2] * MM
                    way = tuple(round(part) for part in line["dir"])
                    end = char["bbox"][1 if way == (0, -1) else 3] * MM
                    yield Glyph(text, x, right, y, size, face, red, black, number), end, way


def on_baselines(upright):
    """Lines, top to bottom."""
    lines = []
    for glyph in sorted(upright, key=lambda glyph: (glyph.baseline, glyph.x)):
        if lines and glyph.baseline - lines[-1].baseline <= SAME_BASELINE:
            lines[-1].glyphs.append(glyph)
        else:
            lines.append(Line([glyph]))
    for line in lines:
        line.glyphs.sort(key=lambda glyph: round(glyph.order, 1))
    return lines


def rules_of(page):
    """Straight horizontal lines and thin boxes of at least 10 mm."""
    for drawing in page.get_drawings():
        red, _ = shade(drawing.get("color") or drawing.get("fill") or (0, 0, 0))
        for item in drawing["items"]:
            if item[0] == "l" and abs(item[1].y - item[2].y) < 0.5:
                left, right = sorted((item[1].x * MM, item[2].x * MM))
                middle, thick = item[1].y * MM, (drawing.get("width") or 0) * MM
            elif item[0] == "re" and item[1].height < 6 and drawing.get("fill"):
                left, right = item[1].x0 * MM, item[1].x1 * MM
                middle, thick = (item[1].y0 + item[1].y1) / 2 * MM, item[1].height * MM
            else:
                continue
            if right - left > 10:
                yield Rule(left, right, middle, thick, red)


def colour(number):
    """Whether an sRGB number is red, and whether it is black."""
    return shade([(number >> shift & 255) / 255 for shift in (16, 8, 0)])


def shade(rgb):
    """Whether a colour is red, and whether it is black."""
    red, green, blue = (list(rgb) * 3)[:3]
    return red > 0.6 and green < 0.35 and blue < 0.35, max(red, green, blue) < 0.05


def face_of(name):
    """The class of a face, by its name."""
    name = name.split("+")[-1].lower().replace("_", "").replace(" ", "")
    for face, pattern in FACES:
        if re.search(pattern, name):
            return face
    return name


def bare(text):
    """A text without the marks that stand over letters and without variation selectors, which
    readers place as they like."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def is_han(text):
    """Whether it is a Han character that every face has."""
    return "\u4e00" <= text <= "\u9fa5"


def is_mongolian(text):
    """Whether all its letters are those of the Mongolian above a bilingual mark."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("\u1800" <= c <= "\u18af" for c in letters)


def is_wide(text):
    """Whether it takes a whole cell."""
    return "\u2e80" <= text <= "\uffef" or text in OPENING + CLOSING + "—…" or text > "\uffff"
