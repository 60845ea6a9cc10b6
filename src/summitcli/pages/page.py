"""The parts of a page: everything that `show` says about a record, independent of any medium.

A page is built once; the terminal and Markdown are two ways to present it.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from summitcli.model import Dataset, Participant, Source, SourceType

if TYPE_CHECKING:
    from summitcli.derived.views import View

NOT_RECORDED = "not recorded"


class Link(Struct, frozen=True):
    """Another record of the dataset."""

    id: str
    title: str
    meta: str = ""
    "A date, or a word or two that help to place the record."


class WebLink(Struct, frozen=True):
    """An address on the web, and the text that leads to it."""

    url: str
    text: str


class PersonName(str):
    """The name of a participant, who has a page but no record: text, which a face may link."""

    participant: Participant

    @classmethod
    def of(cls, participant: Participant) -> "PersonName":
        """Return the name of a participant."""
        name = cls(participant.name)
        name.participant = participant
        return name


Part: TypeAlias = str | Link | WebLink
Parts: TypeAlias = tuple[Part, ...]
"A line of text, in which names of records are links; the parts follow each other directly."


def text_of(parts: Part | Parts) -> str:
    """Return a part, or a line of parts, as plain text."""
    if isinstance(parts, str):
        return str(parts)  # of a name, only the text
    if isinstance(parts, tuple):
        return "".join(map(text_of, parts))
    return parts.title if isinstance(parts, Link) else parts.text


def join_parts(parts: Iterable[Part], separator: str = ", ") -> Parts:
    """Return parts as one line, with a separator between them."""
    line: list[Part] = []
    for part in parts:
        line += [separator, part] if line else [part]
    return tuple(line)


class Fact(Struct, frozen=True):
    """A line of the box at the head of a page: a label and what is known."""

    label: str
    parts: Parts
    note: str = ""
    references: tuple[int, ...] = ()


class Entry(Struct, frozen=True):
    """A point: a lead, a text and numbered references, and below them its status."""

    lead: Parts = ()
    meta: Parts = ()
    "Who or when: shown quietly after the lead."
    text: str = ""
    status: str = ""
    "A word that also decides the tone: `not-realised`."
    status_text: str = ""
    references: tuple[int, ...] = ()
    details: tuple[Parts, ...] = ()
    "Lines below the text: who was present."


class Versions(Struct, frozen=True):
    """The statements of several parties, or the people who were present for them, side by side."""

    point: str
    versions: tuple[tuple[str, tuple[Parts, ...]], ...]
    "Each party and its lines."
    references: tuple[int, ...] = ()


Block: TypeAlias = Entry | Versions | Link


class Section(Struct, frozen=True):
    """A heading with blocks below it; nested sections are groups with a smaller heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    groups: tuple["Section", ...] = ()
    part: str = ""
    "The part of the page to which it belongs, by the name that readers choose it by: `course`."

    def __bool__(self) -> bool:
        """Return whether the section has any content."""
        return bool(self.blocks) or any(self.groups)


class SourceGroup(Struct, frozen=True):
    """Sources of one type, in the list of sources at the end of a page."""

    title: str
    numbers: tuple[int, ...]


class Page(Struct, frozen=True):
    """Everything that is known about a record, or the parts of it that a reader chose."""

    id: str
    title: str
    kicker: str
    "The type of the record, and its date."
    lead: str
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    "All sources of the record, numbered from 1 in order of first mention."
    source_groups: tuple[SourceGroup, ...] = ()
    "The sources that the page lists, by type."

    @property
    def sources_title(self) -> str:
        """The heading of the list of sources: how many there are, and how many are listed."""
        listed = sum(len(group.numbers) for group in self.source_groups)
        every = len(self.sources)
        return f"Sources ({every})" if listed == every else f"Sources ({listed} of {every})"


class Choice(Struct, frozen=True):
    """The parts of a page that a reader chose; the full page by default."""

    only: tuple[str, ...] = ()
    "Names of parts; empty for all."
    brief: bool = False
    "Whether to show only what fits on one screen."
    sources: str = "all"
    "The sources to list and refer to: `all`, `primary` or `none`."
    most: int | None = None
    "The most records that a section links to: the last ones. None for all."


class Pages(Struct, frozen=True):
    """Records shown in full or in part: programs read their views, people their pages."""

    views: "Sequence[View]"
    dataset: Dataset
    choice: Choice = Choice()

    def build(self) -> list[Page]:
        """Return the page of each view."""
        from summitcli.pages.build import page_of

        return [page_of(view, self.dataset, self.choice) for view in self.views]


class References:
    """The numbers of a record's sources."""

    def __init__(self, cited: Sequence[Source]) -> None:
        self._primary = {source.id: source.type is SourceType.PRIMARY for source in cited}
        self._numbers = {source.id: number for number, source in enumerate(cited, 1)}

    def __call__(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of a statement's sources: primary ones first, then in order."""
        known = [identifier for identifier in dict.fromkeys(sources) if identifier in self._numbers]
        known.sort(
            key=lambda identifier: (not self._primary[identifier], self._numbers[identifier])
        )
        return tuple(self._numbers[identifier] for identifier in known)
