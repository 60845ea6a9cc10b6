"""The articles of what meetings are seen by: themes, people, background events, sources."""

from collections import Counter
from collections.abc import Iterator

from summitcli.derived.links import cited_by, meetings_near, split_held
from summitcli.model import ContextEvent, Dataset, Meeting, Person, Source, Theme
from summitcli.pages.common import capital, cited, facts, links, sections, titles
from summitcli.pages.page import Article, Entry, Fact, References, Section
from summitcli.pages.wording import format_date, humanize
from summitcli.search.select import ordered


def theme_article(theme: Theme, dataset: Dataset) -> Article:
    """What is known of a theme."""
    themed = [meeting for meeting in ordered(dataset.meetings) if theme.id in meeting.themes]
    years = Counter(m.date[:4] for m in themed if m.date and m.status == "held")
    return Article(
        id=theme.id,
        title=theme.title,
        kicker="Theme",
        lead=theme.description,
        facts=facts(
            Fact("By year", ", ".join(f"{year}: {count}" for year, count in sorted(years.items()))),
            Fact("Words for it", "; ".join(theme.aliases)),
        ),
        sections=sections(
            *_meetings(themed, dataset),
            *(
                _linked(title, [item.id for item in records if theme.id in item.themes], dataset)
                for title, records in (
                    ("Assessed outcomes", dataset.outcomes),
                    ("Background events", dataset.context),
                    ("Drivers and scenarios", dataset.outlook),
                    ("Claims", dataset.claims),
                )
            ),
        ),
    )


def person_article(person: Person, dataset: Dataset) -> Article:
    """What is known of a leader."""
    sides = {side.id: side.name for side in dataset.info.sides}
    offices = tuple(
        Entry(
            office.title,
            format_date(office.start_date, office.end_date)
            if office.end_date
            else f"{format_date(office.start_date)} – in office",
        )
        for office in person.offices
    )
    met = [meeting for meeting in ordered(dataset.meetings) if person.id in meeting.everyone]
    return Article(
        id=person.id,
        title=person.name,
        kicker=f"Leader · {sides.get(person.side, person.side)}",
        lead="",
        facts=facts(
            Fact("Born", format_date(person.born) if person.born else ""),
            Fact("Died", format_date(person.died) if person.died else ""),
            Fact("Note", person.note or ""),
            Fact("Also called", "; ".join(person.aliases)),
            Fact("Wikidata", person.wikidata or ""),
        ),
        sections=sections(Section("Offices", offices), *_meetings(met, dataset)),
    )


def event_article(event: ContextEvent, dataset: Dataset) -> Article:
    """What is known of a background event, and the meetings around it."""
    references = References()
    references(event.sources)
    in_person, remote = split_held(meetings_near(event, dataset))
    when = format_date(event.date, event.end_date)
    field = capital(humanize(event.category))
    theme = dataset.titles.get(event.category, "")
    if theme.casefold().startswith(field.casefold()):
        field = theme[: len(field)]  # the title of a theme knows an abbreviation: `NATO`
    return Article(
        id=event.id,
        title=event.title,
        kicker=f"Background event · {field} · {when}",
        lead=event.summary,
        facts=facts(
            Fact("Date", when),
            Fact("Field", field),
            Fact("Themes", titles(event.themes, dataset)),
        ),
        sections=sections(
            _linked("Meetings within 30 days", in_person, dataset),
            _linked("Calls and letters within 30 days", remote, dataset),
        ),
        sources=cited(references, dataset),
    )


def source_article(source: Source, dataset: Dataset) -> Article:
    """What is known of a source, and which records rest on it."""
    return Article(
        id=source.id,
        title=source.title,
        kicker=f"Source · {source.type}",
        lead="",
        facts=facts(
            Fact("Publisher", source.publisher or ""),
            Fact("Author", source.author or ""),
            Fact("Date", format_date(source.date) if source.date else ""),
            Fact("Address", source.url or ""),
            Fact("Language", source.language),
            Fact("Marks", "; ".join(_marks(source))),
            Fact("Same text as", source.same_text_as or ""),
        ),
        sections=sections(Section("Named by", links(cited_by(source.id, dataset), dataset))),
        sources=(source,),
    )


def _marks(source: Source) -> Iterator[str]:
    """Yield what the marks of a source mean."""
    if source.reprint:
        yield "Reprint of another outlet's text: look for the original"
    if source.state_media:
        yield "Media that a state owns, funds or directs"


def _meetings(meetings: list[Meeting], dataset: Dataset) -> tuple[Section, ...]:
    """Sections of meetings in person, of those by wire, and of what did not come about."""
    in_person, remote = split_held(meetings)
    others = [meeting.id for meeting in meetings if meeting.status != "held"]
    return (
        _linked("Meetings in person", in_person, dataset),
        _linked("Calls, letters and statements", remote, dataset),
        _linked("Not held, or disputed", others, dataset),
    )


def _linked(title: str, identifiers: tuple[str, ...] | list[str], dataset: Dataset) -> Section:
    return Section(f"{title} ({len(identifiers)})", links(identifiers, dataset))
