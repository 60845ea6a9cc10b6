"""Interrupt runs at random moments, and start many first runs at once; print what became of them.

    python benchmarks/interrupts.py                 240 runs for each signal, 50 first runs
    python benchmarks/interrupts.py --runs 20 --seed 7

Each run compiles a dataset and exports it to SQLite. It is interrupted after a random time, within
that of a whole run. What counts: its exit code, what it wrote to standard error, the files that it
left beside the finished ones, and whether the next run gives the right answer.

Python itself may be interrupted before it reaches the program: then it dies of the signal (a
negative code), or shows a traceback without a module of the program, which is counted apart.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from measure import markdown_table

DATA = Path(__file__).parent.parent / "tests" / "fixture"
PROGRAM = Path(sys.executable).parent / "summit"
SIGNALS = ("SIGINT", "SIGTERM", "SIGKILL")
FINISHED = {"all.db", "all-metadata.json"}


@dataclass
class Outcome:
    """What became of the runs that got one signal."""

    codes: Counter[int] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    of_python: int = 0
    "Tracebacks of Python's own start."
    left: int = 0
    "Files left beside the finished ones."
    still_left: int = 0
    "Those of them that the next run did not remove."
    wrong: int = 0
    "Next runs with another answer."


class Runs:
    """Runs on a copy of a dataset, in a folder that is emptied before each."""

    def __init__(self, folder: Path) -> None:
        self.data = Path(shutil.copytree(DATA, folder / "data"))
        self.store, self.out = folder / "store", folder / "out"
        self.environment = {**os.environ, "SUMMIT_CACHE_DIR": str(self.store)}
        self.empty()
        started = time.perf_counter()
        self.right = self.answer()
        self.start().wait()
        self.seconds = time.perf_counter() - started

    def empty(self) -> None:
        """Remove the store and what was exported."""
        for path in (self.store, self.out):
            shutil.rmtree(path, ignore_errors=True)
        self.out.mkdir()

    def command(self, *arguments: str) -> list[str]:
        """Return a command line of the program."""
        return [str(PROGRAM), "--data", str(self.data), *arguments]

    def start(self) -> "subprocess.Popen[str]":
        """Start a run that compiles the dataset and exports it."""
        return subprocess.Popen(
            self.command("export", "sqlite", "-o", str(self.out / "all.db")),
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def answer(self) -> bytes:
        """Return the answer to a question, whose run may compile the dataset."""
        command = self.command("list", "--all", "--kind", "any", "--json")
        return subprocess.run(command, env=self.environment, check=True, capture_output=True).stdout

    def exported(self) -> set[str]:
        """Return the names of the files in the folder of exports."""
        return {file.name for file in self.out.iterdir()}

    def unfinished(self) -> set[str]:
        """Return the names of the unfinished files in the store."""
        return {file.name for file in self.store.glob("*.tmp")}


def interrupt(runs: Runs, name: str, count: int, chance: random.Random) -> Outcome:
    """Interrupt runs with a signal, and return what became of them."""
    outcome = Outcome()
    for _ in range(count):
        runs.empty()
        process = runs.start()
        time.sleep(chance.random() * runs.seconds)
        process.send_signal(getattr(signal, name))
        _, errors = process.communicate()
        outcome.codes[process.returncode] += 1
        if "KeyboardInterrupt" in errors and "/summitcli/" not in errors:
            outcome.of_python += 1
        elif errors:
            outcome.words.append(errors)
        left = (runs.exported() - FINISHED) | runs.unfinished()
        outcome.left += len(left)
        if left:
            print(f"{name} left {', '.join(left)}", file=sys.stderr)
        outcome.wrong += runs.answer() != runs.right
        outcome.still_left += len(runs.unfinished())
    return outcome


def first_runs(runs: Runs, count: int) -> tuple[int, set[str]]:
    """Start many first runs at once; return how many answers are wrong, and the files left."""
    runs.empty()
    command = runs.command("list", "--all", "--kind", "any", "--json")
    processes = [
        subprocess.Popen(command, env=runs.environment, stdout=subprocess.PIPE)
        for _ in range(count)
    ]
    answers = [process.communicate()[0] for process in processes]
    return sum(answer != runs.right for answer in answers), runs.unfinished()


def main() -> None:
    """Run everything and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=240, help="runs for each signal")
    parser.add_argument("--signals", default=",".join(SIGNALS))
    parser.add_argument("--at-once", type=int, default=50, help="first runs at once")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    chosen = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job of a shell may ignore it
    chance = random.Random(chosen.seed)  # noqa: S311 - chooses moments, protects nothing
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(Path(folder))
        rows = []
        for name in chosen.signals.split(","):
            outcome = interrupt(runs, name, chosen.runs, chance)
            codes = ", ".join(f"{code}: {n}" for code, n in sorted(outcome.codes.items()))
            counts = (
                outcome.of_python,
                len(outcome.words),
                outcome.left,
                outcome.still_left,
                outcome.wrong,
            )
            rows.append([name, codes, *map(str, counts)])
            for words in outcome.words[:5]:
                print(f"{name}: {words}", file=sys.stderr)
        header = [
            "signal",
            "exit codes",
            "Python's tracebacks",
            "with words",
            "files left",
            "after the next run",
        ]
        print(markdown_table([*header, "next runs wrong"], rows))
        wrong, left = first_runs(runs, chosen.at_once)
        print(f"{chosen.at_once} first runs at once: {wrong} wrong answers; left: {sorted(left)}")


if __name__ == "__main__":
    main()
