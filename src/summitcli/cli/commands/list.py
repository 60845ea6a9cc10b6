"""`summit list`: meetings as a table."""

from typing import Annotated, TypeAlias

import typer

from summitcli.cli.completion import complete_list_word
from summitcli.cli.options import FilterArgs, choice
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.search.select import Sort

Words: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS...]",
        help="Filters for short: a year, place, person, theme, kind or status.",
        autocompletion=complete_list_word,
    ),
]
Order: TypeAlias = Annotated[
    Sort,
    choice(
        Sort,
        "date, length, place, title or id; a minus reverses the order: -length.",
        metavar="ORDER",
        rich_help_panel="Output",
    ),
]


def list_meetings(
    context: typer.Context,
    words: Words = None,
    sort: Order = Sort.DATE,
    *,
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """List meetings: by default those of Trump and Putin that were held, in person.

    Repeat a filter, or separate its values by commas, to match any of them; different filters must
    all match.

      summit list --year 2018
      summit list helsinki
      summit list --theme syria,iran --kind any
      summit list --participant lavrov --all
      summit list --status any --sort -date
      summit list --json | jq -r '.[].place.city'
    """
    from summitcli.cli.filters import parse_filters_with_defaults
    from summitcli.cli.output import write_result
    from summitcli.cli.summary import summarize
    from summitcli.search.select import ordered, select, whole
    from summitcli.tables.record_tables import meetings_table

    settings = settings_of(context)
    dataset = settings.dataset
    if words:
        from summitcli.cli.words import add_words

        filters = add_words(filters, words, dataset)
    wanted = parse_filters_with_defaults(filters, dataset)
    found = ordered(select(dataset, wanted), sort.reversed if output.reverse else sort)
    shown = found[: output.limit]
    footer = summarize(output, dataset, filters, wanted, "meetings", len(shown), len(found))
    by_presidency = filters.all_leaders and sort is Sort.DATE and not output.reverse
    rows = shown if output.draws_columns else whole(shown, dataset)
    table = meetings_table(rows, dataset, by_presidency, sort.removeprefix("-"))
    write_result(settings, output, table, footer, names="meetings")
