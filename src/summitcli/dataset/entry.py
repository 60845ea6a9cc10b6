"""A record as it was read from a file: plain data that knows its lines."""

from dataclasses import dataclass, field

from summitcli.dataset.place import Place
from summitcli.dataset.problems import Problem
from summitcli.model.fields import FieldPath


@dataclass(slots=True)
class Entry:
    """One record: plain data, and its place in a file."""

    file: str
    section: str
    index: int | None
    place: Place
    data: object
    "Plain data; None once it has been converted to a record, so that it takes no memory."
    skipped_paths: tuple[str, ...] = ()
    "Paths at which reading found problems; the values there are missing from `data`."
    id: str | None = field(init=False)
    "The id of the record, if it is text."
    side: object = field(init=False)
    "The side of a person."

    def __post_init__(self) -> None:
        values = self.data if isinstance(self.data, dict) else {}
        identifier = values.get("id")
        self.id = identifier if isinstance(identifier, str) else None
        self.side = values.get("side")

    @property
    def at(self) -> str:
        """Return the path of the record in its file: `meetings[7]`."""
        return self.section if self.index is None else f"{self.section}[{self.index}]"

    def problem(self, path: FieldPath, message: str) -> Problem:
        """Return a problem at a path inside this record, with its line."""
        at = self.at
        for step in path:
            at += f"[{step}]" if isinstance(step, int) else f".{step}"
        return Problem(self.file, self.place.line(self.section, self.index, path), at, message)


@dataclass(slots=True)
class RawDataset:
    """All entries of a dataset, in the order of its files, and the problems found by reading."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
