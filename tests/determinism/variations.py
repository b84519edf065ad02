#!/usr/bin/env python3
"""Same inputs, same bytes: variations.py BINARY PROJECT WORK_DIR [--registry FILE --region CODE --as-of DATE] [--self-test]

One registry is built plainly and then under every circumstance that must not matter: threads, time zone, locale, umask,
paths, order of files in folders and of rows in tables, layout of the registry's file, the clock, the environment. Each
time the whole tree, restricted reports and publication.db included, must be the same to the byte. Without --registry it
is a region of two municipalities.
"""

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hostile"))

import region  # noqa: E402

LEAST = 12


def tree(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file()}


def reversed_copy(source, target):
    """The same layout and rows, every row and every table written in reverse order, pages of another size."""
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    new.execute("PRAGMA page_size = 8192")
    for pragma in ("application_id", "user_version"):
        value, = old.execute(f"PRAGMA {pragma}").fetchone()
        new.execute(f"PRAGMA {pragma} = {value}")
    objects = old.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
                          "AND name NOT LIKE 'sqlite%' ORDER BY type DESC, rowid").fetchall()
    for _, _, sql in objects:
        new.execute(sql)
    for kind, name, _ in reversed(objects):
        rows = old.execute(f'SELECT * FROM "{name}"').fetchall() if kind == "table" else []
        if rows:
            new.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(rows[0]))})', reversed(rows))
    new.commit()
    new.close()
    old.close()


def fragmented_copy(source, target):
    """Free pages in the middle, and the write-ahead log as journal: what years of work leave."""
    shutil.copy(source, target)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE filling (x)")
    connection.executemany("INSERT INTO filling VALUES (?)", [("x" * 400,)] * 2000)
    connection.execute("DROP TABLE filling")
    connection.close()


def vacuumed_copy(source, target):
    shutil.copy(source, target)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("VACUUM")
    connection.close()


def project_copy(source, target):
    """data, templates and content with their files made in the opposite order: folders list them otherwise."""
    for part in ("data", "templates", "content"):
        entries = sorted((source / part).rglob("*"), reverse=True)
        for entry in entries:
            copy = target / entry.relative_to(source)
            if entry.is_dir():
                copy.mkdir(parents=True, exist_ok=True)
            else:
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(entry, copy)
    (target / "node_modules").symlink_to(source / "node_modules")


def made_locale(folder, name):
    """A locale of this name compiled aside, so that the C library really uses it; None where it cannot be."""
    language = name.split(".")[0]
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["localedef", "-i", language, "-f", "UTF-8", folder / name], capture_output=True) \
        if shutil.which("localedef") else None
    return folder if done and (folder / name).is_dir() else None


class Variations:
    def __init__(self, binary, project, work, registry, region_code, as_of):
        self.binary, self.project, self.work = binary, project, work
        self.registry, self.region, self.as_of = registry, region_code, as_of

    def build(self, out, *, registry=None, project=None, jobs=1, env=None, cwd=None, before=(), umask=-1):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ"))}
        if env is not None:
            environment = {k: v for k, v in (environment | env).items() if v is not None}
        done = subprocess.run([*before, self.binary, "build", "--registry", registry or self.registry, "--out", out,
                               "--region", self.region, "--as-of", self.as_of, "--jobs", str(jobs), "--project",
                               project or self.project], env=environment, cwd=cwd or self.work, umask=umask,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return Path(cwd or self.work) / out

    def all(self):
        """(name, options of build) of every variation."""
        yield "two threads", {"jobs": 2}
        yield "eight threads", {"jobs": 8}
        yield "far east", {"env": {"TZ": "Asia/Kamchatka"}}
        yield "far west", {"env": {"TZ": "America/Anchorage"}}
        for name in ("tr_TR.UTF-8", "ru_RU.UTF-8"):
            folder = made_locale(self.work / "locales", name)
            yield f"locale {name}" + ("" if folder else " (not installed)"), {
                "env": {"LC_ALL": name, "LANG": name, "LOCPATH": str(folder) if folder else None}}
        yield "locale C", {"env": {"LC_ALL": "C", "LANG": "C"}}
        yield "umask 077", {"umask": 0o077}
        yield "umask 000", {"umask": 0}
        copy = self.work / "другой проект" / "в глубине"
        project_copy(self.project, copy)
        yield "another project folder, its files in another order", {"project": copy}
        elsewhere = self.work / "elsewhere"
        elsewhere.mkdir()
        yield "another current folder, a relative output", {"cwd": elsewhere}
        for name, change in (("rows in reverse, other pages", reversed_copy), ("a file with gaps and WAL", fragmented_copy),
                             ("a vacuumed file", vacuumed_copy)):
            file = self.work / f"Реестр, {name}.db"
            change(self.registry, file)
            yield name, {"registry": file}
        yield "no HOME, hardly an environment", {"env": {k: None for k in os.environ if k not in ("TMPDIR",)}}
        yield "memory that is not empty", {"env": {"MALLOC_PERTURB_": "165"}}
        if shutil.which("faketime"):
            yield "five years later", {"before": ["faketime", "-f", "+1826d"]}

    def compare(self, name, expected, found):
        """The files that differ."""
        differing = sorted(f for f in expected.keys() | found.keys() if expected.get(f) != found.get(f))
        if differing:
            print(f"{name}: {len(differing)} files differ: {', '.join(differing[:10])}", file=sys.stderr)
        return differing

    def run(self, self_test):
        plain = self.build("plain")
        expected = tree(plain)
        failed, names = 0, []
        for number, (name, options) in enumerate(self.all()):
            out = self.build(f"site-{number}" if "cwd" not in options else "сайт", **options)
            if name == "five years later":
                # Which libraries are loaded is part of the inputs of the reports, and the false clock is one of them.
                self.same_inputs(plain, out)
            if self_test:
                with next(out.rglob("*.xlsx")).open("ab") as file:
                    file.write(b"\0")
            failed += bool(self.compare(name, expected, tree(out)))
            names.append(name)
            shutil.rmtree(out)
        # A build over a build of the same: nothing has changed, so nothing is written.
        twice = self.build("plain")
        if self_test:
            (twice / "manifest.json").write_bytes(b"{}")
        failed += bool(self.compare("a second build over the first", expected, tree(twice)))
        names.append("a second build over the first")
        print("; ".join(names))
        print(f"{len(expected)} files, {len(names)} variations, {failed} differ")
        if self_test:
            return 0 if failed == len(names) else 1
        return 0 if failed == 0 and len(names) >= LEAST else 1

    @staticmethod
    def same_inputs(plain, out):
        former = json.loads((plain / "manifest.json").read_text(encoding="utf-8"))["reports_inputs"]
        manifest = out / "manifest.json"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace(json.loads(text)["reports_inputs"], former), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--registry", type=Path)
    parser.add_argument("--region", default=region.REGION)
    parser.add_argument("--as-of", default=region.AS_OF)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.binary, arguments.project, arguments.work))
    if "TMPDIR" in os.environ:  # in memory, see scripts/test
        work = Path(tempfile.mkdtemp(prefix="metodaktiv-variations-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    registry = arguments.registry.resolve() if arguments.registry else work / "registry.db"
    if not arguments.registry:
        region.small_registry(binary, project, registry)
    code = Variations(binary, project, work, registry, arguments.region, arguments.as_of).run(arguments.self_test)
    shutil.rmtree(work)
    return code


if __name__ == "__main__":
    sys.exit(main())
