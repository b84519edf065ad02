"""The Excel loop from outside: forms out, filled in, judged, partly taken, mended, taken back."""

import json
import sqlite3

import openpyxl

from support import AS_OF, PROJECT, CliTest, demo_registry, editing, run, sha256

TEACHERS = "Педагогические работники"


def import_(path, registry, *more, **options):
    return run("import", path, "--registry", registry, "--as-of", AS_OF, *more, **options)


def rows(registry, sql):
    with editing(registry) as connection:
        return connection.execute(sql).fetchall()


class ExcelTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.code, = rows(self.registry, "SELECT o.municipality FROM organizations o JOIN teachers t ON t.organization "
                          "= o.code GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")[0]
        self.assert_success(run("forms", "--registry", self.registry, "--out", self.folder / "forms",
                                "--municipality", self.code, "--due", "2025-04-15", "--as-of", AS_OF))
        self.form = self.folder / "forms" / f"{self.code}.xlsx"

    def edited(self, change, source=None, name="edited.xlsx"):
        """A copy of a workbook after change(workbook)."""
        workbook = openpyxl.load_workbook(source or self.form)
        change(workbook)
        workbook.save(self.folder / name)
        return self.folder / name

    @staticmethod
    def columns(sheet, header_row=3):
        """Title without its asterisk → column number."""
        return {str(cell.value).rstrip("\u00a0* "): cell.column for cell in sheet[header_row] if cell.value}


class Loop(ExcelTest):
    def test_an_untouched_form_changes_nothing(self):
        before = rows(self.registry, "SELECT * FROM teachers")
        result = import_(self.form, self.registry, "--json")
        self.assert_success(result)
        report = json.loads(result.stdout)
        self.assertGreater(len(report["tables"]), 10)
        for table in report["tables"]:
            self.assertEqual((table["added"], table["changed"]), (0, 0), table["table"])
        self.assertEqual(rows(self.registry, "SELECT * FROM teachers"), before)
        # Received: noted once.
        digest = sha256(self.registry)
        self.assert_success(import_(self.form, self.registry))
        self.assertEqual(sha256(self.registry), digest)

    def test_the_preview_tells_what_would_change_and_changes_nothing(self):
        digest = sha256(self.registry)

        def change(workbook):
            sheet = workbook[TEACHERS]
            columns = self.columns(sheet)
            sheet.cell(4, columns["Должность"]).value = "преподаватель-организатор"
            sheet.cell(5, columns["Должность"]).value = "преподаватель-организатор"
            sheet.cell(5, columns["Имя"]).value = "Аполлинария"

        result = import_(self.edited(change), self.registry, "--check")
        self.assert_success(result)
        self.assertRegex(result.stdout, r"\(teachers\): новых 0, изменено 2 \(в столбцах: Имя — 1, Должность — 2\)")
        self.assertEqual(sha256(self.registry), digest)

    def break_two_rows(self, workbook):
        sheet = workbook[TEACHERS]
        columns = self.columns(sheet)
        self.kept = sheet.cell(4, columns["Код"]).value
        sheet.cell(4, columns["Должность"]).value = "преподаватель-организатор"
        sheet.cell(5, columns["Дата рождения"]).value = "31.02.1990"
        sheet.cell(6, columns["Квалификационная категория"]).value = "самая высшая"

    def test_errors_block_and_name_the_cell(self):
        digest = sha256(self.registry)
        result = import_(self.edited(self.break_two_rows), self.registry)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"edited.xlsx, лист «{TEACHERS}», F5 («Дата рождения»): Такого дня нет в календаре.", result.stderr)
        self.assertIn("2\u00a0ошибки: реестр не изменён", result.stderr)
        self.assertEqual(sha256(self.registry), digest)

    def test_good_rows_are_taken_and_the_others_come_back_to_be_mended(self):
        remarks = self.folder / "remarks.xlsx"
        result = import_(self.edited(self.break_two_rows), self.registry, "--partial", "--remarks", remarks)
        self.assert_success(result)
        self.assertIn("возвращено с замечаниями", result.stdout)
        self.assertEqual(rows(self.registry, f"SELECT position FROM teachers WHERE code = '{self.kept}'"),
                         [("преподаватель-организатор",)])
        workbook = openpyxl.load_workbook(remarks)
        self.assertEqual(workbook.sheetnames[0], "Замечания")
        sheet = workbook[TEACHERS]
        columns = self.columns(sheet)
        wrong = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
        self.assertEqual({cell.value for cell in wrong if "Ошибка" in cell.comment.text}, {"31.02.1990", "самая высшая"})
        self.assertIn("Замечания", columns)

        # Mended in the remarks workbook itself, it can be loaded again.
        def mend(workbook):
            for row in workbook[TEACHERS].iter_rows():
                for cell in row:
                    cell.value = {"31.02.1990": "28.02.1990", "самая высшая": "высшая категория"}.get(cell.value, cell.value)

        mended = self.edited(mend, remarks, "mended.xlsx")
        result = import_(mended, self.registry)
        self.assert_success(result)
        self.assertEqual(len(rows(self.registry, "SELECT 1 FROM teachers WHERE birth_date = '1990-02-28'")), 1)

    def test_a_partial_import_never_loses_rows(self):
        work = self.folder / "here"
        work.mkdir()
        broken = self.edited(self.break_two_rows)
        self.assert_success(import_(broken, self.registry, "--partial", "--project", PROJECT, cwd=work))
        self.assertEqual([p.name for p in work.iterdir()], ["remarks.xlsx"])
        first = sha256(work / "remarks.xlsx")
        self.assert_success(import_(broken, self.registry, "--partial", "--project", PROJECT, cwd=work))
        self.assertEqual(sorted(p.name for p in work.iterdir()), ["remarks-2.xlsx", "remarks.xlsx"])
        self.assertEqual(sha256(work / "remarks.xlsx"), first)

    def test_a_form_cannot_touch_another_municipality(self):
        other, = rows(self.registry, f"SELECT code FROM organizations WHERE municipality <> '{self.code}' LIMIT 1")[0]
        digest = sha256(self.registry)

        def change(workbook):
            sheet = workbook[TEACHERS]
            sheet.cell(4, self.columns(sheet)["Организация"]).value = other

        result = import_(self.edited(change), self.registry)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, f"B4 \\(«Организация»\\): Строка принадлежит муниципалитету «.*», а файл — «.* \\({self.code}\\)»")
        self.assertEqual(sha256(self.registry), digest)

    def test_an_import_can_be_taken_back(self):
        before = self.exported("before")
        self.assert_success(import_(self.edited(self.break_two_rows), self.registry, "--partial",
                                    "--remarks", self.folder / "r.xlsx"))
        self.assertNotEqual(self.exported("after"), before)
        listing = run("journal", "--registry", self.registry)
        self.assert_success(listing)
        self.assertIn("edited.xlsx", listing.stdout)
        self.assert_success(run("journal", "--registry", self.registry, "--undo", "1"))
        self.assertEqual(self.exported("undone"), before)

    def exported(self, name):
        out = self.folder / name
        self.assert_success(run("export", "--registry", self.registry, "--out", out))
        return {p.name: p.read_bytes() for p in out.iterdir()}


class Forms(ExcelTest):
    def test_the_same_forms_twice_are_the_same_bytes(self):
        again = self.folder / "again"
        self.assert_success(run("forms", "--registry", self.registry, "--out", again, "--municipality", self.code,
                                "--due", "2025-04-15", "--as-of", AS_OF, "--jobs", "1"))
        self.assertEqual((again / f"{self.code}.xlsx").read_bytes(), self.form.read_bytes())

    def test_unknown_names_are_refused_with_a_hint(self):
        result = run("forms", "--registry", self.registry, "--out", self.folder / "x", "--municipality", self.code[:-1])
        self.assertEqual(result.returncode, 2)
        self.assertIn(self.code, result.stderr)
        self.assertFalse((self.folder / "x").exists())

    def test_the_registry_keeps_its_rows_whole(self):
        with sqlite3.connect(self.registry) as connection:
            self.assertEqual(connection.execute("SELECT municipality, due_on FROM journal_forms").fetchall(),
                             [(self.code, "2025-04-15")])
