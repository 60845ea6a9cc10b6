"""Headings of groups: the term of office in which a meeting fell."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from builders import dataset, meeting, person
from summitcli.model import Office
from summitcli.search.select import KINDS, STATUSES, Selection, ordered, select_whole
from summitcli.tables.headings import presidency
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli import Dataset

ANNA = person(
    "anna-vale",
    offices=(Office(title="President", start_date="2010-01-20", end_date="2017-01-20"),),
)
CLARA = person(
    "clara-finch",
    offices=(
        Office(title="President", start_date="2017-01-20", end_date="2021-01-20"),
        Office(title="President", start_date="2025-01-20"),
    ),
)
DATA = dataset(ANNA, CLARA, person("boris-stone", "borea"))


@pytest.mark.parametrize(
    ("date", "leaders", "heading"),
    [
        ("2015", {"arden": ("anna-vale", "clara-finch")}, "Anna Vale, 2010–2017"),
        ("2017-01-20", {"arden": ("anna-vale",)}, "Anna Vale, 2010–2017"),
        ("2017-01-20", {"arden": ("clara-finch",)}, "Clara Finch, 2017–2021"),
        ("2017-01", {"arden": ("clara-finch",)}, "Clara Finch, 2017–2021"),
        ("2025-08", {"arden": ("clara-finch",)}, "Clara Finch, 2025–"),
        ("2023-05", {"arden": ("clara-finch",)}, "Clara Finch"),
        (None, {"arden": ("clara-finch",)}, "Clara Finch"),
        ("2015", {"borea": ("boris-stone",)}, ""),
    ],
)
def test_a_meeting_falls_in_the_term_of_the_first_sides_leader(
    date: str | None, leaders: dict[str, tuple[str, ...]], heading: str
) -> None:
    assert presidency(meeting("m", date, leaders=leaders), DATA) == heading


def test_the_meetings_of_a_term_follow_each_other(fixture_data: Dataset) -> None:
    wanted = Selection(kinds=KINDS["in-person"], statuses=STATUSES["held"])
    held = ordered(select_whole(fixture_data, wanted))
    group = meetings_table(held, fixture_data, by_presidency=True).group
    assert group is not None
    assert [heading for heading, _ in groupby(held, key=group)] == [
        "Oswin Vale, 1966–1974",
        "Anna Vale, 2014–2018",
        "Clara Finch, 2018–2020",
    ]
