"""The subject of a picture, and the lines of text that every picture carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from summitcli.model import ContextEvent, Dataset, Meeting
from summitcli.pages.wording import format_date


class NothingToDrawError(Exception):
    """The meetings hold nothing that the picture shows; the message says what is missing."""


class TooManyError(Exception):
    """There are more meetings than the picture can show legibly; the message says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The meetings of a picture, with the dataset that they belong to."""

    dataset: Dataset
    "The dataset: it names people and themes, and gives the terms of office."
    meetings: Sequence[Meeting]
    "The meetings to draw."
    events: Sequence[ContextEvent] = ()
    "The background events to draw beside them, where the picture shows any."
    scope: str = ""
    "How the meetings were chosen, in words, for the line below the title."


def minutes_of(meeting: Meeting) -> int | None:
    """Return the known length of a meeting in minutes."""
    return meeting.duration.actual_minutes if meeting.duration else None


def count_words(count: int, noun: str) -> str:
    """Return a number with its noun: `1 meeting`, `2,555 meetings`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def credit_line(dataset: Dataset) -> str:
    """Return the line that says where a picture's data come from, and their date."""
    info = dataset.info
    parts = [
        f"Data: {info.title}{f', version {info.version}' if info.version else ''}",
        *([f"as of {format_date(info.as_of)}"] if info.as_of else []),
        *([f"from {count_words(len(dataset.sources), 'source')}"] if dataset.sources else []),
        *([info.licence.data] if info.licence else []),
    ]
    return " · ".join(parts)
