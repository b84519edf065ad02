"""How many cells the gate hides, beside other methods: compare_suppression.py PUBLISH METODAKTIV PROJECT WORK [options]

--registries N: random registries (registries.py), published once; --full: the full-size demo of each region;
--bound S: a lower bound for the random ones, S seconds each; --most P: fails when the gate hides more than P % more
cells than elimination with intervals does.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import time

from region_knowledge import Definitions
from registries import AS_OF, make_registry, reshape
from suppression import System, gauss, lower_bound, with_intervals


def system_of(arguments, region, seed, scale, work):
    registry, folder = work / "registry.db", work / "published"
    chance = random.Random(seed)
    full = scale is not None
    make_registry(arguments, region, seed, scale or chance.choice((0.005, 0.01, 0.02, 0.04)), registry)
    if not full:
        reshape(registry, chance)
    subprocess.run([arguments.publish, registry, arguments.project, region, AS_OF, folder], check=True, capture_output=True)
    return System(folder, Definitions(arguments.project, region))


class Sums:
    """Hidden cells, their values and the seconds taken, by method."""

    def __init__(self):
        self.cells = self.primary = 0
        self.methods = {}

    def add_system(self, system):
        self.cells += len(system.cells)
        self.primary += len(system.primary)

    def add(self, method, system, hidden, seconds=0.0):
        sums = self.methods.setdefault(method, [0, 0, 0, 0.0])
        sums[0] += len(hidden)
        sums[1] += sum(system.size(c) for c in hidden - system.primary)
        sums[2] += sum(system.cells[c].scope != "municipality" for c in hidden - system.primary)
        sums[3] += seconds

    def show(self, title):
        print(f"{title}: {self.cells} cells, {self.primary} hidden by the primary rule", flush=True)
        for method, (hidden, value, totals, seconds) in self.methods.items():
            print(f"  {method:28} hides {hidden:6} ({hidden / self.cells:.1%}), {hidden - self.primary:5} of them secondary "
                  f"({totals} totals), which count {value:.0f}; {seconds:.1f} s", flush=True)


def compare(system, sums):
    """Adds what the gate and the others hide to the sums. Returns how many counts Gauss leaves bounded too tightly."""
    def timed(method, function, *given):
        began = time.monotonic()
        hidden = function(system, *given)
        sums.add(method, system, hidden, time.monotonic() - began)
        return hidden

    sums.add_system(system)
    ours = system.ours()
    sums.add("the gate", system, ours)
    if any(system.suspects(system.attack(ours))):
        raise ValueError("the gate leaves something exposed")
    by_elimination = timed("Gauss", gauss)
    narrow = {q for q, _ in system.suspects(system.attack(by_elimination))}
    timed("Gauss with intervals", with_intervals, by_elimination)
    return len(narrow)


def main():
    parser = argparse.ArgumentParser()
    for name in ("publish", "metodaktiv", "project", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--registries", type=int, default=0)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--bound", type=float, default=0)
    parser.add_argument("--most", type=float)
    arguments = parser.parse_args()
    for name in ("publish", "metodaktiv", "project", "work"):
        setattr(arguments, name, getattr(arguments, name).resolve())
    arguments.work.mkdir(parents=True, exist_ok=True)
    regions = sorted(p.name for p in (arguments.project / "data" / "regions").iterdir() if (p / "profile.toml").exists())
    if arguments.full:
        for region in regions:
            sums = Sums()
            narrow = compare(system_of(arguments, region, 7, 1.0, arguments.work), sums)
            sums.show(region)
            print(f"  Gauss alone leaves {narrow} counts bounded too tightly")
    sums, narrow, bounds, optimal = Sums(), 0, [0, 0, 0], 0
    for seed in range(arguments.first_seed, arguments.first_seed + arguments.registries):
        system = system_of(arguments, regions[seed % len(regions)], seed, None, arguments.work)
        narrow += compare(system, sums)
        if (seed - arguments.first_seed + 1) % 10 == 0:
            print(f"{seed - arguments.first_seed + 1} of {arguments.registries}", flush=True)
        if arguments.bound:
            least, hidden = lower_bound(system, arguments.bound)
            optimal += hidden is not None
            bounds[0] += least
            bounds[1] += len(system.ours())
            bounds[2] += len(system.primary)
    if arguments.registries:
        sums.show(f"{arguments.registries} random registries")
        print(f"  Gauss alone leaves {narrow} counts bounded too tightly")
        if arguments.bound:
            print(f"  no method hides fewer than {bounds[0]} ({bounds[2]} by the primary rule; the gate: {bounds[1]}); "
                  f"reached by a method in {optimal} registries")
    if arguments.most is not None:
        ours, other = sums.methods["the gate"][0], sums.methods["Gauss with intervals"][0]
        print(f"the gate hides {(ours / other - 1):+.1%} against elimination with intervals")
        return 0 if ours <= other * (1 + arguments.most / 100) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
