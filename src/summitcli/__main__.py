"""The entry point of the `summit` command, and its only exit."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the `summit` command and exit."""
    gc.disable()  # a run ends before collecting garbage would pay
    from summitcli.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
