"""What kind of entry a line of the masthead is."""

from __future__ import annotations

from collections.abc import Mapping

from converter import patterns as re
from converter.hanzi import HAN, squeeze
from converter.model import MastheadKind as Kind
from converter.names import split_names
from converter.parse.masthead.numbers import (
    DATE,
    ISSN,
    NUMBER,
    ROC_DATE,
    SERIAL,
    VOLUME,
    YEAR,
)
from converter.segment.regions import ISSUE_LINE, NAMED_ISSUE, SHORT_ISSUE, is_price

_KIND_PATTERNS: tuple[tuple[str, Kind], ...] = (
    (r"^(?:国际标准(?:连续出版物号|刊号)|國際標準期刊號|国际标准期刊号|国际刊号|ISSN)$", Kind.ISSN),
    (r"^(?:国内统一(?:连续出版物号|刊号)|国内刊号|统一刊号|CN)$", Kind.CN),
    (
        r"(?:总监|總監|监制|監製|发行人|發行人|出版人|出品人|督印人|创办人|創辦人)$",
        Kind.STAFF,
    ),
    (r"声明|聲明|启事|稿约|征稿|版权所有", Kind.NOTICE),
    (r"许可证|登字|登记|登記|准印证", Kind.LICENCE),
    (r"E-?mail|邮箱|信箱|郵件|邮件", Kind.EMAIL),
    (r"网址|网站|官网|網址|公众号|微博|微信|QQ|在线", Kind.WEB),
    (r"邮发代号|国外代号|发行|發行|订阅|订购|零售$|总经销|經銷|總經銷|代号", Kind.DISTRIBUTION),
    (
        r"电\s*话|電話|电话|传真|傳真|热线|总机|编辑室|总编室|办公室|记者部|通联部|广告部|发行部",
        Kind.TELEPHONE,
    ),
    (r"邮编|邮政编码|郵政編碼|郵遞區號|邮递区号", Kind.POSTAL_CODE),
    (r"地址|社址|地点", Kind.ADDRESS),
    (r"印刷|承印|制版|製版", Kind.PRINTER),
    (r"定价|定價|零售价|售价|全年|单价|單價|工本费|成本费", Kind.PRICE),
    (r"主管", Kind.SUPERVISOR),
    (r"主办|主辦|承办|协办", Kind.SPONSOR),
    (r"出版日期|出版时间|出版時間|出刊日期|出刊时间", Kind.DATE),
    (r"^(?:出版|编辑出版|出版单位|出版者|编辑单位|编印|發行所|发行所|编辑、出版)$", Kind.PUBLISHER),
    (
        r"社长|社長|总编|總編|主编|主編|编委|編委|委员|委員|顾问|顧問|责编|编辑|編輯|美编|设计|設計|校对|校對|摄影|攝影|翻译|主任|发行人|發行人|主笔|记者|視覺|视觉|统筹|統籌|题字|題字|审校|審校|插图|插圖|插画|插畫|制图|製圖|题图",
        Kind.STAFF,
    ),
    (r"^(?:创刊|創刊|刊期|开本|出版周期|印数)", Kind.OTHER),
)


_KINDS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _KIND_PATTERNS)


_DAY = re.compile(r"^\d{1,2}月\d{1,2}日(?:出版)?$")


_WHOLE_DAY = re.compile(
    r"^(?:(?:19|20)\d\d|(?:中[华華])?民[国國][\d一二三四五六七八九十百〇零○]{2,5})\s*[年.\-/]"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*日?$"
)
_SAYS = re.compile(r"^\W?本[刊报報].{6,}。$")
"""本刊所载文章均为作者个人观点。: a sentence of the house's."""
_PRICE = re.compile(r"^[^\d，。：]{0,4}\d{1,3}(?:\.\d{1,2})?元$")
PHONE = re.compile(r"^[+(（]?\d{3,4}[)）\-\s]*\d{3,4}[\-\s]?\d{3,4}|^1\d{10}|^400[\d\-\s]{7,}")
TERMS = re.compile(
    r"^(?:[（(]?(?:每|逢)[年季月周週旬单單双雙].{0,14}(?:出版|发行|發行)[）)]?|(?:内部|內部)(?:资料|資料|交流|刊物).{0,8}|非[卖賣]品|免[费費](?:交流|赠阅|贈閱|取阅|取閱))$"
)
"""每月1日出版, 非賣品: how often it appears and for whom, which goes on with nothing."""
_FORMS: Mapping[Kind, re.Pattern[str]] = {
    Kind.TELEPHONE: PHONE,
    Kind.DISTRIBUTION: PHONE,
    Kind.PRICE: re.compile(r"^\d+(?:\.\d+)?\s*元"),
    Kind.EMAIL: re.compile(r"^\S+@\S+$"),
}
"""What values look like that stand behind a label without a colon."""


def announces(label: str, value: str) -> Kind | None:
    """The kind of an entry whose ``label`` is in no list and has no colon; ``None`` for none.

    The value must look like one: names behind 美术设计, a number behind 发行部电话.
    """
    kind = kind_of_label(label) if _LABEL.match(label) else None
    if kind is Kind.STAFF:
        return kind if split_names(value) else None
    form = _FORMS.get(kind) if kind else None
    return refine(kind, value) if kind and form and form.match(value) else None


_LABEL = re.compile(rf"^[{HAN}]{{2,8}}$")


def kind_of_label(label: str) -> Kind | None:
    """What a masthead label announces; ``None`` if it is unknown."""
    return next((kind for pattern, kind in _KINDS if pattern.search(label)), None)


def refine(kind: Kind, value: str) -> Kind:
    """Let the value correct a label that serves two purposes (编辑部：010-…, 刊号：ISSN …)."""
    digits = sum(char.isdigit() for char in value)
    if kind is Kind.STAFF and digits >= 7 and not split_names(value):
        return Kind.EMAIL if "@" in value else Kind.TELEPHONE
    if kind is Kind.TELEPHONE and digits < 5:
        return Kind.EMAIL if "@" in value else Kind.STAFF if split_names(value) else Kind.OTHER
    if kind in (Kind.DISTRIBUTION, Kind.WEB) and "@" in value:
        return Kind.EMAIL
    if kind is Kind.EMAIL and "@" not in value and "." not in value:
        return Kind.OTHER
    if kind is Kind.PUBLISHER and _WHOLE_DAY.match(value):
        return Kind.DATE  # 出版：2024年5月10日
    if kind is Kind.OTHER and bare_kind(value) in (Kind.ISSN, Kind.CN):
        return bare_kind(value)
    if kind is Kind.OTHER and _FORMS[Kind.EMAIL].match(value):
        return Kind.EMAIL  # 投稿：editor@…
    return kind


_COUNTED = re.compile(r"^第[\d一二三四五六七八九十百千〇零○]+[期辑輯]$")


def bare_kind(text: str) -> Kind:
    """The kind of a line without a label."""
    plain = squeeze(text)
    if re.search(r"ISSN", plain, re.IGNORECASE) and ISSN.search(text):
        return Kind.ISSN
    if re.match(r"^CN", plain) or re.search(r"CN\d{2}-\d{4}", plain):
        return Kind.CN
    if NUMBER.search(text) and (YEAR.search(text) or SERIAL.search(text) or VOLUME.search(text)):
        return Kind.ISSUE
    if (
        ISSUE_LINE.search(text)
        or SHORT_ISSUE.match(text)
        or NAMED_ISSUE.match(text)
        or _COUNTED.match(plain)
    ):
        return Kind.ISSUE
    if DATE.search(text) or ROC_DATE.search(text) or _DAY.match(plain):
        return Kind.DATE
    if re.search(r"登字|许可证|准印证|登记", plain):
        return Kind.LICENCE
    if "@" in plain:
        return Kind.EMAIL
    if re.search(r"www\.|https?:", plain):
        return Kind.WEB
    if re.search(r"版权所有|未经许可|声明|聲明|不得转载|如有印装", plain) or _SAYS.match(plain):
        return Kind.NOTICE
    if _PRICE.match(plain) or is_price(text):
        return Kind.PRICE
    return Kind.OTHER
