"""Folding text: what a person types and what the record says, brought to one plain form."""

import re
import unicodedata

# Russian, Ukrainian and Belarusian as the BGN/PCGN systems write them, less their apostrophes, and
# the Latin letters that no decomposition reaches. The table is small and costs nothing at start-up;
# of the libraries for this anyascii takes 20 ms, as long as the whole search, and Unidecode is GPL.
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True)),
        "ё": "e",
        "ж": "zh",
        "й": "y",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "і": "i",
        "ї": "yi",
        "є": "ye",
        "ґ": "g",
        "ў": "u",
        "đ": "d",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "þ": "th",
        "ð": "d",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
    }
)
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
    if text.isascii():
        plain = text.lower()
    else:
        composed = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
        parts = unicodedata.normalize("NFKD", composed)
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
        plain = plain.casefold().translate(_LETTERS)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain)
    if "." in plain:
        plain = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain)
    return [_ROMAN.get(word, word) for word in _WORD.findall(plain)]
