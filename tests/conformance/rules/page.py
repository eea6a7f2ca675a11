"""R01–R13: sheet, type area, rows and cells, colours (5.1, 5.2)."""
import statistics

from paper import BOTTOM, LEFT, RIGHT
from sheet import CLOSING, MM, OPENING, is_han, is_mongolian
from verdict import at_most, between, measures, near, same, true


@measures("R01")
def sheets(paper):
    for page in paper.pages:
        yield near(f"page {page.number} width", page.width, 210, 0.5)
        yield near(f"page {page.number} height", page.height, 297, 0.5)


@measures("R01", "docx")
def sheets_of_docx(word):
    for size in word.body.iter("{*}pgSz"):
        width, height = (int(size.get(f"{W}{key}")) / 20 * MM for key in "wh")
        yield near("width", min(width, height), 210, 0.5)
        yield near("height", max(width, height), 297, 0.5)


def flow_pages(paper):
    """Pages whose first line is of text: its row is row 1."""
    for page in paper.pages[1:]:
        if page.lines and page.lines[0].size == 16 and page.lines[0].top < 50:
            yield page


@measures("R02")
def first_line(paper):
    grid = paper.grid
    for page in flow_pages(paper):
        top = page.lines[0].top
        yield between(f"page {page.number} em box begins at", top,
                      grid.first_least, grid.first_most, 0.5)


@measures("R03")
def leftmost(paper):
    turned = [line for paragraph in paper.paragraphs for line in paragraph.lines[1:]
              if line.text[0] not in OPENING]
    paper.wants(turned, "no paragraph of two lines")
    for line in turned:
        yield near(f"page {line.page} {line.text[:6]} begins at", line.left, LEFT, 1)


@measures("R04")
def rightmost(paper):
    for page in paper.pages:
        for line in page.lines:
            last = line.glyphs[-1]
            hangs = paper.grid.hanging if last.text in CLOSING else 0
            if not last.red:
                most = RIGHT + 0.3 + hangs * last.size * MM
                yield at_most(f"page {page.number} {line.text[-6:]} ends at", line.right, most)


@measures("R05")
def lowest(paper):
    for page in paper.pages:
        most = 272.1 if paper.format == "letter" and page.number == 1 else BOTTOM
        for line in page.lines[-3:]:
            yield at_most(f"page {page.number} {line.text[:6]} ends at", line.bottom, most + 0.5)


@measures("R06", "docx")
def margins(word):
    upright = {(37, 35, 28, 26), (34.58, 32.58, 28, 26)}
    across = {(left, right, bottom, top) for top, bottom, left, right in upright}
    for section in word.body.iter("{*}sectPr"):
        size, margin = section.find("{*}pgSz"), section.find("{*}pgMar")
        wanted = across if size.get(f"{W}orient") == "landscape" else upright
        found = [int(margin.get(f"{W}{side}")) for side in ("top", "bottom", "left", "right")]
        close = any(all(abs(a - b * 1440 / 25.4) <= 20 for a, b in zip(found, one))
                    for one in wanted)
        yield true(f"margins {found} twips", close)


def full_pages(paper):
    """Pages whose last paragraph runs over onto the next page, but for those before the
    signature: there lines may go over to keep it company (7.3.5.5)."""
    dated = max((line.page for line in paper.signature_lines), default=0)
    for paragraph in paper.paragraphs:
        for upper, lower in zip(paragraph.lines, paragraph.lines[1:]):
            if upper.page != lower.page and lower.page != dated:
                yield paper.pages[upper.page - 1], upper


@measures("R07")
def rows(paper):
    for page, last in full_pages(paper):
        if page in list(flow_pages(paper)):
            first = page.lines[0].baseline
            yield near(f"page {page.number} rows", (last.baseline - first) / paper.pitch + 1,
                       22, 0.1, "")


@measures("R08")
def cells(paper):
    pure = [line for paragraph in paper.paragraphs for line in paragraph.lines[:-1]
            if abs(line.left - LEFT) < 1 and all(is_han(glyph.text) for glyph in line.glyphs)]
    paper.wants(pure, "no full line of Han only")
    for line in pure:
        yield same(f"{line.text[:6]}…", len(line.glyphs), 28)


@measures("R09")
def pitch(paper):
    steps = [lower.baseline - upper.baseline for paragraph in paper.paragraphs
             for upper, lower in zip(paragraph.lines, paragraph.lines[1:])
             if upper.page == lower.page]
    paper.wants(steps, "no two lines of a paragraph")
    middle = statistics.mean(steps)
    yield between("pitch", middle / MM, 28.9, 29.7, 0.1, "pt")
    for step in steps:
        yield near("step", step / MM, middle / MM, 0.1, "pt")


@measures("R09", "docx")
def pitch_of_docx(word):
    for para in word.styled("公文正文"):
        spacing = para.properties.get("spacing", {})
        yield between("exact pitch", int(spacing.get("line", 0)) / 20, 28.9, 29.7, 0.1, "pt")
        yield same("lineRule", spacing.get("lineRule"), "exact")


@measures("R10")
def last_line(paper):
    grid = paper.grid
    for page, last in full_pages(paper):
        yield between(f"page {page.number} ends at", last.bottom,
                      grid.last_least, grid.last_most)


@measures("R11")
def body_face(paper):
    for paragraph in paper.paragraphs:
        if paragraph.kind in ("text", 3, 4):
            for line in paragraph.lines:
                faces = line.faces - ({"黑体"} if paper.has_emphasis else set())
                yield true(f"{line.text[:6]}… {'/'.join(sorted(line.faces))} {line.size} pt",
                           faces <= {"仿宋"} and line.sizes == {16})


@measures("R11", "docx")
def body_face_of_docx(word):
    for para in word.styled("公文正文"):
        faces = [run for run in para.runs if any(map(is_han, run.text))]
        for run in faces:
            yield true(f"{run.text[:6]}… {run.face} {run.size} pt",
                       run.face in ("仿宋", "黑体") and run.size == 16)


@measures("R12")
def record_end(paper):
    y = max(rule.y for rule in paper.record_rules)
    yield near("last rule at", y, BOTTOM, MM)


@measures("R13")
def colours(paper):
    red = paper.mark if paper.head and paper.format != "plain" else []
    allowed = {id(glyph) for line in red for glyph in line.glyphs}
    for page in paper.pages:
        for line in page.lines + page.folio:
            odd = [glyph for glyph in line.glyphs if not glyph.black and id(glyph) not in allowed]
            yield true(f"page {page.number} {line.text[:8]}: {len(odd)} glyphs not black", not odd)
        if page.number > 1:
            red_rules = [rule for rule in page.rules if rule.red]
            yield true(f"page {page.number}: {len(red_rules)} red rules", not red_rules)


@measures("R13", "docx")
def colours_of_docx(word):
    for para in word.paragraphs:
        if para.style != "发文机关标志" and not is_mongolian(para.text):
            coloured = [run.text for run in para.runs if run.coloured and run.text]
            yield true(f"coloured: {coloured[:1]}", not coloured)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
