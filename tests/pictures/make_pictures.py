"""Draws the pictures of samples and tests: a chart as SVG, a map as PNG, and the seals of offices
that do not exist, marked 样章. Run with Pillow: python tests/pictures/make_pictures.py
"""

import math
import pathlib

from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "input" / "figures"
TESTS = ROOT / "tests" / "suite" / "pictures"
FONT = ROOT / "fonts" / "NotoSerifSC-Bold.ttf"
RED = (218, 30, 30, 235)
SCALE = 4  # drawn larger, then made smaller, so that edges are smooth


def seal(name, path, size=420):
    """A ring, the name along it, a star of lines, and 样章."""
    big = size * SCALE
    image = Image.new("RGBA", (big, big), (218, 30, 30, 0))
    draw = ImageDraw.Draw(image)
    width = big // 40
    draw.ellipse((width, width, big - width, big - width), outline=RED, width=width)
    font = ImageFont.truetype(FONT, big // 9)
    radius = big * 0.385
    step = math.radians(min(33, 260 / len(name)))
    for index, character in enumerate(name):
        angle = (index - (len(name) - 1) / 2) * step
        glyph = Image.new("RGBA", (big // 6, big // 6), (218, 30, 30, 0))
        ImageDraw.Draw(glyph).text(
            (big // 12, big // 12), character, font=font, fill=RED, anchor="mm"
        )
        glyph = glyph.rotate(-math.degrees(angle), resample=Image.BICUBIC)
        x = big / 2 + radius * math.sin(angle) - glyph.width / 2
        y = big / 2 - radius * math.cos(angle) - glyph.height / 2
        image.alpha_composite(glyph, (round(x), round(y)))
    font = ImageFont.truetype(FONT, big // 8)
    draw.text((big / 2, big / 2), "样章", font=font, fill=RED, anchor="mm")
    image = image.resize((size, size), Image.LANCZOS)
    image = image.quantize(32).convert("RGBA")
    image.save(path, optimize=True)


def chart(path):
    """Bars of four quarters; figures are drawn as shapes, since text is refused."""
    bars = [38, 52, 61, 47]
    parts = ['<path d="M20 8V112H180" fill="none" stroke="#000" stroke-width="1"/>']
    parts += [
        f'<path d="M20 {y}H180" stroke="#bbb" stroke-width=".5"/>' for y in (30, 56, 82)
    ]
    for index, height in enumerate(bars):
        x = 34 + 36 * index
        parts.append(
            f'<rect x="{x}" y="{112 - height * 1.5:g}" width="22" height="{height * 1.5:g}" '
            f'fill="{"#444" if index % 2 else "#999"}" stroke="#000" stroke-width=".5"/>'
        )
    inner = "\n  ".join(parts)
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="72mm" '
        f'viewBox="0 0 200 120">\n  {inner}\n</svg>\n'
    )


def plan(path):
    """A sketch of roads and a river, in eight greys at 150 pixels an inch."""
    image = Image.new("L", (600, 420), 255)
    draw = ImageDraw.Draw(image)
    river = [(x, 200 + 60 * math.sin(x / 90)) for x in range(0, 601, 6)]
    draw.line(river, fill=190, width=26)
    for x in (120, 300, 480):
        draw.line((x, 0, x, 420), fill=90, width=6)
    for y in (80, 340):
        draw.line((0, y, 600, y), fill=90, width=6)
    for x, y in ((150, 110), (330, 30), (360, 290), (510, 360), (40, 280)):
        draw.rectangle((x, y, x + 50, y + 34), fill=60)
    draw.rectangle((0, 0, 599, 419), outline=0, width=2)
    image.quantize(8).save(path, optimize=True, dpi=(150, 150))


def photo(path):
    """A grey slope that its camera marks as turned a quarter to the right."""
    image = Image.linear_gradient("L").resize((64, 48))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(path, exif=exif, quality=80, dpi=(72, 72))


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    seal("某某县人民政府", OUT / "sample-seal.png")
    seal("某某县财政局", OUT / "sample-seal-2.png")
    chart(OUT / "quarters.svg")
    plan(OUT / "plan.png")
    TESTS.mkdir(parents=True, exist_ok=True)
    photo(TESTS / "turned.jpg")
    chart(TESTS / "bars.svg")
    seal("某章", TESTS / "seal.png", 48)
    seal("某某章", TESTS / "seal-2.png", 48)
