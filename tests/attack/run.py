"""Attacks what the gate publishes: run.py PUBLISH METODAKTIV PROJECT WORK [--registries N] [--full] [--self-test]

Random small registries of every region in data/regions (registries.py), half of them published twice, with changes
between, so that what both publications tell together is attacked; and with --full the full-size demo of each region.
Nothing protected may be bounded more tightly than 1 … k − 1.
"""
import argparse
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import time

from attacker import Attack, check_truth, findings
from region_knowledge import (Definitions, exact_counts, hidden_share, knowledge_of_both, public_knowledge, rows_of,
                              sensitive_counts)
from registries import AS_OF, FORMER_DATES, amend, make_registry, project_with_k, reshape


def publish(arguments, project, region, registry, folder, as_of=AS_OF, former=None):
    """How many small counts follow from the former publication alone."""
    shutil.rmtree(folder, ignore_errors=True)
    told = subprocess.run([arguments.publish, registry, project, region, as_of, folder]
                          + ([former / "publication.db"] if former else []), check=True, capture_output=True, text=True)
    return int(told.stdout)


def attack(folder, definitions, former=None):
    """(what is exposed, how many counts are protected)."""
    knowledge = (knowledge_of_both(former, folder, definitions) if former else
                 public_knowledge(folder / "publication.db", definitions))
    check_truth(knowledge, exact_counts(folder, definitions)[0])
    sensitive = sensitive_counts(folder, definitions)
    return findings(Attack(knowledge), knowledge, sensitive, definitions.k), len(sensitive)


class Trial:
    """One registry: made, published, attacked."""

    def __init__(self, arguments, region, seed, work):
        self.arguments, self.region, self.seed, self.work = arguments, region, seed, work
        self.registry, self.folder, self.former = work / "registry.db", work / "published", None
        self.story, self.given_away = [], 0

    def run(self, full):
        chance = random.Random(self.seed)
        scale = 1.0 if full else chance.choice((0.003, 0.005, 0.01, 0.02, 0.04, 0.08))
        k = 5 if full else chance.choice((5, 5, 5, 3, 10))
        project = self.arguments.project
        if k != 5:
            project = project_with_k(project, k, self.work / f"project-{k}")
        self.story.append(f"scale {scale}, k {k}")
        make_registry(self.arguments, self.region, self.seed, scale, self.registry)
        if not full:
            self.story += reshape(self.registry, chance)
            if chance.random() < 0.5:
                as_of, self.former = chance.choice(FORMER_DATES), self.work / "former"
                publish(self.arguments, project, self.region, self.registry, self.former, as_of)
                if chance.random() < 0.8:
                    amend(self.registry, chance)
                self.story.append(f"published before as of {as_of}")
        self.given_away = publish(self.arguments, project, self.region, self.registry, self.folder, former=self.former)
        self.definitions = Definitions(project, self.region)
        self.exposed, self.protected = attack(self.folder, self.definitions, self.former)
        self.hidden, self.cells = hidden_share(self.folder / "publication.db", self.definitions)

    def broken(self):
        """More is exposed than the gate says was given away by the former publication."""
        return len(self.exposed) > self.given_away


def reveal(publication, folder, chance):
    """Publishes one hidden cell again; False when none is hidden."""
    db = sqlite3.connect(publication)
    hidden = db.execute("SELECT indicator, scope, code, school_year FROM indicator_values WHERE status = 'suppressed' "
                        "AND scope <> 'region' ORDER BY 1, 2, 3, 4").fetchall()
    if not hidden:
        return False
    cell = chance.choice(hidden)
    for row in rows_of(folder / "figures.csv"):
        if (row["indicator"], row["scope"], row["code"], row["school_year"]) == cell:
            db.execute("UPDATE indicator_values SET numerator = ?, denominator = ?, status = 'info' WHERE indicator = ? "
                       "AND scope = ? AND code = ? AND school_year = ?",
                       (float(row["numerator"]), row["denominator"] and float(row["denominator"]) or None, *cell))
    db.commit()
    db.close()
    return True


def self_test(arguments, region, registry, folder):
    """How many of the hidden cells, published again one at a time, let something be worked out."""
    publish(arguments, arguments.project, region, registry, folder)
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


def subtract(arguments, region, work):
    """In how many of some registries a publication that ignores the one before it lets something be worked out."""
    found = tried = 0
    registry, former, folder = work / "registry.db", work / "former", work / "published"
    for seed in range(1, 5):
        make_registry(arguments, region, seed, 0.05, registry)
        publish(arguments, arguments.project, region, registry, former, "2026-10-15")
        amend(registry, random.Random(seed), (0.05,), 0.02)
        publish(arguments, arguments.project, region, registry, folder)
        tried += 1
        found += bool(attack(folder, Definitions(arguments.project, region), former)[0])
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
        subtracted, pairs = subtract(arguments, "perm-krai", work)
        print(f"publications that ignore the one before: {pairs}, found: {subtracted}")
        return 0 if tried and found >= tried * 0.8 and subtracted else 1

    failed = protected = hidden = cells = twice = given_away = 0
    runs = [(regions[seed % len(regions)], seed) for seed in
            range(arguments.first_seed, arguments.first_seed + arguments.registries)]
    if arguments.full:
        runs = [(region, 7) for region in regions]
    began = time.monotonic()
    for done, (region, seed) in enumerate(runs, 1):
        trial = Trial(arguments, region, seed, work)
        try:
            trial.run(arguments.full)
        except (subprocess.CalledProcessError, ValueError) as error:
            said = getattr(error, "stderr", None)
            print(f"{region}, seed {seed} ({', '.join(trial.story)}): {error} {said or ''}", flush=True)
            failed += 1
            continue
        protected += trial.protected
        hidden += trial.hidden
        cells += trial.cells
        twice += trial.former is not None
        given_away += trial.given_away
        if arguments.full:
            print(f"{region}: {trial.protected} protected counts, {trial.hidden} of {trial.cells} cells hidden "
                  f"({trial.hidden / trial.cells:.1%})", flush=True)
        if trial.broken():
            failed += 1
            print(f"{region}, seed {seed} ({', '.join(trial.story)}): {len(trial.exposed)} exposed, "
                  f"{trial.given_away} given away before", flush=True)
            for key, count, least, most in trial.exposed[:5]:
                print(f"  {key} is {count}, bounded to {least:g} … {most:g}", flush=True)
        if done % 20 == 0:
            print(f"{done} of {len(runs)}, {time.monotonic() - began:.0f} s, failed: {failed}", flush=True)
    print(f"{len(runs)} registries ({twice} published twice), {protected} protected counts, {hidden} of {cells} cells "
          f"hidden ({hidden / max(cells, 1):.1%}), {given_away} counts known from the former publication; registries "
          f"with something exposed: {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
