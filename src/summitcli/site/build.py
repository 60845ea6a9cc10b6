"""Build a site: all pages and files into a new folder, which then takes the place of the old."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from summitcli.export.extras import library
from summitcli.model import SECTIONS, Dataset
from summitcli.site.column_widths import style as column_style
from summitcli.site.search_index import find_pagefind, write_index
from summitcli.site.site import EXTRA, NEEDED_FOR, Head, Options, Site
from summitcli.site.target import new_site

OnProgress = Callable[[int, int], None]
"Called with the number of steps that are done, and the number of all."

_BASE_STYLE = ("summitcli.export", "templates/style.css")
_SCRIPTS = ("asked.js", "list.js", "search.js", "compare.js", "home.js")


def build_site(dataset: Dataset, folder: Path, options: Options, on_progress: OnProgress) -> int:
    """Write the site of a dataset, and return the number of its pages.

    Raise UsageError if the folder holds anything else, and SummitError if a library is missing.
    """
    _check_libraries()
    pagefind = find_pagefind()
    with new_site(folder) as new:
        site = Site(dataset, options, new)
        total = sum(len(dataset.ids(section)) for section in SECTIONS)
        for done, _ in enumerate(_write_all(site), 1):
            on_progress(done, max(total, done) + 1)
        write_index(pagefind, site)
    return len(site.pages)


def _check_libraries() -> None:
    """Raise SummitError if a library is missing that every site needs."""
    for name in ("jinja2", "altair"):
        with library(name, NEEDED_FOR, EXTRA):
            import_module(name)


def _write_all(site: Site) -> Iterator[None]:
    """Write everything but the search index; yield after each step."""
    from summitcli.site.compare import write_comparison
    from summitcli.site.data_files import write_data
    from summitcli.site.feeds import write_feeds
    from summitcli.site.heat import write_heat_table
    from summitcli.site.home import write_home
    from summitcli.site.lists import write_lists
    from summitcli.site.records import write_records

    _write_assets(site)
    yield from write_home(site)
    yield from write_records(site)
    yield from write_lists(site)
    yield from write_heat_table(site)
    yield from write_comparison(site)
    yield from write_data(site)
    site.write_page(
        "search/",
        "search.html",
        Head(
            title="Search",
            description="Search the whole record.",
            data={"@type": "SearchResultsPage", "name": "Search"},
        ),
    )
    write_feeds(site)
    yield


def _write_assets(site: Site) -> None:
    """Write the style sheet, the scripts and the icon."""
    own = files("summitcli.site").joinpath("static")
    package, path = _BASE_STYLE
    base = files(package).joinpath(path).read_bytes()
    style = base + own.joinpath("site.css").read_bytes() + column_style().encode()
    site.write("style.css", style)
    for name in (*_SCRIPTS, "icon.svg"):
        site.write(name, own.joinpath(name).read_bytes())
    site.write(".nojekyll", b"")  # GitHub Pages serves the files as they are
