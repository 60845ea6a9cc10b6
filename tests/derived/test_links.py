"""The sources that a record cites, in the order in which its page mentions them."""

from __future__ import annotations

from pathlib import Path

from summitcli import load
from summitcli.derived.links import cited_sources
from summitcli.model import Meeting, SourceType
from summitcli.model.citations import source_ids

DATA = load(Path(__file__).parent.parent / "fixture")


def ids(record: str) -> list[str]:
    """Return the ids of the sources that a record cites."""
    return [source.id for source in cited_sources(DATA.by_id[record], DATA)]


def test_the_sources_of_a_length_are_cited() -> None:
    meeting = DATA.meeting("larkhill-1969")
    assert meeting.duration is not None
    assert next(source_ids(meeting)) == meeting.duration.sources[0] == "memo-1969"
    assert ids("larkhill-1969")[0] == "memo-1969"


def test_primary_sources_come_first_within_a_statement_only() -> None:
    found = cited_sources(DATA.by_id["greyford-2014"], DATA)
    assert [source.id for source in found] == [
        "arden-readout-2014",
        "borea-readout-2014",
        "herald-2014",
        "lorn-2014",
        "amber-tv-2014",
    ]
    assert found[3].type is SourceType.PRIMARY


def test_judgements_are_in_the_order_of_their_valence() -> None:
    meeting = DATA.by_id["greyford-2014"]
    assert isinstance(meeting, Meeting)
    only_judged = [*source_ids(meeting)]
    assert only_judged.index("amber-tv-2014") < len(only_judged) - 3


def test_every_source_is_cited_once() -> None:
    for record in DATA.by_id.values():
        found = [source.id for source in cited_sources(record, DATA)]
        assert found == list(dict.fromkeys(found))
        assert set(found) == set(source_ids(record)), record.id
