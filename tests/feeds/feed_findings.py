"""What is wrong with feed.xml, sitemap.xml and robots.txt of a built site: schemas (xmllint) and
the rules that schemas cannot say. Every function returns a list of findings."""

import datetime
import pathlib
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITEMAP_URLS = 50_000
SITEMAP_BYTES = 50 * 1024 * 1024
SITEMAP_SCHEMA = PROJECT / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"


def schema_findings(file, *schema):
    """Messages of xmllint, without its last line."""
    done = subprocess.run(["xmllint", "--nonet", "--noout", *map(str, schema), str(file)],
                          capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return [f"xmllint: {line}" for line in done.stderr.splitlines()[:5]] or ["xmllint failed"]


def moment(text):
    """RFC 3339; a time without a zone is an error (ValueError)."""
    found = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if found.tzinfo is None:
        raise ValueError(f"{text}: no zone")
    return found


def file_of(address, base, public):
    """The file below `public` that an address of the site stands for, or None."""
    if not address.startswith(base):
        return None
    name = urllib.parse.unquote(address[len(base):].split("#")[0]) or "index.html"
    return public / name


def feed_findings(public, base):
    file = public / "feed.xml"
    found = schema_findings(file, "--relaxng", HERE / "atom.rng")
    if found:
        return found
    feed = ElementTree.parse(file).getroot()
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    if links.get("self") != base + "feed.xml":
        found.append(f"self link {links.get('self')}")
    whole = moment(feed.findtext(f"{ATOM}updated"))
    ids, before = {feed.findtext(f"{ATOM}id")}, None
    for entry in feed.findall(f"{ATOM}entry"):
        name = entry.findtext(f"{ATOM}id")
        if name in ids:
            found.append(f"id twice: {name}")
        ids.add(name)
        updated = moment(entry.findtext(f"{ATOM}updated"))
        if before is not None and updated > before:
            found.append(f"{name}: newer than the entry before it")
        before = updated
        if updated > whole:
            found.append(f"{name}: newer than the feed")
        if moment(entry.findtext(f"{ATOM}published")) > updated:
            found.append(f"{name}: updated before it was published")
        alternates = [link.get("href") for link in entry.findall(f"{ATOM}link")
                      if link.get("rel") == "alternate"]
        if len(alternates) != 1:
            found.append(f"{name}: {len(alternates)} alternate links")
        for address in alternates:
            page = file_of(address, base, public)
            if page is None or not page.is_file():
                found.append(f"{name}: no page {address}")
    return found


def map_findings(file, public, base, as_of, listed):
    """One <urlset>; the files it lists are added to `listed`."""
    found = schema_findings(file, "--schema", SITEMAP_SCHEMA)
    if found:
        return found
    urls = ElementTree.parse(file).getroot().findall(f"{SITEMAP}url")
    if len(urls) > SITEMAP_URLS:
        found.append(f"{len(urls)} addresses")
    if file.stat().st_size > SITEMAP_BYTES:
        found.append(f"{file.stat().st_size} bytes")
    for url in urls:
        address = url.findtext(f"{SITEMAP}loc")
        page = file_of(address, base, public)
        if page is None or not page.is_file():
            found.append(f"no page {address}")
        if page in listed:
            found.append(f"twice: {address}")
        listed.add(page)
        day = url.findtext(f"{SITEMAP}lastmod")
        if day is None or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            found.append(f"{address}: lastmod {day}")
        elif as_of and datetime.date.fromisoformat(day) > as_of:
            found.append(f"{address}: changed after the data's day, {day}")
    return found


def sitemap_findings(public, base, as_of=None):
    file, listed = public / "sitemap.xml", set()
    if ElementTree.parse(file).getroot().tag == f"{SITEMAP}sitemapindex":
        found = schema_findings(file, "--schema", HERE / "siteindex.xsd")
        parts = [] if found else ElementTree.parse(file).getroot().iter(f"{SITEMAP}loc")
        for part in parts:
            found += map_findings(file_of(part.text, base, public), public, base, as_of, listed)
    else:
        found = map_findings(file, public, base, as_of, listed)
    if found:
        return found
    for page in sorted(public.rglob("*.html")):
        name = page.relative_to(public).as_posix()
        hidden = '<meta name="robots" content="noindex">' in page.read_text(encoding="utf-8")
        if hidden == (page in listed):
            found.append(f"{name}: {'noindex, but listed' if hidden else 'not listed'}")
    return found


def robots_findings(public, base):
    lines = (public / "robots.txt").read_text(encoding="ascii").splitlines()
    found = []
    if "User-agent: *" not in lines:
        found.append("no User-agent")
    if f"Sitemap: {base}sitemap.xml" not in lines:
        found.append("no Sitemap line")
    return found


def findings(public, base, as_of=None):
    return ([f"feed.xml: {line}" for line in feed_findings(public, base)]
            + [f"sitemap.xml: {line}" for line in sitemap_findings(public, base, as_of)]
            + [f"robots.txt: {line}" for line in robots_findings(public, base)])
