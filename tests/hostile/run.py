#!/usr/bin/env python3
"""Feeds hostile files to `import`: run.py BINARY PROJECT WORK_DIR [--self-test]

Each file is imported alone into a copy of a small registry. Expected: exit 0 or 1, no signal, in seconds,
within 512 MB; after exit 1 the registry's bytes are the old ones and the message is for a person; after exit 0
its integrity is whole. Prints every breach; exit 1 when there is one.
"""

import concurrent.futures
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from inputs import inputs

SECONDS = 20
MEMORY = int(os.environ.get("METODAKTIV_MEMORY_MB", "512")) * 2**20  # sanitizers need more
LEAST_INPUTS = 500
RUSSIAN = re.compile(r"[а-яё]{3}", re.IGNORECASE)
FOREIGN = re.compile(r"terminate called|what\(\)|Segmentation|runtime error|AddressSanitizer|std::", re.IGNORECASE)


def measured(command, cwd):
    """(exit code or -signal, stderr, peak bytes, seconds)"""
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, cwd=cwd)
    watchdog = concurrent.futures.ThreadPoolExecutor(1)
    reading = watchdog.submit(process.stderr.read)
    try:
        errors = reading.result(SECONDS)
    except concurrent.futures.TimeoutError:
        process.kill()
        errors = reading.result()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    watchdog.shutdown()
    return (process.returncode, errors.decode("utf-8", "replace"), usage.ru_maxrss * 1024,
            time.monotonic() - started)


def judge(binary, project, work, good, name, data):
    """What went wrong with one input, as text; empty when all is well."""
    folder = work / re.sub(r"\W", "_", name)
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    registry = folder / "registry.db"
    shutil.copy(good, registry)
    before = registry.read_bytes()
    code, errors, peak, seconds = measured(
        [binary, "import", path, "--registry", registry, "--project", project], folder)
    problems = []
    if code not in (0, 1):
        problems.append(f"exit {code}")
    if seconds > SECONDS:
        problems.append(f"{seconds:.0f} s")
    if peak > MEMORY:
        problems.append(f"{peak / 2**20:.0f} MB")
    if FOREIGN.search(errors) or (code == 1 and not RUSSIAN.search(errors)):
        problems.append(f"message: {errors[:200]}")
    if code == 1 and registry.read_bytes() != before:
        problems.append("a refused import changed the registry")
    if code == 0:
        connection = sqlite3.connect(registry)
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            problems.append("integrity_check")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            problems.append("foreign_key_check")
        connection.close()
    left = [p.name for p in folder.iterdir() if p.name.startswith(".")]
    if left:
        problems.append(f"left behind: {left}")
    shutil.rmtree(folder)
    return "; ".join(problems), code


def small_registry(binary, project, work):
    registry = work / "registry.db"
    (work / "tables").mkdir()
    (work / "tables" / "municipalities.csv").write_text("code,name\nsever,Северный\n", encoding="utf-8")
    subprocess.run([binary, "import", work / "tables", "--registry", registry, "--project", project],
                   check=True, stdout=subprocess.DEVNULL)
    return registry


def main():
    binary, project, work = (Path(p).resolve() for p in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    good = small_registry(binary, project, work)
    cases = list(inputs(5 if "--self-test" in sys.argv else 330))
    if "--self-test" in sys.argv:
        binary = Path("/bin/false")  # exits 1 and says nothing: each case must be found
    breaches = refused = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        running = {pool.submit(judge, binary, project, work, good, name, data): name for name, data in cases}
        for done in concurrent.futures.as_completed(running):
            text, code = done.result()
            refused += code == 1
            if text:
                breaches += 1
                print(f"{running[done]}: {text}", file=sys.stderr)
    shutil.rmtree(work)
    if "--self-test" in sys.argv:
        print(f"self-test: {breaches} of {len(cases)} breaches found")
        return 0 if breaches == len(cases) else 1
    print(f"{len(cases)} hostile inputs: {refused} refused, {len(cases) - refused} harmless, {breaches} breaches")
    return 0 if breaches == 0 and len(cases) >= LEAST_INPUTS else 1


if __name__ == "__main__":
    sys.exit(main())
