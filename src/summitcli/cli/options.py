"""The filters that commands share, as groups of options, and helpers to declare other options.

A command about meetings takes FilterArgs, or UnscopedFilters if it looks at all leaders anyway; one
about records that have no leaders takes RecordFilters.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import typer

from summitcli.cli.completion import (
    complete_date,
    complete_file,
    complete_initiative,
    complete_kind,
    complete_leader,
    complete_meeting,
    complete_participant,
    complete_place,
    complete_status,
    complete_theme,
    complete_values,
)
from summitcli.cli.parameters import OptionGroup

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

_FILTERS = "Which records"


def choice(
    values: type[ChoiceT],
    help_text: str,
    *names: str,
    aliases: dict[str, str] | None = None,
    advice: dict[str, str] | None = None,
    **settings: Any,
) -> Any:
    """Return an option that takes one value of an enumeration, in any case, or an alias of one.

    `advice` says what to do instead of some values that do not exist.
    """
    return typer.Option(
        *names,
        metavar=settings.pop("metavar", values.__name__.upper()),
        help=help_text,
        parser=parser_of(values, aliases, advice),
        autocompletion=complete_values(values),
        **settings,
    )


def parser_of(
    values: type[ChoiceT],
    aliases: dict[str, str] | None = None,
    advice: dict[str, str] | None = None,
) -> Callable[[str], ChoiceT]:
    """Return a function that parses one value of an enumeration, in any case, or an alias."""

    def parse(text: str) -> ChoiceT:
        wanted = text.strip().casefold().replace("_", "-").replace(" ", "-")
        wanted = (aliases or {}).get(wanted, wanted)
        try:
            return values(wanted)
        except ValueError:
            instead = (advice or {}).get(wanted, f"choose from {', '.join(values)}")
            raise typer.BadParameter(f"'{text}' is unknown; {instead}") from None

    return parse


def value(help_text: str, metavar: str, complete: Callable[..., Any], *names: str) -> Any:
    """Return an option that takes a name, which the command resolves."""
    return typer.Option(
        *names,
        metavar=metavar,
        help=help_text,
        rich_help_panel=_FILTERS,
        autocompletion=complete,
    )


def path_option(help_text: str, **settings: Any) -> Any:
    """Return the option `-o`, the file to which a command writes."""
    return typer.Option(
        "--output", "-o", metavar="PATH", help=help_text, autocompletion=complete_file, **settings
    )


class RecordFilters(OptionGroup, frozen=True):
    """The filters of all records, as typed."""

    years: Annotated[
        list[str] | None,
        value("In this year, or these: 2018 or 2017-2019.", "YEAR", complete_date, "--year"),
    ] = None
    since: Annotated[
        str | None,
        value(
            "On or after this date: 2018, July 2018, 2018-07-16, today, or a meeting's id.",
            "DATE",
            complete_date,
        ),
    ] = None
    until: Annotated[
        str | None,
        value("On or before this date; 2019 means until the end of 2019.", "DATE", complete_date),
    ] = None
    themes: Annotated[
        list[str] | None, value("On this theme.", "NAME", complete_theme, "--theme")
    ] = None
    meetings: Annotated[
        list[str] | None,
        value("Only this meeting, or what is about it.", "MEETING", complete_meeting, "--meeting"),
    ] = None


class MeetingFilters(RecordFilters, frozen=True):
    """The filters of meetings, as typed."""

    leaders: Annotated[
        list[str] | None,
        value("Meetings of this leader with anyone.", "NAME", complete_leader, "--leader"),
    ] = None
    participants: Annotated[
        list[str] | None,
        value(
            "Meetings in which this person took part.",
            "NAME",
            complete_participant,
            "--participant",
        ),
    ] = None
    places: Annotated[
        list[str] | None,
        value("Meetings in this city, country or building.", "NAME", complete_place, "--place"),
    ] = None
    kinds: Annotated[
        list[str] | None,
        value(
            "summit, dinner, call, letter ...; in-person, remote or any.",
            "KIND",
            complete_kind,
            "--kind",
        ),
    ] = None
    statuses: Annotated[
        list[str] | None,
        value(
            "held, cancelled, not-held, planned, disputed or any.",
            "STATUS",
            complete_status,
            "--status",
        ),
    ] = None
    asked_by: Annotated[
        list[str] | None,
        value(
            "Meetings that this side asked for; also joint or other.",
            "SIDE",
            complete_initiative,
            "--asked-by",
        ),
    ] = None


class FilterArgs(MeetingFilters, frozen=True):
    """The filters of meetings that are those of the focus pair unless all are asked for."""

    all_leaders: Annotated[
        bool,
        typer.Option(
            "--all",
            help="All leaders, not only Trump and Putin.",
            rich_help_panel=_FILTERS,
        ),
    ] = False


class UnscopedFilters(MeetingFilters, frozen=True):
    """The filters of commands that look at all leaders anyway: `--all` is allowed, but hidden."""

    all_leaders: Annotated[bool, typer.Option("--all", hidden=True)] = False


Data: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="SUMMIT_DATA",
        metavar="PATH",
        autocompletion=complete_file,
        readable=False,
        is_eager=True,  # so that --help knows the dataset
        help="Another dataset: a file, or a folder of files.",
    ),
]
