"""The pages of themes, people, background events and sources."""

from collections.abc import Iterator, Mapping, Sequence

from summitcli.derived.backlinks import backlinks
from summitcli.derived.views import EventView, PersonView, SourceView, ThemeView
from summitcli.model import Dataset, MeetingLike, MeetingStatus, Source
from summitcli.pages.common import fact, facts, line, linked, title_links, word
from summitcli.pages.page import Entry, Link, Page, Section, WebLink
from summitcli.pages.wording import format_date
from summitcli.search.select import ordered


def theme_page(theme: ThemeView, dataset: Dataset, most: int | None = None) -> Page:
    """Return the page of a theme."""
    years = ", ".join(f"{year}: {count}" for year, count in sorted(theme.years.items()))
    return Page(
        id=theme.id,
        title=theme.title,
        kicker="Theme",
        lead=theme.description,
        facts=facts(fact("By year", years), fact("Words for it", "; ".join(theme.aliases))),
        sections=(
            *_meetings(theme, backlinks(dataset).meetings_on, dataset, most),
            linked("Assessed outcomes", theme.outcomes, dataset, "outcomes", most),
            linked("Background events", theme.events, dataset, most=most),
            linked("Drivers and scenarios", theme.outlook, dataset, most=most),
            linked("Claims", theme.claims, dataset, "claims", most),
        ),
    )


def person_page(person: PersonView, dataset: Dataset, most: int | None = None) -> Page:
    """Return the page of a leader."""
    sides = dataset.info.side_names
    offices = tuple(
        Entry(
            line(office.title),
            line(
                format_date(office.start_date, office.end_date)
                if office.end_date
                else f"{format_date(office.start_date)} – in office"
            ),
        )
        for office in person.offices
    )
    return Page(
        id=person.id,
        title=person.name,
        kicker=f"Leader · {sides.get(person.side, person.side)}",
        lead="",
        facts=facts(
            fact("Born", format_date(person.born) if person.born else ""),
            fact("Died", format_date(person.died) if person.died else ""),
            fact("Note", person.note),
            fact("Also called", "; ".join(person.aliases)),
            fact("Wikidata", person.wikidata),
        ),
        sections=(
            Section("Offices", offices, part="facts"),
            *_meetings(person, backlinks(dataset).meetings_with, dataset, most),
        ),
    )


def event_page(event: EventView, dataset: Dataset, most: int | None = None) -> Page:
    """Return the page of a background event, with the meetings around it."""
    when = format_date(event.date, event.end_date)
    field = word(event.category)
    theme = dataset.titles.get(event.category, "")
    if theme.casefold().startswith(field.casefold()):
        field = theme[: len(field)]  # a theme's title has the spelling of an abbreviation: `NATO`
    return Page(
        id=event.id,
        title=event.title,
        kicker=f"Background event · {field} · {when}",
        lead=event.summary,
        facts=facts(
            fact("Date", when),
            fact("Also called", "; ".join(event.aliases)),
            fact("Field", field),
            fact("Themes", title_links(event.themes, dataset)),
        ),
        sections=(
            linked("Meetings within 30 days", event.meetings, dataset, most=most),
            linked("Calls and letters within 30 days", event.remote, dataset, most=most),
        ),
        sources=event.cited,
    )


def source_page(source: SourceView, dataset: Dataset, most: int | None = None) -> Page:
    """Return the page of a source, with the records that cite it."""
    original = source.same_text_as
    return Page(
        id=source.id,
        title=source.title,
        kicker=f"Source · {source.type}",
        lead="",
        facts=facts(
            fact("Publisher", source.publisher),
            fact("Author", source.author),
            fact("Date", format_date(source.date) if source.date else ""),
            fact("Address", (WebLink(source.url, source.url),) if source.url else ()),
            fact("Language", source.language),
            fact("Marks", "; ".join(_marks(source))),
            fact("Same text as", (Link(original, original),) if original else ()),
        ),
        sections=(linked("Named by", source.cited_by, dataset, most=most, counted=False),),
        sources=(source,),
    )


def _marks(source: Source) -> Iterator[str]:
    """Yield the meaning of each mark of a source."""
    if source.reprint:
        yield "Reprint of another outlet's text: look for the original"
    if source.state_media:
        yield "Media that a state owns, funds or directs"


def _meetings(
    view: ThemeView | PersonView,
    meetings: Mapping[str, Sequence[MeetingLike]],
    dataset: Dataset,
    most: int | None,
) -> tuple[Section, ...]:
    """Return sections of the meetings in person, of the remote contacts, and of those not held."""
    every = ordered(meetings.get(view.id, ()))
    not_held = [meeting.id for meeting in every if meeting.status is not MeetingStatus.HELD]
    return (
        linked("Meetings in person", view.meetings, dataset, most=most),
        linked("Calls, letters and statements", view.remote, dataset, most=most),
        linked("Not held, or disputed", not_held, dataset, most=most),
    )
