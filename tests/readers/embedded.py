"""DOCX with embedded faces, for LibreOffice on a machine without a Chinese face.

- LibreOffice draws everything with the faces that the document brings, and one Latin face at
  most, and breaks the lines of our PDF;
- each file is taken out as the standard says, and fontTools reads all of it;
- no validator finds anything.
"""
import io
import re
import shutil
import zipfile
from pathlib import Path

import docx_file
import office
import parity

# LibreOffice does not start without any face.
LATIN = Path(__file__).parent.parent.parent / "fonts/LiberationSerif-Bold.ttf"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OPEN = re.compile("docgen[0-9A-F]{4}$|^NotoSansMongolian")


def bare(folder):
    """A machine with one Latin face."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(LATIN, folder)
    (folder / "fonts.conf").write_text(
        f"<fontconfig><dir>{folder.resolve()}</dir>"
        f"<cachedir>{folder.resolve()}/cache</cachedir></fontconfig>", encoding="utf-8")
    return []


def judge(machine, documents):
    """All that is wrong with documents, each with our PDF beside it."""
    witnesses = documents[0].parent / "office"
    yield from office.set_all(machine, documents, witnesses)
    for document in documents:
        witness = witnesses / f"{document.stem}.pdf"
        foreign = [face for face in office.faces(witness) if not OPEN.search(face)]
        for finding in [*(f"LibreOffice takes the face {face}" for face in foreign),
                        *parity.findings(document.with_suffix(".pdf"), witness),
                        *unreadable(document), *docx_file.sdk(document),
                        *docx_file.audit(document), *docx_file.integrity(document)]:
            yield f"{document.stem}: {finding}"


def unreadable(document):
    """What is wrong with the files of the faces."""
    from fontTools.ttLib import TTFont
    from lxml import etree

    with zipfile.ZipFile(document) as package:
        table = etree.fromstring(package.read("word/fontTable.xml"))
        relations = etree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
        files = {relation.get("Id"): relation.get("Target") for relation in relations}
        found = [(font.get(f"{W}name"), font.find(f"{W}embedRegular"))
                 for font in table if font.find(f"{W}embedRegular") is not None]
        if not found:
            yield "no face is embedded"
        for name, embedded in found:
            content = bytearray(package.read(f"word/{files[embedded.get(f'{R}id')]}"))
            key = bytes.fromhex(re.sub("[{}-]", "", embedded.get(f"{W}fontKey")))[::-1]
            content[:32] = (a ^ b for a, b in zip(content, key * 2))
            font = TTFont(io.BytesIO(content), lazy=False, checkChecksums=2)
            for tag in font.keys():
                font[tag]  # reads it
            if font["name"].getBestFamilyName() != name:
                yield f"the file of {name} is {font['name'].getBestFamilyName()}"
