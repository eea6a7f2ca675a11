#!/usr/bin/env python3
"""Line parity over the samples and the generated documents, as `cargo xtask parity` runs it.

usage: parity_all.py FOLDER [--least LINES] SAMPLE.yaml...

FOLDER/generated holds the generated YAML, FOLDER/PROFILE each document's PDF and DOCX: of all
documents for the first profile, of the samples for the second. Exit status 1 if

- LibreOffice's PDF lacks text of ours, or ours text of the YAML;
- an equal line stands on another page or row, or a line of a sample is not equal;
- fewer than 99.8 % of all lines are equal, or there are fewer lines than LINES;
- rdocx, a second engine, loses text or breaks too few lines as we do (`second.py`);
- under the second profile, whose rows are to be the PDF's own, a line begins elsewhere, the
  pitch differs, or the vertical offset is not the same on all pages.
"""
import argparse
import sys
from pathlib import Path

import grid
import office
import parity
import pdf_file
import second
from report import Report
from source import papers

FIRST, SECOND = "gbt9704-2012", "gbt33476-2016"
SHARE = 0.998
EDGE = 0.5  # mm: how far a line may begin from ours
PITCH = 0.05  # points: how much the pitch may differ
OFFSET = 0.4  # points: how much the vertical offset may vary: 0.2
EVERY = 4  # generated documents to one that the second engine is given
# Lines of samples that begin elsewhere, and why.
KNOWN = {}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=int, default=1, metavar="LINES")
    parser.add_argument("samples", type=Path, nargs="+")
    options = parser.parse_args()
    generated = sorted((options.folder / "generated").glob("*.yaml"))
    samples = [paper for sample in options.samples for paper in papers(sample)]
    every = [*samples, *(paper for document in generated for paper in papers(document))]
    report, standins = Report("parity"), options.folder / "standins"
    report.check("stand-in faces for LibreOffice", office.make_standins, standins)

    first = Run(report, standins, options.folder / FIRST, every)
    report.check(f"{FIRST}: body lines on the same rows", first.rows)
    report.check(f"{FIRST}: the samples' lines are equal", first.unequal, samples)
    report.check(f"{FIRST}: {SHARE:.1%} of all lines are equal", first.share, options.least)
    some = every[:len(samples)] + every[len(samples)::EVERY]
    report.check(f"{FIRST}: a second engine, rdocx", first.second_engine, standins, some)
    software = Run(report, standins, options.folder / SECOND, samples)
    report.check(f"{SECOND}: the samples' lines are equal", software.unequal, samples)
    report.check(f"{SECOND}: the same place on every page", software.place)
    sys.exit(report.finish())


class Run:
    """The documents of one profile, rendered, converted and compared one by one."""

    def __init__(self, report, standins, folder, documents):
        self.folder, witnesses = folder, folder / "office"
        files = [folder / f"{stem}.docx" for stem, _ in documents]
        files = [file for file in files if file.exists()]  # compare() misses the others
        name = f"{folder.name}: LibreOffice opens {len(files)} documents"
        report.check(name, office.convert, standins, files, witnesses)
        self.comparisons = {}
        for stem, source in documents:
            pdf = folder / f"{stem}.pdf"
            name = f"{folder.name}: {stem}: text, pages, places"
            report.check(name, self.compare, source, pdf, witnesses / pdf.name)

    def compare(self, source, ours, office_pdf):
        """What is wrong with one document; unequal lines are told and counted."""
        comparison = self.comparisons[ours.stem] = parity.Comparison(ours, office_pdf)
        for line in comparison.told():
            print(f"       {line}")
        yield from source.compare(pdf_file.text(ours))
        yield from comparison.lost()
        yield from comparison.moved()

    def unequal(self, documents):
        """The unequal lines of documents in which there should be none."""
        for stem, _ in documents:
            yield from self.comparisons[stem].told()

    def rows(self):
        """Body lines on another row."""
        placement = parity.Placement(self.comparisons.values())
        print(f"       {len(placement.on_rows)} body lines, {placement.pitch:.3f} pt apart "
              f"there, {grid.PITCH:.3f} pt here")
        yield from placement.off_rows()

    def share(self, least):
        """Whether enough of the lines are equal, and whether there are enough."""
        comparisons = self.comparisons.values()
        total = sum(comparison.total for comparison in comparisons)
        equal = sum(len(comparison.equal) for comparison in comparisons)
        pages = sum(len(comparison.pages[0]) for comparison in comparisons)
        print(f"       {equal} of {total} lines are equal ({equal / max(total, 1):.2%}) on "
              f"{pages} pages of {len(comparisons)} documents")
        if equal < SHARE * total:
            yield f"{total - equal} lines are not equal"
        if total < least:
            yield f"{total} lines are too few for a verdict"

    def second_engine(self, standins, documents):
        """What the second engine loses, and whether it breaks enough lines as we do."""
        folder, count = self.folder / "rdocx", second.Count()
        second.convert(standins, [self.folder / f"{stem}.docx" for stem, _ in documents], folder)
        for stem, _ in documents:
            comparison = parity.Comparison(self.folder / f"{stem}.pdf", folder / f"{stem}.pdf")
            count.add(comparison)
            yield from (f"{stem}: {finding}" for finding in second.lost(comparison))
        yield from count.findings()

    def place(self):
        """Lines that do not stand where ours do, but for one vertical offset."""
        placement = parity.Placement(self.comparisons.values())
        offsets = [b.baseline - a.baseline for a, b in placement.on_rows]
        print(f"       pitch {placement.pitch:.3f} pt there, {grid.PITCH:.3f} pt here; body lines "
              f"stand {min(offsets):.2f} to {max(offsets):.2f} pt lower there on every page")
        if abs(placement.pitch - grid.PITCH) > PITCH:
            yield "the pitch differs"
        if max(offsets) - min(offsets) > OFFSET:
            yield "the vertical offset varies"
        yield from placement.off_rows()
        yield from placement.off_edge(EDGE, KNOWN)


if __name__ == "__main__":
    main()
