"""Compare the explorer's table with Textual's DataTable: the same rows of a dataset.

    python benchmarks/data_table.py FOLDER

Each runs in a process of its own, without a terminal. Time is from the app's start to the first
frame with rows, in CPU time; reading the dataset is not in it.
"""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

from measure import markdown_table
from textual.app import App, ComposeResult
from textual.widgets import DataTable

from summitcli import open_dataset
from summitcli.browse.table_view import TableHead, TableView
from summitcli.browse.tabs import TABS
from summitcli.pages.page import text_of
from summitcli.search.select import Selection
from summitcli.tables.table import Table
from summitcli.terminal.canvas import Canvas

SIZE = (120, 40)


class WithDataTable(App[None]):
    """The rows in a DataTable."""

    def __init__(self, table: "Table[object]") -> None:
        super().__init__()
        self._rows = table

    def compose(self) -> ComposeResult:
        """Create the table."""
        yield DataTable[str]()

    def on_mount(self) -> None:
        """Fill the table."""
        shown = self._rows.drawn_columns or self._rows.columns
        table: DataTable[str] = self.query_one(DataTable)
        table.add_columns(*(column.header for column in shown))
        for row in self._rows.rows:
            table.add_row(*(text_of(column.cell(row)) for column in shown))


class WithTableView(App[None]):
    """The rows in the explorer's table."""

    def __init__(self, table: "Table[object]") -> None:
        super().__init__()
        self._rows = table
        self._canvas: dict[int, Canvas] = {}

    def compose(self) -> ComposeResult:
        """Create the table."""
        head = TableHead()
        yield head
        yield TableView(self._canvas_of, head)

    def _canvas_of(self, width: int) -> Canvas:
        return self._canvas.setdefault(width, Canvas(width, "screen"))

    def on_mount(self) -> None:
        """Fill the table."""
        self.query_one(TableView).show(self._rows)


def resident_mb() -> float:
    """Return the memory that this process has in use."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1000


async def show(app: App[None]) -> float:
    """Return the CPU seconds until the first frame."""
    start = time.process_time()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.process_time() - start


def measure(name: str, folder: str) -> None:
    """Print the seconds and megabytes that a table takes."""
    dataset = open_dataset(folder)
    tab = TABS["meetings"]
    table = tab.table(tab.rows(dataset, Selection()), dataset)
    asyncio.run(show(App()))  # what any app takes
    before = resident_mb()
    app = WithDataTable(table) if name == "DataTable" else WithTableView(table)
    seconds = asyncio.run(show(app))
    print(f"{seconds:.1f} s\t{resident_mb() - before:.0f} MB")


def main() -> None:
    """Print a table."""
    if len(sys.argv) > 2:
        measure(sys.argv[1], sys.argv[2])
        return
    rows = []
    for name in ("DataTable", "TableView"):
        command = [sys.executable, __file__, name, sys.argv[1]]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        rows.append([name, *run.stdout.strip().split("\t")])
    print(markdown_table(["widget", "shown after, CPU", "memory"], rows))


if __name__ == "__main__":
    main()
