"""Links in the other direction: who cites a source, which meetings are on a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitcli.derived.backlinks import backlinks, group
from summitcli.derived.links import source_ids
from summitcli.model import Source

if TYPE_CHECKING:
    from summitcli import Dataset


def test_group_lists_a_record_once_under_each_key(fixture_data: Dataset) -> None:
    outcome = fixture_data.outcomes[0]
    assert group([outcome], lambda _: ("a", "b", "a")) == {"a": [outcome], "b": [outcome]}


def test_every_citation_is_found_from_the_source(fixture_data: Dataset) -> None:
    citing = backlinks(fixture_data).citing
    for record in fixture_data.by_id.values():
        same = record.same_text_as if isinstance(record, Source) else None
        cited = {*source_ids(record), *([same] if same else [])}
        found = {source for source, records in citing.items() if record.id in records}
        assert found == cited, record.id


def test_indexes_are_made_once(fixture_data: Dataset) -> None:
    assert backlinks(fixture_data).citing is backlinks(fixture_data).citing
