"""Run the program on damaged datasets and on random command lines, in one process.

    python benchmarks/fuzz.py                     60 seconds, as in CI
    python benchmarks/fuzz.py --seconds 3600      an hour
    python benchmarks/fuzz.py --case 1234         one case again, with all that it wrote

Every case has a number, from which and the seed everything random follows. A failure is an
exception, a run of more than ten CPU seconds, an exit code that is not documented, output beside an
error, a message without an error or of several lines, a control character, a dataset that differs
between YAML and JSON, and an answer that differs between the store and the files.
"""

import argparse
import io
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from fuzz_cases import CommandLines, Data, environment, mutate, written

from summitcli import DatasetError, load
from summitcli.cli.run import run
from summitcli.errors import ExitCode

FIXTURE = Path(__file__).parent.parent / "tests" / "fixture"
LIMIT = 10  # CPU seconds of one run
WAIT = 120  # seconds by the clock, which a busy machine may need for them
CODES = frozenset(ExitCode)
COMMANDS = [
    line.split()
    for line in """list --all --kind any --status any
timeline --all
stats --all
stats --by theme --across presidency --all
themes --all
outcomes
context
claims
outlook
people
people --all-participants
sources
search vale stone
search 2014-09 river
on 09-12
show last
show greyford-2014 river-rights anna-vale
compare greyford-2014 larkhill-2015
export geojson
export geojson --since 2014
export ics
export timelinejs
export bibtex
export csl-json
export ris
export html
export json
export jsonl --theme river-rights
cite greyford-2014
cite herald-2014 --style apa
check""".splitlines()
]
FORMATS = ["table", "plain", "json", "jsonl", "csv", "tsv", "md", "yaml", "html"]
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(https?://[^\x1b\s]+)?\x1b\\")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


class FailureError(Exception):
    """What must not happen."""


@dataclass(frozen=True)
class Run:
    """What a run returned and wrote."""

    code: int
    out: str
    err: str


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise FailureError in a run that takes too long, where the system can."""

    def stop(*_: object) -> None:
        raise FailureError(f"more than {LIMIT} CPU seconds, or {WAIT} of waiting")

    if not hasattr(signal, "setitimer"):
        yield
        return
    limits = (
        (signal.SIGPROF, signal.ITIMER_PROF, LIMIT),
        (signal.SIGALRM, signal.ITIMER_REAL, WAIT),
    )
    for number, timer, seconds in limits:
        signal.signal(number, stop)
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for _, timer, _ in limits:
            signal.setitimer(timer, 0)


class Fuzz:
    """Random cases in a folder of their own."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed = folder, seed
        self.counts: Counter[str] = Counter()
        plain = msgspec.to_builtins(load(FIXTURE))
        self.data: Data = {"dataset": plain.pop("info"), **plain}
        records = [record for part in plain.values() for record in part]
        words = [record["id"] for record in records]
        words += [str(record.get("title", ""))[:40] for record in records]
        words += ["2014", "2014-09-12", "July 2014", "last", "next", "any", "all", *FORMATS]
        self.lines = CommandLines(words)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "SUMMIT_CACHE_DIR": str(folder / "store"),
        }

    def case(self, number: int, verbose: bool = False) -> str:
        """Run a case, and return what failed, or an empty text."""
        chance = random.Random(f"{self.seed} {number}")  # noqa: S311 - protects nothing
        part = self._dataset if number % 2 else self._command_line
        try:
            part(chance, verbose)
        except FailureError as error:
            return str(error)
        return ""

    def _dataset(self, chance: random.Random, verbose: bool) -> None:
        """Damage a dataset; if it is still valid, run commands on it."""
        self.counts["datasets"] += 1
        changed = mutate(self.data, chance)
        suffix = chance.choice([".yaml", ".json"])
        file = self.folder / f"mine{suffix}"
        file.write_bytes(written(changed, suffix, chance))
        if self._run(["check", str(file)], {}, verbose).code:
            return
        self.counts["datasets that are still valid"] += 1
        self._compare_forms(file)
        for line in chance.sample(COMMANDS, 6):
            given = [*line]
            if line[0] not in ("check", "export", "cite"):
                given += [
                    "-f",
                    chance.choice(FORMATS),
                    "--color",
                    chance.choice(["always", "auto"]),
                ]
            first = self._run(["--data", str(file), *given], {}, verbose)
            again = self._run(["--data", str(file), "--no-cache", *given], {}, verbose)
            if _comparable(first) != _comparable(again):
                raise FailureError(f"with and without the store: {given}")

    def _compare_forms(self, file: Path) -> None:
        """Raise FailureError if a dataset is another when it is written in the other form."""
        dataset = load(file)
        plain = msgspec.to_builtins(dataset)
        text = json.dumps({"dataset": plain.pop("info"), **plain})
        other = self.folder / "other.json"
        other.write_text(text, encoding="utf-8")
        with suppress(DatasetError):
            if load(other) == dataset:
                return
        raise FailureError("the dataset is another in JSON")

    def _command_line(self, chance: random.Random, verbose: bool) -> None:
        """Run a random command line on the fixture, in an odd environment."""
        self.counts["command lines"] += 1
        data = {"SUMMIT_DATA": str(self.folder / "fixture.json")}
        self._run(self.lines.make(chance), {**data, **environment(chance)}, verbose)

    def _run(self, line: list[str], variables: dict[str, str], verbose: bool) -> Run:
        """Run a command line in this process, and check what it returned and wrote."""
        self.counts["runs"] += 1
        os.environ.clear()
        os.environ.update(self.environment)
        os.environ.update({name: value for name, value in variables.items() if "\0" not in value})
        if verbose:
            print(f"{variables} {line}")
        done = _captured(line)
        if verbose:
            print(done)
        _check(line, done)
        return done


def _comparable(done: Run) -> Run:
    """Return a run without the random numbers by which Rich marks the parts of one link."""
    return replace(done, out=re.sub(r"\x1b\]8;id=\d+;", "\x1b]8;;", done.out))


def _captured(line: list[str]) -> Run:
    streams = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    try:
        with time_limit():
            code = run(line)
    except FailureError:
        raise
    except BaseException:  # noqa: BLE001 - a traceback is what we look for
        raise FailureError(f"{line}\n{traceback.format_exc()}") from None
    finally:
        sys.stdout, sys.stderr = streams
    texts = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err))  # type: ignore[attr-defined]
    return Run(code, *texts)


def _check(line: list[str], done: Run) -> None:
    """Raise FailureError if a run broke a promise."""
    errors = [text for text in done.err.splitlines() if text.startswith("summit: error: ")]
    bare = OURS.sub("", done.out).replace("\r\n", "\n")
    promises = {
        "an exit code that is not documented": done.code in CODES,
        "output beside an error": not (done.code and done.out) or "check" in line,
        "no error, or several": len(errors) == (1 if done.code else 0),
        "a control character in the output": not CONTROL.search(bare),
        "a control character in a message": all(map(str.isprintable, done.err.split("\n"))),
    }
    for name, kept in promises.items():
        if not kept:
            raise FailureError(f"{name}: {line}: {done.code} {done.out[:200]!r} {done.err[:400]!r}")


def main() -> None:
    """Run cases until the time is over, print figures, and exit with 1 after a failure."""
    parser = argparse.ArgumentParser(description="Run random cases.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, help="run this case only, and show what it wrote")
    chosen = parser.parse_args()
    failures: dict[int, str] = {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        fuzz = Fuzz(Path(name), chosen.seed)
        (Path(name) / "fixture.json").write_text(json.dumps(fuzz.data), encoding="utf-8")
        numbers: Any = count() if chosen.case is None else [chosen.case]
        for number in numbers:
            if time.monotonic() - started > chosen.seconds:
                break
            if failure := fuzz.case(number, verbose=chosen.case is not None):
                failures[number] = failure
                print(f"case {number}: {failure}", flush=True)
        os.chdir("/")
    for counted, total in fuzz.counts.items():
        print(f"{total:9,} {counted}")
    print(f"{len(failures):9,} failures in {time.monotonic() - started:,.0f} s, seed {chosen.seed}")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
