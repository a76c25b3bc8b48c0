"""An article with boxes: its prose, where the boxes stand in it, its lines and its truth."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.box_print import Printer, Seam
from tests.damage.box_set import SetBox
from tests.damage.compose import SECTIONS
from tests.damage.listed import Listed
from tests.damage.plain_issue import article_truth
from tests.damage.prose import Prose
from tests.damage.quotes import sentences

CASES = Path(__file__).resolve().parents[1] / "cases"
_LEAST, _MOST = 90, 420
"""Characters of a paragraph that is taken from a case."""
_TRADITIONAL = re.compile("[這們個來時會說國學]")
_LABELLED = re.compile(r"^\S{1,8}[：:　]|^[（(]?[一二三四五六七八九十\d①]+[）)、.．]")


@dataclass(slots=True)
class Block:
    """A paragraph, a heading or a turn, with what is set into it or below it."""

    kind: str
    text: str
    role: str = "body"
    speaker: str = ""
    seam: Seam | None = None
    boxes: list[SetBox] = field(default_factory=list)
    quote: str = ""
    """A pull quote in the broken sentence, above the box."""


@dataclass(slots=True)
class BoxedArticle:
    """An article: what the contents tell of it, and its blocks.

    ``first`` are boxes before the first block, ``over`` those above the byline as well.
    """

    listed: Listed
    blocks: list[Block]
    first: list[SetBox] = field(default_factory=list)
    over: list[SetBox] = field(default_factory=list)

    def boxes(self) -> list[SetBox]:
        """The boxes in their order."""
        return [*self.over, *self.first, *(box for block in self.blocks for box in block.boxes)]

    # --- its lines ------------------------------------------------------------------------

    def print(self, printer: Printer, lines: list[str]) -> None:
        """Write the lines of the article."""
        lines += ["", self.listed.title[0], ""]
        for box in self.over:
            printer.box(lines, box)
        lines += ["", f"文/{' '.join(self.listed.authors)}", ""]
        for box in self.first:
            printer.box(lines, box)
        for block in self.blocks:
            self._print(printer, lines, block)
        printer.break_page(lines)

    def _print(self, printer: Printer, lines: list[str], block: Block) -> None:
        if block.kind == "heading":
            lines += [] if printer.apart else [""]
            lines += [block.text, ""]
        else:
            printer.put(lines, block.seam.above if block.seam else printer.lines(block.text))
        parts = bool(block.seam) or (bool(block.boxes) and printer.rng.random() < 0.3)
        if parts and printer.house.seam == "before":
            printer.break_page(lines)
        if block.quote:
            printer.put(lines, [block.quote])
        for box in block.boxes:
            printer.box(lines, box)
        if parts and printer.house.seam == "behind":
            printer.break_page(lines)
        if block.seam:
            printer.put(lines, block.seam.below)

    # --- its truth ------------------------------------------------------------------------

    def truth(self) -> dict[str, Any]:
        """The article as an editor has it."""
        blocks: list[dict[str, Any]] = [box.truth() for box in (*self.over, *self.first)]
        for block in self.blocks:
            made: dict[str, Any] = {"kind": block.kind, "text": block.text}
            if block.kind == "heading":
                made["level"] = 1
            else:
                made |= {"role": block.role, "speaker": block.speaker}
            blocks.append(made)
            if block.quote:
                blocks.append(
                    {"kind": "pull-quote", "paragraphs": [block.quote], "attribution": ""}
                )
            blocks += [box.truth() for box in block.boxes]
        return article_truth(self.listed, blocks)


# --- what it says -------------------------------------------------------------------------


def boxed_article(rng: Random, printer: Printer, boxes: list[SetBox], *, page: int) -> BoxedArticle:
    """An article into which boxes are set, each where its way says."""
    prose = Prose(rng)
    listed = Listed(rng.choice(SECTIONS), [prose.title()], authors=[names.person(rng)], page=page)
    talks = any(box.way.place == "turn" for box in boxes)
    blocks = _talk(rng, prose) if talks else _essay(rng, prose)
    article = BoxedArticle(listed, blocks)
    for box in boxes:
        _place(rng, printer, article, box)
    for block in blocks:  # pages break sentences in which no box stands as well
        free = block.kind == "paragraph" and not block.boxes and block.seam is None
        if free and rng.random() < 0.12:
            block.seam = printer.seam(block.text)
    return article


def _essay(rng: Random, prose: Prose) -> list[Block]:
    taken = list(rng.choice(prose_of_cases())) if rng.random() < 0.6 else []
    count = rng.randrange(5, 9)
    texts = taken[:count] or [prose.paragraph(rng.randrange(90, 300)) for _ in range(count)]
    blocks = [Block("paragraph", text) for text in texts]
    if rng.random() < 0.5:
        for at, number in ((len(blocks) * 2 // 3, "二、"), (len(blocks) // 3, "一、")):
            blocks.insert(at, Block("heading", number + prose.heading(14)))
    return blocks


def _talk(rng: Random, prose: Prose) -> list[Block]:
    who = names.person(rng)
    blocks = [Block("paragraph", prose.paragraph(120))]
    for _ in range(rng.randrange(3, 5)):
        blocks.append(Block("paragraph", f"记者：{prose.question()}", "question", "记者"))
        said = f"{who}：{prose.paragraph(rng.randrange(120, 260))}"
        blocks.append(Block("paragraph", said, "answer", who))
        if rng.random() < 0.4:
            blocks.append(Block("paragraph", prose.paragraph(140), "answer"))
    return blocks


@cache
def prose_of_cases() -> tuple[tuple[str, ...], ...]:
    """Paragraphs of articles of the hand-made cases, those of one in their order."""
    found = []
    for path in sorted(CASES.glob("*/truth.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            texts = tuple(
                block["text"]
                for block in article["blocks"]
                if block["kind"] == "paragraph"
                and (block.get("role") or "body") == "body"
                and _LEAST <= len(block["text"]) <= _MOST
                and block["text"].endswith("。")
                and not _LABELLED.match(block["text"])
                and not _TRADITIONAL.search(block["text"])
            )
            if len(texts) >= 5:
                found.append(texts)
    return tuple(found)


# --- where boxes stand --------------------------------------------------------------------


def _place(rng: Random, printer: Printer, article: BoxedArticle, box: SetBox) -> None:
    """Set a box into the article, and tell of the person whom it tells of."""
    way = box.way.place
    free = _free(article, way)
    if way in {"sentence", "quote", "row", "full stop", "turn"}:
        block = _cut(rng, printer, free, stop=way == "full stop")
        if block is None:
            block = rng.choice(_free(article, "between"))
        elif way == "quote" and not printer.wraps:
            block.quote = _quote(rng, article, block)
    elif way == "beginning":
        article.first.append(box)
        _tell(rng, article, article.blocks[0], box)
        return
    elif way == "above byline":
        article.over.append(box)
        return
    elif way == "end":
        block = article.blocks[-1]
    elif way == "heading" and free:
        block = rng.choice(free)
    else:
        block = rng.choice(_free(article, "between"))
    block.boxes.append(box)
    _tell(rng, article, block, box)


def _free(article: BoxedArticle, way: str) -> list[Block]:
    """Blocks by which a box of a way may stand."""
    kinds = {"heading": "heading"}.get(way, "paragraph")
    roles = {"answer"} if way == "turn" else {"body", "answer"}
    rows = way in {"row", "row between"}
    found = [
        block
        for at, block in enumerate(article.blocks)
        if block.kind == kinds
        and block.role in roles
        and (not block.boxes or (rows and len(block.boxes) == 1))
        and (at or kinds == "heading")
        and at + 1 < len(article.blocks)
        and article.blocks[at + 1].kind != "heading"
    ]
    taken = [block for block in found if block.boxes]
    return taken or found


def _cut(rng: Random, printer: Printer, free: list[Block], *, stop: bool) -> Block | None:
    """A block that can be cut, with its seam."""
    for block in rng.sample(free, len(free)):
        if block.seam is None:
            block.seam = printer.seam(block.text, stop=stop)
        if block.seam is not None:
            return block
    return None


def _quote(rng: Random, article: BoxedArticle, block: Block) -> str:
    """A sentence of another paragraph, set large."""
    texts = [one.text for one in article.blocks if one.kind == "paragraph" and one is not block]
    said = [
        one for text in texts for one in sentences(text) if 20 <= len(one) <= 60 and "“" not in one
    ]
    return rng.choice(said) if said else ""


def _tell(rng: Random, article: BoxedArticle, block: Block, box: SetBox) -> None:
    """Name the person of a box in the text above it, and now and then below it as well."""
    who = box.text.who
    if not who or block not in article.blocks:
        return
    at = article.blocks.index(block)
    above = next(filter(_may_tell, reversed(article.blocks[: at + 1])), None)
    if above is not None:
        above.text = f"{above.text}当年替村里修桥的正是{who}。"
    below = next(filter(_may_tell, article.blocks[at + 1 :]), None)
    if below is not None and (above is None or rng.random() < 0.5):
        below.text = f"说起{who}，村里人没有不认得的。{below.text}"


def _may_tell(block: Block) -> bool:
    return block.kind == "paragraph" and block.seam is None and not block.speaker
