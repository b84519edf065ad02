"""The disk as it may be: full, read-only, too small, gone; another run at work. A clear word, and all as it was."""

import os
import pwd
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest
from pathlib import Path

from support import AS_OF, BINARY, PROJECT, CliTest, build, demo_registry, editing, project_copy, run, tree

TOO_MUCH = 40_000  # bytes a file may have under a limit: less than a registry, more than most pages


def run_as_anybody(*arguments, limit=None):
    """Runs the program without root's rights, or with a limit on the size of files."""
    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    options = {}
    if limit is None and os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", cwd="/",
                          stdin=subprocess.DEVNULL, timeout=120, preexec_fn=prepare, **options)


class Disk(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.site = self.folder / "site"

    def build_arguments(self, out=None):
        return ("build", "--registry", self.registry, "--out", out or self.site, "--as-of", AS_OF, "--project", PROJECT)

    def assert_as_it_was(self, before, result, *words):
        self.assert_refused(result, 1, *words)
        self.assert_same_tree(before, tree(self.folder))


class ReadOnly(Disk):
    def setUp(self):
        super().setUp()
        for folder in (self.folder, self.folder.parent):
            folder.chmod(0o755)
        if run_as_anybody("--version").returncode != 0 or run_as_anybody(
                "check", "--registry", self.registry, "--project", PROJECT, "--as-of", AS_OF).returncode not in (0, 1):
            self.skipTest("another user cannot reach the program")

    def test_folders_that_cannot_be_written(self):
        self.assert_success(build(self.registry, self.site))
        tables = self.folder / "tables"
        self.assert_success(run("export", "--registry", self.registry, "--out", tables))
        for folder in (self.folder, tables):
            folder.chmod(0o555)
        before = tree(self.folder)
        for arguments in (
                self.build_arguments(), self.build_arguments(self.folder / "new"),
                ("demo", "--registry", self.folder / "new.db", "--scale", "0.01", "--project", PROJECT),
                ("export", "--registry", self.registry, "--out", self.folder / "new", "--project", PROJECT),
                ("export", "--registry", self.registry, "--out", tables, "--project", PROJECT),
                ("backup", "--registry", self.registry, "--out", self.folder / "copy.db"),
                ("import", tables, "--registry", self.folder / "new.db", "--project", PROJECT)):
            with self.subTest(arguments[0]):
                self.assert_as_it_was(before, run_as_anybody(*arguments), self.folder)

    def test_a_registry_that_cannot_be_written(self):
        with editing(self.registry) as db:
            code, = db.execute("SELECT min(code) FROM methodists WHERE consent_on IS NOT NULL AND "
                               "consent_withdrawn_on IS NULL").fetchone()
        self.registry.chmod(0o444)
        self.folder.chmod(0o555)
        before = tree(self.folder)
        self.assert_as_it_was(before, run_as_anybody("withdraw", code, "--registry", self.registry, "--on", AS_OF,
                                                     "--project", PROJECT), self.registry)
        # Reading it is another matter.
        self.assert_success(run_as_anybody("export", "--registry", self.registry, "--out",
                                           self.writable() / "tables", "--project", PROJECT))
        self.assert_success(run_as_anybody(*self.build_arguments(self.writable() / "site")))

    def writable(self):
        folder = self.folder.parent / f"{self.folder.name}-open"
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder


class Full(Disk):
    def commands(self, folder):
        tables = self.folder / "tables"
        self.assert_success(run("export", "--registry", self.registry, "--out", tables))
        return (("build", *self.build_arguments(folder / "site")[1:]),
                ("demo", "--registry", folder / "new.db", "--scale", "0.05", "--project", PROJECT),
                ("backup", "--registry", self.registry, "--out", folder / "copy.db"),
                ("import", tables, "--registry", folder / "new.db", "--project", PROJECT),
                ("export", "--registry", self.registry, "--out", folder / "new", "--project", PROJECT))

    def test_files_may_not_grow(self):
        """What `ulimit -f` does: the system would end the program by a signal."""
        place = self.folder / "place"
        place.mkdir()
        for arguments in self.commands(place):
            with self.subTest(arguments[0]):
                self.assert_refused(run_as_anybody(*arguments, limit=TOO_MUCH), 1)
                self.assertEqual([p for p in place.rglob("*") if p.is_file()], [])

    def test_no_room(self):
        place = self.folder / "small"
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", place], capture_output=True).returncode:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", place])
        for arguments in self.commands(place):
            with self.subTest(arguments[0]):
                self.assert_refused(run(*arguments), 1, "нет места", str(place))
                self.assertEqual([p for p in place.rglob("*") if p.is_file()], [])

    def test_output_that_nobody_takes(self):
        """The work is done all the same; that its report is lost is said."""
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([BINARY, "backup", "--registry", self.registry, "--out", self.folder / "copy.db"],
                                  stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("нет места", done.stderr)
        self.assertTrue((self.folder / "copy.db").exists())


class Vanished(Disk):
    """What the program reads is gone before it starts; during the run see tests/hostile/faults.py."""

    def test_parts_of_the_project(self):
        project = project_copy(self.folder)
        self.assert_success(build(self.registry, self.site, project=project))
        profile = project / "data" / "regions" / "moscow-oblast"
        for part in (project / "templates" / "layout.html", project / "templates" / "styles", project / "data" / "forms",
                     project / "data" / "checks", project / "data" / "publication.sql", project / "data" / "indicators",
                     profile / "profile.toml", profile / "indicators.toml", profile, project / "content",
                     project / "templates"):
            with self.subTest(str(part.relative_to(project))):
                self.assertTrue(part.exists(), part)
                aside = self.folder / "aside"
                part.rename(aside)
                before = tree(self.folder)
                self.assert_as_it_was(before, build(self.registry, self.site, project=project))
                aside.rename(part)

    def test_registry(self):
        self.registry.unlink()
        before = tree(self.folder)
        self.assert_as_it_was(before, build(self.registry, self.site), self.registry)


class KilledBefore(Disk):
    def test_readers_take_back_what_a_killed_import_wrote(self):
        """A file and the journal of a write that went half-way, as kill -9 leaves them."""
        rows = "SELECT code, position FROM teachers ORDER BY code"
        connection = sqlite3.connect(self.registry)
        expected = connection.execute(rows).fetchall()
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE teachers SET position = 'учитель высшей школы'")
        connection.execute("UPDATE organizations SET name = name || '!'")
        half = {}
        for suffix in ("", "-journal"):
            half[suffix] = Path(f"{self.registry}{suffix}").read_bytes()
        connection.rollback()
        connection.close()
        self.assertNotEqual(half[""], self.registry.read_bytes())
        for number, command in enumerate((
                ("export", "--out", self.folder / "tables"), ("backup", "--out", self.folder / "copy.db"),
                ("check", "--project", PROJECT, "--as-of", AS_OF), ("journal",),
                ("build", "--out", self.site, "--as-of", AS_OF, "--project", PROJECT))):
            with self.subTest(command[0]):
                file = self.folder / f"half-{number}.db"
                for suffix, data in half.items():
                    Path(f"{file}{suffix}").write_bytes(data)
                result = run(command[0], "--registry", file, *command[1:])
                self.assertNotIn("только для чтения", result.stderr)
                if command[0] != "check":
                    self.assert_success(result)
                self.assertFalse(Path(f"{file}-journal").exists())
                with sqlite3.connect(file) as db:
                    self.assertEqual(db.execute(rows).fetchall(), expected)

    def test_a_restored_registry_is_not_undone_by_the_journal_of_the_former(self):
        copy = self.folder / "copy.db"
        shutil.copy(self.registry, copy)
        with editing(copy) as db:
            db.execute("UPDATE organizations SET name = name || ' (копия)'")
        former = sqlite3.connect(self.registry).execute("SELECT code, name FROM organizations ORDER BY code").fetchall()
        wanted = sqlite3.connect(copy).execute("SELECT code, name FROM organizations ORDER BY code").fetchall()
        connection = sqlite3.connect(self.registry)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE teachers SET position = 'учитель высшей школы'")
        half = [Path(f"{self.registry}{suffix}").read_bytes() for suffix in ("", "-journal")]
        connection.rollback()
        connection.close()
        self.registry.write_bytes(half[0])
        Path(f"{self.registry}-journal").write_bytes(half[1])
        self.assert_success(run("backup", "--registry", self.registry, "--restore", copy))
        self.assertEqual(sqlite3.connect(self.registry).execute("SELECT code, name FROM organizations ORDER BY code")
                         .fetchall(), wanted)
        self.assertFalse(Path(f"{self.registry}-journal").exists())
        kept, = self.folder.glob("registry-до-возврата-*.db")
        self.assertEqual(sqlite3.connect(kept).execute("SELECT code, name FROM organizations ORDER BY code").fetchall(),
                         former)

    def test_files_of_a_killed_command_go_with_the_next(self):
        left = [self.folder / f".copy.db.metodaktiv-{name}" for name in ("aB3dE9", "zzzzzz", "aB3dE9-journal")]
        other = self.folder / ".copy.db.backup"
        for file in (*left, other):
            file.write_bytes(b"half")
        self.assert_success(run("backup", "--registry", self.registry, "--out", self.folder / "copy.db"))
        self.assertEqual([f for f in left if f.exists()], [])
        self.assertTrue(other.exists())


class AtOnce(Disk):
    def test_second_build_says_so_and_leaves(self):
        self.assert_success(build(self.registry, self.site))
        before = tree(self.site)
        first = subprocess.Popen([BINARY, *map(str, self.build_arguments())], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, cwd=PROJECT)
        lock = self.folder / ".site.staging"
        for _ in range(2000):
            if lock.exists() or first.poll() is not None:
                break
            time.sleep(0.005)
        first.send_signal(signal.SIGSTOP)
        try:
            self.assertIsNone(first.poll(), "the first build is already through")
            started = time.monotonic()
            self.assert_refused(build(self.registry, self.site), 1, self.site, "другой запуск")
            self.assertLess(time.monotonic() - started, 30)
            self.assert_same_tree(before, tree(self.site))
        finally:
            first.send_signal(signal.SIGCONT)
            _, errors = first.communicate(timeout=120)
        self.assertEqual(first.returncode, 0, errors)
        self.assert_same_tree(before, tree(self.site))

    def test_backups_at_once_leave_each_other_alone(self):
        runs = [subprocess.Popen([BINARY, "backup", "--registry", self.registry, "--out", self.folder / f"{n % 2}.db"],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for n in range(6)]
        codes = [process.wait(timeout=120) for process in runs]
        for process in runs:
            process.stderr.close()
        self.assertTrue({0} <= set(codes) <= {0, 1}, codes)
        for name in ("0.db", "1.db"):
            with sqlite3.connect(self.folder / name) as copy, sqlite3.connect(self.registry) as original:
                self.assertEqual(list(copy.iterdump()), list(original.iterdump()))
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith(".")], [])


if __name__ == "__main__":
    unittest.main()
