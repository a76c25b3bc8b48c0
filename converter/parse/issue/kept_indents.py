"""Short flush lines within a paragraph of a column that keeps its indents.

A paragraph is set solid: only the last of its lines is short, and only the first has an indent. A short
line that ends no sentence, below a full one that breaks off and above flush text, is therefore none of
that paragraph's, whatever it says: a pull quote in words of its own, perhaps with who says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.captions import is_unnumbered_caption, names_picture, opens_caption
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import is_credit, opens_otherwise
from converter.parse.said import speaker_of
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT
from converter.source import Line

_EVEN = 1.5
"""Em by which full lines of a column differ, marks at their ends among them."""
_LEAST, _LINES = 6, 3
"""Em of the shortest pull quote, and lines of the longest."""
_AROUND, _BEGUN, _LOST, _TEXT, _ROOM = 24, 2, 0.25, 16, 3.0
"""Lines on either side whose paragraphs begin with an indent; how many of them there are at least, and what
part of them may have none, as titles and notes; em of a line that is no heading, and what the last line
of a paragraph leaves."""
_SURE = 6
"""How many indents there are for one that is lost where the line above may end a sentence."""
_OPEN = "在把被对對向从從以将將而但或及和与與为為是"
"""What ends no clause, but a line in the middle of one."""
_HALF = re.compile("[,;:!?()\"']")
_CLAUSES = re.compile("[^，；？！]{2}[，；？！][^，；？！]{2}")


def filled(line: Line) -> float:
    """The em of a line with its indent: what it fills of its column."""
    return width(line.text.strip()) + (INDENT if is_indented(line) else 0.0)


def note_within(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note the pull quotes that cut a paragraph where the lines around have kept their indents."""
    alike = Counter(line.text.strip() for line in lines)
    note_credited(lines, found)
    at = 1
    while at < len(lines) - 1:
        end = _short_to(lines, at, measure, found)
        mark = end if end < len(lines) and speaker_of(lines[end].text) else 0
        below = mark + 1 if mark else end
        if (
            end > at
            and below < len(lines)
            and _is_cut(lines, at, below, measure)
            and (mark or _is_quote(lines, at, end, alike))
            and keeps_indents(lines, at, below, measure)
        ):
            found.quote(lines[at:end])
            if mark:
                found.quote([lines[mark]])
        at = max(below, at + 1)


def note_credited(lines: Sequence[Line], found: Apart) -> None:
    """Note the captions with who took the picture, flush between two paragraphs that begin with an indent."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        text = line.text.strip()
        if not text or line.number in found.pieces or is_indented(line) or not is_indented(below):
            continue
        if ends_sentence(above.text) and _CREDIT.search(text) and is_unnumbered_caption(text):
            found.as_one([line])
            found.captions.add(line.number)


_CREDIT = re.compile(
    r"[。”）\s](?:[图圖摄攝绘繪][影片]?\s*[/／：:|｜]\S+(?:\s\S)?|\S{2,8}\s*(?:供[图圖]|[摄攝]|[绘繪])|(?:[资資]料|历史|歷史)[图圖照]片?)$"
)
"""……市民。 图/某某: the end of a caption, parted from what it says."""


def _short_to(lines: Sequence[Line], at: int, measure: float, found: Apart) -> int:
    """The end of the short flush lines from one on; only the last of them may end a sentence."""
    end = at
    while end < min(at + _LINES, len(lines) - 1):
        line = lines[end]
        text = line.text.strip()
        if not text or is_indented(line) or line.number in found.pieces:
            break
        if not _has_room(text, lines[end + 1].text.strip(), measure) or text[0] in "—（(":
            break
        if ends_sentence(text) and not _is_said(lines, at, end):
            below = lines[end + 1]
            # No paragraph ends here, as the next one would begin with an indent.
            whole = (
                end > at
                and below.text
                and not is_indented(below)
                and _core(below) >= measure - _EVEN
            )
            return end + 1 if whole or speaker_of(below.text) else end
        end += 1
    return end


def _has_room(text: str, after: str, measure: float) -> bool:
    """True for a line that the first word of the next one would not have filled.

    In print the marks that OCR has read as half-width ones were full.
    """
    narrow = 0.5 * len(_HALF.findall(text))
    return width(text) + narrow + max(_EVEN, needed(after)) < measure


def _is_said(lines: Sequence[Line], at: int, end: int) -> bool:
    """True for “……。”, what somebody says and no more."""
    said = "".join(line.text.strip() for line in lines[at : end + 1])
    return said[0] in "“「" and said[-1] in "”」" and not unopened(said[1:-1])


def _is_cut(lines: Sequence[Line], at: int, below: int, measure: float) -> bool:
    """True if a full line breaks off above, and flush text of the column goes on below."""
    above, after = lines[at - 1], lines[below]
    before, text = above.text.strip(), after.text.strip()
    if not (before and text) or is_indented(after) or NUMBERED.match(text) or SPEAKER.match(text):
        return False
    if _core(above) < measure - _EVEN or before[-1] in "：:" or is_unnumbered_caption(before):
        return False
    # A full line may end a sentence as well: then flush text goes on with the same paragraph.
    if ends_sentence(before) and filled(above) + needed(text) <= measure:
        return False
    return _core(after) >= measure - _EVEN or ends_sentence(text)


def _core(line: Line) -> float:
    """The same without a mark that may hang over the end: a line of a frame may be as wide with one."""
    return filled(line) - (line.text.rstrip()[-1:] in tuple("，。、；："))


def _is_quote(lines: Sequence[Line], at: int, end: int, alike: Counter[str]) -> bool:
    """True for words of a sentence that head nothing, label nothing and tell of no picture."""
    texts = [line.text.strip() for line in lines[at:end]]
    said = "".join(texts)
    if len(texts) > 1:
        said = said.removesuffix("。")  # of several lines the last may end a sentence
    if width(said) < _LEAST or (not is_han(said[0]) and said[0] not in "“「《"):
        return False
    if any(alike[text] > 1 for text in texts) or unclosed(said) or unopened(said):
        return False
    if any(map(opens_otherwise, texts)):
        return False
    before, after = lines[at - 1].text.strip(), lines[end].text.strip()
    if is_credit(said) or (ends_sentence(before) and not _is_thought(said)):
        return False
    if is_unnumbered_caption(said) or names_picture(said) or opens_caption(said + after):
        return False
    if said[-1] in _OPEN or said[-1] in "，、；：," or (said[-1] not in "”」" and "。" in said):
        return False
    return _CLAUSES.search(said) is not None or joins(before, after) > joins(before, said)


def _is_thought(said: str) -> bool:
    """True for two clauses without a full stop in no marks, as no heading and no name has."""
    return is_han(said[0]) and is_han(said[-1]) and _CLAUSES.search(said) is not None


def keeps_indents(lines: Sequence[Line], at: int, below: int, measure: float) -> bool:
    """True if lines around have indents, and hardly a paragraph begins without below a short last line."""
    near = [*lines[max(0, at - _AROUND) : at], *lines[below : below + _AROUND]]
    kept = sum(map(is_indented, near))
    lost = sum(
        not is_indented(line)
        and ends_sentence(before.text)
        and 0 < width(before.text.strip()) <= measure - _ROOM
        and width(line.text.strip()) >= min(_TEXT, measure - _ROOM)
        for before, line in pairwise(near)
    )
    if ends_sentence(lines[at - 1].text):
        return kept >= _BEGUN and lost <= kept / _SURE
    return kept >= _BEGUN and lost <= _LOST * (kept + lost)
