"""The JSON Schema of a dataset, made from the record types and the texts under their fields."""

import ast
import inspect
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import msgspec

from summitcli.model import Dataset
from summitcli.model.fields import FieldType, fields_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as JSON text."""
    schema = schema_of(Dataset, strict=True)
    whole = schema["$defs"]["Dataset"]
    renamed = {"info": "dataset"}  # the section's name in the files
    whole["properties"] = {renamed.get(k, k): part for k, part in whole["properties"].items()}
    whole["required"] = [renamed.get(key, key) for key in whole["required"]]
    encoded = msgspec.json.encode(schema)
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def schema_of(root: Any, strict: bool = False, whole: bool = False) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a type.

    `strict` refuses keys that the types do not have, as the checker does; `whole` asks for every
    key, as the JSON output has them.
    """
    schema = {"$schema": DIALECT, **msgspec.json.schema(root)}
    _end_patterns(schema)
    kinds = {kind.__name__: kind for kind in _dataclasses(root)}
    for name, definition in schema.get("$defs", {}).items():
        kind = kinds.get(name)
        if kind is None:
            continue
        texts = field_texts(kind)
        for key, part in definition["properties"].items():
            part.pop("default", None)
            if key in texts:
                part["description"] = texts[key]
        if strict:
            definition["additionalProperties"] = False
        if whole:
            definition["required"] = list(definition["properties"])
    return schema


def _end_patterns(part: Any) -> None:
    """Write the end of a pattern as JSON Schema's regular expressions (ECMA 262) do."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            part["pattern"] = part["pattern"].replace(r"\Z", "$")
        for value in part.values():
            _end_patterns(value)
    elif isinstance(part, list):
        for value in part:
            _end_patterns(value)


def _dataclasses(root: Any) -> set[type]:
    """Every record type that a type holds, itself included."""
    found: set[type] = set()

    def visit(hint: FieldType) -> None:
        if hint.record is not None:
            collect(hint.record)
        for inner in hint.inner:
            visit(inner)

    def collect(kind: type) -> None:
        if kind not in found:
            found.add(kind)
            for hint, _ in fields_of(kind).values():
                visit(hint)

    for kind in getattr(root, "__args__", (root,)):
        if is_dataclass(kind) and isinstance(kind, type):
            collect(kind)
    return found


@cache
def field_texts(kind: type) -> dict[str, str]:
    """The text under each field of a record type, those of its bases included."""
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
