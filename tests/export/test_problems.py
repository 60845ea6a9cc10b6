"""Problems as text, JSON, annotations and SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitcli.dataset.problems import Problem
from summitcli.export.problems import ProblemFormat, format_problems

PROBLEM = Problem("my data/a.yaml", 7, "meetings[0].kind", "'feast' is 100% wrong")
WHOLE_FILE = Problem("b.yaml", 1, "", "the file is empty")


def test_text_is_one_line_each() -> None:
    assert format_problems([PROBLEM, WHOLE_FILE], ProblemFormat.TEXT) == (
        "my data/a.yaml:7: meetings[0].kind: 'feast' is 100% wrong\nb.yaml:1: the file is empty\n"
    )


def test_json_has_every_part() -> None:
    assert json.loads(format_problems([PROBLEM], ProblemFormat.JSON)) == [
        {
            "file": "my data/a.yaml",
            "line": 7,
            "path": "meetings[0].kind",
            "message": "'feast' is 100% wrong",
        }
    ]


@pytest.mark.parametrize("name", [ProblemFormat.TEXT, ProblemFormat.GITHUB])
def test_lists_of_lines_are_empty_without_problems(name: ProblemFormat) -> None:
    assert format_problems([], name) == ""


def test_json_is_an_empty_list_without_problems() -> None:
    assert json.loads(format_problems([], ProblemFormat.JSON)) == []


def test_github_gets_a_workflow_command_each() -> None:
    assert format_problems([PROBLEM], ProblemFormat.GITHUB) == (
        "::error file=my data/a.yaml,line=7,title=summit check::"
        "meetings[0].kind: 'feast' is 100%25 wrong\n"
    )


def test_a_name_cannot_end_a_workflow_command_or_start_another() -> None:
    evil = Problem("a,line=1::x\n::warning::.yaml", 7, "", "first\n::error::second")
    (line,) = format_problems([evil], ProblemFormat.GITHUB).splitlines()
    assert line.startswith("::error file=a%2Cline=1%3A%3Ax")
    assert line.endswith(r"::first\n::error::second")


def test_sarif_names_rule_file_line_and_path() -> None:
    log = json.loads(format_problems([PROBLEM, WHOLE_FILE], ProblemFormat.SARIF))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["name"] == "summit"
    first, second = run["results"]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][0]["id"]
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20data/a.yaml"},
                "region": {"startLine": 7},
            },
            "logicalLocations": [{"fullyQualifiedName": "meetings[0].kind"}],
        }
    ]
    assert "logicalLocations" not in second["locations"][0]


def test_sarif_has_an_absolute_path_as_a_uri(tmp_path: Path) -> None:
    problem = Problem(str(tmp_path / "a.yaml"), 1, "", "no")
    log = json.loads(format_problems([problem], ProblemFormat.SARIF))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].startswith("file:///")
