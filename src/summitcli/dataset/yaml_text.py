"""Parsing and writing YAML; the only module that imports PyYAML."""

import re
from typing import IO, ClassVar, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from summitcli.model.dates import PARTIAL_DATE
from summitcli.model.fields import FieldPath

__all__ = [
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

_MAX_LEVELS = 200  # levels of nesting; libyaml's composer crashes at about ten thousand
_COUNT_FROM = 100  # possible levels from which a text's nesting is counted
_LINE_WIDTH = 100  # columns of a folded text in the data files

# YAML 1.1 does not read `NO`, `12:30`, `0123` and `2018-07-16` as text. Here only the types of JSON
# are recognised; every other plain scalar remains text as typed.
_RESOLVED = {
    "null": (r"~|null|", ["~", "n", ""]),
    "bool": (r"true|false", list("tf")),
    "int": (r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    "float": (r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", list("-0123456789")),
}


# What libyaml says, and how it is said here. From PyYAML 6.0.4 on it has a limit of its own.
_REWORDED = {
    "but found another document": "a second document; a file may have only one",
    "exceeded maximum nesting depth": f"nested deeper than {_MAX_LEVELS} levels",
}

# Characters that YAML does not allow.
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class YamlError(Exception):
    """Text that is not YAML, with the line (from 1) of the problem."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """libyaml's parser if it is installed, recognising only the types of JSON."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _name, (_pattern, _first) in _RESOLVED.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), _first
    )


def kind_of(text: str) -> str:
    """Return the type of a plain scalar: `null`, `bool`, `int`, `float` or `str`."""
    kinds = (name for name, (pattern, _) in _RESOLVED.items() if re.fullmatch(pattern, text))
    return next(kinds, "str")


def compose(text: str) -> Node | None:
    """Return the node tree of a YAML document, with positions, or None for an empty text."""
    _refuse_deep_nesting(text)
    loader = _Loader(text)
    try:
        return cast("Node | None", loader.get_single_node())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or "not valid YAML"
        for theirs, ours in _REWORDED.items():
            message = message.replace(theirs, ours)
        raise YamlError(mark.line + 1 if mark else 1, message) from None
    except yaml.reader.ReaderError:
        bad = _NOT_YAML.search(text)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        raise YamlError(line, "a character that YAML does not allow") from None
    except RecursionError:  # PyYAML without libyaml makes several calls for each level
        raise YamlError(1, "nested too deeply") from None
    finally:
        loader.dispose()


def _refuse_deep_nesting(text: str) -> None:
    """Raise YamlError for nesting that would overflow the stack of libyaml's recursive composer.

    A quick search of the text decides whether its levels have to be counted.
    """
    if not _may_be_deep(text):
        return
    level = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                level += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                level -= 1
            if level > _MAX_LEVELS:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise YamlError(line, f"nested deeper than {_MAX_LEVELS} levels")
    except yaml.YAMLError:
        return  # the composer reports the same error


def _may_be_deep(text: str) -> bool:
    """Return whether brackets, indents or `- - - -` on one line could make a text deep.

    Lines are not considered, since YAML also has line breaks that are easily overlooked.
    """
    if " " * _COUNT_FROM in text:
        return True
    if any(run[0].count(" ") >= _COUNT_FROM for run in re.finditer(r"(?:[-?:] +){8,}", text)):
        return True
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth >= _COUNT_FROM:
            return True
    return False


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes the style of the data files: folded texts, quoted dates, no anchors."""

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
    """Return plain data as YAML in the style of the data files, or write it to a stream."""
    text = yaml.dump(
        data, stream, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_LINE_WIDTH
    )
    return str(text)


def line_of(node: Node, path: FieldPath) -> int:
    """Return the line of the value at a path, or of the innermost value that encloses it."""
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
