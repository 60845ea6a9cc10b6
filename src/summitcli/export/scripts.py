"""Passages in other scripts than Latin, which programs that read aloud must not read as English."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

# The language of such a passage is not on record, its script is plain to see (BCP 47).
_SCRIPTS = {
    "und-Cyrl": "\u0400-\u052f",
    "und-Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "und-Hebr": "\u0590-\u05ff",
    "und-Arab": "\u0600-\u06ff\u0750-\u077f",
    "und-Hani": "\u3400-\u9fff",
}
_PASSAGE = re.compile(
    "|".join(
        f"(?P<{tag.replace('-', '_')}>[{letters}]+(?:[\\s.,:«»“”„–-]+[{letters}]+)*)"
        for tag, letters in _SCRIPTS.items()
    )
)


def mark_scripts(text: str) -> "str | Markup":
    """Return a text as markup in which passages in other scripts say so."""
    if text.isascii() or not _PASSAGE.search(text):
        return text
    from markupsafe import Markup, escape

    parts: list[str] = []
    end = 0
    for found in _PASSAGE.finditer(text):
        tag = (found.lastgroup or "").replace("_", "-")
        parts += [escape(text[end : found.start()])]
        parts += [Markup('<span lang="{}">{}</span>').format(tag, found[0])]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])
