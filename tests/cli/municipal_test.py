"""build --from: the region's site again, and one municipality's own site, from publication.db alone."""

import json
import re
import shutil
import sqlite3
from pathlib import Path

from support import PROJECT, CliTest, build, demo_registry, editing, project_copy, run, scratch, sha256, tree

CODE = "balashikha"
_region = None


def region_site():
    """The small demo region and its site, built once per process; not to be changed."""
    global _region
    if _region is None:
        folder = scratch() / "region"
        folder.mkdir()
        registry = demo_registry(folder)
        made = build(registry, folder / "site")
        if made.returncode != 0:
            raise AssertionError(made.stderr)
        _region = folder
    return _region


def build_from(publication, out, *more, project=PROJECT, **options):
    return run("build", "--from", publication, "--out", out, "--project", project, *more, **options)


def pages(site):
    return {str(p.relative_to(site / "public")): p.read_text(encoding="utf-8")
            for p in sorted((site / "public").rglob("*.html"))}


class FromPublication(CliTest):
    def setUp(self):
        super().setUp()
        self.region = region_site()
        self.publication = Path(shutil.copy(self.region / "site/public/data/publication.db", self.folder / "p.db"))
        self.out = self.folder / "own"

    def rows(self, sql, file=None):
        with sqlite3.connect(f"file:{file or self.publication}?mode=ro", uri=True) as db:
            return db.execute(sql).fetchall()


class RegionAgain(FromPublication):
    def test_same_public_tree_as_from_the_registry(self):
        self.assert_success(build_from(self.publication, self.out))
        self.assert_same_tree(tree(self.region / "site/public"), tree(self.out / "public"))
        self.assertFalse((self.out / "reports").exists())
        manifest = json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["publication_sha256"], sha256(self.publication))
        self.assertNotIn("registry_sha256", manifest)
        self.assertEqual(manifest["region"], "moscow-oblast")


class MunicipalSite(FromPublication):
    def setUp(self):
        super().setUp()
        self.assert_success(build_from(self.publication, self.out, "--municipality", CODE))
        self.pages = pages(self.out)

    def test_result_depends_on_nothing_else(self):
        self.assert_success(build_from(self.publication, self.folder / "again", "--municipality", "БАЛАШИХА",
                                       "--jobs", "1", env={"TZ": "Asia/Tokyo", "LC_ALL": "C"}))
        self.assert_same_tree(tree(self.out), tree(self.folder / "again"))

    def test_what_it_holds(self):
        for page in ("index", "roster", "schools", "associations", "documents", "indicators", "practices", "calendar",
                     "iom", "search", "about-data", "privacy", "accessibility", "404", "standard/index",
                     "news/index", "news/2026-11-05-week"):
            self.assertIn(page + ".html", self.pages)
        names = tree(self.out / "public")
        for file in ("sitemap.xml", "feed.xml", "robots.txt", f"calendar/{CODE}.ics", "data/publication.db",
                     "data/datapackage.json", "data/indicators.csv"):
            self.assertIn(file, names)
        self.assertEqual([n for n in names if n.endswith(".ics")], [f"calendar/{CODE}.ics"])
        own = {slug for slug, in self.rows(f"SELECT slug FROM practices WHERE municipality = '{CODE}'")}
        self.assertEqual({p[len("practices/p/"):-5] for p in self.pages if p.startswith("practices/p/")}, own)
        people = {code for code, in self.rows(f"SELECT code FROM methodists WHERE municipality = '{CODE}'")}
        self.assertTrue(people)
        self.assertEqual({p[len("methodist-"):-5] for p in self.pages if p.startswith("methodist-")}, people)
        measured = {i for i, in self.rows(
            f"SELECT DISTINCT indicator FROM indicator_values WHERE scope = 'municipality' AND code = '{CODE}'")}
        self.assertEqual({p[len("indicators/"):-5] for p in self.pages if p.startswith("indicators/")}, measured)

    def test_every_page_is_reached_from_home(self):
        reached, rest = {"index.html"}, ["index.html"]
        while rest:
            page = rest.pop()
            for link in re.findall(r' href="([^"#?]+\.html)', self.pages[page]):
                if ":" in link or link.startswith("/"):
                    continue
                target = str((Path("/") / page).parent.joinpath(link).resolve().relative_to("/"))
                if target in self.pages and target not in reached:
                    reached.add(target)
                    rest.append(target)
        self.assertEqual(sorted(set(self.pages) - reached - {"404.html"}), [])

    def test_its_own_name_colour_and_contacts(self):
        home = self.pages["index.html"]
        self.assertIn("МБУ «Методический центр городского округа Балашиха»", home)
        self.assertIn("УМС Балашихи", home)
        self.assertIn("metod@ums-balashikha.example.org", home)
        self.assertIn("#7a3b69", (self.out / "public/assets/style.css").read_text(encoding="utf-8"))
        self.assertIn('rel="canonical" href="https://ums-balashikha.example.org/roster.html"',
                      self.pages["roster.html"])
        sitemap = (self.out / "public/sitemap.xml").read_text(encoding="utf-8")
        addresses = re.findall("<loc>(.*?)</loc>", sitemap)
        self.assertIn("https://ums-balashikha.example.org/roster.html", addresses)
        for address in addresses:
            self.assertTrue(address.startswith("https://ums-balashikha.example.org/"), address)
            path = address[len("https://ums-balashikha.example.org/"):] or "index.html"
            self.assertIn(path, self.pages)

    def test_nobody_else_is_named(self):
        """Other municipalities stand only where an assignment leads there."""
        own = {organization for organization, in self.rows(
            f"SELECT code FROM organizations WHERE municipality = '{CODE}'")}
        allowed = {name for name, in self.rows(
            f"SELECT DISTINCT o.municipality FROM assignments a JOIN organizations o ON o.code = a.organization "
            f"JOIN methodists m ON m.code = a.methodist WHERE m.municipality = '{CODE}' "
            f"UNION SELECT DISTINCT m.municipality FROM assignments a JOIN organizations o ON o.code = a.organization "
            f"JOIN methodists m ON m.code = a.methodist WHERE o.municipality = '{CODE}' AND m.municipality IS NOT NULL")}
        allowed.add(CODE)
        people = self.rows("SELECT last_name || ' ' || first_name || ifnull(' ' || patronymic, ''), municipality, code "
                           "FROM methodists")
        assigned = {code for code, in self.rows(
            f"SELECT a.methodist FROM assignments a WHERE a.methodist IS NOT NULL AND a.organization IN "
            f"({','.join(repr(o) for o in own)})")}
        own_names = {name for name, place, code in people if place == CODE or code in assigned}
        foreign = sorted({name for name, place, code in people} - own_names)
        self.assertGreater(len(foreign), 20)
        practices = [slug for slug, in self.rows(f"SELECT slug FROM practices WHERE municipality <> '{CODE}'")]
        places = [f"municipalities/{code}/" for code, in self.rows("SELECT code FROM municipalities")]
        for path in sorted((self.out / "public").rglob("*")):
            if not path.is_file():
                continue
            bytes_ = path.read_bytes()
            for word in foreign + practices + places:
                self.assertNotIn(word.encode(), bytes_, f"{word} in {path}")
        left = {code for code, in self.rows("SELECT code FROM municipalities", self.out / "public/data/publication.db")}
        self.assertLessEqual(left, allowed)

    def test_open_data_are_its_own_and_describe_themselves(self):
        data = self.out / "public/data"
        self.assertEqual(self.rows("SELECT value FROM about WHERE key = 'municipality'", data / "publication.db"),
                         [(CODE,)])
        scopes = set(self.rows("SELECT DISTINCT scope, code FROM indicator_values", data / "publication.db"))
        self.assertIn(("municipality", CODE), scopes)
        self.assertIn(("region", "moscow-oblast"), scopes)
        self.assertEqual({code for scope, code in scopes if scope == "municipality"}, {CODE})
        package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
        listed = {resource["path"]: resource["bytes"] for resource in package["resources"]}
        for path, size in listed.items():
            self.assertEqual((data / path).stat().st_size, size, path)
        self.assertEqual({p.name for p in data.glob("*.csv")}, set(listed))
        self.assertIn(CODE, package["name"])

    def test_figures_are_the_region_s(self):
        """The value, the region's and the place are those that the region's site shows."""
        definition, = [i for i, in self.rows(
            f"SELECT indicator FROM indicator_values WHERE scope = 'municipality' AND code = '{CODE}' AND "
            f"value IS NOT NULL AND unit = 'percent' AND school_year = (SELECT value FROM about WHERE key = 'school_year') "
            f"ORDER BY 1 LIMIT 1")]
        value, = self.rows(f"SELECT value FROM indicator_values WHERE indicator = '{definition}' AND scope = 'region' "
                           f"ORDER BY school_year DESC LIMIT 1")[0]
        shown = f"{round(float(value) + 1e-9, 1):.1f}".replace(".", ",")
        self.assertIn(shown, self.pages[f"indicators/{definition}.html"])
        self.assertRegex(self.pages[f"indicators/{definition}.html"], r"Место в регионе</dt><dd>\d+ из \d+")

    def test_search_finds_only_what_is_here(self):
        for script in sorted((self.out / "public/search").rglob("*.js")):
            for link in re.findall(r'"([^"#]+\.html)', script.read_text(encoding="utf-8")):
                self.assertIn(link, self.pages, script.name)


class EveryMunicipality(FromPublication):
    def test_all_of_a_region_have_no_dead_links(self):
        """The build's own link check would stop it."""
        for code, in self.rows("SELECT code FROM municipalities ORDER BY code"):
            with self.subTest(code):
                self.assert_success(build_from(self.publication, self.out, "--municipality", code))
                shutil.rmtree(self.out)


class OtherRegions(CliTest):
    def test_regions(self):
        for region in ("perm-krai", "leningrad-oblast", "arkhangelsk-oblast"):
            with self.subTest(region):
                registry = self.folder / f"{region}.db"
                self.assert_success(run("demo", "--registry", registry, "--region", region, "--scale", "0.05",
                                        "--as-of", "2025-03-31", "--project", PROJECT))
                site = self.folder / region
                self.assert_success(build(registry, site, "--region", region))
                publication = site / "public/data/publication.db"
                with sqlite3.connect(f"file:{publication}?mode=ro", uri=True) as db:
                    codes = [code for code, in db.execute("SELECT code FROM municipalities ORDER BY code")]
                for code in (codes[0], codes[-1]):
                    self.assert_success(build_from(publication, self.folder / f"{region}-{code}", "--municipality", code))
                again = self.folder / f"{region}-again"
                self.assert_success(build_from(publication, again))
                self.assert_same_tree(tree(site / "public"), tree(again / "public"))


class SiteFolder(FromPublication):
    def setUp(self):
        super().setUp()
        self.settings = self.folder / "dubna"
        (self.settings / "content/news").mkdir(parents=True)

    def build(self, *more):
        return build_from(self.publication, self.out, "--municipality", "dubna", "--site", self.settings, *more)

    def test_nothing_written_takes_everything_from_the_publication(self):
        self.assert_success(self.build())
        home = pages(self.out)["index.html"]
        for text in ("МБУ «Методический центр городского округа Дубна»", "https://ums-dubna.example.org/"):
            self.assertIn(text, home)

    def test_own_settings_and_texts(self):
        (self.settings / "site.toml").write_text(
            'base_url = "https://dubna.example.ru/m/"\ntitle = "Методслужба Дубны"\n[theme]\naccent = "#123456"\n',
            encoding="utf-8")
        (self.settings / "content/privacy.md").write_text(
            '+++\ntitle = "Наши правила"\n+++\nСвой текст.\n', encoding="utf-8")
        (self.settings / "content/club.md").write_text(
            '+++\ntitle = "Клуб"\nmenu = "Клуб учителей"\n+++\n[Список](asset/roster.html), '
            '[сосед](municipalities/balashikha/index.html).\n', encoding="utf-8")
        self.assert_success(self.build())
        site = pages(self.out)
        self.assertIn("Методслужба Дубны", site["index.html"])
        self.assertIn("Клуб учителей", site["index.html"])
        self.assertIn("Свой текст.", site["privacy.html"])
        self.assertIn('href="roster.html"', site["club.html"])
        self.assertIn("<span>сосед</span>", site["club.html"])
        self.assertIn("https://dubna.example.ru/m/club.html", (self.out / "public/sitemap.xml").read_text())
        self.assertIn("#123456", (self.out / "public/assets/style.css").read_text(encoding="utf-8"))

    def test_mistakes_are_named(self):
        (self.settings / "site.toml").write_text('colour = "red"\n[theme]\naccent = "red"\n', encoding="utf-8")
        self.assert_refused(self.build(), 1, "site.toml", "colour", "Цвет")
        (self.settings / "site.toml").unlink()
        (self.settings / "content/club.md").write_text(
            '+++\ntitle = "Клуб"\n+++\n[Туда](municipalities/dubna/nowhere.html)\n', encoding="utf-8")
        self.assert_refused(self.build(), 1, "nowhere.html")
        self.assertFalse(self.out.exists())

    def test_missing_folder(self):
        shutil.rmtree(self.settings)
        self.assert_refused(self.build(), 1, self.settings, "--site")


class Refused(FromPublication):
    """Wrong inputs: a clear message, and the site that is there stays."""

    def setUp(self):
        super().setUp()
        self.assert_success(build_from(self.publication, self.out, "--municipality", CODE))
        self.before = tree(self.out)

    def refused(self, publication, *words, more=("--municipality", CODE), code=1):
        self.assert_refused(build_from(publication, self.out, *more), code, *words)
        self.assert_same_tree(self.before, tree(self.out))

    def test_usage(self):
        self.assert_refused(run("build", "--municipality", CODE), 2, "--registry", "--from")
        self.assert_refused(run("build", "--from", self.publication, "--registry", self.region / "registry.db"), 2,
                            "--registry", "--from")
        self.refused(self.publication, "--as-of", more=("--as-of", "2025-01-01"), code=2)
        self.refused(self.publication, "--municipality", more=("--site", self.folder), code=2)

    def test_registry(self):
        self.refused(self.region / "registry.db", "реестр", "персональные данные", "--registry")

    def test_other_files(self):
        self.refused(self.folder / "none.db", "none.db", "не найдена")
        text = self.folder / "text.db"
        text.write_text("not a database " * 200)
        self.refused(text, "text.db")
        empty = self.folder / "empty.db"
        empty.touch()
        self.refused(empty, "empty.db")
        self.refused(self.folder, self.folder)
        other = self.folder / "other.db"
        with sqlite3.connect(other) as db:
            db.execute("CREATE TABLE about (key TEXT, value TEXT)")
        self.refused(other, "other.db", "не публикация")

    def test_damaged(self):
        whole = self.publication.read_bytes()
        for name, damaged in {"short": whole[:len(whole) // 2], "holes": whole[:40960] + bytes(40960) + whole[81920:]}.items():
            file = self.folder / f"{name}.db"
            file.write_bytes(damaged)
            self.refused(file, file.name)
        with editing(self.publication) as db:
            db.execute("DROP TABLE practices")
        self.refused(self.publication, "practices")

    def test_other_layouts(self):
        for layout, word in ((0, "прежней"), (99, "более новой")):
            with editing(self.publication) as db:
                db.execute(f"PRAGMA user_version = {layout}")
            self.refused(self.publication, word, layout)

    def test_municipal_publication(self):
        self.refused(self.out / "public/data/publication.db", "одного муниципалитета")

    def test_unknown_municipality(self):
        self.refused(self.publication, "balashiha", CODE, "Балашиха", "bogorodskiy", more=("--municipality", "balashiha"))
        self.refused(self.publication, "Дубно", "dubna", more=("--municipality", "Дубно"))
        self.refused(self.publication, "Есть:", more=("--municipality", "абракадабра"))

    def test_other_region(self):
        self.refused(self.publication, "moscow-oblast", "perm-krai", more=("--region", "perm-krai"))
        with editing(self.publication) as db:
            db.execute("UPDATE about SET value = 'atlantis' WHERE key = 'region'")
        self.refused(self.publication, "atlantis")

    def test_another_site_in_the_folder(self):
        self.refused(self.publication, CODE, "--out", more=("--municipality", "dubna"))
        self.refused(self.publication, CODE, "--out", more=())
        before = tree(self.region / "site")
        self.assert_refused(build_from(self.publication, self.region / "site"), 1, "отчёты", "--out")
        self.assert_refused(build_from(self.publication, self.region / "site", "--municipality", CODE), 1, "--out")
        self.assert_refused(build(self.region / "registry.db", self.out), 1, CODE, "--out")
        self.assert_same_tree(before, tree(self.region / "site"))
        self.assert_same_tree(self.before, tree(self.out))

    def test_publication_inside_the_replaced_folder(self):
        again = self.folder / "again"
        self.assert_success(build_from(self.publication, again))
        inside = again / "public/data/publication.db"
        before = tree(again)
        self.assert_refused(build_from(inside, again), 1, inside)
        link = self.folder / "link.db"
        link.symlink_to(inside)
        self.assert_refused(build_from(link, again), 1, link)
        self.assert_same_tree(before, tree(again))

    def test_broken_template(self):
        project = project_copy(self.folder)
        with (project / "templates/municipal_home.html").open("a", encoding="utf-8") as file:
            file.write("{{#НЕ_ЗАКРЫТО}}")
        self.assert_refused(build_from(self.publication, self.out, "--municipality", CODE, project=project), 1,
                            "municipal_home.html")
        self.assert_same_tree(self.before, tree(self.out))


class FromRegistry(CliTest):
    def test_gate_site_and_one_report_folder(self):
        registry = demo_registry(self.folder)
        out = self.folder / "own"
        self.assert_success(build(registry, out, "--municipality", CODE))
        self.assertEqual(sorted(p.name for p in (out / "reports").iterdir() if p.is_dir()), ["_packs", CODE])
        self.assertIn("kpi.xlsx", [p.name for p in (out / "reports" / CODE).iterdir()])
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["municipality"], CODE)
        self.assertIn("registry_sha256", manifest)
        self.assertNotIn("region.db", " ".join(tree(out)))

    def test_consent_for_the_region_s_site_alone(self):
        """Each site shows the e-mail that was allowed on it; nothing says the one means the other."""
        registry = demo_registry(self.folder)
        with editing(registry) as db:
            codes = [code for code, in db.execute(
                f"SELECT code FROM methodists WHERE municipality = '{CODE}' AND consent_on IS NOT NULL AND "
                f"consent_withdrawn_on IS NULL AND excluded_on IS NULL AND included_on < '2025-01-01' "
                f"AND consent_on < '2025-01-01' ORDER BY code LIMIT 3")]
            self.assertEqual(len(codes), 3)
            db.execute(f"DELETE FROM consents WHERE methodist IN ({','.join('?' * 3)})", codes)
            for code, site in zip(codes, ("https://rma.example.ru/", "https://ums-balashikha.example.org", "")):
                db.execute("UPDATE methodists SET public_email = ? WHERE code = ?", (f"canary-{code}@example.org", code))
                db.execute("INSERT INTO consents (methodist, field, site, given_on) VALUES (?, 'email', ?, '2024-01-01')",
                           (code, site))
        region, own, direct = self.folder / "region", self.folder / "own", self.folder / "direct"
        self.assert_success(build(registry, region))
        self.assert_success(build_from(region / "public/data/publication.db", own, "--municipality", CODE))
        self.assert_success(build(registry, direct, "--municipality", CODE))

        def shown(site):
            text = b"".join(p.read_bytes() for p in (site / "public").rglob("*") if p.is_file())
            return [f"canary-{code}@".encode() in text for code in codes]

        self.assertEqual(shown(region), [True, False, True])
        self.assertEqual(shown(own), [False, False, False])
        self.assertEqual(shown(direct), [False, True, False])
