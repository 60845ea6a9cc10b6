"""A site that is being written: its dataset, its options, and the files that it has so far."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from summitcli.dataset.atomic import open_new
from summitcli.export.archive import archived_address
from summitcli.export.html import environment, web_address
from summitcli.model import Dataset, Source
from summitcli.site.addresses import FOLDERS, Addresses, root_from
from summitcli.site.spark import Spark

if TYPE_CHECKING:
    from jinja2 import Environment

_MENU = (
    ("meetings/", "Meetings"),
    ("people/", "People"),
    ("themes/", "Themes"),
    ("outcomes/", "Outcomes"),
    ("background/", "Background"),
    ("claims/", "Claims"),
    ("outlook/", "Outlook"),
    ("sources/", "Sources"),
    ("timeline/", "Timeline"),
    ("map/", "Map"),
    ("compare/", "Compare"),
)
_REST = (
    ("search/", "Search"),
    ("heat/", "Heat table"),
    ("days/", "Days of the year"),
    ("data/", "Data"),
)

NEEDED_FOR, EXTRA = "summit site", "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader of `summit site --help` can choose."""

    title: str
    "Name of the site."
    base_url: str | None = None
    "Address at which it will be found, with a slash at its end; None if that is not known."


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself to browsers, search engines and programs that show links."""

    title: str
    description: str
    data: dict[str, object]
    "JSON-LD, without its context."
    kind: str = "website"
    "Type in Open Graph."


@dataclass(frozen=True)
class Site:
    """A site in a folder that nobody reads yet."""

    dataset: Dataset
    options: Options
    folder: Path
    pages: list[str] = field(default_factory=list)
    "Paths of the pages that have been written."
    searched: dict[str, tuple[str, str]] = field(default_factory=dict)
    "The type and the year of each record that search finds, by the path of its page."

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of all records."""
        return Addresses(self.dataset)

    @cached_property
    def menu(self) -> list[tuple[str, str]]:
        """The pages that every page names at its head: folder and name, without empty lists."""
        return [(folder, label) for folder, label in _MENU if self._has(folder)]

    @cached_property
    def every_page(self) -> list[tuple[str, str]]:
        """The pages that every page names at its foot."""
        return [*self.menu, *_REST]

    def _has(self, folder: str) -> bool:
        sections = [name for name, other in FOLDERS.items() if f"{other}/" == folder]
        return all(self.dataset.ids(name) for name in sections)

    def write(self, path: str, content: bytes) -> None:
        """Write a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with open_new(target) as out:
            out.write(content)

    def absolute(self, path: str) -> str | None:
        """Return the whole address of a page or file, if the site's own is known."""
        return None if self.options.base_url is None else self.options.base_url + path

    def write_page(self, path: str, template: str, head: Head, **values: object) -> None:
        """Write a page, whose path is a folder: `meetings/helsinki-2018/`."""
        root = root_from(path)
        content = self.render(
            template,
            site=self,
            info=self.dataset.info,
            head=head,
            json_ld={"@context": "https://schema.org", **head.data},
            path=path,
            root=root,
            address=self.addresses.seen_from(root),
            source_links=_SourceLinks(self.addresses, root, path),
            **values,
        )
        self.write(f"{path}index.html", content.encode("utf-8", "replace"))
        self.pages.append(path)

    def render(self, template: str, **values: object) -> str:
        """Return a template with its values filled in."""
        return self._environment.get_template(template).render(**values)

    @cached_property
    def _environment(self) -> "Environment":
        templates = environment(
            "summitcli.site", "summitcli.export", needed_for=NEEDED_FOR, extra=EXTRA
        )
        templates.tests["a_spark"] = lambda value: isinstance(value, Spark)
        templates.filters["json_ld"] = _script_text
        return templates


@dataclass(frozen=True, slots=True)
class _SourceLinks:
    """The links that follow a source in a list of notes: its own page, and an archived copy."""

    addresses: Addresses
    root: str
    path: str

    def __call__(self, source: Source) -> list[tuple[str, str]]:
        """Return addresses, each with the text that leads there."""
        own = self.addresses(source.id)
        links = [(self.root + own, "about")] if own and own != self.path else []
        if address := web_address(source.url):
            links.append((archived_address(address, source.date), "archived"))
        return links


def _script_text(value: object) -> str:
    """Return a value as JSON that cannot end the script element in which it stands."""
    from markupsafe import Markup

    text = msgspec.json.encode(value).decode()
    escaped = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(escaped)  # noqa: S704 - nothing that HTML could read is left in it
