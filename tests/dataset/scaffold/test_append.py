"""`summit new`: skeletons of records, in the file and at the line where they belong."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import files_of
from summitcli import load
from summitcli.dataset.bundled import shipped
from summitcli.dataset.scaffold.append import append_record
from summitcli.dataset.scaffold.insert import insert_record
from summitcli.dataset.yaml_text import YamlError
from summitcli.errors import DatasetError, SummitError
from summitcli.model import RECORD_TYPES

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize("type_name", RECORD_TYPES)
@pytest.mark.parametrize("identifier", [None, "oslo-1999", "oslo-1999-05-06", "arms-control"])
def test_a_skeleton_is_at_the_line_that_is_printed(
    own: Path, type_name: str, identifier: str | None
) -> None:
    before = files_of(own)
    file, line = append_record(own, type_name, identifier)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[line - 1] == f"- id: {identifier or f'new-{type_name}'}"
    after = files_of(own)
    assert after[file.name].startswith(before.get(file.name, b"# yaml-language-server"))
    assert {name: after[name] for name in before if name != file.name} == {
        name: content for name, content in before.items() if name != file.name
    }


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_check_accepts_a_skeleton_or_names_its_line(here: Summit, type_name: str) -> None:
    here("init", "own")
    run = here("--data", "own", "new", type_name)
    assert (run.code, run.err) == (0, "")
    place = run.out.strip()
    assert re.fullmatch(r"own/\w+\.yaml:\d+", place)
    problems = here("check", "own").out.splitlines()
    if type_name in ("meeting", "event"):
        assert len(problems) == 1
        assert "'TODO' is not a date" in problems[0] or "'TODO' is no date" in problems[0]
    elif type_name == "source":
        assert [problem.startswith(f"{place}: ") for problem in problems] == [True]
    else:
        assert problems == []


def test_an_id_gives_the_skeleton_date_place_and_kind(own: Path) -> None:
    append_record(own, "meeting", "new-york-1999-05")
    append_record(own, "meeting", "call-2018-03-20")
    append_record(own, "person", "mao-zedong")
    append_record(own, "event", "berlin-wall-1989-11-09")
    dataset = load(own)
    meeting, call = dataset.meeting("new-york-1999-05"), dataset.meeting("call-2018-03-20")
    assert (meeting.date, meeting.kind, call.date, call.kind) == (
        "1999-05",
        "bilateral",
        "2018-03-20",
        "phone-call",
    )
    assert meeting.place is not None
    assert (meeting.place.city, call.place) == ("New York", None)
    assert meeting.leaders == call.leaders == dataset.meeting("geneva-2000").leaders
    assert dataset.titles["mao-zedong"] == "Mao Zedong"
    assert dataset.titles["berlin-wall-1989-11-09"] == "Berlin wall"


def test_ids_are_numbered_where_none_is_given(own: Path) -> None:
    for _ in range(3):
        append_record(own, "theme")
    ids = [theme.id for theme in load(own).themes]
    assert ids == ["trade", "security", "new-theme", "new-theme-2", "new-theme-3"]


def test_the_fields_in_the_comments_of_skeletons_are_valid(own: Path) -> None:
    added = [append_record(own, name, f"x-{name}-2001") for name in RECORD_TYPES]
    known = {"source-id": "x-source-2001", "theme-id": "trade", "meeting-id": "geneva-2000"}
    for file, line in added:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        text = re.sub(r"(?m)^  # (?!One of)", "  ", "".join(lines[line - 1 :]))
        for name, identifier in known.items():
            text = text.replace(name, identifier)
        file.write_text("".join(lines[: line - 1]) + text, encoding="utf-8")
    assert len(load(own).by_id) == 6 + len(RECORD_TYPES)


@pytest.mark.parametrize("identifier", ["1999", "null", "true", "no", "1e3"])
def test_an_id_that_yaml_would_read_otherwise_is_quoted(own: Path, identifier: str) -> None:
    append_record(own, "theme", identifier)
    assert identifier in load(own).by_id


def test_the_shipped_dataset_is_refused(here: Summit) -> None:
    before = files_of(shipped())
    for arguments in (("new", "theme"), ("--data", str(shipped()), "new", "theme")):
        run = here(*arguments, SUMMIT_DATA=None)
        assert (run.code, run.out) == (2, "")
        assert "summit --data FOLDER new theme" in run.err
    assert files_of(shipped()) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("treaty",), "'treaty' is not a type of record; write person, theme, meeting"),
        (("meeting", "Beijing 1972"), "'Beijing 1972' is not an id"),
        (("meeting", "trade"), "the id 'trade' is used already: own/themes.yaml:4"),
        (("meeting", "x" * 81), "is not an id"),
    ],
)
def test_what_cannot_be_added_is_one_line(
    here: Summit, arguments: tuple[str, ...], message: str
) -> None:
    here("init", "own")
    run = here("--data", "own", "new", *arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1


def test_a_record_can_be_added_while_others_have_problems(own: Path) -> None:
    (own / "meetings.yaml").write_text("meetings:\n- id: bad\n  date: never\n", encoding="utf-8")
    (own / "dataset.yaml").write_text("dataset:\n  sides: 3\n", encoding="utf-8")
    file, line = append_record(own, "meeting", "oslo-1999")
    assert (file.name, line) == ("meetings.yaml", 5)
    (own / "themes.yaml").write_text("themes: [\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"themes\.yaml:2: "):
        append_record(own, "theme")


def test_a_dataset_in_one_file_gets_the_record_in_its_section(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "dataset:\n  title: Own\n  sides:\n  - {id: a, name: A}\n  - {id: b, name: B}\n"
        "# People\npeople:\n  - id: x\n    name: X\n    side: a\n\n# Themes\nthemes:\n",
        encoding="utf-8",
    )
    assert append_record(file, "person", "ann-lee") == (file, 12)
    assert append_record(file, "theme", "trade")[1] == 26
    assert append_record(file, "outlook", "war")[1] > 25
    text = file.read_text(encoding="utf-8")
    assert "    side: a\n\n  - id: ann-lee\n    name: Ann Lee\n" in text
    assert "\n\n# Themes\nthemes:\n- id: trade\n" in text
    assert [person.id for person in load(file).people] == ["x", "ann-lee"]


def test_the_file_named_after_the_section_is_preferred(own: Path) -> None:
    for name in ("a-meetings.yaml", "z-meetings.yaml"):
        (own / name).write_text("meetings:\n", encoding="utf-8")
    assert append_record(own, "meeting")[0].name == "meetings.yaml"
    (own / "meetings.yaml").unlink()
    assert append_record(own, "meeting")[0].name == "z-meetings.yaml"


def test_json_is_left_alone(own: Path, tmp_path: Path) -> None:
    (own / "themes.yaml").unlink()
    (own / "themes.json").write_text('{"themes": []}', encoding="utf-8")
    assert append_record(own, "theme")[0].name == "themes.yaml"
    single = tmp_path / "own.json"
    single.write_text('{"themes": []}', encoding="utf-8")
    with pytest.raises(DatasetError, match="not a YAML file"):
        append_record(single, "theme")
    assert single.read_text(encoding="utf-8") == '{"themes": []}'


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n", b"\n# more to come\n"])
def test_bytes_before_the_record_stay(own: Path, start: bytes, newline: bytes, end: bytes) -> None:
    file = own / "themes.yaml"
    content = start + (b"themes:\n- id: trade\n  title: T\n  description: D" + end).replace(
        b"\n", newline
    )
    file.write_bytes(content)
    append_record(own, "theme", "sport")
    changed = file.read_bytes()
    assert changed.startswith(content)
    assert b"- id: sport" in changed
    assert changed.count(b"\n") == changed.count(newline)


@pytest.mark.parametrize(
    "text",
    [
        "themes: []\n",
        "themes: [{id: a}]\n",
        "themes: text\n",
        "themes: {a: b}\n",
        "themes:\n- id: a\n...\n",
        "themes:\n- id: a\n  title: |+\n    text\n\n\npeople:\n",
        "themes: &x\n- id: a\n  more: *x\n",
        "- id: a\n",
        "{themes: [], people: []}\n",
    ],
)
def test_a_file_that_cannot_be_added_to_is_an_error(text: str) -> None:
    with pytest.raises(YamlError):
        insert_record(text, "themes", "- id: b\n")


def test_comments_before_the_next_section_stay_with_it() -> None:
    text = "a:\n- id: x\n  text: |\n    # not a comment\n# About b\n\n# More\nb:\n- id: y\n"
    changed, line = insert_record(text, "a", "# New\n- id: z\n")
    assert changed == (
        "a:\n- id: x\n  text: |\n    # not a comment\n\n# New\n- id: z\n\n"
        "# About b\n\n# More\nb:\n- id: y\n"
    )
    assert changed.splitlines()[line - 1] == "- id: z"


def test_links_and_permissions_stay(own: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    (own / "themes.yaml").rename(real)
    (own / "themes.yaml").symlink_to(real)
    real.chmod(0o640)
    append_record(own, "theme", "sport")
    assert (own / "themes.yaml").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "sport" in load(own).by_id
    assert {file.name for file in tmp_path.iterdir()} == {"own", "real.yaml"}


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(own)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SummitError, match=r"themes\.yaml: cannot be written: No space left"):
        append_record(own, "theme")
    assert files_of(own) == before
