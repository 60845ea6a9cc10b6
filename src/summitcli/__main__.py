"""The entry point of the `summit` command, and its only exit."""

import os
import sys

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the `summit` command and exit."""
    try:
        leave(_run())
    except KeyboardInterrupt:  # before signals are caught, or after the command has ended
        os._exit(130)
    except OSError as error:  # a module cannot be read: `run` reports all other errors
        sys.exit(f"summit: error: {error}")


def _run() -> int:
    """Run the command line and return its exit code, that of a signal if one came."""
    import gc

    gc.disable()  # a run ends before collecting garbage would pay
    _import_msgspec()
    from summitcli.cli.signals import catch_signals, exit_code

    catch_signals()
    try:
        from summitcli.cli.run import run

        code = run(sys.argv[1:])
    except BaseException:  # an interrupt, or the error into which a library turned it
        ended = exit_code()
        if ended is None:
            raise
        return ended
    return exit_code() or code


def _import_msgspec() -> None:
    """Import msgspec without `typing_extensions`, which it imports if that is installed.

    From Python 3.11 on, `typing` has all that msgspec takes from it. It comes with Textual, and
    importing it takes 2 ms of each run.
    """
    modules: dict[str, object] = sys.modules  # type: ignore[assignment]
    if "typing_extensions" not in modules:
        modules["typing_extensions"] = None  # as if it were not installed
        import msgspec  # noqa: F401

        del modules["typing_extensions"]


def leave(code: int) -> "NoReturn":
    """Write out what the streams still hold and end the process at once.

    Python would first take everything apart that was imported, which takes 10 ms.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # closed, full or gone; `run` has said so
            continue
    os._exit(code)


if __name__ == "__main__":
    main()
