"""Packs to send, the mailing list, and reports that are taken over while nothing has changed."""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from support import AS_OF, PROJECT, CliTest, build, demo_registry, editing, project_copy, run, scratch, sha256, tree

CODE = "balashikha"
REUSED = "Отчёты не изменились: взяты из прошлой сборки"
_region = None


def region_site():
    """The small demo region and its site, built once per process; not to be changed."""
    global _region
    if _region is None:
        folder = Path(tempfile.mkdtemp(dir=scratch()))
        registry = demo_registry(folder)
        with editing(registry) as connection:
            for code, email in (("bogorodskiy", ""), ("bronnitsy", "=cmd|' /C calc'!A0"),
                                ("vlasikha", "Two@example.org"), ("volokolamskiy", "two@example.org")):
                connection.execute("UPDATE municipalities SET ums_email = nullif(?, '') WHERE code = ?", (email, code))
            connection.execute("UPDATE municipalities SET name = ? WHERE code = 'dzerzhinskiy'", ('-Дзер/жинский: "Д"',))
        made = build(registry, folder / "site")
        if made.returncode != 0:
            raise AssertionError(made.stderr)
        _region = folder
    return _region


class Packs(CliTest):
    def setUp(self):
        super().setUp()
        self.region = region_site()
        self.reports = self.region / "site/reports"
        self.packs = self.reports / "_packs"
        self.mailing = (self.packs / "mailing.csv").read_bytes().decode("utf-8")
        self.rows = {row["municipality"]: row for row in csv.DictReader(io.StringIO(self.mailing, newline=""))}
        self.places = sorted(p.name for p in self.reports.iterdir() if p.is_dir() and not p.name.startswith("_"))

    def test_a_pack_holds_what_the_folder_holds(self):
        self.assertEqual(sorted(p.stem for p in self.packs.glob("*.zip")), self.places)
        for code in self.places:
            with zipfile.ZipFile(self.packs / f"{code}.zip") as pack:
                self.assertIsNone(pack.testzip(), code)
                folder, = {name.split("/")[0] for name in pack.namelist()}
                inside = {name[len(folder) + 1:]: pack.read(name) for name in pack.namelist()}
                self.assertEqual(list(inside), sorted(inside))
                for entry in pack.infolist():
                    self.assertEqual(entry.date_time, (2025, 3, 31, 0, 0, 0))
                    self.assertEqual(entry.external_attr >> 16, 0o100644)
                    self.assertEqual(entry.flag_bits & 0x800, 0x800, "names are not marked as UTF-8")
            files = {p.relative_to(self.reports / code).as_posix(): p.read_bytes()
                     for p in (self.reports / code).rglob("*") if p.is_file()}
            self.assertEqual(inside, files, code)
            self.assertIn("kpi.xlsx", inside)
            self.assertIn("data-quality.xlsx", inside)

    def test_the_folder_in_a_pack_names_place_and_date(self):
        def folder(code):
            with zipfile.ZipFile(self.packs / f"{code}.zip") as pack:
                return pack.namelist()[0].split("/")[0]

        self.assertEqual(folder(CODE), "Балашиха — отчёты на 31.03.2025")
        # Nothing in it that Windows forbids.
        self.assertEqual(folder("dzerzhinskiy"), "-Дзер-жинский- -Д- — отчёты на 31.03.2025")

    def test_local_headers_are_marked_utf_8_too(self):
        """Tools that read an archive as it streams go by them."""
        bytes_ = (self.packs / f"{CODE}.zip").read_bytes()
        at, seen = 0, 0
        while bytes_[at:at + 4] == b"PK\x03\x04":
            flags, _, _, _, _, size, _, name, extra = struct.unpack("<HHHHIIIHH", bytes_[at + 6:at + 30])
            self.assertEqual(flags & 0x809, 0x800)
            bytes_[at + 30:at + 30 + name].decode("utf-8")
            at += 30 + name + extra + size
            seen += 1
        self.assertEqual(bytes_[at:at + 4], b"PK\x01\x02")
        self.assertEqual(seen, len(list((self.reports / CODE).iterdir())))

    @unittest.skipUnless(shutil.which("unzip"), "unzip")
    def test_unzip_takes_it(self):
        tested = subprocess.run(["unzip", "-tqq", self.packs / f"{CODE}.zip"], capture_output=True, text=True)
        self.assertEqual((tested.returncode, tested.stderr), (0, ""), tested.stdout)

    def test_the_mailing_list_names_every_pack(self):
        self.assertNotIn("\r", self.mailing)
        self.assertFalse(self.mailing.startswith("\ufeff"))
        self.assertEqual(self.mailing.split("\n")[0],
                         "municipality,name,service,email,subject,attachment,size,sha256,letter,remark")
        self.assertEqual(list(self.rows), self.places)
        for code, row in self.rows.items():
            pack = self.packs / row["attachment"]
            self.assertEqual(pack.name, f"{code}.zip")
            self.assertEqual(int(row["size"]), pack.stat().st_size)
            self.assertEqual(row["sha256"], sha256(pack))
        row = self.rows[CODE]
        self.assertEqual(row["name"], "Балашиха")
        self.assertEqual(row["email"], "ums@balashikha.example.org")
        self.assertEqual(row["service"], "МБУ «Методический центр городского округа Балашиха»")
        self.assertEqual(row["subject"], "Отчёты о методической работе: Балашиха, на 31.03.2025")
        self.assertEqual(row["remark"], "")

    def test_a_letter_says_what_report_and_pack_say(self):
        for code, row in self.rows.items():
            letter = row["letter"].replace("\u00a0", " ")
            self.assertRegex(letter, r"\AЗдравствуйте!\n\nНаправляем отчёты о методической работе .*"
                                     r"за 2024/2025 учебный год.*\. Данные на 31 марта 2025 г\.\n")
            for file in (self.reports / code).iterdir():
                self.assertIn(f"\n{file.name} — ", letter)
            self.assertIn("персональные данные", letter)
            self.assertNotIn("..", letter)
        # The figures are those of the workbook.
        with (self.reports / "_region/indicators.csv").open(encoding="utf-8", newline="") as file:
            statuses = [r["status"] for r in csv.DictReader(file)
                        if (r["scope"], r["code"], r["school_year"]) == ("municipality", CODE, "2024/2025")]
        met, missed = statuses.count("met"), statuses.count("not_met")
        self.assertIn(f"Достигнуто {met} из {met + missed} ", self.rows[CODE]["letter"].replace("\u00a0", " "))

    def test_addresses_to_look_at(self):
        self.assertEqual(self.rows["bogorodskiy"]["email"], "")
        self.assertIn("Адреса нет", self.rows["bogorodskiy"]["remark"])
        self.assertEqual(self.rows["bronnitsy"]["email"], "'=cmd|' /C calc'!A0")
        self.assertIn("не похож на почтовый", self.rows["bronnitsy"]["remark"])
        for code in ("vlasikha", "volokolamskiy"):
            self.assertRegex(self.rows[code]["remark"], "Один адрес на несколько муниципалитетов .*Власиха.*Волоколамск")
        self.assertTrue(self.rows["dzerzhinskiy"]["name"].startswith("'-Дзер"))

    def test_packs_are_restricted_and_in_the_manifest(self):
        manifest = json.loads((self.region / "site/manifest.json").read_text(encoding="utf-8"))
        self.assertRegex(manifest["reports_inputs"], "^[0-9a-f]{64}$")
        listed = {e["path"]: e for e in manifest["files"]}
        entry = listed[f"reports/_packs/{CODE}.zip"]
        self.assertEqual((entry["sha256"], entry["audience"]), (sha256(self.packs / f"{CODE}.zip"), "restricted"))

    def test_one_municipality(self):
        registry = demo_registry(self.folder)
        out = self.folder / "one"
        self.assert_success(build(registry, out, "--municipality", CODE))
        self.assertEqual(sorted(p.name for p in (out / "reports").iterdir() if p.is_dir()), ["_packs", CODE])
        self.assertTrue((out / f"reports/{CODE}/data-quality.xlsx").is_file())
        self.assertEqual(sorted(p.name for p in (out / "reports/_packs").iterdir()),
                         ["README.txt", f"{CODE}.zip", "mailing.csv"])
        self.assert_success(build(registry, self.folder / "region"))
        self.assertEqual(sha256(out / f"reports/_packs/{CODE}.zip"),
                         sha256(self.folder / f"region/reports/_packs/{CODE}.zip"))
        again = build(registry, out, "--municipality", CODE)
        self.assert_success(again)
        self.assertIn(REUSED, again.stdout)


class Reuse(CliTest):
    """Reports are written only when something they are made from has changed."""

    def setUp(self):
        super().setUp()
        self.registry = Path(shutil.copy(region_site() / "registry.db", self.folder / "registry.db"))
        self.site = self.folder / "site"
        shutil.copytree(region_site() / "site", self.site)

    def build(self, *more, reused, **options):
        made = build(self.registry, self.site, *more, **options)
        self.assert_success(made)
        (self.assertIn if reused else self.assertNotIn)(REUSED, made.stdout)
        return made

    def inodes(self):
        return {str(p.relative_to(self.site)): p.stat().st_ino
                for p in (self.site / "reports").rglob("*") if p.is_file()}

    def test_nothing_changed(self):
        before, inodes = tree(self.site), self.inodes()
        self.build(reused=True)
        self.assert_same_tree(before, tree(self.site))
        self.assertEqual(self.inodes(), inodes, "not linked")
        # Neither the threads nor the form of the registry's file matter.
        connection = sqlite3.connect(self.registry)
        connection.execute("VACUUM")
        connection.close()
        self.build("--jobs", 1, reused=True, env={"TZ": "Asia/Tokyo", "LC_ALL": "C"})
        self.assert_same_tree(before, tree(self.site))

    def test_a_row(self):
        with editing(self.registry) as connection:
            connection.execute("UPDATE municipalities SET ums_email = 'new@example.org' WHERE code = ?", (CODE,))
        inodes = self.inodes()
        self.build(reused=False)
        self.assertIn("new@example.org", (self.site / "reports/_packs/mailing.csv").read_text(encoding="utf-8"))
        # What comes out the same is still linked, packs as well.
        self.assertEqual(self.inodes()[f"reports/_packs/{CODE}.zip"], inodes[f"reports/_packs/{CODE}.zip"])
        self.build(reused=True)
        self.assert_success(build(self.registry, self.folder / "fresh"))
        self.assert_same_tree(tree(self.folder / "fresh/reports"), tree(self.site / "reports"))

    def test_the_date(self):
        day = ["build", "--registry", self.registry, "--out", self.site, "--project", PROJECT, "--as-of"]
        made = run(*day, "2025-04-01")
        self.assert_success(made)
        self.assertNotIn(REUSED, made.stdout)
        made = run(*day, "01.04.2025")
        self.assertIn(REUSED, made.stdout)

    def test_the_files_of_the_project(self):
        project = project_copy(self.folder)
        self.build(reused=True, project=project)
        for name, text in (("data/regions/moscow-oblast/profile.toml", "\n# a remark\n"),
                           ("data/checks/new.txt", "new"), ("data/.hidden", None)):
            with self.subTest(name):
                with (project / name).open("a", encoding="utf-8") as file:
                    file.write(text or "x")
                self.build(reused=text is None, project=project)

    def test_another_program(self):
        other = self.folder / "metodaktiv"
        shutil.copy(os.environ["METODAKTIV_BIN"], other)
        arguments = [other, "build", "--registry", self.registry, "--out", self.site, "--as-of", AS_OF, "--project", PROJECT]
        made = subprocess.run(arguments, capture_output=True, text=True)
        self.assertIn(REUSED, made.stdout, "a copy is the same program")
        with other.open("ab") as file:
            file.write(b"\0")
        made = subprocess.run(arguments, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertNotIn(REUSED, made.stdout)

    def test_damage_is_repaired(self):
        before = tree(self.site)
        report = self.site / f"reports/{CODE}/report.md"
        manifest = self.site / "manifest.json"

        def altered():
            report.write_bytes(report.read_bytes().replace("о".encode(), "О".encode(), 1))

        def moved():
            report.unlink()
            report.symlink_to(self.site / "reports/_region/report.md")

        def shorter_manifest():
            text = manifest.read_text(encoding="utf-8")
            manifest.write_text(re.sub(r'("path": "reports/[^"]+",\s+"size": )\d+', r"\g<1>1", text), encoding="utf-8")

        for name, damage in (
                ("deleted", report.unlink), ("altered", altered), ("a link", moved),
                ("pack deleted", (self.site / f"reports/_packs/{CODE}.zip").unlink),
                ("all deleted", lambda: shutil.rmtree(self.site / "reports")),
                ("manifest", shorter_manifest)):
            with self.subTest(name):
                damage()
                self.build(reused=False)
                self.assert_same_tree(before, tree(self.site))
                self.build(reused=True)

    def test_a_foreign_file_among_the_reports_does_not_stay(self):
        before = tree(self.site)
        (self.site / f"reports/{CODE}/notes.txt").write_text("mine", encoding="utf-8")
        self.build(reused=True)
        self.assert_same_tree(before, tree(self.site))

    def test_a_build_that_fails_later_leaves_the_old_site(self):
        project = project_copy(self.folder)
        self.build(reused=True, project=project)
        before = tree(self.site)
        page = sorted((project / "content").glob("*.md"))[0]
        with page.open("a", encoding="utf-8") as file:
            file.write("\n\n[Сюда](/no-such-page.html)\n")
        self.assert_refused(build(self.registry, self.site, project=project), 1, "no-such-page.html")
        self.assert_same_tree(before, tree(self.site))
