"""Which characters a text of a dataset may hold: those that are seen, and a few that others need.

The rule is the same for every form of file, and applies to what a file means, after its escapes
have been read.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

MAX_MARKS = 30
"Combining marks in a row; Unicode's Stream-Safe Text Format has this limit too."

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = "\u200c\u200d"
_EMOJI_SELECTORS = "\ufe0e\ufe0f"
_SELECTORS = (("\u180b", "\u180f"), ("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))

# Most texts are printable and have only letters, figures and common punctuation, of which none is
# refused.
_UNUSUAL = re.compile("[^\x00-\u02ff\u2000-\u20cf](?<!\\w)")

# Emoji of other categories than `So`, which has most of them.
_OTHER_EMOJI = frozenset("#*0123456789\u203c\u2049\u2194\u25fb\u25fc\u25fd\u25fe\u2934\u2935\u3030")
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")

_MARK = "a combining mark"  # the only kind of which a text may have some


def character_fault(text: str) -> str | None:
    """Return what a text holds that no text may hold, with its code; None if nothing."""
    if is_plain(text):
        return None
    return next(_faults(text), None) if any(map(_kind, set(text))) else None


def is_plain(text: str) -> bool:
    """Return whether a text has only characters that every text may hold; a fast first look."""
    return text.isprintable() and (text.isascii() or not _UNUSUAL.search(text))


def _faults(text: str) -> Iterator[str]:
    marks = 0
    for position, letter in enumerate(text):
        kind = _kind(letter)
        marks = marks + 1 if kind == _MARK else 0
        if marks > MAX_MARKS:
            yield f"more than {MAX_MARKS} combining marks in a row"
        if kind not in ("", _MARK) and not _is_needed(text, position):
            yield f"{kind} (U+{ord(letter):04X})"


@cache
def _kind(letter: str) -> str:
    """Return what is special about a character; empty for most."""
    category = unicodedata.category(letter)
    if category.startswith("M"):
        is_selector = any(first <= letter <= last for first, last in _SELECTORS)
        return "a variation selector that does not follow an emoji" if is_selector else _MARK
    if category == "Cc":
        return "" if letter in "\t\n" else "a control character"
    if category == "Cs":
        return "half of a surrogate pair"
    if category == "Cf":
        return _kind_of_format(letter)
    is_noncharacter = "\ufdd0" <= letter <= "\ufdef" or ord(letter) & 0xFFFE == 0xFFFE
    return "a code that is not a character" if is_noncharacter else ""


def _kind_of_format(letter: str) -> str:
    if letter in _DIRECTION:
        return "a control of the direction of text"
    if letter in _JOINERS:
        return "a joiner that is not between two letters or emoji"
    return "an invisible tag" if letter >= "\U000e0000" else "an invisible format character"


def _is_needed(text: str, position: int) -> bool:
    """Return whether a joiner is between letters or emoji, or a selector after an emoji."""
    letter, before = text[position], text[max(0, position - 1) : position]
    if letter in _JOINERS:
        return _can_be_joined(before) and _can_be_joined(text[position + 1 : position + 2])
    return letter in _EMOJI_SELECTORS and _is_emoji(before)


def _can_be_joined(letter: str) -> bool:
    """Return whether a character is a letter, a mark or selector after one, or an emoji."""
    return bool(letter) and (unicodedata.category(letter)[0] in "LM" or _is_emoji(letter))


def _is_emoji(letter: str) -> bool:
    return bool(letter) and (
        unicodedata.category(letter) == "So" or letter in _OTHER_EMOJI or letter in _SKIN_TONES
    )
