#!/usr/bin/env python3
"""Collection forms come back the same, whoever filled them in.

round_trip.py BINARY PROJECT FOLDER [--scale S]

Makes a demo region and its forms, then imports them into copies of the registry:
untouched (nothing changes), saved again by openpyxl, exceljs and LibreOffice (nothing changes),
filled in by each of the three (exactly the cells that were set change).
"""

import argparse
import datetime
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).parent))
import libreoffice  # noqa: E402

AS_OF = "2026-11-20"
MUNICIPALITY = "balashikha"
HEADER_ROW = 3
FIRST_ROW = 4


class Mismatch(Exception):
    pass


class Program:
    def __init__(self, binary, project, folder):
        self.binary, self.project, self.folder = binary, project, folder

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True, cwd=self.project,
                              stdin=subprocess.DEVNULL, timeout=600)

    def must(self, *arguments):
        result = self.run(*arguments)
        if result.returncode != 0:
            raise Mismatch(f"{' '.join(map(str, arguments))}: exit {result.returncode}\n{result.stdout[-1500:]}"
                           f"{result.stderr[-1500:]}")
        return result.stdout

    def import_into_copy(self, registry, name, *paths):
        """Imports into a copy of the registry. Returns the copy and the counts per table."""
        copy = self.folder / f"{name}.db"
        shutil.copy(registry, copy)
        report = json.loads(self.must("import", *paths, "--registry", copy, "--as-of", AS_OF, "--json"))
        return copy, report["tables"]


def content(registry):
    """Table → its rows as dictionaries, without the journal."""
    connection = sqlite3.connect(f"file:{registry}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables if not table.startswith(("journal_", "sqlite_"))}
    connection.close()
    return rows


def canonical(rows):
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)


def assert_same(name, found, expected):
    for table in expected:
        have, want = canonical(found[table]), canonical(expected[table])
        if have != want:
            extra = [row for row in have if row not in want][:3]
            missing = [row for row in want if row not in have][:3]
            raise Mismatch(f"{name}, {table}:\n  found    {extra}\n  expected {missing}")


def assert_nothing_changes(program, registry, name, *paths):
    copy, tables = program.import_into_copy(registry, name, *paths)
    changed = [t for t in tables if t["added"] or t["changed"]]
    if changed or not tables:
        raise Mismatch(f"{name}: {changed}")
    assert_same(name, content(copy), content(registry))
    return sum(t["unchanged"] for t in tables)


def code_of(label):
    return re.search(r"\[([^\[\]]+)\]$", label).group(1)


class Form:
    """A form as openpyxl reads it: where the columns and rows are."""

    def __init__(self, file):
        self.book = openpyxl.load_workbook(file)
        self.next_row = {}

    def columns(self, sheet):
        return {str(cell.value).replace("\u00a0*", ""): cell.column for cell in self.book[sheet][HEADER_ROW] if cell.value}

    def row_of(self, sheet, code):
        for row in range(FIRST_ROW, self.book[sheet].max_row + 1):
            if self.book[sheet].cell(row, 1).value == code:
                return row
        raise Mismatch(f"{sheet}: no row {code}")

    def value(self, sheet, row, title):
        return self.book[sheet].cell(row, self.columns(sheet)[title]).value

    def offered(self, sheet, title):
        """What the dropdown of the column offers."""
        letter = openpyxl.utils.get_column_letter(self.columns(sheet)[title])
        for rule in self.book[sheet].data_validations.dataValidation:
            if f"{letter}{FIRST_ROW}" in rule.sqref:
                names = self.book.defined_names
                name = names[rule.formula1] if hasattr(names, "keys") else names.get(rule.formula1)
                (lists, cells), = name.destinations
                found = self.book[lists][cells.replace("$", "")]
                rows = found if isinstance(found, tuple) else ((found,),)
                return [cell.value for (cell,) in rows]
        raise Mismatch(f"{sheet}: no dropdown under {title}")

    def new_row(self, sheet):
        row = self.next_row.get(sheet, max(self.book[sheet].max_row, HEADER_ROW) + 1)
        self.next_row[sheet] = row + 1
        return row


def make_edits(form, registry, role_key):
    """Cells to set, and the registry as it must be afterwards."""
    rows = content(registry)
    edits = []

    def place(sheet, row, title, kind, value):
        edits.append({"sheet": sheet, "row": row, "column": form.columns(sheet)[title], "kind": kind, "value": value})

    def edit(sheet, row, title, kind, value, stored):
        place(sheet, row, title, kind, value)
        target, column, new = stored
        if target[column] == new:
            raise Mismatch(f"{sheet}, {title}: the edit changes nothing")
        target[column] = new

    def stored(table, **key):
        found = [row for row in rows[table] if all(row[name] == value for name, value in key.items())]
        if len(found) != 1:
            raise Mismatch(f"{table} {key}: {len(found)} rows")
        return found[0]

    people = "Педагогические работники"
    first, second, third = (form.value(people, FIRST_ROW + i, "Код") for i in range(3))
    own = [stored("teachers", code=code) for code in (first, second, third)]
    edit(people, FIRST_ROW, "Дата увольнения", "date", "2026-10-05", (own[0], "dismissed_on", "2026-10-05"))
    edit(people, FIRST_ROW, "Отчество", "empty", "", (own[0], "patronymic", None))
    edit(people, FIRST_ROW, "Должность", "text", "12/03", (own[0], "position", "12/03"))
    if "педагог-наставник" not in form.offered(people, "Квалификационная категория"):
        raise Mismatch("the dropdown of categories is not what the form definition says")
    edit(people, FIRST_ROW + 1, "Квалификационная категория", "text", "педагог-наставник",
         (own[1], "category", "mentor"))
    other = next(label for label in form.offered(people, "Основной предмет") if code_of(label) != own[2]["subject"])
    edit(people, FIRST_ROW + 2, "Основной предмет", "text", other, (own[2], "subject", code_of(other)))

    schools = "Образовательные организации"
    school = stored("organizations", code=form.value(schools, FIRST_ROW, "Код"))
    answer = "нет" if school["remote"] else "да"
    edit(schools, FIRST_ROW, "Труднодоступная местность", "text", answer, (school, "remote", 1 - (school["remote"] or 0)))
    edit(schools, FIRST_ROW, "Краткое название", "text", "007", (school, "short_name", "007"))

    loads = "Закрепление"
    organization = code_of(form.value(loads, FIRST_ROW, "Организация"))
    subject = form.value(loads, FIRST_ROW, "Предмет")
    load = stored("assignments", methodist=code_of(form.value(loads, FIRST_ROW, "Методист")), organization=organization,
                  school_year=form.value(loads, FIRST_ROW, "Учебный год"), subject=code_of(subject) if subject else None)
    edit(loads, FIRST_ROW, "Количество педагогов", "number", 61, (load, "teachers_count", 61))

    courses = "Курсы ДПО"
    finished = form.value(courses, FIRST_ROW, "Окончание обучения")
    course = stored("courses", teacher=code_of(form.value(courses, FIRST_ROW, "Педагог")),
                    program=form.value(courses, FIRST_ROW, "Программа"), finished_on=finished.date().isoformat())
    edit(courses, FIRST_ROW, "Часы", "number", 72.5, (course, "hours", 72.5))

    asset = "Региональные методисты"
    methodist = stored("methodists", code=form.value(asset, FIRST_ROW, "Код"))
    titles = form.offered(asset, "Роли")
    both = [titles[-1], titles[0]]
    edit(asset, FIRST_ROW, "Роли", "text", " | ".join(both), (methodist, "roles", "|".join(map(role_key, both))))
    about = "Строка первая\nи «вторая» <№ 5> & 50 %"
    edit(asset, FIRST_ROW, "О себе", "text", about, (methodist, "about", about))

    row = form.new_row(people)
    new = {"code": "balashikha-new-1", "organization": school["code"], "last_name": "Новикова", "first_name": "Яна",
           "birth_date": "1999-12-31", "subject": code_of(other)}
    label = next(text for text in form.offered(people, "Организация") if code_of(text) == school["code"])
    for title, kind, value in (("Код", "text", new["code"]), ("Организация", "text", label),
                               ("Фамилия", "text", "Новикова"), ("Имя", "text", "Яна"),
                               ("Дата рождения", "date", "1999-12-31"), ("Основной предмет", "text", other)):
        place(people, row, title, kind, value)
    rows["teachers"].append({**dict.fromkeys(own[0]), **new})

    plans = "ИОМ"
    row = form.new_row(plans)
    for title, kind, value in (("Код", "text", "iom-new-1"), ("Педагог", "text", new["code"]),
                               ("Учебный год", "text", "2026/2027"), ("Состояние", "text", "согласован"),
                               ("Этап", "number", 2)):
        place(plans, row, title, kind, value)
    if "согласован" not in form.offered(plans, "Состояние"):
        raise Mismatch("the dropdown of states is not what the form definition says")
    rows["ioms"].append({**dict.fromkeys(rows["ioms"][0]), "code": "iom-new-1", "teacher": new["code"],
                         "school_year": "2026/2027", "status": "agreed", "stage": 2})
    return edits, rows


def fill_with_openpyxl(source, target, edits):
    book = openpyxl.load_workbook(source)
    for edit in edits:
        value = edit["value"]
        if edit["kind"] == "date":
            value = datetime.date.fromisoformat(value)
        book[edit["sheet"]].cell(edit["row"], edit["column"]).value = None if edit["kind"] == "empty" else value
    book.save(target)


def fill_with_exceljs(project, source, target, edits, folder):
    file = folder / "edits.json"
    file.write_text(json.dumps(edits, ensure_ascii=False), encoding="utf-8")
    subprocess.run(["node", "tests/forms/fill_with_exceljs.mjs", source, target, file], cwd=project, check=True,
                   timeout=600)


def check_names(form):
    """Every dropdown names a range that exists."""
    names = form.book.defined_names
    known = set(names.keys() if hasattr(names, "keys") else (entry.name for entry in names.definedName))
    lists = [rule.formula1 for sheet in form.book for rule in sheet.data_validations.dataValidation
             if rule.type == "list"]
    if not lists or not set(lists) <= known:
        raise Mismatch(f"dropdowns without a range: {sorted(set(lists) - known)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="0.05")
    options = parser.parse_args()
    folder = options.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    project = options.project.resolve()
    program = Program(options.binary.resolve(), project, folder)
    registry = folder / "registry.db"
    program.must("demo", "--registry", registry, "--scale", options.scale, "--as-of", AS_OF)
    program.must("forms", "--registry", registry, "--out", folder / "forms", "--as-of", AS_OF)
    failures = []

    def step(name, check):
        try:
            print(f"{name}: {check() or 'ok'}", flush=True)
        except Mismatch as error:
            failures.append(name)
            print(f"{name}: FAILED\n{error}", file=sys.stderr, flush=True)

    step("untouched forms of the region",
         lambda: f"{assert_nothing_changes(program, registry, 'untouched', folder / 'forms')} rows unchanged")

    source = folder / "forms" / f"{MUNICIPALITY}.xlsx"
    form = Form(source)
    step("dropdowns", lambda: check_names(form))
    profile = (project / "data/regions/moscow-oblast/profile.toml").read_text(encoding="utf-8")

    def role_key(title):
        return re.search(rf'\[\[roles\]\]\nkey = "([^"]+)"\ntitle = "{re.escape(title)}"', profile)[1]

    edits, expected = make_edits(form, registry, role_key)

    def filled(name, fill):
        untouched, target = folder / f"{name}-saved.xlsx", folder / f"{name}.xlsx"
        fill(source, untouched, [])
        assert_nothing_changes(program, registry, f"{name}-saved", untouched)
        fill(source, target, edits)
        copy, tables = program.import_into_copy(registry, name, target)
        assert_same(name, content(copy), expected)
        counts = {t["table"]: (t["added"], t["changed"]) for t in tables if t["added"] or t["changed"]}
        wanted = {"organizations": (0, 1), "teachers": (1, 3), "methodists": (0, 1), "assignments": (0, 1),
                  "ioms": (1, 0), "courses": (0, 1)}
        if counts != wanted:
            raise Mismatch(f"{name}: {counts}")
        assert_nothing_changes(program, copy, f"{name}-again", target)
        return f"{len(edits)} cells came back"

    step("openpyxl", lambda: filled("openpyxl", fill_with_openpyxl))
    step("exceljs", lambda: filled("exceljs", lambda *args: fill_with_exceljs(project, *args, folder)))

    with libreoffice.desktop(folder) as office:
        def fill_with_libreoffice(*args):
            libreoffice.fill(office, *args)

        def check_protection():
            locked = libreoffice.locked_cells(office, source, edits)
            if locked:
                raise Mismatch(f"locked: {locked}")
            headers = [{**edit, "row": HEADER_ROW} for edit in edits]
            if len(libreoffice.locked_cells(office, source, headers)) != len(headers):
                raise Mismatch("headers are not locked")

        step("LibreOffice", lambda: filled("libreoffice", fill_with_libreoffice))
        step("protection", check_protection)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
