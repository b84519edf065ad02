"""Ways to spoil a workbook, each with the rules of package_rules.py that must find it."""

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from typing import Callable

warnings.filterwarnings("ignore", message="Duplicate name")  # one of the ways
SHEET = r"xl/worksheets/sheet\d+\.xml"
CHART = r"xl/charts/chart\d+\.xml"
DRAWING = r"xl/drawings/drawing\d+\.xml"
TABLE = r"xl/tables/table\d+\.xml"


@dataclass(frozen=True)
class Way:
    name: str
    rules: tuple
    spoil: Callable  # changes {part: bytes} in place; False when the workbook has nothing to spoil so

    def apply(self, data):
        """The spoiled workbook; None when it can't be spoiled in this way."""
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = {entry.filename: book.read(entry) for entry in book.infolist()}
        extra = []
        if self.spoil(parts, extra) is False:
            return None
        return packed(parts, extra)


def packed(parts, extra=()):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in (*parts.items(), *(pair for pair in extra if isinstance(pair, tuple))):
            book.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    data = target.getvalue()
    if "damage" in extra:
        middle = data.index(b"xl/workbook.xml") + 60
        data = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1:]
    return data


def replace(part, pattern, replacement):
    """Spoils the first match in the parts of this name."""
    def spoil(parts, _):
        for name in parts:
            if re.fullmatch(part, name):
                changed = re.sub(pattern, replacement, parts[name], count=1, flags=re.S)
                if changed != parts[name]:
                    parts[name] = changed
                    return True
        return False
    return spoil


def drop(part):
    def spoil(parts, _):
        name = next((name for name in parts if re.fullmatch(part, name)), None)
        return name is not None and parts.pop(name) is not None
    return spoil


def in_names(pattern, replacement):
    return replace(r"xl/workbook\.xml", pattern, replacement)


def add_part(parts, _):
    parts["xl/media/stray.xml"] = b"<a/>"


def add_entry(_, extra):
    extra.append(("xl/workbook.xml", b"<a/>"))


def damage(_, extra):
    extra.append("damage")


def long_text(parts, _):
    return replace(r"xl/sharedStrings\.xml", rb"<t([^>]*)>[^<]+</t>", rb"<t\1>" + b"a" * 32_768 + b"</t>")(parts, _)


def second_table_name(parts, _):
    tables = sorted(name for name in parts if re.fullmatch(TABLE, name))
    if len(tables) < 2:
        return False
    first = re.search(rb' name="[^"]+" displayName="[^"]+"', parts[tables[0]])[0]
    parts[tables[1]] = re.sub(rb' name="[^"]+" displayName="[^"]+"', first, parts[tables[1]], count=1)
    return True


def second_table_id(parts, _):
    tables = sorted(name for name in parts if re.fullmatch(TABLE, name))
    if len(tables) < 2:
        return False
    first = re.search(rb' id="\d+"', parts[tables[0]])[0]
    parts[tables[1]] = re.sub(rb' id="\d+"', first, parts[tables[1]], count=1)
    return True


def date_as_text(parts, _):
    return replace(r"xl/sharedStrings\.xml", rb"<t([^>]*)>[^<]+</t>", rb"<t\g<1>>20.11.2026</t>")(parts, _)


def hide_first(parts, _):
    return replace(r"xl/workbook\.xml", rb'(<sheet name="[^"]*" sheetId="1")', rb'\1 state="hidden"')(parts, _)


CELL = rb'<c r="([A-Z]+\d+)" s="(\d+)"'
WAYS = (
    Way("a damaged entry", ("container", "readable"), damage),
    Way("an entry twice", ("container",), add_entry),
    Way("a part without a type or a relationship", ("relations",), add_part),
    Way("a sheet's part is gone", ("relations", "identifiers", "readable"), drop(SHEET)),
    Way("a type of a part that is gone", ("content_types",), drop(r"docProps/app\.xml")),
    Way("a part without its content type", ("content_types",),
        replace(r"\[Content_Types\]\.xml", rb'<Override PartName="/xl/styles.xml"[^>]*/>', b"")),
    Way("a relationship id twice", ("relations",),
        replace(r"xl/_rels/workbook\.xml\.rels", rb'Id="rId2"', b'Id="rId1"')),
    Way("a relationship that leads nowhere", ("relations",),
        replace(r"xl/drawings/_rels/.*", rb'Target="../charts/chart(\d+)', rb'Target="../charts/chart9\1')),
    Way("a drawing nobody declared", ("relations",), replace(SHEET, rb'<drawing r:id="rId\d+"/>', b'<drawing r:id="rId77"/>')),
    Way("a relationship nobody uses", ("relations",), replace(SHEET, rb'<drawing r:id="rId\d+"/>', b"")),
    Way("merged cells after the page setup", ("element_order",),
        replace(SHEET, rb"(<mergeCells .*?</mergeCells>)(.*)(</worksheet>)", rb"\2\1\3")),
    Way("columns after the cells", ("element_order",), replace(SHEET, rb"(<cols>.*?</cols>)(<sheetData>.*</sheetData>)", rb"\2\1")),
    Way("margins behind the page setup", ("element_order",),
        replace(SHEET, rb"(<pageMargins [^>]*/>)(<pageSetup [^>]*/>)", rb"\2\1")),
    Way("a wrong count", ("element_order",), replace(SHEET, rb'<mergeCells count="(\d+)"', rb'<mergeCells count="9\1"')),
    Way("sheet ids alike", ("identifiers",), replace(r"xl/workbook\.xml", rb'sheetId="2"', b'sheetId="1"')),
    Way("sheet names alike", ("identifiers",),
        replace(r"xl/workbook\.xml", rb'(<sheet name=)("[^"]*")([^>]*/><sheet name=)"[^"]*"', rb"\1\2\3\2")),
    Way("a sheet name too long", ("sheet_names",),
        replace(r"xl/workbook\.xml", rb'<sheet name="[^"]*"', b'<sheet name="' + b"a" * 32 + b'"')),
    Way("a colon in a sheet name", ("sheet_names",), replace(r"xl/workbook\.xml", rb'<sheet name="', b'<sheet name="A:')),
    Way("the first sheet hidden", ("sheet_names",), hide_first),
    Way("shapes of one id", ("identifiers",), replace(DRAWING, rb'(<xdr:cNvPr id="2".*)<xdr:cNvPr id="3"', rb'\1<xdr:cNvPr id="2"')),
    Way("series of one number", ("identifiers",), replace(CHART, rb'<c:idx val="1"/><c:order', b'<c:idx val="0"/><c:order')),
    Way("an axis that isn't there", ("identifiers",), replace(CHART, rb'<c:crossAx val="\d+"/>', b'<c:crossAx val="1"/>')),
    Way("a shared string that isn't there", ("cells",),
        replace(SHEET, rb't="s"><v>\d+</v>', b't="s"><v>999999</v>')),
    Way("a style that isn't there", ("cells",), replace(SHEET, rb'<c r="([A-Z]+\d+)" s="\d+"', rb'<c r="\1" s="99999"')),
    Way("cells out of order", ("cells",), replace(SHEET, rb"(<c r=\"[A-Z]+\d+\"[^>]*><v>[^<]*</v></c>)(<c r=\"[A-Z]+\d+\"[^>]*><v>[^<]*</v></c>)", rb"\2\1")),
    Way("rows out of order", ("cells",), replace(SHEET, rb'(<row r="3".*?</row>)(<row r="\d+".*?</row>)', rb"\2\1")),
    Way("not a number", ("cells",), replace(SHEET, rb'(<c r="[A-Z]+\d+" s="\d+"><v>)[^<]*', rb"\1NaN")),
    Way("an infinite number", ("cells",), replace(SHEET, rb'(<c r="[A-Z]+\d+" s="\d+"><v>)[^<]*', rb"\1INF")),
    Way("an error value", ("cells",), replace(SHEET, rb'<c r="([A-Z]+\d+)" s="(\d+)"><v>[^<]*', rb'<c r="\1" s="\2" t="e"><v>#DIV/0!')),
    Way("a formula without its result", ("cells",), replace(SHEET, rb"</f><v>[^<]*</v>", b"</f>")),
    Way("a formula of a lost reference", ("cells",), replace(SHEET, rb"<f>[^<]*</f>", b"<f>SUM(#REF!)</f>")),
    Way("a text too long", ("cells",), long_text),
    Way("a character XML doesn't allow", ("readable",), replace(r"xl/sharedStrings\.xml", rb"(<t[^>]*>)", b"\\1\x02")),
    Way("a control character", ("cells",), replace(r"xl/sharedStrings\.xml", rb"(<t[^>]*>)", b"\\1\x7f")),
    Way("a date as text", ("dates",), date_as_text),
    Way("merged cells that overlap", ("merged",),
        replace(SHEET, rb'<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/>', rb'<mergeCell ref="\1:\2"/><mergeCell ref="\1:ZZ9"/>')),
    Way("merged cells of one cell", ("merged",), replace(SHEET, rb'<mergeCell ref="([A-Z]+\d+):[A-Z]+\d+"', rb'<mergeCell ref="\1:\1"')),
    Way("tables of one name", ("identifiers",), second_table_name),
    Way("tables of one id", ("identifiers",), second_table_id),
    Way("a table beyond its sheet", ("tables",), replace(TABLE, rb'(<table [^>]*ref="[A-Z]+\d+:[A-Z]+)\d+', rb"\g<1>99999")),
    Way("a table's column called otherwise", ("tables",), replace(TABLE, rb'(<tableColumn id="1" name=")', rb"\1x ")),
    Way("two columns of one name", ("tables",), replace(TABLE, rb'(<tableColumn id="1" name=)("[^"]*")(.*?<tableColumn id="2" name=)"[^"]*"', rb"\1\2\3\2")),
    Way("a table with a name like a cell", ("tables",), replace(TABLE, rb'displayName="[^"]*"', b'displayName="AB12"')),
    Way("a table's filter outside it", ("tables",), replace(TABLE, rb'<autoFilter ref="[^"]*"', b'<autoFilter ref="ZY1:ZZ9"')),
    Way("a print area on no sheet", ("names",), in_names(rb"(Print_Area\"[^>]*>)'[^']*'", rb"\1'Nowhere'")),
    Way("a print area far beyond the cells", ("names",), in_names(rb"(Print_Area\"[^>]*>[^<]*\$)\d+<", rb"\g<1>9999<")),
    Way("a name twice", ("identifiers",), in_names(rb"(<definedName .*?</definedName>)", rb"\1\1")),
    Way("a link to no sheet", ("references",), replace(SHEET, rb'(<hyperlink [^>]*location=")[^"]*', rb"\1'Nowhere'!A1")),
    Way("a link to nothing", ("references",), replace(SHEET, rb'(<hyperlink [^>]*location="[^"]*![A-Z]+)\d+', rb"\g<1>88888")),
    Way("a conditional format over nothing", ("references",), replace(SHEET, rb'<conditionalFormatting sqref="[^"]*"', b'<conditionalFormatting sqref="ZZ900:ZZ901"')),
    Way("a chart without alt text", ("charts",), replace(DRAWING, rb' descr="[^"]*"', b"")),
    Way("a chart over no sheet", ("charts",), replace(CHART, rb"<c:f>'[^']*'", b"<c:f>'Nowhere'")),
    Way("a chart over empty cells", ("charts",), replace(CHART, rb"(<c:numRef><c:f>'[^']*'!)[^<]*", rb"\1$ZZ$1:$ZZ$3")),
    Way("a chart with another number stored", ("charts",), replace(CHART, rb"(<c:numCache>.*?<c:v>)[^<]*", rb"\g<1>987654")),
    Way("other paper", ("printing",), replace(SHEET, rb'paperSize="9"', b'paperSize="1"')),
    Way("neither upright nor across", ("printing",), replace(SHEET, rb' orientation="[a-z]+"', b"")),
    Way("no page number", ("printing",), replace(SHEET, rb"&amp;P", b"")),
    Way("no print area", ("printing",), in_names(rb'<definedName name="_xlnm.Print_Area"[^>]*>[^<]*</definedName>', b"")),
    Way("a print area that cuts rows off", ("printing",), in_names(rb"(Print_Area\"[^>]*>[^<]*:\$[A-Z]+\$)\d+<", rb"\g<1>2<")),
    Way("no column widths", ("widths",), replace(SHEET, rb"<cols>.*?</cols>", b"")),
    Way("columns that overlap", ("widths",), replace(SHEET, rb'(<col [^>]*/>)', rb"\1\1")),
    Way("a creation date of another day", ("properties",), replace(r"docProps/core\.xml", rb"(dcterms:W3CDTF\">)[^<]*", rb"\g<1>2020-01-01T10:11:12Z")),
    Way("no title", ("properties",), replace(r"docProps/core\.xml", rb"<dc:title>[^<]*</dc:title>", b"")),
)
