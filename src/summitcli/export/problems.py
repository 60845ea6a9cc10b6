"""The problems of a dataset as text, JSON, annotations of GitHub Actions, or SARIF 2.1.0."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from summitcli._version import __version__
from summitcli.dataset.problems import Problem
from summitcli.errors import one_line


class ProblemFormat(StrEnum):
    """The formats of a list of problems."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def format_problems(problems: Sequence[Problem], name: ProblemFormat) -> str:
    """Return problems in a format; every line ends with a line feed."""
    return _FORMATS[name](problems)


def _text(problems: Sequence[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _json(problems: Sequence[Problem]) -> str:
    return _indented([asdict(problem) for problem in problems])


def _github(problems: Sequence[Problem]) -> str:
    """Return a workflow command for each problem, which GitHub shows beside the line."""
    return "".join(
        f"::error file={_property(problem.file)},line={problem.line},title=summit check::"
        f"{_message(_described(problem))}\n"
        for problem in problems
    )


def _message(text: str) -> str:
    """Return a text on one line, with the escape that workflow commands need."""
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


_RULE = "dataset"


def _sarif(problems: Sequence[Problem]) -> str:
    """Return a log of SARIF, which code scanning of several services reads."""
    rule = {
        "id": _RULE,
        "shortDescription": {"text": "A record breaks a rule of the dataset."},
    }
    driver = {"name": "summit", "version": __version__, "rules": [rule]}
    return _indented(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "results": list(map(_result, problems))}],
        }
    )


def _result(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(problem.file)},
            "region": {"startLine": problem.line},
        }
    }
    if problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    return {
        "ruleId": _RULE,
        "level": "error",
        "message": {"text": _described(problem)},
        "locations": [location],
    }


def _uri(file: str) -> str:
    """Return a path as a URI reference: relative, or with the scheme `file`."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _described(problem: Problem) -> str:
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def _indented(data: object) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


_FORMATS: dict[ProblemFormat, Callable[[Sequence[Problem]], str]] = {
    ProblemFormat.TEXT: _text,
    ProblemFormat.JSON: _json,
    ProblemFormat.GITHUB: _github,
    ProblemFormat.SARIF: _sarif,
}
