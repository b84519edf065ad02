#!/usr/bin/env python3
"""Indicators of the Moscow Oblast set, computed from an exported registry.

An independent computation: it shares no code, query or data with the program, only the definitions
of orders 1068-04 (§7) and 1021-04 (4.4). Usage: indicators.py EXPORT_FOLDER AS_OF
"""

import csv
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from figures import Definition, figures_of, fixed
from registry_csv import Registry, day, flag, text
from school_year import full_years, periods_of_build

LEVELS = ("inadmissible", "low", "basic", "raised", "high")
DEFICIT = ("inadmissible", "low")
INADMISSIBLE = ("inadmissible",)
PACKAGE = ("ums_regulation", "gmo_regulation", "support_regulation", "network_agreement", "work_plan",
           "mentoring_program")
LOAD_MAX = 70
SMALLEST_PUBLIC_COUNT = 5
REGION = ("moscow-oblast", "Московская область")


@dataclass(frozen=True)
class Places:
    region: tuple
    territories: dict
    municipalities: dict

    @classmethod
    def of(cls, registry):
        return cls(
            REGION,
            {row["code"]: row["name"] for row in registry["territories"]},
            {row["code"]: (row["name"], text(row.get("territory"))) for row in registry["municipalities"]})


class Context:
    """The registry as it stood in one school year."""

    def __init__(self, registry, period):
        self.registry = registry
        self.period = period
        self.as_of = period.as_of
        self.organizations = registry.by_code("organizations")

    def _present(self, leaving):
        return leaving is None or leaving > self.as_of

    @cached_property
    def teachers(self):
        """Counted teachers: {code: row}."""
        return {row["code"]: row for row in self.registry["teachers"]
                if self._present(day(row.get("dismissed_on")))}

    @cached_property
    def methodists(self):
        """Active methodists."""
        def active(row):
            included = day(row.get("included_on"))
            return (included is not None and included <= self.as_of
                    and self._present(day(row.get("excluded_on"))))
        return [row for row in self.registry["methodists"] if active(row)]

    def place_of_organization(self, code):
        return self.organizations[code]["municipality"]

    def place_of_teacher(self, code):
        return self.place_of_organization(self.teachers[code]["organization"])

    def levels(self, school_year):
        """{teacher: level} of counted teachers: the latest assessment of that school year."""
        latest = {}
        for row in self.registry["assessments"]:
            if row["school_year"] != school_year or row["teacher"] not in self.teachers:
                continue
            order = (day(row.get("assessed_on")) or date.min, text(row.get("kind")))
            if row["teacher"] not in latest or order > latest[row["teacher"]][0]:
                latest[row["teacher"]] = (order, row["level"])
        return {teacher: level for teacher, (_, level) in latest.items()}

    def share(self, all_of, those):
        """Teachers as {municipality: (numerator, denominator)}."""
        below = Counter(map(self.place_of_teacher, all_of))
        above = Counter(self.place_of_teacher(t) for t in those)
        return {place: (above[place], below[place]) for place in below.keys() | above.keys()}

    def methodist_share(self, meets):
        rows = defaultdict(lambda: [0, 0])
        for row in self.methodists:
            rows[row["municipality"]][0] += bool(meets(row))
            rows[row["municipality"]][1] += 1
        return {place: tuple(parts) for place, parts in rows.items()}

    def presence(self, places_that_have):
        return {row["code"]: (int(row["code"] in places_that_have), 1)
                for row in self.registry["municipalities"]}

    def places_with_document(self, kind, school_year):
        return {row["municipality"] for row in self.registry["documents"]
                if row["kind"] == kind and text(row.get("school_year")) == school_year
                and text(row.get("municipality"))}

    def organization_share(self, all_of, those):
        below = Counter(map(self.place_of_organization, all_of))
        above = Counter(map(self.place_of_organization, those))
        return {place: (above[place], below[place]) for place in below.keys() | above.keys()}


# --- Methodical asset -------------------------------------------------------------------------------

def coverage(c):
    return c.presence({row["municipality"] for row in c.methodists})


def load(c):
    teachers = Counter(map(c.place_of_teacher, c.teachers))
    methodists = Counter(row["municipality"] for row in c.methodists)
    return {p: (teachers[p], methodists[p]) for p in teachers.keys() | methodists.keys()}


def digital_cabinet(c):
    return c.methodist_share(lambda m: flag(m.get("digital_cabinet")))


def by_order(c):
    return c.methodist_share(lambda m: text(m.get("order_number")))


# --- Assessments and routes -------------------------------------------------------------------------

def _live(iom):
    return iom["status"] not in ("draft", "cancelled")


def _deficit(c):
    return {t for t, level in c.levels(c.period.name).items() if level in DEFICIT}


def _developed(c, completed=False):
    deficit = _deficit(c)
    return {row["teacher"] for row in c.registry["ioms"]
            if row["teacher"] in deficit and row["school_year"] == c.period.name
            and text(row.get("methodist")) and _live(row)
            and (not completed or row["status"] == "completed")}


def iom_developed(c):
    return c.share(_deficit(c), _developed(c))


def iom_completed(c):
    return c.share(_developed(c), _developed(c, completed=True))


def level_growth(c):
    now, before = c.levels(c.period.name), c.levels(c.period.previous)
    both = now.keys() & before.keys()
    grown = {t for t in both if LEVELS.index(now[t]) > LEVELS.index(before[t])}
    return c.share(both, grown)


def iom_inadmissible(c):
    base = {t for t, level in c.levels(c.period.previous).items() if level in INADMISSIBLE}
    have = {row["teacher"] for row in c.registry["ioms"]
            if row["teacher"] in base and row["school_year"] in (c.period.name, c.period.previous)
            and flag(row.get("digital")) and _live(row)}
    return c.share(base, have)


# --- Training and contests --------------------------------------------------------------------------

def _trained(c, providers, registries):
    return {row["teacher"] for row in c.registry["courses"]
            if row["teacher"] in c.teachers and c.period.contains(day(row["finished_on"]))
            and row["provider"] in providers and text(row.get("program_registry")) in registries}


def training_federal(c):
    return c.share(c.teachers, _trained(c, ("federal",), ("federal",)))


def training_regional(c):
    return c.share(c.teachers, _trained(c, ("regional", "municipal"), ("federal", "regional")))


def contest_winners(c):
    winners = {row["teacher"] for row in c.registry["contests"]
               if row["teacher"] in c.teachers and row["school_year"] == c.period.name
               and flag(row.get("ministry_list"))}
    counted = Counter(map(c.place_of_teacher, winners))
    return {row["code"]: (counted[row["code"]], None) for row in c.registry["municipalities"]}


# --- Mentoring and communities ----------------------------------------------------------------------

def young_mentored(c):
    def is_young(row):
        age = full_years(day(row.get("birth_date")), c.as_of)
        experience = full_years(day(row.get("teaching_since")), c.as_of)
        return age is not None and age < 35 and experience is not None and experience < 3

    young = {code for code, row in c.teachers.items() if is_young(row)}

    def is_current(row):
        started, ended = day(row.get("started_on")), day(row.get("ended_on"))
        return (text(row.get("order_number")) and started is not None and started <= c.as_of
                and (ended is None or ended > c.as_of))

    mentored = {row["mentee"] for row in c.registry["mentorships"]
                if row["mentee"] in young and is_current(row)}
    return c.share(young, mentored)


def mentoring_model(c):
    return c.organization_share(
        c.organizations, [o for o, row in c.organizations.items() if flag(row.get("mentoring_model"))])


def communities(c):
    counted = Counter(row["municipality"] for row in c.registry["associations"])
    return {row["code"]: (counted[row["code"]], None) for row in c.registry["municipalities"]}


# --- Documents and presence -------------------------------------------------------------------------

def analytical_report(c):
    return c.presence(c.places_with_document("analytical_report", c.period.previous))


def roster_act(c):
    return c.presence(c.places_with_document("roster_act", c.period.name))


def assignment_act(c):
    return c.presence(c.places_with_document("assignment_act", c.period.name))


def official_site(c):
    return c.presence({row["code"] for row in c.registry["municipalities"] if text(row.get("ums_site"))})


def practice_bank(c):
    return c.presence({row["municipality"] for row in c.registry["practices"]
                       if row["status"] == "published"})


def document_package(c):
    kinds = {(row["municipality"], row["kind"]) for row in c.registry["documents"]
             if text(row.get("municipality")) and row["kind"] in PACKAGE
             and text(row.get("school_year")) in ("", c.period.name)}
    counted = Counter(place for place, _ in kinds)
    return {row["code"]: (counted[row["code"]], len(PACKAGE)) for row in c.registry["municipalities"]}


# --- Work of the service ----------------------------------------------------------------------------

def tasks_on_time(c):
    rows = defaultdict(lambda: [0, 0])
    for row in c.registry["ums_tasks"]:
        due, done = day(row.get("due_on")), day(row.get("done_on"))
        if not c.period.contains(due) or due > c.as_of:
            continue
        rows[row["municipality"]][0] += done is not None and done <= due
        rows[row["municipality"]][1] += 1
    return {place: tuple(parts) for place, parts in rows.items()}


def lesson_visits(c):
    months = c.period.elapsed_months()
    visits = Counter()
    for row in c.registry["lesson_visits"]:
        when = day(row["visited_on"])
        visits[row["municipality"], when.year, when.month, row["teacher_group"]] += 1

    def enough(place, month):
        return all(visits[(place, *month, group)] >= 2 for group in ("young", "high", "low"))

    return {row["code"]: (sum(enough(row["code"], m) for m in months), len(months))
            for row in c.registry["municipalities"]}


def audit_score(c):
    rows = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for row in c.registry["audits"]:
        if row["school_year"] != c.period.name or not text(row.get("expert_score")):
            continue
        rows[row["municipality"]][0] += Fraction(text(row["expert_score"]).replace(",", "."))
        rows[row["municipality"]][1] += Fraction(text(row.get("max_score")).replace(",", ".") or 0)
    return {place: tuple(parts) for place, parts in rows.items()}


# --- Innovation -------------------------------------------------------------------------------------

def _sites(c, completed=False):
    return {row["organization"] for row in c.registry["innovation_sites"]
            if row["school_year"] == c.period.name and (not completed or flag(row.get("completed")))}


def innovation_participation(c):
    return c.organization_share(c.organizations, _sites(c))


def innovation_success(c):
    return c.organization_share(_sites(c), _sites(c, completed=True))


# --- Criteria of 4.3 --------------------------------------------------------------------------------

CRITERIA = {
    "education": lambda c, m: text(m.get("education")) == "higher_pedagogical",
    "category": lambda c, m: text(m.get("category")) == "highest",
    "experience": lambda c, m: (full_years(day(m.get("teaching_since")), c.as_of) or 0) >= 5,
    "assessment": lambda c, m: text(m.get("assessment_level")) in ("raised", "high"),
    "organization": lambda c, m: (text(m.get("organization")) != ""
                                  and c.organizations[m["organization"]]["kind"] == "school"),
    "training": lambda c, m: day(m.get("advanced_training_on")) is not None,
}


def _criterion(key):
    return lambda c: c.methodist_share(lambda m: CRITERIA[key](c, m))


def criterion_all(c):
    return c.methodist_share(lambda m: all(rule(c, m) for rule in CRITERIA.values()))


DEFINITIONS = [
    Definition("coverage", "presence", coverage, target=Fraction(1)),
    Definition("load", "ratio", load, target=Fraction(LOAD_MAX), at_most=True, people=True),
    Definition("digital-cabinet", "percent", digital_cabinet, target=Fraction(30)),
    Definition("by-order", "percent", by_order),
    Definition("iom-developed", "percent", iom_developed, target=Fraction(80), people=True),
    Definition("iom-completed", "percent", iom_completed, target=Fraction(60), people=True),
    Definition("level-growth", "count", level_growth, people=True),
    Definition("iom-inadmissible", "percent", iom_inadmissible, people=True),
    Definition("training-federal", "percent", training_federal, people=True),
    Definition("training-regional", "percent", training_regional, people=True),
    Definition("contest-winners", "count", contest_winners, people=True),
    Definition("young-mentored", "percent", young_mentored, people=True),
    Definition("mentoring-model", "percent", mentoring_model),
    Definition("communities", "count", communities),
    Definition("analytical-report", "presence", analytical_report, target=Fraction(1)),
    Definition("roster-act", "presence", roster_act, target=Fraction(1)),
    Definition("assignment-act", "presence", assignment_act, target=Fraction(1)),
    Definition("official-site", "presence", official_site, target=Fraction(1)),
    Definition("document-package", "percent", document_package, target=Fraction(100)),
    Definition("tasks-on-time", "percent", tasks_on_time),
    Definition("lesson-visits", "percent", lesson_visits),
    Definition("audit-score", "percent", audit_score),
    Definition("innovation-participation", "percent", innovation_participation),
    Definition("innovation-success", "percent", innovation_success),
    Definition("practice-bank", "presence", practice_bank, target=Fraction(1)),
    *(Definition(f"criterion-{key}", "percent", _criterion(key)) for key in CRITERIA),
    Definition("criterion-all", "percent", criterion_all),
]
BY_ID = {definition.id: definition for definition in DEFINITIONS}


def compute(registry, build_date):
    """All figures of the three school years of a build, by key."""
    places = Places.of(registry)
    figures = {}
    for period in periods_of_build(build_date):
        context = Context(registry, period)
        for definition in DEFINITIONS:
            for figure in figures_of(definition, period, definition.compute(context), places):
                figures[figure.key] = figure
    return figures


def main(arguments):
    registry, build_date = Registry.from_folder(arguments[0]), date.fromisoformat(arguments[1])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("indicator,scope,code,name,school_year,numerator,denominator,value,unit,target,status".split(","))
    for f in compute(registry, build_date).values():
        value = "" if f.value is None else fixed(f.value, 2)
        out.writerow([f.indicator, f.scope, f.code, f.name, f.school_year, f.numerator,
                      "" if f.denominator is None else f.denominator, value, f.unit,
                      "" if f.target is None else f.target, f.status])


if __name__ == "__main__":
    main(sys.argv[1:])
