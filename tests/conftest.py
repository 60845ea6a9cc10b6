"""Fixtures that all tests share: the datasets, and two ways to run the program as its users do."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from summitcli import Dataset, load, open_dataset
from summitcli.cli.run import run as run_command_line

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("summit", deadline=None)  # examples may wait for a busy machine
settings.load_profile("summit")

FIXTURE = Path(__file__).parent / "fixture"

# What a process needs from the system, all but the first on Windows.
SYSTEM_VARIABLES = ("PATH", "PATHEXT", "SYSTEMROOT", "TEMP", "TMP")


@dataclass(frozen=True)
class Run:
    """The result of a run of the program."""

    code: int
    out: str
    err: str


class Summit(Protocol):
    """Run a command line. Keywords change variables of the environment; None removes one."""

    def __call__(self, *arguments: str, **variables: str | None) -> Run:
        """Return the exit code and what was written."""


@pytest.fixture(scope="session", autouse=True)
def _fixture_is_left_alone() -> Iterator[None]:
    """Fail the run if any test has changed the fixture dataset."""
    before = _contents(FIXTURE)
    yield
    assert _contents(FIXTURE) == before, "a test has written into tests/fixture; use fixture_copy"


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="session", autouse=True)
def _signals_are_heard() -> None:
    """Let the processes of tests hear signals that are ignored here, as in the background."""
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session")
def fixture_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the fixture dataset, so that no command can change the original."""
    return Path(shutil.copytree(FIXTURE, tmp_path_factory.mktemp("data") / "fixture"))


@pytest.fixture
def data(fixture_copy: Path) -> Path | None:
    """Return the dataset that `summit` and `here` use; None is the shipped record.

    A test file that needs another dataset overrides this fixture.
    """
    return fixture_copy


@pytest.fixture
def environment(tmp_path: Path, store_folder: Path, data: Path | None) -> dict[str, str]:
    """Return a clean environment: nothing of the developer's own shell, home or caches."""
    system = {name: os.environ[name] for name in SYSTEM_VARIABLES if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA"), str(tmp_path))
    own = {"COLUMNS": "80", "SUMMIT_CACHE_DIR": str(store_folder)}
    if data is not None:
        own["SUMMIT_DATA"] = str(data)
    encoding = {"PYTHONUTF8": "1"} if os.name == "nt" else {"LANG": "C.UTF-8"}
    return {**system, **homes, **encoding, **own}


@pytest.fixture
def summit(environment: dict[str, str], tmp_path: Path) -> Summit:
    """Return a function that runs `summit` in a process of its own, with its output piped."""

    def run(*arguments: str, **variables: str | None) -> Run:
        changed: dict[str, str | None] = {**environment, **variables}
        done = subprocess.run(
            [sys.executable, "-m", "summitcli", *arguments],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            env={name: value for name, value in changed.items() if value is not None},
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        return Run(done.returncode, _text(done.stdout), _text(done.stderr))

    return run


def _text(written: bytes) -> str:
    """Return what a process wrote, with line feeds also on Windows."""
    return written.decode().replace(os.linesep, "\n")


@pytest.fixture
def here(
    environment: dict[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Summit:
    """Return a function that runs a command line in this process, which is faster."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ.keys() - environment.keys():
        if not name.startswith("PYTEST"):
            monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, **variables: str | None) -> Run:
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                if value is None:
                    patch.delenv(name, raising=False)
                else:
                    patch.setenv(name, value)
            code = run_command_line(list(arguments))
        written = capsys.readouterr()
        return Run(code, written.out, written.err)

    return run


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of stored datasets, which all workers share to store each once."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "store"


@pytest.fixture(scope="session")
def fixture_data() -> Dataset:
    """Return the dataset on which behaviour is tested."""
    return load(FIXTURE)


@pytest.fixture(scope="session")
def shipped(store_folder: Path) -> Dataset:
    """Return the shipped record, only for what must hold for whatever it contains."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_CACHE_DIR", str(store_folder))
        return open_dataset()
