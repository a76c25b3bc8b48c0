"""The desk's server answers its own page and nobody else."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.review.samples import line, written
from tests.support.tools import ROOT

BRIDGE = line("桥今年秋天")


class Desk(NamedTuple):
    """A running desk."""

    process: subprocess.Popen[str]
    address: str
    port: int
    token: str
    corrections: Path


def start(source: Path, *options: str) -> Desk:
    command = [sys.executable, "-m", "converter", "review", str(source), "--serve", *options]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]{32})", address)
    if found is None:
        process.kill()
        raise AssertionError(process.communicate())
    corrections = source.with_name("issue.corrections.toml")
    return Desk(process, address, int(found[1]), found[2], corrections)


def stop(desk: Desk) -> str:
    desk.process.send_signal(signal.SIGINT)
    _, said = desk.process.communicate(timeout=60)
    return said


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    running = start(written(tmp_path_factory.mktemp("desk")))
    yield running
    assert stop(running) == ""
    assert running.process.returncode == 0


@pytest.fixture(autouse=True)
def untouched(desk: Desk) -> Iterator[None]:
    """No hostile request may leave a trace."""
    yield
    assert not desk.corrections.exists()


def ask(
    desk: Desk, method: str, path: str, body: object = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    data = body if isinstance(body, bytes) else json.dumps(body).encode() if body else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, data, named)
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def proper(desk: Desk, **more: str) -> dict[str, str]:
    return {
        "X_Fukan_Token": desk.token,
        "Content_Type": "application/json",
        "Origin": f"http://127.0.0.1:{desk.port}",
        **more,
    }


ACT = {"do": "drop", "line": BRIDGE}


def test_the_page_comes_with_the_token_and_not_without(desk: Desk) -> None:
    status, headers, body = ask(desk, "GET", f"/?token={desk.token}")
    assert status == 200
    assert b"data-live" in body
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Server"] is None
    for path in ("/", "/?token=", "/?token=" + "x" * 32, f"/?tokem={desk.token}"):
        status, _, body = ask(desk, "GET", path)
        assert status == 403
        assert b"the token is missing or wrong" in body
        assert desk.token.encode() not in body


@pytest.mark.parametrize("path", ["/act", "/undo"])
def test_an_act_without_the_token_is_refused(desk: Desk, path: str) -> None:
    for token in ("", "x" * 32, desk.token[:-1], desk.token + "x"):
        headers = proper(desk, X_Fukan_Token=token)
        assert ask(desk, "POST", path, ACT, **headers)[0] == 403
    without = proper(desk)
    del without["X_Fukan_Token"]
    assert ask(desk, "POST", f"{path}?token={desk.token}", ACT, **without)[0] == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""]
)
def test_another_origin_is_refused_even_with_the_token(desk: Desk, origin: str) -> None:
    status, headers, body = ask(desk, "POST", "/act", ACT, **proper(desk, Origin=origin))
    assert status == 403
    assert b"requests from other origins are refused" in body
    assert headers["Access-Control-Allow-Origin"] is None


def test_another_site_is_refused_by_what_the_browser_says_of_it(desk: Desk) -> None:
    for site in ("cross-site", "same-site"):
        headers = proper(desk, Sec_Fetch_Site=site)
        assert ask(desk, "POST", "/act", ACT, **headers)[0] == 403
        assert ask(desk, "GET", f"/?token={desk.token}", Sec_Fetch_Site=site)[0] == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", ""]
)
def test_another_host_is_refused_lest_its_name_be_bound_to_this_machine(
    desk: Desk, host: str
) -> None:
    named = host.format(port=desk.port)
    status, _, body = ask(desk, "GET", f"/?token={desk.token}", Host=named)
    assert status == 403
    assert desk.token.encode() not in body


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/picture/../../x",
        "/picture/1/../../../etc/passwd", "/picture/0", "/picture/-1", "/picture/1e3",
        "/picture/%00", "//act", "/act/", "/issue.txt", "/issue.corrections.toml", "/.git/config",
        "/state/..%2f..%2fetc",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_desk(desk: Desk, path: str) -> None:
    status, _, body = ask(desk, "GET", path, **proper(desk))
    assert status in (404, 405)
    assert b"root:" not in body


def test_a_method_that_is_not_meant_is_refused(desk: Desk) -> None:
    assert ask(desk, "GET", "/act", **proper(desk))[0] == 405
    assert ask(desk, "PUT", "/act", ACT, **proper(desk))[0] == 405
    assert ask(desk, "POST", "/state", ACT, **proper(desk))[0] == 405
    assert ask(desk, "OPTIONS", "/act", **proper(desk, Origin="http://evil.example"))[0] == 403


def test_a_form_of_another_page_cannot_act(desk: Desk) -> None:
    """Only types that need no preflight can be sent across origins (Fetch, §4.10)."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        assert ask(desk, "POST", "/act", ACT, **proper(desk, Content_Type=kind))[0] == 415


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b"{", b"\xff\xfe", b"[" * 50_000, b"null"])
def test_a_body_that_is_no_act_is_refused(desk: Desk, body: bytes) -> None:
    status, _, said = ask(desk, "POST", "/act", body, **proper(desk))
    assert status == 400
    assert b"error" in said


def test_an_oversized_body_is_refused_before_it_is_read(desk: Desk) -> None:
    big = json.dumps({**ACT, "pad": "x" * 300_000}).encode()
    assert ask(desk, "POST", "/act", big, **proper(desk))[0] == 413
    # One that only says it is large, and one that does not say how large it is.
    head = (
        f"POST /act HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nX-Fukan-Token: {desk.token}\r\n"
        "Content-Type: application/json\r\n"
    )
    assert raw(desk, head + "Content-Length: 99999999999\r\n\r\n{").startswith(b"HTTP/1.1 413")
    chunk = "10000\r\n" + "x" * 0x10000 + "\r\n"
    assert b" 413 " in raw(desk, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk * 6)[:40]
    assert ask(desk, "GET", "/state", **proper(desk))[0] == 200


def raw(desk: Desk, text: str) -> bytes:
    """What the server answers to bytes that no library would send."""
    with socket.create_connection(("127.0.0.1", desk.port), timeout=20) as wire:
        try:
            wire.sendall(text.encode())
            return wire.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            return b"HTTP/1.1 413 (closed)"


def test_the_desk_listens_on_the_loopback_interface_only(desk: Desk) -> None:
    listening = Path("/proc/net/tcp").read_text(encoding="ascii")
    own = [row.split()[1] for row in listening.splitlines() if f":{desk.port:04X} " in row]
    assert own
    assert all(place.startswith("0100007F:") for place in own if place.endswith(f"{desk.port:04X}"))


def test_an_act_that_makes_no_sense_is_a_sentence_not_a_traceback(desk: Desk) -> None:
    status, _, body = ask(desk, "GET", "/state", **proper(desk))
    version = json.loads(body)["version"]
    facts: dict[str, Any] = {"do": "heading", "line": 2, "level": 1, "version": version}
    status, _, body = ask(desk, "POST", "/act", facts, **proper(desk))
    assert (status, json.loads(body)) == (400, {"error": "line 2 is blank"})


def test_a_fault_of_a_template_is_said_and_the_desk_goes_on(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "review"
    own.mkdir(parents=True)
    (own / "page.html").write_text("{{ no_such_name }}", encoding="utf-8")
    running = start(written(tmp_path), "--templates", str(tmp_path / "templates"))
    status, _, body = ask(running, "GET", f"/?token={running.token}")
    assert (status, json.loads(body)) == (
        500,
        {"error": "UndefinedError: 'no_such_name' is undefined"},
    )
    assert ask(running, "GET", "/state", **proper(running))[0] == 200
    assert stop(running) == ""


def test_pages_that_were_not_asked_for_are_no_crash(desk: Desk) -> None:
    for path in ("/pages", "/picture/1"):
        status, _, body = ask(desk, "GET", path, **proper(desk))
        assert status == 400
        assert b"start fukan review with --pages" in body


def test_a_port_that_is_taken_is_an_error_with_advice(desk: Desk, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "converter", "review", str(written(tmp_path)), "--serve"]
    done = subprocess.run(
        [*command, "--port", str(desk.port)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 69
    assert f"cannot listen on port {desk.port}" in done.stderr
    assert "choose another --port" in done.stderr


def test_a_server_that_is_killed_has_written_every_act(tmp_path: Path) -> None:
    running = start(written(tmp_path))
    try:
        state = json.loads(ask(running, "GET", "/state", **proper(running))[2])
        facts = {**ACT, "version": state["version"]}
        status, _, _ = ask(running, "POST", "/act", facts, **proper(running))
        assert status == 200
    finally:
        running.process.kill()
        running.process.communicate()
    assert "[[drop]]" in running.corrections.read_text(encoding="utf-8")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["issue.corrections.toml", "issue.txt"]


def test_a_server_that_is_asked_to_end_ends_at_once(tmp_path: Path) -> None:
    running = start(written(tmp_path))
    began = time.monotonic()
    running.process.send_signal(signal.SIGTERM)
    _, said = running.process.communicate(timeout=60)
    assert time.monotonic() - began < 30
    assert (running.process.returncode, said) == (0, "")
