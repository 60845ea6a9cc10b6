"""Tables, documents and columns: the results of commands, independent of any medium."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from msgspec import Struct

from summitcli.model import Source
from summitcli.pages.page import Link, Part, Parts, join_parts
from summitcli.pages.wording import format_short_date

RowT = TypeVar("RowT")
RowT_contra = TypeVar("RowT_contra", contravariant=True)

Cell: TypeAlias = Part | Parts


class Fit(Struct, frozen=True):
    """How a column gives way on a narrow terminal; nothing else reads this."""

    rank: int = 0
    "Columns with the highest rank are dropped first; rank 0 always stays."
    fixed: bool = False
    "Whether cells are never wrapped or cut: dates, ids, numbers."
    minimum: int = 12
    "Minimum width of a wrapping column, in terminal cells."
    varied: bool = False
    "Whether the column is left out if all its cells are the same."
    several: bool = False
    "Whether a cell lists links: as many are shown as fit, and the number of the others."


class Column(Struct, Generic[RowT_contra], frozen=True):
    """A column that people look at."""

    header: str
    cell: Callable[[RowT_contra], Cell]
    "Returns the full content of a row's cell."
    fit: Fit = Fit()
    tone: Callable[[RowT_contra], str] | str = "plain"
    "The tone of the cells, or a function that returns it; the words say the same."
    right: bool = False
    "Whether cells are aligned to the right: numbers."


class Table(Struct, Generic[RowT], frozen=True):
    """Rows, with the columns that people look at and the fields that programs read."""

    row_types: tuple[type, ...]
    rows: Sequence[RowT]
    columns: tuple[Column[RowT], ...]
    fields: tuple[str, ...]
    "Dotted paths that flat formats (CSV, TSV) contain by default."
    keys: frozenset[str] = frozenset()
    "Keys of mappings that may appear in a dotted path: the ids of the sides."
    drawn_columns: tuple[Column[RowT], ...] | None = None
    "The columns that are drawn, if they differ from those of text formats."
    written_columns: tuple[Column[RowT], ...] | None = None
    "The columns of a table in a text that is read later, if they differ: Markdown."
    group: Callable[[RowT], str] | None = None
    "Returns the heading for a row; rows with the same heading are adjacent."

    @property
    def plain_columns(self) -> tuple[Column[RowT], ...]:
        """The columns of plain text: the id first, for the programs that read it."""
        return tuple(sorted(self.columns, key=lambda column: column.header != "Id"))

    def is_uniform(self, column: Column[RowT]) -> bool:
        """Return whether several rows all have the same cell in a column."""
        return len(self.rows) > 1 and len({column.cell(row) for row in self.rows}) == 1


class Document(Struct, frozen=True):
    """One object, which JSON and YAML give whole; all other formats give its table."""

    content: object
    table: Table[Any]
    title: str = ""
    "The heading of a text that contains the table."
    empty: str = ""
    "The words that such a text has in an empty cell."
    sources: tuple[tuple[str, tuple[Source, ...]], ...] = ()
    "The titles of the records in it, and the sources of each."


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def id_column() -> Column[_Identified]:
    """Return the column of ids, each a link to its record."""
    return Column("Id", lambda row: Link(row.id, row.id), Fit(fixed=True), tone="id")


def title_column(header: str, title: Callable[[RowT], str], minimum: int = 24) -> Column[RowT]:
    """Return a column of titles, which wrap and never give way."""
    return Column(header, title, Fit(minimum=minimum), tone="title")


def date_column(rank: int = 0) -> Column[Any]:
    """Return the column of dates or ranges of dates, as ISO 8601."""
    return Column(
        "Date",
        lambda row: format_short_date(row.date, getattr(row, "end_date", None)),
        Fit(rank, fixed=True),
    )


def number_column(
    header: str, number: Callable[[RowT], int | str | None], rank: int = 0
) -> Column[RowT]:
    """Return a column of numbers; an unknown number is an empty cell."""

    def cell(row: RowT) -> str:
        value = number(row)
        return "" if value is None else str(value)

    return Column(header, cell, Fit(rank, fixed=True), right=True)


def word_column(
    header: str,
    word: Callable[[RowT], str],
    rank: int = 0,
    tone: Callable[[str], str] | None = None,
    varied: bool = False,
) -> Column[RowT]:
    """Return a column of short words, which are never wrapped; a tone may depend on the word."""
    tones = "plain" if tone is None else lambda row: tone(word(row))
    return Column(header, word, Fit(rank, fixed=True, varied=varied), tones)


def text_column(
    header: str, text: Callable[[RowT], Cell], rank: int, minimum: int = 12, varied: bool = False
) -> Column[RowT]:
    """Return a column of texts, which wrap."""
    return Column(header, text, Fit(rank, minimum=minimum, varied=varied))


def themes_column(themes: Callable[[RowT], Iterable[str]], rank: int, minimum: int) -> Column[RowT]:
    """Return the column of theme ids, each a link to its theme."""

    def cell(row: RowT) -> Parts:
        return join_parts(Link(theme, theme) for theme in themes(row))

    return Column("Themes", cell, Fit(rank, minimum=minimum, several=True))
