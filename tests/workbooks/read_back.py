#!/usr/bin/python3
"""Reads every number of the workbooks and of the reports' indicator tables back and compares it with indicators.csv (values,
numerators, denominators, targets, statuses, changes, places, medians), with the registry (lists and
counts), or with a sum of its own.

usage: read_back.py --registry FILE --site FOLDER --project PROJECT --region CODE --as-of DATE [--self-test]
Prints per kind of workbook how many numbers were compared with what; a number that nothing explains is a
failure. Closes with "N passed, M failed". With --self-test numbers are altered in memory: each must be seen.
"""

import argparse
import csv
import dataclasses
import re
import sqlite3
import sys
import warnings
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

from claims import Claims, cell_value
from exact_figures import Figures
from registry_counts import RegistryCounts
from sheet_tables import read_sheets

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "independent"))
import html_tables  # noqa: E402
import report_texts  # noqa: E402
import shown  # noqa: E402

warnings.filterwarnings("ignore", category=UserWarning)
STATUS = {"met": "✔ выполнено", "not_met": "✘ не выполнено", "info": "— без цели", "no_data": "нет данных"}


def same(found, expected):
    return abs(float(found) - float(expected)) <= 1e-7 * max(1.0, abs(float(expected)))


class Place:
    """Whose workbook it is."""

    def __init__(self, figures, folder):
        self.municipality = None if folder == "_region" else folder
        self.key = ("region", figures.region) if folder == "_region" else ("municipality", folder)


def card_captions(cells, row):
    """{column: words under the large numbers of a row}."""
    return {column: text for column, text in cells.rows.get(row + 1, {}).items() if isinstance(text, str)}


def column_sums(cells):
    """{(row, column): the sum of the numbers of the same table above} for rows of totals."""
    sums = {}
    totals = [row for row, values in cells.rows.items()
              if re.match("(всего|итого)\\b|(регион|по региону)$", next((v.lower() for v in values.values() if isinstance(v, str)), ""))]
    numbers = defaultdict(dict)
    for entry in cells.entries:
        if not entry.is_date:
            numbers[entry.column][entry.row] = entry.value
    for total in totals:
        for column, values in numbers.items():
            if total not in values or not isinstance(values[total], int):
                continue
            tops = [row for row in cells.headers if row < total]
            above = [value for row, value in values.items() if (max(tops) if tops else 0) < row < total and row not in totals]
            below = []
            if not above:  # a total that opens its table
                nexts = [row for row in cells.headers if row > total]
                below = [value for row, value in values.items() if total < row < (min(nexts) if nexts else 10**9) and row not in totals]
            if above or below:
                sums[total, column] = sum(above or below)
    return sums


def kind_of(entry, cells, book, place, claims, sums):
    """(kind, expected or None): what the number is compared with; kind None: nothing explains it."""
    if entry.is_date:
        return "date", None
    last = entry.headers[-1] if entry.headers else ""
    if last in ("№", "№ п/п", "№п/п") or entry.above & {"№ п/п", "№п/п"}:
        return "row number", entry.value if entry.value == int(entry.value) and 0 < entry.value <= 10**5 else -1
    scope = "territory" if "ерритори" in cells.name else "municipality"
    if entry.headers and book in ("kpi.xlsx", "summary.xlsx"):
        header_indicator = next((claims.figures.by_title[t] for t in reversed(entry.headers) if t in claims.figures.by_title), None)
        row_place = claims.place_of(entry, scope) if place.municipality is None else None
        if header_indicator and row_place:
            figure = claims.figures.of(header_indicator, claims.year, row_place)
            return "indicator", cell_value(figure.value, figure.unit)
        if header_indicator and any("едиан" in text for text in entry.row_texts):
            return "indicator", cell_value(claims.figures.median(header_indicator, claims.year),
                                           claims.figures.unit(header_indicator, claims.year))
        if header_indicator and any(text.startswith("Цель") for text in entry.row_texts):
            row = claims.figures.of(header_indicator, claims.year, ("municipality", claims.figures.municipalities[0]))
            return "indicator", cell_value(row.target, row.unit)
        indicator = claims.indicator_of(entry.row_texts)
        if indicator:
            expected = claims.of_indicator(entry, indicator, place.key)
            if expected is not None:
                return "indicator", expected
        if row_place and row_place[0] == "municipality":
            expected = claims.of_ranking(entry, row_place[1])
            if expected is not None and ("Рейтинг" in cells.name or last != "Нет данных"):
                return "ranking", expected
    captions = card_captions(cells, entry.row)
    if not entry.headers and entry.column in captions:
        expected = claims.of_card(captions[entry.column], place.key)
        if expected is not None:
            return "card", expected
    expected = claims.counts.of_entry(entry, cells, book, place)
    if expected == []:
        return "hidden in open data", None
    if expected is not None:
        return "registry", expected
    if (entry.row, entry.column) in sums and not last.startswith(("Доля", "Место", "Рекоменд")):
        return "sum", sums[entry.row, entry.column]
    if entry.formula:
        return "formula", None  # recalculated.py compares its result
    return claims.counts.listed(entry, cells, book, place), None


def compare_book(file, place, claims, tally, failures):
    book = file.name
    for cells in read_sheets(file):
        sums = column_sums(cells)
        for entry in cells.entries:
            kind, expected = kind_of(entry, cells, book, place, claims, sums)
            where = f"{file.parent.name}/{book}, «{cells.name}», {entry.place} ({' / '.join(entry.headers) or 'no title'})"
            if kind is None:
                failures.append(f"{where}: nothing explains {entry.value}")
                tally[book, "unexplained"] += 1
                continue
            wanted = expected if isinstance(expected, list) else [expected]
            if expected is not None and not any(one is not None and same(entry.value, one) for one in wanted):
                shown_one = [float(one) for one in wanted if one is not None]
                failures.append(f"{where}: {entry.value} instead of {shown_one[:3]}")
                tally[book, "differs"] += 1
            else:
                tally[book, kind] += 1
        statuses(cells, place, claims, book, tally, failures, file)


def statuses(cells, place, claims, book, tally, failures, file):
    """The words beside a value: «✔ выполнено» and so on."""
    if book not in ("kpi.xlsx", "summary.xlsx"):
        return
    for row, values in cells.rows.items():
        tops = [top for top in cells.headers if top < row]
        if not tops:
            continue
        titles = cells.headers[max(tops)]
        indicator = claims.indicator_of([v for v in values.values() if isinstance(v, str)])
        for column, value in values.items():
            if indicator and titles.get(column, ("",))[-1] == "Выполнение" and isinstance(value, str):
                figure = claims.figures.of(indicator, claims.year, place.key)
                if value != STATUS[figure.status]:
                    failures.append(f"{file.parent.name}/{book}, «{cells.name}», row {row}: {value!r}, {figure.status}")
                tally[book, "status"] += 1


def compare_report(file, place, claims, tally, failures):
    """Tables of report.md or report.html whose rows are indicators, as they read."""
    name = file.name
    figures = claims.figures
    text = file.read_text(encoding="utf-8")
    tables = report_texts.tables(text) if file.suffix == ".md" else [
        (heads, [row.cells for row in rows]) for heads, rows in html_tables.tables(name, text)]
    for heads, rows in tables:
        for row in rows:
            indicator = figures.by_title.get(row[0])
            if not indicator or heads[:1] != ["Показатель"]:
                continue
            figure = figures.of(indicator, claims.year, place.key)
            earlier = figures.of(indicator, claims.before, place.key)
            for head, cell in zip(heads, row):
                expected = expected_text(head, indicator, figure, earlier, place, claims)
                if expected is None:
                    continue
                cell = re.sub(r"\s", " ", cell)
                if cell not in [re.sub(r"\s", " ", one) for one in expected]:
                    failures.append(f"{file.parent.name}/{name}, {row[0][:40]}, {head}: {cell!r} instead of {expected}")
                    tally[name, "differs"] += 1
                else:
                    tally[name, "indicator"] += 1


def expected_text(head, indicator, figure, earlier, place, claims):
    figures = claims.figures
    nothing = ["—", shown.NO_DATA]
    if head in ("Значение", "Сейчас"):
        return [words(exact(figure), figure.unit)] if figure.value is not None else nothing
    if head == claims.before:
        return [words(exact(earlier), earlier.unit)] if earlier and earlier.value is not None else nothing
    if head == "Выполнение":
        return [STATUS[figure.status]]
    if head == "Изменение":
        if figures.definitions[indicator].get("accumulates"):
            return None  # «год идёт» until the year's end
        if not earlier or None in (figure.value, earlier.value) or figure.unit != earlier.unit:
            return nothing
        delta = figure.value - earlier.value
        if figure.unit == "presence":
            return ["без изменений" if not delta else "появилось" if delta > 0 else "утрачено"]
        text = shown.number(delta)
        return ["без изменений", f"{'+' if delta > 0 else ''}{text}{' п. п.' if figure.unit == 'percent' else ''}"]
    if head == "Место":
        if place.municipality is None:
            return None
        own = figures.place(indicator, claims.year, place.municipality)
        count = len(figures.values(indicator, claims.year))
        present = sum(value > 0 for value in figures.values(indicator, claims.year).values())
        return [f"{own} из {count}"] if own else [*nothing, f"есть у {present} из {count}"]
    if head == "Медиана":
        unit = figures.unit(indicator, claims.year)
        value = figures.median(indicator, claims.year)
        return [words(value, unit), "—"] if value is not None and unit != "presence" else None
    if head in ("Не достигли", "Достигли"):
        return [str(figures.count(indicator, claims.year, "met" if head == "Достигли" else "not_met"))]
    if head == "Муниципалитетов достигли":
        met, missed = (figures.count(indicator, claims.year, status) for status in ("met", "not_met"))
        return [f"{met} из {met + missed}", "—"]
    if head == "Посчитано":
        if figure.denominator is None:
            return None
        return [f"{shown.exact(figure.numerator)} из {shown.exact(figure.denominator)}", "—"]
    return None


def exact(figure):
    """As a reader of texts sees it: rounded once, from numerator and denominator."""
    if figure.unit in ("percent", "ratio") and figure.denominator:
        return figure.numerator / figure.denominator * (100 if figure.unit == "percent" else 1)
    return figure.value


def words(value, unit):
    if unit == "presence":
        return "есть" if value else "нет"
    return shown.number(value) + ("\u00a0%" if unit == "percent" else "")


def open_data(file):
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def compare(options, figures, folders=None):
    counts = RegistryCounts(sqlite3.connect(f"file:{options.registry}?mode=ro", uri=True), figures, options.as_of,
                            options.project, options.region, open_data(options.site / "public/data/distributions.csv"))
    claims, tally, failures = Claims(figures, counts, options.as_of), Counter(), []
    for folder in sorted(path for path in (options.site / "reports").iterdir() if path.is_dir()):
        if folder.name == "_packs" or (folders and folder.name not in folders):
            continue
        place = Place(figures, folder.name)
        for book in sorted(folder.glob("*.xlsx")):
            compare_book(book, place, claims, tally, failures)
        for report in ("report.md", "report.html"):
            if (folder / report).exists():
                compare_report(folder / report, place, claims, tally, failures)
    return tally, failures


def self_test(options, figures):
    """Altered figures must be seen in every kind of file that shows them."""
    year = figures.years[-1]
    code = figures.municipalities[0]
    folders = {"_region", code}
    clean = set(compare(options, figures, folders)[1])
    problems, tried = [], 0

    def spoil(what, key, books, **changes):
        nonlocal tried
        tried += 1
        other = Figures(options.csv, options.project, options.region)
        other.by_key[key] = dataclasses.replace(figures.by_key[key], **changes)
        fresh = set(compare(options, other, folders)[1]) - clean
        for book in books:
            if not any(f"/{book}" in text for text in fresh):
                problems.append(f"{what} of {key} is not seen in {book}")

    for unit in ("percent", "ratio", "count"):
        key = next((k for k, f in figures.by_key.items() if k[1:] == (year, "municipality", code) and f.unit == unit
                    and f.value is not None), None)
        if key:
            figure = figures.by_key[key]
            spoil("the value", key, ("kpi.xlsx", "summary.xlsx", "report.md", "report.html"), value=figure.value + 7)
            spoil("the numerator", key, ("kpi.xlsx",), numerator=figure.numerator + 3)
            spoil("the value three years ago", (key[0], figures.years[0], *key[2:]), ("kpi.xlsx",), value=Fraction(12345, 100))
    key = next((k for k, f in figures.by_key.items() if k[1:3] == (year, "region") and f.value is not None), None)
    spoil("the region's value", key, ("summary.xlsx", "report.md"), value=figures.by_key[key].value + 7)
    key = next((k for k, f in figures.by_key.items() if k[1:] == (year, "municipality", code) and f.status == "met"), None)
    if key:
        spoil("the status", key, ("kpi.xlsx", "summary.xlsx", "report.md"), status="not_met")
        spoil("the target", key, ("kpi.xlsx",), target=figures.by_key[key].target + 5)
    print(*problems, sep="\n")
    print(f"altered numbers: {tried - len(problems)} passed, {len(problems)} failed")
    return tried and not problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("registry", "site", "project"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--region", required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    options.csv = options.site / "reports" / "_region" / "indicators.csv"
    figures = Figures(options.csv, options.project, options.region)
    if options.self_test:
        return 0 if self_test(options, figures) else 1
    tally, failures = compare(options, figures)
    for book in sorted({book for book, _ in tally}):
        parts = {kind: count for (name, kind), count in sorted(tally.items()) if name == book}
        print(f"{book}: {sum(parts.values())} numbers;", ", ".join(f"{kind} {count}" for kind, count in parts.items()))
    for text in failures[:20]:
        print("   ", text)
    if len(failures) > 20:
        print(f"    … and {len(failures) - 20} more")
    passed = sum(tally.values()) - len(failures)
    print(f"read back: {passed} passed, {len(failures)} failed")
    return 1 if failures or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
