"""How the project's sheets are made: charts that say in words what they show, sheets that print on A4 with page
numbers, columns of a width of their own, document properties. Each rule takes a Package and yields messages;
package_rules.py runs them."""

from package import CHART, DRAWING, LAST_COLUMN, Area, local, split_reference, utf16

RUNNING_LINE_LIMIT = 255
A4 = "9"


def charts(book):
    """Charts tell their message in words and show cells that exist and hold what they have stored."""
    by_name = {sheet.name: sheet for sheet in book.sheets}
    for sheet in book.sheets:
        for part, root in book.drawings(sheet):
            for shape in root.iter(DRAWING + "cNvPr"):
                if len((shape.get("descr") or "").strip()) < 20:
                    yield f"«{sheet.name}», {shape.get('name')}: no alt text"
        for part, root in book.charts(sheet):
            if not any(True for _ in root.iter(CHART + "ser")):
                yield f"{part}: no series"
            for reference in (*root.iter(CHART + "numRef"), *root.iter(CHART + "strRef")):
                formula = reference.find(CHART + "f").text or ""
                name, area = split_reference(formula)
                if area is None or name not in by_name:
                    yield f"{part}: {formula!r} leads nowhere"
                    continue
                yield from chart_cells(by_name[name], area, reference, f"{part}, {formula}")


def chart_cells(sheet, area, reference, where):
    stored = {int(point.get("idx")): point.find(CHART + "v").text or "" for point in reference.iter(CHART + "pt")}
    count = reference.find(f".//{CHART}ptCount")
    places = area.cells()
    if count is not None and int(count.get("val")) != len(places):
        yield f"{where}: {count.get('val')} points over {len(places)} cells"
    if not any(place in sheet.cells and not sheet.cells[place].blank for place in places):
        yield f"{where}: no cell with anything in it"
    for number, place in enumerate(places):
        cell = sheet.cells.get(place)
        found = "" if cell is None or cell.blank else cell.text if cell.text is not None else cell.stored
        kept = stored.get(number, "")
        if not stored:
            continue
        if reference.tag == CHART + "numRef" and (cell is None or cell.text is not None or cell.blank):
            good = kept in ("", "0")  # a gap
        elif reference.tag == CHART + "numRef":
            good = kept != "" and abs(float(kept) - float(found)) <= 1e-9 * max(1.0, abs(float(found)))
        else:
            good = kept == found
        if not good:
            yield f"{where}: point {number} is {kept!r}, its cell holds {found!r}"


def printing(book):
    """Every visible sheet is ready to print: A4, turned one way or the other, page numbers, an area."""
    areas, titles = ({scope: formula for name, scope, formula in book.names if name == "_xlnm.Print_" + kind}
                     for kind in ("Area", "Titles"))
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        setup, footer = sheet.first("pageSetup"), sheet.first("headerFooter")
        if setup is None or setup.get("paperSize") != A4:
            yield f"«{sheet.name}»: the paper is not A4"
        if setup is None or setup.get("orientation") not in ("portrait", "landscape"):
            yield f"«{sheet.name}»: neither portrait nor landscape"
        if sheet.first("pageMargins") is None:
            yield f"«{sheet.name}»: no margins"
        lines = {local(line): line.text or "" for line in footer} if footer is not None else {}
        if "&P" not in lines.get("oddFooter", ""):
            yield f"«{sheet.name}»: no page number in the footer"
        for line, text in lines.items():
            if utf16(text) > RUNNING_LINE_LIMIT:
                yield f"«{sheet.name}»: {line} of {utf16(text)} characters"
        if sheet.index not in areas:
            yield f"«{sheet.name}»: no print area"
            continue
        area, used = split_reference(areas[sheet.index])[1], book.used(sheet)
        if area is None or used is None:
            continue
        again = [part for one in titles.get(sheet.index, "").split(",") if (part := split_reference(one)[1])]
        if any(not area.first_row <= place[0] <= area.last_row and not any(part.overlaps(Area(*place, *place)) for part in again)
               for place, cell in sheet.cells.items() if not cell.blank):
            yield f"«{sheet.name}»: rows outside the print area {areas[sheet.index]}"
        for anchor in book.anchors(sheet):
            if not area.holds(Area(anchor.first_row, anchor.first_column, max(anchor.last_row - 1, anchor.first_row),
                                   max(anchor.last_column - 1, anchor.first_column))):
                yield f"«{sheet.name}»: a chart outside the print area {areas[sheet.index]}"


def widths(book):
    """Every column that is printed has a width of its own; helping columns beside the print area needn't."""
    areas = {scope: split_reference(formula)[1] for name, scope, formula in book.names if name == "_xlnm.Print_Area"}
    for sheet in book.sheets:
        printed = areas.get(sheet.index)
        spans, last = [], 0
        for column in sheet.all("col"):
            first, end, width = int(column.get("min")), int(column.get("max")), float(column.get("width", 0))
            if first <= last or end < first or end > LAST_COLUMN or not 0 <= width <= 255:
                yield f"«{sheet.name}»: columns {first}–{end} of width {width}"
            last = end
            if column.get("customWidth") == "1":
                spans.append((first, end))
        taken = {place[1] for place, cell in sheet.cells.items() if not cell.blank
                 and (printed is None or printed.first_column <= place[1] <= printed.last_column)}
        bare = sorted(column for column in taken if not any(first <= column <= end for first, end in spans))
        if bare and not sheet.hidden:
            yield f"«{sheet.name}»: columns {bare} have no width of their own"
        for row in sheet.all("row"):
            if not 0 <= float(row.get("ht", 15)) <= 409:
                yield f"«{sheet.name}»: row {row.get('r')} of height {row.get('ht')}"


def properties(book, as_of=None):
    root = book.trees.get("docProps/core.xml")
    values = {local(entry): entry.text or "" for entry in root} if root is not None else {}
    for key in ("title", "creator", "created"):
        if not values.get(key, "").strip():
            yield f"no document property {key}"
    for key in ("created", "modified"):
        value = values.get(key, "")
        if not value.endswith("T00:00:00Z") or (as_of and not value.startswith(as_of)):
            yield f"{key} is {value}, not the day of the report"
