"""An editor's note above a title: the OCR reads it as the end of the article before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.parse.kinds import addresses_at_head, is_addressed, is_editors_note
from converter.parse.paragraph import complete
from converter.segment import Unit

_MOST = 4
"""Pieces of a note, and who presides over the column above it."""
_HOST = re.compile(r"^\W{0,2}[栏欄]目主持人?\s*[：:／/]\s*\S{2,12}$")
"""栏目主持人：岳明舒, which may as well stand below an article."""


_HOSTS_WORD = re.compile(r"^\W?(?:[栏欄]目)?主持人?(?:的[话話]|[语語]|按)")
"""主持人语, which sums up a column as well as it opens one."""


_REGISTERED = re.compile(
    r"^[【\[［]?\s*(?P<label>DOI|doi|文章编号|文章编码|引用格式|本文引用格式|中图分类号)\s*[】\]］]?\s*[:：│｜|丨┃]?\s*\S"
)
"""DOI：10.…, which some journals print over the title."""


def move_lead_ins(
    parts: list[list[Unit]], named: Sequence[bool], tops: Collection[int] = ()
) -> None:
    """Move the editor's notes that stand before a title to the article that it opens.

    ``parts`` are the units before the first article and those of each article's body. What
    stands before the first title is the issue's own and stays. So does the word of a
    column's host before the name of the next section, which is the end of the column:
    ``named`` tells of each article whether that of its section stands above its title. What
    the DOI of an article is stands at the top of its page; ``tops`` are the lines there.
    """
    for index in range(len(parts) - 1):
        part = parts[index]
        while part and _REGISTERED.match(part[-1].text):
            if index and part[-1].first not in tops and not _has_own(part):
                break
            parts[index + 1].insert(0, part.pop())
        if not index:
            continue
        at = _first(part)
        if named[index] and at < len(part) and _HOSTS_WORD.match(part[at].text):
            continue
        if 0 < at < len(part) and not (_answers(part, at) or _remarks(part, at, tops)):
            parts[index + 1] = [*part[at:], *parts[index + 1]]
            del part[at:]


def _has_own(part: Sequence[Unit]) -> bool:
    """True for an article with its number in the journal above its title: the last is the next one's."""
    above, below = _REGISTERED.match(part[0].text), _REGISTERED.match(part[-1].text)
    if len(part) == 1 or above is None or below is None:
        return False
    return above["label"] == below["label"]


_SIGNED = 24
"""Em of a name with a place under a letter."""


def _answers(part: Sequence[Unit], at: int) -> bool:
    """True for a note that speaks of the letter above it, or of who has signed that."""
    if addresses_at_head(part) and _LETTER.search(part[at].text):
        return True  # who wrote it is told at its head
    above = part[at - 1].text.strip()
    if width(above) > _SIGNED or complete(above):
        return False
    name = re.split(r"[\s　（）()]+", _SPACED.sub(r"\1\2", _DATED.sub("", above)).rstrip("）)"))[-1]
    note = part[at].text
    if _LETTER.search(note) is not None:
        return True
    called = (f"{name[:size]}{title}" for size in (1, 2) for title in _TITLES)
    return _NAME.match(name) is not None and any(one in note for one in (name, *called))


def _remarks(part: Sequence[Unit], at: int, tops: Collection[int]) -> bool:
    """True for a short note right below who signs a letter, on the page of the letter.

    What opens the next article stands at the top of its page, or tells more.
    """
    above, note = part[at - 1].text.strip(), part[at]
    if note.first in tops or width(note.text) > _REMARK or at + 1 < len(part):
        return False
    signed = width(above) <= _SIGNED and not complete(above)
    return signed and any(is_addressed(unit.text) for unit in part[:at])


_REMARK = 60
"""The most em of what the editors remark on a letter."""
_DATED = re.compile(r"[\s，,]*(?:(?:19|20)\d\d\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?[）)]?$")
"""When a letter was written, behind who signs it."""
_SPACED = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000]([{HAN}])$")
"""尤 明: a name of two characters as it is set."""
_NAME = re.compile(rf"^[{HAN}·]{{2,4}}$")
_TITLES = ("老师", "老師", "先生", "女士", "同志", "读者", "讀者")
"""What the editors call who writes to them, behind the surname: 感谢上官老师的指正."""


def _first(part: list[Unit]) -> int:
    """Where the note begins at the end of a part; its length if there is none."""
    end = len(part)
    for at in range(end - 1, max(0, end - _MOST), -1):
        if _is_note(part[at]):
            end = at
        elif complete(part[at - 1].text) or (end < len(part) and not _is_note(part[at - 1])):
            break  # it is not what a page, or two of them, have cut off a note
    while 1 < end < len(part) and _HOST.match(part[end - 1].text):
        end -= 1
    return end


_LETTER = re.compile("[来來][信函]|[此该該]信|信中")
_AFTER = re.compile(r"^\W?(?:[编編]\s*[后後]|[编編译譯]者(?:附|[后後]))")
"""编后：……, 编者附记：……, which by their names end what they speak of."""


def _is_note(unit: Unit) -> bool:
    if _AFTER.match(unit.text):
        return False
    return is_editors_note(unit.text) and not _HOST.match(unit.text)
