"""The project's tasks: `nox --list` names them, `nox -s lint` runs one.

    nox                          tests, lint, types, docs, data, site and wheel
    nox -s tests                 the tests on every supported Python that is installed
    nox -s docs                  rewrite output, field tables and pictures in README.md and docs/
    nox -s docs -- --check       only name the pages that are out of date, and fail
    nox -s bench -- --sizes 1000 options go to benchmarks/run.py

Inside an environment that has the `dev` extra, `nox --no-venv --no-install -s lint` uses that
environment and starts at once; `.ci/run` does so.
"""

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["tests", "lint", "types", "docs", "data", "site", "wheel"]

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
TESTED = "charts,export,readers,tests"  # the extras with which most tests run
DEV = ("--quiet", "--editable", ".[dev]")
PYTEST = ("python", "-m", "pytest", "--quiet", "--numprocesses", "auto")

# What the built package is asked in an environment that contains nothing else.
WHEEL_COMMANDS = (
    "list --year 2018",
    "show helsinki-2018 -f table",
    "search helsinky",
    "check",
    "--version",
    "init us-china",
    "--data us-china list",
)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the test suite on every supported Python."""
    session.install(*DEV)
    session.run(*PYTEST, *session.posargs)


@nox.session
def tests_lowest(session: nox.Session) -> None:
    """Run the tests with the lowest version of each dependency that pyproject.toml allows."""
    _run_tests_with(session, "lowest-direct")


@nox.session
def tests_newest(session: nox.Session) -> None:
    """Run the tests with the newest version of each, of Typer too, which is excluded for speed."""
    _run_tests_with(session, "highest", "typer")


def _run_tests_with(session: nox.Session, resolution: str, *unbounded: str) -> None:
    """Run the tests with versions that uv chooses; those of the web site need more programs."""
    session.install("--quiet", "uv")
    python = Path(session.virtualenv.location) / (
        "Scripts/python.exe" if os.name == "nt" else "bin/python"
    )
    # Compiled here as pip does, or the tests would meet the warnings of old packages as errors.
    pip = ("uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", str(python))
    session.run(*pip, "--resolution", resolution, "--editable", f".[{TESTED}]")
    for package in unbounded:
        session.run(*pip, "--upgrade", package)
    session.run(*PYTEST, "-m", "not browser", "--ignore", "tests/site", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check format, style, imports between folders, spelling and banned phrases."""
    session.install(*DEV)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", silent=True)
    session.run("codespell")
    session.run("python", "tools/banned_phrases.py")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy."""
    session.install(*DEV)
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Rewrite output, field tables and pictures; `-- --check` only names stale files."""
    session.install(*DEV)
    session.run("python", "docs/build.py", *session.posargs)


@nox.session
def data(session: nox.Session) -> None:
    """Check the shipped dataset."""
    session.install(*DEV)
    session.run("summit", "--no-cache", "check")


@nox.session
def site(session: nox.Session) -> None:
    """Build the web site of the shipped record; check its links, the size of its pages, search."""
    session.install(*DEV)
    folder = Path(session.create_tmp()).resolve() / "site"
    session.run("summit", "site", str(folder), "--base-url", "https://example.org/record/")
    shipped = "tests/site/test_shipped_site.py"
    session.run("python", "-m", "pytest", "--quiet", shipped, env={"SUMMIT_SITE": str(folder)})


@nox.session
def bench(session: nox.Session) -> None:
    """Measure start-up and growth, a quick run unless options are given; then search quality."""
    session.install(*DEV)
    session.run("python", "benchmarks/run.py", *(session.posargs or ["--quick"]))
    session.run("python", "benchmarks/search/run.py")


@nox.session(reuse_venv=False)
def wheel(session: nox.Session) -> None:
    """Install the built wheel alone and use it from elsewhere, with a home that is read-only."""
    scratch = Path(session.create_tmp()).resolve()
    wheels, home, elsewhere = scratch / "wheels", scratch / "home", scratch / "elsewhere"
    for folder in (wheels, home, elsewhere):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    session.run(
        "python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), "."
    )
    session.install("--quiet", *(str(file) for file in wheels.glob("*.whl")))
    home.chmod(0o555)
    session.chdir(elsewhere)
    environment = {"PATH": session.bin, "HOME": str(home)}
    for command in WHEEL_COMMANDS:
        words = command.split()
        if not session.run("summit", *words, env=environment, include_outer_env=False, silent=True):
            session.error(f"no output: summit {command}")
    session.run(
        "summit", "export", "sqlite", "-o", "summit.db", env=environment, include_outer_env=False
    )
    if not (elsewhere / "summit.db").stat().st_size:
        session.error("no database: summit export sqlite")
    home.chmod(0o755)
