"""`summit chart`: a picture of meetings, written to a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.charts import ChartName, PictureFormat
from summitcli.cli import options
from summitcli.cli.settings import settings_of
from summitcli.errors import SummitError, UsageError

if TYPE_CHECKING:
    from summitcli.charts.subject import Subject
    from summitcli.cli.filters import FilterArgs
    from summitcli.model import Dataset

_INSTALL = "'summit chart' needs Altair: pip install 'summitcli[charts]'"


def chart(
    context: typer.Context,
    name: Annotated[ChartName, typer.Argument(help="The picture.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it: a name that ends in .svg, .png, .pdf, .html or .json.",
        ),
    ] = None,
    years: options.Years = None,
    since: options.Since = None,
    until: options.Until = None,
    leaders: options.Leaders = None,
    places: options.Places = None,
    themes: options.Themes = None,
    kinds: options.AnyKinds = None,
    statuses: options.Statuses = None,
    all_leaders: options.AllLeaders = False,
) -> None:
    """Draw meetings as a picture.

    summit chart timeline --all -o timeline.svg

    summit chart map --all -o map.png

    summit chart themes --since 1989 --all -o themes.pdf

    summit chart lengths --kind call -o calls.html
    """
    from summitcli.cli.filters import FilterArgs
    from summitcli.cli.streams import log_note

    if output is None:
        raise UsageError(f"-o is missing; for example: summit chart {name} -o {name}.svg")
    format_ = _format_of(output)
    typed = FilterArgs(
        years=years,
        since=since,
        until=until,
        leaders=leaders,
        places=places,
        themes=themes,
        kinds=kinds,
        statuses=statuses,
        all_leaders=all_leaders,
    )
    subject = _subject(settings_of(context).dataset, typed)
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
    from summitcli.search.select import KINDS, ordered, select_events, select_whole

    wanted = parse_filters_with_defaults(typed, dataset, KINDS["any"])
    return Subject(
        dataset=dataset,
        meetings=ordered(select_whole(dataset, wanted)),
        events=select_events(dataset, wanted.within, wanted.themes),
        scope=describe_scope(typed, wanted, dataset),
    )


def _write(name: ChartName, subject: "Subject", format_: PictureFormat, output: Path) -> None:
    """Draw a picture and write it, or say in one line why there is none."""
    from summitcli.charts.subject import NothingToDrawError, TooManyError
    from summitcli.cli.streams import log_note

    try:
        from summitcli.charts.draw import draw_chart
        from summitcli.charts.write import write
    except ModuleNotFoundError as error:
        if error.name not in ("altair", "vl_convert"):
            raise
        raise SummitError(_INSTALL) from None
    try:
        write(draw_chart(name, subject), format_, output)
    except NothingToDrawError as error:
        log_note(f"{error}; no picture was written")
    except TooManyError as error:
        raise UsageError(f"{error}; choose fewer with filters such as --since") from None
    except OSError as error:
        raise SummitError(f"{output} cannot be written: {error.strerror}") from None
