"""Groups of options: each field becomes a parameter, and the command gets one object."""

from typing import Annotated

import typer
from typer.testing import CliRunner

from summitcli.cli.parameters import OptionGroup, with_options


def _commands() -> tuple[typer.Typer, list[object]]:
    class Base(OptionGroup, frozen=True):
        name: Annotated[str | None, typer.Option("--name", "-N", help="A name.")] = None

    class Both(Base, frozen=True):
        loud: Annotated[bool, typer.Option("--loud")] = False

    seen: list[object] = []

    def greet(word: str, *, group: OptionGroup) -> None:
        """Greet."""
        seen.append((word, group))

    greet.__annotations__ = {"word": str, "group": Both, "return": None}
    app = typer.Typer()
    app.command()(with_options(greet))
    seen.append(Both)
    return app, seen


def test_a_command_gets_its_options_as_one_object() -> None:
    app, seen = _commands()
    result = CliRunner().invoke(app, ["hello", "-N", "Ann", "--loud"])
    assert (result.exit_code, result.output) == (0, "")
    kind = seen[0]
    assert callable(kind)
    assert seen[1] == ("hello", kind(name="Ann", loud=True))


def test_options_keep_their_defaults_and_help() -> None:
    app, seen = _commands()
    assert CliRunner().invoke(app, ["hello"]).exit_code == 0
    kind = seen[0]
    assert callable(kind)
    assert seen[1] == ("hello", kind())
    text = CliRunner().invoke(app, ["--help"]).output
    assert "A name." in text
    assert "Greet." in text
