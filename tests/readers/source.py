"""The text that a sample asks for, read from its YAML without any code of docgen's.

It knows the input format as a user does: which keys print, in which order, and that
half-width marks in Chinese text become full-width. Blanks are left out everywhere.
"""
import re
import unicodedata

# English key: Chinese alias.
ALIASES = {
    "absent": "请假", "attachments": "附件", "attendance": "出席", "body": "正文", "closing": "结语", "copy_number": "份号",
    "copy_to": "抄送", "date": "成文日期", "extra": "其他", "format": "格式", "head": "版头",
    "heading": "小标题", "issuer": "发文机关", "issuer_line": "单位行", "label": "抄送栏名", "level": "级",
    "main_to": "主送", "mark": "机关标志", "note": "附注", "number": "发文字号",
    "observers": "列席", "organs": "署名", "present": "出席", "print_date": "印发日期", "printer": "印发机关", "recipients": "主送",
    "record": "版记", "seal": "印章", "secrecy": "密级", "secrecy_period": "保密期限",
    "signature": "落款", "signer_post": "职务", "signers": "签发人", "subtitle": "副标题",
    "text": "文字", "title": "标题", "urgency": "紧急程度",
}
# What the layout adds by itself.
LABELS = re.compile("签发人：?|附件：?|抄送：?|分送：?|主送：?|出席：|请假：|列席：|印发|文件|★")
ORDINALS = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.?|（\d+）")
HEADINGS = {
    1: "[一二三四五六七八九十]+、", 2: "（[一二三四五六七八九十]+）", 3: r"\d+[.．](?!\d)", 4: r"（\d+）",
    "chapter": "第[一二三四五六七八九十]+章", "section": "第[一二三四五六七八九十]+节",
    "article": "第[一二三四五六七八九十]+条",
}
RUN_IN = 30  # characters with the 。
MARKS = str.maketrans({",": "，", ":": "：", ";": "；", "?": "？", "!": "！"})
SHARED = " \u3000\u00a0“”‘’—…·\"'"
PAIRS = {"(": "（）", '"': "“”", "'": "‘’"}


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
        for piece in sorted(self.furniture(), key=len, reverse=True):
            if piece not in rest:
                yield f"missing: {piece}"
            rest = rest.replace(piece, "\n", 1)
        rest = re.sub(r"[\n，、：。（）]", "", ORDINALS.sub("\n", LABELS.sub("\n", rest)))
        if rest:
            yield f"more than the source says: {rest}"

    def flow(self):
        """The texts of the document in order: title, body, signature, attachments."""
        top, signature = self.top, get(self.top, "signature", {})
        yield from filter(None, [plain("".join(as_list(get(top, "title", ""))))])
        for key in ("subtitle", "issuer_line"):
            yield from map(plain, as_list(get(top, key)))
        yield from map(plain, as_list(get(top, "recipients")))
        yield from body(get(top, "body"))
        yield from map(plain, as_list(get(top, "closing")))
        attachments = get(top, "attachments", [])
        yield from (plain(get(attachment, "title")) for attachment in attachments)
        attendance = get(top, "attendance", {})
        for key in ("present", "absent", "observers"):
            yield from map(plain, as_list(get(attendance, key)))
        organs = get(signature, "organs", get(get(top, "head", {}), "issuer"))
        if get(signature, "seal", "signed" if get(top, "format") == "order" else None) == "signed":
            organs = get(signature, "signer_post")
        yield from map(plain, as_list(organs) if signature else [])
        yield from map(day, as_list(get(signature, "date")))
        yield from (plain(note).strip("（）") for note in as_list(get(top, "note")))
        for attachment in attachments:
            if get(attachment, "body"):
                yield plain(get(attachment, "title"))
                yield from body(get(attachment, "body"))

    def outline(self):
        """Kind, text, and whether a heading stands alone, of title, headings and text."""
        top = self.top
        if get(top, "title"):
            yield "title", plain("".join(as_list(get(top, "title")))), True
        yield from outlined(get(top, "body"))
        yield from map(kind, map(plain, as_list(get(top, "closing"))))
        for attachment in get(top, "attachments", []):
            if get(attachment, "body"):
                yield "attachment", plain(get(attachment, "title")), True
                yield from outlined(get(attachment, "body"))

    def furniture(self):
        """The texts of 版头 and 版记, in no order."""
        head, record = get(self.top, "head", {}), get(self.top, "record", {})
        mark = get(head, "mark", get(head, "issuer"))
        yield from map(plain, as_list(mark))
        for key in ("copy_number", "secrecy", "secrecy_period", "urgency", "number", "signers"):
            yield from map(plain, as_list(get(head, key)))
        for key in ("copy_to", "main_to", "printer", "extra"):
            yield from map(plain, as_list(get(record, key)))
        yield from map(day, as_list(get(record, "print_date")))


def get(table, key, default=None):
    """The value under the English or the Chinese key."""
    return table.get(key, table.get(ALIASES[key], default))


def as_list(value):
    """A list as it is, a text as a list of one, nothing as an empty list."""
    return value if isinstance(value, list) else [value] if value else []


def body(value):
    """The paragraphs of a body: a text, or a list of texts and maps."""
    for item in as_list(value):
        texts = [item]
        if isinstance(item, dict):
            texts = [get(item, "heading"), get(item, "text")]
        for text in filter(None, texts):
            yield from filter(None, map(paragraph, text.splitlines()))


def paragraph(line):
    """A line of a body without its mark-up."""
    line = re.sub(r"\*\*(\S(?:[^*]*\S)?)\*\*", r"\1", line.strip())
    return plain(line.removeprefix("\\").replace("\\*", "*"))


def outlined(value):
    """Kind, text, and whether a heading stands alone, of the paragraphs of a body; headings
    that come as maps get the ordinal that the format adds."""
    counts = [0] * 5
    for item in as_list(value):
        if not isinstance(item, dict):
            found = [kind(text) for text in body(item)]
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


def day(text):
    """2021-12-28 as 2021年12月28日."""
    year, month, day = map(int, re.findall(r"\d+", text))
    return f"{year}年{month}月{day}日"


def plain(text):
    """A text with full-width marks and without blanks."""
    return re.sub(r"\s+", "", full_width(text.strip()))


def full_width(text):
    """Half-width marks beside Han characters or full-width marks, made full-width; a
    bracket or quote with its partner. Repeated, since a mark that changed is full-width."""
    while True:
        chars = list(text)
        for first, last in pairs(text):
            if chinese(text, first) or chinese(text, last):
                chars[first], chars[last] = PAIRS[text[first]]
        for at, c in enumerate(text):
            if c in ",:;?!" and chinese(text, at):
                chars[at] = c.translate(MARKS)
        if "".join(chars) == text:
            return text
        text = "".join(chars)


def pairs(text):
    """The places of brackets and quotes that belong together."""
    open_at = {}
    for at, c in enumerate(text):
        if c == "(":
            open_at.setdefault(c, []).append(at)
        elif c == ")" and open_at.get("("):
            yield open_at["("].pop(), at
        elif c in "\"'":
            if open_at.get(c):
                yield open_at[c].pop(), at
            else:
                open_at[c] = [at]


def chinese(text, at):
    """Whether the mark at `at` stands in Chinese text, by its neighbours but blanks and the
    marks that Latin text has too."""
    latin = all(c.isascii() and c.isalnum()
                for c in (text[at - 1:at] or " ", text[at + 1:at + 2] or " "))
    before, after = text[:at].rstrip(SHARED), text[at + 1:].lstrip(SHARED)
    return not latin and (is_wide(before[-1:] or " ") or is_wide(after[:1] or " "))


def is_wide(c):
    """Whether `c` is Han or a full-width mark, but no sign such as ㎡."""
    return unicodedata.east_asian_width(c) in "WF" and unicodedata.category(c) != "So"
