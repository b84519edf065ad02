"""Same inputs, same bytes: whatever the threads, the time zone, the locale, the folder or the order of rows."""

import shutil
import sqlite3

from support import CliTest, build, demo_registry, run, sha256, tree


def reversed_copy(source, target):
    """The same layout and rows, every row and every table written in reverse order."""
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    try:
        for pragma in ("application_id", "user_version"):
            value, = old.execute(f"PRAGMA {pragma}").fetchone()
            new.execute(f"PRAGMA {pragma} = {value}")
        objects = old.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
                              "AND name NOT LIKE 'sqlite%' ORDER BY type DESC, rowid").fetchall()
        for _, _, sql in objects:
            new.execute(sql)
        for kind, name, _ in reversed(objects):
            if kind != "table":
                continue
            rows = old.execute(f'SELECT * FROM "{name}"').fetchall()
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                new.executemany(f'INSERT INTO "{name}" VALUES ({marks})', reversed(rows))
        new.commit()
    finally:
        old.close()
        new.close()


class Determinism(CliTest):
    def built(self, name, registry, *more, **options):
        self.assert_success(build(registry, self.folder / name, *more, **options))
        return tree(self.folder / name)

    def test_builds(self):
        registry = demo_registry(self.folder)
        before = sha256(registry)
        first = self.built("first", registry, "--jobs", 1, env={"TZ": "UTC", "LC_ALL": "C"})
        self.assertIn("manifest.json", first)
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        for jobs, zone, locale, cwd in ((2, "Asia/Kamchatka", "ru_RU.UTF-8", None), (8, "America/Anchorage", "C.UTF-8", elsewhere)):
            with self.subTest(jobs=jobs, zone=zone, locale=locale):
                other = self.built(f"jobs-{jobs}", registry, "--jobs", jobs, cwd=cwd,
                                   env={"TZ": zone, "LC_ALL": locale, "LANG": locale})
                self.assert_same_tree(first, other)
        with self.subTest("rows in reverse order"):
            backwards = self.folder / "backwards.db"
            reversed_copy(registry, backwards)
            self.assertNotEqual(sha256(backwards), before)
            self.assert_same_tree(first, self.built("backwards", backwards))
        with self.subTest("another name of the same registry, vacuumed"):
            copy = self.folder / "Имя с пробелом.db"
            shutil.copy(registry, copy)
            connection = sqlite3.connect(copy)
            connection.execute("VACUUM")
            connection.close()
            self.assert_same_tree(first, self.built("renamed", copy))
        self.assertEqual(sha256(registry), before, "a build changed the registry")

    def test_another_registry_gives_another_tree(self):
        registry = demo_registry(self.folder)
        first = self.built("first", registry)
        connection = sqlite3.connect(registry)
        with connection:
            connection.execute("UPDATE municipalities SET ums_phone = '+7 (000) 111-22-33'")
        connection.close()
        self.assertNotEqual(self.built("second", registry), first)

    def test_demo_and_export(self):
        for name, zone in (("one", "UTC"), ("two", "Asia/Kamchatka")):
            file = self.folder / f"{name}.db"
            self.assert_success(run("demo", "--registry", file, "--scale", "0.02", "--seed", "3", "--as-of", "2025-03-31",
                                    env={"TZ": zone, "LC_ALL": "C"}))
            self.assert_success(run("export", "--registry", file, "--out", self.folder / name, env={"TZ": zone}))
        self.assert_same_tree(tree(self.folder / "one"), tree(self.folder / "two"))
        self.assert_success(run("demo", "--registry", self.folder / "three.db", "--scale", "0.02", "--seed", "4",
                                "--as-of", "2025-03-31"))
        self.assertNotEqual(sha256(self.folder / "three.db"), sha256(self.folder / "one.db"))
