"""Runs the app, and turns every error into one line on standard error and an exit code."""

import sys
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import app
from summitcli.cli.streams import say, settle
from summitcli.errors import ExitCode, SummitError

# Of Typer's usage errors only BadParameter is public; its base is what they all share.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    try:
        code = app(arguments, prog_name="summit", standalone_mode=False)
        settle(sys.stdout)
        return int(code or 0)
    except SummitError as error:
        say(str(error), "error")
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except _UsageError as error:
        say(str(error.format_message()), "error")
        return ExitCode.USAGE
    except BrokenPipeError:
        settle(sys.stdout)
        return ExitCode.OK
