#!/usr/bin/env python3
"""The figures of Perm Krai's presentation out of a registry made to them.

perm_figures.py BINARY PROJECT WORKDIR [--self-test]

Writes interchange tables to WORKDIR/tables: 296 active methodists of seven territories and the questionnaires of
240 courses. Imports them, builds the region's site and compares its open data and its indicator pages with the
presentation: the formal profile 100, 100, 7.4, 59.5 and 3.7 %, the survey's 95.8 and 4.2 %.
--self-test: the same with one cell spoiled at a time; every spoiled cell has to be noticed.
"""

import argparse
import csv
import html
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

REGION = "perm-krai"
AS_OF = date(2023, 5, 31)
YEAR = "2022/2023"
K = 5

# Territory (code of the profile), its name and municipalities; 24 in all.
TERRITORIES = [("verkhnekamye", "Верхнекамье", 4), ("parma", "Парма", 4), ("permskiy-go", "Пермский ГО", 1),
               ("soglasie", "Согласие", 4), ("yug", "Юг", 4), ("soyuz", "Союз", 4), ("zapad", "Запад", 3)]
METHODISTS = 296
WITH_CATEGORY = 22   # 7.43 %
ASSESSED = 176       # 59.46 %
WITH_BOTH = 11       # 3.72 %: everybody has the education and the experience
# Working directions, one each, and their shares in the presentation.
DIRECTIONS = {"support": (62, 21), "technologies": (47, 16), "own_experience": (44, 15), "upbringing": (27, 9),
              "low_results": (27, 9), "digital": (24, 8), "other": (65, 22)}
SURVEYED_PER_MUNICIPALITY = 10
# Municipality → questionnaires that say no. Fewer than K of them hide the figure, the region's total stays.
SAYING_NO = {3: 5, 6: 3, 10: 2}

# Indicator → numerator and denominator of the region, and what its page shows.
EXPECTED = {
    "criterion-education": (296, 296, "100"),
    "criterion-experience": (296, 296, "100"),
    "criterion-category": (22, 296, "7,4"),
    "criterion-assessment": (176, 296, "59,5"),
    "criterion-all": (11, 296, "3,7"),
    "motor-in-iom": (230, 240, "95,8"),
    "motor-not-in-iom": (10, 240, "4,2"),
    "motor-applied": (204, 240, "85"),
    "motor-present": (150, 240, "62,5"),
    "motor-other-topic": (50, 240, "20,8"),
    "motor-absent": (40, 240, "16,7"),
}


def rounded(numerator, denominator, digits):
    """A share in percent, half away from zero."""
    return (Decimal(100 * numerator) / denominator).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def shown(numerator, denominator):
    text = str(rounded(numerator, denominator, 1)).replace(".", ",")
    return text.removesuffix(",0")


class Tables:
    """Rows of the interchange tables by table."""

    def __init__(self):
        self.rows = {}
        self.municipalities = []
        self.make_places()
        self.make_methodists()
        self.make_teachers()

    def add(self, table, **row):
        self.rows.setdefault(table, []).append(row)

    def make_places(self):
        self.add("subjects", code="mathematics", area="математика и информатика", name="математика", position=1)
        self.add("subjects", code="russian", area="русский язык и литература", name="русский язык", position=2)
        for territory, name, count in TERRITORIES:
            self.add("territories", code=territory, name=name)
            for _ in range(count):
                code = f"place-{len(self.municipalities) + 1:02}"
                self.municipalities.append(code)
                self.add("municipalities", code=code, name=f"Округ {len(self.municipalities)}",
                         kind="муниципальный округ", territory=territory)
                self.add("organizations", code=f"{code}-school", municipality=code, name="Школа", kind="school")

    def methodist(self, number, **cells):
        place = self.municipalities[number % len(self.municipalities)]
        row = {"code": f"methodist-{number:03}", "last_name": f"Кедровин{number}", "first_name": "Лукьян",
               "municipality": place, "organization": f"{place}-school",
               "subject": ("mathematics", "russian")[number % 2], "included_on": "2022-09-15"}
        self.add("methodists", **(row | cells))

    def make_methodists(self):
        directions = [key for key, (count, _) in DIRECTIONS.items() for _ in range(count)]
        assert len(directions) == METHODISTS
        for i in range(METHODISTS):
            has_category = i < WITH_CATEGORY
            assessed = i < WITH_BOTH or WITH_CATEGORY <= i < WITH_CATEGORY + ASSESSED - WITH_BOTH
            self.methodist(
                i + 1,
                education=("higher_pedagogical", "higher")[i % 7 == 0],
                category="highest" if has_category else ("first", "none", "methodist", "mentor", "")[i % 5],
                # Five full years on the very day are enough.
                teaching_since="2018-05-31" if i % 10 == 0 else f"{1985 + i % 30}-09-01",
                assessed_on="2022-11-10" if assessed else "",
                directions=directions[i])
        # Not active on the day: they would move every figure.
        worthy = {"education": "higher_pedagogical", "category": "highest", "teaching_since": "2000-09-01",
                  "assessed_on": "2022-11-10", "directions": "other"}
        unworthy = {"education": "secondary", "category": "none", "teaching_since": "2022-09-01"}
        for i in range(6):
            self.methodist(METHODISTS + 1 + i, **worthy, excluded_on=AS_OF.isoformat())
            self.methodist(METHODISTS + 7 + i, **unworthy, excluded_on="2023-01-15")
        self.methodist(METHODISTS + 13, **(unworthy | {"included_on": (AS_OF + timedelta(days=1)).isoformat()}))

    def teacher(self, code, place, **cells):
        self.add("teachers", code=code, organization=f"{place}-school", last_name=f"Рябинкин{code[-4:]}",
                 first_name="Лукьян", subject="mathematics", **cells)

    def questionnaire(self, teacher, surveyed_on, in_iom, practice, outcome):
        self.add("post_course", teacher=teacher, program="Функциональная грамотность на уроке",
                 surveyed_on=surveyed_on, valued="приёмы работы с текстом", in_iom=in_iom, practice=practice,
                 outcome=outcome)

    def make_teachers(self):
        count = 0
        for m, place in enumerate(self.municipalities):
            for i in range(SURVEYED_PER_MUNICIPALITY):
                code = f"teacher-{count:04}"
                self.teacher(code, place)
                self.questionnaire(
                    code, (date(2022, 9, 1) + timedelta(days=count)).isoformat(),
                    in_iom="нет" if i < SAYING_NO.get(m, 0) else "да",
                    practice="full" if count < 100 else "partial" if count < 204 else "none",
                    outcome="present" if count < 150 else "other_topic" if count < 200 else "absent")
                count += 1
        # Of other years, or of somebody who no longer works: not counted.
        place = self.municipalities[0]
        for i, surveyed_on in enumerate(("2022-08-31", "2021-12-01")):
            self.teacher(f"teacher-past-{i}", place)
            self.questionnaire(f"teacher-past-{i}", surveyed_on, "нет", "none", "absent")
        for i in range(5):
            self.teacher(f"teacher-left-{i}", place, dismissed_on="2023-02-01")
            self.questionnaire(f"teacher-left-{i}", "2022-12-01", "нет", "none", "absent")

    def write(self, folder):
        folder.mkdir(parents=True)
        for table, rows in self.rows.items():
            columns = list(dict.fromkeys(key for row in rows for key in row))
            with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(rows)


def run(*command):
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command[:2]))} failed:\n{result.stdout}{result.stderr}")


def build(binary, project, folder, tables):
    """Leaves the public site in folder/site/public and returns that folder."""
    shutil.rmtree(folder, ignore_errors=True)
    tables.write(folder / "tables")
    common = ("--registry", folder / "registry.db", "--region", REGION, "--project", project)
    run(binary, "import", folder / "tables", *common)
    run(binary, "build", *common, "--out", folder / "site", "--as-of", AS_OF)
    return folder / "site" / "public"


def figures(public):
    """(indicator, scope) → rows of the school year."""
    result = {}
    with open(public / "data" / "indicators.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["school_year"] == YEAR:
                result.setdefault((row["indicator"], row["scope"]), []).append(row)
    return result


def distribution(public, name):
    """Key → count of the region, in the order of the profile; None where it is hidden."""
    with closing(sqlite3.connect(public / "data" / "publication.db")) as db:
        return dict(db.execute("SELECT key, count FROM distribution_values WHERE distribution = ? AND scope = 'region'"
                               " ORDER BY position", (name,)))


def page_value(public, indicator):
    """The region's value as the indicator's page shows it."""
    page = (public / "indicators" / f"{indicator}.html").read_text(encoding="utf-8")
    found = re.search(r'<p class="now-value">(.*?)</p>', page, re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", found.group(1))).split()) if found else "no value"


def differences(public):
    """What is not as the presentation says, one line each."""
    wrong = []

    def equal(what, actual, expected):
        if actual != expected:
            wrong.append(f"{what}: {actual!r}, expected {expected!r}")

    rows = figures(public)
    for indicator, (numerator, denominator, text) in EXPECTED.items():
        region = rows.get((indicator, "region"), [])
        equal(f"{indicator}: rows of the region", len(region), 1)
        if len(region) != 1:
            continue
        cells = region[0]
        equal(f"{indicator}: code", cells["code"], REGION)
        equal(f"{indicator}: counted", (cells["numerator"], cells["denominator"]), (str(numerator), str(denominator)))
        equal(f"{indicator}: value", cells["value"], str(rounded(numerator, denominator, 2)))
        equal(f"{indicator}: the expectation itself", shown(numerator, denominator), text)
        equal(f"{indicator}: page", page_value(public, indicator), f"{text} %")

    # Seven territories make up the roster; methodists are not hidden, however few they are.
    territories = rows.get(("criterion-all", "territory"), [])
    equal("territories", sorted(row["name"] for row in territories), sorted(name for _, name, _ in TERRITORIES))
    for scope in ("territory", "municipality"):
        counted = [row["denominator"] for row in rows.get(("criterion-all", scope), [])]
        equal(f"criterion-all: methodists by {scope}", sum(int(n or 0) for n in counted), METHODISTS)
        equal(f"criterion-all: hidden by {scope}", counted.count(""), 0)

    # Working directions and the territories' shares of the roster.
    directions = distribution(public, "directions")
    equal("directions", directions, {key: count for key, (count, _) in DIRECTIONS.items()})
    for key, (_, share) in DIRECTIONS.items():
        equal(f"directions: {key}", rounded(directions.get(key) or 0, METHODISTS, 0), Decimal(share))
    equal("territories: roster", sum(distribution(public, "territories").values()), METHODISTS)

    # Few answers "no" in a municipality are hidden.
    for row in rows.get(("motor-in-iom", "municipality"), []):
        no = SAYING_NO.get(int(row["code"].removeprefix("place-")) - 1, 0)
        equal(f"motor-in-iom: {row['code']} is hidden", row["status"] == "suppressed", 0 < no < K)
    return wrong


def spoil(table, cells, row=0):
    """The tables with other cells in one row."""
    tables = Tables()
    tables.rows[table][row] |= cells
    return tables


SPOILED = {
    "criterion-education": ("methodists", {"education": "secondary"}),
    "criterion-experience": ("methodists", {"teaching_since": "2018-06-01"}),
    "criterion-category": ("methodists", {"category": "first"}),
    "criterion-assessment": ("methodists", {"assessed_on": ""}),
    "criterion-all": ("methodists", {"excluded_on": "2023-01-15"}),
    "motor-in-iom": ("post_course", {"in_iom": ""}),
    "motor-applied": ("post_course", {"practice": "none"}),
    "motor-not-in-iom": ("post_course", {"surveyed_on": "2022-08-31"}),
    "motor-present": ("post_course", {"outcome": ""}),
    "motor-other-topic": ("post_course", {"outcome": "other_topic"}),
    "motor-absent": ("post_course", {"outcome": "absent"}),
}


def self_test(binary, project, workdir):
    missed = []
    for indicator, (table, cells) in SPOILED.items():
        wrong = differences(build(binary, project, workdir / indicator, spoil(table, cells)))
        if not any(line.startswith(f"{indicator}: page") for line in wrong) and not any(
                line.startswith(f"{indicator}: counted") for line in wrong):
            missed.append(indicator)
    print(f"spoiled cells noticed: {len(SPOILED) - len(missed)} of {len(SPOILED)}")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=lambda text: Path(text).resolve())
    parser.add_argument("project", type=lambda text: Path(text).resolve())
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        wrong = self_test(arguments.binary, arguments.project, arguments.workdir)
    else:
        public = build(arguments.binary, arguments.project, arguments.workdir, Tables())
        wrong = differences(public)
        for indicator in EXPECTED:
            print(f"{indicator}: {page_value(public, indicator)}")
    for line in wrong:
        print(f"✗ {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
