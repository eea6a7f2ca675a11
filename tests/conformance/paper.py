"""A sample beside one PDF of it: the elements that its YAML names, found on the pages.

An element is found by its text, in the order of the page, so nothing here knows where docgen
puts it. What the author did not write is `Absent`; what he wrote and no page shows is `Missing`.
"""
import re
import statistics
from collections import namedtuple
from functools import cached_property

import sheet
from sheet import MM, Line, bare
from source import as_list, day, get, outlined, plain
from verdict import Absent, Missing

LEFT, TOP, RIGHT, BOTTOM = 28, 37, 184, 262  # 5.2.1
HEIGHT = 297  # 5.1
CENTRE = (LEFT + RIGHT) / 2
EM = 16 * MM  # 三号
ONE_LINE, TWO_LINES = (10.4, 15.8), (20.8, 26.2)  # 空一行, 空二行: digest §2

# Where the em box of row 1 may begin and that of row 22 end, and how far a mark hangs: our PDF fills the type area, a
# word processor puts the leading of an exact row wherever it likes inside the row.
Grid = namedtuple("Grid", "name first_least first_most last_least last_most hanging")
OURS = Grid("pdf", 36.5, 37.5, 261, 263, 0.0)
OFFICE = Grid("office", 36, 37 + 12.95 * MM, 257, 263, 0.5)

Paragraph = namedtuple("Paragraph", "kind text lines")


class Paper:
    """One sample and one PDF of it."""

    def __init__(self, source, path, grid, change=None):
        self.top, self.grid, self.path = source.top, grid, path
        self.head = get(self.top, "head", {}) or {}
        options = get_any(self.top, "print", "打印", {}) or {}
        mirrored = get_any(options, "duplex", "双面") in ("mirror", "镜像")
        self.pages, self.faces = sheet.read(path, change, 2.0 if mirrored else 0.0)
        self.pages = self.first_copy()
        self.stream = [glyph for page in self.pages for line in page.lines
                       for glyph in line.glyphs]
        self.text = "".join(glyph.text for glyph in self.stream)
        self.record = get(self.top, "record", {}) or {}
        self.signature = get(self.top, "signature", {}) or {}
        self.format = get(self.top, "format", "common" if self.head else "plain")
        self.format = FORMATS.get(self.format, self.format)

    def first_copy(self):
        """The pages of the first copy, where one file holds several (份号 as a range)."""
        if not re.search("[-—～]", get(self.head, "copy_number") or ""):
            return self.pages
        begins = [at for at, page in enumerate(self.pages) if any(rule.red for rule in page.rules)]
        pages = self.pages[:begins[1]] if len(begins) > 1 else self.pages
        return pages if pages[-1].lines or pages[-1].across else pages[:-1]

    # What the author says.

    def wants(self, condition, why):
        """Goes on only if the rule is about this document."""
        if not condition:
            raise Absent(why)

    def only(self, *formats):
        """Goes on only in these formats."""
        self.wants(self.format in formats, f"format {self.format}")

    def given(self, table, key, name):
        """What the author wrote under a key."""
        value = get(table, key)
        self.wants(value, f"no {name}")
        return value

    @property
    def upward(self):
        """Whether it is an 上行文."""
        direction = self.top.get("direction", self.top.get("行文方向"))
        kind = self.top.get("kind", self.top.get("文种")) or ""
        title = "".join(as_list(get(self.top, "title", "")))
        up = ("报告", "请示", "议案")
        by_kind = kind in up or not kind and title.endswith(up)
        return direction in ("up", "上行") or not direction and by_kind

    @property
    def issuers(self):
        """The organs of the head."""
        return [plain(name) for name in as_list(get(self.head, "issuer"))]

    @property
    def seal(self):
        """How it is sealed."""
        seal = get(self.signature, "seal")
        if isinstance(seal, (dict, list)):
            kinds = [get_any(one, "kind", "方式") for one in as_list(seal) or [seal]
                     if isinstance(one, dict)]
            seal = kinds[0] if kinds and kinds[0] else "stamped"
        known = {"加盖": "stamped", "不加盖": "none", "签名章": "signed"}
        default = {"common": "stamped", "letter": "stamped", "order": "signed"}.get(
            self.format if self.head else "plain", "none")
        return known.get(seal, seal) or default

    @cached_property
    def paragraphs(self):
        """The paragraphs of the text, found; closing included."""
        kinds = [*outlined(get(self.top, "body") or [])]
        kinds += [("text", plain(text), True) for text in as_list(get(self.top, "closing"))]
        start = self.text_start
        found = []
        for kind, text, alone in kinds:
            lines, start = self.find(text, start)
            found.append(Paragraph(kind if alone else (kind, "run-in"), text, lines))
        self.wants(found, "no text in the file")
        return found

    @cached_property
    def attachments(self):
        """The 附件 that have pages here: (place in the list, attachment)."""
        every = as_list(get(self.top, "attachments"))
        own = [(at, one) for at, one in enumerate(every, start=1)
               if get(one, "body") and not yes(one, "separate", "单独装订")]
        self.wants(own, "no 附件 with pages here")
        return own

    @property
    def names(self):
        """The names of all 附件."""
        every = [plain(get(one, "title")) for one in as_list(get(self.top, "attachments"))]
        self.wants(every, "no 附件")
        return every

    # What the pages show.

    def find(self, text, start=0, what=None):
        """The lines, or parts of lines, that hold a text, and the place after it."""
        text = bare(text)
        at = self.text.find(text, start) if text else -1
        if at < 0:
            raise Missing(what or text[:20])
        return self.parts(at, at + len(text)), at + len(text)

    def parts(self, start, end):
        """Glyphs of the stream, line by line."""
        lines = []
        for glyph in self.stream[start:end]:
            last = lines[-1].glyphs[-1] if lines else None
            if last and (last.page, round(last.baseline, 1)) == near_line(glyph, last):
                lines[-1].glyphs.append(glyph)
            else:
                lines.append(Line([glyph]))
        return lines

    def element(self, value, start=0, name=None):
        """The lines of one short element."""
        return self.find(plain(value), start, name)[0]

    def whole(self, part):
        """The whole line of the page that a part stands on."""
        return next(line for line in self.pages[part.page - 1].lines
                    if any(glyph is part.glyphs[0] for glyph in line.glyphs))

    @cached_property
    def mark(self):
        """The lines of the 发文机关标志: the large red text of page 1, and the smaller above its rule."""
        self.wants(self.head, "no 版头")
        rule = min((rule.y for rule in self.pages[0].rules if rule.red), default=0)
        lines = []
        for line in self.pages[0].lines:
            least = 15.5 if line.baseline < rule else 18
            red = [glyph for glyph in line.glyphs if glyph.red and glyph.size > least]
            if red:
                lines.append(Line(red))
        if not lines:
            preprinted = get_any(self.top, "print", "打印", {}) or {}
            self.wants(not yes(preprinted, "preprinted", "套打"), "套打 leaves the mark out")
            raise Missing("red text on page 1")
        return lines

    @cached_property
    def number(self):
        """The line of the 发文字号."""
        return self.element(self.given(self.head, "number", "发文字号"), 0, "发文字号")[-1]

    @cached_property
    def signers(self):
        """The names of the 签发人, one part each."""
        names = as_list(self.given(self.head, "signers", "签发人"))
        found, start = [], 0
        for name in names:
            (part, *_), start = self.find(plain(name), start, f"签发人 {name}")
            found.append(part)
        return found

    @cached_property
    def red_rules(self):
        """The red rules of page 1, top to bottom."""
        rules = [rule for rule in self.pages[0].rules if rule.red]
        self.wants(self.head, "no 版头")
        if not rules:
            preprinted = get_any(self.top, "print", "打印", {}) or {}
            self.wants(not yes(preprinted, "preprinted", "套打"), "套打 leaves the rule out")
            raise Missing("a red rule")
        return rules

    @cached_property
    def title(self):
        """The lines of the title on its first page."""
        value = self.given(self.top, "title", "title")
        text = plain("".join(as_list(value)))
        for at in (match.start() for match in re.finditer(re.escape(text), self.text)):
            if self.stream[at].size > 20 and not self.stream[at].red:
                return self.parts(at, at + len(text))
        raise Missing("title of 22 pt")

    @property
    def text_start(self):
        """Where in the stream the text begins: after title and addressees."""
        start = 0
        keys = ["title", "subtitle", "issuer_line", "recipients"]
        for key in keys[:3] if self.moved_recipients else keys:
            for value in as_list(get(self.top, key)) if key != "title" else \
                    ["".join(as_list(get(self.top, key, "")))]:
                at = self.text.find(plain(value), start)
                start = at + len(plain(value)) if at >= 0 and value else start
        return start

    @cached_property
    def recipients(self):
        """The lines of 主送, up to the ：."""
        names = [plain(name) for name in as_list(self.given(self.top, "recipients", "主送"))]
        self.wants(not self.moved_recipients, "主送 moved to the 版记")
        title = "".join(as_list(get(self.top, "title", "")))
        start = max(0, self.text.find(plain(title)))
        _, begin = self.find(names[0], start, "主送")
        _, end = self.find(names[-1], begin - len(names[0]), "主送")
        return self.parts(begin - len(names[0]), end + 1)

    @cached_property
    def text_end(self):
        """The last line of the text, or of 附件说明."""
        try:
            return self.note_lines[-1][-1]
        except Absent:
            return self.paragraphs[-1].lines[-1]

    @cached_property
    def note_lines(self):
        """The lines of 附件说明, a list for each name; the first begins with 附件：."""
        names, after = self.names, self.paragraphs[-1].lines[-1].glyphs[-1]
        start = next(at for at, glyph in enumerate(self.stream) if glyph is after) + 1
        found = []
        for at, name in enumerate(names):
            _, end = self.find(name, start, f"附件说明 {name}")
            found.append(self.parts(start, end))
            start = end
        return found

    @cached_property
    def organs(self):
        """The lines of the 署名."""
        names = get(self.signature, "organs") or get(self.head, "issuer")
        self.wants(self.signature and names and self.seal != "signed", "no 署名")
        start, found = self.after(self.text_end), []
        for name in as_list(names):
            lines, start = self.find(plain(name), start, f"署名 {name}")
            found += lines
        return found

    @cached_property
    def date(self):
        """The line of the 成文日期."""
        text = day(self.given(self.signature, "date", "成文日期"))
        return self.find(text, self.after(self.text_end), "成文日期")[0][0]

    def after(self, line):
        """The place in the stream after a part."""
        last = line.glyphs[-1]
        return next(at for at, glyph in enumerate(self.stream) if glyph is last) + 1

    @cached_property
    def record_rules(self):
        """The rules of the 版记: the black ones of the last page that has any, across the
        type area, below all rows of tables."""
        self.wants(self.record, "no 版记")
        self.wants(self.format != "letter", "信函: 版记 without rules")
        rules = [rule for rule in self.pages[-1].rules if not rule.red and rule.length > 150]
        low = [rule for rule in rules if rule.y > self.record_top - 8]
        if not low:
            raise Missing("rules of the 版记 on the last page")
        return low

    @cached_property
    def record_top(self):
        """Where the first line of the 版记 begins."""
        small = [line for line in self.pages[-1].lines if line.size == 14]
        text = [line for line in small if re.match("抄送|分送|主送", line.text)]
        lines = text or [line for line in small if line.text.endswith("印发")]
        if not lines:
            raise Missing("抄送 or 印发 on the last page")
        return min(line.top for line in lines)

    @cached_property
    def pitch_mm(self):
        """The pitch of the rows: the least step between lines of 三号, measured."""
        steps = [lower.baseline - upper.baseline for page in self.pages
                 for upper, lower in zip(page.lines, page.lines[1:])
                 if upper.size == lower.size == 16]
        rows = [step for step in steps if 9.5 < step < 11]
        return statistics.median(rows) if rows else 29.609 * MM

    @property
    def pitch(self):
        """The pitch, in the unit of baselines."""
        return self.pitch_mm

    @cached_property
    def signature_lines(self):
        """The lines of 署名 and 成文日期; none if there are none."""
        found = []
        for part in (lambda: self.organs, lambda: [self.date]):
            try:
                found += part()
            except Absent:
                pass
        return found

    @property
    def given_signers(self):
        """The 签发人, if there are any."""
        return self.signers if get(self.head, "signers") else []

    @cached_property
    def title_block(self):
        """The lines of the title, and of what stands right below it."""
        lines = list(self.title)
        for key in ("subtitle", "issuer_line"):
            for value in as_list(get(self.top, key)):
                lines += self.find(plain(value), self.after(lines[-1]), key)[0]
        return lines

    @property
    def has_emphasis(self):
        """Whether the author sets words in 黑体."""
        return "**" in str(self.top)

    @property
    def has_cover(self):
        return bool(get_any(self.top, "cover", "封面") or get_any(self.top, "toc", "目录"))

    @property
    def cover_pages(self):
        """How many pages come before page number 1."""
        if not self.has_cover:
            return 0
        first = [page.number for page in self.pages if page.folio]
        return first[0] - 1 if first else 0

    def print_option(self, english, chinese):
        """A switch under `print`."""
        return yes(get_any(self.top, "print", "打印", {}) or {}, english, chinese)

    @cached_property
    def blank_before_record(self):
        """The blank page before the 版记 and the page of the 版记; nothing if there is none."""
        if len(self.pages) < 2 or self.pages[-2].lines or self.pages[-2].across or not self.record:
            return []
        return [len(self.pages) - 1, len(self.pages)]

    @property
    def moved_recipients(self):
        """Whether 主送 stands in the 版记 though the file has it on top."""
        return any(line.text.startswith("主送：") for line in self.pages[-1].lines)

    def gap(self, upper, lower):
        """From the bottom of an em box to the top of the next."""
        return lower.top - upper.bottom


FORMATS = {"公文": "common", "信函": "letter", "命令": "order", "纪要": "minutes",
           "会议文件": "meeting", "普通": "plain"}


def near_line(glyph, last):
    """The key of a glyph's line; equal to that of the last if both stand on one baseline."""
    same = glyph.page == last.page and abs(glyph.baseline - last.baseline) < 0.7
    return (last.page, round(last.baseline, 1)) if same else (glyph.page, None)


def get_any(table, english, chinese, default=None):
    """The value under either key."""
    return table.get(english, table.get(chinese, default))


def yes(table, english, chinese):
    """Whether a switch is on."""
    return get_any(table, english, chinese) in ("true", "是")
