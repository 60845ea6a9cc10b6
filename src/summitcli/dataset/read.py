"""From the files of a dataset to entries: plain data, section by section."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from summitcli.dataset.content import UnreadableError, content, content_lines
from summitcli.dataset.entry import Entry, RawDataset
from summitcli.dataset.files import LINES, source_files
from summitcli.dataset.json_text import Item, NotPlainError, json_lines, json_records
from summitcli.dataset.place import Place
from summitcli.dataset.problems import Problem
from summitcli.dataset.yaml_records import TooManyProblemsError, YamlRecords
from summitcli.dataset.yaml_text import YamlError, compose
from summitcli.errors import DatasetError

# Taken off by hand: the codec `utf-8-sig` would be imported, which fails on Python 3.13.0 if the
# working directory has been removed.
_MARK = b"\xef\xbb\xbf"


def read(path: Path, sections: frozenset[str]) -> RawDataset:
    """Read a dataset from a file, or from all YAML and JSON files of a folder.

    `sections` are the top-level keys that a file may have. Raise DatasetError if there is nothing
    to read; problems inside the files are returned.
    """
    raw = RawDataset()
    with without_collector(path):
        try:
            raw.entries.extend(read_entries(path, sections, raw.problems))
        except TooManyProblemsError as error:
            raw.problems.append(error.args[0])
    return raw


def read_entries(path: Path, sections: frozenset[str], problems: list[Problem]) -> Iterator[Entry]:
    """Yield the entries of a dataset, file by file and a JSON Lines file line by line.

    Problems are added to the list. Raise TooManyProblemsError if there are too many of them.
    """
    for file in source_files(path):
        name = _display_name(file)
        try:
            yield from _file_entries(name, file, sections, problems, pipe=file == path)
        except YamlError as error:
            problems.append(Problem(name, error.line, "", str(error)))


@contextmanager
def without_collector(path: Path) -> Iterator[None]:
    """Stop the garbage collector: it would search what was read, all of it in use, again and again.

    Raise DatasetError if the memory of the computer is used up.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    except MemoryError:
        raise DatasetError(f"{path}: too large for the memory of this computer") from None
    finally:
        if collecting:
            gc.enable()


def _file_entries(
    name: str, file: Path, sections: frozenset[str], problems: list[Problem], pipe: bool
) -> Iterator[Entry]:
    suffix = file.suffix.lower()
    if suffix in LINES:
        yield from _json_entries(name, json_lines(file, _lines(file, pipe)), sections, problems)
        return
    text = _text(file, pipe)
    if suffix == ".json":
        try:
            items = list(json_records(text))
        except NotPlainError:
            pass  # the YAML parser, which is slower, finds the problem and its line
        else:
            yield from _json_entries(name, items, sections, problems)
            return
    if suffix not in (".yaml", ".yml"):
        text = _SURROGATES.sub(_join_surrogates, text)
    root = compose(text)
    if root is None:
        problems.append(Problem(name, 1, "", "the file is empty; a dataset has sections"))
        return
    yield from YamlRecords(name, Place(text), problems).entries(root, sections)


def _json_entries(
    name: str, items: Iterable[Item], sections: frozenset[str], problems: list[Problem]
) -> Iterator[Entry]:
    for item in items:
        if item.section not in sections:
            message = f"unknown section; the sections are {', '.join(sorted(sections))}"
            problems.append(Problem(name, item.line, item.section, message))
            break
        if item.fault:
            problems.append(Problem(name, item.line, "", item.fault))
        else:
            yield Entry(name, item.section, item.index, item.place, item.data)


def _lines(file: Path, pipe: bool) -> Iterator[str]:
    number = 0
    try:
        for number, line in enumerate(content_lines(file, pipe), 1):
            yield (line.removeprefix(_MARK) if number == 1 else line).decode()
    except UnreadableError as error:
        raise YamlError(1, str(error)) from None
    except UnicodeDecodeError:
        raise YamlError(number, "not UTF-8 text; save the file as UTF-8") from None


def _text(file: Path, pipe: bool) -> str:
    try:
        found = content(file, pipe)
    except UnreadableError as error:
        raise YamlError(1, str(error)) from None
    try:
        text = found.removeprefix(_MARK).decode()
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise YamlError(line, "not UTF-8 text; save the file as UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise YamlError(line, "a binary file, not text")
    return text


# JSON may escape a character above U+FFFF as two surrogates, which YAML does not allow.
_SURROGATES = re.compile(r"\\\\|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _join_surrogates(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    return bytes.fromhex(match[1] + match[2]).decode("utf-16-be")


def _display_name(file: Path) -> str:
    """Return the path as users may open it: relative to the working directory if it is below it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(file)
