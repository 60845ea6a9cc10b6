"""A record as it was read from a file: plain data that knows its lines."""

from dataclasses import dataclass, field

from summitcli.dataset.json_text import Text
from summitcli.dataset.problems import Problem
from summitcli.dataset.yaml_text import Node, line_of
from summitcli.model.fields import FieldPath


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: plain data, and its place in a file."""

    file: str
    section: str
    index: int | None
    place: Node | Text
    "Its YAML node, or the JSON text that is parsed for nodes only to find the line of a problem."
    data: object
    skipped_paths: tuple[str, ...] = ()
    "Paths at which reading found problems; the values there are missing from `data`."

    @property
    def at(self) -> str:
        """Return the path of the record in its file: `meetings[7]`."""
        return self.section if self.index is None else f"{self.section}[{self.index}]"

    def problem(self, path: FieldPath, message: str) -> Problem:
        """Return a problem at a path inside this record, with its line."""
        at = self.at
        for step in path:
            at += f"[{step}]" if isinstance(step, int) else f".{step}"
        return Problem(self.file, self._line(path), at, message)

    def _line(self, path: FieldPath) -> int:
        if isinstance(self.place, Text):
            return self.place.line(self.section, self.index, path)
        return line_of(self.place, path)


@dataclass(slots=True)
class RawDataset:
    """All entries of a dataset, in the order of its files, and the problems found by reading."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
