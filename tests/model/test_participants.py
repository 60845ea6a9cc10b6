"""Ids of participants."""

import pytest

from summitcli.model import Participant, Person
from summitcli.model.participants import ParticipantIds, id_from_name


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Sergey Lavrov", "sergey-lavrov"),
        ("Сергей Лавров", "sergey-lavrov"),
        ("George P. Shultz", "george-shultz"),
        ("W. Averell Harriman", "averell-harriman"),
        ("H. R. Haldeman", "h-r-haldeman"),
        ("Henry Cabot Lodge", "henry-cabot-lodge"),
        ("Andrey Aleksandrov-Agentov", "andrey-aleksandrov-agentov"),
        ("Paul O'Neill", "paul-oneill"),
        ("José Łódź", "jose-lodz"),
        ("Kozlov", "kozlov"),
        ("not named", None),
        ("习近平", None),
    ],
)
def test_an_id_is_derived_from_a_name(name: str, identifier: str | None) -> None:
    assert id_from_name(name) == identifier


def participant(name: str, side: str, person: str | None = None) -> Participant:
    return Participant(name=name, office="Minister", side=side, person=person)


LEADERS = (
    Person(id="george-w-bush", name="George W. Bush", side="us", aliases=("Bush 43",)),
    Person(id="anna", name="Anna Nord", side="us"),
)


def ids_of(*participants: Participant) -> list[str | None]:
    ids = ParticipantIds(LEADERS, participants)
    return [ids.of(one) for one in participants]


def test_a_leader_at_the_table_has_the_id_of_the_record() -> None:
    leaders = (participant("George W. Bush", "us"), participant("Bush 43", "us"))
    assert ids_of(*leaders) == ["george-w-bush", "george-w-bush"]


def test_one_name_on_one_side_is_one_person() -> None:
    assert ids_of(participant("Jo Doe", "us"), participant("Jo B. Doe", "us")) == ["jo-doe"] * 2


def test_ids_of_a_name_on_both_sides_end_in_the_side() -> None:
    both = (participant("Jo Doe", "us"), participant("Jo Doe", "russia"))
    assert ids_of(*both) == ["jo-doe-us", "jo-doe-russia"]


def test_a_namesake_of_a_leader_on_the_other_side_is_someone_else() -> None:
    assert ids_of(participant("Anna Nord", "russia")) == ["anna-nord-russia"]


def test_a_given_id_overrides_the_derived_one() -> None:
    both = (participant("Jo Doe", "us", "jo-doe-general"), participant("Jo Doe", "russia"))
    assert ids_of(*both) == ["jo-doe-general", "jo-doe"]
