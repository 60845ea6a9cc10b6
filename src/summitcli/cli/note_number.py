"""The sources of a record by the numbers that they have on its page."""

from summitcli.errors import NotFoundError
from summitcli.model import Dataset, Record, Source


def sources_by_number(record: Record, dataset: Dataset) -> tuple[Source, ...]:
    """Return the sources of a record's page, or a source alone; the first has the number 1."""
    if isinstance(record, Source):
        return (record,)
    from summitcli.derived.views import build_view
    from summitcli.pages.build import page_of

    return page_of(build_view(record, dataset), dataset).sources


def source_of(record: Record, typed: str, dataset: Dataset) -> Source:
    """Return a source of a record by its number or its id. Raise NotFoundError."""
    sources = sources_by_number(record, dataset)
    wanted = typed.strip().casefold()
    if not sources:
        raise NotFoundError(f"'{record.id}' cites no sources")
    if wanted.isascii() and wanted.isdecimal():
        number = int(wanted[:9])
        if not 1 <= number <= len(sources):
            raise NotFoundError(
                f"'{record.id}' has no note {wanted}; its notes are 1 to {len(sources)}"
            )
        return sources[number - 1]
    found = next((source for source in sources if source.id == wanted), None)
    if found is None:
        raise NotFoundError(
            f"'{record.id}' does not cite '{typed}'; give the number of one of its"
            f" {len(sources)} notes, or the id of one of its sources"
        )
    return found
