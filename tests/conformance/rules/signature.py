"""R48–R63: 附件说明, 署名, 成文日期, 印章, 附注 (7.3.4 to 7.3.6)."""
import re

from paper import EM, LEFT, ONE_LINE, RIGHT, TWO_LINES
from source import as_list, get, plain
from verdict import Absent, at_most, between, measures, near, same, true

DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
SEAL = 45  # mm: 国发〔1999〕25号, a prefecture's or county's; where no picture is given


@measures("R48")
def note_place(paper):
    lines = paper.note_lines[0]
    before = paper.paragraphs[-1].lines[-1]
    if before.page == lines[0].page:
        yield between("gap", paper.gap(before, lines[0]), *ONE_LINE, 0.5)
    yield near("indent", (lines[0].left - LEFT) / EM, 2, 0.3, "em")
    yield true(f"begins {lines[0].text[:4]}", lines[0].text.startswith("附件："))


@measures("R49", "docx")
def note_ordinals(word):
    names = [plain(get(one, "title")) for one in get(word.top, "attachments", [])]
    word.wants(names, "no 附件")
    texts = [para.text for para in word.styled("附件说明")]
    yield same("names", len(texts), len(names))
    for at, (text, name) in enumerate(zip(texts, names), start=1):
        ordinal = f"{at}." if len(names) > 1 else ""
        label = "附件：" if at == 1 else ""
        yield same("item", text, label + ordinal + name)


@measures("R50")
def note_no_mark(paper):
    for lines in paper.note_lines:
        line = paper.whole(lines[-1])
        yield true(f"ends {line.text[-4:]}", line.text[-1] not in "。，、；：")


@measures("R50", "docx")
def note_no_mark_of_docx(word):
    for para in word.styled("附件说明"):
        yield true(f"ends {para.text[-4:]}", para.text[-1] not in "。，、；：")


@measures("R51")
def note_turnover(paper):
    turned = 0
    for name, lines in zip(paper.names, paper.note_lines):
        glyphs = lines[0].glyphs
        first = glyphs[lines[0].text.find(name[0], len(lines[0].text) - len(name)
                                          if len(lines) == 1 else
                                          3 if lines[0].text.startswith("附件") else 0)]
        for line in lines[1:]:
            turned += 1
            yield near(f"{line.text[:6]} under the name by", (line.left - first.x) / EM, 0, 0.2,
                       "em")
    paper.wants(turned, "no name runs over")


def stamped(paper):
    date = paper.date
    paper.wants(paper.seal == "stamped", f"seal: {paper.seal}")
    paper.wants(paper.organs, "no 署名")
    return date


def single(paper):
    paper.wants(len({line.baseline for line in paper.organs}) == len(paper.organs) == 1,
                "several 署名")


@measures("R52")
def stamped_date(paper):
    date = stamped(paper)
    single(paper)
    organ = paper.organs[0]
    paper.wants(organ.right - organ.left < date.right - date.left + 8 * EM, "a long 署名 moves it")
    yield near("from the edge", (RIGHT - date.right) / EM, 4, 0.3, "em")


@measures("R53")
def stamped_centre(paper):
    date = stamped(paper)
    organ = max(paper.organs, key=lambda line: line.baseline)
    single(paper)
    yield near("off by", (organ.centre - date.centre) / EM, 0, 0.3, "em")


def seals(paper):
    """Boxes of the seals on the page of the date: of pictures, else of the places kept."""
    date = stamped(paper)
    page = paper.pages[date.page - 1]
    round_ones = [box for box in page.pictures
                  if 20 < box[2] - box[0] < 70 and abs((box[2] - box[0]) - (box[3] - box[1])) < 3
                  and box[1] < date.top < box[3] + 30]
    return round_ones


def place_kept(paper):
    """The box of a seal whose middle is a little above that of name and date."""
    organs = [line for line in paper.organs if line.page == paper.date.page]
    organ = organs[0]
    middle = (organ.top + organ.bottom) / 2
    return organ.centre - SEAL / 2, middle - SEAL / 2, organ.centre + SEAL / 2, middle + SEAL / 2


@measures("R54")
def seal_top(paper):
    stamped(paper)
    boxes = seals(paper) or [place_kept(paper)]
    above = [line for line in paper.pages[paper.date.page - 1].lines
             if line.bottom < paper.organs[0].top - 5]
    paper.wants(above, "nothing above")
    name = "seal" if seals(paper) else f"place of a seal of {SEAL} mm"
    yield between(f"{name} below the text", min(box[1] for box in boxes) - above[-1].bottom,
                  0, 10.39, 0.5)


@measures("R55")
def seal_over(paper):
    boxes = seals(paper)
    if not boxes:
        raise Absent("no picture of a seal")
    date = paper.date
    for organ, box in zip(paper.organs, boxes):
        yield true("over the name", box[0] < organ.centre < box[2]
                   and box[1] < organ.baseline < box[3])
    box = boxes[-1]
    yield true("over the date", box[0] < date.centre < box[2] and box[1] < date.baseline < box[3])
    middle = (box[1] + box[3]) / 2
    both = (paper.organs[-1].top + date.bottom) / 2
    yield true(f"name and date {both - middle:.2f} mm below its centre", both >= middle - 0.5)


@measures("R56")
def seals_apart(paper):
    boxes = seals(paper)
    if not boxes:
        raise Absent("no picture of a seal")
    for box in boxes:
        yield at_most("ends at", box[2], RIGHT + 0.1)
        yield true(f"begins at {box[0]:.2f}", box[0] >= LEFT - 0.1)
    for at, a in enumerate(boxes):
        for b in boxes[at + 1:]:
            apart = a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]
            yield true("seals touch" if not apart else "seals apart", apart)


def unstamped(paper):
    date = paper.date
    paper.wants(paper.seal == "none", f"seal: {paper.seal}")
    return date, paper.organs


def widths(date, organ):
    return (date.right - date.left) / EM, (organ.right - organ.left) / EM


@measures("R57")
def unstamped_organ(paper):
    date, organs = unstamped(paper)
    before = [line for line in paper.pages[organs[0].page - 1].lines
              if line.baseline < organs[0].baseline - 1]
    if before and paper.text_end.page == organs[0].page:
        yield between("gap", paper.gap(before[-1], organs[0]), *ONE_LINE, 0.5)
    wide_date, wide = widths(date, max(organs, key=lambda line: line.right - line.left))
    wanted = 2 if wide_date <= wide else 4 + wide_date - wide
    right = max(line.right for line in organs)
    yield near("from the edge", (RIGHT - right) / EM, wanted, 0.3, "em")


@measures("R58")
def unstamped_date(paper):
    date, organs = unstamped(paper)
    organ = organs[-1]
    wide_date, wide = widths(date, max(organs, key=lambda line: line.right - line.left))
    if wide_date <= wide:
        yield near("after the name's first", (date.left - organ.left) / EM, 2, 0.3, "em")
    else:
        yield near("from the edge", (RIGHT - date.right) / EM, 2, 0.3, "em")


@measures("R59")
def signed(paper):
    date = paper.date
    paper.wants(paper.seal == "signed", f"seal: {paper.seal}")
    posts = as_list(paper.given(paper.signature, "signer_post", "职务"))
    post = paper.find(plain(posts[0]),
                      paper.after(paper.text_end), "职务")[0][0]
    if paper.text_end.page == post.page:
        gap = paper.gap(paper.text_end, post)
        yield between("gap", gap, *TWO_LINES, 0.5)
    yield near("date from the edge", (RIGHT - date.right) / EM, 4, 0.3, "em")
    yield true(f"post ends {(RIGHT - post.right) / EM:.2f} em from the edge",
               (RIGHT - post.right) / EM >= 4 + 2)
    if len(posts) == 1:
        yield between("date below the post", paper.gap(post, date), *ONE_LINE, 0.5)


@measures("R60")
def date_form(paper):
    yield true(paper.date.text, DATE.fullmatch(paper.date.text))


@measures("R60", "docx")
def date_form_of_docx(word):
    word.wants(not word.draft, "草稿: the place is kept")
    for para in word.styled("成文日期"):
        yield true(para.text, DATE.fullmatch(para.text))


@measures("R61")
def signature_in_company(paper):
    page = paper.date.page
    top = min(line.top for line in paper.signature_lines)
    above = [line for line in paper.pages[page - 1].lines if line.bottom < top + 1]
    yield true(f"page {page} has text or a table above", above)
    yield true("all on one page", {line.page for line in paper.signature_lines} == {page})


@measures("R62")
def no_empty_page_words(paper):
    yield true("此页无正文", "此页无正文" not in paper.text)


@measures("R62", "docx")
def no_empty_page_words_of_docx(word):
    yield true("此页无正文", "此页无正文" not in word.text)


@measures("R63")
def note(paper):
    text = plain(paper.given(paper.top, "note", "附注")).strip("（）")
    line = paper.find(f"（{text}）", paper.after(paper.date), "附注")[0][0]
    # The left half of the bracket is empty, and may be gone.
    yield between("indent", (line.left - LEFT) / EM, 1.5, 2, 0.3, "em")
    if line.page == paper.date.page:
        gap = (line.baseline - paper.date.baseline) / paper.pitch_mm
        yield true(f"{gap:.2f} rows below the date", abs(gap - 1) < 0.05 or abs(gap - 2) < 0.05)
