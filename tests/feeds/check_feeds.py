"""check_feeds.py PUBLIC --as-of DATE: feed, sitemap and robots.txt of a built site against their
schemas and rules. check_feeds.py --self-test: spoiled files must be found."""

import argparse
import datetime
import pathlib
import re
import sys
import tempfile

from feed_findings import findings

BASE = "https://example.ru/x/"
ENTRY = """<entry><id>https://example.ru/x/news/{0}.html</id><title>Новость {0}</title>
<published>2026-09-0{0}T00:00:00+03:00</published><updated>2026-09-0{0}T00:00:00+03:00</updated>
<category term="news" label="Новости"/>
<link rel="alternate" type="text/html" href="https://example.ru/x/news/{0}.html"/>
<summary>Кратко</summary></entry>"""
GOOD = {
    "feed.xml": """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>https://example.ru/x/feed.xml</id>
<title>Сайт</title><subtitle>О сайте</subtitle><updated>2026-10-01T00:00:00+03:00</updated>
<author><name>Центр</name></author>
<link rel="self" type="application/atom+xml" href="https://example.ru/x/feed.xml"/>
<link rel="alternate" type="text/html" href="https://example.ru/x/"/>
""" + ENTRY.format(2) + ENTRY.format(1) + "</feed>",
    "sitemap.xml": """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.ru/x/index.html</loc><lastmod>2026-10-01</lastmod></url>
<url><loc>https://example.ru/x/news/1.html</loc><lastmod>2026-09-01</lastmod></url>
<url><loc>https://example.ru/x/news/2.html</loc><lastmod>2026-09-02</lastmod></url>
</urlset>""",
    "robots.txt": "User-agent: *\nAllow: /\n\nSitemap: https://example.ru/x/sitemap.xml\n",
    "index.html": "<!doctype html>",
    "news/1.html": "<!doctype html>",
    "news/2.html": "<!doctype html>",
    "404.html": '<!doctype html><meta name="robots" content="noindex">',
}
INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.ru/x/sitemap-1.xml</loc><lastmod>2026-10-01</lastmod></sitemap>
</sitemapindex>"""
# Name, file, what is replaced by what, and a part of the finding.
SPOILED = [
    ("no id", "feed.xml", "<id>https://example.ru/x/feed.xml</id>", "", "xmllint"),
    ("no author", "feed.xml", "<author><name>Центр</name></author>", "", "xmllint"),
    ("relative link", "feed.xml", 'href="https://example.ru/x/news/2', 'href="news/2', "xmllint"),
    ("no zone", "feed.xml", "2026-10-01T00:00:00+03:00", "2026-10-01T00:00:00", "xmllint"),
    ("no date", "feed.xml", "2026-10-01T00:00:00+03:00", "1 октября", "xmllint"),
    ("empty title", "feed.xml", "<title>Сайт</title>", "<title> </title>", "xmllint"),
    ("foreign element", "feed.xml", "<subtitle>О сайте</subtitle>", "<description/>", "xmllint"),
    ("markup", "feed.xml", "Кратко", "<b>Кратко</b>", "xmllint"),
    ("not well-formed", "feed.xml", "О сайте", "a & b", "xmllint"),
    ("one id for two", "feed.xml", "<id>https://example.ru/x/news/1", "<id>https://example.ru/x/news/2",
     "id twice"),
    ("wrong order", "feed.xml", "<updated>2026-09-01T", "<updated>2026-09-03T", "newer than the entry"),
    ("feed too old", "feed.xml", "2026-10-01T", "2026-09-01T", "newer than the feed"),
    ("lost page", "feed.xml", 'href="https://example.ru/x/news/2', 'href="https://example.ru/x/news/3',
     "no page"),
    ("wrong self", "feed.xml", 'type="application/atom+xml" href="https://example.ru/x/feed.xml"',
     'type="application/atom+xml" href="https://example.ru/feed.xml"', "self link"),
    ("late publication", "feed.xml", "<published>2026-09-02", "<published>2026-09-05",
     "before it was published"),
    ("wrong namespace", "sitemap.xml", "sitemap/0.9", "sitemap/0.8", "xmllint"),
    ("no address", "sitemap.xml", "<loc>https://example.ru/x/index.html</loc>", "", "xmllint"),
    ("lastmod in words", "sitemap.xml", "2026-10-01", "1 октября", "xmllint"),
    ("lastmod ahead", "sitemap.xml", "2026-10-01", "2026-12-01", "after the data's day"),
    ("missing page", "sitemap.xml", "news/2", "news/5", "no page"),
    ("page twice", "sitemap.xml", "news/2.html", "news/1.html", "twice"),
    ("other site", "sitemap.xml", "https://example.ru/x/news/1", "https://example.com/x/news/1",
     "no page"),
    ("page not listed", "sitemap.xml", r"<url><loc>https://example.ru/x/news/2.html</loc>"
     r"<lastmod>2026-09-02</lastmod></url>", "", "not listed"),
    ("hidden page listed", "index.html", "<!doctype html>", GOOD["404.html"], "but listed"),
    ("no sitemap line", "robots.txt", "Sitemap:", "Map:", "no Sitemap line"),
]


def write(folder, files):
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def found_in(files):
    with tempfile.TemporaryDirectory() as folder:
        public = pathlib.Path(folder)
        write(public, files)
        return findings(public, BASE, datetime.date(2026, 10, 1))


def self_test():
    errors = [f"the good site: {line}" for line in found_in(GOOD)]
    split = {**GOOD, "sitemap.xml": INDEX, "sitemap-1.xml": GOOD["sitemap.xml"]}
    errors += [f"the good site with an index: {line}" for line in found_in(split)]
    broken = {**split, "sitemap.xml": INDEX.replace("<loc>", "<address>").replace("</loc>", "</address>")}
    if not found_in(broken):
        errors.append("a broken index was not found")
    for name, file, old, new, part in SPOILED:
        if old not in GOOD[file]:
            errors.append(f"{name}: nothing to spoil")
            continue
        lines = found_in({**GOOD, file: GOOD[file].replace(old, new, 1)})
        if not any(part in line for line in lines):
            errors.append(f"{name}: not found; {lines}")
    print(f"{len(SPOILED) + 1} spoiled files")
    return errors


def site_address(public):
    """What the site calls itself: the feed's own address without its name."""
    text = (public / "feed.xml").read_text(encoding="utf-8")
    return re.search(r"<id>([^<]+)feed\.xml</id>", text).group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("public", nargs="?", type=pathlib.Path)
    parser.add_argument("--as-of", type=datetime.date.fromisoformat)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        errors = self_test()
    else:
        errors = findings(arguments.public, site_address(arguments.public), arguments.as_of)
        print(f"{len(errors)} findings")
    for line in errors:
        print(line, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
