#!/usr/bin/env python3
"""Compares everything a build shows with the independent computation over the exported registry.

compare.py BINARY PROJECT WORKDIR --registry FILE --site FOLDER --as-of DATE
compare.py --self-test (with the same arguments): spoils numbers in memory and expects to see it

The site must have been built from the registry as of the date. Ends with «N passed, M failed»; exit code 1
when anything differs.
"""

import argparse
import dataclasses
import shutil
import subprocess
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import open_data
import report_texts
import workbooks
from form1 import compute_form1
from indicators import DEFINITIONS, REGION, Places, compute
from pages import PageCheck
from registry_csv import Registry
from school_year import periods_of_build
from tally import Tally
from titles import load_titles


@dataclasses.dataclass
class Expected:
    """What the program should have said."""

    registry: Registry
    build_date: date
    figures: dict
    forms: dict

    @classmethod
    def of(cls, export, build_date):
        registry = Registry.from_folder(export)
        return cls(registry, build_date, compute(registry, build_date), compute_form1(registry, build_date))

    @property
    def years(self):
        return [period.name for period in periods_of_build(self.build_date)]


def export_registry(binary, project, registry, folder):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([binary, "export", "--registry", registry, "--out", folder, "--project", project], check=True,
                   stdout=subprocess.DEVNULL)
    return folder


def check_open_data(tally, site, expected, across_tables):
    data = site / "public" / "data"
    open_data.check_exact(tally, site / "reports" / "_region" / "indicators.csv", expected.figures)
    hidden = open_data.check_public(tally, data / "indicators.csv", expected.figures, expected.registry, REGION[0])
    hidden_form1 = open_data.check_form1(tally, data / "form1.csv", expected.registry, expected.forms)
    if across_tables:
        open_data.check_totals_elsewhere(tally, expected.figures, hidden, hidden_form1, expected.forms)
    open_data.check_publication_db(tally, data)
    named = open_data.check_methodists(tally, data, expected.registry, expected.build_date)
    open_data.check_form2(tally, data, expected.registry, expected.build_date, expected.years[-1], named)
    return hidden, hidden_form1


def check_pages(tally, site, expected, titles, places, hidden, hidden_form1):
    pages = PageCheck(tally, site / "public", expected.figures, hidden, expected.years, titles, places)
    subjects = expected.registry.by_code("subjects")
    pages.index_page()
    for indicator in titles:
        pages.indicator_page(indicator)
    for code in places.municipalities:
        pages.municipality_page(code)
    for form, rows in expected.forms.items():
        if form[0] == "region":
            pages.form1("public/asset/form-1.html", "asset/form-1.html", form, rows, hidden_form1, subjects)
        else:
            pages.form1("public/municipalities/<code>/roster.html", f"municipalities/{form[1]}/roster.html", form, rows,
                        hidden_form1, subjects)


def check_reports(tally, site, expected, titles, places):
    reports, figures, years = site / "reports", expected.figures, expected.years
    subjects = expected.registry.by_code("subjects")
    organizations = expected.registry.by_code("organizations")
    methodists = expected.registry.by_code("methodists")
    workbooks.check_summary(tally, reports / "_region" / "summary.xlsx", figures, years, titles, places)
    report_texts.check_report(tally, "reports/_region/report.md", reports / "_region" / "report.md",
                              lambda i, y: (i, y, "region", REGION[0]), years, figures, titles)
    for code in places.municipalities:
        folder = reports / code
        workbooks.check_kpi(tally, folder / "kpi.xlsx", code, figures, years, titles)
        workbooks.check_form1(tally, folder / "form-1.xlsx", code, expected.forms["municipality", code], subjects)
        rows = [a for a in expected.registry["assignments"]
                if a["school_year"] == years[-1] and methodists[a["methodist"]]["municipality"] == code
                and open_data.is_active(methodists[a["methodist"]], expected.build_date)]
        workbooks.check_form2(tally, folder / "form-2.xlsx", code, rows, organizations)
        report_texts.check_report(tally, "reports/<municipality>/report.md", folder / "report.md",
                                  lambda i, y: (i, y, "municipality", code), years, figures, titles)


def compare(project, site, expected, across_tables=False):
    tally = Tally()
    titles = load_titles(project, REGION[0])
    places = Places.of(expected.registry)
    tally.equal("set of indicators", sorted(titles), sorted(d.id for d in DEFINITIONS), "indicators.toml")
    hidden, hidden_form1 = check_open_data(tally, site, expected, across_tables)
    check_pages(tally, site, expected, titles, places, hidden, hidden_form1)
    check_reports(tally, site, expected, titles, places)
    return tally


def spoiled_figures(expected):
    """Figures that everybody sees, one of each kind, with a numerator that is too big: {key: figure}."""
    last, spoiled = expected.years[-1], {}
    for indicator, scope in (("digital-cabinet", "municipality"), ("communities", "municipality"),
                             ("mentoring-model", "region")):
        key, figure = next((k, f) for k, f in expected.figures.items()
                           if k[:3] == (indicator, last, scope) and f.value is not None)
        spoiled[key] = dataclasses.replace(figure, numerator=figure.numerator + (figure.denominator or Fraction(1)))
    return spoiled


def self_test(project, site, expected):
    """Every spoiled number must be seen in open data, on pages, in workbooks and in reports."""
    clean = compare(project, site, expected)
    failures = [f"differences before anything is spoiled:\n{clean.report()}"] if clean.failed else []

    def expect(what, broken, places):
        found = compare(project, site, broken).failures
        blind = [place for place in places if len(found[place]) <= len(clean.failures[place])]
        if blind:
            failures.append(f"{what} is not seen in {blind}")

    everywhere = ["reports/_region/indicators.csv", "public/data/indicators.csv", "public/indicators/<id>.html",
                  "reports/_region/summary.xlsx"]
    of_region = ["public/indicators/index.html", "reports/_region/report.md"]
    of_municipality = ["public/municipalities/<code>/indicators.html", "reports/<municipality>/kpi.xlsx",
                       "reports/<municipality>/report.md"]
    spoiled = spoiled_figures(expected)
    for key, figure in spoiled.items():
        expect(" ".join(key), dataclasses.replace(expected, figures=expected.figures | {key: figure}),
               everywhere + (of_region if key[2] == "region" else of_municipality))

    forms = {scope: next(f for f in expected.forms if f[0] == scope) for scope in ("region", "municipality")}
    for scope, places in (("region", ["public/asset/form-1.html"]),
                          ("municipality", ["public/municipalities/<code>/roster.html",
                                            "reports/<municipality>/form-1.xlsx"])):
        rows = [dataclasses.replace(row, actual=row.actual + 1) for row in expected.forms[forms[scope]]]
        expect(f"form 1 of a {scope}", dataclasses.replace(expected, forms=expected.forms | {forms[scope]: rows}),
               ["public/data/form1.csv", *places])
    for failure in failures:
        print(failure)
    print(f"self-test: {len(spoiled) + len(forms)} spoiled numbers, {len(failures)} complaints")
    return not failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--registry", type=Path, required=True)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--across-tables", action="store_true",
                        help="also: what form 1 hides must not follow from the indicators")
    options = parser.parse_args()
    if not (options.site / "manifest.json").exists():
        parser.error(f"{options.site} holds no finished build")
    options.workdir.mkdir(parents=True, exist_ok=True)
    export = export_registry(options.binary.resolve(), options.project, options.registry, options.workdir / "export")
    expected = Expected.of(export, options.as_of)
    if options.self_test:
        return 0 if self_test(options.project, options.site, expected) else 1
    tally = compare(options.project, options.site, expected, options.across_tables)
    print(tally.report())
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
