"""Find links of a site that lead nowhere, and what its pages load."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Pages are written by templates, which always quote attributes in this way.
_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


def html_files(site: Path) -> list[Path]:
    """Return the pages of a site."""
    return sorted(site.rglob("*.html"))


def broken_links(site: Path) -> list[str]:
    """Return the links within a site whose file or place in a page does not exist."""
    ids: dict[Path, set[str]] = {}
    links: dict[tuple[Path, str], Path] = {}
    for file in html_files(site):
        text = file.read_text(encoding="utf-8")
        ids[file] = {unescape(found) for found in _ID.findall(text)}
        for link in set(_LINK.findall(text)):
            address = unescape(link)
            if not urlsplit(address).scheme:
                links.setdefault(_target(file, address), file)
    return sorted(
        f"{file.relative_to(site)}: {target} #{fragment}"
        for (target, fragment), file in links.items()
        if not _exists(target, fragment, ids, site)
    )


def _target(page: Path, address: str) -> tuple[Path, str]:
    """Return the file to which a link leads, and the place in it."""
    path, fragment = urldefrag(address)
    path = unquote(path.split("?")[0])
    target = (page.parent / path).resolve() if path else page
    return (target / "index.html" if path.endswith("/") else target), fragment


def _exists(target: Path, fragment: str, ids: dict[Path, set[str]], site: Path) -> bool:
    if not target.is_relative_to(site) or not target.is_file():
        return False
    return not fragment or fragment in ids.get(target, set())


def outer_links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the whole tag of each link that leaves the site, and its address."""
    for tag in re.findall(r"<a [^>]*>", text):
        for address in _LINK.findall(tag):
            if urlsplit(unescape(address)).scheme:
                yield tag, unescape(address)
