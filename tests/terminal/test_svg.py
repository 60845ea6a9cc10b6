"""Pictures of a terminal: well-formed, self-contained, and what the command printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from summitcli.terminal.svg import draw_svg

if TYPE_CHECKING:
    from conftest import Summit

FIXTURE = Path(__file__).parent.parent / "fixture"
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> str:
    """Return the words of a picture."""
    root = fromstring(svg)
    return " ".join("".join(root.itertext()).replace("\xa0", " ").split())


def test_a_picture_has_the_text_in_its_colours() -> None:
    svg = draw_svg("\x1b[36mhelsinki-2018\x1b[0m Helsinki summit\n", 40, "$ summit list")
    assert "helsinki-2018" in texts(svg)
    assert "Helsinki summit" in texts(svg)
    assert "fill: #66ccd6" in svg
    title = fromstring(svg).find(f"{SVG}title")
    assert title is not None
    assert title.text == "$ summit list"


def test_a_picture_loads_nothing() -> None:
    svg = draw_svg("text\n", 40, "title")
    assert "@font-face" not in svg
    assert svg.count("http") == 1  # the name of the SVG namespace
    assert "url(" not in svg.replace("url(#", "")


@pytest.mark.parametrize("hostile", ["<script>&\"'", "\x00\x07\x0b\ufffe", "{title} {{0}}", ""])
def test_hostile_text_is_only_text(hostile: str) -> None:
    root = fromstring(draw_svg(f"a {hostile} b", 60, hostile))
    assert not list(root.iter(f"{SVG}script"))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert draw_svg("text\n", 40, "title") == draw_svg("text\n", 40, "title")


@pytest.mark.parametrize(
    "command",
    [
        "list --all",
        "show greyford-2014",
        "compare greyford-2014 larkhill-1969",
        "timeline --all",
        "stats --by theme --all",
        "search river",
        "list --year 1800",
    ],
)
def test_every_command_draws_itself(here: Summit, command: str) -> None:
    run = here("--data", str(FIXTURE), *command.split(), "-f", "svg")
    assert run.code == 0
    assert f"$ summit {command}" in texts(run.out)


def test_the_suffix_of_a_file_chooses_the_format(here: Summit, tmp_path: Path) -> None:
    for name, start in (("a.svg", b"<svg "), ("a.html", b"<!DOCTYPE html>")):
        run = here("--data", str(FIXTURE), "show", "greyford-2014", "-o", str(tmp_path / name))
        assert (run.code, run.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_title_is_the_command_line(here: Summit) -> None:
    run = here("list", "--color", "always", "--place", "Port Amber", "--all", "-f", "svg")
    title = fromstring(run.out).find(f"{SVG}title")
    assert title is not None
    assert title.text == "$ summit list --place 'Port Amber' --all"
