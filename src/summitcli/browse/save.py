"""Save a page in a file, as Markdown or HTML."""

from pathlib import Path
from typing import TYPE_CHECKING

from summitcli.errors import SummitError, UsageError

if TYPE_CHECKING:
    from summitcli.tables.result import Result

_HTML = (".html", ".htm")


class ExistsError(UsageError):
    """The file exists already."""


def save(result: "Result", typed: str, replace: bool) -> Path:
    """Write a page in a file, in the format of its suffix; return its path.

    Raise ExistsError for an existing file unless it may be replaced, and SummitError if it cannot
    be written.
    """
    from summitcli.dataset.atomic import open_new
    from summitcli.export.target import new_file

    if not typed.strip():
        raise UsageError("type the name of a file")
    path = Path(typed.strip()).expanduser()
    suffix = path.suffix.casefold()
    if suffix not in (".md", ".markdown", *_HTML):
        raise UsageError("the name of the file must end in .md or .html")
    if path.exists() and not replace:
        raise ExistsError(f"{path} exists; press Enter again to replace it")
    try:
        with new_file(path) as temporary, open_new(temporary) as out:
            if suffix in _HTML:
                from summitcli.export.html import write_html

                write_html(result, None, out)
            else:
                from summitcli.export.markdown import write_markdown

                write_markdown(result, None, out)
    except OSError as error:
        raise SummitError(f"{path} cannot be written: {error.strerror or error}") from None
    return path
