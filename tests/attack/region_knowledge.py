"""What a publication.db tells, with the definitions of the region's profile; and the truth beside it."""
import csv
import sqlite3

try:
    import tomllib
except ImportError:  # Python before 3.11
    import tomli as tomllib

from attacker import Knowledge, sums_over_places

FORM1_TOTAL = "form1.teachers"


class Definitions:
    """indicators.toml as a reader of the public passports knows it."""

    def __init__(self, project, region):
        folder = project / "data" / "regions" / region
        with open(folder / "indicators.toml", "rb") as file:
            data = tomllib.load(file)
        with open(folder / "profile.toml", "rb") as file:
            profile = tomllib.load(file)
        self.k = profile.get("disclosure", {}).get("k", 5)
        self.indicators = {i["id"]: i for i in data["indicators"]}
        self.partitions = data.get("partitions", [])
        self.distributions = {d["id"]: d for d in data.get("distributions", [])}

    def of_people(self, indicator):
        return self.indicators[indicator]["counts"] == "people"

    def populations(self, indicator):
        definition = self.indicators[indicator]
        return (definition.get("numerator_population", f"{indicator}.numerator"),
                definition.get("denominator_population", f"{indicator}.denominator"))


def number(text):
    return None if text in ("", None) else float(text)


def figures_of(rows, definitions):
    """(populations, place, numerator, denominator, unit) of the figures that count people."""
    for indicator, scope, code, year, numerator, denominator in rows:
        if definitions.of_people(indicator):
            yield (indicator, definitions.populations(indicator), (year, scope, code), number(numerator),
                   number(denominator))


def public_knowledge(publication, definitions):
    knowledge = Knowledge()
    db = sqlite3.connect(f"file:{publication}?mode=ro", uri=True)
    territory_of = dict(db.execute("SELECT code, territory FROM municipalities"))
    year_now = dict(db.execute("SELECT key, value FROM about"))["school_year"]
    places = {}

    def meet(population, place):
        year, scope, code = place
        places.setdefault((population, year), {})[(scope, code)] = (population, *place)
        knowledge.quantity((population, *place))
        return (population, *place)

    rows = db.execute("SELECT indicator, scope, code, school_year, numerator, denominator FROM indicator_values")
    for indicator, (upper, lower), place, numerator, denominator in figures_of(rows, definitions):
        definition = definitions.indicators[indicator]
        part, whole = meet(upper, place), meet(lower, place)
        if numerator is not None:
            knowledge.publish(part, numerator)
        if denominator is not None:
            knowledge.publish(whole, denominator)
        # A numerator is part of its denominator.
        if definition["unit"] != "ratio" and (definition["unit"] != "count" or denominator is not None):
            rest = (f"{indicator}.rest", *place)
            if denominator is None or numerator is None or numerator <= denominator:
                knowledge.equation([(whole, 1), (part, -1), (rest, -1)])
    for scope, code, subject, teachers in db.execute("SELECT scope, code, subject, teachers FROM form1"):
        key = meet(f"form1.{subject}.teachers" if subject else FORM1_TOTAL, (year_now, scope, code))
        if teachers is not None:
            knowledge.publish(key, teachers)
    subjects = [name for name, year in places if name.startswith("form1.") and name != FORM1_TOTAL]
    for place in {(year_now, *p) for p in places.get((FORM1_TOTAL, year_now), {})} if subjects else ():
        if all(place[1:] in places[(s, year_now)] for s in subjects):
            knowledge.equation([((FORM1_TOTAL, *place), 1)] + [((s, *place), -1) for s in subjects])
    distribution_rows = {}
    for name, scope, code, key, count, total in db.execute(
            "SELECT distribution, scope, code, key, count, total FROM distribution_values"):
        if definitions.distributions[name]["counts"] != "people":
            continue
        place = (year_now, scope, code)
        distribution_rows.setdefault((name, place), []).append(meet(f"{name}.{key}", place))
        whole = meet(f"{name}.total", place)
        if count is not None:
            knowledge.publish((f"{name}.{key}", *place), count)
        if total is not None:
            knowledge.publish(whole, total)
    for (name, place), answers in distribution_rows.items():
        knowledge.equation([((f"{name}.total", *place), 1)] + [(a, -1) for a in answers])
    for partition in definitions.partitions:
        for (population, year), keys in list(places.items()):
            if population != partition["total"]:
                continue
            for (scope, code), whole in keys.items():
                place = (year, scope, code)
                parts = [(p, *place) for p in partition["parts"]]
                if all(p in knowledge.index for p in parts):
                    rest = [] if partition.get("exhaustive", True) else [(("rest of", *whole, *partition["parts"]), -1)]
                    knowledge.equation([(whole, 1)] + [(p, -1) for p in parts] + rest)
    for keys in places.values():
        sums_over_places(knowledge, keys, territory_of)
    return knowledge


def sensitive_counts(folder, definitions):
    """The counts that the rule protects, from the exact tables: {key: count}; and the current year."""
    sensitive = {}
    k = definitions.k

    def guard(key, count):
        if count is not None and 0 < count < k:
            sensitive[key] = count

    with open(folder / "figures.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    year_now = max(row["school_year"] for row in rows)
    for row in rows:
        indicator, place = row["indicator"], (row["school_year"], row["scope"], row["code"])
        if row["scope"] == "region" or not definitions.of_people(indicator):
            continue
        upper, lower = definitions.populations(indicator)
        numerator, denominator = number(row["numerator"]), number(row["denominator"])
        guard((upper, *place), numerator)
        if definitions.indicators[indicator]["unit"] == "percent" and None not in (numerator, denominator):
            guard((lower, *place), denominator)
            guard((f"{indicator}.rest", *place), denominator - numerator)
    with open(folder / "form1.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["scope"] != "region":
                population = f"form1.{row['subject']}.teachers" if row["subject"] else FORM1_TOTAL
                guard((population, year_now, row["scope"], row["code"]), float(row["teachers"]))
    return sensitive


def hidden_share(publication, definitions):
    """(hidden, needed by the primary rule or not: all, cells that count people) of indicators and form 1."""
    db = sqlite3.connect(f"file:{publication}?mode=ro", uri=True)
    hidden = cells = 0
    for indicator, status in db.execute("SELECT indicator, status FROM indicator_values"):
        if definitions.of_people(indicator):
            cells += 1
            hidden += status == "suppressed"
    for (teachers,) in db.execute("SELECT teachers FROM form1"):
        cells += 1
        hidden += teachers is None
    return hidden, cells
