"""Makes rare.ttf, a face that has what the bundled faces lack: a character of Ext B, a variant.

Its glyphs are plain boxes drawn here, so it is nobody's font. Run with fontTools:
    python tests/data/make_rare_face.py
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def box(left, bottom, right, top):
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


GLYPHS = {
    ".notdef": box(0, 0, 1, 1),
    "zhong": box(100, -80, 900, 800),
    "ge": box(80, -60, 920, 820),
    "extb": box(60, -100, 940, 840),
    "variant": box(120, -40, 880, 760),
    "private": box(200, 0, 800, 700),
}
CHARACTERS = {ord("中"): "zhong", 0x845B: "ge", 0x20000: "extb", 0xE000: "private"}

builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(GLYPHS))
builder.setupCharacterMap(CHARACTERS, uvs=[(0x845B, 0xE0100, "variant")])
builder.setupGlyf(GLYPHS)
builder.setupHorizontalMetrics({name: (1000, 0) for name in GLYPHS})
builder.setupHorizontalHeader(ascent=880, descent=-120)
builder.setupNameTable({"familyName": "Docgen Rare", "styleName": "Regular",
                        "psName": "DocgenRare-Regular", "version": "Version 1.000"})
builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = 0
builder.font.recalcTimestamp = False
builder.save(Path(__file__).with_name("rare.ttf"))
