"""One module writes to the standard streams, and one opens files for writing; all others ask them.

So a write that is not complete is an error wherever the bytes come from.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import summitcli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACKAGE = Path(summitcli.__file__).parent
MODULES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}

STREAMS = {"cli/streams.py", "__main__.py"}  # the second empties them at the end
FILES = {
    "dataset/atomic.py",
    "cli/streams.py",  # the null device
    "store/freshness.py",  # a line in its own folder
}

STANDARD = {"stdout", "stderr", "__stdout__", "__stderr__"}
WRITING = {"write_text", "write_bytes", "mkstemp", "fdopen", "NamedTemporaryFile", "TemporaryFile"}


def of_streams(tree: ast.AST) -> Iterator[str]:
    """Yield each use of a standard stream."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "sys" and node.attr in STANDARD:
                yield f"line {node.lineno}: sys.{node.attr}"
        elif isinstance(node, ast.Name) and node.id == "print":
            yield f"line {node.lineno}: print"


def of_files(tree: ast.AST) -> Iterator[str]:
    """Yield each call that writes a file, or opens one for writing."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        os_write = name == "write" and ast.unparse(node.func) == "os.write"
        if name in WRITING or os_write or (name == "open" and not reads(node)):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def reads(call: ast.Call) -> bool:
    """Return whether a call of `open` reads: its mode, or the lack of one, says so."""
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    texts = [part.value for part in given if isinstance(part, ast.Constant)]
    modes = [text for text in texts if isinstance(text, str) and set(text) <= set("rwxab+t")]
    flags = ("O_WRONLY", "O_RDWR", "O_CREAT")
    return not (
        any(set(mode) & set("wxa+") for mode in modes)
        or any(flag in ast.unparse(call) for flag in flags)
    )


def found(look: Callable[[ast.AST], Iterator[str]], allowed: set[str]) -> dict[str, list[str]]:
    """Return what is found in the modules of the package except some."""
    trees = {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in MODULES.items()
        if name not in allowed
    }
    return {name: lines for name, tree in trees.items() if (lines := list(look(tree)))}


def test_only_one_module_writes_to_the_standard_streams() -> None:
    assert found(of_streams, STREAMS) == {}


def test_only_one_module_opens_files_for_writing() -> None:
    assert found(of_files, FILES) == {}


@pytest.mark.parametrize(
    "code",
    [
        "open('a', 'w')",
        "path.open('xb')",
        "path.open(mode='a')",
        "path.write_text('a')",
        "os.fdopen(handle, 'wb')",
        "os.write(1, b'')",
        "os.open(path, os.O_WRONLY)",
    ],
)
def test_writing_is_recognised(code: str) -> None:
    assert len(list(of_files(ast.parse(code)))) == 1


@pytest.mark.parametrize("code", ["open('file')", "path.open('rb')", "out.write(b'')"])
def test_reading_is_not_reported(code: str) -> None:
    assert list(of_files(ast.parse(code))) == []


def test_no_format_of_dates_that_only_some_systems_know() -> None:
    """Windows refuses `%-d`, and others `%#d`."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in MODULES.items()}
    assert [name for name, text in texts.items() if re.search(r"%[-#][a-zA-Z]", text)] == []
