"""Tables: what the YAML asks for, and what readers of DOCX give back, as grids of texts in which
a cell that lies over others stands in all of them."""
import re
from html.parser import HTMLParser

from keys import as_list, get
from marks import plain


def of_table(table):
    """The texts of a table: 表题, unit, the cells of each row, 注."""
    yield from map(plain, as_list(get(table, "caption")))
    yield from map(plain, as_list(get(table, "unit")))
    yield from ("".join(text for text, _, _ in row) for row in spans(table))
    yield from map(plain, as_list(table.get("note", table.get("注"))))


def named(table):
    """The names of columns, which are the head."""
    columns = [column if isinstance(column, dict) else {"name": column}
               for column in as_list(get(table, "columns"))]
    names = [column.get("name", column.get("名称")) for column in columns]
    return names if any(names) else []


def head_rows(table):
    """How many rows are the head."""
    return 1 if named(table) else int(get(table, "head_rows", 1))


def spans(table):
    """The rows of a table: of each cell its text, how many columns and how many rows it takes."""
    found = []
    for row in filter(None, [named(table), *get(table, "rows")]):
        cells = [cell if isinstance(cell, dict) else {"text": cell} for cell in row]
        found.append([(plain(get(cell, "text") or ""), int(get(cell, "across", 1)),
                       int(get(cell, "down", 1))) for cell in cells])
    return found


def expand(rows):
    """The texts of a table with spans as a grid; a cell that lies over others stands in all."""
    grid = {}
    for at, row in enumerate(rows):
        column = 0
        for text, across, down in row:
            while (at, column) in grid:
                column += 1
            for r in range(at, at + down):
                for c in range(column, column + across):
                    grid[r, c] = text
            column += across
    return [[text for (r, _), text in sorted(grid.items()) if r == at] for at in range(len(rows))]


def of_python_docx(document):
    """The tables of the body by python-docx."""
    for table in document.tables:
        yield [[squeezed(cell.text) for cell in row.cells] for row in table.rows]


def of_html(html):
    """The tables of a page of HTML."""
    reader = Tables()
    reader.feed(html)
    return [expand(rows) for rows in reader.found]


class Tables(HTMLParser):
    """Rows of cells as they stand in HTML: text, columns, rows."""

    def __init__(self):
        super().__init__()
        self.found, self.cell = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in ("td", "th"):
            span = dict(attributes)
            self.cell = ["", int(span.get("colspan", 1)), int(span.get("rowspan", 1))]

    def handle_data(self, text):
        if self.cell:
            self.cell[0] += squeezed(text)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.found[-1][-1].append(tuple(self.cell))
            self.cell = None


def of_pandoc(blocks, strings):
    """The tables of pandoc's tree; `strings` gives the texts below a node."""
    for block in blocks:
        if block["t"] == "Table":
            _, _, _, (_, head), bodies, _ = block["c"]
            rows = [*head, *(row for _, _, first, rest in bodies for row in [*first, *rest])]
            yield expand([[(squeezed("".join(strings(content))), across, down)
                           for _, _, down, across, content in cells] for _, cells in rows])
        elif block["t"] == "Div":
            yield from of_pandoc(block["c"][1], strings)


def squeezed(text):
    """A text without blanks."""
    return re.sub(r"\s+", "", text)
