"""Find phrases that are banned from code and documentation, and say what to write instead.

    python tools/banned_phrases.py            every file in PATHS
    python tools/banned_phrases.py FILE...    these files

In tests only the names of functions are checked. Quoted text is exempt: a line that contains
`phrase: quoted`, and the code blocks of Markdown, which show output and data.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATHS = (
    "src",
    "docs",
    "tests",
    "benchmarks",
    ".github",
    "noxfile.py",
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
)
SUFFIXES = {".py", ".md", ".toml", ".yml"}
QUOTED = "phrase: quoted"

# A phrase, as a regular expression, and what to write in its place.
BANNED = {
    r"is no [a-z]": "'is not a', or turn the sentence round",
    r"\bnought\b": "'zero', 'none' or 'nothing'",
    r"\btaken for\b": "'interpreted as'",
    r"\bstands (?:to|for|at|in)\b": "'is', 'means', 'represents' or 'appears'",
    r"\bbut for\b": "'except'",
    r"\bmend(?:s|ed|ing)?\b": "'fix'",
    r"\b(?:held|holds?) against\b": "'checked against' or 'compared with'",
}
_CODE_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def find(path: Path) -> Iterator[str]:
    """Yield one line for each banned phrase in a file: where it is and what to write instead."""
    name = path.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = _CODE_BLOCK.sub(lambda block: "\n" * block[0].count("\n"), text)
    for number, line in enumerate(text.splitlines(), 1):
        if QUOTED in line:
            continue
        checked = _function_name(line) if name.parts[0] == "tests" else line
        for phrase, advice in BANNED.items():
            for match in re.finditer(phrase, checked, re.IGNORECASE):
                yield f"{name}:{number}: '{match[0]}'; write {advice}"


def _function_name(line: str) -> str:
    """Return the name of the function that a line defines, as words."""
    match = re.match(r"\s*def (\w+)", line)
    return match[1].replace("_", " ") if match else ""


def files() -> Iterator[Path]:
    """Yield every file in PATHS, in order."""
    for name in PATHS:
        path = ROOT / name
        yield from sorted(path.rglob("*")) if path.is_dir() else [path]


def main(arguments: list[str]) -> int:
    """Print the banned phrases in the given files, or in all; return 1 if there are any."""
    chosen = [Path(name).resolve() for name in arguments] or files()
    found = [
        line for path in chosen if path.is_file() and path.suffix in SUFFIXES for line in find(path)
    ]
    print("".join(f"{line}\n" for line in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
