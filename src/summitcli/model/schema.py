"""The JSON Schema of a dataset, generated from the record types and their field descriptions."""

import ast
import inspect
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import msgspec

from summitcli.model import Dataset
from summitcli.model.fields import FieldType, fields_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "urn:summit:schema:1"


def schema_text() -> str:
    """Return the schema of a dataset's files as JSON text.

    Like the checker it forbids unknown keys. It is valid for a whole dataset and for each of its
    files, so no section is required.
    """
    schema = msgspec.json.schema(Dataset)
    kinds = {kind.__name__: kind for kind in _dataclasses(Dataset)}
    for name, definition in schema["$defs"].items():
        if name in kinds:
            _complete(definition, field_texts(kinds[name]))
    _translate_patterns(schema)
    sections = schema["$defs"]["Dataset"]
    properties = sections["properties"]
    sections["properties"] = {"dataset": properties.pop("info"), **properties}
    del sections["required"]
    head = {"$schema": DIALECT, "$id": SCHEMA_ID, "title": "A file of a summit dataset"}
    encoded = msgspec.json.encode({**head, **schema})
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def _complete(definition: dict[str, Any], texts: dict[str, str]) -> None:
    """Add the descriptions of a record type's fields to its definition, and forbid other keys."""
    for key, part in definition["properties"].items():
        part.pop("default", None)
        part["description"] = texts[key]
    definition["additionalProperties"] = False


def _translate_patterns(part: Any) -> None:
    """Replace the end of each pattern by the one that ECMAScript has."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            part["pattern"] = part["pattern"].replace(r"\Z", "$")
        for value in part.values():
            _translate_patterns(value)
    elif isinstance(part, list):
        for value in part:
            _translate_patterns(value)


def _dataclasses(root: type) -> set[type]:
    """Return a record type and all record types inside it."""
    found: set[type] = set()

    def visit(field_type: FieldType) -> None:
        if field_type.record is not None:
            collect(field_type.record)
        for inner in field_type.inner:
            visit(inner)

    def collect(kind: type) -> None:
        if kind not in found:
            found.add(kind)
            for field_type, _ in fields_of(kind).values():
                visit(field_type)

    collect(root)
    return found


@cache
def field_texts(kind: type) -> dict[str, str]:
    """Return the description below each field of a record type and of its base classes."""
    texts: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if not is_dataclass(base):
            continue
        (body,) = ast.parse(inspect.getsource(base)).body
        if not isinstance(body, ast.ClassDef):
            continue
        for field, text in zip(body.body, body.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(text, ast.Expr)
                and isinstance(text.value, ast.Constant)
            ):
                texts[field.target.id] = str(text.value.value)
    return texts
