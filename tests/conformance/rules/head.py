"""R14–R34: 版头 of a 公文 (7.2)."""
import re

from paper import CENTRE, EM, LEFT, RIGHT, TWO_LINES
from sheet import MM, Line
from source import as_list, get, plain
from verdict import Missing, at_most, between, measures, near, same, true

NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕[1-9]\d*号")
URGENCIES = ("特急", "加急")  # 特提 and 平急 are those of telegrams
CORNER = [("copy_number", "份号"), ("secrecy", "密级"), ("urgency", "紧急程度")]


def corner(paper, key, name):
    """The line of 份号, 密级 or 紧急程度."""
    value = paper.given(paper.head, key, name)
    if key == "copy_number":
        value = re.split("[-—－～]", value)[0]
    for line in paper.pages[0].lines:
        at = line.text.find(plain(value))
        if at == 0 and line.top < 120:
            same_line = line.glyphs[:len(plain(value)) + 8]
            return Line([glyph for glyph in same_line if glyph.x < 100])
    raise Missing(f"{name} {value}")


def row_of(paper, line):
    """The row of a line from the top of the type area, 1 for the first."""
    return (line.top - paper.grid.first_least) / (paper.pitch_mm) + 1


@measures("R14")
def copy_number(paper):
    line = corner(paper, "copy_number", "份号")
    yield true(f"份号 {line.text}", re.fullmatch(r"\d{6}", line.text))
    yield same("size", line.size, 16)
    yield near("begins at", line.left, LEFT, 0.5)
    if paper.format != "letter":
        yield same("row", int(row_of(paper, line)), 1)


@measures("R15")
def secrecy(paper):
    line = corner(paper, "secrecy", "密级")
    yield same("faces", line.faces, [{"黑体"}])
    yield same("size", line.size, 16)
    yield near("begins at", line.left, LEFT, 0.5)
    if paper.format != "letter":
        yield same("row", int(row_of(paper, line)), 2)


@measures("R16", "docx")
def secrecy_form(word):
    word.wants(get(word.head, "secrecy"), "no 密级")
    for para in word.styled("密级"):
        yield true(para.text, re.fullmatch(r"(绝密|机密|秘密)(★(\d+(年|个月|月|日|天)|长期))?", para.text))


@measures("R17")
def urgency(paper):
    line = corner(paper, "urgency", "紧急程度")
    yield same("faces", line.faces, [{"黑体"}])
    yield same("size", line.size, 16)
    yield near("begins at", line.left, LEFT, 0.5)
    yield true(line.text, line.text in URGENCIES)


@measures("R17", "docx")
def urgency_of_docx(word):
    word.wants(get(word.head, "urgency"), "no 紧急程度")
    for para in word.styled("紧急程度"):
        first = next(run for run in para.runs if run.text.strip())
        yield true(first.text, plain(first.text) in URGENCIES)
        yield same("face", first.face, "黑体")


@measures("R18")
def corner_order(paper):
    lines = [corner(paper, key, name) for key, name in CORNER if get(paper.head, key)]
    paper.wants(len(lines) > 1, "fewer than two of 份号, 密级, 紧急程度")
    for upper, lower in zip(lines, lines[1:]):
        yield near(f"{upper.text} to {lower.text}: rows",
                   (lower.baseline - upper.baseline) / paper.pitch_mm, 1, 0.05, "")


@measures("R19", "docx")
def secrecy_needs_copy_number(word):
    word.wants(get(word.head, "secrecy"), "no 密级")
    yield true("份号 is there", any(para.style == "份号" and para.text for para in word.paragraphs))


def mark_box(paper):
    """The mark's top, left, right and bottom; Mongolian above it belongs to it."""
    lines = paper.mark
    above = [glyph.baseline for glyph in paper.pages[0].down if glyph.red]
    return (min([line.top for line in lines] + above), min(line.left for line in lines),
            max(line.right for line in lines), max(line.bottom for line in lines))


@measures("R20")
def mark_top(paper):
    paper.only("common")
    yield near("top", mark_box(paper)[0], 72, 1)


@measures("R21")
def mark_centre(paper):
    _, left, right, _ = mark_box(paper)
    yield near("middle", (left + right) / 2, CENTRE, 0.5)


@measures("R22")
def mark_look(paper):
    for line in paper.mark:
        yield same("faces", line.faces, [{"小标宋"}])
    text = "".join(line.text for line in paper.mark)
    for name in paper.issuers[:1]:
        yield true(f"the red text says {text}", set(name) <= set(text))


@measures("R22", "docx")
def mark_look_of_docx(word):
    word.wants(word.head, "no 版头")
    for para in word.styled("发文机关标志"):
        for run in para.runs:
            if run.text.strip():
                yield true(f"{run.text} {run.face}", run.red and run.face == "小标宋")


@measures("R23")
def mark_width(paper):
    _, left, right, _ = mark_box(paper)
    yield at_most("ends at", right, RIGHT + 0.1)
    yield true(f"begins at {left:.2f} mm", left >= LEFT - 0.1)


@measures("R24")
def joint_mark(paper):
    paper.only("common")
    lines = paper.mark
    paper.wants(len(paper.issuers) > 1 and sum(len(l.text) > 2 for l in lines) > 1, "one organ")
    glyphs = [glyph for line in lines for glyph in line.glyphs]
    word = [glyph for glyph in glyphs if glyph.x > max(g.x for g in glyphs) - 3 * EM
            and glyph.text in "文件"]
    names = [glyph for glyph in glyphs if glyph not in word]
    first = min(names, key=lambda glyph: (round(glyph.baseline), glyph.x))
    yield true(f"first organ begins with {first.text}", first.text == paper.issuers[0][0])
    if word:
        middle = lambda group: (min(g.top for g in group) + max(g.bottom for g in group)) / 2
        yield near("文件 beside the stack's middle by", middle(word) - middle(names), 0, 1)
        yield true("文件 stands right", min(g.x for g in word) >= max(g.x for g in names))


@measures("R25")
def number_below_mark(paper):
    paper.only("common")
    mark = mark_box(paper)[3]
    first = min([paper.number, *paper.given_signers], key=lambda line: line.baseline)
    yield between("gap", first.top - mark, *TWO_LINES, 0.5)


@measures("R26")
def number_centre(paper):
    paper.only("common")
    number = paper.number
    paper.wants(not paper.upward, "上行文")
    yield near("middle", number.centre, CENTRE, 0.5)


@measures("R27")
def number_form(paper):
    paper.only("common", "letter")
    yield true(paper.number.text, NUMBER.fullmatch(paper.number.text))


@measures("R27", "docx")
def number_form_of_docx(word):
    word.wants(get(word.top, "format") not in ("order", "minutes", "命令", "纪要"), "has 令号 or 期号")
    word.wants(not word.draft, "草稿: the place is kept")
    for para in word.styled("发文字号"):
        text = para.text[:para.text.find("号") + 1]
        yield true(text, NUMBER.fullmatch(text))


@measures("R28")
def number_upward(paper):
    paper.only("common")
    number = paper.number
    paper.wants(paper.upward, "not 上行文")
    yield near("indent", (number.left - LEFT) / EM, 1, 0.3, "em")


@measures("R29")
def number_beside_signer(paper):
    paper.only("common")
    paper.wants(paper.upward, "not 上行文")
    offset = paper.number.baseline - paper.signers[-1].baseline
    yield near("off by", offset / MM, 0, 0.5, "pt")


@measures("R30")
def signer_right(paper):
    paper.only("common")
    paper.wants(paper.upward, "not 上行文")
    last = max(paper.signers, key=lambda part: part.right)
    yield near("from the edge", (RIGHT - last.right) / EM, 1, 0.3, "em")


@measures("R30", "docx")
def signer_there(word):
    word.wants(word.head and word.upward, "not 上行文")
    word.wants(get(word.top, "format") in (None, "common", "公文"), "not common")
    yield true("签发人 is there", "签发人：" in word.text)


@measures("R31")
def signer_look(paper):
    paper.only("common")
    for name in paper.signers:
        yield same(f"{name.text} faces", name.faces, [{"楷体"}])
        yield same(f"{name.text} size", name.size, 16)
    label = paper.element("签发人：", 0, "签发人：")[0]
    yield same("label faces", label.faces, [{"仿宋"}])
    yield same("label size", label.size, 16)


@measures("R31", "docx")
def signer_look_of_docx(word):
    names = [plain(name) for name in as_list(get(word.head, "signers"))]
    word.wants(names, "no 签发人")
    for para in word.styled("发文字号", "签发人"):
        for run in para.runs:
            if plain(run.text) in names:
                yield same(f"{run.text} face", run.face, "楷体")
            elif "签发人" in run.text:
                yield same("label face", run.face, "仿宋")


@measures("R32")
def signer_columns(paper):
    paper.only("common")
    rows = {}
    for part in paper.signers:
        rows.setdefault(round(part.baseline), []).append(part)
    for row in rows.values():
        yield at_most("names a line", len(row), 2, "")
        yield near("begins beside the first by", row[0].left - paper.signers[0].left, 0, 0.5)


@measures("R33")
def rule_below_number(paper):
    paper.only("common")
    rule = paper.red_rules[-1]
    yield near("gap", rule.y - rule.thickness / 2 - paper.number.bottom, 4, 0.5)


@measures("R34")
def rule_width(paper):
    paper.only("common")
    rule = paper.red_rules[-1]
    yield near("begins at", rule.left, LEFT, 0.5)
    yield near("ends at", rule.right, RIGHT, 0.5)
