"""What is wrong with a dataset: where, and what."""

from dataclasses import dataclass

from summitcli.errors import one_line


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
