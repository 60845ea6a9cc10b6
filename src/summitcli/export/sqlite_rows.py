"""The rows of the SQLite tables: each record and each of its parts."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from typing import Any

from summitcli.export.parts import citations_of, texts_of
from summitcli.export.selection import Extract
from summitcli.model import (
    SECTIONS,
    Claim,
    ContextEvent,
    Dataset,
    DatasetInfo,
    Duration,
    Meeting,
    Outcome,
    Outlook,
    Party,
    Person,
    Place,
    Record,
    Side,
    Theme,
    names_of,
    title_of,
    type_of,
)
from summitcli.model.dates import parse_span
from summitcli.model.participants import ParticipantIds

_BATCH = 1000  # rows of a table that are inserted at once


class Rows:
    """Collects rows of all tables and inserts them in batches."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._columns = {table: _columns(database, table) for table in _tables(database)}
        self._waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in self._columns}

    def add(self, table: str, item: object = None, **given: Any) -> None:
        """Add a row: columns are those given, or else the item's fields of the same names."""
        waiting = self._waiting[table]
        waiting.append(
            tuple(
                given[column] if column in given else getattr(item, column)
                for column in self._columns[table]
            )
        )
        if len(waiting) >= _BATCH:
            self._insert(table)

    def add_parts(self, table: str, parts: Sequence[object], **given: Any) -> None:
        """Add a row for each part of a record, numbered from 1."""
        for number, part in enumerate(parts, 1):
            self.add(table, part, number=number, **given)

    def add_values(self, table: str, column: str, values: Sequence[str], **given: Any) -> None:
        """Add a row for each of a record's values, numbered from 1."""
        for number, value in enumerate(values, 1):
            self.add(table, number=number, **{column: value}, **given)

    def flush(self) -> None:
        """Insert the rows that are still waiting."""
        for table in self._waiting:
            self._insert(table)

    def _insert(self, table: str) -> None:
        values = ", ".join("?" * len(self._columns[table]))
        self._database.executemany(f"INSERT INTO {table} VALUES ({values})", self._waiting[table])  # noqa: S608 - the names are those of the schema
        self._waiting[table].clear()


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found]


def _columns(database: sqlite3.Connection, table: str) -> list[str]:
    found = database.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [name for (name,) in found]


def add_records(rows: Rows, extract: Extract) -> None:
    """Add the rows of all records, one record at a time."""
    _add_info(rows, extract.info)
    writers = _writers(extract.dataset)
    citation_ids, text_ids = count(1), count(1)
    for section in SECTIONS:
        for record in extract.stream(section):
            rows.add("records", record, type=type_of(record), title=title_of(record))
            rows.add_values("aliases", "alias", names_of(record), record=record.id)
            writers[type(record)](rows, record)
            _add_citations(rows, record, citation_ids)
            _add_texts(rows, record, text_ids)
    rows.flush()


def _add_citations(rows: Rows, record: Record, ids: Iterator[int]) -> None:
    for part, number, source in citations_of(record):
        given = {"record": record.id, "part": part, "number": number, "source": source}
        rows.add("citations", id=next(ids), **given)


def _add_texts(rows: Rows, record: Record, ids: Iterator[int]) -> None:
    for field, number, text in texts_of(record):
        given = {"record": record.id, "field": field, "number": number, "text": text}
        rows.add("texts", id=next(ids), **given)


def _add_info(rows: Rows, info: DatasetInfo) -> None:
    licence = info.licence
    rows.add(
        "dataset",
        info,
        data_licence=licence.data if licence else None,
        code_licence=licence.code if licence else None,
    )
    focus = info.focus or {}
    parties: tuple[Side | Party, ...] = (*info.sides, *info.parties)
    for number, party in enumerate(parties, 1):
        is_side = number <= len(info.sides)
        rows.add("parties", party, number=number, is_side=is_side, focus=focus.get(party.id))


Writer = Callable[[Rows, Any], None]


def _writers(dataset: Dataset) -> dict[type, Writer]:
    """Return the function that adds the rows of a record, for each type of record."""
    meetings = dataset.stream("meetings")
    participants = (person for meeting in meetings for person in meeting.participants)
    ids = ParticipantIds(dataset.people, participants)
    return {
        Person: _add_person,
        Theme: lambda rows, theme: rows.add("themes", theme),
        Meeting: lambda rows, meeting: _add_meeting(rows, meeting, ids),
        Outcome: _add_outcome,
        ContextEvent: _add_event,
        Outlook: _add_outlook,
        Claim: _add_claim,
        SECTIONS["sources"]: lambda rows, source: rows.add("sources", source),
    }


def _add_person(rows: Rows, person: Person) -> None:
    rows.add("people", person)
    rows.add_parts("offices", person.offices, person=person.id)


def _add_meeting(rows: Rows, meeting: Meeting, ids: ParticipantIds) -> None:
    duration = meeting.duration or Duration()
    place = meeting.place or Place(country="")
    first, last = _days(meeting)
    rows.add(
        "meetings",
        meeting,
        first_day=first,
        last_day=last,
        city=place.city,
        country=place.country or None,
        venue=place.venue,
        lat=place.lat,
        lon=place.lon,
        planned_minutes=duration.planned_minutes,
        actual_minutes=duration.actual_minutes,
        qualifier=duration.qualifier,
        length_note=duration.note,
    )
    rows.add_values("place_aliases", "alias", place.aliases, meeting=meeting.id)
    rows.add_values("agreements", "name", meeting.agreements, meeting=meeting.id)
    rows.add_values("other_principals", "name", meeting.other_principals, meeting=meeting.id)
    _add_people(rows, meeting, ids)
    _add_talks(rows, meeting)
    for table in ("deliverables", "assessments", "notes"):
        rows.add_parts(table, getattr(meeting, table), meeting=meeting.id)


def _days(record: Meeting | ContextEvent) -> tuple[str | None, str | None]:
    """Return the first and the last day that the date of a record covers."""
    if record.date is None:
        return None, None
    with suppress(ValueError):  # a year of four zeros is valid in a file, but has no days
        span = parse_span(record.date, record.end_date)
        return span.first.isoformat(), span.last.isoformat()
    return None, None


def _add_people(rows: Rows, meeting: Meeting, ids: ParticipantIds) -> None:
    for side, people in meeting.leaders.items():
        rows.add_values("leaders", "person", people, meeting=meeting.id, side=side)
    for number, participant in enumerate(meeting.participants, 1):
        rows.add(
            "participants",
            participant,
            meeting=meeting.id,
            number=number,
            person=ids.of(participant),
            leader=ids.leader(participant),
        )


def _add_talks(rows: Rows, meeting: Meeting) -> None:
    """Add the sessions, topics and accounts of a meeting, with their parts."""
    numbers = {person.name: number for number, person in enumerate(meeting.participants, 1)}
    rows.add_parts("sessions", meeting.sessions, meeting=meeting.id)
    for session, item in enumerate(meeting.sessions, 1):
        for number, name in enumerate(item.present, 1):
            rows.add(
                "session_present",
                meeting=meeting.id,
                session=session,
                number=number,
                name=name,
                participant=numbers.get(name),
            )
    rows.add_parts("topics", meeting.topics, meeting=meeting.id)
    for number, topic in enumerate(meeting.topics, 1):
        for theme in dict.fromkeys(topic.themes):
            rows.add("topic_themes", meeting=meeting.id, topic=number, theme=theme)
    rows.add_parts("accounts", meeting.accounts, meeting=meeting.id)
    for number, account in enumerate(meeting.accounts, 1):
        for party, text in account.versions.items():
            rows.add("account_versions", meeting=meeting.id, account=number, party=party, text=text)


def _add_outcome(rows: Rows, outcome: Outcome) -> None:
    rows.add("outcomes", outcome)
    rows.add_parts("outcome_assessments", outcome.assessments, outcome=outcome.id)
    _add_links(rows, outcome)


def _add_event(rows: Rows, event: ContextEvent) -> None:
    first, last = _days(event)
    rows.add("context", event, first_day=first, last_day=last)
    _add_links(rows, event)


def _add_outlook(rows: Rows, outlook: Outlook) -> None:
    rows.add("outlook", outlook)
    rows.add_values("indicators", "text", outlook.indicators, outlook=outlook.id)
    rows.add_parts("evidence", outlook.evidence, outlook=outlook.id)
    _add_links(rows, outlook)


def _add_claim(rows: Rows, claim: Claim) -> None:
    rows.add("claims", claim)
    _add_links(rows, claim)


def _add_links(rows: Rows, record: Record) -> None:
    """Add the themes and the meetings that a record concerns."""
    for theme in dict.fromkeys(getattr(record, "themes", ())):
        rows.add("record_themes", record=record.id, theme=theme)
    for meeting in dict.fromkeys(getattr(record, "meetings", ())):
        rows.add("record_meetings", record=record.id, meeting=meeting)
