"""Write the result of a command in the requested format, to standard output or to a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from summitcli.cli.settings import Settings
from summitcli.cli.streams import colour, is_terminal, log_footer, log_note, width, write_stdout
from summitcli.errors import UsageError
from summitcli.export.format import Format, Takes

if TYPE_CHECKING:
    from summitcli.tables.result import Result
    from summitcli.terminal.console import Console

T = TypeVar("T")

Writer = Callable[["Result", tuple[str, ...] | None, BinaryIO], None]


class FormatName(StrEnum):
    """The names of the output formats."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    YAML = "yaml"
    HTML = "html"
    SVG = "svg"


# All formats except TABLE and SVG, which `terminal` draws.
FORMATS = {
    FormatName.PLAIN: Format("plain:write_plain", (".txt",)),
    FormatName.JSON: Format("json_:write_json", (".json",)),
    FormatName.JSONL: Format("json_:write_jsonl", (".jsonl",)),
    FormatName.CSV: Format("separated:write_csv", (".csv",)),
    FormatName.TSV: Format("separated:write_tsv", (".tsv",)),
    FormatName.MD: Format("markdown:write_markdown", (".md",)),
    FormatName.YAML: Format("yaml_:write_yaml", (".yaml", ".yml")),
    FormatName.HTML: Format("html:write_html", (".html", ".htm")),
}


@dataclass(frozen=True, slots=True)
class OutputArgs:
    """The output options of a command line, as they were typed."""

    format: FormatName | None = None
    json: bool = False
    fields: str | None = None
    path: str | None = None

    @property
    def is_file(self) -> bool:
        """Return whether the output goes to a file given with -o."""
        return self.path not in (None, "-")

    @property
    def is_screen(self) -> bool:
        """Return whether the output appears on a terminal."""
        return is_terminal() and not self.is_file

    def format_name(self) -> FormatName:
        """Return the requested format, or that of the file's suffix, or the default."""
        if self.json and self.format not in (None, FormatName.JSON):
            raise UsageError(f"--json and -f {self.format} ask for two formats; give one of them")
        if self.json:
            return FormatName.JSON
        default = FormatName.TABLE if self.is_screen else FormatName.PLAIN
        return self.format or self._format_of_suffix() or default

    def _format_of_suffix(self) -> FormatName | None:
        suffix = PurePath(self.path or "").suffix.casefold()
        if suffix == ".svg":
            return FormatName.SVG
        return next((name for name, known in FORMATS.items() if suffix in known.suffixes), None)


def limit_rows(found: Sequence[T], limit: int | None, names: str) -> list[T]:
    """Return the first rows; report if there are none, or if some are left out."""
    if not found:
        log_note(f"no matching {names}")
    shown = list(found[:limit])
    if len(shown) < len(found):
        log_note(f"{len(shown)} of {len(found)} {names} shown; --limit {len(found)} shows all")
    return shown


def write_result(
    settings: Settings,
    asked: OutputArgs,
    result: "Result",
    note: str = "",
    draw_content: "Callable[[Console], None] | None" = None,
) -> None:
    """Write the result of a command: by default a table on a terminal, plain lines elsewhere.

    The note follows a table on standard error. `draw_content` draws it in another way than usual.
    """
    name = asked.format_name()
    fields = None if asked.fields is None else parse_fields(asked.fields, result)
    if name is FormatName.TABLE:
        text = render_to_text(settings, asked, result, fields, draw_content)
        write_output(asked.path, lambda out: out.write(text.encode("utf-8", "replace")))
        if note and asked.is_screen:
            log_footer(note)
        return
    if name is FormatName.SVG:
        from summitcli.terminal.svg import draw_svg

        text = render_to_text(settings, asked, result, fields, draw_content)
        svg = draw_svg(text, width(asked.is_file), f"$ summit {settings.command}")
        write_output(asked.path, lambda out: out.write(svg.encode()))
        return
    check_format(name, result, asked)
    write_output(asked.path, lambda out: write_to(out, FORMATS[name], result, fields))


def write_to(
    out: BinaryIO, format_: Format, result: "Result", fields: tuple[str, ...] | None
) -> None:
    """Write a result in a format; only the module of that format is imported."""
    module, function = format_.writer.split(":")
    writer: Writer = getattr(import_module(f"summitcli.export.{module}"), function)
    writer(result, fields, out)


def check_format(name: FormatName, result: "Result", asked: OutputArgs) -> None:
    """Raise UsageError if a format cannot write a result, or not to this place."""
    from summitcli.pages.page import Pages

    needed = Takes.PAGES if isinstance(result, Pages) else Takes.TABLE
    if needed not in FORMATS[name].takes:
        content = "records shown in full" if needed is Takes.PAGES else "lists of records"
        raise UsageError(f"-f {name} cannot write {content}; choose another format")
    if FORMATS[name].binary and asked.is_screen:
        raise UsageError(f"-f {name} is not text; write it to a file with -o")


def write_output(path: str | None, write: Callable[[BinaryIO], object]) -> None:
    """Write completely to a file, or to standard output if the path is None or '-'."""
    if path is not None and path != "-":
        from summitcli.cli.output_file import write_file

        write_file(path, write)
        return
    buffer = BytesIO()
    write(buffer)
    write_stdout(buffer.getvalue())


def parse_fields(text: str, result: "Result") -> tuple[str, ...]:
    """Return the paths given with `--fields`; raise UsageError if one is unknown."""
    from summitcli.tables.fields import UnknownFieldError, check_fields, top_level_fields
    from summitcli.tables.result import table_of

    table = table_of(result)
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        known = ", ".join(top_level_fields(table))
        raise UsageError(f"--fields: no field given; choose from {known}")
    try:
        check_fields(names, table)
    except UnknownFieldError as error:
        advice = (
            f"did you mean {' or '.join(error.near)}?"
            if error.near
            else f"there are {', '.join(error.top_level)}"
        )
        raise UsageError(f"--fields: no field '{error.name}'; {advice}") from None
    return names


def render_to_text(
    settings: Settings,
    asked: OutputArgs,
    result: "Result",
    fields: tuple[str, ...] | None,
    draw_content: "Callable[[Console], None] | None",
) -> str:
    """Return a drawn result, in the width and colours of the output; empty if it has no rows."""
    from summitcli.tables.result import table_of

    table = table_of(result)
    if not table.rows:
        return ""
    from summitcli.terminal.console import draw

    if fields is not None:
        from summitcli.tables.fields import with_fields

        result, draw_content = with_fields(table, fields), None
    return draw(
        width(asked.is_file),
        asked.format_name() is FormatName.SVG or colour(settings.color, asked.is_file),
        draw_content or _drawing(result),
    )


def _drawing(result: "Result") -> "Callable[[Console], None]":
    """Return a function that draws a table, or the pages of records shown in full."""
    from summitcli.pages.page import Pages
    from summitcli.tables.result import table_of

    if isinstance(result, Pages):
        from summitcli.terminal.draw_page import draw_pages

        return partial(draw_pages, pages=result.build())
    from summitcli.terminal.draw_table import draw_table

    return partial(draw_table, table=table_of(result))
