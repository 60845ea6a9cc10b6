"""The record of leaders' meetings, as typed records.

    from summitcli import load

    dataset = load()                      # the shipped dataset; load("path") reads another
    for meeting in dataset.meetings:
        print(meeting.date, meeting.title)

`load` raises DatasetError, with one line that says what and where, if a dataset is bad. Every
record type is in `summitcli.model`. Nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summitcli.dataset.load import load as load
    from summitcli.errors import DatasetError as DatasetError
    from summitcli.model import Claim as Claim
    from summitcli.model import ContextEvent as ContextEvent
    from summitcli.model import Dataset as Dataset
    from summitcli.model import Meeting as Meeting
    from summitcli.model import Outcome as Outcome
    from summitcli.model import Outlook as Outlook
    from summitcli.model import Person as Person
    from summitcli.model import Source as Source
    from summitcli.model import Theme as Theme

from summitcli._version import __version__ as __version__

__all__ = [
    "Claim",
    "ContextEvent",
    "Dataset",
    "DatasetError",
    "Meeting",
    "Outcome",
    "Outlook",
    "Person",
    "Source",
    "Theme",
    "load",
]

_HOMES = {
    **dict.fromkeys(__all__, "summitcli.model"),
    "load": "summitcli.dataset.load",
    "DatasetError": "summitcli.errors",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'summitcli' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
