"""A withdrawn consent: recorded once, in the journal, and the next build names the person nowhere."""

import json
import shutil
import sqlite3

from support import AS_OF, CliTest, build, demo_registry, editing, project_copy, run

SURNAME, NAME, PATRONYMIC = "Щегловитая", "Аглая", "Фирсовна"
FULL = f"{SURNAME} {NAME} {PATRONYMIC}"
OTHER = "Открытов Пётр Ильич"


def plain(text):
    return text.replace("\u00a0", " ")


class WithdrawTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.site = self.folder / "site"
        with editing(self.registry) as db:
            self.code, self.municipality = db.execute(
                "SELECT m.code, m.municipality FROM methodists AS m WHERE consent_on < '2024-01-01' AND "
                "consent_withdrawn_on IS NULL AND excluded_on IS NULL AND EXISTS (SELECT 1 FROM consents AS c WHERE "
                "c.methodist = m.code AND c.withdrawn_on IS NULL) AND EXISTS (SELECT 1 FROM practices AS p WHERE "
                "p.municipality = m.municipality AND p.status = 'published') ORDER BY m.code").fetchone()
            db.execute("UPDATE methodists SET last_name = ?, first_name = ?, patronymic = ? WHERE code = ?",
                       (SURNAME, NAME, PATRONYMIC, self.code))
            self.practice, = db.execute(
                "SELECT min(slug) FROM practices WHERE municipality = ? AND status = 'published'",
                (self.municipality,)).fetchone()

    def withdraw(self, *arguments):
        return run("withdraw", *arguments, "--registry", self.registry, "--out", self.site)

    def execute(self, sql, *values):
        with editing(self.registry) as db:
            db.execute(sql, values)

    def named(self):
        with sqlite3.connect(self.site / "public/data/publication.db") as db:
            return {code for (code,) in db.execute("SELECT code FROM methodists")}

    def authors(self):
        with sqlite3.connect(self.site / "public/data/publication.db") as db:
            return db.execute("SELECT authors FROM practices WHERE slug = ?", (self.practice,)).fetchone()[0]

    def files_with(self, *words):
        """Everything that a build keeps, beside the restricted reports and the registry."""
        found = []
        for file in self.folder.rglob("*"):
            inside = file.relative_to(self.folder).as_posix()
            if not file.is_file() or inside.startswith(("site/reports/", "registry.db")):
                continue
            text = inside + "\n" + file.read_bytes().decode("utf-8", "replace").lower()
            found += [f"{inside}: {word}" for word in words if word.lower() in text]
        return found

    def name_everywhere(self):
        """In every column that has a consent of its own beside it."""
        self.execute("UPDATE practices SET authors = ?, authors_consent = 1 WHERE slug = ?", f"{OTHER}, {FULL}",
                     self.practice)
        self.execute("UPDATE municipalities SET ums_head = ?, ums_head_consent = 1 WHERE code = ?",
                     f"{NAME} {PATRONYMIC} {SURNAME}", self.municipality)
        self.execute("UPDATE associations SET head = ?, head_consent = 1 WHERE municipality = ?",
                     f"{SURNAME} А. Ф.", self.municipality)

    def test_whoever_is_named_without_consent_of_the_table_can_withdraw(self):
        self.execute("UPDATE methodists SET consent_on = NULL WHERE code = ?", self.code)
        self.execute("DELETE FROM consents WHERE methodist = ?", self.code)
        self.name_everywhere()
        self.assert_success(build(self.registry, self.site))
        self.assertTrue(self.files_with(SURNAME))
        self.assertIn("записан", self.withdraw(self.code).stdout)
        self.assert_success(build(self.registry, self.site))
        self.assertEqual([], self.files_with(SURNAME))

    def test_the_full_name_goes_in_other_municipalities_too(self):
        self.execute("UPDATE practices SET authors = ?, authors_consent = 1 WHERE slug = (SELECT min(slug) FROM "
                     "practices WHERE municipality <> ? AND status = 'published')", f"{FULL}, {OTHER}", self.municipality)
        self.assert_success(self.withdraw(self.code))
        self.assert_success(build(self.registry, self.site))
        self.assertEqual([], self.files_with(SURNAME))
        self.assertTrue(self.files_with(OTHER))

    def test_a_second_entry_of_the_same_name_is_mentioned(self):
        self.execute("UPDATE methodists SET last_name = ?, first_name = ?, patronymic = ? WHERE code = (SELECT max(code) "
                     "FROM methodists)", SURNAME, NAME, PATRONYMIC)
        self.assertIn("ещё запись с этим именем", self.withdraw(self.code).stdout)
        self.assertIn("ещё запись", self.withdraw().stdout)

    def test_the_list_sees_initials_in_the_own_municipality(self):
        self.execute("UPDATE practices SET authors = ?, authors_consent = 1 WHERE slug = ?", f"{SURNAME} А. Ф.",
                     self.practice)
        self.execute("UPDATE methodists SET excluded_on = '2026-01-01' WHERE code = ?", self.code)
        self.assert_success(build(self.registry, self.site))
        self.assert_success(self.withdraw(self.code))
        self.assertIn("Имя ещё стоит на сайте", self.withdraw().stdout)

    def test_the_next_build_names_the_person_nowhere(self):
        self.name_everywhere()
        self.assert_success(build(self.registry, self.site))
        self.assertIn(self.code, self.named())
        self.assertEqual(f"{OTHER}, {FULL}", self.authors())
        result = self.withdraw(self.code, "--on", "2025-03-27")
        self.assert_success(result)
        self.assertIn("1 апреля 2025", plain(result.stdout))
        self.assertIn(f"{self.practice}, столбец «Авторы»", result.stdout)
        self.assertIn(f"На сайте останется: «{OTHER}».", result.stdout)
        self.assertIn("На сайте столбец будет пуст.", result.stdout)
        self.assertIn("имя ещё стоит на сайте", self.withdraw("--as-of", "2025-03-28").stdout.lower())
        # What a killed build may have left beside the site.
        shutil.copytree(self.site, self.folder / ".site.staging")
        self.assert_success(build(self.registry, self.site))
        self.assertNotIn(self.code, self.named())
        self.assertEqual(OTHER, self.authors())
        listed = self.withdraw("--as-of", "2025-03-28")
        self.assert_success(listed)
        self.assertIn("✔ На сайте имени нет", listed.stdout)
        self.assertEqual([], self.files_with(SURNAME, self.code))
        self.assertEqual(["registry.db", "site"], sorted(p.name for p in self.folder.iterdir()))

    def test_texts_that_name_the_person_are_listed_and_stop_the_build(self):
        self.execute("UPDATE practices SET body = body || ? WHERE slug = ?",
                     f"\n\nМы благодарим Щегловитую Аглаю Фирсовну за урок.\n", self.practice)
        self.execute("INSERT INTO events (code, title, kind, starts_on) VALUES ('e-1', ?, 'seminar', '2025-03-01')",
                     "Семинар: А. Ф. Щегловитая")
        result = self.withdraw(self.code, "--on", "2025-03-27")
        self.assert_success(result)
        self.assertIn(f"{self.practice}, столбец", result.stdout)
        self.assertIn("благодарим Щегловитую Аглаю Фирсовну за урок", result.stdout)
        self.assertIn("e-1, столбец", result.stdout)
        self.assertIn("2 места", plain(result.stdout))
        self.assertIn("2 места", plain(self.withdraw("--as-of", "2025-03-28").stdout))
        self.assert_refused(build(self.registry, self.site), 1, f"{self.practice}.html", "methodists.name")
        self.execute("UPDATE practices SET body = replace(body, 'Щегловитую Аглаю Фирсовну', 'коллегу') "
                     "WHERE slug = ?", self.practice)
        self.execute("UPDATE events SET title = 'Семинар' WHERE code = 'e-1'")
        self.assert_success(build(self.registry, self.site))
        self.assertEqual([], self.files_with(SURNAME))

    def test_texts_of_the_project_are_listed(self):
        project = project_copy(self.folder)
        news = project / "content" / "news" / "zzz.md"
        news.write_text(f'+++\ntitle = "Новость"\n+++\nВедёт {NAME} {SURNAME}.\n', encoding="utf-8")
        result = self.withdraw(self.code, "--on", "2025-03-27", "--project", project)
        self.assert_success(result)
        self.assertIn("файл content/news/zzz.md, строка 4", result.stdout)

    def test_authorship_alone(self):
        self.execute("UPDATE practices SET authors = ?, authors_consent = 1 WHERE slug = ?", f"{FULL}; {OTHER}",
                     self.practice)
        self.execute("INSERT INTO consents (methodist, field, site, given_on, withdrawn_on) VALUES "
                     "(?, 'authorship', '', '2024-01-01', '2025-01-01')", self.code)
        self.assert_success(build(self.registry, self.site))
        self.assertEqual(OTHER, self.authors())
        self.assertIn(self.code, self.named())

    def test_a_form_filled_before_does_not_bring_consent_back(self):
        exported = self.folder / "exported"
        self.assert_success(run("export", "--registry", self.registry, "--out", exported))
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        result = run("import", exported / "methodists.csv", exported / "consents.csv", "--registry", self.registry)
        self.assert_success(result)
        self.assertIn("отзыв остаётся в силе", result.stderr)
        shutil.rmtree(exported)
        self.assert_success(build(self.registry, self.site))
        self.assertEqual([], self.files_with(SURNAME, self.code))
        with sqlite3.connect(self.registry) as db:
            self.assertEqual(("2025-03-27",), db.execute(
                "SELECT consent_withdrawn_on FROM methodists WHERE code = ?", (self.code,)).fetchone())
            self.assertEqual(0, db.execute("SELECT count(*) FROM consents WHERE methodist = ? AND withdrawn_on IS NULL",
                                           (self.code,)).fetchone()[0])

    def test_consent_given_anew_does(self):
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-20"))
        file = self.folder / "methodists.csv"
        file.write_text(f"code,consent_on,consent_withdrawn_on,last_name,first_name,municipality,subject\n"
                        f"{self.code},2025-03-25,,{SURNAME},{NAME},{self.municipality},"
                        f"{self.scalar('SELECT subject FROM methodists WHERE code = ?')}\n", encoding="utf-8")
        result = run("import", file, "--registry", self.registry)
        self.assert_success(result)
        self.assertNotIn("отзыв остаётся", result.stderr)
        file.unlink()
        self.assert_success(build(self.registry, self.site))
        self.assertIn(self.code, self.named())

    def scalar(self, sql):
        with sqlite3.connect(self.registry) as db:
            return db.execute(sql, (self.code,)).fetchone()[0]

    def test_fields_of_consents(self):
        file = self.folder / "consents.csv"
        head = "methodist,field,site,given_on\n"
        file.write_text(head + f"{self.code},photo,,2024-01-01\n{self.code},authorship,,2024-01-01\n",
                        encoding="utf-8")
        self.assert_success(run("import", file, "--registry", self.registry))
        file.write_text(head + f"{self.code},phone,,2024-01-01\n", encoding="utf-8")
        refused = run("import", file, "--registry", self.registry)
        self.assertEqual(1, refused.returncode)
        for word in ("phone", "photo", "фотография", "authorship", "about"):
            self.assertIn(word, refused.stderr)

    def test_who_is_still_named_after_the_term_is_a_failure(self):
        self.assert_success(build(self.registry, self.site))
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        self.assertEqual(0, self.withdraw("--as-of", "2025-04-01").returncode)
        result = self.withdraw("--as-of", "2025-04-02")
        self.assertEqual(1, result.returncode)
        self.assertIn("срок прошёл", result.stdout)
        self.assertEqual(1, self.withdraw().returncode)

    def test_an_author_on_the_old_site_counts_as_named(self):
        self.execute("UPDATE practices SET authors = ?, authors_consent = 1 WHERE slug = ?", FULL, self.practice)
        self.execute("UPDATE methodists SET excluded_on = '2024-09-01' WHERE code = ?", self.code)
        self.assert_success(build(self.registry, self.site))
        self.assertNotIn(self.code, self.named())
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        self.assertIn("Имя ещё стоит на сайте", self.withdraw("--as-of", "2025-03-28").stdout)

    def test_the_journal_has_it_and_takes_it_back(self):
        with sqlite3.connect(self.registry) as db:
            before = db.execute("SELECT * FROM consents ORDER BY 1, 2, 3").fetchall()
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        entry = json.loads(run("journal", "--registry", self.registry, "--json").stdout)["imports"][0]
        self.assertIn(self.code, entry["files"][0]["name"])
        undone = run("journal", "--registry", self.registry, "--undo", entry["number"])
        self.assert_success(undone)
        self.assertIn("вернёт имя на сайт", undone.stdout)
        with sqlite3.connect(self.registry) as db:
            self.assertEqual(before, db.execute("SELECT * FROM consents ORDER BY 1, 2, 3").fetchall())
            self.assertEqual((None,), db.execute("SELECT consent_withdrawn_on FROM methodists WHERE code = ?",
                                                 (self.code,)).fetchone())

    def test_a_row_given_anew_is_ended_too(self):
        self.execute("UPDATE consents SET given_on = '2024-06-01', withdrawn_on = '2024-05-01' WHERE methodist = ?",
                     self.code)
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        with sqlite3.connect(self.registry) as db:
            self.assertEqual({("2025-03-27",)}, set(db.execute(
                "SELECT withdrawn_on FROM consents WHERE methodist = ?", (self.code,))))

    def test_a_second_withdrawal_changes_nothing(self):
        self.assert_success(self.withdraw(self.code, "--on", "2025-03-27"))
        again = self.withdraw(self.code, "--on", "2025-03-28")
        self.assert_success(again)
        self.assertIn("отзывать нечего", again.stdout)
        self.assertIn("27.03.2025", again.stdout)
        self.assertIn("1 апреля 2025", plain(again.stdout))

    def test_wrong_arguments(self):
        self.assertEqual(1, self.withdraw("no-such-code").returncode)
        self.assertEqual(1, self.withdraw(self.code, "--on", "1999-01-01").returncode)
        self.assertEqual(2, self.withdraw(self.code, "--on", "вчера").returncode)
        self.assertEqual(2, self.withdraw(self.code, "--on", "2999-01-01").returncode)
        self.assertEqual(2, self.withdraw(self.code, "--as-of", AS_OF).returncode)
        self.assertEqual(2, self.withdraw("--on", "2025-03-27").returncode)
        self.execute("UPDATE consents SET given_on = '2025-03-28' WHERE methodist = ?", self.code)
        refused = self.withdraw(self.code, "--on", "2025-03-27")
        self.assertEqual(1, refused.returncode)
        self.assertIn("28.03.2025", refused.stderr)
