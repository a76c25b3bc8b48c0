"""The forms in which bylines are printed: what stands before, between and behind names."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.names.house import DESK, HOUSE, PAPER, POST, RANK
from converter.names.works import (
    GATHERS,
    LEADING,
    PICTURES,
    RECOMMENDS,
    WRITING,
    one_of,
)

ORNAMENT = re.compile(r"^[□■◎○●◇◆△▲☆★※⊙◉▪▫•·|｜/／\-—]+\s*")
WORK = one_of((WRITING | PICTURES | GATHERS) - {"主持人"})
"""A work before those who did it; 主持人：某某（本刊编辑） heads a list of who takes part in a talk."""
PREFIX = re.compile(
    r"^(?P<word>文\s*[/／、·&＆]?\s*(?:图|摄影|摄)|图\s*[/／、]?\s*文|作　者"
    rf"|(?:{WORK})(?=\s*[/／：:｜|])"
    rf"|{one_of(LEADING | GATHERS)})\s*(?:[/／：:｜|]|\s(?=\S))\s*"
)
"""文／, 口述：, and of some works 撰文 with a blank behind it."""
SUFFIX = re.compile(
    rf"^(?P<rest>[^。，；：！？]{{2,24}}?)\s*[/／｜|丨]\s*(?P<word>{one_of(WRITING | PICTURES)})$"
)
STAFF = re.compile(
    rf"^(?P<office>(?:{HOUSE}|《[^》]{{1,16}}》|[\u4e00-\u9fff]{{2,6}}(?:{PAPER}|社))?\s*"
    rf"(?:{RANK}|驻[\u4e00-\u9fff]{{1,6}})*"
    rf"(?:数据组|專題組|专题组|编辑组|报道组|(?:{DESK})副?主[任编編]|{DESK}|摄影记者|整理|{POST}"
    r"|(?<=特约|特約|签约|簽約|专栏|專欄|特邀)(?:作者|作家)))[\]］】]?\s*[：:/／]?\s*(?P<rest>.*)$"
)
RAISED = re.compile(
    r"\$?\s*\^\s*\{?\s*(?P<marks>[\d,，、*＊†‡]{1,8})(?:\s*(?:\^|\}\s*\$|\}|\$))?|<sup>\s*(?P<tagged>[\d,，、*＊†‡]{1,8})\s*</sup>"
)
"""郝一宁^{1}, 郝一宁^1, 郝一宁<sup>1</sup>: marks behind a name as document models write them."""
NOTE_MARKS = re.compile(
    r"[¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡]+|(?<=[\u4e00-\u9fff])[1-9](?:[,，][1-9])*(?=[\s，,、]|$)"
)
MARKED_NAME = re.compile(
    rf"(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡①-⑨]|(?<=[\u4e00-\u9fff])[1-9])(?:[,，]?\s*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡①-⑨]|[1-9](?!\d)))*(?:\s*[，,、；;]\s*|\s+|$|(?<=[¹²³⁴⁵⁶⁷⁸⁹⁰])(?=[{HAN}]))"
)
"""言伯舟¹，²: a name that calls for where somebody works; OCR may leave no blank, 言伯舟¹柯青禾²."""
PLACED = re.compile(r"^[（(〔][^（）()]{2,16}[）)〕]\s*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,8}$")
AFFILIATION = re.compile(
    r"^[（(]\s*(?!编者|編者|编辑部|記者|记者|[^（）()]*[。！？])(?!.{0,4}(?:来源|來源|出处|出處|[选選摘转轉]自))(?!《[^（）()]*(?:[定售][价價]|[著编編译譯校][，,、]|\d年(?:\d{1,2}月)?(?:第[一二三四五六七八九十\d]{1,2})?版))(?:\d\s*[.．、]?\s*)?[^（）()]*(?:大学|學|学院|[中小]学|幼儿园|研究院|研究所|研究中心|科学院|医院|公司|集团|中心|局|站|馆|部|委|校|会|社|所|院|系|厂)[^（）()]{0,60}[）)]$"
    rf"|^[（(](?:\d\s*[.．、]?\s*)?[{HAN}\s、]{{4,40}}[，,]\s*[{HAN}\s]{{2,10}}\d{{6}}(?:[；;][^（）()。]{{4,60}}\d{{6}})*[）)]?$"
    rf"|^(?:(?:\d\s*[.．、]?\s*)?[{HAN}][{HAN}\s、（）()]{{3,40}}[，,]\s*[{HAN}\s]{{2,10}}\d{{6}}(?:[；;]\s*|$))+$"
    rf"|^(?:\d\s*[.．、]?\s*[{HAN}]{{4,30}}(?:大学|学院|医院|中心|研究[院所]|公司|局|站|馆|校|所|院|系)(?:[；;]\s*|$))+$"
)
"""（1. 某某大学某系，某地 199001；2. ……）: where the authors work; behind a postcode OCR may lose the bracket."""
PLACE_AND_PEN_NAME = re.compile(
    rf"^(?P<place>[{HAN}]{{1,10}}(?:省|市|县|縣|区|區|镇|鎮|乡|鄉|村|街道|社区|社區|农场|林场|学校|中学|小学|学院|大学|公司|厂|局))\s+(?P<name>[{HAN}]{{2,4}})$"
)
"""□ 石榴镇 麦田: where somebody lives or works, and a name that need be none of a person."""
ABOUT = re.compile(
    r"^(?:独家)?(?:专访|專訪|对话|對話|走近|访问?|訪問?)[^：:|｜/／\s]{4,}$"
    r"|^本[期次](?:客人|嘉宾|嘉賓|来宾|來賓|主角|受访者|受訪者|访谈对象|訪談對象)\s*[：:]\s*[^：:|｜/／、；，（）()\s]{3,24}$"
)
"""专访某公司首席执行官某某, 本期客人：某厂工程师某某: of whom an article is."""
OF_THE_HOUSE = re.compile(rf"^(?:{HOUSE}|{DESK})[\u4e00-\u9fff]{{1,6}}$")
"""本刊法律信箱, behind a mark that stands before authors."""
COMPILED = re.compile(
    rf"^(?:(?:{HOUSE})[\u4e00-\u9fff]{{0,6}}|{DESK})\s*(?:综合|綜合|整理|编译|編譯|汇编|彙編|辑录|輯錄|摘编|摘編)(?:报道|報導|报导|整理)?$"
)
"""本刊综合: nobody signs."""
EDITED = re.compile(
    rf"^(?P<house>(?:{HOUSE})[{HAN}]{{0,6}}|[{HAN}]{{0,10}}(?:{DESK}))\s*[/／｜|丨]?\s*(?:辑|輯|编|編|选编|選編|辑录|輯錄|整理|综合|綜合|编译|編譯|汇编|彙編|摘编|摘編)$"
)
"""本刊编辑部 辑: the house has put it together."""
CHOSEN = re.compile(
    r"^(?:评选|評選|评审|評審|推选|推選|票选)\s*[/／：:]\s*[^。，]{2,30}$"
    rf"|^(?:{one_of(RECOMMENDS)})\s*[/／：:｜|]\s*(?:(?:{HOUSE})[{HAN}]{{0,6}}|{DESK})$"
)
"""评选／本刊编辑部及特约评论人: who chose, and nobody who wrote."""
FILLER = frozenset(
    [
        "和",
        "与",
        "及",
        "等",
        "、",
        "，",
        "&",
        "＆",
        "著",
        "译",
        "著译",
        "编译",
        "口述",
        "整理",
        "摄影",
        "文",
        "图",
        "供稿",
    ]
)
"""What stands between names and behind them."""
PAREN = re.compile(r"[（(\[［【〔]\s*(?P<inside>[^（()）\[\]［］【】〔〕]*)\s*[）)\]］】〕]")
