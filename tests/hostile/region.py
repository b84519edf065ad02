"""A region small enough to be built hundreds of times, and what its registry and its site look like from outside."""

import csv
import hashlib
import sqlite3
import subprocess

AS_OF = "2026-11-20"
REGION = "leningrad-oblast"
PLACES = 2


def small_registry(binary, project, path):
    """A demo registry of a few municipalities, everything that belongs to others taken out."""
    subprocess.run([binary, "demo", "--registry", path, "--scale", "0.03", "--as-of", AS_OF, "--project", project,
                    "--region", REGION], check=True, stdout=subprocess.DEVNULL)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DELETE FROM municipalities WHERE code NOT IN "
                           f"(SELECT municipality FROM methodists GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {PLACES})")
        while dangling := connection.execute("PRAGMA foreign_key_check").fetchall():
            for table, rowid, parent, number in dangling:
                if rowid is not None:
                    connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
            for table, parent, number in {(t, p, n) for t, r, p, n in dangling if r is None}:
                own, key = next((row[3], row[4]) for row in
                                connection.execute(f'PRAGMA foreign_key_list("{table}")') if row[0] == number)
                connection.execute(f'DELETE FROM "{table}" WHERE "{own}" IS NOT NULL AND "{own}" NOT IN '
                                   f'(SELECT "{key}" FROM "{parent}")')
    # Small pages: a change writes many of them, so there are many points between old and new.
    connection.execute("PRAGMA page_size = 512")
    connection.execute("VACUUM")
    connection.close()


def reworded(source, target):
    """The same registry with other words in it: a build over the old site has something to change."""
    target.write_bytes(source.read_bytes())
    connection = sqlite3.connect(target)
    with connection:
        connection.execute("UPDATE practices SET title = title || ', дополнено'")
        connection.execute("UPDATE teachers SET position = 'учитель высшей школы'")
    connection.close()


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


def tree(folder):
    """A checksum of every path and byte under `folder`."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path.relative_to(folder)).encode() + b"\0")
        if path.is_file():
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def rows(registry):
    """A checksum of all rows, the journal's too (but for its times), and whether SQLite finds the file whole."""
    connection = sqlite3.connect(registry)
    # SQLite 3.40 of Debian 12 takes optional columns of healthy WITHOUT ROWID tables for NOT NULL ones.
    remarks = [line for line, in connection.execute("PRAGMA integrity_check")
               if not line.startswith("NULL value in ")]
    whole = remarks in ([], ["ok"]) and not connection.execute("PRAGMA foreign_key_check").fetchall()
    digest = hashlib.sha256()
    for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
        columns = [c for _, c, *_ in connection.execute(f'PRAGMA table_info("{name}")') if c != "applied_at"]
        content = sorted(map(repr, connection.execute(f'SELECT {", ".join(columns)} FROM "{name}"')))
        digest.update(repr((name, content)).encode())
    connection.close()
    return digest.hexdigest() if whole else "damaged"
