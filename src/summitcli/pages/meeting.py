"""The article of a meeting: the program's showpiece."""

from summitcli.derived.links import events_near
from summitcli.model import Dataset, Meeting, Session, Valence, title_of
from summitcli.pages.common import capital, cited, facts, links, sections, titles
from summitcli.pages.page import Article, Entry, Fact, References, Section, Versions
from summitcli.pages.wording import (
    format_date,
    format_length,
    format_meeting_date,
    humanize,
    weekday,
)
from summitcli.search.normalize import words
from summitcli.search.select import place_name


def meeting_article(meeting: Meeting, dataset: Dataset) -> Article:
    """What is known of a meeting."""
    references = References()
    parts = sections(
        _table(meeting, dataset),
        Section("Course", tuple(_session(session) for session in meeting.sessions)),
        _topics(meeting, dataset, references),
        _deliverables(meeting, references),
        _accounts(meeting, dataset, references),
        _assessments(meeting, references),
        Section(
            "Also on record",
            tuple(Entry(text=n.text, references=references(n.sources)) for n in meeting.notes),
        ),
        Section(
            "Assessed outcomes that name it",
            links((o.id for o in dataset.outcomes if meeting.id in o.meetings), dataset),
        ),
        Section(
            "Claims about it",
            links((c.id for c in dataset.claims if meeting.id in c.meetings), dataset),
        ),
        Section(
            "What else happened within 30 days",
            links((event.id for event in events_near(meeting, dataset)), dataset),
        ),
    )
    references(meeting.sources)
    kicker = f"{capital(humanize(meeting.kind))}, {humanize(meeting.status)}"
    return Article(
        id=meeting.id,
        title=meeting.title,
        kicker=f"{kicker} · {format_meeting_date(meeting)}",
        lead=meeting.summary,
        facts=_meeting_facts(meeting, dataset),
        sections=parts,
        sources=cited(references, dataset),
    )


def _meeting_facts(meeting: Meeting, dataset: Dataset) -> tuple[Fact, ...]:
    off = [
        f"announced {format_date(meeting.announced_on)}" if meeting.announced_on else "",
        f"called off {format_date(meeting.cancelled_on)}" if meeting.cancelled_on else "",
    ]
    sides = {side.id: side.name for side in dataset.info.sides}
    venue = meeting.place.venue if meeting.place else None
    return facts(
        Fact(
            "Date",
            ", ".join(filter(None, (weekday(meeting.date), format_meeting_date(meeting))))
            if not meeting.end_date
            else format_meeting_date(meeting),
            meeting.date_note or "",
        ),
        Fact("Status", capital(humanize(meeting.status)), meeting.status_note or "")
        if meeting.status_note or meeting.status != "held"
        else None,
        Fact("Plans", capital("; ".join(filter(None, off)))),
        Fact("Place", place_name(meeting), venue or ""),
        Fact("Occasion", meeting.occasion or ""),
        _length(meeting),
        Fact("Initiative", sides.get(meeting.initiator or "", meeting.initiator or "")),
        Fact("Agreements", "; ".join(meeting.agreements)),
        Fact("In public", meeting.public_output or ""),
        Fact("Confidence", meeting.confidence or ""),
        Fact("Also called", "; ".join(meeting.aliases)),
    )


def _length(meeting: Meeting) -> Fact | None:
    duration = meeting.duration
    if duration is None:
        return None
    known = [
        f"{format_length(duration.actual_minutes)} actual"
        if duration.actual_minutes is not None
        else "",
        f"{format_length(duration.planned_minutes)} planned"
        if duration.planned_minutes is not None
        else "",
    ]
    return Fact("Length", ", ".join(filter(None, known)) or "not known", duration.note or "")


def _table(meeting: Meeting, dataset: Dataset) -> Section:
    """Who sat at the table, a column a side; without a list of participants, the leaders."""
    columns = []
    for side in dataset.info.sides:
        lines = tuple(
            f"{person.name}, {person.office}"
            for person in meeting.participants
            if person.side == side.id
        ) or tuple(title_of(dataset.by_id[person]) for person in meeting.leaders.get(side.id, ()))
        columns.append((side.name, lines))
    if meeting.other_principals:
        columns.append(("Others", meeting.other_principals))
    return Section(
        "At the table" if meeting.in_person else "Between", (Versions("", tuple(columns)),)
    )


def _session(session: Session) -> Entry:
    parts = [
        f"{format_length(session.actual_minutes)} actual"
        if session.actual_minutes is not None
        else "",
        f"{format_length(session.planned_minutes)} planned"
        if session.planned_minutes is not None
        else "",
        "interpreters only" if session.interpreters_only else "",
    ]
    start = f"{session.start_local}  " if session.start_local else ""
    return Entry(start + session.title, ", ".join(filter(None, parts)), session.note or "")


def _topics(meeting: Meeting, dataset: Dataset, references: References) -> Section:
    entries = []
    for topic in meeting.topics:
        names = titles(topic.themes, dataset)
        lead = capital(topic.label) if topic.label else names
        known = set(words(lead))
        meta = "" if known <= set(words(names)) else names
        entries.append(Entry(lead, meta, topic.detail or "", references=references(topic.sources)))
    return Section(
        "What was talked about" if meeting.status == "held" else "Subjects", tuple(entries)
    )


def _deliverables(meeting: Meeting, references: References) -> Section:
    entries = []
    for item in meeting.deliverables:
        sort = "" if item.type == "understanding" else humanize(item.type)
        signed = format_date(item.signed) if item.signed else ""
        entries.append(
            Entry(
                item.text,
                ", ".join(filter(None, (sort, signed))),
                status="" if item.status == "none" else item.status,
                status_text=item.status_note or "",
                references=references(item.sources),
            )
        )
    return Section("What was agreed, and what became of it", tuple(entries))


def _accounts(meeting: Meeting, dataset: Dataset, references: References) -> Section:
    sides = {side.id: side.name for side in dataset.info.sides}
    blocks = []
    for account in meeting.accounts:
        order = sorted(
            account.versions, key=lambda key: list(sides).index(key) if key in sides else 9
        )
        versions = tuple(
            (sides.get(key, capital(humanize(key))), (account.versions[key],)) for key in order
        )
        blocks.append(Versions(account.point, versions, references(account.sources)))
    return Section("Where the accounts differ", tuple(blocks))


def _assessments(meeting: Meeting, references: References) -> Section:
    groups = []
    for valence in Valence:
        judged = [item for item in meeting.assessments if item.valence is valence]
        entries = tuple(
            Entry(
                item.who,
                ", ".join(filter(None, (item.office, format_date(item.date) if item.date else ""))),
                item.claim,
                references=references(item.sources),
            )
            for item in judged
        )
        groups.append(Section(f"{capital(valence)} ({len(judged)})", entries))
    return Section("How it was judged", groups=tuple(group for group in groups if group))
