"""Links in the other direction: who cites a source, which meetings are on a theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitcli.derived.backlinks import group
from summitcli.derived.views import build_view
from summitcli.model import Meeting

if TYPE_CHECKING:
    from summitcli import Dataset


def test_group_lists_a_record_once_under_each_key(fixture_data: Dataset) -> None:
    outcome = fixture_data.outcomes[0]
    assert group([outcome], lambda _: ("a", "b", "a")) == {"a": [outcome], "b": [outcome]}


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
