"""Descriptions of records for machines, in the words of schema.org; they judge nothing."""

from collections.abc import Mapping

from summitcli.model import (
    Claim,
    Dataset,
    DatasetInfo,
    Meeting,
    MeetingStatus,
    Person,
    Record,
    Source,
    Theme,
    title_of,
)
from summitcli.search.select import place_name

Description = dict[str, object]

_STATUSES = {
    MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.NOT_HELD: "EventCancelled",
}


def describe_record(record: Record, dataset: Dataset) -> Description:
    """Return the description of a record."""
    if isinstance(record, Meeting):
        return _event(record, dataset)
    if isinstance(record, Person):
        return _person(record)
    if isinstance(record, Claim):
        return _claim(record, dataset)
    if isinstance(record, Source):
        return _work(record)
    kind = "DefinedTerm" if isinstance(record, Theme) else "CreativeWork"
    return {"@type": kind, "identifier": record.id, "name": title_of(record)}


def describe_dataset(info: DatasetInfo) -> Description:
    """Return the description of the dataset."""
    return _known(
        {
            "@type": "Dataset",
            "name": info.title,
            "description": info.title,
            "version": info.version,
            "dateModified": info.as_of,
            "license": f"https://spdx.org/licenses/{info.licence.data}" if info.licence else None,
        }
    )


def _event(meeting: Meeting, dataset: Dataset) -> Description:
    place = meeting.place
    where: Description | None = None
    if place is not None:
        has_point = place.lat is not None and place.lon is not None
        where = _known(
            {
                "@type": "Place",
                "name": place.venue or place.city or place.country,
                "address": place_name(meeting),
                "geo": {
                    "@type": "GeoCoordinates",
                    "latitude": place.lat,
                    "longitude": place.lon,
                }
                if has_point
                else None,
            }
        )
    return _known(
        {
            "@type": "Event",
            "identifier": meeting.id,
            "name": meeting.title,
            "alternateName": list(meeting.aliases),
            "description": meeting.summary,
            "startDate": meeting.date,
            "endDate": meeting.end_date or meeting.date,
            "eventStatus": f"https://schema.org/{_STATUSES.get(meeting.status, 'EventScheduled')}",
            "location": where,
            "attendee": [
                {"@type": "Person", "name": dataset.titles[person]} for person in meeting.everyone
            ],
        }
    )


def _person(person: Person) -> Description:
    return _known(
        {
            "@type": "Person",
            "identifier": person.id,
            "name": person.name,
            "alternateName": list(person.aliases),
            "birthDate": person.born,
            "deathDate": person.died,
            "jobTitle": [office.title for office in person.offices],
            "sameAs": f"https://www.wikidata.org/entity/{person.wikidata}"
            if person.wikidata
            else None,
        }
    )


def _claim(claim: Claim, dataset: Dataset) -> Description:
    article = dataset.by_id[claim.article]
    return _known(
        {
            "@type": "Claim",
            "identifier": claim.id,
            "name": claim.claim,
            "appearance": _work(article) if isinstance(article, Source) else None,
        }
    )


def _work(source: Source) -> Description:
    return _known(
        {
            "@type": "CreativeWork",
            "identifier": source.id,
            "name": source.title,
            "author": source.author,
            "publisher": {"@type": "Organization", "name": source.publisher}
            if source.publisher
            else None,
            "datePublished": source.date,
            "url": source.url,
            "inLanguage": source.language,
        }
    )


def _known(values: Mapping[str, object]) -> Description:
    """Return a description without what is not known."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}
