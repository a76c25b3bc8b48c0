"""Datelines (电头): how a report in a newspaper begins, and who is named in it.

本报讯（记者某某 通讯员某某）, 某社某地9月17日电（记者某某）, 据某社电.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.byline import BylineReading, read_byline

_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_LEAD = re.compile(
    rf"^[【\[]?\s*(?:(?:本[报報刊网台][讯訊]|(?:本[报報刊网台]|[{HAN}]{{2,4}}[报報])\s*[{HAN}]{{0,6}}\s*[讯訊](?=[\s（(：:，,】\]]))|[{HAN}]{{0,4}}[讯訊]\s*[（(]\s*(?:本报|特约|实习|首席)*(?:记者|通讯员)"
    rf"|(?:据)?(?:[{HAN}]{{2,5}}社|本[报報])\s*[{HAN}]{{0,8}}?\s*(?:{_DAY}\s*月\s*)?{_DAY}\s*日\s*[电電讯訊]"
    rf"|据[{HAN}]{{2,6}}(?:社|网|报)(?:[{HAN}]{{0,4}}\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)?(?:消息|[电電讯訊]|报道)"
    rf"|[（(【]\s*(?:本[报報刊台网](?:特约|首席|实习|见习|驻[{HAN}]{{2,4}})*)?(?:记者|記者|通讯员|通訊員)\s*[{HAN}])"
)
_NAMED = re.compile(
    r"^.{0,28}?[（(【](?P<who>[^（）()【】]{0,4}(?:记者|記者|通讯员|通訊員|特约|实习生|见习)[^（）()【】]{2,60})[）)】]"
)
_REPORTED = re.compile(
    rf"^.{{0,20}}?[讯訊电電]\s*[】\]]?\s*[：:,，]?\s*(?P<who>(?:本[报報刊台网])?(?:首席|特约|见习|实习)?(?:记者|記者|通讯员|通訊員)\s*[{HAN}]{{2,4}}(?:[、\s](?:(?:记者|記者|通讯员|通訊員)\s*)?[{HAN}]{{2,4}}){{0,3}}?)\s*(?:报道|報導|报导|報道|采写|摄影报道)"
)
"""本报1月5日讯 记者某某报道："""
_PLACE = re.compile(rf"\s*[/／]\s*[{HAN}]{{2,8}}$|(?<=[{HAN}]{{2}})(?:报道|報導|报导|報道)$")
"""記者某某／某地報導."""
_OFFICE = re.compile(
    r"\s*(?:[、，,；;]\s*|\s+|^)(?P<office>(?:本[报報刊台网])?(?:首席|特约|见习|实习|驻\S{2,4})*(?:记者|記者|通讯员|通訊員|实习生|摄影))\s*"
)


def is_lead(text: str) -> bool:
    """True for a line that opens a report: 本报讯（记者某某）……."""
    return _LEAD.match(text.lstrip()) is not None


def read_lead(text: str) -> tuple[str, BylineReading] | None:
    """Who is named in the dateline of a report, as printed and as understood."""
    if not is_lead(text):
        return None
    hit = _NAMED.match(text.lstrip()) or _REPORTED.match(text.lstrip())
    if hit is None:
        return None
    plain = _OFFICE.sub(lambda one: f" {one['office']} ", _PLACE.sub("", hit["who"]))
    reading = read_byline(" ".join(re.split(r"[\s、，,]+", plain.strip())))
    if reading is None or not reading.authors:
        return None
    return hit["who"].replace("**", "").strip(), reading
