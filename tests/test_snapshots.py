"""Pictures of what people see, one text file each, in __snapshots__/test_snapshots.

After a change that is meant: pytest tests/test_snapshots.py --snapshot-update, and read the diff.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Summit


class Picture(SingleFileSnapshotExtension):
    """A text file that opens in any editor."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


COMMANDS = [
    "list",
    "list --status any",
    "list --all --until 1975",
    "themes",
    "outcomes",
    "search helsinky --limit 5",
    "show helsinki-2018",
    "show anchorage-2025",
    "show arms-control",
    "show vladimir-putin",
    "timeline --since 2017 --until 2018",
    "compare reykjavik-1986 anchorage-2025",
    "stats --by leader --all",
    "stats --by theme --across presidency --all",
    "on 07-16",
    "claims --verdict disputed",
    "context salt-abm-1972",
]


@pytest.mark.parametrize("columns", [60, 80, 160])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: re.sub(r"[ -]+", "-", command))
def test_picture(here: Summit, snapshot: SnapshotAssertion, command: str, columns: int) -> None:
    run = here("--color", "never", *command.split(), "-f", "table", COLUMNS=str(columns))
    assert run.code == 0
    assert run.out == snapshot(extension_class=Picture)


def test_a_picture_is_what_the_program_shows(summit: Summit, here: Summit) -> None:
    drawn = ("list", "--all", "-f", "table")
    assert summit(*drawn, COLUMNS="100") == here(*drawn, COLUMNS="100")
