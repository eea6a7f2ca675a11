"""The lines of a PDF as PDFium sees them: what stands on one baseline, left to right.

Where a page lies across, its text runs up the sheet (or the sheet itself is turned, and the page
number runs down): lines are read in the direction in which they run, those of the direction of
most glyphs first, so that both look the same. In a table the lines of each cell are lines of
their own, column after column: how high cells stand beside each other makes no line.
"""
import ctypes
import math
import re
from collections import namedtuple

SAME_BASELINE = 2.0  # points
THIN, LONG = 2.0, 10.0  # points: of a rule between columns
PAGE_NUMBER = re.compile(r"^[—–―-]\d+[—–―-]$")

LEADERS = re.compile(r"\.{3,}(?=\d+$)")
LEADER = "…"  # for the dots before the page number in 目录, however many there are
HYPHEN = "\x02"  # what PDFium gives for a hyphen at a line end

# Page and place among the lines of the page count from 1; size and lengths are points from the
# top left of the page, turned so that the text stands upright. Left is where the first character
# begins, right the end of the ink; turned counts the quarter turns to the right.
Line = namedtuple("Line", "page place text size left right baseline middle turned")
Glyph = namedtuple("Glyph", "baseline left text size right middle centre turned")


def of_file(path):
    """The lines of each page, page numbers too."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [list(of_page(page, number)) for number, page in enumerate(document, start=1)]


def of_page(page, number):
    """The lines of a page, top to bottom, without blanks."""
    found = sorted(glyphs(page))
    turns = [glyph.turned for glyph in found]
    for place, row in enumerate(
        (row for turned in sorted(set(turns), key=turns.count, reverse=True)
         for row in cells(rows(glyph for glyph in found if glyph.turned == turned),
                          list(columns(page, turned)))), start=1,
    ):
        row.sort(key=lambda glyph: glyph.centre)
        first, right = row[0], max(glyph.right for glyph in row)
        text = LEADERS.sub(LEADER, whole("".join(glyph.text for glyph in row)))
        yield Line(
            number, place, text, first.size, first.left, right, first.baseline, first.middle,
            first.turned,
        )


def rows(glyphs):
    """Glyphs on one baseline each."""
    found = []
    for glyph in glyphs:
        if found and abs(found[-1][0].baseline - glyph.baseline) <= SAME_BASELINE:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def cells(rows_of_page, rules):
    """The rows of glyphs; what stands between vertical rules cell by cell, by columns."""
    table = {}
    for row in rows_of_page:
        left = [x for x, above, below in rules if above <= row[0].baseline <= below]
        if len(left) < 2:
            yield from by_columns(table)
            table = {}
            yield row
            continue
        for glyph in row:
            column = max((x for x in left if x < glyph.centre), default=0)
            table.setdefault(column, []).append(glyph)
    yield from by_columns(table)


def by_columns(table):
    for column in sorted(table):
        yield from rows(table[column])


def columns(page, turned):
    """The vertical rules of a page that is held so: how far along, from where down to where."""
    import pypdfium2.raw as pdfium

    found, last = [], 0
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        corners = [upright(page.get_size(), turned, *corner)
                   for corner in [(left, bottom), (right, top)]]
        (begin, end), (above, below) = map(sorted, zip(*corners))
        if end - begin < THIN and below - above > LONG:
            found.append(((begin + end) / 2, above, below))
    for x, above, below in sorted(found):
        last = last if x - last < THIN else x
        yield last, above, below


def glyphs(page):
    """Each glyph that is drawn. Middle and centre are those of its ink: it is the ink that is
    read from left to right, since the empty half of a squeezed mark covers its neighbour."""
    import pypdfium2.raw as pdfium

    sheet, text = page.get_size(), page.get_textpage()
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        character = "-" if character == HYPHEN else character
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        size = round(pdfium.FPDFText_GetFontSize(text, index), 1)
        turned = round(pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
        along, down = upright(sheet, turned, x.value, y.value)
        corners = [upright(sheet, turned, *corner) for corner in
                   [(left.value, bottom.value), (right.value, top.value)]]
        (begin, end), (above, below) = map(sorted, zip(*corners))
        yield Glyph(
            down, along, character, size, end, (above + below) / 2, (begin + end) / 2, turned,
        )


def upright(sheet, turned, x, y):
    """How far along and how far down a point lies, if the page is held so that text with so
    many quarter turns to the right stands upright."""
    width, height = sheet
    return [(x, height - y), (height - y, width - x), (width - x, y), (y, x)][turned]


def whole(text):
    """The text with the halves of a character beyond U+FFFF, which come singly, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
