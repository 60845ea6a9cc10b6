"""The first files of a dataset: a folder that passes the checks as it is."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from summitcli.dataset.atomic import write_new
from summitcli.dataset.scaffold.templates import (
    SCHEMA_FILE,
    SCHEMA_LINE,
    fill,
    scalar,
    slug,
    starter_files,
)
from summitcli.errors import SummitError, UsageError

DEFAULT_SIDES = ("Country A", "Country B")
MAX_NAME = 60  # characters of a name

Pair = tuple[str, str]

# Ids of the examples, which a leader cannot have as well.
_EXAMPLES = frozenset({"trade", "security", "geneva-2000", "example-2000"})


def create_dataset(
    folder: Path, sides: Pair = DEFAULT_SIDES, leaders: Pair | None = None
) -> list[Path]:
    """Write the first files of a dataset into a new or empty folder, and return their paths.

    `sides` and `leaders` are the names of the two sides and of a leader of each. Raise UsageError
    if the folder is not empty or a name cannot be used, SummitError if the files cannot be
    written; in either case nothing is left behind.
    """
    contents = _contents(_values(sides, leaders))
    try:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is not a folder; name a new one")
        if folder.exists() and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty; name a new folder")
        return _write(folder, contents)
    except OSError as error:
        raise SummitError(f"{folder}: cannot be written: {error.strerror}") from None


def _values(sides: Pair, leaders: Pair | None) -> dict[str, str]:
    """Return the values of the templates; raise UsageError for a name that cannot be used."""
    first, second = (_name(side) for side in sides)
    people = leaders or (f"Leader of {first}", f"Leader of {second}")
    names = {
        "first_side": first,
        "second_side": second,
        "first_leader": _name(people[0]) if leaders else people[0],
        "second_leader": _name(people[1]) if leaders else people[1],
    }
    values = {"title": f"Meetings of leaders of {first} and {second}"}
    taken = {"", *_EXAMPLES}
    seen: set[str] = set()
    for key, name in names.items():
        if name.casefold() in seen:
            raise UsageError(f"'{name}' is named twice; give two different names")
        seen.add(name.casefold())
        identifier = slug(name)
        if identifier in taken:  # as that of a name in another script, which is empty
            identifier = key.replace("_", "-")
        taken.add(identifier)
        values |= {key: scalar(name), f"{key}_id": scalar(identifier)}
    return values


def _name(text: str) -> str:
    """Return a name on one line; raise UsageError for a text that cannot be one."""
    name = " ".join(text.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError(f"'{name[:MAX_NAME]}' cannot be a name; write 1 to {MAX_NAME} letters")
    return name


def _contents(values: dict[str, str]) -> dict[str, str]:
    """Return the text of each file, by its name."""
    from summitcli.model.schema import schema_text

    contents = {SCHEMA_FILE: schema_text()}
    for name in starter_files():
        text = fill(f"starter/{name}", values)
        contents[name] = SCHEMA_LINE + text if name.endswith(".yaml") else text
    return contents


def _write_text(text: str, out: BinaryIO) -> None:
    out.write(text.encode())


def _write(folder: Path, contents: dict[str, str]) -> list[Path]:
    """Write files that do not exist; if one cannot be written, remove what was made before."""
    new_folders = [path for path in (folder, *folder.parents) if not path.exists()]
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in sorted(contents.items()):
            file = folder / name
            write_new(file, partial(_write_text, text))
            written.append(file)
    except BaseException:
        for file in written:
            with suppress(OSError):
                file.unlink()
        for path in new_folders:
            with suppress(OSError):
                path.rmdir()
        raise
    return written
