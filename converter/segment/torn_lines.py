"""What stands on one line in print and on several in the text layer of a PDF.

A text layer has a line of its own, with a blank one below, for what stands far from its
neighbours or in another size: each key word behind 关键词：, the first half of 摘　　要：, and the
raised mark before a note at the foot of a page. Such lines say nothing by themselves; they are headings to whoever reads on.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, width
from converter.source import Line

_KEY_WORDS = re.compile(
    r"^[【\[［]?(?:关\s*键\s*词|關\s*鍵\s*詞)(?:[】\]］]\s*[：:]?|\s*[：:])\s*[^，。；、,;]+$"
)
"""Where marks part them, the next line has what this one has no room for."""
_WORD = re.compile(rf"[{HAN}A-Za-z“”《》·\-]+(?:\s[{HAN}A-Za-z“”《》·\-]+)*")
_WIDEST, _MOST = 12, 8
"""Em of the widest key word that has a line of its own, and the most of them."""
_TEXT = 16
"""Em of a line of running text, or of 一、……, below the key words."""
_BEGINS = re.compile(
    r"^(?:引\s*言|导\s*言|導\s*言|前\s*言|绪\s*论|緒\s*論|序\s*言|导\s*论|导\s*语|问题的?提出|缘\s*起)$"
    r"|^(?:[一二三四五六七八九十]、|（一）|\d{1,2}(?:[.．、]|\s))|^(?:中图|文献|文章|基金|作者|Abstract|Key)"
)
"""What stands below the key words: the first heading, another label, the English ones."""
_MARK = re.compile(rf"^(?:[\[［〔]\d{{1,3}}[\]］〕]|[{CIRCLED}])$")
_SECOND_HALF = re.compile(r"^要\s*[】\]］]?\s*[：:]\s*\S")
"""What stands below 摘, and below the mark of a note on the author beside it."""
_FIRST_HALVES = frozenset("摘提")
_STAR = re.compile(r"^[*＊]{1,3}$")
_AUTHOR = 10
"""Em of the widest line of an author that such a mark belongs to."""
_ENDS = tuple("*＊。：；")
_CITED = re.compile(
    r"^[《\[［〔“]|[：:，]\s?《|^(?:参见|參見|转引|轉引|同上|同前|同注|前引|载|見|见《)|》[，,（(]|出版社|第\s?\d+\s?[页頁期卷]|https?://"
    r"|[A-Z][^。]*\b(?:19|20)\d\d\b|\b[Pp]{1,2}\.\s?\d"
)
"""A work that is cited, whatever the style."""


def with_torn_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with what a text layer has torn off them, where most have lost nothing."""
    if not any(map(_is_torn, lines)):
        return lines
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        text = lines[at].text.strip()
        end = _key_words(lines, at) if _KEY_WORDS.match(text) else at
        if end > at:
            words = [line.text.strip() for line in lines[at : end + 1] if not line.blank]
            kept.append(lines[at]._replace(text="\u3000".join(words)))
            at = end + 1
            continue
        if text in _FIRST_HALVES and (end := _second_half(lines, at)) > at:
            for star in (line for line in lines[at + 1 : end] if not line.blank):
                _give_star(kept, star)
            kept.append(lines[end]._replace(text=f"{text}\u3000{lines[end].text.strip()}"))
            at = end + 1
            continue
        below = _below(lines, at) if _MARK.match(text) else at
        if below > at and _CITED.search(lines[below].text.strip()):
            kept.append(lines[below]._replace(text=f"{text} {lines[below].text.strip()}"))
            at = below + 1
            continue
        kept.append(lines[at])
        at += 1
    return kept


def _is_torn(line: Line) -> bool:
    text = line.text
    if not text:
        return False
    if "键" in text[:9] or "鍵" in text[:9]:
        return _KEY_WORDS.match(text.strip()) is not None
    if len(text) >= _MARK_LINE:
        return False
    text = text.strip()
    return text in _FIRST_HALVES or _MARK.match(text) is not None


_MARK_LINE = 8
"""Characters of a line with nothing but a mark, and blanks around it."""


def _below(lines: Sequence[Line], at: int) -> int:
    """The place of the text right below a line, or below one blank one; its own if there is none."""
    for below in (at + 1, at + 2):
        if below < len(lines) and not lines[below].blank:
            return at if lines[below].text.startswith("\f") else below
    return at


def _second_half(lines: Sequence[Line], at: int) -> int:
    """The place of 要：…… below 摘, a mark of a note between them or not; ``at`` for none."""
    below = _below(lines, at)
    if below > at and _STAR.match(lines[below].text.strip()):
        below = _below(lines, below)
    return below if _SECOND_HALF.match(lines[below].text.strip()) else at


def _give_star(kept: list[Line], star: Line) -> None:
    """Put a mark of a note behind the author above it, or keep it on its line under a longer one."""
    last = next((at for at in range(len(kept) - 1, -1, -1) if not kept[at].blank), None)
    text = "" if last is None else kept[last].text.strip()
    if last is None or not 0 < width(text) <= _AUTHOR or text.endswith(_ENDS):
        kept.append(star)
    else:
        kept[last] = kept[last]._replace(text=f"{kept[last].text.rstrip()}{star.text.strip()}")


def _key_words(lines: Sequence[Line], at: int) -> int:
    """The place of the last key word that stands below the line of the first; ``at`` for none."""
    last, words = at, 0
    while words < _MOST:
        below = _below(lines, last)
        text = lines[below].text.strip()
        if below == last or width(text) > _WIDEST or _BEGINS.match(text):
            break
        if _WORD.fullmatch(text) is None:
            return at
        last, words = below, words + 1
    below = _below(lines, last)
    text = lines[below].text.strip()
    ends = below != last and (width(text) >= _TEXT or _BEGINS.match(text) is not None)
    return last if ends else at
