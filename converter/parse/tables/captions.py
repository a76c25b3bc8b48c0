"""The captions of tables and figures, by their numbers: 表1 ……, 图2 ……."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, is_han, width
from converter.memo import per_issue

CAPTION = re.compile(
    r"^(?:[续續]?表|附表|Table)\s*(?:\d+(?:[-－—.]\d+)?|[一二三四五六七八九十]{1,3})(?:\s*[：:．.、]?\s*\S.*)?$"
)
FIGURE = re.compile(
    r"^(?:图|圖|附图|Fig(?:ure)?\.?)\s*(?:\d+(?:[-－—.]\d+)?|[一二三四五六七八九十]{1,3})(?:\s*[：:．.、|｜│丨]\s*|\s+)\S.*$"
    r"|^[【\[〔▲△▼]\s*(?:图|圖)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[】\]〕]\s*|[：:．.、|｜│丨]\s*|\s+)\S.*$"
)
_CLOSE_FIGURE = re.compile(
    rf"^附?[图圖]\s?\d{{1,2}}(?![是为為中上里裡内內的所和与與及至、]|[显顯]示|可[见見知以]|[给給]出|列出|反映|表明|[说說]明了)[{HAN}][^，。；！？：]{{3,29}}$"
)
"""图1空燃比控制原理, the blank behind whose number the OCR has lost."""
_BOTH = re.compile(
    r"^[图圖]\s?(?P<number>\d{1,2}(?:[-.—]\d{1,2})?)\s*(?!\d)[^。；]{2,60}?\s*Fig(?:ure|\.)?\s?(?P=number)\s*[A-Z][^\u4e00-\u9fff]*$"
)
"""图3列车的制动 Fig.3Braking of a train: one caption in two languages, whatever blanks OCR has lost."""
_FIRST = frozenset("图圖附")
_BREAKS_OFF = tuple("了的是在和与與对對把将將为為，")
_ABROAD = re.compile(r"\s(?:Fig(?:ure|\.)?|Tab(?:le|\.))\s*\d[^\u4e00-\u9fff]*$")


def without_english(text: str) -> str:
    """A caption in two languages without its English."""
    return _ABROAD.sub("", text) if "Fig" in text or "Tab" in text else text


@per_issue(65536)
def is_caption(text: str) -> bool:
    """表1 …… before a table, in two languages perhaps; 表　…… without a number."""
    told = CAPTION.match(text) or _ONE_OF_ITS_KIND.match(text)
    return (
        told is not None
        and width(without_english(text)) <= 48
        and _SPEAKS_OF.match(text) is None
        and _SPEAKS_OF_TABLE.match(text) is None
        and not ("。" in text[:-1] and is_han(text[-1]))
    )


_SPEAKS_OF = re.compile(
    r"^[图圖表]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:是|[为為]|列出|列[举舉]|[给給]出|[显顯]示|反映|[说說]明|[汇匯][总總]).{4,}[。，]"
)
"""表一是……的比较。: a sentence of the text about a table, be it cut by a page."""
_SPEAKS_OF_TABLE = re.compile(
    r"^[续續附]?表\s*[\d一二三四五六七八九十.-]{1,4}\s*(?:[列给給][出示][了的]|[显顯]示|表明|[说說]明了|反映[了出]|[汇彙][总總]了|可[见見知]|所[示列]|[是为為](?![\u4e00-\u9fff]{1,3}$))"
)
"""表4 列出了……: a sentence about the table, which a column may break off."""
_ONE_OF_ITS_KIND = re.compile(r"^附?表[ \t\u3000]+[\u4e00-\u9fff]{2}[^\s。，；！？]{2,30}$")
"""表　窗户的方位: the only table of an article."""


@per_issue(65536)
def is_figure(text: str) -> bool:
    """图1 …… : the caption of a picture that is not in the text."""
    if text[:1] in _FIRST and _CLOSE_FIGURE.match(text) and text[-1] not in _BREAKS_OFF:
        return True
    if "Fig" in text and _BOTH.match(text):
        return True
    return (
        FIGURE.match(text) is not None
        and width(without_english(text)) <= 60
        and not text.endswith("。。")
    )
