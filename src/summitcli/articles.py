"""The article of each record type."""

from collections import Counter
from collections.abc import Iterable

from summitcli.article import Article, Entry, Fact, Link, References, Section, Versions
from summitcli.columns import length, when
from summitcli.dates import spoken, weekday
from summitcli.model import (
    Dataset,
    Meeting,
    Outcome,
    Person,
    Record,
    Session,
    Source,
    Theme,
    Valence,
)
from summitcli.query import ordered, place_name
from summitcli.search.fold import words
from summitcli.views import citing, view


def article(record: Record, dataset: Dataset) -> Article:
    """What is known of a record, with everything that links to it."""
    if isinstance(record, Meeting):
        return _meeting(record, dataset)
    if isinstance(record, Theme):
        return _theme(record, dataset)
    if isinstance(record, Outcome):
        return _outcome(record, dataset)
    if isinstance(record, Person):
        return _person(record, dataset)
    return _source(record, dataset)


def phrase(identifier: str) -> str:
    """A value of an enumeration as words: `not-realised` → `not realised`."""
    return identifier.replace("-", " ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(*facts: Fact | None) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact is not None and (fact.text or fact.note))


def _sections(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section)


def _cited(references: References, dataset: Dataset) -> tuple[Source, ...]:
    found = (dataset.by_id[identifier] for identifier in references.numbers)
    return tuple(source for source in found if isinstance(source, Source))


def _titles(identifiers: Iterable[str], dataset: Dataset) -> str:
    return ", ".join(_title(identifier, dataset) for identifier in identifiers)


def _title(identifier: str, dataset: Dataset) -> str:
    record = dataset.by_id[identifier]
    if isinstance(record, Person):
        return record.name
    return record.statement if isinstance(record, Outcome) else record.title


def _links(identifiers: Iterable[str], dataset: Dataset) -> tuple[Link, ...]:
    return tuple(_link(identifier, dataset) for identifier in identifiers)


def _link(identifier: str, dataset: Dataset) -> Link:
    record = dataset.by_id[identifier]
    meta = ""
    if isinstance(record, Meeting):
        meta = record.date or "undated"
    elif isinstance(record, Outcome):
        meta = phrase(record.valence)
    return Link(identifier, _title(identifier, dataset), meta)


def _meeting(meeting: Meeting, dataset: Dataset) -> Article:
    references = References()
    sections = _sections(
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
            _links((o.id for o in dataset.outcomes if meeting.id in o.meetings), dataset),
        ),
    )
    references(meeting.sources)
    kicker = f"{_capital(phrase(meeting.kind))}, {phrase(meeting.status)}"
    return Article(
        id=meeting.id,
        title=meeting.title,
        kicker=f"{kicker} · {when(meeting)}",
        lead=meeting.summary,
        facts=_meeting_facts(meeting, dataset),
        sections=sections,
        sources=_cited(references, dataset),
    )


def _meeting_facts(meeting: Meeting, dataset: Dataset) -> tuple[Fact, ...]:
    off = [
        f"announced {spoken(meeting.announced_on)}" if meeting.announced_on else "",
        f"called off {spoken(meeting.cancelled_on)}" if meeting.cancelled_on else "",
    ]
    sides = {side.id: side.name for side in dataset.dataset.sides}
    venue = meeting.place.venue if meeting.place else None
    return _facts(
        Fact(
            "Date",
            ", ".join(filter(None, (weekday(meeting.date), when(meeting))))
            if not meeting.end_date
            else when(meeting),
            meeting.date_note or "",
        ),
        Fact("Status", _capital(phrase(meeting.status)), meeting.status_note or "")
        if meeting.status_note or meeting.status != "held"
        else None,
        Fact("Plans", _capital("; ".join(filter(None, off)))),
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
        f"{length(duration.actual_minutes)} actual" if duration.actual_minutes is not None else "",
        f"{length(duration.planned_minutes)} planned"
        if duration.planned_minutes is not None
        else "",
    ]
    return Fact("Length", ", ".join(filter(None, known)) or "not known", duration.note or "")


def _table(meeting: Meeting, dataset: Dataset) -> Section:
    """Who sat at the table, a column a side; without a list of participants, the leaders."""
    columns = []
    for side in dataset.dataset.sides:
        lines = tuple(
            f"{person.name}, {person.office}"
            for person in meeting.participants
            if person.side == side.id
        ) or tuple(_title(person, dataset) for person in meeting.leaders.get(side.id, ()))
        columns.append((side.name, lines))
    if meeting.other_principals:
        columns.append(("Others", meeting.other_principals))
    return Section(
        "At the table" if meeting.in_person else "Between", (Versions("", tuple(columns)),)
    )


def _session(session: Session) -> Entry:
    parts = [
        f"{length(session.actual_minutes)} actual" if session.actual_minutes is not None else "",
        f"{length(session.planned_minutes)} planned" if session.planned_minutes is not None else "",
        "interpreters only" if session.interpreters_only else "",
    ]
    start = f"{session.start_local}  " if session.start_local else ""
    return Entry(start + session.title, ", ".join(filter(None, parts)), session.note or "")


def _topics(meeting: Meeting, dataset: Dataset, references: References) -> Section:
    entries = []
    for topic in meeting.topics:
        names = _titles(topic.themes, dataset)
        lead = _capital(topic.label) if topic.label else names
        known = set(words(lead))
        meta = "" if known <= set(words(names)) else names
        entries.append(Entry(lead, meta, topic.detail or "", references=references(topic.sources)))
    return Section(
        "What was talked about" if meeting.status == "held" else "Subjects", tuple(entries)
    )


def _deliverables(meeting: Meeting, references: References) -> Section:
    entries = []
    for item in meeting.deliverables:
        sort = "" if item.type == "understanding" else phrase(item.type)
        signed = spoken(item.signed) if item.signed else ""
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
    sides = {side.id: side.name for side in dataset.dataset.sides}
    blocks = []
    for account in meeting.accounts:
        order = sorted(
            account.versions, key=lambda key: list(sides).index(key) if key in sides else 9
        )
        versions = tuple(
            (sides.get(key, _capital(phrase(key))), (account.versions[key],)) for key in order
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
                ", ".join(filter(None, (item.office, spoken(item.date) if item.date else ""))),
                item.claim,
                references=references(item.sources),
            )
            for item in judged
        )
        groups.append(Section(f"{_capital(valence)} ({len(judged)})", entries))
    return Section("How it was judged", groups=tuple(group for group in groups if group))


def _theme(theme: Theme, dataset: Dataset) -> Article:
    themed = [m for m in ordered(dataset.meetings) if theme.id in m.themes]
    groups = {
        "Meetings in person": [m for m in themed if m.status == "held" and m.in_person],
        "Calls, letters and statements": [
            m for m in themed if m.status == "held" and not m.in_person
        ],
        "Not held, or disputed": [m for m in themed if m.status != "held"],
    }
    years = Counter(m.date[:4] for m in themed if m.date and m.status == "held")
    outcomes = (o.id for o in dataset.outcomes if theme.id in o.themes)
    return Article(
        id=theme.id,
        title=theme.title,
        kicker="Theme",
        lead=theme.description,
        facts=_facts(
            Fact("By year", ", ".join(f"{year}: {count}" for year, count in sorted(years.items()))),
            Fact("Words for it", "; ".join(theme.aliases)),
        ),
        sections=_sections(
            *(Section(f"{name} ({len(found)})", _links((m.id for m in found), dataset))
              for name, found in groups.items()),
            Section("Assessed outcomes", _links(outcomes, dataset)),
        ),
    )  # fmt: skip


def _outcome(outcome: Outcome, dataset: Dataset) -> Article:
    references = References()
    entries = tuple(
        Entry(
            item.who,
            spoken(item.date) if item.date else "",
            item.claim,
            references=references(item.sources),
        )
        for item in outcome.assessments
    )
    evidence = Entry(text=outcome.evidence or "", references=references(outcome.sources))
    return Article(
        id=outcome.id,
        title=outcome.statement,
        kicker=f"Assessed outcome · {phrase(outcome.scope)}",
        lead="",
        facts=_facts(
            Fact("Judged", _capital(outcome.valence)),
            Fact("How far", _capital(phrase(outcome.extent))),
            Fact("Scope", _capital(phrase(outcome.scope))),
            Fact("Themes", _titles(outcome.themes, dataset)),
        ),
        sections=_sections(
            Section("What the record shows", (evidence,) if outcome.evidence else ()),
            Section("Who assessed it", entries),
            Section("Meetings", _links(outcome.meetings, dataset)),
        ),
        sources=_cited(references, dataset),
    )


def _person(person: Person, dataset: Dataset) -> Article:
    shown = view(person, dataset)
    sides = {side.id: side.name for side in dataset.dataset.sides}
    offices = tuple(
        Entry(
            office.title,
            f"{spoken(office.start_date)} – "
            + (spoken(office.end_date) if office.end_date else "in office"),
        )
        for office in person.offices
    )
    return Article(
        id=person.id,
        title=person.name,
        kicker=f"Leader · {sides.get(person.side, person.side)}",
        lead="",
        facts=_facts(
            Fact("Born", spoken(person.born) if person.born else ""),
            Fact("Died", spoken(person.died) if person.died else ""),
            Fact("Note", person.note or ""),
            Fact("Also called", "; ".join(person.aliases)),
            Fact("Wikidata", person.wikidata or ""),
        ),
        sections=_sections(
            Section("Offices", offices),
            Section("Meetings in person", _links(getattr(shown, "meetings", ()), dataset)),
            Section(
                "Calls, letters and statements", _links(getattr(shown, "contacts", ()), dataset)
            ),
        ),
    )


def _source(source: Source, dataset: Dataset) -> Article:
    return Article(
        id=source.id,
        title=source.title,
        kicker=f"Source · {source.type}",
        lead="",
        facts=_facts(
            Fact("Publisher", source.publisher),
            Fact("Author", source.author or ""),
            Fact("Date", spoken(source.date) if source.date else ""),
            Fact("Language", source.language),
            Fact("Standing", *_standing(source)),
            Fact("Same text as", source.same_text_as or ""),
        ),
        sections=_sections(Section("Named by", _links(citing(source.id, dataset), dataset))),
        sources=(source,),
    )


def _standing(source: Source) -> tuple[str, str]:
    if source.standing is None:
        return "", ""
    meaning = {
        "copy": "A copy of another's text: look for the original",
        "state": "Media that a state owns, funds or directs",
    }
    return _capital(source.standing), meaning[source.standing]
