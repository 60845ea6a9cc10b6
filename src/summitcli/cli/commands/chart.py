"""`summit chart`: a picture of meetings, written to a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.charts import ChartName, PictureFormat
from summitcli.cli.completion import complete_values
from summitcli.cli.options import FilterArgs, parser_of, path_option
from summitcli.cli.settings import settings_of
from summitcli.errors import SummitError, UsageError

if TYPE_CHECKING:
    from summitcli.charts.subject import Subject
    from summitcli.model import Dataset

_INSTALL = "'summit chart' needs Altair: pip install 'summitcli[charts]'"


def chart(
    context: typer.Context,
    name: Annotated[
        ChartName,
        typer.Argument(
            metavar="PICTURE",
            help=f"{', '.join(ChartName)}.",
            show_default=False,
            parser=parser_of(ChartName),
            autocompletion=complete_values(ChartName),
        ),
    ],
    output: Annotated[
        Path | None,
        path_option("Where to write it: a name that ends in .svg, .png, .pdf, .html or .json."),
    ] = None,
    *,
    filters: FilterArgs,
) -> None:
    """Draw meetings as a picture.

    summit chart timeline --all -o timeline.svg
    summit chart map --all -o map.png
    summit chart themes --since 1989 --all -o themes.pdf
    summit chart lengths --kind call -o calls.html
    """
    from summitcli.cli.streams import log_note

    if output is None:
        raise UsageError(f"-o is missing; for example: summit chart {name} -o {name}.svg")
    format_ = _format_of(output)
    subject = _subject(settings_of(context).dataset, filters)
    if subject.meetings:
        _write(name, subject, format_, output)
    else:
        log_note("no matching meetings; no picture was written")


def _format_of(output: Path) -> PictureFormat:
    try:
        return PictureFormat(output.suffix.lower().removeprefix("."))
    except ValueError:
        known = ", ".join(f".{format_}" for format_ in PictureFormat)
        raise UsageError(f"-o {output}: a picture's name must end in one of {known}") from None


def _subject(dataset: "Dataset", typed: "FilterArgs") -> "Subject":
    """Return the meetings that the filters choose, with the events of the same time and themes."""
    from summitcli.charts.subject import Subject
    from summitcli.cli.filters import describe_scope, parse_filters_with_defaults
    from summitcli.search.select import (
        ALL_KINDS,
        Selection,
        ordered,
        select_events,
        select_whole,
    )

    wanted = parse_filters_with_defaults(typed, dataset, ALL_KINDS)
    return Subject(
        dataset=dataset,
        meetings=ordered(select_whole(dataset, wanted)),
        events=select_events(
            dataset, Selection(years=wanted.years, within=wanted.within, themes=wanted.themes)
        ),
        scope=describe_scope(typed, wanted, dataset),
    )


def _write(name: ChartName, subject: "Subject", format_: PictureFormat, output: Path) -> None:
    """Draw a picture and write it, or say in one line why there is none."""
    from summitcli.charts.subject import NothingToDrawError, TooManyError
    from summitcli.cli.output_file import note_written, write_file
    from summitcli.cli.streams import log_note

    try:
        from summitcli.charts.draw import draw_chart
        from summitcli.charts.render import render
    except ModuleNotFoundError as error:
        if error.name not in ("altair", "vl_convert"):
            raise
        raise SummitError(_INSTALL) from None
    try:
        content = render(draw_chart(name, subject), format_)
    except NothingToDrawError as error:
        log_note(f"{error}; no picture was written")
        return
    except TooManyError as error:
        raise UsageError(f"{error}; choose fewer with filters such as --since") from None
    write_file(str(output), lambda out: out.write(content))
    note_written(str(output), f"the picture '{name}'")
