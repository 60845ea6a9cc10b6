"""Snapshots of the look, one text file each, in __snapshots__/test_snapshots.

After an intended change: pytest tests/terminal/test_snapshots.py --snapshot-update, and read the
difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Summit


class TextFile(SingleFileSnapshotExtension):
    """A text file that opens in any editor."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


COMMANDS = [
    "list",
    "list --all --status any",
    "themes",
    "outcomes",
    "search grefyord --limit 3",
    "show greyford-2014",
    "show larkhill-1969",
    "show river-rights",
    "show anna-vale",
    "timeline --all",
    "compare larkhill-1969 greyford-2014",
    "stats --by leader --all",
    "stats --by theme --across presidency --all",
    "on 09-12",
    "show greyford-2014 --fields id,participants.name,participants.office,duration.actual_minutes",
]


@pytest.mark.parametrize("columns", [60, 80, 160])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: re.sub(r"[ -]+", "-", command))
def test_snapshot(here: Summit, snapshot: SnapshotAssertion, command: str, columns: int) -> None:
    run = here("--color", "never", *command.split(), "-f", "table", COLUMNS=str(columns))
    assert run.code == 0
    assert run.out == snapshot(extension_class=TextFile)


def test_a_snapshot_is_what_a_process_writes(summit: Summit, here: Summit) -> None:
    command = ("list", "--all", "-f", "table")
    assert summit(*command, COLUMNS="100") == here(*command, COLUMNS="100")
