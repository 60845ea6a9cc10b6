"""From a query as typed to the records that answer it: fields resolved, then ranked."""

from dataclasses import replace

from summitcli.errors import UsageError
from summitcli.model import RECORD_TYPES, Dataset
from summitcli.search import resolve as naming
from summitcli.search.filters import Filters
from summitcli.search.hit import Hit
from summitcli.search.index import Index
from summitcli.search.match import Named
from summitcli.search.query import parse_query
from summitcli.search.rank import rank
from summitcli.search.select import KINDS, STATUSES


def lookup(query: str, dataset: Dataset, index: Index, filters: Filters | None = None) -> list[Hit]:
    """The records that answer a query, best first.

    Raises UsageError where a field of the query (`leader:xyz`) names nothing.
    """
    question = parse_query(query)
    if question.empty:
        return []
    wanted = filters or Filters()
    for field, value in question.fields:
        wanted = _narrowed(wanted, field, value, dataset)
    return rank(question, wanted, index, dataset)


def _narrowed(filters: Filters, field: str, value: str, dataset: Dataset) -> Filters:
    """Filters, with those of a field of the query."""

    def ids(things: list[Named]) -> frozenset[str]:
        try:
            return naming.resolve(f"--{field}", value, things)[0]
        except UsageError as error:  # it speaks of options; here a field of the query was meant
            raise UsageError(str(error).removeprefix("--")) from None

    match field:
        case "leader":
            return replace(filters, leaders=filters.leaders | ids(naming.leaders(dataset)))
        case "place":
            return replace(
                filters, meetings=(filters.meetings or frozenset()) | ids(naming.places(dataset))
            )
        case "theme":
            return replace(filters, themes=filters.themes | ids(naming.themes(dataset)))
        case "type":
            return replace(filters, types=filters.types | ids(naming.values(RECORD_TYPES)))
        case "kind":
            kinds = (KINDS[name] for name in ids(naming.values(KINDS)))
            return replace(filters, kinds=filters.kinds.union(*kinds))
        case "status":
            statuses = (STATUSES[name] for name in ids(naming.values(STATUSES)))
            return replace(filters, statuses=filters.statuses.union(*statuses))
        case _:
            if not value.isdecimal() or not value.isascii() or not 1 <= int(value) <= 9999:
                raise UsageError(f"{field}:{value} is no year; write year:2018")
            return replace(filters, years=filters.years | {int(value)})
