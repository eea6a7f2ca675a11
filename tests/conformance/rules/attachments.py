"""R64–R68: 附件 (7.3.7)."""
from paper import BOTTOM, CENTRE, HEIGHT, LEFT, OURS, TOP, Paper
from rules.record import record_pages
from source import get, plain
from verdict import Absent, Missing, measures, near, same, true

ACROSS_LEFT, ACROSS_CENTRE = HEIGHT - BOTTOM, HEIGHT - (TOP + BOTTOM) / 2  # clause 8


def pages(paper):
    """Label line, title lines and page of each 附件; of a page across the sheet as it is read."""
    several = len(paper.names) > 1
    for at, attachment in paper.attachments:
        label = f"附件{at}" if several else "附件"
        page = next((page for page in paper.pages[1:]
                     if lines_of(page) and lines_of(page)[0].text == label), None)
        if not page:
            raise Missing(f"a page that begins with {label}")
        text, lines = plain(get(attachment, "title")), []
        for line in lines_of(page)[1:]:
            if len("".join(one.text for one in lines)) < len(text):
                lines.append(line)
        yield label, lines_of(page)[0], lines, text, page


def lines_of(page):
    """The lines of a page, upright or across."""
    return page.lines or page.across


@measures("R64")
def label(paper):
    for _, line, _, _, page in pages(paper):
        yield same("faces", line.faces, [{"黑体"}])
        yield same("size", line.size, 16)
        yield near("begins at", line.left, LEFT if page.lines else ACROSS_LEFT, 0.5)
        grid, head = paper.grid, 0 if page.lines else TOP - LEFT
        yield true(f"page {page.number} row 1, {line.top:.2f} mm",
                   grid.first_least <= line.top + head <= grid.first_most + 0.5)


@measures("R65")
def title(paper):
    for _, first, lines, _, page in pages(paper):
        # Rows by baselines, less what the larger type sits lower.
        wanted = first.top + 2 * paper.pitch_mm
        yield near("below row 3 by", lines[0].top - wanted, 0, 2)
        for line in lines:
            yield near(f"{line.text[:8]} middle", line.centre, CENTRE if page.lines else ACROSS_CENTRE, 0.5)


@measures("R66")
def as_listed(paper):
    listed = dict(zip(paper.names, paper.note_lines))
    for name, _, lines, text, _ in pages(paper):
        yield same("title", "".join(line.text for line in lines), text)
        yield true(f"{text[:8]} is in 附件说明", text in listed)
        if len(listed) > 1:
            note = "".join(line.text for line in listed[text])
            yield true(f"{name} is {note[:8]}", f"{name[2:]}." in note)


@measures("R66", "docx")
def as_listed_of_docx(word):
    listed = "".join(para.text for para in word.styled("附件说明"))
    for para in word.styled("附件标题"):
        yield true(para.text, para.text in listed)


@measures("R67")
def before_record(paper):
    last, rules = max(page.number for _, _, _, _, page in pages(paper)), paper.record_rules
    first = min(record_pages(paper))
    yield true(f"版记 on page {first}, 附件 on page {last}", first >= last)
    below = [line for line in paper.pages[-1].lines if line.bottom > rules[0].y]
    yield true("only 四号 below the first rule", all(line.size == 14 for line in below))


@measures("R68")
def separate(paper):
    every = get(paper.top, "attachments") or []
    own = [at for at, one in enumerate(every, start=1)
           if get_yes(one) and paper.grid is OURS]
    if not own:
        raise Absent("no separate 附件")
    for at in own:
        path = paper.path.with_name(f"{paper.path.stem}-附件{at}.pdf")
        if not path.exists():
            raise Missing(path.name)
        first = Paper(Top(paper.top), path, OURS).pages[0].lines[0]
        label = f"附件{at}" if len(every) > 1 else "附件"
        number = plain(get(paper.head, "number", ""))
        yield same("row 1", first.text, number + label)
        yield true(f"at {first.top:.2f} mm", 36 < first.top < 42)


def get_yes(attachment):
    return attachment.get("separate", attachment.get("单独装订")) in ("true", "是")


class Top:
    """What Paper needs of a source."""

    def __init__(self, top):
        self.top = top
