"""How a letter takes its leave: 顺颂 | 译安, 此致 | 敬礼, each on a line of its own, before who signs.

Neither line ends in a mark, so that nothing else would part them from the text above, from each
other or from the name below.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import squeeze
from converter.memo import per_issue

_OPENS = (
    "顺颂|順頌|顺祝|順祝|顺请|順請|即颂|即頌|即请|即請|即祝|敬请|敬請|敬颂|敬頌|敬祝|并颂|並頌|并祝|並祝|"
    "谨祝|謹祝|谨颂|謹頌|恭祝|恭颂|恭頌|恭请|恭請|遥祝|遙祝|此致|专此|專此|匆此|此颂|此頌|此请|此請|"
    "谨呈|謹呈|此令|此布|此覆|此复|此復"
)
_WISH = (
    "(?:文|译|譯|撰|编|編|著|教|研|学|學|时|時|道|近|大|台|臺|钧|鈞|崇|福|旅|[春夏秋冬暑]|岁|歲|新|年|"
    "双|雙|俪|儷|痊|笔|筆|艺|藝|吟|康|金|日|刻|潭|阖府|闔府|身体|身體)"
    "(?:安|祺|绥|綏|禧|祉|健康)|敬礼|敬禮|安好|大安"
)
_FAREWELL = re.compile(rf"^(?:(?:{_OPENS})(?:{_WISH})?|{_WISH})[！!]?$")
_ENDS_OPEN = re.compile(rf"(?:^|[。！？，；\s])(?:{_OPENS}|祝)$")
_LONGEST = 10
"""Characters of such a line, blanks among them."""


@per_issue(4096)
def is_farewell(text: str) -> bool:
    """True for 此致, 敬礼, 顺颂 or 译安 and nothing else on a line."""
    return len(text) <= _LONGEST and _FAREWELL.match(squeeze(text)) is not None


def opens_farewell(text: str) -> bool:
    """True for a text that ends with 顺颂 or 此致: the wish stands on the line below."""
    return _ENDS_OPEN.search(text.rstrip()[-_LONGEST:]) is not None


def takes_leave(before: str, after: str) -> bool:
    """True for ……请谅。顺颂 and 译安 below it."""
    return is_farewell(after) and opens_farewell(before)
