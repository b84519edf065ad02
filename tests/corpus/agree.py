#!/usr/bin/env python3
"""Compares the XLSX reader with openpyxl, cell by cell, over every workbook in some folders.

    agree.py --dump build/…/tests/dump_workbook [--list] [--allow FILE] FOLDER…

A workbook agrees when both read the same cells (value and kind) or both refuse it. Prints
«N of M» and a table of reasons for the rest; --list names each of them with its first differences.
--allow holds lines «path-ending<TAB>reason» of workbooks whose difference is known and right.
Exit code 1 when a workbook differs for a reason that is neither openpyxl's own gap nor allowed.
"""
import argparse
import collections
import datetime
import json
import math
import multiprocessing
import re
import signal
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import MergedCell

SECONDS = 300  # for the reader
OPENPYXL_SECONDS = 60
# Differences that say nothing against the reader: how it is known, what is wrong in openpyxl.
GAPS = {
    "openpyxl fails": "openpyxl cannot open it",
    "strict": "openpyxl sees no sheets in strict workbooks",
    "tabs": "dialog and macro sheets, which hold no tables: left out here",
    "merged": "openpyxl drops values under merged cells",
    "escape": "openpyxl leaves _xHHHH_ escapes or drops _x005F_",
    "line ends": "line ends in a text: LF here",
    "eastern": "openpyxl does not know the built-in date formats 27–36 and 50–58",
    "no date": "a date style on 0, 60 or less than 0, which is no day: a number here",
    "1904": "day 0 of the 1904 epoch: a time in openpyxl",
    "out of range": "a date style on a number that is no date: «#VALUE!» in openpyxl",
}
EASTERN = {*range(27, 37), *range(50, 59)}
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def decoded(text):
    """An openpyxl text with what it leaves of escapes and line ends made plain."""
    text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def rounded(moment):
    if moment.microsecond >= 500_000:
        moment += datetime.timedelta(seconds=1)
    return moment.replace(microsecond=0)


def clock(seconds):
    seconds = int(seconds + 0.5)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def expected(value):
    """(kind, text) of an openpyxl value that is not a text or an error; None for nothing."""
    if isinstance(value, bool):
        return "boolean", str(int(value))
    if isinstance(value, (int, float)):
        return "number", value
    if isinstance(value, datetime.datetime):
        return "date", rounded(value).isoformat().removesuffix("T00:00:00")
    if isinstance(value, datetime.date):
        return "date", value.isoformat()
    if isinstance(value, datetime.time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        return "date", clock(min(seconds, 86399))
    if isinstance(value, datetime.timedelta):
        return "date", clock(value.total_seconds())
    return None


def cells_of(sheet, read_only):
    if not read_only:
        return sheet._cells.values()  # pylint: disable=protected-access
    sheet.reset_dimensions()
    return (cell for row in sheet.iter_rows() for cell in row)


def by_openpyxl(path, read_only):
    """[(sheet, {(row, column): (kind, value, number format)})…] in the order of tabs."""
    signal.alarm(OPENPYXL_SECONDS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True, read_only=read_only)
        sheets = []
        for sheet in book.worksheets:
            cells = {}
            for cell in cells_of(sheet, read_only):
                if isinstance(cell, MergedCell):
                    cells[cell.row, cell.column] = ("merged", None, 0)
                    continue
                value = cell.value
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    found = ("error" if cell.data_type == "e" else "text", value)
                else:
                    found = expected(value)
                style = cell.style_array if read_only else cell._style  # pylint: disable=protected-access
                cells[cell.row, cell.column] = (*found, style.numFmtId)
            sheets.append((sheet.title, cells))
        book.close()
    signal.alarm(0)
    return sheets


def too_slow(*_):
    raise TimeoutError("openpyxl takes too long")


def by_reader(dump, path):
    """The same from the reader, and the problems it names."""
    run = subprocess.run([dump, path], capture_output=True, timeout=SECONDS, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"dump_workbook ended with {run.returncode}: {run.stderr[-300:]}")
    sheets, problems = [], []
    for line in run.stdout.decode("utf-8").split("\n"):
        if not line:
            continue
        entry = json.loads(line)
        if "problem" in entry:
            problems.append((entry["problem"], entry["message"]))
        elif "row" in entry:
            sheets[-1][1][entry["row"], entry["column"]] = (entry["kind"], entry["text"])
        else:
            sheets.append((entry["sheet"], {}))
    return sheets, problems


def is_no_date(text):
    return float(text) < 0 or math.floor(float(text)) in (0, 60)


def difference(ours, theirs):
    """A short reason, or None when the two cells agree."""
    if theirs is not None and theirs[0] == "merged":
        return None if ours is None else "merged"
    if theirs is None or ours is None:
        return "only in openpyxl" if ours is None else "only here"
    (kind, text), (their_kind, value, number_format) = ours, theirs
    if kind == their_kind == "number":
        if isinstance(value, int):
            same = "." not in text and int(text) == value
        else:
            same = float(text) == value
        return None if same and "e" not in text.lower() else "number"
    if kind == their_kind == "text":
        if text == value:
            return None
        if text == value.replace("\r\n", "\n").replace("\r", "\n"):
            return "line ends"
        if text == decoded(value) or ESCAPE.search(text) or ESCAPE.search(value):
            return "escape"
        return "text"
    if kind == "number" and their_kind == "date" and is_no_date(text):
        return "no date"
    if kind == "number" and their_kind == "error" and value == "#VALUE!":
        return "out of range"
    if kind == "date" and their_kind == "number" and number_format in EASTERN:
        return "eastern"
    if kind == their_kind == "date" and text.startswith("1904-01-01") and len(value) == 8:
        return "1904"
    if kind == their_kind:
        return None if text == value else kind
    return f"{their_kind} in openpyxl, {kind} here"


def is_strict(path):
    with zipfile.ZipFile(path) as archive:
        return b"http://purl.oclc.org/ooxml/" in archive.read("xl/workbook.xml")


def sheet_difference(path, ours, theirs):
    """Why the lists of sheets differ."""
    if not theirs and is_strict(path):
        return "strict"
    rest = iter(theirs)
    return "tabs" if all(name in rest for name in ours) else "sheets"


def differences(path, ours, theirs):
    """Counter of reasons and the first cells."""
    reasons, first = collections.Counter(), []
    mine, other = [name for name, _ in ours], [name for name, _ in theirs]
    if mine != other:
        reasons[sheet_difference(path, mine, other)] += 1
        first.append(f"sheets {mine} / {other}")
        theirs = [sheet for sheet in theirs if sheet[0] in mine]
    for (name, mine), (_, other) in zip(ours, theirs):
        for place in sorted(mine.keys() | other.keys()):
            reason = difference(mine.get(place), other.get(place))
            if reason:
                reasons[reason] += 1
                if len(first) < 5:
                    first.append(f"{name} {place}: {reason}: {mine.get(place)!r} / {other.get(place)!r}")
    return reasons, first


def compare(job):
    """(cells, reason or None, details)"""
    dump, path = job
    try:
        ours, problems = by_reader(dump, path)
    except (RuntimeError, subprocess.TimeoutExpired, ValueError) as error:
        return 0, "the reader fails", [str(error)[:300]]
    cells = sum(len(sheet) for _, sheet in ours)
    refusals = [problem for problem in problems if problem[0] != "formula"]
    best = None  # (how grave, reason, details) of the kinder one of openpyxl's two modes
    for read_only in (False, True):
        try:
            theirs = by_openpyxl(path, read_only)
        except Exception as error:  # pylint: disable=broad-except
            signal.alarm(0)
            if refusals:
                return cells, None, []
            found = (1, "openpyxl fails", [f"{type(error).__name__}: {error}"[:200]])
        else:
            if not theirs and refusals and refusals[0][0] == "no-sheets":
                return cells, None, []
            if refusals:
                return cells, f"refused: {refusals[0][0]}", [text for _, text in refusals[:3]]
            reasons, first = differences(path, ours, theirs)
            if not reasons:
                return cells, None, []
            grave = [reason for reason in reasons if reason not in GAPS]
            found = (2 if grave else 0, (grave or list(reasons))[0], first)
        if best is None or found[0] < best[0]:
            best = found
    return cells, best[1], best[2]


def allowances(path):
    lines = Path(path).read_text(encoding="utf-8").splitlines() if path else []
    return [line.split("\t", 1) for line in lines if line and not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--dump", required=True, help="the program dump_workbook")
    parser.add_argument("--allow", help="known differences")
    parser.add_argument("--list", action="store_true", help="name every workbook that differs")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    allowed = allowances(options.allow)
    paths = sorted(str(path) for folder in options.folders for path in folder.rglob("*")
                   if path.suffix.lower() in (".xlsx", ".xlsm") and path.is_file())
    reasons, total, bad = collections.Counter(), 0, 0
    print(f"{len(paths)} workbooks…", flush=True)
    signal.signal(signal.SIGALRM, too_slow)
    with multiprocessing.Pool(options.jobs) as pool:
        results = pool.imap(compare, [(options.dump, path) for path in paths])
        for path, (cells, reason, details) in zip(paths, results):
            total += cells
            if reason is None:
                continue
            known = next((why for ending, why in allowed if path.endswith(ending)), None)
            title = f"allowed: {known}" if known else GAPS.get(reason, f"! {reason}")
            bad += title.startswith("!")
            reasons[title] += 1
            if options.list:
                print(f"{path}\t{title}")
                for detail in details:
                    print(f"    {detail}", flush=True)
    differing = sum(reasons.values())
    print(f"{len(paths) - differing} of {len(paths)} workbooks agree ({total:,} cells)")
    for title, count in reasons.most_common():
        print(f"{count:6}  {title}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
