"""Find the records that a command line names, and say how a name was understood."""

from typing import TYPE_CHECKING, TypeVar, cast

from summitcli.cli.streams import log_note
from summitcli.model import Dataset, Record

if TYPE_CHECKING:
    from summitcli.search.finder import Findable

RecordT = TypeVar("RecordT", bound=Record)


def find_record(typed: str, dataset: Dataset, kind: type[RecordT]) -> RecordT:
    """Return the record of a type that someone names; raise NotFoundError."""
    return cast("RecordT", find_one(typed, dataset, kind))


def find_citing_record(typed: str, dataset: Dataset) -> Record:
    """Return the record that someone names; raise NotFoundError for a person without a record."""
    from summitcli.errors import NotFoundError
    from summitcli.search.attendance import Attendee

    found = find_one(typed, dataset, None)
    if isinstance(found, Attendee):
        raise NotFoundError(f"'{found.id}' took part in meetings and has no sources of its own")
    return found


def find_records(typed: list[str], dataset: Dataset) -> "list[Findable]":
    """Return the records of any type that some arguments name; raise NotFoundError.

    Several arguments may be the words of one name: `white house 2018`. Raise UsageError if one of
    them is a part of a page instead, which --only chooses.
    """
    from summitcli.errors import NotFoundError

    if len(typed) > 1 and not all(word.strip().casefold() in dataset.by_id for word in typed):
        try:
            return [find_one(" ".join(typed), dataset, None, only_certain=True)]
        except NotFoundError:
            _refuse_parts(typed, dataset)
    return [find_one(word, dataset, None) for word in typed]


def _refuse_parts(typed: list[str], dataset: Dataset) -> None:
    from shlex import join

    from summitcli.errors import UsageError
    from summitcli.pages.part_names import part_called

    for word in typed[1:]:
        part = part_called(word)
        if part and word not in dataset.by_id:
            command = join(["summit", "show", typed[0], "--only", part])
            raise UsageError(f"'{word}' is a part of a page; to see only this part: {command}")


def find_one(
    typed: str, dataset: Dataset, kind: type | None, only_certain: bool = False
) -> "Findable":
    """Return the record that someone names; `kind` is its type, or Attendee for any person."""
    record = dataset.by_id.get(typed.strip().casefold())
    if record is not None and (kind is None or isinstance(record, kind)):
        return record  # at once, as an id needs none of the rest
    from summitcli.cli.messages import describe_found
    from summitcli.search.find import find_named
    from summitcli.search.finder import title_of_any

    found = find_named(typed, dataset, kind, guess=not only_certain)
    if note := describe_found(typed, found, title_of_any(found.record)):
        log_note(note)
    return found.record
