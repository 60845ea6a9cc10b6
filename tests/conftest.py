"""What tests share: ways to run the program as its users do."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from summitcli.cli.run import run as run_in_process
from summitcli.dataset.load import load
from summitcli.model import Dataset

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Summit = Callable[..., Run]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A clean environment: nothing of the developer's own shell reaches the program."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }


@pytest.fixture
def summit(environment: dict[str, str], tmp_path: Path) -> Summit:
    """Run `summit` in a process of its own, with its output piped.

    Keyword arguments are added to the environment; None takes a variable out.
    """

    def run(*arguments: str, cwd: Path = tmp_path, **variables: str | None) -> Run:
        env = {k: v for k, v in {**environment, **variables}.items() if v is not None}
        done = subprocess.run(
            [sys.executable, "-m", "summitcli", *arguments],
            check=False,
            capture_output=True,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@cache
def read_once() -> Dataset:
    """The shipped dataset, read once for all tests of a worker."""
    return load()


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    """The shipped dataset."""
    return read_once()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home that the in-process runs of a worker share: what is kept there serves the next."""
    return str(tmp_path_factory.mktemp("home"))


@pytest.fixture
def here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> Summit:
    """Run a command line as `summit` does, but in this process, which is faster.

    The runs of a worker share a home, so that the shipped dataset is compiled only once.
    """

    monkeypatch.chdir(tmp_path)
    for name in (
        "SUMMIT_DATA",
        "NO_COLOR",
        "FORCE_COLOR",
        "TERM",
        "XDG_CACHE_HOME",
        "SUMMIT_CACHE_DIR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, **variables: str) -> Run:
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            code = run_in_process(list(arguments))
        written = capsys.readouterr()
        return Run(code, written.out, written.err)

    return run
