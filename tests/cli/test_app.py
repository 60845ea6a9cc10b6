"""The bare command, the help, and the options that come before a command."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

import summitcli
from builders import ids_in, plain, write
from conftest import FIXTURE
from summitcli.__main__ import main
from summitcli.cli.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit
    from summitcli import Dataset


def test_summit_and_python_m_summitcli_are_one_program() -> None:
    (script,) = entry_points(group="console_scripts", name="summit")
    assert script.load() is main


def test_the_bare_command_shows_a_short_page_of_examples(here: Summit) -> None:
    bare = here()
    assert (bare.code, bare.err) == (0, "")
    assert len(bare.out.splitlines()) <= 24
    assert "summit --help" in bare.out
    assert max(map(len, bare.out.splitlines() + here(SUMMIT_DATA=None).out.splitlines())) <= 80


def test_the_examples_of_the_bare_command_work_on_the_shipped_record(here: Summit) -> None:
    examples = re.findall(
        r"^  summit ([^|\n]+?)(?:  .*| \|.*)?$", here(SUMMIT_DATA=None).out, re.MULTILINE
    )
    assert len(examples) > 5
    for example in examples:
        run = here(*example.split(), SUMMIT_DATA=None)
        assert (run.code, run.out != "") == (0, True), example


def test_the_examples_of_the_bare_command_are_of_the_dataset_in_use(here: Summit) -> None:
    text = here().out
    assert text.startswith("The record of leaders' meetings, offline: Anna Vale and Boris Stone")
    assert "all others since 1969" in text
    assert not re.search("Trump|Putin|helsinki|anchorage|syria", text)
    examples = re.findall(r"^  summit ([^|\n]+?)(?:  .*| \|.*)?$", text, re.MULTILINE)
    assert len(examples) > 5
    for example in examples:
        assert here(*example.split()).code == 0, example


def test_the_help_lists_every_command(here: Summit) -> None:
    for option in ("--help", "-h"):
        text = here(option).out
        listed = [name for name in COMMANDS if re.search(rf"^ +{name} +\S", text, re.MULTILINE)]
        assert listed == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(here: Summit, command: str) -> None:
    run = here(command, "--help")
    assert (run.code, run.err) == (0, "")
    assert f"summit {command}" in run.out


def test_the_version_names_program_and_dataset(here: Summit) -> None:
    run = here("--version")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"summit {summitcli.__version__}, dataset ")
    for text in ("Meetings of the leaders of Arden and Borea", "3.1.0", "2021-06"):
        assert text in run.out


def test_the_version_of_the_shipped_record_is_shown_without_data(
    here: Summit, shipped: Dataset
) -> None:
    info = shipped.info
    run = here("--version", SUMMIT_DATA=None)
    assert f"dataset {info.version} as of {info.as_of}" in run.out


def test_a_dataset_needs_no_version(here: Summit) -> None:
    write("bare.json", plain())
    assert "'Two countries' without a version" in here("--data", "bare.json", "--version").out


@pytest.mark.parametrize("arguments", [("--data", "nowhere"), ("--version", "--data", "nowhere")])
def test_a_missing_dataset_is_named_with_the_version_too(
    here: Summit, arguments: tuple[str, ...]
) -> None:
    run = here(*arguments, "--version")
    assert (run.code, run.out) == (4, "")
    assert "nowhere: no such file or folder" in run.err


def test_the_option_data_wins_over_the_variable(here: Summit) -> None:
    found = here("--data", str(FIXTURE), "list", "--fields", "id", SUMMIT_DATA="nowhere")
    assert found == here("list", "--fields", "id", SUMMIT_DATA=str(FIXTURE))
    assert "greyford-2014" in ids_in(found)


def test_without_either_the_shipped_record_is_shown(here: Summit) -> None:
    shipped = ids_in(here("list", "--fields", "id", SUMMIT_DATA=None))
    assert shipped
    assert "greyford-2014" not in shipped


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_dataset_may_be_one_file(here: Summit, tmp_path: Path, suffix: str) -> None:
    theme = {"id": "fishing", "title": "Fishing", "description": "Who may fish where."}
    data = plain(themes=[theme])
    path = write(tmp_path / f"own.{suffix}", data)
    assert ids_in(here("--data", str(path), "show", "fishing", "--fields", "id")) == ["fishing"]


@pytest.mark.parametrize(
    "options", [("--color", "never"), ("--color=never",), ("--no-cache",), ("--no-pager",)]
)
def test_a_global_option_may_follow_the_command(here: Summit, options: tuple[str, ...]) -> None:
    run = here("list", "--fields", "id", *options)
    assert (run.code, ids_in(run)) == (0, ids_in(here(*options, "list", "--fields", "id")))


def test_an_option_of_a_command_before_it_is_explained(here: Summit) -> None:
    run = here("-f", "json", "list")
    assert (run.code, run.out) == (2, "")
    assert "options of commands follow it: summit COMMAND -f" in run.err


def test_what_follows_two_dashes_is_not_an_option(here: Summit) -> None:
    assert here("search", "--json", "--", "--no-cache").code == 0


def test_the_version_has_a_short_option(here: Summit) -> None:
    assert here("-V").out == here("--version").out != ""


def test_help_is_a_command_too(here: Summit) -> None:
    assert here("help", "list").out == here("list", "--help").out
    assert here("help").out == here("--help").out
    run = here("help", "lisst")
    assert (run.code, "did you mean 'summit list'?" in run.err) == (2, True)


def test_help_names_records_of_the_dataset_in_use(here: Summit) -> None:
    names = "Trump|Putin|helsinki|anchorage|reykjavik|syria|lavrov|yeltsin"
    for command in COMMANDS:
        assert not re.search(names, here(command, "--help").out), command
    shipped = here("list", "--help", SUMMIT_DATA=None).out
    assert "Trump and Putin" in shipped
    assert "    summit list helsinki\n    summit list --theme" in shipped  # a line each


def test_a_module_that_was_written_only_in_part_is_an_error(
    here: Summit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:  # as `marshal` does for such a .pyc file
        raise EOFError

    monkeypatch.setattr("summitcli.dataset.load.shipped_info", cut_off)
    run = here("--version", SUMMIT_DATA=None)
    assert run.code == 1
    assert run.err.strip().startswith("summit: error: a .pyc file of the program is incomplete")


def test_the_bare_command_does_not_hide_that_a_dataset_cannot_be_read(here: Summit) -> None:
    run = here("--data", "nowhere")
    assert (run.code, run.out) == (4, "")
    assert "no such file or folder" in run.err
    assert here("--data", "nowhere", "--help").code == 0
