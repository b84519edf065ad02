#!/usr/bin/env python3
"""Kills builds at random moments: kill_build.py BINARY PROJECT WORK_DIR [--times N]

A site stands; every run builds another one over it, from a registry with other names, and is killed (SIGKILL) after a
random share of the time a whole run takes. Afterwards the folder must be exactly the old site or exactly the new one.
Now and then the next run is let through: it must succeed, whatever the killed ones left behind, and leave nothing
beside the site. Fails too when no run was killed before or none after the swap: then the moments prove nothing.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def tree(folder):
    """A checksum of every path and byte under `folder`."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path.relative_to(folder)).encode() + b"\0")
        if path.is_file():
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--times", type=int, default=20)
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.binary, arguments.project, arguments.work))
    if "TMPDIR" in os.environ:  # in memory, see scripts/test
        work = Path(tempfile.mkdtemp(prefix="metodaktiv-killed-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    registries = {"old": work / "old.db", "new": work / "new.db"}
    subprocess.run([binary, "demo", "--registry", registries["old"], "--scale", "0.01", "--as-of", "2026-11-20",
                    "--project", project], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(registries["old"], registries["new"])
    with sqlite3.connect(registries["new"]) as db:
        db.execute("UPDATE practices SET title = title || ', дополнено'")
        db.execute("UPDATE teachers SET position = 'учитель высшей школы'")

    folder = work / "folder"
    folder.mkdir()
    out = folder / "site"

    def command(which):
        return [binary, "build", "--registry", registries[which], "--out", out, "--as-of", "2026-11-20", "--project",
                project, "--jobs", "1"]

    def build(which):
        started = time.monotonic()
        subprocess.run(command(which), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - started

    # What a build makes depends on the site it follows: the public history of changes is carried on.
    build("old")
    former = work / "former"
    shutil.copytree(out, former, symlinks=True)
    whole_run = build("new")
    states = {tree(former): "old", tree(out): "new"}
    if len(states) != 2:
        sys.exit("the build changes nothing: the test would prove nothing")

    moments = random.Random(11)
    seen = {"old": 0, "new": 0}
    killed = recovered = 0
    for number in range(arguments.times):
        shutil.rmtree(out)
        shutil.copytree(former, out, symlinks=True)
        process = subprocess.Popen(command("new"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Half of the moments lie at the end, where the trees are swapped.
        share = moments.uniform(0.85, 1.1) if number % 2 else moments.uniform(0, 1)
        time.sleep(whole_run * share)
        process.kill()
        in_time = process.wait() == -signal.SIGKILL
        killed += in_time
        if share > 0.85:
            whole_run *= 1.04 if in_time else 0.95
        state = states.get(tree(out))
        if state is None:
            sys.exit(f"run {number}, killed at {share:.2f} of a run: the site is neither the old nor the new one")
        seen[state] += 1
        if number % 10 == 9:
            build("new")
            # The lock file may stay: it is empty and belongs to nobody.
            left = [p.name for p in folder.iterdir() if p != out and not p.name.endswith(".lock")]
            if left:
                sys.exit(f"run {number}: a finished build left {left} beside the site")
            recovered += 1
    shutil.rmtree(work)
    print(f"{arguments.times} builds, {killed} killed: {seen['old']} left the old site, {seen['new']} the new one; "
          f"{recovered} builds after them succeeded")
    return 0 if killed > 0 and all(seen.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
