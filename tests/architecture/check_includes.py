#!/usr/bin/env python3
"""Checks generator/ against the module table of docs/architecture.md.

check_includes.py [--root DIR]     exit 0: clean, 1: findings (one per line on stderr)
check_includes.py --self-test      plants one violation of each kind and expects it to be found

A module may include itself, base, and the modules of its row; a library's headers stand only in
the modules whose row names the library. No source file exceeds 400 lines, tests included. No string literal under
generator/ is a word of a region's profile — an indicator's or distribution's id, a level's or
document kind's key, a municipality's name —, and no region's name, code or hyphenated id stands
anywhere in a source file, comments included.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

from regional_words import fixed_words, load_toml, regional_words, words_anywhere

MAX_LINES = 400
SOURCE_SUFFIXES = {".h", ".cc"}
SIZED_SUFFIXES = SOURCE_SUFFIXES | {".py", ".mjs", ".cmake"}
BASE = "base"

# Library, as the table names it → prefixes of its headers.
LIBRARIES = {
    "toml++": ("toml++/",),
    "sqlitecpp": ("SQLiteCpp/", "sqlite3"),
    "cmark-gfm": ("cmark-gfm",),
    "ctemplate": ("ctemplate/",),
    "libxlsxwriter": ("xlsxwriter.h", "xlsxwriter/"),
    "cli11": ("CLI/",),
    "openssl": ("openssl/",),
    "nlohmann-json": ("nlohmann/",),
    "libstemmer": ("libstemmer",),
    "libzip": ("zip.h", "zipconf.h"),
    "glpk": ("glpk.h",),
    "expat": ("expat",),
    "cpp-httplib": ("httplib.h",),
}
LIBRARIES_FOR_ALL = ("fmt/",)
# <name> without a slash and a suffix is the C++ standard library; these belong to the C one.
C_HEADER = re.compile(
    r"(sys|linux|netinet|arpa)/\w+\.h|(dirent|errno|fcntl|limits|signal|spawn|stdio|stdlib|string|"
    r"time|unistd|poll|pwd|ftw|glob|fnmatch|link|math|stddef|stdint)\.h"
)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
CMAKE_MODULE = re.compile(r"^metodaktiv_module\(([^)]*)\)", re.MULTILINE)

# One token of C++: what may hide a quote, then the literals themselves.
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/"""
    r"""|(?:u8|[uUL])?R"(?P<delimiter>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=delimiter)\""""
    r"""|"(?P<plain>(?:[^"\\\n]|\\.)*)\""""
    r"""|(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+'""",
    re.DOTALL,
)

# Literals allowed although a profile has the same word: file under generator/ → word → why.
EDUCATION_LEVEL = "a level of education: an enum of the practices table (data/forms/practices.toml)"
VISITED_GROUP = "a group of visited teachers: an enum of data/forms/lesson_visits.toml"
LITERAL_EXCEPTIONS: dict[str, dict[str, str]] = {
    "config/region_profile.cc": {"inadmissible": "a flag of [[levels]], a key of the format"},
    "demo/practice_library.cc": {"basic": EDUCATION_LEVEL},
    "demo/service_maker.cc": {"high": VISITED_GROUP, "low": VISITED_GROUP},
    "site/data_resource.cc": {"basic": EDUCATION_LEVEL},
    "site/wording.cc": {"basic": EDUCATION_LEVEL},
}

# Ids of a profile that are first of all words of the registry or of the profile's format: word → why.
SHARED_WORDS = {
    "assessed": "a rate of demo.toml",
    "directions": "a list of profile.toml and a column of the methodists",
    "engagement": "a column of the methodists",
    "nominations": "a table of the registry",
    "roles": "a list of profile.toml and a column of the methodists",
    "territories": "a table of the registry",
}


class Row:
    def __init__(self, modules: set[str], every_module: bool, libraries: set[str]):
        self.modules = modules
        self.every_module = every_module
        self.libraries = libraries


def cell_words(cell: str) -> list[str]:
    """The names in a table cell: separated by commas, with or without backticks; a dash is none."""
    words = []
    for word in re.split(r"[,;]|\band\b", cell):
        word = word.strip().strip("`").strip()
        if word and not re.fullmatch(r"[-–—]+", word):
            words.append(word.lower())
    return words


def read_table(document: Path, findings: list[str]) -> dict[str, Row]:
    """Rows of the one table whose header starts with `module`."""
    rows: dict[str, Row] = {}
    raw: list[tuple[int, list[str]]] = []
    inside = False
    if not document.is_file():
        findings.append(f"{document}: there is no such file")
        return rows
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.lstrip().startswith("|"):
            inside = False
        elif re.match(r"`?module\b", cells[0].lower()) and len(cells) == 4:
            inside = True
        elif inside and not re.fullmatch(r"[\s|:-]+", line):
            raw.append((number, cells))
    if not raw:
        findings.append(
            f"{document}: no table with the columns: module | holds | may use | outside library"
        )
    names = {cells[0].strip("`").lower() for _, cells in raw}
    for number, cells in raw:
        where = f"{document}:{number}"
        if len(cells) != 4:
            findings.append(f"{where}: {len(cells)} cells instead of 4")
            continue
        uses, libraries = cell_words(cells[2]), cell_words(cells[3])
        every = "all" in uses
        for word in uses:
            if word != "all" and word not in names:
                findings.append(f"{where}: «{word}» in “may use” is no module of the table")
        for word in libraries:
            if word not in LIBRARIES and word != "fmt":
                findings.append(f"{where}: the check does not know the library «{word}»")
        rows[cells[0].strip("`").lower()] = Row(set(uses) - {"all"}, every, set(libraries))
    return rows


def sources(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in SOURCE_SUFFIXES and p.is_file())


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def outside_library(header: str) -> str | None:
    """The library a <header> belongs to; "" if the language or the system brings it."""
    for library, prefixes in LIBRARIES.items():
        if header.startswith(prefixes):
            return library
    if re.fullmatch(r"[a-z_0-9]+", header) or C_HEADER.fullmatch(header):
        return ""
    return "" if header.startswith(LIBRARIES_FOR_ALL) else None


def check_includes(root: Path, rows: dict[str, Row], findings: list[str]) -> None:
    generator = root / "generator"
    for path in sources(generator):
        relative = path.relative_to(generator)
        # generator/main.cc stands above the modules and starts the commands.
        module = relative.parts[0] if len(relative.parts) > 1 else "commands"
        text = path.read_text(encoding="utf-8")
        row = rows.get(module)
        if row is None:
            findings.append(f"generator/{relative}: the module «{module}» is not in the table")
            continue
        for match in INCLUDE.finditer(text):
            where = f"generator/{relative}:{line_of(text, match.start())}"
            quote, header = match.groups()
            if quote == "<":
                library = outside_library(header)
                if library is None:
                    findings.append(f"{where}: <{header}> is of a library the check does not know")
                elif library and library not in row.libraries:
                    findings.append(f"{where}: «{module}» may not include <{header}> ({library})")
                continue
            target = header.split("/")[0]
            if not (generator / header).is_file():
                findings.append(f'{where}: "{header}" is no file under generator/')
            elif target not in {module, BASE} | row.modules and not row.every_module:
                findings.append(f"{where}: «{module}» may not include «{target}» ({header})")


def check_links(root: Path, rows: dict[str, Row], findings: list[str]) -> None:
    """The CMake links of a module stay within its row."""
    text = (root / "generator/CMakeLists.txt").read_text(encoding="utf-8")
    for match in CMAKE_MODULE.finditer(text):
        module, *links = match.group(1).split()
        where = f"generator/CMakeLists.txt:{line_of(text, match.start())}"
        if module not in rows:
            findings.append(f"{where}: the module «{module}» is not in the table")
            continue
        row = rows[module]
        for link in links:
            if link in rows and link not in row.modules | {BASE} and not row.every_module:
                findings.append(f"{where}: «{module}» may not link «{link}»")


def check_sizes(root: Path, findings: list[str]) -> None:
    for folder in ("generator", "tests"):
        for path in sorted(p for p in (root / folder).rglob("*") if p.suffix in SIZED_SUFFIXES and p.is_file()):
            lines = path.read_bytes().count(b"\n")
            if lines > MAX_LINES:
                findings.append(f"{path.relative_to(root)}: {lines} lines, at most {MAX_LINES}")


def check_texts(root: Path, findings: list[str]) -> None:
    """Names, codes and hyphenated ids in whole files: code, literals and comments alike."""
    words = words_anywhere(*regional_words(root))
    if not words:
        findings.append("data/regions: no names to look for")
        return
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    generator = root / "generator"
    for path in sources(generator):
        relative = path.relative_to(generator)
        text = INCLUDE.sub(lambda match: " " * len(match.group(0)), path.read_text(encoding="utf-8"))
        for match in pattern.finditer(text):
            where = f"generator/{relative}:{line_of(text, match.start())}"
            what = words[match.group(0)]
            findings.append(f"{where}: «{match.group(0)}» is {what}: it belongs to the profile")


def check_literals(root: Path, findings: list[str]) -> None:
    exact, within = regional_words(root)
    generator = root / "generator"
    for path in sources(generator):
        relative = path.relative_to(generator)
        text = path.read_text(encoding="utf-8")
        # An #include's quotes hold a path, not a word of the program.
        text = INCLUDE.sub(lambda match: " " * len(match.group(0)), text)
        allowed = LITERAL_EXCEPTIONS.get(str(relative), {})
        for match in TOKEN.finditer(text):
            literal = match.group("raw") if match.group("raw") is not None else match.group("plain")
            if not literal or literal in allowed or literal in SHARED_WORDS:
                continue
            what = exact.get(literal)
            if what is None:
                what = next((kind for name, kind in within.items() if name in literal), None)
            if what:
                where = f"generator/{relative}:{line_of(text, match.start())}"
                findings.append(f'{where}: "{literal}" is {what}: it belongs to the profile')


def check_exceptions(root: Path, findings: list[str]) -> None:
    """An exception gives its reason and is still needed."""
    for name, words in LITERAL_EXCEPTIONS.items():
        path = root / "generator" / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for word, reason in words.items():
            if not reason:
                findings.append(f"generator/{name}: the exception for «{word}» has no reason")
            if f'"{word}"' not in text:
                findings.append(f"generator/{name}: «{word}» needs no exception any more")
    shared = fixed_words(root)
    for word, reason in SHARED_WORDS.items():
        if not reason or word not in shared:
            findings.append(f"«{word}» is no word that every region shares")


def check(root: Path) -> list[str]:
    findings: list[str] = []
    rows = read_table(root / "docs/architecture.md", findings)
    if rows:
        check_includes(root, rows, findings)
        check_links(root, rows, findings)
    check_sizes(root, findings)
    check_literals(root, findings)
    check_texts(root, findings)
    check_exceptions(root, findings)
    return findings


def self_test(root: Path) -> list[str]:
    """Copies what the check reads, plants violations one by one, and returns what went unseen."""
    exact, within = regional_words(root)
    regions = sorted(p.parent for p in (root / "data/regions").glob("*/profile.toml"))
    plants = [
        ("base/planted.h", '#include "registry/database.h"\n', "may not include «registry»"),
        ("base/planted.h", "#include <SQLiteCpp/Database.h>\n", "may not include <SQLiteCpp"),
        ("base/planted.h", "#include <boost/any.hpp>\n", "does not know"),
        ("base/planted.h", '#include "base/absent.h"\n', "is no file"),
        ("nowhere/planted.h", "#pragma once\n", "is not in the table"),
        ("base/planted.cc", "\n" * (MAX_LINES + 1), f"at most {MAX_LINES}"),
    ]
    for region in regions:
        profile, table = load_toml(region / "profile.toml"), load_toml(region / "indicators.toml")
        for key in ("name", "name_genitive", "name_prepositional"):
            plants.append(("base/planted.cc", f'auto x = "в: {profile[key]}";\n', "a region's name"))
        plants.append(("base/planted.cc", f"// as in {profile['code']}\n", "a region's code"))
        for kind, what in (("indicators", "an indicator's id"), ("distributions", "a distribution's id")):
            ids = [e["id"] for e in table.get(kind, []) if exact.get(e["id"]) == what]
            ids = [word for word in ids if word not in SHARED_WORDS]
            plants += [("base/planted.cc", f'auto x = R"({id_})";\n', what) for id_ in ids[:1]]
        levels = [level["key"] for level in profile["levels"]]
        plants += [("base/planted.cc", f'auto x = "{key}";\n', "a level's key") for key in levels]
    hyphenated = next(word for word, what in exact.items() if "-" in word and what.endswith("'s id"))
    plain = next(word for word, what in exact.items() if what == "an indicator's id" and "-" not in word)
    plants += [
        ("base/planted.cc", f"// {hyphenated}\n", "'s id"),
        # A word in a comment is no literal, nor is one within a longer word.
        ("base/planted.cc", f"// \"{plain}\"\nchar c = '\"';\n", None),
        ("base/planted.cc", f"// no-{hyphenated}, {hyphenated}s\n", None),
    ]
    unseen: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("generator", "data/regions", "data/forms"):
            shutil.copytree(root / part, copy / part)
        (copy / "docs").mkdir()
        (copy / "tests").mkdir()
        shutil.copy(root / "docs/architecture.md", copy / "docs/architecture.md")
        # A violation that stands already must not hide behind the planted one.
        known = set(check(copy))
        for name, content, expected in plants:
            path = copy / "generator" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
            found = [line for line in check(copy) if line not in known]
            if expected is None and found:
                unseen.append(f"no violation, but reported: {found[0]}")
            elif expected is not None and not any(expected in line for line in found):
                unseen.append(f"not reported: {expected} (generator/{name})")
            path.unlink()
    return unseen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    findings = self_test(arguments.root) if arguments.self_test else check(arguments.root)
    for line in findings:
        print(line, file=sys.stderr)
    if not findings:
        print("self-test passed" if arguments.self_test else "architecture: clean")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
