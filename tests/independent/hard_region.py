#!/usr/bin/env python3
"""Writes a made-up region full of borderline cases as CSV files: hard_region.py FOLDER [SEED]

Dates on, before and after every boundary, empty optional cells, places and people without data, territories,
subjects and municipalities that no profile knows. Made for a build as of AS_OF.
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

AS_OF = date(2025, 3, 31)
YEARS = ("2021/2022", "2022/2023", "2023/2024", "2024/2025", "2025/2026")
BOUNDARIES = [date(y, m, d) for y in (2022, 2023, 2024, 2025) for m, d in ((8, 31), (9, 1))] + [AS_OF]
LEVELS = ("inadmissible", "low", "basic", "raised", "high")
STATUSES = ("draft", "agreed", "in_progress", "completed", "extended", "cancelled")
CATEGORIES = ("none", "first", "highest", "methodist", "mentor", "")


class Region:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tables = {}

    # --- values -------------------------------------------------------------------------------------

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, values):
        return self.random.choice(values)

    def flag(self):
        return self.pick(("1", "0", ""))

    def day(self, first=date(2021, 9, 1), last=date(2025, 8, 31)):
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def borderline(self):
        return self.pick(BOUNDARIES) + timedelta(days=self.pick((-1, 0, 1)))

    def date(self, empty=0.2, borderline=0.4):
        if self.chance(empty):
            return ""
        return (self.borderline() if self.chance(borderline) else self.day()).isoformat()

    def anniversary(self, years):
        """A birthday that makes somebody `years` old near the end of one of the school years."""
        end = self.pick((date(2023, 8, 31), date(2024, 8, 31), AS_OF))
        return (end.replace(year=end.year - years) + timedelta(days=self.pick((-1, 0, 1)))).isoformat()

    # --- tables -------------------------------------------------------------------------------------

    def add(self, table, **row):
        self.tables.setdefault(table, []).append(row)
        return row.get("code")

    def places(self):
        for code in ("north", "south"):
            self.add("territories", code=code, name=f"Территория {code}")
        self.municipalities = [
            self.add("municipalities", code=f"m{i:02}", name=f"Округ № {i}", kind="муниципальный округ",
                     territory=self.pick(("north", "south", "")), ums_site=self.pick(("https://ums.example.ru/", "")))
            for i in range(14)]
        self.subjects = [
            self.add("subjects", code=f"s{i}", area=f"область {i // 3}", name=f"предмет {i}",
                     position=str(i + 1) if i < 6 else "")
            for i in range(8)]
        for m in self.municipalities[:-1]:  # the last one has nothing at all
            for i in range(self.pick((1, 2, 5, 9))):
                self.add("organizations", code=f"{m}-o{i}", municipality=m, name=f"Организация {i}",
                         kind=self.pick(("preschool", "school", "school", "additional", "vocational")),
                         mentoring_model=self.flag())
        self.organizations = self.tables["organizations"]

    def people(self):
        for organization in self.organizations:
            for i in range(self.pick((0, 3, 12, 30, 80))):
                since = self.pick((self.anniversary(3), self.date(empty=0.1), self.date(), "2001-09-01"))
                birth = self.pick((self.anniversary(35), "1970-05-05", "2000-02-29", "1992-07-01", ""))
                self.add("teachers", code=f"{organization['code']}-t{i}", organization=organization["code"],
                         last_name="Двинянинов", first_name="Евстафий", birth_date=birth, subject=self.pick(self.subjects[:-1]),
                         category=self.pick(CATEGORIES), teaching_since=since if since >= birth else "",
                         manager=self.flag(), dismissed_on=self.date(empty=0.85, borderline=0.7))
        self.teachers = [t["code"] for t in self.tables["teachers"]]
        for i in range(90):
            m = self.pick(self.municipalities[:-2])
            included = self.date(empty=0.1)
            excluded = self.date(empty=0.6)
            own = [o["code"] for o in self.organizations if o["municipality"] == m]
            good = self.chance(0.6)
            self.add("methodists", code=f"m-{i:03}", last_name=f"Заозерский-{i}", first_name="Порфирий", municipality=m,
                     organization=self.pick(own + [""]), subject=self.pick(self.subjects),
                     education="higher_pedagogical" if good else self.pick(("higher", "secondary", "")),
                     category="highest" if good else self.pick(CATEGORIES),
                     teaching_since="1999-09-01" if good else self.pick((self.anniversary(5), "")),
                     assessment_level=self.pick(("raised", "high")) if good else self.pick((*LEVELS, "")),
                     assessed_on=self.date(), advanced_training_on=self.pick(("2023-02-01", "2025-08-01", "")),
                     digital_cabinet=self.flag(), order_number=self.pick(("1-ОД", "")),
                     included_on=included, excluded_on=excluded if not included or excluded >= included else "",
                     consent_on=self.pick(("2023-09-01", "2025-03-31", "2025-04-01", "")),
                     consent_withdrawn_on="")
        for m in self.tables["methodists"]:
            if m["consent_on"] == "2023-09-01" and self.chance(0.2):
                m["consent_withdrawn_on"] = self.pick(("2023-09-01", "2024-01-01"))
        self.methodists = [m["code"] for m in self.tables["methodists"]]

    def routes(self):
        for teacher in self.teachers:
            for year in YEARS[:-1]:
                if not self.chance(0.6):
                    continue
                tie = self.date(empty=0.3)
                for kind in self.random.sample(("", "а", "б", "в"), self.pick((1, 1, 2, 3))):
                    self.add("assessments", teacher=teacher, school_year=year, level=self.pick(LEVELS),
                             assessed_on=tie if self.chance(0.5) else self.date(), kind=kind)
        number = 0
        for teacher in self.teachers:
            for year in YEARS:
                for _ in range(self.pick((0, 0, 1, 2))):
                    number += 1
                    status = self.pick(STATUSES)
                    self.add("ioms", code=f"i{number}", teacher=teacher, methodist=self.pick((*self.methodists[:5], "")),
                             school_year=year, status=status, digital=self.flag())

    def training(self):
        for teacher in self.teachers:
            for program in range(self.pick((0, 0, 1, 3))):
                self.add("courses", teacher=teacher, program=f"Программа {program}",
                         provider=self.pick(("federal", "regional", "municipal")),
                         program_registry=self.pick(("federal", "regional", "none", "")),
                         finished_on=self.date(empty=0))
            for contest in range(self.pick((0, 0, 0, 0, 2))):
                self.add("contests", teacher=teacher, contest=f"Конкурс {contest}", level="regional",
                         result=self.pick(("winner", "prize")), school_year=self.pick(YEARS), ministry_list=self.flag())
            if self.chance(0.5):
                started = self.date(empty=0.1)
                ended = self.date(empty=0.5)
                mentor = self.pick([t for t in self.teachers[:9] if t != teacher])
                self.add("mentorships", mentor=mentor, mentee=teacher, order_number=self.pick(("7", "")),
                         started_on=started, ended_on=ended if ended >= started else "")

    def service(self):
        kinds = ("ums_regulation", "gmo_regulation", "support_regulation", "network_agreement", "work_plan",
                 "mentoring_program", "analytical_report", "roster_act", "assignment_act", "order")
        for i in range(300):
            self.add("documents", code=f"d{i}", municipality=self.pick((*self.municipalities[:-1], "")),
                     kind=self.pick(kinds), title=f"Документ {i}", signed_on=self.date(empty=0),
                     school_year=self.pick((*YEARS, "")))
        for m in self.municipalities[:-1]:
            for period in range(self.pick((0, 1, 12))):
                due, done = self.date(), self.date()
                self.add("ums_tasks", municipality=m, function="1.1.1", period=str(period), due_on=due,
                         done_on=due if self.chance(0.3) else done)
            for year in YEARS:
                for item in range(self.pick((0, 2, 5))):
                    most = self.pick((1, 2, 2.5, 10))
                    self.add("audits", municipality=m, school_year=year, item=f"Пункт {item}", max_score=str(most),
                             expert_score="" if self.chance(0.3) else str(most * self.pick((0, 0.5, 1))))
            for i in range(self.pick((0, 1, 7))):
                self.add("associations", code=f"{m}-a{i}", municipality=m, name=f"ГМО {i}",
                         kind=self.pick(("gmo", "mmo", "professional")))
            for i in range(self.pick((0, 1, 6))):
                self.add("practices", slug=f"{m}-p{i}", municipality=m, title="Практика", kind="pedagogical",
                         annotation="Кратко.", body="Подробно.", status=self.pick(("draft", "published", "archived")),
                         year="2024")
        number = 0
        for m in self.municipalities[:-2]:
            for year, month in [(y, mm) for y in (2022, 2023, 2024, 2025) for mm in range(1, 13)]:
                for group in ("young", "high", "low", "technology"):
                    for _ in range(self.pick((1, 2, 2, 3))):
                        number += 1
                        when = date(year, month, self.pick((1, 15, 28)))
                        if self.chance(0.1):
                            when = self.borderline()
                        self.add("lesson_visits", code=f"v{number}", municipality=m, visited_on=when.isoformat(),
                                 teacher_group=group)
        keys = set()
        for _ in range(60):
            key = (self.pick(self.organizations)["code"], self.pick(("rip", "rsp", "msp")), self.pick(YEARS),
                   self.pick(("", "Программа")))
            if key not in keys:
                keys.add(key)
                self.add("innovation_sites", **dict(zip(("organization", "kind", "school_year", "program"), key)),
                         completed=self.flag())
        for methodist in self.methodists:
            for organization in self.random.sample(self.organizations, 2):
                self.add("assignments", methodist=methodist, organization=organization["code"],
                         school_year=self.pick(YEARS), teachers_count=str(self.pick((0, 3, 40, 75))),
                         mode=self.pick(("in_person", "remote", "flash", "")))

    def write(self, folder):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in self.tables.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                out = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                out.writeheader()
                out.writerows(rows)


def write_hard_region(folder, seed=1):
    region = Region(seed)
    region.places()
    region.people()
    region.routes()
    region.training()
    region.service()
    region.write(folder)


if __name__ == "__main__":
    write_hard_region(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
