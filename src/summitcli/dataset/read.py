"""From the files of a dataset to entries: plain data, section by section."""

import gc
import re
from pathlib import Path

from summitcli.dataset.content import UnreadableError, content
from summitcli.dataset.entry import Entry, RawDataset
from summitcli.dataset.files import LINES, source_files
from summitcli.dataset.json_text import NotPlainError, json_records
from summitcli.dataset.problems import Problem
from summitcli.dataset.yaml_records import TooManyProblemsError, YamlRecords
from summitcli.dataset.yaml_text import YamlError, compose
from summitcli.errors import DatasetError


def read(path: Path, sections: frozenset[str]) -> RawDataset:
    """Read a dataset from a file, or from all YAML and JSON files of a folder.

    `sections` are the top-level keys that a file may have. Raise DatasetError if there is nothing
    to read; problems inside the files are returned.
    """
    raw = RawDataset()
    collecting = gc.isenabled()
    gc.disable()  # it would search node trees, all of them in use, for a third of the time
    try:
        for file in source_files(path):
            _read_file(file, sections, raw, pipe=file == path)
    except TooManyProblemsError as error:
        raw.problems.append(error.args[0])
        raw.entries.clear()  # references to records that were not read would be reported as well
    except MemoryError:
        raw = RawDataset()
        raise DatasetError(f"{path}: too large for the memory of this computer") from None
    finally:
        if collecting:
            gc.enable()
    return raw


def _read_file(file: Path, sections: frozenset[str], raw: RawDataset, pipe: bool) -> None:
    name = _display_name(file)
    try:
        text = _text(file, pipe)
        suffix = file.suffix.lower()
        if suffix in (".json", *LINES) and _read_json(name, file, text, sections, raw):
            return
        if suffix not in (".yaml", ".yml"):
            text = _SURROGATES.sub(_join_surrogates, text)
        root = compose(text)
    except YamlError as error:
        raw.problems.append(Problem(name, error.line, "", str(error)))
        return
    if root is None:
        raw.problems.append(Problem(name, 1, "", "the file is empty; a dataset has sections"))
        return
    raw.entries.extend(YamlRecords(name, raw.problems).entries(root, sections))


def _read_json(name: str, file: Path, text: str, sections: frozenset[str], raw: RawDataset) -> bool:
    """Read plain JSON or JSON Lines. Return False for anything else.

    The YAML parser, which is slower, then finds the problem and its line.
    """
    try:
        items = list(json_records(file, text))
    except NotPlainError:
        return False
    for item in items:
        if item.section not in sections:
            message = f"unknown section; the sections are {', '.join(sorted(sections))}"
            raw.problems.append(Problem(name, item.line, item.section, message))
            break
        if item.fault:
            raw.problems.append(Problem(name, item.line, "", item.fault))
        else:
            raw.entries.append(Entry(name, item.section, item.index, item.place, item.data))
    return True


def _text(file: Path, pipe: bool) -> str:
    try:
        found = content(file, pipe)
    except UnreadableError as error:
        raise YamlError(1, str(error)) from None
    try:
        text = found.decode("utf-8-sig")
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
