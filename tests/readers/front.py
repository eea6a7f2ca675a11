"""封面 and 目录, which stand before page 1: what the YAML asks for, and whether 目录 leads to the
pages on which its headings stand.
"""
import re
from itertools import zip_longest

import lines
from keys import as_list, get
from marks import day, plain

DEPTH = 2  # levels that 目录 names, unless the file says
TITLE = "目录"
ENTRY = re.compile(rf"^(.*){lines.LEADER}(\d+)$")
OFF = (None, "false", "否")


def has_contents(source):
    return get(source.top, "toc") not in OFF


def exists(source):
    """Whether pages come before page 1."""
    return has_contents(source) or get(source.top, "cover") not in OFF


def outline(source):
    """Kind and text of everything on these pages, from the top."""
    yield from cover(source)
    if has_contents(source):
        yield "contents_title", TITLE, True
        yield from ((f"toc_{level}", text, True) for level, text in entries(source))


def cover(source):
    """封面: title and subtitle as in the text; 单位 and 日期 from elsewhere, unless given here."""
    asked, top = get(source.top, "cover"), source.top
    if asked in OFF:
        return
    asked = asked if isinstance(asked, dict) else {}
    signature, meeting = get(top, "signature", {}), get(top, "meeting", {})
    label = asked.get("label", asked.get("左上角标注"))
    yield from (("label", plain(text), True) for text in as_list(label))
    for kind, text, _ in source.opening():
        if kind in ("title", "subtitle"):
            yield "cover_title" if kind == "title" else kind, text, True
    said = get(asked, "issuer") or get(top, "issuer_line") or get(signature, "organs")
    said = said or [text for kind, text, _ in source.opening() if kind == "reporter"]
    date = asked.get("date", asked.get("日期"))
    dated = get(signature, "date") or meeting.get("date", meeting.get("日期"))
    yield from (("cover_line", plain(text), True) for text in as_list(said))
    yield from (("cover_line", plain(text), True) for text in as_list(date or dated and day(dated)))


def entries(source):
    """Level and text of the headings that 目录 names: those that stand alone, one level higher
    than in an outline that begins with the title."""
    depth = get(source.top, "toc")
    depth = int(depth) if depth.isdigit() else DEPTH
    for level, text in source.levels():
        if 1 < level <= depth + 1:
            yield level - 1, text


def read(pages):
    """The entries of 目录 on the lines of the pages, an entry that turns over as one: its text
    and its number."""
    begun = None
    for line in (line for page in pages for line in page):
        if begun is None:
            begun = "" if line.text == TITLE else None
            continue
        found = ENTRY.match(line.text)
        if found:
            yield begun + found[1], int(found[2])
        begun = "" if found else begun + line.text


def contents(source, path):
    """Entries of 目录 that are not the headings, or that name another page than theirs."""
    pages = lines.of_file(path)
    text = [(int(re.sub(r"\D", "", line.text)), page) for page in pages for line in page
            if lines.PAGE_NUMBER.match(line.text)]
    found = list(read(pages[:len(pages) - len(text)]))
    wanted = [text for _, text in entries(source)]
    for a, b in zip_longest(wanted, [words for words, _ in found]):
        if a != b:
            yield f"the YAML has the heading {a}, 目录 {b}"
    rows = [(number, line.text) for number, page in text for line in page]
    at = 0
    for words, number in found:
        at = next((place for place in range(at, len(rows)) if begins(rows[place:], words)), None)
        if at is None:
            yield f"no such heading: {words}"
            return
        if rows[at][0] != number:
            yield f"on page {rows[at][0]}, not {number}: {words}"


def begins(rows, words):
    """Whether the lines of these rows begin with a heading, which takes them whole."""
    read = ""
    for _, text in rows:
        read += text
        if read == words or not words.startswith(read):
            return read == words
    return False
