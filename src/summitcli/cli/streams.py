"""Write data to standard output and messages to standard error; no other module writes to them."""

import codecs
import errno
import io
import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO, cast

from summitcli.errors import SummitError, one_line

if TYPE_CHECKING:
    from typing_extensions import Buffer

FALLBACK_WIDTH = 80
PAGE_WIDTH = 100  # of a page that is not drawn on a terminal
MAX_MESSAGE = 2000  # characters
MIN_WIDTH = 20  # a narrower terminal wraps what is drawn for this width
MAX_WIDTH = 1000  # without a limit, a wrong COLUMNS could draw lines of gigabytes
_CHUNK = 1 << 16

PLAIN = "summit.plain"  # the error handler that writes plain letters where an encoding lacks others


def prepare_streams() -> None:
    """Make the standard streams take any text whole, or raise an error: also help, from Typer."""
    codecs.register_error(PLAIN, _plain_letters)
    sys.stdout = cast("TextIO", _ClosedOutput()) if sys.stdout is None else _prepare(sys.stdout)
    sys.stderr = _prepare(sys.stderr)


def _prepare(stream: TextIO) -> TextIO:
    """Return a stream that replaces what its encoding lacks, and does not write a part only."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if isinstance(stream.buffer, io.FileIO):  # as in unbuffered Python (-u)
        raw = io.FileIO(stream.fileno(), "w", closefd=False)
        buffer = io.BufferedWriter(raw)
        return io.TextIOWrapper(buffer, stream.encoding, PLAIN, line_buffering=True)
    stream.reconfigure(errors=PLAIN)
    return stream


class _ClosedOutput(io.TextIOBase):
    """Standard output where there is none: writing to it is an error."""

    encoding = "utf-8"
    errors = PLAIN

    def write(self, _text: str) -> int:
        raise SummitError("standard output is closed; there is nowhere to write to")

    @property
    def buffer(self) -> io.TextIOBase:
        """The stream itself, which takes no bytes either."""
        return self


def _plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from summitcli.cli.plain_letters import plain_letters

    return plain_letters(error.object[error.start : error.end]), error.end


def log_note(message: str) -> None:
    """Write a line that begins with `summit: note:` to standard error."""
    _log("summit: note: ", message)


def log_error(message: str) -> None:
    """Write a line that begins with `summit: error:` to standard error."""
    _log("summit: error: ", message)


def log_line(message: str) -> None:
    """Write a line of a longer message to standard error."""
    _log("", message)


def log_footer(message: str) -> None:
    """Write a line without a prefix to standard error, set off by an empty line."""
    _log("", message, "\n")


def _log(prefix: str, message: str, before: str = "") -> None:
    """Write a line to standard error; on a terminal, wrap it between words."""
    line = prefix + one_line(_shorten(message))
    if stderr_is_terminal():
        line = _wrapped(line, sys.stderr)
    write_stderr(f"{before}{line}\n")


def write_stderr(text: str, stream: TextIO | None = None) -> None:
    """Write a text to standard error, or another terminal; if that fails, give up writing there."""
    stream = stream or sys.stderr
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):  # full, or closed
        redirect_to_devnull(stream)


def stderr_is_terminal() -> bool:
    """Return whether standard error is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def _shorten(message: str) -> str:
    """Return a message without its middle if it is longer than anyone would read."""
    if len(message) <= MAX_MESSAGE:
        return message
    return f"{message[: MAX_MESSAGE // 2]} ... {message[-MAX_MESSAGE // 2 :]}"


def _wrapped(line: str, stream: TextIO) -> str:
    """Return a line wrapped between words, because a terminal would break it anywhere."""
    try:
        columns = _columns_variable() or os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0  # as some terminals say themselves
    return wrap_message(line, max(columns or FALLBACK_WIDTH, MIN_WIDTH))


def wrap_message(line: str, columns: int) -> str:
    """Return a message wrapped between words."""
    from textwrap import fill

    return fill(line, columns, break_long_words=False, break_on_hyphens=False)


def write_stdout(data: str | bytes) -> bool:
    """Write data to standard output, completely; return False if the reader of a pipe has gone.

    Pipes and files get UTF-8 with LF, whatever the locale; a terminal gets its own encoding.
    """
    stream = sys.stdout
    encoded = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if stream.isatty() and stream.encoding.casefold() not in ("utf-8", "utf8"):
        encoded = encode_for_terminal(encoded.decode("utf-8", "replace"))
    try:
        stream.flush()
        stream.buffer.write(encoded)
        stream.buffer.flush()
    except OSError as error:
        handle_write_error(error)
        return False
    return True


class ReaderGoneError(Exception):
    """The reader of standard output has gone, so that the rest need not be written."""


class _StandardOutput(io.RawIOBase):
    """Standard output as a binary stream."""

    def writable(self) -> bool:
        return True

    def write(self, data: "Buffer") -> int:
        content = bytes(data)
        if not write_stdout(content):
            raise ReaderGoneError
        return len(content)


def stdout_stream() -> io.BufferedWriter:
    """Return standard output for data that are too large to be collected first.

    Writing to it raises ReaderGoneError if the reader of a pipe has gone. Do not use it for a
    terminal, whose encoding may not be UTF-8.
    """
    return io.BufferedWriter(_StandardOutput(), _CHUNK)


def copy_to_clipboard(text: str) -> bool:
    """Ask the terminal to copy a text (OSC 52); return False if no stream is a terminal."""
    from base64 import b64encode

    for stream in (sys.stderr, sys.stdout):
        if stream is not None and stream.isatty():
            write_stderr(f"\x1b]52;c;{b64encode(text.encode()).decode()}\a", stream)
            return True
    return False


def encode_for_terminal(text: str) -> bytes:
    """Return a text in the encoding of standard output, or in plain letters."""
    return text.encode(sys.stdout.encoding, PLAIN)


def handle_write_error(error: OSError) -> None:
    """Stop writing to standard output. A closed pipe is ignored; any other error is reported."""
    redirect_to_devnull(sys.stdout)
    if not _is_closed_pipe(error):
        raise SummitError(f"standard output cannot be written: {error.strerror}") from None


def _is_closed_pipe(error: OSError) -> bool:
    """Return whether the reader of a pipe has gone; Windows reports it as an invalid argument."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32" and error.errno == errno.EINVAL
    )


def redirect_to_devnull(stream: TextIO) -> None:
    """Redirect a broken stream to the null device, so that the last flush cannot fail."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout.isatty()


def width(for_file: bool = False, fallback: int = FALLBACK_WIDTH) -> int:
    """Return the columns to draw in: `COLUMNS`, or those of the terminal, or a fallback."""
    columns = _columns_variable()
    if not columns and not for_file and is_terminal():
        columns = shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
    columns = columns or fallback
    return min(max(columns, MIN_WIDTH), MAX_WIDTH)


def _columns_variable() -> int:
    try:
        return max(0, int(os.environ.get("COLUMNS", "0")))
    except ValueError:
        return 0


def colour(choice: str, for_file: bool = False) -> bool:
    """Return whether to colour: `--color`, NO_COLOR, FORCE_COLOR, TERM=dumb, then the terminal.

    A file given with -o is coloured only with `--color always`.
    """
    if choice != "auto" or for_file:
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb" and _shows_escapes()


def _shows_escapes() -> bool:
    """Return whether the terminal interprets escape sequences; a Windows console is asked to."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    console = kernel.GetStdHandle(-11)  # STD_OUTPUT_HANDLE
    mode = ctypes.c_ulong()
    virtual_terminal = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
    return bool(
        kernel.GetConsoleMode(console, ctypes.byref(mode))
        and kernel.SetConsoleMode(console, mode.value | virtual_terminal)
    )
