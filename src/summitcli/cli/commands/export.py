"""`summit export`: the record in the format of another program."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitcli.cli.completion import complete_record, complete_values
from summitcli.cli.exports import EXPORTS, Content, Export, ExportName, Target
from summitcli.cli.options import UnscopedFilters, parser_of, path_option
from summitcli.cli.settings import settings_of
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from summitcli.export.selection import OnProgress
    from summitcli.model import Dataset

    # What is written, with a callback for progress, to a stream or a path; a note, or None.
    Write = Callable[[OnProgress, Any], str | None]


def _parse_name(context: typer.Context, typed: str) -> ExportName:
    from summitcli.cli.formats import FormatName

    wanted = typed.strip().casefold()
    if wanted in {*FormatName} - {*ExportName}:
        command = _as_list(typed, wanted, settings_of(context).words)
        raise UsageError(f"'{wanted}' is a format of lists; write {command}")
    return parser_of(ExportName)(wanted)


def _as_list(typed: str, format_: str, words: tuple[str, ...]) -> str:
    """Return the command that lists in a format what an export to it would have written."""
    from shlex import join

    filters = [*words[words.index(typed) + 1 :]] if typed in words else []
    for option in (["--all"], ["--kind", "any"]):
        filters += option if option[0] not in filters else []
    return join(["summit", "list", *filters, "-f", format_])


def export(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="One of these formats.",
            show_default=False,
            callback=_parse_name,
            autocompletion=complete_values(ExportName),
        ),
    ],
    output: Annotated[
        str | None, path_option("Write to this file or folder instead of standard output.")
    ] = None,
    record: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The sources of this record of any type, as a bibliography.",
            autocompletion=complete_record,
        ),
    ] = None,
    anniversaries: Annotated[
        bool, typer.Option("--anniversaries", help="ics: repeat each event every year.")
    ] = False,
    *,
    filters: UnscopedFilters,
) -> None:
    """Write meetings, with all that they link to, in the format of another program.

    Formats: ics (calendars), geojson (maps), timelinejs, csl-json, bibtex and ris (bibliographies),
    html (a page to print), sqlite, parquet (a folder for DuckDB, pandas, Spark), datapackage (a
    folder of CSV files), json and jsonl (a dataset that --data reads). Without filters, the whole
    dataset is written.

      summit export ics --anniversaries -o meetings.ics
      summit export bibtex --meeting helsinki-2018
      summit export sqlite -o meetings.db
      summit export datapackage --since 2018 -o meetings-since-2018
    """
    from msgspec.structs import replace

    from summitcli.cli.footer import describe_list
    from summitcli.cli.streams import log_note

    format_ = EXPORTS[ExportName(name)]
    _check_options(name, format_, output, anniversaries, record)
    writer = _writer(format_, anniversaries)
    dataset = settings_of(context).dataset
    filters = replace(filters, all_leaders=False)  # accepted, because it is the default
    content = "the whole dataset"
    if record is None:
        chosen = _chosen(filters, dataset)
        write = _of_meetings(format_, chosen, dataset, writer)
        if chosen is not None:
            content = describe_list("meetings", len(chosen), len(chosen))
    elif filters != UnscopedFilters():
        raise UsageError("--record takes no filters; give one or the other")
    else:
        write = _of_record(record, dataset, writer)
        content = record
    if format_.content is Content.SOURCES:
        content = f"the sources of {content}"
    note = _write(format_, output, write, content)
    if note:
        log_note(note)


def _check_options(
    name: str, format_: Export, output: str | None, anniversaries: bool, record: str | None
) -> None:
    """Raise UsageError if a format does not take an option, or needs -o."""
    if anniversaries and "anniversaries" not in format_.options:
        raise UsageError("--anniversaries is for the format ics only")
    if record is not None and format_.content is not Content.SOURCES:
        names = (known for known, one in EXPORTS.items() if one.content is Content.SOURCES)
        raise UsageError(f"--record is for bibliographies only: {', '.join(names)}")
    if format_.target is not Target.TEXT and output in (None, "-"):
        kind = "a folder" if format_.target is Target.FOLDER else "not text"
        raise UsageError(f"{name} is {kind}; add -o, for example -o {format_.name}")


def _writer(format_: Export, anniversaries: bool) -> Callable[..., str | None]:
    """Import the writer of a format. Raise SummitError if its library is missing."""
    module, function = format_.writer.split(":")
    writer: Callable[..., str | None]
    writer = getattr(import_module(f"summitcli.export.{module}"), function)
    return partial(writer, anniversaries=True) if anniversaries else writer


def _chosen(filters: UnscopedFilters, dataset: "Dataset") -> frozenset[str] | None:
    """Return the ids of the meetings that were asked for, or None without filters."""
    from summitcli.cli.filters import parse_filters
    from summitcli.search.select import Selection, select

    selection = parse_filters(filters, dataset)
    if selection == Selection():
        return None
    return frozenset(meeting.id for meeting in select(dataset, selection))


def _of_record(typed: str, dataset: "Dataset", writer: Callable[..., str | None]) -> "Write":
    """Return a function that writes the sources of a record, or a source itself."""
    from summitcli.cli.records import find_citing_record
    from summitcli.derived.links import cited_sources
    from summitcli.export.selection import NothingToWriteError
    from summitcli.model import Source

    record = find_citing_record(typed, dataset)
    sources = (record,) if isinstance(record, Source) else cited_sources(record, dataset)

    def write(_: "OnProgress", target: object) -> str | None:
        if not sources:
            raise NothingToWriteError(f"{record.id} cites no sources")
        return writer(sources, target)

    return write


def _of_meetings(
    format_: Export,
    chosen: frozenset[str] | None,
    dataset: "Dataset",
    writer: Callable[..., str | None],
) -> "Write":
    """Return a function that writes some meetings or everything, or the sources of these."""
    from dataclasses import replace

    from summitcli.export.selection import (
        Extract,
        NothingToWriteError,
        extract_meetings,
        sources_of_meetings,
    )

    def write(on_progress: "OnProgress", target: object) -> str | None:
        if chosen is not None and not chosen:
            raise NothingToWriteError("no matching meetings")
        if format_.content is Content.SOURCES:
            found = dataset.sources if chosen is None else sources_of_meetings(dataset, chosen)
            return writer(found, target)
        extract = Extract(dataset) if chosen is None else extract_meetings(dataset, chosen)
        return writer(replace(extract, on_progress=on_progress), target)

    return write


def _write(format_: Export, output: str | None, write: "Write", content: str) -> str | None:
    """Write to a file, a folder or standard output, with a progress bar on a terminal."""
    from summitcli.cli.output_file import note_written, write_file
    from summitcli.cli.progress import ProgressBar
    from summitcli.export.selection import NothingToWriteError

    notes: list[str | None] = []
    try:
        with ProgressBar("writing") as bar:
            if output is None or output == "-":
                return _write_to_stdout(write, bar.update)
            if format_.target is not Target.TEXT:
                notes.append(write(bar.update, Path(output)))
            else:
                write_file(output, lambda out: notes.append(write(bar.update, out)))
    except NothingToWriteError as error:
        return f"{error}; nothing was written"
    note_written(output, content)
    return notes[0] if notes else None


def _write_to_stdout(write: "Write", on_progress: "OnProgress") -> str | None:
    """Write to standard output: piece by piece, unless it is a terminal."""
    from io import BytesIO

    from summitcli.cli.streams import ReaderGoneError, is_terminal, stdout_stream, write_stdout

    if is_terminal():
        buffer = BytesIO()
        note = write(lambda _done, _total: None, buffer)
        write_stdout(buffer.getvalue())
        return note
    try:
        with stdout_stream() as stream:
            return write(on_progress, stream)
    except ReaderGoneError:
        return None
