"""A new record in the files of a dataset."""

import re
from pathlib import Path

from summitcli.dataset.atomic import replace_file
from summitcli.dataset.bundled import shipped
from summitcli.dataset.files import source_files
from summitcli.dataset.scaffold.insert import insert_record
from summitcli.dataset.scaffold.skeleton import SECTION_OF, choose_id, known_records, skeleton
from summitcli.dataset.scaffold.templates import SCHEMA_FILE, SCHEMA_LINE
from summitcli.dataset.yaml_text import YamlError
from summitcli.errors import DatasetError, SummitError, UsageError

_YAML = (".yaml", ".yml")
_BOM = b"\xef\xbb\xbf"


def append_record(path: Path, type_name: str, identifier: str | None = None) -> tuple[Path, int]:
    """Append the skeleton of a record to a dataset, and return its file and line.

    It goes to the end of its section, in the file that is named after the section or else the last
    that has it; a folder without the section gets a new file. Raise UsageError for an unknown type
    or an id that cannot be used, DatasetError for files to which nothing can be added.
    """
    section = SECTION_OF.get(type_name)
    if section is None:
        raise UsageError(f"'{type_name}' is not a type of record; write {', '.join(SECTION_OF)}")
    if path.resolve().is_relative_to(shipped().resolve()):
        advice = f"name your own: summit --data FOLDER new {type_name}"
        raise UsageError(f"records cannot be added to the shipped dataset; {advice}")
    known = known_records(path)
    record = skeleton(type_name, choose_id(type_name, identifier, known), known)
    file = _file_for(path, section)
    try:
        content, line = _with_record(file, section, record)
        replace_file(file, lambda out: out.write(content))
    except YamlError as error:
        raise DatasetError(f"{file}:{error.line}: {error}") from None
    except UnicodeDecodeError:
        raise DatasetError(f"{file}: not UTF-8 text; save the file as UTF-8") from None
    except OSError as error:
        raise SummitError(f"{file}: cannot be written: {error.strerror}") from None
    return file, line


def _file_for(path: Path, section: str) -> Path:
    """Return the file to which a record of a section is added; it may not exist yet."""
    files = source_files(path)
    if not path.is_dir():
        if path.suffix.lower() not in _YAML:
            raise DatasetError(f"{path}: not a YAML file; records are added to YAML files only")
        return path
    found = [file for file in files if _has_section(file, section)]
    named = [file for file in found if file.stem == section]
    return (named or found or [path / f"{section}.yaml"])[-1]


def _has_section(file: Path, section: str) -> bool:
    """Return whether a YAML file has a section, judged by the beginnings of its lines."""
    if file.suffix.lower() not in _YAML or not file.is_file():
        return False
    return re.search(rf"^{section}:".encode(), file.read_bytes(), re.MULTILINE) is not None


def _with_record(file: Path, section: str, record: str) -> tuple[bytes, int]:
    """Return the content of a file with a record more, and the record's line."""
    if not file.exists():
        header = SCHEMA_LINE if (file.parent / SCHEMA_FILE).exists() else ""
        text, line = insert_record(header, section, record)
        return text.encode(), line
    content = file.read_bytes()
    mark = _BOM if content.startswith(_BOM) else b""
    text, line = insert_record(content.removeprefix(mark).decode(), section, record)
    return mark + text.encode(), line
