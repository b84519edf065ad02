"""Who is late: forms given out, books that came back, letters."""

import json
import shutil

import openpyxl

from support import CliTest, demo_registry, editing, run, sha256

GIVEN, DUE = "2025-03-31", "2025-04-10"


def plain(text):
    return text.replace("\u00a0", " ")


class SubmissionsTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        with editing(self.registry) as connection:
            self.names = dict(connection.execute("SELECT code, name FROM municipalities"))
        self.code = sorted(self.names)[0]

    def make_forms(self, *more):
        forms = self.folder / "forms"
        self.assert_success(run("forms", "--registry", self.registry, "--out", forms, "--as-of", GIVEN,
                                "--due", DUE, *more))
        return forms

    def load(self, path, moment, *more):
        """Imports a book as if it had come at that moment (UTC)."""
        result = run("import", path, "--registry", self.registry, *more)
        with editing(self.registry) as connection:
            connection.execute("UPDATE journal_imports SET applied_at = ? "
                               "WHERE id = (SELECT max(id) FROM journal_imports)", (moment,))
        return result

    def submissions(self, *more, as_of="2025-04-08"):
        result = run("submissions", "--registry", self.registry, "--as-of", as_of, *more)
        self.assert_success(result)
        return plain(result.stdout)

    def states(self, *more, as_of="2025-04-08"):
        report = json.loads(self.submissions("--json", *more, as_of=as_of))
        return report, {m["municipality"]: m for m in report["municipalities"]}

    def edit(self, book, column, value):
        """Writes a value into the first row of «Образовательные организации»."""
        workbook = openpyxl.load_workbook(book)
        sheet = workbook["Образовательные организации"]
        header = next(row for row in sheet.iter_rows() if plain(str(row[0].value)) == "Код *")
        cell = next(c for c in header if plain(str(c.value)).rstrip(" *") == column)
        sheet.cell(cell.row + 1, cell.column, value)
        workbook.save(book)


class States(SubmissionsTest):
    def test_before_any_form(self):
        text = self.submissions()
        self.assertIn("Форм ещё не выдавали", text)
        report, states = self.states()
        self.assertEqual(set(states), set(self.names))
        self.assertEqual(report["counts"]["not_given_out"], len(self.names))

    def test_waiting_until_the_due_day_then_overdue(self):
        self.make_forms()
        for as_of, state, words in (("2025-04-08", "waiting", "осталось 2 дня"), (DUE, "waiting", "срок сегодня"),
                                    ("2025-04-11", "overdue", "просрочено на 1 день")):
            with self.subTest(as_of):
                report, states = self.states(as_of=as_of)
                self.assertEqual(report["counts"][state], len(self.names))
                self.assertEqual(states[self.code]["state"], state)
                self.assertIn(words, self.submissions(as_of=as_of))

    def test_a_book_that_came_back(self):
        book = self.make_forms() / f"{self.code}.xlsx"
        self.edit(book, "Сайт", "https://example.org")
        self.assert_success(self.load(book, "2025-04-10T20:59:00Z"))
        _, states = self.states(as_of="2025-04-20")
        one = states[self.code]
        self.assertEqual(one["received_on"], DUE)
        self.assertGreater(one["taken"], 0)
        with editing(self.registry) as connection:
            connection.execute("UPDATE journal_files SET warnings = 0")
            connection.execute("UPDATE journal_imports SET applied_at = '2025-04-10T21:00:00Z'")
        _, states = self.states(as_of="2025-04-20")
        self.assertEqual((states[self.code]["state"], states[self.code]["days"]), ("received_late", 1))
        lines = self.submissions(as_of="2025-04-20").splitlines()
        self.assertIn("просрочено на 10 дней", lines[1])
        self.assertIn("получено с опозданием на 1 день", next(li for li in lines if li.startswith(self.names[self.code])))
        # On the day itself it had not come yet.
        self.assertIn("Позже этой даты была 1 загрузка", self.submissions(as_of=DUE))
        self.assert_success(run("journal", "--registry", self.registry, "--undo", "1"))
        _, states = self.states(as_of="2025-04-20")
        self.assertEqual(states[self.code]["state"], "overdue")

    def test_an_unchanged_book_counts(self):
        book = self.make_forms("--municipality", self.code) / f"{self.code}.xlsx"
        self.assert_success(self.load(book, "2025-04-02T08:00:00Z"))
        report, states = self.states()
        self.assertEqual(states[self.code]["received_on"], "2025-04-02")
        self.assertEqual(report["counts"]["not_given_out"], len(self.names) - 1)

    def test_returned_rows_are_open_remarks(self):
        book = self.make_forms() / f"{self.code}.xlsx"
        self.edit(book, "Вид", "университет")
        self.assertEqual(self.load(book, "2025-04-02T08:00:00Z", "--partial", "--remarks",
                                   self.folder / "remarks.xlsx").returncode, 0)
        _, states = self.states()
        one = states[self.code]
        self.assertEqual(one["state"], "remarks_open")
        self.assertGreaterEqual(one["returned"], 1)
        self.assertEqual(one["remarks_open"], one["returned"] + one["warnings"])
        self.assertIn(f"замечаний: {one['remarks_open']}", self.submissions())


class Inbox(SubmissionsTest):
    def test_books_that_lie_in_a_folder_are_judged_and_nothing_changes(self):
        forms = self.make_forms()
        inbox = self.folder / "inbox"
        inbox.mkdir()
        good, bad, loaded = sorted(self.names)[:3]
        for code in (good, bad, loaded):
            shutil.copy(forms / f"{code}.xlsx", inbox)
        self.edit(inbox / f"{bad}.xlsx", "Вид", "университет")
        self.assert_success(self.load(inbox / f"{loaded}.xlsx", "2025-04-02T08:00:00Z"))
        (inbox / "subjects.csv").write_text("code,area,name\nx-1,Область,Имя\n", encoding="utf-8")
        (inbox / "письмо.docx").write_bytes(b"PK\x03\x04 not a book")
        (inbox / "~$lock.xlsx").write_bytes(b"")
        before = sha256(self.registry)
        report, states = self.states("--inbox", inbox)
        self.assertEqual([f["errors"] for f in states[good]["inbox"]], [0])
        self.assertGreater(states[bad]["inbox"][0]["errors"], 0)
        self.assertEqual(states[loaded]["inbox"], [])
        check = run("import", inbox / f"{bad}.xlsx", "--registry", self.registry, "--check", "--json")
        errors = sum(f["severity"] == "error" for f in json.loads(check.stdout)["findings"])
        self.assertEqual(states[bad]["inbox"][0]["errors"], errors)
        others = {f["file"]: f["errors"] for f in report["other_files"]}
        self.assertEqual(set(others), {"subjects.csv", "письмо.docx"})
        self.assertEqual(others["subjects.csv"], 0)
        self.assertGreater(others["письмо.docx"], 0)
        text = self.submissions("--inbox", inbox)
        self.assertIn("в папке, не загружена: ошибок нет", text)
        self.assertIn(f"в папке, не загружена: ошибок {errors}", text)
        self.assertIn("В папке 2 книги, не загруженные в реестр; с ошибками — 1.", text)
        self.assertIn("subjects.csv (без отметки формы): ошибок нет", text)
        self.assertEqual(sha256(self.registry), before)

    def test_refused(self):
        self.assert_refused(run("submissions", "--registry", self.registry, "--inbox", self.folder / "nowhere"), 1,
                            "nowhere")
        self.assert_refused(run("submissions", "--registry", self.folder / "none.db", "--inbox", self.folder), 1,
                            "none.db")
        self.assertFalse((self.folder / "none.db").exists())
        self.assert_refused(run("submissions", "--registry", self.registry, "--as-of", "завтра"), 2, "завтра")


class Letters(SubmissionsTest):
    def test_one_per_municipality_the_same_each_time(self):
        book = self.make_forms() / f"{self.code}.xlsx"
        self.assert_success(self.load(book, "2025-04-02T08:00:00Z"))
        with editing(self.registry) as connection:
            connection.execute("UPDATE journal_files SET warnings = 0")
        letters = self.folder / "letters"
        self.assertIn(f"{len(self.names)} пис", self.submissions("--letters", letters))
        self.assertEqual({p.stem for p in letters.iterdir()}, set(self.names))
        texts = {p.stem: plain(p.read_text(encoding="utf-8")) for p in letters.iterdir()}
        self.assertIn("# Форма сбора данных: всё получено", texts[self.code])
        other = sorted(self.names)[1]
        self.assertIn("# Форма сбора данных: срок возврата — 10 апреля 2025 г.", texts[other])
        self.submissions("--letters", letters, as_of="2025-04-13")
        self.assertIn("прошло 3 дня", plain((letters / f"{other}.md").read_text(encoding="utf-8")))
        self.submissions("--letters", letters)
        self.assertEqual(texts, {p.stem: plain(p.read_text(encoding="utf-8")) for p in letters.iterdir()})
