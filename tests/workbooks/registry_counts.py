"""Counts and lists of the registry that the workbooks show beside the indicators, by SQL of its own."""

import re
import tomllib
from collections import defaultdict
from datetime import date
from pathlib import Path

# Numbers about the data themselves and about single routes: no file says them twice. {book: titles}
LISTED = {
    "data-quality.xlsx": ("Место", "Строк", "Строк с замечаниями", "Ошибок", "Предупреждений", "Замечаний", "Муниципалитетов"),
    "iom.xlsx": ("Этап", "Просрочен, дней"),
    "monitoring.xlsx": ("Стаж, полных лет",),
}
LISTED_CARDS = ("строк данных", "строк без замечаний", "ошибок", "предупреждений", "место", "без единого замечания")


def months(school_year):
    """{«Сентябрь 2026»: "2026-09"} of a school year."""
    names = ("Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
             "Декабрь")
    first = int(school_year[:4])
    return {f"{name} {first + (number < 9)}": f"{first + (number < 9)}-{number:02}" for number, name in enumerate(names, 1)}


class RegistryCounts:
    def __init__(self, database, figures, as_of, project, region, distributions):
        self.distributions, self.answers = distributions, defaultdict(set)  # rows of the open data
        for row in distributions:
            self.answers[row["distribution"]].add(row["title"].lower())
        self.database, self.figures, self.as_of, self.year = database, figures, as_of.isoformat(), figures.years[-1]
        self.region = figures.region
        folder = Path(project) / "data"
        with (folder / "regions" / region / "profile.toml").open("rb") as file:
            profile = tomllib.load(file)
        self.least, self.most = profile["norms"]["load_min"], profile["norms"]["load_max"]
        self.package = [kind["key"] for kind in profile["document_kinds"] if kind.get("package")]
        with (folder / "forms" / "lesson_visits.toml").open("rb") as file:
            columns = tomllib.load(file)["columns"]
        self.groups = {value["title"].lower(): value["key"] for column in columns if column["key"] == "teacher_group"
                       for value in column["values"]}
        self.subjects = defaultdict(list)
        for code, name in database.execute("SELECT code, name FROM subjects"):
            self.subjects[name].append(code)
        self._tables()

    def _tables(self):
        rows = self.database.execute
        at = (self.as_of,)
        self.teachers, self.methodists = defaultdict(int), defaultdict(int)
        for place, subject, count in rows(
                "SELECT o.municipality, t.subject, count(*) FROM teachers t JOIN organizations o ON o.code = t.organization "
                "WHERE t.dismissed_on IS NULL OR t.dismissed_on > ? GROUP BY 1, 2", at):
            self.teachers[place, subject] += count
            self.teachers["", subject] += count
        for place, subject, count in rows(
                "SELECT municipality, subject, count(*) FROM methodists WHERE included_on <= ?1 AND "
                "(excluded_on IS NULL OR excluded_on > ?1) GROUP BY 1, 2", at):
            self.methodists[place, subject] += count
            self.methodists["", subject] += count
        self.assigned, self.loads = defaultdict(list), defaultdict(lambda: defaultdict(list))
        for place, organization, count, *name in rows(
                "SELECT m.municipality, o.name, a.teachers_count, m.last_name, m.first_name, m.patronymic "
                "FROM assignments a JOIN methodists m ON m.code = a.methodist JOIN organizations o ON o.code = a.organization "
                "WHERE a.school_year = ?2 AND m.included_on <= ?1 AND (m.excluded_on IS NULL OR m.excluded_on > ?1)",
                (self.as_of, self.year)):
            self.assigned[organization].append(count)
            self.loads[place][" ".join(filter(None, name))].append((organization, count))
        self.visits = {key[:3]: key[3] for key in rows(
            "SELECT municipality, substr(visited_on, 1, 7), teacher_group, count(*) FROM lesson_visits WHERE visited_on <= ? "
            "GROUP BY 1, 2, 3", at)}
        self.audits = defaultdict(list)
        for place, item, *scores in rows("SELECT municipality, item, max_score, self_score, expert_score FROM audits"):
            self.audits[place, item].append(scores)
        self.tasks = defaultdict(list)
        first, last = f"{self.year[:4]}-09-01", f"{self.year[5:]}-08-31"
        for place, function, due, done in rows("SELECT municipality, function, due_on, done_on FROM ums_tasks"):
            if due and first <= due <= last:
                state = ("done" if done <= due else "late") if done and done <= self.as_of else (
                    "overdue" if due < self.as_of else "ahead")
                self.tasks[place].append((function, state, due))
            elif not due:
                self.tasks[place].append((function, "late" if done else "ahead", None))
        self.routes = {place for place, in rows("SELECT DISTINCT o.municipality FROM ioms i JOIN teachers t ON t.code = "
                                                "i.teacher JOIN organizations o ON o.code = t.organization")}
        self.overdue = defaultdict(list)
        for *name, count in rows(
                "SELECT t.last_name, t.first_name, t.patronymic, (SELECT count(*) FROM iom_activities a WHERE a.iom = i.code "
                "AND a.due_on < ?1 AND a.done_on IS NULL) FROM ioms i JOIN teachers t ON t.code = i.teacher", at):
            self.overdue[" ".join(filter(None, name))].append(count)

    def _of(self, table, place, subject=None):
        codes = [""] if place.municipality is None else [place.municipality]
        wanted = self.subjects[subject] if subject else {code for _, code in table}
        return sum(table[code, one] for code in codes for one in wanted)

    def _task_count(self, places, state):
        return sum(one == state for place in places for _, one, _ in self.tasks[place])

    def card(self, caption, key):
        """A large number of a cover."""
        scope, code = key
        places = self.figures.municipalities if scope == "region" else [code]
        if re.fullmatch("региональны(й|х) методист(а|ов)?", caption):
            return sum(count for (place, _), count in self.methodists.items() if place == ("" if scope == "region" else code))
        if caption == "задач выполнено":
            return self._task_count(places, "done") + self._task_count(places, "late")
        if caption == "задач просрочено":
            return self._task_count(places, "overdue")
        if caption == "уроков посещено":
            span = months(self.year).values()
            return sum(count for (place, month, _), count in self.visits.items() if place in places and month in span)
        if caption in ("молодых специалистов", "без наставника"):
            return self.young(places, caption == "без наставника")
        if caption in ("составлено", "завершено", "в работе", "просрочено", "мероприятий просрочено"):
            return None if any(place in self.routes for place in places) else 0  # else formulas
        return None

    def young(self, places, alone):
        """Under 35 with less than three full years of work; those without a mentor in force."""
        full = "(CAST(substr(?1, 1, 4) AS INTEGER) - CAST(substr({0}, 1, 4) AS INTEGER) - (substr(?1, 6) < substr({0}, 6)))"
        found = self.database.execute(
            "SELECT o.municipality, count(*) FROM teachers t JOIN organizations o ON o.code = t.organization WHERE "
            f"(t.dismissed_on IS NULL OR t.dismissed_on > ?1) AND {full.format('t.birth_date')} < 35 AND "
            f"{full.format('t.teaching_since')} < 3 AND t.teaching_since <= ?1 AND NOT (?2 AND EXISTS (SELECT 1 FROM "
            "mentorships s WHERE s.mentee = t.code AND s.started_on <= ?1 AND (s.ended_on IS NULL OR s.ended_on > ?1))) "
            "GROUP BY 1", (self.as_of, alone))
        return sum(count for place, count in found if place in places)

    def distribution(self, entry, cells):
        """A count of an answer at a place: as the open data have it, [] where they hide it."""
        if not entry.row_texts or not entry.headers:
            return None
        last, place = entry.headers[-1].lower(), entry.row_texts[0]
        shown = {path[-1].lower() for row in cells.headers.values() for path in row.values()}
        found = [row for row in self.distributions if self.answers[row["distribution"]] <= shown
                 and (row["name"] == place or (row["scope"] == "region" and place in ("Регион", "По региону")))]
        column = "total" if last == "всего" else "count"
        found = [row for row in found if column == "total" or row["title"].lower() == last]
        if not found:
            return None
        return [float(row[column]) for row in found] if all(row[column] for row in found) else []

    def of_entry(self, entry, cells, book, place):
        """What a number of a list or a form must be; a list when the row names several alike."""
        titles = (*entry.headers, *entry.above)
        if book == "form-1.xlsx":
            return self.form1(entry, titles, place)
        if book == "form-2.xlsx":
            return self.form2(entry, titles, place)
        if book == "monitoring.xlsx":
            return self.monitoring(entry, place)
        if book == "summary.xlsx":
            if not entry.headers and (expected := self.attention(entry, place)) is not None:
                return expected
            expected = self.deadlines(entry)
            return self.distribution(entry, cells) if expected is None else expected
        if book == "iom.xlsx" and entry.headers and entry.headers[-1] == "Мероприятий просрочено":
            return next((self.overdue[text] for text in entry.row_texts if text in self.overdue), None)
        return self.attention(entry, place) if book == "kpi.xlsx" else None

    def attention(self, entry, place):
        """Rows of a cover that are no indicators."""
        places = self.figures.municipalities if place.municipality is None else [place.municipality]
        if any(text.startswith("Просроченные задачи") for text in entry.row_texts):
            return self._task_count(places, "overdue")
        if any(re.match("Показатели (муниципалитетов, )?для которых нет данных|Показатели без данных", text) for text in
               entry.row_texts):
            return sum(self.figures.no_value(indicator, self.year) for indicator in self.figures.definitions)
        if any(text.startswith("Документы обязательного пакета") for text in entry.row_texts):
            return self.missing_documents(places)
        return None

    def missing_documents(self, places):
        """Kinds of the package that a place has no document of, neither of the year nor without one."""
        have = set(self.database.execute("SELECT municipality, kind FROM documents WHERE (school_year IS NULL OR school_year = ?) "
                                         "AND signed_on <= ?", (self.year, self.as_of)))
        return sum((place, kind) not in have for place in places for kind in self.package)

    def form1(self, entry, titles, place):
        if entry.row_texts[:1] == ("ВСЕГО",) and {"рекомендуемое", "ориентир"} & set(titles):
            return -(-self._of(self.teachers, place) // self.most)
        if entry.formula:
            return None
        subject = next((text for text in reversed(entry.row_texts) if text in self.subjects), None)
        if subject is None:
            return None
        teachers = self._of(self.teachers, place, subject)
        least = -(-teachers // self.most)
        for title, expected in (("Количество педагогических работников", teachers), ("Педагогических работников", teachers),
                                ("рекомендуемое", least), ("ориентир", least),
                                ("Рекомендуется, не менее", least),
                                ("Рекомендуется, не более", max(least, teachers // self.least)),
                                ("фактическое", self._of(self.methodists, place, subject)),
                                ("Фактически методистов", self._of(self.methodists, place, subject))):
            if title in titles:
                return expected
        return None

    def form2(self, entry, titles, place):
        if entry.formula:
            return None
        loads = self.loads[place.municipality] if place.municipality else {
            name: rows for one in self.loads.values() for name, rows in one.items()}
        if entry.headers and entry.headers[-1] == "Организаций":
            alike = [rows for text in entry.row_texts if text in loads for rows in [loads[text]]]
            return [len({organization for organization, _ in rows}) for rows in alike] or None
        if "количество педагогов" in titles:
            return next((self.assigned[text] for text in reversed(entry.row_texts) if text in self.assigned), None)
        return None

    def monitoring(self, entry, place):
        if entry.formula or not entry.headers:
            return None
        last = entry.headers[-1]
        month = next((months(self.year)[text] for text in entry.row_texts if text in months(self.year)), None)
        group = next((key for title, key in self.groups.items() if last.lower().startswith(title)), None)
        if month and group:
            return self.visits.get((place.municipality, month, group), 0)
        item = next((text for text in entry.row_texts if (place.municipality, text) in self.audits), None)
        column = {"Наибольший балл": 0, "Самооценка": 1, "Оценка эксперта": 2}.get(last)
        if item and column is not None:
            return [scores[column] for scores in self.audits[place.municipality, item]]
        return None

    def deadlines(self, entry):
        if entry.formula or not entry.headers:
            return None
        last = entry.headers[-1]
        code = next((code for text in entry.row_texts for (scope, code), name in self.figures.names.items()
                     if scope == "municipality" and name == text), None)
        state = {"Выполнено в срок": "done", "Выполнено с опозданием": "late", "Просрочено": "overdue",
                 "Срок впереди или не назван": "ahead"}.get(last)
        if code and state:
            return self._task_count([code], state)
        if code and last == "Дней просрочки":
            late = [due for _, one, due in self.tasks[code] if one == "overdue"]
            return (date.fromisoformat(self.as_of) - date.fromisoformat(min(late))).days if late else None
        function = next((text for text in entry.row_texts if any(text == f for rows in self.tasks.values() for f, _, _ in rows)), None)
        if function and last in ("Муниципалитетов", "Просрочено задач"):
            late = [place for place, rows in self.tasks.items() for one, state, _ in rows if one == function and state == "overdue"]
            return len(set(late)) if last == "Муниципалитетов" else len(late)
        return self.attention(entry, type("Region", (), {"municipality": None}))

    def listed(self, entry, cells, book, place):
        """The kind of a number that only its own sheet knows; None for any other."""
        if entry.headers and entry.headers[-1] in LISTED.get(book, ()):
            return "listed"
        if book == "summary.xlsx" and entry.headers and any(
                path[-1] == "Всего" for row in cells.headers.values() for path in row.values()):
            return "distribution not in open data"
        caption = cells.rows.get(entry.row + 1, {}).get(entry.column)
        return "listed" if book == "data-quality.xlsx" and caption in LISTED_CARDS else None
