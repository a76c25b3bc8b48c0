"""What the first words after a page break say of whether they open a paragraph or a sentence.

The weights are log ratios, halved towards 0: how often a sentence within a paragraph begins
so, and how often a paragraph does, counted in prose of many magazines.
"""

from __future__ import annotations

from converter import patterns as re
from converter.parse.cohesion import is_telling

_WITHIN = re.compile(
    r"(?P<weak>去年|近[年几]|每|对(?!话|联|于我|不起)|對(?!話|聯|不起)|我们(?!要)|我們|有[的人]|全[省市县縣国國](?!人民)|没有|沒有|目前|这些(?!成绩)|這些(?!成績)|如果|其中|"
    r"到[了\d]|有一)"
    r"|(?P<clear>但|可是|然而|不过|不過|而且|况且|同时，|同時，|此外|另外|否则|否則|[他她它]|只有|只要|凡|还(?!有一[件个回次位种类点])[要有应需可得]|還(?!有一[件個回次位種類點])[要有應需可得]|也[要有可]|"
    r"更[要重]|[并並]且?[要将在]|要(?!么|闻)|我们要|我們要|群众[说們们]|为此|為此|因此|所以|于是|於是|由此)"
)
"""他说，……, 但……, 还要……: what carries on what was said before."""
_ANEW = re.compile(
    r"这些成绩|這些成績|[还還]有一[件个個回次位种種类類点點]|坚持|堅持|聚焦|健全|强化|強化|突出|抓[好住实實细細牢紧緊]?|做[好实實强強大]|夯实|夯實|《|面向未来|面向未來|展望|总之|總之|下一步|第[一二三四五](?:[类類种種条條步点點]|个是|個是|方面|，)"
)
"""坚持……, 做好……: one of several points, or a new beginning."""
_CLOSES = re.compile(
    r"一定能够|一定能夠|必将|必將|作出(?:新的|更大)|新的(?:更大)?(?:贡献|貢獻)|新篇章|新局面|坚强保障|堅強保障|(?:坚实|有力|坚强)(?:支撑|支撐)|"
    r"我们坚信|我們堅信|欢迎(?:更多|广大|廣大)?的?读者|歡迎(?:更多|廣大)?的?讀者|我们相信|我們相信|让我们|讓我們"
)
_CALLS = re.compile(
    r"(?:完善|发挥|發揮|推动|推動|推进|推進|加强|加強|加快|深化|健全|优化|優化|落实|落實|建立|构建|構建|打造|提升|培育|创新|創新|实施|實施|加大|严格|嚴格|规范|規範|"
    r"强化|強化|突出|坚持|堅持|聚焦|夯实|夯實|抓[好住实實细細牢紧緊]?|做[好实實强強大]?|守[住牢好]|把[好牢]|念好|建[好强強]|管[好住]|用[好活]|筑牢|築牢|织密|織密|激活|拓展|"
    r"拓宽|拓寬|盯住|扣[准準紧緊]|压实|壓實|厘清|釐清|理顺|理順|打通|畅通|暢通|引导|引導|鼓励|鼓勵|支持|注重|增强|增強|提高|扩大|擴大)[^，。：；“]{2,10}[，。]"
)
"""健全责任体系。 and 强化家庭监护责任，: what is to be done, in a few words before all others."""
_WEAK, _CLEAR, _NEW, _CLOSING = 0.5, 0.7, -1.0, -1.0
_SPOKEN, _ASKED, _TAKEN_UP = -1.5, 0.5, 0.4
"""What it says that a text begins with what somebody says; that a question stands before it; and
that its first words have one of those of the sentence before."""


def odds_of_opening(text: str) -> float:
    """The log odds that what stands at the head of a page goes on with a paragraph."""
    hit = _WITHIN.match(text)
    if hit is not None:
        return _WEAK if hit["weak"] else _CLEAR
    if text[:1] in tuple("“「"):
        return _SPOKEN
    return _NEW if _ANEW.match(text) else 0.0


_FIRST = re.compile("[^。！？]*")
_HEAD = 16
"""Characters of a first sentence that tells what its paragraph is about: 补齐冷链物流短板."""
_USUAL, _LONG, _LENGTH = 30, 45, 0.5
_BARE, _HEADED, _BARE_HEADED, _COLON = -0.5, -0.7, 0.5, -0.6
"""What it says that a text begins with a short sentence that has no comma; that it begins with
a short one as the paragraph before it does, or with a long one after that; and with a colon."""


def odds_of_sentence(own: str, text: str) -> float:
    """The same, by the form of the first sentence and of that of the paragraph before it.

    ``own`` is empty where that one cannot be compared.
    """
    first, above = _FIRST.match(text), _FIRST.match(own)
    assert first is not None and above is not None  # noqa: S101, PT018  (the patterns match anything)
    size = len(first[0])
    odds = _LENGTH * min(1.0, max(-1.0, (size - _USUAL) / (_LONG - _USUAL)))
    if own and size <= _HEAD and not re.search("[，；：、]", first[0]):
        odds += _BARE
    if len(above[0]) <= _HEAD < len(own) / 2:
        odds += _HEADED if size <= _HEAD else _BARE_HEADED
    return odds + _COLON * ("：" in first[0])


_LAST = 80
"""Characters of the sentence before a text, of whose words it may take up one."""
_OPENING = re.compile("[^，。：；、！？]{0,7}")
_WORD = 2


def odds_of_taking_up(before: str, after: str) -> float:
    """每天把窗帘拉开。 | 窗帘拉开了，……; 什么叫到底？ | 就是……: what stands next to a sentence."""
    tail = before.rstrip()[-_LAST:]
    odds = _ASKED if tail.endswith(("？", "?")) else 0.0
    last = tail[max(map(tail[:-2].rfind, "。！？")) + 1 :]
    opening = _OPENING.match(after)
    assert opening is not None  # noqa: S101  (the pattern matches anything)
    words = (opening[0][at : at + _WORD] for at in range(len(opening[0]) - _WORD + 1))
    if any(is_telling(word) and word in last for word in words):
        odds += _TAKEN_UP
    return odds


def odds_of_closing(text: str) -> float:
    """The same for the last text of an article: it is set apart if it takes leave."""
    return _CLOSING if _CLOSES.search(text) else 0.0


def calls_to(text: str) -> bool:
    """True for a text that begins with a short call, as the paragraphs of a programme do."""
    return _CALLS.match(text) is not None
