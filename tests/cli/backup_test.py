"""Copies of the registry: verified, never over another file, and the way back."""

import shutil
import sqlite3

from support import CliTest, demo_registry, editing, run, sha256


def rows(registry, table="teachers"):
    with sqlite3.connect(registry) as db:
        return db.execute(f"SELECT * FROM {table} ORDER BY code").fetchall()


class BackupTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.copy = self.folder / "copy.db"

    def backup(self, *arguments):
        return run("backup", "--registry", self.registry, *arguments)

    def test_the_copy_holds_the_same_rows(self):
        result = self.backup("--out", self.copy)
        self.assert_success(result)
        self.assertIn("проверена", result.stdout)
        self.assertEqual(rows(self.registry), rows(self.copy))

    def test_a_folder_gets_a_dated_name_and_never_the_same_twice(self):
        folder = self.folder / "copies"
        folder.mkdir()
        for _ in range(3):
            self.assert_success(self.backup("--out", folder))
        self.assertEqual(3, len(list(folder.iterdir())))

    def test_a_file_that_is_there_is_not_written_over(self):
        self.copy.write_text("важное")
        result = self.backup("--out", self.copy)
        self.assertEqual(1, result.returncode)
        self.assertEqual("важное", self.copy.read_text())

    def test_a_registry_that_is_being_written_is_copied_as_it_was(self):
        with editing(self.registry) as db:
            db.execute("PRAGMA journal_mode = WAL")
            before = rows(self.registry)
            db.execute("BEGIN IMMEDIATE")
            db.execute("DELETE FROM lesson_visits")
            self.assert_success(self.backup("--out", self.copy))
            db.rollback()
        self.assertEqual(before, rows(self.copy))
        self.assertFalse(list(self.folder.glob("copy.db-*")))

    def test_restoring_brings_the_rows_back_and_keeps_the_former_file(self):
        self.assert_success(self.backup("--out", self.copy))
        before = rows(self.registry)
        with editing(self.registry) as db:
            db.execute("UPDATE teachers SET last_name = 'Другая'")
        changed = sha256(self.registry)
        self.assert_success(self.backup("--restore", self.copy))
        self.assertEqual(before, rows(self.registry))
        former = [file for file in self.folder.iterdir() if "до-возврата" in file.name]
        self.assertEqual([changed], [sha256(file) for file in former])

    def test_a_damaged_copy_is_refused_and_nothing_changes(self):
        self.assert_success(self.backup("--out", self.copy))
        content = bytearray(self.copy.read_bytes())
        for at in range(8192, len(content), 4096):
            content[at:at + 64] = b"\xff" * 64
        self.copy.write_bytes(content)
        before = sha256(self.registry)
        result = self.backup("--restore", self.copy)
        self.assertEqual(1, result.returncode, result.stdout)
        self.assertEqual(before, sha256(self.registry))
        self.assertFalse([file for file in self.folder.iterdir() if "до-возврата" in file.name])

    def test_a_damaged_registry_can_be_replaced(self):
        self.assert_success(self.backup("--out", self.copy))
        self.registry.write_bytes(b"broken")
        self.assert_success(self.backup("--restore", self.copy))
        self.assertEqual(rows(self.copy), rows(self.registry))

    def test_an_older_copy_names_the_withdrawals_it_lacks(self):
        self.assert_success(self.backup("--out", self.copy))
        with sqlite3.connect(self.registry) as db:
            code, name = db.execute("SELECT min(code), last_name FROM methodists WHERE consent_on IS NOT NULL AND "
                                    "consent_withdrawn_on IS NULL").fetchone()
        self.assert_success(run("withdraw", code, "--registry", self.registry))
        restored = self.backup("--restore", self.copy).stdout
        self.assertIn(name, restored)
        self.assertIn(f"metodaktiv withdraw {code}", restored)
        self.assert_success(run("withdraw", code, "--registry", self.registry))
        self.assert_success(self.backup("--out", self.folder / "newer.db"))
        self.assertNotIn("отзывы", self.backup("--restore", self.folder / "newer.db").stdout)

    def test_a_registry_that_is_being_written_is_not_replaced(self):
        self.assert_success(self.backup("--out", self.copy))
        with editing(self.registry) as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute("DELETE FROM lesson_visits")
            result = self.backup("--restore", self.copy)
            self.assertEqual(1, result.returncode, result.stdout)
            self.assertIn("занят", result.stderr)
        self.assertFalse([file for file in self.folder.iterdir() if "до-возврата" in file.name])

    def test_nobody_else_may_read_a_copy(self):
        self.registry.chmod(0o600)
        self.assert_success(self.backup("--out", self.copy))
        self.assertEqual(0o600, self.copy.stat().st_mode & 0o777)
        self.copy.chmod(0o644)
        self.assert_success(self.backup("--restore", self.copy))
        self.assertEqual({0o600}, {file.stat().st_mode & 0o777 for file in self.folder.glob("registry*.db")})

    def test_a_copy_of_another_structure_is_refused(self):
        for statement in ("DROP TABLE consents", "CREATE TABLE extra (a)",
                          "CREATE TRIGGER t AFTER UPDATE ON methodists BEGIN SELECT 1; END",
                          "CREATE VIEW v AS SELECT 1"):
            shutil.copy(self.registry, self.copy)
            with sqlite3.connect(self.copy) as db:
                db.execute(statement)
            before = sha256(self.registry)
            result = self.backup("--restore", self.copy)
            self.assertEqual(1, result.returncode, statement)
            self.assertIn("разметка", result.stderr)
            self.assertEqual(before, sha256(self.registry))

    def test_a_link_still_leads_to_the_registry(self):
        self.assert_success(self.backup("--out", self.copy))
        link = self.folder / "link.db"
        link.symlink_to(self.registry)
        before = rows(self.registry)
        with editing(self.registry) as db:
            db.execute("UPDATE teachers SET last_name = 'Другая'")
        self.assert_success(run("backup", "--registry", link, "--restore", self.copy))
        self.assertTrue(link.is_symlink())
        self.assertEqual(before, rows(self.registry))

    def test_what_is_no_registry_is_refused(self):
        other = self.folder / "other.db"
        shutil.copy(self.registry, other)
        with sqlite3.connect(other) as db:
            db.execute("PRAGMA application_id = 1")
        for arguments in (["--restore", other], ["--restore", self.folder / "none.db"]):
            result = self.backup(*arguments)
            self.assertEqual(1, result.returncode)
            self.assertTrue(result.stderr.strip())

    def test_both_directions_at_once_are_wrong_usage(self):
        self.assertEqual(2, self.backup("--out", self.copy, "--restore", self.copy).returncode)
        self.assertEqual(2, self.backup("--restore", self.registry).returncode)
