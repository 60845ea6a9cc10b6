"""What programs read: one small module a format, and one registry of them."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summitcli.tables.table import Listing


class Format(StrEnum):
    """Output formats; TABLE is drawn for people, all others are bytes for programs."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    YAML = "yaml"


_MODULES = {
    Format.PLAIN: "plain",
    Format.JSON: "json_",
    Format.JSONL: "json_",
    Format.CSV: "separated",
    Format.TSV: "separated",
    Format.MD: "markdown",
    Format.YAML: "yaml_",
}


def writer(format_: Format) -> Callable[["Listing", tuple[str, ...] | None], str]:
    """The function that writes a listing in a format; only that format's module is imported.

    It takes the listing and the fields that were asked for, if any, and gives the whole text.
    """
    module = import_module(f"summitcli.export.{_MODULES[format_]}")
    function: Callable[[Listing, tuple[str, ...] | None], str] = getattr(module, format_.value)
    return function
