"""LibreOffice: the DOCX as a word processor sets it, with faces that are metric-true."""
import os
import subprocess
import sys
from pathlib import Path

import pdf_file

MAKE_STANDINS = Path(__file__).parent.parent / "standins/make_standins.py"


def make_standins(standins):
    """Copies of the open faces under the names that the DOCX asks for; nothing wrong is
    found unless they cannot be made."""
    command = [sys.executable, MAKE_STANDINS, standins]
    subprocess.run(command, check=True, capture_output=True)
    return []


def convert(standins, documents, folder):
    """Converts DOCX files into FOLDER/NAME.pdf; says which face was not a stand-in."""
    yield from set_all(standins, documents, folder)
    made = {name.stem.replace("-", "") for name in standins.glob("*.ttf")}
    for witness in (folder / f"{document.stem}.pdf" for document in documents):
        for face in faces(witness) if witness.exists() else []:
            if face.replace("-", "") not in made:
                yield f"{witness.name}: LibreOffice takes the face {face}"


def set_all(machine, documents, folder):
    """Converts DOCX files into FOLDER/NAME.pdf, all in one run, with the faces of MACHINE alone."""
    if not documents:  # without one soffice waits for its user
        yield "there is no document"
        return
    folder.mkdir(parents=True, exist_ok=True)
    witnesses = [folder / f"{document.stem}.pdf" for document in documents]
    for witness in witnesses:
        witness.unlink(missing_ok=True)
    soffice(machine, "--convert-to", "pdf", "--outdir", folder, *documents)
    for witness in witnesses:
        if not witness.exists():
            yield f"LibreOffice writes no {witness.name}"


def soffice(machine, *arguments):
    """Runs LibreOffice with the profile and the faces of MACHINE."""
    environment = dict(os.environ, FONTCONFIG_FILE=str((machine / "fonts.conf").resolve()))
    profile = f"-env:UserInstallation=file://{machine.resolve()}/profile"
    subprocess.run(["soffice", profile, "--headless", *arguments], check=True,
                   capture_output=True, timeout=300, env=environment)


def faces(pdf):
    """The faces of a PDF, without the prefix of a subset."""
    output = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in output.stdout.splitlines()[2:]]
    return sorted({name.split("+")[-1] for name in names})
