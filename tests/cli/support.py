"""The program from outside: where it is, how to run it, a small region to run it on."""

import atexit
import contextlib
import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

AS_OF = "2025-03-31"
REGION = "moscow-oblast"


def _path(variable):
    value = os.environ.get(variable)
    if not value:
        raise SystemExit(f"set {variable} (see tests/cli/run.py)")
    return Path(value).resolve()


BINARY = _path("METODAKTIV_BIN")
PROJECT = _path("METODAKTIV_PROJECT")

_scratch = None
MEMORY = Path("/dev/shm")


def scratch():
    """A folder of this test process, removed at its end; in memory where there is room: builds flush the disk."""
    global _scratch
    if _scratch is None:
        roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**31
        _scratch = tempfile.mkdtemp(prefix="metodaktiv-cli-", dir=MEMORY if roomy else None)
        atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
    return Path(_scratch)


def run(*arguments, env=None, cwd=None, timeout=120):
    """Runs the program; standard input is closed."""
    return subprocess.run(
        [BINARY, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", timeout=timeout,
        stdin=subprocess.DEVNULL, env=os.environ | (env or {}), cwd=cwd or PROJECT)


def build(registry, out, *more, project=PROJECT, **options):
    return run("build", "--registry", registry, "--out", out, "--as-of", AS_OF, "--project", project, *more,
               **options)


_demo = None


def demo_registry(folder):
    """A copy of the small demo region in `folder`; the demo itself is made once per process."""
    global _demo
    if _demo is None:
        _demo = scratch() / "demo.db"
        made = run("demo", "--registry", _demo, "--scale", "0.05", "--seed", "7", "--as-of", AS_OF,
                   "--project", PROJECT)
        if made.returncode != 0:
            raise AssertionError(f"demo failed: {made.stderr}")
    return Path(shutil.copy(_demo, Path(folder) / "registry.db"))


@contextlib.contextmanager
def editing(registry):
    """A connection whose changes are committed at the end; references are not enforced."""
    connection = sqlite3.connect(registry)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def tree(folder):
    """{relative path: SHA-256} of all files below a folder."""
    folder = Path(folder)
    return {str(p.relative_to(folder)): sha256(p) for p in sorted(folder.rglob("*")) if p.is_file()}


def project_copy(folder):
    """A project of one's own to break: data, templates and content are copies."""
    copy = Path(folder) / "project"
    copy.mkdir()
    for entry in PROJECT.iterdir():
        if entry.name in ("data", "templates", "content"):
            shutil.copytree(entry, copy / entry.name)
        elif entry.name == "node_modules":
            (copy / entry.name).symlink_to(entry)
    return copy


class CliTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=scratch()))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def assert_success(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)

    def assert_refused(self, result, code, *words):
        """Exit code, a Russian message on stderr with all the words, nothing on stdout."""
        self.assertEqual(result.returncode, code, result.stderr + result.stdout)
        self.assertRegex(result.stderr, r"[а-яё]{3}", "the message is not Russian")
        self.assertNotIn("terminate called", result.stderr)
        for word in words:
            self.assertIn(str(word), result.stderr)
        self.assertEqual(result.stdout, "")

    def assert_same_tree(self, before, after):
        changed = [f for f in before.keys() | after.keys() if before.get(f) != after.get(f)]
        self.assertEqual(sorted(changed)[:20], [], f"{len(changed)} files differ")
