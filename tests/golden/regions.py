#!/usr/bin/env python3
"""Golden builds of every region: a small demo of each profile, built, compared with expected-regions/<region>/.

    python3 tests/golden/regions.py BINARY PROJECT            compare; exit 1 and a diff when something moved
    python3 tests/golden/regions.py BINARY PROJECT --update   take what the program makes now as expected

Kept per region: the list of all files, the pages that its own profile and texts make (home, the asset, the
editorial texts, distributions, the functions), the region's figures, the regional report and the summary workbook.
"""
import csv
import difflib
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

from golden import dump_workbook

AS_OF = "2025-11-20"
SCALE = "0.02"
EXPECTED = pathlib.Path(__file__).resolve().parent / "expected-regions"
PAGES = ["public/index.html", "public/asset/*.html", "public/system/*.html", "public/distributions/*.html",
         "public/standard/index.html", "public/indicators/index.html", "public/*.html", "reports/_region/report.md"]
LEFT_OUT = ("asset/methodist-", "asset/roster", "asset/assignment", "/documents", "public/help", "public/404",
            "public/accessibility", "public/privacy", "public/about-data")


def regional_figures(path):
    """The lines of indicators.csv for the region as a whole."""
    lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    return "\n".join(",".join(line) for line in lines if line[1] in ("scope", "region")) + "\n"


def outputs(site):
    """Name in expected-regions/<region>/ → text."""
    names = sorted(str(p.relative_to(site)) for p in site.rglob("*") if p.is_file())
    found = {"files.txt": "\n".join(names) + "\n",
             "indicators-region.csv": regional_figures(site / "public/data/indicators.csv"),
             "summary.xlsx.txt": dump_workbook(site / "reports/_region/summary.xlsx")}
    for pattern in PAGES:
        for path in sorted(site.glob(pattern)):
            name = str(path.relative_to(site))
            if not any(part in name for part in LEFT_OUT):
                found[name] = path.read_text(encoding="utf-8")
    return found


def build(binary, project, region, folder):
    def run(*arguments):
        result = subprocess.run([binary, *arguments, "--region", region, "--project", project], capture_output=True,
                                text=True)
        if result.returncode != 0:
            sys.exit(f"{region}: {' '.join(arguments)}: exit {result.returncode}\n{result.stdout}{result.stderr}")

    registry = str(folder / f"{region}.db")
    run("demo", "--registry", registry, "--scale", SCALE, "--as-of", AS_OF)
    run("check", "--registry", registry, "--as-of", AS_OF)
    run("build", "--registry", registry, "--out", str(folder / region), "--as-of", AS_OF)
    return outputs(folder / region)


def difference(region, actual):
    """How many files differ from what is expected; prints their diffs."""
    root = EXPECTED / region
    expected = {str(p.relative_to(root)): p.read_text(encoding="utf-8") for p in root.rglob("*") if p.is_file()}
    names = [name for name in sorted(expected.keys() | actual.keys()) if expected.get(name) != actual.get(name)]
    for name in names:
        diff = difflib.unified_diff((expected.get(name) or "").splitlines(), (actual.get(name) or "").splitlines(),
                                    f"{region}/{name}: expected", f"{region}/{name}: actual", lineterm="", n=1)
        print("\n".join(list(diff)[:40]))
    return len(names)


def main():
    binary, project = sys.argv[1], str(pathlib.Path(sys.argv[2]).resolve())
    regions = sorted(p.parent.name for p in pathlib.Path(project, "data/regions").glob("*/profile.toml"))
    files = failed = 0
    for region in regions:
        with tempfile.TemporaryDirectory() as folder:
            actual = build(binary, project, region, pathlib.Path(folder))
        files += len(actual)
        if "--update" in sys.argv:
            shutil.rmtree(EXPECTED / region, ignore_errors=True)
            for name, text in actual.items():
                path = EXPECTED / region / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        else:
            failed += difference(region, actual)
    print(f"golden regions ({len(regions)}): {files - failed} passed, {failed} failed")
    sys.exit(1 if failed or len(regions) < 4 else 0)


if __name__ == "__main__":
    main()
