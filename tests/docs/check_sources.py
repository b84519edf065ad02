#!/usr/bin/env python3
"""Checks docs/sources.md: no cell is empty, every reference leads to something.

check_sources.py [ROOT]        exit 0: clean, 1: findings on stderr
check_sources.py --self-test   spoils the tables and expects that to be noticed
"""

import re
import sys
import tomllib
from pathlib import Path

# Headings name the region; its profile is where references are looked up.
REGIONS = {
    "Moscow Oblast": "moscow-oblast",
    "Leningrad Oblast": "leningrad-oblast",
    "Perm Krai": "perm-krai",
    "Arkhangelsk Oblast": "arkhangelsk-oblast",
}
GENERATED_PAGES = {
    "asset/index.html", "asset/roster.html", "asset/form-1.html", "asset/assignment.html", "indicators/index.html",
    "municipalities/index.html", "practices/index.html", "standard/index.html", "standard/calendar.html",
    "news/index.html", "documents.html", "system/index.html",
}
# Texts that stand elsewhere than in the asset's section.
PLACES_OF_TEXTS = {"standard": "standard/about.html", "system": "system/index.html"}
REPORTS = {"kpi.xlsx", "summary.xlsx", "report.md", "iom.xlsx"}
REFERENCE = re.compile(r"`([a-z]+) ([^`]+)`")


def load(path):
    with path.open("rb") as file:
        return tomllib.load(file)


def known_things(root, region):
    """What a reference of this region may name: kind → names."""
    folder = root / "data/regions" / region
    profile, table = load(folder / "profile.toml"), load(folder / "indicators.toml")
    checks = {c["id"]: c for file in sorted((root / "data/checks").glob("*.toml")) for c in load(file).get("checks", [])}
    if (folder / "checks.toml").is_file():
        own = load(folder / "checks.toml")
        checks |= {c["id"]: c for c in own.get("checks", [])}
        for change in own.get("changes", []):
            if not change.get("enabled", True):
                checks.pop(change["id"], None)
    pages = set(GENERATED_PAGES)
    for text in [*(root / "content").glob("*.md"), *(folder / "content").glob("*.md")]:
        pages.add(PLACES_OF_TEXTS.get(text.stem, f"asset/{text.stem}.html"))
    return {
        "page": pages,
        "function": {f["number"] for f in load(folder / "functions.toml")["functions"]},
        "indicator": {i["id"] for i in table["indicators"]},
        "distribution": {d["id"] for d in table.get("distributions", [])},
        "check": set(checks),
        "criterion": {c["key"] for c in profile["criteria"]},
        "document": {d["key"] for d in profile["document_kinds"]},
        "table": {p.stem for p in (root / "data/forms").glob("*.toml")},
        "form": {"1", "2"},
        "report": REPORTS,
    }


def check(root, text):
    findings, rows, region, carried = [], 0, None, {}
    for number, line in enumerate(text.splitlines(), 1):
        if heading := re.match(r"## ([^:]+)", line):
            name = heading.group(1).strip()
            region = REGIONS.get(name)
            if region is None:
                findings.append(f"line {number}: «{name}» is no region")
            else:
                known = known_things(root, region)
                carried.setdefault(region, set())
        if not line.startswith("|") or region is None or re.fullmatch(r"[|\s-]+", line):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells == ["source", "asks for", "carried by"]:
            continue
        rows += 1
        if len(cells) != 3 or not all(cells):
            findings.append(f"line {number}: a cell is empty or missing")
            continue
        references = REFERENCE.findall(cells[2])
        if not references or REFERENCE.sub("", cells[2]).strip(" ,"):
            findings.append(f"line {number}: «{cells[2]}» is no list of references")
        for kind, name in references:
            carried[region].add((kind, name))
            if kind not in known:
                findings.append(f"line {number}: nobody knows what a «{kind}» is")
            elif name not in known[kind]:
                findings.append(f"line {number}: {region} has no {kind} {name}")
    if rows == 0 or set(carried) != set(REGIONS.values()):
        findings.append("a region's table is missing")
    for code, references in carried.items():
        # Whatever a profile computes or asks for comes from somewhere in its documents.
        things = known_things(root, code)
        for kind in ("function", "indicator", "criterion", "distribution"):
            for name in sorted(things[kind] - {n for k, n in references if k == kind}):
                findings.append(f"{code}: no row names the {kind} {name}")
    return findings


def self_test(root, text):
    row = next(line for line in text.splitlines() if "`indicator coverage`" in line)
    spoilt = {
        "is empty": text.replace(row, "| " + row.split("|")[1] + " | | `indicator coverage` |", 1),
        "has no indicator": text.replace("`indicator coverage`", "`indicator nothing`", 1),
        "no list": text.replace("`indicator coverage`", "somewhere", 1),
        "what a «gadget»": text.replace("`indicator coverage`", "`gadget coverage`", 1),
        "table is missing": text.split("## Perm Krai")[0],
        "no row names the function": re.sub(r"`function 1\.1\.2`, ", "", text),
    }
    clean = set(check(root, text))
    return [what for what, changed in spoilt.items()
            if not any(what in f for f in check(root, changed) if f not in clean)]


def main():
    arguments = [a for a in sys.argv[1:] if a != "--self-test"]
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    text = (root / "docs/sources.md").read_text(encoding="utf-8")
    testing = "--self-test" in sys.argv
    findings = self_test(root, text) if testing else check(root, text)
    for line in findings:
        print(("not noticed: " if testing else "") + line, file=sys.stderr)
    if not findings:
        print("self-test passed" if testing else "docs/sources.md: clean")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
