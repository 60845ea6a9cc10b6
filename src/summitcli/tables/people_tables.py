"""Tables of people: leaders, and everybody who took part in meetings."""

from collections.abc import Iterable

from summitcli.derived.people import LeaderRow, ParticipantRow
from summitcli.model import Dataset, Person
from summitcli.pages.wording import format_years
from summitcli.tables.table import (
    Column,
    Table,
    id_column,
    number_column,
    text_column,
    title_column,
    word_column,
)


def people_table(rows: list[LeaderRow], dataset: Dataset) -> Table[LeaderRow]:
    """Return a table of leaders, with the offices that they held."""
    columns: tuple[Column[LeaderRow], ...] = (
        id_column(),
        title_column("Name", lambda p: p.name, minimum=16),
        word_column("Side", lambda p: _sides((p.side,), dataset), rank=2),
        number_column("Meetings", lambda p: p.meeting_count, rank=1),
        word_column("Lived", _lived, rank=4),
        text_column("Offices", _offices, rank=3, minimum=30),
    )
    fields = ("id", "name", "side", "born", "died", "offices.title", "wikidata", "meeting_count")
    return Table((LeaderRow,), rows, columns, fields)


def participants_table(rows: list[ParticipantRow], dataset: Dataset) -> Table[ParticipantRow]:
    """Return a table of everybody who took part: how often, when and as what."""
    columns: tuple[Column[ParticipantRow], ...] = (
        id_column(),
        title_column("Name", lambda p: p.name, minimum=16),
        word_column("Side", lambda p: _sides(p.sides, dataset), rank=2),
        number_column("Meetings", lambda p: p.meeting_count, rank=1),
        number_column("Remote", lambda p: p.remote_count, rank=4),
        word_column("First", lambda p: p.first or "", rank=3),
        word_column("Last", lambda p: p.last or "", rank=3),
        text_column("Offices", lambda p: "; ".join(p.offices), rank=5, minimum=30),
    )
    fields = ("id", "name", "sides", "meeting_count", "remote_count", "first", "last", "offices")
    return Table((ParticipantRow,), rows, columns, fields)


def _sides(sides: Iterable[str], dataset: Dataset) -> str:
    names = dataset.info.side_names
    return ", ".join(names.get(side, side) for side in sides)


def _lived(person: Person) -> str:
    return f"{(person.born or '?')[:4]}–{(person.died or '')[:4]}"


def _offices(person: Person) -> str:
    return "; ".join(
        f"{office.title} {format_years(office.start_date, office.end_date)}"
        for office in person.offices
    )
