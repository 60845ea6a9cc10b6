"""The table of search hits."""

from summitcli.pages.wording import describe_field
from summitcli.search.hit import Hit
from summitcli.tables.table import (
    Column,
    Table,
    date_column,
    id_column,
    number_column,
    text_column,
    title_column,
    word_column,
)


def hits_table(rows: list[Hit], explain: bool = False) -> Table[Hit]:
    """Return a table of search hits, optionally with the components of each score."""
    columns: tuple[Column[Hit], ...] = (
        date_column(rank=1),
        word_column("Type", lambda h: h.type, rank=2),
        id_column(),
        title_column("Title", lambda h: h.title),
        text_column(
            "Found in", lambda h: ", ".join(dict.fromkeys(m.field for m in h.matches)), rank=3
        ),
        number_column("Score", lambda h: f"{h.score:.0f}", rank=4),
    )
    because: Column[Hit] = text_column("Because", explain_score, rank=5)
    fields = ("score", "type", "id", "title", "date")
    return Table((Hit,), rows, (*columns, because) if explain else columns, fields)


def explain_score(hit: Hit) -> str:
    """Return the components of a score in a line."""
    found = ", ".join(
        f"{item.query} {item.how} in {describe_field(item.field)}" for item in hit.matches
    )
    score_parts = ", ".join(
        f"{part.name} {part.score:.1f}" for part in hit.score_parts if part.score
    )
    return "; ".join(filter(None, (found, score_parts)))
