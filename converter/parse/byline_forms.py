"""The forms in which bylines are printed: what stands before, between and behind names."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN

ORNAMENT = re.compile(r"^[□■◎○●◇◆△▲☆★※⊙◉▪▫•·|｜/／\-—]+\s*")
PREFIX = re.compile(
    r"^(?P<word>文\s*[/／、·&＆]?\s*(?:图|摄影|摄)|图\s*[/／、]?\s*文|文字|文|图|撰文|作者|作　者|採訪|撰文|攝影|文字整理|搜集整理|收集整理|记录整理|整理记录|搜集|采录|供图|摄影|摄|绘图|绘|口述|自述|整理|采写|采访|编译|翻译|译|译者|编辑|策划|企劃|企画|企畫|执笔|"
    r"撰稿|讲述|朗诵|作词|作曲|記錄|整理者|採訪|攝影|撰文者)\s*(?:[/／：:｜|]|\s(?=\S))\s*"
)
SUFFIX = re.compile(
    r"^(?P<rest>.{2,24}?)\s*[/／]\s*(?P<word>文|图|图文|文图|撰文|摄|摄影|绘|译|编译|整理)$"
)
STAFF = re.compile(
    r"^(?P<office>(?:本刊|本报|本社|本網|本网|《[^》]{1,16}》|[\u4e00-\u9fff]{2,6}(?:日报|晚报|周刊|杂志|通讯社|社))?\s*"
    r"(?:首席|特约|特邀|驻[\u4e00-\u9fff]{2,6}|见习|实习|專任|特約|签约|簽約|专栏|專欄)*"
    r"(?:总编辑|總編輯|主编|主編|评论员|評論員|記者|记者|数据组|專題組|专题组|编辑组|通讯员|通訊員|撰稿人|撰稿|撰述|编辑部|编辑|編輯部|編輯|观察员|特派员|主笔|报道组|实习生|实习记者|摄影记者|整理|(?<=特约|特約|签约|簽約|专栏|專欄|特邀)(?:作者|作家)))[\]］】]?\s*[：:]?\s*(?P<rest>.*)$"
)
NAME_AND_OFFICE = re.compile(
    rf"^(?P<name>[{HAN}]{{2,4}})\s*[|｜丨]\s*(?P<office>[{HAN}《》]{{2,16}})$"
)
"""唐以安｜本刊主编."""
NOTE_MARKS = re.compile(
    r"[¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡]+|(?<=[\u4e00-\u9fff])[1-9](?:[,，][1-9])*(?=[\s，,、]|$)"
)
PLACED = re.compile(r"^[（(〔][^（）()]{2,16}[）)〕]\s*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,8}$")
AFFILIATION = re.compile(
    r"^[（(]\s*(?!编者|編者|编辑部|記者|[^（）()]*[。！？])(?!.{0,4}(?:来源|來源|出处|出處|[选選摘转轉]自))(?:\d\s*[.．、]?\s*)?[^（）()]*(?:大学|學|学院|研究院|研究所|研究中心|科学院|医院|公司|中心|局|站|馆|部|委|校|会|社|所|院|系)[^（）()]{0,60}[）)]$"
)
PLACE_AND_PEN_NAME = re.compile(
    rf"^(?P<place>[{HAN}]{{1,10}}(?:省|市|县|縣|区|區|镇|鎮|乡|鄉|村|街道|社区|社區|农场|林场|学校|中学|小学|学院|大学|公司|厂|局))\s+(?P<name>[{HAN}]{{2,4}})$"
)
"""□ 石榴镇 麦田: where somebody lives or works, and a name that need be none of a person."""
ABOUT = re.compile(r"^(?:独家)?(?:专访|專訪|对话|對話|走近|访问?|訪問?)[^：:|｜/／\s]{4,}$")
OF_THE_HOUSE = re.compile(r"^(?:本[刊报報社]|编辑部|編輯部)[\u4e00-\u9fff]{1,6}$")
"""本刊法律信箱, behind a mark that stands before authors."""
COMPILED = re.compile(
    r"^(?:(?:本刊|本报|本報|本社)[\u4e00-\u9fff]{0,6}|编辑部|編輯部)\s*(?:综合|綜合|整理|编译|編譯|汇编|彙編|辑录|輯錄|摘编|摘編)(?:报道|報導|整理)?$"
)
"""本刊综合: nobody signs."""
EDITED = re.compile(
    rf"^(?P<house>本[刊报報社][{HAN}]{{0,6}}|[{HAN}]{{0,10}}(?:编辑部|編輯部|编辑室|編輯室))\s*(?:辑|輯|编|編|选编|選編|辑录|輯錄|整理|综合|綜合|编译|編譯|汇编|彙編|摘编|摘編)$"
)
"""本刊编辑部 辑: the house has put it together."""
CHOSEN = re.compile(r"^(?:评选|評選|评审|評審|推选|推選|票选)\s*[/／：:]\s*[^。，]{2,30}$")
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
PAREN = re.compile(r"[（(\[［【〔]\s*(?P<inside>[^（()）\[\]［］【】〔〕]*)\s*[）)\]］】〕]")
