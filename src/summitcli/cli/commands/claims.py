"""`summit claims`: an article's claims checked against the record, or one claim in full."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_claim, complete_section, complete_values
from summitcli.cli.options import FilterArgs
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.model import Verdict


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
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """List the claims of a popular article, each with its verdict and the evidence on record.

    Filters of meetings choose the claims about these meetings.

      summit claims --verdict disputed
      summit claims --section timeline
      summit claims --meeting helsinki-2018
      summit claims claim-26
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose, select_about
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result
    from summitcli.cli.records import find_record
    from summitcli.model import Claim
    from summitcli.tables.record_tables import claims_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find_record(identifier, dataset, Claim)], output)
        return
    verdicts = choose("verdict", verdict, Verdict)
    sections = choose("section", section, (claim.section for claim in dataset.claims))
    found = [
        claim
        for claim in select_about(dataset.claims, filters, dataset)
        if (not verdicts or claim.verdict in verdicts)
        and (not sections or claim.section in sections)
    ]
    shown = output.choose_rows(found, "claims")
    footer = describe_list("claims", len(shown), len(found), len(dataset.claims))
    write_result(settings, output, claims_table(shown), footer)
