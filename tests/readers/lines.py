"""The lines of a PDF as PDFium sees them: what stands on one baseline, left to right."""
import ctypes
import re
from collections import namedtuple

SAME_BASELINE = 2.0  # points
PAGE_NUMBER = re.compile(r"^[—–―-]\d+[—–―-]$")

HYPHEN = "\x02"  # what PDFium gives for a hyphen at a line end

# Page and place among the lines of the page count from 1; size and lengths are points from the
# top left of the page. Left is where the first character begins, right the end of the ink.
Line = namedtuple("Line", "page place text size left right baseline middle")
Glyph = namedtuple("Glyph", "baseline left text size right middle centre")


def of_file(path):
    """The lines of each page, page numbers too."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [list(of_page(page, number)) for number, page in enumerate(document, start=1)]


def of_page(page, number):
    """The lines of a page, top to bottom, without blanks."""
    rows = []
    for glyph in sorted(glyphs(page)):
        if rows and abs(rows[-1][0].baseline - glyph.baseline) <= SAME_BASELINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for place, row in enumerate(rows, start=1):
        row.sort(key=lambda glyph: glyph.centre)
        first, right = row[0], max(glyph.right for glyph in row)
        text = whole("".join(glyph.text for glyph in row))
        yield Line(
            number, place, text, first.size, first.left, right, first.baseline, first.middle
        )


def glyphs(page):
    """Each glyph that is drawn. Middle and centre are those of its ink: it is the ink that is
    read from left to right, since the empty half of a squeezed mark covers its neighbour."""
    import pypdfium2.raw as pdfium

    height, text = page.get_height(), page.get_textpage()
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        character = "-" if character == HYPHEN else character
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        size = round(pdfium.FPDFText_GetFontSize(text, index), 1)
        yield Glyph(
            height - y.value, x.value, character, size, right.value,
            height - (top.value + bottom.value) / 2, (left.value + right.value) / 2,
        )


def whole(text):
    """The text with the halves of a character beyond U+FFFF, which come singly, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
