"""Measure how the time of commands grows with the size of what they read.

    python benchmarks/growth.py                              everything; about half an hour
    python benchmarks/growth.py --shapes themes,marks        some datasets
    python benchmarks/growth.py --commands show,search       some commands

A dataset of each shape is made with n, 2n and 4n of what it has much of, where n is about the least
of 250, 500, 1,000 ... with which a command takes 0.5 s more than `summit --version`. Printed is n
and the exponent: the slope of the logarithm of that additional CPU time, each the median of three
runs. 1 means that twice as much takes twice as long. A command that never takes so long, with the
most that is tried, has its time printed instead. Exits with 1 if an exponent is above 1.2.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from measure import markdown_table

Data = dict[str, Any]

LEAST = 0.5  # seconds that a command takes with n
FIRST = 250  # the least n
MOST = {"marks": 8_000_000, "words": 4_000_000}  # the greatest 4n; of others:
MOST_OF_OTHERS = 128_000
LIMIT = 1.2  # of exponents
PROGRAM = Path(sys.executable).parent / "summit"
WORDS_OF_A_TEXT = 20_000
MARKS_OF_A_TEXT = 300_000

COMMANDS = {
    "check": "check {data}",
    "first run": "--no-cache list --all --kind any --json",
    "list": "list --all --kind any --json",
    "list, drawn": "list --all --kind any -f table",
    "show": "show {record} --json",
    "show, drawn": "show {record} -f table",
    "search": "search talks --json",
    "timeline": "timeline --all --json",
    "themes": "themes --all --json",
    "stats": "stats --all --by theme --json",
    "sources": "sources --json",
    "people": "people --all-participants --json",
    "on": "on 09-12 --json",
    "export": "export jsonl",
    "map": "export geojson",
    "calendar": "export ics",
    "page": "export html",
    "database": "export sqlite -o {out}",
}


def dataset(**sections: Any) -> Data:
    """Return a dataset with two leaders and some sections."""
    sides = [{"id": "us", "name": "United States"}, {"id": "ru", "name": "Russia"}]
    people = [
        {"id": f"leader-{side['id']}", "name": side["name"], "side": side["id"]} for side in sides
    ]
    return {"dataset": {"title": "Growth", "sides": sides}, "people": people, **sections}


def meeting(number: int = 0, **fields: Any) -> Data:
    """Return a meeting that was held."""
    leaders = {"us": ["leader-us"], "ru": ["leader-ru"]}
    day = f"{1950 + number % 70}-{1 + number % 12:02}-{1 + number % 28:02}"
    return {
        "id": f"talks-{number}",
        "title": f"Talks {number}",
        "summary": "They met.",
        "kind": "summit",
        "status": "held",
        "date": day,
        "leaders": leaders,
        **fields,
    }


def theme(number: int = 0, **fields: Any) -> Data:
    """Return a theme."""
    return {"id": f"theme-{number}", "title": f"Theme {number}", "description": "D", **fields}


def source(number: int) -> Data:
    """Return a source."""
    found = {"id": f"s{number}", "title": f"Paper {number}", "language": "en", "type": "news"}
    return {**found, "url": f"https://example.org/{number}"}


def _chunks(total: int, size: int) -> Iterator[range]:
    for start in range(0, total, size):
        yield range(start, min(start + size, total))


def words(n: int) -> Data:
    """Return a dataset with many different words in long texts."""
    parts = [" ".join(f"w{number:x}" for number in part) for part in _chunks(n, WORDS_OF_A_TEXT)]
    return dataset(meetings=[meeting(notes=[{"text": text, "sources": ["s0"]} for text in parts])],
                   sources=[source(0)])  # fmt: skip


def marks(n: int) -> Data:
    """Return a dataset with many combining marks, thirty on a letter."""
    parts = ["e" + "\u0301\u0316" * 15 + " "] * (n // 30)
    texts = [
        "".join(parts[part.start : part.stop])
        for part in _chunks(len(parts), MARKS_OF_A_TEXT // 32)
    ]
    return dataset(meetings=[meeting(notes=[{"text": text, "sources": ["s0"]} for text in texts])],
                   sources=[source(0)])  # fmt: skip


def aliases(n: int) -> Data:
    """Return a dataset with a theme of many names."""
    names = [f"Other name {number}" for number in range(n)]
    return dataset(
        themes=[theme(aliases=names)], meetings=[meeting(topics=[{"themes": ["theme-0"]}])]
    )


def sources(n: int) -> Data:
    """Return a dataset with many sources, each cited once."""
    cited = [f"s{number}" for number in range(n)]
    return dataset(
        meetings=[meeting(sources=cited)], sources=[source(number) for number in range(n)]
    )


def topics(n: int) -> Data:
    """Return a dataset with a meeting of many topics."""
    found = [{"themes": ["theme-0"], "detail": f"Detail {number}."} for number in range(n)]
    return dataset(themes=[theme()], meetings=[meeting(topics=found)])


def themes(n: int) -> Data:
    """Return a dataset with many themes, each of which came up once."""
    found = [meeting(number, topics=[{"themes": [f"theme-{number}"]}]) for number in range(n)]
    return dataset(themes=[theme(number) for number in range(n)], meetings=found)


def spans(n: int) -> Data:
    """Return a dataset with many meetings and events that last for 9,999 years."""
    ever = {"date": "0001", "end_date": "9999"}
    event = {"title": "E", "category": "war", "summary": "S", **ever}
    return dataset(
        meetings=[meeting(number, **ever) for number in range(n)],
        context=[{"id": f"event-{number}", **event} for number in range(n)],
    )


def meetings(n: int) -> Data:
    """Return a dataset with many short meetings and events."""
    event = {"title": "E", "category": "war", "summary": "S"}
    return dataset(
        meetings=[meeting(number) for number in range(n)],
        context=[{"id": f"event-{k}", "date": meeting(k)["date"], **event} for k in range(n)],
    )


SHAPES: dict[str, tuple[Callable[[int], Data], str]] = {
    "words": (words, "talks-0"),
    "marks": (marks, "talks-0"),
    "aliases": (aliases, "theme-0"),
    "sources": (sources, "talks-0"),
    "topics": (topics, "talks-0"),
    "themes": (themes, "theme-0"),
    "spans": (spans, "talks-0"),
    "meetings": (meetings, "leader-us"),
}
"Each shape with the record that is shown."


class Growth:
    """Datasets in a folder, each with a store of its own, and commands on them."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder, self.runs = folder, runs
        self.bare = statistics.median(_cpu_seconds(["--version"], folder) for _ in range(5))

    def dataset(self, shape: str, n: int) -> Path:
        """Return the file of a dataset, which is stored when this returns."""
        data = self.folder / f"{shape}-{n}" / "data.json"
        if not data.exists():
            data.parent.mkdir()
            make, _ = SHAPES[shape]
            data.write_text(json.dumps(make(n), ensure_ascii=False), encoding="utf-8")
            _cpu_seconds(["--data", str(data), "list", "--json"], data.parent)
        return data

    def seconds(self, shape: str, name: str, n: int, runs: int) -> float:
        """Return the additional time of a command with n of what a shape has, a median."""
        data = self.dataset(shape, n)
        values = {"record": SHAPES[shape][1], "data": data, "out": data.with_name("out.db")}
        line = ["--data", str(data), *COMMANDS[name].format(**values).split()]
        times = [_cpu_seconds(line, data.parent) for _ in range(runs)]
        return max(statistics.median(times) - self.bare, 0.001)

    def exponent(self, shape: str, name: str) -> tuple[int, float | None, float]:
        """Return n, the exponent if the command takes long enough, and the greatest time."""
        most = MOST.get(shape, MOST_OF_OTHERS)
        n = FIRST
        while (least := self.seconds(shape, name, n, 1)) < LEAST and 8 * n <= most:
            steps = min(max(1, int(math.log2(LEAST / least))), 3, int(math.log2(most / (4 * n))))
            n *= 2**steps
        if least < LEAST:
            return n, None, self.seconds(shape, name, 4 * n, self.runs)
        times = [self.seconds(shape, name, size, self.runs) for size in (n, 2 * n, 4 * n)]
        return n, math.log(times[2] / times[0]) / math.log(4), times[-1]


def _cpu_seconds(line: list[str], store: Path) -> float:
    """Return the CPU seconds of a command, whose store is in a folder."""
    process = subprocess.Popen(
        [str(PROGRAM), *line],
        env={**os.environ, "SUMMIT_CACHE_DIR": str(store / "store")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(line)}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure, print a table, and exit with 1 if anything grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts")
    parser.add_argument("--commands", default=",".join(COMMANDS).replace(", drawn", " drawn"))
    chosen = parser.parse_args()
    names = [name.replace(" drawn", ", drawn") for name in chosen.commands.split(",")]
    shapes = chosen.shapes.split(",")
    worst = 0.0
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        growth = Growth(Path(folder), chosen.runs)
        for name in names:
            row = [name]
            for shape in shapes:
                n, exponent, longest = growth.exponent(shape, name)
                text = f"{longest:.2f} s" if exponent is None else f"{exponent:.2f}"
                row.append(f"{text} ({4 * n if exponent is None else n:,})")
                worst = max(worst, exponent or 0)
                print(f"{name}, {shape}: {row[-1]}", file=sys.stderr)
            rows.append(row)
    print(markdown_table(["command", *shapes], rows))
    print(f"the greatest exponent is {worst:.2f}; times are with 4n")
    sys.exit(worst > LIMIT)


if __name__ == "__main__":
    main()
