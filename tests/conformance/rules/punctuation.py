"""R91–R96: marks, numbers and faces (9, 5.2.2)."""
import re

from paper import RIGHT
from sheet import CLOSING, FACES, MM
from verdict import at_most, measures, true

NO_START = "、，。：；！？”’）》〉】〕］｝」』－～·"
NO_END = "“‘（《〈【〔［｛「『"
NUMBER = re.compile(r"\d[\d,.]*(?:%|‰|℃|年|号)?|〔\d{4}〕\d+号")


def breaks(paper):
    """Both sides of each line end inside a paragraph."""
    for paragraph in paper.paragraphs:
        at = 0
        for line in paragraph.lines[:-1]:
            at += len(line.text)
            yield paragraph.text, at, line


@measures("R91")
def starts(paper):
    for text, at, _ in breaks(paper):
        yield true(f"{text[at - 3:at]}/{text[at:at + 3]}", text[at] not in NO_START)


@measures("R92")
def ends(paper):
    for text, at, _ in breaks(paper):
        yield true(f"{text[at - 3:at]}/{text[at:at + 3]}", text[at - 1] not in NO_END)


@measures("R93")
def pairs(paper):
    for text, at, _ in breaks(paper):
        for pair in ("——", "……"):
            start = text.rfind(pair, 0, at + 1)
            yield true(f"{text[at - 3:at]}/{text[at:at + 3]}",
                       start < 0 or not start < at < start + 2)


@measures("R94")
def half_width(paper):
    found = 0
    for text, at, line in breaks(paper):
        if text[at - 1] in CLOSING:
            found += 1
            last = line.glyphs[-1]
            # Its ink lies in its left half, which ends at the edge, or hangs beyond it.
            most = RIGHT + 0.1 * last.size * MM + paper.grid.hanging * last.size * MM
            yield at_most(f"{line.text[-4:]} ends at", last.x + last.size * MM / 2, most)
    paper.wants(found, "no line ends in a mark")


@measures("R95")
def numbers(paper):
    for text, at, _ in breaks(paper):
        cut = [match[0] for match in NUMBER.finditer(text) if match.start() < at < match.end()]
        yield true(f"{text[max(0, at - 5):at]}/{text[at:at + 5]}", not cut)


@measures("R96")
def embedded(paper):
    known = {face for face, _ in FACES}
    for _, extension, _, name, *_ in paper.faces:
        yield true(f"{name} is embedded", extension != "n/a")
    for glyph in paper.stream:
        if "\u4e00" <= glyph.text <= "\u9fa5" and glyph.face not in known:
            yield true(f"{glyph.text} is set in {glyph.face}", False)
