"""R97, R98: what a DOCX must say for pages and rows (7.5, practice)."""
from verdict import measures, same, true

FLOW = ("公文正文", "公文标题", "主送机关", "一级标题", "二级标题", "三级标题", "四级标题", "附件说明")


@measures("R97", "docx")
def footers(word):
    settings = word.parts["word/settings.xml"]
    yield true("evenAndOddHeaders", settings.find("{*}evenAndOddHeaders") is not None)
    texts = {}
    for reference in word.body.iter("{*}footerReference"):
        kind, relation = (value for _, value in sorted(reference.attrib.items(), reverse=True))
        texts.setdefault(reference.get(W + "type"), relation)
    yield true(f"footers {sorted(texts)}", {"default", "even"} <= set(texts))
    yield true("they differ", len(set(aligned(word))) > 1)


def aligned(word):
    """How the paragraphs of the footers are aligned and indented."""
    for name, part in sorted(word.parts.items()):
        if name.startswith("word/footer"):
            for p in part.iter(W + "p"):
                para = word.paragraph(p)
                yield str(para.properties.get("jc")), str(para.properties.get("ind"))


@measures("R98", "docx")
def exact_rows(word):
    for para in word.paragraphs:
        if para.style in FLOW:
            spacing = para.properties.get("spacing", {})
            yield same(f"{para.style} lineRule", spacing.get("lineRule"), "exact")
            yield same(f"{para.style} after", spacing.get("after", "0"), "0")
    for grid in word.body.iter("{*}docGrid"):
        snapping = grid.get(W + "type", "default") != "default"
        yield true(f"document grid {grid.get(W + 'type')}", not snapping)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
