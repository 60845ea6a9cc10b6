"""`summit check`: the problems of a dataset."""

from pathlib import Path
from typing import Annotated

import typer

from summitcli.cli.completion import complete_file
from summitcli.cli.options import choice
from summitcli.cli.settings import settings_of
from summitcli.errors import ExitCode, UsageError
from summitcli.export.problems import ProblemFormat


def check(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            autocompletion=complete_file,
            readable=False,
            help="A file, or a folder of files; default: the dataset in use.",
        ),
    ] = None,
    format_: Annotated[
        ProblemFormat | None,
        choice(
            ProblemFormat,
            f"{', '.join(ProblemFormat)}. Default: text.",
            "--format",
            "-f",
            metavar="FORMAT",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as -f json.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file is saved, until Ctrl-C.")
    ] = False,
) -> None:
    """Check a dataset and print every problem, one a line: file:line: path: message.

    Exits with 4 if there are problems. Files named schema.json or *.schema.json are skipped.
    The format github is for annotations in GitHub Actions, sarif for code scanning.

      summit check
      summit check my-data/ --watch
      summit check my-data/ -f github
    """
    name = _format_name(format_, json)
    target = path or settings_of(context).data
    if watch:
        from summitcli.cli.watch import watch_files
        from summitcli.dataset.bundled import shipped

        if name is not ProblemFormat.TEXT:
            raise UsageError("--watch prints text only; omit -f and --json")
        watch_files(target or shipped(), lambda: _report_and_go_on(target))
    elif not _is_valid(target, name):
        raise typer.Exit(ExitCode.BAD_DATASET)


def _format_name(format_: ProblemFormat | None, json: bool) -> ProblemFormat:
    if json and format_ not in (None, ProblemFormat.JSON):
        raise UsageError(f"--json and -f {format_} ask for two formats; give one of them")
    return ProblemFormat.JSON if json else format_ or ProblemFormat.TEXT


def _is_valid(target: Path | None, name: ProblemFormat) -> bool:
    """Check a dataset, print its problems and say how many there are."""
    from summitcli.cli.streams import log_error, log_note, write_stdout
    from summitcli.dataset.load import load_with_problems
    from summitcli.dataset.problems import MAX_PROBLEMS
    from summitcli.export.problems import format_problems

    dataset, problems = load_with_problems(target)
    write_stdout(format_problems(problems[:MAX_PROBLEMS], name))
    if dataset is None:
        log_error(_count(len(problems), MAX_PROBLEMS))
        return False
    log_note(f"no problems in the {len(dataset.by_id):,} records of '{dataset.info.title}'")
    return True


def _count(problems: int, most: int) -> str:
    """Return how many problems there are, and how many of them are not listed."""
    more = f": the first {most:,}, and {problems - most:,} more" if problems > most else ""
    return f"{problems:,} problem{'s' if problems != 1 else ''}{more}"


def _report_and_go_on(target: Path | None) -> None:
    """Check a dataset that someone is editing: files may be missing for a moment."""
    from summitcli.cli.streams import log_error
    from summitcli.errors import DatasetError

    try:
        _is_valid(target, ProblemFormat.TEXT)
    except DatasetError as error:
        log_error(str(error))
