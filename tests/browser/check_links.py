#!/usr/bin/env python3
"""check_links.py <public-dir> [--self-test]

Reads every page of a built site, without the program's own code, and tells what is wrong with its
links, heads, headings and weight. Exit 0: nothing, 1: findings (on stderr), 2: wrong usage.
"""

import gzip
import posixpath
import random
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_pages import read_site

MAX_PAGE_BYTES = 150 * 1024
MAX_ASSETS_BYTES = 60 * 1024  # style sheets and scripts together, compressed
GZIP_LEVEL = 6
ROOT_PAGE = "index.html"
NOT_FOUND = "404.html"  # servers show it in place of any address, nothing leads to it
SITEMAP = "sitemap.xml"
SITEMAP_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def resolved(page: str, target: str, base: str = "/"):
    """(file inside the site, anchor), or None for a link to elsewhere. `base`: the path of the site's address."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        # Only the page that stands in for any address may name its files from the server's root.
        if page != NOT_FOUND or not path.startswith(base):
            return path, ""
        page, path = "", path.removeprefix(base) or ROOT_PAGE
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/"):
        file = posixpath.join(file, ROOT_PAGE)
    return file, unquote(parts.fragment)


def base_path(pages: dict) -> str:
    canonical = pages[ROOT_PAGE].canonical if ROOT_PAGE in pages else ""
    return urlsplit(canonical).path.removesuffix(ROOT_PAGE) or "/"


def link_findings(pages: dict, files: set) -> list:
    findings = []
    base = base_path(pages)
    anchors = {path: set(page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.links:
            if link.tag == "a" and not link.text.strip():
                findings.append(f"{path}: a link without a text: {link.target}")
            place = resolved(path, link.target, base)
            if place is None:
                if link.tag != "a" and not link.target.startswith("data:"):
                    findings.append(f"{path}: <{link.tag}> takes from elsewhere: {link.target}")
                continue
            file, anchor = place
            if file not in files:
                findings.append(f"{path}: no file for the link {link.target}")
            elif anchor and file in pages and anchor not in anchors[file]:
                # A filter's state after "#" is no anchor: name=value.
                if "=" not in anchor:
                    findings.append(f"{path}: no anchor for the link {link.target}")
    return findings


def orphan_findings(pages: dict) -> list:
    if ROOT_PAGE not in pages:
        return [f"no {ROOT_PAGE}"]
    seen, queue = {ROOT_PAGE}, [ROOT_PAGE]
    while queue:
        page = pages[queue.pop()]
        for link in page.links:
            place = resolved(page.path, link.target) if link.tag == "a" else None
            if place and place[0] in pages and place[0] not in seen:
                seen.add(place[0])
                queue.append(place[0])
    return [f"{path}: no links lead there from the home page" for path in sorted(pages.keys() - seen - {NOT_FOUND})]


def head_findings(pages: dict) -> list:
    findings = []
    by_value = {"title": defaultdict(list), "description": defaultdict(list), "canonical": defaultdict(list)}
    for path, page in pages.items():
        if page.lang != "ru":
            findings.append(f"{path}: the language is “{page.lang}”")
        for name in ("title", "description"):
            if not getattr(page, name):
                findings.append(f"{path}: no {name}")
        for name, values in by_value.items():
            # Pages that search engines are told to pass over may look alike to them.
            if getattr(page, name) and (page.indexed or name == "canonical"):
                values[getattr(page, name)].append(path)
        if page.canonical and path != NOT_FOUND:
            address = urlsplit(page.canonical).path
            if not (address.endswith(f"/{path}") or f"{address}{ROOT_PAGE}".endswith(f"/{path}")):
                findings.append(f"{path}: the canonical address is another page's: {page.canonical}")
    for name, values in by_value.items():
        for value, paths in values.items():
            if len(paths) > 1:
                findings.append(f"{paths[0]}: the {name} is also that of {paths[1]} ({len(paths)} pages): {value}")
    with_canonical = sum(1 for page in pages.values() if page.canonical)
    missing = [page.path for page in pages.values() if page.indexed and not page.canonical and page.path != NOT_FOUND]
    if with_canonical and missing:
        findings.append(f"{missing[0]}: no canonical address, and so {len(missing)} pages")
    return findings


def heading_findings(pages: dict) -> list:
    findings = []
    for path, page in pages.items():
        levels = [level for level, _ in page.headings]
        if levels.count(1) != 1:
            findings.append(f"{path}: {levels.count(1)} headings of the first level")
        for (before, _), (level, text) in zip(page.headings, page.headings[1:]):
            if level > before + 1:
                findings.append(f"{path}: after h{before} comes h{level} “{text}”")
        findings += [f"{path}: an empty h{level}" for level, text in page.headings if not text]
        findings += [f"{path}: a picture without alt: {source}" for source in page.images_without_alt]
        if len(set(page.ids)) < len(page.ids):
            twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
            findings.append(f"{path}: the same id twice: {', '.join(twice[:3])}")
    return findings


def sitemap_findings(root: Path, pages: dict) -> list:
    if not (root / SITEMAP).exists():
        return []  # a site without an address of its own has none
    def entries(file, entry):
        return [node.text or "" for node in ElementTree.parse(file).iter(f"{SITEMAP_NAMESPACE}{entry}")]

    listed = entries(root / SITEMAP, "loc")
    if entries(root / SITEMAP, "sitemap"):  # a large site's is an index of further files
        listed = [address for part in listed for address in entries(root / posixpath.basename(part), "loc")]
    listed = [urlsplit(address).path for address in listed]
    shown = {page.canonical for page in pages.values() if page.indexed and page.canonical}
    addresses = {urlsplit(canonical).path: canonical for canonical in shown}
    findings = [f"{SITEMAP}: no page with the address {path}" for path in listed if path not in addresses]
    findings += [f"{SITEMAP}: the page {path} is missing" for path in sorted(addresses.keys() - set(listed))]
    return findings


def weight_findings(root: Path, pages: dict) -> list:
    findings = [
        f"{page.path}: {page.size} bytes, more than {MAX_PAGE_BYTES}"
        for page in pages.values()
        if page.size > MAX_PAGE_BYTES
    ]
    total = assets_bytes(root)
    if total > MAX_ASSETS_BYTES:
        findings.append(f"assets: {total} bytes of compressed styles and scripts, more than {MAX_ASSETS_BYTES}")
    return findings


def assets_bytes(root: Path) -> int:
    """Compressed size of all style sheets and scripts beside the search index."""
    files = [file for file in sorted((root / "assets").rglob("*")) if file.suffix in (".css", ".js")]
    return sum(len(gzip.compress(file.read_bytes(), GZIP_LEVEL)) for file in files)


def site_findings(root: Path):
    pages = read_site(root)
    files = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    findings = link_findings(pages, files) + orphan_findings(pages) + head_findings(pages)
    findings += heading_findings(pages) + sitemap_findings(root, pages) + weight_findings(root, pages)
    return pages, findings


# ---------------------------------------------------------------------------------------- self-test

GOOD = """<!doctype html><html lang="ru"><head><title>{title}</title>
<meta name="description" content="О странице {title}"><link rel="canonical" href="https://x.ru/{path}">
</head><body><h1 id="top">{title}</h1>{body}</body></html>"""

# What is planted on the page fault.html, and the finding that must come of it.
FAULTS = {
    "fault.html: no file for the link": '<a href="absent.html">Нет</a>',
    "fault.html: no file for the link /": '<a href="/index.html">Нет</a>',
    "fault.html: no anchor for the link": '<a href="index.html#absent">Нет</a>',
    "fault.html: a link without a text": '<a href="index.html"><svg></svg></a>',
    "fault.html: <script> takes from elsewhere": '<script src="https://cdn.example/x.js"></script>',
    "fault.html: 2 headings of the first level": "<h1>Второй</h1>",
    "fault.html: after h1 comes h3": "<h3>Глубоко</h3>",
    "fault.html: an empty h2": "<h2> </h2>",
    "fault.html: a picture without alt": '<img src="index.html">',
    "fault.html: the same id twice": '<p id="top">',
    "fault.html: 16": "<p>" + "x" * 160_000,
    "the title is also that of": "</h1><title>index</title>",
    "the canonical is also that of": '<link rel="canonical" href="https://x.ru/index.html">',
    "the canonical address is another page's": '<link rel="canonical" href="https://x.ru/b.html">',
    "the description is also that of": '<meta name="description" content="О странице index">',
    "fault.html: no description": '<meta name="description" content="">',
}


def self_test() -> int:
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)

        def write(path, body="", title=None):
            (root / path).write_text(GOOD.format(title=title or path.removesuffix(".html"), path=path, body=body))

        for expected, body in FAULTS.items():
            write("index.html", '<a href="fault.html#top">Страница</a><a href="#x=1">Отбор</a>')
            write("fault.html", body)
            if expected == "the title is also that of":
                write("fault.html", title="index")
            _, findings = site_findings(root)
            if not any(expected in finding for finding in findings):
                failures.append(f"not found: {expected}; found: {findings}")
        write("fault.html")
        _, findings = site_findings(root)
        failures += [f"found without a fault: {finding}" for finding in findings]
        write("orphan.html")
        (root / "assets").mkdir()
        (root / "assets/big.js").write_bytes(random.Random(1).randbytes(100_000))
        (root / SITEMAP).write_text(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.ru/gone.html</loc></url></urlset>'
        )
        _, findings = site_findings(root)
        for expected in (
            "orphan.html: no links lead there",
            "sitemap.xml: no page with the address /gone.html",
            "sitemap.xml: the page /index.html is missing",
            "assets: ",
        ):
            if not any(expected in finding for finding in findings):
                failures.append(f"not found: {expected}")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def main(arguments: list) -> int:
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(arguments[0])
    pages, findings = site_findings(root)
    for finding in findings[:1000]:
        print(finding, file=sys.stderr)
    heaviest = sorted(pages.values(), key=lambda page: -page.size)[:3]
    links = sum(len(page.links) for page in pages.values())
    print(f"{len(pages)} pages, {links} links: {len(findings)} findings; assets {assets_bytes(root)} bytes compressed;")
    print("heaviest: " + ", ".join(f"{page.path} {page.size}" for page in heaviest))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
