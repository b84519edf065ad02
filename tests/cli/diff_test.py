"""diff: two registries, two publications, files asked for, what is refused; and the history that builds keep."""

import json
import re
import shutil
import sqlite3
import zipfile

from support import AS_OF, PROJECT, CliTest, build, demo_registry, editing, run, sha256, tree

LATER = "2025-05-15"
PUBLICATION = "site/public/data/publication.db"


def diff(before, after, *more, as_of=AS_OF, **options):
    dates = ["--as-of", as_of] if as_of else []
    return run("diff", before, after, *dates, "--project", PROJECT, *more, **options)


def rows(file, sql):
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


class Pair(CliTest):
    """The demo registry and a copy in which somebody left, somebody moved and levels changed."""

    def setUp(self):
        super().setUp()
        self.before = demo_registry(self.folder).rename(self.folder / "before.db")
        self.after = shutil.copy(self.before, self.folder / "after.db")
        with editing(self.after) as db:
            active = "excluded_on IS NULL AND included_on <= '2025-01-01' AND consent_on IS NOT NULL " \
                     "AND consent_withdrawn_on IS NULL"
            people = db.execute(f"SELECT code, last_name, municipality FROM methodists WHERE {active} "
                                "ORDER BY code DESC").fetchall()
            self.left, self.moved = people[0], people[1]
            db.execute("UPDATE methodists SET excluded_on = '2025-03-01' WHERE code = ?", (self.left[0],))
            db.execute("UPDATE methodists SET organization = (SELECT min(code) FROM organizations WHERE "
                       "code <> ifnull(methodists.organization, '')) WHERE code = ?", (self.moved[0],))


class Registries(Pair):
    def test_the_same_file_twice(self):
        for more in ([], ["--municipality", self.left[2]]):
            result = diff(self.before, self.before, *more)
            self.assert_success(result)
            self.assertEqual(result.stdout, "Изменений нет.\n")

    def test_text_markdown_and_workbook(self):
        sums = sha256(self.before), sha256(self.after)
        result = diff(self.before, self.after, "--markdown", self.folder / "d.md", "--xlsx", self.folder / "d.xlsx")
        self.assert_success(result)
        for text in (result.stdout, (self.folder / "d.md").read_text(encoding="utf-8")):
            for word in ("Исключить из списка", self.left[1], "Изменить сведения", self.moved[1], "Показатели"):
                self.assertIn(word, text)
        self.assertIn("Исключить из списка: 1\N{NO-BREAK SPACE}методист", result.stdout)
        with zipfile.ZipFile(self.folder / "d.xlsx") as book:
            names = re.findall('<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
            self.assertEqual(names[:5], ["Титул", "Включить в список", "Исключить из списка", "Изменить сведения",
                                         "Закрепление"])
            self.assertIn(self.left[1], book.read("xl/sharedStrings.xml").decode())
        self.assertEqual((sha256(self.before), sha256(self.after)), sums)
        first = tree(self.folder)
        again = diff(self.before, self.after, "--markdown", self.folder / "d.md", "--xlsx", self.folder / "d.xlsx",
                     env={"TZ": "Asia/Tokyo", "LC_ALL": "C"})
        self.assertEqual(again.stdout, result.stdout)
        self.assert_same_tree(first, tree(self.folder))

    def test_json(self):
        found = json.loads(diff(self.before, self.after, "--json").stdout)
        self.assertTrue(found["changed"])
        self.assertEqual([p["code"] for p in found["roster"]["left"]], [self.left[0]])
        self.assertEqual([p["code"] for p in found["roster"]["updated"]], [self.moved[0]])
        moved = [f for f in found["figures"] if f["scope"] == "municipality" and f["code"] == self.left[2]]
        self.assertTrue(moved)
        self.assertTrue(any(self.left[0] == row["key"] for f in moved for row in f["rows"]))

    def test_one_registry_on_two_days(self):
        result = diff(self.after, self.after, "--as-of-before", "2025-02-01")
        self.assert_success(result)
        self.assertIn(self.left[1], result.stdout)

    def test_one_municipality(self):
        other = rows(self.before, f"SELECT code FROM municipalities WHERE code NOT IN ('{self.left[2]}', "
                                  f"'{self.moved[2]}') ORDER BY 1 LIMIT 1")[0][0]
        self.assertIn(self.left[1], diff(self.before, self.after, "--municipality", self.left[2]).stdout)
        self.assertEqual(diff(self.before, self.after, "--municipality", other).stdout, "Изменений нет.\n")


class Refused(Pair):
    def test_usage(self):
        self.assert_refused(run("diff", self.before), 2)
        self.assert_refused(diff(self.before, self.after, "--as-of-before", "вчера"), 2, "--as-of-before")
        self.assert_refused(diff(self.before, self.after, "--as-of-before", "2026-01-01"), 2, "позже")
        self.assert_refused(diff(self.before, self.after, "--xlsx", self.after), 2, "стёрт")
        out = self.folder / "x"
        self.assert_refused(diff(self.before, self.after, "--xlsx", out, "--markdown", out), 2, "--xlsx")
        self.assertFalse(out.exists())

    def test_files(self):
        self.assert_refused(diff(self.before, self.folder / "none.db"), 1, "none.db", "не найден")
        text = self.folder / "text.db"
        text.write_text("это не база данных" * 50, encoding="utf-8")
        self.assert_refused(diff(self.before, text), 1, "text.db")
        self.assert_refused(diff(self.before, self.after, "--municipality", "atlantis"), 1, "atlantis")
        self.assert_refused(diff(self.before, self.after, "--markdown", self.folder / "no" / "d.md"), 1, "no")

    def test_two_regions(self):
        other = self.folder / "perm.db"
        self.assert_success(run("demo", "--registry", other, "--region", "perm-krai", "--scale", "0.02",
                                "--as-of", AS_OF))
        self.assert_refused(diff(self.before, other), 1, "разных регионов")


class History(Pair):
    """What the public site tells of two builds into one folder."""

    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        self.assert_success(build(self.before, self.site))
        self.first = shutil.copy(self.folder / PUBLICATION, self.folder / "first.db")

    def later(self, registry, *more, day=LATER):
        self.assert_success(run("build", "--registry", registry, "--out", self.site, "--as-of", day,
                                "--project", PROJECT, *more))

    def page(self, site=None):
        return ((site or self.site) / "public/changes.html").read_text(encoding="utf-8")

    def test_second_build(self):
        self.assertIn("это первая публикация", self.page())
        self.later(self.after)
        page = self.page()
        self.assertIn("Вышли из состава", page)
        self.assertIn("15\N{NO-BREAK SPACE}мая\N{NO-BREAK SPACE}2025", page)
        publication = self.folder / PUBLICATION
        self.assertEqual(rows(publication, "SELECT * FROM releases"), [(LATER, AS_OF)])
        self.assertNotIn(self.left[0], publication.read_bytes().decode("utf-8", "replace"))
        self.assertIn("#day-" + LATER, (self.site / "public/feed.xml").read_text(encoding="utf-8"))

        before = tree(self.site / "public")
        self.later(self.after)
        self.assert_same_tree(before, tree(self.site / "public"))

        again = self.folder / "again"
        self.assert_success(run("build", "--from", publication, "--out", again, "--project", PROJECT))
        self.assert_same_tree(before, tree(again / "public"))

        own = self.folder / "own"
        self.assert_success(run("build", "--from", publication, "--municipality", self.left[2], "--out", own,
                                "--project", PROJECT))
        self.assertIn("Вышли из состава", self.page(own))

    def test_diff_of_the_two_publications(self):
        self.later(self.after)
        result = diff(self.first, self.folder / PUBLICATION, as_of=None)
        self.assert_success(result)
        self.assertIn("Исключить из списка: 1\N{NO-BREAK SPACE}методист", result.stdout)
        self.assertNotIn(self.left[1] + " ", result.stdout.split("Изменить сведения")[0])
        self.assertEqual(diff(self.first, self.first, as_of=None).stdout, "Изменений нет.\n")
        self.assert_refused(diff(self.first, self.after, as_of=None), 1, "реестр", "публикация")
        self.assert_refused(diff(self.first, self.first), 2, "--as-of")
        self.assert_refused(diff(self.folder / PUBLICATION, self.first, as_of=None), 1, "новее")
        self.assert_refused(diff(self.first, self.first, "--region", "perm-krai", as_of=None), 1, "perm-krai")

    def test_withdrawn_consent(self):
        with editing(self.after) as db:
            db.execute("UPDATE methodists SET included_on = '2025-05-01' WHERE code = ?", (self.moved[0],))
        with editing(self.before) as db:
            db.execute("UPDATE methodists SET included_on = '2025-05-01' WHERE code = ?", (self.moved[0],))
        shutil.rmtree(self.site)
        self.assert_success(build(self.before, self.site))
        self.later(self.after)
        card = f"asset/methodist-{self.moved[0]}.html"
        self.assertIn(card, self.page())
        with editing(self.after) as db:
            db.execute("UPDATE methodists SET consent_withdrawn_on = '2025-05-16' WHERE code = ?", (self.moved[0],))
        self.later(self.after, day="2025-05-20")
        self.assertNotIn(self.moved[0], self.page())
        self.assertEqual(rows(self.folder / PUBLICATION, "SELECT count(*) FROM release_changes WHERE methodist = "
                                                         f"'{self.moved[0]}' OR former_methodist = '{self.moved[0]}'"),
                         [(0,)])

    def test_a_former_publication_that_is_of_no_use(self):
        for spoil in (lambda file: file.write_bytes(b"\0" * 100), lambda file: file.unlink(),
                      lambda file: sqlite3.connect(file).execute("PRAGMA user_version = 1")):
            shutil.copy(self.first, self.folder / PUBLICATION)
            spoil(self.folder / PUBLICATION)
            self.later(self.after)
            self.assertEqual(rows(self.folder / PUBLICATION, "SELECT * FROM releases"), [])
            self.assertIn("это первая публикация", self.page())
