"""Running the app: every error becomes one line on standard error and an exit code."""

import os
import re
from typing import cast

from typer import Abort, BadParameter

from summitcli.cli.app import app
from summitcli.cli.global_options import move_to_front
from summitcli.cli.streams import handle_write_error, log_error, log_line, prepare_streams
from summitcli.errors import ExitCode, SummitError, UsageError

# Of Typer's usage errors only BadParameter is public; this is the common base class.
_UsageError = cast("type[BadParameter]", BadParameter.__base__)

_EXTRA = r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)"


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    prepare_streams()
    try:
        try:
            return _run(move_to_front(arguments))
        except OSError as error:
            return _end_of_output(error)
    except SummitError as error:
        from summitcli.cli.messages import describe_error, list_candidates

        log_error(describe_error(error))
        for line in list_candidates(error):
            log_line(line)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Abort as error:
        if not isinstance(error.__cause__, EOFError):
            return ExitCode.INTERRUPTED
        log_error("a .pyc file of the program is incomplete; remove its __pycache__ folders")
        return ExitCode.FAILURE
    except SystemExit as end:  # raised by shell completion
        return int(end.code or 0)
    except _UsageError as error:
        log_error(
            _unknown_option(error)
            or _extra_words(error)
            or _missing_argument(error)
            or _missing_value(error)
            or _invalid_value(error)
            or str(error.format_message())
        )
        return ExitCode.USAGE


def _end_of_output(error: OSError) -> int:
    """Return the exit code if the reader of standard output has gone; raise SummitError if not."""
    if error.filename is not None:  # a script of --install-completion
        raise SummitError(f"'{error.filename}': {error.strerror}") from None
    if isinstance(error, FileNotFoundError):  # from os.getcwd: no stream gives it
        raise SummitError("the working folder is gone; change to another") from None
    handle_write_error(error)  # Typer writes help itself, not through `streams`
    return ExitCode.OK


def _unknown_option(error: BadParameter) -> str:
    """Return a message on an option that does not exist; empty for other errors."""
    option = getattr(error, "option_name", "")
    if type(error).__name__ != "NoSuchOption" or not option or error.ctx is None:
        return ""
    from summitcli.cli.suggestions import unknown_option

    return unknown_option(option, error.ctx)


def _extra_words(error: BadParameter) -> str:
    """Return a message on words after a command that takes none; empty for other errors."""
    found = re.fullmatch(_EXTRA, str(error.format_message()))
    if found is None or error.ctx is None:
        return ""
    from summitcli.cli.suggestions import extra_words

    return extra_words(found[1], error.ctx)


def _missing_argument(error: BadParameter) -> str:
    """Return a message on an argument that a command needs; empty for other errors."""
    if type(error).__name__ != "MissingParameter" or error.ctx is None or error.param is None:
        return ""
    from summitcli.cli.suggestions import missing_argument

    return missing_argument(error.param.metavar or "", error.ctx)


def _invalid_value(error: BadParameter) -> str:
    """Return a message that begins with the option or argument of a value; empty for others."""
    if type(error) is not BadParameter or error.param is None:
        return ""
    names = [*error.param.opts, error.param.metavar or ""]
    name = next((name for name in names if name.startswith("--")), names[-1])
    variable = str(error.param.envvar or "")
    return f"{name}{f' ({variable})' if variable in os.environ else ''}: {error.message}"


def _missing_value(error: BadParameter) -> str:
    """Return a message on an option without its value; empty for other errors."""
    option = getattr(error, "option_name", "")
    return f"{option} needs a value" if type(error).__name__ == "BadOptionUsage" else ""


def _run(arguments: list[str]) -> int:
    """Run the app and return its exit code."""
    try:
        end = app(arguments, prog_name="summit", standalone_mode=False, obj=tuple(arguments))
        return int(end or 0)
    except (KeyError, ValueError):  # from Typer, if a shell's script does not give it the words
        if "_SUMMIT_COMPLETE" not in os.environ:
            raise
        raise UsageError("completion needs COMP_WORDS and COMP_CWORD; renew the script") from None
