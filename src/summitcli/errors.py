"""What can go wrong, said in one line, with the exit code that goes with it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes that scripts may rely on."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 3
    BAD_DATASET = 4
    INTERRUPTED = 130


def one_line(text: str) -> str:
    """A text in which nothing breaks the line or steers a terminal: such characters are escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


class SummitError(Exception):
    """Base of the errors that a user can mend: one line that says what, where and what to do."""

    exit_code = ExitCode.FAILURE


class DamagedError(Exception):
    """A compiled dataset is not what it should be; it is made again."""


class UsageError(SummitError):
    """The command line asks for something impossible or unknown."""

    exit_code = ExitCode.USAGE


class NotFoundError(SummitError):
    """No record has the id that was asked for."""

    exit_code = ExitCode.NOT_FOUND


class DatasetError(SummitError):
    """The dataset cannot be read, or breaks its own rules."""

    exit_code = ExitCode.BAD_DATASET
