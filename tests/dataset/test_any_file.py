"""Any dataset and any damage to it: it is read as it was written, or refused with the place."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import problems_of, write
from strategies import TEXTS, datasets
from summitcli.dataset.load import load_with_problems
from summitcli.model import SECTIONS, DatasetInfo

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit

some = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@some
@given(data=datasets())
def test_a_valid_dataset_is_the_same_from_yaml_and_json(
    tmp_path: Path, data: dict[str, Any]
) -> None:
    dataset, problems = load_with_problems(write(tmp_path / "any.yaml", data))
    assert problems == []
    plain = msgspec.to_builtins(dataset)
    plain["dataset"] = plain.pop("info")
    for name in ("again.yaml", "again.json"):
        assert load_with_problems(write(tmp_path / name, plain)) == (dataset, [])


REQUIRED = [
    (section, field.name)
    for section, kind in {"dataset": DatasetInfo, **SECTIONS}.items()
    for field in fields(kind)
    if field.default is MISSING
]


@some
@given(data=datasets(), place=st.sampled_from(REQUIRED), misspelled=st.booleans())
def test_a_required_key_that_is_missing_is_named(
    tmp_path: Path, data: dict[str, Any], place: tuple[str, str], misspelled: bool
) -> None:
    section, key = place
    record = data[section] if section == "dataset" else data[section][0]
    value = record.pop(key)
    if misspelled:
        record[f"{key}s"] = value
    problems = problems_of(write(tmp_path / "any.json", data))
    assert any(f"'{key}' is missing" in problem for problem in problems)
    assert misspelled == any(f".{key}s: unknown key" in problem for problem in problems)


JUNK: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=1) | st.just({})
)


@st.composite
def broken_datasets(draw: st.DrawFn) -> dict[str, Any]:
    """Return a dataset with up to three values removed or replaced by something else."""
    broken = deepcopy(draw(datasets()))
    for _ in range(draw(st.integers(1, 3))):
        part: Any = broken
        while isinstance(part, dict | list) and part:
            keys = list(part) if isinstance(part, dict) else list(range(len(part)))
            key = draw(st.sampled_from(keys))
            if isinstance(part[key], dict | list) and draw(st.integers(0, 3)):
                part = part[key]
                continue
            if draw(st.booleans()):
                part[key] = draw(JUNK)
            else:
                del part[key]
            break
    return broken


@some
@given(data=broken_datasets(), suffix=st.sampled_from([".yaml", ".json"]))
def test_a_broken_dataset_is_refused_with_the_place(
    here: Summit, tmp_path: Path, data: dict[str, Any], suffix: str
) -> None:
    assert_read_or_refused(here, write(tmp_path / f"any{suffix}", data))


@some
@given(
    data=datasets(),
    suffix=st.sampled_from([".yaml", ".json"]),
    at=st.floats(0, 1),
    piece=st.binary(max_size=4) | st.sampled_from([b"[", b"&a ", b"*a", b"\n- ", b'"']),
    replaced=st.sampled_from([0, 1, 1000]),
)
def test_a_file_with_damaged_bytes_is_read_or_refused(
    here: Summit,
    tmp_path: Path,
    data: dict[str, Any],
    suffix: str,
    at: float,
    piece: bytes,
    replaced: int,
) -> None:
    content = write(tmp_path / f"any{suffix}", data).read_bytes()
    start = int(at * len(content))
    damaged = content[:start] + piece + content[start + replaced :]
    assert_read_or_refused(here, write(tmp_path / f"any{suffix}", damaged))


def assert_read_or_refused(here: Summit, file: Path) -> None:
    """Check that `check` and `list` agree, and that each problem is a line with its place."""
    check, listed = here("check", str(file)), here("--no-cache", "--data", str(file), "list")
    assert check.code == listed.code
    assert check.code in (0, 4)
    assert check.err.count("\n") == 1
    lines = check.out.split("\n")[:-1]
    assert all(re.match(r".*any\.(yaml|json):[0-9]+: ", line) for line in lines), lines
    assert all(line.isprintable() for line in lines)
    if check.code == 4:
        assert listed.out == ""
        assert listed.err.startswith(f"summit: error: {lines[0]}")
        assert listed.err.count("\n") == 1
