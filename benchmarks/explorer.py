"""Measure the explorer on a pseudo-terminal: until it is ready, each key, idle CPU and memory.

    python benchmarks/explorer.py                    the shipped dataset, beside a bare Textual app
    python benchmarks/explorer.py --size 100000      and a dataset of so many meetings
    python benchmarks/explorer.py --data FOLDER      and a dataset in a folder

Ready is when the first row is on the screen. The bare app, a DataTable of 200 rows, and the
explorer are started in turn, so that other load affects both alike. Typing is measured in CPU time
from a key to the frame with its results, an answer from a letter of a query to the first byte that
the terminal gets, while the search for the letters before may still run, and moving, also with the
wheel, from a key to the last byte. Memory is the peak after all that. It needs Linux.
"""

import argparse
import asyncio
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import Any

from measure import Command, markdown_table, output_of
from run import clean_environment, make_dataset, summit
from textual.events import Key
from textual.keys import _character_to_key

from summitcli import open_dataset
from summitcli.browse.app import Browse, Start
from summitcli.browse.table_view import TableView
from summitcli.search.select import ordered

COLUMNS, LINES = 120, 40
BARE = """\
from textual.app import App
from textual.widgets import DataTable


class Bare(App):
    def compose(self):
        yield DataTable()

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Date", "Meeting", "Place")
        for number in range(200):
            table.add_row(f"2018-07-{number:03}", f"Meeting {number}", "Helsinki, Finland")


Bare().run()
"""
QUERIES = ("tomahawk calls", "reykjavik last session", "helsinky", "nucler arms control", "crimea")
WHEEL_DOWN = b"\x1b[<65;10;10M"
LETTERS = 0.2  # seconds between the letters of a query
QUIET = 0.15  # seconds without output after which a key has had its effect
IDLE = 5  # seconds for which idle CPU is measured
KEYS_GOAL = 0.05
READY_GOAL = 1.5


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, command: Command, environment: dict[str, str]) -> None:
        self.start = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)  # noqa: S606
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, size)

    def read(self, wait: float) -> bytes:
        """Return what is written within a time; nothing if there is nothing."""
        if not select.select([self.descriptor], [], [], wait)[0]:
            return b""
        try:
            return os.read(self.descriptor, 1 << 16)
        except OSError:
            return b""

    def wait_for(self, text: str) -> float:
        """Return the seconds from the start until a text is written."""
        seen = b""
        while text.encode() not in seen:
            seen += self.read(0.01)
            if time.perf_counter() - self.start > 60:
                sys.exit(f"'{text}' was not written within a minute")
        return time.perf_counter() - self.start

    def settle(self) -> float:
        """Read until nothing more comes; return the time of the last output."""
        last = time.perf_counter()
        while self.read(QUIET):
            last = time.perf_counter()
        return last

    def press(self, key: bytes) -> float:
        """Return the seconds from a key to the last output that follows it."""
        start = time.perf_counter()
        os.write(self.descriptor, key)
        return max(0.0, self.settle() - start)

    def answer(self, key: bytes) -> float:
        """Return the seconds from a key to the first output that follows it."""
        start = time.perf_counter()
        os.write(self.descriptor, key)
        while not self.read(1):
            pass
        answered = time.perf_counter()
        while self.read(max(0.0, answered + LETTERS - time.perf_counter())):
            pass
        return answered - start

    def cpu_seconds(self) -> float:
        """Return the CPU time that the program has used."""
        fields = (
            Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mb(self) -> float:
        """Return the most memory that the program has used."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1000

    def end(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGTERM)
        while self.read(0.5):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def measure_ready(
    commands: dict[str, tuple[Command, str]], rounds: int, environment: dict[str, str]
) -> dict[str, list[float]]:
    """Start each program once a round; return the seconds until its text is on the screen."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, (command, text) in commands.items():
            terminal = Terminal(command, environment)
            ready = terminal.wait_for(text)
            terminal.settle()
            terminal.end()
            if number:
                seconds[name].append(ready)
    return seconds


def measure_typing(data: str | None) -> list[float]:
    """Return the CPU seconds from each key of some queries to the frame with its results."""
    dataset = open_dataset(data)
    app = Browse(dataset, Start())
    seconds: list[float] = []
    shown = asyncio.Event()
    show = TableView.show

    def note(view: TableView, *arguments: Any, **options: Any) -> None:
        show(view, *arguments, **options)
        view.call_after_refresh(shown.set)

    async def use() -> None:
        async with app.run_test(size=(COLUMNS, LINES)) as pilot:
            for query in QUERIES:
                await pilot.press("slash")
                for letter in query:
                    await pilot.pause(0.3)
                    shown.clear()
                    start = time.process_time()
                    app.post_message(Key(_character_to_key(letter), letter))
                    await shown.wait()
                    seconds.append(time.process_time() - start)
                await pilot.press("escape")

    TableView.show = note  # type: ignore[method-assign]
    try:
        asyncio.run(use())
    finally:
        TableView.show = show  # type: ignore[method-assign]
    return seconds


def measure_moves(terminal: Terminal) -> list[float]:
    """Return the seconds from each move of the cursor to the last output that follows it."""
    moves = [b"\x1b[B"] * 20 + [b"\x1b[6~"] * 10 + [b"\x1b[F", b"\x1b[H"] + [WHEEL_DOWN] * 10
    return [terminal.press(key) for key in moves]


def measure_answers(terminal: Terminal) -> list[float]:
    """Return the seconds from each letter of some queries to the first output that follows it."""
    seconds = []
    for query in QUERIES:
        terminal.press(b"/")
        seconds += [terminal.answer(letter.encode()) for letter in query]
        time.sleep(5)  # the search may take long, and its results belong to the peak of memory
        terminal.press(b"\x1b")
    return seconds


def percentile_95(seconds: list[float]) -> float:
    """Return the value that 95 per cent do not exceed."""
    return statistics.quantiles(seconds, n=20)[-1]


def spread(seconds: list[float]) -> str:
    """Return the value that 95 per cent do not exceed, and the median."""
    return (
        f"{percentile_95(seconds) * 1000:.0f} ms (median {statistics.median(seconds) * 1000:.0f})"
    )


def describe(
    label: str, terminal: Terminal, ready: list[float], ratio: float | None, data: str | None
) -> list[str]:
    """Return a row of the table, after using a program."""
    typed, moved = measure_typing(data), measure_moves(terminal)
    answered = measure_answers(terminal)
    terminal.settle()
    before = terminal.cpu_seconds()
    time.sleep(IDLE)
    idle = (terminal.cpu_seconds() - before) / IDLE
    low, middle, high = (
        f"{value * 1000:,.0f}" for value in (min(ready), statistics.median(ready), max(ready))
    )
    return [
        label,
        f"{middle} ms ({low}-{high})",
        "" if ratio is None else f"{ratio:.2f}",
        spread(typed),
        spread(answered),
        spread(moved),
        f"{idle:.1%}",
        f"{terminal.peak_mb():,.0f} MB",
    ]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**clean_environment(folder), "COLORTERM": "truecolor"}
        environment.pop("COLUMNS")
        os.environ["SUMMIT_CACHE_DIR"] = environment["SUMMIT_CACHE_DIR"]
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        output_of([*summit(), "list"], environment)
        commands = {
            "bare Textual app": ([sys.executable, str(bare)], "Meeting 0"),
            "summit browse": ([*summit(), "browse"], "Tehran Conference"),
        }
        ready = measure_ready(commands, options.rounds, environment)
        medians = {key: statistics.median(value) for key, value in ready.items()}
        ratio = medians["summit browse"] / medians["bare Textual app"]
        rows = [
            [
                "bare Textual app",
                f"{medians['bare Textual app'] * 1000:,.0f} ms",
                "1",
                "",
                "",
                "",
                "",
                "",
            ]
        ]
        terminal = Terminal(commands["summit browse"][0], environment)
        terminal.wait_for("Tehran Conference")
        terminal.settle()
        rows.append(describe("summit browse", terminal, ready["summit browse"], ratio, None))
        terminal.end()
        if options.size:
            rows.append(measure_large(*make_dataset(folder, options.size), environment))
        if options.data:
            option = ["--data", str(options.data)]
            rows.append(measure_large(option, options.data.name, environment))
    header = [
        "program",
        "ready",
        "ratio",
        "typing, 95 %, CPU",
        "answer, 95 %",
        "moving, 95 %",
        "idle CPU",
        "memory",
    ]
    print(markdown_table(header, rows))
    print(f"Goals: ratio {READY_GOAL}, typing {KEYS_GOAL * 1000:.0f} ms.")


def measure_large(data_option: list[str], label: str, environment: dict[str, str]) -> list[str]:
    """Return the row of a dataset with many meetings."""
    command = [*summit(), *data_option, "browse"]
    output_of([*summit(), *data_option, "list"], environment)
    first = ordered(open_dataset(data_option[1]).summaries())[0].date or ""
    time.sleep(3)
    ready = measure_ready({"large": (command, first)}, 3, environment)["large"]
    terminal = Terminal(command, environment)
    terminal.wait_for(first)
    terminal.settle()
    row = describe(f"summit browse, {label}", terminal, ready, None, data_option[1])
    terminal.end()
    return row


if __name__ == "__main__":
    main()
