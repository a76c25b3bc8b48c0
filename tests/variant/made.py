"""Issues of a few paragraphs, and what an edition makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from converter.model import (
    Article,
    Author,
    Byline,
    Issue,
    Mark,
    MarkKind,
    Paragraph,
    Text,
)
from converter.variant import Edition, Entry, Glossary, VariantReport, convert

TW, HK, T, S = Edition.TAIWAN, Edition.HONG_KONG, Edition.TRADITIONAL, Edition.SIMPLIFIED

_MARKED = re.compile(r"\{(\w+):([^{}]*)\}")


def marked(pattern: str) -> Text:
    """A text with marks: ``他{strong:头}发白了`` has 头 in bold."""
    value, marks = "", []
    at = 0
    for found in _MARKED.finditer(pattern):
        value += pattern[at : found.start()]
        kind = MarkKind(found[1].replace("_", "-"))
        marks.append(Mark(kind, len(value), len(value) + len(found[2])))
        value += found[2]
        at = found.end()
    return Text(value + pattern[at:], tuple(marks))


def issue_of(*texts: str | Text, authors: Sequence[str] = (), language: str = "zh-Hans") -> Issue:
    """An issue with one article, whose paragraphs are the texts."""
    blocks = tuple(
        Paragraph(marked(text) if isinstance(text, str) else text, id=f"p{number}")
        for number, text in enumerate(texts, 1)
    )
    bylines = tuple(Byline(Text(name), (Author(name),)) for name in authors)
    article = Article("a1", (Text("一"),), bylines=bylines, blocks=blocks)
    return Issue(articles=(article,), language=language)


def texts_of(issue: Issue) -> list[Text]:
    """The texts of the paragraphs again."""
    blocks = issue.articles[0].blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def converted(
    *texts: str | Text,
    edition: Edition = TW,
    authors: Sequence[str] = (),
    language: str = "zh-Hans",
    **options: Any,
) -> tuple[list[str], VariantReport]:
    """The paragraphs in an edition, and the report."""
    made, report = convert(issue_of(*texts, authors=authors, language=language), edition, **options)
    return [text.value for text in texts_of(made)], report


def tw(text: str, **options: Any) -> str:
    """One paragraph in the Taiwan edition."""
    return converted(text, edition=TW, **options)[0][0]


def hk(text: str, **options: Any) -> str:
    """One paragraph in the Hong Kong edition."""
    return converted(text, edition=HK, **options)[0][0]


def simplified(text: str, language: str = "zh-Hant-TW", **options: Any) -> str:
    """A Traditional paragraph in the Simplified edition."""
    return converted(text, edition=S, language=language, **options)[0][0]


def glossary(*pairs: tuple[str, str], name: str = "terms.toml", edition: str = "") -> Glossary:
    """A glossary of pairs, a line each."""
    entries = (Entry(s, t, "terms", n, edition) for n, (s, t) in enumerate(pairs, 1))
    return Glossary(name, tuple(entries))


def codes(report: VariantReport) -> list[str]:
    """The codes of a report's diagnostics, in order."""
    return [found.code for found in report.diagnostics]
