"""What tests share: a way to run the program as its users do."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

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
