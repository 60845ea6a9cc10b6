"""Search hits, and how each was found and scored."""

from summitcli.model.record import record


@record
class TermHit:
    """A word of the query, and the passage of a record in which it was found."""

    field: str
    "Dotted path of the field."
    text: str
    "The passage that contains it."
    query: str
    "The word of the query, folded."
    word: str
    "The word of the record that matches it, folded."
    how: str
    "`exact`, `form` (singular for plural), `joined`, `prefix`, `typo` or `equivalent`."


@record
class ScoreComponent:
    """One of the parts that add up to a score."""

    name: str
    "Name of the part, such as `words` or `date`."
    score: float
    "How much it adds, before the sum is scaled to 100."


@record
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
    "Its date; null if it has none."
    matches: tuple[TermHit, ...]
    "Where each word of the query was found."
    score_parts: tuple[ScoreComponent, ...]
    "The parts of the score."
    partial: bool = False
    "Whether the record lacks words of the query that it should contain."
    unmatched: tuple[str, ...] = ()
    "These words."
