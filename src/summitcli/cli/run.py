"""Runs the app, and turns every error into one line on standard error and an exit code."""

import sys
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import app
from summitcli.cli.streams import give_up, say
from summitcli.errors import ExitCode, SummitError

# Of Typer's usage errors only BadParameter is public; its base is what they all share.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    try:
        try:
            return int(app(arguments, prog_name="summit", standalone_mode=False) or 0)
        except OSError as error:  # help is written by Typer, past our own door
            give_up(sys.stdout, error)
            return ExitCode.OK
    except SummitError as error:
        say(str(error), "error")
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except _UsageError as error:
        say(str(error.format_message()), "error")
        return ExitCode.USAGE
