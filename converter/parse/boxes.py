"""Sidebars (链接, 小贴士 …): where they begin and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.hanzi import ends_sentence, squeeze, width
from converter.profile import Profile
from converter.segment import Unit

_DASHES = re.compile(r"^(?:——+|—|－－|--)\s*(?=\S)")
_SOURCE_LINE = re.compile(
    r"^[（(【\[]?\s*(?:摘自|选自|摘编自|节选自|引自|来源|资料来源|出处|据|原载|转自|整理自|資料來源|出處|摘錄自)\s*[：:]?\s*\S.{1,60}[）)】\]]?$"
)
_BRACKETED = re.compile(r"^[【\[〖《〈「『▲■●◆★※▶►☞➤]\s*(?P<label>[^】\]〗》〉」』：:|｜\s]{2,8})\s*[】\]〗》〉」』]?\s*[：:|｜]?\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class BoxStart:
    """A box begins at a unit: its label, and the text on the same line."""

    label: str
    rest: str
    own_line: bool


@dataclass(frozen=True, slots=True)
class BoxExtent:
    """Which units a box takes (indexes, end exclusive) and which of them say what."""

    end: int
    title: int | None
    body: tuple[int, ...]
    attribution: tuple[int, ...]


def box_start(unit: Unit, profile: Profile) -> BoxStart | None:
    """Read a unit as the beginning of a box."""
    text = unit.text.strip()
    plain = squeeze(text)
    labels, ambiguous = profile.boxes.labels, profile.boxes.ambiguous
    bare = plain.strip("【】[]〖〗《》「」▲■●◆★※▶►☞➤：:|｜·—-")
    if bare in labels and len(plain) <= len(bare) + 4:
        return BoxStart(bare, "", own_line=True)
    hit = _BRACKETED.match(text)
    if hit and squeeze(hit["label"]) in labels and not text.startswith(("《", "「", "『")):
        return BoxStart(squeeze(hit["label"]), hit["rest"].strip(), own_line=False)
    hit = re.match(r"^(?P<label>\S{2,6})(?:\s+|\s*[：:|｜]\s*)(?P<rest>\S.*)$", text)
    if hit and hit["label"] in labels and hit["label"] not in ambiguous:
        return BoxStart(hit["label"], hit["rest"].strip(), own_line=False)
    if hit and hit["label"] in ambiguous and re.match(rf"^{hit['label']}\s*[|｜]", text):
        return BoxStart(hit["label"], hit["rest"].strip(), own_line=False)
    return None


def is_attribution(text: str) -> bool:
    """True for ——摘自…… and （来源：……）."""
    plain = text.strip()
    if _DASHES.match(plain):
        return width(plain) <= 80
    return width(plain) <= 50 and _SOURCE_LINE.match(plain) is not None and not ends_sentence(plain)


def attribution_text(text: str) -> str:
    """The attribution without its dash or brackets."""
    plain = _DASHES.sub("", text.strip())
    if plain == text.strip() and plain[:1] in "（(【[" and plain[-1:] in "）)】]":
        return plain[1:-1].strip()
    return plain


def _may_title(unit: Unit, following: Unit | None) -> bool:
    """A short line that is no sentence, before the text of a box."""
    if following is None or is_attribution(unit.text) or is_attribution(following.text):
        return False
    return width(unit.text) <= 26 and not ends_sentence(unit.text) and unit.text[-1] not in "，、；："


def box_extent(
    units: Sequence[Unit], start: int, head: BoxStart, stops: frozenset[int], *, open_before: bool
) -> BoxExtent:
    """Where a box ends.

    ``stops`` are units that cannot belong to it (headings, speakers, other boxes, the
    next title); ``open_before`` tells that a sentence waits to be continued after it.
    The strongest sign of the end is an attribution; without one the box is a single
    paragraph, unless its own text breaks off.
    """
    limit = start + 1
    while limit < len(units) and limit not in stops and limit - start <= 12:
        limit += 1
    mark = next((i for i in range(start + 1, limit) if is_attribution(units[i].text)), None)
    first = start if head.rest else start + 1
    title = None
    if not head.rest and first + 1 < limit and _may_title(units[first], units[first + 1]):
        title, first = first, first + 1
    if mark is not None and mark >= first and _belongs(units, first, mark, open_before=open_before):
        end = mark + 1
        while end < limit and not units[end].gap and _more_attribution(units, mark, end):
            end += 1
        return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))
    if first >= limit:
        return BoxExtent(limit, None if title is None else title, (), ())
    return BoxExtent(*_without_attribution(units, first, limit, title, open_before=open_before))


def _more_attribution(units: Sequence[Unit], mark: int, index: int) -> bool:
    text = units[index].text
    return width(text) <= 60 and not ends_sentence(text) and (text[0] in "《（“" or len(units[mark].text) < 24)


def _belongs(units: Sequence[Unit], first: int, mark: int, *, open_before: bool) -> bool:
    """An attribution belongs to the box if what is between reads as its text."""
    between = mark - first
    if between <= 1:
        return True
    texts = [units[i].text for i in range(first, mark)]
    if open_before:
        # With a broken sentence before the box, complete paragraphs are still the box's;
        # a fragment in the middle would be the continuation.
        return all(ends_sentence(text) for text in texts[:-1]) and between <= 5
    return between <= 4 and sum(map(width, texts)) <= 900


def _without_attribution(
    units: Sequence[Unit], first: int, limit: int, title: int | None, *, open_before: bool
) -> tuple[int, int | None, tuple[int, ...], tuple[int, ...]]:
    end = first + 1
    # Text that breaks off and goes on in the next unit of the same block or page.
    while end < limit and not units[end].gap:
        end += 1
    if not ends_sentence(units[end - 1].text) and end < limit and not open_before:
        end += 1
    elif open_before and not ends_sentence(units[end - 1].text) and end + 1 < limit:
        end += 1
    return end, title, tuple(range(first, end)), ()
