"""The registry of commands: a summary of each, and the module to import when it is called.

A command is a function whose parameters are its arguments and options, as Typer reads them. Options
that it shares with others are groups, which `cli.parameters` turns into options.
"""

from importlib import import_module
from os import environ
from typing import Any

import typer
from msgspec import Struct
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from summitcli.cli.parameters import with_options

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_COMPLETION_OPTIONS = {"--install-completion", "--show-completion"}


class Command(Struct, frozen=True):
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
    "browse": Command("browse", "browse", "Explore it all in one program, with keys and mouse."),
    "stats": Command("stats", "stats", "Counts and lengths, as bars or a heat table."),
    "export": Command("export", "export", "Calendars, maps, bibliographies, data for programs."),
    "cite": Command("cite", "cite", "A citation of a source, a record or one of its notes."),
    "open": Command("open_", "open_source", "Open a source in the browser."),
    "chart": Command("chart", "chart", "A picture: timeline, map, years, themes or lengths."),
    "site": Command("site", "site", "The whole record as a static web site."),
    "on": Command("on", "on", "What happened on a day of the year, and around it."),
    "context": Command("context", "context_events", "Background events."),
    "claims": Command("claims", "claims", "An article's claims, checked against the record."),
    "outlook": Command("outlook", "outlook", "Drivers and scenarios, with the evidence so far."),
    "people": Command("people", "people", "The leaders, or everybody who took part."),
    "sources": Command("sources", "sources", "The sources of the record."),
    "init": Command("init", "init", "Start a dataset of your own in a new folder."),
    "new": Command("new", "new", "Add the skeleton of a record to your own dataset."),
    "check": Command("check", "check", "Check a dataset; report problems with file and line."),
    "schema": Command("schema", "schema", "The JSON Schema of a dataset."),
    "store": Command("store", "store", "The stored datasets and their folder; remove them."),
    "help": Command("help", "show_help", "The help of a command."),
}


class HelpfulCommand(TyperCommand):
    """A command whose help names records of the dataset in use."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the placeholders of the arguments as declared; Typer would add brackets."""
        del ctx
        arguments = (item for item in self.params if item.param_type_name == "argument")
        return ["[OPTIONS]", *(item.metavar or (item.name or "").upper() for item in arguments)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        localize(self, ctx)
        super().format_help(ctx, formatter)


def localize(command: Any, context: typer.Context) -> None:
    """Put examples from the dataset in use into the help of a command and of its options."""
    from summitcli.cli.examples import localize_text

    for part in (command, *command.params):
        if getattr(part, "help", None):
            part.help = localize_text(part.help, context)


class LazyGroup(TyperGroup):
    """A group that loads subcommands lazily, as Click documents it; this halves start-up time."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the command line, whose words come first, or complete it for a shell."""
        words = args[0] if args else ()
        if "_SUMMIT_COMPLETE" in environ or not _COMPLETION_OPTIONS.isdisjoint(words):
            from summitcli.cli.shells import use_own_completion

            use_own_completion()
        return super().main(*args, **settings)

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        localize(self, ctx)
        super().format_help(ctx, formatter)

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
        declare = app.command(
            cmd_name, cls=HelpfulCommand, short_help=known.summary, context_settings=HELP
        )
        declare(with_options(function))
        return get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that a command line names; raise UsageError if there is none."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from summitcli.cli.suggestions import unknown_command

            raise unknown_command(name, ctx)
        return super().resolve_command(ctx, args)
