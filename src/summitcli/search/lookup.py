"""Answer a query: resolve its fields, then rank the records that satisfy them."""

from summitcli.model import Dataset
from summitcli.search.hit import Hit
from summitcli.search.index import Index
from summitcli.search.narrow import narrow
from summitcli.search.query import parse_query
from summitcli.search.rank import rank
from summitcli.search.select import Selection

_EVERYTHING = Selection()


def lookup(
    text: str, dataset: Dataset, index: Index, selection: Selection = _EVERYTHING
) -> list[Hit]:
    """Return the records of a selection that answer a query, best first.

    Raise UsageError if a field of the query (`leader:xyz`) has a value that matches nothing.
    """
    query = parse_query(text)
    if query.empty:
        return []
    for field, value in query.fields:
        selection, _ = narrow(selection, field, value, dataset)
    return rank(query, selection, index, dataset)
