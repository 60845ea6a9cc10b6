"""What a format can write: its name, its suffixes, and the results that it takes."""

from dataclasses import dataclass
from enum import Flag, auto


class Takes(Flag):
    """The results that a format can write."""

    TABLE = auto()
    PAGES = auto()
    DATASET = auto()


@dataclass(frozen=True, slots=True)
class Format:
    """An output format."""

    writer: str
    "Module and function below `summitcli.export` that write it: `separated:write_csv`."
    suffixes: tuple[str, ...]
    "Suffixes of its files, the usual one first; none if another format has them by default."
    takes: Takes = Takes.TABLE | Takes.PAGES
    binary: bool = False
    "Whether it is not text, so that it has no place on a terminal."
