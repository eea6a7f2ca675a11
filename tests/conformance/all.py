#!/usr/bin/env python3
"""Measures R01 to R100 of docs/spec/gbt9704.md §8 on rendered samples and prints the table.

usage: all.py FOLDER SAMPLE.yaml...

FOLDER holds SAMPLE.pdf and SAMPLE.docx of each sample; `cargo xtask conformance` renders them.
Three ways: pdf, glyphs and rules of our PDF; docx, the DOCX's XML; office, glyphs and rules of
LibreOffice's PDF of the DOCX, with metric-true stand-ins of the offices' faces. Exit status 1
if a SHALL rule fails that choices.toml does not name, if a rule of rules.toml has no function,
or if selftest.py finds the measurer blind. All values are written to FOLDER/table.md.
"""
import importlib
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "readers")]

import office  # noqa: E402
import selftest  # noqa: E402
from paper import OFFICE, OURS, Paper  # noqa: E402
from source import Source  # noqa: E402
from verdict import ABSENT, FAILS, HOLDS, REGISTRY, Verdict, judge  # noqa: E402
from word import Word  # noqa: E402

RULES = tomllib.loads((HERE / "rules.toml").read_text(encoding="utf-8"))
CHOICES = tomllib.loads((HERE / "choices.toml").read_text(encoding="utf-8")).get("choice", [])
WAYS = ["pdf", "docx", "office", "archive"]
for module in sorted((HERE / "rules").glob("[a-z]*.py")):
    importlib.import_module(f"rules.{module.stem}")


def main():
    folder, samples = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    faults = unbound()
    documents = [folder / f"{sample.stem}.docx" for sample in samples]
    standins = folder / "standins"
    office.make_standins(standins)
    faults += office.convert(standins, documents, folder / "office")
    table = {}
    for sample in samples:
        for key, verdict in measure(sample, folder).items():
            table[(*key, sample.stem)] = verdict
    stems = [sample.stem for sample in samples]
    failed = show(table, stems)
    write(table, stems, folder / "table.md")
    faults += selftest.findings(folder, samples)
    for fault in faults:
        print(f"FAIL {fault}")
    sys.exit(bool(failed or faults))


def unbound():
    """Rules without a function for a way that their row names, and functions without a row."""
    wanted = {(rule, by) for rule, row in RULES.items() for by in row["by"]}
    return [f"{rule} is not measured by {by}" for rule, by in sorted(wanted - set(REGISTRY))] + \
        [f"{rule} by {by} has no row" for rule, by in sorted(set(REGISTRY) - wanted)]


def measure(sample, folder):
    """The verdict of each rule on one sample: {(rule, way): verdict}."""
    subjects = {
        "pdf": lambda: Paper(Source(sample), folder / f"{sample.stem}.pdf", OURS),
        "docx": lambda: Word(Source(sample), folder / f"{sample.stem}.docx"),
        "office": lambda: Paper(Source(sample), folder / "office" / f"{sample.stem}.pdf", OFFICE),
    }
    found = {}
    for way, make in subjects.items():
        try:
            subject = make()
        except Exception as error:
            found["–", way] = Verdict(FAILS, f"unreadable: {type(error).__name__}: {error}")
            continue
        for rule in RULES:
            function = REGISTRY.get((rule, "pdf" if way == "office" else way))
            if function:
                found[rule, way] = judge(function, subject)
            if way == "pdf" and (rule, "archive") in REGISTRY:
                found[rule, "archive"] = judge(REGISTRY[rule, "archive"], subject)
    return found


def chosen(rule, way, stem):
    """The reason why a deviation is accepted, if it is."""
    for choice in CHOICES:
        if rule == choice["rule"] and way in choice["by"] and stem in choice.get("samples", [stem]):
            return choice["reason"]
    return None


def show(table, stems):
    """Prints a line a rule and way, a sign a sample; then all failures. Returns how many SHALL
    rules fail without a choice."""
    print("samples, in the order of the signs:", " ".join(stems))
    counts, failed, told = {HOLDS: 0, FAILS: 0, ABSENT: 0}, 0, []
    for rule, way in sorted({key[:2] for key in table}, key=order):
        row = RULES.get(rule, {"level": "SHALL", "about": "can be read"})
        signs = []
        for stem in stems:
            verdict = table.get((rule, way, stem), Verdict(ABSENT, ""))
            reason = chosen(rule, way, stem) if verdict.sign == FAILS else None
            signs.append("○" if reason else verdict.sign)
            counts[verdict.sign] += 1
            if verdict.sign == FAILS:
                failed += row["level"] == "SHALL" and not reason
                what = "choice" if reason else row["level"]
                why = f" [{reason}]" if reason else ""
                told.append(f"{what:6} {rule} {way} {stem}: {row['about']}: {verdict.text}{why}")
        print(f"{rule:5}{row['level']:6}{way:8}{''.join(signs)}  {row['about']}")
    print("\n".join(told))
    print(f"conformance: {counts[HOLDS]} hold, {counts[FAILS]} do not ({failed} SHALL without a "
          f"choice), {counts[ABSENT]} do not apply", flush=True)
    return failed


def order(key):
    """By number, then way."""
    rule, way = key
    return int(rule[1:] or 0) if rule[1:].isdigit() else 0, WAYS.index(way)


def write(table, stems, path):
    """All values, as a table."""
    rows = ["| rule | about | by | sample | | measured |", "|---|---|---|---|---|---|"]
    for rule, way in sorted({key[:2] for key in table}, key=order):
        for stem in stems:
            verdict = table.get((rule, way, stem))
            about = RULES.get(rule, {}).get("about", "")
            if verdict:
                rows.append(f"| {rule} | {about} | {way} | {stem} | {verdict.sign} | {verdict.text} |")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
