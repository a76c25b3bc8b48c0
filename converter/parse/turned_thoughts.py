"""Sentences that are turned to be remembered, as pull quotes are and captions are not."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import width

_TURNS = re.compile(
    "不是[^。]*[而也，][是不]|是[^，。]{1,14}，不是|不在[^。]*而在|不[仅只是][^。]*更"
    "|只[有要][^。]*[才就]|没有[^。]*就没有|与其|與其|越[^。]{1,14}越|有多[^。]*有多"
    "|^[^，。：；]{1,10}是[^，。：；]{1,14}，[^：；。]{0,20}(?:是|要|不)[^：；。]*。$"
    "|^[^，。：；]{2,12}，是[^，。：；]{3,16}。$"
    "|^[^，。：；]{0,6}不是[^，。：；]{3,16}。$"
    "|^[^，。：；]{2,12}的是[^，。：；]{1,14}，[^。：；]*的[却才也还]?是[^。：；]*。$"
)
"""不是……而是……; 尺子是别人的，路要自己走。; 一枚错戳，是一个人累了的证据。; 记的是分，攒下来的却是人心。"""
_SHOWS = re.compile(r"\d|[摄攝图圖左右]|^这是|^這是|正在")
"""What tells where in a picture something is, or when it was taken."""
_LONGEST = 44
"""Em of such a sentence: three lines of a column in larger type."""


def is_turned_thought(text: str) -> bool:
    """True for one sentence with a turn, which shows nothing that a picture would have."""
    return (
        width(text) <= _LONGEST
        and text.endswith("。")
        and "。" not in text[:-1]
        and _SHOWS.search(text) is None
        and _TURNS.search(text) is not None
    )


_REST = re.compile("[不没沒]|[是就而也才还還都却卻]|[^，]{1,3}，")


def begins_anew(text: str) -> bool:
    """False for 不是……，而是……。 and 夏天，后来……。, which may be the rest of a sentence as well."""
    return _REST.match(text) is None


_EXHORTS = re.compile(
    "[，。]要[^。]|必[须須]|[决決]定[着著]|只有|[宁寧]可|[归歸]根|[检檢][验驗]|就是要|就是最|[关關][键鍵]是|最[^，。]{1,6}的是"
    "|(.)不\\1|才[^，。]{2,20}。|一看[^。]+二看|也是[^。]+。|更是[^。]+。"
)
"""要把……; 群众……，才……。; 选得准不准: what one ought to do, or what it all comes to."""
_TELLS = re.compile(
    r"[\d《》：:]|[摄攝]|我(?![们們])|(?:^|[。；])[他她](?![们們])|[他她][^，。]{0,4}[说說]|[说說][他她]|你|[记記]者|本刊|[笔筆]者|[应應][当當]|(?:^|[，。；者人位])不得|[请請]勿|本[条條办辦]"
)
"""Figures, works, who speaks, and what the law bids: a report, a rule, or what a box explains."""
_LONG, _SENTENCES = 120, 4
"""Em of a thought in a few sentences, five or six lines of larger type, and how many those are."""


def is_long_thought(text: str) -> bool:
    """True for a few sentences that say what matters, too long for the pull quote that is one sentence."""
    return (
        _LONGEST < width(text) <= _LONG
        and text.endswith("。")
        and text.count("。") <= _SENTENCES
        and _TELLS.search(text) is None
        and (_TURNS.search(text) or _EXHORTS.search(text)) is not None
    )
