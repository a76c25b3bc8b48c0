"""Captions without the blank or the mark that tells others: （局部）, ……，1958年摄于某地, and who took them."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.names import is_name

_PART = re.compile(r"^[^。，；：！？（）]{4,30}（局部[图圖]?）$")
"""某某致某会函原件（局部）."""
_TAKEN = re.compile(
    rf"^[^。；：！？]{{4,30}}[，,]\s*(?:约|約)?(?:(?:19|20)\d\d|(?:民[国國])?[〇○零一二三四五六七八九十]{{1,4}})年(?:\d{{1,2}}月|[春夏秋冬初末底])?(?:[摄攝]|拍[摄攝])[于於][{HAN}]{{2,12}}$"
)
"""某剧团的戏船，1958年摄于某地."""
_GLUED = re.compile(rf"^[{HAN}“”·]{{5,24}}?(?P<name>[{HAN}]{{3}})[摄攝]$")
"""桥上的米斗灯黎问樵摄, within which OCR has lost the blank."""


def is_plain_caption(text: str) -> bool:
    """True for what shows a part, or tells at its end when and where it was taken, or by whom."""
    if text[-1] in "摄攝":
        hit = _GLUED.match(text)
        return hit is not None and hit["name"][-1] not in "拍航" and is_name(hit["name"])
    if text[-1] == "）":
        return _PART.match(text) is not None
    return ("摄" in text or "攝" in text) and _TAKEN.match(text) is not None
