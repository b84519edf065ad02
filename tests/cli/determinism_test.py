"""Same inputs, same bytes: what tests/determinism/variations.py does not cover."""

import sqlite3

from support import CliTest, build, demo_registry, run, sha256, tree


class Determinism(CliTest):
    def built(self, name, registry, *more, **options):
        self.assert_success(build(registry, self.folder / name, *more, **options))
        return tree(self.folder / name)

    def test_another_registry_gives_another_tree(self):
        registry = demo_registry(self.folder)
        before = sha256(registry)
        first = self.built("first", registry)
        self.assertEqual(sha256(registry), before, "a build changed the registry")
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
