"""CSV (RFC 4180) and TSV: a header of dotted paths, then one record a line.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, and whoever wrote the dataset would
choose what it runs. Such a text gets an apostrophe before it, also where only quotation marks or
blanks stand before the sign; numbers stay numbers.
"""

import csv as csv_module
import io
import re
from typing import Any

from summitcli.tables.fields import format_cell, get_path
from summitcli.tables.table import Listing


def csv(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """Comma-separated, quoted where needed; lines end in LF, as in every other format."""
    text = io.StringIO()
    csv_module.writer(text, lineterminator="\n").writerows(_lines(listing, fields))
    return text.getvalue()


def tsv(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """Tab-separated; a tab or line break inside a value becomes a space."""
    return "".join(
        "\t".join(" ".join(value.split()) for value in line) + "\n"
        for line in _lines(listing, fields)
    )


def _lines(listing: Listing, fields: tuple[str, ...] | None) -> list[list[str]]:
    paths = fields or listing.fields
    return [list(paths), *([_inert(get_path(row, path)) for path in paths] for row in listing.rows)]


_FORMULA = re.compile(r'["\s]*[=+\-@＝＋－＠]|[\t\r]')


def _inert(value: Any) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    text = format_cell(value)
    if isinstance(value, int | float) or not _FORMULA.match(text):
        return text
    return f"'{text}"
