"""Plain stand-ins for characters that the encoding of a terminal does not have."""

import unicodedata

from summitcli.model.letters import fold_letters

_SIGNS = {
    **dict.fromkeys("‐‑‒–—―─━·•∙−", "-"),
    **dict.fromkeys("│┃┊┆╎", "|"),
    **dict.fromkeys("●◆★", "*"),
    **dict.fromkeys("○◇☆", "o"),
    **dict.fromkeys("‘’ʼ‚′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("█▉▊▋▌", "#"),
    **dict.fromkeys("▍▎▏", "|"),
    **dict.fromkeys("▁▂▃", "_"),
    **dict.fromkeys("▄▅▆", "="),
    "▇": "#",
    "→": ">",
    "←": "<",
    "×": "x",
    "…": "...",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "§": "S",
    "€": "EUR",
    "№": "No",
}


def plain_letters(text: str) -> str:
    """Return a text in ASCII: unaccented letters, plain signs, and `?` for everything else."""
    return "".join(letter if letter.isascii() else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    if not bare.isascii():
        bare = fold_letters(letter)
        bare = bare.capitalize() if letter.isupper() else bare
    return bare if bare.isascii() and (bare or unicodedata.combining(letter)) else "?"
