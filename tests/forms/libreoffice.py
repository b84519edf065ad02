"""LibreOffice without a screen, driven over its own interface: fills cells and saves the workbook."""

import contextlib
import subprocess
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _property(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


@contextlib.contextmanager
def desktop(folder):
    """A LibreOffice of its own with a fresh profile in `folder`; ended with the block."""
    pipe = f"metodaktiv-{Path(folder).name}-{time.monotonic_ns()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore",
         "--nologo", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        deadline = time.monotonic() + 120
        while True:
            try:
                remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if time.monotonic() > deadline or process.poll() is not None:
                    raise
                time.sleep(0.2)
        yield remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    finally:
        process.terminate()
        process.wait(timeout=60)


@contextlib.contextmanager
def _document(office, file):
    document = office.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (_property("Hidden", True),))
    try:
        yield document
    finally:
        document.close(True)


def _cell(document, edit):
    return document.Sheets.getByName(edit["sheet"]).getCellByPosition(edit["column"] - 1, edit["row"] - 1)


def fill(office, source, target, edits):
    """Opens `source`, sets the cells, saves as XLSX."""
    with _document(office, source) as document:
        for edit in edits:
            cell = _cell(document, edit)
            if edit["kind"] == "text":
                cell.setString(edit["value"])
            elif edit["kind"] == "number":
                cell.setValue(edit["value"])
            else:  # a date as typed; an empty text clears the cell
                cell.setFormula(edit["value"] if edit["kind"] == "date" else "")
        document.storeToURL(Path(target).as_uri(), (_property("FilterName", "Calc MS Excel 2007 XML"),))


def locked_cells(office, file, places):
    """Those of the places that the protection of their sheets lets nobody change."""
    with _document(office, file) as document:
        return [(place["sheet"], place["row"], place["column"]) for place in places
                if document.Sheets.getByName(place["sheet"]).isProtected()
                and _cell(document, place).CellProtection.IsLocked]


_FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA


def recalculated(office, file):
    """Every formula cell after a full recalculation: {(sheet, row, column): number, text or an error's number}."""
    values = {}
    with _document(office, file) as document:
        document.calculateAll()
        for sheet in document.Sheets:
            for address in sheet.queryContentCells(_FORMULAS).RangeAddresses:
                for row in range(address.StartRow, address.EndRow + 1):
                    for column in range(address.StartColumn, address.EndColumn + 1):
                        cell = sheet.getCellByPosition(column, row)
                        value = f"error {cell.getError()}" if cell.getError() else cell.getValue()
                        if not cell.getError() and cell.FormulaResultType2 == 2:  # text
                            value = cell.getString()
                        values[(sheet.Name, row + 1, column + 1)] = value
    return values
