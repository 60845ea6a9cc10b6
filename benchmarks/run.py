"""How fast summit is, beside what it is held against; whole processes, all in one run.

    python benchmarks/run.py                      everything; about ten minutes
    python benchmarks/run.py --quick              fewer rounds, up to 1,000 meetings; one minute
    python benchmarks/run.py --sizes 1000,100000  other sizes

Run it with the Python in whose environment summit is installed. yq, jq, sqlite-utils and ripgrep
are measured where they are found. The tables go to standard output, as Markdown.
"""

import argparse
import compileall
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from measure import Command, Costs, in_turn, size, table, told
from rivals import QUESTIONS, prepare, rivals

import summitcli

HERE = Path(__file__).parent
YAML_UP_TO = 10_000  # meetings; larger datasets come as JSON Lines
COLD_ROUNDS = 3

TYPER_APP = """\
import typer

app = typer.Typer()


@app.command()
def one() -> None:
    typer.echo("one")


@app.command()
def two() -> None:
    {body}


app()
"""
DRAWING = """\
from rich.console import Console
    from rich.table import Table

    table = Table("date", "id", "meeting", "place")
    for number in range(20):
        table.add_row(f"2018-07-{number:02}", f"meeting-{number}", "A meeting", "Helsinki, Finland")
    Console(force_terminal=True, width=100).print(table)"""

# What is asked of the program -> what it is held against.
STARTS = {
    "list --json": "Typer",
    "--color always list -f table": "Typer + Rich table",
    "search helsinky --json": "Typer",
    "show helsinki-2018 --json": "Typer",
    "--help": "Typer",
}


def summit(*arguments: str) -> Command:
    """The command as it is installed beside this Python."""
    script = shutil.which("summit", path=str(Path(sys.executable).parent))
    return [*([script] if script else [sys.executable, "-m", "summitcli"]), *arguments]


def environment(folder: Path) -> dict[str, str]:
    """A clean environment with a cache of its own."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "TERM": "xterm-256color",
        "SUMMIT_CACHE_DIR": str(folder / "cache"),
    }


def start_up(folder: Path, rounds: int) -> dict[str, Costs]:
    """Main commands on the shipped dataset, warm, beside apps that do next to nothing."""
    app = folder / "app.py"
    app.write_text(TYPER_APP.format(body=DRAWING), encoding="utf-8")
    commands = {
        "Python": [sys.executable, "-c", "pass"],
        "Typer": [sys.executable, str(app), "one"],
        "Typer + Rich table": [sys.executable, str(app), "two"],
        **{asked: summit(*asked.split()) for asked in STARTS},
    }
    costs = in_turn(commands, rounds, environment(folder))
    rows = []
    for name, cost in costs.items():
        base = STARTS.get(name)
        ratio = f"{cost.median / costs[base].median:.2f} x {base}" if base else ""
        shown = f"`summit {name}`" if base else name
        rows.append([shown, str(cost), f"{cost.peak or 0:.0f} MB", ratio])
    print("## Start-up, warm\n")
    print(table(["command", "median (min-max)", "memory", "ratio"], rows))
    return costs


def questions(folder: Path, rounds: int) -> dict[str, float]:
    """The same questions to other tools; for each the least ratio to summit where it lists."""
    place = prepare(folder, summit(), environment(folder))
    least: dict[str, float] = {}
    rows = []
    for question, arguments in QUESTIONS.items():
        commands = {"summit": summit(*arguments), **rivals(question, place, environment(folder))}
        costs = in_turn(commands, rounds, environment(folder))
        for name, cost in costs.items():
            ratio = cost.median / costs["summit"].median
            if arguments[0] == "list":
                least[name] = min(ratio, least.get(name, ratio))
            rows.append([question, name, str(cost), f"{ratio:.2f}"])
    print("## The same question\n")
    print(table(["question", "tool", "median (min-max)", "to summit"], rows))
    return least


def scale(folder: Path, rounds: int, sizes: list[int]) -> dict[tuple[int, str], Costs]:
    """Cold and warm runs by size; 0 stands for the shipped dataset."""
    rows, warm_commands, label = [], {}, {}
    for count in (0, *sizes):
        data, label[count] = _dataset(folder, count)
        start = summit(*data)
        env = environment(folder)
        cold, asked = _cold(start, env, rounds=COLD_ROUNDS if count <= YAML_UP_TO else 1)
        held = sorted(
            Path(env["SUMMIT_CACHE_DIR"]).iterdir(), key=lambda file: file.stat().st_mtime
        )
        rows.append([label[count], f"{cold.median:.2f} s", f"{cold.peak or 0:,.0f} MB",
                     f"{held[-1].stat().st_size / 1e6:,.1f} MB"])  # fmt: skip
        for name, arguments in asked.items():
            warm_commands[count, name] = [*start, *arguments]
        print(f"{label[count]}: cold {cold}", file=sys.stderr)
    costs = in_turn(warm_commands, rounds, environment(folder))
    print("## By size: the first run, which compiles\n")
    print(table(["dataset", "`list --year 2018 --json`", "memory", "compiled form"], rows))
    print("## By size: every other run\n")
    rows = [
        [label[count], f"`{name}`", str(cost), f"{cost.peak or 0:,.0f} MB",
         f"{cost.median / costs[0, name].median:.2f}"]
        for (count, name), cost in costs.items()
    ]  # fmt: skip
    print(table(["dataset", "command", "median (min-max)", "memory", "to shipped"], rows))
    return costs


def _dataset(folder: Path, count: int) -> tuple[list[str], str]:
    """The option that names a dataset of a size, and what to call it; it is made in between."""
    if not count:
        return [], "shipped, YAML"
    form = "yaml" if count <= YAML_UP_TO else "jsonl"
    data = folder / f"{count}-{form}"
    told([sys.executable, str(HERE / "generate.py"), str(count), str(data), "--form", form],
         environment(folder))  # fmt: skip
    name = {"yaml": "YAML", "jsonl": "JSON Lines"}[form]
    return ["--data", str(data)], f"{count:,} meetings, {name}, {size(data):,.1f} MB"


def _cold(start: Command, env: dict[str, str], rounds: int) -> tuple[Costs, dict[str, list[str]]]:
    """First runs, each with an empty cache; and what else is to be asked of the dataset."""
    year = ["list", "--year", "2018", "--all", "--json"]
    seconds, peaks = [], []
    for _ in range(rounds):
        told([*summit("cache", "--clear")], env)
        cost = in_turn({"cold": [*start, *year]}, 1, env, warm=False)["cold"]
        seconds += cost.seconds
        peaks.append(cost.peak or 0)
    some = told([*start, "list", "--all", "--year", "2018", "--limit", "1", "--fields", "id"], env)
    return Costs(seconds, max(peaks)), {
        "list --year 2018 --json": year,
        "search helsinki --json": ["search", "helsinki", "--limit", "20", "--json"],
        "show ID --json": ["show", some.splitlines()[0], "--json"],
        "stats --json": ["stats", "--all", "--json"],
    }


def goals(
    starts: dict[str, Costs], least: dict[str, float], sizes: dict[tuple[int, str], Costs]
) -> None:
    """Every goal of the design beside its figure."""
    year = "list --year 2018 --json"
    rows = []

    def goal(what: str, figure: float, most: float, unit: str = "") -> None:
        met = "met" if figure <= most else "not met"
        rows.append([what, f"at most {most}{unit}", f"{figure:.2f}{unit}", met])

    limits = {"list --json": 1.35, "--color always list -f table": 1.35,
              "search helsinky --json": 1.5}  # fmt: skip
    for name, most in limits.items():
        base = STARTS[name]
        goal(f"`summit {name}` to {base}", starts[name].median / starts[base].median, most)
    for name in ("yq", "sqlite-utils"):
        if name in least:
            goal(f"`summit` to `{name}`, the closer of the two lists", 1 / least[name], 1)
    if (10_000, year) in sizes:
        ratio = sizes[10_000, year].median / sizes[0, year].median
        goal(f"`{year}`, 10,000 meetings to shipped", ratio, 3)
    if (100_000, year) in sizes:
        cost = sizes[100_000, year]
        goal(f"`{year}`, 100,000 meetings, time", cost.median, 1.5, " s")
        goal(f"`{year}`, 100,000 meetings, memory", cost.peak or 0, 500, " MB")
    print("## Goals\n")
    print(table(["what", "goal", "figure", ""], rows))


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description="How fast summit is, beside other tools.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, up to 1,000 meetings")
    parser.add_argument("--sizes", help="how many meetings, by default 1000,10000,100000")
    parser.add_argument("--rounds", type=int, help="runs of each command that count")
    asked = parser.parse_args()
    listed = asked.sizes or ("1000" if asked.quick else "1000,10000,100000")
    sizes = [int(count) for count in listed.split(",")]
    rounds = asked.rounds or (5 if asked.quick else 21)
    compileall.compile_dir(Path(summitcli.__file__).parent, quiet=2)
    print(f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"{rounds} rounds\n")  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts = start_up(folder, rounds)
        least = questions(folder, max(5, rounds // 2))
        goals(starts, least, scale(folder, max(5, rounds // 2), sizes))


if __name__ == "__main__":
    main()
