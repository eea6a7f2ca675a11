"""Shows that the measurer sees: changes a sample and asks that the right rules fail.

1. mutations.toml: glyphs and rules of a page are moved, enlarged, recoloured, reworded after
   they were read. Each change names rules that hold before and must fail after it.
2. DOCX files are edited: margins, faces, sizes, footers, words.
3. The YAML asks for something else than what the output was made from.
4. A PDF is shifted by 3 mm as a file, so reading is tested too.

Rules that no change makes fail are told, as a number: they have not shown that they can.
"""
import re
import tomllib
import zipfile
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

from paper import OURS, Paper
from sheet import MM
from source import Source
from verdict import FAILS, HOLDS, REGISTRY, judge
from word import Word

HERE = Path(__file__).parent
SHIFTED = ["R02", "R03", "R12", "R20", "R21", "R34", "R37", "R52", "R69", "R73", "R77", "R78"]
# Part, what is replaced, by what, and which rules must see it.
EDITS = [
    ("word/document.xml", r'w:pgMar w:top="\d+"', 'w:pgMar w:top="1440"', ["R06"]),
    ("word/document.xml", r'w:pgSz w:w="\d+"', 'w:pgSz w:w="12240"', ["R01"]),
    ("word/document.xml", r'w:line="\d+"', 'w:line="560"', ["R09"]),
    ("word/document.xml", r'w:lineRule="exact"', 'w:lineRule="atLeast"', ["R09", "R98"]),
    ("word/document.xml", "仿宋_GB2312", "宋体", ["R11", "R31", "R47"]),
    ("word/document.xml", 'w:sz w:val="32"', 'w:sz w:val="28"', ["R11", "R47"]),
    ("word/document.xml", 'w:sz w:val="44"', 'w:sz w:val="36"', ["R35"]),
    ("word/document.xml", '<w:sz ', '<w:b/><w:sz ', ["R47"]),
    ("word/document.xml", '<w:sz ', '<w:color w:val="0000FF"/><w:sz ', ["R13", "R22"]),
    ("word/document.xml", "秘密★1年", "秘密一年", ["R16"]),
    ("word/document.xml", ">加急<", ">马上<", ["R17"]),
    ("word/document.xml", ">加急<", ">特提<", ["R17"]),
    ("word/document.xml", "〔", "(", ["R27"]),
    ("word/document.xml", "签发人", "签发者", ["R30"]),
    ("word/document.xml", "月", "月0", ["R60"]),
    ("word/document.xml", "特此报告。", "此页无正文", ["R62"]),
    ("word/document.xml", 'w:firstLineChars="200"', 'w:firstLineChars="0"', ["R45"]),
    ("word/document.xml", r'<a:ln w="\d+"', '<a:ln w="3175"', ["R70"]),
    ("word/document.xml", "管理办法</w:t>", "管理办法；</w:t>", ["R50"]),
    ("word/document.xml", "附件：", "附录：", ["R49"]),
    ("word/document.xml", '"44"/></w:rPr><w:t xml:space="preserve">某某县行政',
     '"44"/></w:rPr><w:t xml:space="preserve">某某市行政', ["R66"]),
    ("word/settings.xml", "<w:evenAndOddHeaders/>", "", ["R97"]),
    ("word/footer", r'w:sz w:val="28"', 'w:sz w:val="32"', ["R76"]),
    ("word/document.xml", '"copy-number"', '"body"', ["R19"]),
    ("word/document.xml", '"heading-1"', '"heading-3"', ["R46", "R47"]),
]
# Sample, what its YAML says instead, and which rules must see it by which output.
ASKED = [
    ("common", {"title": "某某县人民政府关于2021年度法治政府建设情况的报告。"}, "docx", ["R40"]),
    ("common", {"title": "某某县2022年度工作报告"}, "archive", ["R100"]),
    ("common", {"recipients": ["某某县人大常委会", "某某县政协"]}, "docx", ["R42"]),
    ("joint", {"print": {"even_record": "true"}}, "pdf", ["R75"]),
    ("archive", {"head": {"number": "某政发〔2024〕1号"}}, "pdf", ["R68"]),
]


@dataclass
class Change:
    """What is changed of the glyphs of `text`, or of rules of a colour, or of pictures."""

    text: str = ""
    page: int = 0
    dx: float = 0.0
    dy: float = 0.0
    size: float = 0.0
    face: str = ""
    red: bool | None = None
    into: str = ""
    rules_red: bool | None = None
    thickness: float = 0.0
    pictures: bool = False
    drop: bool = False
    done: int = 0

    def glyphs(self, lines):
        """The glyphs of a page, changed."""
        stream = [glyph for line in lines for glyph in line.glyphs]
        number = stream[0].page if stream else 0
        at = "".join(glyph.text for glyph in stream).find(self.text) if self.text else -1
        if at < 0 or self.page not in (0, number) or self.done:
            return stream
        self.done += 1
        end = at + len(self.text)
        changed = [self.glyph(glyph, place) for place, glyph in enumerate(stream[at:end])]
        return [*stream[:at], *([] if self.drop else changed), *stream[end:]]

    def glyph(self, glyph, place):
        """One glyph, changed."""
        size = self.size or glyph.size
        text = self.into[place] if self.into else glyph.text
        red = glyph.red if self.red is None else self.red
        return replace(glyph, x=glyph.x + self.dx, right=glyph.right + self.dx, red=red,
                       baseline=glyph.baseline + self.dy, size=size, text=text,
                       face=self.face or glyph.face,
                       black=glyph.black if self.red is None else not self.red)

    def boxes(self, pictures):
        """The pictures of a page, changed."""
        if not self.pictures:
            return pictures
        self.done += bool(pictures)
        return [(left + self.dx, top + self.dy, right + self.dx, bottom + self.dy)
                for left, top, right, bottom in pictures]

    def rules(self, rules):
        """The rules of a page, changed."""
        if self.rules_red is None:
            return rules
        self.done += bool(rules)
        return [self.rule(rule) for rule in rules
                if not (self.drop and rule.red == self.rules_red)]

    def rule(self, rule):
        """One rule, changed."""
        if rule.red != self.rules_red:
            return rule
        return replace(rule, left=rule.left + self.dx, right=rule.right + self.dx,
                       y=rule.y + self.dy, thickness=self.thickness or rule.thickness)


def findings(folder, samples):
    """Changes that no rule sees, each as a sentence."""
    sources = {sample.stem: Source(sample) for sample in samples}
    seen, found = set(), []
    found += mutations(folder, sources, seen)
    found += edits(folder, sources, seen)
    found += asked(folder, sources, seen)
    found += shifted(folder, sources, seen)
    blind = sorted({rule for rule, _ in REGISTRY} - seen, key=lambda rule: int(rule[1:]))
    print(f"selftest: {len(seen)} rules were made to fail; not tried: {' '.join(blind)}")
    return found


def mutations(folder, sources, seen):
    """The changes of mutations.toml."""
    table = tomllib.loads((HERE / "mutations.toml").read_text(encoding="utf-8"))["change"]
    for row in table:
        row = dict(row)
        stem, rules = row.pop("sample"), row.pop("fails")
        if stem not in sources:
            yield f"selftest: mutations.toml names no sample {stem}"
            continue
        change, path = Change(**row), folder / f"{stem}.pdf"
        before = Paper(sources[stem], path, OURS)
        after = Paper(sources[stem], path, OURS, change)
        yield from compare(f"{stem}: {row}", rules, before, after, "pdf", seen)
        if not change.done:
            yield f"selftest: {stem}: {row} changes nothing"


def compare(name, rules, before, after, by, seen):
    """Rules that do not hold before a change, or hold after it."""
    for rule in rules:
        was, now = (judge(REGISTRY[rule, by], subject) for subject in (before, after))
        if was.sign != HOLDS or now.sign != FAILS:
            yield f"selftest: {name}: {rule} {was.sign} {was.text} → {now.sign} {now.text}"
        else:
            seen.add(rule)


def edits(folder, sources, seen):
    """The edits of a DOCX."""
    stem = "common"
    if stem not in sources:
        yield f"selftest: no sample {stem}"
        return
    path, edited = folder / f"{stem}.docx", folder / "selftest.docx"
    before = Word(sources[stem], path)
    for part, old, new, rules in EDITS:
        count = 0
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(edited, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name.startswith(part) and name.endswith(".xml"):
                    text, times = re.subn(old, new, data.decode())
                    data, count = text.encode(), count + times
                target.writestr(name, data)
        if not count:
            yield f"selftest: {old} does not occur in {part}"
            continue
        yield from compare(f"{old} → {new}", rules, before, Word(sources[stem], edited),
                           "docx", seen)


def asked(folder, sources, seen):
    """Outputs that are held against another YAML."""
    for stem, instead, by, rules in ASKED:
        if stem not in sources:
            yield f"selftest: no sample {stem}"
            continue
        source, other = sources[stem], copy(sources[stem])
        other.top = {**source.top, **instead}
        path = folder / f"{stem}.{'docx' if by == 'docx' else 'pdf'}"
        before, after = (Word(given, path) if by == "docx" else Paper(given, path, OURS)
                         for given in (source, other))
        yield from compare(f"{stem}: {instead}", rules, before, after, by, seen)


def shifted(folder, sources, seen):
    """A PDF whose pages are 3 mm too far right and down."""
    import pymupdf

    stem = "common"
    if stem not in sources:
        return
    path, moved = folder / f"{stem}.pdf", folder / "selftest.pdf"
    with pymupdf.open(path) as source, pymupdf.open() as target:
        for page in source:
            sheet = target.new_page(width=page.rect.width, height=page.rect.height)
            offset = 3 / MM
            sheet.show_pdf_page(page.rect + (offset, offset, offset, offset), source, page.number)
        target.save(moved)
    before = Paper(sources[stem], path, OURS)
    after = Paper(sources[stem], moved, OURS)
    yield from compare("shifted by 3 mm", SHIFTED, before, after, "pdf", seen)
