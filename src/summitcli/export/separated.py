"""CSV (RFC 4180) and TSV: a header of dotted paths, then one record a line.

A spreadsheet evaluates a cell that begins with `=`, `+`, `-` or `@`, which would let the author of
a dataset run formulas. Such a text is prefixed with an apostrophe, even if quotation marks or
blanks come before the sign; numbers are left unchanged.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from summitcli.tables.fields import format_cell, get_path
from summitcli.tables.result import Result, table_of


def write_csv(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write comma-separated values, quoted if needed; lines end with LF, as in every format."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    csv.writer(text, lineterminator="\n").writerows(_lines(result, fields))
    text.detach()


def write_tsv(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write tab-separated values; a tab or line break inside a value becomes a space."""
    for line in _lines(result, fields):
        out.write(
            ("\t".join(" ".join(value.split()) for value in line) + "\n").encode("utf-8", "replace")
        )


def _lines(result: Result, fields: tuple[str, ...] | None) -> Iterator[list[str]]:
    table = table_of(result)
    paths = fields or table.fields
    yield list(paths)
    for row in table.rows:
        yield [inert(get_path(row, path)) for path in paths]


_FORMULA = re.compile(r'["\s]*[=+\-@＝＋－＠]|[\t\r]')


def inert(value: Any) -> str:
    """Return a value as a cell that a spreadsheet does not evaluate."""
    text = format_cell(value)
    return text if isinstance(value, int | float) else inert_text(text)


def inert_text(text: str) -> str:
    """Return a text so that a spreadsheet does not evaluate it."""
    return f"'{text}" if _FORMULA.match(text) else text
