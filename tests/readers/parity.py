#!/usr/bin/env python3
"""Line parity: do two PDFs break the same lines, on the same pages and rows?

usage: parity.py OURS.pdf OFFICE.pdf

A line is what stands on one baseline, without blanks. Lines are compared in order; page
numbers are no lines, but must say the same. What must hold of one document:

- the same text: nothing is lost, nothing comes twice;
- as many pages, and every equal line on the same page, in the same place among its lines;
- body lines on whole rows of our page are on the same rows of the other, for one place of the
  first row and one pitch, measured over all documents of a profile (`Placement`).
"""
import difflib
import statistics
import sys
from itertools import zip_longest
from pathlib import Path

import grid
import lines

SAME_ROW = 0.2  # points: 0.03 was measured over 5,617 lines


class Comparison:
    """Our PDF of a document beside LibreOffice's."""

    def __init__(self, ours, office):
        self.pages = lines.of_file(ours), lines.of_file(office)
        self.lines = mine, theirs = [
            [line for page in pages for line in page if not is_number(line)]
            for pages in self.pages]
        self.texts = "".join(texts(mine)), "".join(texts(theirs))
        self.total = max(len(mine), len(theirs))
        self.equal, self.unequal = [], []
        matcher = difflib.SequenceMatcher(None, texts(mine), texts(theirs), autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            found = self.equal if tag == "equal" else self.unequal
            found += zip_longest(mine[i1:i2], theirs[j1:j2])

    def lost(self):
        """Text that only one of the two has."""
        mine, theirs = self.texts
        matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes() if mine != theirs else []:
            if tag != "equal":
                before = mine[max(0, i1 - 10):i1]
                yield f"“{mine[i1:i2]}” here, “{theirs[j1:j2]}” there, after “{before}”"

    def moved(self):
        """Pages too many or too few, and equal lines that stand elsewhere."""
        mine, theirs = ([line.text for page in pages for line in page if is_number(line)]
                        for pages in self.pages)
        if mine != theirs:
            yield f"pages {' '.join(mine)} here, {' '.join(theirs)} there"
        for a, b in self.equal:
            if (a.page, a.place) != (b.page, b.place):
                yield f"{shown(a)} here, page {b.page} line {b.place} there"

    def told(self):
        """The unequal lines in both versions."""
        for a, b in self.unequal:
            yield f"here  {shown(a)}"
            yield f"there {shown(b)}"


class Placement:
    """Where the lines of documents of one profile stand beside ours."""

    def __init__(self, comparisons):
        pairs = [pair for comparison in comparisons for pair in comparison.equal]
        self.pairs = [(a, b) for a, b in pairs if a.page == b.page]
        self.on_rows = [(a, b) for a, b in self.pairs
                        if a.size == grid.BODY and not a.turned
                        and isinstance(grid.row(a), int)]
        rows = [grid.row(a) for a, _ in self.on_rows]
        baselines = [b.baseline for _, b in self.on_rows]
        self.pitch, self.first = statistics.linear_regression(rows, baselines)

    def off_rows(self):
        """Body lines that stand on another row."""
        for a, b in self.on_rows:
            row = (b.baseline - self.first) / self.pitch
            if abs(row - grid.row(a)) * self.pitch > SAME_ROW:
                yield f"{shown(a)}: row {grid.row(a) + 1} here, {row + 1:.2f} there"

    def off_edge(self, tolerance, known):
        """Lines that stand elsewhere, in millimetres, by where they begin, or by their middle if
        they do not begin at the edge: only the DOCX tracks what stands in the middle (-0.4 pt).
        The 发文机关标志 is tracked most: it is not compared. Nor are lines across the sheet,
        along which the one vertical offset runs. Known: texts that may stand elsewhere."""
        for a, b in self.pairs:
            offset, middle = (((b.left - a.left) / grid.MM),
                              (b.left + b.right - a.left - a.right) / 2 / grid.MM)
            least = min(offset, middle, key=abs) if a.left > grid.LEFT * grid.MM + 1 else offset
            if abs(least) > tolerance and a.size <= grid.TITLE and not a.turned \
                    and a.text not in known:
                yield f"{shown(a)}: begins {offset:+.2f} mm off"


def findings(ours, office):
    """All that must not be in a document that is to be equal throughout."""
    comparison = Comparison(ours, office)
    return [*comparison.lost(), *comparison.moved(), *comparison.told()]


def is_number(line):
    return lines.PAGE_NUMBER.match(line.text)


def texts(found):
    return [line.text for line in found]


def shown(line):
    """A line with its place."""
    return f"page {line.page} line {line.place}: {line.text}" if line else "–"


if __name__ == "__main__":
    found = findings(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found))
    sys.exit(bool(found))
