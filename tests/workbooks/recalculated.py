#!/usr/bin/python3
"""Recalculates the workbooks of a build in LibreOffice and compares each formula cell with the
result that the program stored beside the formula: the region's and those of every fourth
municipality, or with --all of every one.

usage: recalculated.py METODAKTIV PROJECT [--all | --self-test]
Closes with "N passed, N failed": a workbook each.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "forms"))
import libreoffice  # noqa: E402

REGIONS = ("moscow-oblast", "perm-krai")
AS_OF = "2026-11-20"


def build(program, project, region, folder):
    registry = folder / "registry.db"
    run = lambda *words: subprocess.run([program, *map(str, words)], cwd=project, check=True, capture_output=True)
    run("demo", "--registry", registry, "--region", region, "--scale", "0.05")
    run("build", "--registry", registry, "--region", region, "--out", folder / "site", "--as-of", AS_OF, "--jobs", "2")
    return folder / "site" / "reports"


def chosen(reports, whole):
    """The workbooks to look at, by folder."""
    folders = sorted(folder for folder in reports.iterdir() if folder.is_dir())
    if not whole:
        folders = [folder for number, folder in enumerate(folders) if folder.name == "_region" or number % 4 == 1]
    return [book for folder in folders for book in sorted(folder.glob("*.xlsx"))]


def stored(file):
    """{(sheet, row, column): stored result} of the formula cells."""
    formulas = openpyxl.load_workbook(file)
    results = openpyxl.load_workbook(file, data_only=True)
    cells = {}
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cells[(sheet.title, cell.row, cell.column)] = results[sheet.title][cell.coordinate].value
    return cells


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))
    return (a or "") == (b or "")


def differences(office, file):
    """Messages about one workbook, and how many formulas it has."""
    before = stored(file)
    after = libreoffice.recalculated(office, file) if before else {}
    messages = [f"{key}: stored {before[key]!r}, recalculated {after.get(key, 'nothing')!r}"
                for key in sorted(before) if key not in after or not same(before[key], after[key])]
    return messages, len(before)


def spoil(file):
    """Writes another result beside the first formula of the workbook; False when it has none."""
    import zipfile
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    for name, data in parts.items():
        spoiled = re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\g<1>987654\2", data, count=1)
        if name.startswith("xl/worksheets/") and spoiled != data:
            parts[name] = spoiled
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
                for part, content in parts.items():
                    book.writestr(part, content)
            return True
    return False


def main():
    program, project = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    self_test = "--self-test" in sys.argv
    passed, failed, formulas = 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="metodaktiv-recalculated-") as scratch:
        with libreoffice.desktop(scratch) as office:
            for region in REGIONS[:1] if self_test else REGIONS:
                folder = Path(scratch) / region
                folder.mkdir()
                books = chosen(build(program, project, region, folder), "--all" in sys.argv)
                if self_test:
                    books = [book for book in books if spoil(book)][:6]
                for book in books:
                    messages, count = differences(office, book)
                    formulas += count
                    good = bool(messages) if self_test else not messages
                    passed, failed = passed + good, failed + (not good)
                    if not good:
                        print(f"{region}/{book.parent.name}/{book.name}:", *(messages[:5] or ["not found"]), sep="\n  ")
    print(f"formulas compared: {formulas}")
    print(f"recalculated: {passed} passed, {failed} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
