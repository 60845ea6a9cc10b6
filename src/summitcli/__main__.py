"""The one exit point of the program."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Entry point of the `summit` command."""
    from summitcli.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
