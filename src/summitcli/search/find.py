"""Find the one record that someone names: by id, title, surname, place, date or position."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from summitcli.errors import NotFoundError
from summitcli.model import (
    TYPE_NAMES,
    Dataset,
    Meeting,
    MeetingLike,
    MeetingStatus,
    Person,
    Record,
)
from summitcli.model.dates import Span
from summitcli.search.attendance import Attendee
from summitcli.search.finder import Findable, Finder, by_rank, candidate, date_of
from summitcli.search.resolve import AmbiguousNameError, Candidate, UnknownRecordError
from summitcli.search.select import focus_pair

RecordT = TypeVar("RecordT", bound=Record)

_POSITIONS = ("first", "last", "next")


class Found(Struct, frozen=True):
    """The record that someone named."""

    record: Findable
    exact: bool
    "Whether it was named by its id, title or alias."
    others: tuple[Candidate, ...] = ()
    "Records that the name fits less well."
    guessed: bool = False
    "Whether the match is only a similar name."


def find(typed: str, dataset: Dataset, kind: type[RecordT]) -> RecordT:
    """Return the record of a type that someone names; raise NotFoundError as `find_named` does."""
    return cast("RecordT", find_named(typed, dataset, kind).record)


def find_named(
    typed: str,
    dataset: Dataset,
    kind: type | None = None,
    *,
    guess: bool = True,
    today: date | None = None,
) -> Found:
    """Return the record that someone names; `kind` is its type, or Attendee for any person.

    A name is tried as an id, as `first`, `last` or `next`, as a whole title or alias, as a date, in
    part, and, with `guess` and unless it looks like an id, as a misspelling. Raise NotFoundError if
    there is none: UnknownRecordError, AmbiguousNameError, or one that says of which type it is.
    """
    text = typed.strip()
    exact = dataset.by_id.get(text.casefold())
    if exact is not None:
        return _exact(exact, kind)
    if text.casefold() in _POSITIONS and kind in (None, Meeting):
        return Found(_at_position(text.casefold(), dataset, today), exact=False)
    finder = Finder(text, dataset, kind)
    if named := finder.by_whole_name():
        return _only(typed, [named], exact=True)
    days = _days(text, today)
    if days is not None and (on_days := list(finder.by_days(days))):
        return _only(typed, on_days)
    if kind is Meeting:
        finder.refuse_people()
    found = finder.in_part(guess=False)
    if found:
        return _only(typed, by_rank(found))
    may_guess = guess and "-" not in text  # an id is right or wrong: scripts rely on that
    found = finder.in_part(guess=True) if may_guess else []
    if found:
        return replace(_only(typed, by_rank(found)), guessed=True)
    raise UnknownRecordError(typed, finder.suggestions() if guess else ())


def _exact(record: Record, kind: type | None) -> Found:
    """Return the record that has the id; raise NotFoundError if it is of another type."""
    wanted = Person if kind is Attendee else kind
    if wanted is None or isinstance(record, wanted):
        return Found(record, exact=True)
    wanted_type, its_type = (_with_article(item) for item in (wanted, type(record)))
    raise NotFoundError(f"'{record.id}' is {its_type}, not {wanted_type}")


def _only(typed: str, classes: Sequence[Sequence[Findable]], exact: bool = False) -> Found:
    """Return the sole record of the first class, with the rest as others."""
    first = classes[0]
    if len(first) > 1:
        every = [
            candidate(record) for records in classes for record in sorted(records, key=date_of)
        ]
        raise AmbiguousNameError(typed, every)
    rest = tuple(candidate(record) for records in classes[1:] for record in records)
    return Found(first[0], exact, rest)


def _days(text: str, today: date | None) -> Span | None:
    from summitcli.search.typed_dates import parse_date

    try:
        return parse_date(text, today=today)
    except ValueError:
        return None


def _at_position(position: str, dataset: Dataset, today: date | None) -> Meeting:
    """Return the first, last or next meeting of the focus pair; raise NotFoundError if none."""
    pair = focus_pair(dataset)
    dated = [
        (meeting.date, meeting)
        for meeting in dataset.summaries()
        if meeting.date is not None and meeting.in_person and pair.issubset(meeting.everyone)
    ]
    found: MeetingLike | None = None
    if position == "next":
        now = (today or date.today()).isoformat()
        planned = [pair for pair in dated if pair[1].status is MeetingStatus.PLANNED]
        coming = [pair for pair in planned if pair[0] >= now[: len(pair[0])]]
        found = min(coming, key=lambda pair: pair[0])[1] if coming else None
    else:
        held = [pair for pair in dated if pair[1].status is MeetingStatus.HELD]
        choose = min if position == "first" else max
        found = choose(held, key=lambda pair: pair[0])[1] if held else None
    if found is None:
        planned_or_held = "planned after today" if position == "next" else "held"
        raise NotFoundError(f"'{position}': no meeting in person is {planned_or_held}")
    return dataset.meeting(found.id)


def _with_article(kind: type) -> str:
    name = TYPE_NAMES.get(kind, "record")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
