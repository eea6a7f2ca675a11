#!/usr/bin/env python3
"""Makes metric-true stand-ins for the proprietary faces that a 公文 in DOCX names.

usage: make_standins.py OUT_DIR     then: FONTCONFIG_FILE=OUT_DIR/fonts.conf soffice ...

The DOCX names 仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体, 宋体 and Times New Roman. In those faces every
Chinese character and every mark is one em wide; in the open faces of fonts/ quotes, ·, ×, — and a few more are
not, so LibreOffice would break other lines with them than Word with the real faces. This script copies the open
faces under the proprietary names, for measuring only (the copies are never shipped or committed):

1. every mapped character that docgen does not set in the Latin face becomes one em wide;
2. quotes take the full-width forms that the face keeps behind U+FE01, where it has them;
   elsewhere opening quotes move to the right of the em, closing ones to the left, all else to its middle;
3. ASCII digits in 黑体, 小标宋 and 宋体 become half an em wide;
4. tables that change widths again (GSUB, GPOS, kern) and vertical metrics go; the names are replaced.

A moved glyph is a new composite of the old one, so glyphs shared by several characters stay whole.
"""
import os
import sys

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import _g_l_y_f as glyf_table

FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fonts")
# Chinese name, English name, file, whether its own ASCII digits are used
FACES = [
    ("仿宋_GB2312", "FangSong_GB2312", "ZhuqueFangsong-Regular.ttf", False),
    ("楷体_GB2312", "KaiTi_GB2312", "LXGWWenKaiGBLite-Regular.ttf", False),
    ("黑体", "SimHei", "NotoSansSC-Medium.ttf", True),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "NotoSerifSC-Bold.ttf", True),
    ("宋体", "SimSun", "NotoSerifSC-Regular.ttf", True),
    (None, "Times New Roman", "LiberationSerif-Regular.ttf", False),
]
DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "kern", "vhea", "vmtx", "VORG", "DSIG", "STAT", "fpgm", "prep", "cvt ", "gasp",
           "hdmx", "LTSH", "VDMX", "meta", "FFTM"]
# Faces that are shaped, under the names of those that a DOCX names: nothing of them changes.
SHAPED = [("Mongolian Baiti", "NotoSansMongolian-Regular.ttf")]
OPENING, CLOSING = "“‘", "”’"


def is_latin(c):
    """What docgen-model's is_latin sets in Times New Roman."""
    return (0x20 <= c <= 0x7E or c in (0xA0, 0xB0, 0xB2, 0xB3, 0xB9) or 0x2070 <= c <= 0x209F
            or 0xC0 <= c <= 0x24F and c not in (0xD7, 0xF7))


def gb2312_symbols():
    """The characters of GB 2312 that are not Han: the proprietary faces have them all."""
    for row in range(0xA1, 0xAA):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def lend_symbols(font, lender):
    """Copies what the face lacks of them from 宋体, so that no other face steps in."""
    have, other = font.getBestCmap(), lender.getBestCmap()
    for c in gb2312_symbols():
        glyph = other.get(c)
        if c in have or glyph is None or lender["glyf"][glyph].isComposite():
            continue
        name = f"lent{c:04X}"
        order = font.getGlyphOrder() + [name]
        font["glyf"].glyphs[name] = lender["glyf"][glyph]
        font.setGlyphOrder(order)
        font["glyf"].setGlyphOrder(order)
        font["hmtx"].metrics[name] = lender["hmtx"][glyph]
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[c] = name


def wide_forms(font):
    """{character: glyph} of the forms behind U+FE01."""
    for table in font["cmap"].tables:
        if table.format == 14:
            return {c: g for c, g in table.uvsDict.get(0xFE01, []) if g}
    return {}


def shifted(font, base, advance, align):
    """A new glyph: `base` moved so that it stands left, centred or right in `advance`."""
    glyf, hmtx = font["glyf"], font["hmtx"]
    source = glyf[base]
    if not source.numberOfContours:
        dx = 0
    else:
        source.recalcBounds(glyf)
        ink = source.xMax - source.xMin
        inset = max(0, min(80, (advance - ink) // 2))
        left = {"left": inset, "centre": (advance - ink) // 2, "right": advance - ink - inset}[align]
        dx = left - source.xMin
    component = glyf_table.GlyphComponent()
    component.glyphName, component.x, component.y = base, dx, 0
    component.flags = glyf_table.ROUND_XY_TO_GRID
    glyph = glyf_table.Glyph()
    glyph.numberOfContours, glyph.components = -1, [component]
    glyph.recalcBounds(glyf)
    name = f"{base}.w{advance}.{align}"
    if name not in hmtx.metrics:
        order = font.getGlyphOrder() + [name]
        glyf.glyphs[name] = glyph
        font.setGlyphOrder(order)
        glyf.setGlyphOrder(order)
        hmtx.metrics[name] = (advance, getattr(glyph, "xMin", 0))
    return name


def set_widths(font, own_digits):
    em = font["head"].unitsPerEm
    forms, hmtx, changed = wide_forms(font), font["hmtx"], {}
    for c, glyph in font.getBestCmap().items():
        digit = own_digits and 0x30 <= c <= 0x39
        if is_latin(c) and not digit or hmtx[glyph][0] == 0:
            continue
        width = em // 2 if digit else em
        form = forms.get(c) if chr(c) in OPENING + CLOSING else None
        if form and hmtx[form][0] == width:
            changed[c] = form
        elif hmtx[glyph][0] != width:
            align = "right" if chr(c) in OPENING else "left" if chr(c) in CLOSING else "centre"
            changed[c] = shifted(font, glyph, width, align)
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format in (4, 12)]
    for table in font["cmap"].tables:
        for c in table.cmap.keys() & changed.keys():
            table.cmap[c] = changed[c]
    maxp = font["maxp"]
    maxp.maxComponentDepth += 1
    maxp.maxComponentElements = max(1, maxp.maxComponentElements)
    return len(changed)


def set_names(font, chinese, english):
    names = font["name"] = newTable("name")
    names.names = []
    ps = english.replace(" ", "")
    for lang, family in ((0x409, english), (0x804, chinese)):
        if family:
            for name_id, text in ((1, family), (2, "Regular"), (3, "docgen stand-in: " + family), (4, family), (6, ps)):
                names.setName(text, name_id, 3, 1, lang)
    os2 = font["OS/2"]
    os2.usWeightClass, os2.fsSelection, font["head"].macStyle = 400, 0x40, 0


def main():
    out = os.path.abspath(sys.argv[1])
    os.makedirs(out, exist_ok=True)
    lender = TTFont(os.path.join(FONTS, "NotoSerifSC-Regular.ttf"), lazy=True)
    for chinese, english, file, own_digits in FACES:
        font = TTFont(os.path.join(FONTS, file), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        for tag in DROPPED:
            if tag in font:
                del font[tag]
        if chinese:
            lend_symbols(font, lender)
        count = set_widths(font, own_digits) if chinese else 0
        set_names(font, chinese, english)
        path = os.path.join(out, english.replace(" ", "") + ".ttf")
        font.save(path, reorderTables=None)
        print(f"{chinese or english}: {count} widths changed, {path}")
    for english, file in SHAPED:
        font = TTFont(os.path.join(FONTS, file), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        set_names(font, None, english)
        font.save(os.path.join(out, english.replace(" ", "") + ".ttf"), reorderTables=None)
    with open(os.path.join(out, "fonts.conf"), "w", encoding="utf8") as conf:
        conf.write('<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
                   f"<fontconfig><dir>{out}</dir><cachedir>{out}/cache</cachedir></fontconfig>\n")


if __name__ == "__main__":
    main()
