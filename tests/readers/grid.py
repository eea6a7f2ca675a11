#!/usr/bin/env python3
"""The page measured by PDFium: do sheet, type area, rows, cells and page numbers stand where
GB/T 9704-2012 puts them?

usage: grid.py FILE.pdf

Numbers are the standard's, not docgen's data: a mistake there shows here.
"""
import re
import sys
from pathlib import Path

import lines

MM = 72 / 25.4
SHEET = (210, 297)  # 5.1, mm
LEFT, TOP, WIDTH, HEIGHT = 28, 37, 156, 225  # 5.2.1, mm
ROWS, CELLS, BODY = 22, 28, 16  # 5.2.3, 5.2.2 (三号, pt)
TITLE = 22  # 7.3.1 (二号, pt)
PITCH = (HEIGHT * MM - BODY) / (ROWS - 1)  # pt: the rows fill the type area
ABOVE = 0.88  # of the em box lies above the baseline
NUMBER, NUMBER_SIZE = 7, 14  # 7.5: mm below the type area, 四号
HAN = re.compile("^[\u4e00-\u9fff]+$")


def measure(path, front=False):
    """Everything that does not stand where it should. `front`: pages without a number come
    before page 1, which is a right-hand page."""
    import pypdfium2

    last_rows = []
    with pypdfium2.PdfDocument(path) as document:
        before = 0
        for number, page in enumerate(document, start=1):
            size = [length / MM for length in page.get_size()]
            if any(abs(a - b) > 0.5 for a, b in zip(size, SHEET)):
                yield f"page {number}: {size[0]:.1f} × {size[1]:.1f} mm"
            found = list(lines.of_page(page, number))
            front = front and not any(lines.PAGE_NUMBER.match(line.text) for line in found)
            before = number if front else before
            numbers = [line for line in found if lines.PAGE_NUMBER.match(line.text)]
            body = [line for line in found if line not in numbers]
            for finding in across(line for line in body if line.turned):
                yield f"page {number}: {finding}"
            body = [line for line in body if not line.turned]
            flow = below_head(body) if number == before + 1 else body
            for finding in [*in_type_area(body), *on_rows(flow), *in_cells(body)]:
                yield f"page {number}: {finding}"
            bare = front or number == 1 and is_letter(body)
            for finding in page_number(numbers, number - before, bare):
                yield f"page {number}: {finding}"
            last_rows.append(max((row(line) for line in body if line.size == BODY), default=-1))
        if before % 2 or before == len(document):
            yield f"{before} pages come before page 1"
    for number, last in enumerate(last_rows[:-1], start=1):
        print(f"       page {number}: {last + 1:g} rows")


def below_head(body):
    """The lines of page 1 from the title on: the 版头 has distances of its own (7.2). A 命令 or
    纪要 without title goes on below its number, the first line after the mark."""
    title = (at for at, line in enumerate(body) if line.size == TITLE)
    mark = (at for at, line in enumerate(body) if line.size > TITLE)
    return body[next(title, next(mark, -2) + 2):]


def is_letter(body):
    """Whether the mark begins above the type area, as that of a 信函 does (10.1)."""
    return any(line.size > TITLE and line.baseline - ABOVE * line.size < TOP * MM - 1
               for line in body)


def in_type_area(body):
    """Text outside the type area; a full-width mark at the end may keep its empty half."""
    for line in body:
        bottom = line.baseline + (1 - ABOVE) * line.size
        over = line.right - (LEFT + WIDTH) * MM
        if line.left < LEFT * MM - 0.5 or over > 1 or bottom > (TOP + HEIGHT) * MM + 1.5:
            yield f"outside the type area: {line.text}"


def across(turned):
    """Text outside the type area of a page that lies across: its head is at the left edge."""
    for line in turned:
        along = line.left / MM, line.right / MM
        down = (line.baseline - ABOVE * line.size) / MM, line.baseline / MM
        if along[0] < SHEET[1] - TOP - HEIGHT - 0.5 or along[1] > SHEET[1] - TOP + 0.5 \
                or down[0] < LEFT - 0.5 or down[1] > LEFT + WIDTH + 0.5:
            yield f"outside the type area, across: {line.text}"


def on_rows(body):
    """Lines of body size that stand between two rows."""
    for line in body:
        if line.size == BODY and abs(row(line) - round(row(line))) * PITCH > 0.5:
            yield f"on row {row(line) + 1:.2f}: {line.text}"


def row(line):
    """The row of a line, counted from 0; whole if it stands on the grid."""
    exact = (line.baseline - ABOVE * line.size - TOP * MM) / PITCH
    return round(exact) if abs(exact - round(exact)) * PITCH <= 0.5 else exact


def in_cells(body):
    """Full lines of nothing but Han that do not have 28 characters."""
    for line in body:
        from_edge = abs(line.left - LEFT * MM) < BODY / 2
        to_edge = line.right > (LEFT + WIDTH) * MM - BODY / 2
        if line.size == BODY and HAN.match(line.text) and from_edge and to_edge:
            if len(line.text) != CELLS:
                yield f"{len(line.text)} characters: {line.text}"


def page_number(numbers, page, bare=False):
    """Whether the one page number is right, and on its side: odd right, even left. Page 1 of a
    信函 is `bare`: it has none (10.1); nor have 封面 and 目录."""
    if bare:
        yield from (f"a number on a page that has none: {line.text}" for line in numbers)
        return
    if [re.sub(r"\D", "", line.text) for line in numbers] != [str(page)]:
        yield f"page numbers: {[line.text for line in numbers]}"
        return
    line, indent = numbers[0], NUMBER_SIZE
    if line.size != NUMBER_SIZE:
        yield f"the page number is set in {line.size} pt"
    below = line.middle / MM - (TOP + HEIGHT)
    if abs(below - NUMBER) > 0.7:
        yield f"the line of the page number lies {below:.2f} mm below the type area"
    if page % 2:
        inset = (LEFT + WIDTH) * MM - line.right
    else:
        inset = line.left - LEFT * MM
    if abs(inset - indent) > 2.5:
        yield f"the page number stands {inset:.1f} pt from the edge"


if __name__ == "__main__":
    findings = list(measure(Path(sys.argv[1])))
    print("\n".join(findings))
    sys.exit(bool(findings))
