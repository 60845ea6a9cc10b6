"""Feeds the reader of datasets what a fuzzer makes up, guided by the code that it reaches.

It is run by hand, in an environment of its own, as atheris is in none of the extras:

    python -m venv fuzz && fuzz/bin/pip install -e . atheris
    fuzz/bin/python benchmarks/fuzz_reader.py -max_total_time=180 CORPUS

CORPUS is a folder for what it finds worth keeping; at first it is filled from the shipped dataset.
Any number of problems is an answer. What is not: an exception, a problem that does not say where
it is or takes more than a line, or reading for more than ten seconds (`-timeout=10`). What broke it
is left in a file `crash-...`; give its name in place of CORPUS to see it again.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summitcli", "yaml", "json"]):
    from summitcli.dataset.load import load_with_problems
    from summitcli.errors import DatasetError

_FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-reader-"))
_FILES = [_FOLDER / f"mine{suffix}" for suffix in (".yaml", ".json")]


def read(content: bytes) -> None:
    """Read a dataset; the first byte chooses YAML or JSON."""
    file = _FILES[content[0] % len(_FILES)] if content else _FILES[0]
    file.write_bytes(content[1:])
    try:
        dataset, problems = load_with_problems(file)
    except DatasetError as error:
        _hold("\n" not in str(error), error)
        return
    _hold((dataset is None) == bool(problems), "a dataset and problems, or neither")
    for problem in problems:
        _hold(file.name in str(problem) and problem.line >= 1, problem)
        _hold("\n" not in str(problem), problem)


def _hold(holds: bool, what: object) -> None:
    if not holds:
        raise AssertionError(what)


def _fill(corpus: Path) -> None:
    """Give the fuzzer something to begin with: pieces of the shipped dataset."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    for file in (Path(__file__).parent.parent / "data").glob("*.yaml"):
        (corpus / file.stem).write_bytes(b"\0" + file.read_bytes()[:4000])


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if not argument.startswith("-") and not Path(argument).is_file():
            _fill(Path(argument))
    atheris.Setup([*sys.argv, "-timeout=10"], read)
    atheris.Fuzz()
