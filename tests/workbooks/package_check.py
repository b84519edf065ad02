#!/usr/bin/python3
"""Looks at the parts of every workbook of a build: ECMA-376 where Excel would offer a repair, and how
the project's sheets are made (package_rules.py).

usage: package_check.py REPORTS [--as-of DATE] [--jobs N]
       package_check.py REPORTS --self-test   spoils copies in many ways: each must be found
Closes with "N passed, M failed": a workbook each, in the self-test a way of spoiling.
"""

import argparse
import io
import multiprocessing
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import package_spoil
from package import Package
from package_rules import problems

SHOWN_OF_A_BOOK, SHOWN_BOOKS = 4, 12


def problems_of(source, as_of=None):
    """A file or bytes of one; what cannot be read is a problem too."""
    try:
        return problems(Package(source), as_of)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, UnicodeDecodeError) as error:
        return [("readable", f"{type(error).__name__}: {error}")]


def look(arguments):
    return problems_of(*arguments)


def books_of(reports):
    """Workbooks and, in them and beside them, ZIP packs of workbooks: [(name, bytes)]."""
    for file in sorted(reports.rglob("*.xlsx")):
        yield str(file.relative_to(reports)), file.read_bytes()


def check(reports, as_of, jobs):
    books = list(books_of(reports))
    with multiprocessing.Pool(jobs) as pool:
        results = pool.map(look, [(io.BytesIO(data), as_of) for _, data in books], chunksize=8)
    kinds, bad = Counter(), []
    for (name, _), found in zip(books, results):
        if found:
            bad.append((name, found))
            kinds.update(rule for rule, _ in found)
    for name, found in bad[:SHOWN_BOOKS]:
        print(f"{name}: {len(found)} problems")
        for rule, message in found[:SHOWN_OF_A_BOOK]:
            print(f"    {rule}: {message}")
    if kinds:
        print("problems by rule:", ", ".join(f"{rule} {count}" for rule, count in kinds.most_common()))
    print(f"workbook parts: {len(books) - len(bad)} passed, {len(bad)} failed")
    return bool(books) and not bad


def self_test(reports, as_of):
    """Each way of spoiling is tried on the first workbook that has what it needs."""
    books = sorted(books_of(reports), key=lambda pair: len(pair[1]))
    kept, failures = [], []
    seen = Counter()
    for name, data in books:  # a few of each kind are enough
        if seen[Path(name).name] < 3:
            seen[Path(name).name] += 1
            kept.append((name, data, problems_of(io.BytesIO(data), as_of)))
    for way in package_spoil.WAYS:
        for name, data, before in kept:
            spoiled = way.apply(data)
            if spoiled is None:
                continue
            rules = {rule for rule, _ in set(problems_of(io.BytesIO(spoiled), as_of)) - set(before)}
            if not rules & set(way.rules):
                failures.append(f"{way.name} in {name}: found by {sorted(rules) or 'nothing'}, not by {way.rules}")
            break
        else:
            failures.append(f"{way.name}: no workbook to spoil in this way")
    print(*failures, sep="\n")
    print(f"ways of spoiling: {len(package_spoil.WAYS) - len(failures)} passed, {len(failures)} failed")
    return not failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--as-of", help="the day of the report, YYYY-MM-DD: documents must bear it")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    good = (self_test(options.reports, options.as_of) if options.self_test
            else check(options.reports, options.as_of, options.jobs))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
