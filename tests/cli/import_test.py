"""Import and export: all or nothing, every finding at once, and nothing lost on the way."""

import csv
import json
import shutil

from support import CliTest, demo_registry, editing, run, sha256, tree


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path, rows, encoding="utf-8", separator=",", quoting=csv.QUOTE_MINIMAL):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\r\n", quoting=quoting).writerows(rows)


def content(registry):
    """All rows of the interchange tables, sorted."""
    with editing(registry) as connection:
        tables = [name for name, in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE 'journal%' ORDER BY name")]
        return {t: sorted(map(repr, connection.execute(f'SELECT * FROM "{t}"'))) for t in tables}


class ImportTest(CliTest):
    def export(self, registry, name):
        self.assert_success(run("export", "--registry", registry, "--out", self.folder / name))
        return self.folder / name

    def load(self, *paths, into):
        return run("import", *paths, "--registry", into)


class RoundTrip(ImportTest):
    def test_import_of_an_export_is_identical(self):
        registry = demo_registry(self.folder)
        first = self.export(registry, "first")
        self.assertGreaterEqual(len(tree(first)), 25)
        copy = self.folder / "copy.db"
        self.assert_success(self.load(first, into=copy))
        self.assertEqual(content(copy), content(registry))
        second = self.export(copy, "second")
        self.assert_same_tree(tree(first), tree(second))
        # Once more into the same registry: nothing to change.
        result = self.load(second, into=copy)
        self.assert_success(result)
        self.assertNotRegex(result.stdout, "новых [1-9]|изменено [1-9]")
        self.assertEqual(content(copy), content(registry))

    def test_one_file_after_another_in_any_order_of_arguments(self):
        registry = demo_registry(self.folder)
        files = sorted((self.export(registry, "out")).glob("*.csv"), reverse=True)
        self.assert_success(self.load(*files, into=self.folder / "copy.db"))
        self.assertEqual(content(self.folder / "copy.db"), content(registry))

    def test_awkward_text_survives(self):
        registry = demo_registry(self.folder)
        texts = ['кавычки "внутри", запятая; точка с запятой', "первая строка\nвторая строка", "=1+1", "0012", "нет",
                 "таб\tв тексте", "NULL", "№ 1 — «ёлочки»"]
        with editing(registry) as connection:
            codes = [code for code, in connection.execute("SELECT code FROM organizations ORDER BY code")]
            for code, text in zip(codes, texts):
                connection.execute("UPDATE organizations SET name = ?, short_name = ? WHERE code = ?",
                                   (text, text, code))
        self.assert_success(self.load(self.export(registry, "out"), into=self.folder / "copy.db"))
        self.assertEqual(content(self.folder / "copy.db"), content(registry))

    def test_other_encodings_separators_headers_and_spellings(self):
        registry = demo_registry(self.folder)
        out = self.export(registry, "out")

        def rewrite(name, change, **form):
            rows = rows_of(out / f"{name}.csv")
            header = rows[0]
            write_rows(out / f"{name}.csv", [header, *(change(dict(zip(header, r)), header) for r in rows[1:])], **form)

        def dotted(date):
            return ".".join(reversed(date.split("-")))

        def teacher(row, header):
            for column in ("birth_date", "teaching_since", "dismissed_on"):
                row[column] = dotted(row[column]) if row[column] else ""
            row["manager"] = {"1": "да", "0": "нет"}.get(row["manager"], "")
            return [row[c] for c in header]

        def same(row, header):
            return [row[c] for c in header]

        rewrite("teachers", teacher, encoding="cp1251", separator=";")
        rewrite("subjects", same, encoding="utf-16", separator="\t")
        rewrite("municipalities", same, encoding="utf-8-sig", separator=";", quoting=csv.QUOTE_ALL)
        rows = rows_of(out / "territories.csv")
        write_rows(out / "territories.csv", [["Название", "Код"], ["Север", "north"], ["Юг", "south"]])
        shutil.copy(out / "territories.csv", self.folder)
        self.assert_success(self.load(out, into=self.folder / "copy.db"))
        copied, original = content(self.folder / "copy.db"), content(registry)
        self.assertEqual(copied.pop("territories"), [repr(("north", "Север", None)), repr(("south", "Юг", None))])
        self.assertEqual(len(original.pop("territories")), len(rows) - 1)
        for table in original:
            self.assertEqual(copied[table], original[table], table)


class Broken(ImportTest):
    def break_cell(self, name, row, column, value):
        """Rows are counted as a spreadsheet does: the header is row 1."""
        path = self.out / f"{name}.csv"
        rows = rows_of(path)
        rows[row - 1][rows[0].index(column)] = value
        write_rows(path, rows)

    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.out = self.export(self.registry, "out")
        self.before = sha256(self.registry)

    def refused(self, *words, into=None):
        into = into or self.registry
        result = self.load(self.out, into=into)
        self.assertEqual(result.returncode, 1, result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)
        return result

    def test_everything_wrong_is_said_in_one_run_and_nothing_is_written(self):
        self.break_cell("teachers", 3, "birth_date", "31.02.1980")
        self.break_cell("teachers", 5, "organization", "no-such-school")
        self.break_cell("teachers", 8, "last_name", "")
        self.break_cell("organizations", 2, "kind", "university")
        self.break_cell("assignments", 4, "teachers_count", "-3")
        self.break_cell("assessments", 2, "level", "splendid")
        self.break_cell("courses", 6, "finished_on", "вчера")
        self.break_cell("ioms", 2, "school_year", "2024")
        self.break_cell("ioms", 3, "stage", "9")
        self.break_cell("methodists", 2, "code", "Код с пробелом")
        self.break_cell("mentorships", 2, "program", "может быть")
        result = self.refused("31.02.1980", "no-such-school", "university", "splendid", "вчера")
        lines = result.stderr.splitlines()
        for file, row in (("teachers.csv", 3), ("teachers.csv", 5), ("teachers.csv", 8), ("organizations.csv", 2),
                          ("assignments.csv", 4), ("assessments.csv", 2), ("courses.csv", 6), ("ioms.csv", 2),
                          ("ioms.csv", 3), ("methodists.csv", 2), ("mentorships.csv", 2)):
            found = [line for line in lines if file in line and f"строка {row}," in line]
            self.assertTrue(found, f"{file}, row {row} is not named in:\n{result.stderr}")
            self.assertTrue(any("столбец" in line for line in found), found)
        self.assertEqual(sha256(self.registry), self.before)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["out", "registry.db"])

    def test_findings_as_json(self):
        self.break_cell("teachers", 3, "birth_date", "31.02.1980")
        result = run("import", self.out, "--registry", self.registry, "--json")
        self.assertEqual(result.returncode, 1)
        report = json.loads(result.stdout)
        self.assertFalse(report["applied"])
        self.assertEqual(report["errors"], 1)
        errors = [f for f in report["findings"] if f["severity"] == "error"]
        self.assertEqual([(f["file"], f["row"], f["value"]) for f in errors], [("teachers.csv", 3, "31.02.1980")])
        self.assertEqual(sha256(self.registry), self.before)

    def test_no_registry_is_made(self):
        self.break_cell("teachers", 3, "birth_date", "31.02.1980")
        self.refused("teachers.csv", into=self.folder / "new.db")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["out", "registry.db"])

    def test_unknown_and_missing_columns(self):
        rows = rows_of(self.out / "teachers.csv")
        rows[0][rows[0].index("birth_date")] = "birthday"
        write_rows(self.out / "teachers.csv", rows)
        rows = rows_of(self.out / "subjects.csv")
        index = rows[0].index("area")
        write_rows(self.out / "subjects.csv", [r[:index] + r[index + 1:] for r in rows])
        self.refused("birthday", "teachers.csv", "subjects.csv")
        self.assertEqual(sha256(self.registry), self.before)

    def test_optional_columns_may_be_missing(self):
        rows = rows_of(self.out / "teachers.csv")
        index = rows[0].index("birth_date")
        write_rows(self.out / "teachers.csv", [r[:index] + r[index + 1:] for r in rows])
        self.assert_success(self.load(self.out, into=self.folder / "new.db"))

    def test_same_key_twice(self):
        rows = rows_of(self.out / "organizations.csv")
        write_rows(self.out / "organizations.csv", rows + [rows[1]])
        self.refused("organizations.csv", rows[1][rows[0].index("code")])
        self.assertEqual(sha256(self.registry), self.before)

    def test_damaged_files(self):
        path = self.out / "subjects.csv"
        good = path.read_bytes()
        damages = {
            "a quote that never closes": good + 'x-code,"область'.encode(),
            "a row too long": good + "x-code,область,имя,1,2,3,4\r\n".encode(),
            "no bytes": b"",
            "zero bytes": good + b"\0\0\0\0",
        }
        for name, damage in damages.items():
            with self.subTest(name):
                path.write_bytes(damage)
                self.refused("subjects.csv")
                self.assertEqual(sha256(self.registry), self.before)

    def test_folder_that_is_none(self):
        result = self.load(self.folder / "nowhere", into=self.registry)
        self.assertEqual(result.returncode, 1)
        self.assertIn("nowhere", result.stderr)
        self.assertEqual(sha256(self.registry), self.before)

    def test_check_changes_nothing(self):
        rows = rows_of(self.out / "teachers.csv")
        rows[1][rows[0].index("last_name")] = "Переименованный"
        write_rows(self.out / "teachers.csv", rows)
        result = run("import", self.out, "--registry", self.registry, "--check")
        self.assert_success(result)
        self.assertEqual(sha256(self.registry), self.before)
        self.assert_success(self.load(self.out, into=self.registry))
        self.assertNotEqual(sha256(self.registry), self.before)

    def test_upsert_keeps_what_the_file_does_not_have(self):
        known = content(self.registry)
        rows = rows_of(self.out / "territories.csv")[:1]
        for file in self.out.glob("*.csv"):
            file.unlink()
        one = {"code": "added-territory", "name": "Север"}
        write_rows(self.out / "territories.csv", [rows[0], [one.get(column, "") for column in rows[0]]])
        self.assert_success(self.load(self.out, into=self.registry))
        after = content(self.registry)
        for table in known.keys() - {"territories"}:
            self.assertEqual(after[table], known[table], table)
        self.assertEqual(len(after["territories"]), len(known["territories"]) + 1)
