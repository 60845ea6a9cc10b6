"""Files → plain data, section by section, with every value's line at hand."""

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summitcli.dataset.content import UnreadableError, content
from summitcli.dataset.files import LINES, source_files
from summitcli.dataset.json_text import NotPlainError, Text, json_records
from summitcli.dataset.problems import MAX_PROBLEMS, Problem, short
from summitcli.dataset.yaml_text import (
    UNSAFE,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    YamlError,
    compose,
    kind_of,
    line_of,
)
from summitcli.errors import DatasetError

MAX_DEPTH = 40  # levels of nesting; the deepest field of the model is at 7
MAX_KEY = 200  # characters of a key, which is a field's name or an id
MAX_KEYS = 1000  # of one mapping; the largest record has some thirty fields

_MOST_DIGITS = 20  # of a whole number; a longer one is no count, year or minute of anything

_TAG = "tag:yaml.org,2002:"

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as its file has it: plain data, and the node tree that knows its lines."""

    file: str
    section: str
    index: int | None
    place: "Node | Text"
    "Its node, or the JSON text from which a tree is made only to say where a problem stands."
    data: object
    unread: tuple[str, ...] = ()
    "Paths at which reading it found something wrong; what stands there is missing in `data`."

    @property
    def at(self) -> str:
        """Where the record stands in its file: `meetings[7]`."""
        return self.section if self.index is None else f"{self.section}[{self.index}]"

    def problem(self, path: FieldPath, message: str) -> Problem:
        """A problem at a path inside this record, with its line."""
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
    """All entries of a dataset, in the order of its files, and what was wrong with reading them."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(path: Path, sections: frozenset[str]) -> RawDataset:
    """Read a dataset from a file or from all YAML and JSON files of a folder.

    `sections` are the top-level keys that a file may have. Raises DatasetError where there is
    nothing to read at all; what is wrong inside files is returned.
    """
    raw = RawDataset()
    collecting = gc.isenabled()
    gc.disable()  # a node tree is many small objects, none of them garbage: a third of the time
    try:
        for file in source_files(path):
            _read_file(file, sections, raw, pipe=file == path)
    except _TooManyError as error:
        raw.problems.append(error.args[0])
        raw.entries.clear()  # what was not read would be missed everywhere
    except MemoryError:
        raw = RawDataset()
        raise DatasetError(f"{path}: too large for this machine's memory") from None
    finally:
        if collecting:
            gc.enable()
    return raw


def _read_file(file: Path, sections: frozenset[str], raw: RawDataset, pipe: bool) -> None:
    name = _shown(file)
    try:
        text = _text(file, pipe)
        if file.suffix.lower() in (".json", *LINES):
            _read_json(name, file, text, sections, raw)
            return
    except NotPlainError:
        pass  # looked at value by value, it shows what is wrong, and where
    except YamlError as error:
        raw.problems.append(Problem(name, error.line, "", str(error)))
        return
    try:
        if file.suffix.lower() not in (".yaml", ".yml"):
            text = _PAIR.sub(_joined, text)
        root = compose(text)
    except YamlError as error:
        raw.problems.append(Problem(name, error.line, "", str(error)))
        return
    if root is None:
        raw.problems.append(Problem(name, 1, "", "the file is empty; a dataset has sections"))
        return
    plain = _Plain(name, raw.problems)
    if not isinstance(root, MappingNode):
        message = f"holds no sections; its top level should map {', '.join(sorted(sections))}"
        plain.problem(root, "", message)
        return
    for key, _, node in plain.pairs(root, ""):
        if key not in sections:
            message = f"no such section; there are {', '.join(sorted(sections))}"
            plain.problem(node, key, message)
        else:
            raw.entries.extend(_entries(plain, key, node))


def _read_json(name: str, file: Path, text: str, sections: frozenset[str], raw: RawDataset) -> None:
    """Read JSON or JSON Lines at once; raises NotPlainError where it is not plain JSON."""
    for item in list(json_records(file, text)):
        if item.section not in sections:
            message = f"no such section; there are {', '.join(sorted(sections))}"
            raw.problems.append(Problem(name, item.line, item.section, message))
            return
        if item.fault:
            raw.problems.append(Problem(name, item.line, "", item.fault))
            continue
        raw.entries.append(Entry(name, item.section, item.index, item.place, item.data))


def _entries(plain: "_Plain", section: str, node: Node) -> Iterator[Entry]:
    if section == "dataset":
        yield _entry(plain, section, None, node)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield _entry(plain, section, index, item)
    elif not (isinstance(node, ScalarNode) and node.tag == _TAG + "null"):
        plain.problem(node, section, "expected a list of records")


def _entry(plain: "_Plain", section: str, index: int | None, node: Node) -> Entry:
    known = len(plain.problems)
    at, depth = (section, 0) if index is None else (f"{section}[{index}]", 1)
    data = plain.value(node, at, depth)
    unread = tuple(problem.path for problem in plain.problems[known:])
    return Entry(plain.file, section, index, node, data, unread)


class _TooManyError(Exception):
    """More problems than are worth listing; holds the one that says so."""


class _Plain:
    """Turns the nodes of one file into plain data, and notes what has no place in a dataset."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.seen: set[int] = set()

    @staticmethod
    def line(node: Node) -> int:
        return int(node.start_mark.line) + 1

    def problem(self, node: Node, path: str, message: str) -> None:
        self.problems.append(Problem(self.file, self.line(node), path, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _TooManyError(
                Problem(self.file, self.line(node), "", "and more; the rest is not read")
            )

    def value(self, node: Node, path: str, depth: int = 0, at: Node | None = None) -> object:
        """The plain data of a node; `at` is where to say that it stands, if not where it does."""
        if id(node) in self.seen:
            self.problem(at or node, path, "an anchor is used again; write its text out")
            return None
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            self.problem(node, path, f"nested deeper than {MAX_DEPTH} levels")
            return None
        if isinstance(node, ScalarNode):
            return self._scalar(node, path)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self.problem(node, path, f"the tag {_shown_tag(node)} has no place in a dataset")
            return None
        if isinstance(node, SequenceNode):
            return [
                self.value(item, f"{path}[{index}]", depth + 1, at=node)
                for index, item in enumerate(node.value)
            ]
        return {
            key: self.value(item, f"{path}.{key}", depth + 1, at=key_node)
            for key, key_node, item in self.pairs(node, path)
        }

    def _scalar(self, node: ScalarNode, path: str) -> object:
        text: str = node.value
        if node.tag == _TAG + "str":
            if UNSAFE.search(text):
                self.problem(node, path, "holds a control character; leave it out")
            return text
        kind = kind_of(text)
        if node.tag != _TAG + kind:
            self.problem(node, path, f"the tag {_shown_tag(node)} has no place in a dataset")
            return None
        if kind == "int" and len(text) < _MOST_DIGITS:
            return int(text)
        if kind in ("int", "float"):
            return float(text)
        return text == "true" if kind == "bool" else None

    def pairs(self, node: Node, path: str) -> Iterator[tuple[str, Node, Node]]:
        """The keys of a mapping, each of them text and there once, with their nodes and values."""
        keys = set()
        if len(node.value) > MAX_KEYS:
            self.problem(node, path, f"{len(node.value):,} keys; no record has {MAX_KEYS:,}")
            return
        for key_node, item in node.value:
            key = key_node.value
            plain = isinstance(key_node, ScalarNode) and not UNSAFE.search(key)
            if not plain or key_node.tag not in (_TAG + "str", _TAG + kind_of(key)):
                self.problem(key_node, path, "a key that is no plain text")
            elif len(key) > MAX_KEY:
                self.problem(key_node, path, f"a key of {len(key):,} characters: '{short(key)}'")
            elif key in keys:
                self.problem(key_node, f"{path}.{key}".lstrip("."), "the key is there twice")
            else:
                keys.add(key)
                yield str(key), key_node, item


def _shown_tag(node: Node) -> str:
    return str(node.tag).replace(_TAG, "!!")


def _text(file: Path, pipe: bool) -> str:
    try:
        found = content(file, pipe)
    except UnreadableError as error:
        raise YamlError(1, str(error)) from None
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise YamlError(line, "not UTF-8 text; save the file as UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise YamlError(line, "a binary file, not text")
    return text


# JSON writes a character beyond the first plane as two escapes, which YAML does not know.
_PAIR = re.compile(r"\\\\|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _joined(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    units = bytes.fromhex(match[1] + match[2])
    return units.decode("utf-16-be")


def _shown(file: Path) -> str:
    """The file as the user may open it: relative to the working directory where it is below it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(file)
