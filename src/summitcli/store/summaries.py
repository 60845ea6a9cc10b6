"""Decoding the summaries of meetings, which take a fourth of the memory if they share values.

Many meetings have the same place, leaders, length or themes.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from summitcli.model import Duration, MeetingKind, MeetingStatus, MeetingSummary, Place

T = TypeVar("T")


class _Row(msgspec.Struct, gc=False):
    """A summary of which the values that others may have too are not decoded yet."""

    id: str
    title: str
    kind: MeetingKind
    status: MeetingStatus
    date: str | None
    end_date: str | None
    place: msgspec.Raw
    initiator: str | None
    leaders: msgspec.Raw
    duration: msgspec.Raw
    themes: msgspec.Raw


class _Values(dict[bytes, T], Generic[T]):
    """Values by their JSON, each decoded once."""

    def __init__(self, decode: Callable[[bytes], T]) -> None:
        super().__init__()
        self._decode = decode

    def __missing__(self, json: bytes) -> T:
        value = self[json] = self._decode(json)
        return value


class SummaryDecoder:
    """A decoder of the rows of the table `summaries`."""

    def __init__(self) -> None:
        decoder = msgspec.json.Decoder
        self._decode_row = decoder(_Row).decode
        self._places = _Values(decoder(Place | None).decode)
        self._leaders = _Values(decoder(dict[str, tuple[str, ...]]).decode)
        self._durations = _Values(decoder(Duration | None).decode)
        self._themes = _Values(decoder(tuple[str, ...]).decode)

    def decode(self, json: str) -> MeetingSummary:
        """Return a summary. Raise MsgspecError if it is damaged."""
        row = self._decode_row(json)
        return MeetingSummary(
            id=row.id,
            title=row.title,
            kind=row.kind,
            status=row.status,
            date=row.date,
            end_date=row.end_date,
            place=self._places[bytes(row.place)],
            initiator=row.initiator,
            leaders=self._leaders[bytes(row.leaders)],
            duration=self._durations[bytes(row.duration)],
            themes=self._themes[bytes(row.themes)],
        )
