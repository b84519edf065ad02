#!/usr/bin/env python3
"""Time and memory of reading one large workbook: the XLSX reader, openpyxl and exceljs in one run.

    read_xlsx.py --dump build/…/tests/dump_workbook [--exceljs FOLDER] [--rows 90000] --work FOLDER

Makes two workbooks of made-up teachers with 20 columns in the work folder: texts inside the cells,
as openpyxl writes them, and shared texts, as Excel does. --exceljs names a folder where
`npm install exceljs@4.4.0` was run; without it exceljs is left out. Prints wall and processor
time, the peak of resident memory and their ratios; exit code 1 when the readers count different
numbers of cells.
"""
import argparse
import datetime
import json
import os
import random
import re
import subprocess
import sys
import time
import zipfile
from multiprocessing import Process
from pathlib import Path

HERE = Path(__file__).parent
HEADER = ["code", "last_name", "first_name", "patronymic", "gender", "birth_date", "municipality",
          "organization", "subject", "position", "category", "category_date", "experience", "load",
          "phone", "email", "education", "young", "courses_date", "note"]
LAST = ["Иванов", "Петров", "Сидоров", "Смирнов", "Кузнецов", "Соколов", "Лебедев", "Новиков",
        "Морозов", "Волков", "Соловьёв", "Васильев", "Зайцев", "Павлов", "Семёнов", "Голубев"]
FIRST = ["Анна", "Мария", "Елена", "Ольга", "Наталья", "Татьяна", "Ирина", "Светлана", "Юлия"]
PATRONYMIC = ["Петровна", "Ивановна", "Сергеевна", "Александровна", "Николаевна", "Юрьевна"]
SUBJECTS = ["русский язык", "математика", "физика", "химия", "биология", "история", "география",
            "информатика", "английский язык", "физическая культура", "начальные классы"]

SHARED_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"

OPENPYXL = """
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = sum(value is not None and value != "" for sheet in book.worksheets
            for row in sheet.iter_rows(values_only=True) for value in row)
print(json.dumps({"cells": cells}))
"""


def teacher(number, rng):
    day = datetime.date(1955, 1, 1)
    return [f"T{number:06}", rng.choice(LAST) + "а", rng.choice(FIRST), rng.choice(PATRONYMIC), "ж",
            day + datetime.timedelta(days=rng.randrange(16000)), f"{rng.randrange(58):02}",
            f"ORG-{rng.randrange(2400):04}", rng.choice(SUBJECTS), "учитель",
            rng.choice(["высшая", "первая", "нет"]),
            datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(2000)),
            rng.randrange(45), rng.randrange(9, 37) / 2, 79_000_000_000 + rng.randrange(10**9),
            f"teacher{number}@example.org", "высшее педагогическое", rng.random() < 0.2,
            datetime.datetime(2023, 1, 1, 9, 30) + datetime.timedelta(days=rng.randrange(700)),
            f"Строка {number}: примечание"]


def make_inline(path, rows):
    import openpyxl  # pylint: disable=import-outside-toplevel
    rng = random.Random(20240901)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Педагоги")
    sheet.append(HEADER)
    for number in range(1, rows):
        sheet.append(teacher(number, rng))
    book.save(path)


def make_shared(inline, path):
    """The same workbook with its texts in the table of shared strings."""
    index, order = {}, []

    def shared(match):
        text = match[2]
        if text not in index:
            index[text] = len(order)
            order.append(text)
        return f'<c {match[1]}t="s"><v>{index[text]}</v></c>'

    with zipfile.ZipFile(inline) as old, \
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            if name == "[Content_Types].xml" and "/xl/sharedStrings.xml" not in text:
                text = text.replace("</Types>", '<Override PartName="/xl/sharedStrings.xml" '
                                    f'ContentType="{SHARED_STRINGS}"/></Types>')
            if name == "xl/_rels/workbook.xml.rels" and "/sharedStrings" not in text:
                text = text.replace("</Relationships>", f'<Relationship Id="shared" Type="{RELATION}" '
                                    'Target="sharedStrings.xml"/></Relationships>')
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(r'<c ([^>]*)t="inlineStr"><is><t>([^<]*)</t></is></c>', shared, text)
            if name != "xl/sharedStrings.xml":
                new.writestr(name, text)
        items = "".join(f"<si><t>{text}</t></si>" for text in order)
        new.writestr("xl/sharedStrings.xml", '<sst xmlns="http://schemas.openxmlformats.org/'
                     f'spreadsheetml/2006/main">{items}</sst>')


def make_books(inline, shared, rows):
    make_inline(inline, rows)
    make_shared(inline, shared)


def measure(command):
    """(wall seconds, processor seconds, peak MB, cells)"""
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        out = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, json.loads(out)["cells"]


def readers(options):
    yield "this reader", lambda path: [options.dump, "--count", path]
    yield "openpyxl, read-only", lambda path: [sys.executable, "-c", OPENPYXL, path]
    if not options.exceljs or not (options.exceljs / "node_modules" / "exceljs").is_dir():
        print("exceljs: no --exceljs FOLDER with node_modules/exceljs, left out")
        return
    script = str(HERE / "read_xlsx.mjs")
    for mode in ("stream", "whole"):
        yield f"exceljs, {mode}", lambda path, mode=mode: [
            "node", "--max-old-space-size=8192", script, str(options.exceljs), mode, path]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--dump", required=True, help="the program dump_workbook")
    parser.add_argument("--exceljs", type=Path, help="a folder with node_modules/exceljs")
    parser.add_argument("--rows", type=int, default=90_000)
    parser.add_argument("--work", type=Path, required=True, help="a folder for the workbooks")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    books = {"texts in cells": options.work / f"inline-{options.rows}.xlsx",
             "shared texts": options.work / f"shared-{options.rows}.xlsx"}
    inline, shared = books.values()
    # In a process of its own: the peak of a child counts what its parent held when it started.
    maker = Process(target=make_books, args=(inline, shared, options.rows))
    maker.start()
    maker.join()
    if maker.exitcode != 0:
        return 1
    programs, same = list(readers(options)), True
    for title, path in books.items():
        print(f"\n{options.rows:,} rows x {len(HEADER)} columns, {title}, "
              f"{path.stat().st_size / 2**20:.1f} MB")
        print(f"  {'reader':22}{'wall, s':>9}{'cpu, s':>9}{'peak, MB':>10}{'time':>8}{'memory':>8}")
        base = None
        for name, command in programs:
            wall, cpu, peak, cells = measure(command(str(path)))
            base = base or (wall, peak, cells)
            same = same and cells == base[2]
            print(f"  {name:22}{wall:9.2f}{cpu:9.2f}{peak:10.0f}{wall / base[0]:7.1f}x"
                  f"{peak / base[1]:7.1f}x{'' if cells == base[2] else f'  {cells} cells!'}",
                  flush=True)
        print(f"  {base[2]:,} cells")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
