"""Bring README.md and docs/ up to date: output of commands, field tables and pictures.

    python docs/build.py            rewrite what has changed
    python docs/build.py --check    only name the files that are out of date; exit with 1 if any is

In a ```console block each line that begins with `$ summit` is a command, and the lines after it are
its output on a terminal of 80 columns, with notes and footers unless a format is chosen; a command
may end in `# first N lines`. The text between `<!-- fields -->` and `<!-- end -->` lists the record
types with their fields, that after `<!-- keys -->` the keys of the explorer. PICTURES says which
command each picture shows, SCREENS which keys lead to a picture of the explorer. Everything else is
written by hand. It needs a pseudo-terminal, and therefore Linux or macOS.
"""

import asyncio
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path

from rich.console import Console

from summitcli import open_dataset
from summitcli.browse.app import Browse, Start
from summitcli.browse.keys import Where, keys_of
from summitcli.model import Dataset
from summitcli.model.fields import FieldType, fields_of
from summitcli.model.schema import field_texts
from summitcli.terminal.svg import draw_svg

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 80


@dataclass(frozen=True)
class Picture:
    """The command that a picture shows, and how much of its output."""

    command: str
    columns: int
    lines: int


PICTURES = {
    "list": Picture("summit list", 100, 40),
    "show": Picture("summit show helsinki-2018", 120, 60),
    "timeline": Picture("summit timeline --since 2017 --until 2018", 100, 48),
    "compare": Picture("summit compare reykjavik-1986 helsinki-2018", 120, 60),
    "heat": Picture("summit stats --by theme --across presidency --all", 150, 44),
}


@dataclass(frozen=True)
class Screen:
    """The keys after which the explorer is pictured, and its size and look."""

    keys: tuple[str, ...]
    size: tuple[int, int]
    look: str = "dark"


SCREENS = {
    "browse": Screen(("slash", *"reykjavik", "enter", "2", "tab"), (120, 34)),
    "browse-light": Screen(("slash", *"anchorage", "enter", "5"), (120, 34), "light"),
}

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- end -->)", re.DOTALL)
_KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- end -->)", re.DOTALL)
_COMMAND = re.compile(r"^\$ (summit\b.*)$", re.MULTILINE)
_FIRST = re.compile(r"# first (\d+) lines$")

Run = Callable[[str], str]


def run(command: str, columns: int = COLUMNS, colour: bool = False) -> str:
    """Run a command on a pseudo-terminal and return what it shows: of data only the data."""
    options = ["--color", "always" if colour else "never"]
    words = shlex.split(command, comments=True)[1:]
    reader, writer = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "summitcli", *options, *words],
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL if {"--json", "-f"} & {*words} else writer,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "COLUMNS": str(columns),
        },
    )
    os.close(writer)
    output = b"".join(_chunks(reader)).decode().replace("\r\n", "\n")
    os.close(reader)
    if code := process.wait():
        raise SystemExit(f"exit code {code}: {command}")
    return output


def _chunks(reader: int) -> Iterator[bytes]:
    """Yield what is written to a pseudo-terminal until its other end is closed."""
    while True:
        try:
            chunk = os.read(reader, 65536)
        except OSError:  # Linux reports the closed end as an error
            return
        if not chunk:
            return
        yield chunk


def page(text: str, run: Run = run) -> str:
    """Return a page with the output of its commands, and its field tables, renewed."""

    def console(block: re.Match[str]) -> str:
        outputs = (
            f"$ {command}\n{_output(command, run)}" for command in _COMMAND.findall(block[1])
        )
        return "```console\n" + "\n".join(outputs) + "```"

    text = _KEYS.sub(lambda _: "\n".join(key_tables()) + "\n", _CONSOLE.sub(console, text))
    return _FIELDS.sub(lambda _: "\n".join(field_tables()) + "\n", text)


def _output(command: str, run: Run) -> str:
    """Return the output of a command, cut after the number of lines that its comment gives."""
    output = run(command)
    first = _FIRST.search(command)
    if first is None:
        return output
    return "".join(output.splitlines(keepends=True)[: int(first[1])]) + "...\n"


def picture(shown: Picture) -> str:
    """Return an SVG of a command's output on a terminal; it loads nothing from the network."""
    lines = run(shown.command, shown.columns, colour=True).splitlines()[: shown.lines]
    return draw_svg("\n".join(lines), shown.columns, f"$ {shown.command}")


def screen(shown: Screen) -> str:
    """Return an SVG of the explorer after some keys."""
    app = Browse(open_dataset(), Start(look=shown.look))
    console = Console(color_system="truecolor", force_terminal=True, _environ={})

    async def use() -> str:
        async with app.run_test(size=shown.size) as pilot:
            await pilot.press(*shown.keys)
            await pilot.pause()
            strips = app.screen._compositor.render_strips(app.screen.size)
            return "\n".join(strip.render(console) for strip in strips)

    return draw_svg(asyncio.run(use()), shown.size[0], "$ summit browse")


def key_tables() -> Iterator[str]:
    """Yield a table of the keys of each part of the explorer."""
    for where in Where:
        yield f"\n### {where}\n\n| key | |\n|---|---|"
        for key in keys_of(where):
            yield f"| {key.shown} | {key.help} |"


def field_tables() -> Iterator[str]:
    """Yield a heading and a table of fields for each record type that a dataset contains."""
    for kind in _record_types(Dataset):
        yield f"\n### {kind.__name__}\n\n{(kind.__doc__ or '').strip()}\n"
        yield "| field | type | | meaning |\n|---|---|---|---|"
        texts, types = field_texts(kind), fields_of(kind)
        for item in fields(kind):
            field_type, required = types[item.name]
            needed = "required" if required else ""
            meaning = texts.get(item.name, "")
            yield f"| `{item.name}` | {_describe(field_type)} | {needed} | {meaning} |"


def _record_types(root: type) -> list[type]:
    """Return a record type and those inside it, each once, in the order of the fields."""
    found: dict[type, None] = {}

    def visit(field_type: FieldType) -> None:
        if field_type.record is not None and field_type.record not in found:
            found[field_type.record] = None
            for inner, _ in fields_of(field_type.record).values():
                visit(inner)
        for inner in field_type.inner:
            visit(inner)

    for field_type, _ in fields_of(root).values():
        visit(field_type)
    return [root, *found]


def _describe(field_type: FieldType) -> str:
    """Return the type of a field in words, with a link if it is a record."""
    metadata = dict(field_type.metadata)
    if field_type.kind == "list":
        return f"list of {_describe(field_type.inner[0])}"
    if field_type.kind == "mapping":
        return f"{_describe(field_type.inner[0])} → {_describe(field_type.inner[1])}"
    if field_type.record is not None:
        return f"[{field_type.record.__name__}](#{field_type.record.__name__.lower()})"
    if "refers_to" in metadata:
        return f"id in `{metadata['refers_to']}`"
    if "partial_date" in metadata:
        return "date"
    if values := getattr(field_type.bare, "__members__", None):
        return ", ".join(f"`{member.value}`" for member in values.values())
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}[
        field_type.bare
    ]


def renewed() -> dict[Path, str]:
    """Return every generated file with its new content."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    run("summit list")  # so that the dataset is in the store, and no other run reports progress
    with ThreadPoolExecutor() as pool:
        tasks = {path: pool.submit(page, path.read_text(encoding="utf-8")) for path in pages}
        for name, shown in PICTURES.items():
            tasks[ROOT / "docs" / "pictures" / f"{name}.svg"] = pool.submit(picture, shown)
        for name, explored in SCREENS.items():
            tasks[ROOT / "docs" / "pictures" / f"{name}.svg"] = pool.submit(screen, explored)
        return {path: task.result() for path, task in tasks.items()}


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files that are missing or have another content than they should."""
    return [
        path
        for path, content in files.items()
        if not path.exists() or path.read_text(encoding="utf-8") != content
    ]


def main(arguments: list[str]) -> int:
    """Rewrite the files that are out of date, or with `--check` only name them."""
    files = renewed()
    changed = stale(files)
    if "--check" in arguments:
        for path in changed:
            print(f"{path.relative_to(ROOT)} is out of date; run 'nox -s docs'")
        return 1 if changed else 0
    for path in changed:
        path.write_text(files[path], encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
