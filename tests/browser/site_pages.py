"""Pages of a built site, read with Python's own HTML parser: heads, headings, links, anchors."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LINK_ATTRIBUTES = {"href", "src", "srcset", "poster", "data"}


@dataclass
class Link:
    """A link or another reference to a file; `text` is what a reader hears of an <a>."""

    tag: str
    target: str
    text: str = ""


@dataclass
class Page:
    path: str
    size: int
    lang: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    indexed: bool = True
    headings: list = field(default_factory=list)  # (level, text) in the page's order
    ids: list = field(default_factory=list)
    links: list = field(default_factory=list)
    images_without_alt: list = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open = []  # names of the open elements
        self.link = None
        self.in_title = False
        self.heading = None

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        page = self.page
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attributes:
            page.ids.append(attributes["id"])
        for name in LINK_ATTRIBUTES & attributes.keys():
            if not (tag == "link" and attributes.get("rel") == "canonical"):
                page.links.append(Link(tag, attributes[name], attributes.get("aria-label", "")))
        if tag == "html":
            page.lang = attributes.get("lang", "")
        elif tag == "title" and "svg" not in self.open:
            self.in_title = True
        elif tag == "a":
            self.link = page.links[-1] if "href" in attributes else None
        elif tag == "img":
            if "alt" not in attributes:
                page.images_without_alt.append(attributes.get("src", ""))
            self._text(attributes.get("alt", ""))
        elif tag == "meta" and attributes.get("name") == "description":
            page.description = attributes.get("content", "").strip()
        elif tag == "meta" and attributes.get("name") == "robots":
            page.indexed = "noindex" not in attributes.get("content", "")
        elif tag == "link" and attributes.get("rel") == "canonical":
            page.canonical = attributes.get("href", "")
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.heading = (int(tag[1]), [])

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "title":
            self.in_title = False
        elif tag == "a":
            self.link = None
        elif self.heading and tag == f"h{self.heading[0]}":
            self.page.headings.append((self.heading[0], " ".join("".join(self.heading[1]).split())))
            self.heading = None

    def handle_data(self, data):
        if self.in_title:
            self.page.title += data
        self._text(data)

    def _text(self, data):
        if self.link is not None:
            self.link.text += data
        if self.heading:
            self.heading[1].append(data)


def read_page(root: Path, file: Path) -> Page:
    data = file.read_bytes()
    page = Page(path=file.relative_to(root).as_posix(), size=len(data))
    reader = _Reader(page)
    reader.feed(data.decode("utf-8"))
    reader.close()
    page.title = page.title.strip()
    return page


def read_site(root: Path) -> dict:
    """Path → page of every .html below `root`, by path."""
    return {page.path: page for page in (read_page(root, file) for file in sorted(root.rglob("*.html")))}
