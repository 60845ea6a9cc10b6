"""What is wrong with a dataset: where, and what."""

from dataclasses import dataclass

from summitcli.errors import one_line

MAX_PROBLEMS = 1000  # more than anyone mends in one go; a broken file can have millions
_REPEATED = 100  # characters of the dataset's own text that a message repeats


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem; as text `file:line: path: what is wrong`."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        return one_line(f"{self.file}:{self.line}: {path}{self.message}")


def short(text: object) -> str:
    """A text of the dataset as a message repeats it: cut where it is long."""
    whole = str(text)
    return whole if len(whole) <= _REPEATED else whole[:_REPEATED] + "..."
