"""Shell completion: what is suggested for what has been typed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import plain, write

if TYPE_CHECKING:
    from conftest import Run, Summit


def bash(words: str) -> dict[str, str]:
    """Return the variables with which bash asks for suggestions."""
    line = f"summit {words}"
    count = str(line.count(" "))
    return {"_SUMMIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": count}


def zsh(words: str) -> dict[str, str]:
    """Return the variables with which zsh asks for suggestions."""
    return {"_SUMMIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"summit {words}"}


@pytest.mark.parametrize(
    ("words", "suggested"),
    [
        ("show greyford-2014", ["greyford-2014"]),
        ("show memo", ["memo-1969"]),
        ("themes river", ["river-rights"]),
        ("list --theme border", ["border-trade"]),
        ("list --leader anna", ["anna-vale"]),
        ("list --kind phone", ["phone-call"]),
        ("outcomes --meeting larkhill-19", ["larkhill-1969"]),
        ("outcomes habit", ["habit-of-talking"]),
        ("claims claim-1", ["claim-1"]),
        ("context dam", ["dam-break-2017"]),
        ("outlook dry", ["dry-summers"]),
        ("list --status ", ["held", "cancelled", "not-held", "planned", "disputed", "any"]),
        ("show zzqq", []),
    ],
)
def test_bash_is_given_what_begins_with_the_typed_letters(
    here: Summit, words: str, suggested: list[str]
) -> None:
    run = here(**bash(words))
    assert (run.out.split(), run.err) == (suggested, "")


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ("show greyford-2014", '"greyford-2014":"Greyford summit"'),
        ("show memo", '"memo-1969":"Memorandum of conversation'),
        ("list --theme river", '"river-rights":"River rights"'),
    ],
)
def test_zsh_is_given_titles_too(here: Summit, words: str, suggestion: str) -> None:
    assert suggestion in here(**zsh(words)).out


def test_each_suggestion_for_zsh_is_one_line(here: Summit) -> None:
    written = here(**zsh("show ")).out
    listed = written.removeprefix("_arguments '*: :((").strip().removesuffix("))'")
    assert len(listed.splitlines()) > 20
    assert all(re.fullmatch('"[a-z0-9-]+":".+"', line) for line in listed.splitlines())


def test_ids_of_the_dataset_in_use_are_suggested(here: Summit, tmp_path: Path) -> None:
    people = [{"id": "xenia-holt", "name": "Xenia Holt", "side": "arden"}]
    own = write(tmp_path / "own.yaml", plain(people=people))
    assert here(**bash("show xe"), SUMMIT_DATA=str(own)).out.split() == ["xenia-holt"]


def test_a_broken_dataset_suggests_nothing_quietly(here: Summit) -> None:
    run = here(**bash("show x"), SUMMIT_DATA="nowhere")
    assert (run.out.strip(), run.err) == ("", "")


def test_completion_works_in_a_process_of_its_own(summit: Summit) -> None:
    run = summit(**bash("show dry"))
    assert (run.code, run.out.split(), run.err) == (0, ["dry-summers"], "")


@pytest.mark.parametrize(
    ("words", "has_files"),
    [
        ("list -o x", True),
        ("--data x", True),
        ("check x", True),
        ("init x", True),
        ("chart map -o x", True),
        ("export sqlite --output x", True),
        ("schema -o x", True),
        ("list x", False),
        ("show zzqq", False),
        ("cite greyford-2014 x", False),
        ("list --limit x", False),
    ],
)
def test_shells_list_files_only_where_a_file_is_meant(
    here: Summit, words: str, has_files: bool
) -> None:
    def answer(shell: str, **variables: str) -> Run:
        return here(
            **{**variables, "_SUMMIT_COMPLETE": shell, "_TYPER_COMPLETE_ARGS": f"summit {words}"}
        )

    assert here(**bash(words)).out == ("<files>\n" if has_files else "\n")
    assert answer("complete_zsh").out == ("_files\n" if has_files else "\n")
    asked = answer("complete_fish", _TYPER_COMPLETE_FISH_ACTION="is-args")
    assert (asked.code, asked.out) == (int(has_files), "")
    assert answer("complete_fish", _TYPER_COMPLETE_FISH_ACTION="get-args").out == ""


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_the_script_for_bash_lists_files_only_if_told(
    here: Summit, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    written = here(option).out
    if option == "--install-completion":
        written = (Path.home() / ".bash_completions" / "summit.sh").read_text(encoding="utf-8")
    assert "compopt -o default" in written
    assert "complete -o default" not in written


@pytest.mark.parametrize(
    "variables", [{}, {"COMP_WORDS": "summit li", "COMP_CWORD": "abc"}], ids=["none", "no number"]
)
def test_a_shell_that_gives_no_words_is_one_line(here: Summit, variables: dict[str, str]) -> None:
    run = here(**{"_SUMMIT_COMPLETE": "complete_bash", **variables})
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("summit: error: completion needs COMP_WORDS and COMP_CWORD")


@pytest.mark.skipif(os.name == "nt", reason="no such folder there")
def test_completion_that_cannot_be_installed_names_the_file(summit: Summit) -> None:
    run = summit("--install-completion", "bash", HOME="/dev/null/home")
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert run.err.startswith("summit: error: '/dev/null/home")
