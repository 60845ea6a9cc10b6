"""`summit site --serve`: the site on this machine's own address, without noise."""

from __future__ import annotations

import socket
import struct
import threading
from typing import TYPE_CHECKING
from urllib.request import urlopen

from summitcli.site.serve import address_of, open_server

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_files_are_served_and_browsers_may_leave(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_bytes(b"x" * 10_000_000)
    server = open_server(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = address_of(server)
    assert address.startswith("http://127.0.0.1:")
    with socket.create_connection(("127.0.0.1", server.server_address[1])) as leaving:
        leaving.sendall(b"GET / HTTP/1.0\r\n\r\n")
        leaving.recv(1)
        leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with urlopen(address) as response:
        assert len(response.read()) == 10_000_000
    server.shutdown()
    server.server_close()
    assert capfd.readouterr().err == ""
