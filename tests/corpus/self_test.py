#!/usr/bin/env python3
"""agree.py finds no difference where there is none, and finds those that are made on purpose.

    self_test.py DUMP_WORKBOOK
"""
import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

AGREE = Path(__file__).with_name("agree.py")
ROWS = [["Фамилия", "Дата", "Число", "Да", "Текст"],
        ["Иванова", datetime.date(2025, 3, 14), 79161234567, True, "  край\nстроки "],
        ["Петрова", datetime.datetime(2025, 3, 14, 9, 30), 0.1, False, "_x0041"],
        ["Сидорова", datetime.time(9, 30), -1.5e-7, None, "=1+1"],
        ["Ким", datetime.timedelta(hours=36), 1e22, "", "#N/A"]]

# Stands in for dump_workbook: changes one thing in what it prints.
STAND_IN = """#!{python}
import subprocess, sys
run = subprocess.run([{dump!r}, *sys.argv[1:]], capture_output=True, text=True)
sys.stdout.write(run.stdout.replace({old!r}, {new!r}))
sys.exit(run.returncode)
"""


def make_book(path, epoch_1904=False):
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Методисты"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A8:B9")
    sheet["A8"] = "слито"
    book.create_sheet("Пустой")
    book.save(path)


def agree(dump, folder):
    run = subprocess.run([sys.executable, AGREE, "--dump", str(dump), "--jobs", "1", "--list", str(folder)],
                         capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def main():
    dump = sys.argv[1]
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "books").mkdir()
        make_book(folder / "books" / "plain.xlsx")
        make_book(folder / "books" / "mac.xlsx", epoch_1904=True)
        code, text = agree(dump, folder / "books")
        if code != 0 or "2 of 2 workbooks agree" not in text:
            failures.append(f"equal workbooks differ:\n{text}")
        for old, new in [("79161234567", "7.9161234567e10"), ("2025-03-14T09:30:00", "2025-03-14"),
                         ("Петрова", "Петров"), ('"boolean"', '"number"'), ("Пустой", "Полный"),
                         ('"column":5', '"column":6'), ("36:00:00", "12:00:00")]:
            stand_in = folder / "stand_in.py"
            stand_in.write_text(STAND_IN.format(python=sys.executable, dump=dump, old=old, new=new),
                                encoding="utf-8")
            stand_in.chmod(0o755)
            code, text = agree(stand_in, folder / "books")
            if code != 1 or "0 of 2 workbooks agree" not in text:
                failures.append(f"{old} → {new} is not seen:\n{text}")
    for failure in failures:
        print(failure)
    print("corpus comparison: " + (f"{len(failures)} failures" if failures else "ok"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
