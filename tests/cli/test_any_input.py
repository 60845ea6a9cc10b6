"""Any text as an argument: a result, or an error in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings

from strategies import ANY_TEXT

if TYPE_CHECKING:
    from conftest import Summit

some = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])

VALUES = {
    "show": ["show"],
    "compare": ["compare", "greyford-2014"],
    "search": ["search"],
    "on": ["on"],
    "themes": ["themes"],
    "outcomes": ["outcomes", "--scope"],
    "list --fields": ["list", "--fields"],
    "list --format": ["list", "--format"],
    "list --kind": ["list", "--kind"],
    "list --leader": ["list", "--leader"],
    "list --limit": ["list", "--limit"],
    "list --place": ["list", "--place"],
    "list --since": ["list", "--since"],
    "list --sort": ["list", "--sort"],
    "list --status": ["list", "--status"],
    "list --theme": ["list", "--theme"],
    "list --until": ["list", "--since", "2014", "--until"],
    "list --year": ["list", "--year"],
}


@pytest.mark.parametrize("arguments", VALUES.values(), ids=VALUES)
@some
@given(text=ANY_TEXT)
@example("")
@example("a\nb")
@example("\x1b[2J")
@example("\ud800")
@example("vale " * 1000)
def test_any_value_gives_a_result_or_an_error_of_one_line(
    here: Summit, arguments: list[str], text: str
) -> None:
    if arguments[-1].startswith("--"):
        run = here(*arguments[:-1], f"{arguments[-1]}={text}")
    else:
        run = here(*arguments, "--", text)
    assert run.code in (0, 2, 3), run.err
    if run.code:
        assert run.out == ""
        assert run.err.startswith("summit: error: ")
        first, *candidates = run.err.splitlines()
        assert first.startswith("summit: error: ")
        assert all(line.startswith("  ") for line in candidates)  # of an ambiguous name
    assert all(line.isprintable() for line in run.err.split("\n"))
