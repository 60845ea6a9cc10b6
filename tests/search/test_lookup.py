"""Looking up queries: what is found, what comes first, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from builders import CLARA_AND_BORIS, dataset, event, meeting, place, theme
from summitcli.errors import UsageError
from summitcli.model import (
    Account,
    Dataset,
    Duration,
    MeetingKind,
    MeetingStatus,
    Office,
    Participant,
    Party,
    Person,
    Session,
    Topic,
)
from summitcli.search.hit import Hit
from summitcli.search.index import index_of
from summitcli.search.lookup import lookup

if TYPE_CHECKING:
    from collections.abc import Callable

    Find = Callable[[str], list[Hit]]


@pytest.fixture(scope="module")
def find(fixture_data: Dataset) -> Find:
    """Return a function that searches the fixture dataset."""
    index = index_of(fixture_data)
    return lambda query: lookup(query, fixture_data, index)


def ids(hits: list[Hit]) -> list[str]:
    """Return the ids of hits."""
    return [hit.id for hit in hits]


def search(query: str, *records: Any, **info: Any) -> list[Hit]:
    """Search a dataset of these records."""
    data = dataset(*records, **info)
    return lookup(query, data, index_of(data))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("GREYFORD", "greyford-2014"),
        ("Gréyførd", "greyford-2014"),
        ("Грейфорд", "greyford-2014"),
        ("greyfrod", "greyford-2014"),
        ("grey ford", "greyford-2014"),
        ("portamber", "port-amber-2016"),
        ("stone's", "boris-stone"),
        ("B. Stone", "boris-stone"),
        ("irrigation", "river-rights"),
        ("quota for dry years", "greyford-2014"),
        ("little was written down", "greyford-2014"),
        ('"little was written down"', "greyford-2014"),
        ("leader:finch", "highmoor-2019"),
        ("12 september 2014", "greyford-2014"),
        ("the twelfth of september twenty fourteen", "greyford-2014"),
        ("zwölfter September 2014", "greyford-2014"),
    ],
)
def test_the_record_that_was_meant_comes_first(find: Find, query: str, first: str) -> None:
    assert ids(find(query))[:1] == [first]


@pytest.mark.parametrize("query", ["", "-", '""', "?!", "the", "of and", "zzzqqq", "wheat"])
def test_nonsense_finds_nothing(find: Find, query: str) -> None:
    assert find(query) == []


def test_a_number_is_not_a_misspelling_of_another(find: Find) -> None:
    assert find("2031") == []


def test_a_word_in_a_name_comes_before_one_that_is_only_mentioned(find: Find) -> None:
    found = ids(find("ferry"))
    assert found.index("call-2016-08-20") < found.index("larkhill-2015")


def test_held_meetings_come_before_cancelled_ones(find: Find) -> None:
    found = ids(find("greyford summit"))
    assert found.index("greyford-2014") < found.index("greyford-2017")


def test_excluded_words_are_in_no_hit(find: Find) -> None:
    every, fewer = set(ids(find("greyford"))), set(ids(find("greyford -2017")))
    assert "greyford-2017" in every - fewer
    assert fewer < every


def test_an_unknown_value_of_a_field_is_refused(find: Find) -> None:
    with pytest.raises(UsageError, match="'soon' is not a year"):
        find("year:soon")


# Names of those at the table, rooms and notes


@pytest.mark.parametrize("query", ["marsh", "mill house", "library", "after midnight", "dinner"])
def test_everything_about_a_meeting_is_searched(find: Find, query: str) -> None:
    assert "larkhill-1969" in ids(find(query))


def test_a_third_party_is_found_by_its_name() -> None:
    account = Account(point="Who asked?", versions={"lorn": "Nobody."}, sources=("s",))
    hits = search(
        "republic", meeting("x", accounts=(account,)), parties=(Party(id="lorn", name="Republic"),)
    )
    assert ids(hits) == ["x"]


def test_participants_sessions_and_lengths_are_searched() -> None:
    record = meeting(
        "x",
        participants=(Participant(name="Ada Quill", office="Admiral", side="arden"),),
        sessions=(Session(title="Talk", place="Orangery", note="It rained."),),
        duration=Duration(note="By the stopwatch."),
    )
    for query in ("quill", "admiral", "orangery", "rained", "stopwatch"):
        assert ids(search(query, record)) == ["x"], query


# First and last


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("first meeting of vale and stone", "greyford-2014"),
        ("when did anna vale last meet stone", "port-amber-2016"),
        ("where did vale and stone see each other for the first time", "greyford-2014"),
        ("did finch and stone ever meet", "highmoor-2019"),
        ("last meeting in greyford", "greyford-2014"),
        ("first meeting of orlov", "larkhill-1969"),
        ("longest meeting of anna vale and stone", "greyford-2014"),
        ("last call of vale and stone", "call-2016-08-20"),
        ("first meeting of vale and stone after the flood on the long river", "greyford-2014"),
        ("last meeting of vale and stone before 2016", "larkhill-2015"),
    ],
)
def test_the_first_or_last_meeting_comes_first(find: Find, query: str, first: str) -> None:
    assert ids(find(query))[:1] == [first]


def test_without_a_name_first_is_only_a_word(find: Find) -> None:
    assert all(
        part.name != "first, last or longest"
        for hit in find("first meeting")
        for part in hit.score_parts
    )


def test_as_president_counts_only_while_the_leader_was_president() -> None:
    person = Person(
        id="ann-ash",
        name="Ann Ash",
        side="arden",
        offices=(
            Office(title="Prime Minister of Arden", start_date="2000", end_date="2004"),
            Office(title="President of Arden", start_date="2004", end_date="2008"),
        ),
    )
    both = [
        meeting(
            id_, title=id_, date=date, leaders={"arden": ("ann-ash",)}, status=MeetingStatus.HELD
        )
        for id_, date in (("early", "2001-05-01"), ("later", "2006-05-01"))
    ]
    assert ids(search("first meeting of ash", person, *both))[0] == "early"
    assert ids(search("first meeting of ash as president", person, *both))[0] == "later"


# Equivalents


def treaty_meeting() -> Any:
    """Return a meeting that signed a treaty on missile defence."""
    return meeting(
        "lund-1999",
        title="Lund summit",
        agreements=("Missile Defence Treaty",),
        place=place("Lund", "Norland"),
        summary="Two envoys were expelled afterwards.",
    )


@pytest.mark.parametrize(
    "query",
    [
        "Gipfeltreffen Lund",
        "traité antimissile",
        "Raketenabwehr",
        "cumbre de Lund",
        "встреча Лунд",
        "vertice di Lund",
        "Raketenabwehrvertrag",
    ],
)
def test_words_of_other_languages_are_understood(query: str) -> None:
    assert ids(search(query, treaty_meeting(), meeting("other"))) == ["lund-1999"]


def test_a_hit_shows_the_word_that_was_typed() -> None:
    (hit,) = search("Raketenabwehr", treaty_meeting())
    assert {match.query for match in hit.matches} == {"raketenabwehr"}
    assert {match.word for match in hit.matches} == {"missile", "defence"}


@pytest.mark.parametrize("query", ["kicked out", "envoys sent home", "deported", "expulsion"])
def test_everyday_words_find_those_of_the_record(query: str) -> None:
    hits = search(query, treaty_meeting())
    assert ids(hits) == ["lund-1999"]
    assert not hits[0].partial


def test_a_synonym_of_a_theme_is_never_shown_as_text_of_a_record() -> None:
    topic = Topic(themes=("arms",))
    records = (
        theme("arms", title="Arms control", aliases=("nukes",)),
        meeting("x", topics=(topic,)),
    )
    hits = {hit.id: hit for hit in search("nukes", *records)}
    assert {match.text for match in hits["x"].matches} == {"Arms control"}


def test_an_event_named_outright_comes_before_a_theme_with_that_synonym() -> None:
    records = (
        theme("politics", title="Politics", aliases=("Wagner",)),
        event("mutiny-2001", "2001", title="Mutiny of the Wagner group"),
    )
    assert ids(search("wagner", *records))[0] == "mutiny-2001"


def test_an_event_named_outright_comes_first_although_other_words_are_unknown() -> None:
    records = (
        theme("politics", title="Politics", aliases=("Wagner",)),
        event("mutiny-2001", "2001", title="Mutiny of the Wagner group"),
    )
    assert ids(search("wagner skateboard", *records))[0] == "mutiny-2001"


def test_an_event_is_found_by_its_other_names() -> None:
    records = (
        event("strike-2001", "2001", title="Strike of the ferrymen", aliases=("Long Silence",)),
        meeting("lund-1999", summary="There was a silence as long as the lunch."),
    )
    first = search("the long silence", *records)[0]
    assert (first.id, first.matches[0].field) == ("strike-2001", "aliases")


def test_two_words_as_a_text_has_them_come_before_what_else_they_may_mean() -> None:
    records = (
        event("command-2001", "2001", title="The military command"),
        meeting("lund-1999", summary="They spoke of military chiefs."),
    )
    assert ids(search("military chiefs", *records))[0] == "lund-1999"


def test_a_record_that_has_a_typed_place_comes_before_one_that_has_its_country() -> None:
    records = (
        theme("ferries", title="Ferries", aliases=("Rowing",), description="Russian ferries."),
        *(
            meeting(f"moscow-{n}", place=place("Moscow", "Russia"), themes=("ferries",))
            for n in range(1960, 1992)
        ),
    )
    assert ids(search("rowing moscow", *records))[0].startswith("moscow-")


@pytest.mark.parametrize("verb", ["talk", "speak", "meet"])
def test_a_question_for_a_length_is_answered_by_the_place(verb: str) -> None:
    records = (
        meeting("lund-1999", place=place("Lund", "Sweden"), summary="A short talk."),
        meeting("oslo-2001", place=place("Oslo", "Norway"), summary="A long talk, as they say."),
    )
    assert ids(search(f"how long did they {verb} in lund", *records))[0] == "lund-1999"


def test_a_meeting_without_a_leader_who_is_named_comes_last() -> None:
    text = "The ferry was on the agenda."
    records = (
        meeting("lund-1999", title="Ferry meeting", summary=text),
        meeting("lund-2001", title="Talks", summary=text, leaders=CLARA_AND_BORIS),
    )
    assert ids(search("finch on the ferry", *records))[0] == "lund-2001"


@pytest.mark.parametrize("query", ["launderers", "laundered money", "launderer"])
def test_words_with_the_same_root_find_each_other(query: str) -> None:
    hits = search(query, meeting("lund-1999", summary="They spoke of laundering money."))
    assert ids(hits) == ["lund-1999"]
    assert not hits[0].partial


def test_a_phrase_that_is_on_the_list_is_also_found_word_for_word() -> None:
    hits = search("kicked out", meeting("lund-1999", summary="The envoy was kicked out."))
    assert not hits[0].partial


def test_a_year_in_a_title_is_found_although_the_record_is_of_another_year() -> None:
    records = (
        event("review-2025", "2025", title="The 1999 quota reviewed"),
        event("quota-1999", "1999", title="A quota is agreed"),
    )
    assert set(ids(search("quota 1999", *records))) == {"review-2025", "quota-1999"}


def test_a_record_that_begins_in_the_time_comes_before_one_that_only_overlaps_it() -> None:
    records = (
        event("long-2001", "1999", "2003", title="Flood"),
        event("begun-2001", "2001-05-04", "2001-06-01", title="Flood"),
    )
    assert ids(search("flood 4 may 2001", *records)) == ["begun-2001", "long-2001"]


def test_a_question_with_other_words_is_not_only_about_a_first_meeting() -> None:
    records = (
        meeting("lund-1999", "1999-05-01"),
        meeting("oslo-2001", "2001-05-01", summary="The mood was frosty and the tone harsh."),
    )
    assert ids(search("frosty harsh mood at the first meeting", *records))[0] == "oslo-2001"


@pytest.mark.parametrize("query", ["dinner photographer wedding", "letter stencil"])
def test_nothing_is_found_if_half_of_the_words_are_unknown(query: str) -> None:
    summary = "There was a letter, and photographers were at the dinner."
    assert search(query, meeting("lund-1999", summary=summary)) == []


# Partial matches


def test_a_known_name_among_unknown_words_is_found_and_marked(find: Find) -> None:
    hits = find("greyford diner selfie hashtag")
    assert hits[0].id == "greyford-2014"
    assert hits[0].partial
    assert set(hits[0].unmatched) >= {"selfie", "hashtag"}


def test_a_hit_with_all_words_is_not_partial(find: Find) -> None:
    hit = find("greyford summit")[0]
    assert not hit.partial
    assert hit.unmatched == ()


@pytest.mark.parametrize(
    "query", ["lunch selfie hashtag", "phone call blocker app", "letter fondant"]
)
def test_unknown_words_beside_general_ones_find_nothing(find: Find, query: str) -> None:
    assert find(query) == []


def test_words_together_in_one_text_come_before_scattered_ones() -> None:
    scattered = meeting("a", topics=tuple(Topic(label=w) for w in ("copper", "barley", "salmon")))
    together = meeting("b", topics=(Topic(label="copper, barley and salmon"),))
    assert ids(search("salmon copper barley", scattered, together))[0] == "b"


def test_a_call_is_asked_for_by_the_words_for_it() -> None:
    records = [
        meeting("in-person", title="Meeting of Vale and Stone", date="2015-01-01"),
        meeting(
            "call", title="Call of Vale and Stone", date="2014-01-01", kind=MeetingKind.PHONE_CALL
        ),
    ]
    assert ids(search("last phone call vale stone", *records))[0] == "call"


def test_the_whole_title_of_an_event_comes_before_a_meeting_that_mentions_it() -> None:
    flood = event("flood-2014", "2014", title="Ceasefire in the north of Lorn")
    talk = meeting("talk-2014", agreements=("North Lorn ceasefire",))
    assert ids(search("ceasefire in the north of lorn", talk, flood))[0] == "flood-2014"


def test_a_name_at_the_beginning_of_a_title_is_a_name_too() -> None:
    joined = event("joining-2014", "2014", title="Lorn joins the river league")
    at_lorn = meeting("port-amber-2014", place=place("Port Amber", country="Lorn"))
    hit = next(hit for hit in search("lorn", at_lorn, joined) if hit.id == "joining-2014")
    assert {part.name: part.score for part in hit.score_parts}["named outright"] > 0


def test_words_of_a_title_find_its_record_and_not_a_first_meeting() -> None:
    talks = event("talks-2026", "2026-01-23", title="First talks of Vale and Stone on the ferry")
    query = "first talks of vale and stone"
    found = search(query, *CLARA_AND_BORIS, meeting("greyford-2014"), talks)
    assert ids(found)[0] == "talks-2026"


def test_a_date_in_a_remembered_phrase_is_part_of_the_phrase() -> None:
    flood = event("flood-2014", "2014-02-01", summary="They had warned of it on 3 May 1990.")
    other = meeting("greyford-1990", "1990-05-03", summary="They talked about a dam.")
    assert ids(search("had warned of it on 3 may 1990", other, flood)) == ["flood-2014"]


def test_two_words_of_one_group_each_count_in_a_name() -> None:
    channels = theme("channels", title="Channels", aliases=("phone call",))
    call = meeting("call-2014", title="Call on the flood", kind=MeetingKind.PHONE_CALL)
    assert ids(search("phone call", call, channels))[0] == "channels"


def test_a_word_of_the_list_is_not_a_typo_of_another() -> None:
    walks = meeting("greyford-2014", summary="There was time for walks.")
    assert search("tanks near nowhere", walks) == []


def test_an_everyday_word_that_one_record_has_still_finds_the_others() -> None:
    attack = event("attack-2014", "2014", title="Attack on the ferry")
    aside = event(
        "flood-2014", "2014", title="Flood", summary="The assault of the water was sudden."
    )
    assert set(ids(search("assault", attack, aside))) == {"attack-2014", "flood-2014"}


def test_the_better_of_two_records_with_the_highest_score_comes_first() -> None:
    paper = event("river-memorandum-1994", "1994-12-05", title="River Memorandum")
    held = meeting("river-1994", "1994-12-05", agreements=("River Memorandum",))
    found = search("river memorandum 1994", held, paper)
    assert [hit.score for hit in found[:2]] == [100.0, 100.0]
    assert ids(found)[0] == "river-memorandum-1994"


def test_a_theme_of_which_a_whole_alias_is_typed_comes_before_an_event_with_the_word() -> None:
    records = (
        theme("children", title="Children", aliases=("adoption",)),
        event("ban-2001", "2001", title="Act of 2001", aliases=("Adoption ban",)),
    )
    assert ids(search("adoption", *records)) == ["children", "ban-2001"]


@pytest.mark.parametrize("typed", ["adoption", "adoptions", "adopton"])
def test_a_theme_comes_before_an_event_with_its_alias_however_that_is_spelled(typed: str) -> None:
    records = (
        theme("children", title="Children", aliases=("adoption",)),
        event("ban-2001", "2001", title="Act of 2001", aliases=("Adoption ban",)),
    )
    assert ids(search(typed, *records))[0] == "children"


@pytest.mark.parametrize("filler", ["issue", "question", "problem", "negotiations", "policy"])
def test_a_theme_is_found_by_its_title_with_a_word_that_any_theme_may_have(filler: str) -> None:
    records = (
        theme("ferries", title="Ferries"),
        meeting("lund-1999", summary=f"The {filler} of the ferries was postponed."),
    )
    assert ids(search(f"ferries {filler}", *records))[0] == "ferries"


@pytest.mark.parametrize("typed", ["lund", "finch", "call"])
def test_a_theme_and_a_place_a_leader_or_a_call_ask_for_a_meeting(typed: str) -> None:
    records = (
        theme("ferries", title="Ferries", aliases=("ferry strike",)),
        *(
            meeting(
                f"lund-{year}",
                place=place("Lund", "Sweden"),
                kind=MeetingKind.PHONE_CALL,
                leaders=CLARA_AND_BORIS,
                summary="They spoke of the ferry strike." if year == 1960 else "They spoke.",
            )
            for year in range(1960, 1990)
        ),
    )
    assert ids(search(f"{typed} ferry strike", *records))[0] == "lund-1960"


def test_an_event_named_outright_may_be_typed_as_one_word() -> None:
    records = (
        theme("region", title="Region", aliases=("Port Amber",)),
        event("talks-2001", "2001", title="Talks in Port Amber"),
    )
    assert ids(search("portamber", *records))[0] == "talks-2001"
