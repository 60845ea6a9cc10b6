"""The page of a meeting."""

import re

from summitcli.derived.views import MeetingView
from summitcli.model import Dataset, MeetingStatus, Session, Topic, Valence
from summitcli.pages.common import (
    fact,
    facts,
    line,
    links,
    participant_lines,
    sections,
    title_links,
    word,
)
from summitcli.pages.page import (
    Entry,
    Fact,
    Link,
    Page,
    Part,
    Parts,
    References,
    Section,
    Versions,
    text_of,
)
from summitcli.pages.wording import (
    capitalize,
    format_date,
    format_length,
    format_meeting_date,
    humanize,
    weekday,
)
from summitcli.search.normalize import words
from summitcli.search.select import place_name


def meeting_page(meeting: MeetingView, dataset: Dataset) -> Page:
    """Return the page of a meeting."""
    references = References(meeting.cited)
    parts = sections(
        _participants(meeting, dataset),
        Section("Course", tuple(_session(session) for session in meeting.sessions)),
        _topics(meeting, dataset, references),
        _deliverables(meeting, references),
        _accounts(meeting, dataset, references),
        _assessments(meeting, references),
        Section(
            "Also on record",
            tuple(Entry(text=n.text, references=references(n.sources)) for n in meeting.notes),
        ),
        Section("Assessed outcomes that name it", links(meeting.outcomes, dataset)),
        Section("Claims about it", links(meeting.claims, dataset)),
        Section("What else happened within 30 days", links(meeting.events, dataset)),
    )
    references(meeting.sources)
    kicker = f"{word(meeting.kind)}, {humanize(meeting.status)}"
    return Page(
        id=meeting.id,
        title=meeting.title,
        kicker=f"{kicker} · {format_meeting_date(meeting)}",
        lead=meeting.summary,
        facts=_facts(meeting, dataset),
        sections=parts,
        sources=references.sources(),
    )


def _facts(meeting: MeetingView, dataset: Dataset) -> tuple[Fact, ...]:
    when = format_meeting_date(meeting)
    day = "" if meeting.end_date else weekday(meeting.date)
    plans = [
        f"announced {format_date(meeting.announced_on)}" if meeting.announced_on else "",
        f"called off {format_date(meeting.cancelled_on)}" if meeting.cancelled_on else "",
    ]
    sides = {side.id: side.name for side in dataset.info.sides}
    initiator = meeting.initiator or ""
    return facts(
        fact("Date", line(day, when), meeting.date_note),
        fact("Status", word(meeting.status), meeting.status_note)
        if meeting.status_note or meeting.status is not MeetingStatus.HELD
        else None,
        fact("Plans", capitalize("; ".join(filter(None, plans)))),
        fact("Place", place_name(meeting), meeting.place.venue if meeting.place else None),
        fact("Occasion", meeting.occasion),
        _length(meeting),
        fact("Initiative", sides.get(initiator, initiator)),
        fact("Agreements", "; ".join(meeting.agreements)),
        fact("In public", meeting.public_output),
        fact("Confidence", meeting.confidence),
        fact("Also called", "; ".join(meeting.aliases)),
    )


def _length(meeting: MeetingView) -> Fact | None:
    duration = meeting.duration
    if duration is None:
        return None
    known = _lengths(duration.actual_minutes, duration.planned_minutes)
    return fact("Length", line(*known) or "not known", duration.note)


def _lengths(actual: int | None, planned: int | None) -> list[str]:
    lengths = ((actual, "actual"), (planned, "planned"))
    return [f"{format_length(minutes)} {kind}" for minutes, kind in lengths if minutes is not None]


def _participants(meeting: MeetingView, dataset: Dataset) -> Section:
    columns = [
        (side.name, participant_lines(meeting, side.id, dataset)) for side in dataset.info.sides
    ]
    if meeting.other_principals:
        columns.append(("Others", tuple((name,) for name in meeting.other_principals)))
    return Section(
        "At the table" if meeting.in_person else "Between", (Versions("", tuple(columns)),)
    )


def _session(session: Session) -> Entry:
    start = f"{session.start_local}  " if session.start_local else ""
    meta = line(
        *_lengths(session.actual_minutes, session.planned_minutes),
        "interpreters only" if session.interpreters_only else "",
    )
    return Entry((start + session.title,), meta, session.note or "")


def _topics(meeting: MeetingView, dataset: Dataset, references: References) -> Section:
    entries = []
    for topic in meeting.topics:
        lead, meta = _subject(topic, dataset)
        entries.append(Entry(lead, meta, topic.detail or "", references=references(topic.sources)))
    held = meeting.status is MeetingStatus.HELD
    return Section("What was talked about" if held else "Subjects", tuple(entries))


def _subject(topic: Topic, dataset: Dataset) -> tuple[Parts, Parts]:
    """Return the label of a topic and its themes; the label alone if it repeats their titles."""
    themes = title_links(topic.themes, dataset)
    if not topic.label:
        return themes, ()
    label = capitalize(topic.label)
    if not _repeats(label, text_of(themes)):
        return (label,), themes
    if len(topic.themes) == 1:
        return (Link(topic.themes[0], label),), ()
    parts: list[Part] = re.split(r"(, | and )", label)
    for index, theme in zip(range(0, len(parts), 2), topic.themes, strict=False):
        name = text_of(parts[index])
        if _repeats(name, dataset.titles[theme]):
            parts[index] = Link(theme, name)
    return tuple(parts), ()


def _repeats(text: str, titles: str) -> bool:
    return set(words(text)) <= set(words(titles))


def _deliverables(meeting: MeetingView, references: References) -> Section:
    entries = []
    for item in meeting.deliverables:
        kind = "" if item.type == "understanding" else humanize(item.type)
        entries.append(
            Entry(
                line(item.text),
                line(kind, format_date(item.signed) if item.signed else ""),
                status="" if item.status == "none" else item.status,
                status_text=item.status_note or "",
                references=references(item.sources),
            )
        )
    return Section("What was agreed, and what became of it", tuple(entries))


def _accounts(meeting: MeetingView, dataset: Dataset, references: References) -> Section:
    sides = {side.id: side.name for side in dataset.info.sides}
    blocks = []
    for account in meeting.accounts:
        order = [side for side in sides if side in account.versions]
        order += [party for party in account.versions if party not in sides]
        versions = tuple(
            (sides.get(party) or word(party), ((account.versions[party],),)) for party in order
        )
        blocks.append(Versions(account.point, versions, references(account.sources)))
    return Section("Where the accounts differ", tuple(blocks))


def _assessments(meeting: MeetingView, references: References) -> Section:
    groups = []
    for valence in Valence:
        judged = [item for item in meeting.assessments if item.valence is valence]
        entries = tuple(
            Entry(
                line(item.who),
                line(item.office, format_date(item.date) if item.date else ""),
                item.claim,
                references=references(item.sources),
            )
            for item in judged
        )
        groups.append(Section(f"{capitalize(valence)} ({len(judged)})", entries))
    return Section("How it was judged", groups=tuple(group for group in groups if group))
