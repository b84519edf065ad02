"""Pages of the public site: the shown values in the right rows."""

import shown
from html_tables import parse, resolved, tables


def short_year(year):
    """2024/2025 → 2024/25."""
    return year[:5] + year[7:]


class PageCheck:
    def __init__(self, tally, public, figures, hidden, years, titles, places):
        self.tally, self.public, self.figures, self.hidden = tally, public, figures, hidden
        self.years, self.titles, self.places = years, titles, places

    def read(self, path):
        return (self.public / path).read_text(encoding="utf-8")

    def figure(self, indicator, year, scope, code):
        """(figure, whether it is suppressed)."""
        key = (indicator, year, scope, code)
        return self.figures[key], key in self.hidden

    def expected(self, *key):
        figure, hidden = self.figure(*key)
        return shown.HIDDEN if hidden else shown.shown(figure)

    def status(self, *key):
        figure, hidden = self.figure(*key)
        return "suppressed" if hidden else figure.status

    def part(self, which, *key):
        figure, hidden = self.figure(*key)
        value = getattr(figure, which)
        return shown.HIDDEN if hidden else "—" if value is None else shown.exact(value)

    def counted(self, *key):
        figure, hidden = self.figure(*key)
        if hidden:
            return ""
        parts = [figure.numerator] if figure.denominator is None else [figure.numerator, figure.denominator]
        word = "на" if figure.unit == "ratio" else "из"
        return f"{shown.NO_BREAK}{word}{shown.NO_BREAK}".join(map(shown.exact, parts))

    def target(self, figure):
        """More than everything is impossible: the page says «100 %», not «≥ 100 %»."""
        if figure.unit == "percent" and figure.target == 100 and not figure.at_most:
            return f"100{shown.NO_BREAK}%"
        return shown.target(figure) or "—"

    # --- indicators/<id>.html --------------------------------------------------------------------------

    def indicator_page(self, indicator):
        place = "public/indicators/<id>.html"
        path = f"indicators/{indicator}.html"
        html = self.read(path)
        region = ("region", self.places.region[0])
        history = tables(path, html, "slim")
        self.tally.equal(place, len(history), 1, f"{path}: tables of years")
        for heads, rows in history:
            found = {row.cells[0]: row for row in rows}
            self.tally.equal(place, sorted(found), sorted(self.years), f"{path}: years")
            for year in found.keys() & set(self.years):
                self.tally.equal(place, found[year].cell(heads, "Значение"), self.expected(indicator, year, *region),
                                 f"{path}, {year}")
                self.tally.equal(place, found[year].cell(heads, "Посчитано"),
                                 self.counted(indicator, year, *region), f"{path}, {year}, counted")
        now = parse(html).all("p", "now-value")
        self.tally.equal(place, [e.text() for e in now], [self.expected(indicator, self.years[-1], *region)],
                         f"{path}: the region's value")

        # What is there or not has no places: the names then stand in the first column.
        rankings = {name: (heads, rows) for heads, rows in tables(path, html, "ranking")
                    for name in heads[:2] if name in ("Муниципалитет", "Территория")}
        self.ranking(place, path, indicator, "municipality", *rankings["Муниципалитет"],
                     {f"municipalities/{code}/indicators.html": code for code in self.places.municipalities})
        if self.places.territories:
            self.ranking(place, path, indicator, "territory", *rankings["Территория"],
                         {name: code for code, name in self.places.territories.items()})

    def ranking(self, place, path, indicator, scope, heads, rows, codes):
        """codes: what names a row (a link or a name) → code."""
        seen = []
        for row in rows:
            names = [name for name in (*row.links, *row.cells[:2]) if name in codes]
            if not self.tally.check(place, names, f"{path}: {row.cells} names no {scope}"):
                continue
            code = codes[names[0]]
            seen.append(code)
            year = self.years[-1]
            where = f"{path}, {code}"
            key = (indicator, year, scope, code)
            self.tally.equal(place, row.cell(heads, short_year(year)), self.expected(*key), where)
            self.tally.equal(place, row.statuses, [self.status(*key)], f"{where}: status")
            self.tally.equal(place, row.cell(heads, "Числитель"), self.part("numerator", *key), f"{where}: numerator")
            self.tally.equal(place, row.cell(heads, "Знаменатель"), self.part("denominator", *key),
                             f"{where}: denominator")
            for before in self.years[:-1]:
                self.tally.equal(place, row.cell(heads, short_year(before)),
                                 self.expected(indicator, before, scope, code), f"{where}, {before}")
        self.tally.equal(place, sorted(seen), sorted(codes.values()), f"{path}: rows of each {scope}")

    # --- municipalities/<code>/indicators.html ------------------------------------------------------------

    def municipality_page(self, code):
        place = "public/municipalities/<code>/indicators.html"
        path = f"municipalities/{code}/indicators.html"
        pages = {f"indicators/{indicator}.html": indicator for indicator in self.titles}
        seen = []
        for heads, rows in tables(path, self.read(path), "history"):
            for row in rows:
                names = [pages[link] for link in row.links if link in pages]
                if not self.tally.check(place, names, f"{path}: {row.cells} names no indicator"):
                    continue
                indicator = names[0]
                seen.append(indicator)
                where = f"{path}, {indicator}"
                title = self.titles[indicator]
                self.tally.check(place, row.cells[0] in (title.title, title.short_title), f"{where}: {row.cells[0]!r}")
                for year in self.years:
                    self.tally.equal(place, row.cell(heads, short_year(year)),
                                     self.expected(indicator, year, "municipality", code), f"{where}, {year}")
                key = (indicator, self.years[-1], "municipality", code)
                self.tally.equal(place, row.cell(heads, "Цель"), self.target(self.figures[key]), f"{where}: target")
                self.tally.equal(place, row.statuses, [self.status(*key)], f"{where}: status")
        self.tally.equal(place, sorted(seen), sorted(self.titles), f"{path}: indicators")

    # --- indicators/index.html ----------------------------------------------------------------------------

    def index_page(self):
        place = "public/indicators/index.html"
        path = "indicators/index.html"
        seen = []
        for item in parse(self.read(path)).all("li", "indicator"):
            links = [resolved(path, a.attributes["href"]) for a in item.all("a")]
            indicator = next(i for i in self.titles if f"indicators/{i}.html" in links)
            seen.append(indicator)
            self.tally.equal(place, [e.text() for e in item.all("a", "big")],
                             [self.expected(indicator, self.years[-1], "region", self.places.region[0])],
                             f"{path}, {indicator}")
        self.tally.equal(place, sorted(seen), sorted(self.titles), f"{path}: indicators")

    # --- form 1 -------------------------------------------------------------------------------------------

    def form1(self, place, path, form, rows, hidden, subjects):
        found = []
        for _, table in tables(path, self.read(path), "form1"):
            found += [row for row in table if len(row.cells) == 4]
        if not self.tally.equal(place, len(found), len(rows), f"{path}: rows of form 1"):
            return
        for position, (row, exact) in enumerate(zip(found, rows)):
            where = f"{path}, {exact.subject or 'total'}"
            if exact.subject:
                name = subjects[exact.subject]["name"]
                self.tally.equal(place, row.cells[0], name[:1].upper() + name[1:], where)
            if (*form, position) in hidden:
                teachers = recommended = shown.HIDDEN
            else:
                teachers = shown.exact(exact.teachers)
                recommended = "–".join(dict.fromkeys(
                    shown.exact(n) for n in (exact.recommended_min, exact.recommended_max)))
            self.tally.equal(place, row.cells[1], teachers, f"{where}: teachers")
            self.tally.equal(place, row.cells[2], recommended, f"{where}: recommended")
            self.tally.equal(place, row.cells[3].removesuffix("мало").strip(), shown.exact(exact.actual),
                             f"{where}: actual")
