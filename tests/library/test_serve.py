"""The server shows the library to this machine and nothing else to anybody."""

from __future__ import annotations

import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from converter.diagnostics import EnvironmentFaultError
from converter.library import make_server


def ask(address: str, path: str, **headers: str) -> HTTPResponse:
    host = urlsplit(address).netloc
    connection = HTTPConnection(host, timeout=10)
    connection.request("GET", path, headers={"Host": host, **headers})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/he-wan-shou-ji/2023-01/", "text/html; charset=utf-8"),
        ("/he-wan-shou-ji/2023-01/he-wan-shou-ji-2023-01.epub", "application/epub+zip"),
        ("/he-wan-shou-ji/2023-index.pdf", "application/pdf"),
        ("/search.js", "text/javascript; charset=utf-8"),
        ("/data/articles.csv", "text/csv; charset=utf-8"),
    ],
)
def test_files_come_with_their_type(path: str, kind: str, address: str) -> None:
    response = ask(address, path)
    assert (response.status, response.getheader("Content-Type")) == (200, kind)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing.html",
        "/data/",
        "/../.fukan/",
        "/..%2f.fukan/library",
        "/%2e%2e/2023-01.epub",
        "/.fukan",
        "/he-wan-shou-ji/../../.fukan/",
        "//etc/passwd",
    ],
)
def test_nothing_else_can_be_had(path: str, address: str) -> None:
    assert ask(address, path).status == 404


def test_a_page_of_another_site_cannot_ask(address: str) -> None:
    assert ask(address, "/", Host="evil.example").status == 403
    assert ask(address, "/", Host="localhost").status == 200


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    with make_server(tmp_path, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(
            EnvironmentFaultError, match=rf"^--port {port}: .*; choose another one$"
        ):
            make_server(tmp_path, port)
