"""Round trip: do readers of DOCX give back the outline and the paragraphs of the YAML?

A clerk edits by styles, and what others build from a DOCX (web pages, data exchange, an
archive's index) they build from its styles and its outline. Each reader is asked for the same
list: the name of the style and the text of every paragraph of title, headings and text, and the
cells of every table.
"""
import json
import re
import subprocess
from html import unescape
from itertools import zip_longest

import front
import tables

STYLES = {
    "title": "公文标题", "attachment": "附件标题", "text": "公文正文", "chapter": "章",
    "section": "节", "article": "条", 1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题",
    "subtitle": "公文副标题", "issuer_line": "单位行", "reporter": "报告人", "salutation": "称谓",
    "recipients": "主送机关", "table_caption": "表题", "table_note": "表注", "figure_caption": "图题",
    "cover_title": "封面标题", "cover_line": "封面落款", "contents_title": "目录标题",
    "toc_1": "toc 1", "toc_2": "toc 2", "toc_3": "toc 3",
}


def python_docx(source, path):
    """Where python-docx reads other styles, other text or another outline."""
    import docx

    document = docx.Document(path)
    paragraphs = document.paragraphs
    read = [(p.style.name, p.text) for p in paragraphs]
    yield from differences(styled(source), read)
    wanted = [(f"level {level}", text) for level, text in levels(source)]
    read = [(f"level {level}", p.text) for p in paragraphs if (level := outline_level(p))]
    yield from differences(wanted, read)
    yield from other_tables(source, tables.of_python_docx(document))


def styled(source):
    """Style and text of each paragraph."""
    pieces = [*front.outline(source), *source.outline()]
    return [(STYLES[kind], text) for kind, text, _ in pieces]


def levels(source):
    """The outline. Where 目录 is made from it, the title is not in it, and all stand a level
    higher."""
    higher = front.has_contents(source)
    yield from ((level - higher, text) for level, text in source.levels() if level > higher)


def outline_level(paragraph):
    """The level from 1, said by the paragraph or its style; None for text."""
    for properties in (paragraph._p.pPr, paragraph.style.element.pPr):
        for level in properties.xpath("w:outlineLvl/@w:val") if properties is not None else []:
            return int(level) + 1 if int(level) < 9 else None
    return None


def mammoth(source, path):
    """Where mammoth makes other elements of HTML, with the styles mapped to classes."""
    import mammoth as library

    names = {f"s{number}": name for number, name in enumerate(STYLES.values())}
    mapping = "\n".join(f"p[style-name='{name}'] => p.{key}:fresh" for key, name in names.items())
    with open(path, "rb") as file:
        html = library.convert_to_html(file, style_map=mapping).value
    found = re.findall(r'<p class="(s\d+)">(.*?)</p>', html)
    read = [(names[key], unescape(re.sub("<[^>]*>", "", text))) for key, text in found]
    yield from differences(styled(source), read)
    yield from other_tables(source, tables.of_html(html))


def pandoc(source, path):
    """Where pandoc reads other styles or other text."""
    command = ["pandoc", "--from", "docx+styles", "--to", "json", path]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    blocks = json.loads(output)["blocks"]
    read = list(divisions(blocks))
    yield from differences(styled(source), read)
    yield from other_tables(source, tables.of_pandoc(blocks, strings))


def divisions(blocks):
    """Style and text of each paragraph in pandoc's tree."""
    for block in blocks:
        if block["t"] == "Div":
            (_, _, attributes), inner = block["c"]
            for paragraph in inner:
                yield dict(attributes).get("custom-style"), "".join(strings(paragraph))


def strings(node):
    """The texts below a node of pandoc's tree; a tab is a space there."""
    if isinstance(node, list):
        for child in node:
            yield from strings(child)
    elif isinstance(node, dict):
        words = {"Str": node.get("c"), "Space": " "}.get(node["t"])
        yield from [words] if words else strings(node.get("c"))


def other_tables(source, read):
    """Where the tables differ from the YAML's."""
    wanted, read = source.grids(), list(read)
    if len(wanted) != len(read):
        yield f"the YAML has {len(wanted)} tables, the reader {len(read)}"
    for number, (a, b) in enumerate(zip(wanted, read), start=1):
        for row, (mine, theirs) in enumerate(zip_longest(a, b), start=1):
            if mine != theirs:
                yield f"table {number} row {row}: the YAML has {mine}, the reader {theirs}"


def differences(wanted, read):
    """The first paragraph that differs; styles that are not asked for are left out, and so are
    the page numbers of 目录."""
    styles = {style for style, _ in wanted}
    read = [(style, re.sub(r"\s\d+$" if style.startswith("toc ") else "$", "", text))
            for style, text in read if style in styles]
    read = [(style, re.sub(r"\s+", "", text)) for style, text in read]
    for a, b in zip(wanted, read):
        if a != b:
            yield f"the YAML has {a}, the reader {b}"
            return
    if len(wanted) != len(read):
        yield f"the YAML has {len(wanted)} paragraphs, the reader {len(read)}"
