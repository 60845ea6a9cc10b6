"""Run the commands that the documentation shows, and put their real output under them.

    python docs/build.py            bring README.md and docs/ up to date
    python docs/build.py --check    say what is stale, and exit with 1 if anything is

In a ```console block each line that begins with `$ summit` is a command; what follows, up to the
next command or the end of the block, is what it printed on a terminal of 80 columns. A command
may end in `# first N lines`.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def terminal(command: str, columns: int = 80) -> str:
    """What a command prints on a pseudo-terminal, without colour; its talk is left out."""
    arguments = shlex.split(command, comments=True)
    reader, writer = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "summitcli", *arguments[1:]],
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "NO_COLOR": "1",
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


def refreshed(page: str) -> str:
    """A page with the output under every command as it is now."""

    def block(match: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (summit\b.*)$", match[1], re.MULTILINE)
        return "```console\n" + "\n".join(f"$ {c}\n{_output(c)}" for c in commands) + "```"

    return _BLOCK.sub(block, page)


def main() -> int:
    """Write what has changed, or with `--check` only name it."""
    stale = []
    for path in PAGES:
        old = path.read_text(encoding="utf-8")
        new = refreshed(old)
        if new != old:
            stale.append(path)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    for path in stale:
        print(path.relative_to(ROOT))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
