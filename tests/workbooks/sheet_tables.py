"""Tables of a finished sheet found by their looks: rows of bold headers, the cells below with the
titles above them. For tests that read numbers back by meaning."""

from dataclasses import dataclass

import openpyxl


@dataclass(frozen=True)
class Entry:
    """A cell with a number, and what the sheet says about it."""

    sheet: str
    place: str  # "B7"
    row: int
    column: int
    value: float | int
    is_date: bool
    headers: tuple  # titles above, the outermost first; empty outside a table
    row_texts: tuple  # texts of the row, from the left
    above: frozenset  # every text of the column above it
    formula: bool = False


@dataclass
class SheetCells:
    name: str
    rows: dict  # row: {column: cell value}
    entries: list
    headers: dict  # row of headers: {column: titles}
    texts: list  # every text of the sheet


def _is_header(cells):
    """A row of titles: two or more texts, most of them bold, and nothing else."""
    return (len(cells) > 1 and all(isinstance(cell.value, str) for cell in cells)
            and sum(bool(cell.font.b) for cell in cells) > 0.6 * len(cells))


def remember(cells, above):
    for cell in cells:
        if isinstance(cell.value, str):
            above.setdefault(cell.column, set()).add(cell.value)


def read_sheets(path):
    """[SheetCells] of the visible sheets, cached results in place of formulas."""
    results = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    return [_read(sheet, formulas[sheet.title]) for sheet in results.worksheets]


def _read(sheet, formulas):
    spans = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                spans[row, column] = (area.min_row, area.min_col)
    found = SheetCells(sheet.title, {}, [], {}, [])
    titles, last_header, above_of = {}, 0, {}
    for row in sheet.iter_rows():
        cells = [cell for cell in row if cell.value is not None]
        if not cells:
            titles = {}
            continue
        number = cells[0].row
        found.rows[number] = {cell.column: cell.value for cell in cells}
        found.texts += [cell.value for cell in cells if isinstance(cell.value, str)]
        if _is_header(cells):
            fresh = last_header != number - 1
            above = {} if fresh else titles
            titles = {}
            for column in range(1, sheet.max_column + 1):
                origin = spans.get((number, column), (number, column))
                text = sheet.cell(*origin).value
                path = above.get(column, ())
                if isinstance(text, str) and (not path or path[-1] != text):
                    path = (*path, text)
                left = titles.get(column - 1, ())
                if not path and left and "диаграмм" in left[-1].lower():
                    path = left  # one title over a row of helping columns
                if path:
                    titles[column] = path
            last_header = number
            found.headers[number] = titles
            remember(cells, above_of)
            continue
        texts = tuple(cell.value for cell in cells if isinstance(cell.value, str))
        for cell in cells:
            value = cell.value
            day = cell.is_date
            if isinstance(value, bool) or not (day or isinstance(value, (int, float))):
                continue
            formula = formulas.cell(cell.row, cell.column).data_type == "f"
            found.entries.append(Entry(sheet.title, cell.coordinate, number, cell.column, value, day,
                                       titles.get(cell.column, ()), texts, frozenset(above_of.get(cell.column, ())), formula))
        remember(cells, above_of)
    return found
