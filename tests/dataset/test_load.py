"""Loading a dataset: from one file or several, with all problems in one go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import HEAD, plain, problems_of, write
from faults import INFO, RECORDS, WHOLE
from summitcli.dataset.load import load, load_with_problems, shipped_info
from summitcli.errors import DatasetError

if TYPE_CHECKING:
    from conftest import Summit


def test_a_valid_dataset_passes_the_check(here: Summit, tmp_path: Path) -> None:
    write(tmp_path / "mine.yaml", WHOLE)
    run = here("check", "mine.yaml")
    assert (run.code, run.out) == (0, "")
    assert run.err == "summit: note: no problems in the 6 records of 'Two sides'\n"


def test_the_fixture_dataset_passes_the_check(here: Summit) -> None:
    run = here("check")
    assert (run.code, run.out) == (0, "")


def test_all_problems_are_reported_by_file_and_line(here: Summit, tmp_path: Path) -> None:
    people, rest = RECORDS.split("themes:\n", 1)
    write(tmp_path / "mine/b.yaml", INFO.replace("Two sides", "[]"))
    write(tmp_path / "mine/c.yaml", people.replace("died: '2020'", "died: '1949'"))
    faulty = rest.replace("2015-05-01", "May").replace("wire]", "wire, wier]")
    write(tmp_path / "mine/a.yaml", "themes:\n" + faulty)
    run = here("check", "mine")
    problems = [line.split(": ")[:2] for line in run.out.splitlines()]
    assert [(Path(place).as_posix(), path) for place, path in problems] == [
        ("mine/a.yaml:11", "meetings[0].date"),
        ("mine/a.yaml:32", "meetings[0].sources[1]"),
        ("mine/a.yaml:40", "outcomes[0].sources[1]"),
        ("mine/b.yaml:2", "dataset.title"),
        ("mine/c.yaml:6", "people[0].died"),
    ]
    assert (run.code, run.err) == (4, "summit: error: 5 problems\n")


def test_load_raises_the_first_problem_and_counts_the_rest(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.yaml", WHOLE.replace("2015-05-01", "May").replace("oslo", "Oslo"))
    with pytest.raises(DatasetError, match=r"mine\.yaml:\d+: .* \(and 1 more\)$") as caught:
        load(file)
    assert caught.value.more_problems == 1


def test_a_section_may_be_split_over_files(tmp_path: Path) -> None:
    people, rest = RECORDS.split("- id: boris\n", 1)
    write(tmp_path / "1.yml", people)
    write(tmp_path / "2.yaml", "people:\n- id: boris\n" + rest)
    write(tmp_path / "3.json", plain())
    dataset = load(tmp_path)
    assert [person.id for person in dataset.people] == ["anna", "boris"]


def test_an_id_in_another_file_is_a_duplicate(tmp_path: Path) -> None:
    first = write(tmp_path / "1.yaml", WHOLE)
    second = write(tmp_path / "2.yaml", "themes:\n- {id: anna, title: A, description: A.}\n")
    assert problems_of(tmp_path) == [
        f"{second}:2: themes[0].id: duplicate id 'anna', first used at {first}:13; "
        "change one of the two"
    ]


def test_a_dataset_has_one_description(tmp_path: Path) -> None:
    first, second = write(tmp_path / "1.yaml", WHOLE), write(tmp_path / "2.yaml", INFO)
    assert problems_of(tmp_path) == [
        f"{second}:2: dataset: the section 'dataset' is already in {first}; remove one of the two"
    ]


def test_a_dataset_without_a_description_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "1.yaml", RECORDS)
    assert problems_of(file) == [
        f"{file}:1: dataset: the section 'dataset' is missing; add it, with 'title' and 'sides'"
    ]


def test_json_may_be_compact_or_indented_and_escape_letters(tmp_path: Path) -> None:
    data = plain()
    data["dataset"]["title"] = "Café 😀 a/b 中国"
    for text in (
        json.dumps(data),
        json.dumps(data, indent="\t", ensure_ascii=False),
        json.dumps(data, ensure_ascii=False, separators=(",", ":")),
    ):
        assert load(write(tmp_path / "mine.json", text)).info.title == "Café 😀 a/b 中国"


def test_paths_below_the_working_directory_are_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "mine.yaml", HEAD.replace("title", "titel"))
    assert problems_of(file)[0].startswith(f"{file}:2: ")
    monkeypatch.chdir(tmp_path)
    assert problems_of(file)[0].startswith("mine.yaml:2: ")


def test_the_description_of_the_shipped_record_is_read_alone() -> None:
    assert len(shipped_info().sides) == 2


def test_an_invalid_dataset_is_none(tmp_path: Path) -> None:
    dataset, problems = load_with_problems(write(tmp_path / "mine.yaml", "themes: []\n"))
    assert dataset is None
    assert problems
