"""The guide as a machine reads it: commands to run and edits of files, in the order of the text.

A ```sh block is run. A block of another kind belongs to the paragraph «Файл `path`, how:» above it;
without one it is there to be looked at.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_LINE = re.compile(r"Файл `([^`]+)`, (.+):")
HEADER = re.compile(r"^\[\[?[^\[\]]+\]\]?\s*$")
KEY = re.compile(r"^([A-Za-z_][\w-]*)\s*=")


class GuideError(Exception):
    """The guide says something that cannot be done."""


@dataclass
class Command:
    line: int
    text: str


@dataclass
class Edit:
    line: int
    path: str
    how: str
    text: str


def read_guide(text):
    """Commands and edits in their order; GuideError for a file line without a block and the like."""
    steps = []
    end = 0
    for fence in FENCE.finditer(text):
        before = text[end : fence.start()]
        end = fence.end()
        line = text.count("\n", 0, fence.start()) + 1
        paragraph = before.strip().rsplit("\n\n", 1)[-1]
        announced = FILE_LINE.fullmatch(paragraph)
        if FILE_LINE.search(before) and not announced:
            raise GuideError(f"line {line}: «Файл …:» does not stand right above its block")
        kind, body = fence.groups()
        if announced:
            steps.append(Edit(line, announced.group(1), announced.group(2), body))
        elif kind == "sh":
            steps.append(Command(line, body))
        elif kind != "text":
            raise GuideError(f"line {line}: nobody says what the ```{kind} block is for")
    if FILE_LINE.search(text[end:]):
        raise GuideError("a «Файл …:» without a block at the end")
    return steps


def apply_edit(edit, folder):
    """Does what a careful reader would do by hand."""
    path = Path(folder) / edit.path
    if edit.how == "целиком":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit.text, encoding="utf-8")
        return
    if not path.is_file():
        raise GuideError(f"line {edit.line}: there is no file {edit.path}")
    old = path.read_text(encoding="utf-8")
    if edit.how == "в конец":
        new = old.rstrip("\n") + "\n\n" + edit.text
    elif edit.how == "вместо строк с теми же ключами":
        new = replace_keys(old, edit)
    elif match := re.fullmatch(r"вместо всех разделов `(\[\[?[\w.-]+\]\]?)`", edit.how):
        new = replace_sections(old, match.group(1), edit)
    else:
        raise GuideError(f"line {edit.line}: nobody explained «{edit.how}»")
    path.write_text(new, encoding="utf-8")


def section_bounds(lines, header, entry_id, edit):
    """Lines [begin, end) of the section `header`, of the one with `id = entry_id` when given."""
    if header is None:
        end = next((i for i, line in enumerate(lines) if HEADER.match(line)), len(lines))
        return 0, end
    for begin, line in enumerate(lines):
        if line.strip() != header:
            continue
        end = next((i for i in range(begin + 1, len(lines)) if HEADER.match(lines[i])), len(lines))
        if entry_id is None or entry_id in lines[begin:end]:
            return begin + 1, end
    raise GuideError(f"line {edit.line}: {edit.path} has no section {header} {entry_id or ''}")


def replace_keys(old, edit):
    lines = old.splitlines()
    wanted = [line for line in edit.text.splitlines() if line.strip()]
    header = wanted.pop(0) if HEADER.match(wanted[0]) else None
    entry_id = wanted[0] if header and wanted and wanted[0].startswith("id = ") else None
    begin, end = section_bounds(lines, header, entry_id, edit)
    for line in wanted:
        match = KEY.match(line)
        if not match:
            raise GuideError(f"line {edit.line}: «{line}» is no line with a key")
        key = match.group(1)
        found = [i for i in range(begin, end) if (m := KEY.match(lines[i])) and m.group(1) == key]
        if len(found) != 1:
            raise GuideError(f"line {edit.line}: {edit.path} has {len(found)} lines with «{key}»")
        lines[found[0]] = line
    return "\n".join(lines) + "\n"


def replace_sections(old, header, edit):
    """All sections with this header go, the block takes the place of the first one."""
    kept, place, inside = [], None, False
    for line in old.splitlines():
        if line.strip() == header:
            inside = True
            place = len(kept) if place is None else place
        elif HEADER.match(line) or line.startswith("#"):
            inside = False
        if not inside:
            kept.append(line)
    if place is None:
        raise GuideError(f"line {edit.line}: {edit.path} has no section {header}")
    kept[place:place] = [*edit.text.splitlines(), ""]
    return "\n".join(kept) + "\n"
