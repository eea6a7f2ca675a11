"""LibreOffice: the DOCX as a word processor sets it, with faces that are metric-true."""
import os
import subprocess
import sys
from pathlib import Path

import pdf_file

MAKE_STANDINS = Path(__file__).parent.parent / "standins/make_standins.py"


def make_standins(folder):
    """Copies of the open faces under the names that the DOCX asks for; nothing wrong is
    found unless they cannot be made."""
    command = [sys.executable, MAKE_STANDINS, folder / "standins"]
    subprocess.run(command, check=True, capture_output=True)
    return []


def convert(folder, docx):
    """Converts the DOCX to FOLDER/office/NAME.pdf; says which face was not a stand-in."""
    folder = folder.resolve()
    environment = dict(os.environ, FONTCONFIG_FILE=str(folder / "standins/fonts.conf"))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/office/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder / "office",
        docx,
    ]
    witness = folder / "office" / f"{docx.stem}.pdf"
    witness.unlink(missing_ok=True)
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)
    if not witness.exists():
        yield "LibreOffice writes no PDF"
        return
    made = {name.stem.replace("-", "") for name in (folder / "standins").glob("*.ttf")}
    for face in faces(witness):
        if face.replace("-", "") not in made:
            yield f"LibreOffice takes the face {face}"


def faces(pdf):
    """The faces of a PDF, without the prefix of a subset."""
    output = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in output.stdout.splitlines()[2:]]
    return sorted({name.split("+")[-1] for name in names})
