"""The documentation says what the program does: outputs, pictures, links and examples are real."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.cli.commands import COMMANDS

if TYPE_CHECKING:
    from types import ModuleType

    from conftest import Summit

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

pytestmark = pytest.mark.skipif(not (ROOT / "docs").exists(), reason="no documentation here")
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def blocks(page: Path, language: str) -> list[str]:
    """The code of a language on a page."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> list[str]:
    """The names that the headings of a page have in links."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]


@every_page
def test_links_lead_to_a_file_or_heading(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"", text)
    broken = []
    for address in (one or other for one, other in links):
        if "://" in address:
            continue
        name, _, heading = address.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and heading not in anchors(target)):
            broken.append(address)
    assert broken == []


def test_a_link_to_nowhere_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text('# One, two!\n[a](page.md#one-two) [b](#two) [c](gone.md) <img src="d.svg">\n')
    with pytest.raises(AssertionError, match=r"#two.*gone\.md.*d\.svg"):
        test_links_lead_to_a_file_or_heading(page)


def test_every_picture_is_shown_somewhere() -> None:
    shown = {
        name
        for page in PAGES
        for name in re.findall(r"pictures/([\w-]+)\.svg", page.read_text(encoding="utf-8"))
    }
    assert shown == {path.stem for path in (ROOT / "docs" / "pictures").glob("*.svg")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_and_a_section(here: Summit, command: str) -> None:
    run = here(command, "--help")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"Usage: summit {command} ")
    said = run.out.split("\n\n")[1].strip()
    assert said.endswith((".", ":", "wrong."))
    assert f"  summit {command}" in run.out  # an example at least
    assert not re.search(r"^  --(?!help)[\w-]+( [A-Z]+)?$(?!\n  +\S)", run.out, re.MULTILINE)
    assert re.search(rf"^ +{command} +\S", here("--help").out, re.MULTILINE)
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert any(command in re.split(r"\W+", heading) for heading in headings)
    assert f"summit {command}" in page


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The script that makes the documentation."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checked(script: Path) -> subprocess.CompletedProcess[str]:
    """A run of the script that says what is stale."""
    return subprocess.run(
        [sys.executable, str(script), "--check"],
        check=False, capture_output=True, text=True, timeout=300,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_the_documentation_is_up_to_date() -> None:
    run = checked(ROOT / "docs" / "build.py")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_a_page_that_was_edited_by_hand_is_stale(tmp_path: Path, build: ModuleType) -> None:
    (tmp_path / "docs").mkdir()
    # The script looks for its pages beside itself: a copy of it checks the copied pages alone.
    source = Path(build.__file__).read_text(encoding="utf-8")
    bare = re.sub(r"^PICTURES = \{.*?^\}", "PICTURES = {}", source, flags=re.M | re.S)
    assert bare != source
    (tmp_path / "docs" / "build.py").write_text(bare, encoding="utf-8")
    page = tmp_path / "README.md"
    page.write_text("# Mine\n\n```console\n$ summit list --year 2019\n```\n", encoding="utf-8")
    page.write_text(build.page(page.read_text(encoding="utf-8")), encoding="utf-8")
    assert "2019-06-28  osaka-2019" in page.read_text(encoding="utf-8")
    assert (checked(tmp_path / "docs" / "build.py")).returncode == 0
    edited = page.read_text(encoding="utf-8").replace("osaka", "tokyo", 1)
    page.write_text(edited, encoding="utf-8")
    run = checked(tmp_path / "docs" / "build.py")
    assert (run.returncode, run.stdout) == (1, "README.md\n")
    assert page.read_text(encoding="utf-8") == edited


def test_fields_and_long_outputs_are_written_anew(build: ModuleType) -> None:
    made = build.page("<!-- fields -->\nold\n<!-- end -->\n")
    assert "\nold\n" not in made
    assert "### Meeting\n" in made
    assert "| `date` | date |  |" in made
    made = build.page("```console\n$ summit list # first 3 lines\nold\n```\n")
    assert made.count("\n") == 7
    assert made.endswith("\n...\n```\n")


def test_pictures_hold_nothing_from_the_net() -> None:
    for path in (ROOT / "docs" / "pictures").glob("*.svg"):
        picture = path.read_text(encoding="utf-8")
        assert picture.startswith("<svg")
        addresses = set(re.findall(r"https?://[^\s\"')]+", picture))
        assert {a for a in addresses if "www.w3.org" not in a and "textualize" not in a} == set()
        assert "@font-face" not in picture


@every_page
def test_json_examples_are_json(page: Path) -> None:
    found = [json.loads(text) for text in blocks(page, "json")]
    for text in blocks(page, "console"):
        for command, output in re.findall(r"^\$ (summit .*)\n((?:(?!\$ ).*\n)*)", text, re.M):
            if "--json" in command and "# first" not in command:
                found.append(json.loads(output))
    assert page.name != "json.md" or len(found) > 5


@every_page
def test_python_examples_run(page: Path, tmp_path: Path) -> None:
    for code in blocks(page, "python"):
        compile(code, page.name, "exec")
        if "pandas" not in code:
            done = subprocess.run(
                [sys.executable, "-c", code],
                check=True, capture_output=True, text=True, cwd=tmp_path, timeout=60,
            )  # fmt: skip
            assert "Helsinki summit" in done.stdout


def commands_of(page: Path) -> list[list[str]]:
    """The commands in the shell examples of a page, up to their pipe or comment."""
    lines = [line for text in blocks(page, "sh") for line in text.splitlines()]
    asked = [re.split(r" [|>#] ?", line)[0] for line in lines if line.startswith("summit ")]
    return [line.replace("'", "").replace("\\", "").split()[1:] for line in asked]


def test_shell_examples_of_the_readme_give_something(here: Summit) -> None:
    found = commands_of(ROOT / "README.md")
    assert len(found) > 5
    for command in found:
        run = here(*command)
        assert (run.code, bool(run.out)) == (0, True), command


def test_the_readme_counts_what_jq_would(here: Summit) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    counts: list[tuple[str, Any]] = re.findall(r"^summit (.+) \| jq length +# (\d+)$", readme, re.M)
    assert counts
    for command, count in counts:
        assert len(json.loads(here(*command.split()).out)) == int(count)
