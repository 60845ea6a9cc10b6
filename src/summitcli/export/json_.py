"""JSON (RFC 8259) and JSON Lines: every key is always there, null if unknown, UTF-8 unescaped."""

from typing import BinaryIO

import msgspec

from summitcli.tables.result import Result, records_of, rows_of


def write_json(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write an array of objects, or one object for a single record shown in full."""
    out.write(msgspec.json.format(msgspec.json.encode(records_of(result, fields)), indent=2))
    out.write(b"\n")


def write_jsonl(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write one object a line."""
    for row in rows_of(result, fields):
        out.write(msgspec.json.encode(row) + b"\n")
