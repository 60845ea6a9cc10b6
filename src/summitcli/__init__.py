"""The record of leaders' meetings, as typed records.

    from summitcli import load, open_dataset

    dataset = open_dataset()              # the shipped dataset, from its store
    for meeting in dataset.meetings:
        print(meeting.date, meeting.title)

    own = load("my-data/")                # a folder or file of your own, parsed and checked

`load` always parses the files. `open_dataset` parses them once and keeps them in a store in the
user's cache folder, which later calls open in milliseconds until the files change. Both raise
DatasetError, with a message of one line, if the dataset cannot be read or breaks a rule.

`Dataset`, `DatasetError` and the types of records are here; the types of their fields are in
`summitcli.model`. Names are imported when they are first used, so that importing the package costs
nothing.
"""

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from summitcli._version import __version__
    from summitcli.dataset.load import load
    from summitcli.errors import DatasetError
    from summitcli.model import (
        Claim,
        ContextEvent,
        Dataset,
        Meeting,
        Outcome,
        Outlook,
        Person,
        Source,
        Theme,
    )
    from summitcli.store.open import open_dataset

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
    "__version__",
    "load",
    "open_dataset",
]

_MODULES = {
    **dict.fromkeys(__all__, "summitcli.model"),
    "DatasetError": "summitcli.errors",
    "__version__": "summitcli._version",
    "load": "summitcli.dataset.load",
    "open_dataset": "summitcli.store.open",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module 'summitcli' has no attribute '{name}'")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
