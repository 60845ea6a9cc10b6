"""The search index: its words, its passages, and the names that are written as one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.model import names_of, title_of
from summitcli.search.attendance import attendees
from summitcli.search.index import Index, Words, index_of
from summitcli.search.normalize import words
from summitcli.search.weights import NAME, NEAR_NAME

if TYPE_CHECKING:
    from summitcli import Dataset


@pytest.fixture(scope="module")
def index(fixture_data: Dataset) -> Index:
    """Return the index of the fixture."""
    return index_of(fixture_data)


def record_ids(index: Index, word: str) -> set[str]:
    """Return the ids of the records that have a word."""
    return {index.ids[index.record_of(passage)] for passage in index.passages(word)}


def test_words_are_found_by_their_whole_and_by_their_beginning() -> None:
    known = Words("bread\nbreak\nbrook\nzoo")
    assert "break" in known
    assert "brea" not in known
    assert "zzz" not in known
    assert known.starting_with("brea") == ["bread", "break"]
    assert known.starting_with("zoo") == ["zoo"]
    assert known.starting_with("x") == []
    assert list(known) == known.all


def test_an_index_without_words_has_none() -> None:
    assert "a" not in Words("")
    assert Words("").starting_with("a") == []


def test_a_word_leads_to_the_records_that_have_it(index: Index) -> None:
    assert "greyford-2014" in record_ids(index, "greyford")
    assert record_ids(index, "nowhere") == set()


def test_a_passage_is_in_the_document_of_its_record(index: Index) -> None:
    for passage in index.passages("greyford"):
        number = index.record_of(passage)
        document = index.documents([number])[0]
        found = document[passage - index.first_passage(number)]
        assert "greyford" in found.words
        assert found.weight == index.weight(passage)


def test_names_are_told_from_mentions(index: Index) -> None:
    assert index.is_name("greyford")
    assert not index.is_name("nowhere")
    assert index.records_with("greyford", NEAR_NAME - 1) > 0
    assert index.records_with("greyford", NAME) == 0


def test_two_words_of_a_name_are_found_as_one(index: Index) -> None:
    numbers = {index.record_of(passage) for passage in index.joined_passages("portamber")}
    assert "port-amber-2016" in {index.ids[number] for number in numbers}
    assert not index.joined_passages("amberport")


def test_places_are_those_of_the_ids_in_alphabetical_order(index: Index) -> None:
    by_place = sorted(range(len(index.ids)), key=index.places.__getitem__)
    assert [index.ids[number] for number in by_place] == sorted(index.ids)


def test_every_name_of_a_record_may_name_something(fixture_data: Dataset, index: Index) -> None:
    names = [
        name for item in attendees(fixture_data) for name in (item.id, item.title, *item.names)
    ]
    for record in fixture_data.records():
        names += [record.id, title_of(record), *names_of(record)]
    assert [name for name in names if not index.may_name(words(name))] == []


def test_words_that_no_record_has_together_name_nothing(index: Index) -> None:
    assert index.may_name(["greyford"])
    assert not index.may_name(["nowhere"])
    assert not index.may_name(["greyford", "nowhere"])
