"""The entry point of the `summit` command, and its only exit."""

import sys

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the `summit` command and exit."""
    try:
        sys.exit(_run())
    except KeyboardInterrupt:  # before signals are caught
        sys.exit(130)
    except OSError as error:  # a module cannot be read: `run` reports all other errors
        sys.exit(f"summit: error: {error}")


def _run() -> int:
    """Run the command line and return its exit code, that of a signal if one came."""
    import gc

    gc.disable()  # a run ends before collecting garbage would pay
    from summitcli.cli.signals import catch_signals, exit_code, ignore_signals

    catch_signals()
    try:
        from summitcli.cli.run import run

        code = run(sys.argv[1:])
    except BaseException:  # an interrupt, or the error into which a library turned it
        ended = exit_code()
        if ended is None:
            raise
        return ended
    finally:
        ignore_signals()
    return exit_code() or code


if __name__ == "__main__":
    main()
