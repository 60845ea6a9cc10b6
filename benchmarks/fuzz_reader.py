"""Fuzz the reader of datasets with bytes, guided by the code that each input reaches.

`fuzz.py` damages valid datasets and runs commands on them, mostly beyond the reader; this one needs
no valid dataset, and finds its way into the parsers of YAML and JSON by itself. Run it by hand in
an environment of its own, because atheris is not in any of the extras:

    python -m venv fuzz && fuzz/bin/pip install -e . atheris
    fuzz/bin/python benchmarks/fuzz_reader.py -max_total_time=180 CORPUS

CORPUS is a folder for inputs that reach new code; an empty one is filled from the shipped dataset.
Reporting problems is correct behaviour. Failures are an exception, a problem without a place or
with more than one line, and reading for more than ten seconds (`-timeout=10`). The failing input is
written to a file `crash-...`; pass its name instead of CORPUS to repeat the failure.
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
    """Read the content as a dataset; its first byte chooses YAML or JSON."""
    file = _FILES[content[0] % len(_FILES)] if content else _FILES[0]
    file.write_bytes(content[1:])
    try:
        dataset, problems = load_with_problems(file)
    except DatasetError as error:
        _require("\n" not in str(error), error)
        return
    _require((dataset is None) == bool(problems), "a dataset and problems, or neither")
    for problem in problems:
        _require(file.name in str(problem) and problem.line >= 1, problem)
        _require("\n" not in str(problem), problem)


def _require(condition: bool, what: object) -> None:
    if not condition:
        raise AssertionError(what)


def _fill(corpus: Path) -> None:
    """Write pieces of the shipped dataset into an empty corpus."""
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
