"""Captions that are told by the sentence within which they stand."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.captions.seen import WITHIN, is_name_of_thing
from converter.parse.captions.told import is_unnumbered_caption
from converter.segment.units import is_credited_picture

_DATE = (
    r"(?:(?:民國|民国|光绪|光緒|宣统|宣統|咸丰|咸豐|同治|道光)?[一二三四五六七八九十〇○零元\d]{1,4}\s*年代?(?:[初末]|前[后後])?"
    r"(?:\s*[一二三四五六七八九十\d]{1,2}\s*月)?(?:\s*[一二三四五六七八九十\d]{1,3}\s*[日号號])?)"
)
_TAKEN = re.compile(
    rf"[，,。；\s]\s*(?:[{HAN}]{{2,4}})?\s*[约約]?\s*(?:{_DATE})?\s*(?:摄|攝|拍摄|拍攝)[于於][^，。；：！？“”]{{2,16}}"
    rf"(?:[，,]\s*[{HAN}]{{2,12}}(?:提供|供图|供圖|收藏|藏))?$"
)
"""……，1958年摄于某镇; ……。约摄于1966年，某某提供: when or where it was taken, behind what it shows."""
_IN_YEAR = re.compile(rf"[，,]\s*(?:[约約]|摄|攝)?\s*{_DATE}\s*[春夏秋冬摄攝]?$")
_IN_PART = re.compile(
    "（(?:局部|部分|正面|背面|正反面|原件|复制件|複製件|影印件?|抄件|书影|書影|封面|内页|內頁|放大|缩小|縮小)）$"
)
_IN_ROWS = re.compile(
    rf"[合留旧舊][影照][，,。；]\s*(?:第?[一二三四五六七八九前后後中末][排列行](?:左|右|中|正中|居中)?|[左右]起?|正?中|居中)(?:起|数|數)?第?[一二三四五六七八九\d]?[者人]?[为為是][{HAN}（）、]{{2,16}}$"
)
"""……合影，二排中为某某: who stands where."""


def captions_within(text: str, *, full: bool = False) -> bool:
    """True for a line within a broken sentence that is the caption of a picture.

    It needs no more to be told than who or what is seen, and when: 渡口的灯塔，1969年;
    渡口小学师生合影，二排中为何若溪; 商会来函原件（局部）. As a paragraph of its own each might be
    another thing. A line that is ``full`` may be text, which breaks anywhere.
    """
    if is_unnumbered_caption(text):
        return not full or "。" not in text[: len(text) // 2]
    if width(text) > WITHIN or ends_sentence(text) or text[-1] in "，、；：" or text[0] in "《（":
        return False
    if _IN_ROWS.search(text) or is_credited_picture(text):
        return True
    if full:
        return False
    told = _IN_YEAR.search(text)
    if told is None:
        return (_TAKEN.search(text) or _IN_PART.search(text)) is not None
    named = text[: told.start()]
    return 4 <= width(named) <= _NAME_OF_THING and is_name_of_thing(named)


_NAME_OF_THING = 20
