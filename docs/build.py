"""Bring the documentation up to date from the program itself: outputs, pictures, field tables.

    python docs/build.py            bring README.md and docs/ up to date
    python docs/build.py --check    say what is stale, and exit with 1 if anything is

In a ```console block each line that begins with `$ summit` is a command; what follows is what it
printed on a terminal of 80 columns. A command may end in `# first N lines`. Between
`<!-- fields -->` and `<!-- end -->` stand the record types with their fields. The pictures are
named in PICTURES.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from summitcli.model import dataset, meeting, records
from summitcli.model.fields import FieldType, fields_of
from summitcli.model.schema import field_texts

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

# Picture → the command it shows, the columns of its terminal, and the lines that are shown.
PICTURES = {
    "list": ("summit list", 100, 40),
    "show": ("summit show helsinki-2018", 120, 60),
    "timeline": ("summit timeline --since 2017 --until 2018", 100, 48),
    "compare": ("summit compare reykjavik-1986 helsinki-2018", 120, 60),
    "heat": ("summit stats --by theme --across presidency --all", 150, 44),
}

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- end -->)", re.DOTALL)


def terminal(command: str, columns: int = 80, colour: bool = False) -> str:
    """What a command prints on a pseudo-terminal; its talk on standard error is left out."""
    options = ["--color", "always" if colour else "never"]
    reader, writer = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "summitcli", *options, *shlex.split(command, comments=True)[1:]],
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "COLUMNS": str(columns),
        },
    )
    os.close(writer)
    chunks = []
    while True:
        try:
            chunk = os.read(reader, 65536)
        except OSError:  # the other end of a pseudo-terminal is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(reader)
    process.wait()
    return b"".join(chunks).decode().replace("\r\n", "\n")


def _output(command: str) -> str:
    output = terminal(command)
    wanted = re.search(r"# first (\d+) lines$", command)
    if wanted is None:
        return output
    return "".join(output.splitlines(keepends=True)[: int(wanted[1])]) + "...\n"


def page(old: str) -> str:
    """A page with the output under every command, and every field table, as they are now."""

    def block(match: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (summit\b.*)$", match[1], re.MULTILINE)
        return "```console\n" + "\n".join(f"$ {c}\n{_output(c)}" for c in commands) + "```"

    return _FIELDS.sub(lambda _: "\n".join(_field_tables()) + "\n", _BLOCK.sub(block, old))


def picture(command: str, columns: int, lines: int) -> str:
    """An SVG of what a command shows on a terminal, without anything from the net in it."""
    console = Console(
        record=True, width=columns, file=StringIO(), color_system="standard", force_terminal=True
    )
    shown = terminal(command, columns, colour=True).splitlines()[:lines]
    console.print(Text.from_ansi("\n".join(shown)), soft_wrap=True)
    svg = console.export_svg(title=command)
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def _field_tables() -> Iterator[str]:
    """Every record type with its fields, in the order of the module."""
    types = [
        kind
        for module in (dataset, meeting, records)
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    ]
    for kind in types:
        yield f"\n### {kind.__name__}\n\n{(kind.__doc__ or '').strip()}\n"
        yield "| field | type | | meaning |\n|---|---|---|---|"
        texts, hints = field_texts(kind), fields_of(kind)
        for item in fields(kind):
            hint, required = hints[item.name]
            needed = "required" if required else ""
            yield f"| `{item.name}` | {_type(hint)} | {needed} | {texts.get(item.name, '')} |"


def _type(hint: FieldType) -> str:
    marks = dict(hint.metadata)
    if hint.kind == "list":
        return f"list of {_type(hint.inner[0])}"
    if hint.kind == "mapping":
        return f"{_type(hint.inner[0])} → {_type(hint.inner[1])}"
    if hint.record is not None:
        return f"[{hint.record.__name__}](#{hint.record.__name__.lower()})"
    if "refers_to" in marks:
        return f"id in `{marks['refers_to']}`"
    if "partial_date" in marks:
        return "date"
    if values := getattr(hint.bare, "__members__", None):
        return ", ".join(f"`{member.value}`" for member in values.values())
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}[hint.bare]


def main() -> int:
    """Write what has changed, or with `--check` only name it."""
    with ThreadPoolExecutor() as pool:
        pages = {path: pool.submit(page, path.read_text(encoding="utf-8")) for path in PAGES}
        pictures = {
            ROOT / "docs" / "pictures" / f"{name}.svg": pool.submit(picture, *what)
            for name, what in PICTURES.items()
        }
        made = {path: task.result() for path, task in {**pages, **pictures}.items()}
    stale = [
        path
        for path, new in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != new
    ]
    for path in stale:
        if "--check" not in sys.argv:
            path.write_text(made[path], encoding="utf-8")
        print(path.relative_to(ROOT))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
