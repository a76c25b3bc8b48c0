"""Running heads that a line by itself tells, made of names of the issue: 纸鸢 46, 文史·第十四辑."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, width
from converter.segment.heads import DATED
from converter.segment.journals import names_alike, with_digits
from converter.segment.page_edges import EDGE_NUMBER
from converter.segment.regions.labels import ISSUE_LINE
from converter.source import Line

_HEAD_FILL = re.compile(
    r"第|[一二三四五六七八九十]{1,3}(?=[月期卷日])|年|月|日|期|卷|页|頁|号|號|总|總|等|季刊|月刊|周刊|半月刊|双月刊|vol|no|[a-z]+|\d+"
)
_VOLUME = re.compile(
    r"(?:(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年\s*)?第\s*[\d一二三四五六七八九十百〇零]+\s*[辑輯卷集号號期]\s*$"
    r"|(?:民[国國])?[〇○零一二三四五六七八九十百\d]{2,4}\s*年\s*(?:[一二三四五六七八九十]{1,3}月|\d{1,2}\s*月|[春夏秋冬]季?)[號号刊]\s*$|\s(?:no|vol|issue)\.?\s*\d{1,4}\s*$",
    re.IGNORECASE,
)


def is_issue_head(text: str, parts: Sequence[str], title: str) -> bool:
    """True for 一九八四年第五期 and nothing else but the magazine's name; 文史·第十四辑; 文史 | 讲坛.

    ``title`` is the key of that name, of which one character may be misread.
    """
    if _is_title_and_section(text, parts, title):
        return True
    if width(text) > 30:
        return width(text) <= _BILINGUAL and _names_issue_twice(text, parts)
    if "期" in text and ISSUE_LINE.search(text := with_digits(text)) is not None:
        rest = key(ISSUE_LINE.sub("", text))
        return not rest or rest in parts or names_alike(rest, title)
    if _MONTHLY.match(text) is not None:
        return True
    hit = _VOLUME.search(text)
    return hit is not None and key(_VOLUME.sub("", text)) in parts


_BARS = frozenset("|｜│丨/／")
_BAR = re.compile(r"\s*[|｜│丨/／]\s*")


def _is_title_and_section(text: str, parts: Sequence[str], title: str) -> bool:
    """True for the magazine's name and that of a section with a bar between: 文史 | 讲坛."""
    if not title or len(text) > _LONGEST or _BARS.isdisjoint(text):
        return False
    names = [key(part) for part in _BAR.split(text.strip())]
    if len(names) != _TWO or title not in names:
        return False
    names.remove(title)
    return names[0] != title and names[0] in parts


_LONGEST, _TWO = 40, 2
"""Characters of such a head, and its parts."""
_LATIN = re.compile(
    rf"^(?P<latin>[A-Z][A-Za-z’'&.]*(?:\s+[A-Z][A-Za-z’'&.]*){{0,4}})(?:\s*[|｜/·•]\s*|\s+)(?P<name>[{HAN}](?:[ ·]?[{HAN}]){{1,11}})$"
)


def latin_heads(lines: Sequence[Line], names: Container[str], reasons: Container[int]) -> list[int]:
    """The places of WENSHI YUEKAN 讲坛 and WENSHI YUEKAN 书话: the magazine's name in Latin letters and a section.

    The same letters stand before sections that differ: FEATURES 特稿 over each article is one name
    in two languages. ``names`` are the keys of the issue's names; what is one as a whole is a title.
    Within a sentence stands nothing else with one of them that is spelt as it sounds: DUIHUA 对话.
    """
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not text[:1].isascii() or len(text) > _LONGEST or line.number in reasons:
            continue
        hit = _LATIN.match(text) if key(text) not in names else None
        if hit is not None and (name := key(hit["name"])) in names:
            found[key(hit["latin"])].append((position, name))
    return [
        position
        for places in found.values()
        if len({name for _, name in places}) >= _TWO
        or (len(places) == 1 and _is_within(lines, *places[0]))
        for position, _ in places
    ]


_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:i(?:ang|ong|ng|an|ao|a|e|u|n)?|u(?:ang|ai|an|a|e|i|o|n)?|a(?:ng|i|o|n)?|e(?:ng|i|r|n)?|o(?:ng|u)?)"
)
"""A syllable of Hanyu Pinyin (GB/T 16159), without its tone."""


def _is_within(lines: Sequence[Line], position: int, name: str) -> bool:
    """True for a line below a long one that breaks a sentence off, with as many syllables as ``name`` has characters."""
    latin = re.sub("[^a-z]", "", lines[position].text.lower())
    if re.fullmatch(f"(?:{_SYLLABLE}){{{len(name)}}}", latin) is None:
        return False
    above = next((line.text for line in reversed(lines[:position]) if not line.blank), "。")
    return width(above) > _LONGEST and is_han(above.rstrip()[-1])


_MONTH = r"(?:19|20)\d\d\s*[年·.]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月[号號刊]"
_MONTHLY = re.compile(rf"^\s*(?:{_MONTH}[\s|｜/·•]+\d{{1,3}}|\d{{1,3}}[\s|｜/·•]+{_MONTH})\s*$")
"""2016年10月号　12: the month of the issue and the folio, which nothing else is."""
_BILINGUAL = 60
_ENGLISH_ISSUE = re.compile(
    r"[A-Za-z][A-Za-z&.' ]*,\s*(?:[A-Z][a-z]{2,8}\.?\s*)?(?:19|20)\d\d\b.*\bVol\b.*\bNo\b.*$"
)
_DATES = re.compile(
    r"(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|第\s*\d{1,3}\s*[卷期]|[（(]?总第?\s*\d+\s*期[）)]?"
)


def _names_issue_twice(text: str, parts: Sequence[str]) -> bool:
    """某某护理 2022年12月第14卷第6期 Certain Nursing, December 2022, Vol.14, No.6: a running head."""
    if _ENGLISH_ISSUE.search(text) is None:
        return False
    return key(_DATES.sub("", _ENGLISH_ISSUE.sub("", text))) in parts


TWO_NUMBERS = re.compile(
    r"^\s*(?P<left>\d{1,4})\s+\d{1,4}\s+\D|\D(?:\s+|\s*[.．·•]\s*)\d{1,4}\s+(?P<right>\d{1,4})\s*$"
)
"""街坊 41　6, 街坊．041　06, 街坊 No.41　6: the number of the issue and the folio."""
_NUMBERED = re.compile("no|vol|issue|第|期|[总總]|[号號]")
_PAGE = re.compile(r"第\s*\d{1,3}\s*[页頁]\s*$")


_BLANKS = re.compile(r"\s{2,}")
"""What parts the issue, the title and the folio of a head, each at its place on the page."""
_WIDEST = 44
"""Em of such a head, the blanks in it apart."""


def is_known_head(text: str, parts: Sequence[str]) -> bool:
    """True for a line made of names and titles of the issue with a folio or a date."""
    if not any(map(str.isdigit, text)) or width(_BLANKS.sub(" ", text)) > _WIDEST:
        return False
    if ends_sentence(text) and text.rstrip()[-1] not in "？！?!":
        return False  # a title may ask
    rest = key(text)
    if rest in parts:
        return False  # the title itself, which tells a year: 2024年度……
    found = 0
    for part in parts:
        if part in rest:
            rest, found = rest.replace(part, ""), found + 1
    if found and not rest:
        return False  # its figures are those of the names
    if not (EDGE_NUMBER.match(text) or DATED.search(text) or _PAGE.search(text)):
        # LINEFIELD 46　紙還有甚麼用？
        beside = found >= 2 and rest.isdecimal() and rest in text
        counts = _NUMBERED.sub("", rest).isdecimal()
        return beside or (found > 0 and counts and TWO_NUMBERS.search(text) is not None)
    if found and len(_HEAD_FILL.sub("", rest)) <= 1:
        return True
    # A long title is cut short in the running head.
    bare = re.sub(r"^\d+|\d+$", "", key(text))
    return len(bare) >= 6 and any(part.startswith(bare) for part in parts)
