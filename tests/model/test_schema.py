"""The JSON Schema: up to date, portable, and valid for each data file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from summitcli.dataset.bundled import shipped
from summitcli.dataset.files import source_files
from summitcli.dataset.read import read
from summitcli.model.schema import DIALECT, SCHEMA_ID, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Summit

SCHEMA: dict[str, Any] = json.loads(schema_text())


def test_the_committed_schema_is_up_to_date() -> None:
    committed = (shipped() / "schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(), "run: summit schema > data/schema.json"


def test_the_command_prints_the_schema(here: Summit) -> None:
    assert here("schema").out == schema_text()


def test_the_schema_says_what_it_is() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == DIALECT
    assert SCHEMA["$id"] == SCHEMA_ID == "urn:summit:schema:1"
    assert SCHEMA["title"]


def test_each_data_file_is_valid_alone() -> None:
    sections = frozenset(SCHEMA["$defs"]["Dataset"]["properties"])
    validator = Draft202012Validator(SCHEMA)
    for file in source_files(shipped()):
        data: dict[str, Any] = {}
        for entry in read(file, sections).entries:
            if entry.index is None:
                data[entry.section] = entry.data
            else:
                data.setdefault(entry.section, []).append(entry.data)
        assert [error.message for error in validator.iter_errors(data)] == []
    assert not validator.is_valid({"books": []})


def test_every_field_of_a_record_has_a_description() -> None:
    for definition in SCHEMA["$defs"].values():
        for part in definition.get("properties", {}).values():
            assert part["description"].endswith(".")


# What a pattern may escape in ECMAScript's Unicode mode, where an escape of any other character is
# an error: classes, syntax characters, the slash and codes.
ESCAPES = re.compile(r"\\([dDsSwWbBfnrtv^$\\.*+?()\[\]{}|/]|u[0-9a-f]{4})")


def test_patterns_are_valid_in_unicode_mode() -> None:
    patterns = set(find_patterns(SCHEMA))
    assert len(patterns) > 5
    for pattern in patterns:
        assert "\\" not in ESCAPES.sub("", pattern), pattern
        re.compile(pattern)


def find_patterns(part: object) -> Iterator[str]:
    """Yield all patterns in a schema."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        for value in part.values():
            yield from find_patterns(value)
    elif isinstance(part, list):
        for value in part:
            yield from find_patterns(value)


def test_an_address_has_no_quotation_marks() -> None:
    pattern = SCHEMA["$defs"]["Source"]["properties"]["url"]["anyOf"][0]["pattern"]
    assert re.search(pattern, "https://example.org/a")
    assert not re.search(pattern, 'https://example.org/"a"')
