"""`summit claims`: an article's claims checked against the record, or one claim in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_claim, complete_section, complete_values
from summitcli.cli.options import UnscopedFilters
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.model import Verdict

if TYPE_CHECKING:
    from summitcli.model import Claim, Dataset


def claims(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One claim in full.", autocompletion=complete_claim),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            metavar="VERDICT",
            help="supported, partly, imprecise, disputed or not-checkable.",
            autocompletion=complete_values(Verdict),
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            metavar="SECTION",
            help="Part of the article: context, timeline, outcomes or outlook.",
            autocompletion=complete_section,
        ),
    ] = None,
    *,
    filters: UnscopedFilters,
    output: ListArgs,
) -> None:
    """List the claims of a popular article, each with its verdict and the evidence on record.

    Filters of meetings choose the claims about these meetings.

      summit claims --verdict disputed
      summit claims --section timeline
      summit claims --meeting helsinki-2018
      summit claims claim-26
    """
    from summitcli.cli.lists import show_one, write_list
    from summitcli.model import Claim
    from summitcli.tables.record_tables import claims_table

    settings = settings_of(context)
    if identifier is not None:
        show_one(context, identifier, Claim, output)
        return
    found = _select(settings.dataset, verdict, section, filters)
    total = len(settings.dataset.claims)
    write_list(settings, output, found, "claims", claims_table, total=total)


def _select(
    dataset: "Dataset", verdict: str | None, section: str | None, filters: UnscopedFilters
) -> "list[Claim]":
    from summitcli.cli.filters import choose, parse_filters
    from summitcli.search.select import select_about

    verdicts = choose("verdict", verdict, Verdict)
    sections = choose("section", section, (claim.section for claim in dataset.claims))
    wanted = parse_filters(filters, dataset)
    return [
        claim
        for claim in select_about(dataset.claims, wanted, dataset)
        if (not verdicts or claim.verdict in verdicts)
        and (not sections or claim.section in sections)
    ]
