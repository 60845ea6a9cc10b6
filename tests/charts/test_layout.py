"""Labels and dots that do not touch, terms of office, and maps."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dataset, person
from summitcli.charts.labels import pack, short_names, shorten, text_width
from summitcli.charts.map_labels import PlacedDot, place_labels
from summitcli.charts.projection import close_up, distance, edge_of, world
from summitcli.charts.swarm import swarm
from summitcli.charts.terms import term_at, terms_of_office
from summitcli.charts.time_scale import milliseconds, time_scale
from summitcli.model import Dataset
from summitcli.model.dates import parse_span

dots = st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 20)), max_size=40)


@given(dots)
def test_dots_of_a_swarm_do_not_touch(found: list[tuple[float, float]]) -> None:
    placed = list(zip(found, swarm(found), strict=True))
    for ((x1, r1), y1), ((x2, r2), y2) in combinations(placed, 2):
        assert (x1 - x2) ** 2 + (y1 - y2) ** 2 >= (r1 + r2) ** 2 - 1e-3


def test_dots_with_room_stay_on_the_line() -> None:
    assert swarm([(0, 5), (100, 5), (20, 5)]) == [0, 0, 0]


def test_spans_share_a_row_where_they_do_not_touch() -> None:
    assert pack([(0, 10), (5, 15), (12, 20), (30, 40)], gap=1) == [0, 1, 0, 0]
    assert pack([(0, 10), (10, 20)], gap=1) == [0, 1]


def test_texts_are_cut_between_words() -> None:
    assert shorten("one two three", 20) == "one two three"
    assert shorten("one two three", 10) == "one two …"
    assert shorten("abcdefghijkl", 5) == "abcd …"


def test_a_wide_text_takes_more_room() -> None:
    assert text_width("ill", 10) < text_width("abc", 10) < text_width("MWM", 10)
    assert text_width("中文", 10) > text_width("ab", 10)


def test_leaders_who_share_a_name_get_initials(record: Dataset) -> None:
    names = short_names(record)
    assert names["anna-vale"] == "A. Vale"
    assert names["boris-stone"] == "Stone"


def test_a_label_goes_where_there_is_room() -> None:
    crowd = [PlacedDot(50, 50, 5, "Left"), PlacedDot(62, 50, 5, "Right")]
    left, right = place_labels(crowd, 10, 200, 100)
    assert (left.align, right.align) == ("right", "left")


def test_a_label_without_room_is_left_out() -> None:
    assert (
        place_labels([PlacedDot(50, 50, 5, "A very, very long name")], 10, 100, 100)[0].label == ""
    )


def test_terms_of_office(record: Dataset) -> None:
    terms = terms_of_office(record, record.meetings)
    assert [(term.person, term.years) for term in terms] == [
        ("oswin-vale", "1966–1974"),
        ("anna-vale", "2014–2018"),
        ("clara-finch", "2018–2020"),
        ("anna-vale", "2020–"),
    ]
    found = term_at(terms, "anna-vale", date(2021, 6, 1))
    assert found is not None
    assert found.years == "2020–"
    assert term_at(terms, "anna-vale", date(2010, 1, 1)) is None


def test_a_scale_has_room_at_both_ends() -> None:
    scale = time_scale([parse_span("2018-07-16")], 100)
    assert scale.x(date(2018, 7, 16)) == pytest.approx(50)
    assert scale.x(date(1900, 1, 1)) == 0
    assert scale.x(date(2100, 1, 1)) == 100


def test_time_counts_from_1970() -> None:
    assert milliseconds(date(1970, 1, 2)) == 86_400_000
    assert milliseconds(date(1969, 12, 31)) == -86_400_000


def test_the_world_is_as_wide_as_its_map() -> None:
    projection = world(1000, 450, 83)
    assert projection.project(0, 0)[0] == pytest.approx(500)
    assert projection.project(180, 0)[0] == pytest.approx(1000, abs=0.1)
    assert projection.project(0, 83)[1] == pytest.approx(0)
    assert not projection.shows((0, 89))


def test_a_close_up_shows_its_own_edge() -> None:
    projection = close_up(100, 100, (25, 60), 10)
    assert projection.project(25, 60) == pytest.approx((50, 50))
    for point in edge_of((25, 60), 10):
        x, y = projection.project(*point)
        assert min(abs(x), abs(x - 100), abs(y), abs(y - 100)) < 0.5


def test_distances() -> None:
    assert distance((24.94, 60.17), (37.62, 55.76)) == pytest.approx(893, abs=5)
    assert distance((179.9, 0), (-179.9, 0)) == pytest.approx(22, abs=1)


def test_a_leader_has_the_short_name_of_the_record() -> None:
    leader = person("boris-stone", "borea", short_name="Boris")
    assert short_names(dataset(person("anna-vale"), leader, focus=False)) == {
        "anna-vale": "Vale",
        "boris-stone": "Boris",
    }
