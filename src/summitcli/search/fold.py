"""Folding text: what a person types and what the record says, brought to one plain form."""

import re
import unicodedata

# Russian and Ukrainian as the BGN/PCGN systems write them, less their apostrophes, and the Latin
# letters that no decomposition reaches. Small enough to keep; the libraries for this cost more
# start-up time than the whole search (anyascii 20 ms) or bring another licence (Unidecode, GPL).
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
    }
)
_WORD = re.compile(r"\w+", re.UNICODE)


def fold(text: str) -> str:
    """Lower case, Latin letters without marks, words parted by single spaces.

    Folding what is folded changes nothing.
    """
    composed = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    composed = re.sub(r"'s\b", "", composed)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", composed)
        if not unicodedata.combining(letter)
    )
    return " ".join(_WORD.findall(bare.casefold().translate(_LETTERS).replace("_", " ")))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return fold(text).split()
