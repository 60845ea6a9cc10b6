"""GeoJSON (RFC 7946): meetings as points on a map, with flat properties."""

from typing import BinaryIO

import msgspec

from summitcli.derived.links import cited_sources
from summitcli.export.described import describe_left_out, headline, length, theme_titles
from summitcli.export.selection import Extract
from summitcli.model import Dataset, Meeting


def write(extract: Extract, out: BinaryIO) -> str | None:
    """Write a point for each meeting whose coordinates are known; return a note on the others."""
    info = extract.info
    head = {
        "name": info.title,
        "version": info.version,
        "as_of": info.as_of,
        "licence": info.licence.data if info.licence else None,
    }
    members = msgspec.json.encode({key: value for key, value in head.items() if value})
    out.write(b'{"type":"FeatureCollection",' + members[1:-1] + b',"features":[')
    count, remote, total = 0, 0, 0
    for meeting in extract.meetings():
        total += 1
        feature = _feature(meeting, extract.dataset)
        if feature is None:
            remote += not meeting.in_person
            continue
        out.write((b",\n" if count else b"\n") + msgspec.json.encode(feature))
        count += 1
    out.write(b"\n]}\n")
    note = describe_left_out(total - count, total, "coordinates", "on the map")
    return f"{note}; {remote} {'was' if remote == 1 else 'were'} not in person" if note else None


def _feature(meeting: Meeting, dataset: Dataset) -> dict[str, object] | None:
    place = meeting.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return {
        "type": "Feature",
        "id": meeting.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": _properties(meeting, dataset),
    }


def _properties(meeting: Meeting, dataset: Dataset) -> dict[str, object]:
    """Return texts and numbers only, because many programs cannot read lists or objects."""
    place, duration = meeting.place, meeting.duration
    cited = cited_sources(meeting, dataset)
    leaders = {
        f"leaders_{side.id}": "; ".join(
            dataset.titles[person] for person in meeting.leaders.get(side.id, ())
        )
        for side in dataset.info.sides
    }
    return {
        "id": meeting.id,
        "title": meeting.title,
        "headline": headline(meeting),
        "kind": meeting.kind,
        "status": meeting.status,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "year": int(meeting.date[:4]) if meeting.date else None,
        "city": place.city if place else None,
        "country": place.country if place else None,
        "venue": place.venue if place else None,
        **leaders,
        "minutes": duration.actual_minutes if duration else None,
        "length": length(meeting),
        "themes": "; ".join(theme_titles(meeting, dataset)),
        "disputed_points": len(meeting.accounts),
        "summary": meeting.summary,
        "sources": len(cited),
        "source_url": next((source.url for source in cited if source.url), None),
    }
