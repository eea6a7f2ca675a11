"""R41–R47: 主送机关 and 正文 (7.3.2, 7.3.3)."""
from paper import EM, LEFT, ONE_LINE
from sheet import OPENING, Line, is_han
from verdict import between, measures, near, same, true

HEADINGS = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}
STYLES = {"一级标题": "黑体", "二级标题": "楷体", "三级标题": "仿宋", "四级标题": "仿宋"}


@measures("R41")
def recipients(paper):
    paper.only("common", "letter")
    lines = paper.recipients
    yield between("gap", paper.gap(paper.title_block[-1], lines[0]), *ONE_LINE, 0.5)
    for line in lines:
        yield near("begins at", line.left, LEFT, 0.5)
    yield same("ends in", lines[-1].text[-1], "：")


@measures("R42", "docx")
def one_recipient(word):
    word.wants(word.upward and word.recipients, "not 上行文, or no 主送")
    yield same("主送", len(word.recipients), 1)


@measures("R43")
def text_on_first_page(paper):
    paper.wants(not paper.has_cover, "a cover comes first")
    shown = [line for paragraph in paper.paragraphs for line in paragraph.lines if line.page == 1]
    yield true(f"{len(shown)} lines of text", shown)


@measures("R44")
def text_after_recipients(paper):
    last = paper.recipients[-1]
    first = paper.paragraphs[0].lines[0]
    paper.wants(first.page == last.page, "the text begins a page")
    yield near("rows down", (first.baseline - last.baseline) / paper.pitch_mm, 1, 0.05, "")


@measures("R45")
def indents(paper):
    for paragraph in paper.paragraphs:
        kind = paragraph.kind[0] if isinstance(paragraph.kind, tuple) else paragraph.kind
        if kind in ("chapter", "section"):
            continue
        for at, line in enumerate(paragraph.lines):
            if line.text[0] in OPENING:
                continue  # its empty half may be gone
            wanted = 0 if at else 2
            left = (line.left - LEFT) / EM
            yield near(f"page {line.page} {line.text[:6]} indent", left, wanted, 0.2, "em")


@measures("R45", "docx")
def indents_of_docx(word):
    for para in word.styled("公文正文"):
        indent = para.properties.get("ind", {})
        yield same("firstLineChars", indent.get("firstLineChars"), "200")
        yield same("left", indent.get("left", "0"), "0")


def levels_in_order(levels):
    """Measures that no level is skipped downwards, but from 一、 to 1."""
    for before, level in zip([0, *levels], levels):
        allowed = level <= before + 1 or (before, level) == (1, 3)
        yield true(f"level {level} after {before}", allowed)


@measures("R46")
def levels(paper):
    kinds = [paragraph.kind[0] if isinstance(paragraph.kind, tuple) else paragraph.kind
             for paragraph in paper.paragraphs]
    yield from levels_in_order([kind for kind in kinds if kind in HEADINGS])


@measures("R46", "docx")
def levels_of_docx(word):
    names, found = list(STYLES), []
    for para in word.paragraphs:
        if para.style in ("附件标题", "公文标题"):
            yield from levels_in_order(found)
            found = []
        elif para.style in names:
            found.append(names.index(para.style) + 1)
    yield from levels_in_order(found)


@measures("R47")
def heading_faces(paper):
    for paragraph in paper.paragraphs:
        run_in = isinstance(paragraph.kind, tuple)
        level = paragraph.kind[0] if run_in else paragraph.kind
        if level not in HEADINGS:
            continue
        size = len(paragraph.text)
        if run_in and level in (1, 2):
            size = paragraph.text.find("。") + 1
        glyphs = [glyph for line in paragraph.lines for glyph in line.glyphs][:size]
        part = Line([glyph for glyph in glyphs if is_han(glyph.text)] or glyphs)
        yield same(f"{paragraph.text[:6]} faces", part.faces, [{HEADINGS[level]}])
        yield same(f"{paragraph.text[:6]} sizes", part.sizes, [{16}])


@measures("R47", "docx")
def heading_faces_of_docx(word):
    for style, face in STYLES.items():
        for para in word.paragraphs:
            if para.style == style and para.text:
                first = next(run for run in para.runs if any(map(is_han, run.text)))
                yield same(f"{para.text[:6]} face", first.face, face)
                yield same("size", first.size, 16)
                yield true(f"{para.text[:6]} bold", not any(run.bold for run in para.runs))
