#!/usr/bin/env python3
"""The golden site: a hand-made region of three municipalities, imported and built, compared with expected/.

    python3 tests/golden/golden.py BINARY PROJECT            compare; exit 1 and a diff when something moved
    python3 tests/golden/golden.py BINARY PROJECT --update   take what the program makes now as expected

Texts are compared as they are; workbooks as a dump of their cells, number formats and merges; publication.db
as a dump of its tables. Read the diff of expected/ before committing an update: it is what users will see.
"""
import difflib
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

AS_OF = "2025-11-20"
FOLDER = pathlib.Path(__file__).resolve().parent
EXPECTED = FOLDER / "expected"

# One page of every kind; the rest differ only in their data.
PAGES = [
    "public/index.html", "public/404.html", "public/asset/roster.html", "public/asset/form-1.html",
    "public/asset/methodist-m1.html", "public/indicators/index.html", "public/indicators/iom-developed.html",
    "public/municipalities/index.html", "public/practices/index.html",
    "public/practices/p/medlennoe-chtenie.html", "public/practices/p/shkola-nastavnikov.html",
    "public/standard/calendar.html", "public/documents.html",
] + [f"public/municipalities/svetly/{page}.html" for page in
     ("index", "roster", "schools", "associations", "documents", "indicators", "practices", "calendar")]
WHOLE = ["public/data/*.csv", "public/data/datapackage.json", "public/*.xml", "public/robots.txt",
         "public/calendar/svetly.ics", "reports/*/report.md", "reports/_region/indicators.csv"]


def dump_workbook(path):
    lines = []
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        lines.append(f"== {sheet.title} {sheet.dimensions} charts={len(sheet._charts)} "
                     f"{sheet.page_setup.orientation} paper={sheet.page_setup.paperSize}")
        lines += [f"merge {m}" for m in sorted(str(r) for r in sheet.merged_cells.ranges)]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    lines.append(f"{cell.coordinate} {cell.number_format} {cell.value!r}")
    return "\n".join(lines) + "\n"


def dump_database(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return "\n".join(db.iterdump()) + "\n"


def outputs(site):
    """Name in expected/ → text."""
    found = {page: (site / page).read_text(encoding="utf-8") for page in PAGES}
    for pattern in WHOLE:
        for path in sorted(site.glob(pattern)):
            found[str(path.relative_to(site))] = path.read_bytes().decode("utf-8")
    for path in sorted(site.glob("reports/*/*.xlsx")):
        if path.parent.name in ("svetly", "_region"):
            found[f"{path.relative_to(site)}.txt"] = dump_workbook(path)
    found["public/data/publication.db.sql"] = dump_database(site / "public/data/publication.db")
    return found


def build(binary, project, folder):
    def run(*arguments):
        result = subprocess.run([binary, *arguments, "--project", project], capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"{' '.join(arguments)}: exit {result.returncode}\n{result.stdout}{result.stderr}")

    registry = str(folder / "registry.db")
    run("import", str(FOLDER / "region"), "--registry", registry)
    run("build", "--registry", registry, "--out", str(folder / "site"), "--as-of", AS_OF)
    return outputs(folder / "site")


def compare(actual):
    expected = {str(p.relative_to(EXPECTED)): p.read_bytes().decode("utf-8")
                for p in EXPECTED.rglob("*") if p.is_file()}
    failed = 0
    for name in sorted(expected.keys() | actual.keys()):
        if expected.get(name) == actual.get(name):
            continue
        failed += 1
        diff = difflib.unified_diff((expected.get(name) or "").splitlines(), (actual.get(name) or "").splitlines(),
                                    f"expected/{name}", f"actual/{name}", lineterm="", n=1)
        print("\n".join(list(diff)[:60]))
    print(f"golden: {len(actual) - failed} passed, {failed} failed")
    return failed == 0


def main():
    binary, project = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        actual = build(binary, project, pathlib.Path(folder))
    if "--update" in sys.argv:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in actual.items():
            path = EXPECTED / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        print(f"golden: {len(actual)} files updated")
        return
    sys.exit(0 if compare(actual) else 1)


if __name__ == "__main__":
    main()
