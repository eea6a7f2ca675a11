"""A DOCX that comes back: edited with tracked changes and saved by LibreOffice, does it keep
what a clerk and an archive rely on?

- every paragraph keeps the style of its role, and text inserted in it belongs to it;
- the YAML is still inside, word for word.
"""
import re
import zipfile

import office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INSERTED = "（新增文字）"
LEAST_RUNS = 3  # of a paragraph that is changed
MARK = {f"{W}author": "clerk", f"{W}date": "2026-01-01T00:00:00Z"}


def kept(folder, standins, sources):
    """What is not kept, over documents given as stem and source."""
    edited, saved = folder / "edited", folder / "saved"
    for path in (edited, saved):
        path.mkdir(parents=True, exist_ok=True)
    for stem, _ in sources:
        edit(folder / f"{stem}.docx", edited / f"{stem}.docx")
    office.soffice(standins, "--convert-to", "docx", "--outdir", saved,
                   *(edited / f"{stem}.docx" for stem, _ in sources))
    for stem, text in sources:
        for finding in lost(folder / f"{stem}.docx", saved / f"{stem}.docx", text):
            yield f"{stem}: {finding}"


def edit(original, copy):
    """A copy with tracked changes: in each paragraph of 正文 with several runs the second is
    deleted, and another inserted."""
    from lxml import etree

    with zipfile.ZipFile(original) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for number, paragraph in enumerate(root.iter(f"{W}p")):
                    change(paragraph, 1000 + 2 * number)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)


def change(paragraph, number):
    """Tracked changes in one paragraph of the role 正文, numbered from `number`."""
    from copy import deepcopy

    from lxml import etree

    runs = editable(paragraph)
    if len(runs) < LEAST_RUNS:
        return
    old, fresh = runs[1], deepcopy(runs[1])
    deleted, inserted = (etree.Element(f"{W}{tag}", {f"{W}id": str(number + at), **MARK})
                         for at, tag in enumerate(("del", "ins")))
    old.addprevious(deleted)
    deleted.append(old)
    deleted.addnext(inserted)
    inserted.append(fresh)
    old.find(f"{W}t").tag = f"{W}delText"
    fresh.find(f"{W}t").text = INSERTED


def editable(paragraph):
    """The runs of a paragraph of the role 正文; none of any other."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    body = style is not None and style.get(f"{W}val") == "body"
    return [run for run in paragraph.findall(f"{W}r") if run.find(f"{W}t") is not None] if body else []


def bodies(path):
    """The paragraphs of a DOCX that are not in a drawing; those of 目录, around which
    LibreOffice puts a content control, too."""
    from lxml import etree

    with zipfile.ZipFile(path) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return root.find(f"{W}body").xpath("w:p | w:sdt//w:p", namespaces={"w": W.strip("{}")})


def paragraphs(path):
    """Of each paragraph with words the name of its style, and its words."""
    from lxml import etree

    with zipfile.ZipFile(path) as file:
        styles = etree.fromstring(file.read("word/styles.xml"))
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
             for style in styles.iter(f"{W}style")}
    found = []
    for paragraph in bodies(path):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        if words.strip():
            found.append((names.get(style.get(f"{W}val")) if style is not None else None, words))
    return found


def carried(path):
    """The YAML inside a DOCX."""
    from lxml import etree

    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if re.fullmatch(r"customXml/item\d+\.xml", name):
                root = etree.fromstring(file.read(name))
                if root.tag == "{urn:docgen:source}source":
                    return root.text
    return None


def lost(original, saved, text):
    """What one document no longer has."""
    before, after = paragraphs(original), paragraphs(saved)
    for (style, _), (other, words) in zip(before, after):
        if str(style).lower() != str(other).lower():  # LibreOffice writes TOC 1
            yield f"{style} became {other}: {words}"
    if len(before) != len(after):
        yield f"{len(before)} paragraphs became {len(after)}"
    changed = [words for style, words in after if INSERTED in words and style == "公文正文"]
    if len(changed) != sum(len(runs) >= LEAST_RUNS for runs in map(editable, bodies(original))):
        yield f"{len(changed)} paragraphs hold what was inserted"
    if carried(saved) != text.replace("\r\n", "\n"):
        yield "the YAML is not the same any more"
