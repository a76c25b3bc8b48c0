"""The full-text index for the browser, made by Pagefind.

Pagefind cuts Chinese into words by a dictionary, or not at all; a query that is cut in
another way finds nothing. So every character is a word of its own here, and the page asks
for exact phrases: any stretch of any text is found, whatever it means. Characters are
folded (:mod:`converter.library.fold`) on both sides.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from pathlib import Path

from converter import patterns as re
from converter.diagnostics import EnvironmentFaultError
from converter.library.fold import folding, tokens
from converter.render.inline import readable
from converter.values import dataclass

PER_SHARD = 2_500_000
"""Characters of one index. Pagefind needs about 140 bytes of memory for each, and what a
query loads grows with the index; a browser asks several at once."""

_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""Of what Pagefind writes beside its data: the rest are ready-made search boxes."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Record:
    """A page that can be found. ``text`` begins with its title."""

    address: str
    title: str
    detail: str
    text: str


def article_text(page: str) -> str:
    """The text of the article on a page of ours; blocks end in a new line."""
    article = page.partition("<article")[2].partition("</article>")[0]
    return unescape(_TAG.sub("", f"<article{article}"))


def shards(sizes: Sequence[tuple[str, int]]) -> Iterator[tuple[str, ...]]:
    """Groups of years (or what else is named) that make one index each, in order."""
    group: list[str] = []
    total = 0
    for name, size in sizes:
        if group and total + size > PER_SHARD:
            yield tuple(group)
            group, total = [], 0
        group.append(name)
        total += size
    if group:
        yield tuple(group)


def index(records: Iterable[Record]) -> dict[str, bytes]:
    """The files of an index by name. Raises :class:`EnvironmentFaultError` without Pagefind."""
    with tempfile.TemporaryDirectory(prefix="fukan-find-") as folder:
        site, out = Path(folder, "site"), Path(folder, "out")
        for record in records:
            path = site / record.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(record), encoding="utf-8")
        _run(site, out)
        return dict(_read(out))


def _page(record: Record) -> str:
    """What Pagefind reads of a page. It has stemmers for some languages, none for Chinese."""
    meta = "".join(
        f'<i data-pagefind-meta="{name}[title]" title="{escape(readable(value))}"></i>'
        for name, value in (("title", record.title), ("detail", record.detail))
    )
    words = " ".join(tokens(record.text))
    return f'<!doctype html><html lang="zh"><body>{meta}<p>{words}</p></body></html>'


def _run(site: Path, out: Path) -> None:
    """Run Pagefind's program over a folder of pages."""
    try:
        from pagefind_bin import get_executable

        command = [str(get_executable()), "--site", str(site), "--output-path", str(out)]
        done = subprocess.run(  # noqa: S603  (the program of the package, our own arguments)
            [*command, "--keep-index-url"], capture_output=True, check=False, timeout=3600
        )
    except (ImportError, OSError, subprocess.TimeoutExpired) as error:
        msg = f"the search index needs Pagefind, which does not run here ({error})"
        raise EnvironmentFaultError(msg) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        msg = f"Pagefind failed: {said or f'exit code {done.returncode}'}"
        raise EnvironmentFaultError(msg)


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        data = name.startswith(("index/", "fragment/")) or name.endswith((".pf_meta", ".pagefind"))
        if path.is_file() and (data or name in _KEPT):
            yield name, path.read_bytes()


def fold_table() -> str:
    """The folding for the page's script: two strings of characters, one under the other."""
    table = {chr(code): simple for code, simple in sorted(folding().items())}
    return json.dumps({"from": "".join(table), "to": "".join(table.values())}, ensure_ascii=False)
