"""Letters of one column are set alike: what one has that the others have is what theirs is."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.model import Block, Box, Heading, Paragraph, Role
from converter.names import SURNAMES
from converter.values import replace

_NAMED = re.compile(r"^[^，。；：！？“”（）]{2,}[：:]$")
"""麦秋姐：, to whom no word of greeting is said."""
_WIDEST_NAME = 8
_BRACKETED = re.compile(r"^[（(][^（()）。！？]{2,}[）)]$")
"""（青岗施工员小范）"""
_PLACED = re.compile(
    rf"^[（(][{HAN}]{{2,10}}(?:[ \u3000]+[{HAN}]{{2,6}}|[老小阿](?P<surname>[{HAN}]))[）)]$"
)
"""（青岗　林汀） and （青岗施工员小范）, of which the blank may be closed."""
_WIDEST_SIGNER = 20
_ABOVE = (Role.SIGNATURE, Role.EDITOR_NOTE)
"""What ends the letter above: who signs it, or what is replied to it."""
_FEWEST = 2


def with_letters_alike(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an article, with greetings and signers told by those of the other letters.

    * Where another letter opens with a greeting, a name with a colon below the end of a letter
      opens the next one, if that is signed.
    * Where several questions are signed in brackets before their answers, so is the next.
    * Where several pieces are signed in brackets before the next heading, so is another.
    """
    made = list(blocks)
    roles = [_role(block) for block in made]
    greeted = Role.SALUTATION in roles
    signed = sum(_is_signer(made, at, Role.SIGNATURE) for at in range(len(made))) >= _FEWEST
    if not (greeted or signed):
        return made
    for at, block in enumerate(made):
        if not isinstance(block, Paragraph) or block.role is not Role.BODY:
            continue
        if greeted and _greets(made, at, roles):
            made[at] = replace(block, role=Role.SALUTATION)
        elif signed and _is_signer(made, at, Role.BODY):
            made[at] = replace(block, role=Role.SIGNATURE)
    return made


def _role(block: Block | None) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _greets(blocks: Sequence[Block], at: int, roles: Sequence[Role | None]) -> bool:
    """True of a name with a colon between two letters, the second of which is signed."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or at == 0 or roles[at - 1] not in _ABOVE:
        return False
    text = block.text.value
    if width(text) > _WIDEST_NAME or not _NAMED.match(text):
        return False
    end = at + 1
    while end < len(roles) and roles[end] is Role.BODY:
        end += 1
    return end > at + 1 and end < len(roles) and roles[end] is Role.SIGNATURE


def _is_signer(blocks: Sequence[Block], at: int, role: Role) -> bool:
    """True of a line in brackets that has this role, between a question and its answer or below a piece."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or block.role is not role or not at:
        return False
    text = block.text.value
    if width(text) > _WIDEST_SIGNER or not _BRACKETED.match(text):
        return False
    # A box that interrupts a column stands between any two lines of it.
    below = next((one for one in blocks[at + 1 :] if not isinstance(one, Box)), None)
    if (_role(blocks[at - 1]), _role(below)) == (Role.QUESTION, Role.ANSWER):
        return True
    ends = below is None or isinstance(below, Heading)
    hit = _PLACED.match(text) if ends and _role(blocks[at - 1]) is Role.BODY else None
    return hit is not None and (hit["surname"] is None or hit["surname"] in SURNAMES)
