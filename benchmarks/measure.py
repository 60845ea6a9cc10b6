"""Measure time and memory of whole processes, interleaved so that other load affects all alike."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

Command = list[str]

use_processor_time = False
"Whether seconds are those of the processor, which other work on the machine disturbs less."


@dataclass(frozen=True)
class Measurement:
    """The cost of several runs of one command."""

    seconds: list[float]
    peak_mb: float | None
    "The most memory that a run used; None if the system does not report it."

    @property
    def median(self) -> float:
        """Return the median time in seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        digits = 0 if self.median >= 0.1 else 1
        low, middle, high = (
            f"{value * 1000:,.{digits}f}"
            for value in (min(self.seconds), self.median, max(self.seconds))
        )
        return f"{middle} ms ({low}-{high})"


def measure_interleaved(
    commands: dict[str, Command], rounds: int, environment: dict[str, str], warm: bool = True
) -> dict[str, Measurement]:
    """Run every command once per round, in an order that changes, and return their costs.

    If `warm`, there is an additional first round that does not count.
    """
    costs: dict[str, list[tuple[float, float | None]]] = {name: [] for name in commands}
    order = list(commands)
    shuffler = random.Random(0)  # noqa: S311 - decides an order, protects nothing
    for number in range(rounds + warm):
        shuffler.shuffle(order)
        for name in order:
            cost = _run_once(commands[name], environment)
            if number or not warm:
                costs[name].append(cost)
    return {
        name: Measurement([seconds for seconds, _ in runs], _highest([peak for _, peak in runs]))
        for name, runs in costs.items()
    }


def _highest(peaks: list[float | None]) -> float | None:
    known = [peak for peak in peaks if peak is not None]
    return max(known) if known else None


def _run_once(command: Command, environment: dict[str, str]) -> tuple[float, float | None]:
    """Run a command without showing its output; return seconds and MB, or exit if it fails."""
    if not hasattr(os, "posix_spawn"):
        start = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return time.perf_counter() - start, None
    program = shutil.which(command[0]) or command[0]
    devnull = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    # A new process inherits the memory peak of its parent, so this program has to stay small.
    start = time.perf_counter()
    child = os.posix_spawn(program, command, environment, file_actions=devnull)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    if use_processor_time:
        seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def output_of(command: Command, environment: dict[str, str]) -> str:
    """Return the standard output of a command."""
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def folder_size_mb(folder: Path) -> float:
    """Return the total size of the files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def markdown_table(header: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table: names in the first column, figures in the others."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
