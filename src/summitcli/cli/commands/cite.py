"""`summit cite`: a citation of a source, of a record, or of a note on its page."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_record
from summitcli.cli.options import choice
from summitcli.cli.settings import settings_of
from summitcli.errors import SummitError
from summitcli.export.citation import Style

if TYPE_CHECKING:
    from summitcli.model import Dataset, Record


def cite(
    context: typer.Context,
    identifier: Annotated[
        str,
        typer.Argument(metavar="ID", help="Any record.", autocompletion=complete_record),
    ],
    note: Annotated[
        str | None,
        typer.Argument(metavar="[N|SOURCE-ID]", help="One of its sources, by number or id."),
    ] = None,
    style: Annotated[
        Style,
        choice(
            Style,
            f"How to write it: {', '.join(Style)}.",
            aliases={"chicago": "note"},
            metavar="STYLE",
        ),
    ] = Style.NOTE,
    copy: Annotated[
        bool, typer.Option("--copy", help="Copy it to the clipboard, through the terminal.")
    ] = False,
) -> None:
    """Cite a source, or a record of this dataset with its version.

    N is the number of a note on the page that 'summit show ID' prints. Every style but bibtex is
    one line: note (Chicago), apa, mla.

      summit cite helsinki-2018
      summit cite helsinki-2018 12
      summit cite frus-1986-301 --style apa
      summit cite helsinki-2018 2 --style bibtex --copy
    """
    from summitcli.cli.records import find_citing_record
    from summitcli.cli.streams import copy_to_clipboard, log_note, stderr_is_terminal, write_stdout

    dataset = settings_of(context).dataset
    record = find_citing_record(identifier, dataset)
    text = _citation(dataset, record, note, style)
    write_stdout(f"{text.rstrip()}\n")
    if note is None and not copy and stderr_is_terminal():
        _hint_at_notes(record, dataset)
    if copy:
        if not copy_to_clipboard(text.strip()):
            raise SummitError("--copy needs a terminal; nothing was copied")
        log_note("sent to the clipboard of the terminal")


def _hint_at_notes(record: "Record", dataset: "Dataset") -> None:
    """Say how to cite what supports one statement of a record."""
    from summitcli.cli.note_number import sources_by_number
    from summitcli.cli.streams import log_note
    from summitcli.model import Source

    count = 0 if isinstance(record, Source) else len(sources_by_number(record, dataset))
    if count:
        example = f"summit cite {record.id} {count}"
        log_note(f"this cites the record; for one of its notes, 1 to {count}: {example}")


def _citation(dataset: "Dataset", record: "Record", note: str | None, style: Style) -> str:
    from summitcli.cli.note_number import source_of
    from summitcli.export.citation import cite_record, cite_source

    if note is None:
        return cite_record(record, dataset.info, style)
    return cite_source(source_of(record, note, dataset), style)
