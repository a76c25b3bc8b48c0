"""Makes up a random issue: the magazine, its sections, what the OCR will lose of it."""

from __future__ import annotations

from random import Random

from tests.damage import names
from tests.damage.draft import Draft, Piece, Signer
from tests.damage.kinds import KINDS
from tests.damage.prose import Prose
from tests.damage.quotes import pull
from tests.damage.style import Style
from tests.damage.writer import Writer

SECTIONS = [
    "特稿",
    "专题",
    "本期关注",
    "学习园地",
    "一线观察",
    "人物",
    "讲堂",
    "经验交流",
    "调查",
    "随笔",
    "史话",
    "域外",
    "书评",
    "视野",
    "探索与争鸣",
    "工作研究",
    "田野笔记",
    "对话",
]
_ALIKE = (
    "末未",
    "己已",
    "土士",
    "日曰",
    "大太",
    "人入",
    "千干",
    "治冶",
    "析折",
    "侯候",
    "拔拨",
    "堤提",
    "账帐",
    "情清",
    "网冈",
    "水木",
    "天夫",
    "王主",
    "力刀",
    "问间",
    "贝见",
    "风凤",
)


def compose(rng: Random, style: Style, *, size: int = 1) -> Draft:
    """An issue. ``size`` multiplies the length of the articles."""
    count = rng.randrange(3, 7)
    sections = rng.sample(SECTIONS, min(count, rng.randrange(2, 5)))
    order = sorted(
        [
            *range(len(sections)),
            *(rng.randrange(len(sections)) for _ in range(count - len(sections))),
        ]
    )
    said: set[str] = set()
    pieces = [Writer(rng, style, size, said).piece(section, KINDS) for section in order]
    if style.family == "other" and rng.random() < 0.04:
        for piece in pieces:
            piece.listed = False
            # Nothing but who signs it tells such a title from a heading.
            piece.signers = piece.signers or [Signer(names.person(rng))]
    draft = _issue(rng, sections, pieces)
    draft.has_contents = any(piece.listed for piece in pieces)
    draft.has_masthead = style.family == "sample" or rng.random() < 0.93
    if style.family == "sample" or rng.random() < 0.3:
        prose = Prose(rng)
        draft.cover_quote = (
            pull(rng, [prose.paragraph(160)]),
            f"{names.person(rng)}在{draft.magazine}座谈会上的发言",
        )
    lose_some(rng, style, pieces)
    return draft


def _issue(rng: Random, sections: list[str], pieces: list[Piece]) -> Draft:
    year, number = rng.randrange(1998, 2026), rng.randrange(1, 13)
    return Draft(
        magazine=names.magazine(rng),
        year=year,
        number=number,
        serial=rng.randrange(20, 480),
        date=f"{year}-{number:02d}-{rng.choice((1, 5, 10, 15, 20)):02d}",
        issn=f"{rng.randrange(1000, 3000)}-{rng.randrange(1000, 9999)}",
        cn=f"{rng.randrange(10, 65)}-{rng.randrange(1000, 1999)}/{rng.choice(('D', 'G', 'C', 'TV', 'S'))}",
        sections=sections,
        pieces=pieces,
    )


def lose_some(rng: Random, style: Style, pieces: list[Piece]) -> None:
    """Contents entries without an article, articles without an entry, titles misread."""
    for piece in pieces:
        piece.title_in_contents, piece.title_in_body = list(piece.title), list(piece.title)
        if rng.random() < style.lost_bodies and sum(p.printed for p in pieces) > 2:
            piece.printed = False
        elif rng.random() < style.lost_entries and sum(p.listed for p in pieces) > 2:
            # In the midst of an issue nothing but who signs it tells such a title from a heading.
            piece.listed = not (piece.signers or piece is pieces[0])
        elif piece.listed and rng.random() < style.title_errors:
            side = rng.choice((piece.title_in_contents, piece.title_in_body))
            line = rng.randrange(len(side))
            side[line] = misread(rng, side[line])
            piece.variants = [" ".join(piece.title_in_contents), " ".join(piece.title_in_body)]


def misread(rng: Random, text: str) -> str:
    """The text with one character read as one that looks like it (or as any other)."""
    places = [(i, pair) for i, char in enumerate(text) for pair in _ALIKE if char in pair]
    if places:
        at, pair = rng.choice(places)
        return text[:at] + pair.replace(text[at], "") + text[at + 1 :]
    han = [i for i, char in enumerate(text) if "\u4e00" <= char <= "\u9fff"]
    at = rng.choice(han)
    return text[:at] + rng.choice("坤昱竣琮") + text[at + 1 :]
