"""The options that commands share, each defined once."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from summitcli.cli.completion import complete_kind, complete_leader, complete_status, complete_theme
from summitcli.cli.output import FormatName
from summitcli.search.select import Sort


def _year(text: str) -> int:
    if not text.strip().isdecimal():
        advice = "write --year 2018; --since and --until take months and days"
        raise typer.BadParameter(f"'{text}' is no year; {advice}")
    return int(text)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no number; write --limit 10") from None


def _at_least_one(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise typer.BadParameter(f"{limit} is less than 1; leave --limit out for all records")
    return limit


_FILTERS = "Which records"
_OUTPUT = "Output"

Years: TypeAlias = Annotated[
    list[int] | None,
    typer.Option("--year", metavar="YEAR", help="In this year: 2018.", rich_help_panel=_FILTERS,
                 parser=_year),
]  # fmt: skip
Since: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Not before: 2018, 2018-07 or 2018-07-16.",
                 rich_help_panel=_FILTERS),
]  # fmt: skip
Until: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Not after: 2019 means to its last day.", rich_help_panel=_FILTERS
    ),
]
Leaders: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--leader", metavar="NAME", help="With this leader, in any pair.",
                 rich_help_panel=_FILTERS, autocompletion=complete_leader),
]  # fmt: skip
Places: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="NAME", help="In this city, country or building.",
                 rich_help_panel=_FILTERS),
]  # fmt: skip
Themes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--theme", metavar="NAME", help="On this theme.",
                 rich_help_panel=_FILTERS, autocompletion=complete_theme),
]  # fmt: skip
Kinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", rich_help_panel=_FILTERS, autocompletion=complete_kind,
                 help="summit, dinner, call, letter ...; in-person (default), remote, any."),
]  # fmt: skip
AnyKinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", rich_help_panel=_FILTERS, autocompletion=complete_kind,
                 help="summit, dinner, call, letter ...; in-person, remote, any (default)."),
]  # fmt: skip
SearchKinds: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", rich_help_panel=_FILTERS, autocompletion=complete_kind,
                 help="Only meetings of this kind: summit, call, in-person, remote, any ..."),
]  # fmt: skip
SearchStatuses: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", rich_help_panel=_FILTERS,
                 autocompletion=complete_status,
                 help="Only meetings that were held, cancelled, not-held, planned, disputed."),
]  # fmt: skip
Statuses: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", rich_help_panel=_FILTERS,
                 autocompletion=complete_status,
                 help="held (default), cancelled, not-held, planned, disputed, any."),
]  # fmt: skip
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
        "--sort", help="Order; with a minus, the other way: -length.", rich_help_panel=_OUTPUT
    ),
]
Limit: TypeAlias = Annotated[
    int | None,
    typer.Option(metavar="N", help="At most N records.", rich_help_panel=_OUTPUT,
                 parser=_number, callback=_at_least_one),
]  # fmt: skip
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
    typer.Option(metavar="A,B.C", rich_help_panel=_OUTPUT,
                 help="Only these fields, as dotted paths: id,date,place.city; "
                 "docs/json.md lists them."),
]  # fmt: skip
Data: TypeAlias = Annotated[
    Path | None,
    typer.Option("--data", envvar="SUMMIT_DATA", metavar="PATH", readable=False,
                 help="Another dataset: a file, or a folder of files."),
]  # fmt: skip
