"""Running the app: every error becomes one line on standard error and an exit code."""

import sys
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import app
from summitcli.cli.global_options import move_to_front
from summitcli.cli.streams import handle_write_error, log_error, log_line, replace_unencodable
from summitcli.errors import ExitCode, SummitError

# Of Typer's usage errors only BadParameter is public; this is the common base class.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    replace_unencodable()
    try:
        try:
            words = move_to_front(arguments)
            end = app(words, prog_name="summit", standalone_mode=False, obj=tuple(words))
            return int(end or 0)
        except OSError as error:  # Typer writes help itself, not through `streams`
            handle_write_error(sys.stdout, error)
            return ExitCode.OK
    except SummitError as error:
        from summitcli.cli.messages import describe_error, list_candidates

        log_error(describe_error(error))
        for line in list_candidates(error):
            log_line(line)
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except SystemExit as end:  # raised by shell completion
        return int(end.code or 0)
    except _UsageError as error:
        log_error(_unknown_option(error) or str(error.format_message()))
        return ExitCode.USAGE


def _unknown_option(error: BadParameter) -> str:
    """Return a message on an option that does not exist; empty for other errors."""
    option = getattr(error, "option_name", "")
    if type(error).__name__ != "NoSuchOption" or not option or error.ctx is None:
        return ""
    from summitcli.cli.suggestions import unknown_option

    return unknown_option(option, error.ctx)
