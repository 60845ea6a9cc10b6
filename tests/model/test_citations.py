"""Who cites a source: the same in files and in a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli import open_dataset
from summitcli.model import Source
from summitcli.model.citations import source_ids

if TYPE_CHECKING:
    from summitcli import Dataset

FIXTURE = Path(__file__).parent.parent / "fixture"


@pytest.mark.parametrize("use_store", [True, False])
def test_every_citation_is_found_from_the_source(use_store: bool) -> None:
    dataset = open_dataset(FIXTURE, use_store=use_store)
    for record in dataset.records():
        same = record.same_text_as if isinstance(record, Source) else None
        cited = {*source_ids(record), *([same] if same else [])}
        found = {item.id for item in dataset.sources if record.id in dataset.citing(item.id)}
        assert found == cited, record.id


@pytest.mark.parametrize("use_store", [True, False])
def test_citing_records_are_in_the_order_of_the_dataset_and_once(use_store: bool) -> None:
    dataset = open_dataset(FIXTURE, use_store=use_store)
    order = [record.id for record in dataset.records()]
    for source in dataset.sources:
        found = dataset.citing(source.id)
        assert list(found) == sorted(set(found), key=order.index)


@pytest.mark.parametrize("use_store", [True, False])
def test_nothing_cites_what_is_not_a_source(use_store: bool) -> None:
    dataset = open_dataset(FIXTURE, use_store=use_store)
    assert not [*dataset.citing("larkhill-1969"), *dataset.citing("nobody")]


def test_the_records_are_read_once_for_all_sources(fixture_data: Dataset) -> None:
    found = [fixture_data.citing(source.id) for source in fixture_data.sources]
    again = [fixture_data.citing(source.id) for source in fixture_data.sources]
    assert all(one is other for one, other in zip(found, again, strict=True) if one)
