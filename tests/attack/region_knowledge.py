"""What a publication.db tells, with the definitions of the region's profile; and the truth beside it."""
import csv
import sqlite3

try:
    import tomllib
except ImportError:  # Python before 3.11
    import tomli as tomllib

from attacker import Attack, Knowledge, sums_over_places

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


class Renamed:
    """Knowledge under other names: what another publication counted may have been other people."""

    def __init__(self, knowledge, rename):
        self.knowledge, self.rename = knowledge, rename
        self.index = set()

    def quantity(self, key):
        self.index.add(key)
        return self.knowledge.quantity(self.rename(key))

    def publish(self, key, value):
        self.index.add(key)
        self.knowledge.publish(self.rename(key), value)

    def equation(self, terms):
        self.knowledge.equation([(self.rename(key), coefficient) for key, coefficient in terms])


def number(text):
    return None if text in ("", None) else float(text)


def figures_of(rows, definitions):
    """(populations, place, numerator, denominator, unit) of the figures that count people."""
    for indicator, scope, code, year, numerator, denominator in rows:
        if definitions.of_people(indicator):
            yield (indicator, definitions.populations(indicator), (year, scope, code), number(numerator),
                   number(denominator))


def form1_population(subject):
    return f"form1.{subject}.teachers" if subject else FORM1_TOTAL


def school_year_of(publication):
    db = sqlite3.connect(f"file:{publication}?mode=ro", uri=True)
    return dict(db.execute("SELECT key, value FROM about"))["school_year"]


def public_knowledge(publication, definitions, knowledge=None):
    """What one publication tells, added to what is known already."""
    knowledge = Knowledge() if knowledge is None else knowledge
    db = sqlite3.connect(f"file:{publication}?mode=ro", uri=True)
    territory_of = dict(db.execute("SELECT code, territory FROM municipalities"))
    year_now = school_year_of(publication)
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
        key = meet(form1_population(subject), (year_now, scope, code))
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


def rows_of(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def exact_counts(folder, definitions):
    """({key: count} of everything in the exact tables that counts people, the keys that the rule guards)."""
    counts, guarded = {}, set()

    def meet(key, count, guard):
        if count is None:
            return
        counts[key] = count
        if guard and key[2] != "region":
            guarded.add(key)

    figures = rows_of(folder / "figures.csv")
    year_now = max(row["school_year"] for row in figures)
    for row in figures:
        indicator, place = row["indicator"], (row["school_year"], row["scope"], row["code"])
        if not definitions.of_people(indicator):
            continue
        upper, lower = definitions.populations(indicator)
        numerator, denominator = number(row["numerator"]), number(row["denominator"])
        share = definitions.indicators[indicator]["unit"] == "percent"
        meet((upper, *place), numerator, True)
        meet((lower, *place), denominator, share)
        if share and None not in (numerator, denominator):
            meet((f"{indicator}.rest", *place), denominator - numerator, True)
    for row in rows_of(folder / "form1.csv"):
        meet((form1_population(row["subject"]), year_now, row["scope"], row["code"]), float(row["teachers"]), True)
    for row in rows_of(folder / "distributions.csv"):
        name, place = row["distribution"], (year_now, row["scope"], row["code"])
        if definitions.distributions[name]["counts"] == "people":
            meet((f"{name}.{row['key']}", *place), float(row["count"]), True)
            meet((f"{name}.total", *place), float(row["total"]), True)
    return counts, guarded


def sensitive_counts(folder, definitions):
    """The counts that the rule protects: {key: count}."""
    counts, guarded = exact_counts(folder, definitions)
    return {key: counts[key] for key in guarded if 0 < counts[key] < definitions.k}


def knowledge_of_both(former, folder, definitions):
    """What two publications tell together. They count the same people, unless something has changed. What was published
    and is still the same is known to be the same; hidden counts are taken for unchanged where all of those that hang
    together are (a reader may well suppose so)."""
    knowledge = public_knowledge(folder / "publication.db", definitions)
    then, now = exact_counts(former, definitions)[0], exact_counts(folder, definitions)[0]
    before = public_knowledge(former / "publication.db", definitions)
    attack = Attack(before)
    corrected = {attack.root(before.index[key]) for key in then
                 if key in before.index and before.index[key] not in attack.known and then[key] != now.get(key)}

    def rename(key):
        same = key in then and then[key] == now.get(key)
        if same and before.index[key] not in attack.known:
            same = attack.root(before.index[key]) not in corrected
        return key if same else ("former", *key)

    public_knowledge(former / "publication.db", definitions, Renamed(knowledge, rename))
    return knowledge


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
