"""Half-width marks in Chinese text made full-width, as docs/spec/input.md says."""
import re
import unicodedata

MARKS = str.maketrans({",": "，", ":": "：", ";": "；", "?": "？", "!": "！"})
SHARED = " \u3000\u00a0“”‘’—…·\"'"
PAIRS = {"(": "（）", '"': "“”", "'": "‘’"}


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


def labelled(label, text):
    """A text behind its label, unless the author wrote it."""
    return text if re.match(rf"{label}\d*：", text) else f"{label}：{text}"


def day(text):
    """2021-12-28 as 2021年12月28日."""
    year, month, day = map(int, re.findall(r"\d+", text))
    return f"{year}年{month}月{day}日"
