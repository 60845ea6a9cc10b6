"""Scoring what a text repeats word for word."""

from summitcli.search.passages import Passage
from summitcli.search.scoring import verbatim_share
from summitcli.search.weights import TEXT

RARITY = {"marathon": 7.0, "bombers": 5.0, "phone": 3.0, "call": 2.0}


def share(query: str, text: str) -> float:
    """Return how much of a query a text repeats."""
    passages = [Passage("summary", TEXT, text)]
    return verbatim_share(passages, query.split(), RARITY, RARITY)


def test_a_longer_phrase_counts_more() -> None:
    text = "They spoke of marathon bombers on the phone."
    assert 0 < share("marathon bombers", text) < share("marathon bombers on the phone", text)


def test_words_in_another_order_do_not_count() -> None:
    assert share("bombers marathon", "The marathon bombers.") == 0


def test_a_part_that_tells_little_of_the_query_does_not_count() -> None:
    assert share("marathon bombers phone call", "A phone call.") == 0
    assert share("marathon bombers phone call", "The marathon bombers.") > 0
    assert share("phone call", "A phone call.") > 0
