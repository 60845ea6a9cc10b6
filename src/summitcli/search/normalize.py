"""Text folding: bring what people type and what records say to one plain form."""

import re

from summitcli.model.letters import fold_letters

# Roman numerals. V and X are left out because they may be words or initials.
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_WORD = re.compile(r"[^\W_]+")
_TO_SPACES = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
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
    if _has_initial(plain):
        plain = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain)
    # Splitting finds the same words in less time, but not beyond ASCII.
    ascii_only = plain.isascii()
    found = plain.translate(_TO_SPACES).split() if ascii_only else _WORD.findall(plain)
    if _ROMAN.keys().isdisjoint(found):
        return found
    return [_ROMAN.get(word, word) for word in found]


def _has_initial(text: str) -> bool:
    """Return whether a text has a letter by itself before a full stop; faster than the pattern."""
    stop = text.find(".", 1)
    while stop > 0:
        if text[stop - 1].isalpha() and (stop == 1 or not text[stop - 2].isalnum()):
            return True
        stop = text.find(".", stop + 1)
    return False


def word_set(text: str) -> frozenset[str]:
    """Return the words that are listed in a text, separated by spaces."""
    return frozenset(text.split())
