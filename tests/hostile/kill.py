#!/usr/bin/env python3
"""Kills a command (SIGKILL): kill.py BINARY PROJECT WORK_DIR build|import|…
           [--calls N [--every N]] [--moments N]

--calls     that many kill points, each before one system call that can change files, spread over all of them
--every     after every which of these kills the next run is tried too (3)
--moments   that many kills after a random share of the time that a whole run takes

What the command was changing must then be exactly the old state or exactly the new one. The next run must succeed
over what the killed one left, come to the state that a run over an undisturbed one comes to, and leave nothing beside.
Fails too when no run was killed before or none after the change: then the points prove nothing.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from calls import killed_at, record, spread
from subjects import SUBJECTS


class Killing:
    """The states that may be seen, and the count of those that were."""

    def __init__(self, subject):
        self.subject = subject
        self.seen = {"old": 0, "new": 0}
        self.killed = self.recovered = 0
        self.states = {subject.state(): "old"}
        self.whole_run = self.run()
        self.states[subject.state()] = "new"
        if len(self.states) != 2:
            sys.exit("the command changes nothing: the test would prove nothing")
        # What a build makes depends on the site it follows: the public history is carried on.
        self.after = {"old": subject.state()}
        if subject.repeatable:
            self.run()
            self.after["new"] = subject.state()

    def run(self):
        started = time.monotonic()
        done = subprocess.run(self.subject.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"exit {done.returncode}: {done.stderr}")
        return time.monotonic() - started

    def judge(self, place, killed, recover=True):
        """After a kill; `place` says where, for the message."""
        self.killed += killed
        state = self.states.get(self.subject.state())
        if state is None:
            sys.exit(f"killed at {place}: neither the old state nor the new one")
        self.seen[state] += 1
        if not recover or state not in self.after:
            return
        # As the killed one left it: reading the state may have mended something.
        try:
            self.run()
        except RuntimeError as failure:
            sys.exit(f"killed at {place}: the next run fails: {failure}")
        if self.subject.state() != self.after[state]:
            sys.exit(f"killed at {place}: the next run comes to another state")
        if self.subject.left():
            sys.exit(f"killed at {place}: the next run leaves {self.subject.left()}")
        self.recovered += 1


def at_calls(killing, work, most, every):
    subject = killing.subject
    subject.fresh()
    calls = record(subject.command(), work / "calls.log")
    # What follows the last change stands for "after it".
    last = max(place for place, call in enumerate(calls) if call.writes)
    calls = [call for place, call in enumerate(calls) if call.writes or place > last]
    points = spread(calls, most)
    for number, call in enumerate(points):
        subject.fresh()
        killed = killed_at(subject.command(), call, work / "kill.log")
        killing.judge(call, killed, number % every == 0)
    return f"{len(points)} of {len(calls)} calls"


def at_moments(killing, times):
    subject = killing.subject
    moments = random.Random(11)
    whole_run = killing.whole_run
    for number in range(times):
        subject.fresh()
        process = subprocess.Popen(subject.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Half of the moments lie at the end, where the change takes place.
        share = moments.uniform(0.7, 1.1) if number % 2 else moments.uniform(0, 1)
        time.sleep(whole_run * share)
        process.kill()
        in_time = process.wait() == -signal.SIGKILL
        # The machine may have become busier or idler since the first run: the moments follow it.
        if number % 2:
            whole_run *= 1.05 if in_time else 0.93
        killing.judge(f"{share:.2f} of a run", in_time, number % 10 == 9)
    return f"{times} moments"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("command", choices=SUBJECTS)
    parser.add_argument("--calls", type=int, default=0)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--moments", type=int, default=0)
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.binary, arguments.project, arguments.work))
    if "TMPDIR" in os.environ:  # in memory, see scripts/test
        work = Path(tempfile.mkdtemp(prefix="metodaktiv-killed-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    failed = False
    for kind, count in (("calls", arguments.calls), ("moments", arguments.moments)):
        if count:
            killing = Killing(SUBJECTS[arguments.command](binary, project, work / kind))
            points = at_calls(killing, work, count, arguments.every) if kind == "calls" else at_moments(killing, count)
            print(f"{arguments.command}, {points}: {killing.killed} killed; {killing.seen['old']} left the old state, "
                  f"{killing.seen['new']} the new one; {killing.recovered} runs after them succeeded", flush=True)
            failed = failed or not killing.killed or not all(killing.seen.values())
    shutil.rmtree(work)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
