"""Folding text: what a person types and what the record says, brought to one plain form."""

import re

from summitcli.model.letters import fold_letters

# Roman numerals that are no word or initial: V and X are left alone.
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![^\W_]))?")


def fold(text: str) -> str:
    """Lower case, Latin letters without marks, figures for Roman numerals, single spaces.

    `F.D.R.` is `fdr`, `Хрущёв` is `khrushchev`, `SALT II` is `salt 2`. Folding what is folded
    changes nothing.
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    plain = fold_letters(text)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain)
    if "." in plain:
        plain = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain)
    return [_ROMAN.get(word, word) for word in _WORD.findall(plain)]
