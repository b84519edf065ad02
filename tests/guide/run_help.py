#!/usr/bin/env python3
"""Runs every command that the editors' help names, in the order of the pages, on a small made-up region.

run_help.py BINARY PROJECT WORKDIR   exit 0: every command does what it says without an error
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path

PARTS = ("data", "templates", "content")
COMMAND = re.compile(r"^ +(metodaktiv .*)$", re.MULTILINE)
SITE_TOML = re.compile(r"(?:^    [^\n]*\n|^\n)+", re.MULTILINE)


def pages(project):
    """help.md, then its pages by name."""
    return [project / "content" / "help.md", *sorted((project / "content" / "help").glob("*.md"))]


def commands(project):
    """Each command once, with the page that names it first."""
    seen = {}
    for page in pages(project):
        for command in COMMAND.findall(page.read_text(encoding="utf-8")):
            seen.setdefault(command.strip(), page)
    return seen


def run(command, folder):
    # A date that is still ahead, whenever the check runs.
    command = re.sub(r"--due \S+", f"--due {date.today() + timedelta(days=30)}", command)
    environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(command.split(), cwd=folder, env=environment, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=600)
    return done.returncode, done.stdout + done.stderr


def prepare(binary, project, folder):
    """The files that the commands speak of: a registry, returned workbooks, a publication, a site's folder."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "bin").mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(project / part, folder / part)
    (folder / "node_modules").symlink_to(project / "node_modules")
    # As the editor calls it; a made-up region of real size would only take longer.
    wrapper = folder / "bin" / "metodaktiv"
    wrapper.write_text(f'#!/bin/sh\n[ "$1" = demo ] && set -- "$@" --scale 0.02\nexec "{binary}" "$@"\n')
    wrapper.chmod(0o755)
    for command in ("metodaktiv demo --registry registry.db",
                    "metodaktiv forms --registry registry.db --out sent --table practices",
                    "metodaktiv build --registry registry.db --out first"):
        code, text = run(command, folder)
        if code != 0:
            sys.exit(f"{command}: exit code {code}\n{text}")
    (folder / "incoming").mkdir()
    for book in sorted((folder / "sent").rglob("*.xlsx"))[:3]:
        shutil.copy(book, folder / "incoming")
    shutil.copy(folder / "first/public/data/publication.db", folder / "publication.db")
    (folder / "dubna").mkdir()
    (folder / "dubna" / "site.toml").write_text(site_toml(project, "municipal-site"), encoding="utf-8")


def some_methodist(folder):
    """A code for the commands that need one: the help may not name a person's."""
    with sqlite3.connect(folder / "registry.db") as db:
        return db.execute("SELECT min(code) FROM methodists").fetchone()[0]


def site_toml(project, page):
    """The first block of settings on the page."""
    text = (project / "content" / "help" / f"{page}.md").read_text(encoding="utf-8")
    for block in SITE_TOML.findall(text):
        if "base_url" in block:
            lines = "\n".join(line[4:] for line in block.splitlines())
            tomllib.loads(lines)
            return lines
    sys.exit(f"{page}.md: no settings")


def main():
    binary, project, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    prepare(binary, project, folder)
    site_toml(project, "theme")
    failed = 0
    listed = commands(project)
    for command, page in listed.items():
        code, text = run(command.replace("КОД", some_methodist(folder)), folder)
        # `check` reports what it finds in the made-up data, too: that is its work.
        allowed = {0, 1} if command.startswith("metodaktiv check --registry") else {0}
        if code not in allowed:
            failed += 1
            print(f"{page.name}: {command}: exit code {code}\n{text}", file=sys.stderr)
    for result in ("site/public/index.html", "forms", "letters", "tables/practices.csv"):
        if not (folder / result).exists():
            failed += 1
            print(f"the commands left no {result}", file=sys.stderr)
    print(f"{len(listed) - failed} passed, {failed} failed")
    return 1 if failed or not listed else 0


if __name__ == "__main__":
    sys.exit(main())
