"""A second engine: the DOCX as rdocx lays it out, which shares no code with LibreOffice.

rdocx knows fewer rules of Chinese text than a word processor (`docs/ENGINES.md` lists them), so what
it says is counted, not demanded line by line:

- no text is lost;
- of the lines that begin where ours begin and hold no letters or digits, so many end where ours
  end. A line that ends elsewhere unsettles all below it in its paragraph: those are not asked.
"""
import os
import re
import subprocess
import sys
from collections import Counter

LEAST = 0.94  # of the lines without letters or digits; 95 % were measured
LATIN = re.compile("[0-9A-Za-z]")
# One process a run of documents: the engine is a native library.
LAY_OUT = """
import sys, rdocx
for document, pdf in zip(sys.argv[1::2], sys.argv[2::2]):
    content = rdocx.Document.open(document).to_pdf()
    open(pdf, "wb").write(content)
"""
ACTUAL_TEXT = re.compile(rb"/ActualText\s*(<[0-9A-Fa-f]*>|\((\\.|[^\\)])*\))", re.DOTALL)


def convert(standins, documents, folder):
    """Lays DOCX files out into FOLDER/NAME.pdf."""
    folder.mkdir(parents=True, exist_ok=True)
    pdfs = [folder / f"{document.stem}.pdf" for document in documents]
    pairs = [path for pair in zip(documents, pdfs) for path in pair]
    environment = dict(os.environ, FONTCONFIG_FILE=str((standins / "fonts.conf").resolve()))
    subprocess.run([sys.executable, "-c", LAY_OUT, *pairs], check=True, capture_output=True,
                   timeout=600, env=environment)
    for pdf in pdfs:
        as_drawn(pdf)
    return []


def as_drawn(pdf):
    """Takes away what the PDF says is written there: rdocx says it of a whole run at its first
    glyph, and PDFium then reads all but that glyph twice."""
    import pymupdf

    with pymupdf.open(pdf) as document:
        for number in range(1, document.xref_length()):
            content = document.xref_stream(number) or b""
            if b"/ActualText" in content:
                document.update_stream(number, ACTUAL_TEXT.sub(b"", content))
        content = document.tobytes()
    pdf.write_bytes(content)


class Count:
    """Lines over documents: all and equal ones; of those that begin alike, those without and with
    letters or digits, and how many of each end alike."""

    def __init__(self):
        self.total = self.equal = 0
        self.begun, self.ended = [0, 0], [0, 0]

    def add(self, comparison):
        """Counts one document."""
        self.total += comparison.total
        self.equal += len(comparison.equal)
        mine, theirs = comparison.texts
        if mine != theirs:  # read in another order: a table that is parted elsewhere
            return
        mine, theirs = map(breaks, comparison.lines)
        for begin, line in mine.items():
            if begin in theirs:
                mixed = bool(LATIN.search(line.text))
                self.begun[mixed] += 1
                self.ended[mixed] += len(theirs[begin].text) == len(line.text)

    def findings(self):
        """Whether enough lines end alike."""
        plain, mixed = (f"{ended} of {begun} ({ended / max(begun, 1):.1%})"
                        for begun, ended in zip(self.begun, self.ended))
        print(f"       {self.equal} of {self.total} lines are equal "
              f"({self.equal / max(self.total, 1):.1%}); of those that begin alike, "
              f"{plain} without letters or digits end alike, {mixed} with them")
        if self.ended[0] < LEAST * self.begun[0] or not self.begun[0]:
            yield f"fewer than {LEAST:.0%} of the lines without letters or digits end alike"


def breaks(lines):
    """The lines by where in the text they begin."""
    found, at = {}, 0
    for line in lines:
        found[at] = line
        at += len(line.text)
    return found


def lost(comparison):
    """Characters that it does not draw as often as we do."""
    mine, theirs = map(Counter, comparison.texts)
    missing = mine - theirs
    if missing:
        yield f"“{''.join(sorted(missing.elements()))}” is not drawn"
