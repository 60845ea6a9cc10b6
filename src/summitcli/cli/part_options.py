"""The options that choose the parts of a page, and the errors that they can have."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from summitcli.cli.options import choice
from summitcli.cli.parameters import OptionGroup
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from summitcli.pages.page import Choice
    from summitcli.pages.part_names import UnknownPartError

_PANEL = "Which parts"
_PARTS = (
    "facts, people, course, topics, agreed, accounts, judged, notes, outcomes, claims, around,"
    " sources"
)


class ListedSources(StrEnum):
    """The sources that a page lists."""

    NONE = "none"
    PRIMARY = "primary"
    ALL = "all"


class Urls(StrEnum):
    """When to write out the addresses of sources."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _complete_part(incomplete: str) -> list[str]:
    """Return the parts that complete a list of them."""
    before, comma, last = incomplete.rpartition(",")
    parts = _PARTS.split(", ")
    return [f"{before}{comma}{part}" for part in parts if part.startswith(last)]


Addresses: TypeAlias = Annotated[
    Urls,
    choice(
        Urls,
        "When to write out addresses: auto (where links are not known to work), always, never.",
        "--urls",
        metavar="WHEN",
        rich_help_panel=_PANEL,
    ),
]


class PartArgs(OptionGroup, frozen=True):
    """The options that choose the parts of a page, as they were typed."""

    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="PART,PART",
            help=f"Only these parts: {_PARTS}.",
            rich_help_panel=_PANEL,
            autocompletion=_complete_part,
        ),
    ] = None
    brief: Annotated[
        bool,
        typer.Option(
            "--brief",
            help="One screen: facts, what was agreed, where accounts differ, counts.",
            rich_help_panel=_PANEL,
        ),
    ] = False
    sources: Annotated[
        ListedSources,
        choice(
            ListedSources,
            "The sources to list: all, primary or none.",
            "--sources",
            metavar="WHICH",
            rich_help_panel=_PANEL,
        ),
    ] = ListedSources.ALL
    urls: Addresses = Urls.AUTO


def parse_choice(typed: PartArgs) -> "Choice":
    """Return the parts that were asked for. Raise UsageError for an unknown part."""
    from summitcli.pages.page import Choice

    if typed.only is not None and typed.brief:
        raise UsageError("--only and --brief choose different parts; give one of them")
    only = _parse_parts(typed.only) if typed.only is not None else ()
    return Choice(only, typed.brief, typed.sources)


def _parse_parts(only: list[str]) -> tuple[str, ...]:
    from summitcli.cli.streams import log_note
    from summitcli.pages.part_names import UnknownPartError, parse_part

    parts: list[str] = []
    for word in ",".join(only).split(","):
        if not word.strip():
            continue
        try:
            part, guessed = parse_part(word.strip())
        except UnknownPartError as error:
            raise UsageError(_describe(error)) from None
        if guessed:
            log_note(f"--only: no part is called '{word.strip()}'; showing {part}")
        parts.append(part)
    if not parts:
        raise UsageError(f"--only: no part given; choose from {_PARTS}")
    return tuple(dict.fromkeys(parts))


def check_choice(choice: "Choice", record_types: Iterable[str], is_data: bool) -> None:
    """Raise UsageError if records of these types, or data formats, have no such parts."""
    from summitcli.pages.part_names import UnknownPartError, check_parts

    if is_data and choice.brief:
        raise UsageError("--brief is for reading; data formats take --only or --fields")
    if is_data and choice.sources != "all":
        raise UsageError("--sources is for reading; data formats take --only or --fields")
    try:
        check_parts(choice.only, record_types)
    except UnknownPartError as error:
        raise UsageError(_describe(error)) from None


def _describe(error: "UnknownPartError") -> str:
    parts = ", ".join(error.parts)
    if not error.record_type:
        return f"--only: no part is called '{error.name}'; choose from {parts}"
    from summitcli.pages.wording import with_article

    page = f"the page of {with_article(error.record_type)}"
    return f"--only: {page} never has {error.name}; it has {parts}"
