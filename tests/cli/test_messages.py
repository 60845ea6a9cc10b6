"""Messages: data of the core, worded with options and commands."""

from __future__ import annotations

import pytest

from summitcli.cli.messages import describe_broader, describe_error, describe_guess
from summitcli.errors import SummitError, UsageError
from summitcli.search.broaden import BroaderSelection, Restriction
from summitcli.search.resolve import Candidate, Resolved, UnknownNameError, UnknownRecordError

ANN = Candidate("ann", "Ann Bell")
PLACE = Candidate("oslo-1999", "Oslo")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (UnknownNameError("leader", "an", [ANN], ["ann"]), "did you mean ann?"),
        (UnknownNameError("place", "olso", [PLACE], []), "did you mean Oslo?"),
        (UnknownNameError("theme", "zz", [], ["a"]), "'summit themes --all' lists the themes"),
        (UnknownNameError("status", "zz", [], ["held", "any"]), "known values: held, any"),
        (UnknownRecordError("zz", []), "no record 'zz'; 'summit search' finds ids by words"),
        (UnknownRecordError("an", [ANN]), "no record 'an'; did you mean ann?"),
        (UsageError("anything else"), "anything else"),
    ],
)
def test_an_error_says_what_helps(error: SummitError, message: str) -> None:
    assert describe_error(error).endswith(message)


def test_a_guess_is_noted_and_an_obvious_match_is_not() -> None:
    def note(field: str, *titles: str, guessed: bool = False, several: bool = False) -> str:
        return describe_guess(Resolved(field, "x", frozenset(), titles, guessed, several))

    assert note("leader", "Ann") == ""
    assert note("leader", "Ann", guessed=True) == "--leader: no exact match for 'x'; using Ann"
    assert note("place", "Oslo, Norway", "Bonn", several=True) == (
        "--place: 'x' matches Oslo, Norway; Bonn; using all of them"
    )


@pytest.mark.parametrize(
    ("dropped", "options"),
    [
        ((Restriction.KIND,), "--kind any"),
        ((Restriction.PAIR,), "--all"),
        (tuple(Restriction), "--all --kind any --status any"),
    ],
)
def test_a_broader_selection_is_worded_as_options(
    dropped: tuple[Restriction, ...], options: str
) -> None:
    assert describe_broader(BroaderSelection(dropped, 3)) == f"{options} finds 3"
