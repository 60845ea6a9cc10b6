"""Which module knows what: the direction of imports, and what a command leaves unimported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import summitcli
from summitcli.dataset.bundled import shipped
from summitcli.store.open import open_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(summitcli.__file__).parent


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package, by its name below `summitcli`, with its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        yield name or "__init__", ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """The modules that a module imports, at its top or inside its functions."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


IMPORTS = {name: imported(tree) for name, tree in modules()}


def below(name: str, packages: tuple[str, ...]) -> bool:
    """Whether a module is one of some modules, or stands in one of some packages."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("typer", ("cli",)),
        ("rich", ("render",)),
        ("yaml", ("dataset.yaml_text",)),
        ("rapidfuzz", ("search",)),
    ],
)
def test_a_library_is_known_in_one_place(library: str, homes: tuple[str, ...]) -> None:
    knowing = {name for name, names in IMPORTS.items() if any(below(n, (library,)) for n in names)}
    assert knowing
    assert {name for name in knowing if not below(name, homes)} == set()


def test_the_model_imports_nothing_of_ours_but_dates() -> None:
    names = {n for name, found in IMPORTS.items() if below(name, ("model",)) for n in found}
    ours = {name for name in names if below(name, ("summitcli",))}
    assert {n for n in ours if not below(n, ("summitcli.model.dates", "summitcli.model"))} == set()
    assert {name for name in IMPORTS["dates"] if below(name, ("summitcli",))} == set()


# Data goes one way: what stands in a line imports nothing of the lines below it.
LAYERS = [
    ("dates", "errors", "model"),
    ("dataset", "query", "search"),
    ("presidency", "related", "wording"),
    ("compare", "naming", "stats", "timeline", "views"),
    ("articles", "listings", "lookup"),
    ("render", "export"),
    ("cli",),
    ("__main__",),
]


def layer(name: str) -> int | None:
    """The line of LAYERS in which a module stands."""
    return next((line for line, packages in enumerate(LAYERS) if below(name, packages)), None)


@pytest.mark.parametrize("name", [name for name in IMPORTS if name != "__init__"])
def test_a_module_imports_nothing_that_comes_after_it(name: str) -> None:
    own = layer(name)
    assert own is not None, f"{name} stands in no layer"
    ours = {n.removeprefix("summitcli.") for n in IMPORTS[name] if below(n, ("summitcli",))}
    assert {other for other in ours if (layer(other) or 0) > own} == set()


def test_render_and_export_do_not_know_each_other() -> None:
    for one, other in (("render", "export"), ("export", "render")):
        names = {n for name, found in IMPORTS.items() if below(name, (one,)) for n in found}
        assert {name for name in names if below(name, (f"summitcli.{other}",))} == set()


# What is imported after each of some commands, run one after the other: nothing is imported twice,
# so one process tells of all, if commands that need more come later.
# First a bare Typer app: what it brings, and newer ones bring more, is not held against a command.
PROBE = """
import os, sys, typer
bare = typer.Typer()
bare.command()(lambda: None)
bare([], standalone_mode=False)
said, sys.stdout = sys.stdout, open(os.devnull, "w")
print("bare", 0, *sys.modules, sep="\\t", file=said)
from summitcli.cli.run import run
for command in sys.argv[1:]:
    print(command, run(command.split()), *sys.modules, sep="\\t", file=said)
"""

CHECKER = {f"summitcli.dataset.{name}" for name in ("check", "json_text", "load", "read")}
READING = CHECKER | {"yaml", "hashlib", "tempfile"}
DRAWING = {"rich", "summitcli.terminal"}
GUESSING = {"rapidfuzz", "summitcli.search.rank"}

# Command → what it leaves unimported, where the dataset has been compiled. Each line also leaves
# out what the lines below it leave out.
UNNEEDED = {
    "list --help": {"summitcli.tables.table", "summitcli.export.json_"},
    "--help": {"summitcli.tables.table", "summitcli.store.stored"},
    "list": {"summitcli.search", "summitcli.derived.views", "csv"},
    "list --year 2018 --json": {"summitcli.search", "summitcli.derived.views", "csv"},
    "themes --json": {"summitcli.pages", "summitcli.derived.timeline", "csv"},
    "people --json": set(),
    "outcomes --json": set(),
    "claims --json": set(),
    "context --json": set(),
    "outlook --json": set(),
    "sources --json": set(),
    "stats --json": set(),
    "list -f csv": set(),
    "show helsinki-2018 --json": set(),
    "timeline --json": set(),
    "compare helsinki-2018 anchorage-2025 --json": DRAWING,
    "--color never list -f table": {"summitcli.terminal.draw_page"},
    "show helsinki-2018 -f table": GUESSING,
    "search helsinky --json": READING,
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Command → what had been imported when it had run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_CACHE_DIR", str(tmp_path_factory.mktemp("kept")))
        open_dataset(shipped())
        done = subprocess.run(
            [sys.executable, "-c", PROBE, *UNNEEDED],
            check=True, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    found = {}
    for line in done.stdout.splitlines():
        command, code, *names = line.split("\t")
        assert code == "0", (command, done.stderr)
        found[command] = set(names)
    return found


@pytest.mark.parametrize("command", UNNEEDED)
def test_a_command_imports_only_what_it_needs(loaded: dict[str, set[str]], command: str) -> None:
    commands = list(UNNEEDED)
    left_out = set().union(*(UNNEEDED[later] for later in commands[commands.index(command) :]))
    assert "summitcli.cli.run" in loaded[command]
    assert (loaded[command] - loaded["bare"]) & left_out == set()


def test_what_may_be_left_out_is_imported_where_it_is_needed(loaded: dict[str, set[str]]) -> None:
    """So that no name in the lists above is a mistake."""
    cold = subprocess.run(
        [sys.executable, "-c", PROBE, "--no-cache list"],
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    known = {*loaded["search helsinky --json"], *cold.stdout.split()}
    assert set().union(*UNNEEDED.values()) - known - {"hashlib", "tempfile"} == set()
