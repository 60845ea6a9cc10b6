"""Tell proper names from other words."""

from summitcli.search.index import Document
from summitcli.search.normalize import words

_PEOPLE_AND_PLACES = frozenset({"name", "place.city", "place.country", "place.aliases"})
_NAMES = _PEOPLE_AND_PLACES | {"title", "id", "aliases", "agreements"}
_TEXTS = _NAMES | {"summary", "description"}


def is_person_or_place(word: str, document: Document) -> bool:
    """Return whether a word is in a record's name of a person or a place."""
    return any(
        passage.field in _PEOPLE_AND_PLACES and word in passage.words for passage in document
    )


def is_proper_name(word: str, document: Document) -> bool:
    """Return whether a word is in the names of a record and is a proper name in its main texts."""
    passages = [
        passage for passage in document if passage.field in _TEXTS and word in passage.words
    ]
    return is_person_or_place(word, document) or (
        any(passage.field in _NAMES for passage in passages)
        and any(is_capitalised(word, passage.text) for passage in passages)
    )


def is_capitalised(word: str, text: str) -> bool:
    """Return whether a text has a word with a capital letter.

    A capital at the beginning of the text counts only if the next word has one too.
    """
    parts = text.split()
    for position, part in enumerate(parts):
        if part.lstrip("'\"(")[:1].isupper() and word in words(part):
            following = parts[position + 1 : position + 2]
            if position or (following and following[0][0].isupper()):
                return True
    return False
