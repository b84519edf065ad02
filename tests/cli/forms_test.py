"""Collection forms from the command line: which files, what is noted, what is refused."""

import sqlite3

from support import CliTest, demo_registry, run, sha256

AS_OF = "2025-03-31"


class Forms(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.out = self.folder / "out"

    def forms(self, *more):
        return run("forms", "--registry", self.registry, "--out", self.out, "--as-of", AS_OF, *more)

    def noted(self):
        connection = sqlite3.connect(self.registry)
        self.addCleanup(connection.close)
        return connection.execute("SELECT municipality, made_on, due_on, file FROM journal_forms").fetchall()

    def test_a_workbook_per_municipality_noted_in_the_registry(self):
        result = self.forms()
        self.assert_success(result)
        files = sorted(path.name for path in self.out.iterdir())
        self.assertEqual(len(files), 58)
        self.assertIn("balashikha.xlsx", files)
        self.assertEqual(len(result.stdout.splitlines()), 59)
        self.assertIn("58\u00a0форм", result.stdout)
        noted = self.noted()
        self.assertEqual(len(noted), 58)
        self.assertIn(("balashikha", AS_OF, "2025-07-01", "balashikha.xlsx"), noted)

    def test_no_record_leaves_the_registry_alone(self):
        before = sha256(self.registry)
        self.assert_success(self.forms("--no-record", "--municipality", "ДУБНА", "--municipality", "balashikha",
                                       "--table", "teachers", "--due", "05.04.2025"))
        self.assertEqual(sha256(self.registry), before)
        self.assertEqual(sorted(path.name for path in self.out.iterdir()), ["balashikha.xlsx", "dubna.xlsx"])

    def test_wrong_usage(self):
        self.assert_refused(self.forms("--municipality", "balashiha"), 2, "balashiha", "«balashikha»")
        self.assert_refused(self.forms("--table", "teacher"), 2, "«teachers»")
        self.assert_refused(self.forms("--table", "Предметы"), 2, "Предметы")
        self.assert_refused(self.forms("--due", "завтра"), 2, "--due")
        self.assert_refused(self.forms("--due", "2025-03-01"), 2, "01.03.2025")
        self.assert_refused(run("forms", "--registry", self.registry), 2, "--out")
        self.assertFalse(self.out.exists())
        self.assertEqual(self.noted(), [])
