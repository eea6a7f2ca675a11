#!/usr/bin/env python3
"""Puts rendered samples before readers that are not ours.

usage: all.py FOLDER SAMPLE.yaml...

FOLDER holds SAMPLE.pdf and SAMPLE.docx of each sample, and those of parts bound apart, FOLDER/embedded
the same with embedded faces. Exit status 1 if any reader finds
anything, or is missing. `cargo xtask readers` renders the samples and calls this.
"""
import sys
from pathlib import Path

import anew
import docx_file
import edits
import embedded
import front
import grid
import office
import parity
import pdf_file
import roundtrip
from report import Report
from source import papers


def main():
    folder, samples = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    report, standins = Report("readers"), folder / "standins"
    report.check("stand-in faces for LibreOffice", office.make_standins, standins)
    for stem, source in (paper for sample in samples for paper in papers(sample)):
        pdf, docx = folder / f"{stem}.pdf", folder / f"{stem}.docx"
        witness = folder / "office" / pdf.name
        for name, judge, *arguments in [
            ("qpdf --check", pdf_file.syntax, pdf),
            ("PDF/A-2a (page-validation)", pdf_file.conforms, pdf, "2a"),
            ("PDF/UA-1 (page-validation)", pdf_file.conforms, pdf, "ua1"),
            ("two readers see the same text in the PDF", pdf_file.readers_agree, pdf),
            ("the PDF's text is the source's", text_is_the_source, source, pdf),
            ("the PDF stands on the grid", grid.measure, pdf, front.exists(source)),
            ("Open XML SDK", docx_file.sdk, docx),
            ("openxml-audit", docx_file.audit, docx),
            ("ooxml-integrity", docx_file.integrity, docx),
            ("the DOCX's text is the source's", text_is_the_source, source, docx),
            ("python-docx reads back styles and outline", roundtrip.python_docx, source, docx),
            ("mammoth reads back styles", roundtrip.mammoth, source, docx),
            ("pandoc reads back styles", roundtrip.pandoc, source, docx),
            ("LibreOffice opens the DOCX", office.convert, standins, [docx], witness.parent),
            ("the same lines in LibreOffice", parity.findings, pdf, witness),
            *contents(source, standins, pdf, docx, witness),
        ]:
            report.check(f"{stem}: {name}", judge, *arguments)
    sources = [(stem, sample.read_text(encoding="utf-8"))
               for sample in samples for stem, _ in papers(sample)]
    report.check("edited and saved by LibreOffice, all keep styles and YAML",
                 edits.kept, folder, standins, sources)
    machine = folder / "bare"
    report.check("a machine without Chinese faces", embedded.bare, machine)
    documents = [folder / f"embedded/{stem}.docx" for stem, _ in sources]
    report.check("embedded faces: read by all, and the same lines there", embedded.judge,
                 machine, documents)
    sys.exit(report.finish())


def contents(source, standins, pdf, docx, witness):
    """The checks of a document with 目录."""
    if front.has_contents(source):
        fresh = witness.parent / "anew" / witness.name
        yield "目录 leads to the headings", front.contents, source, pdf
        yield "目录 leads to the headings in LibreOffice", front.contents, source, witness
        yield "LibreOffice makes 目录 anew", anew.make, standins, docx, fresh
        yield "the new 目录 is the same", front.contents, source, fresh


def text_is_the_source(source, output):
    """What of the source is missing from the output, and what the output adds."""
    read = docx_file.text if output.suffix == ".docx" else pdf_file.text
    return source.compare(read(output))


if __name__ == "__main__":
    main()
