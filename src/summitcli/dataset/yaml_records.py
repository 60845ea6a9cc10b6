"""From YAML nodes to plain data: only what JSON can express, and every problem with its line."""

from collections.abc import Iterator

from summitcli.dataset.entry import Entry
from summitcli.dataset.place import Place
from summitcli.dataset.problems import MAX_PROBLEMS, Problem, short
from summitcli.dataset.yaml_text import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    kind_of,
)

MAX_DEPTH = 40  # levels of nesting; the deepest field of the model is at level 7
MAX_KEY = 200  # characters of a key, which is the name of a field or an id
MAX_KEYS = 1000  # of one mapping; the largest record has about thirty fields

_MAX_DIGITS = 20  # of a whole number; no count, year or minute has more

_TAG = "tag:yaml.org,2002:"


class TooManyProblemsError(Exception):
    """More problems than are worth listing; holds the problem that says so."""


class YamlRecords:
    """The records of one YAML file, converted to plain data; problems are added to a list."""

    def __init__(self, file: str, place: Place, problems: list[Problem]) -> None:
        self._file = file
        self._place = place
        self._problems = problems
        self._seen: set[int] = set()

    def entries(self, root: Node, sections: frozenset[str]) -> Iterator[Entry]:
        """Yield the records of all sections."""
        known = ", ".join(sorted(sections))
        if not isinstance(root, MappingNode):
            self._problem(root, "", f"no sections; the top level must have the keys {known}")
            return
        for section, key_node, node in self._pairs(root, ""):
            if section not in sections:
                message = f"unknown section; the sections are {known}"
                self._problem(key_node, section, message)
            elif section == "dataset":
                yield self._entry(section, None, node)
            elif isinstance(node, SequenceNode):
                for index, item in enumerate(node.value):
                    yield self._entry(section, index, item)
            elif not (isinstance(node, ScalarNode) and node.tag == _TAG + "null"):
                self._problem(key_node, section, "expected a list of records")

    def _entry(self, section: str, index: int | None, node: Node) -> Entry:
        before = len(self._problems)
        at, depth = (section, 0) if index is None else (f"{section}[{index}]", 1)
        data = self._value(node, at, depth)
        skipped_paths = tuple(problem.path for problem in self._problems[before:])
        return Entry(self._file, section, index, self._place, data, skipped_paths)

    def _problem(self, node: Node, path: str, message: str) -> None:
        line = int(node.start_mark.line) + 1
        self._problems.append(Problem(self._file, line, path, message))
        if len(self._problems) >= MAX_PROBLEMS - 1:  # and the one below
            message = "too many problems; stopped reading here"
            raise TooManyProblemsError(Problem(self._file, line, "", message))

    def _value(self, node: Node, path: str, depth: int = 0, at: Node | None = None) -> object:
        """Return the plain data of a node. `at` is the node whose line an alias is reported on."""
        if id(node) in self._seen:
            self._problem(at or node, path, "YAML aliases are not allowed; repeat the value")
            return None
        self._seen.add(id(node))
        if depth > MAX_DEPTH:
            self._problem(node, path, f"nested deeper than {MAX_DEPTH} levels")
            return None
        if isinstance(node, ScalarNode):
            return self._scalar(node, path)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self._refuse_tag(node, path)
            return None
        if isinstance(node, SequenceNode):
            return [
                self._value(item, f"{path}[{index}]", depth + 1, at=node)
                for index, item in enumerate(node.value)
            ]
        return {
            key: self._value(item, f"{path}.{key}", depth + 1, at=key_node)
            for key, key_node, item in self._pairs(node, path)
        }

    def _scalar(self, node: ScalarNode, path: str) -> object:
        text: str = node.value
        if node.tag == _TAG + "str":
            return text
        kind = kind_of(text)
        if node.tag != _TAG + kind:
            self._refuse_tag(node, path)
            return None
        if kind == "int" and len(text) < _MAX_DIGITS:
            return int(text)
        if kind in ("int", "float"):
            return float(text)
        return text == "true" if kind == "bool" else None

    def _refuse_tag(self, node: Node, path: str) -> None:
        tag = short(str(node.tag).replace(_TAG, "!!"))
        self._problem(node, path, f"the YAML tag {tag} is not allowed; remove it")

    def _pairs(self, node: Node, path: str) -> Iterator[tuple[str, Node, Node]]:
        """Yield the keys of a mapping with their nodes and values; keys must be unique text."""
        keys = set()
        if len(node.value) > MAX_KEYS:
            message = f"{len(node.value):,} keys; a record has at most {MAX_KEYS:,}"
            self._problem(node, path, message)
            return
        for key_node, item in node.value:
            key = key_node.value
            plain = isinstance(key_node, ScalarNode)
            if not plain or key_node.tag not in (_TAG + "str", _TAG + kind_of(key)):
                self._problem(key_node, path, "keys must be plain text")
            elif len(key) > MAX_KEY:
                self._problem(key_node, path, f"a key of {len(key):,} characters: '{short(key)}'")
            elif key in keys:
                message = "duplicate key; remove one of the two"
                self._problem(key_node, f"{path}.{key}".lstrip("."), message)
            else:
                keys.add(key)
                yield str(key), key_node, item
