"""The options of `show` that choose parts of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run, Summit

FIXTURE = str(Path(__file__).parent.parent / "fixture")


@pytest.fixture
def show(here: Summit) -> Summit:
    """Return a function that shows records of the fixture dataset."""

    def run(*arguments: str, **variables: str | None) -> Run:
        return here("--data", FIXTURE, "show", *arguments, **variables)

    return run


def test_only_shows_the_chosen_parts_also_in_markdown(show: Summit) -> None:
    drawn = show("greyford-2014", "--only", "accounts,people", "-f", "table").out
    assert "Where the accounts differ ─" in drawn
    assert "At the table ─" in drawn
    assert "What was agreed" not in drawn
    text = show("greyford-2014", "--only", "accounts", "--only", "people", "-f", "md").out
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## At the table",
        "## Where the accounts differ",
    ]


def test_data_formats_get_the_keys_of_the_parts(show: Summit) -> None:
    record = json.loads(show("greyford-2014", "--only", "accounts", "--json").out)
    assert list(record) == ["id", "record_type", "title", "accounts"]


def test_a_guessed_part_is_said_and_an_unknown_one_lists_all(show: Summit) -> None:
    guessed = show("greyford-2014", "--only", "acounts", "-f", "table")
    assert guessed.code == 0
    assert "no part is called 'acounts'; showing accounts" in guessed.err
    unknown = show("greyford-2014", "--only", "zzzz")
    assert unknown.code == 2
    assert "choose from facts, people, course, topics, agreed, accounts" in unknown.err


def test_a_part_that_the_type_never_has_lists_its_parts(show: Summit) -> None:
    run = show("river-rights", "--only", "accounts")
    assert run.code == 2
    assert "a theme never has accounts; it has facts, around, outcomes, claims" in run.err


def test_an_empty_part_is_not_recorded(show: Summit) -> None:
    assert "not recorded\n" in show("highmoor-2020", "--only", "course", "-f", "table").out
    assert "- not recorded\n" in show("highmoor-2020", "--only", "course", "-f", "md").out


@pytest.mark.parametrize(
    "options",
    [
        ("--brief", "--json"),
        ("--sources", "primary", "-f", "csv"),
        ("--sources", "none", "-f", "yaml"),
        ("--brief", "--only", "facts", "-f", "table"),
        ("--only", "facts", "--fields", "id", "--json"),
        ("--only", ",", "-f", "table"),
        ("--sources", "some", "-f", "table"),
    ],
)
def test_combinations_without_a_meaning_are_refused(show: Summit, options: tuple[str, ...]) -> None:
    run = show("greyford-2014", *options)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_numbers_are_the_same_in_every_face_and_part(show: Summit) -> None:
    point = "Did Stone accept the quota?"
    for options in ((), ("--only", "accounts"), ("--brief",), ("--sources", "primary")):
        assert f"{point} [1][2]" in show("greyford-2014", *options, "-f", "table").out
        written = show("greyford-2014", *options, "-f", "md").out
        assert "[\\[1\\]](https://president.example.org/readouts/greyford)" in written


def test_sources_can_be_left_out(show: Summit) -> None:
    assert "Sources (" not in show("greyford-2014", "--sources", "none", "-f", "table").out
    primary = show("greyford-2014", "--sources", "primary", "-f", "table").out
    assert "Sources (3 of 5) ─" in primary
    assert "The Morning Herald" not in primary[primary.index("Sources (3 of 5)") :]


def test_addresses_are_written_out_where_links_cannot_be_followed(show: Summit) -> None:
    address = "https://president.example.org/readouts/greyford"
    assert address in show("greyford-2014", "-f", "table").out
    assert address in show("greyford-2014", "--urls", "always", "-f", "table").out
    assert address not in show("greyford-2014", "--urls", "never", "-f", "table").out


def test_the_palette_is_an_option_and_a_variable(here: Summit) -> None:
    def list_(*options: str, **variables: str) -> str:
        arguments = ("--data", FIXTURE, "--color", "always", *options, "list", "-f", "table")
        run: Run = here(*arguments, **variables)
        return run.out

    dark, light = list_("--palette", "dark"), list_("--palette", "light")
    assert "\x1b[36m" in dark
    assert "\x1b[38;5;24m" in light
    assert list_(SUMMIT_PALETTE="light") == light
    assert list_(COLORFGBG="15;0") == dark
    assert "\x1b[36m" not in list_("--palette", "mono")


def test_a_comparison_in_markdown_has_titles_and_sources(here: Summit) -> None:
    run = here("--data", FIXTURE, "compare", "greyford-2014", "larkhill-1969", "-f", "md")
    lines = run.out.splitlines()
    assert lines[0] == "# Greyford summit and Larkhill summit"
    assert "Greyford summit (greyford-2014) | Larkhill summit (larkhill-1969)" in lines[2]
    assert lines[lines.index("## Sources") + 2] == "### Greyford summit"
    assert "not recorded here" in run.out


def test_html_has_the_same_parts(show: Summit) -> None:
    pytest.importorskip("jinja2")
    text = show("greyford-2014", "--only", "accounts,people", "-f", "html").out
    assert "Where the accounts differ</h2>" in text
    assert "What was agreed" not in text
    primary = show("greyford-2014", "--sources", "primary", "-f", "html").out
    assert "Sources (3 of 5)" in primary
    assert "Leaders end talks" not in primary
