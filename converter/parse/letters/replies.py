"""What the house says to a letter: 编者：……, 编辑回复：……."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN

_REPLY = re.compile(
    rf"^[{HAN}]{{2,14}}(?:答复|答覆|回复|回覆|回应|回應)\s*[：:]|"
    r"^[【\[（(]?\s*(?:编者|編者|编辑部?|編輯部?|本刊|编|編)\s*(?:附记|附記|附言|的话|答复?|答覆|复信?|覆|回复|回覆|按|注|后)?(?:\s*[】\]）)]?\s*[：:]|\s*[】\]])"
)
REPLY_HEAD = re.compile(
    r"^(?:本刊|编者|編者|编辑部?|編輯部?)(?:的)?(?:答复|答覆|回复|回覆|回应|回應|回音|回信|复信|覆信|的?话)$"
)
"""编辑部回复 over what the editors say."""


def is_reply(text: str) -> bool:
    """编者：……, 编者附记：……: what the editors say to a letter."""
    return _REPLY.match(text) is not None


_HOUSE_REPLY = re.compile(
    r"^(?:编者|編者|编辑部?|編輯部?|本刊(?:编辑部|編輯部)?)(?:回复|回覆|回信|答复|答覆|答|附记|附記|附言)\s*[：:]"
)


def is_reply_of_house(text: str) -> bool:
    """编辑回复：…… below a letter: what the house says to it, and nobody in a talk."""
    return _HOUSE_REPLY.match(text) is not None


_BY_NAME = re.compile(
    rf"^[{HAN}·]{{2,8}}(?:答|复|復|回复|回覆|回信|回答|答复|答覆)\s*[：:](?=$|[^\s“「『])"
)


def answers_by_name(text: str) -> bool:
    """罗敏答： below a letter: who keeps the column answers it; nobody is quoted."""
    return _BY_NAME.match(text) is not None
