"""The CSV files: exact ones in reports/, public ones after disclosure control."""

import csv
import sqlite3
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from disclosure import findings_of_group, must_hide
from figures import fixed
from indicators import BY_ID, SMALLEST_PUBLIC_COUNT
from registry_csv import day, text

INDICATOR_COLUMNS = ["indicator", "scope", "code", "name", "school_year", "numerator", "denominator", "value", "unit",
                     "target", "status"]
FORM1_COLUMNS = ["scope", "code", "subject", "teachers", "recommended_min", "recommended_max", "actual"]


def read_csv(tally, place, path, columns):
    """Rows of a contract file: UTF-8 without BOM, LF, exactly these columns."""
    content = Path(path).read_bytes()
    tally.check(place, b"\r" not in content and not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n"),
                f"{path}: must be UTF-8 with LF and without BOM")
    rows = list(csv.reader(content.decode("utf-8").splitlines(keepends=True), strict=True))
    tally.equal(place, rows[0], columns, f"{path}: header")
    return [dict(zip(columns, row, strict=True)) for row in rows[1:]]


def by_key(tally, place, rows, key):
    found = {}
    for row in rows:
        tally.check(place, key(row) not in found, lambda: f"{key(row)}: stands twice")
        found[key(row)] = row
    return found


def number(value):
    return Fraction(value) if value else None


def check_exact_row(tally, place, row, figure):
    """Every column of a published row against the computed figure."""
    where = " ".join(figure.key)
    value = "" if figure.value is None else fixed(figure.value, 2)
    tally.equal(place, row["name"], figure.name, f"{where}: name")
    tally.equal(place, number(row["numerator"]), figure.numerator, f"{where}: numerator")
    tally.equal(place, number(row["denominator"]), figure.denominator, f"{where}: denominator")
    tally.equal(place, row["value"], value, f"{where}: value")
    tally.equal(place, row["unit"], figure.unit, f"{where}: unit")
    tally.equal(place, number(row["target"]), figure.target, f"{where}: target")
    tally.equal(place, row["status"], figure.status, f"{where}: status")


def figure_key(row):
    return (row["indicator"], row["school_year"], row["scope"], row["code"])


def same_keys(tally, place, found, expected):
    tally.check(place, not expected.keys() - found.keys(),
                lambda: f"missing rows: {sorted(expected.keys() - found.keys())[:5]} …")
    tally.check(place, not found.keys() - expected.keys(),
                lambda: f"rows too many: {sorted(found.keys() - expected.keys())[:5]} …")


def check_exact(tally, path, figures):
    place = "reports/_region/indicators.csv"
    found = by_key(tally, place, read_csv(tally, place, path, INDICATOR_COLUMNS), figure_key)
    same_keys(tally, place, found, figures)
    for key in found.keys() & figures.keys():
        check_exact_row(tally, place, found[key], figures[key])


def groups_of(figures, registry, region_code):
    """[(key of the total, keys of the members)]: what adds up to what, for every indicator and year.

    All municipalities make the region; those of a territory make the territory; the territories and the
    municipalities outside of any make the region, too.
    """
    territory_of = {m["code"]: text(m.get("territory")) for m in registry["municipalities"]}
    groups = []
    for indicator, year in sorted({key[:2] for key in figures}):
        def key(scope, code):
            return (indicator, year, scope, code)

        region = key("region", region_code)
        groups.append((region, [key("municipality", m) for m in territory_of]))
        territories = [t["code"] for t in registry["territories"]]
        for t in territories:
            groups.append((key("territory", t), [key("municipality", m) for m, own in territory_of.items() if own == t]))
        if territories:
            groups.append((region, [key("territory", t) for t in territories]
                           + [key("municipality", m) for m, own in territory_of.items() if not own]))
    return groups


def check_public(tally, path, figures, registry, region_code):
    """Unsuppressed rows are exact; suppressed ones are empty, needed and cannot be worked out.

    Returns the keys of the suppressed figures.
    """
    place = "public/data/indicators.csv"
    k = SMALLEST_PUBLIC_COUNT
    found = by_key(tally, place, read_csv(tally, place, path, INDICATOR_COLUMNS), figure_key)
    same_keys(tally, place, found, figures)
    hidden = {key for key, row in found.items() if row["status"] == "suppressed"}
    for key in found.keys() & figures.keys():
        row, figure, where = found[key], figures[key], " ".join(key)
        small = BY_ID[figure.indicator].people and figure.scope != "region" and must_hide(figure.counts(), k)
        if small:
            tally.check(place, key in hidden, lambda: f"{where}: counts few people {figure.counts()} but is published")
        if key not in hidden:
            check_exact_row(tally, place, row, figure)
            continue
        tally.check(place, BY_ID[figure.indicator].people, f"{where}: suppressed, but counts no people")
        tally.equal(place, (row["numerator"], row["denominator"], row["value"]), ("", "", ""), f"{where}: numbers")
        tally.equal(place, (row["name"], row["unit"], number(row["target"])),
                    (figure.name, figure.unit, figure.target), where)

    needed = {key for key in hidden if must_hide(figures[key].counts(), k)}
    for total, members in groups_of(figures, registry, region_code):
        suppressed = hidden & set(members)
        if len(suppressed) > 1 or (suppressed and total in hidden):
            needed |= suppressed | ({total} & hidden)
        if total in hidden:
            continue
        wrong = findings_of_group({m: figures[m].counts() for m in members}, suppressed, k)
        tally.check(place, not wrong, lambda: f"total {' '.join(total)}: {wrong[0]}")
    tally.check(place, not hidden - needed, lambda: f"suppressed without need: {sorted(hidden - needed)[:5]}")
    return hidden


def form1_expected(registry, forms):
    """{(scope, code, position): (title of the subject, row)}; the total's title is not compared."""
    names = {s["code"]: s["name"] for s in registry["subjects"]}
    return {(*place, position): (names.get(row.subject), row)
            for place, rows in forms.items() for position, row in enumerate(rows)}


def check_form1(tally, path, registry, forms):
    """Returns the keys (scope, code, position) of the suppressed rows."""
    place = "public/data/form1.csv"
    k = SMALLEST_PUBLIC_COUNT
    expected = form1_expected(registry, forms)
    found, positions = {}, defaultdict(int)
    for row in read_csv(tally, place, path, FORM1_COLUMNS):
        form = (row["scope"], row["code"])
        found[(*form, positions[form])] = row
        positions[form] += 1
    same_keys(tally, place, found, expected)
    hidden = set()
    for key in sorted(found.keys() & expected.keys()):
        row, (title, exact), where = found[key], expected[key], " ".join(map(str, key))
        if exact.subject:
            tally.check(place, row["subject"] in (exact.subject, title),
                        lambda: f"{where}: {row['subject']!r} instead of {exact.subject!r}")
        tally.equal(place, number(row["actual"]), exact.actual, f"{where}: actual")
        numbers = (row["teachers"], row["recommended_min"], row["recommended_max"])
        if not row["teachers"]:
            hidden.add(key)
            tally.equal(place, numbers, ("", "", ""), f"{where}: suppressed numbers")
            continue
        tally.equal(place, numbers, (str(exact.teachers), str(exact.recommended_min), str(exact.recommended_max)), where)
        if key[0] != "region":
            tally.check(place, not must_hide((exact.teachers,), k),
                        f"{where}: {exact.teachers} teachers are few but published")

    counts = {key: (row.teachers,) for key, (_, row) in expected.items()}
    last = len(forms[next(iter(forms))]) - 1
    municipal = [form for form in forms if form[0] == "municipality"]
    region = next(form for form in forms if form[0] == "region")
    groups = [((*form, last), [(*form, i) for i in range(last)]) for form in forms]
    groups += [((*region, i), [(*form, i) for form in municipal]) for i in range(last + 1)]
    for total, members in groups:
        if total in hidden:
            continue
        wrong = findings_of_group({m: counts[m] for m in members}, hidden & set(members), k)
        tally.check(place, not wrong, lambda: f"total {' '.join(map(str, total))}: {wrong[0]}")
    return hidden


def check_totals_elsewhere(tally, figures, hidden_figures, hidden_form1, forms):
    """A total that form 1 hides must not stand in the indicators, where all teachers are a denominator."""
    place = "public/data: form 1 against indicators"
    year = max(key[1] for key in figures)
    for form, rows in forms.items():
        if (*form, len(rows) - 1) not in hidden_form1:
            continue
        for indicator in ("training-federal", "training-regional", "load"):
            key = (indicator, year, *form)
            tally.check(place, key in hidden_figures,
                        f"{' '.join(form)}: all teachers are hidden in form 1, but stand in {indicator}")


def check_publication_db(tally, folder):
    """publication.db says the same as the CSV files beside it."""
    place = "public/data/publication.db"
    db = sqlite3.connect(f"file:{folder / 'publication.db'}?mode=ro", uri=True)
    try:
        stored = {row[:4]: row for row in db.execute(
            "SELECT indicator, school_year, scope, code, name, numerator, denominator, value, unit, target, status "
            "FROM indicator_values")}
        form1 = db.execute("SELECT scope, code, teachers, recommended_min, recommended_max, actual FROM form1 "
                           "ORDER BY scope, code, position").fetchall()
    finally:
        db.close()
    rows = read_csv(tally, place, folder / "indicators.csv", INDICATOR_COLUMNS)
    tally.equal(place, len(stored), len(rows), "figures")
    for row in rows:
        key = figure_key(row)
        found = stored.get(key, (None,) * 11)
        numbers = tuple(None if n is None else Fraction(n) for n in (found[5], found[6], found[9]))
        tally.equal(place, (found[4], *numbers, found[7] or "", found[8], found[10]),
                    (row["name"], number(row["numerator"]), number(row["denominator"]), number(row["target"]),
                     row["value"], row["unit"], row["status"]), " ".join(key))
    rows = read_csv(tally, place, folder / "form1.csv", FORM1_COLUMNS)
    expected = sorted((r["scope"], r["code"], index, *(int(r[c]) if r[c] else None for c in FORM1_COLUMNS[3:]))
                      for index, r in enumerate(rows))
    tally.equal(place, form1, [row[:2] + row[3:] for row in expected], "form 1")


def is_active(methodist, when):
    included, excluded = day(methodist.get("included_on")), day(methodist.get("excluded_on"))
    return included is not None and included <= when and (excluded is None or excluded > when)


def check_methodists(tally, folder, registry, build_date):
    """Everybody active is counted; exactly those with valid consent are named."""
    place = "public/data/methodists.csv"
    columns = ["code", "name", "municipality", "organization", "subject", "other_direction", "included_on"]
    rows = read_csv(tally, place, folder / "methodists.csv", columns)

    # Where a field has rows, they alone say whether it may stand on the region's site.
    in_force = {(c["methodist"], c["field"]) for c in registry["consents"]
                if not text(c.get("site")) and day(c["given_on"]) <= build_date
                and not (day(c.get("withdrawn_on")) and day(c["withdrawn_on"]) >= day(c["given_on"]))
                and not (day(c.get("expires_on")) and day(c["expires_on"]) <= build_date)}
    narrowed = {(c["methodist"], c["field"]) for c in registry["consents"]} - in_force

    def consents(m):
        given, withdrawn = day(m.get("consent_on")), day(m.get("consent_withdrawn_on"))
        return (given and given <= build_date and not (withdrawn and withdrawn >= given)
                and (m["code"], "name") not in narrowed)

    members = [m for m in registry["methodists"] if is_active(m, build_date)]
    named = {m["code"]: m for m in members if consents(m)}
    tally.equal(place, len(rows), len(members), "active methodists")
    found = {row["code"]: row for row in rows if row["code"]}
    tally.equal(place, sorted(found), sorted(named), "people with consent")
    for code in found.keys() & named.keys():
        m = named[code]
        name = " ".join(filter(None, (text(m["last_name"]), text(m["first_name"]), text(m.get("patronymic")))))
        tally.equal(place, found[code]["name"], name, f"{code}: name")
        for column in ("included_on",):
            tally.equal(place, found[code][column], text(m.get(column)), f"{code}: {column}")
    for row in rows:
        if not row["code"]:
            tally.equal(place, (row["name"], row["organization"], row["other_direction"]), ("", "", ""),
                        "a person without consent")
    return named


def check_form2(tally, folder, registry, build_date, school_year, named):
    """Assignments of active methodists of the year; names only with consent."""
    place = "public/data/form2.csv"
    columns = ["methodist", "name", "subject", "other_direction", "municipality", "organization", "school_year",
               "teachers_count", "mode"]
    rows = read_csv(tally, place, folder / "form2.csv", columns)
    methodists = registry.by_code("methodists")

    expected = sorted(
        (a["methodist"] if a["methodist"] in named else "", a["teachers_count"], text(a.get("mode")))
        for a in registry["assignments"]
        if a["school_year"] == school_year and is_active(methodists[a["methodist"]], build_date))
    found = sorted((r["methodist"], r["teachers_count"], r["mode"]) for r in rows)
    tally.equal(place, len(found), len(expected), "assignments")
    for one, other in zip(found, expected):
        tally.equal(place, one, other, "assignment")
    for row in rows:
        tally.equal(place, bool(row["name"]), bool(row["methodist"]), f"{row['methodist']}: name")
