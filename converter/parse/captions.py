"""Captions without a number: who is on the left, who took the photograph, when it was taken."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, width

_LONGEST = 64
"""Em: two or three lines beside a picture."""
_WORK = "摄影报道|摄影|攝影|摄|攝|供图|供圖|提供|绘图|繪圖|绘|繪|图片|图|圖"
_CREDITED = re.compile(
    rf"(?:[。\s]|）|”|」|^)\s*(?:(?:图片?(?:来源)?|圖片?(?:來源)?|摄影|攝影|摄|攝|供图|供圖|照片(?:来源|來源)?|绘图|繪圖)\s*[/／：:|｜]\s*[^。，；]{{2,20}}"
    rf"|[{HAN}·]{{2,8}}(?:\s[{HAN}])?\s*[/／]\s*(?:{_WORK})"
    rf"|(?:图片?|圖片?|照片)(?:由|來自|来自)[^。，；]{{2,24}}(?:提供|供图|供圖|拍摄|拍攝|摄|攝)?"
    rf"|[{HAN}]{{2,4}}\s(?:摄|攝|供图|供圖))$|（[^（）。]{{2,12}}\s*(?:{_WORK})）$"
)
"""What a caption ends with, after its first sentence or a blank."""
_PLACED = re.compile(
    r"^[^。！？；：“”]{1,24}（(?:左|右|中|前排|后排|後排|前|后|後|左起|右起|左[一二三四]|右[一二三四]|上|下|图中|图左|图右)[^（）]{0,6}）"
)
_BYLINE = re.compile(r"^(?:文字?|撰文|采写|採訪整理|整理|图文|文图)\s*[/／：:|｜]")
_DATED = re.compile(
    r"[，,]\s*(?:摄于|攝於|拍摄于|拍攝於|摄影?于)\s*(?:约|約)?[\d一二三四五六七八九〇○零民國国]{2,}[^。]{0,12}$"
)


def is_unnumbered_caption(text: str) -> bool:
    """True for a line that can be nothing but the caption of a picture."""
    if width(text) > _LONGEST or text[-1:] in "，、；：" or text.count("。") > 2:
        return False
    if _DATED.search(text):
        return True
    if _BYLINE.match(text):
        return False
    if _PLACED.match(text):
        return text[-1] not in "。！？”" and width(text) <= 40
    hit = _CREDITED.search(text)
    return hit is not None and hit.start() > 0
