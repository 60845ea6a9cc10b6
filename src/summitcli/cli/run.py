"""Running the app: every error becomes one line on standard error and an exit code."""

import sys
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import GLOBAL_OPTIONS, app
from summitcli.cli.streams import handle_write_error, log_error, replace_unencodable
from summitcli.errors import DatasetError, ExitCode, SummitError

# Of Typer's usage errors only BadParameter is public; this is the common base class.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    replace_unencodable()
    try:
        try:
            return int(app(arguments, prog_name="summit", standalone_mode=False) or 0)
        except OSError as error:  # Typer writes help itself, not through `streams`
            handle_write_error(sys.stdout, error)
            return ExitCode.OK
    except SummitError as error:
        log_error(f"{error}{_advice(error)}")
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except SystemExit as end:  # raised by shell completion
        return int(end.code or 0)
    except _UsageError as error:
        log_error(_misplaced_option(error) or str(error.format_message()))
        return ExitCode.USAGE


def _advice(error: SummitError) -> str:
    if isinstance(error, DatasetError) and error.more_problems:
        return "; 'summit check' lists all"
    return ""


def _misplaced_option(error: BadParameter) -> str:
    """Return a message for a global option that follows the command; empty for other errors."""
    option = getattr(error, "option_name", "")
    if option not in GLOBAL_OPTIONS or error.ctx is None or error.ctx.parent is None:
        return ""
    usage = f"summit {option}{GLOBAL_OPTIONS[option]} {error.ctx.info_name}"
    return f"{option} must come before the command: {usage}"
