"""The registry of commands: a summary of each, and the module to import when it is called."""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(NamedTuple):
    """The module and function of a command, and its summary in the list of commands."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "list": Command("list", "list_meetings", "Meetings, by year, leader, place, theme ..."),
    "show": Command("show", "show", "Everything about a record, with its sources."),
    "search": Command("search", "search", "Find records of every type by words, even misspelled."),
    "themes": Command("themes", "themes", "Recurring themes, how often and when they came up."),
    "outcomes": Command("outcomes", "outcomes", "Assessed outcomes, and who assessed them."),
    "timeline": Command("timeline", "show_timeline", "A timeline, with background events."),
    "compare": Command("compare", "compare_meetings", "Two or three meetings side by side."),
    "stats": Command("stats", "stats", "Counts and lengths, as bars or a heat table."),
    "export": Command("export", "export", "Calendars, maps, bibliographies, data for programs."),
    "cite": Command("cite", "cite", "A citation of a source, a record or one of its notes."),
    "open": Command("open_", "open_source", "Open a source in the browser."),
    "chart": Command("chart", "chart", "A picture: timeline, map, years, themes or lengths."),
    "on": Command("on", "on", "What happened on a day of the year, and around it."),
    "context": Command("context", "context_events", "Background events."),
    "claims": Command("claims", "claims", "An article's claims, checked against the record."),
    "outlook": Command("outlook", "outlook", "Drivers and scenarios, with the evidence so far."),
    "people": Command("people", "people", "The leaders."),
    "sources": Command("sources", "sources", "The sources of the record."),
    "init": Command("init", "init", "Start a dataset of your own in a new folder."),
    "new": Command("new", "new", "Add the skeleton of a record to your own dataset."),
    "check": Command("check", "check", "Check a dataset; report problems with file and line."),
    "schema": Command("schema", "schema", "The JSON Schema of a dataset."),
    "store": Command("store", "store", "Where compiled datasets are stored; remove them."),
}


class LazyGroup(TyperGroup):
    """A group that loads subcommands lazily, as Click documents it; this halves start-up time."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        near: Any = dict.fromkeys(COMMANDS)
        self.commands = near  # only the names are read, to suggest one for a typo

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the list of commands in the help, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Load a command by its name; return None if there is none."""
        known = COMMANDS.get(cmd_name)
        if known is None:
            return None
        function = getattr(import_module(f"summitcli.cli.commands.{known.module}"), known.function)
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cmd_name, short_help=known.summary, context_settings=HELP)(function)
        return get_command(app)
