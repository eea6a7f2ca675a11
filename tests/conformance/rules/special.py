"""R81–R90, R99: landscape tables (8), 信函, 命令, 纪要 (10), 会议文件 (practice)."""
import re

from paper import BOTTOM, CENTRE, EM, HEIGHT, LEFT, ONE_LINE, RIGHT, TOP, TWO_LINES
from rules.head import CORNER, corner, mark_box
from sheet import Line
from source import as_list, get, plain
from verdict import Missing, at_most, between, measures, near, same, true


@measures("R81")
def landscape(paper):
    paper.wants("landscape" in str(paper.top) or "横排" in str(paper.top), "no landscape table")
    turned = [page for page in paper.pages if page.across]
    if not turned:
        raise Missing("a page set across the sheet, its head to the left")
    for page in turned:
        name = f"page {page.number}"
        first, last = page.across[0].top, max(line.bottom for line in page.across)
        yield between(f"{name} head", first, LEFT, LEFT + 10.5, 0.5)
        yield at_most(f"{name} foot", last, RIGHT + 0.5)
        for line in page.across:
            yield at_most(f"{name} {line.text[-6:]} ends at", line.right, HEIGHT - TOP + 0.3)
            yield true(f"{name} {line.text[:6]} begins at {line.left:.2f}",
                       line.left > HEIGHT - BOTTOM - 0.5)
        yield same(f"{name} upright: page numbers", len(page.folio), 1)
        yield same(f"{name} upright: lines", len(page.lines), 0)


def letter(paper):
    paper.only("letter")
    return paper.mark


@measures("R82")
def letter_mark(paper):
    letter(paper)
    yield near("top", mark_box(paper)[0], 30, 1)


def double_rules(paper):
    """The two pairs of red rules of page 1, top to bottom."""
    letter(paper)
    rules = paper.red_rules
    if len(rules) != 4:
        raise Missing(f"four red rules; {len(rules)} are there")
    return rules[:2], rules[2:]


@measures("R83")
def letter_rules(paper):
    (thick, thin), (above, below) = double_rules(paper)
    bottom = mark_box(paper)[3]
    yield near("first below the mark", thick.y - thick.thickness / 2 - bottom, 4, 0.5)
    yield true("first: thick over thin", thick.thickness > thin.thickness)
    yield true("second: thin over thick", above.thickness < below.thickness)
    yield near("second ends at", below.y + below.thickness / 2, 277, 0.6)


@measures("R84")
def letter_rule_width(paper):
    for pair in double_rules(paper):
        for rule in pair:
            middle = (rule.left + rule.right) / 2
            yield near("length", rule.length, 170, 0.5)
            yield between("middle", middle, 105, 106, 0.5)


def letter_top(paper):
    """The lines right under the first double rule."""
    lines = [corner(paper, key, name) for key, name in CORNER if get(paper.head, key)]
    if get(paper.head, "number"):
        lines.append(paper.number)
    return lines


@measures("R85")
def letter_first(paper):
    (_, thin), _ = double_rules(paper)
    first = min(letter_top(paper), key=lambda line: line.top)
    yield between("first element below the rule", first.top - thin.y - thin.thickness / 2,
                  4.8, 5.0, 0.5)
    number = paper.number
    yield between("发文字号 below the rule", number.top - thin.y - thin.thickness / 2,
                  4.8, 5.0, 0.5)
    yield near("发文字号 ends at", number.right, RIGHT, 0.5)


@measures("R86")
def letter_title(paper):
    letter(paper)
    last = max(letter_top(paper), key=lambda line: line.bottom)
    yield between("gap", paper.gap(last, paper.title[0]), *TWO_LINES, 0.5)


@measures("R87")
def letter_first_page(paper):
    letter(paper)
    yield true("page 1 has no number", not paper.pages[0].folio)
    black = [rule for rule in paper.pages[-1].rules
             if not rule.red and rule.length > 150 and rule.y > 200]
    yield true("版记 has no rules", not black)
    yield true("no 印发", not any(line.text.endswith("印发") for line in paper.pages[-1].lines))


@measures("R88")
def order(paper):
    paper.only("order")
    text = "".join(line.text for line in paper.mark)
    top, _, _, bottom = mark_box(paper)
    yield true(f"mark {text}", text.endswith(("命令", "令")))
    yield near("mark top", top, 57, 1)
    yield between("令号 below", paper.number.top - bottom, *TWO_LINES, 0.5)
    yield near("令号 middle", paper.number.centre, CENTRE, 0.5)
    first = paper.paragraphs[0].lines[0]
    yield between("text below", paper.gap(paper.number, first), *TWO_LINES, 0.5)


@measures("R89")
def minutes(paper):
    paper.only("minutes")
    text = "".join(line.text for line in paper.mark)
    yield true(f"mark {text}", text.endswith("纪要"))
    yield near("mark top", mark_box(paper)[0], 72, 1)


PRESENCE = [("present", "出席"), ("absent", "请假"), ("observers", "列席")]


@measures("R90")
def attendance(paper):
    paper.only("minutes")
    lists = paper.top.get("attendance") or paper.top.get("出席")
    paper.wants(lists, "no attendance")
    found = []
    for key, name in PRESENCE:
        if key not in lists and name not in lists:
            continue
        at = paper.text.find(f"{name}：", paper.after(paper.paragraphs[-1].lines[-1]))
        if at < 0:
            raise Missing(f"{name}：")
        names = "".join(plain(one) for one in as_list(lists.get(key, lists.get(name))))
        first = Line(paper.stream[at:at + 2])
        found.append(first)
        yield same(f"{name} faces", first.faces, [{"黑体"}])
        yield near(f"{name} indent", (first.left - LEFT) / EM, 2, 0.3, "em")
        after = paper.stream[at + 3]
        yield same(f"{name}: names", after.face, "仿宋")
        end = paper.text.find(names[-3:], at) + 3
        for line in paper.parts(at, end)[1:]:
            yield near(f"{name} turnover after the colon by", (line.left - after.x) / EM, 0, 0.3,
                       "em")
    for upper, lower in zip(found, found[1:]):
        yield true("order kept", upper.baseline < lower.baseline or upper.page < lower.page)
    last = paper.text_end
    if found and last.page == found[0].page:
        yield between("gap", paper.gap(last, found[0]), *ONE_LINE, 0.5)


@measures("R99")
def meeting(paper):
    paper.only("meeting")
    title = paper.title[-1]
    page = paper.pages[title.page - 1]
    below = [line for line in page.lines if line.baseline > title.baseline + 1]
    about = paper.top.get("meeting") or paper.top.get("会议") or {}
    date = about.get("date", about.get("日期"))
    oral = about.get("delivery", about.get("方式")) in ("oral", "口头")
    if date and oral:
        text = "".join(line.text for line in below[:2])
        yield true(f"subtitle {text[:20]}", re.match(r"——\d{4}年\d+月\d+日在.+会议上", text))
        yield same("subtitle faces", below[0].faces, [{"楷体"}])
    reporter = about.get("reporter", about.get("报告人")) or {}
    if reporter:
        name = plain(reporter.get("name", reporter.get("姓名")) or "")
        (line, *_), _ = paper.find(name, 0, f"reporter {name}")
        yield same("reporter faces", line.faces, [{"楷体"}])
        yield near("reporter's line middle", paper.whole(line).centre, CENTRE, 0.5)
    salutation = about.get("salutation", about.get("称谓"))
    if salutation:
        (line, *_), _ = paper.find(plain(salutation).rstrip("：") + "：", 0, "salutation")
        yield near("salutation begins at", line.left, LEFT, 0.5)
    closing = as_list(get(paper.top, "closing"))
    for text in closing:
        yield true(f"closing {text}", plain(text) in paper.text)
