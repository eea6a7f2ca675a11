"""The text that a sample asks for, read from its YAML without any code of docgen's.

It knows the input format as a user does: which keys print, in which order, and that
half-width marks in Chinese text become full-width. Blanks are left out everywhere.
"""
import re

import front
from keys import as_list, get
from marks import day, labelled, plain
from tables import expand, head_rows, of_table, spans

# What the layout adds by itself.
LABELS = re.compile("签发人：?|附件：?|抄送：?|分送：?|主送：?|出席：|请假：|列席：|印发|文件|单位：|注：|★")
ORDINALS = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.?|（\d{1,2}）")
TOGETHER = 3  # labels and ordinals between two texts
HEADINGS = {
    1: "[一二三四五六七八九十]+、", 2: "（[一二三四五六七八九十]+）", 3: r"\d+[.．](?!\d)", 4: r"（\d+）",
    "chapter": "第[一二三四五六七八九十]+章", "section": "第[一二三四五六七八九十]+节",
    "article": "第[一二三四五六七八九十]+条",
}
# Levels of the outline, from 1, of a heading that stands alone.
OUTLINE = {"title": 1, "attachment": 2, "chapter": 2, "section": 3, 1: 2, 2: 3, 3: 4, 4: 5}
RUN_IN = 30  # characters with the 。


def papers(path):
    """The name of each output of a sample, and what it asks for: the document, and every
    attachment that is bound apart."""
    whole = Source(path)
    yield path.stem, whole
    number = plain(get(get(whole.top, "head", {}), "number", ""))
    attachments = get(whole.top, "attachments", [])
    for place, attachment in enumerate(attachments, start=1):
        if is_apart(attachment):
            label = f"附件{place}" if len(attachments) > 1 else "附件"
            yield f"{path.stem}-{label}", Apart(path, attachment, number + label)


class Source:
    """One sample."""

    def __init__(self, path):
        import yaml

        with open(path, encoding="utf-8") as file:
            self.top = yaml.load(file, yaml.BaseLoader)

    def compare(self, text):
        """What is missing from `text`, out of order in it, or more than the source says."""
        rest, at = "", 0
        for piece in self.flow():
            found = text.find(piece, at)
            if found < 0:
                yield f"missing or out of order: {piece}"
                continue
            rest += text[at:found] + "\n"
            at = found + len(piece)
        rest += text[at:]
        for head in self.table_heads():  # again on every page of its table
            rest = rest.replace(head, "\n")
        for piece in sorted(self.furniture(), key=len, reverse=True):
            if piece not in rest:
                yield f"missing: {piece}"
            rest = rest.replace(piece, "\n", 1)
        for extra in filter(None, map(beyond, rest.split("\n"))):
            yield f"more than the source says: {extra}"

    def flow(self):
        """The texts of the document in order: 封面, 目录, title, body, signature, attachments."""
        yield from (text for _, text, _ in front.outline(self))
        yield from (text for _, text, _ in self.opening())
        yield from body(get(self.top, "body"))
        yield from map(plain, as_list(get(self.top, "closing")))
        yield from (plain(get(attachment, "title")) for attachment in self.attachments())
        attendance = get(self.top, "attendance", {})
        for key in ("present", "absent", "observers"):
            yield from map(plain, as_list(get(attendance, key)))
        yield from self.signature()
        yield from (plain(note).strip("（）") for note in as_list(get(self.top, "note")))
        for paper in [*get(self.top, "enclosed", []), *self.attachments()]:
            if get(paper, "body") and not is_apart(paper):
                for key in ("title", "subtitle"):
                    yield from map(plain, as_list(get(paper, key)))
                yield from body(get(paper, "body"))

    def opening(self):
        """Kind and text of what stands between 版头 and text."""
        top = self.top
        if get(top, "title"):
            yield "title", plain("".join(as_list(get(top, "title")))), True
        subtitle = get(top, "subtitle") or occasion(get(top, "meeting", {}))
        for kind, text in [("subtitle", subtitle), ("issuer_line", get(top, "issuer_line"))]:
            yield from ((kind, plain(line), True) for line in as_list(text))
        reporter = get(get(top, "meeting", {}), "reporter", {})
        if reporter:
            said = get(reporter, "post", "") + reporter.get("name", reporter.get("姓名", ""))
            yield "reporter", plain(said), True
        salutation = salutation_of(get(top, "meeting", {}), get(top, "recipients"))
        if salutation:
            yield "salutation", plain(salutation) + "：", True
        elif get(top, "recipients"):
            names = "，".join(map(plain, as_list(get(top, "recipients"))))
            yield "recipients", names + "：", True

    def signature(self):
        """署名 and 成文日期."""
        signature = get(self.top, "signature", {})
        organs = get(signature, "organs", get(get(self.top, "head", {}), "issuer"))
        default = "signed" if get(self.top, "format") == "order" else None
        if get(signature, "seal", default) == "signed":
            organs = get(signature, "signer_post")
        yield from map(plain, as_list(organs) if signature else [])
        yield from map(day, as_list(get(signature, "date")))

    def attachments(self):
        return get(self.top, "attachments", [])

    def outline(self):
        """Kind, text, and whether a heading stands alone, of title, headings and text."""
        yield from self.opening()
        yield from outlined(get(self.top, "body"), captions=True)
        yield from map(kind, map(plain, as_list(get(self.top, "closing"))))
        for name, papers in [("title", get(self.top, "enclosed", [])),
                             ("attachment", self.attachments())]:
            for paper in papers:
                if get(paper, "body") and not is_apart(paper):
                    yield name, plain(get(paper, "title")), True
                    for subtitle in as_list(get(paper, "subtitle")):
                        yield "subtitle", plain(subtitle), True
                    yield from outlined(get(paper, "body"), captions=True)

    def levels(self):
        """Level and text of the outline: headings of an attachment stand one level below its
        title; so do those of a 印发件 where it stands below the title, which 目录 leaves out."""
        deeper, below = 0, False
        for kind, text, alone in self.outline():
            if kind in ("title", "attachment"):
                deeper = 1 if kind == "attachment" or below else 0
                yield OUTLINE["attachment"] if deeper else OUTLINE[kind], text
                below = front.has_contents(self)
            elif alone and kind in OUTLINE:
                yield OUTLINE[kind] + deeper, text

    def tables(self):
        """The tables of the document in order, as grids."""
        papers = [*get(self.top, "enclosed", []), *self.attachments()]
        for paper in [self.top, *(paper for paper in papers if not is_apart(paper))]:
            for item in as_list(get(paper, "body")):
                if isinstance(item, dict) and get(item, "table"):
                    yield get(item, "table")

    def grids(self):
        """The texts of each table, row by row; a cell that lies over others stands in all."""
        return [expand(spans(table)) for table in self.tables()]

    def table_heads(self):
        """The text of the head of each table."""
        for table in self.tables():
            rows = spans(table)[:head_rows(table)]
            yield "".join(text for row in rows for text, _, _ in row)

    def furniture(self):
        """The texts of 版头 and 版记, in no order."""
        head, record = get(self.top, "head", {}), get(self.top, "record", {})
        mark = get(head, "mark", get(head, "issuer"))
        yield from map(plain, as_list(mark))
        for columns in as_list(get(head, "mark_mongolian")):
            yield from map(plain, columns.split(" "))
        yield from map(plain, as_list(self.top.get("label", self.top.get("左上角标注"))))
        for key in ("copy_number", "secrecy", "secrecy_period", "urgency", "number", "signers"):
            yield from map(plain, as_list(get(head, key)))
        for key in ("copy_to", "main_to", "printer", "extra"):
            yield from map(plain, as_list(get(record, key)))
        yield from map(day, as_list(get(record, "print_date")))


class Apart(Source):
    """An attachment bound apart: its label, title and text, and nothing else."""

    def __init__(self, path, attachment, label):
        super().__init__(path)
        self.top = {"title": get(attachment, "title"), "body": get(attachment, "body")}
        self.label = label

    def furniture(self):
        yield self.label


def beyond(added):
    """What stands between two texts besides labels, ordinals and marks; all of it if there
    are more of these than ever stand together."""
    rest, count = re.subn(f"{LABELS.pattern}|{ORDINALS.pattern}", "", added)
    return re.sub("[，、：。（）]", "", rest) or (added if count > TOGETHER else "")


def is_apart(attachment):
    """Whether an attachment is bound apart, with a text of its own."""
    return get(attachment, "separate") in ("true", "是") and bool(get(attachment, "body"))


def occasion(meeting):
    """When and where a paper is read: ——2026年3月12日在某某会议上."""
    date, session = meeting.get("date", meeting.get("日期")), get(meeting, "session", "")
    if not date or not session:
        return None
    where = "上" if session.endswith(("会", "会议")) else "会议上"
    organ = meeting.get("body", meeting.get("机构", ""))
    return f"——{day(date)}在{organ}{session}{where}"


def salutation_of(meeting, recipients):
    """称谓: as given; of a paper that is read out, that of its hearers (docs/spec/gbt9704.md §5)."""
    organ, session = meeting.get("body", meeting.get("机构", "")), get(meeting, "session", "")
    given, oral = get(meeting, "salutation"), get(meeting, "delivery") in ("oral", "口头")
    if given or not oral or recipients:
        return given
    if "主任会议" in organ + session:
        return "主任、各位副主任"
    if "人民代表大会" in organ + session and not re.search("常务委员会|常委会", organ + session):
        return "各位代表"
    return "主任、各位副主任、秘书长，各位委员"


def body(value):
    """The paragraphs of a body: a text, or a list of texts and maps."""
    for item in as_list(value):
        if not isinstance(item, dict):
            texts = [item]
        elif get(item, "table"):
            yield from of_table(get(item, "table"))
            continue
        else:
            texts = [get(item, "heading"), get(item, "text"), *listed(get(item, "list"))]
            texts += figure_captions(item)
        for text in filter(None, texts):
            yield from filter(None, map(paragraph, text.splitlines()))


def listed(value):
    """The items of a list."""
    return as_list(get(value, "items") if isinstance(value, dict) else value)


def figure_captions(item):
    """图题 of a picture."""
    figure = get(item, "figure", {})
    return as_list(figure.get("caption", figure.get("图题")))


def paragraph(line):
    """A line of a body without its mark-up."""
    line = re.sub(r"\*\*(\S(?:[^*]*\S)?)\*\*", r"\1", line.strip())
    return plain(line.removeprefix("\\").replace("\\*", "*"))


def captions_of(item):
    """Kind and text of what stands by itself above or below a table or a picture."""
    table = get(item, "table", {})
    yield from (("table_caption", plain(text), True) for text in as_list(get(table, "caption")))
    note = as_list(table.get("note", table.get("注")))
    yield from (("table_note", labelled("注", plain(text)), True) for text in note)
    yield from (("figure_caption", plain(text), True) for text in figure_captions(item))


def outlined(value, captions=False):
    """Kind, text, and whether a heading stands alone, of the paragraphs of a body; headings
    that come as maps get the ordinal that the format adds."""
    counts = [0] * 5
    for item in as_list(value):
        if not isinstance(item, dict):
            found = [kind(text) for text in body(item)]
        elif get(item, "table") or get(item, "figure"):
            found = list(captions_of(item)) if captions else []
        elif get(item, "heading"):
            level, text = int(get(item, "level", 1)), "".join(body(get(item, "text")))
            heading = ordinal(level, counts[level] + 1) + plain(get(item, "heading"))
            found = [(level, f"{heading}。{text}" if text else heading, not text)]
        else:
            found = [("text", text, True) for text in body(get(item, "text"))]
        for name, text, alone in found:
            if name in (1, 2, 3, 4):
                counts[name:] = [counts[name] + 1] + [0] * (4 - name)
            yield name, text, alone


def ordinal(level, number):
    """The ordinal of a heading, up to ten."""
    han = "一二三四五六七八九十"[number - 1]
    return {1: f"{han}、", 2: f"（{han}）", 3: f"{number}.", 4: f"（{number}）"}[level]


def kind(text):
    """What a paragraph is by its ordinal: see docs/spec/input.md, Body."""
    for name, ordinal in HEADINGS.items():
        if not re.match(ordinal, text):
            continue
        first, stop, rest = text.partition("。")
        if name in (1, 2) and stop:
            runs_in = rest and len(first) < RUN_IN
            return (name, text, False) if runs_in else ("text", text, True)
        if name in (1, 2, 3, 4) and text[-1] in "。；：":
            return "text", text, True
        return name, text, True
    return "text", text, True
