"""What holds for any input, where input is open: text, dates, YAML, whole datasets."""

from __future__ import annotations

import json
from contextlib import suppress
from copy import deepcopy
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summitcli import load
from summitcli.cli.filters import FilterArgs, choose_one, parse_filters_with_defaults, parse_period
from summitcli.cli.output import parse_fields
from summitcli.dataset.load import load_with_problems
from summitcli.dataset.read import read
from summitcli.dataset.yaml_text import dump
from summitcli.errors import SummitError
from summitcli.model import Dataset, DatasetInfo, Meeting, Outcome, Person, Source, Theme
from summitcli.model.dates import parse_span
from summitcli.pages.wording import format_date
from summitcli.search import resolve as naming
from summitcli.search.index import build
from summitcli.search.lookup import lookup
from summitcli.search.normalize import fold
from summitcli.search.select import select
from summitcli.tables.record_tables import meetings_table

untimed = settings(deadline=None)
few = settings(deadline=None, max_examples=25)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
SHIPPED = load()
SOME = Dataset(
    info=SHIPPED.info,
    people=SHIPPED.people,
    themes=SHIPPED.themes,
    meetings=SHIPPED.meetings[:5],
    outcomes=SHIPPED.outcomes[:2],
    sources=SHIPPED.sources[:20],
)
SOME_INDEX = build(SOME)


@untimed
@given(st.text())
@example("ŉ İ ẞ ͅ ϓ ᾳ ﬃ Ⅷ ½ ʼn й и\u0306 각 ۲ _'s’S")
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


DATES = st.dates().flatmap(
    lambda day: st.sampled_from([day.isoformat()[:4], day.isoformat()[:7], day.isoformat()])
)


@given(DATES)
def test_a_date_covers_a_run_of_days_and_can_be_said(text: str) -> None:
    days = parse_span(text)
    assert days.first <= days.last
    assert days.first.isoformat().startswith(text)
    assert days.last.isoformat().startswith(text)
    assert text[:4].lstrip("0") in format_date(text)


@given(DATES, DATES)
def test_dates_as_text_sort_by_the_days_they_cover(one: str, other: str) -> None:
    first, second = sorted([one, other])
    assert parse_span(first).first <= parse_span(second).first
    if parse_span(second).last >= parse_span(first).first and len(first) == len(second):
        assert parse_span(first, second).last == parse_span(second).last


@given(ANY_TEXT, st.none() | DATES)
def test_any_text_is_a_date_or_a_value_error(text: str, end: str | None) -> None:
    with suppress(ValueError):
        days = parse_span(text, end)
        assert date.min <= days.first <= days.last <= date.max


@untimed
@given(ANY_TEXT | st.sampled_from(sorted(SHIPPED.by_id)).map(lambda name: name[1:]))
def test_any_text_is_a_name_of_something_or_an_error_in_one_line(text: str) -> None:
    for attempt in (
        lambda: naming.find_any(text, SHIPPED),
        lambda: naming.resolve("--theme", text, naming.themes(SHIPPED)),
        lambda: naming.resolve("--leader", text, naming.leaders(SHIPPED)),
        lambda: naming.resolve("--place", text, naming.places(SOME)),
        lambda: choose_one("scope", text, ["bilateral", "global"]),
        lambda: parse_fields(text, meetings_table([], SHIPPED)),
        lambda: parse_period(text, None),
        lambda: parse_period("2018", text),
    ):
        with suppress(SummitError):
            attempt()


@few
@given(st.builds(
    FilterArgs,
    years=st.lists(st.integers(), max_size=2), since=st.none() | DATES, until=st.none() | DATES,
    leaders=st.none() | st.lists(ANY_TEXT | st.sampled_from(["putin", "gorbachov"]), max_size=2),
    themes=st.none() | st.lists(st.sampled_from(["syria", "arms control", "syira"]), max_size=2),
    kinds=st.none() | st.lists(ANY_TEXT | st.sampled_from(["any", "call"]), max_size=2),
    statuses=st.none() | st.lists(st.sampled_from(["any", "held", "hold"]), max_size=2),
    all_leaders=st.booleans(),
))  # fmt: skip
def test_any_filters_pick_meetings_of_the_record_or_are_refused(typed: FilterArgs) -> None:
    with suppress(SummitError):
        found = select(SHIPPED, parse_filters_with_defaults(typed, SHIPPED))
        assert {meeting.id for meeting in found} <= set(SHIPPED.by_id)


@untimed
@given(ANY_TEXT)
def test_any_query_can_be_searched_for(text: str) -> None:
    hits = lookup(text, SOME, SOME_INDEX)
    assert all(hit.id in SOME.by_id and 0 <= hit.score <= 100 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


CLEAN = st.characters(
    exclude_categories=["Cc", "Cs", "Cn"],
    include_characters="\n\t",
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
CLEAN_TEXT = st.text(CLEAN, max_size=150)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.recursive(
    st.none() | st.booleans() | NUMBERS | CLEAN_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(CLEAN_TEXT, inner, max_size=4),
    max_leaves=12,
)


@untimed
@given(data=PLAIN)
@example(data="2018-07-16")
@example(data=["NO", "off", "12:30", "0123", "~", "null", "", "<<", "=", "1_000", "#", "- a"])
def test_what_is_written_as_yaml_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    file = tmp_path_factory.mktemp("yaml") / "mine.yaml"
    file.write_text(dump({"meetings": [data]}), encoding="utf-8", newline="")
    raw = read(file, frozenset({"meetings"}))
    assert raw.problems == []
    assert [entry.data for entry in raw.entries] == [data]


@pytest.mark.parametrize(
    "text", ["1e5", "-12E+3", " word" * 30, "word " * 30, "\u2028" * 90, "word\u2028" * 30]
)
def test_text_that_looks_like_something_else_is_read_back(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(dump({"meetings": [text]}), encoding="utf-8", newline="")
    assert [entry.data for entry in read(file, frozenset({"meetings"})).entries] == [text]


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30
).filter(str.strip)  # fmt: skip
IDS = st.lists(
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
    min_size=8, max_size=8, unique=True,
)  # fmt: skip


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, Any]:
    """A dataset without fault, as plain data."""
    us, them, ann, bo, theme, meeting, outcome, source = draw(IDS)

    def optional(**values: st.SearchStrategy[Any]) -> dict[str, Any]:
        return draw(st.fixed_dictionaries({}, optional=values))

    start, end = sorted(draw(st.tuples(st.dates(), st.dates())))
    day = st.sampled_from([str(start)[:4], str(start)[:7], str(start)])
    place = {"country": draw(WORDS), **optional(city=WORDS, venue=WORDS)}
    if draw(st.booleans()):
        place |= {"lat": draw(st.floats(-90, 90)), "lon": draw(st.floats(-180, 180))}
    person = {"born": st.just(str(start)), "died": st.just(str(end)), "note": WORDS}
    return {
        "dataset": {
            "title": draw(WORDS),
            "sides": [{"id": us, "name": draw(WORDS)}, {"id": them, "name": draw(WORDS)}],
            **optional(focus=st.just({us: ann, them: bo}), as_of=day),
        },
        "people": [
            {"id": ann, "name": draw(WORDS), "side": us, **optional(**person)},
            {"id": bo, "name": draw(WORDS), "side": them, **optional(**person)},
        ],
        "themes": [{"id": theme, "title": draw(WORDS), "description": draw(WORDS)}],
        "meetings": [{
            "id": meeting, "title": draw(WORDS), "summary": draw(WORDS),
            "kind": draw(st.sampled_from(["summit", "dinner", "letter"])), "status": "held",
            "date": draw(day), "leaders": {us: [ann], them: [bo]}, "sources": [source],
            **optional(end_date=st.just(str(end)), place=st.just(place), occasion=WORDS,
                       topics=st.just([{"themes": [theme], "sources": [source]}]),
                       duration=st.just({"planned_minutes": 30})),
        }],
        "outcomes": [{
            "id": outcome, "statement": draw(WORDS), "scope": "global", "valence": "mixed",
            "extent": "limited", "meetings": [meeting], "sources": [source],
        }],
        "sources": [{
            "id": source, "title": draw(WORDS), "publisher": draw(WORDS), "language": "en",
            "url": "https://example.org/", "type": "news", **optional(author=WORDS, date=day),
        }],
    }  # fmt: skip


def inspected(factory: pytest.TempPathFactory, data: object) -> tuple[Dataset | None, list[str]]:
    """What the checker makes of plain data in a file."""
    file = factory.mktemp("data") / "mine.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    dataset, problems = load_with_problems(file)
    return dataset, [str(problem) for problem in problems]


RECORDS = {"dataset": DatasetInfo, "people": Person, "themes": Theme, "meetings": Meeting,
           "outcomes": Outcome, "sources": Source}  # fmt: skip
REQUIRED = [
    (section, item.name)
    for section, record in RECORDS.items()
    for item in fields(record)
    if item.default is MISSING
]


@untimed
@given(data=datasets())
def test_a_dataset_without_fault_is_accepted(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    dataset, problems = inspected(tmp_path_factory, data)
    assert problems == []
    assert dataset is not None
    assert len(dataset.by_id) == 6


@untimed
@given(data=datasets(), at=st.sampled_from(REQUIRED), how=st.sampled_from(["out", "misspelled"]))
def test_a_key_left_out_or_misspelled_is_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any], at: tuple[str, str], how: str
) -> None:
    section, key = at
    faulty = deepcopy(data)
    record = faulty[section] if section == "dataset" else faulty[section][0]
    value = record.pop(key)
    if how == "misspelled":
        record[key + "s"] = value
    dataset, problems = inspected(tmp_path_factory, faulty)
    assert dataset is None
    assert any(f"'{key}' is missing" in problem for problem in problems)
    assert how == "out" or any(f".{key}s: unknown key" in problem for problem in problems)
    assert all(problem.count("\n") == 0 for problem in problems)
