"""The parts of a page: everything that `show` says about a record, independent of any medium.

A page is built once; the terminal and Markdown are two ways to present it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from summitcli.model import Dataset, Source

if TYPE_CHECKING:
    from summitcli.derived.views import View


@dataclass(frozen=True, slots=True)
class Link:
    """Another record of the dataset."""

    id: str
    title: str
    meta: str = ""
    "A date, or a word or two that help to place the record."


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address on the web, and the text that leads to it."""

    url: str
    text: str


Part: TypeAlias = str | Link | WebLink
Parts: TypeAlias = tuple[Part, ...]
"A line of text, in which names of records are links; the parts follow each other directly."


def text_of(parts: Part | Parts) -> str:
    """Return a part, or a line of parts, as plain text."""
    if isinstance(parts, str):
        return parts
    if isinstance(parts, tuple):
        return "".join(map(text_of, parts))
    return parts.title if isinstance(parts, Link) else parts.text


def join_parts(parts: Iterable[Part], separator: str = ", ") -> Parts:
    """Return parts as one line, with a separator between them."""
    line: list[Part] = []
    for part in parts:
        line += [separator, part] if line else [part]
    return tuple(line)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the box at the head of a page: a label and what is known."""

    label: str
    parts: Parts
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A point: a lead, a text and numbered references, and below them its status."""

    lead: Parts = ()
    meta: Parts = ()
    "Who or when: shown quietly after the lead."
    text: str = ""
    status: str = ""
    "A word that also decides the tone: `not-realised`."
    status_text: str = ""
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """The statements of several parties, or the people who were present for them, side by side."""

    point: str
    versions: tuple[tuple[str, tuple[Parts, ...]], ...]
    "Each party and its lines."
    references: tuple[int, ...] = ()


Block: TypeAlias = Entry | Versions | Link


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with blocks below it; nested sections are groups with a smaller heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    groups: tuple["Section", ...] = ()

    def __bool__(self) -> bool:
        """Return whether the section has any content."""
        return bool(self.blocks) or any(self.groups)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is known about a record."""

    id: str
    title: str
    kicker: str
    "The type of the record, and its date."
    lead: str
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    "Numbered from 1, in the order in which the references first cite them."


@dataclass(frozen=True, slots=True)
class Pages:
    """Records shown in full: programs read their views, people their pages."""

    views: "Sequence[View]"
    dataset: Dataset

    def build(self) -> list[Page]:
        """Return the page of each view."""
        from summitcli.pages.build import page_of

        return [page_of(view, self.dataset) for view in self.views]


class References:
    """The numbers of a record's sources, given out in the order in which the page cites them."""

    def __init__(self, cited: Iterable[Source]) -> None:
        self._cited = {source.id: source for source in cited}
        self._numbers: dict[str, int] = {}

    def __call__(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of sources, in ascending order; a new source gets the next number."""
        return tuple(
            sorted(self._numbers.setdefault(id_, len(self._numbers) + 1) for id_ in sources)
        )

    def sources(self) -> tuple[Source, ...]:
        """Return the sources by number, then those of the record that the page does not cite."""
        order = dict.fromkeys((*self._numbers, *self._cited))
        return tuple(self._cited[id_] for id_ in order if id_ in self._cited)
