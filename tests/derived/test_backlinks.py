"""Links in the other direction: who cites a source, which meetings are on a theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitcli.derived.backlinks import backlinks, group
from summitcli.derived.links import source_ids
from summitcli.derived.views import build_view
from summitcli.model import Meeting, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_the_citations_of_a_record_are_read_once_for_all_sources(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def count(record: object) -> Iterator[str]:
        seen.append(record)
        return source_ids(record)

    monkeypatch.setattr("summitcli.derived.backlinks.source_ids", count)
    dataset = replace(fixture_data)
    for source in dataset.sources:
        build_view(source, dataset)
    assert len(seen) == len(dataset.by_id)


def test_the_meetings_are_read_once_for_all_themes(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    themes = Meeting.themes.fget  # type: ignore[attr-defined]

    def count(meeting: Meeting) -> tuple[str, ...]:
        seen.append(1)
        return tuple(themes(meeting))

    monkeypatch.setattr(Meeting, "themes", property(count))
    dataset = replace(fixture_data)
    for theme in dataset.themes:
        build_view(theme, dataset)
    assert len(seen) == len(dataset.meetings)
