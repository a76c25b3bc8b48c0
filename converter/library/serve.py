"""Shows a library to this machine alone."""

from __future__ import annotations

import os
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from converter.diagnostics import EnvironmentFaultError

HOST = "127.0.0.1"

_TYPES = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".pdf": "application/pdf",
    ".ris": "application/x-research-info-systems",
    ".xml": "application/xml",
}


class _Handler(SimpleHTTPRequestHandler):
    """Files of one folder: no listings, nothing hidden, no name but this machine's own."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012  (as there)
    server_version = "Fukan"

    def send_head(self) -> Any:
        """Refuse what a page of another site could ask for (DNS rebinding), and hidden files."""
        host = self.headers.get("Host", "").partition(":")[0]
        if host not in {HOST, "localhost"}:
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        inside = os.path.relpath(self.translate_path(self.path), self.directory)
        if any(part.startswith(".") for part in Path(inside).parts):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002  (of the base class)
        """There are no listings."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: Any) -> None:
        """Say nothing of every request."""


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the library at ``site`` on this machine's own address; port 0 takes any.

    Raises :class:`EnvironmentFaultError` for a port that is taken.
    """
    try:
        return ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(site)))
    except OSError as error:
        msg = f"--port {port}: {error.strerror or error}; choose another one"
        raise EnvironmentFaultError(msg) from error
