"""Random cases for `fuzz.py`: damaged datasets, and command lines that make little sense."""

import json
import random
import string
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import typer.main

from summitcli.cli.app import app
from summitcli.dataset.yaml_text import dump

Data = dict[str, Any]

HOSTILE = [
    "",
    " ",
    "\n",
    "a\nb",
    "\t=1+1",
    "\x00",
    "\b\b",
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\u202eabc",
    "a\u200db",
    "\U000e0041",
    "\ufeff",
    "\ud800",
    "\u2028",
    "e" + "\u0301" * 40,
    "👩\u200d🚀",
    "中文" * 50,
    "[bold red]x[/]",
    "](javascript:a)",
    "<script>",
    "=1+1",
    "@SUM(A1)",
    "- a: [",
    "&a *a",
    "!!python/object:os",
    "%",
    "{}",
    "null",
    "1e999",
    "9" * 400,
    "-" * 200,
    "x" * 5000,
    "2018-02-30",
    "0000-00-00",
    "9999-12-31",
    "0001",
    "https://a℀b/",
    "javascript:alert(1)",
    "https://example.org/\u200b",
]
NUMBERS = [0, -1, 1, 99_999, 100_001, 10**30, -(10**30), 1.5, float("1e308"), True, None]
ENVIRONMENTS: dict[str, list[str]] = {
    "COLUMNS": ["", "0", "1", "20", "80", "9999999", "-5", "x", "\u0663"],
    "NO_COLOR": ["", "1"],
    "FORCE_COLOR": ["", "0", "1"],
    "TERM": ["dumb", "xterm-256color", "", "\x1b"],
    "SUMMIT_PALETTE": ["dark", "mono", "x", ""],
    "SUMMIT_MAX_FILE_MB": ["1", "0", "x", "9" * 50],
    "SUMMIT_PAGER": ["", "cat", "nonsense", "'"],
    "SUMMIT_DATA": ["nowhere", "", "\n", "."],
    "PYTHONIOENCODING": ["ascii", "utf-8"],
}
EXCLUDED = {"open", "site", "watch", "install_completion", "show_completion", "copy"}
"Commands and options that start other programs, take long, or never end."

Path = list[Any]


def mutate(data: Data, chance: random.Random) -> Data:
    """Return a copy of a dataset with a few random changes."""
    changed = deepcopy(data)
    for _ in range(chance.choice([1, 1, 2, 4])):
        paths = list(_paths(changed, []))
        *parents, key = chance.choice(paths)
        holder = _at(changed, parents)
        match chance.randrange(6):
            case 0:
                del holder[key]
            case 1:
                holder[key] = chance.choice([*HOSTILE, *NUMBERS, [], {}, [[]], {"id": "a"}])
            case 2:
                holder[key] = deepcopy(_at(changed, chance.choice(paths[: len(paths) // 2])))
            case 3 if isinstance(holder, list):
                holder.insert(key, deepcopy(holder[key]))
            case 4 if isinstance(holder, dict):
                holder[chance.choice([*HOSTILE, "id", "date"])] = holder.pop(key)
            case _ if isinstance(holder[key], str):
                holder[key] = _with_piece(holder[key], chance)
    return changed


def _paths(value: Any, path: Path) -> Iterator[Path]:
    """Yield the path of every value inside another."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in items:
        yield [*path, key]
        if isinstance(part, dict | list):
            yield from _paths(part, [*path, key])


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def _with_piece(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(HOSTILE) + text[at + chance.choice([0, 1, 50]) :]


def written(data: Data, suffix: str, chance: random.Random) -> bytes:
    """Return a dataset as the bytes of a file, in a few cases with some of them damaged."""
    if suffix == ".yaml":
        try:
            text = dump(data)
        except UnicodeEncodeError:  # a lone surrogate, which JSON can escape
            text = json.dumps(data)
    else:
        text = json.dumps(data, ensure_ascii=chance.random() < 0.5)
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice([0, 0, 0, 0, 1, 3])):
        at = chance.randrange(len(content))
        content[at : at + chance.choice([0, 1, 20])] = chance.randbytes(chance.choice([0, 1, 3]))
    return bytes(content)


class CommandLines:
    """Random command lines, from the commands and options that the program has."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        group = typer.main.get_command(app)
        self._context = typer.Context(group)
        names = group.list_commands(self._context)  # type: ignore[attr-defined]
        self._options = {
            name: self._options_of(group.get_command(self._context, name))  # type: ignore[attr-defined]
            for name in names
            if name not in EXCLUDED
        }
        self._global = self._options_of(group)

    def _options_of(self, command: Any) -> list[tuple[str, bool]]:
        """Return the options of a command: one name of each, and whether it takes a value."""
        return [
            (name, not getattr(parameter, "is_flag", False))
            for parameter in command.params
            for name in parameter.opts
            if name.startswith("-") and parameter.name not in EXCLUDED
        ]

    def make(self, chance: random.Random) -> list[str]:
        """Return a random command line."""
        name = chance.choice([*self._options, chance.choice(HOSTILE)])
        line = [name, *(self._word(chance) for _ in range(chance.choice([0, 0, 1, 1, 2, 5])))]
        known = [*self._options.get(name, []), *self._global]
        for _ in range(chance.choice([0, 1, 1, 2, 4])):
            option, takes_value = chance.choice(known)
            at = chance.randint(0, len(line))
            line[at:at] = [option, self._value(option, chance)] if takes_value else [option]
        if chance.random() < 0.05:
            line.pop(chance.randrange(len(line)))
        return line

    def _value(self, option: str, chance: random.Random) -> str:
        if option in ("-o", "--output"):  # only in the folder where the run takes place
            return chance.choice(["out.csv", "out.html", "out.svg", "out.json", "out", ".", "a/b"])
        return self._word(chance)

    def _word(self, chance: random.Random) -> str:
        """Return a word that a command line can hold, and that leads to no other folder."""
        word = self._any_word(chance).encode("utf-8", "ignore").decode()
        return word.replace("\0", "").replace("/", "").replace("..", "")

    def _any_word(self, chance: random.Random) -> str:
        kind = chance.random()
        if kind < 0.5:
            return chance.choice(self._words)
        if kind < 0.7:
            return _with_piece(chance.choice(self._words), chance)
        if kind < 0.9:
            return chance.choice(HOSTILE)
        letters = string.ascii_letters + string.digits + "-.,:\"'*[]( "
        return "".join(chance.choices(letters, k=chance.randint(0, 30)))


def environment(chance: random.Random) -> dict[str, str]:
    """Return a few variables with odd values."""
    names = chance.sample(sorted(ENVIRONMENTS), chance.choice([0, 0, 1, 2, 4]))
    return {name: chance.choice(ENVIRONMENTS[name]) for name in names}
