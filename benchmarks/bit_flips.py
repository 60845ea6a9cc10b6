"""Flip random bits of a store and see whether any command then answers differently.

    python benchmarks/bit_flips.py                        600 bits of the shipped dataset's store
    python benchmarks/bit_flips.py --flips 50 --data DIR  fewer, of another dataset

After each flip four commands run, each on the same damaged store. Printed is how many flips changed
the output of a command, which should be none, how many were noticed, so that the store was made
again, and how many hit a place that no command reads or that does not matter.
"""

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile

from summitcli.cli.run import run
from summitcli.store.folder import stores

COMMANDS = {
    "list": ["list", "--all", "--kind", "any", "--status", "any", "--json"],
    "show": ["show", "{meeting}", "--json"],
    "search": ["search", "{word}", "--json"],
    "stats": ["stats", "--all", "--by", "theme", "--across", "presidency", "--json"],
}


class Output(io.TextIOWrapper):
    """Standard output that keeps what is written."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def text(self) -> str:
        """Return what was written."""
        self.flush()
        buffer = self.buffer
        return buffer.getvalue().decode() if isinstance(buffer, io.BytesIO) else ""


def answer(arguments: list[str]) -> tuple[int, str]:
    """Return the exit code and the output of a command."""
    output = Output()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        code = run(arguments)
    return code, output.text()


def main() -> None:
    """Flip the bits and print the figures."""
    parser = argparse.ArgumentParser(description="Flip random bits of a store.")
    parser.add_argument("--flips", type=int, default=600, help="number of flips")
    parser.add_argument("--seed", type=int, default=0, help="where the random numbers begin")
    parser.add_argument("--data", help="a dataset other than the shipped one")
    parser.add_argument("--meeting", default="helsinki-2018", help="a meeting to show")
    parser.add_argument("--word", default="helsinky", help="a word to search for")
    options = parser.parse_args()
    start = ["--data", options.data] if options.data else []
    commands = {
        name: [*start, *(part.format(**vars(options)) for part in arguments)]
        for name, arguments in COMMANDS.items()
    }
    rng = random.Random(options.seed)  # noqa: S311 - chooses bits, protects nothing
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUMMIT_CACHE_DIR"] = folder
        truth = {name: answer(arguments) for name, arguments in commands.items()}
        (store,) = stores()
        sound = store.read_bytes()
        changed, noticed = 0, 0
        for number in range(options.flips):
            bit = rng.randrange(len(sound) * 8)
            damaged = bytearray(sound)
            damaged[bit // 8] ^= 1 << bit % 8
            seen = False
            for name, arguments in commands.items():
                store.write_bytes(damaged)
                if answer(arguments) != truth[name]:
                    changed += 1
                    print(f"bit {bit} changes {name}")
                seen = seen or not store.exists() or store.read_bytes() != damaged
            noticed += seen
            print(f"{number + 1}: {changed} changed, {noticed} noticed", end="\r", file=sys.stderr)
    harmless = options.flips - noticed
    print(
        f"{options.flips} flips in a store of {len(sound):,} bytes: {changed} outputs changed, "
        f"{noticed} flips noticed, {harmless} without effect"
    )


if __name__ == "__main__":
    main()
