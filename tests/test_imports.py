"""What a command must not import, since imports make up most of its time.

Which folder may import which is checked by import-linter, as set in pyproject.toml.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Summit

CHECKING = ("summitcli.dataset.load", "summitcli.dataset.read", "summitcli.dataset.rules", "yaml")
DRAWING = ("rich", "summitcli.terminal")
SEARCHING = ("rapidfuzz", "summitcli.search.index", "summitcli.search.rank")
PAGES = ("summitcli.derived.views", "summitcli.pages.build")
EXPORTS = ("csv", "pybtex", "rispy", "altair", "summitcli.charts", "textual")

# A command, if the dataset is compiled, and the modules that it must not import.
LISTING = (*CHECKING, *SEARCHING, *PAGES, *EXPORTS, "summitcli.search.resolve")
MUST_NOT_IMPORT = {
    "--help": (*LISTING, *DRAWING, "summitcli.store.open", "summitcli.tables.table"),
    "list --help": (*LISTING, *DRAWING, "summitcli.store.open", "summitcli.tables.table"),
    "list --json": (*LISTING, *DRAWING),
    "list --year 2014 --json": (*LISTING, *DRAWING),
    "list -f table": (*LISTING, "summitcli.terminal.draw_page"),
    "themes --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "people --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "sources --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "stats --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "timeline --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "show greyford-2014 --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "show greyford-2014 -f table": (*CHECKING, *SEARCHING, *EXPORTS),
    "compare greyford-2014 larkhill-2015 --json": (*CHECKING, *DRAWING, *SEARCHING, *EXPORTS),
    "search greyford --json": (*CHECKING, *DRAWING, *EXPORTS),
}

PROGRAM = """
import sys
from summitcli.cli.run import run

code = run(sys.argv[1:])
sys.stderr.write(" ".join(sys.modules))
sys.exit(code)
"""
# A bare Typer app: the modules that it imports are not to blame on a command.
BARE = """
import sys, typer

app = typer.Typer()
app.command()(lambda: None)
app([], standalone_mode=False)
sys.stderr.write(" ".join(sys.modules))
"""


def modules_after(program: str, *arguments: str, environment: dict[str, str]) -> set[str]:
    """Return the modules that a program has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def of_typer() -> set[str]:
    """Return the modules of a bare Typer app."""
    return modules_after(BARE, environment={})


@pytest.mark.parametrize(("command", "modules"), MUST_NOT_IMPORT.items(), ids=MUST_NOT_IMPORT)
def test_a_command_imports_only_what_it_needs(
    here: Summit,
    environment: dict[str, str],
    of_typer: set[str],
    command: str,
    modules: tuple[str, ...],
) -> None:
    here("list")  # which compiles the dataset
    if command.endswith("--help"):  # whose examples are from the dataset in use
        environment.pop("SUMMIT_DATA", None)
    imported = modules_after(PROGRAM, *command.split(), environment=environment)
    assert (imported - of_typer) & set(modules) == set()


@pytest.mark.parametrize("module", sorted(set().union(*MUST_NOT_IMPORT.values())))
def test_the_names_of_modules_in_this_list_exist(module: str) -> None:
    assert find_spec(module) is not None
