"""The location of the shipped dataset: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def is_installed() -> bool:
    """Return whether the program runs from an installed package, not from a checkout."""
    return (_PACKAGE / "data").is_dir()


def shipped() -> Path:
    """Return the folder of the dataset that comes with the program."""
    return (_PACKAGE if is_installed() else _PACKAGE.parent.parent) / "data"
