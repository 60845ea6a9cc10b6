"""Whole datasets, made up: the sound ones go through every command, the broken ones are refused."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from enum import Enum
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from summitcli.cli.run import run
from summitcli.dataset.load import load_with_problems
from summitcli.dataset.yaml_text import dump
from summitcli.model import Dataset, Participant, Session
from summitcli.model.dates import parse_span
from summitcli.model.fields import FieldType, fields_of
from summitcli.model.participants import id_from_name

if TYPE_CHECKING:
    from pathlib import Path

# Without shrinking, which takes minutes where a whole dataset goes through a hundred commands.
some = settings(
    deadline=None,
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
few = settings(some, max_examples=6)

# Texts that mean something to what reads them further on, and texts of any letters.
TRICKY = [
    *("[bold red]x[/]", "[link=file:///x]y[/link]", "a | b", "](javascript:a)", "<script>", "`a"),
    *("=1+1", "+1", "-2+3", "@SUM(A1)", '"=1"', "'=1", "\t=1", "# a", "- a", "1. a", "---", "a\nb"),
    *(
        "NO",
        "12:30",
        "0123",
        "null",
        "~",
        "2018-07-16",
        "{a",
        "&a",
        "*a",
        "a: b",
        "a #b",
        "%",
        "!b",
    ),
    *(
        "x" * 300,
        "ещё раз",
        "中文" * 60,
        "🇺🇸🤝",
        "e\u0301",
        "\ufeffa",
        "a\u2028b",
        "\\",
        "a,b",
        'a"b',
    ),
]
LETTERS = st.characters(
    exclude_categories=["Cc", "Cs", "Cn"],
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
TEXTS = st.sampled_from(TRICKY) | st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)
NAMES = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
URLS = st.sampled_from([
    "https://example.org/", "http://a.org/(b)", "https://[a", "https://a℀b/", "https://a\\@b.org/`",
    "https://a.org/](javascript:b)", "https://a@b.org:80/x|y", "http:///", "https://www.a.org",
])  # fmt: skip
FORMS = {
    "text that is more than spaces": TEXTS,
    "an id: lower-case words joined by hyphens": NAMES,
    "a time of day such as 14:10": st.times().map(lambda time: time.isoformat("minutes")),
    "a web address, http or https": URLS,
    "a Wikidata item such as Q22686": st.just("Q22686"),
    "a language code such as en": st.sampled_from(["en", "ru", "zh-Hant"]),
}
DATES = st.dates().flatmap(
    lambda day: st.sampled_from([day.isoformat()[:4], day.isoformat()[:7], day.isoformat()])
)
SECTIONS = {name: hint.inner[0] for name, (hint, _) in fields_of(Dataset).items() if hint.inner}
PAIRS = {("date", "end_date"), ("start_date", "end_date"), ("announced_on", "cancelled_on"),
         ("born", "died")}  # fmt: skip
Ids = dict[str, list[str]]


def value(hint: FieldType, ids: Ids) -> st.SearchStrategy[Any]:
    """A value that fits a type."""
    marks = dict(hint.metadata)
    if "refers_to" in marks:
        section = str(marks["refers_to"])
        return st.sampled_from(ids["sides" if section == "parties" else section])
    if "partial_date" in marks:
        return DATES
    if hint.record is not None:
        return record(hint.record, ids)
    if hint.kind == "list":
        return st.lists(value(hint.inner[0], ids), min_size=1, max_size=2)
    if hint.kind == "mapping":
        return st.dictionaries(*(value(item, ids) for item in hint.inner), min_size=1, max_size=2)
    if isinstance(hint.bare, type) and issubclass(hint.bare, Enum):
        return st.sampled_from([member.value for member in hint.bare])
    leaves = {bool: st.booleans(), int: st.integers(0, 100_000), float: st.floats(-90, 90)}
    return leaves[hint.bare] if hint.bare in leaves else FORMS[str(marks["expected"])]


@st.composite
def record(draw: st.DrawFn, kind: type, ids: Ids, **given_: Any) -> dict[str, Any]:  # noqa: C901
    """A record whose dates are in order and whose place is whole or not there."""
    made = dict(given_)
    for name, (hint, required) in fields_of(kind).items():
        if name not in made and (required or draw(st.integers(0, 2)) == 0):
            made[name] = draw(value(hint, ids))
    for first, last in PAIRS:
        if first in made and last in made and not in_order(made[first], made[last]):
            del made[last]
    if kind is Session:  # whose fields depend on each other and on the meeting
        made = {"title": made["title"]}
    if kind is Participant:
        made.pop("person", None)
        if id_from_name(made["name"]) in {name for names in ids.values() for name in names}:
            made["name"] = "not named"
    if "end_date" in made and not {"date", "start_date"} & set(made):
        del made["end_date"]
    for one, other in (("lat", "lon"), ("lon", "lat")):
        if one in made and other not in made:
            del made[one]
    if made.get("status") == "held":
        made.setdefault("date", "2018")
    return made


def in_order(first: str, last: str) -> bool:
    """Whether two dates are a range."""
    try:
        parse_span(first, last)
    except ValueError:
        return False
    return True


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, Any]:
    """A sound dataset, as plain data: any fields, every text that may stand in them."""
    names = draw(st.lists(NAMES, min_size=18, max_size=18, unique=True))
    ids: Ids = {section: [names.pop(), names.pop()] for section in ("sides", *SECTIONS)}
    made: dict[str, Any] = {
        section: [draw(record(hint.record, ids, id=name)) for name in ids[section]]
        for section, hint in SECTIONS.items()
        if hint.record is not None
    }
    pair = dict(zip(ids["sides"], ids["people"], strict=True))
    for person, side in zip(made["people"], ids["sides"], strict=True):
        person["side"] = side
    for meeting in made["meetings"]:
        meeting["leaders"] = {side: [person] for side, person in pair.items()}
        meeting["sources"] = ids["sources"]
    for source in made["sources"]:
        source.pop("same_text_as", None)
    sides = [{"id": side, "name": draw(TEXTS)} for side in ids["sides"]]
    made["dataset"] = {"title": draw(TEXTS), "sides": sides, "focus": pair}
    return made


def written(folder: Path, data: Any, suffix: str = ".yaml") -> Path:
    """A file of plain data."""
    file = folder / f"mine{suffix}"
    text = dump(data) if suffix == ".yaml" else json.dumps(data, ensure_ascii=False)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def summit(*arguments: str) -> tuple[int, str, str]:
    """Run a command line in this process: exit code, output, what was said."""
    out, said = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(said):
        code = run(["--no-cache", *arguments])
    texts = []
    for stream in (out, said):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return code, texts[0], texts[1]


@some
@given(data=datasets())
def test_a_sound_dataset_is_the_same_after_any_way_through_files(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    dataset, problems = load_with_problems(written(folder, data))
    assert [str(problem) for problem in problems] == []
    plain = msgspec.to_builtins(dataset)
    plain["dataset"] = plain.pop("info")
    for suffix in (".yaml", ".json"):
        assert load_with_problems(written(folder, plain, suffix)) == (dataset, [])


COMMANDS = ["list", "timeline", "stats", "themes", "outcomes", "context", "claims", "outlook",
            "people", "sources", "show", "compare", "search"]  # fmt: skip


def command_line(name: str, data: dict[str, Any]) -> list[str]:
    """A command with arguments that make it look at as much as it can."""
    ids = [entry["id"] for section in SECTIONS for entry in data[section]]
    anything = ("--all", "--kind", "any")
    more = {
        "list": (*anything, "--status", "any"), "timeline": anything, "stats": anything,
        "themes": ("--all",), "show": ids, "compare": [entry["id"] for entry in data["meetings"]],
        "search": ("--explain", "--", data["meetings"][0]["title"]),
    }  # fmt: skip
    return [name, *more.get(name, ())]


def with_format(line: list[str], format_: str) -> list[str]:
    return [line[0], "-f", format_, *line[1:]]


OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(https?://[^\x1b\s]+)?\x1b\\")


@few
@given(data=datasets())
def test_a_sound_dataset_passes_through_every_command_and_format(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    file = str(written(tmp_path_factory.mktemp("data"), data))
    for name in COMMANDS:
        for format_ in ("table", "plain", "json", "jsonl", "csv", "tsv", "md", "yaml"):
            line = ["--data", file, *with_format(command_line(name, data), format_)]
            if format_ == "table":
                line = ["--color", "always", *line]
            code, out, said = summit(*line)
            assert code == 0, (line, said)
            assert "\x1b" not in OURS.sub("", out), line
            assert sane(format_, out), (line, out)


def sane(format_: str, out: str) -> bool:
    """Whether programs can read what they are given, and spreadsheets have nothing to run."""
    match format_:
        case "json":
            json.loads(out)
        case "jsonl":
            [json.loads(line) for line in out.split("\n")[:-1]]
        case "yaml":
            yaml.load(out, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        case "csv":
            return not any(runs(cell) for row in csv.reader(io.StringIO(out)) for cell in row)
        case "tsv":
            return not any(runs(cell) for line in out.split("\n") for cell in line.split("\t"))
        case "md":
            return "](javascript:" not in out.replace("\\]", "")
    return True


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula."""
    return re.match(r'"*[=+\-@\t\r]', cell) is not None and not re.fullmatch(r"-?[0-9.e-]+", cell)


JUNK = st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=1) | st.just({})


@some
@given(data=datasets(), draw=st.data())
def test_a_broken_dataset_is_refused_in_lines_that_say_where(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any], draw: st.DataObject
) -> None:
    broken: Any = deepcopy(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        part = broken
        while True:
            keys = list(part) if isinstance(part, dict) else list(range(len(part)))
            if not keys:
                break
            key = draw.draw(st.sampled_from(keys))
            if not isinstance(part[key], dict | list) or draw.draw(st.integers(0, 3)) == 0:
                if draw.draw(st.booleans()):
                    part[key] = draw.draw(JUNK)
                else:
                    del part[key]
                break
            part = part[key]
    refused_or_read(written(tmp_path_factory.mktemp("data"), broken))


@some
@given(data=datasets(), draw=st.data())
def test_a_file_with_pieces_out_of_place_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any], draw: st.DataObject
) -> None:
    suffix = draw.draw(st.sampled_from([".yaml", ".json"]))
    file = written(tmp_path_factory.mktemp("data"), data, suffix)
    content = file.read_bytes()
    for _ in range(draw.draw(st.integers(1, 4))):
        at, to = sorted(draw.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        piece = draw.draw(
            st.binary(max_size=4) | st.sampled_from([b"[", b"&a ", b"*a", b"\n- ", b'"'])
        )
        content = content[:at] + piece + content[draw.draw(st.sampled_from([at, at + 1, to])) :]
    file.write_bytes(content)
    refused_or_read(file)


def refused_or_read(file: Path) -> None:
    """A dataset is read, or each of its problems is a line, and any command says the first."""
    code, out, said = summit("check", str(file))
    listed, rows, why = summit("--data", str(file), "list", "--json")
    assert code == listed
    assert said.count("\n") == 1
    assert (code, out == "") in {(0, True), (4, False)}
    if code == 4:
        lines = out.split("\n")[:-1]
        assert all(re.match(r".*mine\.(yaml|json):[0-9]+: ", line) for line in lines), lines
        assert all(line.isprintable() for line in lines)
        assert (rows, why.count("\n")) == ("", 1)
        assert why.startswith(f"summit: error: {lines[0]}")
