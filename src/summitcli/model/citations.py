"""Which sources a record cites, and which records cite a source."""

from collections.abc import Iterator, Sequence

from summitcli.model.meeting import Assessment
from summitcli.model.records import Claim, Evidence, Outcome, Source
from summitcli.model.sections import Record
from summitcli.model.values import Valence

_VALENCES = list(Valence)


def source_ids(record: object) -> Iterator[str]:
    """Yield the ids of the sources that a record cites, in the order of its statements."""
    for statement in statements_of(record):
        yield from statement


def statements_of(record: object) -> Iterator[tuple[str, ...]]:
    """Yield the sources of each statement, in the order in which pages show the statements."""
    own: tuple[str, ...] = getattr(record, "sources", ())
    if isinstance(record, Outcome):  # its evidence comes before the judgements
        yield own
    for name in record.__dataclass_fields__:  # type: ignore[attr-defined]
        value = getattr(record, name)
        if not value or isinstance(value, str):  # most fields
            continue
        parts = value if isinstance(value, tuple) else (value,)
        if hasattr(parts[0], "sources"):
            for part in _in_page_order(parts):
                yield from statements_of(part)
    if not isinstance(record, Outcome):
        yield own
    if isinstance(record, Claim):
        yield (record.article,)


def _in_page_order(parts: tuple[object, ...]) -> Sequence[object]:
    """Return parts of a type in the order of a page: judgements by valence, evidence by date."""
    judged = [part for part in parts if isinstance(part, Assessment)]
    if judged:
        return sorted(judged, key=lambda part: _VALENCES.index(part.valence))
    evidence = [part for part in parts if isinstance(part, Evidence)]
    return sorted(evidence, key=lambda part: part.date) or parts


def add_citations(record: Record, citing: dict[str, list[str]]) -> None:
    """Add the id of a record to those that cite each source or have the same text."""
    cited = dict.fromkeys(source_ids(record))
    if isinstance(record, Source) and record.same_text_as is not None:
        cited[record.same_text_as] = None
    for identifier in cited:
        citing.setdefault(identifier, []).append(record.id)
