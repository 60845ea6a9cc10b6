"""Time and memory of whole processes, taken in turn so that what else the machine does hits all."""

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


@dataclass(frozen=True)
class Costs:
    """What several runs of one command took."""

    seconds: list[float]
    peak: float | None
    "The most memory that a run took, in MB; None where the system does not tell."

    @property
    def median(self) -> float:
        """The run in the middle, in seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        digits = 0 if self.median >= 0.1 else 1
        low, middle, high = (
            f"{value * 1000:,.{digits}f}"
            for value in (min(self.seconds), self.median, max(self.seconds))
        )
        return f"{middle} ms ({low}-{high})"


def in_turn(
    commands: dict[str, Command], rounds: int, environment: dict[str, str], warm: bool = True
) -> dict[str, Costs]:
    """Run every command once a round, in an order that changes; a first round may not count."""
    found: dict[str, list[tuple[float, float | None]]] = {name: [] for name in commands}
    order = list(commands)
    chance = random.Random(0)  # noqa: S311 - an order, no secret
    for number in range(rounds + warm):
        chance.shuffle(order)
        for name in order:
            cost = _once(commands[name], environment)
            if number or not warm:
                found[name].append(cost)
    return {
        name: Costs([seconds for seconds, _ in costs], _most([peak for _, peak in costs]))
        for name, costs in found.items()
    }


def _most(peaks: list[float | None]) -> float | None:
    known = [peak for peak in peaks if peak is not None]
    return max(known) if known else None


def _once(command: Command, environment: dict[str, str]) -> tuple[float, float | None]:
    """Seconds and MB of one run. Its output goes nowhere; a command that fails ends it all."""
    if not hasattr(os, "posix_spawn"):
        began = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return time.perf_counter() - began, None
    program = shutil.which(command[0]) or command[0]
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    # A process starts with the memory mark of the one that makes it: this one has to stay small.
    began = time.perf_counter()
    child = os.posix_spawn(program, command, environment, file_actions=nowhere)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    if status:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return seconds, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def told(command: Command, environment: dict[str, str]) -> str:
    """What a command writes."""
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def size(folder: Path) -> float:
    """Size of what a folder holds, in MB."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown; its first column holds names, the others figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
