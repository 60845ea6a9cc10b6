"""Write the result of a command in the requested format, to standard output or to a file."""

from collections.abc import Callable, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeVar

import typer

from summitcli.cli.completion import complete_field, complete_number
from summitcli.cli.fields import describe_fields, parse_fields
from summitcli.cli.formats import ALIASES, FORMATS, NOT_HERE, Format, FormatName
from summitcli.cli.options import choice, path_option
from summitcli.cli.parameters import OptionGroup
from summitcli.cli.settings import Settings
from summitcli.cli.streams import (
    is_terminal,
    log_note,
    write_stdout,
)
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from summitcli.tables.result import Result
    from summitcli.terminal.console import Console

T = TypeVar("T")

Writer = Callable[["Result", tuple[str, ...] | None, BinaryIO], None]


_PANEL = "Output"


class OutputArgs(OptionGroup, frozen=True):
    """The output options of a command line, as they were typed."""

    format: Annotated[
        FormatName | None,
        choice(
            FormatName,
            f"{', '.join(FormatName)}. Default: by the suffix of -o; else table on a terminal.",
            "--format",
            "-f",
            aliases=ALIASES,
            advice={suffix.removeprefix("."): advice for suffix, advice in NOT_HERE.items()},
            metavar="FORMAT",
            rich_help_panel=_PANEL,
        ),
    ] = None
    json: Annotated[
        bool, typer.Option("--json", help="The same as -f json.", rich_help_panel=_PANEL)
    ] = False
    fields: Annotated[
        str | None,
        typer.Option(
            "--fields",
            metavar="A,B.C",
            rich_help_panel=_PANEL,
            autocompletion=complete_field,
            help="Only these fields, as dotted paths: id,date,place.city; 'help' lists them.",
        ),
    ] = None
    path: Annotated[
        str | None,
        path_option("Write to this file instead of standard output.", rich_help_panel=_PANEL),
    ] = None

    @property
    def is_file(self) -> bool:
        """Return whether the output goes to a file given with -o."""
        return self.path not in (None, "-")

    @property
    def is_screen(self) -> bool:
        """Return whether the output appears on a terminal."""
        return is_terminal() and not self.is_file

    def format_name(self, is_page: bool = False) -> FormatName:
        """Return the requested format, or that of the file's suffix, or the default.

        The default is a table on a terminal and plain lines elsewhere; a page is drawn everywhere,
        unless fields are chosen.
        """
        if self.json and self.format not in (None, FormatName.JSON):
            raise UsageError(f"--json and -f {self.format} ask for two formats; give one of them")
        if self.json:
            return FormatName.JSON
        drawn = self.is_screen or (is_page and self.fields is None)
        default = FormatName.TABLE if drawn else FormatName.PLAIN
        suggested = self._format_of_suffix()
        advice = NOT_HERE.get(PurePath(self.path or "").suffix.casefold())
        if advice and self.is_file and self.format is None:
            raise UsageError(f"-o {self.path}: this command writes no such files; {advice}")
        return self.format or (default if suggested in (None, FormatName.PLAIN) else suggested)

    @property
    def draws_columns(self) -> bool:
        """Whether a list is drawn with its usual columns, for which summaries of meetings do."""
        return self.fields is None and self.format_name() in (FormatName.TABLE, FormatName.SVG)

    def _format_of_suffix(self) -> FormatName | None:
        suffix = PurePath(self.path or "").suffix.casefold()
        if suffix == ".svg":
            return FormatName.SVG
        return next((name for name, known in FORMATS.items() if suffix in known.suffixes), None)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a number; write --limit 10") from None


def _at_least_one(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise typer.BadParameter(f"{limit} is less than 1; omit --limit to get all records")
    return limit


class ListArgs(OutputArgs, frozen=True):
    """The output options of a command that lists records, as they were typed."""

    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            help="At most N records.",
            rich_help_panel=_PANEL,
            parser=_number,
            callback=_at_least_one,
            autocompletion=complete_number,
        ),
    ] = None
    reverse: Annotated[
        bool, typer.Option("--reverse", help="In reverse order.", rich_help_panel=_PANEL)
    ] = False

    def choose_rows(self, found: Sequence[T], names: str) -> list[T]:
        """Return the rows to show; write a note if there are none."""
        if not found:
            log_note(f"no matching {names}")
        rows = list(reversed(found)) if self.reverse else list(found)
        return rows[: self.limit]


def write_result(
    settings: Settings,
    asked: OutputArgs,
    result: "Result",
    footer: str = "",
    draw_content: "Callable[[Console], None] | None" = None,
    urls: str = "auto",
    names: str = "records",
) -> None:
    """Write the result of a command: by default a table or page, or plain lines in a pipe.

    The footer follows on standard error if the output appears on a terminal. `draw_content` draws
    the result in another way than usual. `urls` says when to write out addresses. `names` is what a
    note on a written file calls the rows.
    """
    if asked.fields is not None and asked.fields.strip() == "help":
        write_stdout(describe_fields(result))
        return
    from summitcli.tables.result import is_page

    name = asked.format_name(is_page=is_page(result))
    fields = None if asked.fields is None else parse_fields(asked.fields, result)
    if name in (FormatName.TABLE, FormatName.SVG):
        from summitcli.cli.render import Drawing

        drawing = Drawing(settings, asked.is_screen, asked.is_file, urls, name is FormatName.SVG)
        text = drawing.render(result, fields, draw_content)
    elif not asked.is_screen:
        write_output(
            asked.path,
            lambda out: write_to(out, FORMATS[name], result, fields),
            lambda: _describe_content(result, names),
        )
        return
    else:
        buffer = BytesIO()
        write_to(buffer, FORMATS[name], result, fields)
        text = buffer.getvalue().decode("utf-8", "replace")
    if asked.is_screen:
        from summitcli.cli.screen import show_on_screen

        show_on_screen(settings, text, footer)
        return
    write_output(
        asked.path,
        lambda out: out.write(text.encode("utf-8", "replace")),
        lambda: _describe_content(result, names),
    )


def _describe_content(result: "Result", names: str) -> str:
    """Return what a file contains: `8 meetings`."""
    from summitcli.cli.footer import describe_list
    from summitcli.pages.page import Pages
    from summitcli.tables.result import table_of
    from summitcli.tables.table import Document

    if isinstance(result, Document):
        return f"the {names}"
    if isinstance(result, Pages) and len(result.views) == 1:
        return result.views[0].id
    count = len(table_of(result).rows)
    return describe_list(names, count, count)


def write_to(
    out: BinaryIO, format_: Format, result: "Result", fields: tuple[str, ...] | None
) -> None:
    """Write a result in a format; only the module of that format is imported."""
    module, function = format_.writer.split(":")
    writer: Writer = getattr(import_module(f"summitcli.export.{module}"), function)
    writer(result, fields, out)


def write_output(
    path: str | None, write: Callable[[BinaryIO], object], describe: Callable[[], str]
) -> None:
    """Write completely to a file, or to standard output if the path is None or '-'.

    `describe` returns what is written, for a note about the file.
    """
    if path is not None and path != "-":
        from summitcli.cli.output_file import note_written, write_file
        from summitcli.cli.streams import stderr_is_terminal

        write_file(path, write)
        if stderr_is_terminal():
            note_written(path, describe())
        return
    buffer = BytesIO()
    write(buffer)
    write_stdout(buffer.getvalue())
