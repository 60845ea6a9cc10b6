"""What a command found, in the form that both the renderers and the exporters take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summitcli.pages.page import Article


@dataclass(frozen=True, slots=True)
class Column:
    """A column that people look at."""

    header: str
    cell: Callable[[Any], str]
    "The text of a row's cell, whole."
    rank: int = 0
    "What is dropped first when the terminal is narrow: the highest rank. Rank 0 always stays."
    fixed: bool = False
    "Never wrapped nor cut: dates, ids, numbers."
    minimum: int = 12
    "Cells below which a column that wraps is not worth having."
    tone: Callable[[Any], str] | str = "plain"
    "Name of the tone in which the cell is drawn, or what gives it; the words say the same."
    link: Callable[[Any], str] | None = None
    "Address behind the cell."
    right: bool = False
    "Set flush right: numbers."
    drawn: Callable[[Any], str] | None = None
    "A shorter text for a table, whose headings say the rest."
    varied: bool = False
    "Left out of a table in which all its cells say the same."
    several: bool = False
    "A list joined by `, `: in a table as many as fit on the line, and how many more there are."
    plain_only: bool = False
    "Too long for any table: only where nothing is drawn."


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows, with the columns people look at and the fields programs read."""

    row_types: tuple[type, ...]
    rows: Sequence[Any]
    columns: tuple[Column, ...]
    fields: tuple[str, ...]
    "Dotted paths that the flat formats (CSV, TSV) have unless told otherwise."
    keys: frozenset[str] = field(default=frozenset())
    "Keys of mappings that may stand in a dotted path: the ids of the sides."
    document: object | None = None
    "What JSON and YAML give as one object in place of the rows."
    group: Callable[[Any], str] | None = None
    "Heading of a table under which a row stands; rows with the same one follow each other."
    articles: "Callable[[], Sequence[Article]] | None" = None
    "Makes the article of each row, where records are shown whole."

    @property
    def whole(self) -> bool:
        """Whether records were asked for by id, to be shown whole."""
        return self.articles is not None
