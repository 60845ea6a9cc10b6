"""What a search gives: hits, and why each is one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermHit:
    """A word of the query, and the piece of a record in which it was found."""

    field: str
    "Dotted path of the field."
    text: str
    "The piece of text in which it stands."
    query: str
    "The word of the query, as it was looked for."
    word: str
    "The folded word of the record for which it stands."
    how: str
    "`exact`, `form` (singular for plural), `joined`, `prefix` or `typo`."


@dataclass(frozen=True, slots=True)
class ScoreComponent:
    """A part of a score."""

    name: str
    "What it is for."
    score: float
    "How much it adds, before the sum is set on the scale of the score."


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    score: float
    "From 0 to 100. Only the order that it gives is promised."
    type: str
    "Type of the record."
    id: str
    "Id of the record."
    title: str
    "Its title, name or statement."
    date: str | None
    "Its date; null where it has none."
    matches: tuple[TermHit, ...]
    "Where each word of the query was found."
    score_parts: tuple[ScoreComponent, ...]
    "What the score is made of."
