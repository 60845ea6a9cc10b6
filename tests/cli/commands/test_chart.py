"""`summit chart`: files, and mistakes said in one line."""

import builtins
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Summit = Callable[..., Any]  # a run of the program, as in the shared conftest

FIXTURE = Path(__file__).parent.parent.parent / "fixture"
DATA = ("--data", str(FIXTURE))


@pytest.mark.parametrize("name", ["timeline", "map", "years", "themes", "lengths"])
def test_each_picture_is_written(here: Summit, tmp_path: Path, name: str) -> None:
    run = here(*DATA, "chart", name, "--all", "-o", f"{name}.json")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (tmp_path / f"{name}.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".html", ".json", ".SVG"])
def test_each_suffix_is_understood(here: Summit, tmp_path: Path, suffix: str) -> None:
    assert here(*DATA, "chart", "lengths", "-o", f"a{suffix}").code == 0
    assert (tmp_path / f"a{suffix}").stat().st_size > 1000


@pytest.mark.parametrize("name", ["a.gif", "a", "svg", "a.svg.gz"])
def test_other_suffixes_are_refused(here: Summit, tmp_path: Path, name: str) -> None:
    run = here(*DATA, "chart", "map", "-o", name)
    assert run.code == 2
    assert run.err == (
        f"summit: error: -o {name}: a picture's name must end in one of"
        " .svg, .png, .pdf, .html, .json\n"
    )
    assert list(tmp_path.glob("a*")) == []


def test_without_a_file_the_message_shows_how(here: Summit) -> None:
    run = here(*DATA, "chart", "map")
    assert run.code == 2
    assert run.err == "summit: error: -o is missing; for example: summit chart map -o map.svg\n"


def test_filters_choose_the_meetings(here: Summit, tmp_path: Path) -> None:
    assert here(*DATA, "chart", "years", "--year", "2014", "-o", "a.json").code == 0
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "A. Vale–Stone · 2" in text
    assert "Vale – Stone, of any kind, held, 2014" in text


def test_nothing_found_writes_nothing(here: Summit, tmp_path: Path) -> None:
    run = here(*DATA, "chart", "years", "--year", "1900", "-o", "a.svg")
    assert (run.code, run.out) == (0, "")
    assert run.err == "summit: note: no matching meetings; no picture was written\n"
    assert not (tmp_path / "a.svg").exists()


def test_nothing_to_draw_is_said(here: Summit, tmp_path: Path) -> None:
    run = here(*DATA, "chart", "map", "--kind", "call", "-o", "a.svg")
    assert run.code == 0
    assert run.err == (
        "summit: note: none of the meetings has coordinates; no picture was written\n"
    )
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("target", "reason"),
    [("gone/a.svg", "the folder '"), ("folder.svg", "this is a folder; name a file in it\n")],
)
def test_a_path_that_is_not_a_file_is_a_usage_error(
    here: Summit, tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "folder.svg").mkdir()
    run = here(*DATA, "chart", "lengths", "-o", target)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert run.err.startswith(f"summit: error: -o {target}: {reason}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "a.svg").symlink_to("/dev/full")
    run = here(*DATA, "chart", "lengths", "-o", "a.svg")
    assert run.code == 1
    assert run.err == "summit: error: cannot write 'a.svg': No space left on device\n"


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_a_missing_extra_is_named(
    here: Summit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("summitcli.charts.")]:
        monkeypatch.delitem(sys.modules, name)
    import_module = builtins.__import__

    def without(name: str, *arguments: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == missing:
            raise ModuleNotFoundError(f"No module named '{missing}'", name=missing)
        return import_module(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without)
    run = here(*DATA, "chart", "map", "-o", "a.svg")
    assert run.code == 1
    assert run.err == (
        "summit: error: 'summit chart' needs Altair: pip install 'summitcli[charts]'\n"
    )
    assert not (tmp_path / "a.svg").exists()


def test_altair_is_imported_only_to_draw(here: Summit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("summitcli.charts.")]:
        monkeypatch.delitem(sys.modules, name)
    assert here("chart", "--help").code == 0
    assert here(*DATA, "chart", "map", "-o", "a.gif").code == 2
    assert "summitcli.charts.theme" not in sys.modules
