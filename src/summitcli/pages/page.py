"""The parts of an article: what `show` says of a record, before it is drawn or written.

The article of a record is made once; the terminal and Markdown are two ways to set it.
"""

from dataclasses import dataclass, field

from summitcli.model import Source


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the box at the head: a label and what stands under it."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A point: a lead, a text, and numbered references; under it what became of it."""

    lead: str = ""
    meta: str = ""
    "Who, when: set quietly after the lead."
    text: str = ""
    status: str = ""
    "A word that is also toned: `not-realised`."
    status_text: str = ""
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """What several parties say or who of them was there, side by side."""

    point: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    "Party and its lines."
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Another record of the dataset."""

    id: str
    title: str
    meta: str = ""
    "Date, or another word or two that place it."


Block = Entry | Versions | Link


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; sections inside it are groups with a smaller heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    groups: tuple["Section", ...] = ()

    def __bool__(self) -> bool:
        """Whether anything stands under the heading."""
        return bool(self.blocks) or any(self.groups)


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of a record."""

    id: str
    title: str
    kicker: str
    "What sort of record it is, and its date."
    lead: str
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    "Numbered from 1, in the order in which the references first name them."


@dataclass(slots=True)
class References:
    """Numbers sources in the order in which they are first named."""

    numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of some sources, in rising order; a source that is new gets the next one."""
        for source in sources:
            self.numbers.setdefault(source, len(self.numbers) + 1)
        return tuple(sorted(self.numbers[source] for source in sources))
