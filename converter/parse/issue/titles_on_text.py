"""The title of a box that OCR has put on the first line of its text, below the name of the box.

链接 | 流动党员　流动党员是指…… | : the name of boxes on a line of its own, and below it a few words and
the text of the box, with a blank between them where no other blank parts two characters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han, key, width
from converter.parse.boxes import bare_label
from converter.source import Line

_TITLED = re.compile(
    rf"^(?P<title>\s*[{HAN}A-Za-z\d“《「『][^。；！ \u3000\t]{{1,23}}?)(?P<blank>[ \u3000\t]+)(?P<text>[{HAN}“《「『（\d].{{10,}})$"
)
_PARTED = re.compile(rf"[{HAN}，。、；：？！”」』）》][ \u3000\t]+[{HAN}“《「『（]")
_WIDEST = 20
"""Em of the longest title beside its text."""
_BELOW = 3
"""Lines below the name of a box, blank ones among them, of which one is the first of its text."""
_NUMBERED = re.compile(r"^(?:1\s?[.．、]|一、|（一）|①|[(（]1[)）])")
_ASKS = re.compile(
    r"^(?:什么|什麼|怎样|怎樣|如何|为什么|為什麼|哪些|谁)|(?:什么|什麼|怎样|怎樣|如何|为何|為何|多少|多久|哪些|几何|吗|嗎|[？?])$"
)
_WORDS = 2
"""Chinese characters of a title at least: 20:10 开始…… tells what was done then."""
_ITSELF = 2
"""Characters of a title with which its text begins."""


_BOLD = re.compile(
    r"^\s*(?P<head>\*\*(?P<label>[^*：:｜|\s]{2,10})(?:[：:｜|]|[ \u3000]+)[^*。；！]{2,24}\*\*)[ \u3000\t]*(?P<text>[^\s*].{10,})$"
)
"""**小知识：怎样算剂量** 按体重……: both names of a box in bold, and its text behind them."""


def with_box_titles_apart(lines: Sequence[Line], labels: Collection[str]) -> list[Line]:
    """The lines, of which the first of a box has its title no more.

    ``labels`` are the keys of the names of boxes. What stands before the blank is a title if the
    text begins with one of its words or with the number of its first point, if it asks what the
    text answers, if the blank is wide where others are not, or if other boxes of that name
    have a title. So does what a document model has set in bold behind the name.
    """
    named = dict(_named(lines, labels))
    titled = {key(lines[top].text) for at, top in named.items() if _is_title(lines, at)}
    made: list[Line] = []
    for at, line in enumerate(lines):
        hit = _TITLED.match(line.text) if at in named and not _lists_terms(lines, at) else None
        bold = _BOLD.match(line.text) if line.text.lstrip()[:2] == "**" else None
        if bold is not None and key(bold["label"]) in labels:
            made += [line._replace(text=bold["head"]), line._replace(text=bold["text"])]
        elif hit is not None and _heads(hit, titled=key(lines[named[at]].text) in titled):
            made += [line._replace(text=hit["title"]), line._replace(text=hit["text"])]
        else:
            made.append(line)
    return made


def _named(lines: Sequence[Line], labels: Collection[str]) -> Iterator[tuple[int, int]]:
    """The first line with a text below each name of boxes on a line of its own, and that of the name."""
    for top, line in enumerate(lines):
        if line.blank or len(line.text) > _LONGEST or key(bare_label(line.text)) not in labels:
            continue
        below = range(top + 1, min(top + 1 + _BELOW, len(lines)))
        first = next((at for at in below if not lines[at].blank), None)
        if first is not None:
            yield first, top


_LONGEST = 16
"""Characters of the longest name of boxes, with what is around it."""


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """True for a few words on a line of their own, which no sentence is."""
    text = lines[at].text.strip()
    return 1 < width(text) <= _WIDEST and text[-1] not in "。，；：、…——）)"


def _lists_terms(lines: Sequence[Line], at: int) -> bool:
    """True for 缆桩　…… over 水尺　……: terms and what they mean, all of which stand so."""
    below = next((one.text for one in lines[at + 1 : at + 1 + _BELOW] if not one.blank), "")
    return _TITLED.match(below) is not None


def _heads(hit: re.Match[str], *, titled: bool) -> bool:
    """True if what stands before the blank heads what stands behind it."""
    title, text = hit["title"].strip(), hit["text"]
    if width(title) > _WIDEST or _PARTED.search(text) or sum(map(is_han, title)) < _WORDS:
        return False
    if _NUMBERED.match(text):
        return True
    if not title[-1].isalnum() and title[-1] not in "”》」』）)？?":
        return False
    if "，" in title or "：" in title:
        return False
    itself = text.lstrip("“《「『（")[:_ITSELF] in title
    wide = hit["blank"] != " "
    if not wide and text[0].isdecimal():
        return False  # 早上 6 点，……: as around all figures
    return itself or wide or titled or _ASKS.search(title) is not None
