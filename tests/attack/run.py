"""Attacks what the gate publishes: run.py PUBLISH METODAKTIV PROJECT WORK [--registries N] [--full] [--self-test]

Random small registries of every region in data/regions (demo with another seed, rows thinned out at random), and with
--full the full-size demo of each. Nothing protected may be bounded more tightly than 1 … k − 1.
"""
import argparse
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys

from attacker import Attack, findings
from region_knowledge import Definitions, hidden_share, public_knowledge, sensitive_counts

AS_OF = "2026-11-20"


def make_registry(arguments, region, seed, scale, file):
    file.unlink(missing_ok=True)
    subprocess.run([arguments.metodaktiv, "demo", "--registry", file, "--region", region, "--seed", str(seed), "--scale",
                    str(scale), "--as-of", AS_OF, "--project", arguments.project], check=True, capture_output=True)


def thin_out(file, chance):
    """Removes rows about people at random, so that counts are small and ragged."""
    db = sqlite3.connect(file)
    db.execute("PRAGMA foreign_keys = ON")
    with db:
        for table in ("ioms", "assessments", "courses", "contests", "mentorships", "post_course"):
            share = chance.choice((0, 0, 0.3, 0.8))
            keys = [column[1] for column in db.execute(f"PRAGMA table_info({table})") if column[5]]
            same = " AND ".join(f"{key} = ?" for key in keys)
            for row in db.execute(f"SELECT {', '.join(keys)} FROM {table} ORDER BY {', '.join(keys)}").fetchall():
                if chance.random() < share:
                    try:
                        db.execute(f"DELETE FROM {table} WHERE {same}", row)
                    except sqlite3.IntegrityError:
                        pass  # another row refers to it
        for teacher, in db.execute("SELECT code FROM teachers ORDER BY code").fetchall():
            if chance.random() < 0.2:
                db.execute("UPDATE teachers SET dismissed_on = '2026-09-15' WHERE code = ?", (teacher,))
    db.close()


def attack(arguments, region, registry, folder):
    """(what is exposed, protected counts, hidden cells, cells)."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([arguments.publish, registry, arguments.project, region, AS_OF, folder], check=True)
    definitions = Definitions(arguments.project, region)
    knowledge = public_knowledge(folder / "publication.db", definitions)
    sensitive = sensitive_counts(folder, definitions)
    exposed = findings(Attack(knowledge), knowledge, sensitive, definitions.k)
    return exposed, len(sensitive), *hidden_share(folder / "publication.db", definitions)


def reveal(publication, folder, chance):
    """Publishes one hidden cell again; False when none is hidden."""
    import csv
    db = sqlite3.connect(publication)
    hidden = db.execute("SELECT indicator, scope, code, school_year FROM indicator_values WHERE status = 'suppressed' "
                        "AND scope <> 'region' ORDER BY 1, 2, 3, 4").fetchall()
    if not hidden:
        return False
    cell = chance.choice(hidden)
    with open(folder / "figures.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if (row["indicator"], row["scope"], row["code"], row["school_year"]) == cell:
                db.execute("UPDATE indicator_values SET numerator = ?, denominator = ?, status = 'info' WHERE indicator = ? "
                           "AND scope = ? AND code = ? AND school_year = ?",
                           (float(row["numerator"]), row["denominator"] and float(row["denominator"]) or None, *cell))
    db.commit()
    db.close()
    return True


def self_test(arguments, region, registry, folder):
    """How many of the hidden cells, published again one at a time, let something be worked out."""
    attack(arguments, region, registry, folder)
    definitions = Definitions(arguments.project, region)
    sensitive = sensitive_counts(folder, definitions)
    chance, found, tried = random.Random(1), 0, 0
    for _ in range(8):
        spoiled = folder / "spoiled.db"
        shutil.copy(folder / "publication.db", spoiled)
        if not reveal(spoiled, folder, chance):
            break
        knowledge = public_knowledge(spoiled, definitions)
        tried += 1
        found += bool(findings(Attack(knowledge), knowledge, sensitive, definitions.k))
    return found, tried


def main():
    parser = argparse.ArgumentParser()
    for name in ("publish", "metodaktiv", "project", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--registries", type=int, default=24)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    arguments.publish, arguments.metodaktiv = arguments.publish.resolve(), arguments.metodaktiv.resolve()
    arguments.project, work = arguments.project.resolve(), arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    regions = sorted(p.name for p in (arguments.project / "data" / "regions").iterdir() if (p / "profile.toml").exists())
    registry, folder = work / "registry.db", work / "published"

    if arguments.self_test:
        make_registry(arguments, regions[0], 3, 0.05, registry)
        found, tried = self_test(arguments, regions[0], registry, folder)
        print(f"hidden cells published again: {tried}, found: {found}")
        return 0 if tried and found >= tried * 0.8 else 1

    failed = protected = hidden = cells = 0
    runs = [(regions[seed % len(regions)], seed, None) for seed in
            range(arguments.first_seed, arguments.first_seed + arguments.registries)]
    if arguments.full:
        runs = [(region, 7, 1.0) for region in regions]
    for region, seed, scale in runs:
        chance = random.Random(seed)
        make_registry(arguments, region, seed, scale or chance.choice((0.005, 0.01, 0.02, 0.04)), registry)
        if not scale:
            thin_out(registry, chance)
        exposed, of_these, hidden_here, cells_here = attack(arguments, region, registry, folder)
        protected += of_these
        hidden += hidden_here
        cells += cells_here
        if arguments.full:
            print(f"{region}: {of_these} protected counts, {hidden_here} of {cells_here} cells hidden "
                  f"({hidden_here / cells_here:.1%})", flush=True)
        for key, count, least, most in exposed[:5]:
            print(f"{region}, seed {seed}: {key} is {count}, bounded to {least:g} … {most:g}", flush=True)
        failed += bool(exposed)
    print(f"{len(runs)} registries, {protected} protected counts, {hidden} of {cells} cells hidden "
          f"({hidden / max(cells, 1):.1%}); registries with something exposed: {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
