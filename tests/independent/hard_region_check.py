#!/usr/bin/env python3
"""Imports made-up regions full of borderline cases, builds them and compares every number.

hard_region_check.py BINARY PROJECT WORKDIR [SEED...]
"""

import shutil
import subprocess
import sys
from pathlib import Path

from compare import Expected, compare, export_registry
from hard_region import AS_OF, write_hard_region


def run(*command):
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command[:2]))} failed:\n{result.stderr}")


def main(binary, project, workdir, *seeds):
    binary, project, workdir = Path(binary).resolve(), Path(project).resolve(), Path(workdir)
    failed = 0
    for seed in map(int, seeds or ("1", "2")):
        folder = workdir / f"seed-{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        write_hard_region(folder / "in", seed)
        registry, site = folder / "registry.db", folder / "site"
        run(binary, "import", folder / "in", "--registry", registry, "--project", project)
        run(binary, "build", "--registry", registry, "--out", site, "--as-of", AS_OF.isoformat(), "--project", project)
        expected = Expected.of(folder / "in", AS_OF)
        tally = compare(project, site, expected)
        # Nothing that counts is lost on the way through the registry.
        exported = Expected.of(export_registry(binary, project, registry, folder / "export"), AS_OF)
        tally.equal("export", exported.figures, expected.figures, "figures")
        tally.equal("export", exported.forms, expected.forms, "form 1")
        print(f"seed {seed}:\n{tally.report()}")
        failed += tally.failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
