"""Canaries: canary.py METODAKTIV PROJECT WORK [--scale S] [--self-test]

Every text of a person that may not become public — the columns that data/forms marks as personal, in all rows — gets a
word of its own that occurs nowhere else. Then the site is built, and every public byte is searched for them: file
names, parts of archives, and what stands behind percent and JSON escapes, character references, UTF-16 and base64.
--self-test: 50 canaries are planted into public files in all those ways; every one must be found.
"""
import argparse
import base64
import html
import io
import itertools
import json
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
import urllib.parse
import zipfile

AS_OF = "2026-11-20"
STEM = "Щъфьц"
LETTERS = "абвгдежзиклмнопрстуфхцчшэюя"
CANARY = re.compile(STEM.lower() + "[" + LETTERS + "]{4}")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")


def words():
    for letters in itertools.product(LETTERS, repeat=4):
        yield STEM + "".join(letters)


def personal_columns(project):
    """(table, key columns, column, class) of the free texts that are personal."""
    for file in sorted((project / "data" / "forms").glob("*.toml")):
        form = tomllib.loads(file.read_text(encoding="utf-8"))
        for column in form["columns"]:
            privacy = column.get("privacy", form["privacy"])
            free = column["type"] in ("text", "long_text", "email") and not column.get("values") and not column.get("list")
            if privacy in "XC" and free and column["key"] not in form["key"]:
                yield form["table"], form["key"], column["key"], privacy


def plant(db, project):
    """{canary: table and column}; people who may be named keep their names."""
    canaries, supply, people = {}, words(), set()
    allowed = {code for (code,) in db.execute("SELECT code FROM methodists WHERE consent_on IS NOT NULL")}
    for table, key, column, privacy in personal_columns(project):
        columns = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}
        if column not in columns:
            continue
        consent = next((c for c in (f"{column}_consent",) if c in columns), None)
        rows = db.execute(f"SELECT {', '.join(key)}{', ' + consent if consent else ''} FROM {table} ORDER BY {', '.join(key)}")
        for row in rows.fetchall():
            if privacy == "C" and ((consent and row[-1]) or (table == "methodists" and row[0] in allowed)):
                continue
            word = next(supply, None)
            if word is None:
                break
            try:
                db.execute(f"UPDATE {table} SET {column} = ? WHERE {' AND '.join(f'{k} = ?' for k in key)}",
                           (word, *row[:len(key)]))
            except sqlite3.IntegrityError:
                break  # a list of fixed answers
            canaries[word.lower()] = f"{table}.{column}"
            if table in ("teachers", "methodists", "nominations"):
                people.add((table, row[0]))
    return canaries, len(people)


def readings(content):
    """Texts that can be read in the bytes."""
    text = content.decode("utf-8", "replace")
    yield text
    if "%" in text:
        yield urllib.parse.unquote(text)
    if "&" in text:
        yield html.unescape(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    for encoding in ("utf-16-le", "utf-16-be"):
        for offset in (0, 1):
            yield content[offset:].decode(encoding, "replace")
    for run in BASE64.findall(content):
        for shift in range(4):
            part = run[shift:].translate(bytes.maketrans(b"-_", b"+/"))
            yield base64.b64decode(part[:len(part) // 4 * 4] + b"", validate=False).decode("utf-8", "replace")


def public_contents(folder):
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        yield path, str(path.relative_to(folder)).encode() + b"\n" + content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for part in archive.namelist():
                    yield path, part.encode() + b"\n" + archive.read(part)


def found(folder):
    """{canary: files}."""
    hits = {}
    for path, content in public_contents(folder):
        for text in readings(content):
            for canary in CANARY.findall(text.lower()):
                hits.setdefault(canary, set()).add(path)
    return hits


def disguises(word):
    data = word.encode()
    return [data, word.upper().encode(), urllib.parse.quote(word).encode(), json.dumps(word).encode(),
            "".join(f"&#{ord(c)};" for c in word).encode(), "".join(f"&#x{ord(c):x};" for c in word).encode(),
            base64.b64encode(b"x" + data + b" " + data), word.encode("utf-16-le"), b"\n" + word.encode("utf-16-be")]


def self_test(folder):
    """Plants 50 canaries in copies of public files; how many are found."""
    chance, planted = random.Random(5), []
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".html", ".csv", ".js", ".xml", ".db", ".json"))
    for number, word in zip(range(50), words()):
        path = chance.choice(files)
        if number % 10 == 9:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("xl/sharedStrings.xml", word)
            path.with_name(f"planted-{number}.xlsx").write_bytes(packed.getvalue())
        elif number % 10 == 8:
            path.with_name(f"{word}-{number}.html").write_bytes(b"")
        else:
            content = bytearray(path.read_bytes())
            at = chance.randrange(len(content) + 1)
            content[at:at] = b"\n" + chance.choice(disguises(word)) + b"\n"
            path.write_bytes(content)
        planted.append(word.lower())
    hits = found(folder)
    return sum(word in hits for word in planted), len(planted)


def main():
    parser = argparse.ArgumentParser()
    for name in ("metodaktiv", "project", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--scale", type=float, default=0.05)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    binary, project, work = (p.resolve() for p in (arguments.metodaktiv, arguments.project, arguments.work))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    registry, site = work / "registry.db", work / "site"
    subprocess.run([binary, "demo", "--registry", registry, "--scale", str(arguments.scale), "--as-of", AS_OF,
                    "--project", project], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(registry) as db:
        canaries, people = plant(db, project)
    done = subprocess.run([binary, "build", "--registry", registry, "--out", site, "--as-of", AS_OF, "--project", project],
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(done.stderr)
    hits = found(site / "public")
    for canary, files in sorted(hits.items())[:20]:
        print(f"{canaries.get(canary, '?')}: {canary} in {sorted(map(str, files))[:3]}")
    fields = sorted(set(canaries.values()))
    print(f"{people} people, {len(canaries)} canaries in {len(fields)} fields: {len(hits)} found in public files")
    good = not hits and people >= 1000 and len(fields) >= 10
    if arguments.self_test:
        seen, planted = self_test(site / "public")
        print(f"{seen} of {planted} planted canaries found")
        good = good and seen == planted
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
