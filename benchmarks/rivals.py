"""What a user would otherwise put the same questions to, where it is installed.

yq reads the YAML files themselves. jq and sqlite-utils get the meetings as `summit list --json`
writes them, sqlite-utils in a table with a full-text index, made beforehand. ripgrep looks for the
word in the files, and finds lines, not meetings.
"""

import shutil
import subprocess
from pathlib import Path

from measure import Command, told

from summitcli.dataset.bundled import shipped

EVERY = ["--all", "--kind", "any", "--status", "any", "--json"]

# Query -> how summit is asked.
QUESTIONS = {
    "meetings of 2018": ["list", "--year", "2018", *EVERY],
    "every meeting at which Syria came up": ["list", "--theme", "syria", *EVERY],
    "helsinki": ["search", "helsinki", "--json"],
}

_JQ = {
    "meetings of 2018": 'select((.date // "") | startswith("2018"))',
    "every meeting at which Syria came up": (
        'select(any(.topics[]?; (.themes // []) | index("syria")))'
    ),
    "helsinki": 'select(tostring | test("helsinki"; "i"))',
}
# mikefarah's yq, written in Go, has a language of its own.
_GO_YQ = {
    "meetings of 2018": 'select(.date == "2018*")',
    "every meeting at which Syria came up": (
        'select(.topics // [] | any_c(.themes // [] | contains(["syria"])))'
    ),
    "helsinki": 'select(to_json | test("(?i)helsinki"))',
}
_SQL = {
    "meetings of 2018": "select * from meetings where date like '2018%'",
    "every meeting at which Syria came up": (
        "select * from meetings where exists (select 1 from json_each(meetings.topics) topic, "
        "json_each(topic.value, '$.themes') theme where theme.value = 'syria')"
    ),
}
_PATTERN = {
    "meetings of 2018": r"^  date: '?2018",
    "every meeting at which Syria came up": r"^ +- syria$",
    "helsinki": "helsinki",
}


def prepare(folder: Path, summit: Command, environment: dict[str, str]) -> Path:
    """Write the meetings as JSON, and into a database if sqlite-utils is there."""
    place = folder / "rivals"
    place.mkdir()
    meetings = place / "meetings.json"
    meetings.write_text(told([*summit, "list", *EVERY], environment), encoding="utf-8")
    tool = shutil.which("sqlite-utils", path=environment["PATH"])
    if tool:
        database = str(place / "meetings.db")
        told([tool, "insert", database, "meetings", str(meetings), "--pk", "id"], environment)
        told([tool, "enable-fts", database, "meetings", "title", "summary", "topics"], environment)
    return place


def rivals(question: str, place: Path, environment: dict[str, str]) -> dict[str, Command]:
    """The tools that are installed, and how each is asked a question."""
    files = [str(shipped() / name) for name in ("meetings.yaml", "calls.yaml", "since-1943.yaml")]
    commands: dict[str, Command] = {}
    if yq := shutil.which("yq"):
        version = subprocess.run([yq, "--version"], check=False, capture_output=True, text=True)
        if "mikefarah" in version.stdout:
            commands["yq (Go)"] = [yq, f".meetings[] | {_GO_YQ[question]}", *files]
        else:
            commands["yq"] = [yq, f".meetings[] | {_JQ[question]}", *files]
    if jq := shutil.which("jq"):
        commands["jq"] = [jq, f".[] | {_JQ[question]}", str(place / "meetings.json")]
    if (place / "meetings.db").exists():
        tool = shutil.which("sqlite-utils", path=environment["PATH"]) or "sqlite-utils"
        database = str(place / "meetings.db")
        asked = [database, _SQL[question]] if question in _SQL else [
            "search", database, "meetings", question
        ]  # fmt: skip
        commands["sqlite-utils"] = [tool, *asked]
    if rg := shutil.which("rg"):
        commands["ripgrep"] = [rg, "-i", _PATTERN[question], *files]
    return commands
