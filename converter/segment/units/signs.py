"""The looks of single lines: numbers, speakers, bylines, verse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, squeeze, width
from converter.names import is_body, is_name, is_office, split_names
from converter.names.house import HOUSE, TEAM
from converter.segment.units.unit import indent_of
from converter.source import Line

MEASURE = (
    "(?:%|％|岁|歲|公里|倍|秒|小时|小時|厘米|毫米|千米|千克|公斤|毫升|吨|噸|"
    "摄氏度|攝氏度|℃|亩|畝|世纪|世紀|[多余餘][年个個人万萬次名家位])"
)
"""What a number and a blank before it count, and no heading begins with: 60 秒, 30 多家."""
TWO_OF_THEM = re.compile(
    "^(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)"
    "(?:年[级級]|[线線等楼樓班次级級层層轮輪期号號位天两兩组組个個月日中]|产业|產業|季度)"
)
"""一、二年级, with which a line may begin."""
LABEL = rf"(?:(?:[{HAN}]{{2}}(?:链接|鏈接|連結)|延伸[阅閱][读讀]|名[词詞]解[释釋]|小[贴貼]士|小[档檔]案|小[知常][识識]|小[资資]料|[专專][栏欄]\s?\d{{1,2}})(?:\s*[：:|｜]|\u3000))"
"""What many magazines call their boxes, before a text on the same line; no sentence goes on so."""
NUMBERED = re.compile(
    rf"^(?!\d{{1,2}}[ \t]+{MEASURE})"
    r"(?:第[一二三四五六七八九十百]+[章节編编篇部讲]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[、.．](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,3}\s+(?=\D)|\d{1,2}\s+(?=[\u4e00-\u9fff“《])|[①-⑳]|【|——|[•●○■□◆◇◎⊙▲△★☆※▌▍▎▏▋▊]"
    rf"|#|\||链接|鏈接|{LABEL}"
    rf"|(?:1[5-9]|20)\d\d年\u3000+(?=\S)|［[{HAN}]{{2,8}}］(?=\s|$)|[〔〖][{HAN}]{{2,8}}[〕〗](?=\s|$)|《[{HAN}]{{2,6}}》\u3000"
    r"|[\[［〔]\d{1,3}[\]］〕]|参考文献\s*[：:]?$|參考文獻\s*[：:]?$|\*\*[^*。]{2,30}\*\*$)"
)


BULLET = re.compile(r"^(?P<mark>[-*+])\s+(?=[^\s\-*+|]|\*\*[^\s*])")
"""An item of a list in Markdown."""


REFERENCES = re.compile(
    r"^[【\[［〔﹝]?(?:参\s*考\s*文\s*献|參\s*考\s*文\s*獻|注\s*释|註\s*釋)[】\]］〕﹞]?\s*[：:]?$"
)


HEADING_LINE = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节部篇]|[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:[.．]\d{1,2}){0,3}[、.．]?\s+\D|\d{1,2}[、.．](?!\d)|\*\*[^*。]{2,30}\*\*$)"
)


SPEAKER = re.compile(
    rf"^(?:[^\s，。：；！？（）“”│┃｜]{{1,10}}|[{HAN}][ \u3000]{{1,2}}[{HAN}])[：│┃｜]"
)
"""某某：, and 记　者：, which is as wide as the names of three characters."""


APPARATUS = re.compile(
    r"^[*＊※]?\s*[【\[［〔﹝（(]?\s*(?:(?:收稿|来稿|來稿|投稿|修回|返修|修改|修订|修訂|接受|录用|錄用|定稿|网络首发|網路首發|网路首发|网络出版|出版)(?:[日曰]期|时间|時間|(?=\s*[:：│｜|丨┃]\s*\d{4}))|(?:基金|资助|資助|课题|課題)(?:项[目日]|項[目日]|资助|資助|来源|來源)?|"
    r"(?:第一|通[讯信訊])?作者(?:[简筒]介|单位|介绍|[簡筒]介|單位|介紹)|作者|通[讯信訊](?:作者|联系人|聯絡人|联络人)|(?:中图|中圖)?(?:分类号|分類號)|中图法分类号|文献标[识志]码|文獻標[識誌]碼|文章编号|文章編號|文章编码|引用(?:格式|本文)|本文引用格式|责任编辑|責任編輯|责编|責編|摘\s*要|内容提要|內容提要|关\s*键\s*[词字]|關\s*鍵\s*[詞字])"
    r"\s*(?:[】\]］〕﹞）)]\s*[:：]?|[:：│｜|丨┃])\s*\S"
    r"|^[*＊]?\s*(?:本文|本研究|该文|本成果)(?:系|受|获|得到|[是为](?=[^。，]{0,24}(?:科学|社科|基金|专项|重点|一般|青年)))[^。，]{4,60}(?:基金|项目|课题|规划|资助|成果)"
    r"|^(?:DOI|doi)\s*[:：]\s*\S|^[【\[［]?\s*(?:Abstract|ABSTRACT|Key\s?[Ww]ords|KEY\s?WORDS|Keywords)\s*(?:[】\]］]\s*[:：]?|[:：│｜|丨┃])"
)
"""What stands at the head and foot of an article in a learned journal: 收稿日期：……, [作者简介]……."""


SIGNED_ABROAD = re.compile(
    r"^[A-Z][A-Z’'-]+ [A-Z][a-z]+(?:-[A-Za-z]+)?[\d*¹²³⁴⁵,，]*(?:[,，;；] ?(?:and )?[A-Z][A-Z’'-]+ [A-Z][a-z]+(?:-[A-Za-z]+)?[\d*¹²³⁴⁵]*)*[.,，]?$"
)
"""HE Jing¹, FANG Yichuan²: the authors below the title in English."""
CITED = re.compile(r"^[\[［〔]\d{1,3}[\]］〕]")
"""The number of a cited work."""
STARRED = re.compile(r"^[*＊†‡]\s?(?=[\u4e00-\u9fff])")
"""*本文系……, what a star beside the title or the author calls for."""
STAGE = re.compile(
    r"【(?:目的|意义|背景|目标|方法|材料与方法|结果|结论|创新点|进展|展望|局限|价值)】"
)
"""What an abstract tells part by part: 【目的】……【方法】……."""
_CITED_PAGE = r"\s?[（(][Pp]\.?\s?\d[\d\s,，、—–-]{0,16}[)）]"
"""(P8-30), behind the number of a cited work."""
CALLED_ALONE = re.compile(rf"^[\[［〔]\d{{1,3}}[\]］〕]{_CITED_PAGE}[。；，]?$")
"""[1](P57) and nothing more: the end of a paragraph for which its last line had no room."""
CALLED = re.compile(
    rf"^[\[［〔]\d{{1,3}}(?:[-—–,，、]\d{{1,3}})*[\]］〕](?:{_CITED_PAGE})?(?:[，。、；：]|(?!参见|参阅|详见|见|参|同前|同上|前引|前揭|引自|转引|载|另见|例如|如|原文|该)[{HAN}“](?![^。，；]{{1,24}}[：:]\s*[《“〈])(?!.*(?:[\[［][A-Z](?:/OL)?[\]］]|\d(?:页|版)[。，]?$)))"
)
"""The call of a note or a work at the head of a line, behind which its sentence goes on."""


FOOT_NOTE = re.compile(
    r"^[①-⑳]\s*(?:[^，。；：]{1,24}[：:]\s*[《“]|(?:参见|參見|见|見|引自|转引自|轉引自|载|載|出自)?《|同上|同前)"
)
"""The first line of a note at the foot of a page, which tells a work: ①张水：《渡口志》……."""


LED = re.compile(
    r"^[^，。；：！？]{1,24}?\s*(?:[·.．…⋯‥・\-—_]\s?){5,}\s*[^\s，。；！？·.…][^，。；！？]{0,23}$"
)
"""A name, leaders, and something behind them."""
INDEXED = re.compile(
    r"^\S[^。！？]{2,60}?(?:[·.．…⋯‥・]\s?){5,}\s*[^。！？；·.．…]{0,30}?[（(]?\d{1,2}\s*[·•・.．:：/]\s*\d{1,4}[）)]?$"
)
"""某某考……………某某（4·61）: an entry of the index of a year, with issue and page."""
EXPOSURE = re.compile(
    r"^(?=.*(?:[fF]\s?/?\s?\d|ISO|1/\d+))(?:光圈|快[门門]|焦距|曝光|感光度|ISO|相[机機]|器材|[机機]身|[镜鏡]头?|[fF]\s?/)"
    r"[^。！？]{0,60}$"
)
"""光圈 f/4　快门 1/60s　ISO 1600: how a picture was taken."""
PAIRED = re.compile(
    rf"^(?P<label>[{HAN}]{{1,6}}[：:])[^。；！？]*?(?:\u3000+| {{2,}})[{HAN}]{{1,6}}[：:]?[^。！？]*$"
)
"""有：某物　求：某物　联系：某某: several things of one kind on a line."""
ROW = 80
"""Characters of the longest row of a roll."""
TIMED = re.compile(
    r"^(?:(?:19|20)\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]"
    r"[^，。；！？]{0,16}?(?:\u3000{1,}| {2,})\s*[^，。；！？]{2,30}$"
)
"""八月十六日（日）上午九时　　讲座: when something will be, a wide blank, and what."""
COLUMNS = re.compile(r"^\S{1,16}(?:(?: {2,}|\t+|\u3000{2,})\S{1,16}){2,}$")
"""A row of a table whose cells are parted by wide blanks."""


def are_paired(text: str, other: str) -> bool:
    """True for two lines of pairs that begin with one label: 有：……　求：…… over 有：……　求：……."""
    one = PAIRED.match(text)
    two = PAIRED.match(other) if one is not None else None
    return one is not None and two is not None and one["label"] == two["label"]


_OFFICE = 4
"""The least characters of an office before the name of who holds it."""
_NAME_AND_OFFICE = re.compile(r"^[^\s，。；：？！]{2,4}\s*（[^（）]{4,40}）$")


_STAFF_LINE = re.compile(
    r"^(?:本刊|本报|特约|特邀|驻\S{2,4})?\s*(?:记者|通讯员|评论员|撰稿人?|编辑|作者|撰文|文字?|採訪|采访|記者|通訊員)\s*[：:/／|｜\s]\s*(?:\S{2,4}|\S\s\S)(?:[\s、，,/／]+\S{1,4}){0,6}$"
)


_POSTED = re.compile(
    rf"^(?:撰文|撰稿|采写|採寫|采访|採訪|采访整理|採訪整理|口述|整理|执笔|執筆)[ \u3000]+[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}\s*[（(][^（）()，。]{{2,24}}[）)]"
)
"""撰稿 某某（本刊记者）, and perhaps others behind."""


_CREDITED = re.compile(
    r"^(?:文|图|圖|图文|文图|[文图圖]\s?[・·.．&＆、]\s?[文图圖]|撰文|采访整理|採訪整理|(?:采访|採訪|口述)[・·．.&＆](?:撰文|整理|摄影|攝影)|采访|採訪|采写|採寫|摄影|攝影|整理|口述|主持|编辑|編輯|责编|责任编辑|責任編輯|校对|編譯|编译|翻译|插图|插圖|供图|供圖|统筹|策划)\s*[|｜/／：:]\s*"
    r"(?:(?:本刊|本报|本報|特约|特約|实习|见习|驻\S{2,4})*(?:记者|記者|撰稿人?|通讯员|编辑|评论员)\s*)?(?P<names>\S.{0,30})$"
)
"""A work and who did it: 文|某某, 编辑 | 某某 校对 | 某某."""


def is_credited(text: str) -> bool:
    """True for a line that says who wrote, took the pictures or read the proofs."""
    hit = _CREDITED.match(text) if len(text) <= 48 else None
    if hit is None or text[-1] in "，。、；：？！”":
        return False
    # A bar may stand before the names, too: 文/本刊记者 |何远岗.
    names = re.split(r"[|｜/／：:]", hit["names"].lstrip("|｜/／：: \u3000"), maxsplit=1)[0]
    if not names.strip():
        return False
    first = names.split()[0]
    return is_name(first) or split_names(names) is not None or is_body(first)


def opens_foot(text: str) -> bool:
    """True for the first line of what stands at the foot of a page: a label, a star, a note."""
    plain = text.strip()
    return bool(APPARATUS.match(plain) or STARRED.match(plain) or _NOTED.match(plain))


_NOTED = re.compile(r"^(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳])")


_FACT_WORDS = (
    "导演 導演 编导 編導 编剧 編劇 原著 改编 改編 主演 演员 演員 领衔主演 出演 配音 片名 片长 片長 类型 類型 上映 上映日期 首映 首演 首播 "
    "集数 集數 平台 评分 評分 得分 得票 票数 票房 出品 出品人 制片 制片人 製片 监制 監製 摄影 攝影 美术 美術 剪辑 剪輯 音乐 音樂 作曲 作词 作詞 "
    "编舞 編舞 舞美 舞美设计 舞台设计 灯光 灯光设计 服装 造型 演出 演出单位 演出团体 演出时间 演出地点 指挥 指揮 乐团 樂團 演奏 独唱 "
    "经文 經文 读经 讀經 金句 证道 證道 讲员 講員 展览 展覽 展名 策展 策展人 展期 展地 展览地点 参展 艺术家 时间 時間 日期 地点 地點 场地 場地 场馆 票价 票價 门票 門票 语言 語言 国家 地区 年份 "
    "书名 書名 译者 譯者 出版社 出版 出版时间 版次 定价 定價 页数 頁數 开本 装帧 字数 材质 材質 尺寸 规格 收藏 藏地 主办 主辦 承办 协办 开放时间 開放時間"
)
_FACT = re.compile(
    rf"^(?:{'|'.join(sorted(_FACT_WORDS.split(), key=lambda word: (-len(word), word)))})\s*[：:]\s*(?=\S)"
)


def is_fact(text: str) -> bool:
    """导演：某某, 片长：96分钟, 展期：……: a fact about a film, a play, a show or a book."""
    hit = _FACT.match(text) if len(text) <= 64 and ("：" in text[:9] or ":" in text[:9]) else None
    if hit is None or ends_sentence(text) or "。" in text:
        return False
    return not (_COUNTING.match(text) and _COUNTS.search(text, hit.end()) is None)


_COUNTING = re.compile(
    r"^(?:定[价價]|[票门門][价價票]|[页頁]数|頁數|字数|片[长長]|集[数數]|[评評]分|票[数數房])\s*[：:]"
)
_COUNTS = re.compile(r"[\d元页頁集分钟鐘万萬]|免[费費票]")
"""What stands behind 定价, and not in 定价：让三方都过得去, a heading."""


def tells_facts(text: str) -> bool:
    """导演：某某　得票：15: several facts on a line."""
    parts = re.split(r"[\s\u3000|｜]+(?=\S{2,5}[：:])", text) if len(text) <= 64 else []
    return len(parts) > 1 and all(map(is_fact, parts))


_COUNT = r"[一二三四五六七八九十百\d]{1,4}"
_TERM = (
    "(?:立[春夏秋冬]|雨水|[惊驚][蛰蟄]|[春秋]分|清明|[谷穀]雨|小[满滿]|芒[种種]|[夏冬]至|[大小][暑寒雪]|[处處]暑|白露|寒露|霜降"
    "|元旦|除夕|春[节節]|元宵[节節]?|端[午阳陽][节節]?|七夕|中秋[节節]?|重[阳陽][节節]?|[腊臘]八[节節]?|小年)"
)
"""The solar terms and the days that are kept."""
DAY = re.compile(
    rf"^(?P<day>第\s*{_COUNT}\s*[天日夜周站晚]|(?:(?:19|20)\d\d\s*年\s*)?{_COUNT}\s*月\s*{_COUNT}\s*[日号號]|{_COUNT}\s*[日号號]|[闰閏]?[正一二三四五六七八九十冬腊臘]{{1,2}}月(?:初|廿|卅)?[一二三四五六七八九十]{{1,3}}(?![日号號]))"
    r"(?P<week>\s*[（(，,]?\s*(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\s*[）)]?)?"
    rf"(?P<term>[\s，,·]+{_TERM}|[（(]{_TERM}[）)])?"
    r"(?P<weather>[\s，,·]*[（(]?(?=[^\s（(]*[晴阴陰雨雪云雲风風雾霧霜热熱冷寒月霾暖凉涼露])[晴阴陰雨雪云雲风風雾霧霜热熱冷寒月霾暖凉涼露多小中大阵陣暴雷微转轉到间間夹夾有无無毛细細初夜午后後～\-—闷悶]{1,8}(?:[，,](?=[^，。]*[晴阴陰雨雪云雲风風])[^\s，。；]{1,6})?[）)]?)?$"
)
"""The heading of a day in a diary: 10月13日（星期五）中雨, 第三天　晴, 五月二十日　小满."""


def is_day(text: str) -> bool:
    """True for the heading of a day that has its weekday, its weather or its solar term beside it."""
    hit = (
        DAY.match(text)
        if len(text) <= 24 and text[0] in "第0123456789一二三四五六七八九十正冬腊臘闰閏"
        else None
    )
    return hit is not None and bool(hit["week"] or hit["weather"] or hit["term"])


_DAYS = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日?\s*[–—~～至-]{1,2}\s*"
    r"(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日$"
)


def is_days(text: str) -> bool:
    """True for 10月24—26日 alone: when a meeting is, which heads no text."""
    return len(text) <= 24 and text[:1].isdecimal() and _DAYS.match(text) is not None


_IMPRINT = re.compile(
    rf"^(?:[〔\[［（(][{HAN}]{{1,4}}[〕\]］）)])?\s*[{HAN}A-Za-z·][{HAN}A-Za-z·\s、，]{{1,30}}?\s*(?:主编|主編|编著|編著|著绘|等?著|编|編|撰|绘|繪|译|譯|(?<=\s)[文图圖画畫])[\s/／，]+.*"
    r"(?:(?:出版社|书局|書局|书店|書店|书屋|書屋|书房|書房|印书馆|印書館|公司|文化|[书書传傳]?[社媒])\s*[，,/／·]?\s*(?:(?:19|20)\d\d\s*(?:年|[.．/-])|[定售]?[价價])"
    r"|(?:[定售][价價])\s*[：:]?\s*[A-Z]{0,3}[$＄￥¥]?\s*\d)"
)


_BOOK = re.compile(
    r"^《[^《》]{1,40}》\s*[，,、/／\s]\s*[^。；：]{1,40}?(?:[著编編撰译譯绘繪]|主编|主編|[编編]纂|[编編][写寫著]|校注|[点點]校)\s*[，,、/／\s]\s*[^。；：]{2,30}?"
    r"[，,、/／\s]*(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月)?\s*(?:(?:第\s*[\d一二三四五六]{1,2}\s*|初)?版|出版|[印刊]行|[内內]部?印[行制製])?"
    r"(?:[，,、/／\s]*\d{2,4}\s*[页頁])?[，,、/／\s]*(?:(?:[定售][价價]|工本[费費])\s*[：:]?\s*)?(?:[￥¥]|HK\$|NT\$|港[币幣]|新[台臺][币幣])?\s*(?:\d+(?:\.\d+)?|[〇○零一二三四五六七八九十百千]{2,8}(?=\s*元))\s*元?。?$"
)
"""《某书》，某某著，某某书局2021年3月版，48.00元; ……，2021年3月，312页，48.00元。; ……，2021年3月印行，工本费20元。"""


def is_imprint(text: str) -> bool:
    """某某 著　某某出版社　2023年5月　定价：48元: the imprint of a book, under its title.

    Of picture books the works are 文 and 图.
    """
    if len(text) > 80 or not ("年" in text or "20" in text or "定" in text):
        return False
    if text[0] == "《" and _BOOK.match(text) is not None:
        return True
    return text[-1] not in "。，；：" and _IMPRINT.match(text) is not None


_PRICE = re.compile(
    r"^(?:[定售][价價]|开本|開本|字数|字數|页数|頁數|ISBN)\s*[：:]?\s*[^\s，。]{1,24}$|^(?:[￥¥]\s*)?\d{1,4}\.\d\d\s*元$"
)


def is_price(text: str) -> bool:
    """定价：56.00元: the rest of the imprint of a book."""
    return len(text) <= 32 and _PRICE.match(text) is not None


PICTURE_WORK = "摄影|攝影|供图|供圖|手绘|手繪|绘图|繪圖|绘画|繪畫|插画|插畫|插图|插圖|制图|製圖|漫画|漫畫|速写|速寫"
"""What is done for a picture."""
_TAKEN_BY = re.compile(
    rf"(?:{PICTURE_WORK}|图片来源|圖片來源|图片|圖片)\s*[/／｜|：:]\s*(?:本[刊报報社](?:记者|記者|编辑|編輯)\s*)?(?:[{HAN}·]{{2,8}}|[{HAN}](?:\s[{HAN}]){{1,2}})$|[{HAN}]{{2,4}}\s*[/／｜|丨]\s*(?:{PICTURE_WORK}|摄|攝)[）)]?$"
    r"|^《[^《》]{1,24}》\s*[（(][^（）()]{1,14}[摄攝绘繪画畫作书書][）)]$"
)


_TOOK = re.compile(
    rf"(?:[。！？”）]\s*|[ \u3000])(?:(?:本[刊报報社])?(?:记者|記者|通讯员|通訊員)\s*)?(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s*[摄攝绘繪]$"
)
"""某某在传习所示范。 某某 摄."""
_SPREAD_TOOK = re.compile(rf"[。！？”）]\s*[{HAN}][ \u3000]+[{HAN}][ \u3000]+[摄攝绘繪]$")
"""……示范。青　禾　摄: a name that is letter-spaced may be any pen name."""


def is_credited_picture(text: str) -> bool:
    """某某与他的第三口锅。摄影／某某: a caption, which ends with who took the picture."""
    if not 6 <= len(text) <= 60:
        return False
    hit = _TOOK.search(text) if text[-1] in "摄攝绘繪" else None
    if hit is not None and (_SPREAD_TOOK.search(text) or is_name(squeeze(hit["name"]))):
        return True
    return _TAKEN_BY.search(text) is not None


_ARABIC = re.compile(r"^[（(]?(?P<n>\d{1,2})[、.．）)]")


def is_verse(lines: list[Line]) -> bool:
    """True for at least three short ragged lines, most of them ended by sense, not by measure."""
    texts = [line.text.strip() for line in lines]
    if len(texts) < 3:
        return False
    widths = [width(text) for text in texts]
    if max(widths) > 24 or any(
        NUMBERED.match(text) or _speaks(text) or BULLET.match(text) for text in texts
    ):
        return False
    if any(map(APPARATUS.match, texts)) or _WORKS.match(texts[0]) or any(map(_ABOUT.match, texts)):
        return False  # an abstract, and the title and the authors over it; works; who wrote it
    if _is_prose(lines, texts) or _head_sentences(lines, texts) or _tears_words(texts, widths):
        return False
    widest = max(widths)
    if widest > _REGULAR and _fill_column(widths) and any(is_han(text[-1]) for text in texts[:-1]):
        return False
    ended = sum(1 for text in texts if ends_sentence(text))
    if widest <= 12 and ended * 3 <= len(texts):
        return True  # free verse: lines too short for any measure
    filled = sum(1 for size in widths[:-1] if size >= widest - 1.5)
    marked = sum(1 for text in texts[:-1] if not is_han(text[-1]))
    even = max(widths) - min(widths) <= 2.5 and widest <= 16
    if even and marked * 2 >= len(texts):
        return True  # regular verse: lines of one length, each ended by a mark
    return filled * 2 <= len(texts) and widest <= 22


def _speaks(text: str) -> bool:
    """True for 某某：……, but not for 一生只做一件事：, a line of a poem that the next one tells."""
    told = len(text) >= _TOLD and text[-1] in "：:" and "同志" not in text
    return SPEAKER.match(text) is not None and not told


_TOLD = 8
"""Characters of such a line at least: 编辑同志： begins a letter, and 任命： a list."""


_WORKS = re.compile(
    r"^[【\[［〔]?(?:主要)?(?:[参參]考|引用)(?:文[献獻]|[书書]目|[资資]料)[】\]］〕]?[：:]?$"
)
"""参考书目, over the works."""
_ABOUT = re.compile(r"^[（(](?:本文)?作者(?:[简簡]介|[单單]位)?[系係为為是：:]")
"""（作者系某校教授）, below the last lines of a text."""
_REGULAR = 16
"""Em of the longest line of regular verse."""
_INDENT, _EARLY = 2.6, 1.5
"""Em by which the first line of a paragraph is shorter whose indent OCR has taken away, and any other."""


def _fill_column(widths: Sequence[float]) -> bool:
    """True for lines of a column, the last of a paragraph left aside, and its first without the indent."""
    widest = max(widths)
    return widths[0] >= widest - _INDENT and min(widths[1:-1]) >= widest - _EARLY


def _tears_words(texts: Sequence[str], widths: Sequence[float]) -> bool:
    """True for even lines of one sentence that break off in words: ……用了六十一 | 年，铁尖……，木头没 | 有换过。.

    No line of verse begins with the one character that the clause above it lacks.
    """
    *full, last = texts
    even = min(widths[:-1]) >= max(widths) - _EARLY and widths[-1] < widths[0]
    if not even or not ends_sentence(last) or not all(is_han(text[-1]) for text in full):
        return False
    return any(_LEFT_OVER.match(text) for text in texts[1:])


_LEFT_OVER = re.compile(r"[^\W\d啊呀哦噢唉哎嗯呵嗨喂哈][，、。；]")


def _head_sentences(lines: Sequence[Line], texts: Sequence[str]) -> bool:
    """True for a few words without a mark over each of some sentences: 教学难点 over what that is.

    The sentences are indented, or far longer than what heads them.
    """
    heads = [not ends_sentence(text) for text in texts]
    if all(heads) or any(a == b for a, b in pairwise(heads)):
        return False
    words = [text for text, head in zip(texts, heads, strict=True) if head]
    told = [text for text, head in zip(texts, heads, strict=True) if not head]
    if not all(is_han(text[-1]) for text in words):
        return False
    indents = [indent_of(line.text) >= 1 for line in lines]
    set_in = all(indent != head for indent, head in zip(indents, heads, strict=True))
    return set_in or min(map(width, told)) >= _LONGER * max(map(width, words))


_LONGER = 2
"""By so much a sentence is longer than the heading over it."""


_RUNS_ON = re.compile(r"[。！？；][^。！？；”』」）…]*[\u4e00-\u9fff]$")
_CUT_SHORT = re.compile(r"[^，：]{5,}[，：][\u4e00-\u9fff]{1,2}$")
"""A line that breaks off with the first words of a clause, as the last of a page does."""


_PARTED = re.compile(r"[，。！？；：、][^，。！？；：、]*[\u4e00-\u9fff]")


_COLUMN = 12
"""Em of the narrowest column of prose."""


def _is_prose(lines: list[Line], texts: list[str]) -> bool:
    """True if full lines follow an indented one, or sentences begin within lines.

    A line of verse may hold two clauses, and then ends with the second; it hardly ends in the
    middle of its second sentence.
    """
    opened = [at for at, line in enumerate(lines) if indent_of(line.text) >= 1.5]
    if opened and opened[-1] < len(lines) - 2:
        inner = [width(text) for text in texts[opened[-1] + 1 : -1]]
        if min(inner) >= max(map(width, texts)) - 1.5:
            return True  # full lines below an indented one
    if _hangs(lines, texts) or sum(map(is_speech, texts)) * 2 >= len(texts):
        return True
    cut = sum(_CUT_SHORT.search(text) is not None for text in texts)
    if cut > 1 and any("。" in text[:-1] for text in texts):
        return True
    if texts[-2][-1] == "。" and _CUT_SHORT.search(texts[-1]):
        return True
    if sum(1 for text in texts if _RUNS_ON.search(text)) * 6 >= len(texts):
        return True
    widest = max(map(width, texts))
    if widest < _COLUMN or not any(map(ends_sentence, texts)):
        return False
    parted = sum(1 for text in texts if _PARTED.search(text))
    # Prose breaks its lines where they are full, but for the two em of an indent.
    broken = [width(text) for text in texts if is_han(text[-1])]
    full = sum(1 for size in broken if size >= widest - 3.6)
    return parted * 5 >= len(texts) * 2 and len(broken) >= 2 and full * 5 >= len(broken) * 3


def is_speech(text: str) -> bool:
    """True for a line that is all speech: “……？”, 「……？」."""
    close = _SPOKEN.get(text[0])
    return text[-1] == close and ends_sentence(text) and text.count(text[0]) == 1


_SPOKEN = {"“": "”", "「": "」", "『": "』"}


def _hangs(lines: list[Line], texts: list[str]) -> bool:
    """True for paragraphs: an indent after each full stop, none within a sentence.

    Or a full line with an indent breaks a sentence off, which goes on flush below.
    """
    widest = max(map(width, texts))
    for line, text, below in zip(lines, texts, lines[1:], strict=False):
        indent = indent_of(line.text)
        if (
            widest >= _COLUMN
            and 1.0 <= indent <= 4
            and width(text) + indent >= widest - 1.5
            and is_han(text[-1])
            and indent_of(below.text) < 1
        ):
            return True
    indented = [indent_of(line.text) >= 1.5 for line in lines]
    if not indented[0] or all(indented):
        return False
    return all(
        opens == ends_sentence(before) for opens, before in zip(indented[1:], texts, strict=False)
    )


_HOUSE_LINE = re.compile(
    rf"^[■□◎●○◆◇]?\s*(?:{HOUSE})[{HAN}]{{0,6}}(?:{TEAM}|信箱|记者|記者|编辑|編輯)$"
)
"""本刊测试组: those of the house who sign together."""


def is_byline(text: str) -> bool:
    """A line of names, which is no running text."""
    if len(text) > 48 or text[-1] in "，。、；：":
        return False
    if _HOUSE_LINE.match(text):
        return True
    if split_names(text) is not None or _NAME_AND_OFFICE.match(text) or _STAFF_LINE.match(text):
        return True
    if _POSTED.match(text):
        return True
    return (is_body(text) and 6 <= len(text) <= 24) or is_office_and_name(text)


def is_office_and_name(text: str) -> bool:
    """某县总工会副主任 张三, 某某防疫站 主管医师 张 三 丰: an office or a house, and who holds it."""
    words = text.split()
    cut = len(words) - 1
    while cut > 1 and len(words[cut]) == len(words[cut - 1]) == 1:
        cut -= 1  # a name that is letter-spaced
    offices = words[:cut]
    if not offices or len(offices) > _OFFICES or len(offices[0]) < _OFFICE:
        return False
    if not all(is_han(char) or char == "、" for office in offices for char in office):
        return False
    if not is_name("".join(words[cut:])):
        return False
    return is_office(offices[-1]) or is_body(offices[0])


_OFFICES = 2
"""The house, and what somebody is there."""


def counts_on(text: str, after: str) -> bool:
    """True if two lines are items of one list: 2. … and 3. …."""
    one, other = _ARABIC.match(text), _ARABIC.match(after)
    return one is not None and other is not None and int(other["n"]) == int(one["n"]) + 1


_COUNTED = re.compile(
    r"^(?P<open>[（(]?)(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})(?P<close>[、.．）)])"
)
_BEFORE = {one: before for before, one in pairwise("一二三四五六七八九十")}


def counts_within(text: str, after: str) -> bool:
    """True for 二、…… below ……办法：一、……；: the next point of those that run on in a paragraph."""
    hit = _COUNTED.match(after)
    if hit is None or text[-1:] not in "；，;,":
        return False
    number = hit["n"]
    before = str(int(number) - 1) if number.isdecimal() else _BEFORE.get(number, "")
    form = f"{hit['open']}{before}{hit['close']}"
    return bool(before) and any(f"{mark}{form}" in text for mark in "：:；;，,。")
