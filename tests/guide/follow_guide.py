#!/usr/bin/env python3
"""Follows content/region.md to the letter, for the invented region that it makes.

follow_guide.py BINARY PROJECT WORKDIR              exit 0: the guide leads where it says
follow_guide.py BINARY PROJECT WORKDIR --self-test  spoils the guide in several ways and expects a failure each time
"""

import argparse
import csv
import hashlib
import html
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from guide import Command, GuideError, apply_edit, read_guide  # noqa: E402

PARTS = ("data", "templates", "content")
TEXT_SUFFIXES = {".html", ".css", ".js", ".csv", ".json", ".xml", ".ics", ".md", ".txt", ".svg"}


class Wrong(Exception):
    """What the guide promises did not come about."""


def tree(folder):
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def make_project(project, folder):
    """A copy of what a user has, with fonts by reference."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(project / part, folder / part)
    (folder / "node_modules").symlink_to(project / "node_modules")


def make_program(binary, folder):
    """`metodaktiv` as the guide calls it."""
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "metodaktiv"
    link.unlink(missing_ok=True)
    link.symlink_to(binary)


def run(command, folder, programs):
    environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-eu", "-c", command.text], cwd=folder, env=environment, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, timeout=600)
    if done.returncode != 0:
        raise Wrong(f"line {command.line}: exit code {done.returncode}\n{command.text}{done.stdout}{done.stderr}")
    return done.stdout


def follow(text, folder, programs):
    """Does every step; returns the texts that the commands printed."""
    printed = []
    for step in read_guide(text):
        if isinstance(step, Command):
            printed.append((step.text, run(step, folder, programs)))
        else:
            apply_edit(step, folder)
    return printed


def new_region(folder, project):
    known = {p.name for p in (project / "data/regions").iterdir() if p.is_dir()}
    made = {p.name for p in (folder / "data/regions").iterdir() if p.is_dir()} - known
    if len(made) != 1:
        raise Wrong(f"the guide makes {sorted(made)} instead of one region")
    return made.pop()


def check_places(before, folder, region):
    """Nothing but the new profile was touched."""
    own = f"data/regions/{region}/"
    after = {}
    for part in PARTS:
        after |= {f"{part}/{name}": sum_ for name, sum_ in tree(folder / part).items()}
    changed = [n for n in before.keys() | after.keys() if before.get(n) != after.get(n) and not n.startswith(own)]
    if changed:
        raise Wrong(f"files outside {own} changed: {sorted(changed)}")


def check_profile(printed):
    """The guide checks the profile, and there is nothing to say about it."""
    answers = [answer for command, answer in printed if "check --profile" in command]
    if not answers:
        raise Wrong("the guide does not check the profile")
    if "Итог: замечаний нет." not in answers[-1]:
        raise Wrong(f"the profile is not clean:\n{answers[-1]}")


def load(folder, region, name):
    with (folder / "data/regions" / region / name).open("rb") as file:
        return tomllib.load(file)


def new_entries(folder, region, sample_ids, kind):
    return [e for e in load(folder, region, "indicators.toml").get(kind, []) if e["id"] not in sample_ids]


def check_indicator(site, indicator):
    """A page of its own, and a value for the region in the open data."""
    page = site / "public/indicators" / f"{indicator['id']}.html"
    if not page.is_file():
        raise Wrong(f"the indicator has no page {page.name}")
    shown = html.unescape(page.read_text(encoding="utf-8"))
    if indicator["title"] not in shown:
        raise Wrong(f"{page.name} does not show the indicator's title")
    with (site / "public/data/indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["indicator"] == indicator["id"]]
    values = [r for r in rows if r["scope"] == "region" and r["value"]]
    if not values:
        raise Wrong(f"no value of {indicator['id']} for the region among {len(rows)} rows")
    share = Fraction(values[-1]["numerator"]) * 100 / Fraction(values[-1]["denominator"])
    value = math.floor(share * 10 + Fraction(1, 2)) / 10
    if f"{value:g}".replace(".", ",") not in shown:
        raise Wrong(f"{page.name} does not show the value {value:g}")


def region_names(project, but_not):
    """Words of the other regions that may stand nowhere: names in their cases, operators' houses."""
    names = {}
    for profile in sorted((project / "data/regions").glob("*/profile.toml")):
        with profile.open("rb") as file:
            region = tomllib.load(file)
        for key in ("name", "name_genitive", "name_prepositional"):
            names[region[key]] = region["code"]
        for key in ("organization_short", "organization"):
            if region["operator"].get(key):
                names[region["operator"][key]] = region["code"]
    return {name: code for name, code in names.items() if code != but_not}


def texts_of(path):
    """What a reader finds in a file: its text, or that of a workbook's parts."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            for part in book.namelist():
                if part.endswith(".xml"):
                    yield html.unescape(book.read(part).decode("utf-8"))
    elif path.suffix in TEXT_SUFFIXES:
        yield html.unescape(path.read_text(encoding="utf-8"))
    else:  # a database: its texts stand in it as they are
        yield path.read_bytes().decode("utf-8", errors="replace")


def check_names(site, names):
    files = 0
    for part in ("public", "reports"):
        for path in sorted((site / part).rglob("*")):
            if not path.is_file():
                continue
            files += 1
            for text in texts_of(path):
                text = text.replace("\u00a0", " ")
                for name, code in names.items():
                    # «ИРО» stands inside longer words of others
                    if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                        raise Wrong(f"{path.relative_to(site)} names «{name}» of {code}")
    if files < 50:
        raise Wrong(f"only {files} files were built")


def check_home(site, profile):
    home = html.unescape((site / "public/index.html").read_text(encoding="utf-8")).replace("\u00a0", " ")
    body = home[home.index("<main") : home.index("</main>")]
    if profile["name_genitive"] not in body and profile["name_prepositional"] not in body:
        raise Wrong("the home page does not name the region in the right case")
    if not any(place["name"] in home for place in profile["municipalities"]):
        tables = (site / "public/municipalities/index.html").read_text(encoding="utf-8")
        if not all(place["name"] in tables for place in profile["municipalities"]):
            raise Wrong("a municipality of the profile is missing")


def check_all(text, binary, project, workdir):
    """Follows `text` in a fresh project and compares with what the guide promises."""
    folder, programs = workdir / "project", workdir / "bin"
    make_project(project, folder)
    make_program(binary, programs)
    before = {f"{part}/{name}": sum_ for part in PARTS for name, sum_ in tree(folder / part).items()}
    printed = follow(text, folder, programs)

    region = new_region(folder, project)
    check_places(before, folder, region)
    check_profile(printed)
    sites = [p.parent for p in folder.glob("*/manifest.json")]
    if len(sites) != 1:
        raise Wrong(f"the guide builds {len(sites)} sites instead of one")
    site = sites[0]
    if json.loads((site / "manifest.json").read_text(encoding="utf-8")).get("region") != region:
        raise Wrong("the site is another region's")
    known = load_ids(project)
    indicators = new_entries(folder, region, known["indicators"], "indicators")
    if not indicators:
        raise Wrong("the guide adds no indicator")
    for indicator in indicators:
        check_indicator(site, indicator)
    if not new_entries(folder, region, known["distributions"], "distributions"):
        raise Wrong("the guide adds no distribution")
    check_home(site, load(folder, region, "profile.toml"))
    check_names(site, region_names(project, region))


def load_ids(project):
    ids = {"indicators": set(), "distributions": set()}
    for path in (project / "data/regions").glob("*/indicators.toml"):
        with path.open("rb") as file:
            table = tomllib.load(file)
        for kind, known in ids.items():
            known |= {entry["id"] for entry in table.get(kind, [])}
    return ids


def spoilt(text, other_name):
    """Guides with one fault each, and a word of the failure it deserves."""

    def without(pattern, replacement=""):
        changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE | re.DOTALL)
        if count != 1:
            raise SystemExit(f"self-test: nothing to spoil for {pattern!r}")
        return changed

    return [
        ("a misspelt column in the query", without(r"a\.experience >= 10", "a.experiense >= 10"), "experiense"),
        ("a TOML snippet without its quote", without(r'key = "critical"', 'key = "critical'), "profile.toml"),
        ("a criterion that is no SQL", without(r"ifnull\(experience, 0\) >= 5\"", 'ifnull(experience, 0 >= 5"'),
         "Условие"),
        ("a municipality without cases", without(r"^name_genitive = \"Лесного[^\n]*\n"), "name_genitive"),
        ("a file named wrongly", without(r"oblast/demo\.toml`, вместо строк", "oblast/dema.toml`, вместо строк"),
         "no file"),
        ("a block nobody announces", without(r"^Файл `[^`]*site\.toml`, целиком:$", "Сайт:"), "what the"),
        ("the sample's name left over", without(r"Методический актив Заозёрской области", f"Актив: {other_name}"),
         "names"),
        ("a command that does not exist", without(r"metodaktiv demo --registry", "metodaktiv demo --register"),
         "exit code"),
    ]


def self_test(text, binary, project, workdir):
    unseen = []
    for what, guide, word in spoilt(text, next(iter(region_names(project, "")))):
        try:
            check_all(guide, binary, project, workdir)
        except (Wrong, GuideError) as error:
            if word not in str(error):
                unseen.append(f"{what}: failed, but not for that: {error}")
            continue
        unseen.append(f"{what}: not noticed")
    return unseen


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    binary, project = options.binary.resolve(), options.project.resolve()
    text = (project / "content/region.md").read_text(encoding="utf-8")
    try:
        if options.self_test:
            faults = self_test(text, binary, project, options.workdir.resolve())
            print("\n".join(faults) or "self-test passed", file=sys.stderr if faults else sys.stdout)
            return 1 if faults else 0
        check_all(text, binary, project, options.workdir.resolve())
    except (Wrong, GuideError) as error:
        print(error, file=sys.stderr)
        return 1
    print("the guide leads where it says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
