"""The errors that users see, each with its exit code."""

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
    """Return a text with line breaks and terminal control characters escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


class SummitError(Exception):
    """Base of the errors that a user can fix: one line that says what, where and what to do."""

    exit_code = ExitCode.FAILURE


class UsageError(SummitError):
    """The user asked for something impossible or unknown."""

    exit_code = ExitCode.USAGE


class NotFoundError(SummitError):
    """No record has the requested id."""

    exit_code = ExitCode.NOT_FOUND


class DatasetError(SummitError):
    """The dataset cannot be read, or it breaks a rule."""

    exit_code = ExitCode.BAD_DATASET

    def __init__(self, message: str, more_problems: int = 0) -> None:
        more = f" (and {more_problems} more)" if more_problems else ""
        super().__init__(f"{message}{more}")
        self.more_problems = more_problems
        "How many problems the dataset has besides the one in the message."
