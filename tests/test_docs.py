"""The documentation: links, pictures, help, and examples that work.

Whether the generated output is up to date is checked by `nox -s docs -- --check`.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from summitcli.cli.commands import COMMANDS, LazyGroup
from summitcli.model import Meeting

if TYPE_CHECKING:
    from types import ModuleType

    from conftest import Summit

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))

pytestmark = pytest.mark.skipif(not (ROOT / "docs").exists(), reason="no documentation here")
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pytest.fixture
def data() -> None:
    """Return None, which stands for the shipped record: the examples are about it."""


def code_blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page that are in a language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)


def without_code(page: Path) -> str:
    """Return the text of a page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)


def anchors(page: Path) -> list[str]:
    """Return the names that the headings of a page have in links."""
    headings = re.findall(r"^#+ (.+)$", without_code(page), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]


def broken_links(page: Path) -> list[str]:
    """Return the links of a page to files or headings that do not exist."""
    broken = []
    for address in re.findall(r"\]\(([^)\s]+)\)", without_code(page)):
        if "://" in address:
            continue
        name, _, heading = address.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and heading not in anchors(target)):
            broken.append(address)
    return broken


@every_page
def test_links_lead_to_a_file_or_heading(page: Path) -> None:
    assert broken_links(page) == []


def test_every_picture_is_on_a_page() -> None:
    shown = {
        name
        for page in PAGES
        for name in re.findall(r"pictures/([\w-]+)\.svg", page.read_text(encoding="utf-8"))
    }
    assert shown == {picture.stem for picture in PICTURES}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_pictures_load_nothing_from_the_network(picture: Path) -> None:
    svg = picture.read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert not re.search(r"(?:href|src)\s*=\s*[\"']https?:|url\([\"']?https?:|@import", svg)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_section(command: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert re.search(rf"summit (--data \S+ )?{command}\b", section[1])


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_describes_a_command_and_gives_an_example(here: Summit, command: str) -> None:
    run = here(command, "--help")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"Usage: summit {command} ")
    assert re.search(rf"^ +summit (--data \S+ )?{command}\b", run.out, re.MULTILINE)
    option_without_help = r"^  --[\w-]+( [A-Z]+)?$(?!\n  +\S)"
    assert not re.search(option_without_help, run.out, re.MULTILINE)


def test_help_lists_every_command(here: Summit) -> None:
    listed = re.findall(r"^  ([a-z]+)  +\S", here("--help").out, re.MULTILINE)
    assert set(COMMANDS) <= set(listed)


def documented_filters() -> dict[str, set[str]]:
    """Return the options that the table of filters in docs/commands.md gives to each command."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.split("\n## Filters\n")[1].split("\n## ")[0]
    head, _, *rows = (line.split("|")[1:-1] for line in section.splitlines() if line[:1] == "|")
    filters: dict[str, set[str]] = {}
    for names, *cells in rows:
        ticked = (title for title, cell in zip(head[1:], cells, strict=True) if "✓" in cell)
        options = {option for title in ticked for option in re.findall(r"--[\w-]+", title)}
        filters |= dict.fromkeys(names.strip().split(", "), options)
    return filters


def test_the_table_of_filters_is_true() -> None:
    documented = documented_filters()
    listed = set().union(*documented.values())
    for command, filters in documented.items():
        parameters = LazyGroup(name="summit").get_command(None, command).params
        assert {name for item in parameters for name in item.opts} & listed == filters, command


def shell_lines(page: Path) -> list[str]:
    """Return the lines of the shell examples of a page."""
    return [line for block in code_blocks(page, "sh") for line in block.splitlines()]


def shell_examples(page: Path) -> list[str]:
    """Return the `summit` commands in the shell examples of a page, without pipes and comments."""
    lines = (line.removeprefix("watch --color ").strip("'") for line in shell_lines(page))
    return [re.split(r" [|>#]", line)[0].strip() for line in lines if line.startswith("summit ")]


def pipelines() -> list[str]:
    """Return the shell examples in which another program reads what `summit` writes."""
    lines = [line for page in PAGES for line in shell_lines(page) if line.startswith("summit ")]
    return [line for line in lines if " | " in line and "fzf" not in line]


# The commands of the page about a dataset of one's own depend on each other; they are run in
# tests/dataset/scaffold/test_create.py. The explorer needs a terminal, and the web site is served
# until it is stopped; both have tests of their own.
EXAMPLES = [
    example
    for page in PAGES
    if page.name != "own-dataset.md"
    for example in shell_examples(page)
    if not re.search(r"\b(browse|site)\b", example)
]


@pytest.mark.parametrize("command", EXAMPLES)
def test_shell_examples_exit_0(here: Summit, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    run = here(*shlex.split(command)[1:])
    assert run.code == 0, run.err


@pytest.mark.parametrize("line", pipelines())
def test_other_programs_read_the_output(
    environment: dict[str, str], tmp_path: Path, line: str
) -> None:
    words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
    for program in ("bash", *(after for word, after in pairwise(words) if word == "|")):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    path = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**environment, "PATH": path},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(code, id=f"{page.name}-{number}")
        for page in PAGES
        for number, code in enumerate(code_blocks(page, "python"), 1)
        if "pandas" not in code
    ],
)
def test_python_examples_run(code: str, tmp_path: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_template_record_is_valid(here: Summit, tmp_path: Path) -> None:
    source, meeting = code_blocks(ROOT / "CONTRIBUTING.md", "yaml")
    dataset = f"""\
dataset:
  title: Template
  sides:
  - {{id: us, name: United States}}
  - {{id: russia, name: Russia}}
people:
- {{id: donald-trump, name: Donald Trump, side: us}}
- {{id: vladimir-putin, name: Vladimir Putin, side: russia}}
themes:
- {{id: arms-control, title: Arms control, description: Limits on weapons}}
meetings:
{meeting}
sources:
{dedent(source).replace("example-2019-osaka", "a-source")}
"""
    file = tmp_path / "template.yaml"
    file.write_text(dataset, encoding="utf-8")
    run = here("check", str(file))
    assert (run.code, run.out) == (0, "")


def test_the_keys_of_the_template_are_in_the_order_of_the_model() -> None:
    _, text = code_blocks(ROOT / "CONTRIBUTING.md", "yaml")
    keys = re.findall(r"^[- ] (\w+):", text, re.MULTILINE)
    assert keys == [field.name for field in dataclasses.fields(Meeting) if field.name in keys]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The script that generates parts of the documentation."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_build_puts_the_output_below_each_command(build: ModuleType) -> None:
    old = "Text\n\n```console\n$ summit list\nold\n\n$ summit on\nold\n```\n\nMore\n"
    new = "Text\n\n```console\n$ summit list\nnew\n\n$ summit on\nnew\n```\n\nMore\n"
    assert build.page(old, run=lambda _: "new\n") == new
    assert build.page(new, run=lambda _: "new\n") == new


def test_build_cuts_output_after_the_lines_asked_for(build: ModuleType) -> None:
    block = "```console\n$ summit list # first 2 lines\n```\n"
    made = build.page(block, run=lambda _: "1\n2\n3\n")
    assert made == "```console\n$ summit list # first 2 lines\n1\n2\n...\n```\n"


def test_build_lists_the_fields_of_every_record_type(build: ModuleType) -> None:
    made = build.page("<!-- fields -->\nold\n<!-- end -->\n")
    assert "\nold\n" not in made
    assert "### Meeting\n" in made
    assert "| `date` | date |  |" in made


def test_build_names_files_with_other_content(build: ModuleType, tmp_path: Path) -> None:
    same, other, missing = tmp_path / "same.md", tmp_path / "other.md", tmp_path / "missing.md"
    same.write_text("new", encoding="utf-8")
    other.write_text("old", encoding="utf-8")
    files = {same: "new", other: "new", missing: "new"}
    assert build.stale(files) == [other, missing]
