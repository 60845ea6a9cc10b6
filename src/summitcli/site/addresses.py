"""Where each page of the site is: the section of a record and its id are its address."""

from collections.abc import Callable

from summitcli.model import SECTIONS, Dataset
from summitcli.search.attendance import Attendee, attendees

FOLDERS = {section: section for section in SECTIONS} | {"context": "background"}
"""The folder of each section's pages."""


class Addresses:
    """The folders of all records and participants, seen from the site's own folder."""

    def __init__(self, dataset: Dataset) -> None:
        self._folder_of = {
            identifier: FOLDERS[section]
            for section in SECTIONS
            for identifier in dataset.ids(section)
        }
        self.participants: dict[str, Attendee] = {
            person.id: person for person in attendees(dataset) if person.id not in self._folder_of
        }
        self._folder_of |= dict.fromkeys(self.participants, FOLDERS["people"])

    def __call__(self, identifier: str) -> str:
        """Return the folder of a record's page: `meetings/helsinki-2018/`; empty if unknown."""
        folder = self._folder_of.get(identifier)
        return f"{folder}/{identifier}/" if folder else ""

    def seen_from(self, root: str) -> Callable[[str], str]:
        """Return a function from an id to its address on a page with a way back to the root."""

        def address(identifier: str) -> str:
            path = self(identifier)
            return root + path if path else ""

        return address


def root_from(path: str) -> str:
    """Return the way from a page, such as `meetings/`, back to the site's own folder."""
    return "../" * path.count("/") or "./"
