"""Issues whose articles somebody has written, printed anew and damaged at random.

The prose of the other families is made of clauses at random; this one has the hand-made cases
of the sample's kind, whose paragraphs speak of something, as the text of an issue must.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.damage.compose import lose_some
from tests.damage.draft import Block, Draft, Head, Para, Picture, Piece, Sidebar, Signer
from tests.damage.style import Style

CASES = Path(__file__).resolve().parents[1] / "cases"
NAMES = (
    *("sample", "zili-2025-01", "xianyu-2023-04", "jianghai-2023-03", "qizhou-2024-03"),
    *("yuejin-2024-02", "zhongxinzu-2023-05", "cankao-2014-03", "dangzu-2019-04"),
)
"""The cases with the sample's conventions."""
_LEFT_OUT = ("credit", "biography", "editor-note", "signature")
"""Paragraphs that the press of the generator does not set."""


@cache
def _truth(name: str) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((CASES / name / "truth.json").read_text(encoding="utf-8"))
    return truth


def reprint(rng: Random, style: Style) -> Draft:
    """One of the issues as its editors made it, to be printed in a style."""
    truth = _truth(rng.choice(NAMES))
    masthead, sections = truth["masthead"], list(truth["sections"])
    draft = Draft(
        magazine=masthead["title"],
        year=int(masthead["year"]),
        number=int(re.sub(r"\D", "", str(masthead["number"]))[:2] or 1),
        serial=int(masthead.get("serial") or 50),
        date=str(masthead.get("date") or f"{masthead['year']}-01-15"),
        issn=masthead.get("issn") or "9900-0000",
        cn=masthead.get("cn") or "99-1000/D",
        sections=sections,
        pieces=[_piece(article, sections, rng, style) for article in truth["articles"]],
    )
    lose_some(rng, style, draft.pieces)
    return draft


def _piece(article: dict[str, Any], sections: list[str], rng: Random, style: Style) -> Piece:
    offices = [*article.get("offices", []), *[""] * len(article["authors"])]
    blocks = [made for block in article["blocks"] if (made := _block(block, rng, style))]
    talk = any(isinstance(block, Para) and block.role == "question" for block in blocks)
    subtitle = article.get("subtitle") or ""
    section = article.get("section") or ""
    return Piece(
        section=sections.index(section) if section in sections else 0,
        title=list(article["title"]),
        subtitle=f"——{subtitle.lstrip('—')}" if subtitle else "",
        signers=[
            Signer(name, office) for name, office in zip(article["authors"], offices, strict=False)
        ],
        quotes=[_text(quote) for quote in article.get("pull_quotes", [])],
        blocks=blocks,
        kind="interview" if talk else "essay",
    )


def _block(block: dict[str, Any], rng: Random, style: Style) -> Block | None:
    kind, role = block["kind"], block.get("role") or "body"
    if kind == "heading":
        return Head(block["text"], block["level"])
    if kind == "figure":
        return Picture(block["caption"])
    if kind == "box":
        title = block.get("title") or ""
        how = "alone" if title else rng.choice(style.label_how)
        parts = [_text(part) for part in block["paragraphs"]]
        return Sidebar("链接", title, parts, _text(block.get("attribution") or ""), how)
    if kind == "paragraph" and role not in _LEFT_OUT:
        return Para(block["text"], role, block.get("speaker") or "")
    return None


def _text(part: str | dict[str, Any]) -> str:
    if isinstance(part, str):
        return part
    return str(part.get("text") or "".join(map(_text, part.get("paragraphs", []))))
