"""The page of a meeting."""

import re

from summitcli.derived.views import MeetingView
from summitcli.model import CALLS, Dataset, MeetingStatus, Topic, Valence
from summitcli.pages.common import (
    fact,
    facts,
    line,
    links,
    participant_lines,
    title_links,
    word,
)
from summitcli.pages.course import course
from summitcli.pages.page import (
    NOT_RECORDED,
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
    describe_length,
    format_date,
    format_meeting_date,
    humanize,
    weekday,
)
from summitcli.search.normalize import words
from summitcli.search.select import place_name


def meeting_page(meeting: MeetingView, dataset: Dataset) -> Page:
    """Return the page of a meeting."""
    references = References(meeting.cited)
    kicker = f"{word(meeting.kind)}, {humanize(meeting.status)}"
    return Page(
        id=meeting.id,
        title=meeting.title,
        kicker=f"{kicker} · {format_meeting_date(meeting)}",
        lead=meeting.summary,
        facts=_facts(meeting, dataset, references),
        sections=(
            _participants(meeting, dataset),
            course(meeting, dataset, references),
            _topics(meeting, dataset, references),
            _deliverables(meeting, references),
            _accounts(meeting, dataset, references),
            _assessments(meeting, references),
            _notes(meeting, references),
            Section(
                "Assessed outcomes that name it", links(meeting.outcomes, dataset), part="outcomes"
            ),
            Section("Claims about it", links(meeting.claims, dataset), part="claims"),
            Section(
                "What else happened within 30 days", links(meeting.events, dataset), part="around"
            ),
        ),
        sources=meeting.cited,
    )


def _facts(meeting: MeetingView, dataset: Dataset, references: References) -> tuple[Fact, ...]:
    when = format_meeting_date(meeting)
    day = "" if meeting.end_date else weekday(meeting.date)
    plans = [
        f"announced {format_date(meeting.announced_on)}" if meeting.announced_on else "",
        f"called off {format_date(meeting.cancelled_on)}" if meeting.cancelled_on else "",
    ]
    return facts(
        fact("Date", line(day, when), meeting.date_note),
        fact("Status", word(meeting.status), meeting.status_note)
        if meeting.status_note or meeting.status is not MeetingStatus.HELD
        else None,
        fact("Plans", capitalize("; ".join(filter(None, plans)))),
        fact("Place", place_name(meeting), meeting.place.venue if meeting.place else None),
        fact("Occasion", meeting.occasion),
        _length(meeting, references),
        fact("Initiative", _initiative(meeting, dataset)),
        fact("Agreements", "; ".join(meeting.agreements)),
        fact("In public", meeting.public_output),
        fact(
            "Confidence",
            f"{meeting.confidence} (how reliable this record is)" if meeting.confidence else "",
        ),
        fact("Also called", "; ".join(meeting.aliases)),
    )


def _length(meeting: MeetingView, references: References) -> Fact | None:
    duration = meeting.duration
    if duration is None:
        return None
    known = describe_length(duration.actual_minutes, duration.planned_minutes, duration.qualifier)
    numbers = references(duration.sources)
    return fact("Length", line(*known) or NOT_RECORDED, duration.note, numbers)


def _initiative(meeting: MeetingView, dataset: Dataset) -> str:
    """Return who asked for a meeting; of a call, say also that this is not known."""
    sides = dataset.info.side_names
    if meeting.initiator:
        return capitalize(sides.get(meeting.initiator, meeting.initiator))
    return "not known" if meeting.kind in CALLS else ""


# Over the people of a meeting in person, by its status.
_HEADINGS = {
    MeetingStatus.HELD: "At the table",
    MeetingStatus.PLANNED: "Who is to take part",
    MeetingStatus.DISPUTED: "Who is said to have taken part",
}


def _participants(meeting: MeetingView, dataset: Dataset) -> Section:
    columns = [
        (side.name, participant_lines(meeting, side.id, dataset)) for side in dataset.info.sides
    ]
    if meeting.other_principals:
        columns.append(("Others", tuple((name,) for name in meeting.other_principals)))
    title = _HEADINGS.get(meeting.status, "Who was to take part")
    if not meeting.in_person:
        title = "Between"
    return Section(title, (Versions("", tuple(columns)),), part="people")


def _topics(meeting: MeetingView, dataset: Dataset, references: References) -> Section:
    entries = []
    for topic in meeting.topics:
        lead, meta = _subject(topic, dataset)
        entries.append(Entry(lead, meta, topic.detail or "", references=references(topic.sources)))
    held = meeting.status is MeetingStatus.HELD
    title = "What was talked about" if held else "Subjects"
    return Section(title, tuple(entries), part="topics")


def _subject(topic: Topic, dataset: Dataset) -> tuple[Parts, Parts]:
    """Return the label of a topic, and those of its themes whose titles it does not repeat."""
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
    linked = {part.id for part in parts if isinstance(part, Link)}
    return tuple(parts), title_links((t for t in topic.themes if t not in linked), dataset)


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
    return Section("What was agreed, and what became of it", tuple(entries), part="agreed")


def _accounts(meeting: MeetingView, dataset: Dataset, references: References) -> Section:
    sides, names = dataset.info.side_names, dataset.info.party_names
    blocks = []
    for account in meeting.accounts:
        order = [side for side in sides if side in account.versions]
        order += [party for party in account.versions if party not in sides]
        versions = tuple(
            (names.get(party) or word(party), ((account.versions[party],),)) for party in order
        )
        blocks.append(Versions(account.point, versions, references(account.sources)))
    return Section("Where the accounts differ", tuple(blocks), part="accounts")


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
    filled = tuple(group for group in groups if group)
    return Section("How it was judged", groups=filled, part="judged")


def _notes(meeting: MeetingView, references: References) -> Section:
    entries = tuple(
        Entry(text=note.text, references=references(note.sources)) for note in meeting.notes
    )
    return Section("Also on record", entries, part="notes")
