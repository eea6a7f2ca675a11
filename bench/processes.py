#!/usr/bin/env python3
"""Whole processes side by side, as Markdown tables: `cargo xtask bench` runs it.

usage: processes.py DOCGEN FLOOR FOLDER

Every round runs each row once, so that what else the machine does falls on all rows alike;
medians count, and CPU time before wall time. CPU time (user and system) and the peak of
resident memory are what the kernel says of a process when it ends (wait4).

What is not ours is optional; what is not there has a row that says so. DOCGEN_TYPST names a
folder with run.py and gongwen-ref.typ, DOCGEN_TYPST_PYTHON a Python that has the wheel of typst.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / "target/tools/venv/bin/python"
DOCGEN, FLOOR, FOLDER = (Path(name).resolve() for name in sys.argv[1:4])
REPORT = ROOT / "input/xingan-2021.yaml"
QUICK, SLOW = 21, 5
BATCHES = [100, 1000, 3000]


@dataclass
class Row:
    name: str
    command: list
    output: list = field(default_factory=list)
    documents: int = 1
    missing: str = ""
    usages: list = field(default_factory=list)

    def run(self):
        """CPU seconds, wall seconds and the peak in MiB of one run."""
        start = time.perf_counter()
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, null, target) for target in (1, 2)]
        words = [str(word) for word in self.command]
        process = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        os.close(null)
        if status:
            self.missing = f"failed ({os.waitstatus_to_exitcode(status)})"
            return
        wall = time.perf_counter() - start
        self.usages.append((usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024))

    def median(self, column):
        return statistics.median(usage[column] for usage in self.usages)

    def line(self, reference):
        if self.missing or not self.usages:
            return f"| {self.name} | – | {self.missing} | | | | | |"
        cpu, wall, peak = (self.median(column) for column in range(3))
        all_cpu = sorted(usage[0] * 1e3 for usage in self.usages)
        sizes = " + ".join(f"{path.stat().st_size:,}" for path in self.output)
        last = f"{self.documents / wall:.1f}"
        if self.documents == 1:
            last = f"{cpu / reference:.3f}" if reference else ""
        return (
            f"| {self.name} | {len(self.usages)} | {cpu * 1e3:.1f} | {all_cpu[0]:.1f}–{all_cpu[-1]:.1f} "
            f"| {wall * 1e3:.1f} | {peak:.1f} | {sizes} | {last} |"
        )


def run(rows, rounds):
    """Runs every row so many times; where there are several, a first round warms the caches."""
    for number in range(rounds + (rounds > 1)):
        for row in rows:
            if not row.missing:
                row.run()
        if rounds > 1 and number == 0:
            for row in rows:
                row.usages.clear()


def docgen(name, *options, output=(), documents=1):
    return Row(name, [DOCGEN, *options], [FOLDER / path for path in output], documents)


def one_report():
    out, glyphs = FOLDER / "out", FOLDER / "floor"
    subprocess.run([FLOOR, "prepare", REPORT, glyphs], check=True)
    pdf, docx = "out/xingan-2021.pdf", "out/xingan-2021.docx"
    render = ["render", "-q", REPORT, "--output", out]
    both = "docgen: PDF/A-2a + PDF/UA-1 and DOCX"
    rows = [
        docgen("docgen --version", "--version"),
        docgen("docgen check", "check", "-q", REPORT),
        docgen("docgen: DOCX", *render, "--docx", output=[docx]),
        docgen("docgen: PDF/A-2a + PDF/UA-1", *render, "--pdf", output=[pdf]),
        docgen(both, *render, output=[pdf, docx]),
        Row("the floor: subset and deflate alone", [FLOOR, "run", glyphs]),
        typst(),
        python_docx(),
    ]
    run(rows, QUICK)
    office = [libre_office(docx)]
    run(office, SLOW)
    return rows + office


def long_reports():
    rows = []
    for pages in (10, 100, 1000):
        subprocess.run([FLOOR, "write", "1", str(pages), FOLDER], check=True)
        render = ["render", "-q", FOLDER / f"{pages}-0000.yaml", "--output", FOLDER / "out"]
        stem = f"out/{pages}-0000"
        name = f"docgen: {pages} pages, "
        rows.append(docgen(name + "PDF", *render, "--pdf", output=[stem + ".pdf"]))
        outputs = [stem + ".pdf", stem + ".docx"]
        rows.append(docgen(name + "PDF and DOCX", *render, output=outputs))
    run(rows, SLOW)
    return rows


def batches():
    folder, out = FOLDER / "reports", FOLDER / "batch"
    subprocess.run([FLOOR, "write", str(max(BATCHES)), "7", folder], check=True)
    files = sorted(folder.glob("7-*.yaml"))
    render = ["render", "-q", "--output", out, "--jobs"]
    rows = [
        docgen(f"docgen: {count} different reports, {jobs} jobs", *render, jobs, *files[:count], documents=count)
        for jobs in (1, 2)
        for count in BATCHES
    ]
    run(rows, 1)
    return rows


def module(python, name):
    """Why a Python has no such module; nothing if it has."""
    try:
        done = subprocess.run([python, "-c", f"import {name}"], capture_output=True, check=False)
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else f"no {name} in {python}"


def typst():
    folder = Path(os.environ.get("DOCGEN_TYPST", ROOT / "../shared/tools/typst-ref"))
    python = os.environ.get("DOCGEN_TYPST_PYTHON", VENV)
    seed, pdf = folder / "../../sample/xingan-2021.txt", FOLDER / "out/typst.pdf"
    command = [python, folder / "run.py", seed, pdf, ROOT / "fonts", "--std", "a-2a"]
    missing = module(python, "typst") or ("" if seed.exists() else f"no {seed}")
    return Row("typst 0.15.2 with its Python: PDF/A-2a", command, [pdf], missing=missing)


def python_docx():
    docx = FOLDER / "out/python-docx.docx"
    command = [VENV, ROOT / "bench/python_docx.py", REPORT, docx]
    return Row("python-docx: plain paragraphs", command, [docx], missing=module(VENV, "docx"))


def libre_office(docx):
    user = f"-env:UserInstallation=file://{FOLDER / 'office-user'}"
    command = ["soffice", user, "--headless", "--convert-to", "pdf", "--outdir", FOLDER / "office", FOLDER / docx]
    pdf = FOLDER / "office/xingan-2021.pdf"
    missing = "" if shutil.which("soffice") else "no soffice"
    return Row("LibreOffice: our DOCX to PDF", command, [pdf], missing=missing)


def table(rows, last):
    reference = next((row for row in rows if row.name.startswith("typst") and row.usages), None)
    reference = reference.median(0) if reference else None
    head = f"| | runs | CPU ms | least–most | wall ms | peak MiB | bytes | {last} |\n|---|---|---|---|---|---|---|---|"
    return "\n".join([head, *(row.line(reference) for row in rows)])


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def load():
    return f"{os.getloadavg()[0]:.1f}"


def processor():
    lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "?")


def main():
    (FOLDER / "out").mkdir(parents=True, exist_ok=True)
    before, begun = load(), output("date", "-u", "+%F %R UTC")
    one = table(one_report(), "CPU to typst’s")
    middle = load()
    long = table(long_reports(), "")
    several = table(batches(), "reports/s")
    print(
        f"Measured {begun} at commit {output('git', 'describe', '--always', '--dirty')}, "
        f"{output('rustc', '--version')}, {os.cpu_count()} cores of {processor()}; "
        f"load average {before} before, {middle} after the first table, {load()} at the end.\n\n"
        f"## One report\n\n{one}\n\n## Long reports\n\n{long}\n\n## Batches\n\n{several}"
    )


main()
