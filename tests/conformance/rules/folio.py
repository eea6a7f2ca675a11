"""R76–R80: 页码 (7.5)."""
import re

from paper import LEFT, RIGHT
from sheet import MM
from verdict import Missing, between, measures, near, same, true


def numbered(paper):
    """Pages that carry a number, and it."""
    blank = paper.blank_before_record
    for page in paper.pages:
        hidden = (page.number == 1 and paper.format == "letter") or page.number in blank
        if hidden or paper.cover_pages >= page.number:
            continue
        if len(page.folio) != 1:
            raise Missing(f"one page number on page {page.number}")
        yield page, page.folio[0]


@measures("R76")
def look(paper):
    for page, line in numbered(paper):
        yield same("size", line.size, 14)
        digits = [glyph for glyph in line.glyphs if glyph.text.isdigit()]
        yield true(f"faces {sorted({glyph.face for glyph in line.glyphs})}",
                   all(glyph.face in ("宋体", "Times") for glyph in digits))
        wide = [(glyph.right - glyph.x) / 14 / MM for glyph in digits]
        yield near("digit", max(wide), 0.5, 0.05, "em")
        yield true(line.text, re.fullmatch(r"—\d+—", line.text))


@measures("R76", "docx")
def look_of_docx(word):
    from lxml import etree

    footers = [part for name, part in word.parts.items() if "footer" in name
               and name.startswith("word/footer")]
    texts = ["".join(part.itertext()) for part in footers]
    paged = [text for text in texts if "PAGE" in text]
    yield true("footers with PAGE", paged)
    for text in paged:
        yield true(text.strip(), text.count("—") >= 2)
    for part in footers:
        if "PAGE" in etree.tostring(part, encoding="unicode"):
            sizes = {size.get(size.keys()[0]) for size in part.iter("{*}sz")}
            yield true(f"sizes {sizes}", sizes <= {"28"})


@measures("R77")
def height(paper):
    for page, line in numbered(paper):
        # The ink of — lies in the middle of the em box of Han, 0.38 em above the baseline.
        middle = line.baseline - 0.36 * line.size * MM
        yield near(f"page {page.number} rule at", middle, 269, 0.7)


@measures("R78")
def side(paper):
    for page, line in numbered(paper):
        number = int(re.sub(r"\D", "", line.text))
        inset = RIGHT - line.right if number % 2 else line.left - LEFT
        yield between(f"page {page.number} inset", inset / MM, 13.5, 16.5, 0.6, "pt")


@measures("R79")
def continuous(paper):
    numbers = [int(re.sub(r"\D", "", line.text)) for _, line in numbered(paper)]
    paper.wants(numbers, "no numbers")
    first = numbers[0]
    yield true(f"numbers {numbers}",
               numbers == list(range(first, first + len(numbers))) and first <= 2)


@measures("R80")
def unnumbered(paper):
    blank = paper.blank_before_record
    paper.wants(blank, "no blank page before the 版记")
    for number in blank:
        yield true(f"page {number} has no number", not paper.pages[number - 1].folio)
