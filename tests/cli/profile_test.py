"""`metodaktiv check --profile`: a region's profile alone, without a registry."""

import json
import shutil
import unittest

from support import PROJECT, REGION, CliTest, project_copy, run

REGIONS = sorted(p.parent.name for p in (PROJECT / "data/regions").glob("*/profile.toml"))


def check(*more, **options):
    return run("check", "--profile", *more, **options)


class ProfileTest(CliTest):
    def spoilt(self, name, old, new, region=REGION):
        """A project with one change in the region's file; its --project."""
        project = project_copy(self.folder)
        file = project / "data/regions" / region / name
        text = file.read_text(encoding="utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return project

    def findings(self, project, region=REGION):
        result = check("--region", region, "--project", project, "--json")
        return json.loads(result.stdout), result

    def test_the_regions_of_the_project_have_no_errors(self):
        self.assertGreaterEqual(len(REGIONS), 1)
        for region in REGIONS:
            with self.subTest(region=region):
                result = check("--region", region)
                self.assert_success(result)
                self.assertRegex(result.stdout, r"Итог: (замечаний нет|ошибок нет, \d)")
                self.assertRegex(result.stdout, r"Проверено: .*\d+.показател")

    def test_json(self):
        report, result = self.findings(PROJECT)
        self.assert_success(result)
        self.assertEqual(report["region"], REGION)
        self.assertEqual(report["errors"], 0)
        self.assertEqual(report["warnings"], len(report["findings"]))
        self.assertGreater(report["checked"]["indicators"], 0)
        self.assertGreater(report["checked"]["criteria"], 0)
        self.assertGreater(report["checked"]["checks"], 0)

    def test_a_wrong_criterion_is_named_with_its_line(self):
        project = self.spoilt("profile.toml", "ifnull(experience, 0)", "ifnull(expirience, 0)")
        report, result = self.findings(project)
        self.assertEqual(result.returncode, 1)
        finding = next(f for f in report["findings"] if f["severity"] == "error")
        self.assertEqual(finding["file"], f"data/regions/{REGION}/profile.toml")
        line = (project / finding["file"]).read_text(encoding="utf-8").splitlines()[finding["row"] - 1]
        self.assertIn("expirience", line)
        self.assertIn("expirience", finding["message"])
        self.assertTrue(finding["remedy"])

    def test_rules_of_the_reports_are_read_too(self):
        project = project_copy(self.folder)
        file = project / "data/regions" / REGION / "report_rules.toml"
        file.write_text("most_steps = 5\n\n[outlier]\nleast_places = 5\n", encoding="utf-8")
        report, result = self.findings(project)
        self.assertEqual(result.returncode, 1)
        finding, = (f for f in report["findings"] if f["severity"] == "error")
        self.assertEqual((finding["file"], finding["row"]), (f"data/regions/{REGION}/report_rules.toml", 3))
        self.assertIn("outlier", finding["message"])

    def test_several_files_in_one_run(self):
        project = self.spoilt("profile.toml", "ifnull(experience, 0)", "ifnull(expirience, 0)")
        query = next((project / "data/indicators").glob("*.sql"))
        query.write_text("SELECT nowhere FROM municipalities", encoding="utf-8")
        demo = project / "data/regions" / REGION / "demo.toml"
        demo.write_text(demo.read_text(encoding="utf-8") + '\n[[documents]]\nkind = "nothing"\n', encoding="utf-8")
        page = project / "data/regions" / REGION / "content/asset.md"
        page.write_text("+++\ntitel = \"Без заголовка\"\n+++\n", encoding="utf-8")
        result = check("--project", project)
        self.assertEqual(result.returncode, 1)
        for word in ("profile.toml, строка", query.name + ", строка 1", "demo.toml, строка", "asset.md, строка",
                     "→ ", "Итог: "):
            self.assertIn(word, result.stdout)
        self.assertNotIn(str(project), result.stdout)

    def test_a_link_to_a_page_nobody_wrote_is_a_warning(self):
        project = project_copy(self.folder)
        page = project / "data/regions" / REGION / "content/asset.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n[Далее](asset/nobody.html), [показатель]"
                        "(indicators/nothing.html), [состав](asset/roster.html)\n", encoding="utf-8")
        (project / "content/privacy.md").unlink()
        report, result = self.findings(project)
        self.assert_success(result)
        missing = sorted(f["value"] for f in report["findings"] if f["code"] == "missing-page")
        self.assertEqual([v for v in missing if v != "privacy.html"], ["asset/nobody.html", "indicators/nothing.html"])
        self.assertIn("privacy.html", missing)
        self.assertEqual(check("--project", project, "--strict").returncode, 1)

    def test_a_copy_needs_its_own_code(self):
        project = project_copy(self.folder)
        shutil.copytree(project / "data/regions" / REGION, project / "data/regions/copied")
        result = check("--region", "copied", "--project", project)
        self.assertEqual(result.returncode, 1)
        self.assertIn('code = "copied"', result.stdout)

    def test_demo_settings_may_be_absent(self):
        project = project_copy(self.folder)
        (project / "data/regions" / REGION / "demo.toml").unlink()
        self.assert_success(check("--project", project))

    def test_the_default_region_is_data(self):
        project = project_copy(self.folder)
        default = project / "data/regions/default.txt"
        self.assertEqual(default.read_text(encoding="utf-8").strip(), REGION)
        shutil.copytree(project / "data/regions" / REGION, project / "data/regions/copied")
        default.write_text("copied\n", encoding="utf-8")
        self.assertIn('code = "copied"', check("--project", project).stdout)
        default.unlink()
        self.assert_refused(check("--project", project), 1, "--region", "default.txt")

    def test_wrong_usage(self):
        self.assert_refused(check("--region", "atlantis"), 1, "atlantis", REGION)
        self.assert_refused(check("--registry", "some.db"), 2, "--profile")
        self.assert_refused(run("check"), 2, "--registry", "--profile")


if __name__ == "__main__":
    unittest.main()
