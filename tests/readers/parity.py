#!/usr/bin/env python3
"""Line parity: do two PDFs break the same lines on the same pages?

usage: parity.py OURS.pdf OFFICE.pdf

A line is what stands on one baseline, read left to right, without blanks and page numbers.
At least 99 % of the lines must be equal, and every equal line must stand on the same page
and in the same place among the lines of that page.
"""
import difflib
import re
import sys
from pathlib import Path

SHARE = 0.99
SAME_BASELINE = 2.0  # points
PAGE_NUMBER = re.compile(r"^[—–―-]\d+[—–―-]$")


def pages(ours, office):
    """Whether both have as many pages."""
    a, b = page_count(ours), page_count(office)
    return [] if a == b else [f"{a} pages here, {b} in LibreOffice"]


def lines(ours, office):
    """The lines that differ, if they are too many, and those that stand elsewhere."""
    mine, theirs = lines_of(ours), lines_of(office)
    matcher = difflib.SequenceMatcher(
        None, [line[0] for line in mine], [line[0] for line in theirs], autojunk=False
    )
    equal, unequal, moved = 0, [], []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            equal += i2 - i1
            for a, b in zip(mine[i1:i2], theirs[j1:j2]):
                if a != b:
                    moved.append(f"page {a[1]} line {a[2]} here, page {b[1]} line {b[2]} there: {a[0]}")
        else:
            unequal += [f"here  {shown(line)}" for line in mine[i1:i2]]
            unequal += [f"there {shown(line)}" for line in theirs[j1:j2]]
    total = max(len(mine), len(theirs))
    print(f"     {equal} of {total} lines are equal ({equal / max(total, 1):.2%}), "
          f"{len(moved)} of them stand elsewhere")
    for line in unequal:
        print(f"       {line}")
    if equal < SHARE * total or not total:
        yield f"fewer than {SHARE:.0%} of the lines are equal"
    yield from moved


def lines_of(path):
    """(text, page, place on the page) of each line of a PDF."""
    import pypdfium2

    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            texts = [re.sub(r"\s+", "", text) for text in baselines(page.get_textpage())]
            texts = [text for text in texts if text and not PAGE_NUMBER.match(text)]
            found += [(text, number, place) for place, text in enumerate(texts, start=1)]
    return found


def baselines(page):
    """The texts of a page's baselines, top to bottom."""
    rows = []
    for y, x, character, _ in sorted(characters(page), key=lambda c: (-c[0], c[1])):
        if rows and abs(rows[-1][0] - y) <= SAME_BASELINE:
            rows[-1][1].append((x, character))
        else:
            rows.append((y, [(x, character)]))
    for _, row in rows:
        yield "".join(character for _, character in sorted(row))


def characters(page):
    """Height of the baseline, place, character and index of each glyph that is drawn."""
    import ctypes

    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(page, index))
        if character.isspace() or pdfium.FPDFText_IsGenerated(page, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        yield y.value, x.value, character, index


def page_count(path):
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def shown(line):
    """A line with its place."""
    text, page, place = line
    return f"page {page} line {place}: {text}"


if __name__ == "__main__":
    findings = list(lines(Path(sys.argv[1]), Path(sys.argv[2])))
    findings += pages(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(findings))
    sys.exit(bool(findings))
