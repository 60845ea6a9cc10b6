"""Which module knows what: the direction of imports, and what a command leaves unimported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import summitcli

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
    assert {n for n in ours if not below(n, ("summitcli.dates", "summitcli.model"))} == set()
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


PROBE = """
import sys
from summitcli.cli.run import run
code = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        ("list --json", {"rich", "rapidfuzz"}),
        ("show helsinki-2018 --json", {"rich", "rapidfuzz"}),
        ("themes --json", {"rich", "rapidfuzz"}),
        ("search helsinky", {"rich"}),
        ("list", {"rich", "rapidfuzz", "csv"}),
        ("--help", {"rich", "rapidfuzz", "yaml"}),
    ],
)
def test_a_command_imports_only_what_it_needs(
    environment: dict[str, str], command: str, unneeded: set[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *command.split()],
        check=True, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in done.stderr.split()}
    assert done.stdout
    assert "summitcli" in loaded
    assert loaded & unneeded == set()
