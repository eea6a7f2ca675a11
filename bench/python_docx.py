"""The words of a report as a DOCX of plain paragraphs, written by python-docx.

usage: python_docx.py REPORT.yaml OUT.docx
"""

import sys

import docx

document = docx.Document()
with open(sys.argv[1], encoding="utf8") as report:
    for line in report:
        if not line.startswith("#"):
            document.add_paragraph(line.strip())
document.save(sys.argv[2])
