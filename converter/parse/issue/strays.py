"""Lines of the masthead that OCR has read among those of the contents, put back below it.

Both often share a page, in columns of their own. A label that no title begins with tells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han
from converter.names import is_body, split_names
from converter.parse.context import Ledger
from converter.segment import Regions
from converter.segment.regions.entries import entry_like, is_contents_heading
from converter.segment.regions.labels import label_of
from converter.source import Line

_OF_PAGE = re.compile(
    r"^[\s#*]*(?:目\s*[录錄次](?:\s*[（(]?\s*[续續]\s*[）)]?)?|CONTENTS|Contents|[—–-]\s*\d{1,3}\s*[—–-])[\s*]*$"
)
"""目录 once more, CONTENTS, — 2 —: what stands over or under another page of the contents."""
_HEAD = 2
"""Lines that may be the heading of the contents."""
_MOST = 3
"""So many lines of a masthead have strayed; where there are more, it stands within the contents."""
_SELDOM = 6
"""Of so many lines of contents one is blank at most where nothing parts their sections."""
_OTHERS = re.compile(
    r"^(?:热线|新闻热线|读者热线|读者来信|信箱|投稿信箱|来稿|稿件|稿约|版权声明|本刊声明|公众号|微信|微博|市场部|办公室|记者部|采访|採訪|主笔|主筆|客服|行政|财务|经理|插画|监制|设计|邮购|银行|来稿信箱|创刊|委员)$"
)
"""Labels that are names of sections or titles begin with as well."""


def with_strays_moved(lines: Sequence[Line], regions: Regions, ledger: Ledger) -> Sequence[Line]:
    """The lines, those of the masthead among the contents moved to its end; the same if there are none.

    What stands over and under another page of the contents, their heading again and a folio, goes.
    """
    if regions.contents is None:
        return lines
    first, last = regions.masthead or (0, 0)
    inside = [at for at in _inside(regions) if not first <= at < last and not lines[at].blank]
    found = [at for at in inside if last and _is_stray(lines[at].text)]
    pages = [at for at in inside[_HEAD:] if _OF_PAGE.match(lines[at].text)]
    if not 0 < len(found) + len(pages) <= _MOST:
        return lines
    for at in pages:
        ledger.drop(lines[at].number, lines[at].text.strip(), "contents-rest")
    gone = _without_gaps(lines, sorted({*found, *pages}), range(*regions.contents))
    made: list[Line] = []
    for at, line in enumerate(lines):
        if at == last:
            made += (lines[one] for one in found)
        if at not in gone:
            made.append(line)
    return made if last < len(lines) else [*made, *(lines[one] for one in found)]


def _without_gaps(lines: Sequence[Line], found: Sequence[int], inside: range) -> set[int]:
    """The places of some lines and of one blank line beside each; of both where none parts the others."""
    apart = [at for at in found if _stood_apart(lines, at)]
    gaps = sum(lines[at].blank for at in inside) - 2 * len(apart)
    tight = gaps * _SELDOM <= len(inside)
    return {*found, *(at + 1 for at in apart), *(at - 1 for at in apart if tight)}


def _inside(regions: Regions) -> Iterator[int]:
    """The places of the lines of the contents."""
    for part in (regions.contents, regions.more):
        if part is not None:
            yield from range(*part)


def _stood_apart(lines: Sequence[Line], at: int) -> bool:
    """True for a line with a blank one above it and one below."""
    return lines[at - 1].blank and at + 1 < len(lines) and lines[at + 1].blank


def _is_stray(text: str) -> bool:
    """True for 主管：某某省委, 主办　某某社, 定价　22元 and 主编　某某, and for no entry."""
    label, value, colon = label_of(text) if text.strip() else ("", "", False)
    if not value or _OTHERS.match(label) or is_contents_heading(text):
        return False
    if colon and not has_han(value):
        return True
    if entry_like(text):
        return False
    house = label in _BY_WHOM or is_body(value) or value.endswith(_HOUSES)
    return colon or house or _FIGURES.search(value) is not None or _signs(label, value)


def _signs(label: str, value: str) -> bool:
    """True for 主编　某某: one who makes the magazine, and the name; another may follow."""
    name = re.split(r"[ \u3000](?=副?(?:主[编編]|社[长長])[ \u3000])", value)[0]
    known = split_names(name) is not None or _SPACED_NAME.match(name) is not None
    return label.endswith(_STAFF) and known


_BY_WHOM = frozenset(("主管", "主办", "主辦", "主管主办", "主管单位", "主办单位", "承印", "印刷"))
_HOUSES = ("编辑部", "編輯部", "编委会", "編委會", "社", "印刷厂", "印刷廠", "会", "會", "集团")
_STAFF = ("编", "編", "社长", "社長", "人", "总编辑", "總編輯", "主任")
_FIGURES = re.compile(r"\d元$|^(?:ISSN|CN)|^[（(\d][\d（）()\s\-—–－]{6,}$")
"""22元, ISSN 9055-2204, (0071)5550119: what a title does not end with, or is not made of."""
_SPACED_NAME = re.compile(rf"^[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{1,2}}$")
"""骆 驼: letter-spaced, what may be a word is a name."""
