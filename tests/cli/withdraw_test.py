"""A withdrawn consent: recorded once, in the journal, and the next build names the person nowhere."""

import json
import sqlite3

from support import CliTest, build, demo_registry, editing, run


class WithdrawTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.site = self.folder / "site"
        with editing(self.registry) as db:
            self.code, self.surname = db.execute(
                "SELECT m.code, m.last_name FROM methodists AS m WHERE consent_on IS NOT NULL AND consent_withdrawn_on "
                "IS NULL AND excluded_on IS NULL AND EXISTS (SELECT 1 FROM consents AS c WHERE c.methodist = m.code "
                "AND c.withdrawn_on IS NULL) ORDER BY m.code").fetchone()

    def withdraw(self, *arguments):
        return run("withdraw", *arguments, "--registry", self.registry, "--out", self.site)

    def named(self):
        with sqlite3.connect(self.site / "public/data/publication.db") as db:
            return {code for (code,) in db.execute("SELECT code FROM methodists")}

    def test_the_next_build_names_the_person_nowhere(self):
        self.assert_success(build(self.registry, self.site))
        self.assertIn(self.code, self.named())
        result = self.withdraw(self.code, "--on", "2025-03-27")
        self.assert_success(result)
        self.assertIn("1 апреля 2025", result.stdout.replace("\u00a0", " "))
        self.assertIn("назван на сайте", self.withdraw().stdout)
        self.assert_success(build(self.registry, self.site))
        self.assertNotIn(self.code, self.named())
        listed = self.withdraw()
        self.assert_success(listed)
        self.assertIn("✔ на сайте не назван", listed.stdout)
        for file in (self.site / "public").rglob("*"):
            if file.is_file():
                self.assertNotIn(f"/{self.code}.html", file.read_bytes().decode("utf-8", "replace"), file)

    def test_who_is_still_named_after_the_term_is_a_failure(self):
        self.assert_success(build(self.registry, self.site))
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        result = self.withdraw()
        self.assertEqual(1, result.returncode)
        self.assertIn("срок прошёл", result.stdout)

    def test_the_journal_has_it_and_takes_it_back(self):
        with sqlite3.connect(self.registry) as db:
            before = db.execute("SELECT * FROM consents ORDER BY 1, 2, 3").fetchall()
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        entry = json.loads(run("journal", "--registry", self.registry, "--json").stdout)["imports"][0]
        self.assertIn(self.code, entry["files"][0]["name"])
        self.assert_success(run("journal", "--registry", self.registry, "--undo", entry["number"]))
        with sqlite3.connect(self.registry) as db:
            self.assertEqual(before, db.execute("SELECT * FROM consents ORDER BY 1, 2, 3").fetchall())
            self.assertEqual((None,), db.execute("SELECT consent_withdrawn_on FROM methodists WHERE code = ?",
                                                 (self.code,)).fetchone())

    def test_a_second_withdrawal_changes_nothing(self):
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        again = self.withdraw(self.code, "--on", "2025-03-28")
        self.assert_success(again)
        self.assertIn("отзывать нечего", again.stdout)

    def test_wrong_arguments(self):
        self.assertEqual(1, self.withdraw("no-such-code").returncode)
        self.assertEqual(1, self.withdraw(self.code, "--on", "1999-01-01").returncode)
        self.assertEqual(2, self.withdraw(self.code, "--on", "вчера").returncode)
        self.assertEqual(2, self.withdraw("--on", "2025-03-27").returncode)
