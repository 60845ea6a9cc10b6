"""Serve a finished site to the browsers of this machine."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from summitcli.errors import SummitError

HOST = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """A handler that does not log each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Log nothing."""


class _Server(ThreadingHTTPServer):
    """A server that says nothing of browsers which leave before their answer is complete."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Go on with the next request."""


def open_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder, which need not exist yet; port 0 is any free one.

    Raise SummitError if the port is taken or not allowed.
    """
    try:
        return _Server((HOST, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SummitError(f"port {port} cannot be used: {reason}; choose another: --port") from None


def address_of(server: ThreadingHTTPServer) -> str:
    """Return the address at which a server answers."""
    return f"http://{HOST}:{server.server_address[1]}/"
