"""Paragraphs that say what they are: abstracts, keywords, biographies, credits, letters."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.memo import per_issue
from converter.model import Role
from converter.names import SURNAMES, is_name, is_office, join_spaced, split_names
from converter.parse.credits import read_credits
from converter.segment.units import Unit, is_imprint
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.values import NamedTuple

_SEP = r"\s*[】\]］）〕]?\s*[：:]\s*|\s*[】\]］〕]\s*|\s*[│｜|丨┃]\s*(?=\S)"
"""What parts a label from its text: a colon, a bracket, or a designer's bar (摘要│本文……)."""
_ORIGINAL = r"(?:英文)?原文(?:标题|標題|链接|鏈接|連結|地址|出处|出處)?(?=\s*[：:]\s*[A-Za-z])"
"""原文：Letters from the Lock: what a text is translated from, and no classic that is quoted."""
_LABELS: tuple[tuple[Role, str], ...] = (
    (Role.ABSTRACT, r"(?:内容)?摘\s*要|内容提要|提\s*要|Abstract|ABSTRACT|摘\s*要"),
    (
        Role.KEYWORDS,
        r"关\s*键\s*[词字]|關\s*鍵\s*[詞字]|Key\s*[Ww]ords|KEY\s*WORDS|Keywords|中图分类号|文献标[识志]码|文章编号|DOI|分类号|引用格式|中圖分類號|文獻標[識誌]碼|文章編號|分類號",
    ),
    (
        Role.FUNDING,
        r"基金项[目日]|资助项[目日]|項目基金|项目基金|基金|本文系|課題來源|课题来源|基金項目|基金项目|資助項目|资助项目",
    ),
    (
        Role.BIOGRAPHY,
        r"(?:第一|通[讯信])?(?:作者|院士|专家|嘉宾|人物|学者|受访者|受访人|訪談者|访谈者|受訪者|采访对象|讲者|主讲人|译者|教授|画家|诗人|代表|委员|记者|主持人|主人公|导师|教师|老师|校长|医生|医师|演员|导演|艺术家|摄影师|设计师|建筑师|企业家|传承人|劳模|工匠|策展人|绘者|编者|选手|运动员|教练|个人|讲述人|讲述者|受奖者|获奖者)(?:[简筒]介|介绍|小传|小档案|档案(?=[：:])|名片(?=[：:])|单位|單位|[簡筒]介|介紹)|(?:第一|通[讯信訊])?作者",
    ),
    (
        Role.EDITOR_NOTE,
        (
            r"编\s*者\s*按|[编編译譯]者(?:附[记記言]|[识識]|[后後]?[记記]|前言)(?=\s*[：:│｜丨┃])|译\s*者\s*按|譯\s*者\s*按|编\s*者\s*的\s*话|[编編]\s*[后後](?=\s*[：:])|[荐薦]\s*[语語]|推[荐薦][语語]|编\s*者\s*语|编辑按|本刊按|按\s*语|開卷語|开卷语|編\s*者\s*按|编\s*按|編按|编按|"
            r"(?:栏目)?主持人?(?:的话|语|按)|主持人(?:的話|語)|(?:开栏|開欄)(?:的话|的話|语|語)|栏目主持人?|欄目主持人?|"
            r"(?:整理|[编編][选選辑輯]|[点點]校|校[注註]|[辑輯][录錄])(?:者按|按|[说說]明)"
        ),
    ),
    (Role.STANDFIRST, r"导\s*[语读言]|引\s*言|核心提示|核心观点|本期导读|導\s*[語讀言]"),
    (
        Role.CREDIT,
        (
            r"(?:本文|本期|本栏目?|栏目|本版)?\s*(?:责任\s*编辑|责\s*编|責任編輯|责任编辑|责任\s*校对|校\s*对|美术编辑|编\s*辑|審校|审校|责编/?[^：:]{0,4})"
            rf"|{_ORIGINAL}"
            r"|(?:指导|辅导|推荐)(?:教师|老师|单位)|(?:收稿|来稿|投稿|修回|修改|修订|接受|录用|定稿|网络首发)(?:[日曰]期|时间|(?=\s*[：:│｜|丨┃]\s*\d{4}))"
        ),
    ),
)
_LABELLED = tuple(
    (role, re.compile(rf"^[【\[［（(〔■●▲◆※*]?\s*(?P<label>{pattern})(?P<sep>{_SEP})(?P<rest>.*)$"))
    for role, pattern in _LABELS
)
_ANY_LABEL = re.compile(
    rf"^[【\[［（(〔■●▲◆※*]?\s*(?:{'|'.join(pattern for _, pattern in _LABELS)})(?:{_SEP})"
)
"""One look for all of them, which most paragraphs lack."""
_COUNT = "[\\d〇○零一二三四五六七八九十百]"
_YEAR = rf"(?:{_COUNT}{{4}}\s*年\s*)?"
_CREDIT_LINE = re.compile(
    rf"^[（(【\[]\s*(?:本文)?(?:(?:责任编辑|责编|責任編輯|编辑|校对|图|摄影|供图|文|本栏编辑)\s*[：:／/|\s]\s*[{HAN}\s、/·]{{2,24}}"
    rf"|(?:执\s*笔|執\s*筆|统稿|統稿)人?\s*[：:]\s*[{HAN}\s、/·]{{2,24}}(?:(?:责任编辑|责编|責任編輯)\s*[：:]\s*[{HAN}\s、]{{2,16}})?"
    r"|(?:摄影|攝影|图文|文图|供图|供圖|图片|整理|采访|绘图|插图|题图|插畫|插画)\s*[：:／/|\s]\s*\S[^（）]{1,24}"
    r"|(?:本文)?(?:摘译自|摘譯自|编译自|編譯自|译自|譯自|节选自|節選自|[摘选選辑輯]自|[摘抄辑輯]?[录錄]自|摘编自|转载自|轉載自|原载|原載|根据|根據|据|應受訪|应受访)[^（）]{2,60}"
    rf"|[{HAN}](?:\s*[{HAN}]){{1,3}}\s+?[辑輯]|本(?:栏目?|欄目?|版)(?:主持人?|主编|主編)\s*[：:]\s*[{HAN}\s、·]{{2,24}}"
    r"|(?:资料|数据|图片|資料|數據|圖片)(?:来源|來源)\s*[：:][^（）。]{2,60}"
    r"|课题组(?:组长|成员|负责人|主持人)\s*[：:][^（）。]{2,100}"
    r"|(?:本栏目?|本版)?(?:稿件|文章|内容|提[问問]|[问問]题|来信)?由[^（）。，]{2,24}(?:供稿|提供|整理|[协協合主承][办辦]|[协協]助|[组組][织織]|[赞贊]助|支持)[^（）。，]{0,24}(?:，(?:整理|[采採][写寫]|[编編][辑輯])[_／/：:\s]?[^（）。，]{2,6})?"
    r"|本[刊报報社](?:[专專特]稿|[独獨]家)|(?:本[刊报報社])?(?:编辑部|編輯部)\s*(?:整理|汇编|彙編|综合|綜合|摘编|摘編|供稿)"
    rf"|[^（）]{{0,40}}(?:亦有贡献|亦有貢獻|有删节|有刪節|均?为化名|均?為化名)(?:[。，；]\s*(?:责任编辑|责编|責任編輯|編輯|编辑)\s*[：:]\s*[{HAN}\s、]{{2,16}})?)\s*[）)】\]]?$"
    r"|^[（(]\s*《[^《》]{1,40}》[，,、\s][^（）()。；]{0,60}(?:出版社|书局|書局|书店|書店|书社|書社)[^（）()。；]{0,24}[）)]$"
    rf"|^[（(]\s*《[^《》]{{2,24}}》\s*(?:杂志|雜誌)?\s*{_YEAR}第\s*{_COUNT}{{1,4}}\s*[期号號][）)]$"
    rf"|^[（(]\s*《[^《》]{{1,22}}[报報]》\s*{_YEAR}{_COUNT}{{1,3}}\s*月\s*{_COUNT}{{1,3}}\s*日(?:第?{_COUNT}{{1,3}}版)?[）)]$"
)
_PICTURES_FROM = re.compile(
    r"^[（(【\[]\s*(?:本文|文中|以上|本版|本期)?(?:图片|圖片|照片|配图|配圖|插图|插圖|资料|資料|图|圖)(?:均|皆|都)?由[^（）。，]{2,30}(?:提供|拍摄|拍攝|供图|供圖)[）)】\]]?$"
)
"""（图片由某某提供）: whose pictures stand in the article; OCR may have lost the bracket at the end."""
_TAKEN_FROM = re.compile(
    rf"^(?P<open>[（(【\[])?\s*(?:[{HAN}](?:[ \u3000]?[{HAN}]){{0,3}})?\s*(?:[摘荐薦选選辑輯]自|[摘抄辑輯]?[录錄]自|摘编自|摘編自|节选自|節選自|转自|轉自|[编編摘]?[译譯]自|原载于?|原載於?)"
    rf"(?(open)[{HAN}]{{0,6}}|)\s*《[^》]{{2,40}}》[^。；]{{0,30}}(?(open)[）)】\]])$"
)
"""摘自《某某》2010年第4期, with brackets or without; （某某　荐自作者诗集《某某》）, （某　某摘自……）."""
_COMES_FROM = re.compile(
    r"^[（(【\[]?\s*(?:(?:本文|原文|文章|全文|信息|消息|内容|稿件)\s*(?:[首转轉][发發载載]?|整理|选编)?\s*(?:[来來源出转轉]自|[来來]源[于於]|[转轉][载載]自|[首原][发發][于於])"
    r"|(?:[来來源出转轉]自|[转轉][载載]自|[首原][发發][于於])(?=\s*[「《“『][^「」《》“”『』]{2,24}[」》”』]\s*(?:$|[：:，（(])))"
    r"[^。；！？]{2,60}$"
)
"""文章来自「某刊」, 原文来自公众号：某刊, 出自《某刊》：…… below a title."""
_BIO_LINE = re.compile(
    r"^[（(【\[]?\s*(?:本文)?作者(?:均|分别|分別)?(?:系|为|為|是|单位|現為|现为|现任|曾任|[现現]居|[现現]供[职職]|供[职職]于|供職於|供职于|就[职職]|(?:的)?(?:联系|聯絡|联络|通[讯信訊])?(?:电话|電話|方式|地址|邮箱|郵箱|信箱)\s*[：:]|：|:|／|/).{2,400}$"
)
_STANDALONE_NOTE = re.compile(
    r"^(?:编\s*者\s*按|编\s*按|編\s*者\s*按|核心提示|导\s*[语读]|内容提要|摘\s*要)\s*$"
)
_REFERENCE_HEAD = re.compile(
    r"^[【\[［〔﹝]?\s*(?:参\s*考\s*文\s*献|主要参考文献|引用文献|參\s*考\s*文\s*獻|参考书目|參考書目|参考资料|參考資料|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|进阶阅读|進階閱讀|注\s*释|注\s*解|註\s*釋|References|REFERENCES|附\s*注)\s*[】\]］〕﹞]?\s*[：:]?\s*$"
)
_NOTES_HEAD = re.compile(
    r"^[【\[［〔﹝]?\s*(?:注\s*释|註\s*釋|注\s*解|註\s*解|附\s*注|附\s*註|尾\s*注|尾\s*註|注|註)\s*[】\]］〕﹞]?\s*[：:]?$"
)
REFERENCE_ITEM = re.compile(
    r"^(?:[\[［〔【]\s*\d{1,3}\s*[\]］〕】]|\d{1,3}[.．]\s|[①-⑳㉑-㊿])\s*\S"
)
NOTED = re.compile(r"^(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳㉑-㊿])")
"""What opens with the number of a note."""
_JUMPS = (
    "下转",
    "下轉",
    "上接",
    "紧接",
    "緊接",
    "（转",
    "（轉",
    "（接",
    "（续",
    "（續",
    "(转",
    "(轉",
    "(接",
    "(续",
    "(續",
)
_PAGE = r"(?:[A-D]?(?P<page>[\dlIO]{1,4}|[一二三四五六七八九十]{1,3})\s*[页頁版]|封[二三四底]|中缝)"
_JUMP = re.compile(
    rf"[（(]?\s*(?P<dir>下转|上接|下轉|紧接|緊接)\s*(?:[第笫]\s*)?{_PAGE}\s*[）)]?"
    rf"|[（(]\s*(?P<short>[转轉接续續])\s*[第笫]\s*{_PAGE.replace('page', 'at')}\s*[）)]"
)
"""（下转第9页）, （上接第4页） and, in brackets only, （转第9页）, （接第4页）, （续第4页）."""
_MISREAD_JUMP = re.compile(
    rf"[（(]\s*(?P<dir>[下上][{HAN}]|(?![下上])[{HAN}][转轉接])\s*(?:[第笫]\s*)?{_PAGE}\s*[）)]$"
)
_ENGLISH = re.compile(r"^[^\u4e00-\u9fff]*$")
_SALUTATION = re.compile(
    rf"^(?:(?:亲爱|尊敬|敬爱|亲|親愛)的?[{HAN}、]{{1,16}}|[{HAN}]{{1,10}}(?:人民政府|人民委员会|人民委員會|革命委员会|革命委員會|人民公社|同志|编辑|編輯|老师|老師|先生|女士|小姐|朋友们?|朋友們|读者们?|讀者們?|小朋友|同学|同學|姐姐|哥哥|妹妹|弟弟|姐妹|妹子|老弟|大姐|大哥|大嫂|大叔|大妈|大媽|叔叔|阿姨|(?:仁|学|學|吾|贤|賢)?兄[台臺长長]?|[贤賢]弟|学长|學長|爷爷|爺爺|奶奶|妈妈|媽媽|爸爸|您好|你好|如晤|惠鉴|惠鑒|台鉴|台鑒|臺鑒|鈞鑒|钧鉴)|(?:《[{HAN}·]{{1,12}}》|[{HAN}]{{0,6}})[编編][辑輯]部|这位[{HAN}]{{2,4}}|[這这]位[{HAN}]{{2,4}}|各[{HAN}、]{{1,24}}|[迳逕径徑敬谨謹兹茲][启啟]者|[{HAN}]{{1,6}}[们們](?:[、，][{HAN}]{{1,6}}[们們]){{0,3}}"
    rf"|(?!历任|歷任|[现現前原首]任|第)[{HAN}]{{1,2}}(?:[校院馆館所厂廠局县縣乡鄉镇鎮村站队隊班连連团團科处處][长長]|主任|书记|書記|[医醫][生师師]|大夫|护士|護士|教授|师傅|師傅|[主总總][编編]|社[长長])|[{HAN}]{{0,8}}[诸諸][君位公](?:先生|同[仁人志])?|[{HAN}]{{0,3}}(?:吾[妻夫儿兒女弟妹兄姊姐侄友]|[爱愛贤賢]妻))\s*[：:！]$"
)
_KIN = re.compile(
    "^(?:阿(?:[嬤嬷婆公爹娘媽妈爸爷爺]|姨|[哥姐])|外[公婆]|[外祖][祖]?[父母]|姥[姥爷爺]|爷爷|爺爺|奶奶|妈妈?|媽媽?|爸爸?|爹爹?|娘|[父母][亲親](?:大人)?|"
    "[舅姑姨伯叔][舅姑姨伯叔父母妈媽]|[女吾][儿兒]|[儿兒]子|孩子)[：:]$"
)
_LONGEST_KIN = 5
_ADDRESSED = re.compile(
    rf"^(?:(?:亲爱|尊敬|敬爱|敬愛|親愛)的[{HAN}、]{{1,16}}|各位[{HAN}]{{2,8}}"
    r"|(?:编辑[部室]?|編輯[部室]?|编者|編者|主编|主編|总编|總編|记者|記者|责编|責編|贵刊|貴刊|贵社|貴社)"
    r"(?:的)?(?:[、和]?(?:同志|老师|老師|先生|女士|小姐|朋友|大人|叔叔|阿姨|姐姐|哥哥)){0,3}(?:们|們|您好|你好|好)?)\s*[：:！!]"
)
_DATE_LINE = re.compile(
    r"^(?:(?:19|20)\d\d|[二一][〇零○九一二三四五六七八]{3}|民[國国][一二三四五六七八九十〇○]+)\s*年(?:\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?)?)?(?:[，\s]*(?:于|於|写于)?(?!的|大事|[以之][前后後来來]|[\u4e00-\u9fff]{0,6}(?:启事|啟事|通知|[须須]知|[预預]告|公告|要点|要點|[总總][结結]|[计計][划劃]|目[录錄]|索引|指南|回眸|回[顾顧])$)[\u4e00-\u9fff]{2,8})?$"
    r"|^(?:[（(〔［\[](?:1[89]\d\d|20\d\d|[二一][〇零○九一二三四五六七八]{3}|民[國国][一二三四五六七八九十]{1,3})\s*年?[）)〕］\]]\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[日号](?:[晨早午晚夜]|凌晨|深夜|清晨|黄昏|傍晚)?|[晨晚夜夕])(?:[，\s]*(?:于|於|写于|寫於)[\u4e00-\u9fff]{2,8})?$"
)


class Labelled(NamedTuple):
    """A paragraph that opens with a label: its role, and the length of label and separator."""

    role: Role
    end: int


@per_issue(65536)
def is_credit(text: str) -> bool:
    """责编 / 韩磊, 策划 | 本刊编辑部, 责任编辑 韩磊: who made the page, on a line of its own."""
    if text[:1] == "《" and is_imprint(text):
        return True
    if _names_group(text):
        return True
    if width(text) > 48 or text[-1:] in "。，；":
        return False
    return is_imprint(text) or _is_made_by(text)


_PART = r"(?:(?:课题|課題|调研|調研|调查|調查|写作|寫作|编写|編寫|起草|研究)组?)?(?:副?组长|副?組長|组员|組員|成员|成員|执笔人?|執筆人?|统稿人?|統稿人?|负责人|負責人|主持人|指导|指導|撰稿人?|撰写|撰寫)"
_GROUP = re.compile(
    rf"^[（(]?{_PART}\s*[：:][{HAN}\s、·]{{2,60}}(?:[；;。\s\u3000]\s*{_PART}\s*[：:][{HAN}\s、·]{{2,60}})+[）)。]?$"
)


def _names_group(text: str) -> bool:
    """课题组组长：某某；成员：某某、某某；执笔：某某: who has done a study, each by his part."""
    return "：" in text[:12] and _GROUP.match(text) is not None


def _is_made_by(text: str) -> bool:
    if _MADE_BY.match(text):
        return True
    if (hit := _EDITED_BY.match(text)) is not None and hit["name"][0] in SURNAMES:
        return True
    rest = _REACHED_AT.sub("", text) if "@" in text else text
    while (hit := _MADE_BY_NAMES.match(rest)) is not None:
        # 责任编辑　何若溪　　美术编辑　叶小河: one after the other.
        names = hit["names"].rstrip("）)】]］〕")
        alone = names != hit["names"]  # in brackets stands nothing but who it was
        sure = _SURELY_MADE.match(rest) and (_are_pen_names(names) or (alone and _are_short(names)))
        if split_names(names) is None and not sure:
            return False
        rest = (hit["other"] or "").strip()
        if not rest:
            return True
    return False


def _are_short(text: str) -> bool:
    return all(2 <= len(name) <= _PEN_NAME for name in join_spaced(re.split(r"[\s、]+", text)))


def _are_pen_names(text: str) -> bool:
    """True for 盛 夏 and 叶 子: only names are set with a blank between two characters.

    A word that begins like a surname, 骆驼, may well be one behind the name of the work.
    """
    words = re.split(r"[\s、]+", text.strip())
    names = join_spaced(words)
    return all(
        name not in words or is_name(name) or (len(name) <= _PEN_NAME and name[0] in SURNAMES)
        for name in names
    )


_PEN_NAME = 3
_SURELY_MADE = re.compile(
    r"^[（(【\[［〔■●◆※]?\s*(?:本文|本期|本栏目?|栏目|本版|執行|执行)?\s*(?:责任|責任|责\s*编|責\s*編|美术编|美術編|美\s*编|美\s*編|文字编|图片编|实习编|特约编)"
)
"""Work that nobody but a person does; 编 辑 手 记 is the name of a column."""
_MADE = (
    r"^[（(【\[［〔■●◆※]?\s*(?:本文|本期|本栏目?|栏目|本版|執行|执行)?\s*(?:责任\s*编辑|责\s*编|責任\s*編輯|責\s*編|责任\s*校对|責任\s*校對|"
    r"校\s*对|校\s*對|责任美编|责任印[制务]|美术\s*编辑|美術\s*編輯|美\s*编|美\s*編|文字编辑|图片编辑|实习编辑|特约编辑|编\s*辑|編\s*輯|"
    r"编校|審校|审校|审读|[一二三初复终]审|版式设计|版面设计|美术设计|美術設計|版式|版面"
)
_MADE_BY = re.compile(
    rf"{_MADE}|策划|策劃|统筹|統籌|监制|監製|执行|制图|製圖|设计|設計|供图|供圖|排版)\s*[/／|｜:：]\s*\S"
)
_EDITED_BY = re.compile(
    rf"^[（(【\[［〔]?(?:本[期文])?(?:[责責]任[编編][辑輯]|[责責][编編]|[责責]任校[对對])(?P<name>[{HAN}]{{2,3}})[）)】\]］〕]?$"
)
"""责任编辑虞小棠 and [责任编辑虞小棠], the blank within which the OCR has lost."""
_MADE_BY_NAMES = re.compile(
    rf"{_MADE})\s+(?P<names>[{HAN}][{HAN}\s、]*?[）)】\]］〕]?)(?P<other>\s+{_MADE[1:]})\s.*)?$"
)
_REACHED_AT = re.compile(
    r"\s*(?:(?:E-?mail|邮箱|電郵|电邮|电话|微信|QQ)\s*[：:]?\s*)?[\w.\-]+@[\w.\-]+\s*$",
    re.IGNORECASE,
)


_FUNDED = re.compile(
    r"^[*＊※†‡✩☆①]{0,2}\s*(?:本文|本研究|本成果|本論文|本论文|该文|此文)(?:系(?![统列])|係|是|为|為|得到|获得?|受到?|獲)"
    r"[^。]{0,80}(?:阶段性|階段性|项目|項目|课题|課題|基金|计划|計畫|计画|资助|資助)[^。]{0,40}(?:成果|资助|資助|支持|项目|项目的?一部分|）)。?$"
)
"""* 本文系某某项目的阶段性成果。 at the foot of the first page; the star stands at the title."""


_SPACED_LABEL = re.compile(
    r"^(?:\*\*)?(?:(?P<abstract>(?:内容)?摘\s{0,2}要|内容提要|提\s{0,2}要|Abstract|ABSTRACT)|(?P<keywords>关\s{0,2}键\s{0,2}[词字]|關\s{0,2}鍵\s{0,2}[詞字]|Key\s?[Ww]ords|中图分类号|文献标[识志]码(?=\s+[A-E]$)|文章编号(?=\s+\d{4}[-—–]\d{3}[\dXx]))"
    r"|(?P<note>编\s{0,2}者\s{0,2}按|編\s{0,2}者\s{0,2}按|编\s?按|編\s?按|(?:栏目)?主持人(?:语|語|的话|的話)|(?:开栏|開欄)(?:的话|的話))"
    r"|(?P<funding>基金[项項]目)|(?P<biography>作者[简簡]介))(?:\*\*)?(?:\u3000| )+(?=\S)"
)
_SPACED_ROLES = {
    "abstract": Role.ABSTRACT,
    "keywords": Role.KEYWORDS,
    "note": Role.EDITOR_NOTE,
    "funding": Role.FUNDING,
    "biography": Role.BIOGRAPHY,
}
_BOLD_LABEL = re.compile(
    r"\*\*(?P<label>[【\[]?[^*\s。，：:]{1,4}\s?[^*\s。，：:]{1,4}[】\]]?[：:]?)\*\*"
)
"""**【关键词】**, **摘 要：** before its text."""
_LABELLED_TEXT = 24
"""The least em of what stands behind a label and a blank: 摘　要　本文……."""


def is_editors_note(text: str) -> bool:
    """True for 编者按：……, as its label tells."""
    label = labelled(text)
    return label is not None and label.role is Role.EDITOR_NOTE


def opens_otherwise(text: str) -> bool:
    """True for what a number, a speaker or a label opens: no words of a picture, and no thought."""
    return bool(NUMBERED.match(text) or SPEAKER.match(text) or labelled(text))


@per_issue(65536)
def labelled(text: str) -> Labelled | None:
    """Read a label such as 摘要： or 【编者按】 at the beginning of a paragraph, be it in bold."""
    if text[:2] == "**" and (bold := _BOLD_LABEL.match(text)) is not None:
        plain = labelled(bold["label"] + text[bold.end() :])
        return plain and plain._replace(end=plain.end + 2 * len("**") if plain.end else 0)
    if ("本" in text[:6] or "文" in text[:6]) and _FUNDED.match(text):
        return Labelled(Role.FUNDING, 0)
    if is_credit(text) and ":" not in text and "：" not in text:
        return Labelled(Role.CREDIT, 0)
    for role, pattern in _LABELLED if _ANY_LABEL.match(text) else ():
        hit = pattern.match(text)
        if hit is None:
            continue
        label = squeeze(hit["label"])
        if (
            label in ("作者", "编辑", "引言", "基金")
            and "：" not in hit["sep"]
            and ":" not in hit["sep"]
        ):
            continue
        if label in ("作者", "编辑", "校对", "基金", "本文系") and width(text) > 120:
            continue
        return Labelled(role, hit.end("sep"))
    if (spaced := _SPACED_LABEL.match(text)) is not None and spaced.lastgroup:
        role = _SPACED_ROLES[spaced.lastgroup]
        if role is Role.KEYWORDS or width(text) >= _LABELLED_TEXT:
            return Labelled(role, spaced.end())
    if len(text) <= _NUMBER_LINE and _NUMBER_OF_CASE.match(text):
        return Labelled(Role.CREDIT, 0)
    bracketed = text[:1] in _OPENERS
    credit = bracketed and (_CREDIT_LINE.match(text) or _PICTURES_FROM.match(text))
    credit = credit or (bracketed and (_OF_ITSELF.match(text) or _PARTS_PLAYED.match(text)))
    if credit or is_rating(text) or is_credit(text) or takes_from(text) or comes_from(text):
        return Labelled(Role.CREDIT, 0)
    if _BIO_LINE.match(text) and width(text) <= 400:
        return Labelled(Role.BIOGRAPHY, 0)
    two = _TWO_REMARKS.match(text) if bracketed else None
    if two is not None and is_credit(two["last"]):
        return Labelled(Role.CREDIT, 0)
    return None


_OPENERS = frozenset("（(【[")
_WORK = "执笔|執筆|绘图|繪圖|制图|製圖|插图|插圖|摄影|攝影|采访|採訪|整理|记录|記錄|撰文|文字|校对|校對|统稿|統稿|翻译|翻譯|审校|審校|执教|執教|授课|授課|点评|點評|评析|評析|主持|口述|供图|供圖"
_PART_PLAYED = rf"(?:{_WORK})(?:[、和](?:{_WORK}))*\s*[：:/／]\s*[{HAN}·](?:[{HAN}·、]|[ \u3000](?![{HAN}、]{{2,8}}[：:/／])){{1,23}}"
_PARTS_PLAYED = re.compile(
    rf"^[（(【\[]\s*{_PART_PLAYED}(?:[\s；;，,]+{_PART_PLAYED}){{1,5}}\s*[）)】\]]$"
)
"""（执笔：某某　绘图：某某）: who had which part in an article, several in a row."""
_OF_ITSELF = re.compile(
    r"^[（(【\[]\s*(?:本文|本篇(?:文章)?|此文)(?:由|依|为|為|是|系|係|采用|採用|根据|根據|改写|改寫|整理)[^（）【】]{4,120}[）)】\]]$"
)
"""【本文由某某取材自某某，以某某方式授权】, below a text: where it comes from, and who may use it."""
_NUMBER_LINE = 40
_NUMBER_OF_CASE = re.compile(
    rf"^[（(〔\[](?:19|20)\d\d[）)〕\]]\s*[{HAN}]{{1,4}}\s*\d{{0,6}}[{HAN}]{{1,5}}\s*第?\s*\d+\s*[号號]$"
    rf"|^[（(](?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日\s*[{HAN}]{{2,8}}[〔\[](?:19|20)\d\d[〕\]]\s*\d+\s*[号號][）)]$"
)
"""（2018）某0521刑初77号, above a judgment, and （2019年2月18日　某高法〔2019〕14号） above an order."""


_TWO_REMARKS = re.compile(r"^[（(][^（）()]{2,40}[）)]\s*(?P<last>[（(][^（）()]{2,40}[）)])$")
"""（文中人物为化名）（编辑 某某）: a remark, and who made the page."""


_WORKED = re.compile(rf"^[{HAN}]{{1,4}}\s*[/／|｜]\s*(?P<who>[{HAN}·\s、]{{2,24}})$")
_RATED = re.compile(r"^(?!《)[^：:，。]{2,8}[：:\s]\s*[★☆⭐✩✭]{3,10}$")


def is_worked_by(text: str) -> bool:
    """整理/某某, below a text: who gathered or wrote it, where no title stands above."""
    hit = _WORKED.match(text) if len(text) <= 32 else None
    return hit is not None and split_names(hit["who"]) is not None and bool(read_credits(text))


_ANSWERS = re.compile(
    rf"^[◎●○■□◆▲]?\s*[{HAN}]{{1,4}}(?:人|者|嘉宾|嘉賓|专家|專家|代表)\s*[：:]\s*(?P<who>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}?)[ \u3000]+(?P<office>[^。！？：:]{{4,40}})$"
)


_OF_CLASS = re.compile(
    rf"^第\s?\d{{1,4}}\s?期[{HAN}]{{1,10}}班(?:学员|學員)?[ \u3000]+(?P<who>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
)


def tells_who_answers(text: str) -> bool:
    """True for ◎ 答卷人：某某 某村党支部书记, under a question and over the answer: a name and an office.

    So does 第37期进修班 某某, under the heading of one of several short pieces.
    """
    if len(text) > _ANSWERER:
        return False
    hit = _ANSWERS.match(text)
    if hit is not None:
        return is_office(squeeze(hit["office"]))
    hit = _OF_CLASS.match(text) if text[0] == "第" else None
    return hit is not None and is_name(squeeze(hit["who"]))


_ANSWERER = 60


def is_rating(text: str) -> bool:
    """推荐指数：★★★★☆, under the title of a book or a film, or below what is said of it."""
    return text[-1:] in tuple("★☆⭐✩✭") and _RATED.match(text) is not None


_OF_ORIGINAL = re.compile(_ORIGINAL)


def names_original(text: str) -> bool:
    """True for 原文：Letters from the Lock, under the title of what was translated from it."""
    return text[:4].find("原文") in (0, 2) and _OF_ORIGINAL.match(text) is not None


def comes_from(text: str) -> bool:
    """True for 文章来自「某刊」, which says below a title where the text has stood before."""
    told = any(one in text[:10] for one in ("自", "于", "於"))
    return told and _COMES_FROM.match(text) is not None


def takes_from(text: str) -> bool:
    """True for 摘自《某某》2010年第4期: where a text was taken from."""
    return "自" in text[:8] and _TAKEN_FROM.match(text) is not None


def standalone_note(text: str) -> bool:
    """编者按, 导语 … alone on a line: the next paragraph is what it names."""
    return len(text) <= 10 and _STANDALONE_NOTE.match(text) is not None


def note_role(text: str) -> Role:
    """The role that a standalone label gives to the next paragraph."""
    found = labelled(f"{squeeze(text)}：")
    return found.role if found else Role.STANDFIRST


BACK_HEADS = frozenset(
    [
        "致谢",
        "致謝",
        "利益冲突",
        "利益冲突声明",
        "利益衝突",
        "作者贡献",
        "作者贡献声明",
        "作者貢獻",
        "伦理声明",
        "倫理聲明",
        "数据可用性声明",
        "附录",
        "附錄",
    ]
)
"""Headings behind the last section of an article in a learned journal."""


def is_back_head(text: str) -> bool:
    """True for 致谢 or 利益冲突声明：, the heading of what stands behind the last section."""
    return len(text) <= _BACK_HEAD and squeeze(text).strip("【】[]［］：:") in BACK_HEADS


_BACK_HEAD = 14


def is_reference_head(text: str) -> bool:
    """参考文献 or 注释 as a heading."""
    return len(text) <= 16 and _REFERENCE_HEAD.match(text) is not None


def is_notes_head(text: str) -> bool:
    """注释 alone on a line."""
    return len(text) <= 8 and _NOTES_HEAD.match(text) is not None


class Jump(NamedTuple):
    """A line that an article goes on elsewhere, or comes from there."""

    start: int
    end: int
    text: str
    page: str
    on: bool
    """The article goes on here: 上接."""


@per_issue(65536)
def jump(text: str) -> Jump | None:
    """（下转第40页） or （上接第12页） anywhere in a text."""
    # Most texts have none of these characters, and looking for each is fastest.
    if not ("页" in text or "版" in text or "封" in text or "頁" in text or "缝" in text):
        return None
    hit = _JUMP.search(text) if any(word in text for word in _JUMPS) else None
    if hit is None:
        return _misread_jump(text) if text[-1] in "）)" else None
    on = (hit["dir"] or hit["short"]) not in _OFF
    return Jump(hit.start(), hit.end(), hit[0], hit["page"] or hit["at"] or "", on)


def _misread_jump(text: str) -> Jump | None:
    """（下卖第40页） at the end of a text: one character of 下转 or 上接 is misread."""
    hit = _MISREAD_JUMP.search(text[-_LONGEST_JUMP:])
    if hit is None:
        return None
    on = "上" in hit["dir"] or "接" in hit["dir"]
    start = len(text) - len(hit[0])
    return Jump(start, len(text), hit[0], hit["page"] or "", on)


_LONGEST_JUMP = 16
_OFF = frozenset(["下转", "下轉", "转", "轉"])


def is_foreign(text: str) -> bool:
    """True for a line without a Chinese character that is made of words."""
    return _ENGLISH.match(text) is not None and sum(char.isalpha() for char in text) >= 4


def gathers_abstracts(texts: Iterable[str]) -> bool:
    """True for lines that begin with abstracts in English, those of several articles."""
    count = 0
    for text in itertools.takewhile(is_foreign, texts):
        label = labelled(text)
        count += label is not None and label.role is Role.ABSTRACT
    return count >= _SEVERAL_ABSTRACTS


_SEVERAL_ABSTRACTS = 2


def heads_abstract(texts: Iterable[str]) -> bool:
    """True for lines that begin with the title of an abstract in English, who wrote it and where they work."""
    for text in itertools.islice(itertools.takewhile(is_foreign, texts), _ABSTRACT_HEAD):
        label = labelled(text)
        if label is not None:
            return label.role is Role.ABSTRACT
    return False


_ABSTRACT_HEAD = 6
"""Lines of such a head, and the first of the abstract."""


def is_salutation(text: str) -> bool:
    """亲爱的读者： at the head of a letter."""
    if len(text) > 40 or not text.rstrip().endswith(("：", ":", "！")):
        return False
    bare = squeeze(text)
    return width(bare) <= 20 and bool(_SALUTATION.match(bare) or calls_kin(bare))


def calls_kin(text: str) -> bool:
    """外婆：, and nothing behind it: who is written to by what the writer calls them."""
    return len(text) <= _LONGEST_KIN and _KIN.match(text) is not None


def is_addressed(text: str) -> bool:
    """编辑同志：贵刊…… and 亲爱的读者：: whom a letter addresses, and who does not speak."""
    hit = _ADDRESSED.match(squeeze(text[:40]))
    named = hit is not None and hit[0][:-1] not in (
        "编辑",
        "編輯",
        "编者",
        "編者",
        "记者",
        "記者",
        "主编",
        "主編",
    )
    return named or is_salutation(text)


def addresses_at_head(units: Sequence[Unit]) -> bool:
    """True for a letter that says at its head whom it addresses, below who wrote it perhaps."""
    return any(is_addressed(unit.text) for unit in units[:_LETTER_HEAD])


_LETTER_HEAD = 2
"""Pieces at the head of a letter."""


def is_date_line(text: str) -> bool:
    """A date alone on a line, as at the end of a letter or an essay."""
    return width(text) <= 24 and _DATE_LINE.match(text) is not None


_HELD = re.compile(
    r"^[（(]\s*(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[）)]$"
)


def tells_day(text: str) -> bool:
    """True for （2019年9月26日）, below the title of a speech that was held then."""
    return _HELD.match(text) is not None
