#!/usr/bin/env python3
"""Lets the disk fail: faults.py BINARY PROJECT WORK_DIR [COMMAND…] [--calls N | --places] [--self-test]

Each command (all without names) runs once whole, its system calls are counted; then it runs again and again, every time
with another one of them failing: no space, quota, a disk that cannot be written or read, a file that has vanished.
Expected: exit 1, a Russian message that says why, the state of before and nothing beside it; or exit 0 and the whole
new state, where the call did not matter. Never a crash, a hang or half a result. Afterwards the command must succeed
over what the failed one left. --calls says how many calls per command (all without it), --places takes the first and
the last call from every place of the program: a build has tens of thousands of calls, from two thousand places. Prints
every breach. The self-test takes every failure for a success: each must be found.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from calls import CHANGING, READING, failing_at, places, record, spread
from subjects import SUBJECTS

ROOM = ["ENOSPC", "EIO", "EDQUOT"]
PLACE = ["EROFS", "ENOSPC", "EIO", "EDQUOT", "EACCES"]
ERRORS = {"open to write": [*PLACE, "ENOENT"], "open to read": ["EIO", "ENOENT", "EACCES", "EMFILE"], "close": ["EIO"],
          "flock": ["EIO"], "lseek": ["EIO"]}
ERRORS |= {name: PLACE for name in ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir",
                                    "mkdir", "mkdirat", "symlink", "fchmod", "chmod")}
ERRORS |= {name: ROOM for name in CHANGING if name not in ERRORS}
ERRORS |= {name: ["EIO"] for name in READING if name not in ERRORS}

RUSSIAN = re.compile(r"[а-яё]{3}", re.IGNORECASE)
FOREIGN = re.compile(r"terminate called|what\(\)|Segmentation|runtime error|Sanitizer|std::|filesystem error|basic_|"
                     r"[Cc]annot|Input/output|No space|unable to|disk I/O|Permission|No such file|\berror\b")
FIRST = 4  # of the calls that ask whether something is there, and as many of the last
CLEANING = ("unlink", "unlinkat", "rmdir")  # what was not removed may stay


def error_for(call, number):
    kind = call.name
    if kind in ("openat", "open"):
        kind = "open to write" if call.writes else "open to read"
    choice = ERRORS[kind]
    return choice[number % len(choice)]


class Failing:
    """One command, its states and what was found."""

    def __init__(self, name, binary, project, work, blind):
        self.name, self.work, self.blind = name, work, blind
        self.subject = SUBJECTS[name](binary, project, work)
        self.old = self.subject.state()
        calls = record(self.subject.command(), work / "calls.log")
        self.calls = calls
        self.new = self.subject.state()
        self.breaches = self.refused = self.harmless = self.blinded = 0

    def whole_run(self):
        done = subprocess.run(self.subject.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        return "" if done.returncode == 0 else done.stderr

    def problems(self, call, error):
        code, _, errors = failing_at(self.subject.command(), call, error, self.work / "fault.log")
        if self.blind and code == 1:
            code = 0
            self.blinded += 1
        state = self.subject.state()
        if code is None:
            yield "hangs"
        elif code == 0:
            self.harmless += 1
            if state != self.new:
                yield "exit 0, but not the new state" + (", the old one" if state == self.old else "")
        elif code == 1:
            self.refused += 1
            if state != self.old:
                yield "exit 1, but not the old state" + (", the new one" if state == self.new else "")
            if not RUSSIAN.search(errors) or FOREIGN.search(errors):
                yield f"message: {errors.strip()[:300]}"
            elif "«" not in errors and "/" not in errors:
                yield f"names no file: {errors.strip()[:300]}"
        else:
            yield f"exit {code}: {errors.strip()[-300:]}"
        left = self.subject.left()
        if left and call.name not in CLEANING and code != 0:
            yield f"left behind: {left}"
        if state in (self.old, self.new) and (state == self.old or self.subject.repeatable):
            refused = self.whole_run()
            if refused:
                yield f"the next run fails: {refused[:300]}"
            elif state == self.old and self.subject.state() != self.new:
                yield "the next run comes to another state"
            elif self.subject.left():
                yield f"the next run leaves {self.subject.left()}"

    def points(self, most, by_place):
        if not by_place:
            # Always those that tell whether the registry, the site and the pages are there: what seems to be missing is
            # made anew or left out.
            asked = set(spread(self.calls, most or len(self.calls)))
            for name in ("/registry.db", "/site", "/content"):
                found = [call for call in self.calls if call.name == "newfstatat" and call.path.endswith(name)]
                asked.update(found[:FIRST] + found[-FIRST:])
            return [call for call in self.calls if call in asked]
        self.subject.fresh()
        return places(self.subject.command(), self.work / "places.log", self.calls)

    def run(self, points):
        turns = {}
        for call in points:
            turn = turns[call.name] = turns.get(call.name, -1) + 1
            error = error_for(call, turn)
            self.subject.fresh()
            found = list(self.problems(call, error))
            if found:
                self.breaches += 1
                print(f"{self.name}: {error} at {call}: {'; '.join(found)}", file=sys.stderr, flush=True)
        print(f"{self.name}: {len(points)} of {len(self.calls)} calls failed; {self.refused} runs refused, "
              f"{self.harmless} harmless, {self.breaches} breaches", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("commands", nargs="*", default=list(SUBJECTS))
    parser.add_argument("--calls", type=int, default=0)
    parser.add_argument("--places", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.binary, arguments.project, arguments.work))
    if "TMPDIR" in os.environ:  # in memory, see scripts/test
        work = Path(tempfile.mkdtemp(prefix="metodaktiv-faults-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    breaches = blinded = 0
    for name in arguments.commands:
        failing = Failing(name, binary, project, work / name, arguments.self_test)
        failing.run(failing.points(arguments.calls, arguments.places))
        breaches += failing.breaches
        blinded += failing.blinded
        shutil.rmtree(work / name)
    shutil.rmtree(work)
    if arguments.self_test:
        return 0 if breaches >= blinded > 0 else 1
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
