"""Reduction of text to plain lower-case Latin letters, for comparing names and deriving ids."""

import unicodedata

# Russian, Ukrainian and Belarusian in the BGN/PCGN romanisation without apostrophes, and the Latin
# letters that have no decomposition. A library would cost as much time as the whole search
# (anyascii takes 20 ms to import) or has a licence that does not fit (Unidecode is GPL).
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


def fold_letters(text: str) -> str:
    """Return a text in lower case, in Latin letters without diacritics where there are any.

    `Хрущёв` becomes `khrushchev`, `Łódź` becomes `lodz`; letters of other scripts stay.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", composed)
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return plain.casefold().translate(_LETTERS)
