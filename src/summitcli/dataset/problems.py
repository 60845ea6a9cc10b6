"""Problems of a dataset, each with its place and a message."""

from dataclasses import dataclass

from summitcli.errors import one_line

MAX_PROBLEMS = 1000  # that are listed: more than anyone fixes in one go
_MAX_QUOTED = 100  # characters of the dataset's text that a message quotes


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem; as text `file:line: path: message`."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        return one_line(f"{self.file}:{self.line}: {path}{self.message}")


def short(value: object) -> str:
    """Return a value of the dataset as text, cut off if it is too long for a message."""
    text = str(value)
    return text if len(text) <= _MAX_QUOTED else text[:_MAX_QUOTED] + "..."
