#!/usr/bin/env python3
"""What each setting of the DOCX is worth in LibreOffice: the figures of docs/ENGINES.md.

usage: engines.py FOLDER [NAME...]     after `cargo xtask parity`, with FOLDER = target/parity

Takes the documents that parity rendered, writes each again with one setting changed as another
writer would have it, has LibreOffice set them all, and compares lines, places and text with our
PDF. A setting that makes no difference is as much a fact as one that does: both are printed.
Exit status 1 if the documents as they are written are not the best of all.
"""
import re
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))
import office  # noqa: E402
import parity  # noqa: E402

PROFILE = "gbt9704-2012"
EVERY = 3  # generated documents to one that is measured
MAIN, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
BOTH = (MAIN, STYLES)


def after_widow(element):
    """Puts an element into every paragraph's properties, behind w:widowControl."""
    return BOTH, r'(<w:widowControl w:val="0"/>)', rf"\1{element}"


# Name: parts, what is looked for, what takes its place.
CHANGES = {
    "as written": ((), "", ""),
    "overflowPunct=0": after_widow('<w:overflowPunct w:val="0"/>'),
    "overflowPunct=1": after_widow('<w:overflowPunct w:val="1"/>'),
    "autoSpaceDE=0": ((MAIN, STYLES), r"(<w:spacing w:before)", r'<w:autoSpaceDE w:val="0"/>\1'),
    "kinsoku=0": after_widow('<w:kinsoku w:val="0"/>'),
    "topLinePunct=1": ((MAIN, STYLES), r"(<w:spacing w:before)", r'<w:topLinePunct w:val="1"/>\1'),
    "compressPunctuation": ((SETTINGS,), "doNotCompress", "compressPunctuation"),
    "pairs not marked en-US": ((MAIN,), r'<w:lang w:eastAsia="en-US"/>', ""),
    "no hint, Latin face in Han runs": (
        (MAIN,), r'w:hint="eastAsia" w:ascii="[^"]*" w:hAnsi="[^"]*"',
        'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'),
    "right indent 0": ((MAIN,), r'w:right="\d\d?"', 'w:right="0"'),
    "no tracking": ((MAIN, STYLES), r'<w:spacing w:val="-8"/>', ""),
    "tracking -5": ((MAIN, STYLES), r'<w:spacing w:val="-8"/>', '<w:spacing w:val="-5"/>'),
    "widow control": ((MAIN, STYLES), r'<w:widowControl w:val="0"/>', "<w:widowControl/>"),
    "line grid": ((MAIN,), r"(<w:docGrid[^>]*/>)?</w:sectPr>",
                  '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'),
    "grid of lines and characters": (
        (MAIN,), r"(<w:docGrid[^>]*/>)?</w:sectPr>",
        '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>'),
}


def main():
    folder = Path(sys.argv[1])
    names = sys.argv[2:] or list(CHANGES)
    files = sorted((folder / PROFILE).glob("*.docx"))
    generated = {path.stem for path in (folder / "generated").glob("*.yaml")}
    made = [file for file in files if file.stem in generated]
    chosen = [file for file in files if file not in made] + made[::EVERY]
    print(f"{len(chosen)} documents\n\n| setting | equal lines | on another page or row "
          "| characters lost |\n|---|---|---|---|")
    rows = {name: measure(folder, name, chosen) for name in names}
    best = max(equal for equal, *_ in rows.values())
    sys.exit(rows.get("as written", (best,))[0] < best)


def measure(folder, name, files):
    """Prints the row of one setting."""
    place = folder / "engines" / re.sub(r"\W+", "-", name)
    place.mkdir(parents=True, exist_ok=True)
    made = [changed(file, place / file.name, CHANGES[name]) for file in files]
    copies = [copy for copy, _ in made]
    if CHANGES[name][0] and not any(places for _, places in made):
        raise SystemExit(f"{name}: nothing was changed, so nothing is measured")
    for finding in office.convert(folder / "standins", copies, place / "office"):
        print(f"       {finding}", file=sys.stderr)
    equal = total = moved = lost = 0
    for file in files:
        ours, theirs = file.with_suffix(".pdf"), place / "office" / f"{file.stem}.pdf"
        comparison = parity.Comparison(ours, theirs)
        equal, total = equal + len(comparison.equal), total + comparison.total
        moved += sum((a.page, a.place) != (b.page, b.place) for a, b in comparison.equal)
        lost += abs(len(comparison.texts[0]) - len(comparison.texts[1]))
    print(f"| {name} | {equal} of {total} ({equal / total:.2%}) | {moved} | {lost} |", flush=True)
    return equal, total, moved, lost


def changed(original, copy, change):
    """A copy of a DOCX with one setting changed."""
    parts, pattern, new = change
    places = 0
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as out:
        for name in old.namelist():
            content = old.read(name)
            if name in parts:
                text, count = re.subn(pattern, new, content.decode("utf-8"))
                content, places = text.encode("utf-8"), places + count
            out.writestr(name, content)
    return copy, places


if __name__ == "__main__":
    main()
