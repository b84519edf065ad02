"""The folder of CSV files that `metodaktiv export` writes, read without the program's help."""

import csv
import sys
from datetime import date
from pathlib import Path

csv.field_size_limit(sys.maxsize)

TABLES = (
    "territories", "municipalities", "organizations", "subjects", "teachers", "methodists", "consents",
    "nominations", "assignments", "assessments", "ioms", "iom_activities", "mentorships", "courses",
    "post_course", "associations", "meetings", "lesson_visits", "contests", "innovation_sites",
    "practices", "documents", "events", "ums_tasks", "audits",
)


def text(value):
    """Surrounding blanks do not count as content."""
    return (value or "").strip()


def day(value):
    """YYYY-MM-DD or DD.MM.YYYY; None when empty."""
    value = text(value)
    if not value:
        return None
    if "." in value:
        d, m, y = value.split(".")
        return date(int(y), int(m), int(d))
    return date.fromisoformat(value)


def flag(value):
    """True only for a cell that says yes."""
    return text(value).lower() in ("1", "да", "true")


def read_table(folder, name):
    """Rows of one table as dictionaries; a table without a file is empty."""
    path = Path(folder) / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ValueError(f"{path}: record {number} has another number of cells than the header")
    return rows


class Registry:
    """All tables of an export; `registry["teachers"]` is a list of rows."""

    def __init__(self, tables):
        unknown = set(tables) - set(TABLES)
        if unknown:
            raise ValueError(f"unknown tables: {sorted(unknown)}")
        self._tables = {name: tables.get(name, []) for name in TABLES}

    @classmethod
    def from_folder(cls, folder):
        return cls({name: read_table(folder, name) for name in TABLES})

    def __getitem__(self, table):
        return self._tables[table]

    def by_code(self, table):
        return {row["code"]: row for row in self[table]}
