"""Exit codes, messages, streams; files that are no registry."""

from support import AS_OF, CliTest, build, demo_registry, editing, run, sha256


class Usage(CliTest):
    def test_help_and_version_are_results(self):
        for arguments in (["--help"], ["build", "--help"], ["--version"]):
            result = run(*arguments)
            self.assert_success(result)
            self.assertNotEqual(result.stdout, "")
            self.assertEqual(result.stderr, "")

    def test_help_lists_commands(self):
        text = run("--help").stdout
        for command in ("demo", "import", "export", "check", "build"):
            self.assertIn(command, text)

    def test_wrong_usage_is_2(self):
        self.assert_refused(run(), 2)
        self.assert_refused(run("fly"), 2, "fly")
        self.assert_refused(run("build", "--registry", "x.db", "--colour"), 2, "--colour")
        self.assert_refused(run("build"), 2, "--registry")
        self.assert_refused(run("export", "--registry", "x.db"), 2, "--out")
        self.assert_refused(run("build", "--registry", "x.db", "--as-of", "вчера"), 2, "--as-of")
        self.assert_refused(run("build", "--registry", "x.db", "--as-of", "2025-02-30"), 2, "--as-of")
        self.assert_refused(run("build", "--registry", "x.db", "--jobs", "0"), 2, "--jobs")
        self.assert_refused(run("demo", "--registry", self.folder / "x.db", "--scale", "-1"), 2, "--scale")
        self.assertFalse((self.folder / "x.db").exists())

    def test_unknown_region(self):
        registry = demo_registry(self.folder)
        self.assert_refused(build(registry, self.folder / "site", "--region", "atlantis"), 1, "atlantis")
        self.assertFalse((self.folder / "site").exists())

    def test_registry_of_another_region(self):
        registry = demo_registry(self.folder)
        before, other = sha256(registry), ("--region", "perm-krai")
        hint = "--region moscow-oblast"
        self.assert_refused(build(registry, self.folder / "site", *other), 1, "Пермский край", hint)
        self.assert_refused(run("check", "--registry", registry, "--as-of", AS_OF, *other), 1, hint)
        tables = self.folder / "tables"
        self.assert_success(run("export", "--registry", registry, "--out", tables))
        self.assert_refused(run("import", tables, "--registry", registry, *other), 1, hint)
        self.assertEqual(sha256(registry), before)
        self.assertFalse((self.folder / "site").exists())

    def test_project_that_is_none(self):
        registry = demo_registry(self.folder)
        self.assert_refused(build(registry, self.folder / "site", project=self.folder), 1, "--project")

    def test_demo_never_overwrites(self):
        registry = demo_registry(self.folder)
        before = sha256(registry)
        self.assert_refused(run("demo", "--registry", registry, "--scale", "0.05"), 1, registry)
        self.assertEqual(sha256(registry), before)


class NotARegistry(CliTest):
    """Every command names the file, exits with 1 and leaves it as it was."""

    def commands(self, registry):
        yield build(registry, self.folder / "site")
        yield run("export", "--registry", registry, "--out", self.folder / "out")
        yield run("check", "--registry", registry, "--as-of", AS_OF)

    def refuse_all(self, registry, *words):
        before = sha256(registry) if registry.exists() else None
        for result in self.commands(registry):
            self.assert_refused(result, 1, registry.name, *words)
        self.assertEqual(sha256(registry) if registry.exists() else None, before)
        self.assertFalse((self.folder / "site").exists())
        self.assertEqual([p.name for p in self.folder.iterdir() if p != registry], [])

    def test_missing(self):
        self.refuse_all(self.folder / "none.db", "не найден")

    def test_not_a_database(self):
        file = self.folder / "text.db"
        file.write_text("это не база данных\n" * 100, encoding="utf-8")
        self.refuse_all(file)

    def test_empty_file(self):
        file = self.folder / "empty.db"
        file.touch()
        self.refuse_all(file)

    def test_folder(self):
        folder = self.folder / "folder.db"
        folder.mkdir()
        for result in self.commands(folder):
            self.assert_refused(result, 1, folder.name)

    def test_foreign_database(self):
        file = self.folder / "foreign.db"
        with editing(file) as connection:
            connection.execute("CREATE TABLE teachers (code TEXT)")
        self.refuse_all(file, "не реестр")
        before = sha256(file)
        (self.folder / "in").mkdir()
        (self.folder / "in" / "territories.csv").write_text("code,name\na,А\n", encoding="utf-8")
        self.assert_refused(run("import", self.folder / "in", "--registry", file), 1, "foreign.db")
        self.assertEqual(sha256(file), before)

    def test_newer_layout(self):
        file = demo_registry(self.folder)
        with editing(file) as connection:
            connection.execute("PRAGMA user_version = 1000")
        self.refuse_all(file, "1000")
        before = sha256(file)
        (self.folder / "in").mkdir()
        (self.folder / "in" / "territories.csv").write_text("code,name\na,А\n", encoding="utf-8")
        self.assert_refused(run("import", self.folder / "in", "--registry", file), 1, "1000")
        self.assertEqual(sha256(file), before)

    def test_damaged(self):
        file = demo_registry(self.folder)
        content = bytearray(file.read_bytes())
        content[len(content) // 4: len(content) // 2] = b"\xa5" * (len(content) // 2 - len(content) // 4)
        file.write_bytes(content)
        result = build(file, self.folder / "site")
        self.assert_refused(result, 1, file.name)
        self.assertFalse((self.folder / "site").exists())


if __name__ == "__main__":
    import unittest
    unittest.main()
