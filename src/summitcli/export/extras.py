"""Libraries that come with an extra of the package and may be missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from summitcli.errors import SummitError


@contextmanager
def library(name: str, needed_for: str, extra: str = "export") -> Iterator[None]:
    """Import a library of an extra; raise SummitError with the command that installs it.

    with library("rispy", "ris"):
        import rispy
    """
    try:
        yield
    except ImportError:
        raise SummitError(f"{needed_for} needs {name}: pip install 'summitcli[{extra}]'") from None
