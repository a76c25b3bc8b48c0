"""The label before what somebody says, or before those who take part: 记者：, 〔在座〕."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.memo import per_issue
from converter.parse.called import PERSONS

_ORNAMENT = r"(?:[■□●○◆◇▲△▎▌►▶]\s*)?"
_NUMBERED = rf"[{HAN}]{{0,3}}[生者友众眾民长長员員人客宾賓]\d{{1,2}}"
"""生1, 观众3: one of those who are many."""
_SPEAKER = re.compile(
    rf"^{_ORNAMENT}(?P<name>(?:[QA]\d{{1,2}}|[@＠][^\s：:，。；！？@＠]{{1,16}}|{_NUMBERED}|《[{HAN}A-Za-z·]{{1,12}}》(?:记者|記者|编辑部)?|[A-Z]{{1,3}}&[A-Z]{{1,3}}|“[{HAN}A-Za-z]{{2,8}}”[{HAN}]{{1,8}}|[{HAN}A-Za-z]{{10,16}}(?:{PERSONS})|[{HAN}A-Za-z·]{{1,12}})(?:\s{{1,3}}[{HAN}A-Za-z]{{1,10}}){{0,2}}(?:[（(][^（）()]{{1,24}}[）)])?)\s*(?P<colon>[：:]|[▷▶►▸│┃｜](?=\s*\S)|\|(?=\s*[^|\s][^|]*$))(?P<rest>.*)$"
)
GUESTS = (
    "(?:特邀|特约|特約|对话|對話|访谈|訪談|对谈|對談|本期|现场|現場|圆桌|圓桌|座谈|座談|论坛|論壇|讨论|討論|[与參参與]会|沙龙|沙龍|分享|受邀)?"
    "(?:嘉宾|嘉賓)"
)
"""Those who are asked to talk: 嘉宾, 圆桌嘉宾."""
TAKES_PART = re.compile(
    rf"^(?:主持人?|{GUESTS}|與談人?|与谈人?|对谈人?|對談人?|访谈人|受访人|采访人?|主讲人?|來賓|来宾|出席|列席|参加|参与|與會|与会|在座|在场|在場)"
)
FRAMES = frozenset("〔【[［")
"""What opens a frame about such a label."""
_IN_FRAME = re.compile(rf"^[〔【\[［](?P<who>[{HAN}]{{2,8}})[〕】\]］]\s*(?=[{HAN}])")
ALSO = re.compile(
    rf"(?<=\s)(?:{TAKES_PART.pattern[4:-1]}|记录|記錄|整理|主查|点评|點評|評議|评议)(?:人员|人員|者|人)?[：:]"
)
"""参加：, behind the names of those who lead the talk, on the same line."""


def _roll(text: str) -> str:
    """〔在座〕张三（教授） 李四（作家） with a colon in the place of the frame."""
    hit = _IN_FRAME.match(text) if text[:1] in FRAMES else None
    if hit is None or TAKES_PART.match(hit["who"]) is None:
        return text
    return f"{hit['who']}：{text[hit.end() :]}"


@per_issue(4096)
def speaker_label(text: str) -> re.Match[str] | None:
    """The label of a paragraph, which may be in a frame, and the rest."""
    return _SPEAKER.match(_roll(text))
