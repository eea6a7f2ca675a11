"""R69–R75: 版记 (7.4). R12, its last rule, stands with the page."""
import re

from paper import LEFT, RIGHT
from sheet import MM
from source import get
from verdict import Missing, measures, near, same, true

SMALL = 14 * MM  # 四号
LABEL = re.compile("(抄送|分送|主送|抄报)：")


def lines_of(paper):
    """The lines of the 版记, top to bottom."""
    paper.wants(paper.record, "no 版记")
    top = paper.record_top - 1
    return [line for line in paper.pages[-1].lines if line.top >= top and line.size == 14]


def record_pages(paper):
    """The pages that show a line of the 版记: the last one, and any other that says the same."""
    ours = tuple(line.text for line in lines_of(paper))
    return [page.number for page in paper.pages
            if any(line.size == 14 and line.text.startswith(ours) for line in page.lines)]


@measures("R69")
def rules(paper):
    for rule in paper.record_rules:
        yield near("begins at", rule.left, LEFT, 0.5)
        yield near("ends at", rule.right, RIGHT, 0.5)
        yield true("is black", not rule.red)


@measures("R70")
def thickness(paper):
    thick = [rule.thickness for rule in paper.record_rules]
    yield near("first", thick[0], 0.35, 0.05)
    yield near("last", thick[-1], 0.35, 0.05)
    for inner in thick[1:-1]:
        yield near("inner", inner, 0.25, 0.05)


@measures("R70", "docx")
def thickness_of_docx(word):
    paragraphs = word.top.get("record") or word.top.get("版记")
    word.wants(paragraphs, "no 版记")
    word.wants(word.top.get("format", word.top.get("格式")) not in ("letter", "信函"),
               "信函: 版记 without rules")
    widths = [int(line.get("w")) / 36000 for line in word.body.iter("{*}ln") if line.get("w")]
    thin = [width for width in widths if width < 0.45]
    if len(thin) < 2:
        raise Missing("drawn rules of the 版记")
    yield near("thickest", max(thin), 0.35, 0.05)
    if min(thin) < max(thin):
        yield near("thinnest", min(thin), 0.25, 0.05)


def lists(paper):
    """Each list of the 版记: its first line, and the lines that it runs over to."""
    groups = []
    for line in lines_of(paper):
        if LABEL.match(line.text):
            groups.append([line])
        elif groups and not line.text.endswith("印发") and not groups[-1][-1].text.endswith("。"):
            groups[-1].append(line)
    return groups


@measures("R71")
def copies(paper):
    paper.wants(get(paper.record, "copy_to"), "no 抄送")
    for first, *rest in lists(paper):
        yield same("faces", first.faces, [{"仿宋"}])
        yield near("indent", (first.left - LEFT) / SMALL, 1, 0.3, "字")
        after = first.glyphs[3].x
        for line in rest:
            yield near("turnover after the colon by", (line.left - after) / SMALL, 0, 0.3, "字")
        last = [first, *rest][-1]
        yield same("ends in", last.text[-1], "。")
        for line in [first, *rest]:
            yield true(f"ends {(RIGHT - line.right) / SMALL:.2f} 字 from the edge",
                       RIGHT - line.right >= 0.7 * SMALL - paper.grid.hanging * SMALL)


@measures("R72")
def main_above_copies(paper):
    paper.wants(get(paper.record, "main_to") or paper.moved_recipients, "no 主送 in 版记")
    first = next((line for line in lines_of(paper) if line.text.startswith("主送：")), None)
    if not first:
        raise Missing("主送：")
    copy = next((line for line in lines_of(paper)
                 if line.text.startswith(("抄送：", "分送："))), None)
    if copy:
        yield true("above 抄送", first.baseline < copy.baseline)
        between = [rule for rule in paper.record_rules if first.bottom < rule.y < copy.top]
        yield true("no rule between", not between)


def printer_line(paper):
    """The line of the 印发机关 and its two ends."""
    paper.given(paper.record, "printer", "印发机关")
    paper.wants(paper.format != "letter", "信函: no 印发")
    line = next((line for line in reversed(lines_of(paper)) if line.text.endswith("印发")), None)
    if not line:
        raise Missing("印发")
    return line


@measures("R73")
def printer(paper):
    line = printer_line(paper)
    yield near("left", (line.left - LEFT) / SMALL, 1, 0.3, "字")
    yield near("right", (RIGHT - line.right) / SMALL, 1, 0.3, "字")
    yield same("size", line.size, 14)
    yield same("faces", line.faces, [{"仿宋"}])
    yield true(line.text[-14:], re.search(r"\d{4}年[1-9]\d?月[1-9]\d?日印发$", line.text))


@measures("R74")
def rule_above_printer(paper):
    line = printer_line(paper)
    others = [one for one in lines_of(paper) if one is not line]
    paper.wants(others, "only 印发")
    above = [rule for rule in paper.record_rules[1:-1] if others[-1].baseline < rule.y < line.top + 1]
    yield true("a rule between", above)


@measures("R75")
def on_last_page(paper):
    yield same("on pages", record_pages(paper), [[paper.pages[-1].number]])
    asked = paper.print_option("even_record", "版记偶数页")
    if asked:
        yield same("pages are even", len(paper.pages) % 2, 0)
