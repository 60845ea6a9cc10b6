"""The names of the parts of a page, and the fields that programs read for each."""

from collections.abc import Iterable

# The parts of each type of record, and the fields that programs read for each of them.
PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "meeting": {
        "facts": (
            "summary",
            "aliases",
            "agreements",
            "kind",
            "status",
            "status_note",
            "date",
            "end_date",
            "date_note",
            "announced_on",
            "cancelled_on",
            "place",
            "occasion",
            "initiator",
            "duration",
            "public_output",
            "confidence",
        ),
        "people": ("leaders", "participants", "other_principals"),
        "course": ("sessions",),
        "topics": ("topics",),
        "agreed": ("deliverables",),
        "accounts": ("accounts",),
        "judged": ("assessments",),
        "notes": ("notes",),
        "outcomes": ("outcomes",),
        "claims": ("claims",),
        "around": ("events",),
        "sources": ("sources", "cited"),
    },
    "theme": {
        "facts": ("description", "aliases", "years"),
        "around": ("meetings", "remote", "events", "outlook"),
        "outcomes": ("outcomes",),
        "claims": ("claims",),
    },
    "person": {
        "facts": ("name", "aliases", "side", "born", "died", "offices", "note", "wikidata"),
        "around": ("meetings", "remote"),
    },
    "participant": {
        "facts": ("name", "other_names", "sides", "offices"),
        "around": ("meetings", "remote", "not_held"),
    },
    "outcome": {
        "facts": ("statement", "scope", "valence", "extent", "themes"),
        "notes": ("evidence",),
        "judged": ("assessments",),
        "around": ("meetings",),
        "sources": ("sources", "cited"),
    },
    "event": {
        "facts": ("date", "end_date", "category", "summary", "aliases", "themes"),
        "around": ("meetings", "remote"),
        "sources": ("sources", "cited"),
    },
    "outlook": {
        "facts": ("kind", "summary", "themes"),
        "notes": ("indicators", "evidence"),
        "sources": ("cited",),
    },
    "claim": {
        "facts": ("claim", "article", "section", "kind", "verdict", "themes"),
        "notes": ("record",),
        "around": ("meetings",),
        "sources": ("sources", "cited"),
    },
    "source": {
        "facts": (
            "publisher",
            "author",
            "date",
            "url",
            "language",
            "type",
            "reprint",
            "state_media",
            "same_text_as",
        ),
        "around": ("cited_by",),
        "sources": ("id",),
    },
}
"""Records by type, their parts in the order of the page, and the fields of each part."""

# Other words for a part that a reader might type.
_OTHER_WORDS = {
    "facts": ("basics", "summary", "overview", "date", "place", "length"),
    "people": ("participants", "who", "table", "leaders", "delegations"),
    "course": ("sessions", "schedule", "programme"),
    "topics": ("subjects", "themes", "talks"),
    "agreed": ("agreements", "deliverables", "agreement", "results"),
    "accounts": ("account", "versions", "differences", "differ", "disagree", "disputed"),
    "judged": ("assessments", "judgements", "judgments", "verdicts"),
    "notes": ("note", "evidence", "record", "other"),
    "outcomes": ("outcome", "impacts"),
    "claims": ("claim", "article"),
    "around": ("events", "context", "background", "meetings", "links"),
    "sources": ("source", "references", "citations", "footnotes"),
}
PART_NAMES = tuple(_OTHER_WORDS)


class UnknownPartError(Exception):
    """A name of a part that pages do not have, or not for this type of record."""

    def __init__(self, name: str, parts: Iterable[str], record_type: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.parts = tuple(parts)
        self.record_type = record_type


def part_called(word: str) -> str:
    """Return the part that a whole word names; empty if it names none."""
    return _names().get(word.casefold(), "")


def _names() -> dict[str, str]:
    """Return the part for each of the words that name one."""
    others = {other: name for name, others in _OTHER_WORDS.items() for other in others}
    return {name: name for name in PART_NAMES} | others


def parse_part(typed: str) -> tuple[str, bool]:
    """Return the part that a word names, and whether it is a guess at a misspelled word."""
    from summitcli.search.match import nearest
    from summitcli.search.normalize import fold

    word, names = fold(typed), _names()
    if word in names:
        return names[word], False
    begun = {name for other, name in names.items() if word and other.startswith(word)}
    if len(begun) == 1:
        return begun.pop(), False
    near = nearest(word, names, 1) if word else []
    if not near:
        raise UnknownPartError(typed, PART_NAMES)
    return names[near[0]], True


def check_parts(only: Iterable[str], record_types: Iterable[str]) -> None:
    """Raise UnknownPartError if records of one of these types never have one of the parts."""
    for record_type in record_types:
        for name in only:
            if name not in PARTS[record_type]:
                raise UnknownPartError(name, PARTS[record_type], record_type)


def fields_of_parts(only: Iterable[str], record_types: Iterable[str]) -> tuple[str, ...]:
    """Return the fields that programs read for parts, after the id, type and title."""
    kinds = tuple(dict.fromkeys(record_types))
    titles = {"person": "name", "participant": "name", "outcome": "statement", "claim": "claim"}
    chosen = set(only)
    fields = [
        *("id", "record_type"),
        *(titles.get(kind, "title") for kind in kinds),
        *(
            field
            for kind in kinds
            for name, fields_of_part in PARTS[kind].items()
            if name in chosen
            for field in fields_of_part
        ),
    ]
    return tuple(dict.fromkeys(fields))
