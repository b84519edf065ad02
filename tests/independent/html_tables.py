"""Tables and lists of a page as a reader sees them, with the links that name their rows."""

import functools
import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

SOFT_HYPHEN = "\u00ad"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict
    parent: "Element" = None
    children: list = field(default_factory=list)  # elements and texts in their order

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag, css_class=None):
        return [e for e in self.walk() if e.tag == tag
                and (css_class is None or css_class in e.attributes.get("class", "").split())]

    def text(self):
        """Without pictures and the change on the year before; blanks as the browser shows them."""
        parts = []

        def collect(element):
            for child in element.children:
                if isinstance(child, str):
                    parts.append(child)
                elif child.tag != "svg" and "change" not in child.attributes.get("class", "").split():
                    collect(child)

        collect(self)
        return re.sub(r"[ \t\r\n]+", " ", "".join(parts)).replace(SOFT_HYPHEN, "").strip(" ")


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("root", {})

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {k: v or "" for k, v in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attrs):
        self.here.children.append(Element(tag, {k: v or "" for k, v in attrs}, self.here))

    def handle_endtag(self, tag):
        element = self.here
        while element.parent is not None and element.tag != tag:
            element = element.parent
        if element.parent is not None:
            self.here = element.parent

    def handle_data(self, data):
        self.here.children.append(data)


@functools.lru_cache(maxsize=None)
def parse(html):
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


@dataclass
class Row:
    cells: list    # texts
    links: list    # targets from the site's root
    statuses: list  # X of class="status status-X"

    def cell(self, heads, title):
        """None where the table has no such column or the row ends before it."""
        column = heads.index(title) if title in heads else len(self.cells)
        return self.cells[column] if column < len(self.cells) else None


def resolved(page, link):
    """A link of a page as a path from the site's root; None when it leaves the site."""
    link = link.split("#")[0].split("?")[0]
    if not link or ":" in link or link.startswith("//"):
        return None
    base = "" if link.startswith("/") else posixpath.dirname(page)
    return posixpath.normpath(posixpath.join(base, link.lstrip("/")))


def row_of(page, element):
    cells = [e.text() for e in element.children if isinstance(e, Element) and e.tag in ("td", "th")]
    links = [resolved(page, a.attributes.get("href", "")) for a in element.all("a")]
    statuses = [name.removeprefix("status-") for e in element.all("span", "status")
                for name in e.attributes["class"].split() if name.startswith("status-")]
    return Row(cells, links, statuses)


def tables(page, html, css_class=None):
    """[(texts of the last header row, [Row])] of a page's tables."""
    result = []
    for table in parse(html).all("table", css_class):
        rows = [r for r in table.all("tr") if r.all("th") or r.all("td")]
        head = [r for r in rows if r.parent.tag == "thead"]
        body = [r for r in rows if r.parent.tag != "thead"]
        result.append((row_of(page, head[-1]).cells if head else [], [row_of(page, r) for r in body]))
    return result
