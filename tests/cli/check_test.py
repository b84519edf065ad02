"""`metodaktiv check`: exit codes, the text, the JSON, wrong rules and wrong indicator queries."""

import json
import unittest

from support import AS_OF, CliTest, build, demo_registry, editing, project_copy, run


def check(registry, *more, **options):
    return run("check", "--registry", registry, "--as-of", AS_OF, *more, **options)


class CheckTest(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)

    def spoil(self, sql):
        with editing(self.registry) as db:
            db.executescript(sql)

    def findings(self, *more):
        result = check(self.registry, "--json", *more)
        return json.loads(result.stdout), result

    def test_the_demo_region_has_warnings_but_no_errors(self):
        result = check(self.registry)
        self.assert_success(result)
        self.assertIn("Предупреждения\n", result.stdout)
        self.assertNotIn("Ошибки\n", result.stdout)
        self.assertRegex(result.stdout, r"Итог: ошибок нет, \d[\d\u00a0]*предупрежден")
        self.assertEqual(result.stderr, "")

    def test_a_text_that_is_none_is_named_and_stops_a_build(self):
        """Somebody wrote bytes of another encoding into the file itself."""
        self.spoil("UPDATE organizations SET name = CAST(x'D8EAEEEBE0' AS TEXT) WHERE code = "
                   "(SELECT min(code) FROM organizations)")
        with editing(self.registry) as db:
            code, = db.execute("SELECT min(code) FROM organizations").fetchone()
        report, result = self.findings()
        self.assertEqual(result.returncode, 1)
        finding, = (f for f in report["findings"] if f["code"] == "broken-text")
        self.assertEqual((finding["severity"], finding["table"], finding["key"], finding["column_key"]),
                         ("error", "organizations", code, "name"))
        site = self.folder / "site"
        self.assert_refused(build(self.registry, site), 1, "organizations", code, "name", "UTF-8", "import")
        self.assertFalse(site.exists())

    def test_strict_fails_on_warnings(self):
        self.assertEqual(check(self.registry, "--strict").returncode, 1)

    def test_errors_fail_and_come_first(self):
        self.spoil("UPDATE methodists SET excluded_on = '1999-01-01' WHERE code = (SELECT min(code) FROM methodists)")
        result = check(self.registry)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("Методист исключён раньше, чем включён [methodist-excluded-before-included]", result.stdout)
        self.assertRegex(result.stdout, r"ошибка: Региональные методисты, [a-z0-9-]+, «Дата исключения»")

    def test_json_has_all_findings_with_their_places(self):
        self.spoil("UPDATE methodists SET roles = 'no-such-role' WHERE code = (SELECT min(code) FROM methodists)")
        report, result = self.findings()
        self.assertEqual(result.returncode, 1)
        self.assertIn("Итог: 1", result.stderr)
        self.assertEqual(report["as_of"], AS_OF)
        self.assertEqual(report["errors"], 1)
        self.assertEqual(report["errors"] + report["warnings"], len(report["findings"]))
        self.assertEqual(sum(c["count"] for c in report["checks"]), len(report["findings"]))
        self.assertEqual(report["checks"][0]["id"], "unknown-role")
        with editing(self.registry) as db:
            code, place = db.execute("SELECT min(code), municipality FROM methodists").fetchone()
        finding = next(f for f in report["findings"] if f["code"] == "unknown-role")
        self.assertEqual((finding["severity"], finding["table"], finding["key"], finding["municipality"]),
                         ("error", "methodists", code, place))
        self.assertEqual((finding["file"], finding["column_key"], finding["column"], finding["value"]),
                         ("registry.db", "roles", "Роли", "no-such-role"))
        self.assertTrue(finding["message"] and finding["remedy"] and finding["municipality_name"])

    def test_broken_references_are_errors(self):
        self.spoil("UPDATE organizations SET municipality = 'atlantis' WHERE code = (SELECT min(code) FROM organizations)")
        report, _ = self.findings()
        finding = next(f for f in report["findings"] if f["code"] == "broken-reference")
        self.assertEqual((finding["table"], finding["value"]), ("organizations", "atlantis"))

    def test_a_wrong_indicator_query_is_named(self):
        project = project_copy(self.folder)
        query = next((project / "data/indicators").glob("*.sql"))
        query.write_text("SELECT nowhere FROM municipalities", encoding="utf-8")
        result = check(self.registry, "--project", project)
        self.assertEqual(result.returncode, 1)
        self.assertIn(query.name, result.stdout)
        self.assertIn("назван столбец, которого нет", result.stdout)

    def test_a_wrong_rule_stops_the_check(self):
        project = project_copy(self.folder)
        rules = project / "data/checks/9-own.toml"
        rules.write_text('[[checks]]\nid = "Own"\nseverity = "fatal"\n', encoding="utf-8")
        self.assert_refused(check(self.registry, "--project", project), 1, "9-own.toml", "строка 2", "строка 3", "query")

    def test_nothing_is_changed_and_answers_repeat(self):
        before = self.registry.read_bytes()
        first, second = check(self.registry, "--json"), check(self.registry, "--json")
        self.assertEqual(first.stdout, second.stdout)
        self.assertEqual(self.registry.read_bytes(), before)

    def test_wrong_usage(self):
        self.assert_refused(run("check"), 2, "--registry")
        self.assert_refused(check(self.folder / "absent.db"), 1, "absent.db", "не найден")
        (self.folder / "text.db").write_text("не база", encoding="utf-8")
        self.assert_refused(check(self.folder / "text.db"), 1, "text.db")


if __name__ == "__main__":
    unittest.main()
