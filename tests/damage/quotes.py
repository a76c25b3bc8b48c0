"""Pull quotes: whole sentences of the body, now and then misread."""

from __future__ import annotations

import re
from random import Random

_RUN_IN = re.compile(
    r"（(?:[一二三四五六七八九十]+|\d+)）|\d+[.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text; quotation marks are not torn."""
    out: list[str] = []
    depth, start = 0, 0
    for index, char in enumerate(text):
        depth += (char in "“（《") - (char in "”）》")
        if char in "。？！" and depth == 0:
            out.append(text[start : index + 1])
            start = index + 1
    return out


def pull(rng: Random, texts: list[str]) -> str:
    """One to three whole sentences of a text, 40 to 200 characters if there are such."""
    pool = [text for text in texts if len(text) > 60] or texts
    if not pool:
        return ""
    parts = [part for part in sentences(rng.choice(pool)) if not _RUN_IN.match(part)]
    start = rng.randrange(len(parts)) if parts else 0
    out = ""
    for part in parts[start:]:
        if len(out) + len(part) > 200 and out:
            break
        out += part
        if len(out) > rng.randrange(45, 160):
            break
    return out


def alter(rng: Random, text: str) -> str:
    """The text with one character dropped or doubled, as OCR does."""
    places = [
        i
        for i in range(5, len(text) - 5)
        if all("\u4e00" <= c <= "\u9fff" for c in text[i - 1 : i + 2])
    ]
    if not places:
        return text
    at = rng.choice(places)
    return (
        text[:at] + text[at + 1 :]
        if rng.random() < 0.5
        else text[:at] + rng.choice("的了要") + text[at:]
    )


def abridge(rng: Random, text: str) -> str:
    """The text without some clause in the midst of a sentence, as editors shorten what they pull out."""
    parts = sentences(text)
    places = [at for at, part in enumerate(parts) if len(_clauses(part)) > 3]
    if not places:
        return text
    at = rng.choice(places)
    clauses = _clauses(parts[at])
    del clauses[rng.randrange(1, len(clauses) - 1)]
    return "".join((*parts[:at], "，".join(clauses), *parts[at + 1 :]))


def _clauses(sentence: str) -> list[str]:
    """The clauses of a plain sentence, the last with its full stop."""
    plain = re.search("[“”；：（）—…]", sentence) is None
    return sentence.split("，") if plain else []
