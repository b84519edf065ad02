"""Hostile and broken input files, made from a seed: every call of inputs() yields the same ones."""

import io
import random
import struct
import warnings
import zipfile
import zlib

warnings.filterwarnings("ignore", "Duplicate name")

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROOT_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
BOOK_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATION}/styles" Target="styles.xml"/></Relationships>')
BOOK = (f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>'
        '<sheet name="subjects" sheetId="1" r:id="rId1"/></sheets></workbook>')
STRINGS = (f'<?xml version="1.0"?><sst xmlns="{MAIN}"><si><t>code</t></si><si><t>area</t></si>'
           '<si><t>name</t></si><si><t>phys</t></si><si><r><t>Физ</t></r><r><t>ика</t></r></si></sst>')
STYLES = (f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
          '<xf numFmtId="14"/></cellXfs></styleSheet>')
ROWS = ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>Естествознание</t></is></c>'
        '<c r="C2" t="s"><v>4</v></c></row>')


def sheet(rows=ROWS, before="", after=""):
    return (f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}'
            '</worksheet>')


PART_NAMES = {
    "types": "[Content_Types].xml", "root": "_rels/.rels", "book": "xl/workbook.xml",
    "rels": "xl/_rels/workbook.xml.rels", "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml",
    "sheet": "xl/worksheets/sheet1.xml"}


def parts(**changed):
    """The parts of a good workbook; a keyword replaces one, None leaves it out."""
    texts = {"types": CONTENT_TYPES, "root": ROOT_RELS, "book": BOOK, "rels": BOOK_RELS, "strings": STRINGS,
             "styles": STYLES, "sheet": sheet()} | changed
    return {PART_NAMES[key]: text for key, text in texts.items() if text is not None}


def pack(files, extra=(), method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in [*files.items(), *extra]:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = method
            if isinstance(text, (str, bytes)):
                archive.writestr(info, text)
                continue
            with archive.open(info, "w") as part:  # pieces: a bomb is never whole in memory
                for piece in text:
                    part.write(piece.encode())
    return out.getvalue()


def xlsx(**changed):
    return pack(parts(**changed))


def cell_rows(cell):
    return ROWS + f'<row r="3">{cell}</row>'


BAD_CELLS = [
    '<c r="A0" t="s"><v>0</v></c>', '<c r="ZZZZ3"><v>1</v></c>', '<c r="XFE3"><v>1</v></c>',
    '<c r="A99999999999999999999"><v>1</v></c>', '<c r="" t="s"><v>0</v></c>', '<c r="3A"><v>1</v></c>',
    '<c r="A3" t="s"><v>99999</v></c>', '<c r="A3" t="s"><v>-1</v></c>', '<c r="A3" t="s"><v>nan</v></c>',
    '<c r="A3" t="s"><v></v></c>', '<c r="A3"><v>nan</v></c>', '<c r="A3"><v>inf</v></c>',
    '<c r="A3"><v>1e999</v></c>', '<c r="A3"><v>1e308</v></c>', '<c r="A3"><v>0x10</v></c>',
    '<c r="A3" t="z"><v>1</v></c>', '<c r="A3" s="999"><v>1</v></c>', '<c r="A3" s="-1"><v>1</v></c>',
    '<c r="A3" s="1"><v>-5</v></c>', '<c r="A3" s="1"><v>99999999</v></c>', '<c r="A3" t="b"><v>2</v></c>',
    '<c r="A3" t="e"><v>#REF!</v></c>', '<c r="A3" t="d"><v>2024-02-30</v></c>',
    '<c r="C3"><v>1</v></c><c r="A3"><v>2</v></c>', '<c r="A3"/><c r="A3"><v>1</v></c>',
    '<c r="A3" t="inlineStr"><is><t>' + "Ж" * 40000 + "</t></is></c>",
    '<c r="A3" t="inlineStr"><is><t>_x0000__xD800_</t></is></c>',
    '<c r="A3" t="inlineStr"><is><t>&#x202E;bidi</t></is></c>', '<c r="A3" t="str"><v>=cmd|calc</v></c>',
]


def bad_workbooks():
    for number, cell in enumerate(BAD_CELLS):
        yield f"cell-{number}.xlsx", xlsx(sheet=sheet(cell_rows(cell)))
    entity = ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
              + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" if i else "&a;"}{f"&a{i - 1};" if i else "&a;"}">'
                        for i in range(30)) + "]>")
    yield "billion-laughs.xlsx", xlsx(sheet=sheet(cell_rows("<c><v>&a29;</v></c>"), before=entity))
    external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "external-entity.xlsx", xlsx(
        sheet=sheet(cell_rows('<c t="inlineStr"><is><t>&e;</t></is></c>'), before=external))
    for part in PART_NAMES:
        yield f"missing-{part}.xlsx", xlsx(**{part: None})
        yield f"empty-{part}.xlsx", xlsx(**{part: ""})
        yield f"dtd-{part}.xlsx", xlsx(**{part: "<!DOCTYPE a><a/>"})
        yield f"unclosed-{part}.xlsx", xlsx(**{part: "<a><b>"})
        yield f"deep-{part}.xlsx", xlsx(**{part: "<a>" * 5000 + "</a>" * 5000})
        yield f"binary-{part}.xlsx", xlsx(**{part: bytes(range(256)) * 20})
        yield f"token-{part}.xlsx", xlsx(**{part: '<a b="' + "x" * 4_000_000 + '"/>'})
        yield f"twice-{part}.xlsx", pack(parts(), [(PART_NAMES[part], parts()[PART_NAMES[part]])])
    head, tail = sheet("|").split("|")
    yield "bomb-spaces.xlsx", xlsx(sheet=[head, ROWS, *[" " * 1_000_000] * 300, tail])
    yield "bomb-cells.xlsx", xlsx(sheet=[head, "<row>", *["<c><v>1</v></c>" * 20_000] * 100, "</row>", tail])
    yield "bomb-rows.xlsx", xlsx(sheet=[head, *["<row><c><v>1</v></c></row>" * 10_000] * 100, tail])
    text = "<si><t>" + "x" * 30_000 + "</t></si>"
    yield "bomb-strings.xlsx", xlsx(strings=[f'<sst xmlns="{MAIN}">', *[text * 10] * 500, "</sst>"])
    yield "many-entries.xlsx", pack(parts(), [(f"junk/{i}", "") for i in range(12_000)])
    sheets = "".join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="rId1"/>' for i in range(400))
    yield "many-sheets.xlsx", xlsx(book=BOOK.replace('<sheet name="subjects" sheetId="1" r:id="rId1"/>', sheets))
    yield "escape-target.xlsx", xlsx(rels=BOOK_RELS.replace("worksheets/sheet1.xml", "../../../etc/passwd"))
    yield "external-target.xlsx", xlsx(
        rels=BOOK_RELS.replace('Target="worksheets/sheet1.xml"', 'Target="http://x.example/" TargetMode="External"'))
    yield "self-target.xlsx", xlsx(rels=BOOK_RELS.replace("worksheets/sheet1.xml", "workbook.xml"))
    yield "bzip2.xlsx", pack(parts(), method=zipfile.ZIP_BZIP2)
    yield "lzma.xlsx", pack(parts(), method=zipfile.ZIP_LZMA)
    yield "names.xlsx", pack(parts(), [("../evil", "x"), ("a\\b", "x"), ("C:/x", "x"), ("/abs", "x")])


def patched(data, signature, offset, value, size=2):
    """The archive with a field of every header of one kind overwritten."""
    out = bytearray(data)
    at = out.find(signature)
    while at >= 0:
        out[at + offset:at + offset + size] = value.to_bytes(size, "little")
        at = out.find(signature, at + 4)
    return bytes(out)


def bad_archives():
    good = xlsx()
    local, central, end = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
    yield "encrypted.xlsx", patched(patched(good, local, 6, 1), central, 8, 1)
    yield "method-99.xlsx", patched(patched(good, local, 8, 99), central, 10, 99)
    yield "wrong-crc.xlsx", patched(patched(good, local, 14, 0xDEAD, 4), central, 16, 0xDEAD, 4)
    yield "small-size.xlsx", patched(patched(good, local, 22, 5, 4), central, 24, 5, 4)
    yield "huge-size.xlsx", patched(patched(good, local, 22, 0x7FFFFFFF, 4), central, 24, 0x7FFFFFFF, 4)
    yield "far-offset.xlsx", patched(good, central, 42, 0x7FFFFFFF, 4)
    yield "entries-65535.xlsx", patched(good, end, 10, 65535)
    yield "comment.xlsx", good + b"trailing junk" * 100
    yield "prefix.xlsx", b"junk" * 100 + good
    yield "ole2.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(4096)
    ole_name = "EncryptedPackage".encode("utf-16-le")
    yield "password.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(1024) + ole_name + bytes(1024)
    yield "html.xlsx", b"<html><table><tr><td>1</td></tr></table></html>"
    yield "pdf.xlsx", b"%PDF-1.7\n" + bytes(500)
    yield "empty.xlsx", b""
    yield "zeros.xlsx", bytes(10_000)
    yield "text.xlsx", "code,name\na,б\n".encode()
    yield "gzip.xlsx", zlib.compress(good)
    yield "only-end.xlsx", end + bytes(18)
    yield "nested.xlsx", pack({"inner.xlsx": good})
    size = len(good)
    for step in range(60):
        yield f"cut-{step}.xlsx", good[:size * step // 60]


CSV_GOOD = "code,area,name\nphys,Естествознание,Физика\nchem,Естествознание,Химия\n"


def bad_csv():
    texts = {
        "quote": 'code,area,name\nphys,"Ест,Физика\n' + "chem,x,y\n" * 50, "nul": "code,area,name\nphys\0,a,b\n",
        "long-cell": "code,area,name\nphys," + "x" * 3_000_000 + ",b\n", "wide": "code," + "," * 5000 + "\n",
        "only-quotes": '"' * 100_001, "cr": CSV_GOOD.replace("\n", "\r"), "separators": ",;\t" * 20_000,
        "spaces": " \u00a0\n" * 1000, "bom-only": "\ufeff", "sep-line": "sep=\n", "sep-odd": "sep=☃\n1",
        "formula": "code,area,name\n=1+1,@x,-y\n", "same": "code,code,code\n", "numbers": "1,2,3\n" * 100,
        "controls": "code,area,name\n" + "".join(map(chr, range(1, 32))) + "\n",
        "bidi": "code,area,name\nphys,\u202eабв\u202c,x\n", "deep-lines": "code,area,name\n" + "\n" * 300_000,
        "header-only": "code,area,name", "no-header": "phys,Естествознание,Физика\n",
        "huge-number": "code,area,name,position\nphys,a,b," + "9" * 5000 + "\n",
        "exponent": "code,area,name,position\nphys,a,b,1e9\n", "many-errors": "code,area,name\n" + "Ы,,\n" * 50_000,
    }
    for name, text in texts.items():
        yield f"{name}/subjects.csv", text.encode()
    yield "latin/subjects.csv", bytes(range(1, 256)) * 40
    yield "utf16-odd/subjects.csv", CSV_GOOD.encode("utf-16")[:-1]
    yield "utf16-surrogates/subjects.csv", b"\xff\xfe" + struct.pack("<H", 0xD800) * 999
    yield "utf32/subjects.csv", CSV_GOOD.encode("utf-32")
    yield "overlong/subjects.csv", b"code,area,name\n\xc0\x80\xf8\x88\x80\x80\x80,a,b\n"


def mutations(count):
    """Good files with a few bytes changed, cut out, doubled or swapped."""
    source = random.Random(2026)
    seeds = [("xlsx", xlsx()), ("csv", CSV_GOOD.encode()), ("csv", CSV_GOOD.encode("cp1251")),
             ("csv", CSV_GOOD.encode("utf-16")), ("xlsx", pack(parts(), method=zipfile.ZIP_STORED))]
    for number in range(count):
        kind, data = seeds[number % len(seeds)]
        out = bytearray(data)
        for _ in range(source.randint(1, 6)):
            at = source.randrange(len(out))
            choice = source.randrange(4)
            if choice == 0:
                out[at] = source.randrange(256)
            elif choice == 1:
                del out[at:at + source.randint(1, 40)]
            elif choice == 2:
                out[at:at] = out[at:at + source.randint(1, 40)]
            else:
                out[at:at + 4] = source.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"</a>", b'"""" '])
            if not out:
                out = bytearray(b"\0")
        name = f"mutation-{number}.xlsx" if kind == "xlsx" else f"mutation-{number}/subjects.csv"
        yield name, bytes(out)


def inputs(count_of_mutations=330):
    yield from bad_workbooks()
    yield from bad_archives()
    yield from bad_csv()
    yield from mutations(count_of_mutations)
