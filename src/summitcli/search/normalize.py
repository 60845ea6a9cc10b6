"""Text folding: bring what people type and what records say to one plain form."""

import re

from summitcli.model.letters import fold_letters

# Roman numerals. V and X are left out because they may be words or initials.
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![^\W_]))?")


def fold(text: str) -> str:
    """Return a text in lower-case unaccented Latin letters, with digits for Roman numerals.

    `F.D.R.` becomes `fdr`, `Хрущёв` becomes `khrushchev` and `SALT II` becomes `salt 2`. Words are
    separated by single spaces. Folding a folded text changes nothing.
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    plain = fold_letters(text)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain)
    if "." in plain:
        plain = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain)
    return [_ROMAN.get(word, word) for word in _WORD.findall(plain)]


def word_set(text: str) -> frozenset[str]:
    """Return the words that are listed in a text, separated by spaces."""
    return frozenset(text.split())
