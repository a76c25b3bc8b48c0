"""Writes a damaged issue and its truth in the form of the cases, for a closer look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.evaluation.bent.told import misses
from tests.evaluation.bent.trials import Trial
from tests.evaluation.from_truth import texts_of
from tests.evaluation.reading import ArticleReading, IssueReading, Item, normal


def save(trial: Trial, folder: Path) -> None:
    """A folder of its own for a trial: what ``python -m tests.evaluation --folder`` reads, and
    ``told.txt`` with what the damage changed and cost."""
    own = folder / f"{trial.kind}-{trial.case}-{trial.number}"
    own.mkdir(parents=True, exist_ok=True)
    text = json.dumps(as_truth(trial.truth), ensure_ascii=False, indent=1)
    (own / "issue.txt").write_text("\n".join(trial.lines), encoding="utf-8")
    (own / "truth.json").write_text(text + "\n", encoding="utf-8")
    (own / "told.txt").write_text(misses(trial) + "\n", encoding="utf-8")


def as_truth(reading: IssueReading) -> dict[str, Any]:
    """A truth in the form of ``truth.json``, of which the same reading comes."""
    whole = {one.title_key for one in reading.articles}
    printed = {normal(text): text for one in reading.articles for text in texts_of(one)}
    return {
        "masthead": dict(reading.masthead),
        "articles": [_article(one, reading) for one in reading.articles],
        "cover_quotes": [
            {"text": text, "attribution": source} for text, source in reading.cover_quotes
        ],
        "doubts": [
            {"printed": printed[text], "source": source}
            for source, text in reading.aliases.items()
            if text in printed and text not in whole
        ],
    }


def _article(article: ArticleReading, reading: IssueReading) -> dict[str, Any]:
    variants = [read for read, title in reading.aliases.items() if title == article.title_key]
    return {
        "section": article.section,
        "title": list(article.title),
        "title_variants": variants,
        "subtitle": article.subtitle,
        "page": article.page,
        "authors": list(article.authors),
        "pull_quotes": list(article.pull_quotes),
        "blocks": [_block(item) for item in article.items],
        "notes": [{"marker": marker, "text": text} for marker, text in article.notes],
        "optional": article.optional,
    }


def _block(item: Item) -> dict[str, Any]:
    block: dict[str, Any] = {"kind": item.kind, "page": item.page}
    match item.kind:
        case "paragraph":
            block |= {"text": item.text, "role": item.role, "speaker": item.speaker}
        case "heading":
            block |= {"text": item.text, "level": item.level}
        case "verse":
            block |= {"lines": item.text.split("\n")}
        case "table":
            block |= {"rows": [row.split("\t") for row in item.text.split("\n")]}
        case "figure":
            block |= {"caption": item.text}
        case _ if item.box is not None:
            block |= {
                "label": item.box.label,
                "title": item.box.title,
                "paragraphs": list(item.box.paragraphs),
                "attribution": item.box.attribution,
            }
    return block
