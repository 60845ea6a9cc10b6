"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from summitcli.cli.completion import complete_kind, complete_leader, complete_status, complete_theme
from summitcli.cli.output import FormatName
from summitcli.search.select import Sort


def _year(text: str) -> int:
    if not text.strip().isdecimal():
        advice = "write --year 2018; --since and --until take months and days"
        raise typer.BadParameter(f"'{text}' is not a year; {advice}")
    return int(text)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a number; write --limit 10") from None


def _at_least_one(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise typer.BadParameter(f"{limit} is less than 1; omit --limit to get all records")
    return limit


_FILTERS = "Which records"
_OUTPUT = "Output"

Years: TypeAlias = Annotated[
    list[int] | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help="Meetings in this year, for example 2018.",
        rich_help_panel=_FILTERS,
        parser=_year,
    ),
]
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="On or after this date: 2018, 2018-07 or 2018-07-16.",
        rich_help_panel=_FILTERS,
    ),
]
Until: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="On or before this date; 2019 means until the end of 2019.",
        rich_help_panel=_FILTERS,
    ),
]
Leaders: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--leader",
        metavar="NAME",
        help="Meetings of this leader with anyone.",
        rich_help_panel=_FILTERS,
        autocompletion=complete_leader,
    ),
]
Places: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Meetings in this city, country or building.",
        rich_help_panel=_FILTERS,
    ),
]
Themes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        metavar="NAME",
        help="Records on this theme.",
        rich_help_panel=_FILTERS,
        autocompletion=complete_theme,
    ),
]
Kinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        rich_help_panel=_FILTERS,
        autocompletion=complete_kind,
        help="summit, dinner, call, letter ...; in-person (default), remote, any.",
    ),
]
AnyKinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        rich_help_panel=_FILTERS,
        autocompletion=complete_kind,
        help="summit, dinner, call, letter ...; in-person, remote, any (default).",
    ),
]
SearchKinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        rich_help_panel=_FILTERS,
        autocompletion=complete_kind,
        help="Only meetings of this kind: summit, call, in-person, remote, any ...",
    ),
]
SearchStatuses: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        rich_help_panel=_FILTERS,
        autocompletion=complete_status,
        help="Only meetings with this status: held, cancelled, not-held, planned, disputed, any.",
    ),
]
Statuses: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        rich_help_panel=_FILTERS,
        autocompletion=complete_status,
        help="held (default), cancelled, not-held, planned, disputed, any.",
    ),
]
AllLeaders: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--all",
        help="All leaders, not only Trump and Putin, or the focus pair of --data.",
        rich_help_panel=_FILTERS,
    ),
]
Order: TypeAlias = Annotated[
    Sort,
    typer.Option(
        "--sort", help="Sort by this; a minus reverses the order: -length.", rich_help_panel=_OUTPUT
    ),
]
Limit: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        help="At most N records.",
        rich_help_panel=_OUTPUT,
        parser=_number,
        callback=_at_least_one,
    ),
]
Output: TypeAlias = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        rich_help_panel=_OUTPUT,
        show_default=False,
        help="Default: by the suffix of -o; else table on a terminal, plain in a pipe.",
    ),
]
OutputPath: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        rich_help_panel=_OUTPUT,
        help="Write to this file instead of standard output.",
    ),
]
Json: TypeAlias = Annotated[
    bool, typer.Option("--json", help="The same as -f json.", rich_help_panel=_OUTPUT)
]
Fields: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="A,B.C",
        rich_help_panel=_OUTPUT,
        help="Only these fields, as dotted paths: id,date,place.city; docs/json.md lists them.",
    ),
]
Data: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="SUMMIT_DATA",
        metavar="PATH",
        readable=False,
        help="Another dataset: a file, or a folder of files.",
    ),
]
