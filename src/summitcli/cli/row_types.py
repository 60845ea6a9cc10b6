"""The types of the records that each command lists, for completing their fields."""

from importlib import import_module

_VIEWS = "derived.views"
_ROW_TYPES = {
    "list": ("model:Meeting",),
    "show": (f"{_VIEWS}:MeetingView", f"{_VIEWS}:ThemeView", f"{_VIEWS}:PersonView"),
    "search": ("search.hit:Hit",),
    "themes": (f"{_VIEWS}:ThemeView",),
    "outcomes": ("model:Outcome",),
    "timeline": ("derived.timeline:TimelineEntry",),
    "stats": ("derived.counts:Tally",),
    "on": ("derived.timeline:DayEntry",),
    "context": ("model:ContextEvent",),
    "claims": ("model:Claim",),
    "outlook": ("model:Outlook",),
    "people": ("derived.people:LeaderRow", "derived.people:ParticipantRow"),
    "sources": ("model:Source",),
}


def row_types_of(command: str) -> tuple[type, ...]:
    """Return the types of the records that a command lists; none for other commands."""
    names = (name.split(":") for name in _ROW_TYPES.get(command, ()))
    return tuple(getattr(import_module(f"summitcli.{module}"), kind) for module, kind in names)
