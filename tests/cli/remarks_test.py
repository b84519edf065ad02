"""The remarks workbook: what a methodist sees in it, and that it can be loaded again."""

import re
import zipfile

import openpyxl

from import_test import ImportTest, content, rows_of, write_rows
from support import AS_OF, demo_registry, run, sha256

RED, AMBER = "FFFBDAD2", "FFFFEDC2"


class RemarksTest(ImportTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.out = self.export(self.registry, "out")
        self.source = self.folder / "teachers.csv"
        rows = rows_of(self.out / "teachers.csv")
        header = rows[0]
        self.column = {key: i for i, key in enumerate(header)}
        self.good = [list(row) for row in rows[:30]]
        bad = [list(row) for row in self.good]
        bad[2][self.column["birth_date"]] = "31.02.1980"
        bad[4][self.column["last_name"]] = ""
        bad[6][self.column["birth_date"]] = "01.01.1900"
        bad[8][self.column["subject"]] = "alchemy"
        bad[8][self.column["first_name"]] = ""
        write_rows(self.source, bad)

    def load_with_remarks(self, *paths, target=None):
        target = target or self.folder / "remarks.xlsx"
        result = run("import", *paths, "--registry", self.registry, "--remarks", target, "--as-of", AS_OF)
        return result, target

    def cell(self, sheet, row, key):
        return sheet.cell(row, self.column[key] + 1)


class Marks(RemarksTest):
    def setUp(self):
        super().setUp()
        result, target = self.load_with_remarks(self.source)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.file = target
        self.book = openpyxl.load_workbook(target)

    def test_cells_are_marked_by_colour_border_and_comment(self):
        self.assertEqual(self.book.sheetnames, ["Замечания", "Педагогические работники"])
        sheet = self.book["Педагогические работники"]
        for row, key, color, border, word in (
                (3, "birth_date", RED, "thick", "Ошибка"), (5, "last_name", RED, "thick", "Ошибка"),
                (7, "birth_date", AMBER, "medium", "Предупреждение"), (9, "subject", RED, "thick", "Ошибка"),
                (9, "first_name", RED, "thick", "Ошибка")):
            cell = self.cell(sheet, row, key)
            with self.subTest(cell=cell.coordinate):
                self.assertEqual(cell.fill.fgColor.rgb, color)
                self.assertEqual({cell.border.left.style, cell.border.right.style, cell.border.top.style,
                                  cell.border.bottom.style}, {border})
                self.assertTrue(cell.comment.text.startswith(word), cell.comment.text)
                self.assertIn("Как исправить:", cell.comment.text)
                self.assertEqual(cell.comment.author, "Методактив")
        marked = [c.coordinate for line in sheet.iter_rows() for c in line if c.comment]
        self.assertEqual(len(marked), 5, marked)
        self.assertEqual(sheet.cell(1, sheet.max_column).value, "Замечания")
        self.assertIn("«Дата рождения»", sheet.cell(3, sheet.max_column).value)
        self.assertIsNone(sheet.cell(4, sheet.max_column).value)
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.auto_filter.ref, f"A1:{sheet.cell(30, sheet.max_column).coordinate}")
        # Comments wait for the mouse.
        with zipfile.ZipFile(self.file) as package:
            drawing = next(n for n in package.namelist() if n.endswith(".vml"))
            text = package.read(drawing).decode()
        self.assertEqual(text.count("visibility:hidden"), 5)

    def test_the_summary_leads_to_each_cell(self):
        summary = self.book["Замечания"]
        links = [c for line in summary.iter_rows() for c in line if c.hyperlink]
        self.assertEqual(len(links), 5)
        for link in links:
            name, place = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", link.hyperlink.location).groups()
            self.assertEqual(link.value, place)
            self.assertIsNotNone(self.book[name][place].comment, place)
        header = links[0].row - 1
        titles = [c.value for c in summary[header]]
        self.assertEqual(titles[0], "№")
        self.assertTrue(summary.auto_filter.ref.startswith(f"A{header}:"))
        self.assertEqual(summary.freeze_panes, f"A{header + 1}")
        self.assertEqual((summary.page_setup.orientation, summary.page_setup.paperSize), ("landscape", 9))
        above = " ".join(str(c.value) for line in summary.iter_rows(max_row=header - 1) for c in line if c.value)
        for words in ("teachers.csv", "4\u00a0ошибки", "1\u00a0предупреждение", "реестр не изменён"):
            self.assertIn(words, above)

    def test_it_can_be_mended_and_loaded_again(self):
        sheet = self.book["Педагогические работники"]
        before = content(self.registry)
        for line in sheet.iter_rows(min_row=2):
            for cell in line:
                if cell.comment:
                    cell.value = self.good[cell.row - 1][cell.column - 1]
        mended = self.folder / "mended.xlsx"
        self.book.save(mended)
        result = run("import", mended, "--registry", self.registry, "--as-of", AS_OF)
        self.assert_success(result)
        self.assertIn("без изменений 29", result.stdout)
        self.assertEqual(content(self.registry), before)


class Several(RemarksTest):
    def test_same_findings_same_bytes(self):
        _, first = self.load_with_remarks(self.source)
        _, second = self.load_with_remarks(self.source, target=self.folder / "again.xlsx")
        self.assertEqual(sha256(first), sha256(second))

    def test_a_good_import_leaves_no_remarks(self):
        write_rows(self.source, self.good)
        result, target = self.load_with_remarks(self.source)
        self.assert_success(result)
        self.assertFalse(target.exists())

    def test_the_reader_of_a_huge_table_gets_what_is_to_mend(self):
        rows = [self.good[0]]
        for i in range(25_000):
            row = list(self.good[1 + i % 29])
            row[self.column["code"]] = f"huge-{i}"
            rows.append(row)
        rows[20_000][self.column["birth_date"]] = "31.02.1980"
        write_rows(self.source, rows)
        result, target = self.load_with_remarks(self.source)
        self.assertEqual(result.returncode, 1)
        book = openpyxl.load_workbook(target)
        sheet = book["Педагогические работники"]
        codes = [sheet.cell(r, 1).value for r in range(2, sheet.max_row + 1)]
        self.assertLessEqual(len(codes), 1000)
        self.assertIn("huge-19999", codes)
        self.assertTrue(any("остались в исходном файле" in str(c.value) for line in book["Замечания"].iter_rows(max_row=12)
                            for c in line))
