#!/usr/bin/env python3
"""The independent computation itself, on small tables written by hand: boundaries of every definition."""

import csv
import tempfile
import unittest
from datetime import date
from fractions import Fraction
from pathlib import Path

from disclosure import findings_of_group, must_hide
from figures import fixed, rounded
from form1 import compute_form1
from indicators import DEFINITIONS, compute
from registry_csv import Registry
from school_year import Period, full_years, periods_of_build

BUILD = date(2025, 3, 31)  # the school year 2024/2025; seven months of visits have passed


def registry(**tables):
    """Writes the tables as CSV (columns: all keys seen) and reads them back."""
    base = {
        "municipalities": [dict(code="a", name="А"), dict(code="b", name="Б")],
        "organizations": [dict(code="s", municipality="a", name="Школа", kind="school"),
                          dict(code="k", municipality="a", name="Сад", kind="preschool"),
                          dict(code="q", municipality="b", name="Школа", kind="school")],
        "subjects": [dict(code="ru", area="я", name="русский", position="1")],
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (base | tables).items():
            columns = list(dict.fromkeys(key for row in rows for key in row))
            with (Path(folder) / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                out = csv.DictWriter(file, columns, restval="")
                out.writeheader()
                out.writerows(rows)
        return Registry.from_folder(folder)


def teacher(code, **more):
    return dict(code=code, organization="s", last_name="И", first_name="И", subject="ru") | more


def methodist(code, **more):
    return dict(code=code, last_name="М", first_name="М", municipality="a", subject="ru",
                included_on="2023-09-01") | more


def parts(tables, indicator, scope="municipality", code="a", year="2024/2025", build=BUILD):
    figure = compute(registry(**tables), build)[indicator, year, scope, code]
    below = figure.denominator
    return (int(figure.numerator), None if below is None else int(below))


class Dates(unittest.TestCase):
    def test_school_years_of_a_build(self):
        self.assertEqual([p.name for p in periods_of_build(date(2025, 8, 31))],
                         ["2022/2023", "2023/2024", "2024/2025"])
        self.assertEqual([p.name for p in periods_of_build(date(2025, 9, 1))],
                         ["2023/2024", "2024/2025", "2025/2026"])
        self.assertEqual([p.as_of for p in periods_of_build(BUILD)],
                         [date(2023, 8, 31), date(2024, 8, 31), BUILD])

    def test_full_years(self):
        self.assertEqual(full_years(date(2020, 3, 31), BUILD), 5)
        self.assertEqual(full_years(date(2020, 4, 1), BUILD), 4)
        self.assertEqual(full_years(date(2000, 2, 29), date(2025, 2, 28)), 24)
        self.assertIsNone(full_years(date(2025, 4, 1), BUILD))
        self.assertIsNone(full_years(None, BUILD))

    def test_elapsed_months(self):
        self.assertEqual(len(Period(2024, date(2025, 3, 30)).elapsed_months()), 6)
        self.assertEqual(len(Period(2024, date(2025, 3, 31)).elapsed_months()), 7)
        self.assertEqual(len(Period(2024, date(2025, 8, 31)).elapsed_months()), 9)
        self.assertEqual(Period(2024, date(2024, 9, 29)).elapsed_months(), [])
        self.assertIn((2024, 2), Period(2023, date(2024, 2, 29)).elapsed_months())


class Values(unittest.TestCase):
    def test_rounding(self):
        self.assertEqual(fixed(Fraction(1, 3), 2), "0.33")
        self.assertEqual(fixed(Fraction(1, 8), 2), "0.13")
        self.assertEqual(fixed(Fraction(-1, 8), 2), "-0.13")
        self.assertEqual(fixed(Fraction(200, 3), 1), "66.7")
        self.assertEqual(rounded(Fraction(1, 20), 1), 1)

    def test_the_set(self):
        self.assertEqual(len(DEFINITIONS), 32)

    def test_presence_becomes_percent(self):
        figures = compute(registry(methodists=[methodist("m")]), BUILD)
        at = figures["coverage", "2024/2025", "municipality", "a"]
        self.assertEqual((at.value, at.unit, at.target, at.status), (1, "presence", 1, "met"))
        above = figures["coverage", "2024/2025", "region", "moscow-oblast"]
        self.assertEqual((above.value, above.unit, above.target, above.status),
                         (50, "percent", 100, "not_met"))

    def test_no_data_and_totals(self):
        tables = dict(teachers=[teacher("t1"), teacher("t2"), teacher("t3", organization="q")],
                      methodists=[methodist("m")])
        figures = compute(registry(**tables), BUILD)
        self.assertEqual(figures["load", "2024/2025", "municipality", "b"].status, "no_data")
        self.assertEqual(figures["load", "2024/2025", "municipality", "a"].value, 2)
        self.assertEqual(figures["load", "2024/2025", "region", "moscow-oblast"].value, 3)

    def test_territories(self):
        tables = dict(territories=[dict(code="t", name="Т")],
                      municipalities=[dict(code="a", name="А", territory="t"), dict(code="b", name="Б"),
                                      dict(code="c", name="В", territory="t")],
                      methodists=[methodist("m")])
        self.assertEqual(parts(tables, "coverage", "territory", "t"), (1, 2))
        self.assertEqual(parts(tables, "coverage", "region", "moscow-oblast"), (1, 3))


class WhoCounts(unittest.TestCase):
    def test_dismissed_on_the_day_does_not_count(self):
        tables = dict(teachers=[teacher("t1", dismissed_on="2025-03-31"),
                                teacher("t2", dismissed_on="2025-04-01"), teacher("t3")])
        self.assertEqual(parts(tables, "training-federal"), (0, 2))
        self.assertEqual(parts(tables, "training-federal", year="2023/2024"), (0, 3))

    def test_active_methodists(self):
        tables = dict(methodists=[
            methodist("m1", included_on="2025-03-31"), methodist("m2", included_on="2025-04-01"),
            methodist("m3", excluded_on="2025-03-31"), methodist("m4", excluded_on="2025-04-01"),
            methodist("m5", included_on="")])
        self.assertEqual(parts(tables, "by-order"), (0, 2))
        self.assertEqual(parts(tables, "by-order", year="2023/2024"), (0, 2))
        self.assertEqual(parts(tables, "by-order", year="2022/2023"), (0, 0))


class Routes(unittest.TestCase):
    def assessed(self, **levels):
        return [dict(teacher=t, school_year="2024/2025", level=level, assessed_on="2024-10-01", kind="x")
                for t, level in levels.items()]

    def test_developed_and_completed(self):
        ioms = [dict(code="1", teacher="t1", methodist="m", school_year="2024/2025", status="completed"),
                dict(code="2", teacher="t1", methodist="m", school_year="2024/2025", status="agreed"),
                dict(code="3", teacher="t2", methodist="", school_year="2024/2025", status="completed"),
                dict(code="4", teacher="t3", methodist="m", school_year="2024/2025", status="draft"),
                dict(code="5", teacher="t4", methodist="m", school_year="2023/2024", status="agreed"),
                dict(code="6", teacher="t5", methodist="m", school_year="2024/2025", status="extended"),
                dict(code="7", teacher="t6", methodist="m", school_year="2024/2025", status="agreed")]
        tables = dict(teachers=[teacher(f"t{i}") for i in range(1, 7)], methodists=[methodist("m")],
                      assessments=self.assessed(t1="low", t2="low", t3="inadmissible", t4="low", t5="low",
                                                t6="basic"), ioms=ioms)
        self.assertEqual(parts(tables, "iom-developed"), (2, 5))
        self.assertEqual(parts(tables, "iom-completed"), (1, 2))

    def test_latest_assessment_decides(self):
        row = dict(teacher="t1", school_year="2024/2025")
        tables = dict(teachers=[teacher("t1")], assessments=[
            row | dict(level="low", assessed_on="2024-10-02", kind="a"),
            row | dict(level="basic", assessed_on="2024-10-02", kind="b"),
            row | dict(level="low", assessed_on="", kind="c")])
        self.assertEqual(parts(tables, "iom-developed"), (0, 0))
        tables["assessments"][0]["assessed_on"] = "2024-10-03"
        self.assertEqual(parts(tables, "iom-developed"), (0, 1))

    def test_growth(self):
        before = [("t1", "low"), ("t2", "high"), ("t3", "basic")]
        now = [("t1", "raised"), ("t2", "raised"), ("t3", "basic"), ("t4", "high")]
        tables = dict(teachers=[teacher(f"t{i}") for i in range(1, 5)], assessments=[
            dict(teacher=t, school_year=y, level=level, kind="x")
            for y, rows in (("2023/2024", before), ("2024/2025", now)) for t, level in rows])
        self.assertEqual(parts(tables, "level-growth"), (1, 3))
        figures = compute(registry(**tables), BUILD)
        self.assertEqual(figures["level-growth", "2024/2025", "municipality", "a"].value, 1)
        self.assertEqual(figures["level-growth", "2024/2025", "municipality", "b"].status, "no_data")

    def test_inadmissible(self):
        iom = dict(methodist="", digital="1", status="agreed")
        tables = dict(
            teachers=[teacher(f"t{i}") for i in range(1, 6)],
            assessments=[dict(teacher=f"t{i}", school_year="2023/2024", level="inadmissible", kind="x")
                         for i in range(1, 6)],
            ioms=[iom | dict(code="1", teacher="t1", school_year="2023/2024"),
                  iom | dict(code="2", teacher="t2", school_year="2024/2025"),
                  iom | dict(code="3", teacher="t3", school_year="2022/2023"),
                  iom | dict(code="4", teacher="t4", school_year="2024/2025", digital="0"),
                  iom | dict(code="5", teacher="t5", school_year="2024/2025", status="cancelled")])
        self.assertEqual(parts(tables, "iom-inadmissible"), (2, 5))


class TrainingAndMentoring(unittest.TestCase):
    def test_training(self):
        rows = [("t1", "federal", "federal", "2024-09-01"), ("t1", "federal", "federal", "2025-01-10"),
                ("t2", "federal", "regional", "2025-01-10"), ("t3", "municipal", "regional", "2025-08-31"),
                ("t4", "regional", "none", "2025-01-10"), ("t5", "federal", "federal", "2024-08-31")]
        tables = dict(teachers=[teacher(f"t{i}") for i in range(1, 6)], courses=[
            dict(teacher=t, program="п", provider=p, program_registry=r, finished_on=d)
            for t, p, r, d in rows])
        self.assertEqual(parts(tables, "training-federal"), (1, 5))
        self.assertEqual(parts(tables, "training-regional"), (1, 5))
        self.assertEqual(parts(tables, "training-federal", year="2023/2024"), (1, 5))

    def test_contest_winners_are_counted_once(self):
        row = dict(teacher="t1", level="regional", result="prize", school_year="2024/2025", ministry_list="1")
        tables = dict(teachers=[teacher("t1"), teacher("t2")], contests=[
            row | dict(contest="1"), row | dict(contest="2"),
            row | dict(teacher="t2", contest="1", ministry_list="0")])
        self.assertEqual(parts(tables, "contest-winners"), (1, None))
        self.assertEqual(parts(tables, "contest-winners", code="b"), (0, None))

    def test_young(self):
        tables = dict(teachers=[
            teacher("t1", birth_date="1990-04-01", teaching_since="2022-04-01"),  # 34, 2: young
            teacher("t2", birth_date="1990-03-31", teaching_since="2024-09-01"),  # 35
            teacher("t3", birth_date="2000-01-01", teaching_since="2022-03-31"),  # 3 years
            teacher("t4", birth_date="2000-01-01", teaching_since=""),
            teacher("t5", birth_date="2000-01-01", teaching_since="2025-04-01"),  # not yet
            teacher("t6", birth_date="2000-01-01", teaching_since="2025-03-31"),
            teacher("t7", birth_date="2000-01-01", teaching_since="2025-03-31"),
            teacher("t8", birth_date="2000-01-01", teaching_since="2025-03-31")],
            mentorships=[
                dict(mentor="t2", mentee="t1", order_number="1", started_on="2025-03-31", ended_on="2025-04-01"),
                dict(mentor="t2", mentee="t6", order_number="", started_on="2024-09-01"),
                dict(mentor="t2", mentee="t7", order_number="1", started_on="2024-09-01", ended_on="2025-03-31"),
                dict(mentor="t2", mentee="t8", order_number="1", started_on="2025-04-01")])
        self.assertEqual(parts(tables, "young-mentored"), (1, 4))


class DocumentsAndWork(unittest.TestCase):
    def test_documents(self):
        row = dict(municipality="a", title="Д", signed_on="2024-09-10")
        tables = dict(documents=[
            row | dict(code="1", kind="roster_act", school_year="2024/2025"),
            row | dict(code="2", kind="assignment_act", school_year=""),
            row | dict(code="3", kind="analytical_report", school_year="2023/2024"),
            row | dict(code="4", kind="work_plan", school_year="2024/2025"),
            row | dict(code="5", kind="work_plan", school_year=""),
            row | dict(code="6", kind="ums_regulation", school_year=""),
            row | dict(code="7", kind="network_agreement", school_year="2023/2024"),
            row | dict(code="8", kind="gmo_regulation", school_year="", municipality="")])
        for indicator, expected in (("roster-act", 1), ("assignment-act", 0), ("analytical-report", 1)):
            self.assertEqual(parts(tables, indicator), (expected, 1), indicator)
        self.assertEqual(parts(tables, "document-package"), (2, 6))

    def test_tasks(self):
        row = dict(municipality="a", function="1.1.1")
        tables = dict(ums_tasks=[
            row | dict(period="1", due_on="2025-03-31", done_on="2025-03-31"),
            row | dict(period="2", due_on="2024-09-01", done_on="2024-09-02"),
            row | dict(period="3", due_on="2025-04-01", done_on="2025-03-01"),
            row | dict(period="4", due_on="2024-08-31", done_on="2024-08-01"),
            row | dict(period="5", due_on="", done_on="2025-01-01")])
        self.assertEqual(parts(tables, "tasks-on-time"), (1, 2))

    def test_visits(self):
        def visits(month, **groups):
            return [dict(code=f"{month}{g}{i}", municipality="a", visited_on=f"2024-{month}-15", teacher_group=g)
                    for g, n in groups.items() for i in range(n)]
        tables = dict(lesson_visits=visits("09", young=2, high=2, low=2) + visits("10", young=3, high=2, low=1)
                      + visits("11", young=2, high=2, technology=4))
        self.assertEqual(parts(tables, "lesson-visits"), (1, 7))

    def test_audit(self):
        row = dict(municipality="a", school_year="2024/2025", max_score="4")
        tables = dict(audits=[row | dict(item="1", expert_score="2.5"), row | dict(item="2", expert_score="")])
        figure = compute(registry(**tables), BUILD)["audit-score", "2024/2025", "municipality", "a"]
        self.assertEqual((figure.numerator, figure.denominator), (Fraction(5, 2), 4))

    def test_innovation(self):
        row = dict(organization="s", kind="rip", school_year="2024/2025", program="")
        tables = dict(innovation_sites=[row, row | dict(kind="rsp", completed="1"),
                                        row | dict(organization="k"), row | dict(organization="q", school_year="2023/2024")])
        self.assertEqual(parts(tables, "innovation-participation"), (2, 2))
        self.assertEqual(parts(tables, "innovation-success"), (1, 2))

    def test_criteria(self):
        best = dict(education="higher_pedagogical", category="highest", teaching_since="2020-03-31",
                    assessment_level="raised", organization="s", advanced_training_on="2024-01-01")
        spoiled = [dict(education="higher"), dict(category="methodist"), dict(teaching_since="2020-04-01"),
                   dict(assessment_level="basic"), dict(organization="k"), dict(advanced_training_on="")]
        tables = dict(methodists=[methodist("m", **best)]
                      + [methodist(f"m{i}", **(best | one)) for i, one in enumerate(spoiled)])
        self.assertEqual(parts(tables, "criterion-all"), (1, 7))
        for key in ("education", "category", "experience", "assessment", "organization", "training"):
            self.assertEqual(parts(tables, f"criterion-{key}"), (6, 7), key)


class Form1(unittest.TestCase):
    def test_norms(self):
        for count, expected in ((0, (0, 0)), (1, (1, 1)), (70, (1, 1)), (71, (2, 2)), (100, (2, 2)),
                                (150, (3, 3)), (200, (3, 4))):
            tables = dict(teachers=[teacher(f"t{i}") for i in range(count)], methodists=[methodist("m")])
            rows = compute_form1(registry(**tables), BUILD)["municipality", "a"]
            for row in rows:
                self.assertEqual((row.recommended_min, row.recommended_max, row.teachers, row.actual),
                                 (*expected, count, 1))


class Disclosure(unittest.TestCase):
    def test_small(self):
        self.assertTrue(must_hide((1,), 5))
        self.assertTrue(must_hide((10, 14, 4), 5))
        self.assertFalse(must_hide((0, 5, 5), 5))
        self.assertFalse(must_hide((0, 0, 0), 5))

    def test_one_hidden_member_follows_from_the_total(self):
        self.assertTrue(findings_of_group({"a": (3,), "b": (9,)}, {"a"}, 5))
        self.assertTrue(findings_of_group({"a": (1,), "b": (2,), "c": (9,)}, {"a", "b"}, 5))
        self.assertFalse(findings_of_group({"a": (3,), "b": (9,)}, {"a", "b"}, 5))
        self.assertFalse(findings_of_group({"a": (9,), "b": (9,)}, set(), 5))


if __name__ == "__main__":
    unittest.main()
