"""Stand-ins for characters that an encoding does not have."""

from __future__ import annotations

import sys

import pytest

from summitcli.cli.plain_letters import plain_letters
from summitcli.cli.streams import PLAIN, prepare_streams


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Höfði House", "Hofdi House"),
        ("11–12 October", "11-12 October"),
        ("────", "----"),
        ("│ ┊ ● ·", "| | * -"),
        ("Хрущёв", "Khrushchev"),
        ("‘Łódź’ — “été”", "'Lodz' - \"ete\""),
        ("½", "?"),
        ("谈", "?"),
        ("\udc80", "?"),
        ("plain", "plain"),
    ],
)
def test_letters_lose_their_accents_and_signs_become_plain(text: str, plain: str) -> None:
    assert plain_letters(text) == plain
    assert plain_letters(text).isascii()


def test_encodings_take_the_letters_that_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    prepare_streams()
    assert "Höfði–Ж".encode("latin-1", PLAIN) == "Höfði-Zh".encode("latin-1")
    assert sys.stdout.errors is not None
