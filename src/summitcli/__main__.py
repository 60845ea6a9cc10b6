"""The one exit point of the program."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Entry point of the `summit` command."""
    gc.disable()  # a run is over before there is garbage worth collecting
    from summitcli.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
