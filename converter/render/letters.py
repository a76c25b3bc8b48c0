"""How a letter takes its leave: 此致 with its indent, 敬礼 flush on the line below."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.model import Block, Paragraph, Role

_LEADS = re.compile(
    "(?:此致|谨致|謹致|谨此|謹此|专此|專此|匆此|(?:顺|順|即|敬|恭|谨|謹|此|并|並)(?:颂|頌|祝|请|請|候|叩)"
    "|祝[您你]?[们們]?|祝(?:贵刊|貴刊|编辑部|編輯部))[，：:]?$"
)
_WISH = re.compile(r"[\u4e00-\u9fff]{2,8}[！!。]?")


def wishes(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of such wishes: between what leads to them and who signs."""
    found = set[int]()
    for at in range(1, len(blocks) - 1):
        lead, wish, signed = blocks[at - 1 : at + 2]
        if not (_is(lead, Role.BODY) and _is(wish, Role.BODY) and _is(signed, Role.SIGNATURE)):
            continue
        assert isinstance(lead, Paragraph)  # noqa: S101  (seen by _is)
        assert isinstance(wish, Paragraph)  # noqa: S101
        if _LEADS.search(lead.text.value.rstrip()) and _WISH.fullmatch(wish.text.value.strip()):
            found.add(at)
    return frozenset(found)


def _is(block: Block, role: Role) -> bool:
    return isinstance(block, Paragraph) and block.role is role
