"""Passages in other scripts are marked as such, and stay text."""

from __future__ import annotations

import pytest

from summitcli.export.scripts import mark_scripts


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Helsinki summit", "Helsinki summit"),
        ("Café 1973 – naïve", "Café 1973 – naïve"),
        (
            "Helsinki; Хельсинкский саммит (2018)",
            'Helsinki; <span lang="und-Cyrl">Хельсинкский саммит</span> (2018)',
        ),
        (
            "Ельцин <b> & 北京",
            '<span lang="und-Cyrl">Ельцин</span> &lt;b&gt; &amp; <span lang="und-Hani">北京</span>',
        ),
    ],
)
def test_passages_in_other_scripts_are_marked(text: str, marked: str) -> None:
    assert str(mark_scripts(text)) == marked
