"""Standard output and error: one door for data, one for talk."""

import io
import os
import shutil
import sys
from contextlib import suppress
from typing import TextIO

from summitcli.errors import SummitError, one_line

FALLBACK_WIDTH = 80
LONGEST = 2000  # letters of a message
NARROWEST = 20  # below this nothing can be set; the terminal wraps what is render_to_text for 20
WIDEST = 1000  # no screen is wider; a mistaken COLUMNS would draw rules of gigabytes


def replace_unencodable() -> None:
    """Let what the encoding of a stream lacks be a question mark, also where Typer writes help."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def log_note(message: str) -> None:
    """Write one line on standard error that begins with `summit: note:`."""
    _log("summit: note: ", message)


def log_error(message: str) -> None:
    """Write one line on standard error that begins with `summit: error:`."""
    _log("summit: error: ", message)


def log_footer(message: str) -> None:
    """Write one line on standard error, as it is."""
    _log("", message)


def _log(prefix: str, message: str) -> None:
    """Write one line on standard error; on a terminal it is broken between words."""
    stream = sys.stderr
    if stream is None:
        return
    try:
        encoding = stream.encoding or "utf-8"
        line = prefix + one_line(_shorten(message))
        if stream.isatty():
            line = _wrapped(line, stream)
        line += "\n"
        stream.write(line.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except OSError:
        redirect_to_devnull(stream)


def _shorten(message: str) -> str:
    """A message without the middle of what it repeats, if that is longer than anyone reads."""
    if len(message) <= LONGEST:
        return message
    return f"{message[: LONGEST // 2]} ... {message[-LONGEST // 2 :]}"


def _wrapped(line: str, stream: TextIO) -> str:
    """A line broken between words where the terminal would break it anywhere."""
    from textwrap import fill

    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size(stream.fileno())[0]
    except (OSError, ValueError):
        columns = FALLBACK_WIDTH
    columns = max(columns, NARROWEST)
    return fill(line, columns, break_long_words=False, break_on_hyphens=False)


def write_stdout(data: str) -> None:
    """Write data to standard output, whole; a closed pipe is no error, a full disk is.

    Pipes and files get UTF-8 with LF, whatever the locale; a terminal gets what it can show.
    """
    stream = sys.stdout
    if stream is None:
        raise SummitError("standard output is closed; there is nowhere to write to")
    encoding = stream.encoding if stream.isatty() else "utf-8"
    try:
        stream.flush()
        stream.buffer.write(data.encode(encoding, "replace"))
        stream.buffer.flush()
    except OSError as error:
        handle_write_error(stream, error)


def handle_write_error(stream: TextIO, error: OSError) -> None:
    """Stop writing: that the reader has gone is no error, that the disk is full is one."""
    redirect_to_devnull(stream)
    if not isinstance(error, BrokenPipeError):
        raise SummitError(f"standard output cannot be written: {error.strerror}") from None


def redirect_to_devnull(stream: TextIO) -> None:
    """Point a broken stream nowhere, so that Python's last flush of it does not complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_terminal() -> bool:
    """Whether standard output is looked at by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal; `COLUMNS` says otherwise."""
    columns = shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
    return min(max(columns, NARROWEST), WIDEST)


def colour(choice: str) -> bool:
    """Whether to colour: `--color`, then NO_COLOR, FORCE_COLOR, TERM=dumb, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"
