"""The finished tree: swapped in whole or not at all, nothing stale, nothing foreign lost."""

import fcntl
import json
import shutil

from support import CliTest, build, demo_registry, editing, project_copy, sha256, tree


class FailedBuild(CliTest):
    """A build that fails names the place and leaves the former site as it was."""

    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.project = project_copy(self.folder)
        self.site = self.folder / "site"
        self.assert_success(build(self.registry, self.site, project=self.project))
        self.before = tree(self.site)
        self.beside = sorted(p.name for p in self.folder.iterdir())

    def fails(self, *words):
        self.assert_refused(build(self.registry, self.site, project=self.project), 1, *words)
        self.assert_same_tree(self.before, tree(self.site))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), self.beside, "left beside the site")
        # Without a former site none appears.
        self.assert_refused(build(self.registry, self.folder / "other", project=self.project), 1, *words)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), self.beside, "left beside the site")

    @property
    def profile(self):
        return self.project / "data" / "regions" / "moscow-oblast"

    def test_broken_template(self):
        template = sorted((self.project / "templates").glob("indicator.html"))[0]
        with template.open("a", encoding="utf-8") as file:
            file.write("{{#НЕ_ЗАКРЫТО}}")
        self.fails(template.name)

    def test_missing_template(self):
        template = sorted((self.project / "templates").glob("indicator.html"))[0]
        template.unlink()
        self.fails(template.name)

    def test_links_within_the_site_in_a_practice_lead_nowhere(self):
        """Authors cannot know the site's addresses: their words stay, the link does not."""
        with editing(self.registry) as connection:
            slug, = connection.execute("SELECT min(slug) FROM practices WHERE status = 'published'").fetchone()
            connection.execute(
                "UPDATE practices SET body = body || ? WHERE slug = ?",
                ("\n\nСм. [другую практику](no-such-practice.html), [раздел](/no-such-part/), [ниже](#no-such-place).\n",
                 slug))
        self.assert_success(build(self.registry, self.site, project=self.project))
        page, = (self.site / "public").rglob(f"{slug}.html")
        html = page.read_text(encoding="utf-8")
        self.assertIn("другую практику", html)
        self.assertNotIn("no-such-", html)

    def test_broken_link_in_content(self):
        page = sorted((self.project / "content").glob("*.md"))[0]
        with page.open("a", encoding="utf-8") as file:
            file.write("\n\n[Сюда](/no-such-page.html)\n")
        self.fails("no-such-page.html", page.stem)

    def test_broken_query(self):
        query = self.project / "data" / "indicators" / "load.sql"
        query.write_text("-- broken\nSELEC code FROM municipalities\n", encoding="utf-8")
        self.fails("load.sql")

    def test_query_without_a_column(self):
        query = self.project / "data" / "indicators" / "load.sql"
        query.write_text("SELECT code AS municipality, 1 AS numerator FROM municipalities\n", encoding="utf-8")
        self.fails("load.sql", "denominator")

    def test_unknown_key_in_the_profile(self):
        file = self.profile / "profile.toml"
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines()
        line = next(i for i, content in enumerate(lines, start=1) if content.startswith("[norms]")) + 1
        lines.insert(line - 1, "load_average = 60")
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.fails("profile.toml", "load_average", str(line))

    def test_profile_that_is_no_toml(self):
        file = self.profile / "profile.toml"
        file.write_text(file.read_text(encoding="utf-8") + "\nэто не TOML\n", encoding="utf-8")
        self.fails("profile.toml")

    def test_unknown_key_of_an_indicator(self):
        file = self.profile / "indicators.toml"
        text = file.read_text(encoding="utf-8").replace('unit = "ratio"', 'unit = "ratio"\ncolour = "red"', 1)
        line = text[:text.index("colour")].count("\n") + 1
        file.write_text(text, encoding="utf-8")
        self.fails("indicators.toml", "colour", str(line))

    def test_gate_that_does_not_run(self):
        file = self.project / "data" / "publication.sql"
        file.write_text(file.read_text(encoding="utf-8").replace("ums_phone", "ums_fax"), encoding="utf-8")
        self.fails("publication.sql", "ums_fax")


class Tree(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.site = self.folder / "site"

    def build(self, *more):
        self.assert_success(build(self.registry, self.site, *more))

    def test_manifest_lists_every_file(self):
        self.build()
        manifest = json.loads((self.site / "manifest.json").read_text(encoding="utf-8"))
        listed = {entry["path"]: entry for entry in manifest["files"]}
        files = tree(self.site)
        files.pop("manifest.json")
        self.assertEqual(sorted(listed), sorted(files))
        for path, digest in files.items():
            self.assertEqual(listed[path]["sha256"], digest, path)
            self.assertEqual(listed[path]["size"], (self.site / path).stat().st_size, path)
            audience = {"public": "public", "hosting": "hosting"}.get(path.split("/")[0], "restricted")
            self.assertEqual(listed[path]["audience"], audience, path)

    def test_stale_files_are_gone(self):
        self.build()
        with editing(self.registry) as connection:
            slug, = connection.execute("SELECT min(slug) FROM practices WHERE status = 'published'").fetchone()
        stale = [p for p in (self.site / "public").rglob(f"{slug}.html")]
        self.assertEqual(len(stale), 1)
        clean = self.folder / "clean"
        shutil.copytree(self.site, clean, symlinks=True)
        planted = [self.site / "public" / "planted.html", self.site / "reports" / "gone" / "kpi.xlsx"]
        planted[1].parent.mkdir()
        for file in planted:
            file.write_text("from another time", encoding="utf-8")
        with editing(self.registry) as connection:
            connection.execute("UPDATE practices SET status = 'archived' WHERE slug = ?", (slug,))
        self.build()
        for file in [*stale, *planted]:
            self.assertFalse(file.exists(), file)
        self.assertFalse(planted[1].parent.exists())
        mentioned = [p for p in (self.site / "public").rglob("*") if p.is_file() and slug.encode() in p.read_bytes()]
        self.assertEqual(mentioned, [])
        # The same as over a former site that nobody has touched.
        self.assert_success(build(self.registry, clean))
        self.assert_same_tree(tree(clean), tree(self.site))

    def test_a_rebuild_changes_nothing_and_repairs_damage(self):
        self.build()
        before = tree(self.site)
        (self.site / "public" / "index.html").write_text("damaged", encoding="utf-8")
        self.build()
        self.assert_same_tree(before, tree(self.site))

    def test_a_changed_file_is_replaced_not_written_in_place(self):
        self.build()
        page = self.site / "public" / "index.html"
        copy = self.folder / "linked.html"
        copy.hardlink_to(page)
        digest = sha256(copy)
        with editing(self.registry) as connection:
            connection.execute("DELETE FROM practices")
        self.build()
        self.assertEqual(sha256(copy), digest)

    def test_foreign_content_is_refused(self):
        self.site.mkdir()
        (self.site / "photos").mkdir()
        (self.site / "photos" / "cat.jpg").write_bytes(b"cat")
        before = tree(self.site)
        self.assert_refused(build(self.registry, self.site), 1, self.site, "photos")
        self.assert_same_tree(before, tree(self.site))

    def test_files_that_only_share_our_names_are_refused(self):
        for name in ("manifest.json", "public", "hosting"):
            out = self.folder / f"taken-{name}"
            out.mkdir()
            (out / name).write_text('{"name": "важное"}')
            self.assert_refused(build(self.registry, out), 1, out, "чужое")
            self.assertEqual('{"name": "важное"}', (out / name).read_text())

    def test_the_folder_keeps_who_may_enter_it(self):
        self.build()
        self.site.chmod(0o700)
        self.build()
        self.assertEqual(0o700, self.site.stat().st_mode & 0o777)

    def test_loose_files_are_kept(self):
        self.site.mkdir()
        (self.site / "README.md").write_text("What this folder is.", encoding="utf-8")
        self.build()
        self.build()
        self.assertEqual((self.site / "README.md").read_text(encoding="utf-8"), "What this folder is.")

    def test_a_file_in_the_place_of_the_folder(self):
        self.site.write_text("a file", encoding="utf-8")
        self.assert_refused(build(self.registry, self.site), 1, self.site)
        self.assertEqual(self.site.read_text(encoding="utf-8"), "a file")

    def test_damaged_manifest(self):
        self.build()
        manifest = self.site / "manifest.json"
        whole = manifest.read_text(encoding="utf-8")
        for text in (whole[:len(whole) // 2], whole.replace('"path": "', '"path": 1, "was": "', 1),
                     '{"program": "metodaktiv"}', '{"program": "metodaktiv", "files": [1]}'):
            with self.subTest(text[:60]):
                manifest.write_text(text, encoding="utf-8")
                before = tree(self.site)
                result = build(self.registry, self.site)
                self.assert_refused(result, 1, manifest, "повреждён", "--out")
                self.assertNotIn("json.exception", result.stderr)
                self.assert_same_tree(before, tree(self.site))
        manifest.write_text(whole, encoding="utf-8")
        self.build()

    def test_second_build_at_once_is_refused(self):
        self.build()
        before = tree(self.site)
        with (self.folder / ".site.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.assert_refused(build(self.registry, self.site), 1, self.site)
            self.assert_same_tree(before, tree(self.site))
            # Another folder is another matter.
            self.assert_success(build(self.registry, self.folder / "other"))
        (self.folder / ".site.lock").unlink()
        self.build()

    def test_rest_of_a_killed_build_is_no_obstacle(self):
        self.build()
        before = tree(self.site)
        rest = self.folder / ".site.staging" / "public"
        rest.mkdir(parents=True)
        (rest / "half.html").write_text("half", encoding="utf-8")
        (self.folder / ".site.lock").touch()
        self.build()
        self.assert_same_tree(before, tree(self.site))
        self.assertFalse(rest.parent.exists())
