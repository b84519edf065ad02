#!/usr/bin/env python3
"""Kills imports at random moments: kill_import.py BINARY PROJECT WORK_DIR [--times N]

Every run imports the same changed tables into a copy of a demo registry and is killed (SIGKILL) after a random
share of the time a whole run takes. Afterwards the registry must hold exactly the old rows or exactly the new
ones, its journal must agree, and SQLite must find it whole. Fails too when no run was killed before or none
after the change: then the moments prove nothing.
"""

import argparse
import csv
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


def content(registry):
    """A checksum of all rows, the journal's too (but for its times), and what SQLite says of the file."""
    connection = sqlite3.connect(registry)
    # SQLite 3.40 of Debian 12 takes optional columns of healthy WITHOUT ROWID tables for NOT NULL ones.
    remarks = [line for line, in connection.execute("PRAGMA integrity_check")
               if not line.startswith("NULL value in ")]
    whole = remarks in ([], ["ok"])
    whole = whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
    digest = hashlib.sha256()
    for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
        columns = [c for _, c, *_ in connection.execute(f'PRAGMA table_info("{name}")') if c != "applied_at"]
        rows = sorted(map(repr, connection.execute(f'SELECT {", ".join(columns)} FROM "{name}"')))
        digest.update(repr((name, rows)).encode())
    connection.close()
    return digest.hexdigest(), whole


def changed_tables(binary, project, registry, folder):
    """The registry's tables, every teacher with another position."""
    subprocess.run([binary, "export", "--registry", registry, "--out", folder, "--project", project], check=True,
                   stdout=subprocess.DEVNULL)
    path = folder / "teachers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    for row in rows:
        row[header.index("position")] = "учитель высшей школы"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--times", type=int, default=200)
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.binary, arguments.project, arguments.work))
    if "TMPDIR" in os.environ:  # in memory, see scripts/test
        work = Path(tempfile.mkdtemp(prefix="metodaktiv-killed-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    old, registry, tables = work / "old.db", work / "registry.db", work / "tables"
    subprocess.run([binary, "demo", "--registry", old, "--scale", "0.02", "--as-of", "2026-11-20", "--project",
                    project], check=True, stdout=subprocess.DEVNULL)
    changed_tables(binary, project, old, tables)
    command = [binary, "import", tables, "--registry", registry, "--project", project, "--as-of", "2026-11-20"]

    shutil.copy(old, registry)
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    whole_run = time.monotonic() - started
    states = {content(old)[0]: "old", content(registry)[0]: "new"}
    if len(states) != 2:
        sys.exit("the import changes nothing: the test would prove nothing")

    moments = random.Random(7)
    seen = {"old": 0, "new": 0}
    killed = 0
    for number in range(arguments.times):
        for stale in work.glob("registry.db*"):
            stale.unlink()
        shutil.copy(old, registry)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Half of the moments lie in the last third, where the rows are written.
        share = moments.uniform(0.66, 1.1) if number % 2 else moments.uniform(0, 1)
        time.sleep(whole_run * share)
        process.kill()
        in_time = process.wait() == -signal.SIGKILL
        killed += in_time
        # The machine may have become busier or idler since the first run: the moments follow it.
        if share > 0.66:
            whole_run *= 1.05 if in_time else 0.9
        digest, whole = content(registry)
        state = states.get(digest)
        if not whole or state is None:
            sys.exit(f"run {number}, killed at {share:.2f} of a run: registry is {state}, whole: {whole}")
        seen[state] += 1
    shutil.rmtree(work)
    print(f"{arguments.times} imports, {killed} killed: {seen['old']} left the old registry, {seen['new']} the new "
          "one, all whole")
    return 0 if killed > 0 and all(seen.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
