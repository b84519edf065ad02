"""The journal: what each import did, and taking it back exactly."""

import json
import re

from import_test import ImportTest, content, rows_of, write_rows
from support import demo_registry, editing, run, sha256


def data(registry):
    """The interchange tables alone."""
    return {table: rows for table, rows in content(registry).items() if not table.startswith("journal_")}


class JournalTest(ImportTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.out = self.export(self.registry, "out")
        self.files = 0

    def journal(self, *arguments):
        result = run("journal", "--registry", self.registry, "--json", *arguments)
        self.assert_success(result)
        return json.loads(result.stdout)

    def undo(self, number):
        return run("journal", "--registry", self.registry, "--undo", number)

    def import_changed(self, table, change):
        """Imports a table of the export with every row sent through `change`, which may return several."""
        header, *rows = rows_of(self.out / f"{table}.csv")
        new = []
        for index, row in enumerate(rows):
            new += [[r[c] for c in header] for r in change(index, dict(zip(header, row)))]
        self.files += 1
        folder = self.folder / f"in-{self.files}"
        folder.mkdir()
        write_rows(folder / f"{table}.csv", [header, *new])
        self.assert_success(self.load(folder / f"{table}.csv", into=self.registry))

    def rename_teachers(self, name, count=3):
        self.import_changed("teachers", lambda i, row: [row | {"last_name": name}] if i < count else [])


class Listing(JournalTest):
    def test_an_empty_journal(self):
        self.assertEqual(self.journal(), {"imports": []})
        result = run("journal", "--registry", self.registry)
        self.assert_success(result)
        self.assertRegex(result.stdout, "[а-яё]{3}")

    def test_what_was_imported(self):
        self.rename_teachers("Переименованная")
        self.import_changed("subjects", lambda i, row: [row, row | {"code": "added-" + row["code"]}] if i == 0 else [row])
        imports = self.journal()["imports"]
        self.assertEqual([entry["number"] for entry in imports], [2, 1])
        first = imports[1]
        self.assertRegex(first["applied_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(first["files"][0]["name"], "teachers.csv")
        self.assertEqual(first["files"][0]["sha256"], sha256(self.folder / "in-1" / "teachers.csv"))
        self.assertIn({"table": "teachers", "added": 0, "changed": 3, "unchanged": 0}, first["tables"])
        self.assertEqual(imports[0]["tables"][0]["added"], 1)
        text = run("journal", "--registry", self.registry).stdout
        self.assertLess(text.index("№ 2"), text.index("№ 1"))
        self.assertIn("teachers.csv", text)

        shown = self.journal("--show", 1)
        self.assertEqual(len(shown["changed_rows"]), 3)
        self.assertEqual(shown["changed_rows"][0]["cells"][0]["column"], "last_name")
        self.assertEqual(shown["changed_rows"][0]["cells"][0]["after"], "Переименованная")
        text = run("journal", "--registry", self.registry, "--show", 1).stdout
        self.assertRegex(text, "Фамилия: «[^»]+» → «Переименованная»")
        self.assertEqual(len(self.journal("--show", 2)["added_rows"]), 1)

    def test_an_import_that_changes_nothing_leaves_no_entry(self):
        self.assert_success(self.load(self.out, into=self.registry))
        self.assertEqual(self.journal(), {"imports": []})

    def test_long_lists_are_cut(self):
        self.rename_teachers("Переименованная", count=60)
        text = run("journal", "--registry", self.registry, "--show", 1).stdout
        self.assertEqual(text.count("→"), 50)
        self.assertRegex(text, "ещё 10\u00a0строк")

    def test_wrong_usage(self):
        self.assert_refused(run("journal"), 2, "--registry")
        self.assert_refused(run("journal", "--registry", self.registry, "--undo", "0"), 2, "--undo")
        self.assert_refused(run("journal", "--registry", self.registry, "--undo", "1", "--show", "1"), 2, "--show")
        self.assert_refused(run("journal", "--registry", self.registry, "--show", "5"), 1, "№ 5")
        self.assert_refused(self.undo(5), 1, "№ 5")
        self.assert_refused(run("journal", "--registry", self.folder / "none.db", "--undo", 1), 1, "none.db")
        self.assertFalse((self.folder / "none.db").exists())


class Undo(JournalTest):
    def test_of_a_whole_region(self):
        """Everything that an import wrote into an empty registry goes again, the registry stays."""
        original = data(self.registry)
        self.registry = self.folder / "new.db"
        self.assert_success(self.load(self.out, into=self.registry))
        self.assertEqual(data(self.registry), original)
        self.assert_success(self.undo(1))
        self.assertEqual({table: len(rows) for table, rows in data(self.registry).items() if rows}, {})
        self.assert_success(self.load(self.out, into=self.registry))
        self.assertEqual(data(self.registry), original)

    def test_of_awkward_values(self):
        with editing(self.registry) as connection:
            connection.execute("UPDATE iom_activities SET hours = 0.1, details = ''")
            connection.execute("UPDATE iom_activities SET details = 'а\"б\\в' || char(10) || 'г' WHERE hours IS NOT NULL")
            connection.execute("UPDATE audits SET self_score = 2.675, expert_score = 1e-9")
        before = data(self.registry)
        self.import_changed("iom_activities", lambda i, row: [row | {"hours": "7,25", "details": "новое"}])
        self.import_changed("audits", lambda i, row: [row | {"self_score": "", "expert_score": "0,3"}])
        self.import_changed("assignments", lambda i, row: [
            row, row | {"school_year": "2001/2002"}, row | {"subject": "", "school_year": "2001/2002"}] if i == 0 else [])
        self.assertEqual(len(self.journal()["imports"]), 3)
        for number in (2, 1, 3):
            self.assert_success(self.undo(number))
        self.assertEqual(data(self.registry), before)
        self.assertTrue(all(entry["undone_at"] for entry in self.journal()["imports"]))

    def test_of_rows_that_were_changed_again(self):
        before = data(self.registry)
        self.rename_teachers("Первая")
        between = data(self.registry)
        self.rename_teachers("Вторая", count=1)
        self.rename_teachers("Третья", count=2)
        result = self.undo(1)
        self.assert_refused(result, 1, "№ 2", "№ 3")
        refused = run("journal", "--registry", self.registry, "--undo", 1, "--json")
        self.assertEqual(refused.returncode, 1)
        self.assertEqual(json.loads(refused.stdout)["refused"]["later"], [2, 3])
        self.assertEqual([entry["undone_at"] for entry in self.journal()["imports"]], [None] * 3)
        self.assert_success(self.undo(3))
        self.assert_success(self.undo(2))
        self.assertEqual(data(self.registry), between)
        self.assert_success(self.undo(1))
        self.assertEqual(data(self.registry), before)
        self.assert_refused(self.undo(1), 1, "уже отменена")
        text = run("journal", "--registry", self.registry).stdout
        self.assertEqual(len(re.findall("отменена", text)), 3)

    def test_of_rows_that_others_refer_to(self):
        before = data(self.registry)
        self.import_changed("organizations", lambda i, row: [row | {"code": "new-school"}] if i == 0 else [])
        self.import_changed("teachers",
                            lambda i, row: [row | {"code": "new", "organization": "new-school"}] if i == 0 else [])
        known = data(self.registry)
        self.assert_refused(self.undo(1), 1, "№ 2", "Педагогические работники")
        self.assertEqual(data(self.registry), known)
        self.assert_success(self.undo(2))
        self.assert_success(self.undo(1))
        self.assertEqual(data(self.registry), before)

    def test_a_change_by_hand_is_not_lost(self):
        self.rename_teachers("Первая", count=1)
        with editing(self.registry) as connection:
            connection.execute("UPDATE teachers SET last_name = 'Вручную' WHERE last_name = 'Первая'")
        known = data(self.registry)
        self.assert_refused(self.undo(1), 1, "не отменена")
        self.assertEqual(data(self.registry), known)


class OlderLayout(JournalTest):
    def make_version_1(self):
        with editing(self.registry) as connection:
            for table in ("rows", "files", "tables", "forms", "imports"):
                connection.execute(f"DROP TABLE journal_{table}")
            connection.execute("PRAGMA user_version = 1")

    def test_an_import_brings_it_up(self):
        before = data(self.registry)
        self.make_version_1()
        for command in (["export", "--out", self.folder / "x"], ["check"], ["journal"]):
            self.assert_refused(run(*command, "--registry", self.registry), 1, "import")
        self.rename_teachers("Новая", count=1)
        self.assertEqual(len(self.journal()["imports"]), 1)
        self.assert_success(self.undo(1))
        self.assertEqual(data(self.registry), before)
