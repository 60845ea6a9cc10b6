"""`summit init`: the first files of a dataset, and the page about them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitcli import load
from summitcli.dataset.scaffold import create
from summitcli.dataset.scaffold.create import create_dataset
from summitcli.errors import SummitError, UsageError
from summitcli.model import Meeting

if TYPE_CHECKING:
    from conftest import Summit

ROOT = Path(__file__).parent.parent.parent.parent
PAGE = ROOT / "docs" / "own-dataset.md"


def test_a_new_dataset_has_one_of_each_and_no_problems(here: Summit) -> None:
    run = here("init", "us-china", "--sides", "United States,China")
    assert run.code == 0
    assert [Path(line).name for line in run.out.splitlines()] == [
        "README.md",
        "dataset.yaml",
        "meetings.yaml",
        "people.yaml",
        "schema.json",
        "sources.yaml",
        "themes.yaml",
    ]
    assert "summit --data us-china list" in run.err
    assert (here("check", "us-china").code, here("check", "us-china").out) == (0, "")
    assert "geneva-2000" in here("--data", "us-china", "list").out
    dataset = load("us-china")
    assert [side.id for side in dataset.info.sides] == ["united-states", "china"]
    sizes = [len(getattr(dataset, name)) for name in ("people", "themes", "meetings", "sources")]
    assert sizes == [2, 2, 1, 1]


def test_the_example_meeting_has_every_common_field(own: Path) -> None:
    (meeting,) = load(own).meetings
    rare = {"status_note", "date_note", "announced_on", "cancelled_on", "agreements"}
    rare |= {"other_principals"}
    empty = {name for name in Meeting.__dataclass_fields__ if not getattr(meeting, name)}
    assert empty == rare


def test_names_of_sides_and_leaders_appear(tmp_path: Path) -> None:
    create_dataset(tmp_path / "own", ("Côte d'Ivoire", "No"), ("Ann: Lee", "毛泽东"))
    dataset = load(tmp_path / "own")
    assert [(side.id, side.name) for side in dataset.info.sides] == [
        ("cote-d-ivoire", "Côte d'Ivoire"),
        ("no", "No"),
    ]
    assert [(person.id, person.name) for person in dataset.people] == [
        ("ann-lee", "Ann: Lee"),
        ("second-leader", "毛泽东"),
    ]
    assert dataset.info.focus == {"cote-d-ivoire": "ann-lee", "no": "second-leader"}
    assert dataset.info.title == "Meetings of leaders of Côte d'Ivoire and No"


def test_every_file_has_a_schema_line_and_the_readme_ten_lines(own: Path) -> None:
    for file in own.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=schema.json"
    readme = (own / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) == 10
    assert readme.startswith("# Meetings of leaders of United States and China\n")


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(sides=st.tuples(names, names), leaders=st.none() | st.tuples(names, names))
def test_any_names_make_a_valid_dataset_or_an_error(
    tmp_path_factory: pytest.TempPathFactory,
    sides: tuple[str, str],
    leaders: tuple[str, str] | None,
) -> None:
    folder = tmp_path_factory.mktemp("own") / "new"
    try:
        create_dataset(folder, sides, leaders)
    except UsageError:
        assert not folder.exists()
    else:
        assert [side.name for side in load(folder).info.sides] == [
            " ".join(s.split()) for s in sides
        ]


@pytest.mark.parametrize("sides", [("中国", "美国"), ("#", "%"), ("A", "A!")])
def test_sides_whose_names_give_no_id_or_the_same_are_told_apart(
    tmp_path: Path, sides: tuple[str, str]
) -> None:
    create_dataset(tmp_path / "own", sides)
    info = load(tmp_path / "own").info
    assert tuple(side.name for side in info.sides) == sides
    assert info.sides[1].id == "second-side"


@pytest.mark.parametrize("sides", [("A", "A"), ("é", "É"), ("中国", "中国")])
def test_a_name_that_is_given_twice_is_refused(tmp_path: Path, sides: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="is named twice"):
        create_dataset(tmp_path / "own", sides)


def test_an_example_id_is_not_given_to_a_leader(tmp_path: Path) -> None:
    create_dataset(tmp_path / "own", ("A", "B"), ("Trade", "Geneva 2000"))
    assert [person.id for person in load(tmp_path / "own").people] == [
        "first-leader",
        "second-leader",
    ]


def test_a_folder_with_anything_in_it_is_refused(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name, problem in (("full", "is not empty"), ("file", "is not a folder")):
        run = here("init", name)
        assert (run.code, run.out) == (2, "")
        assert re.fullmatch(f"summit: error: {name} {problem}; name a new .*\n", run.err)
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["notes.txt"]
    (tmp_path / "empty").mkdir()
    assert here("init", "empty").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--sides", "United States"),
        ("--sides", "A,B,C"),
        ("--sides", "A,"),
        ("--sides", "A,A"),
        ("--focus", "A,A"),
        ("--sides", f"A,{'b' * 61}"),
        ("--focus", "A,\x1b[1m"),
    ],
)
def test_names_that_cannot_be_used_are_one_line(
    here: Summit, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    run = here("init", "own", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert not (tmp_path / "own").exists()


def test_nothing_is_left_of_a_dataset_that_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(create, "starter_files", lambda: ["people.yaml", "z/themes.yaml"])
    monkeypatch.setattr(create, "fill", lambda _template, _values: "text")
    with pytest.raises(SummitError, match="cannot be written: No such file or directory"):
        create_dataset(tmp_path / "a" / "own")
    assert list(tmp_path.iterdir()) == []


def commands_and_files() -> tuple[list[list[str]], str]:
    """Return the commands of the page in their order, and its YAML."""
    text = PAGE.read_text(encoding="utf-8")
    shell = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (yaml,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [shlex.split(line)[1:] for block in shell for line in block.splitlines()], yaml


@pytest.mark.skipif(not PAGE.exists(), reason="no documentation here")
def test_the_commands_of_the_page_work(here: Summit, tmp_path: Path) -> None:
    commands, yaml = commands_and_files()
    assert len(yaml.splitlines()) == 25
    (tmp_path / "nixon.yaml").write_text(yaml, encoding="utf-8")
    runs = {" ".join(command): here(*command) for command in commands}
    failed = {command for command, run in runs.items() if run.code}
    assert failed == {"--data us-china check"}  # of the source that no record names
    assert "Beijing summit" in runs["--data nixon.yaml show beijing-1972"].out
    added = runs["--data us-china new meeting beijing-1972"].out.strip()
    assert f"`{added}`" in PAGE.read_text(encoding="utf-8")
