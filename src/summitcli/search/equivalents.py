"""Words that mean the same as words of the record: of other languages, and everyday ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

_FILE = Path(__file__).with_name("equivalents.txt")
_MAX_PHRASE = 6  # words of the longest phrase in the list
_MAX_ENDING = 4  # letters of an ending after a stem such as `vstrech-`
_LINKS = ("", "s", "n", "en", "es", "e")  # letters between the parts of a German compound
_MIN_PART = 3  # letters of a part of a German compound
_MIN_COMPOUND = 9  # letters of a German compound
_MIN_STEM = 5  # letters of a stem that is looked for in words of Latin letters too
_ALIKE = 3  # letters that a word and an entry have to begin with

Words = tuple[str, ...]


class Translated(Struct, frozen=True):
    """A word of a query in English."""

    word: str
    typed: Words
    "The words that were typed for it."


class Equivalents:
    """The entries of the list that may concern some words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._everyday: dict[Words, Words] = {}
        self._foreign: dict[Words, Words] = {}
        self._stems: dict[str, Words] = {}
        self._german: dict[str, Words] = {}
        for section, line in _lines_for(words):
            self._add(section, line)

    def _add(self, section: str, line: str) -> None:
        if section == "groups":
            group = [tuple(phrase.split()) for phrase in line.split(", ")]
            single = tuple(phrase[0] for phrase in group if len(phrase) == 1)
            for phrase in group:
                key = tuple(map(stem, phrase))
                self._everyday[key] = tuple(dict.fromkeys((*self._everyday.get(key, ()), *single)))
        elif section == "languages":
            english, _, others = line.partition(": ")
            for other in others.split("; "):
                language, _, texts = other.partition(" ")
                for text in texts.split(", "):
                    self._add_foreign(language, text, tuple(english.split()))

    def _add_foreign(self, language: str, text: str, meaning: Words) -> None:
        if text.endswith("-"):
            self._stems.setdefault(text[:-1], meaning)
            return
        self._foreign.setdefault(tuple(text.split()), meaning)
        if language == "de" and " " not in text:
            self._german.setdefault(text, meaning)

    def translate(self, words: Sequence[str], *, cyrillic: bool = False) -> list[Translated]:
        """Return words with those of other languages in English.

        Short stems are only looked for in words that were typed in Cyrillic letters.
        """
        translated: list[Translated] = []
        min_stem = 1 if cyrillic else _MIN_STEM
        start = 0
        while start < len(words):
            size, english = _longest(words, start, self._foreign)
            if not english:
                english = self._one_word(words[start], min_stem) or (words[start],)
            typed = tuple(words[start : start + size])
            translated += [Translated(word, typed) for word in english]
            start += size
        return translated

    def _one_word(self, word: str, min_stem: int) -> Words | None:
        """Return the English words for a stem with an ending, or for a German compound."""
        for size in range(len(word), max(len(word) - _MAX_ENDING, min_stem) - 1, -1):
            if word[:size] in self._stems:
                return self._stems[word[:size]]
        for size in range(_MIN_PART, len(word) - _MIN_PART + 1):
            last = self._german.get(word[size:])
            for link in _LINKS if last is not None else ():
                first = self._german.get(word[:size].removesuffix(link))
                if first is not None and last is not None:
                    return first + last
        return None

    def everyday(self, words: Sequence[str]) -> Iterator[tuple[Words, Words]]:
        """Yield each everyday word or phrase, with the words of the record that it may mean."""
        stems = [stem(word) for word in words]
        start = 0
        while start < len(words):
            size, meanings = _longest(stems, start, self._everyday)
            if meanings:
                yield tuple(words[start : start + size]), meanings
            start += size


def forms(word: str) -> Words:
    """Return all listed forms of an English word, the first one first; none if it is not listed."""
    return _forms().get(word, ())


def stem(word: str) -> str:
    """Return an English word without its ending: `seized`, `seizes` and `seizing` give `seiz`.

    A listed form, such as `gave`, gives what the first form of its word gives.
    """
    word = next(iter(forms(word)), word)
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + "y"
    if word in ("plane", "planes"):
        return "plane"  # not a form of `plan`
    for ending in ("ing", "ed", "es", "s", "e"):
        rest = word.removesuffix(ending)
        enough = len(rest) >= _ALIKE + (ending in ("es", "e"))
        if rest != word and not word.endswith("ss") and enough:
            doubled = len(rest) > _ALIKE and rest[-1] == rest[-2] and rest[-1] not in "ls"
            return rest[:-1] if doubled else rest
    return word


def _longest(words: Sequence[str], start: int, table: dict[Words, Words]) -> tuple[int, Words]:
    """Return the size and meaning of the longest known phrase that begins at a word."""
    for size in range(min(_MAX_PHRASE, len(words) - start), 0, -1):
        meaning = table.get(tuple(words[start : start + size]))
        if meaning is not None:
            return size, meaning
    return 1, ()


def _lines_for(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of the list that have a word which begins as one of some words does.

    To parse the whole list would take longer than the search.
    """
    text, sections = _read()
    every_word = {form for word in words for form in (word, *forms(word))}
    starts = {word[at : at + _ALIKE] for word in every_word for at in _places_of_parts(word)}
    found = set()
    for start in starts:
        position = text.find(f" {start}")
        while position >= 0:
            end = text.index("\n", position)
            found.add((text.rindex("\n", 0, position) + 1, end))
            position = text.find(f" {start}", end)
    for start_of_line, end in sorted(found):
        section = max(item for item in sections if item[0] < start_of_line)[1]
        yield section, text[start_of_line:end].strip()


def _places_of_parts(word: str) -> range:
    """Return where a part of a word may begin; only long words can be compounds."""
    return range(len(word) - _MIN_PART + 1) if len(word) >= _MIN_COMPOUND else range(1)


@cache
def _forms() -> dict[str, Words]:
    """Return all forms of the words whose forms are listed, by each form."""
    text, sections = _read()
    start = next(at for at, name in sections if name == "forms")
    end = next(at for at, name in sections if at > start)
    lines = (tuple(line.split()) for line in text[start:end].splitlines()[1:])
    return {form: line for line in lines for form in line}


@cache
def _read() -> tuple[str, list[tuple[int, str]]]:
    """Return the list with a space before each line, and where each section begins."""
    lines = _FILE.read_text(encoding="utf-8").rstrip("\n").replace("\n", "\n ")
    text = re.sub(r"\n #.*", "", f"\n {lines}") + "\n"
    return text, [(found.start(), found[1]) for found in re.finditer(r"\[(\w+)\]", text)]
