"""Measure the speed of summit against minimal apps and other tools, all in one run.

    python benchmarks/run.py                      everything; about ten minutes
    python benchmarks/run.py --quick              fewer rounds, up to 1,000 meetings; one minute
    python benchmarks/run.py --sizes 1000,100000  other sizes

Use the Python of the environment in which summit is installed. yq, jq, sqlite-utils and ripgrep are
measured if they are installed. The tables are printed as Markdown.
"""

import argparse
import compileall
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from measure import (
    Command,
    Measurement,
    folder_size_mb,
    markdown_table,
    measure_interleaved,
    output_of,
)
from rivals import QUESTIONS, prepare, rival_commands

import summitcli

HERE = Path(__file__).parent
SHIPPED = 0  # the size that means the shipped dataset
YAML_UP_TO = 10_000  # meetings; larger datasets are JSON Lines
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
RICH_TABLE = """\
from rich.console import Console
    from rich.table import Table

    table = Table("date", "id", "meeting", "place")
    for number in range(20):
        table.add_row(f"2018-07-{number:02}", f"meeting-{number}", "A meeting", "Helsinki, Finland")
    Console(force_terminal=True, width=100).print(table)"""

# Arguments of summit -> the baseline with which they are compared.
BASELINES = {
    "list --json": "Typer",
    "--color always list -f table": "Typer + Rich table",
    "search helsinky --json": "Typer",
    "show helsinki-2018 --json": "Typer",
    "--help": "Typer",
}
# Arguments of summit -> the highest ratio to the baseline that meets the goal.
START_UP_GOALS = {
    "list --json": 1.35,
    "--color always list -f table": 1.35,
    "search helsinky --json": 1.5,
}
LIST_YEAR = "list --year 2018 --json"


def summit(*arguments: str) -> Command:
    """Return the command that runs the summit installed beside this Python."""
    script = shutil.which("summit", path=str(Path(sys.executable).parent))
    return [*([script] if script else [sys.executable, "-m", "summitcli"]), *arguments]


def clean_environment(folder: Path) -> dict[str, str]:
    """Return an environment with nothing of the user's in it and a store of its own."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "TERM": "xterm-256color",
        "SUMMIT_CACHE_DIR": str(folder / "store"),
    }


def measure_start_up(folder: Path, rounds: int) -> dict[str, Measurement]:
    """Measure the main commands on the shipped dataset, warm, beside minimal apps."""
    app = folder / "app.py"
    app.write_text(TYPER_APP.format(body=RICH_TABLE), encoding="utf-8")
    commands = {
        "Python": [sys.executable, "-c", "pass"],
        "Typer": [sys.executable, str(app), "one"],
        "Typer + Rich table": [sys.executable, str(app), "two"],
        **{arguments: summit(*arguments.split()) for arguments in BASELINES},
    }
    costs = measure_interleaved(commands, rounds, clean_environment(folder))
    rows = []
    for name, cost in costs.items():
        base = BASELINES.get(name)
        ratio = f"{cost.median / costs[base].median:.2f} x {base}" if base else ""
        label = f"`summit {name}`" if base else name
        rows.append([label, str(cost), f"{cost.peak_mb or 0:.0f} MB", ratio])
    print("## Start-up, warm\n")
    print(markdown_table(["command", "median (min-max)", "memory", "ratio"], rows))
    return costs


def compare_tools(folder: Path, rounds: int) -> dict[str, float]:
    """Ask other tools the same questions; return the lowest ratio of each to summit on lists."""
    environment = clean_environment(folder)
    place = prepare(folder, summit(), environment)
    lowest: dict[str, float] = {}
    rows = []
    for question, arguments in QUESTIONS.items():
        commands = {
            "summit": summit(*arguments),
            **rival_commands(question, place, environment),
        }
        costs = measure_interleaved(commands, rounds, environment)
        for name, cost in costs.items():
            ratio = cost.median / costs["summit"].median
            if arguments[0] == "list":
                lowest[name] = min(ratio, lowest.get(name, ratio))
            rows.append([question, name, str(cost), f"{ratio:.2f}"])
    print("## The same question\n")
    print(markdown_table(["question", "tool", "median (min-max)", "ratio to summit"], rows))
    return lowest


def measure_growth(
    folder: Path, rounds: int, sizes: list[int]
) -> dict[tuple[int, str], Measurement]:
    """Measure first and later runs by the size of the dataset."""
    environment = clean_environment(folder)
    rows, later_runs, labels = [], {}, {}
    for count in (SHIPPED, *sizes):
        data_option, labels[count] = make_dataset(folder, count)
        start = summit(*data_option)
        first = measure_first_run(start, environment, COLD_ROUNDS if count <= YAML_UP_TO else 1)
        compiled = max(Path(environment["SUMMIT_CACHE_DIR"]).iterdir(), key=_modified)
        rows.append(
            [
                labels[count],
                f"{first.median:.2f} s",
                f"{first.peak_mb or 0:,.0f} MB",
                f"{compiled.stat().st_size / 1e6:,.1f} MB",
            ]
        )
        for name, arguments in later_commands(start, environment).items():
            later_runs[count, name] = [*start, *arguments]
        print(f"{labels[count]}: first run {first}", file=sys.stderr)
    print("## By size: the first run, which compiles\n")
    print(markdown_table(["dataset", f"`{LIST_YEAR}`", "memory", "compiled file"], rows))
    named = {f"{count} {name}": command for (count, name), command in later_runs.items()}
    costs = measure_interleaved(named, rounds, environment)
    by_size = dict(zip(later_runs, costs.values(), strict=True))
    print_later_runs(by_size, labels)
    return by_size


def _modified(file: Path) -> float:
    return file.stat().st_mtime


def print_later_runs(costs: dict[tuple[int, str], Measurement], labels: dict[int, str]) -> None:
    """Print the table of later runs."""
    rows = [
        [
            labels[count],
            f"`{name}`",
            str(cost),
            f"{cost.peak_mb or 0:,.0f} MB",
            f"{cost.median / costs[SHIPPED, name].median:.2f}",
        ]
        for (count, name), cost in costs.items()
    ]
    print("## By size: later runs\n")
    header = ["dataset", "command", "median (min-max)", "memory", "ratio to shipped"]
    print(markdown_table(header, rows))


def make_dataset(folder: Path, count: int) -> tuple[list[str], str]:
    """Generate a dataset; return the option that selects it and a label."""
    if count == SHIPPED:
        return [], "shipped, YAML"
    form, label = ("yaml", "YAML") if count <= YAML_UP_TO else ("jsonl", "JSON Lines")
    data = folder / f"{count}-{form}"
    generate = [sys.executable, str(HERE / "generate.py"), str(count), str(data), "--form", form]
    output_of(generate, clean_environment(folder))
    return ["--data", str(data)], f"{count:,} meetings, {label}, {folder_size_mb(data):,.1f} MB"


def measure_first_run(start: Command, environment: dict[str, str], rounds: int) -> Measurement:
    """Measure first runs, each with an empty store."""
    seconds, peaks = [], []
    command = {"first": [*start, "list", "--year", "2018", "--all", "--json"]}
    for _ in range(rounds):
        output_of(summit("store", "--clear"), environment)
        cost = measure_interleaved(command, 1, environment, warm=False)["first"]
        seconds += cost.seconds
        peaks.append(cost.peak_mb or 0)
    return Measurement(seconds, max(peaks))


def later_commands(start: Command, environment: dict[str, str]) -> dict[str, list[str]]:
    """Return the commands whose later runs are measured, by name."""
    one = ["list", "--all", "--year", "2018", "--limit", "1", "--fields", "id"]
    identifier = output_of([*start, *one], environment).splitlines()[0]
    return {
        LIST_YEAR: ["list", "--year", "2018", "--all", "--json"],
        "search helsinki --json": ["search", "helsinki", "--limit", "20", "--json"],
        "show ID --json": ["show", identifier, "--json"],
        "stats --json": ["stats", "--all", "--json"],
    }


def print_goals(
    starts: dict[str, Measurement],
    lowest: dict[str, float],
    sizes: dict[tuple[int, str], Measurement],
) -> None:
    """Print every goal beside its figure, and whether it is met."""
    rows = []

    def add(name: str, figure: float, most: float, unit: str = "") -> None:
        met = "met" if figure <= most else "**not met**"
        rows.append([name, f"at most {most}{unit}", f"{figure:.2f}{unit}", met])

    for name, most in START_UP_GOALS.items():
        base = BASELINES[name]
        add(f"`summit {name}` against {base}", starts[name].median / starts[base].median, most)
    for tool in ("yq", "sqlite-utils"):
        if tool in lowest:
            add(f"`summit` against `{tool}`, the closer of two lists", 1 / lowest[tool], 1)
    if (10_000, LIST_YEAR) in sizes:
        ratio = sizes[10_000, LIST_YEAR].median / sizes[SHIPPED, LIST_YEAR].median
        add(f"`{LIST_YEAR}`, 10,000 meetings against shipped", ratio, 3)
    if (100_000, LIST_YEAR) in sizes:
        cost = sizes[100_000, LIST_YEAR]
        add(f"`{LIST_YEAR}`, 100,000 meetings, time", cost.median, 1.5, " s")
        add(f"`{LIST_YEAR}`, 100,000 meetings, memory", cost.peak_mb or 0, 500, " MB")
    print("## Goals\n")
    print(markdown_table(["what", "goal", "figure", ""], rows))


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description="Measure the speed of summit and other tools.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, up to 1,000 meetings")
    parser.add_argument("--sizes", help="numbers of meetings; default: 1000,10000,100000")
    parser.add_argument("--rounds", type=int, help="measured runs of each command")
    options = parser.parse_args()
    listed = options.sizes or ("1000" if options.quick else "1000,10000,100000")
    sizes = [int(count) for count in listed.split(",")]
    rounds = options.rounds or (5 if options.quick else 21)
    fewer = max(5, rounds // 2)
    compileall.compile_dir(Path(summitcli.__file__).parent, quiet=2)
    print(
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{rounds} rounds\n"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts = measure_start_up(folder, rounds)
        lowest = compare_tools(folder, fewer)
        print_goals(starts, lowest, measure_growth(folder, fewer, sizes))


if __name__ == "__main__":
    main()
