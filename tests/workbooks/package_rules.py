"""What holds in every workbook of the reports: ECMA-376 where Excel would offer a repair. Each rule takes a Package
and yields messages; `problems` runs these rules and the habits of the project (sheet_habits.py)."""

import posixpath
import re
from collections import Counter

from package import (CHART, DRAWING, LAST_COLUMN, LAST_ROW, MAIN, RELATION_ID, TYPES, Area, local,
                     split_reference, utf16)
from sheet_habits import charts, printing, properties, widths

TEXT_LIMIT, FORMULA_LIMIT, ADDRESS_LIMIT = 32_767, 8_192, 2_079
BLANK_ROWS = 8  # that a print area may have below a chart
ORDER = {  # children of an element as ECMA-376 lists them: in another order Excel repairs the file
    "worksheet": """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
        protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
        conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
        colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF
        picture oleObjects controls webPublishItems tableParts extLst""",
    "workbook": """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups
        externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst""",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "table": "autoFilter sortState tableColumns tableStyleInfo extLst",
    "chartSpace": """date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr
        txPr externalData printSettings userShapes extLst""",
    "chart": """title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly
        dispBlanksAs extLst""",
    "ser": """idx order tx spPr invertIfNegative marker pictureOptions explosion dPt dLbls trendline errBars cat val
        smooth shape extLst""",
}
MANY = {"conditionalFormatting", "dPt", "trendline", "errBars", "AlternateContent"}


def twice(values):
    return sorted(value for value, times in Counter(values).items() if times > 1)


def container(book):
    if book.damaged:
        yield f"the ZIP entry {book.damaged} is damaged"
    for name in twice(entry.filename for entry in book.entries):
        yield f"the ZIP holds {name} twice"
    if book.entries and book.entries[0].filename != "[Content_Types].xml":
        yield "[Content_Types].xml is not the first entry"
    for entry in book.entries:
        if entry.date_time[:3] != (1980, 1, 1):
            yield f"the ZIP entry {entry.filename} has the date {entry.date_time}"
        if entry.flag_bits & 1:
            yield f"the ZIP entry {entry.filename} is encrypted"


def content_types(book):
    root = book.trees.get("[Content_Types].xml")
    if root is None:
        yield "no [Content_Types].xml"
        return
    defaults = {entry.get("Extension", "").lower() for entry in root.iter(TYPES + "Default")}
    overrides = [entry.get("PartName", "").lstrip("/") for entry in root.iter(TYPES + "Override")]
    for name in twice(overrides):
        yield f"content type of {name} given twice"
    for name in overrides:
        if name not in book.parts:
            yield f"content type of {name}, which is not there"
    for name in book.parts:
        if name == "[Content_Types].xml" or name in overrides:
            continue
        extension = posixpath.basename(name).rpartition(".")[2].lower()
        if extension not in defaults or extension == "xml":
            yield f"{name} has no content type"


def relations(book):
    reached = {"[Content_Types].xml"}
    for part, entries in book.relations.items():
        if part and part not in book.parts:
            yield f"relationships of {part}, which is not there"
        for identifier in twice(identifier for identifier, *_ in entries):
            yield f"{part}: relationship {identifier} twice"
        for identifier, _, target, outside in entries:
            if not outside and target not in book.parts:
                yield f"{part}: relationship {identifier} leads to {target}, which is not there"
            reached.add(target)
    for name in book.parts:
        if name not in reached and not name.endswith(".rels"):
            yield f"no relationship leads to {name}"
    for name, root in book.trees.items():
        known = {identifier for identifier, *_ in book.relations.get(name, [])}
        used = [value for element in root.iter() for key, value in element.attrib.items()
                if key.startswith(RELATION_ID)]
        for identifier in used:
            if identifier not in known:
                yield f"{name}: relationship {identifier} is used and not declared"
        for identifier in known - set(used) if name.startswith(("xl/worksheets/", "xl/drawings/")) else ():
            kind = next(kind for known_id, kind, *_ in book.relations[name] if known_id == identifier)
            if kind != "comments":
                yield f"{name}: relationship {identifier} is declared and not used"


def element_order(book):
    for name, root in book.trees.items():
        for element in root.iter():
            expected = ORDER.get(local(element))
            if expected is None or (local(element) == "chart" and not element.tag.startswith(CHART)):
                continue
            if local(element) == "table" and not element.tag.startswith(MAIN):
                continue
            expected, names = expected.split(), [local(child) for child in element]
            places = [expected.index(child) if child in expected else -1 for child in names]
            if local(element) == "chart" and not names:
                continue
            if -1 in places:
                yield f"{name}: <{names[places.index(-1)]}> does not belong into <{local(element)}>"
            elif places != sorted(places):
                yield f"{name}: the children of <{local(element)}> stand in the order {names}"
            for child in twice(names):
                if child not in MANY:
                    yield f"{name}: <{child}> twice in <{local(element)}>"
            counted = element.get("count")
            if counted is not None and int(counted) != len(element):
                yield f"{name}: <{local(element)}> says {counted} and has {len(element)}"
        for element in root.iter():
            if element.get("count", "").isdigit() and local(element) not in ("sst", "ptCount") and len(element):
                if int(element.get("count")) != len(element):
                    yield f"{name}: <{local(element)}> says {element.get('count')} and has {len(element)}"


def identifiers(book):
    sheets = list(book.workbook.iter(MAIN + "sheet"))
    for what, values in (("sheetId", [sheet.get("sheetId") for sheet in sheets]),
                         ("relationship of a sheet", [sheet.get(RELATION_ID + "id") for sheet in sheets]),
                         ("sheet name", [sheet.get("name", "").lower() for sheet in sheets])):
        for value in twice(values):
            yield f"{what} {value!r} twice"
    if len(book.sheets) != len(sheets):
        yield "a sheet has no part"
    tables = [root for sheet in book.sheets for _, root in book.tables(sheet)]
    for what in ("id", "name", "displayName"):
        for value in twice(table.get(what, "").lower() for table in tables):
            yield f"table {what} {value!r} twice"
    names = [(name.lower(), scope) for name, scope, _ in book.names]
    for name, scope in twice(names):
        yield f"defined name {name!r} twice (sheet {scope})"
    for name in {name for name, _ in names} & {table.get("displayName", "").lower() for table in tables}:
        yield f"{name!r} names a table and a range"
    for sheet in book.sheets:
        for part, root in book.drawings(sheet):
            shapes = list(root.iter(DRAWING + "cNvPr"))
            for what in ("id", "name"):
                for value in twice(shape.get(what) for shape in shapes):
                    yield f"{part}: shape {what} {value!r} twice"
        for part, root in book.charts(sheet):
            for what in ("idx", "order"):
                for value in twice(e.get("val") for s in root.iter(CHART + "ser") for e in s.findall(CHART + what)):
                    yield f"{part}: series {what} {value} twice"
            axes = {axis.find(CHART + "axId").get("val") for axis in root.iter()
                    if axis.tag in (CHART + "catAx", CHART + "valAx", CHART + "dateAx")}
            wanted = {e.get("val") for e in root.iter(CHART + "crossAx")} | {
                e.get("val") for e in root.iter(CHART + "axId")}
            if axes != wanted:
                yield f"{part}: axes {sorted(axes)}, referenced {sorted(wanted)}"
        for value in twice(rule.get("priority") for rule in sheet.all("cfRule")):
            yield f"«{sheet.name}»: two conditional formats of priority {value}"


def sheet_names(book):
    if not any(not sheet.hidden for sheet in book.sheets) or book.sheets[0].hidden:
        yield "the first sheet is hidden"
    for sheet in book.sheets:
        name = sheet.name
        if not name.strip() or utf16(name) > 31 or re.search(r"[\[\]:*?/\\\x00-\x1f]", name) or "'" in (
                name[:1], name[-1:]) or name.lower() == "history":
            yield f"a sheet may not be called {name!r}"


def cells(book):
    last_shared = len(book.shared)
    for sheet in book.sheets:
        for message in sheet.disorder:
            yield f"«{sheet.name}»: {message}"
        for cell in sheet.cells.values():
            where = f"«{sheet.name}», row {cell.row}, column {cell.column}"
            if not 0 <= cell.style < book.style_count:
                yield f"{where}: style {cell.style} of {book.style_count}"
            if cell.kind == "s" and not (cell.stored or "").isdigit():
                yield f"{where}: no shared string"
            elif cell.kind == "s" and int(cell.stored) >= last_shared:
                yield f"{where}: shared string {cell.stored} of {last_shared}"
            elif cell.kind == "n" and cell.stored is not None and not re.fullmatch(
                    r"-?\d+(\.\d+)?([eE][-+]?\d+)?", cell.stored):
                yield f"{where}: the number {cell.stored!r}"
            elif cell.kind == "e" or (cell.text or "").startswith(("#DIV/", "#N/A", "#NAME?", "#NULL!", "#NUM!",
                                                                   "#REF!", "#VALUE!")):
                yield f"{where}: the error value {cell.stored!r}"
            if cell.formula is not None:
                if cell.stored in (None, ""):
                    yield f"{where}: the formula {cell.formula!r} has no stored result"
                if "#REF!" in cell.formula or utf16(cell.formula) > FORMULA_LIMIT or not cell.formula:
                    yield f"{where}: the formula {cell.formula[:60]!r}"
            if cell.text and utf16(cell.text) > TEXT_LIMIT:
                yield f"{where}: {utf16(cell.text)} characters"
            if cell.text and re.search("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", cell.text):
                yield f"{where}: a character that XML or Excel doesn't take in {cell.text[:60]!r}"


def dates(book):
    """A day is a number that a date format shows, within the lives of those concerned."""
    for sheet in book.sheets:
        for cell in sheet.cells.values():
            where = f"«{sheet.name}», row {cell.row}, column {cell.column}"
            if cell.text and re.fullmatch(r"\s*(\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2})\s*", cell.text):
                if not quoted_value(sheet, cell):
                    yield f"{where}: the date {cell.text} as text"
            if cell.kind == "n" and cell.stored and cell.style in book.date_styles:
                if not 5_000 < float(cell.stored) < 73_415:
                    yield f"{where}: {cell.stored} as a date"


def quoted_value(sheet, cell):
    """Is the cell in a column «Значение», which quotes what stands in the registry?"""
    return any(other.text == "Значение" and other.column == cell.column and other.row < cell.row
               for other in sheet.cells.values() if other.text)


def merged(book):
    for sheet in book.sheets:
        areas = []
        for entry in sheet.all("mergeCell"):
            area = Area.parse(entry.get("ref", ""))
            if area is None or area.first_row == area.last_row and area.first_column == area.last_column:
                yield f"«{sheet.name}»: merged cells {entry.get('ref')!r}"
                continue
            areas.append((area, entry.get("ref")))
        areas.sort(key=lambda pair: (pair[0].first_row, pair[0].last_row))
        for number, (area, text) in enumerate(areas):
            for other, another in areas[number + 1:]:
                if other.first_row > area.last_row:
                    break
                if area.overlaps(other):
                    yield f"«{sheet.name}»: merged cells {text} and {another} overlap"
            if any(not cell.blank for place in area.cells()[1:] if (cell := sheet.cells.get(place))):
                yield f"«{sheet.name}»: something stands under the merged cells {text}"


def tables(book):
    for sheet in book.sheets:
        used, areas = book.used(sheet), []
        declared = len(list(sheet.all("tablePart")))
        if declared != len(book.tables(sheet)):
            yield f"«{sheet.name}»: {declared} tables declared, {len(book.tables(sheet))} there"
        for part, table in book.tables(sheet):
            name, area = table.get("displayName", ""), Area.parse(table.get("ref", ""))
            where = f"«{sheet.name}», table {name}"
            if not re.fullmatch(r"[^\W\d][\w.]*", name) or utf16(name) > 255 or Area.parse(name.upper()):
                yield f"{where}: the name is not allowed"
            if area is None or not used.holds(area):
                yield f"{where}: {table.get('ref')} leaves the used cells"
                continue
            if area.first_row == area.last_row:
                yield f"{where}: no row below the header"
            for other, another in areas:
                if area.overlaps(other):
                    yield f"{where}: overlaps {another}"
            areas.append((area, name))
            columns = [entry.get("name", "") for entry in table.iter(MAIN + "tableColumn")]
            if len(columns) != area.last_column - area.first_column + 1:
                yield f"{where}: {len(columns)} columns over {table.get('ref')}"
            for what in ("id", "name"):
                for value in twice(entry.get(what, "").lower() for entry in table.iter(MAIN + "tableColumn")):
                    yield f"{where}: column {what} {value!r} twice"
            for offset, column in enumerate(columns):
                cell = sheet.cells.get((area.first_row, area.first_column + offset))
                found = cell.text if cell else None
                if cell is None or cell.kind not in ("s", "inlineStr") or cell.formula is not None or found != column:
                    yield f"{where}: the column {column!r} has {found!r} above it"
            for entry in table.iter(MAIN + "autoFilter"):
                inside = Area.parse(entry.get("ref", ""))
                if inside is None or not area.holds(inside):
                    yield f"{where}: its filter lies outside"
            for entry in sheet.all("mergeCell"):
                other = Area.parse(entry.get("ref", ""))
                if other and other.overlaps(area):
                    yield f"{where}: merged cells {entry.get('ref')} inside"
            own = sheet.first("autoFilter")
            if own is not None and (other := Area.parse(own.get("ref", ""))) and other.overlaps(area):
                yield f"{where}: the sheet's own filter lies over it"


def names(book):
    """Defined names, print areas and titles lead to existing sheets and used cells."""
    by_name = {sheet.name: sheet for sheet in book.sheets}
    for name, scope, formula in book.names:
        if not re.fullmatch(r"(_xlnm\.)?[^\W\d][\w.]*", name) or (not name.startswith("_xlnm.") and Area.parse(name.upper())):
            yield f"a name may not be called {name!r}"
        if scope is not None and scope >= len(book.sheets):
            yield f"name {name}: of sheet {scope}, which is not there"
            continue
        for one in re.split(r",(?=(?:[^']*'[^']*')*[^']*$)", formula):
            sheet, area = split_reference(one)
            if sheet is None or area is None or sheet not in by_name:
                yield f"name {name}: {one!r} leads nowhere"
                continue
            if scope is not None and by_name[sheet].index != scope:
                yield f"name {name} of «{book.sheets[scope].name}» leads to «{sheet}»"
            used = book.used(by_name[sheet])
            if used is None or area.first_row > used.last_row or area.first_column > used.last_column:
                yield f"name {name}: {one} has nothing in it"
            elif area.last_row > used.last_row + BLANK_ROWS and area.last_row != LAST_ROW or (
                    area.last_column > used.last_column and area.last_column != LAST_COLUMN):
                yield f"name {name}: {one} leaves the used cells"


def references(book):
    """Links, rules for input and conditional formats lead to existing places."""
    by_name = {sheet.name: sheet for sheet in book.sheets}
    defined = {name for name, _, _ in book.names}
    for sheet in book.sheets:
        used = book.used(sheet)
        for link in sheet.all("hyperlink"):
            where = f"«{sheet.name}», link at {link.get('ref')}"
            area = Area.parse(link.get("ref", ""))
            if area is None or not used.holds(area):
                yield f"{where}: not at a used cell"
            location = link.get("location")
            if location is not None and link.get(RELATION_ID + "id") is None and location not in defined:
                name, target = split_reference(location)
                aim = book.used(by_name[name]) if name in by_name else None
                if target is None or aim is None or not aim.overlaps(target):
                    yield f"{where}: leads to {location!r}"
            outside = book.target(sheet.part, link.get(RELATION_ID + "id"))
            if link.get(RELATION_ID + "id") is not None and (
                    not outside or len(outside) > ADDRESS_LIMIT or not re.match("(https?://|mailto:)", outside)):
                yield f"{where}: leads to {outside!r}"
        for rule in sheet.all("dataValidation"):
            where = f"«{sheet.name}», input rule at {rule.get('sqref')}"
            for text in rule.get("sqref", "").split():
                if Area.parse(text) is None:
                    yield f"{where}: no cells"
            for key, limit in (("promptTitle", 32), ("prompt", 255), ("errorTitle", 32), ("error", 255)):
                if utf16(rule.get(key, "")) > limit:
                    yield f"{where}: {key} too long"
            for part in rule:
                text = part.text or ""
                if rule.get("type") == "list" and not text.startswith('"') and text not in defined:
                    name, target = split_reference(text)
                    if target is None or name not in by_name:
                        yield f"{where}: list from {text!r}"
                if text.startswith('"') and utf16(text) > 257:
                    yield f"{where}: list too long"
        formats = book.trees["xl/styles.xml"].find(MAIN + "dxfs")
        for entry in sheet.all("conditionalFormatting"):
            if any(Area.parse(text) is None or not used.overlaps(Area.parse(text))
                   for text in entry.get("sqref", "").split()):
                yield f"«{sheet.name}»: conditional format over {entry.get('sqref')!r}"
            for rule in entry.iter(MAIN + "cfRule"):
                if rule.get("dxfId") is not None and int(rule.get("dxfId")) >= len(formats):
                    yield f"«{sheet.name}»: conditional format {rule.get('dxfId')} of {len(formats)}"
        for kind in ("rowBreaks", "colBreaks"):
            breaks = sheet.first(kind)
            if breaks is not None and len(breaks) > 1_023:
                yield f"«{sheet.name}»: {len(breaks)} page breaks"


RULES = (container, content_types, relations, element_order, identifiers, sheet_names, cells, dates, merged, tables,
         names, references, charts, printing, widths, properties)


def problems(book, as_of=None):
    """[(rule, message)] of a Package."""
    found = []
    for rule in RULES:
        arguments = (book, as_of) if rule is properties else (book,)
        found += [(rule.__name__, message) for message in rule(*arguments)]
    return found
