"""A DOCX as XML: paragraphs with what their styles and runs say, resolved by hand."""
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from paper import Paper
from source import as_list, get, plain
from verdict import Absent

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACES = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "黑体": "黑体", "方正小标宋简体": "小标宋",
         "方正小标宋_GBK": "小标宋", "宋体": "宋体", "Times New Roman": "Times"}


@dataclass
class Run:
    """Characters of one look; size in points."""

    text: str
    face: str
    size: float
    red: bool
    coloured: bool
    bold: bool


@dataclass
class Para:
    """A paragraph of the body: name and id of its style, its properties, its runs."""

    style: str
    properties: dict
    runs: list

    @property
    def text(self):
        return plain("".join(run.text for run in self.runs))

    @property
    def faces(self):
        """The faces of its Han characters."""
        return {run.face for run in self.runs if re.search("[\u4e00-\u9fa5]", run.text)}


class Word:
    """One sample and its DOCX."""

    def __init__(self, source, path):
        from lxml import etree

        self.top, self.parts = source.top, {}
        with zipfile.ZipFile(path) as file:
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    self.parts[name] = etree.fromstring(file.read(name))
        self.head = get(self.top, "head", {}) or {}
        self.signature = get(self.top, "signature", {}) or {}

    upward = Paper.upward

    def wants(self, condition, why):
        """Goes on only if the rule is about this document."""
        if not condition:
            raise Absent(why)

    @property
    def draft(self):
        """Whether it is a 草稿."""
        return self.top.get("stage", self.top.get("稿本")) in ("draft", "草稿")

    @property
    def body(self):
        return self.parts["word/document.xml"].find(f"{W}body")

    @cached_property
    def styles(self):
        """Name, base and properties of each style."""
        found = {}
        for style in self.parts["word/styles.xml"].iter(f"{W}style"):
            base, name = style.find(f"{W}basedOn"), style.find(f"{W}name")
            found[style.get(f"{W}styleId")] = (
                name.get(f"{W}val"), base is not None and base.get(f"{W}val"),
                style.find(f"{W}pPr"), style.find(f"{W}rPr"),
            )
        return found

    def chain(self, style):
        """A style's properties, those of its bases first."""
        name, base, paragraph, run = self.styles.get(style, ("", None, None, None))
        return (self.chain(base) if base else []) + [(paragraph, run)]

    @cached_property
    def paragraphs(self):
        """All paragraphs of the body, those in tables and text boxes too, once each."""
        fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
        return [self.paragraph(p) for p in self.body.iter(f"{W}p")
                if not any(above.tag == fallback for above in p.iterancestors())]

    def paragraph(self, p):
        """One paragraph, resolved."""
        own = p.find(f"{W}pPr")
        style = own.find(f"{W}pStyle") if own is not None else None
        style = style.get(f"{W}val") if style is not None else "Normal"
        chain = self.chain(style)
        properties = {}
        for block in [*(paragraph for paragraph, _ in chain), own]:
            for child in block if block is not None else []:
                name = child.tag.removeprefix(W)
                values = {key.removeprefix(W): value for key, value in child.attrib.items()}
                properties.setdefault(name, {}).update(values)
        runs = [self.run(r, [run for _, run in chain]) for r in p.iter(f"{W}r")
                if next(r.iterancestors(f"{W}p")) is p]
        return Para(self.styles.get(style, ("",))[0], properties, runs)

    def run(self, r, chain):
        """One run, resolved."""
        look = {}
        for block in [*chain, r.find(f"{W}rPr")]:
            for child in block if block is not None else []:
                values = {key.removeprefix(W): value for key, value in child.attrib.items()}
                look.setdefault(child.tag.removeprefix(W), {}).update(values)
        face = look.get("rFonts", {}).get("eastAsia", "")
        colour = look.get("color", {}).get("val", "auto")
        bold = "b" in look and look["b"].get("val", "1") not in ("0", "false")
        text = "".join(t.text or "" for t in r.findall(f"{W}t"))
        size = int(look.get("sz", {}).get("val", 32)) / 2
        red = re.fullmatch("[D-Fd-f][0-9A-Fa-f]00[0-9A-Fa-f]{0,2}", colour) is not None
        coloured = colour not in ("auto", "000000")
        return Run(text, FACES.get(face, face), size, red or colour == "FF0000", coloured, bold)

    def styled(self, *names):
        """The paragraphs of some styles."""
        found = [para for para in self.paragraphs if para.style in names and para.text]
        self.wants(found, f"no {names[0]}")
        return found

    @cached_property
    def text(self):
        return "".join(para.text for para in self.paragraphs)

    @property
    def recipients(self):
        return as_list(get(self.top, "recipients"))
