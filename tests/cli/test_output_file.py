"""`-o PATH`: a file is written completely, or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest

from builders import assert_refused
from summitcli.cli.output_file import write_file
from summitcli.errors import SummitError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and devices")
needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return [path.name for path in folder.iterdir()]


def writer(content: bytes) -> Callable[[BinaryIO], object]:
    """Return a function that writes some content."""
    return lambda out: out.write(content)


def fail_halfway(out: BinaryIO) -> None:
    """Write something, then fail as on a full disk."""
    out.write(b"half")
    out.flush()
    raise OSError(28, "No space left on device")


def interrupt(out: BinaryIO) -> None:
    """Write something, then stop as on Ctrl-C."""
    out.write(b"half")
    raise KeyboardInterrupt


def test_a_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    write_file(str(path), writer(b"content"))
    assert path.read_bytes() == b"content"
    assert names(tmp_path) == ["new.txt"]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old and longer")
    write_file(str(path), writer(b"new"))
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["old.txt"]


@pytest.mark.parametrize(
    ("write", "error"), [(fail_halfway, SummitError), (interrupt, KeyboardInterrupt)]
)
def test_an_incomplete_file_changes_nothing(
    tmp_path: Path, write: Callable[[BinaryIO], object], error: type[BaseException]
) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(b"old")
    for name in ("old.txt", "new.txt"):
        with pytest.raises(error):
            write_file(str(tmp_path / name), write)
    assert names(tmp_path) == ["old.txt"]
    assert old.read_bytes() == b"old"


@posix_only
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_permissions_are_those_of_a_normal_file(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "new.txt"
    before = os.umask(umask)
    try:
        write_file(str(path), writer(b"x"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


@posix_only
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(str(path), writer(b"new"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix_only
@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    target, link = folder / "target.txt", tmp_path / "link.txt"
    if exists:
        target.write_bytes(b"old")
    link.symlink_to(Path("folder") / "target.txt")
    write_file(str(link), writer(b"new"))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(folder) == ["target.txt"]


@posix_only
def test_a_circular_link_is_an_error(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(link)
    with pytest.raises(SummitError, match="cannot write"):
        write_file(str(link), writer(b"x"))
    assert link.is_symlink()


@posix_only
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_file_or_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(SummitError, match="Permission denied"):
        write_file(str(path), writer(b"new"))
    tmp_path.chmod(0o555)
    with pytest.raises(SummitError, match="Permission denied"):
        write_file(str(tmp_path / "new.txt"), writer(b"new"))
    tmp_path.chmod(0o755)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (".", "-o .: this is a folder; name a file in it"),
        ("nowhere/x.csv", "-o nowhere/x.csv: the folder '"),
        ("nowhere/", "-o nowhere/: the folder 'nowhere/' does not exist; create it first"),
        ("", "-o needs the path of a file"),
    ],
)
def test_a_path_that_is_not_a_file_is_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        write_file(path, writer(b"x"))
    assert str(raised.value).startswith(message)
    assert names(tmp_path) == []


@posix_only
def test_a_file_below_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(SummitError):
        write_file(str(tmp_path / "file" / "x.csv"), writer(b"x"))


@needs_full_device
def test_a_full_device_is_an_error() -> None:
    with pytest.raises(SummitError, match="cannot write '/dev/full': No space left on device"):
        write_file("/dev/full", writer(b"x" * 100_000))
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@posix_only
def test_a_device_is_written_directly(summit: Summit) -> None:
    assert summit("list", "-o", "/dev/stdout").out == summit("list").out


COMMANDS = [
    "list",
    "show greyford-2014",
    "search greyford",
    "timeline",
    "compare greyford-2014 larkhill-1969",
    "stats",
    "on 09-12",
    "themes",
    "outcomes",
    "context",
    "claims",
    "outlook",
    "people",
    "sources",
    "schema",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_has_what_a_pipe_gets(here: Summit, command: str) -> None:
    piped = here(*command.split())
    run = here(*command.split(), "-o", "out")
    assert (run.code, run.out, run.err) == (0, "", piped.err)
    assert Path("out").read_text(encoding="utf-8") == piped.out != ""
    assert here(*command.split(), "-o", "-") == piped


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv", "tsv", "md", "yaml", "JSON"])
def test_the_suffix_chooses_the_format(here: Summit, suffix: str) -> None:
    assert here("list", "-o", f"out.{suffix}").code == 0
    assert Path(f"out.{suffix}").read_text(encoding="utf-8") == (
        here("list", "-f", suffix.lower()).out
    )


@pytest.mark.parametrize("name", ["out.txt", "out", "out.xyz", ".json"])
def test_without_a_known_suffix_the_format_is_plain(here: Summit, name: str) -> None:
    here("list", "-o", name)
    assert Path(name).read_text(encoding="utf-8") == here("list", "-f", "plain").out


def test_a_format_wins_over_the_suffix(here: Summit) -> None:
    here("list", "-f", "csv", "-o", "out.json")
    assert Path("out.json").read_text(encoding="utf-8") == here("list", "-f", "csv").out
    here("list", "--json", "-o", "out.csv")
    assert Path("out.csv").read_text(encoding="utf-8") == here("list", "--json").out


def test_fields_are_chosen_in_a_file_too(here: Summit) -> None:
    here("list", "--fields", "id,date", "-o", "out.csv")
    assert Path("out.csv").read_text(encoding="utf-8").startswith("id,date\ngreyford-2014,")


def test_a_table_in_a_file_is_coloured_only_on_request(here: Summit) -> None:
    drawn = here("list", "-f", "table").out
    here("list", "-f", "table", "-o", "out.txt", FORCE_COLOR="1")
    assert Path("out.txt").read_text(encoding="utf-8") == drawn
    here("--color", "always", "list", "-f", "table", "-o", "out.txt")
    assert "\x1b" in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [".", "nowhere/x.csv", "nowhere/", ""])
def test_an_impossible_path_is_one_line(here: Summit, path: str) -> None:
    assert_refused(here("list", "-o", path), 2, "-o")


@needs_full_device
def test_a_full_disk_is_one_line(here: Summit) -> None:
    run = here("list", "-o", "/dev/full")
    message = "summit: error: cannot write '/dev/full': No space left on device\n"
    assert (run.code, run.out, run.err) == (1, "", message)


@posix_only
def test_a_file_limit_leaves_the_old_file(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "from summitcli.cli.run import run; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
        f"sys.exit(run(['--no-cache', 'list', '-o', {str(path)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited],
        check=False,
        capture_output=True,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},  # the limit would truncate .pyc files
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr == f"summit: error: cannot write '{path}': File too large\n"
    assert path.read_text(encoding="utf-8") == "old"
    assert [name for name in names(tmp_path) if name.endswith(".tmp")] == []


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.xlsx", ".csv"), ("a.PDF", ".html"), ("a.ics", "'summit export ics'")],
)
def test_a_suffix_of_another_program_is_refused_with_advice(
    here: Summit, tmp_path: Path, name: str, advice: str
) -> None:
    run = here("list", "-o", str(tmp_path / name))
    assert (run.code, advice in run.err) == (2, True)
    assert not (tmp_path / name).exists()
    assert here("list", "-f", "csv", "-o", str(tmp_path / name)).code == 0
