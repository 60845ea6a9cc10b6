"""Text folding: bring what people type and what records say to one plain form."""

import re
import unicodedata

# Russian, Ukrainian and Belarusian letters in the BGN/PCGN romanisation, without apostrophes, and
# Latin letters that Unicode does not decompose. The table is small and loads at once; anyascii
# would take 20 ms to import, as long as a whole search, and Unidecode is under the GPL.
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
