"""What a search gives: hits, and why each is one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matched:
    """A word of the query, and the piece of a record in which it was found."""

    field: str
    "Dotted path of the field."
    text: str
    "The piece of text in which it stands."
    query: str
    "The word of the query."
    how: str
    "`exact`, `prefix` or `typo`."


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    score: int
    "From 0 to 100; the best hit has 100 where all words were found. Only its order is promised."
    type: str
    "Type of the record."
    id: str
    "Id of the record."
    title: str
    "Its title, name or statement."
    date: str | None
    "Its date; null where it has none."
    matches: tuple[Matched, ...]
    "Where each word of the query was found."
