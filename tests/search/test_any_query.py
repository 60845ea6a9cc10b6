"""Queries in general: any text is one, the order of records does not matter, none takes long."""

from __future__ import annotations

import random
import string
import time
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import assert_refused
from conftest import FIXTURE
from summitcli import load
from summitcli.errors import UsageError
from summitcli.model import Dataset
from summitcli.search.index import Index, index_of
from summitcli.search.lookup import lookup
from summitcli.search.query import MAX_WORDS, parse_query

if TYPE_CHECKING:
    from conftest import Summit

SECONDS = 2  # within which a query of 100 kB is answered; on an idle machine it takes a tenth


@cache
def fixture() -> tuple[Dataset, Index]:
    """Return the fixture dataset and its index."""
    dataset = load(FIXTURE)
    return dataset, index_of(dataset)


def found(query: str) -> list[str]:
    """Return the ids of the hits."""
    return [hit.id for hit in lookup(query, *fixture())]


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
PIECES = """leader: year: type:claim stone - " greyford : 2014 july 30 0 00s first last longest
    early twenty of the end-of 31.02.2014 2014-99 1-1-1 F.D. 's II vertrag gipfel не и"""
# Bits that joined without spaces make `x2014-09-12`, `12.09.2014T` or `July2014-09`.
DATE_BITS = """2014 09 12 2014-09-12 2014-09 12.09.2014 9/12/2014 12.9.14 july third zwanzigster
    ² ½ th st T10:00 x v Z - . / , : ' é ж １"""
GLUED = st.lists(st.sampled_from(DATE_BITS.split()), min_size=1, max_size=5).map("".join)
QUERIES = st.lists(st.sampled_from(PIECES.split()) | GLUED | ANY_TEXT, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=500)
@given(QUERIES | GLUED)
@example("2014-09-12T10:00")
@example("July2014-09")
@example("16.07.2018x")
@example("year:٣")
@example('-"" "" leader:""')
@example("first last of of of")
@example("glassboro diner the menu nostalgia first")
def test_any_text_is_a_query(text: str) -> None:
    with suppress(UsageError):  # a field that names nothing
        hits = lookup(text, *fixture())
        assert all(0 <= hit.score <= 100 for hit in hits)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert len({hit.id for hit in hits}) == len(hits)
        assert all(hit.partial == bool(hit.unmatched) for hit in hits)


@given(QUERIES)
def test_no_query_has_more_words_than_are_looked_for(text: str) -> None:
    assert len(parse_query(text).words) <= MAX_WORDS


ANSWERS = {
    "greyford summit": "greyford-2014",
    "larkhill": "larkhill-2015",
    "highmoor bilateral": "highmoor-2019",
    "border trade": "border-trade",
    "boris stone": "boris-stone",
    "dam breaks": "dam-break-2017",
}


@st.composite
def misspelled(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a query with one typo in a word of five letters or more, and its answer."""
    query = draw(st.sampled_from(sorted(ANSWERS)))
    typed = query.split()
    number = draw(st.sampled_from([n for n, word in enumerate(typed) if len(word) >= 5]))
    word, letter = typed[number], draw(st.sampled_from(string.ascii_lowercase))
    at = draw(st.integers(1, len(word) - 2))
    variants = [
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    typed[number] = draw(st.sampled_from(variants))
    return " ".join(typed), ANSWERS[query]


@settings(deadline=None, max_examples=200)
@given(misspelled())
def test_one_typo_keeps_the_record_among_the_first_three(case: tuple[str, str]) -> None:
    typed, answer = case
    assert answer in found(typed)[:3]


# Queries that find many records, some of them equally good, by words, dates, fields and phrases.
MANY = ["stone", "river", "greyford", "greyfurd", "sumit 2014", "2010s", "kind:call", "vale -ferry"]
MANY += ['"river rights"', "last meeting vale stone", "river qqqqqq zzzzzz", "water quotas"]


@settings(deadline=None, max_examples=12)
@given(st.integers(0, 10_000).map(random.Random))
def test_hits_do_not_depend_on_the_order_of_the_records(chance: random.Random) -> None:
    dataset, index = fixture()
    sections = [item.name for item in fields(Dataset) if item.name != "info"]
    parts: dict[str, Any] = {
        name: tuple(chance.sample(getattr(dataset, name), len(getattr(dataset, name))))
        for name in sections
    }
    shuffled = replace(dataset, **parts)
    again = index_of(shuffled)
    for query in MANY:
        assert lookup(query, shuffled, again) == lookup(query, dataset, index), query


LONG = {
    "one word": "q" * 100_000,
    "many words": "greyford stone river " * 5_000,
    "many different words": " ".join(f"wort{n}xy" for n in range(11_000))[:100_000],
    "quotes": '"a' * 50_000,
    "fields": "a:" * 50_000,
    "initials": "a." * 50_000,
    "excluded words": "-x " * 33_000,
    "letters with marks": "e\u0301" * 50_000,
}


@pytest.mark.parametrize("query", LONG.values(), ids=LONG)
def test_a_query_of_100_kb_is_answered_soon_and_in_a_line(here: Summit, query: str) -> None:
    here("search", "greyford")  # compile the dataset
    started = time.perf_counter()
    run = here("search", "--limit", "1", "--", query)
    assert time.perf_counter() - started < SECONDS
    assert run.code == 0
    first = run.err.splitlines()[0]
    assert first == "summit: note: the query is too long; only its first 1,000 characters are used"
    assert all(len(line) < 200 for line in run.err.splitlines())


@pytest.mark.parametrize("query", ["", " ", " " * 100_000], ids=["empty", "blank", "blanks"])
def test_a_query_without_a_word_is_refused(here: Summit, query: str) -> None:
    assert_refused(here("search", "--", query), 2, "nothing to search for", "summit list")
