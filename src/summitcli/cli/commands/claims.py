"""`summit claims`: an article's claims checked against the record, or one claim in full."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_claim
from summitcli.cli.settings import settings_of


def claims(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One claim in full.", autocompletion=complete_claim),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            metavar="VERDICT", help="supported, partly, imprecise, disputed or not-checkable."
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            metavar="SECTION", help="Part of the article: context, timeline, outcomes or outlook."
        ),
    ] = None,
    themes: options.Themes = None,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List the claims of a popular article, each with its verdict and the evidence on record.

    summit claims --verdict disputed

    summit claims --section timeline

    summit claims claim-26
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose_one, theme_ids
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.model import Claim, Verdict
    from summitcli.search.resolve import find
    from summitcli.tables.record_tables import claims_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Claim)], asked)
        return
    wanted_verdict = choose_one("verdict", verdict, [str(member) for member in Verdict])
    wanted_section = choose_one("section", section, [claim.section for claim in dataset.claims])
    wanted_themes = theme_ids(themes, dataset)
    found = [
        claim
        for claim in dataset.claims
        if wanted_verdict in (None, claim.verdict)
        and wanted_section in (None, claim.section)
        and (not wanted_themes or not wanted_themes.isdisjoint(claim.themes))
    ]
    write_result(settings, asked, claims_table(limit_rows(found, limit, "claims")))
