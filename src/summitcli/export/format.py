"""What a format can write: its name, its suffixes, and the results that it takes."""

from enum import Flag, auto

from msgspec import Struct


class Takes(Flag):
    """The results that a format can write."""

    TABLE = auto()
    PAGES = auto()
    DATASET = auto()


class Format(Struct, frozen=True):
    """An output format."""

    writer: str
    "Module and function below `summitcli.export` that write it: `separated:write_csv`."
    suffixes: tuple[str, ...]
    "Suffixes of its files, the usual one first."
    takes: Takes = Takes.TABLE | Takes.PAGES
    binary: bool = False
    "Whether it is not text and must not be written to a terminal."
