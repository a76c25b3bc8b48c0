"""Bylines that have lost the blanks between their entries: 文/沙鸥图/贝蒂, 张三口述李四整理.

OCR and text layers leave blanks out. A blank is put back between a name and a word for what somebody
did only where the form as a whole tells it: works with strokes, or names on both sides of them.
"""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re
from converter.hanzi import HAN
from converter.names import is_name, two_names
from converter.names.house import HOUSE, POST, RANK
from converter.names.works import PICTURES, WRITING, one_of

_WORK = one_of(WRITING | PICTURES)
_STROKE = r"\s*[/／|｜：:]\s*"
_LED = re.compile(rf"^\W?\s*(?:{_WORK}){_STROKE}(?=[{HAN}])")
"""文／ at the head of a byline."""
_NEXT = re.compile(rf"(?<=[{HAN}])(?P<work>{_WORK})(?={_STROKE}[{HAN}A-Z])")
"""Another work and its stroke right behind a name."""
_NAME = rf"[{HAN}]{{2,4}}?|[{HAN}]{{1,6}}(?:[·•][{HAN}]{{1,6}})+?"
_TOLD = "口述|自述|讲述|講述|原著|著|文字|撰文|文"
_TAKEN = one_of(
    word for word in WRITING | PICTURES if len(word) > 1 or word in frozenset("译譯图圖摄攝绘繪文")
)
_LAST = frozenset("理录錄写寫译譯图圖摄攝绘繪影片画畫编編撰笔筆")
"""With what such a byline ends that has works behind its names."""
_PAIR = re.compile(
    rf"^(?P<mark>\W?\s*)(?P<one>{_NAME})(?P<told>{_TOLD})[ \u3000]*(?P<two>{_NAME})(?P<taken>{_TAKEN})$"
)
"""张三口述李四整理, 某某·某某著李四译."""
_STRUCK = re.compile(
    rf"^(?P<mark>\W?\s*)(?P<one>{_NAME}){_STROKE}(?P<told>{_TOLD})(?P<two>{_NAME}){_STROKE}(?P<taken>{_TAKEN})$"
)
"""张三/文李四/图."""
_POST = rf"(?:{HOUSE})?(?:{RANK})?(?:{POST})|特约撰稿|特約撰稿"
_POSTS = re.compile(
    rf"^(?P<mark>\W?\s*)(?P<post>{_POST})[ \u3000]*(?P<one>{_NAME})(?P<next>{_POST}|{_TAKEN})[ \u3000]*(?P<two>{_NAME})$"
)
"""特约撰稿张三本刊记者李四, 本刊记者张三摄影李四."""
_AFTER_POST = re.compile(rf"^(?P<mark>\W?\s*)(?P<post>{_POST})[ \u3000]*(?P<names>[{HAN}]{{5,7}})$")
"""本刊记者张三丰李四: no name is so long."""
_BOTH = re.compile(rf"^文\s*[/／、·&＆]\s*(?P<work>图|圖|摄影|攝影|摄|攝)(?P<name>[{HAN}]{{2,3}})$")
"""文／摄影张三."""
_LONGEST = 40
"""Characters of such a byline."""
_SHORT = range(2, 4)
"""Characters of a name that need not begin with a surname between 文／ and 图／."""
_ENDS_WITH_NAME = re.compile(
    rf"(?:{POST}|医师|醫師|教授|主任|院长|院長|老师|老師|博士)[ \u3000]?[{HAN}]{{2,4}}$"
)
"""What stands before a name says who that is."""


def with_lost_blanks(plain: str, known: Collection[str]) -> str:
    """A byline with the blanks that it has lost, as it is where nothing tells that it has lost any.

    ``known`` are the names that the contents give for the article.
    """
    if len(plain) > _LONGEST:
        return plain
    if (both := _BOTH.match(plain)) is not None and _signs(both["name"], known):
        return f"文／{both['work']}　{both['name']}"
    if (led := _LED.match(plain)) is not None:
        return _between_strokes(plain, led.end(), known)
    forms = (_STRUCK, _PAIR) if plain[-1:] in _LAST else (_POSTS,)
    for form in forms:
        hit = form.match(plain)
        if hit is not None and all(_signs(hit[part], known) for part in ("one", "two")):
            return _joined(form, hit.groupdict())
    hit = _AFTER_POST.match(plain)
    if hit is not None and (names := _listed(hit["names"], known) or two_names(hit["names"])):
        return f"{hit['mark']}{hit['post']} {' '.join(names)}"
    return plain


def _listed(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Two names of the contents that no blank parts, () for anything else."""
    parted = ((text[:cut], text[cut:]) for cut in range(1, len(text)))
    return next((names for names in parted if all(name in known for name in names)), ())


def _joined(form: re.Pattern[str], parts: dict[str, str]) -> str:
    """The parts of a byline with blanks between them."""
    mark = parts["mark"]
    if form is _STRUCK:
        return f"{mark}{parts['told']}／{parts['one']}　{parts['taken']}／{parts['two']}"
    if form is _PAIR:
        return f"{mark}{parts['one']} {parts['told']} {parts['two']} {parts['taken']}"
    return f"{mark}{parts['post']} {parts['one']} {parts['next']} {parts['two']}"


def _between_strokes(plain: str, start: int, known: Collection[str]) -> str:
    """文/沙鸥图/贝蒂, of which the names begin at ``start``, with a blank before each further work."""
    made = plain[:start]
    for hit in _NEXT.finditer(plain, start):
        name = plain[start : hit.start()]
        if _signs(name, known) or len(name) in _SHORT or _ENDS_WITH_NAME.search(name):
            made += f"{name}　"
            start = hit.start()
    return made + plain[start:]


def _signs(name: str, known: Collection[str]) -> bool:
    return name in known or is_name(name)
