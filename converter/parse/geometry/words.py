"""What the first words after a page break say of whether they open a paragraph or a sentence.

The weights are log ratios, halved towards 0: how often a sentence within a paragraph begins
so, and how often a paragraph does, counted in prose of many magazines.
"""

from __future__ import annotations

from converter import patterns as re

_WITHIN = re.compile(
    r"(?P<weak>去年|近[年几]|每|对(?!话|联|于我|不起)|對(?!話|聯|不起)|我们(?!要)|我們|有[的人]|全[省市县縣国國](?!人民)|没有|沒有|目前|这些|這些|如果|其中|"
    r"到[了\d]|有一)"
    r"|(?P<clear>但|可是|然而|不过|不過|而且|况且|同时，|同時，|此外|另外|否则|否則|[他她它]|只有|只要|凡|还[要有应需可得]|還[要有應需可得]|也[要有可]|"
    r"更[要重]|[并並]且?[要将在]|要(?!么|闻)|我们要|我們要|群众[说們们]|为此|為此|因此|所以|于是|於是|由此)"
)
"""他说，……, 但……, 还要……: what carries on what was said before."""
_ANEW = re.compile(
    r"坚持|堅持|聚焦|健全|强化|強化|突出|抓[好住实實细細牢紧緊]?|做[好实實强強大]|夯实|夯實|“|「|《|面向未来|面向未來|展望|总之|總之|下一步"
)
"""坚持……, 做好……: one of several points, or a new beginning."""
_CLOSES = re.compile(
    r"一定能够|一定能夠|必将|必將|作出(?:新的|更大)|新的(?:更大)?(?:贡献|貢獻)|新篇章|新局面|坚强保障|堅強保障|(?:坚实|有力|坚强)(?:支撑|支撐)|"
    r"我们坚信|我們堅信|我们相信|我們相信|让我们|讓我們"
)
_WEAK, _CLEAR, _NEW, _CLOSING = 0.5, 1.0, -1.0, -1.0


def odds_of_opening(text: str) -> float:
    """The log odds that what stands at the head of a page goes on with a paragraph."""
    hit = _WITHIN.match(text)
    if hit is not None:
        return _WEAK if hit["weak"] else _CLEAR
    return _NEW if _ANEW.match(text) else 0.0


def odds_of_closing(text: str) -> float:
    """The same for the last text of an article: it is set apart if it takes leave."""
    return _CLOSING if _CLOSES.search(text) else 0.0
