"""Files that list pages for programs: a sitemap, a feed of the newest meetings, a page not found.

They need whole addresses, and are left out of a site that does not know its own.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summitcli.model import MeetingStatus
from summitcli.model.dates import parse_span
from summitcli.site.home import newest
from summitcli.site.site import Site

_ENTRIES = 30
_MOST = 50_000  # addresses that a sitemap may have
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM = "http://www.w3.org/2005/Atom"


def write_feeds(site: Site) -> None:
    """Write the sitemap and the feed."""
    base = site.options.base_url
    if base is None:
        return
    _write_sitemap(site, base)
    site.write("feed.xml", _feed(site, base))
    site.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n".encode())


def _write_sitemap(site: Site, base: str) -> None:
    """Write one sitemap, or an index of several where there are more pages than one may have."""
    pages = sorted(site.pages)
    parts = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)]
    if len(parts) == 1:
        site.write("sitemap.xml", _addresses("urlset", "url", [base + page for page in pages]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        site.write(name, _addresses("urlset", "url", [base + page for page in part]))
    site.write(
        "sitemap.xml", _addresses("sitemapindex", "sitemap", [base + name for name in names])
    )


def _addresses(root: str, item: str, addresses: list[str]) -> bytes:
    tree = Element(root, xmlns=_SITEMAP)
    for address in addresses:
        SubElement(SubElement(tree, item), "loc").text = address
    return _xml(tree)


def _feed(site: Site, base: str) -> bytes:
    info = site.dataset.info
    feed = Element("feed", xmlns=_ATOM)
    meetings = [m for m in site.dataset.meetings if m.date and m.status is MeetingStatus.HELD]
    entries = newest(meetings)[:_ENTRIES]
    days = [parse_span(meeting.date or "", meeting.end_date).last for meeting in entries]
    newest_day = max((day.isoformat() for day in days), default="1970-01-01")
    as_of = parse_span(info.as_of).first.isoformat() if info.as_of else newest_day
    _text(feed, "title", site.options.title)
    _text(feed, "id", base)
    _text(feed, "updated", f"{max(as_of, newest_day)}T00:00:00Z")
    SubElement(feed, "link", rel="self", href=f"{base}feed.xml")
    SubElement(feed, "link", rel="alternate", href=base)
    _text(SubElement(feed, "author"), "name", info.title)
    for meeting, day in zip(entries, days, strict=True):
        address = base + site.addresses(meeting.id)
        entry = SubElement(feed, "entry")
        _text(entry, "title", meeting.title)
        _text(entry, "id", address)
        _text(entry, "updated", f"{day.isoformat()}T00:00:00Z")
        SubElement(entry, "link", rel="alternate", href=address)
        _text(entry, "summary", meeting.summary)
    return _xml(feed)


def _text(parent: Element, name: str, text: str) -> None:
    from summitcli.export.html import clean

    SubElement(parent, name).text = str(clean(text))


def _xml(tree: Element) -> bytes:
    indent(tree, " ")
    content: bytes = tostring(tree, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
