"""Lines that by themselves look like those of a masthead."""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names.works import PICTURES, WRITING

_WORDS = (
    "主管 主管单位 主管部门 主管主办 主管主办单位 主办 主办单位 承办 承办单位 协办 协办单位 出版 出版单位 出版者 编辑出版 编辑 编辑单位 编辑者 编印 编印者 发行者 "
    "社长 副社长 总编 总编辑 副总编辑 主编 副主编 执行主编 常务副主编 执行总编 名誉主编 名誉社长 顾问 学术顾问 法律顾问 "
    "编委 编委会 编委会主任 编辑委员会 委员 责任编辑 本期责编 责编 编辑部主任 编辑部 美术编辑 美编 版式设计 装帧设计 封面设计 "
    "设计 校对 责任校对 摄影 摄影记者 英文编辑 英文翻译 发行 发行部 广告 广告部 办公室 总编室 本刊编辑室 编辑室 记者部 通联部 总机 "
    "社址 会址 地址 编辑部地址 通讯地址 邮编 邮政编码 电话 传真 编辑部电话 发行电话 广告电话 订阅电话 咨询电话 投稿电话 联系电话 "
    "广告联系电话 网址 网站 官网 邮箱 电子邮箱 电子信箱 信箱 电子邮件 投稿邮箱 E-mail Email 微信 微信公众号 公众号 微博 QQ "
    "发行范围 发行单位 总发行 国内发行 国外发行 国内总发行 海外发行 邮发代号 国内邮发代号 国外代号 国外发行代号 订阅 订阅处 订购处 零售 零订网订 "
    "在线订阅 印刷 印刷单位 印刷者 承印 刻印 油印 排印 制版 定价 每册定价 零售价 全年定价 售价 内部定价 单价 工本费 成本费 刊号 国际刊号 国内刊号 统一刊号 "
    "国际标准刊号 国内统一刊号 国际标准连续出版物号 国内统一连续出版物号 连续出版物号 创刊 创刊时间 刊期 开本 出版日期 出版时间 "
    "出版周期 印数 广告经营许可证 广告经营许可证号 广告许可证 登记证号 登记号 准印证号 准印证 出刊日期 出刊时间 内部资料准印证 声明 版权声明 本刊声明 启事 稿约 "
    "热线 广告热线 订阅热线 发行热线 投稿热线 客服热线 投稿 来稿 稿件 投稿信箱 来稿信箱 投稿网址 读者来信 联系方式 新闻热线 值班编委 值班总编 值班主任 国内统一刊号 "
    "通讯处 通訊處 通信处 通信處 通信地址 通訊地址 联系地址 聯絡處 联络处 聯絡電話 联络电话 聯絡人 联络人 "
    "银行 户名 账号 开户行 法人代表 本刊法律顾问 "
    "美术总监 艺术总监 视觉总监 视觉设计 图片总监 图片编辑 文字编辑 新媒体 新媒体编辑 出品人 总监制 监制 出版人 创办人 督印人 编审 校审 流程编辑 责任印制 "
    "插画 制图 总经理 副总经理 经理 市场部 市场推广 运营 行政 财务 客服 读者热线 邮购 邮购部 联系人 执行编辑 特约编辑 助理编辑 特约记者 主笔 "
    "採訪編輯 采访编辑 採訪主任 采访主任 採訪 采访 企劃編輯 企划编辑 責任編輯 副社長 榮譽社長 荣誉社长 總主筆 总主笔 特約撰述 特约撰述 特約撰稿 特约撰稿 特約記者 攝影記者 封面攝影 封面摄影 法律顧問 業務部 业务部 讀者服務專線 读者服务专线 訂閱專線 订阅专线 "
    "編輯 編輯者 發行者 執行主編 執行總編輯 执行总编辑 助理編輯 特約編輯 文字編輯 美術總監 藝術總監 美術設計 美术设计 版面設計 版面设计 攝影 插畫 繪圖 绘图 顧問 督印人 出版人 創辦人 總經理 主筆 "
    "廣告 廣告查詢 广告查询 訂閱 訂閱查詢 订阅查询 查詢 查询 電郵 电邮 網站 承印 印製 印刷所 發行處 发行处 編印 編輯室 社址 會址 郵撥 邮拨 劃撥 划拨 讀者服務 读者服务 統一編號 统一编号 刊號 社長 總編輯 副總編輯 主編 副主編 執行編輯 編輯委員會 編輯委員 發行人 发行人 發行所 发行所 發行 編輯部 美術編輯 封面設計 校對 地址 電話 傳真 網址 "
    "電子信箱 電子郵件 郵政編碼 劃撥帳號 划拨帐号 戶名 定價 印刷 出版者 出版日期 創刊 登記證 國際標準期刊號 国际标准期刊号 總經銷 总经销 經銷 经销 版權聲明 編輯顧問 编辑顾问 出版"
)


MASTHEAD_LABELS = frozenset(_WORDS.split())
"""What stands before the entries of a masthead, without blanks and colons."""
PINYIN = re.compile(r"^[A-Z][A-Z' ]{4,39}$")
"""The pinyin of a magazine's name in capitals, as covers have it below the name."""


_LABELLED = re.compile(r"^\s*(?P<label>[^\s：:][^：:]{0,24}?)\s*[：:]\s*(?P<value>.*)$")


_ISSN = re.compile(r"ISSN\s*[:：]?\s*\d{4}\s*[-—–－]\s*\d{3}[\dXx]", re.IGNORECASE)


_CN = re.compile(r"\bCN\s*[:：]?\s*\d{2}\s*[-—–－]\s*\d{4,5}")


ISSUE_LINE = re.compile(
    r"(?:(?:19|20)\d\d|[一二〇零○九八七六五四三]{4})\s*年\s*(?:第?\s*[\dA-Za-z一二三四五六七八九十]+(?:\s*[-—～~、/合]\s*[\d一二三四五六七八九十]+)?\s*[期號号]|第\s*[\d一二三四五六七八九十]+\s*[辑輯]"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:[号號刊]|[\s，,·（(]*第\s*[\d一二三四五六七八九十百〇零]+\s*[期號号])|[春夏秋冬]季[刊号號卷])"
    r"|(?:19|20)\d\d\s*[·・•./．\s]\s*(?:[春夏秋冬]季?|\d{1,2}\s*月)[号號卷]"
    r"|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5}\s*年\s*[春夏秋冬]季?[刊号號卷]"
    r"|(?:19|20)\d\d\s*年\s*[·・•]?\s*[春夏秋冬](?:\s*(?:卷|号|號|刊)|\s+[总總]?第\s*\d+\s*[期辑輯])"
    r"|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[號号]"
    r"|总\s*第\s*[\d一二三四五六七八九十百〇零]+\s*期|總\s*第\s*[\d一二三四五六七八九十百〇零]+\s*期"
    r"|(?:19|20)\d\d\s*年?\s*(?:半月|双月|雙月|[旬周週月季年])刊\s+N[oO][.．]?\s*\d{1,3}(?!\d)"
    r"|第\s*[\d一二三四五六七八九十百〇零]+\s*[卷期]\s*(?:[,，\s]*第\s*[\d一二三四五六七八九十百〇零]+\s*期)"
    rf"|(?<![^\n])[{HAN}]{{2,10}}[ \u3000]+第\s*[\d一二三四五六七八九十百〇零]+\s*[辑輯](?![^\n])"
)


SHORT_ISSUE = re.compile(
    r"^\W*(?P<y>(?:19|20)\d\d)\s*(?:[年./·•・—－–|｜\-]\s*|\s)(?:第\s*)?(?P<n>0?[1-9]|[1-4]\d|5[0-3])\s*[期号號]?(?:\s+(?:VOL|NO|ISSUE|总|總)\b.*|[\s（(]*[总總]\s*第?.*)?$",
    re.IGNORECASE,
)
"""2023·8, 2021 5, 2023.04 VOL.096: the year, and the number or the month of the issue."""


NAMED_ISSUE = re.compile(
    rf"^(?P<name>[{HAN}]{{2,10}}(?:[ \u3000]+[A-Z][A-Za-z&]*)*)[ \u3000]+(?P<rest>(?:19|20)\d\d\s*[./·]\s*\d{{1,2}}(?:[ \u3000]+(?:VOL|NO|Vol|No)\.?\s*\d{{1,4}})?)$"
)
"""某刊 SOME PAPER　2015.03　VOL.27: name and issue on a line."""
_STROKE = re.compile(
    r"(?:^|(?<=[\s　]))(?P<label>[^\s：:/／_]+(?:[ 　]+[^\s：:/／_]){0,5}?)[ 　]*[/／_][ 　]*(?=(?P<value>\S+))"
)


_SHARED = MASTHEAD_LABELS | WRITING | PICTURES
"""What stands behind a stroke and is another label of the same entry: 主编/编辑, 摄影/撰文."""


_OTHERWISE = re.compile(
    r"^\s*[●▪■◆•◇□★▸▶·*]?\s*"
    r"(?:[【\[〔（(［]\s*(?P<framed>[^\s】\]〕）)］]{2,12})\s*[】\]〕）)］]\s*[：:]?"
    r"|(?P<label>[^\s：:|｜…—=＝»>＞·•]{2,12}?)\s*(?:[：:|｜=＝·•»>＞]|—{1,2}|…{1,2}|\s[-–]\s)\s*)"
    r"\s*(?P<value>(?!\d{1,3}\s*$)[^\s|｜…].*)$"
)
"""●主编：某某, 【主编】某某, 主编｜某某, 主编——某某: a label in other forms."""
_OF_ARTICLES = frozenset(
    [
        "编辑",
        "責任編輯",
        "责任编辑",
        "责编",
        "編輯",
        "校对",
        "責任校對",
        "责任校对",
        "摄影",
        "攝影",
        "设计",
        "設計",
        "美编",
        "插画",
        "插畫",
        "制图",
        "摄影记者",
        "版式设计",
        "翻译",
        "英文翻译",
        "执行编辑",
        "文字编辑",
        "图片编辑",
        "视觉设计",
        "记者",
        "编审",
        "联系人",
        "投稿",
        "来稿",
        "声明",
        "启事",
        "顾问",
        "委员",
        "新媒体",
        "运营",
    ]
)
"""Labels that stand beside articles as well, for which a colon alone tells the masthead."""


def _with_colon(text: str, *, sure: bool) -> str:
    """A line with a colon behind the label that other marks part from what it says.

    What stands beside articles as well is no ``sure`` label.
    """
    hit = _OTHERWISE.match(text)
    label = squeeze(hit["framed"] or hit["label"]) if hit is not None else ""
    if hit is None or label not in MASTHEAD_LABELS or (sure and label in _OF_ARTICLES):
        return text
    return f"{label}：{hit['value']}"


def with_colons(text: str, *, sure: bool = False) -> str:
    """The line with colons behind its labels where strokes stand: 發 行 人／賴素華, 主编_沈一帆.

    So has one whose label stands in other forms, if it is ``sure`` to be of a masthead.
    """
    if width(text) <= _WIDEST:
        text = _with_colon(text, sure=sure)
    if not any(mark in text for mark in "/／_") or "：" in text or width(text) > _WIDEST:
        return text

    def colon(hit: re.Match[str]) -> str:
        value = re.split("[/／]", hit["value"])[0]
        known = squeeze(hit["label"]) in MASTHEAD_LABELS and value not in _SHARED
        return f"{hit['label']}：" if known else hit[0]

    return _STROKE.sub(colon, text)


def _masthead_label(text: str) -> str:
    """The label of a masthead line without its letter-spacing, "" if it has none."""
    hit = _LABELLED.match(with_colons(text, sure=True))
    if hit is None:
        return ""
    return _AROUND.sub("", squeeze(hit["label"]))


def label_of(text: str) -> tuple[str, str, bool]:
    """The label that opens a line of a masthead, what it says, and whether a colon parts the two.

    "" twice for what no label opens, or one that stands beside articles as well, unless it is
    that of those who edit and names a house.
    """
    hit = _LABELLED.match(with_colons(text, sure=True))
    if hit is not None:
        label, value = _AROUND.sub("", squeeze(hit["label"])), hit["value"].strip()
    else:
        words = text.split()
        label = spaced_label(text, MASTHEAD_LABELS)
        value = " ".join(words[len(label) or 1 :])
        label = label or words[0]
    known = label in MASTHEAD_LABELS and (label not in _OF_ARTICLES or value.endswith(_DESKS))
    return (label, value, hit is not None) if known else ("", "", False)


_DESKS = ("编辑部", "編輯部")
_AROUND = re.compile(r"^本期(?=.)|[（(][^（()）]*[）)]$")
"""编委（按姓氏笔画）, 本期执行编辑: what stands around a label."""
_OWN = re.compile(r"^(?:本[报報刊社]|报社|報社|编辑部)(?=.)")
_PAIR = re.compile(r"(?:^|\s)(?P<label>\S{2,12}?)\s*[：:]\s*\S")
_WIDEST = 200
"""Em of a line that tells several things one behind the other."""


def count_labels(text: str) -> int:
    """How many labels of a masthead stand in a line: 社址：……　电话：……　定价：……."""
    text = with_colons(text, sure=True)
    if not ("：" in text or ":" in text) or width(text) > _WIDEST:
        return 0
    names = (_AROUND.sub("", squeeze(hit["label"])) for hit in _PAIR.finditer(text))
    return sum(
        1 for name in names if name in MASTHEAD_LABELS or _OWN.sub("", name) in MASTHEAD_LABELS
    )


_MOST_SPACED = 6
"""Characters of the longest label that is letter-spaced."""


def spaced_label(text: str, labels: Collection[str]) -> str:
    """The letter-spaced label that opens a line before a blank: 發 行 人　洪清泉, 電　　話　…….

    "" if there is none.
    """
    words = text.split()
    for count in range(2, min(_MOST_SPACED, len(words) - 1) + 1):
        if any(len(word) > 1 for word in words[:count]):
            return ""
        if (label := "".join(words[:count])) in labels:
            return label
    return ""


_PRICE = re.compile(
    r"^(?:每[册冊本期份])\s*(?:售价|售價|定价|定價|零售)?\s*(?:[港澳][币幣]|人民[币幣]|新?[台臺][币幣]|HK\$|NT\$|RMB|[¥￥$])?"
    r"\s*(?:[\d.]{1,6}|[〇零一二三四五六七八九十百]{1,6})\s*(?:[元圆圓]|港[元币幣])[一二三四五六七八九十角分毫整正]{0,4}$"
)


def is_price(text: str) -> bool:
    """True for 每冊港幣三十五元: what an issue costs, without a colon."""
    plain = text.strip()
    return plain[:1] == "每" and len(plain) <= 32 and _PRICE.match(plain) is not None


_ENTRY = re.compile(r"^[^/／]+?\s[/／]\s[^/／]+\s[/／]\s*\d{1,3}\s*$")
"""标题 / 摄影、文字：某某 / 7: an entry of the contents, with what its author has done."""
_LED_TO_PAGE = re.compile(
    r"^(?P<label>[^\s…⋯.．·]{2,8})(?:\s*(?:[…⋯]+|[.．·]{3,})\s*|[ \t\u3000]{2,})[（(]?\s*[\dlIO]{1,3}\s*[）)]?\s*$"
)
"""读者来信 …… 16: an entry of the contents whose title is a word that labels a masthead as well."""
_COUNTED = re.compile("[价價数數量话話线線真]$|^开本$|^開本$")
"""印数 …… 800: what a number of no page stands behind."""


def is_masthead_line(text: str, extra: Collection[str] = ()) -> bool:
    """True if a line by itself looks like one of a masthead; ``extra`` are further labels."""
    if not text:
        return False
    if len(text) > 80 and width(text) > 80:
        return count_labels(text) >= 2
    if text[-1].isdecimal() and _ENTRY.match(text):
        return False
    led = _LED_TO_PAGE.match(text.strip())
    if led is not None and not _COUNTED.search(led["label"]):
        return False
    label = _masthead_label(text)
    if label and (
        label in MASTHEAD_LABELS
        or label in extra
        or any(part in MASTHEAD_LABELS for part in re.split(r"[/／、]", label))
    ):
        return True
    if _ISSN.search(text) or _CN.search(text):
        return True
    if spaced_label(text, MASTHEAD_LABELS) or is_price(text):
        return True
    first = squeeze(re.split(r"[\s　]{1,}", text.strip(), maxsplit=1)[0])
    joined = MASTHEAD_LABELS.issuperset(re.split("[/／、]", first))
    return joined and first != squeeze(text) and not ends_sentence(text)
