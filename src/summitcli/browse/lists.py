"""The filters that are set, and the records that the lists have under them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from summitcli.browse.filters import FOCUS, FORM, Filter, make_filter, select_by
from summitcli.browse.tabs import TABS
from summitcli.errors import SummitError
from summitcli.model import Dataset
from summitcli.search.select import Selection
from summitcli.tables.table import Table

# The section of the dataset that a list shows whole, if there are no filters.
_SECTIONS = {
    name: name for name in ("themes", "outcomes", "people", "claims", "outlook", "sources")
} | {"background": "context"}


class Group(NamedTuple):
    """Rows of a table that have a heading together."""

    row: int
    "The first of them."
    name: str


class Lists:
    """Rows, tables and counts, each found when it is first needed."""

    def __init__(self, dataset: Dataset, filters: Iterable[tuple[str, str]]) -> None:
        self._dataset = dataset
        self._rows: dict[str, Sequence[Any]] = {}
        self._tables: dict[str, tuple[Table[Any], list[Group]]] = {}
        self.counts: dict[str, int] = {}
        "The number of records of each list that has been counted."
        self.filters: list[Filter] = []
        self.selection = Selection()
        "The selection that the filters make."
        self.add(filters)

    def selection_with(self, typed: Iterable[tuple[str, str]]) -> Selection:
        """Return the selection of the filters and some more, which are not set."""
        more = [make_filter(field, value, self._dataset) for field, value in typed]
        return select_by([*self.filters, *more], self._dataset)

    def rows(self, name: str) -> Sequence[Any]:
        """Return the records of a list."""
        if name not in self._rows:
            self._rows[name] = TABS[name].rows(self._dataset, self.selection)
            self.counts[name] = len(self._rows[name])
        return self._rows[name]

    def table(self, name: str) -> tuple[Table[Any], list[Group]]:
        """Return the table of a list, and the groups of its rows."""
        if name not in self._tables:
            table = TABS[name].table(self.rows(name), self._dataset)
            self._tables[name] = table, _groups(table)
        return self._tables[name]

    def count_another(self) -> bool:
        """Count the records of one more list; return False if all are counted."""
        name = next((name for name in TABS if name not in self.counts), None)
        if name is None:
            return False
        if not self.filters and name in _SECTIONS:
            self.counts[name] = len(getattr(self._dataset, _SECTIONS[name]))
        else:
            self.rows(name)
        return True

    def add(self, typed: Iterable[tuple[str, str]]) -> None:
        """Add filters; raise UsageError, and add none, if a value matches nothing."""
        new = [make_filter(field, value, self._dataset) for field, value in typed]
        self._change([*self.filters, *new])

    def remove(self, number: int) -> None:
        """Remove a filter by its number."""
        self._change([*self.filters[:number], *self.filters[number:][1:]])

    def set_form(self, values: dict[str, str]) -> None:
        """Replace the filters of the form; raise UsageError, and change nothing, as `add` does."""
        before = self.filters
        self.filters = [item for item in before if item.field not in FORM]
        try:
            self.add(values.items())
        except SummitError:
            self.filters = before
            raise

    @property
    def form(self) -> dict[str, str]:
        """The values of the form."""
        values: dict[str, str] = {}
        for item in self.filters:
            if item.field in FORM:
                before = values.get(item.field)
                values[item.field] = f"{before}, {item.typed}" if before else item.typed
        return values

    def switch_focus(self) -> bool:
        """Restrict the lists to the focus pair, or no longer; return False if there is none."""
        kept = [item for item in self.filters if item.field != FOCUS]
        if len(kept) == len(self.filters):
            if not self._dataset.info.focus:
                return False
            kept.insert(0, make_filter(FOCUS, "", self._dataset))
        self._change(kept)
        return True

    def _change(self, filters: list[Filter]) -> None:
        self.selection = select_by(filters, self._dataset)  # a period may end before it begins
        self.filters = filters
        self._rows.clear()
        self._tables.clear()
        self.counts.clear()


def _groups(table: Table[Any]) -> list[Group]:
    groups: list[Group] = []
    for number, row in enumerate(table.rows if table.group is not None else ()):
        name = table.group(row) if table.group is not None else ""
        if name != (groups[-1].name if groups else ""):
            groups.append(Group(number, name))
    return groups
