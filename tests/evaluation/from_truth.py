"""The neutral reading of a ``truth.json``, the hand-made form of an issue as it was printed.

The form is that of ``tests/cases/README.md``; beyond it, an article may carry
``title_variants`` (readings of its title that are as good), ``section: null`` (the source
does not decide it) and ``optional`` (a contents entry without an article).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.evaluation.reading import ArticleReading, BoxReading, IssueReading, Item, normal

_QUOTE = frozenset({"pull-quote", "pull_quote"})
_FIELDS = ("title", "year", "number", "serial", "date", "issn", "cn")


def load_truth(path: Path) -> IssueReading:
    """Read a truth file. Raises ``ValueError`` if it is not of its form."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or "articles" not in data:
        msg = f"{path}: not a truth file"
        raise ValueError(msg)
    return read_truth(data)


def read_truth(data: Mapping[str, Any]) -> IssueReading:
    """Read the decoded JSON of a truth."""
    aliases: dict[str, str] = {}
    for raw in data["articles"]:
        whole = normal(" ".join(raw["title"]))
        for variant in raw.get("title_variants", ()):
            aliases[normal(variant)] = whole
    reading = IssueReading(
        articles=tuple(_article(raw) for raw in data["articles"]),
        masthead={
            name: str(data.get("masthead", {}).get(name) or "")
            for name in _FIELDS
            if data.get("masthead", {}).get(name)
        },
        cover_quotes=tuple(
            (quote["text"], quote.get("attribution", "")) for quote in data.get("cover_quotes", ())
        ),
        aliases=aliases,
    )
    _add_doubts(reading, data.get("doubts", ()), aliases)
    return reading


def _add_doubts(
    reading: IssueReading, doubts: list[Mapping[str, Any]], aliases: dict[str, str]
) -> None:
    """A doubt whose source and print differ may be settled either way, if it is reported."""
    for doubt in doubts:
        printed, source = str(doubt.get("printed", "")), str(doubt.get("source", ""))
        if not printed or printed == source:
            continue
        for article in reading.articles:
            for text in texts_of(article):
                for at in _places(text, printed):
                    read = text[:at] + source + text[at + len(printed) :]
                    aliases[normal(read)] = normal(text)


def texts_of(article: ArticleReading) -> list[str]:
    """The texts of an article in which a doubt may be."""
    texts = [*article.title, article.subtitle, *article.pull_quotes]
    texts += [item.text for item in article.items]
    texts += [text for item in article.items if item.box for text in item.box.paragraphs]
    return texts + [text for _, text in article.notes]


def _places(text: str, part: str) -> list[int]:
    """Where a part of a text begins, each time it occurs."""
    found = []
    at = text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _article(raw: Mapping[str, Any]) -> ArticleReading:
    section = raw.get("section", "")
    blocks = raw.get("blocks", ())
    return ArticleReading(
        section=None if section is None else str(section),
        title=tuple(raw["title"]),
        subtitle=raw.get("subtitle") or "",
        page=str(raw.get("page") or ""),
        authors=tuple(raw.get("authors", ())),
        pull_quotes=tuple(
            [_quote(quote) for quote in raw.get("pull_quotes", ())]
            + ["\n".join(block["paragraphs"]) for block in blocks if block["kind"] in _QUOTE]
        ),
        items=tuple(_item(block) for block in blocks if block["kind"] not in _QUOTE),
        notes=tuple((note["marker"], note["text"]) for note in raw.get("notes", ())),
        optional=bool(raw.get("optional", False)),
    )


def _quote(raw: str | Mapping[str, Any]) -> str:
    return raw if isinstance(raw, str) else str(raw["text"])


def _item(raw: Mapping[str, Any]) -> Item:
    page = str(raw.get("page") or "")
    match raw["kind"]:
        case "paragraph":
            return Item(
                "paragraph",
                raw["text"],
                role=raw.get("role") or "body",
                speaker=raw.get("speaker") or "",
                page=page,
            )
        case "heading":
            return Item("heading", raw["text"], level=int(raw["level"]), page=page)
        case "box":
            box = BoxReading(
                raw.get("label") or "",
                raw.get("title") or "",
                tuple(raw.get("paragraphs", ())),
                raw.get("attribution") or "",
            )
            return Item("box", box=box, page=page)
        case "verse":
            return Item("verse", "\n".join(raw["lines"]), page=page)
        case "table":
            return Item("table", "\n".join("\t".join(row) for row in raw["rows"]), page=page)
        case "figure":
            return Item("figure", raw.get("caption") or raw.get("text") or "", page=page)
        case kind:
            msg = f"a truth knows no block of kind {kind!r}"
            raise ValueError(msg)
