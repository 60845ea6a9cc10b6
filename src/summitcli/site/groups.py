"""Groups of a long list, by decade, year or letter; a browser lays out only those in sight."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from summitcli.model import Source

if TYPE_CHECKING:
    from summitcli.site.record_list import ListRow

LONG = 60
"Rows from which a list is divided."
_FULL = 100  # rows of a decade from which a list is divided by years
_NO_DATE, _NO_LETTER = "Undated", "0–9"

_NOT_FIRST = re.compile(r"^[\W_]+")

HeadingOf = Callable[[Any], str]


class _Dated(Protocol):
    """A row that may have a date."""

    @property
    def date(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below a heading, which is empty if the list is not divided."""

    heading: str
    rows: Sequence["ListRow"]

    @property
    def anchor(self) -> str:
        """The id of the group on its page."""
        return self.heading.lower().replace(" ", "-")

    @property
    def size(self) -> int:
        """The number of rows, rounded up to a power of two; each has a class of style."""
        return int(1 << (len(self.rows) - 1).bit_length())


def divide(rows: Sequence["ListRow"], headings: Iterable[str]) -> tuple[Group, ...]:
    """Return the rows of each heading, in the order in which the headings first occur."""
    groups: dict[str, list[ListRow]] = {}
    for row, heading in zip(rows, headings, strict=True):
        groups.setdefault(heading, []).append(row)
    return tuple(Group(heading, found) for heading, found in groups.items())


def periods(rows: Iterable["_Dated"]) -> HeadingOf:
    """Return what gives the decade of a row, or its year if any decade has very many."""
    decades = Counter(_decade(row) for row in rows)
    return _year if max(decades.values(), default=0) > _FULL else _decade


def _decade(row: "_Dated") -> str:
    return f"{row.date[:3]}0s" if row.date else _NO_DATE


def _year(row: "_Dated") -> str:
    return str(row.date[:4]) if row.date else _NO_DATE


def letter_of(source: Source) -> str:
    """Return the letter under which a source is listed."""
    first = name_of(source)[:1].upper()
    return first if first.isalpha() else _NO_LETTER


def name_of(source: Source) -> str:
    """Return the name by which sources are in order: of the publisher, else the author or title.

    An article, brackets, quotation marks and accents do not count.
    """
    name = source.publisher or source.author or source.title
    plain = unicodedata.normalize("NFKD", name).casefold().removeprefix("the ")
    return _NOT_FIRST.sub("", plain)
