"""report.md of the restricted reports: the tables of indicators."""

import re

import shown


def unescape(text):
    return re.sub(r"\\([\\`*_{}\[\]<>()#+\-.!|~&=])", r"\1", text)


def tables(text):
    """[(headers, [cells])] of a Markdown text."""
    result, lines = [], text.splitlines()
    for index, line in enumerate(lines):
        if index and re.fullmatch(r"\|( :?-{3,}:? \|)+", line):
            body = []
            for row in lines[index + 1:]:
                if not row.startswith("|"):
                    break
                body.append(split(row))
            result.append((split(lines[index - 1]), body))
    return result


def split(row):
    return [unescape(cell.strip(" ")) for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def reads(tally, place, cell, figure, where):
    """An empty cell («—») says the same as «нет данных»."""
    expected = shown.shown(figure)
    if cell == "—":
        cell = shown.NO_DATA
    tally.equal(place, cell, expected, where)


def check_report(tally, place, path, key_of, years, figures, titles):
    """key_of(indicator, year) → key of the figure of the place the report is about."""
    where = "/".join(path.parts[-2:])
    by_title = {title.title: indicator for indicator, title in titles.items()}
    seen = []
    for heads, rows in tables(path.read_text(encoding="utf-8")):
        if heads[:4] != ["Показатель", "Значение", "Цель", "Выполнение"]:
            continue
        for row in rows:
            indicator = by_title.get(row[0])
            if not tally.check(place, indicator, f"{where}: no indicator is called {row[0]!r}"):
                continue
            seen.append(indicator)
            now, before = (figures[key_of(indicator, year)] for year in (years[-1], years[-2]))
            reads(tally, place, row[1], now, f"{where}, {indicator}")
            tally.equal(place, row[2], shown.target(now) or "—", f"{where}, {indicator}, target")
            reads(tally, place, row[heads.index(years[-2])], before, f"{where}, {indicator}, year before")
    tally.equal(place, sorted(seen), sorted(titles), f"{where}: indicators")
    for heads, rows in tables(path.read_text(encoding="utf-8")):
        if heads[:3] != ["Показатель", "Сейчас", "Цель"]:
            continue
        missed = {by_title.get(row[0]) for row in rows}
        expected = {i for i in titles if figures[key_of(i, years[-1])].status == "not_met"}
        tally.equal(place, missed, expected, f"{where}: indicators below the target")
