"""Tell proper names from other words."""

import re

from summitcli.search.index import Document
from summitcli.search.normalize import words
from summitcli.search.weights import COUNTRY

_NAMES_ONLY = frozenset({"name", "place.city", "place.country", "place.aliases"})


def is_proper_name(word: str, document: Document) -> bool:
    """Return whether the names of a record have a word as a proper name."""
    return any(
        passage.field in _NAMES_ONLY or is_capitalised(word, passage.text)
        for passage in document
        if passage.weight >= COUNTRY and word in passage.words
    )


def is_capitalised(word: str, text: str) -> bool:
    """Return whether a text has a word with a capital letter.

    A capital at the beginning of the text counts only if the next word has one too.
    """
    parts = re.findall(r"\S+", text)
    for position, part in enumerate(parts):
        if part.lstrip("'\"(")[:1].isupper() and word in words(part):
            following = parts[position + 1 : position + 2]
            if position or (following and following[0][0].isupper()):
                return True
    return False
