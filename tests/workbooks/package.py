"""The parts of an XLSX file as Python sees them, without any spreadsheet library: parts, types,
relationships, sheets with their cells."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


def local(element):
    return element.tag.rpartition("}")[2]


def utf16(text):
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)


def address(text):
    """«B7» or «$B$7» → (7, 2); None for anything else."""
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", text)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


@dataclass(frozen=True)
class Area:
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def parse(cls, text):
        """«A1:B7» or «A1»; None when it is no area. Whole rows and columns reach to the end of a sheet."""
        begin, _, end = text.replace("$", "").partition(":")
        if begin.isdigit() and end.isdigit():
            begin, end = f"A{begin}", f"XFD{end}"
        elif begin.isalpha() and end.isalpha():
            begin, end = f"{begin}1", f"{end}{LAST_ROW}"
        first, last = address(begin), address(end or begin)
        if not first or not last or last[0] < first[0] or last[1] < first[1]:
            return None
        return cls(*first, *last)

    def overlaps(self, other):
        return (self.first_row <= other.last_row and other.first_row <= self.last_row
                and self.first_column <= other.last_column and other.first_column <= self.last_column)

    def holds(self, other):
        return (self.first_row <= other.first_row and other.last_row <= self.last_row
                and self.first_column <= other.first_column and other.last_column <= self.last_column)

    def cells(self):
        return [(row, column) for row in range(self.first_row, self.last_row + 1)
                for column in range(self.first_column, self.last_column + 1)]


def split_reference(text):
    """«'Лист 1'!$A$1:$B$2» → («Лист 1», Area); (None, None) when it is something else."""
    found = re.fullmatch(r"(?:'((?:[^']|'')+)'|([^'!\s]+))!([$A-Z0-9:]+)", text)
    if not found:
        return None, None
    return (found[1] or found[2]).replace("''", "'"), Area.parse(found[3])


@dataclass
class Cell:
    row: int
    column: int
    kind: str  # n, s, str, b, e, inlineStr
    style: int
    stored: str | None
    formula: str | None
    text: str | None = None  # of a text cell, decoded from the shared strings

    @property
    def blank(self):
        return self.stored is None and self.formula is None and not self.text


@dataclass
class Sheet:
    name: str
    part: str
    index: int
    hidden: bool
    root: ElementTree.Element
    cells: dict = field(default_factory=dict)  # (row, column): Cell
    disorder: list = field(default_factory=list)

    def all(self, name):
        return self.root.iter(MAIN + name)

    def first(self, name):
        return self.root.find(MAIN + name)


class Package:
    """Raises zipfile.BadZipFile or ElementTree.ParseError for what cannot be read at all."""

    def __init__(self, file):
        with zipfile.ZipFile(file) as book:
            self.entries = book.infolist()
            self.damaged = book.testzip()
            self.parts = {entry.filename: book.read(entry) for entry in self.entries}
        self.trees = {name: ElementTree.fromstring(data) for name, data in self.parts.items()
                      if name.endswith((".xml", ".rels", ".vml"))}

    @cached_property
    def relations(self):
        """{part: {id: (type, target part or address, is it outside)}}; the package's own under ''."""
        found = {}
        for name, root in self.trees.items():
            if not name.endswith(".rels"):
                continue
            folder, file = posixpath.split(posixpath.dirname(name))[0], posixpath.basename(name)[:-5]
            entries = []
            for entry in root.iter(RELATIONS + "Relationship"):
                outside = entry.get("TargetMode") == "External"
                target = entry.get("Target", "")
                if not outside:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                entries.append((entry.get("Id"), entry.get("Type", "").rpartition("/")[2], target, outside))
            found[posixpath.join(folder, file) if file else ""] = entries
        return found

    def target(self, part, identifier):
        return next((target for known, _, target, _ in self.relations.get(part, []) if known == identifier), None)

    def related(self, part, kind):
        return [target for _, known, target, outside in self.relations.get(part, []) if known == kind and not outside]

    @cached_property
    def shared(self):
        root = self.trees.get("xl/sharedStrings.xml")
        if root is None:
            return []
        return ["".join(run.text or "" for run in entry.iter(MAIN + "t")) for entry in root.iter(MAIN + "si")]

    @property
    def workbook(self):
        return self.trees["xl/workbook.xml"]

    @cached_property
    def sheets(self):
        result = []
        for index, entry in enumerate(self.workbook.iter(MAIN + "sheet")):
            part = self.target("xl/workbook.xml", entry.get(RELATION_ID + "id"))
            if part in self.trees:
                sheet = Sheet(entry.get("name", ""), part, index, entry.get("state", "visible") != "visible",
                              self.trees[part])
                self._read_cells(sheet)
                result.append(sheet)
        return result

    def _read_cells(self, sheet):
        last_row = 0
        for row in sheet.all("row"):
            number = int(row.get("r", last_row + 1))
            if number <= last_row:
                sheet.disorder.append(f"row {number} after row {last_row}")
            last_row, last_column = number, 0
            for entry in row.iter(MAIN + "c"):
                place = address(entry.get("r", ""))
                if not place or place[0] != number or place[1] <= last_column:
                    sheet.disorder.append(f"cell {entry.get('r')} in row {number} after column {last_column}")
                    continue
                last_column = place[1]
                value, formula = entry.find(MAIN + "v"), entry.find(MAIN + "f")
                cell = Cell(*place, entry.get("t", "n"), int(entry.get("s", 0)),
                            None if value is None else value.text or "",
                            None if formula is None else formula.text or "")
                if cell.kind == "s" and cell.stored and cell.stored.isdigit() and int(cell.stored) < len(self.shared):
                    cell.text = self.shared[int(cell.stored)]
                elif cell.kind == "inlineStr":
                    cell.text = "".join(run.text or "" for run in entry.iter(MAIN + "t"))
                elif cell.kind == "str":
                    cell.text = cell.stored
                sheet.cells[place] = cell

    @cached_property
    def names(self):
        """[(name, sheet index or None, formula)] of the workbook."""
        return [(entry.get("name", ""), None if entry.get("localSheetId") is None else int(entry.get("localSheetId")),
                 entry.text or "") for entry in self.workbook.iter(MAIN + "definedName")]

    def tables(self, sheet):
        return [(part, self.trees[part]) for part in self.related(sheet.part, "table") if part in self.trees]

    def drawings(self, sheet):
        return [(part, self.trees[part]) for part in self.related(sheet.part, "drawing") if part in self.trees]

    def charts(self, sheet):
        return [(part, self.trees[part]) for drawing, _ in self.drawings(sheet)
                for part in self.related(drawing, "chart") if part in self.trees]

    def anchors(self, sheet):
        """The areas over which the sheet's drawings lie."""
        result = []
        for _, root in self.drawings(sheet):
            for anchor in root.iter(DRAWING + "twoCellAnchor"):
                corner = {}
                for end in ("from", "to"):
                    place = anchor.find(DRAWING + end)
                    corner[end] = [int(place.find(DRAWING + side).text) + 1 for side in ("row", "col")]
                result.append(Area(*corner["from"], *corner["to"]))
        return result

    def used(self, sheet):
        """The area that cells with content, merged cells and drawings take; None on an empty sheet."""
        areas = [Area(*place, *place) for place, cell in sheet.cells.items() if not cell.blank]
        areas += self.anchors(sheet)
        areas += [area for area in map(Area.parse, (e.get("ref", "") for e in sheet.all("mergeCell"))) if area]
        if not areas:
            return None
        return Area(min(a.first_row for a in areas), min(a.first_column for a in areas),
                    max(a.last_row for a in areas), max(a.last_column for a in areas))

    @cached_property
    def date_styles(self):
        """Indexes of the cell formats that show a number as a date."""
        root = self.trees["xl/styles.xml"]
        formats = {entry.get("numFmtId"): entry.get("formatCode", "") for entry in root.iter(MAIN + "numFmt")}
        builtin = {str(number) for number in (*range(14, 23), *range(45, 48))}
        result = set()
        for index, entry in enumerate(root.find(MAIN + "cellXfs")):
            code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", formats.get(entry.get("numFmtId"), "")).lower()
            if entry.get("numFmtId") in builtin or ("y" in code and "m" in code) or ("d" in code and "m" in code):
                result.add(index)
        return result

    @cached_property
    def style_count(self):
        return len(self.trees["xl/styles.xml"].find(MAIN + "cellXfs"))
