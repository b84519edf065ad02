#!/usr/bin/python3
"""Plants hostile text in every free-text column of a registry and builds it: the reports must stay
sound workbooks, texts and tables, and nothing from the data may run.

usage: hostile_text.py METODAKTIV PROJECT WORK [--self-test]
Closes with "N passed, M failed": a check of a file each. With --self-test finished files are spoiled
and each spoiling must be found.
"""

import argparse
import csv
import io
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
import warnings
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
from package import Package
from package_rules import problems

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "independent"))
import report_texts  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "forms"))
import libreoffice  # noqa: E402

warnings.filterwarnings("ignore", module="openpyxl")
REGION, SCALE, AS_OF = "leningrad-oblast", "0.02", "2026-11-20"
MARK = "Жщъ"  # in every planted text; no text of the program has it
RUNNING = ("=", "+", "-", "@", "\t", "\r")
MANY = 32_767

# Broken UTF-8 is not among them: it stops the build (tests/cli/release_test.py). {n} makes each text unlike the others.
PLANTED = [text if isinstance(text, bytes) else text.encode() for text in (
    "={m}+1", "+7 (495) {m}", "-5 {m}", "@SUM(A1:A9) {m}", "\t={m}", '=HYPERLINK("https://example.org/{m}","жми")',
    "=cmd|' /C calc'!A0 {m}", "'{m}", "{m} " + "а" * MANY, "={m} " + "б" * 40_000, "{m} " + "😀" * 20_000,
    "{m} \x01\x02\x07\x0b\x0c\x1b\x1f\x7f знаки", "{m} \ufffe\uffff\ufdd0", "{m} \ufffd \ue000\uf8ff \U0010ffff",
    b"{m} \x00 zero", "{m} строка\r\nдругая\rтретья\nчетвёртая", "{m} _x000D_ _x0041_ _x005F_", "\u202e{m} обратно\u202c\u2066",
    "a|b||c {m} `код` ``` <script>alert(1)</script> <!-- --> [x](javascript:alert(1)) **ж** \\| \\", "😀👩‍🏫🏳️‍🌈 {m}",
    "# {m}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```\n", "&amp;&lt; ]]> {m} &P &G &\"Arial\"", "{m}" + "Щ" * 300,
    "<b>{m}</b><img src=x onerror=alert(1)>", "\ufeff{m}\u200b\u00ad", "{{{m}}} {{%AUTOESCAPE}} %s %n {0}", "    {m}", "1. {m}",
    "~~~\n{m}", "> {m}", "---\n{m}")]


def run(program, project, *words):
    done = subprocess.run([program, *map(str, words)], cwd=project, capture_output=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")


def free_texts(project):
    """{table: [columns]} that take any text, after the collection forms."""
    result = {}
    for file in sorted((Path(project) / "data" / "forms").glob("*.toml")):
        form = tomllib.loads(file.read_text(encoding="utf-8"))
        columns = [column["key"] for column in form["columns"]
                   if column["type"] == "text" and column["key"] not in form["key"]]
        if columns:
            result[form["table"]] = columns
    return result


def word(number):
    """A word of its own: the search for leaked names compares words of letters, without case endings."""
    alphabet = "бвгджзклнпрстфхцчшщ"
    letters = ""
    while number or not letters:
        number, digit = divmod(number, len(alphabet))
        letters += alphabet[digit]
    return MARK + letters


def plant(registry, project):
    """Every free-text cell gets a hostile text; what the schema refuses stays. Returns how many were planted."""
    database = sqlite3.connect(registry)
    known = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    number = 0
    for table, columns in free_texts(project).items():
        if table not in known:
            continue
        keys = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[5]] or ["rowid"]
        for row in database.execute(f"SELECT {', '.join(keys)} FROM {table} ORDER BY {', '.join(keys)}").fetchall():
            for column in columns:
                text = PLANTED[number % len(PLANTED)].replace(b"{m}", word(number).encode())
                if column in ("last_name", "first_name") and len(text) > 2_000 and number % 3:
                    text = f"={word(number)}".encode()
                try:
                    database.execute(f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE "
                                     + " AND ".join(f"{key} = ?" for key in keys), (text, *row))
                    number += 1
                except sqlite3.IntegrityError:
                    pass
    database.commit()
    return number


def workbook_findings(name, data):
    """Messages about one workbook."""
    found = []
    try:
        package = Package(io.BytesIO(data))
        found += [f"{rule}: {message}" for rule, message in problems(package, AS_OF)]
        openpyxl.load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError) as error:
        return [f"cannot be opened: {type(error).__name__}: {error}"]
    for sheet in package.sheets:
        for cell in sheet.cells.values():
            if cell.formula is not None and (MARK in cell.formula or "HYPERLINK" in cell.formula.upper()):
                found.append(f"«{sheet.name}», row {cell.row}, column {cell.column}: the formula {cell.formula[:60]!r}")
    for part, entries in package.relations.items():
        for _, kind, target, outside in entries:
            if outside and not re.match("(https?://|mailto:)", target):
                found.append(f"{part}: leads to {target[:60]!r}")
    return found


def texts_of(data):
    try:
        package = Package(io.BytesIO(data))
    except ElementTree.ParseError:
        return []
    return [cell.text for sheet in package.sheets for cell in sheet.cells.values() if cell.text and MARK in cell.text]


def markdown_findings(name, text):
    """Tables keep their columns, no planted line became markup."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if re.fullmatch(r"\|( ?:?-{3,}:? ?\|)+", line):
            width = len(report_texts.split(line))
            for row in (lines[number - 1], *lines[number + 1:]):
                if not row.startswith("|"):
                    break
                if len(report_texts.split(row)) != width or not row.endswith("|"):
                    found.append(f"a table of {width} columns has the row {row[:80]!r}")
        bare = line.lstrip()
        if MARK in line and (re.match(rf"(#+ |>+ ?|```|~~~|    ?)[^\w]*{MARK}", line) and not line.startswith("# ")):
            found.append(f"data became markup: {line[:80]!r}")
        if bare.startswith(("```", "~~~", "<script", "<img", "<b>")):
            found.append(f"data became markup: {line[:80]!r}")
    for raw in re.finditer(r"(?<!\\)<(script\b|img\b|b\b|!--)", text):
        found.append(f"raw markup {text[raw.start():raw.start() + 40]!r}")
    for link in re.finditer(r"(?<!\\)\]\((?!https?:|mailto:|[\w./#-]*\))[^)]*\)", text):
        found.append(f"a link to {link[0][:60]!r}")
    if re.search("[\x00-\x08\x0b-\x1f\x7f]", text):
        found.append("a control character")
    return found


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.cells, self.rows = [], None, []

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if key.startswith("on") or (key in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I)):
                if not (key == "href" and (value or "").startswith("data:image/")):
                    self.found.append(f"<{tag} {key}={value!r:.60}>")
            if key in ("src", "href") and value == "x":
                self.found.append(f"<{tag} {key}=x>")
        if tag == "script" and not dict(attrs).get("src"):
            self.inside_script = True
        if tag == "tr":
            self.cells = 0
        elif tag in ("td", "th") and self.cells is not None:
            self.cells += int(dict(attrs).get("colspan") or 1)
        elif tag == "table":
            self.rows = []

    inside_script = False

    def handle_data(self, data):
        if self.inside_script and ("alert(1)" in data or MARK in data):
            self.found.append(f"a script {data[:60]!r}")

    def handle_endtag(self, tag):
        if tag == "script":
            self.inside_script = False
        elif tag == "tr" and self.cells is not None:
            self.rows.append(self.cells)
            self.cells = None
        elif tag == "table" and len(set(self.rows)) > 2:
            self.found.append(f"a table with rows of {sorted(set(self.rows))} cells")


def page_findings(name, text):
    page = Page()
    page.feed(text)
    return page.found


def csv_findings(name, text):
    """Records are whole; no cell runs as a formula when a spreadsheet opens the file."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return [f"no CSV: {error}"]
    found = [f"record {number} has {len(row)} cells under {len(rows[0])} headers"
             for number, row in enumerate(rows, 1) if len(row) != len(rows[0])]
    found += [f"record {number}: {cell[:60]!r} would run" for number, row in enumerate(rows, 1) for cell in row
              if cell.startswith(RUNNING) and MARK in cell]
    return found


KINDS = {".xlsx": workbook_findings, ".md": markdown_findings, ".html": page_findings, ".csv": csv_findings}


def findings_of(name, data):
    suffix = Path(name).suffix
    if suffix not in KINDS:
        return []
    if suffix == ".xlsx":
        return workbook_findings(name, data)
    try:
        # CSV has the registry's bytes as they are, whatever they are.
        return KINDS[suffix](name, data.decode("utf-8", "replace" if suffix == ".csv" else "strict"))
    except UnicodeDecodeError as error:
        return [f"no UTF-8: {error}"]


def files_of(site):
    """[(name, bytes)] of all reports, those inside ZIP packs included, and of the open data."""
    for file in sorted((*(site / "reports").rglob("*"), *(site / "public" / "data").rglob("*.csv"))):
        if not file.is_file():
            continue
        name = str(file.relative_to(site))
        yield name, file.read_bytes()
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as pack:
                if pack.testzip():
                    yield name + "/damaged.csv", b"\xff"
                for entry in pack.namelist():
                    if not (site / "reports" / file.stem / Path(entry).name).exists():
                        yield f"{name}/{entry}", pack.read(entry)


def opened_by_libreoffice(folder):
    """Messages about the workbooks of a folder that LibreOffice doesn't open."""
    found = [] if any(folder.glob("*.xlsx")) else ["no workbooks"]
    with tempfile.TemporaryDirectory(prefix="metodaktiv-hostile-") as scratch, libreoffice.desktop(scratch) as office:
        for book in sorted(folder.glob("*.xlsx")):
            try:
                libreoffice.recalculated(office, book)
            except Exception as error:  # whatever LibreOffice says
                found.append(f"{book.name}: LibreOffice doesn't open it: {error}")
    return found


def seen_beginnings(files):
    """The first characters of planted texts that stand at the beginning of a text cell."""
    seen = set()
    for name, data in files:
        if name.endswith(".xlsx"):
            seen |= {text[0] for text in texts_of(data)}
    return seen


def spoiled(files):
    """[(what, name, bytes)]: finished files with one thing wrong each."""
    books = {Path(name).name: (name, data) for name, data in files if name.endswith(".xlsx")}

    def edit(book, pattern, replacement):
        name, data = books[book]
        source = zipfile.ZipFile(io.BytesIO(data))
        parts = {entry: source.read(entry) for entry in source.namelist()}
        for part in parts:
            if re.fullmatch(pattern[0], part) and re.search(pattern[1], parts[part], re.S):
                parts[part] = re.sub(pattern[1], replacement, parts[part], count=1, flags=re.S)
                break
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for part, content in parts.items():
                out.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content)
        return name, target.getvalue()

    sheet, strings = r"xl/worksheets/sheet\d+\.xml", r"xl/sharedStrings\.xml"
    yield "a formula from the data", *edit("iom.xlsx", (sheet, rb' t="s"><v>\d+</v>'), f"><f>{MARK}1+1</f><v>1</v>".encode())
    yield "a hyperlink formula", *edit("iom.xlsx", (sheet, rb' t="s"><v>\d+</v>'), b'><f>HYPERLINK("x")</f><v>1</v>')
    yield "a text too long", *edit("kpi.xlsx", (strings, rb"<t[^>]*>[^<]*"), b"<t>" + b"a" * (MANY + 1))
    yield "a forbidden character", *edit("kpi.xlsx", (strings, rb"<t[^>]*>"), b"<t>\x0b")
    yield "a lone surrogate", *edit("kpi.xlsx", (strings, rb"<t[^>]*>"), b"<t>\xed\xa0\x80")
    text = next((name, data.decode()) for name, data in files if name.endswith("report.md") and "\n| ---" in data.decode())
    table = re.search(r"\n\| [^\n]*\|\n\| ?:?---[^\n]*\n", text[1]).end()
    yield "a row with a cell too many", text[0], (text[1][:table] + "| a | b | c | d | e | f | g | h | i | j | k | l |\n"
                                                  + text[1][table:]).encode()
    yield "a raw script", text[0], (text[1] + "\n<script>alert(1)</script>\n").encode()
    yield "a heading from the data", text[0], (text[1] + f"\n## {MARK}1\n").encode()
    yield "a fence from the data", text[0], (text[1] + f"\n```\n{MARK}1\n").encode()
    yield "a link that runs", text[0], (text[1] + "\n[x](javascript:alert(1))\n").encode()
    yield "a page's script", "report.html", b"<p><script>alert(1)</script></p>"
    yield "a page's event", "report.html", b"<img src=x onerror=alert(1)>"
    yield "a page's link", "report.html", b'<a href=" javascript:alert(1)">x</a>'
    yield "a CSV cell that runs", "x.csv", f"a,b\n={MARK}1,2\n".encode()
    yield "a CSV record with a cell too many", "x.csv", b"a,b\n1,2,3\n"


def self_test(files):
    failures, ways = [], list(spoiled(files))
    clean = {name: findings_of(name, data) for name, data in files if name in {way[1] for way in ways}}
    for what, name, data in ways:
        if len(findings_of(name, data)) <= len(clean.get(name, [])):
            failures.append(f"{what} in {name} is not found")
    print(*failures, sep="\n")
    print(f"ways of spoiling: {len(ways) - len(failures)} passed, {len(failures)} failed")
    return not failures


def build(program, project, registry, site):
    """Makes the site of a hostile registry; returns how many texts were planted."""
    shutil.rmtree(registry.parent, ignore_errors=True)
    registry.parent.mkdir(parents=True)
    run(program, project, "demo", "--registry", registry, "--region", REGION, "--scale", SCALE)
    planted = plant(registry, project)
    run(program, project, "build", "--registry", registry, "--region", REGION, "--as-of", AS_OF, "--out", site)
    return planted


def check(files, site, planted):
    passed, failed = 0, 0
    for name, data in files:
        found = findings_of(name, data)
        passed, failed = passed + (not found), failed + bool(found)
        if found and failed <= 12:
            print(f"{name}: {len(found)} findings", *found[:4], sep="\n    ")
    missing = {"=", "+", "-", "@", "'"} - seen_beginnings(files)
    if missing:
        print("no text cell begins with", *sorted(missing))
    folder = min(book.parent for book in (site / "reports").glob("*/iom.xlsx"))
    office = opened_by_libreoffice(folder)
    print(*office, sep="\n", end="\n" if office else "")
    print(f"texts planted: {planted}; files looked at: {len(files)}")
    bad = failed + bool(missing) + len(office)
    print(f"hostile text: {passed} passed, {bad} failed")
    return passed and not bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=lambda text: Path(text).resolve())
    parser.add_argument("project", type=lambda text: Path(text).resolve())
    parser.add_argument("work", type=lambda text: Path(text).resolve())
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--built", action="store_true", help="look at what an earlier run built in WORK")
    options = parser.parse_args()
    registry, site = options.work / "registry.db", options.work / "site"
    planted = 0 if options.built else build(options.program, options.project, registry, site)
    files = list(files_of(site))
    if options.self_test:
        return 0 if self_test(files) else 1
    return 0 if check(files, site, planted) else 1


if __name__ == "__main__":
    sys.exit(main())
