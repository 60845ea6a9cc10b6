"""Measure the speed of summit against minimal apps and other tools, all in one run.

    python benchmarks/run.py                      everything
    python benchmarks/run.py --processor          processor time, for a machine that does other work
    python benchmarks/run.py --quick              fewer rounds, up to 1,000 meetings; one minute
    python benchmarks/run.py --sizes 1000,100000  other sizes
    python benchmarks/run.py --before PATH        also another summit, at PATH, in the same rounds
    python benchmarks/run.py --first PATH         another summit for the first runs, at PATH

Use the Python of the environment in which summit is installed, not editable. yq, jq and ripgrep are
measured if they are on the PATH (`apt install yq jq ripgrep`), sqlite-utils if it is in the same
environment (`pip install sqlite-utils`). How times grow with what records hold is measured by
`growth.py`. The tables are printed as Markdown.
"""

import argparse
import compileall
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import measure
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
SETTLING = 3  # seconds after which the state of new files is trusted instead of a hash

TYPER_APP = """\
import typer

app = typer.Typer()


@app.command()
def one() -> None:
    typer.echo("one")


@app.command()
def two() -> None:
    {body}


{end}
"""
AT_ONCE = """\
app(standalone_mode=False)
import os, sys
sys.stdout.flush()
os._exit(0)
"""
RICH_TABLE = """\
from rich.console import Console
    from rich.table import Table

    table = Table("date", "id", "meeting", "place")
    for number in range(20):
        table.add_row(f"2018-07-{number:02}", f"meeting-{number}", "A meeting", "Helsinki, Finland")
    Console(force_terminal=True, width=100).print(table)"""

# Name -> arguments of summit, the baseline, and the highest ratio to it that meets the goal. Each
# baseline exists twice: as anyone would write it, and leaving at once as summit does.
START_UPS = {
    "list --json": ("Typer", 1.25),
    "--color always list -f table": ("Typer + Rich table", 1.05),
    "search helsinky --json": ("Typer", 1.5),
    "search helsinki --json": ("Typer", 1.4),
    "--color always show helsinki-2018 -f table": ("Typer + Rich table", 1.45),
    "show helsinki-2018 --json": ("Typer", 1.3),
    "--help": ("Typer", 1.1),
    "COMPLETE show hels": ("Typer", 1.4),
}
LIST_YEAR = "list --year 2018 --json"
SEARCH = "search helsinki --json"
DOUBLED, BEFORE = ", doubled record", ", before"  # kinds of start-ups
LARGEST = 100_000
# Name of a later run -> the most seconds and MB that meet the goal for the largest dataset.
LARGEST_GOALS = {
    LIST_YEAR: (0.25, None),
    "show ID --json": (0.15, None),
    SEARCH: (0.4, 300),
    "search helsinky --json": (0.5, None),
    "stats --json": (0.9, None),
}


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


def start_up(name: str, program: Command) -> Command:
    """Return the command of a start-up; one that begins with COMPLETE is what a shell calls."""
    if not name.startswith("COMPLETE "):
        return [*program, *name.split()]
    words = f"summit {name.removeprefix('COMPLETE ')}"
    variables = {
        "_SUMMIT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    return ["/usr/bin/env", *(f"{name}={value}" for name, value in variables.items()), *program]


def measure_start_up(folder: Path, rounds: int, before: str) -> dict[str, Measurement]:
    """Measure the main commands on the shipped dataset, warm, beside minimal apps.

    They are measured on the doubled dataset too, and with another summit, if there is one.
    """
    commands = {"Python": [sys.executable, "-c", "pass"]}
    for suffix, end in (("", "app()"), (" at once", AT_ONCE)):
        app = folder / f"app{suffix.replace(' ', '_')}.py"
        app.write_text(TYPER_APP.format(body=RICH_TABLE, end=end), encoding="utf-8")
        commands[f"Typer{suffix}"] = [sys.executable, str(app), "one"]
        commands[f"Typer + Rich table{suffix}"] = [sys.executable, str(app), "two"]
    doubled = folder / "doubled"
    output_of([sys.executable, str(HERE / "double.py"), str(doubled)], clean_environment(folder))
    programs = {"": summit(), DOUBLED: ["/usr/bin/env", f"SUMMIT_DATA={doubled}", *summit()]}
    if before:
        programs[BEFORE] = [before]
    for kind, program in programs.items():
        commands |= {f"{name}{kind}": start_up(name, program) for name in START_UPS}
        output_of([*program, "list"], clean_environment(folder))
    time.sleep(SETTLING)
    costs = measure_interleaved(commands, rounds, clean_environment(folder))
    print("## Start-up, warm\n")
    baselines = [name for name in commands if "app" in commands[name][1]]
    rows = [[name, str(costs[name])] for name in ("Python", *baselines)]
    print(markdown_table(["baseline", "median (min-max)"], rows))
    header = ["command", "median (min-max)", "memory", "baseline", "goal", "ratio"]
    header += ["owed to leaving at once", *(kind.strip(", ") for kind in programs if kind)]
    print(markdown_table(header, [start_up_row(name, costs, programs) for name in START_UPS]))
    return costs


def start_up_row(
    name: str, costs: dict[str, Measurement], programs: dict[str, Command]
) -> list[str]:
    """Return the row of a start-up: its ratio to the baseline, and what it owes to leaving at once.

    That is the ratio to the same baseline if it left at once, less the ratio itself.
    """
    base, goal = START_UPS[name]
    ratios = {kind: costs[f"{name}{kind}"].median / costs[base].median for kind in programs}
    at_once = costs[name].median / costs[f"{base} at once"].median
    cost = costs[name]
    row = [f"`summit {name}`", str(cost), f"{cost.peak_mb or 0:.0f} MB", base, f"{goal:.2f}"]
    row += [f"{ratios['']:.2f}", f"{at_once - ratios['']:.2f}"]
    return [*row, *(f"{ratio:.2f}" for kind, ratio in ratios.items() if kind)]


def compare_tools(folder: Path, rounds: int) -> dict[str, float]:
    """Ask other tools the same questions; return the lowest ratio of each to summit."""
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
            lowest[name] = min(ratio, lowest.get(name, ratio))
            rows.append([question, name, str(cost), f"{ratio:.2f}"])
    print("## The same question\n")
    print(markdown_table(["question", "tool", "median (min-max)", "ratio to summit"], rows))
    return lowest


def measure_growth(
    folder: Path, rounds: int, sizes: list[int], first: str
) -> tuple[dict[tuple[int, str], Measurement], dict[tuple[int, str], Measurement]]:
    """Measure later and first runs by the size of the dataset, by (size, command or program)."""
    environment = clean_environment(folder)
    rows, later_runs, first_runs, labels = [], {}, {}, {}
    for count in (SHIPPED, *sizes):
        data_option, labels[count] = make_dataset(folder, count)
        programs = {"summit": summit(), **({"before": [first]} if first else {})}
        for name, program in programs.items():
            once = 1 if count > YAML_UP_TO else COLD_ROUNDS
            cost = measure_first_run(program, data_option, environment, once)
            first_runs[count, name] = cost
            size = max(store.stat().st_size for store in stores_in(environment)) / 1e6
            memory = f"{cost.peak_mb or 0:,.0f} MB"
            rows.append([labels[count], name, f"{cost.median:.2f} s", memory, f"{size:,.1f} MB"])
            print(f"{labels[count]}: first run of {name} {cost}", file=sys.stderr)
        start = [*summit(), *data_option]
        output_of([*start, "list"], environment)
        for name, arguments in later_commands(start, environment).items():
            later_runs[count, name] = [*start, *arguments]
    print("## By size: the first run, which makes the store\n")
    print(markdown_table(["dataset", "program", f"`{LIST_YEAR}`", "memory", "store"], rows))
    time.sleep(SETTLING)
    named = {f"{count} {name}": command for (count, name), command in later_runs.items()}
    costs = measure_interleaved(named, rounds, environment)
    by_size = dict(zip(later_runs, costs.values(), strict=True))
    print_later_runs(by_size, labels)
    return by_size, first_runs


def stores_in(environment: dict[str, str]) -> list[Path]:
    """Return the stores of this and of earlier versions."""
    folder = Path(environment["SUMMIT_CACHE_DIR"])
    return [file for file in folder.iterdir() if file.suffix in (".db", ".compiled")]


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


def measure_first_run(
    program: Command, data_option: list[str], environment: dict[str, str], rounds: int
) -> Measurement:
    """Measure first runs, each with an empty store."""
    seconds, peaks = [], []
    arguments = ["list", "--year", "2018", "--all", "--json"]
    command = {"first": [*program, *data_option, *arguments]}
    for _ in range(rounds):
        for store in Path(environment["SUMMIT_CACHE_DIR"]).glob("*"):
            store.unlink()
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
        SEARCH: ["search", "helsinki", "--limit", "20", "--json"],
        "search helsinky --json": ["search", "helsinky", "--limit", "20", "--json"],
        "show ID --json": ["show", identifier, "--json"],
        "stats --json": ["stats", "--all", "--json"],
    }


Goal = tuple[str, float, float, str]  # what, figure, the highest that meets the goal, unit


def print_goals(goals: Iterable[Goal]) -> None:
    """Print every goal beside its figure, and whether it is met."""
    rows = [
        [
            what,
            f"at most {most}{unit}",
            f"{figure:.2f}{unit}",
            "met" if figure <= most else "**not met**",
        ]
        for what, figure, most, unit in goals
    ]
    print("## Goals\n")
    print(markdown_table(["what", "goal", "figure", ""], rows))


def start_up_goals(starts: dict[str, Measurement], lowest: dict[str, float]) -> Iterator[Goal]:
    """Yield the goals against minimal apps and other tools."""
    for name, (base, most) in START_UPS.items():
        ratio = starts[name].median / starts[base].median
        yield f"`summit {name}` against {base}", ratio, most, ""
    for tool in ("yq", "sqlite-utils"):
        if tool in lowest:
            yield f"`summit` against `{tool}`, the closest question", 1 / lowest[tool], 1, ""


def growth_goals(
    later: dict[tuple[int, str], Measurement], first: dict[tuple[int, str], Measurement]
) -> Iterator[Goal]:
    """Yield the goals for the largest dataset and for first runs, as far as they were measured."""
    for name, (seconds, megabytes) in LARGEST_GOALS.items():
        cost = later.get((LARGEST, name))
        if cost is not None:
            yield f"`{name}`, {LARGEST:,} meetings", cost.median, seconds, " s"
            if megabytes is not None:
                yield f"`{name}`, {LARGEST:,} meetings", cost.peak_mb or 0, megabytes, " MB"
    for count, most in ((SHIPPED, 1.6), (LARGEST, 0.78)):
        if (count, "before") in first:
            ratio = first[count, "summit"].median / first[count, "before"].median
            label = "the shipped dataset" if count == SHIPPED else f"{count:,} meetings"
            yield f"first run, {label}, against before", ratio, most, ""
    if (LARGEST, "summit") in first:
        peak = first[LARGEST, "summit"].peak_mb or 0
        yield f"first run, {LARGEST:,} meetings", peak, 900, " MB"


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description="Measure the speed of summit and other tools.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, up to 1,000 meetings")
    parser.add_argument("--sizes", help="numbers of meetings; default: 1000,100000")
    parser.add_argument("--processor", action="store_true", help="measure processor time")
    parser.add_argument("--rounds", type=int, help="measured runs of each command")
    parser.add_argument("--before", default="", help="a summit whose start-ups are compared")
    parser.add_argument("--first", default="", help="a summit whose first runs are compared")
    options = parser.parse_args()
    measure.use_processor_time = options.processor
    listed = options.sizes or ("1000" if options.quick else "1000,100000")
    sizes = [int(count) for count in listed.split(",")]
    rounds = options.rounds or (5 if options.quick else 31)
    fewer = max(5, rounds // 2)
    compileall.compile_dir(Path(summitcli.__file__).parent, quiet=2)
    print(
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{rounds} rounds, {'processor time' if options.processor else 'time by the clock'}\n"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts = measure_start_up(folder, rounds, options.before)
        lowest = compare_tools(folder, fewer)
        later, first = measure_growth(folder, fewer, sizes, options.first)
        print_goals([*start_up_goals(starts, lowest), *growth_goals(later, first)])


if __name__ == "__main__":
    main()
