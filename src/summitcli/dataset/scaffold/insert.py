"""A record inserted into the text of a YAML file, whose other lines stay as they are."""

import re

from summitcli.dataset.yaml_text import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    YamlError,
    compose,
    kind_of,
)

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def insert_record(text: str, section: str, record: str) -> tuple[str, int]:
    """Return a file's text with a record at the end of a section, and the line of the record's id.

    A section that is missing is added at the end of the file. Raise YamlError, with the line, if
    the text is not YAML or the section is not a list with a line for each `- id`.
    """
    lines: list[str] = _LINES.findall(text)
    sections = _sections(text)
    old = sections.get(section)
    end, indent = _place(sections, section, len(lines))
    while end < len(lines) and _is_between_sections(lines[end - 1]):
        end -= 1
    added = [" " * indent + line for line in record.splitlines()]
    if old is None:
        added.insert(0, f"{section}:")
    if end and lines[end - 1].strip() and (old is None or isinstance(old[1], SequenceNode)):
        added.insert(0, "")
    if end < len(lines) and lines[end].strip():
        added.append("")
    newline = "\r\n" if "\r\n" in text else "\n"
    if end and not lines[end - 1].endswith(("\r", "\n")):
        lines[end - 1] += newline
    changed = "".join([*lines[:end], *(line + newline for line in added), *lines[end:]])
    _ensure_only_added(sections, _sections(changed), section)
    place = next(index for index, line in enumerate(added) if line.lstrip().startswith("- id:"))
    return changed, end + place + 1


def _sections(text: str) -> dict[str, tuple[Node, Node]]:
    """Return key and value of each section of a file, in their order."""
    root = compose(text)
    if root is None:
        return {}
    if not isinstance(root, MappingNode):
        raise YamlError(_line(root), "not a dataset: its top level has no sections")
    return {str(key.value): (key, value) for key, value in root.value}


def _place(
    sections: dict[str, tuple[Node, Node]], section: str, line_count: int
) -> tuple[int, int]:
    """Return the index of the line before which a section ends, and the indent of its records."""
    if section not in sections:
        return line_count, 0
    key, value = sections[section]
    later = [_line(other) - 1 for other, _ in sections.values() if _line(other) > _line(key)]
    end = min(later, default=line_count)
    if isinstance(value, SequenceNode) and not value.flow_style:
        return end, int(value.start_mark.column)
    if isinstance(value, ScalarNode) and not value.style and kind_of(value.value) == "null":
        return end, 0
    raise YamlError(_line(value), f"'{section}' is not written as a list of lines '- id: ...'")


def _is_between_sections(line: str) -> bool:
    """Return whether a line is blank or a comment at the margin, which is about what follows."""
    return not line.strip() or line.startswith("#")


def _ensure_only_added(
    before: dict[str, tuple[Node, Node]], after: dict[str, tuple[Node, Node]], section: str
) -> None:
    """Raise YamlError unless a record more is all that has changed."""
    old = {name: _plain(value) for name, (_, value) in before.items()}
    new = {name: _plain(value) for name, (_, value) in after.items()}
    records = new.get(section)
    had = old.pop(section, None)
    *kept, _ = records if isinstance(records, list) else [None]
    new.pop(section, None)
    if new != old or kept != (had if isinstance(had, list) else []):
        line = _line(before[section][0]) if section in before else 1
        raise YamlError(line, f"no record can be added to '{section}' without changing others")


def _plain(node: Node) -> object:
    """Return what a node says, without its place."""
    if isinstance(node, MappingNode):
        return {"pairs": [(_plain(key), _plain(value)) for key, value in node.value]}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    return node.tag, node.value


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
