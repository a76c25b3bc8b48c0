"""Captions that stand in a column in the middle of a sentence, without a blank line.

Hard-wrapped text fills its column but for the last line of each paragraph, and below that
line the next paragraph is indented. Where a sentence breaks off in a full line, a short line
or two follow, and flush text carries the sentence on below, they are none of the text: they
stood under a picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import CLOSING, ends_sentence, is_han, unclosed, unopened, width
from converter.parse.captions import POINTERS, is_unnumbered_caption, names_picture, opens_caption
from converter.parse.issue.filled_columns import FULL
from converter.parse.issue.off_measure import OffMeasure
from converter.parse.issue.wide_captions import WideCaptions
from converter.parse.kinds import is_credit, jump
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER, opens_foot
from converter.source import Line

_MOST = 3
"""Lines of a caption in a column."""
_FOOT = 6
"""Lines of what stands at the foot of a page."""
_NARROWER = 1.5
"""Em by which each of its lines is shorter than the column, at least."""
_SHORT = 2.5
"""Em by which a line is shorter that nothing but its length tells."""
_WIDE = 0.7
"""The part of a column that the lines of a caption fill but for the last; beside a picture text is narrower."""
_INDENTED = 6
"""First lines with an indent that show how paragraphs begin."""
_RAGGED = 3
"""Paragraphs without an indent below short lines: then those tell nothing."""
_HANGING = tuple("，。、；：！？”’）》")
_SHOWN = re.compile(
    r"^(?:[本此上下左右题題插]?[图圖](?:为|為|是|示|中)|照片(?:为|為|是)|[上下左右][图圖]|题图|題圖|插[图圖])"
    r"|(?:示意|剖面|外形|结构|結構|线路|線路|电路|電路|平面|立体|全景|远景|近景)[图圖]?[）)]?。?$|(?:剧照|劇照|肖像|画像|畫像|塑像|素描|速写|外景|一角|留影|合影)[）)]?。?$|（(?:本刊|本报|新华社|历史|歷史)?[资資]料(?:图片|照片|圖片|[图圖])?）$"
)
"""图为……, ……示意图: what a caption says of its picture."""


def captions_in_columns(lines: Sequence[Line], measure: float) -> Iterator[list[Line]]:
    """The lines of each caption that cuts a sentence of text whose lines have ``measure`` em."""
    cores, full = _sizes(lines, measure)
    if not full:
        return
    if _has_lost_all(lines, cores, full):
        yield from _in_stripped(lines, cores, full)
        return
    if not _indents(lines, cores, full):
        return
    after = 0
    wide = WideCaptions(lines, cores, full)
    for at in range(1, len(lines) - 1):
        if at < after or not 0 < cores[at] <= full - _NARROWER:
            continue
        if not _breaks_off(lines[at - 1], cores[at - 1], full):
            continue
        end = _end(lines, cores, at, full)
        if (more := wide.widened(at, end)) is not None and more[0] > after:
            yield list(lines[slice(*more)])
            after = more[1]
        elif end and not _is_at_foot(lines, at) and not _are_flush(lines, cores, at, full):
            yield list(lines[at:end])
            after = end


def sentences_in_columns(lines: Sequence[Line], measure: float) -> Iterator[list[Line]]:
    """The lines of each whole sentence that stands within another, where every first line is two em short.

    There the line below the last one of a paragraph leaves room for the indent that OCR took away; below
    such a sentence it is full, and carries on what breaks off above. A sentence of several lines is
    far narrower than the column.
    """
    cores, full = _sizes(lines, measure)
    if not full or not _has_lost_all(lines, cores, full):
        return
    for at in range(1, len(lines) - 1):
        end = _sentence_end(lines, cores, at, full)
        if not end or not _is_full(lines, cores, at - 1, full):
            continue
        text = "".join(line.text.strip() for line in lines[at:end])
        if not is_han(text[0]) or unopened(text):
            continue
        tail, rest = lines[at - 1].text.strip(), lines[end].text.strip()
        if not is_han(tail[-1]) or not rest or not is_han(rest[0]) or width(rest) < full - FULL:
            continue
        apart = end > at + 1 or joins(tail, rest) > joins(tail, text) - _ABOUT
        if apart and not SPEAKER.match(rest):
            yield list(lines[at:end])


def _sentence_end(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> int:
    """Where a sentence ends that stands on a short line, or on some that are all narrow; 0 where none does."""
    if not _LEAST <= cores[at] <= full - _SHORT - 1:
        return 0
    for end in range(at + 1, min(at + _QUOTE, len(lines) - 1) + 1):
        own = cores[at:end]
        if end > at + 1 and not (0 < own[-1] <= full - _FAR and own[0] <= full - _FAR):
            return 0
        if any(abs(one - own[0]) > _ALIKE for one in own[1:-1]):
            return 0
        if ends_sentence(lines[end - 1].text.strip()):
            return end
    return 0


_QUOTE, _FAR, _ALIKE = 4, 4.0, 2.0
"""The most lines of such a sentence, by how many em they are narrower, and may differ."""
_ABOUT = 0.5
"""What a text below a sentence may carry on worse than that: its length tells of it, too."""
_LEAST = 7
"""Em of the shortest sentence that stands so; what is shorter may be the end of one."""
_LONG = 2.0
"""By so many em a full line may be longer than the others, with marks that OCR has read narrower."""
_LOST = 6
"""First lines two em short, that show that OCR took all indents away."""
_NAME = 10
"""Em of the name of a box."""


def _sizes(lines: Sequence[Line], measure: float) -> tuple[list[float], float]:
    """Em of each line, and those that most of the full ones have, 0 if none is about ``measure``."""
    cores = [_core(line) for line in lines]
    shared = Counter(round(core) for core in cores if abs(core - measure) <= 2)
    return cores, float(max(shared, key=lambda size: (shared[size], size), default=0))


def _has_lost_all(lines: Sequence[Line], cores: Sequence[float], full: float) -> bool:
    """True if no line is indented and paragraphs begin with a line that is two em short."""
    if sum(map(is_indented, lines)) * 50 > len(lines):
        return False
    ends = [
        core
        for core, line, above in zip(cores[1:], lines[1:], cores, strict=False)
        if not line.blank and 0 < above <= full - 4
    ]
    below = [
        core
        for core, above, before in zip(cores[1:], lines, cores, strict=False)
        if 0 < before <= full - _SHORT and ends_sentence(above.text)
    ]
    first = sum(abs(core - full + 2) <= FULL for core in below)
    return bool(ends) and first >= _LOST and first >= 3 * sum(core >= full - FULL for core in below)


def _in_stripped(
    lines: Sequence[Line], cores: Sequence[float], full: float
) -> Iterator[list[Line]]:
    """The captions, and the names of boxes, where every first line is two em short.

    Below a caption a full line carries the sentence on, below the name of a box a first one
    begins its text.
    """
    off = OffMeasure(lines, cores, full)
    for at in range(1, len(lines) - 1):
        core, text = cores[at], lines[at].text.strip()
        if _points_out(lines, cores, at, full):
            yield [lines[at]]
            continue
        if core > full - _SHORT - 1 and _is_full(lines, cores, at - 1, full) and off.is_caption(at):
            yield [lines[at]]
            continue
        if not 0 < core <= full - _SHORT - 1 or (not is_han(text[-1]) and text[-1] not in "）》”"):
            continue
        if not _is_full(lines, cores, at - 1, full) or ends_sentence(lines[at - 1].text):
            continue
        if lines[at - 1].text.strip()[-1] in "：；" or ends_sentence(text) or "：" in text:
            continue
        numbered = NUMBERED.match(text) is not None and text[0] not in POINTERS
        if text[0] in "，、。；：！？—…" or numbered or jump(text) or unopened(text):
            continue
        if unclosed(lines[at - 1].text)[-1:] in ("（", "("):
            continue  # ……怎么办？（某家 | 湾　某某: OCR has lost the bracket that closes it
        below = cores[at + 1]
        # A number that the line does not break may leave it an em shorter.
        opens = full - 3.1 <= below <= full - 1.4
        named = core <= _NAME and opens and cores[min(at + 2, len(lines) - 1)] >= full - 1.1
        if named or below >= full - FULL or _ends_paragraph(lines, cores, at + 1, full):
            yield [lines[at]]


def _points_out(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> bool:
    """True for 图为……。 between two full lines, the first of which ends a sentence.

    The paragraph goes on below, whose first line would be shorter.
    """
    return (
        0 < cores[at] <= full - _SHORT
        and opens_caption(lines[at].text.strip())
        and ends_sentence(lines[at - 1].text)
        and width(lines[at - 1].text.strip()) >= full - FULL
        and cores[at + 1] >= full - FULL
    )


def _is_full(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> bool:
    """True for a full line, or the first one of a paragraph that is full but for its indent, below a heading perhaps."""
    if full - FULL <= cores[at] <= full + _LONG:
        return True
    if not at or not 0 < cores[at - 1] <= full - _SHORT or abs(cores[at] - full + 2) > FULL:
        return False
    headed = at > 1 and ends_sentence(lines[at - 2].text) and is_han(lines[at - 1].text.strip()[-1])
    return ends_sentence(lines[at - 1].text) or headed


def _ends_paragraph(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> bool:
    """True for a last line, below which another paragraph begins."""
    if not ends_sentence(lines[at].text) or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    opens = abs(cores[at + 1] - full + 2) <= FULL or SPEAKER.match(below.text.strip())
    return below.blank or bool(opens)


def _core(line: Line) -> float:
    """The width of a line with its indent, without a mark that may hang over its end."""
    text = line.text.strip()
    indent = 2.0 if is_indented(line) else 0.0
    return indent + width(text[:-1] if text[-1:] in _HANGING else text)


def _indents(lines: Sequence[Line], cores: Sequence[float], full: float) -> bool:
    """True if paragraphs begin with an indent, and hardly any below a short line without."""
    indented = ragged = 0
    for line, core, above, before in zip(lines[1:], cores[1:], lines, cores, strict=False):
        if core < full - FULL:
            continue
        if is_indented(line):
            indented += 1
        elif not above.blank and before <= full - _SHORT and ends_sentence(above.text):
            ragged += 1
    return indented >= _INDENTED and ragged <= _RAGGED


def _are_flush(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> bool:
    """True for a last line of a paragraph on a page of which OCR has lost the indents."""
    if not ends_sentence(lines[at].text):
        return False
    sides = range(max(0, at - _NEAR), at), range(at + 1, min(len(lines), at + 1 + _NEAR))
    for side in sides:
        last = [place for place in side if 0 < cores[place] <= full - _SHORT]
        told = sum(ends_sentence(lines[place].text) for place in last)
        if told >= _FLUSH and not any(is_indented(lines[place]) for place in side):
            return True
    return False


_NEAR, _FLUSH = 12, 2
"""So many last lines within so many lines, none of them indented, show a page without indents."""


def _breaks_off(line: Line, core: float, full: float) -> bool:
    text = line.text.strip()
    return core >= full - FULL and not ends_sentence(text) and text[-1] not in "：；"


def _is_at_foot(lines: Sequence[Line], at: int) -> bool:
    """True for the last line of what stands at the foot of a page: 作者简介：……, * 本文系……."""
    for above in range(at - 1, max(-1, at - 1 - _FOOT), -1):
        text = lines[above].text
        if not text.strip() or text[:1].isspace():
            return False
        if opens_foot(text):
            return True
    return False


def _end(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> int:
    """The end of the caption that begins at a line, 0 if none does."""
    text = lines[at].text.strip()
    if (
        text[0] in CLOSING
        or text[0] in "，、。；：！？—…【[（("
        or NUMBERED.match(text)
        or SPEAKER.match(text)
        or jump(text)
    ):
        return 0
    for end in range(at + 1, min(at + _MOST, len(lines) - 1) + 1):
        if not 0 < cores[end - 1] <= full - _NARROWER or jump(lines[end - 1].text.strip()):
            return 0
        if _carries_on(lines, cores, end, full) and _is_caption(lines, cores, at, end, full):
            return end
    return 0


_WIDER = 4.0
"""By so many em a line is wider than its column that is none of it."""


def _carries_on(lines: Sequence[Line], cores: Sequence[float], at: int, full: float) -> bool:
    """True if flush text goes on at a line: a full one, or the last one of a paragraph."""
    line = lines[at]
    if line.blank or line.text[:1].isspace() or is_credit(line.text.strip()):
        return False
    if opens_foot(line.text) or cores[at] > full + _WIDER:
        return False
    return cores[at] >= full - FULL or ends_sentence(line.text)


def _is_caption(
    lines: Sequence[Line], cores: Sequence[float], at: int, end: int, full: float
) -> bool:
    """True if some short lines between two full ones are a whole of their own."""
    text = "".join(line.text.strip() for line in lines[at:end])
    last = text[-1]
    if last in "，、；：" or not any(map(is_han, text)):
        return False
    if "，" in text and not ends_sentence(text) and last not in "）)":
        return False  # the first line of more
    if _SHOWN.search(text) or names_picture(text) or is_unnumbered_caption(text):
        return True
    if any(core > full - _SHORT for core in cores[at:end]) or cores[end] < full - FULL:
        return False
    if end - at == 1:
        # A word in Latin letters or a number that did not fit makes a line short as well.
        return is_han(lines[end].text[0]) and (
            ends_sentence(text) or is_han(last) or last in "）”》"
        )
    wide = all(core >= _WIDE * full for core in cores[at : end - 1])
    return wide and ends_sentence(text)
