"""Count the words of a query without which a record is hardly meant."""

from summitcli.model import ContextEvent, Meeting, MeetingSummary, Theme
from summitcli.search.candidates import Candidate, Matches
from summitcli.search.index import Head
from summitcli.search.query import GENERIC_WORDS


def count_absent(record: Head, candidate: Candidate, matches: Matches) -> int:
    """Return how many words a record lacks that its kind needs.

    A meeting needs the leaders that are named. Who types a theme with a leader, a place or a word
    such as `call` asks for a meeting, not for the theme; with `call`, not for an event either.
    """
    missing = set(matches.required).difference(candidate.found)
    if not missing:
        return 0
    match record:
        case Meeting() | MeetingSummary():
            return len(missing & matches.leaders)
        case Theme():
            return len(missing & (matches.people_and_places | GENERIC_WORDS))
        case ContextEvent():
            return len(missing & GENERIC_WORDS)
    return 0
