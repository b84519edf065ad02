"""The commands under test: what each starts from, what it runs, and how its result looks from outside."""

import hashlib
import os
import shutil
import sqlite3
import subprocess

from region import AS_OF, REGION, changed_tables, reworded, rows, small_registry, tree


class Subject:
    """One command over one folder: `site/` or `registry.db` in it is what the command changes."""

    repeatable = True  # a second run over the result succeeds

    def __init__(self, binary, project, work):
        self.binary, self.project, self.work = binary, project, work
        self.templates = work / "templates"  # what the folder is filled from
        self.folder = work / "folder"
        self.registry = self.folder / "registry.db"
        self.site = self.folder / "site"
        self.templates.mkdir(parents=True)
        self.original = self.templates / "registry.db"
        small_registry(binary, project, self.original)
        self.prepare()
        self.fresh()
        self.names = {p.name for p in self.folder.iterdir()}

    def prepare(self):
        """Fills `templates`, once."""

    def fresh(self):
        """Puts the folder back to the state before the command."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.templates, self.folder, symlinks=True, copy_function=self.copy)

    copy = staticmethod(shutil.copy2)

    def command(self):
        raise NotImplementedError

    def state(self):
        """The state as text: equal texts, equal states."""
        raise NotImplementedError

    def left(self):
        """What stands beside the result and should not; an empty lock file belongs to nobody and may."""
        names = {p.name for p in self.folder.iterdir()}
        return sorted(n for n in names - self.names - self.results() if not n.endswith(".lock"))

    def results(self):
        return set()

    def run_of(self, name, *arguments):
        return [self.binary, name, *arguments, "--project", self.project]


class Build(Subject):
    """A site stands; another one is built over it, from a registry with other words."""

    jobs = 1

    @staticmethod
    def copy(source, target):
        """Files of a site are never written in place: state() would see it at the next turn."""
        (shutil.copy2 if source.endswith(".db") else os.link)(source, target)

    def prepare(self):
        original = self.templates / "original.db"
        self.original.rename(original)
        self.out(original, self.templates / "site")
        reworded(original, self.original)

    def out(self, registry, site):
        subprocess.run(self.build_of(registry, site), check=True, stdout=subprocess.DEVNULL)

    def build_of(self, registry, site):
        return self.run_of("build", "--registry", registry, "--out", site, "--as-of", AS_OF, "--region", REGION,
                           "--jobs", str(self.jobs))

    def command(self):
        return self.build_of(self.registry, self.site)

    def state(self):
        changed = "" if self.registry.read_bytes() == self.original.read_bytes() else ", registry changed"
        return tree(self.site) + changed


class Import(Subject):
    """The registry takes in its own tables, every teacher with another position."""

    def prepare(self):
        changed_tables(self.binary, self.project, self.original, self.templates / "tables")

    def command(self):
        return self.run_of("import", self.folder / "tables", "--registry", self.registry, "--as-of", AS_OF,
                           "--region", REGION)

    def state(self):
        return rows(self.registry)


class NewRegistry(Import):
    """An import into a registry that is not there yet."""

    def prepare(self):
        super().prepare()
        self.original.rename(self.work / "original.db")

    def state(self):
        return rows(self.registry) if self.registry.exists() else "none"

    def results(self):
        return {"registry.db"}


class Demo(Subject):
    """A made-up registry."""

    repeatable = False  # it is only written anew

    def prepare(self):
        self.original.unlink()

    def command(self):
        return self.run_of("demo", "--registry", self.registry, "--scale", "0.01", "--as-of", AS_OF, "--region",
                           REGION)

    def state(self):
        return rows(self.registry) if self.registry.exists() else "none"

    def results(self):
        return {"registry.db"}


class Export(Subject):
    """The tables of the registry, over those of a former export."""

    def prepare(self):
        changed_tables(self.binary, self.project, self.original, self.templates / "tables")

    def command(self):
        return self.run_of("export", "--registry", self.registry, "--out", self.folder / "tables")

    def state(self):
        tables = [(p.name, p.read_bytes()) for p in sorted((self.folder / "tables").glob("*.csv"))]
        return hashlib.sha256(repr(tables).encode()).hexdigest() + rows(self.registry)

    def left(self):
        return super().left() + sorted(p.name for p in (self.folder / "tables").iterdir() if p.suffix != ".csv")


class Withdraw(Subject):
    """A withdrawn consent."""

    def prepare(self):
        connection = sqlite3.connect(self.original)
        self.code, = connection.execute(
            "SELECT min(code) FROM methodists WHERE consent_on IS NOT NULL AND consent_withdrawn_on IS NULL").fetchone()
        connection.close()

    def command(self):
        return self.run_of("withdraw", self.code, "--on", AS_OF, "--registry", self.registry, "--out", self.site)

    def state(self):
        return rows(self.registry)


class Backup(Subject):
    """A copy of the registry."""

    repeatable = False

    def command(self):
        return [self.binary, "backup", "--registry", self.registry, "--out", self.folder / "copy.db"]

    def state(self):
        copy = self.folder / "copy.db"
        return rows(self.registry) + (rows(copy) if copy.exists() else "none")

    def results(self):
        return {"copy.db"}


class Restore(Subject):
    """The registry comes back from a copy with other rows."""

    def prepare(self):
        reworded(self.original, self.templates / "copy.db")

    def command(self):
        return [self.binary, "backup", "--registry", self.registry, "--restore", self.folder / "copy.db"]

    def state(self):
        return rows(self.registry) + rows(self.folder / "copy.db")

    def results(self):
        """The registry as it was is kept under a name of its own."""
        return {p.name for p in self.folder.glob("registry-*.db") if rows(p) != "damaged"}


SUBJECTS = {"build": Build, "import": Import, "new-registry": NewRegistry, "demo": Demo, "export": Export,
            "withdraw": Withdraw, "backup": Backup, "restore": Restore}
