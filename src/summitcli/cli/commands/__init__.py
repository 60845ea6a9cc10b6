"""The commands: what each is for, and the module that is imported when it is called."""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(NamedTuple):
    """Where a command's function is, and what the list of commands says of it."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "list": Command("list", "list_meetings", "Meetings, by year, leader, place, theme ..."),
    "show": Command("show", "show", "Everything about a record, with its sources."),
    "search": Command("search", "search", "Records of every type by words, misspelled or not."),
    "themes": Command("themes", "themes", "Recurring themes, how often and when; or one of them."),
    "outcomes": Command("outcomes", "outcomes", "Assessed outcomes, and by whom; or one of them."),
    "timeline": Command("timeline", "timeline", "One line of time, with the events around."),
    "compare": Command("compare", "compare", "Two or three meetings side by side."),
    "stats": Command("stats", "stats", "Counts and lengths, as bars or a heat table."),
    "chart": Command("chart", "chart", "A picture: timeline, map, years, themes or lengths."),
    "on": Command("on", "on", "A day of the year, and what lay nearest to it."),
    "context": Command("context", "context_events", "Background events; or one of them."),
    "claims": Command("claims", "claims", "What an article claims, held against the record."),
    "outlook": Command("outlook", "outlook", "Drivers and scenarios, with the evidence so far."),
    "people": Command("people", "people", "The leaders."),
    "sources": Command("sources", "sources", "What the record rests on."),
    "check": Command("check", "check", "Problems of a dataset, with file and line."),
    "schema": Command("check", "schema", "The JSON Schema of a dataset."),
    "store": Command("store", "store", "Where compiled datasets are kept, and how to remove them."),
}


class LazyGroup(TyperGroup):
    """Makes a command when it is called: declaring all of them would double the start-up time."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        near: Any = dict.fromkeys(COMMANDS)
        self.commands = near  # only their names are read, to suggest one for a mistyped one

    def list_commands(self, _ctx: Any) -> list[str]:
        """Names of the commands, in the order in which help lists them."""
        return list(COMMANDS)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """List the commands in the help, without making them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, made.summary) for name, made in COMMANDS.items()])

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """The command of a name, or None."""
        known = COMMANDS.get(cmd_name)
        if known is None:
            return None
        function = getattr(import_module(f"summitcli.cli.commands.{known.module}"), known.function)
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cmd_name, short_help=known.summary, context_settings=HELP)(function)
        return get_command(app)
