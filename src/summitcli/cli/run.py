"""Runs the app, and turns every error into one line on standard error and an exit code."""

import sys
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import GLOBAL_OPTIONS, app
from summitcli.cli.streams import handle_write_error, log_error, replace_unencodable
from summitcli.errors import DamagedError, ExitCode, SummitError

# Of Typer's usage errors only BadParameter is public; its base is what they all share.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    replace_unencodable()
    try:
        try:
            return _run(arguments)
        except OSError as error:  # help is written by Typer, past our own door
            handle_write_error(sys.stdout, error)
            return ExitCode.OK
    except SummitError as error:
        from summitcli.cli.messages import describe_error

        log_error(describe_error(error))
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except _UsageError as error:
        log_error(_misplaced_option(error) or str(error.format_message()))
        return ExitCode.USAGE


def _misplaced_option(error: BadParameter) -> str:
    """Return a message if a global option was written after the command, else an empty one."""
    option = getattr(error, "option_name", "")
    if option not in GLOBAL_OPTIONS or error.ctx is None or error.ctx.parent is None:
        return ""
    usage = f"summit {option}{GLOBAL_OPTIONS[option]} {error.ctx.info_name}"
    return f"{option} must come before the command: {usage}"


def _run(arguments: list[str]) -> int:
    """Run the app; if a compiled dataset turns out to be damaged, once more without it."""
    try:
        return int(app(arguments, prog_name="summit", standalone_mode=False) or 0)
    except DamagedError:
        from summitcli.store.folder import clear

        clear()
        return int(app(["--no-cache", *arguments], prog_name="summit", standalone_mode=False) or 0)
