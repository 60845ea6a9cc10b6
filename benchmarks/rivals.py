"""The other tools that a user could ask the same questions, if they are installed.

yq reads the YAML files. jq and sqlite-utils get the meetings as `summit list --json` writes them,
sqlite-utils in a table with a full-text index that is made beforehand. ripgrep searches the files
for the word, and finds lines instead of meetings.
"""

import shutil
import subprocess
from pathlib import Path

from measure import Command, output_of

from summitcli.dataset.bundled import shipped

ALL_MEETINGS = ["--all", "--kind", "any", "--status", "any", "--json"]

# Question -> the arguments of summit.
QUESTIONS = {
    "meetings of 2018": ["list", "--year", "2018", *ALL_MEETINGS],
    "every meeting at which Syria came up": ["list", "--theme", "syria", *ALL_MEETINGS],
    "helsinki": ["search", "helsinki", "--json"],
}

_JQ = {
    "meetings of 2018": 'select((.date // "") | startswith("2018"))',
    "every meeting at which Syria came up": (
        'select(any(.topics[]?; (.themes // []) | index("syria")))'
    ),
    "helsinki": 'select(tostring | test("helsinki"; "i"))',
}
# The yq that is written in Go has a query language of its own.
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
_REGEX = {
    "meetings of 2018": r"^  date: '?2018",
    "every meeting at which Syria came up": r"^ +- syria$",
    "helsinki": "helsinki",
}


def prepare(folder: Path, summit: Command, environment: dict[str, str]) -> Path:
    """Write the meetings as JSON, and as a database if sqlite-utils is installed."""
    place = folder / "rivals"
    place.mkdir()
    meetings = place / "meetings.json"
    meetings.write_text(output_of([*summit, "list", *ALL_MEETINGS], environment), encoding="utf-8")
    tool = shutil.which("sqlite-utils", path=environment["PATH"])
    if tool:
        database = str(place / "meetings.db")
        insert = [tool, "insert", database, "meetings", str(meetings), "--pk", "id"]
        output_of(insert, environment)
        index = [tool, "enable-fts", database, "meetings", "title", "summary", "topics"]
        output_of(index, environment)
    return place


def rival_commands(question: str, place: Path, environment: dict[str, str]) -> dict[str, Command]:
    """Return the command with which each installed tool answers a question."""
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
    database = place / "meetings.db"
    if database.exists():
        tool = shutil.which("sqlite-utils", path=environment["PATH"]) or "sqlite-utils"
        if question in _SQL:
            commands["sqlite-utils"] = [tool, str(database), _SQL[question]]
        else:
            commands["sqlite-utils"] = [tool, "search", str(database), "meetings", question]
    if rg := shutil.which("rg"):
        commands["ripgrep"] = [rg, "-i", _REGEX[question], *files]
    return commands
