"""Where records are in a file, found only if there is a problem."""

from dataclasses import dataclass
from functools import cached_property

from summitcli.dataset.yaml_text import Node, YamlError, compose, line_of
from summitcli.model.fields import FieldPath

MAX_LINE_SEARCH = 20_000_000  # characters of a JSON text that is parsed to find a line


@dataclass(frozen=True)
class Place:
    """A YAML or JSON text, which is parsed again for the lines of its values if one is needed.

    Its tree of nodes would take ten times the memory of the text for as long as a dataset is read.
    """

    text: str
    first: int = 1
    "Number of its first line; the lines of values are known only in a text of several lines."

    def line(self, section: str, index: int | None, path: FieldPath) -> int:
        """Return the line of a value of a record."""
        if self._tree is None:
            return self.first
        records = next((value for key, value in self._tree.value if key.value == section), None)
        record = records if index is None or records is None else records.value[index]
        return line_of(record or self._tree, path)

    @cached_property
    def _tree(self) -> Node | None:
        if "\n" not in self.text:
            return None
        try:
            return compose(self.text)
        except YamlError:
            return None
