"""`summit list`: meetings as a table."""

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of
from summitcli.search.select import Sort


def list_meetings(
    context: typer.Context,
    years: options.Years = None,
    since: options.Since = None,
    until: options.Until = None,
    leaders: options.Leaders = None,
    places: options.Places = None,
    themes: options.Themes = None,
    kinds: options.Kinds = None,
    statuses: options.Statuses = None,
    all_leaders: options.AllLeaders = False,
    sort: options.Order = Sort.DATE,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List meetings: by default those of Trump and Putin that were held, in person.

    Repeat a filter to match any of its values; different filters must all match.

      summit list --year 2018

      summit list --theme syria --kind any

      summit list --status any --sort -date

      summit list --json | jq -r '.[].place.city'
    """
    from summitcli.cli.filters import FilterArgs, parse_filters_with_defaults
    from summitcli.cli.messages import describe_broader
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.cli.streams import log_note
    from summitcli.search.select import ordered, select, suggest_broader, whole
    from summitcli.tables.record_tables import meetings_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    typed = FilterArgs(
        years=years, since=since, until=until, leaders=leaders, places=places, themes=themes,
        kinds=kinds, statuses=statuses, all_leaders=all_leaders,
    )  # fmt: skip
    wanted = parse_filters_with_defaults(typed, dataset)
    found = ordered(select(dataset, wanted), sort)
    if not found:
        broader = suggest_broader(dataset, wanted)[:1]
        hint = "".join(f"; {describe_broader(step)}" for step in broader)
        log_note(f"no matching meetings{hint}")
        shown = found
    else:
        shown = limit_rows(found, limit, "meetings")
    note = f"{len(shown)} of the record's {len(dataset.meetings)} meetings and contacts"
    if dataset.info.as_of:
        note += f", known to {dataset.info.as_of}"
    write_result(
        settings,
        asked,
        meetings_table(
            whole(shown, dataset), dataset, by_presidency=all_leaders and sort is Sort.DATE
        ),
        note=f"{note} · 'summit show ID' shows one in full" if shown else "",
    )
