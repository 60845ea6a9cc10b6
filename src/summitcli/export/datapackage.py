"""Frictionless Data Package (version 2): a folder of CSV files with a description of each column.

Dates are texts, because many are known only to the month or year. As in CSV output, a text that a
spreadsheet would run as a formula is prefixed with an apostrophe.
"""

import csv
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec

from summitcli.dataset.atomic import open_new, write_new
from summitcli.export.relations import Column, Table, rows, tables
from summitcli.export.selection import Extract
from summitcli.export.separated import inert, inert_text
from summitcli.export.target import new_folder
from summitcli.model import DatasetInfo
from summitcli.model.fields import FieldType

_PROFILES = "https://datapackage.org/profiles/2.0"


def write(extract: Extract, path: Path) -> None:
    """Write a folder with a CSV file for each table, and `datapackage.json`."""
    with new_folder(path) as folder:
        with ExitStack() as files:
            writers = {}
            for table in tables():
                file = files.enter_context(open_new(folder / f"{table.name}.csv"))
                text = files.enter_context(TextIOWrapper(file, "utf-8", newline=""))
                writers[table.name] = csv.writer(text, lineterminator="\n")
                columns = (*table.keys, *table.columns)
                writers[table.name].writerow([column.name for column in columns])
            for table_name, values in rows(extract):
                writers[table_name].writerow([_cell(value) for value in values])
        package = msgspec.json.encode(descriptor(extract.info))
        described = msgspec.json.format(package, indent=2) + b"\n"
        write_new(folder / "datapackage.json", lambda out: out.write(described))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if type(value) is str:  # most cells; the rest takes longer
        return inert_text(value)
    if isinstance(value, tuple):
        return msgspec.json.encode(value).decode()
    return inert(value)


def descriptor(info: DatasetInfo) -> dict[str, Any]:
    """Return the description of the package."""
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "-".join(("meetings", *(side.id for side in info.sides))),
        "title": info.title,
        "version": info.version,
        "description": f"Known to {info.as_of}." if info.as_of else None,
        "licenses": [{"name": info.licence.data}] if info.licence else None,
        "sources": [{"title": "The works in sources.csv; citations.csv says who cites which."}],
        "resources": [_resource(table) for table in tables()],
    }
    return {key: value for key, value in found.items() if value}


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in (*table.keys, *table.columns)],
        "missingValues": [""],
        "primaryKey": [column.name for column in table.keys],
    }
    if keys := _foreign_keys(table):
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "$schema": f"{_PROFILES}/dataresource.json",
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", "lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": "string", "description": column.description}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.field_type is not None:
        field["type"] = _type(column.field_type)
        constraints |= _constraints(column.field_type)
    elif column.name == "number":
        field["type"] = "integer"
    return {**field, "constraints": constraints} if constraints else field


_TYPES = {int: "integer", float: "number", bool: "boolean"}


def _type(field_type: FieldType) -> str:
    return "array" if field_type.kind == "list" else _TYPES.get(field_type.bare, "string")


_LIMITS = ("minimum", "maximum")


def _constraints(field_type: FieldType) -> dict[str, Any]:
    """Return the constraints of a field's type: those that Table Schema has too."""
    if field_type.kind == "list":
        return {}
    members = getattr(field_type.bare, "__members__", None)
    if members is not None:
        return {"enum": [str(member.value) for member in members.values()]}
    schema = msgspec.json.schema(field_type.full)
    schema = next((part for part in schema.get("anyOf", ()) if part != {"type": "null"}), schema)
    found: dict[str, Any] = {key: schema[key] for key in _LIMITS if key in schema}
    pattern = str(schema.get("pattern", ""))
    if pattern.startswith("^"):  # the whole value has to match in Table Schema
        found["pattern"] = pattern.removeprefix("^").removesuffix(r"\Z")
    return found


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    """Return the references of a table's columns to other tables."""
    keys = [
        _foreign_key([column.name], "" if column.refers_to == table.name else column.refers_to)
        for column in (*table.keys, *table.columns)
        if column.refers_to
    ]
    parent = next((other for other in tables() if other.name == table.parent), None)
    if parent is not None and len(parent.keys) > 1:
        names = [column.name for column in parent.keys]
        keys.append(_foreign_key(names, parent.name, names))
    return keys


def _foreign_key(fields: list[str], table: str, names: list[str] | None = None) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": table, "fields": names or ["id"]}}
