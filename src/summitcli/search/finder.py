"""Look for a name among the records of a dataset, in one way after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias

from summitcli.errors import NotFoundError
from summitcli.model import (
    SECTIONS,
    TYPE_NAMES,
    Dataset,
    Meeting,
    MeetingStatus,
    Person,
    Record,
    Source,
    names_of,
    title_of,
)
from summitcli.model.dates import Span, parse_span
from summitcli.search.attendance import Attendee, attendees
from summitcli.search.match import Named, match_names, nearest
from summitcli.search.normalize import fold, words
from summitcli.search.resolve import Candidate, UnknownNameError, resolve_place

Findable: TypeAlias = Record | Attendee

_YEAR_ONLY = len("2018")
_ALMOST_YEAR = timedelta(days=364)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHER_SECTIONS = ("themes", "outcomes", "context", "outlook", "claims")
_MANY_MEETINGS = 10_000


def title_of_any(record: Findable) -> str:
    """Return the title of a record, or the name of a participant."""
    return record.title if isinstance(record, Attendee) else title_of(record)


def candidate(record: Findable) -> Candidate:
    """Return a record as one of several that may have been meant."""
    return Candidate(record.id, title_of_any(record), date_of(record))


def date_of(record: Findable) -> str:
    """Return the date of a record; empty if it has none."""
    return getattr(record, "date", None) or ""


def by_rank(found: Sequence[Findable]) -> list[list[Findable]]:
    """Return records in classes: held in person, held remotely, other meetings, other types."""
    classes: dict[int, list[Findable]] = {}
    for record in found:
        classes.setdefault(_rank(record), []).append(record)
    return [classes[rank] for rank in sorted(classes)]


def _rank(record: Findable) -> int:
    if not isinstance(record, Meeting):
        return 3
    if record.status is not MeetingStatus.HELD:
        return 2
    return 0 if record.in_person else 1


class Finder:
    """One search for a name among the records of a type, or of all types."""

    def __init__(self, text: str, dataset: Dataset, kind: type | None) -> None:
        self._text, self._dataset = text, dataset
        self._kind = Person if kind is Attendee else kind
        self._with_participants = kind in (None, Attendee)

    @cached_property
    def _names_nothing(self) -> bool:
        """Whether no record has all words of the text, as the index of a stored dataset tells.

        No record needs to be read then. Years are left out, because a meeting's year need not be
        in its name.
        """
        from summitcli.search.index import Indexed
        from summitcli.search.resolve import words_for_countries

        if not isinstance(self._dataset, Indexed):
            return False
        typed = set(words(_YEAR.sub(" ", self._text)))
        return not self._dataset.index.may_name(typed - words_for_countries())

    def _records(self, types: Iterable[type]) -> Iterator[Record]:
        wanted = [kind for kind in types if self._kind in (None, kind)]
        return (record for record in self._dataset.records() if type(record) in wanted)

    def _participants(self) -> list[Attendee]:
        """Return the participants who are not leaders."""
        if not self._with_participants:
            return []
        return [item for item in attendees(self._dataset) if item.id not in self._dataset.by_id]

    def by_whole_name(self) -> list[Findable]:
        """Return the records, except sources, that have this title or other name."""
        wanted = fold(self._text)
        if not wanted or self._names_nothing:
            return []
        records: list[Findable] = [
            record
            for record in self._records(kind for kind in TYPE_NAMES if kind is not Source)
            if wanted in map(fold, (title_of(record), *names_of(record)))
        ]
        if records:
            return records
        people = self._participants()
        return [item for item in people if wanted in map(fold, (item.id, item.title, *item.names))]

    def by_days(self, days: Span) -> Iterator[list[Findable]]:
        """Yield the dated records, except sources, that touch some days, by rank."""
        touching: list[Findable] = []
        for record in self._records(kind for kind in TYPE_NAMES if kind is not Source):
            start = getattr(record, "date", None)
            if start is None or (
                len(start) == _YEAR_ONLY and days.last - days.first < _ALMOST_YEAR
            ):
                continue  # a record dated to the year is not about each of its days
            if parse_span(start, getattr(record, "end_date", None)).touches(days):
                touching.append(record)
        yield from by_rank(touching)

    def refuse_people(self) -> None:
        """Raise NotFoundError if the text names a leader; their names are in many titles."""
        people = [record for record in self._dataset.records() if isinstance(record, Person)]
        named = [Named(person.id, person.name, person.aliases) for person in people]
        match = match_names(self._text, named, guess=False)
        if match.found:
            names = " or ".join(item.title for item in match.found)
            raise NotFoundError(f"'{self._text}' is a person ({names}), not a meeting")

    def in_part(self, *, guess: bool) -> list[Findable]:
        """Return the records of the first sort that the text names in part, or misspelled."""
        if not guess and self._names_nothing:
            return []
        for look_up in (self.people, self.meetings, self.participants, self.others):
            found = look_up(guess=guess)
            if found:
                return found
        return []

    def people(self, *, guess: bool) -> list[Findable]:
        """Return the leaders whom the text names."""
        return self._matching([*self._records([Person])], guess)

    def participants(self, *, guess: bool) -> list[Findable]:
        """Return the participants, other than leaders, whom the text names."""
        people = self._participants()
        match = match_names(self._text, people, guess=guess)
        ids = {item.id for item in match.found} if match.guessed == guess else set()
        return [item for item in people if item.id in ids]

    def others(self, *, guess: bool) -> list[Findable]:
        """Return the records of other types, except sources, whose title has the words."""
        types = (kind for kind in TYPE_NAMES if kind not in (Person, Meeting, Source))
        return self._matching([*self._records(types)], guess)

    def meetings(self, *, guess: bool) -> list[Findable]:
        """Return the meetings at a place, or else with the words in their titles, in any year."""
        if self._kind not in (None, Meeting):
            return []
        years = set(_YEAR.findall(self._text))
        words = _YEAR.sub(" ", self._text).strip()
        if not words:
            return []
        matching = self._at_place(words, guess) or self._matching(
            [*self._records([Meeting])], guess, words
        )
        return [item for item in matching if not years or date_of(item)[:4] in years]

    def _at_place(self, words: str, guess: bool) -> list[Findable]:
        try:
            resolved = resolve_place(words, self._dataset)
        except UnknownNameError:
            return []
        if resolved.guessed != guess:
            return []
        return [meeting for meeting in self._dataset.meetings if meeting.id in resolved.ids]

    def _matching(
        self, records: Sequence[Record], guess: bool, text: str | None = None
    ) -> list[Findable]:
        named = [Named(item.id, title_of(item), names_of(item)) for item in records]
        match = match_names(self._text if text is None else text, named, guess=guess)
        ids = {item.id for item in match.found} if match.guessed == guess else set()
        return [record for record in records if record.id in ids]

    def suggestions(self) -> list[Candidate]:
        """Return records with similar ids or titles: meetings and people before other records.

        Only ids and titles are read. Participants are left out where all of many meetings would
        have to be read to know them.
        """
        for sections in (("people", "meetings"), _OTHER_SECTIONS, ("sources",)):
            by_name = self._ids_by_name(sections)
            people = []
            if "people" in sections and len(self._dataset.meetings) <= _MANY_MEETINGS:
                people = self._participants()
            for person in people:
                by_name.setdefault(person.id, person.id)
                by_name.setdefault(person.title, person.id)
            near = dict.fromkeys(by_name[name] for name in nearest(self._text, by_name))
            if near:
                found = {person.id: person for person in people if person.id in near}
                return [candidate(found.get(item) or self._dataset.by_id[item]) for item in near]
        return []

    def _ids_by_name(self, sections: Iterable[str]) -> dict[str, str]:
        """Return the ids of the records in some sections, by id and, except sources, by title."""
        by_name: dict[str, str] = {}
        for section in sections:
            if self._kind in (None, SECTIONS[section]):
                for identifier in self._dataset.ids(section):
                    by_name.setdefault(identifier, identifier)
                    if section != "sources":
                        by_name.setdefault(self._dataset.titles[identifier], identifier)
        return by_name
