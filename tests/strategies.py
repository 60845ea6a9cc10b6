"""Hypothesis strategies: texts that could do harm, partial dates, and whole valid datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from summitcli.model import (
    ClaimKind,
    Confidence,
    DeliverableStatus,
    DeliverableType,
    Extent,
    MeetingKind,
    MeetingStatus,
    OutlookKind,
    Qualifier,
    SourceType,
    Valence,
    Verdict,
)

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum

Strategy = st.SearchStrategy[Any]

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"Text of any characters, lone surrogates and controls included, as a user may type it."

# Text that means something to a terminal, Rich, Markdown, a spreadsheet or YAML.
TRICKY = [
    "[bold red]x[/]",
    "[link=file:///x]y[/link]",
    "](javascript:a)",
    "<script>",
    "`a",
    "a | b",
    "\\",
    "a,b",
    'a"b',
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    '"=1"',
    "'=1",
    "# a",
    "- a",
    "1. a",
    "---",
    "NO",
    "12:30",
    "0123",
    "null",
    "~",
    "2018-07-16",
    "{a",
    "&a",
    "*a",
    "a: b",
    "a #b",
    "%",
    "!b",
    "ещё раз",
    "🇺🇸🤝",
    "e\u0301",
    "می\u200cخواهم",
    "❤\ufe0f\u200d🔥",
    "a\u2028b",
]
SELECTORS = "".join(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
CLEAN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn"], exclude_characters=SELECTORS)
"Characters that a dataset may contain anywhere, except tab and line feed."
TEXTS = st.sampled_from([*TRICKY, "a\nb", "\t=1", "x" * 300, "中文" * 60]) | st.text(
    CLEAN, min_size=1, max_size=40
).filter(str.strip)
"Values of the text fields of a dataset."

NAMES = ["Jon Reed", "[i]Jon Reed[/i]", "=Jon", "Сергей Лаврин", "not named", "习近平"]
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True).filter(
    lambda identifier: identifier not in {"jon-reed", "jon", "sergey-lavrin"}
)
URLS = st.sampled_from(
    [
        "https://example.org/",
        "http://example.org/(b)",
        "https://[::1]/",
        "https://example.org/Встреча℀",
        "https://example.org?a\\@b/`",
        "https://example.org/](javascript:b)",
        "https://EXAMPLE.org:80/x|y@z",
        "http://./",
    ]
)


def at_a_precision(day: date) -> st.SearchStrategy[str]:
    """Return the ways to write a day, its month or its year."""
    text = day.isoformat()
    return st.sampled_from([text[:4], text[:7], text])


DATES = st.dates().flatmap(at_a_precision)
"Partial dates."


@st.composite
def periods(draw: st.DrawFn, first: str, last: str) -> dict[str, str]:
    """Return two dates in order, by the names of their fields; the second may be missing."""
    days = sorted(draw(st.lists(st.dates(), min_size=1, max_size=2)))
    written = [draw(at_a_precision(day)) for day in days]
    return dict(zip((first, last), written, strict=False))


def one_of(values: type[Enum]) -> Strategy:
    """Return the values of an enumeration as they are written in files."""
    return st.sampled_from([member.value for member in values])


def some(strategy: Strategy) -> Strategy:
    """Return lists of one or two."""
    return st.lists(strategy, min_size=1, max_size=2)


def record(required: dict[str, Strategy], **optional: Strategy) -> Strategy:
    """Return plain data with all required keys and any of the optional ones."""
    return st.fixed_dictionaries(required, optional=optional)


MINUTES = st.integers(0, 100_000)
PLACES = record({"country": TEXTS}, city=TEXTS, venue=TEXTS, aliases=some(TEXTS)) | record(
    {"country": TEXTS, "lat": st.floats(-90, 90), "lon": st.floats(-180, 180)}
)
DURATIONS = record(
    {}, planned_minutes=MINUTES, actual_minutes=MINUTES, qualifier=one_of(Qualifier), note=TEXTS
)
ASSESSMENTS = record({"who": TEXTS, "claim": TEXTS, "valence": one_of(Valence)}, date=DATES)


def meetings(ids: dict[str, str]) -> Strategy:
    """Return the fields of a meeting, without the keys that depend on each other."""
    themes = st.just([ids["theme"]])
    return record(
        {"title": TEXTS, "summary": TEXTS, "kind": one_of(MeetingKind)},
        aliases=some(TEXTS),
        agreements=some(TEXTS),
        status_note=TEXTS,
        place=PLACES,
        occasion=TEXTS,
        initiator=TEXTS | st.just(ids["one"]),
        participants=some(
            record(
                {
                    "name": st.sampled_from(NAMES),
                    "office": TEXTS,
                    "side": st.sampled_from([ids["one"], ids["other"]]),
                }
            )
        ),
        other_principals=some(TEXTS),
        duration=DURATIONS,
        sessions=some(record({"title": TEXTS}, note=TEXTS, interpreters_only=st.booleans())),
        public_output=TEXTS,
        topics=some(record({}, themes=themes, label=TEXTS, detail=TEXTS)),
        deliverables=some(
            record(
                {
                    "text": TEXTS,
                    "type": one_of(DeliverableType),
                    "status": one_of(DeliverableStatus),
                },
                signed=DATES,
            )
        ),
        accounts=some(record({"point": TEXTS, "versions": record({ids["one"]: TEXTS})})),
        assessments=some(ASSESSMENTS),
        notes=some(record({"text": TEXTS})),
        confidence=one_of(Confidence),
    )


# What a generated dataset needs ids for: two sides, their leaders, and other records.
SIDES, LEADERS = ["one", "other"], ["anna", "boris"]
OTHERS = ["theme", "meeting", "second", "outcome", "event", "driver", "claim", "source"]
ROLES = [*SIDES, *LEADERS, *OTHERS]


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, Any]:
    """Return a valid dataset as plain data: each type of record, each field that can hold text."""
    drawn = st.lists(IDS, min_size=len(ROLES), max_size=len(ROLES), unique=True)
    ids = dict(zip(ROLES, draw(drawn), strict=True))
    themes, cited = st.just([ids["theme"]]), st.just([ids["source"]])
    held = [
        {
            "id": ids[role],
            "leaders": {ids["one"]: [ids["anna"]], ids["other"]: [ids["boris"]]},
            "status": draw(one_of(MeetingStatus)),
            "sources": [ids["source"]],
            **draw(meetings(ids)),
            **draw(periods("date", "end_date")),
        }
        for role in ("meeting", "second")
    ]
    person = record({"name": TEXTS}, aliases=some(TEXTS), note=TEXTS)
    evidence = record({"date": DATES, "text": TEXTS}, sources=cited)
    outcome = record(
        {
            "statement": TEXTS,
            "scope": IDS,
            "valence": one_of(Valence),
            "extent": one_of(Extent),
            "meetings": st.just([ids["meeting"]]),
        },
        themes=themes,
        assessments=some(record({"who": TEXTS, "claim": TEXTS}, date=DATES)),
        evidence=TEXTS,
        from_article=st.booleans(),
    )
    event = record(
        {"title": TEXTS, "category": IDS, "summary": TEXTS}, aliases=some(TEXTS), themes=themes
    )
    outlook = record(
        {"kind": one_of(OutlookKind), "title": TEXTS, "summary": TEXTS},
        indicators=some(TEXTS),
        evidence=some(evidence),
        themes=themes,
    )
    claim = record(
        {
            "article": st.just(ids["source"]),
            "section": IDS,
            "claim": TEXTS,
            "kind": one_of(ClaimKind),
            "verdict": one_of(Verdict),
            "record": TEXTS,
        },
        meetings=st.just([ids["meeting"]]),
    )
    source = record(
        {
            "title": TEXTS,
            "language": st.sampled_from(["en", "zh-Hant"]),
            "type": one_of(SourceType),
        },
        publisher=TEXTS,
        author=TEXTS,
        date=DATES,
        url=URLS,
        reprint=st.booleans(),
        state_media=st.booleans(),
    )
    return {
        "dataset": {
            "title": draw(TEXTS),
            "sides": [{"id": ids[side], "name": draw(TEXTS)} for side in ("one", "other")],
            "focus": {ids["one"]: ids["anna"], ids["other"]: ids["boris"]},
        },
        "people": [
            {
                "id": ids["anna"],
                "side": ids["one"],
                **draw(person),
                **draw(periods("born", "died")),
            },
            {"id": ids["boris"], "side": ids["other"], **draw(person)},
        ],
        "themes": [
            {"id": ids["theme"], **draw(record({"title": TEXTS, "description": TEXTS}))},
        ],
        "meetings": held,
        "outcomes": [{"id": ids["outcome"], **draw(outcome)}],
        "context": [{"id": ids["event"], **draw(event), **draw(periods("date", "end_date"))}],
        "outlook": [{"id": ids["driver"], **draw(outlook)}],
        "claims": [{"id": ids["claim"], **draw(claim)}],
        "sources": [{"id": ids["source"], **draw(source)}],
    }
