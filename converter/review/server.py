"""The server of a desk: one page, a few acts, one machine.

It listens on the loopback interface only. Every request must name this host (a page of
another site that has its name resolve to this machine cannot, RFC 9110 §7.2), come from no
other origin (RFC 6454), and carry the token, which only the address printed in the terminal
has.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs

from converter import patterns as re
from converter.diagnostics import EnvironmentFaultError, FukanError, UsageFaultError
from converter.review.bench import Bench, StaleError
from converter.values import NamedTuple

HOST = "127.0.0.1"
MOST_BYTES = 256 * 1024
"""The largest body: an act that edits a few long lines has some thousands."""

_PICTURE = re.compile(r"/picture/([1-9][0-9]{0,4})", re.ASCII)
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
)
_NAMES = {
    200: "OK", 204: "No Content", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 409: "Conflict", 413: "Content Too Large",
    415: "Unsupported Media Type", 500: "Internal Server Error",
}  # fmt: skip

Environ = Mapping[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]


class Answer(NamedTuple):
    """A response."""

    status: int
    body: bytes = b""
    kind: str = "application/json"


class RefusedError(Exception):
    """A request that is not answered, and why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Application:
    """The desk as a WSGI application (PEP 3333)."""

    def __init__(self, bench: Bench, port: int) -> None:
        self.bench = bench
        self.hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        self.origins = {f"http://{host}" for host in self.hosts}

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer one request."""
        try:
            answer = self._answer(environ)
        except RefusedError as refused:
            answer = _json(refused.status, {"error": str(refused)})
        except StaleError as error:
            answer = self._conflict(environ, str(error))
        except FukanError as error:
            status = 400 if isinstance(error, UsageFaultError) else 409
            answer = _json(status, {"error": str(error)})
        except Exception as error:  # noqa: BLE001  (a fault must not end the desk)
            # Such as a template of the user's that misspells a name.
            answer = _json(500, {"error": f"{type(error).__name__}: {error}"})
        headers = [*_HEADERS, ("Content-Length", str(len(answer.body)))]
        if answer.status != 204:
            headers.append(("Content-Type", answer.kind))
        start(f"{answer.status} {_NAMES[answer.status]}", headers)
        return [answer.body]

    def _answer(self, environ: Environ) -> Answer:
        self._admit(environ)
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "")
        query = parse_qs(environ.get("QUERY_STRING", ""), max_num_fields=8)
        token = environ.get("HTTP_X_FUKAN_TOKEN", "")
        if path == "/" and method == "GET":
            # A browser that opens the address can set no header.
            self._check(query.get("token", [""])[0])
            return Answer(200, self.bench.document().encode(), "text/html; charset=utf-8")
        self._check(token)
        if path in ("/act", "/undo"):
            if method != "POST":
                raise RefusedError(405, "only POST")
            facts = _facts(environ)
            done = self.bench.act if path == "/act" else self.bench.undo
            return _json(200, done(facts))
        return self._read(path, method, query)

    def _read(self, path: str, method: str, query: Mapping[str, list[str]]) -> Answer:
        picture = _PICTURE.fullmatch(path)
        if path not in ("/state", "/pages") and picture is None:
            raise RefusedError(404, "there is nothing here")
        if method != "GET":
            raise RefusedError(405, "only GET")
        if path == "/state":
            state = self.bench.since(query.get("since", [""])[0])
            return Answer(204) if state is None else _json(200, state)
        if picture is None:
            return _json(200, self.bench.pages())
        try:
            return Answer(200, self.bench.picture(int(picture[1])), "image/webp")
        except IndexError:
            raise RefusedError(404, "there is no such page") from None

    def _admit(self, environ: Environ) -> None:
        """Refuse what does not come from the desk's own page."""
        if environ.get("HTTP_HOST", "") not in self.hosts:
            raise RefusedError(403, "this is not the host that was asked for")
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and origin not in self.origins:
            raise RefusedError(403, "requests from other origins are refused")
        # Fetch Metadata (W3C): browsers say where a request comes from.
        if environ.get("HTTP_SEC_FETCH_SITE", "none") not in ("none", "same-origin"):
            raise RefusedError(403, "requests from other sites are refused")

    def _check(self, token: str) -> None:
        wanted = self.bench.token.encode()
        if not hmac.compare_digest(token.encode("utf-8", "replace"), wanted):
            raise RefusedError(403, "the token is missing or wrong; use the address as printed")

    def _conflict(self, environ: Environ, reason: str) -> Answer:
        """The act was refused since it speaks of the past; here is the present."""
        del environ
        return _json(409, {**self.bench.state(""), "error": reason})


def _facts(environ: Environ) -> dict[str, Any]:
    """The body of an act: a JSON object. A form of another page cannot send this type."""
    kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise RefusedError(415, "acts are JSON")
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise RefusedError(413, f"an act has at most {MOST_BYTES} bytes")
    try:
        facts = json.loads(environ["wsgi.input"].read(int(length)).decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedError(400, "this is not JSON") from None
    if not isinstance(facts, dict):
        raise RefusedError(400, "an act is a JSON object")
    return facts


def _json(status: int, data: object) -> Answer:
    return Answer(status, json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))


def serve(bench: Bench, port: int, ready: Callable[[str], object]) -> None:
    """Serve until interrupted. ``ready`` is told the address, token and all.

    Raises :class:`EnvironmentFaultError` where the port is taken.
    """
    import logging

    from waitress import create_server

    # Clients that hang up in mid-request are no news to an editor.
    logging.getLogger("waitress").setLevel(logging.CRITICAL)

    def application(environ: Environ, start: Start) -> Iterable[bytes]:
        return desk(environ, start)

    try:
        server: Any = create_server(
            application,
            host=HOST,
            port=port,
            threads=4,
            ident=None,
            max_request_body_size=MOST_BYTES,
            max_request_header_size=16 * 1024,
        )
    except OSError as error:
        msg = f"cannot listen on port {port}: {error.strerror or error}; choose another --port"
        raise EnvironmentFaultError(msg) from error
    found = int(server.effective_port)
    desk = Application(bench, found)
    ready(f"http://{HOST}:{found}/?token={bench.token}")
    try:
        server.run()
    finally:
        server.close()
        bench.close()
