#!/usr/bin/env python3
"""Checks data/forms/*.toml, the one list of columns, against data/schema.sql.

Usage: forms_match_schema.py PROJECT_DIR

Compares tables, columns and their order, types, required columns, keys, references, allowed values and
bounds; then checks what the schema cannot know: privacy, load order, titles and hints, and the limits a
worksheet puts on them. Prints every mismatch, exits 1 if there is one.
"""

import re
import sqlite3
import sys
import tomllib
from pathlib import Path

SQL_TYPES = {
    "code": "TEXT", "text": "TEXT", "markdown": "TEXT", "date": "TEXT", "school_year": "TEXT",
    "enum": "TEXT", "reference": "TEXT", "list": "TEXT", "url": "TEXT", "email": "TEXT", "file": "TEXT",
    "integer": "INTEGER", "boolean": "INTEGER", "year": "INTEGER", "number": "REAL",
}
PROFILE_LISTS = {"levels", "roles", "directions", "document_kinds", "functions"}
TABLE_FIELDS = {"table", "title", "privacy", "order", "description", "key", "person", "one_of", "columns"}
COLUMN_FIELDS = {
    "key": str, "title": str, "type": str, "required": bool, "references": str, "values": list,
    "profile_values": str, "privacy": str, "public_if": str, "min": int, "max": int, "max_length": int,
    "pattern": str, "hint": str, "import_only": bool,
}
NEEDED_TABLE_FIELDS = TABLE_FIELDS - {"person", "one_of"}
NEEDED_COLUMN_FIELDS = {"key", "title", "type", "hint"}

# Weakening a class must be a decision taken here too, never a slip in a form.
PRIVACY = {
    "P": "territories municipalities organizations subjects associations meetings innovation_sites "
         "practices documents events",
    "C": "methodists",
    "R": "assignments ums_tasks audits",
    "X": "teachers consents nominations assessments ioms iom_activities mentorships courses post_course "
         "lesson_visits contests",
}
CONSENT_COLUMNS = {
    ("municipalities", "ums_head"): "ums_head_consent",
    ("associations", "head"): "head_consent",
    ("practices", "authors"): "authors_consent",
}
PERSON_COLUMNS = ["last_name", "first_name", "patronymic"]

# What an input prompt and an inline list of a worksheet can hold.
MAX_PROMPT_TITLE = 32
MAX_PROMPT = 255


class Report:
    def __init__(self):
        self.problems = []

    def expect(self, condition, where, message):
        if not condition:
            self.problems.append(f"{where}: {message}")
        return bool(condition)

    def equal(self, form, schema, where, what):
        self.expect(form == schema, where, f"{what}: the form has {form!r}, expected {schema!r}")


def read_schema(path):
    """Table name → columns, key, foreign keys and the content of its CHECK constraints.

    The journal's own tables (journal_*) are no interchange tables: no form describes them.
    """
    base = sqlite3.connect(":memory:")
    base.executescript(path.read_text(encoding="utf-8"))
    tables = {}
    for name, sql in base.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall():
        if name.startswith("journal_"):
            continue
        info = base.execute(f"PRAGMA table_info({name})").fetchall()
        key = [row[1] for row in sorted((r for r in info if r[5]), key=lambda r: r[5])]
        folded = set()
        if not key:
            key, folded = unique_key(base, name)
        table = {
            "columns": {row[1]: {"type": row[2], "not_null": bool(row[3]), "default": row[4]} for row in info},
            "key": key,
            "folded": folded,
            "references": {r[3]: (r[2], r[4]) for r in base.execute(f"PRAGMA foreign_key_list({name})")},
        }
        table.update(read_checks(sql))
        tables[name] = table
    return tables


def unique_key(base, table):
    """The columns of the index <table>_key; ifnull(column, '') stands for a column that may be empty."""
    row = base.execute("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", (f"{table}_key",))
    row = row.fetchone()
    match = row and re.fullmatch(r"CREATE UNIQUE INDEX \w+ ON \w+ \((.*)\)", row[0], re.S)
    if not match:
        return [], set()
    inner, folded = match.group(1), set(re.findall(r"ifnull\((\w+), ''\)", match.group(1)))
    return re.sub(r"ifnull\((\w+), ''\)", r"\1", inner).split(", "), folded


def read_checks(sql):
    """Allowed values and bounds per column; 'unread' lists constraints of any other shape."""
    checks = {"values": {}, "booleans": set(), "bounds": {}, "unread": []}
    for body in re.findall(r"CHECK \(((?:[^()]|\([^()]*\))*)\)", sql):
        if match := re.fullmatch(r"(\w+) IN \((.*)\)", body, re.S):
            column, values = match.groups()
            if values == "0, 1":
                checks["booleans"].add(column)
            else:
                checks["values"][column] = re.findall(r"'([^']*)'", values)
        elif match := re.fullmatch(r"(\w+) BETWEEN (\d+) AND (\d+)", body):
            checks["bounds"][match[1]] = (int(match[2]), int(match[3]))
        elif match := re.fullmatch(r"(\w+) >= (\d+)", body):
            checks["bounds"][match[1]] = (int(match[2]), None)
        else:
            checks["unread"].append(body)
    return checks


def read_forms(folder, report):
    forms = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            form = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            report.expect(False, path.name, f"cannot be read: {error}")
            continue
        if not report.expect(NEEDED_TABLE_FIELDS <= form.keys(), path.name,
                             f"missing fields {sorted(NEEDED_TABLE_FIELDS - form.keys())}"):
            continue
        report.expect(form.keys() <= TABLE_FIELDS, path.name,
                      f"unknown fields {sorted(form.keys() - TABLE_FIELDS)}")
        report.equal(form["table"], path.stem, path.name, "table")
        sound = [column_is_sound(column, path.name, report) for column in form["columns"]]
        if all(sound):
            forms[path.stem] = form
    return forms


def column_is_sound(column, file, report):
    where = f"{file}, column {column.get('key', '?')}"
    ok = report.expect(NEEDED_COLUMN_FIELDS <= column.keys(), where,
                       f"missing fields {sorted(NEEDED_COLUMN_FIELDS - column.keys())}")
    for field, value in column.items():
        if report.expect(field in COLUMN_FIELDS, where, f"unknown field {field}"):
            ok &= report.expect(type(value) is COLUMN_FIELDS[field], where, f"{field} has a wrong type")
    for value in column.get("values", []):
        ok &= report.expect(isinstance(value, dict) and value.keys() == {"key", "title"}, where,
                            f"a value needs key and title: {value!r}")
    return ok and report.expect(column["type"] in SQL_TYPES, where, f"unknown type {column['type']}")


def compare_table(form, table, report):
    name = form["table"]
    report.equal(form["key"], table["key"], name, "key")
    for body in table["unread"]:
        report.expect(False, name, f"this check does not understand CHECK ({body})")
    stored = [column for column in form["columns"] if not column.get("import_only")]
    report.equal([column["key"] for column in stored], list(table["columns"]), name, "columns")
    alternatives = {key for group in form.get("one_of", []) for key in group}
    for column in stored:
        if column["key"] in table["columns"]:
            compare_column(name, column, table, alternatives, report)


def compare_column(name, column, table, alternatives, report):
    key, kind = column["key"], column["type"]
    sql, where = table["columns"][key], f"{name}.{key}"
    report.equal(SQL_TYPES[kind], sql["type"], where, f"type {kind}")

    required = sql["not_null"] and sql["default"] is None and key not in alternatives
    report.equal(column.get("required", False), required, where, "required")
    if key in table["key"] and not required:
        report.expect(sql["default"] == "''" or key in table["folded"], where,
                      "an empty key column needs DEFAULT '' or ifnull() in the unique index")
    elif not sql["not_null"]:
        report.expect(sql["default"] is None, where, "a default outside the key hides a missing value")

    reference = (column["references"], "code") if "references" in column else None
    report.equal(reference, table["references"].get(key), where, "references")
    values = [value["key"] for value in column["values"]] if "values" in column else None
    report.equal(values, table["values"].get(key), where, "allowed values")
    report.equal(kind == "boolean", key in table["booleans"], where, "CHECK (… IN (0, 1)) of a boolean")
    if kind != "year":
        bounds = (column.get("min"), column.get("max"))
        report.equal(bounds, table["bounds"].get(key, (None, None)), where, "min and max")


def check_form(form, forms, report):
    name, columns = form["table"], {column["key"]: column for column in form["columns"]}
    report.equal(len(columns), len(form["columns"]), name, "different column keys")
    report.expect(set(form["key"]) <= columns.keys(), name, f"key names unknown columns: {form['key']}")
    classes = [letter for letter, tables in PRIVACY.items() if name in tables.split()]
    report.equal([form["privacy"]], classes, name, "privacy")
    person = PERSON_COLUMNS if set(PERSON_COLUMNS) <= columns.keys() else None
    report.equal(form.get("person"), person, name, "person")
    for group in form.get("one_of", []):
        report.expect(len(group) > 1 and set(group) <= columns.keys(), name, f"one_of is wrong: {group}")
    check_russian(form["title"], f"{name}: title", report)
    check_russian(form["description"], f"{name}: description", report)

    titles = [column["title"].casefold() for column in form["columns"]]
    for title in sorted({title for title in titles if titles.count(title) > 1}):
        report.expect(False, name, f"two columns are titled «{title}»")
    for previous, column in zip([None, *form["columns"]], form["columns"]):
        check_column(name, column, columns, report)
        target = column.get("references")
        if target is not None and report.expect(target in forms, f"{name}.{column['key']}",
                                                f"refers to an unknown table {target}"):
            report.expect(forms[target]["order"] < form["order"], name, f"comes before {target}, its reference")
        if column.get("import_only"):
            sibling = column["key"].removesuffix("_file")
            report.expect(previous and previous["key"] == sibling, f"{name}.{column['key']}",
                          f"an import-only column must follow {sibling}")
            report.expect([sibling, column["key"]] in form.get("one_of", []), f"{name}.{column['key']}",
                          f"one_of must hold [{sibling}, {column['key']}]")


def check_column(name, column, columns, report):
    kind, where = column["type"], f"{name}.{column['key']}"
    consent = CONSENT_COLUMNS.get((name, column["key"]))
    report.equal(column.get("privacy"), "C" if consent else None, where, "privacy")
    report.equal(column.get("public_if"), consent, where, "public_if")
    if consent:
        report.expect(columns.get(consent, {}).get("type") == "boolean", where, f"{consent} is no boolean column")

    report.equal("references" in column, kind == "reference", where, "references present")
    has_list = "values" in column or "profile_values" in column
    report.expect(has_list or kind != "enum", where, "an enum needs values or profile_values")
    report.expect("values" not in column or kind == "enum", where, "values belong to an enum")
    report.expect(not ("values" in column and "profile_values" in column), where, "values and profile_values")
    if "profile_values" in column:
        report.expect(kind in ("enum", "list"), where, "profile_values belong to an enum or a list")
        report.expect(column["profile_values"] in PROFILE_LISTS, where, "unknown profile_values")
    if "min" in column or "max" in column:
        report.expect(kind in ("integer", "number", "year"), where, "min and max belong to a number")
    report.equal("max_length" in column, kind in ("text", "markdown"), where, "max_length present")
    if "pattern" in column:
        report.expect(kind == "text", where, "the type already fixes the pattern")
        re.compile(column["pattern"])

    check_russian(column["title"], f"{where}: title", report, MAX_PROMPT_TITLE)
    check_russian(column["hint"], f"{where}: hint", report, MAX_PROMPT)
    report.expect("Например: " in column["hint"], where, "the hint gives no example («Например: …»)")
    values = column.get("values", [])
    for field in ("key", "title"):
        texts = [value[field].casefold() for value in values]
        report.equal(len(set(texts)), len(texts), where, f"different {field}s of the values")
        report.expect(len(",".join(texts)) <= MAX_PROMPT and not any("," in text for text in texts), where,
                      f"the {field}s of the values do not fit an inline list of a worksheet")
    for value in values:
        check_russian(value["title"], f"{where}: value {value['key']}", report)


def check_russian(text, where, report, limit=None):
    report.expect(text == text.strip() and re.search("[А-Яа-яЁё]", text), where, f"no Russian text: {text!r}")
    report.expect(limit is None or len(text) <= limit, where, f"{len(text)} characters, at most {limit} fit")
    for word in re.findall(r"[A-Za-zА-Яа-яЁё]+", text):
        mixed = re.search("[A-Za-z]", word) and re.search("[А-Яа-яЁё]", word)
        report.expect(not mixed, where, f"Latin and Cyrillic letters in one word: {word!r}")


def main(arguments):
    if len(arguments) != 2:
        print("usage: forms_match_schema.py PROJECT_DIR", file=sys.stderr)
        return 2
    project, report = Path(arguments[1]), Report()
    schema = read_schema(project / "data" / "schema.sql")
    forms = read_forms(project / "data" / "forms", report)

    for name in sorted(schema.keys() - forms.keys()):
        report.expect(False, name, "the schema has this table, no sound form does")
    for name in sorted(forms.keys() - schema.keys()):
        report.expect(False, name, "there is a form, but no such table in the schema")
    for name in sorted(forms.keys() & schema.keys()):
        compare_table(forms[name], schema[name], report)
    for form in forms.values():
        check_form(form, forms, report)
    orders = sorted(form["order"] for form in forms.values())
    report.equal(orders, list(range(1, len(forms) + 1)), "data/forms", "order")
    titles = {form["title"].casefold() for form in forms.values()}
    report.equal(len(titles), len(forms), "data/forms", "different table titles")

    for problem in report.problems:
        print(problem, file=sys.stderr)
    if report.problems:
        print(f"{len(report.problems)} problems", file=sys.stderr)
        return 1
    print(f"{len(forms)} forms match the schema")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
