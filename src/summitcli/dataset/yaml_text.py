"""YAML in and out: the only module that knows PyYAML."""

import re
from typing import IO, ClassVar, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from summitcli.model.dates import PARTIAL_DATE

__all__ = [
    "UNSAFE",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YamlError",
    "compose",
    "dump",
    "kind_of",
    "line_of",
]

_DEEP = 200  # levels of nesting that the composer is trusted with; it crashes at some ten thousand
_SUSPECT = 100  # of what may nest, so much that its levels are worth counting
_LINE_WIDTH = 100  # columns of a folded text in the data files: two editors side by side

# YAML 1.1 reads `NO`, `12:30`, `0123` and `2018-07-16` as something else than text. Only what JSON
# knows is resolved here; every other plain scalar stays the text that was typed.
_RESOLVED = {
    "null": (r"~|null|", ["~", "n", ""]),
    "bool": (r"true|false", list("tf")),
    "int": (r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    "float": (r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", list("-0123456789")),
}


# What YAML's own pattern of printable characters leaves out.
_NO_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# Characters that could steer a terminal or reorder text on it: C0 and C1 controls but for tab and
# line feed, the bidirectional overrides and isolates, and halves of surrogate pairs.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class YamlError(Exception):
    """Text that is no YAML, with the line (from 1) at which that shows."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """libyaml's parser where there is one, which resolves no more than JSON's types."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _name, (_pattern, _first) in _RESOLVED.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), _first
    )


def kind_of(text: str) -> str:
    """What a plain scalar is: `null`, `bool`, `int`, `float`, or else `str`."""
    kinds = (name for name, (pattern, _) in _RESOLVED.items() if re.fullmatch(pattern, text))
    return next(kinds, "str")


def compose(text: str) -> Node | None:
    """The node tree of one YAML document, with positions; None where there is none."""
    _refuse_depths(text)
    loader = _Loader(text)
    try:
        return cast("Node | None", loader.get_single_node())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = (error.problem or "malformed").replace(
            "but found another document", "a second document; a file has one"
        )
        raise YamlError(mark.line + 1 if mark else 1, what) from None
    except yaml.reader.ReaderError:
        bad = _NO_YAML.search(text)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        raise YamlError(line, "a character that YAML does not allow") from None
    except RecursionError:  # of PyYAML without libyaml, whose levels take several calls each
        raise YamlError(1, "nested too deep") from None
    finally:
        loader.dispose()


def _refuse_depths(text: str) -> None:
    """Refuse nesting that would overflow the stack: libyaml's composer calls itself at each level.

    The text is first looked over quickly; only if it may be deep are its levels counted.
    """
    if not _suspect(text):
        return
    level = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                level += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                level -= 1
            if level > _DEEP:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise YamlError(line, f"nested deeper than {_DEEP} levels")
    except yaml.YAMLError:
        return  # the composer finds it again, and says what it is


def _suspect(text: str) -> bool:
    """Whether a text may be deep: by brackets, by indents, or by `- - - -` on one line.

    It does not ask where lines begin: YAML has more line breaks than one thinks of.
    """
    if " " * _SUSPECT in text:
        return True
    if any(run[0].count(" ") >= _SUSPECT for run in re.finditer(r"(?:[-?:] +){8,}", text)):
        return True
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth >= _SUSPECT:
            return True
    return False


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes as the data files are written: folded texts, quoted dates, no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> ScalarNode:
    style = None
    if re.fullmatch(PARTIAL_DATE, text) or kind_of(text) != "str":
        style = "'"
    elif len(text) > _LINE_WIDTH - 20 and "\n" not in text and text == text.strip():
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def dump(data: object, stream: IO[str] | None = None) -> str:
    """Plain data as YAML in the form of the data files."""
    text = yaml.dump(
        data, stream, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_LINE_WIDTH
    )
    return str(text)


def line_of(node: Node, path: tuple[str | int, ...]) -> int:
    """The line of the value at a path, or of the nearest thing around it that is there."""
    for step in path:
        found = None
        if isinstance(node, MappingNode):
            found = next((key for key in node.value if key[0].value == step), None)
            if found is not None:
                key_node, node = found
                if step is path[-1]:
                    return _line(key_node)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = found = node.value[step]
        if found is None:
            break
    return _line(node)


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
