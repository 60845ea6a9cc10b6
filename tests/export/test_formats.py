"""Every format contains the same records, in the same order, for every table of the program."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from summitcli.cli.formats import FORMATS, FormatName
from summitcli.cli.output import write_to
from summitcli.derived.counts import By, Measure, count_meetings
from summitcli.derived.people import leader_rows
from summitcli.derived.timeline import build_timeline, entries_around
from summitcli.derived.views import ThemeView, build_view
from summitcli.tables.people_tables import people_table
from summitcli.tables.record_tables import (
    claims_table,
    events_table,
    meetings_table,
    outcomes_table,
    outlook_table,
    sources_table,
    themes_table,
)
from summitcli.tables.result_tables import days_table, tallies_table, timeline_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from summitcli import Dataset
    from summitcli.tables.table import Table


def themes(data: Dataset) -> Table[ThemeView]:
    """Return the table of all themes."""
    views = [build_view(theme, data) for theme in data.themes]
    return themes_table([view for view in views if isinstance(view, ThemeView)])


TABLES: dict[str, Callable[[Dataset], Table[Any]]] = {
    "meetings": lambda data: meetings_table(list(data.meetings), data),
    "no meeting": lambda data: meetings_table([], data),
    "themes": themes,
    "outcomes": lambda data: outcomes_table(list(data.outcomes)),
    "people": lambda data: people_table(leader_rows([], data), data),
    "sources": lambda data: sources_table(list(data.sources)),
    "events": lambda data: events_table(list(data.context)),
    "outlook": lambda data: outlook_table(list(data.outlook)),
    "claims": lambda data: claims_table(list(data.claims)),
    "timeline": lambda data: timeline_table(build_timeline([*data.meetings, *data.context])),
    "days": lambda data: days_table(
        entries_around(date(2014, 9, 12), True, build_timeline(data.meetings))
    ),
    "tallies": lambda data: tallies_table(
        count_meetings(list(data.meetings), By.THEME, Measure.COUNT, data, split=True),
        Measure.COUNT,
    ),
}
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, but in C


@pytest.fixture(params=TABLES)
def texts(request: pytest.FixtureRequest, fixture_data: Dataset) -> dict[str, str]:
    """Return one table, written in every format."""
    table = TABLES[request.param](fixture_data)
    found = {}
    for name, format_ in FORMATS.items():
        out = io.BytesIO()
        write_to(out, format_, table, None)
        found[name.value] = out.getvalue().decode()
    return found


def rows_of(texts: dict[str, str]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the rows in JSON, and the ids or keys that name them."""
    rows = json.loads(texts["json"])
    key = "id" if not rows or "id" in rows[0] else "key"
    return rows, [row[key] for row in rows]


def test_every_text_ends_with_a_line_feed(texts: dict[str, str]) -> None:
    assert set(texts) == set(FormatName) - {"table", "svg"}
    assert all(text == "" or text.endswith("\n") for text in texts.values())
    assert not any("\x1b" in text or "\r" in text for text in texts.values())


def test_json_lines_have_the_objects_of_json(texts: dict[str, str]) -> None:
    rows, _ = rows_of(texts)
    assert [json.loads(line) for line in texts["jsonl"].split("\n")[:-1]] == rows


def test_yaml_has_the_objects_of_json_without_what_is_empty(texts: dict[str, str]) -> None:
    rows, _ = rows_of(texts)
    assert yaml.load(texts["yaml"], YAML_LOADER) == without_empty(rows)


def without_empty(value: Any) -> Any:
    """Return a value of JSON without nulls, empty lists and empty objects."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("format_", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_csv_and_tsv_have_a_row_for_each_object(
    texts: dict[str, str], format_: str, dialect: str
) -> None:
    _, ids = rows_of(texts)
    header, *lines = csv.reader(io.StringIO(texts[format_]), dialect)
    assert {len(line) for line in lines} <= {len(header)}
    column = header.index("id" if "id" in header else "key")
    assert [line[column] for line in lines] == ids


def test_plain_has_a_line_for_each_object(texts: dict[str, str]) -> None:
    _, ids = rows_of(texts)
    lines = [line.split("\t") for line in texts["plain"].split("\n")[:-1]]
    assert len({len(line) for line in lines}) <= 1
    assert all(identifier in line for identifier, line in zip(ids, lines, strict=True))


def test_markdown_has_a_row_for_each_object(texts: dict[str, str]) -> None:
    _, ids = rows_of(texts)
    _, rule, *lines = texts["md"].split("\n")[:-1]
    assert set(rule) == set("| -")
    assert all(f" {identifier} " in line for identifier, line in zip(ids, lines, strict=True))
