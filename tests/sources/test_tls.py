"""TLS: the certificate is held against the name that was asked, though we connect to an address."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import SourceUnavailableError
from missionwatch.sources.addresses import AddressGuard
from missionwatch.sources.decoding import Limits
from tests.sources.conftest import make_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="makes its certificate with openssl")


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """Give the port of a TLS server for news.example.org on loopback, and its certificate."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(  # noqa: S603 - openssl, with arguments of our own
        [
            OPENSSL or "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=news.example.org", "-addext", "subjectAltName=DNS:news.example.org", "-keyout", str(key), "-out", str(certificate),
        ],
        check=True, capture_output=True,
    )  # fmt: skip

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.send_header("content-length", "6")
            self.end_headers()
            self.wfile.write(b"secure")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # refused handshakes are the point
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server.server_address[1], certificate
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("name", "trusted", "fits"),
    [("news.example.org", True, True), ("other.example.org", True, False), ("news.example.org", False, False)],
)
def test_certificates_are_held_against_the_name(secure: tuple[int, Path], name: str, trusted: bool, fits: bool) -> None:
    port, certificate = secure
    trust = ssl.create_default_context(cafile=certificate) if trusted else None
    guard = AddressGuard(["127.0.0.1"], resolve=lambda _host, _port: ["127.0.0.1"], ports=[port])
    with make_client(guard=guard, trust=trust, limits=Limits(seconds=5.0, attempts=1, pause=0.01)) as client:
        if fits:
            assert client.get(f"https://{name}:{port}/", accept=("text/html",), robots=False).data == b"secure"
        else:
            with pytest.raises(SourceUnavailableError, match="certificate"):
                client.get(f"https://{name}:{port}/", accept=("text/html",), robots=False)
