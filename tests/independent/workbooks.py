"""Workbooks of the restricted reports: every number against the computed one."""

import functools
import warnings
from fractions import Fraction

import openpyxl

from figures import fixed

NO_DATA = "нет данных"
warnings.filterwarnings("ignore", module="openpyxl")  # about extensions it would drop when saving


@functools.lru_cache(maxsize=None)
def read(path):
    """{sheet: rows of values} in the order of the sheets; merged cells hold their value in the first one."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def first_sheet(path):
    return next(iter(read(path).values()))


def find_header(rows, *titles):
    """(row, {title: column}) of the first row that holds all the titles."""
    for index, row in enumerate(rows):
        columns = {value: column for column, value in reversed(list(enumerate(row))) if isinstance(value, str)}
        if all(title in columns for title in titles):
            return index, columns
    raise AssertionError(f"no header row with {titles}")


def cell_of(figure):
    """What stands in a value cell: percents are hundredths with a percent format."""
    if figure.value is None:
        return NO_DATA
    value = Fraction(fixed(figure.value, 2))
    return float(value / 100 if figure.unit == "percent" else value)


def same(found, expected):
    if isinstance(expected, float) and isinstance(found, (int, float)):
        return abs(found - expected) < 1e-9
    return found == expected


def check_value(tally, place, found, figure, where, no_data=NO_DATA):
    expected = cell_of(figure)
    expected = no_data if expected == NO_DATA else expected
    tally.check(place, same(found, expected), lambda: f"{where}: {found!r} instead of {expected!r}")


def check_number(tally, place, found, expected, where):
    expected = None if expected is None else float(expected)
    tally.check(place, same(found, expected), lambda: f"{where}: {found!r} instead of {expected!r}")


def hundredths(figure):
    return int(Fraction(fixed(figure.value, 2)) * 100)


def standing(figures, indicator, year, code):
    """(place, out of, median in hundredths) of a municipality for an indicator; None where there is nothing."""
    values = {f.code: hundredths(f) for f in figures.values()
              if (f.indicator, f.school_year, f.scope) == (indicator, year, "municipality") and f.value is not None}
    if not values:
        return None, 0, None
    ordered = sorted(values.values())
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    median = (low + high + (low + high > 0)) // 2 if low != high else low
    if code not in values:
        return None, len(values), median
    at_most = figures[indicator, year, "municipality", code].at_most
    better = [v for v in ordered if (v < values[code] if at_most else v > values[code])]
    return len(better) + 1, len(values), median


def scores(figures, year):
    """{municipality: (met, not met, no data, place)} over the indicators with a target."""
    counts = {}
    for f in figures.values():
        if f.scope == "municipality" and f.school_year == year:
            line = counts.setdefault(f.code, {"met": 0, "not_met": 0, "no_data": 0})
            if f.target is not None:
                line[f.status] += 1
    shares = {code: Fraction(c["met"], c["met"] + c["not_met"]) if c["met"] + c["not_met"] else Fraction(-1)
              for code, c in counts.items()}
    return {code: (c["met"], c["not_met"], c["no_data"], 1 + sum(other > shares[code] for other in shares.values()))
            for code, c in counts.items()}


def tile(rows, caption):
    """The number above a caption on a cover."""
    for above, row in zip(rows, rows[1:]):
        if caption in row:
            return above[row.index(caption)]
    raise AssertionError(f"no tile «{caption}»")


def check_standing(tally, place, row, columns, figures, indicator, year, code, where):
    rank, out_of, median = standing(figures, indicator, year, code)
    unit = figures[indicator, year, "municipality", code].unit
    if unit == "presence":
        rank = median = None
    for title, expected in (("Место", rank), ("Из", out_of if rank else None)):
        tally.check(place, same(row[columns[title]], expected if expected else "—"),
                    lambda: f"{where}, {title}: {row[columns[title]]!r} instead of {expected!r}")
    if median is not None:
        check_number(tally, place, row[columns["Медиана"]], Fraction(median, 10000 if unit == "percent" else 100),
                     f"{where}, median")


def check_kpi(tally, path, code, figures, years, titles):
    """The cover, the summary sheet and every group sheet of a municipality's kpi.xlsx."""
    place = "reports/<municipality>/kpi.xlsx"
    book = read(path)

    def figure(indicator, year):
        return figures[indicator, year, "municipality", code]

    rows = book["Сводка"]
    top, columns = find_header(rows, "Показатель", "Значение", "Цель", "Прошлый год")
    by_title = {row[columns["Показатель"]]: row for row in rows[top + 1:] if row[columns["Показатель"]]}
    for indicator, title in titles.items():
        where = f"{code}/kpi.xlsx, Сводка, {indicator}"
        row = by_title.get(title.title)
        if not tally.check(place, row is not None, f"{where}: no row"):
            continue
        now = figure(indicator, years[-1])
        check_value(tally, place, row[columns["Значение"]], now, where)
        check_value(tally, place, row[columns["Прошлый год"]], figure(indicator, years[-2]), where)
        target = now.target
        if target is not None and now.unit == "percent":
            target = target / 100
        check_number(tally, place, row[columns["Цель"]], target, f"{where}, target")
        check_standing(tally, place, row, columns, figures, indicator, years[-1], code, where)

    met, not_met, _, rank = scores(figures, years[-1])[code]
    if met + not_met:
        for caption, expected in (("целей достигнуто", met), ("доля достигнутых целей", Fraction(met, met + not_met)),
                                  ("место среди муниципалитетов", rank)):
            check_number(tally, place, tile(book["Обложка"], caption), expected, f"{code}/kpi.xlsx, Обложка, {caption}")

    for group in dict.fromkeys(title.group for title in titles.values()):
        rows = book[group]
        top, heads = find_header(rows, "Показатель", "Значение по учебным годам", "Числитель", "Знаменатель")
        starts = [heads[title] for title in ("Значение по учебным годам", "Числитель", "Знаменатель")]
        for start in starts:
            tally.equal(place, rows[top + 1][start:start + len(years)], list(years), f"{code}/kpi.xlsx, {group}: years")
        by_title = {row[heads["Показатель"]]: row for row in rows[top + 2:] if row[heads["Показатель"]]}
        for indicator, title in titles.items():
            if title.group != group:
                continue
            where = f"{code}/kpi.xlsx, {group}, {indicator}"
            row = by_title.get(title.short_title)
            if not tally.check(place, row is not None, f"{where}: no row"):
                continue
            for offset, year in enumerate(years):
                one = figure(indicator, year)
                check_value(tally, place, row[starts[0] + offset], one, f"{where}, {year}")
                check_number(tally, place, row[starts[1] + offset], one.numerator, f"{where}, {year}, numerator")
                check_number(tally, place, row[starts[2] + offset], one.denominator, f"{where}, {year}, denominator")


def check_matrix(tally, book, sheet, scope, figures, year, titles, names, region):
    """All places of one scope against all indicators, and the region's own row."""
    place = "reports/_region/summary.xlsx"
    rows = book[sheet]
    first, last = next(iter(titles.values())).short_title, list(titles.values())[-1].short_title
    top, columns = find_header(rows, first, last)
    by_name = {row[0]: row for row in rows[top + 1:] if row[0]}
    for code, name in names.items():
        row = by_name.get(name)
        if not tally.check(place, row is not None, f"summary.xlsx, {sheet}: no row for {name}"):
            continue
        for indicator, title in titles.items():
            check_value(tally, place, row[columns[title.short_title]], figures[indicator, year, scope, code],
                        f"summary.xlsx, {sheet}, {code}, {indicator}", no_data="—")
    for indicator, title in titles.items():
        check_value(tally, place, by_name["Регион"][columns[title.short_title]],
                    figures[indicator, year, "region", region], f"summary.xlsx, {sheet}, region, {indicator}")


def check_ranking(tally, place, rows, figures, years, codes):
    """Every municipality with its targets met, its place and the place a year ago."""
    top, columns = find_header(rows, "Муниципалитет", "Место", "Достигнуто целей", "Место год назад")
    now, before = scores(figures, years[-1]), scores(figures, years[-2])
    found = {codes[row[0]]: row for row in rows[top + 1:] if row[0] in codes}
    tally.equal(place, sorted(found), sorted(now), "summary.xlsx, Рейтинг: municipalities")
    for code, row in found.items():
        where = f"summary.xlsx, Рейтинг, {code}"
        met, not_met, no_data, rank = now[code]
        expected = {"Место": rank, "Достигнуто целей": met, "Не достигнуто": not_met, "Нет данных": no_data}
        if met + not_met:
            expected["Доля достигнутых"] = Fraction(met, met + not_met)
            if sum(before[code][:2]):
                expected |= {"Место год назад": before[code][3], "Сдвиг места": before[code][3] - rank}
        for title, number in expected.items():
            check_number(tally, place, row[columns[title]], number, f"{where}, {title}")


def check_summary(tally, path, figures, years, titles, places):
    place = "reports/_region/summary.xlsx"
    book = read(path)
    region = places.region[0]
    check_matrix(tally, book, "Показатели", "municipality", figures, years[-1], titles,
                 {code: name for code, (name, _) in places.municipalities.items()}, region)
    if places.territories:
        check_matrix(tally, book, "Территории", "territory", figures, years[-1], titles, places.territories, region)
    check_ranking(tally, place, book["Рейтинг"], figures, years,
                  {name: code for code, (name, _) in places.municipalities.items()})
    reached = [f.status for f in figures.values() if (f.school_year, f.scope) == (years[-1], "region")]
    check_number(tally, place, tile(book["Обложка"], "целей региона достигнуто"), reached.count("met"),
                 "summary.xlsx, Обложка")
    rows = book["Динамика"]
    top, columns = find_header(rows, "Показатель", *years)
    by_title = {row[columns["Показатель"]]: row for row in rows[top + 1:]}
    for indicator, title in titles.items():
        for year in years:
            check_value(tally, place, by_title[title.title][columns[year]], figures[indicator, year, "region", region],
                        f"summary.xlsx, Динамика, {indicator}, {year}")


def recommended(row):
    """«3» as a number, «3–4» as text."""
    if row.recommended_min == row.recommended_max:
        return float(row.recommended_min)
    return f"{row.recommended_min}–{row.recommended_max}"


def check_form1(tally, path, code, rows, subjects):
    """form-1.xlsx: a row per subject in their order, the total last."""
    place = "reports/<municipality>/form-1.xlsx"
    where = f"{code}/form-1.xlsx"
    table = first_sheet(path)
    top, columns = find_header(table, "учебного предмета", "рекомендуемое", "фактическое")
    _, above = find_header(table, "Количество педагогических работников")
    subject, wanted, actual = (columns[t] for t in ("учебного предмета", "рекомендуемое", "фактическое"))
    teachers = above["Количество педагогических работников"]
    body = table[top + 1:top + 1 + len(rows)]
    for found, exact in zip(body, rows, strict=True):
        title = subjects[exact.subject]["name"] if exact.subject else "ВСЕГО"
        tally.equal(place, found[subject] if exact.subject else found[0], title, where)
        check_number(tally, place, found[teachers], exact.teachers, f"{where}, {title}, teachers")
        tally.check(place, same(found[wanted], recommended(exact)),
                    lambda: f"{where}, {title}: {found[wanted]!r} instead of {recommended(exact)!r}")
        check_number(tally, place, found[actual], exact.actual, f"{where}, {title}, actual")


def check_form2(tally, path, code, assignments, organizations):
    """form-2.xlsx: every assignment of the municipality's methodists with its number of teachers."""
    place = "reports/<municipality>/form-2.xlsx"
    table = first_sheet(path)
    top, columns = find_header(table, "образовательная организация", "количество педагогов")
    organization, teachers = columns["образовательная организация"], columns["количество педагогов"]
    found = sorted((row[organization], row[teachers]) for row in table[top + 1:]
                   if row[organization] and isinstance(row[teachers], (int, float)))
    expected = sorted((organizations[a["organization"]]["name"], int(a["teachers_count"])) for a in assignments)
    tally.equal(place, len(found), len(expected), f"{code}/form-2.xlsx: rows")
    for one, other in zip(found, expected):
        tally.equal(place, one, other, f"{code}/form-2.xlsx")
