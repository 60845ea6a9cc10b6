"""The one exit point: runs the app, and turns every error into one line and an exit code."""

import sys
from typing import NoReturn, cast

from summitcli.errors import ExitCode, SummitError


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    from typer import Abort, BadParameter

    from summitcli.cli.app import app
    from summitcli.cli.streams import say

    # Of Typer's usage errors only BadParameter is public; its base is what they all share.
    usage_error = cast("type[BadParameter]", BadParameter.__base__)
    try:
        code = app(arguments, prog_name="summit", standalone_mode=False)
        return int(code or 0)
    except SummitError as error:
        say(str(error), "error")
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return ExitCode.INTERRUPTED
    except usage_error as error:
        say(" ".join(str(error.format_message()).split()), "error")
        return ExitCode.USAGE


def main() -> NoReturn:
    """Entry point of the `summit` command."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
