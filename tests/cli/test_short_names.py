"""Short names of leaders, as lists use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import dataset, meeting, person
from summitcli.pages.page import text_of
from summitcli.pages.wording import describe_pair, short_name
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def data() -> Dataset:
    """Return a dataset in which the leader of Borea has a short name."""
    return dataset(
        meeting("summit"), person("anna-vale"), person("boris-stone", "borea", short_name="Boris")
    )


def test_a_short_name_takes_the_place_of_the_surname() -> None:
    assert [short_name(leader.id, data()) for leader in data().people] == ["Vale", "Boris"]
    assert describe_pair(data()) == "Vale – Boris"


def test_lists_use_short_names() -> None:
    table = meetings_table(list(data().meetings), data())
    (leaders,) = (column for column in table.columns if column.header == "Leaders")
    assert text_of(leaders.cell(table.rows[0])) == "Vale – Boris"
