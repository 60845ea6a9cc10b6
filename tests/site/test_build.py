"""`summit site`: which folders it writes, what it says, and that it replaces a site whole."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import assert_refused
from summitcli.dataset.atomic import hold
from summitcli.site import build

if TYPE_CHECKING:
    from conftest import Summit

FIXTURE = Path(__file__).parent.parent / "fixture"
NO_BASE = (
    "summit: note: without --base-url there are no sitemap, feed, canonical links or link pictures"
)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the index of the search, which takes the most time."""
    monkeypatch.setattr(build, "write_index", lambda program, site: None)


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.mark.usefixtures("quick")
def test_a_site_is_written_and_replaced(here: Summit, tmp_path: Path) -> None:
    run = here("site", "public")
    assert (run.code, run.out) == (0, "")
    assert run.err.splitlines() == ["summit: note: 67 pages in public", NO_BASE]
    (tmp_path / "public" / "old.html").write_text("old")
    assert here("site", "public", "--title", "Our <record>").code == 0
    assert not (tmp_path / "public" / "old.html").exists()
    home = (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    assert "<title>Our &lt;record&gt;</title>" in home
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("quick")
def test_an_empty_folder_is_used(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    assert here("site", "public").code == 0
    assert (tmp_path / "public" / ".summit-site").is_file()


def test_a_folder_with_other_files_is_refused(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_text("cat")
    run = here("site", "photos")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "summit: error: photos: the folder has other files, such as 'cat.jpg'; name a new folder\n"
    )
    assert files(tmp_path / "photos") == {"cat.jpg": b"cat"}


def test_other_places_are_refused(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert here("site", "file").err == "summit: error: file: this is a file; name a folder\n"
    assert here("site", "no/where").err == (
        f"summit: error: no/where: the folder '{tmp_path / 'no'}' does not exist; create it first\n"
    )
    (tmp_path / ".summit-site").write_text("")
    assert here("site", ".").err == (
        "summit: error: .: this is the working folder; name a folder in it\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https://a/?b",
        "https://a/#b",
        "https://user@example.org/",
        "https://аррӏе.com/",
        "",
    ],
)
def test_an_address_that_no_page_can_have_is_refused(here: Summit, address: str) -> None:
    run = here("site", "public", "--base-url", address)
    assert run.code == 2
    assert run.err == (
        f"summit: error: --base-url {address}: give an address such as"
        " https://example.org/record/\n"
    )


@pytest.mark.parametrize("character", ["\u202e", "\udcff"])
def test_characters_that_no_text_may_hold_are_refused(here: Summit, character: str) -> None:
    assert_refused(here("site", "public", "--title", f"a{character}b"), 2, "--title contains")
    address = f"https://example.org/{character}/"
    assert_refused(here("site", "public", "--base-url", address), 2, "--base-url https:")


def test_a_port_is_only_for_serving(here: Summit) -> None:
    assert here("site", "public", "--port", "9").err == "summit: error: --port is for --serve\n"


def test_a_port_that_is_taken_is_named_before_anything_is_written(
    here: Summit, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = here("site", "public", "--serve", "--port", str(port))
    assert run.code == 1
    assert run.err.startswith(f"summit: error: port {port} cannot be used: ")
    assert run.err.endswith("; choose another: --port\n")
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [("jinja2", "jinja2"), ("altair", "altair"), ("pagefind.service", "Pagefind")],
)
def test_a_missing_extra_is_named_in_one_line(
    here: Summit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    run = here("site", "public")
    assert run.code == 1
    assert run.err == (f"summit: error: summit site needs {name}: pip install 'summitcli[site]'\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_a_build_that_fails_leaves_the_old_site_whole(
    here: Summit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert here("site", "public").code == 0
    before = files(tmp_path / "public")

    def interrupt(program: Path, site: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "write_index", interrupt)
    assert here("site", "public", "--title", "New").code == 130
    assert files(tmp_path / "public") == before
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_what_a_killed_build_leaves_goes_with_the_next(here: Summit, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "summitcli", "--data", str(FIXTURE), "site", "public"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as build_:
        while not (started := list(tmp_path.glob(".*.tmp/index.html"))):
            assert build_.poll() is None
            time.sleep(0.01)
        build_.kill()
    assert started[0].is_file()
    assert here("site", "public").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.usefixtures("quick")
def test_other_hidden_folders_stay(here: Summit, tmp_path: Path) -> None:
    assert here("site", "public").code == 0
    mark = (tmp_path / "public" / ".summit-site").read_bytes()
    for name, content in ((f".{'a' * 16}.tmp", b"mine"), (".notes.tmp", mark), (".cache", mark)):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".summit-site").write_bytes(content)
    unfinished = tmp_path / f".{'b' * 16}.tmp"
    unfinished.mkdir()
    before = sorted(tmp_path.iterdir())
    with (unfinished / ".summit-site").open("xb") as file:
        file.write(mark)
        file.flush()
        hold(file)  # as a build that is under way does
        assert here("site", "public").code == 0
    assert sorted(tmp_path.iterdir()) == before


def test_the_same_dataset_gives_the_same_bytes(here: Summit, tmp_path: Path, site: Path) -> None:
    address = ("--base-url", "https://example.org/record")
    assert here("site", "public", *address).code == 0
    assert files(tmp_path / "public") == files(site)
