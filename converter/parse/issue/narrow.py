"""Boxes told by their measure: what is set into a column in a frame has shorter lines.

Hard-wrapped text fills its column but for the last line of each paragraph. A few lines in
succession that all stop at one shorter measure stand in a frame, and the short line above
them is its name, whether any list has it or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, unclosed, unopened, width
from converter.parse.boxes import LABEL_SHAPE, SAYINGS, bare_label, is_attribution, is_source
from converter.parse.extent import is_advised, is_supplied
from converter.parse.issue.edge_frames import at_edge, begins_page
from converter.parse.issue.frame import BRACKETS, Inset, after_source, framed, item_number
from converter.parse.issue.left_beside import LeftBeside
from converter.parse.issue.named_text import NAMED_TEXT, named_text
from converter.parse.issue.narrow_text import (
    RAGGED,
    SEVERAL,
    SHORT,
    ends,
    flush_below,
    is_remark,
    paragraphs,
)
from converter.parse.usage import beside
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_LABEL = 14
"""Em of the longest name of a box, with its title perhaps."""
_NAME = 8
"""Characters of a name without a title."""
_MOST = 16
"""Lines of a box; more are a column of their own."""
_NARROWER = 1.6
"""By so many em at least the lines of a frame are shorter than those of the column."""
_FAR, _FAR_PART = 2.5, 0.08
"""The same, and as a part of the measure, for a box that cuts no sentence."""
_LIST = 2
"""So many short lines may be a list, whose items end without a full stop."""
_FRAMED = 3
"""So many lines that break off tell the measure of a frame under a name that nothing else tells."""
_LEAST = 10
"""Em of the narrowest frame; verse is shorter."""
_HANGING = "，。、；："
_SIGNED = re.compile(rf"(?:^|[。！？…”])\s*[（(]\s*[{HAN}](?:\s{{0,3}}[{HAN}·]){{1,5}}\s*[）)]\s*$")
"""（某　某） under or behind a saying."""
_SECTION_MARK = re.compile(rf"^[【〔\[][{HAN}·\s]{{2,10}}[】〕\]]$")
"""【生活】 alone on its line: what stands below is another box, or another section."""
_NUMBERED = re.compile(r"^\d{1,2}(?:[.．]\d{1,2}){0,3}[.．、]?\s*[\u4e00-\u9fff]")
"""1 材料与方法: a heading."""
_NEAR, _CLEARLY = 3, 2.5
"""Lines below a box that may be blank, and what must speak for its last line (log odds)."""
_BLANK = re.compile(rf"(?<=[{HAN}]) (?=[!-~])|(?<=[!-~]) (?=[{HAN}])")
"""A blank between Chinese and other characters, which was no character in print."""
_MARKUP = re.compile(r"\$|[_^]\{|(?<=[\d\w])\}")
"""What a reader of formulas writes around PM2.5."""
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；]+$"
)


def find_insets(lines: Sequence[Line], measure: float, labels: Collection[str]) -> list[Inset]:
    """The boxes that a frame tells, in text whose lines have ``measure`` em.

    ``labels`` are the known names of boxes; another name needs brackets, or a paragraph around
    it that its box interrupts. What a frame has told once is known before a text as well.
    """
    cores, measure = cores_of(lines, measure)
    found = _find(lines, cores, measure, labels, labels)
    alone = (bare_label(lines[inset.label].text) for inset in found)
    names = {name for name in alone if len(name) <= _NAME}.difference(labels)
    return _find(lines, cores, measure, labels, names.union(labels)) if names else found


def find_insets_beside(
    lines: Sequence[Line], measure: float, labels: Collection[str]
) -> list[Inset]:
    """Those of them beside which the column, of ``measure`` em elsewhere, is narrower."""
    cores, measure = cores_of(lines, measure)
    column = LeftBeside(lines, cores, measure)
    found: list[Inset] = []
    for at, line in enumerate(lines):
        if (found and at < found[-1].end) or not 0 < cores[at] <= _LABEL or line.blank:
            continue
        if _may_label(line.text) and (inset := _inset_beside(column, at, labels)):
            found.append(inset)
    return found


def _find(
    lines: Sequence[Line],
    cores: Sequence[float],
    measure: float,
    labels: Collection[str],
    beside: Collection[str],
) -> list[Inset]:
    """The boxes of a frame; ``beside`` are the names that are known before a text."""
    column = LeftBeside(lines, cores, measure)
    found: list[Inset] = []
    after = top = 0
    for at, line in enumerate(lines):
        if at < after or line.blank:
            continue
        top = top if at <= after + 1 else at
        inset = framed(lines, cores, at, measure, labels, top)
        if inset is None and 0 < cores[at] <= _LABEL and _may_label(line.text):
            inset = _inset_beside(column, at, labels)
            if inset is None:
                inset = _inset(lines, cores, at, measure, labels)
        if inset is None and NAMED_TEXT.match(line.text):
            broken = _breaks_off(lines, cores, at, measure)
            inset = named_text(lines, cores, at, measure, beside, broken=broken)
        if inset is not None:
            found.append(_without_rest(lines, inset))
            after = found[-1].end
    return found


def _inset_beside(column: LeftBeside, at: int, labels: Collection[str]) -> Inset | None:
    """The box whose name stands at a line, beside which the column is narrower than elsewhere.

    The sentence that it cuts goes on where one of its paragraphs would begin, or below it.
    """
    left = column.measure_above(at)
    inset = _inset(column.lines, column.cores, at, left, labels) if left else None
    if inset is None:
        return None
    starts = [start for start, _ in inset.paragraphs[1:]]
    rest = column.rest_below(at, (*starts, inset.end))
    own = tuple(part for part in inset.paragraphs if part[1] <= rest)
    return Inset(at, own) if own else None


def _without_rest(lines: Sequence[Line], inset: Inset) -> Inset:
    """A box without the short last line of the sentence that it cuts, which nothing else carries on.

    Below that line begins another paragraph: as prose puts characters side by side, none of it
    stands behind the last one above the box, and what stands in the line does.
    """
    *own, (start, end) = inset.paragraphs
    above = next((line for line in reversed(lines[: inset.label]) if not line.blank), None)
    below = next((line for line in lines[end : end + _NEAR] if not line.blank), None)
    if not own or end - start > 1 or above is None or below is None or is_indented(lines[start]):
        return inset
    if not (is_han(above.text.strip()[-1]) and ends(lines[own[-1][1] - 1]) and ends(lines[start])):
        return inset
    last, first, other = (line.text.strip() for line in (above, lines[start], below))
    goes_on = beside(last[-1], first[0]) - beside(last[-1], other[0]) >= _CLEARLY
    return Inset(inset.label, tuple(own)) if goes_on else inset


def cores_of(lines: Sequence[Line], measure: float) -> tuple[list[float], float]:
    """The widths of lines with their indents, without marks that hang, and their measure so."""
    cores = [_core(line) for line in lines]
    shared = Counter(round(core) for core in cores if core >= measure - 2)
    if shared:
        # With marks that hang over it a column seems wider or narrower than it is.
        measure = max(measure, shared.most_common(1)[0][0])
    return cores, measure


def _core(line: Line) -> float:
    """The width of a line without a mark that may hang over its end (clreq §3.1.6)."""
    text = line.text.strip()
    if " " in text:
        text = _BLANK.sub("", text)
    if "$" in text or "_{" in text:
        text = _MARKUP.sub("", text)
    indent = 2.0 if is_indented(line) else 0.0
    return indent + width(text[:-1] if text[-1:] in tuple(_HANGING) else text)


def _may_label(text: str) -> bool:
    plain = text.strip()
    if _NAME_IN_FRAME.match(plain) is None:
        plain = plain.strip("【】[]") or "，"
    return (
        not ends_sentence(plain)
        and plain[-1] not in "，、；：,;:"
        and plain[0] not in "，。、；：！？”」』）—"
        and not _NUMBERED.match(plain)
        and not unopened(plain)  # 变迁”（20BSH69）: the rest of a line
        and not unclosed(plain)
        and any(map(is_han, plain))
        and not is_attribution(plain)
    )


def _inset(
    lines: Sequence[Line],
    cores: Sequence[float],
    at: int,
    measure: float,
    labels: Collection[str],
) -> Inset | None:
    """The box whose name stands at a line, if one stands there."""
    broken = _breaks_off(lines, cores, at, measure)
    text = lines[at].text.strip()
    name = bare_label(text)
    shaped = LABEL_SHAPE.match(name) or SAYINGS.match(name)
    known = name in labels or shaped is not None or _first(text) in labels
    bracketed = text[0] in BRACKETS
    titled = broken and not known and _has_title(lines, cores, at + 1)
    first = at + 1 + titled
    run = _run(lines, cores, first, measure)
    run = _page_end(lines, first, run) if broken else run
    run = _above_heading(lines, cores, first, run)
    told = known or broken or bracketed
    if not told and (edge := at_edge(lines, cores, at, run, measure)) is not None:
        return edge
    if not told and not _is_set_in(lines, cores, at, run, measure):
        return None
    signed = _signed(lines, first, run) if broken or bracketed else 0
    if signed and (not known or is_advised(lines[signed].text.strip())):
        return _closed(lines, cores, at, signed, run, measure)
    needed = not broken if known else 2 - bracketed if told else _FRAMED
    rest = flush_below(lines, cores, first, run, words=True)
    end = rest or _end(lines, cores, first, run, measure, broken=broken)
    if known and (items := _one_line_items(lines, first, end, broken=broken)):
        return Inset(at, items)
    inner = max(cores[first:end], default=0.0)
    if told and not broken and inner > measure - max(_FAR, _FAR_PART * measure):
        return None  # half-width marks may make a page narrower, too
    if not (known or bracketed) and cores[at] > inner - RAGGED:
        return None  # the first line of what has no name
    wrapped = [i for i in range(first, end - 1) if _wraps(lines[i].text, cores[i], inner)]
    sayings = sum(_SIGNED.search(line.text) is not None for line in lines[first:end])
    several = broken and sayings >= SEVERAL
    if not several and (inner < max(_LEAST, measure / 2) or len(wrapped) < needed):
        return None
    if not _is_whole(lines, first, end, broken=broken) and not several:
        short = sum(core < inner - SHORT for core in cores[first:end])
        if not known or short < _LIST:
            return None
    below = end + 1 if ends(lines[end - 1]) else end + _NEAR
    if any(
        is_attribution(line.text) or is_supplied(line.text.strip()) for line in lines[first:below]
    ) or _has_source_apart(lines, end):
        return None  # which closes the box better than its frame
    if several:
        return Inset(at, _sayings(lines, first, end))
    title = ((at + 1, first),) if titled else ()
    return Inset(at, (*title, *paragraphs(lines, cores, first, end, inner)))


def _has_title(lines: Sequence[Line], cores: Sequence[float], at: int) -> bool:
    """True for a short flush line below the name of a box, over paragraphs that begin with an indent."""
    if at + 1 >= len(lines) or is_indented(lines[at]) or not is_indented(lines[at + 1]):
        return False
    return 0 < cores[at] <= _LABEL and _may_label(lines[at].text)


def _has_source_apart(lines: Sequence[Line], end: int) -> bool:
    """True if whence a text is stands below it and a blank line."""
    return end + 1 < len(lines) and lines[end].blank and is_source(lines[end + 1].text)


def _one_line_items(
    lines: Sequence[Line], first: int, end: int, *, broken: bool
) -> tuple[tuple[int, int], ...]:
    """The lines of a list without marks under the name of a box: each is a sentence of its own.

    In a broken sentence two tell, else three; a line above them that ends nothing is their title.
    What somebody says is none.
    """
    titled = first < end and not ends_sentence(lines[first].text.strip())
    if titled and "，" in lines[first].text:
        return ()
    items = range(first + titled, end)
    if len(items) < (_LIST if broken else _FRAMED):
        return ()
    texts = [lines[at].text.strip() for at in items]
    whole = all(ends_sentence(text) and text[0] not in "“「" for text in texts)
    return tuple((at, at + 1) for at in range(first, end)) if whole else ()


def _closes(line: Line) -> bool:
    """True for the source of a box, who supplied it, or whose advice it gives.

    A name alone in brackets may be that of one saying among several.
    """
    text = line.text.strip()
    return is_attribution(text) or is_supplied(text) or is_advised(text)


def _signed(lines: Sequence[Line], first: int, run: int) -> int:
    """The place of the source that closes a box among the lines of a run, 0 for none."""
    found = (at for at in range(first + 1, min(run + 1, len(lines))) if _closes(lines[at]))
    return next(found, 0)


def _closed(
    lines: Sequence[Line],
    cores: Sequence[float],
    at: int,
    signed: int,
    run: int,
    measure: float,
) -> Inset | None:
    """The box below a name that stands in a broken sentence, closed by its source.

    The name is shorter than the frame, whose lines break off again and again: the first line of
    a pull quote over the name of its speaker is as long as the others. The source may have a
    second line. What is left of the sentence stands flush below.
    """
    first = at + 1
    inner = max(cores[first:signed])
    wrapped = sum(_wraps(lines[i].text, cores[i], inner) for i in range(first, signed - 1))
    needed = 1 if is_indented(lines[first]) else SEVERAL  # no pull quote begins with an indent
    wrapped += _has_lost_indent(lines[first], cores[first], inner)
    if inner < max(_LEAST, measure / 2) or wrapped < needed or cores[at] > inner - SHORT:
        return None
    if not ends(lines[signed - 1]):
        return None
    last = max(signed + 1, after_source(lines, signed))
    full = cores[signed] >= inner - RAGGED
    if last == signed + 1 and last < run and full and _is_rest(lines, last):
        last += 1
    below = next((i for i in range(last, len(lines)) if not lines[i].blank), None)
    if below is None or is_indented(lines[below]):
        return None
    return Inset(at, (*paragraphs(lines, cores, first, signed, inner), (signed, last)))


def _has_lost_indent(line: Line, core: float, inner: float) -> bool:
    """True for a flush line that breaks off, as much shorter than its frame as an indent is wide."""
    breaks = not is_indented(line) and not ends_sentence(line.text.strip())
    return breaks and abs(core + INDENT - inner) <= RAGGED


def _is_rest(lines: Sequence[Line], at: int) -> bool:
    """True for the second line of a source: a few words that are no sentence, and no more."""
    text = lines[at].text.strip()
    return (
        not ends_sentence(text) and not is_indented(lines[at]) and not re.search("[，；。]", text)
    )


def _is_whole(lines: Sequence[Line], first: int, end: int, *, broken: bool) -> bool:
    """True if the last line of a box ends a sentence, or says in brackets whose it is.

    The latter tells only in a block of its own that cuts a sentence.
    """
    if ends_sentence(lines[end - 1].text.strip()):
        return True
    if _REMARKED.search("".join(line.text.strip() for line in lines[first:end])):
        return True
    apart = end < len(lines) and lines[end].blank
    return broken and apart and first < end - 1 and is_remark(lines, end - 1)


_REMARKED = re.compile(r"[。！？][（(][^（()）。]{2,30}[）)]$")
"""……立即提出。（推荐单位：某队）: who it is from, behind the last sentence."""


def _is_set_in(
    lines: Sequence[Line], cores: Sequence[float], at: int, run: int, measure: float
) -> bool:
    """True for indented lines under a name that a paragraph goes on around.

    Its last line above fills the column, and the first line below stands flush, where first
    lines have an indent.
    """
    return (
        1 <= at < run - 1
        and run < len(lines)
        and not lines[at - 1].blank
        and is_indented(lines[at + 1])
        and not (is_indented(lines[at]) or is_indented(lines[at - 1]))
        and cores[at - 1] >= measure - _NARROWER
        and not lines[run].blank
        and not is_indented(lines[run])
        and cores[run] >= measure - _NARROWER
    )


def _sayings(lines: Sequence[Line], first: int, end: int) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a box of sayings: each ends with a name."""
    ends = [at + 1 for at in range(first, end) if _SIGNED.search(lines[at].text)]
    if ends[-1] != end:
        ends.append(end)
    return tuple(zip([first, *ends[:-1]], ends, strict=True))


def _first(text: str) -> str:
    """小辭典 of 小辭典｜掌水工 and 小知识：泥鳅怕什么, and of 〔小辞典〕掌水工."""
    framed = _NAME_IN_FRAME.match(text)
    return framed["name"] if framed else re.split(r"[\s：:｜|]", text, maxsplit=1)[0]


_NAME_IN_FRAME = re.compile(
    r"^[【〔［〖](?P<name>[^\s：:|｜，。【〔［〖】〕］〗]{2,8})[】〕］〗]\s*[^，。；：！]+$"
)


def _breaks_off(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> bool:
    """True if the text above a line fills its measure and does not end a sentence."""
    above = at - 1
    while above >= 0 and lines[above].blank:
        above -= 1
    if above < 0:
        return False
    text = lines[above].text.strip()
    if ends_sentence(text) or text[-1] == "：":
        return False
    # OCR often takes the indent from the first line of a paragraph.
    first = above > 0 and not is_indented(lines[above]) and ends(lines[above - 1])
    return cores[above] + (INDENT if first else 0.0) >= measure - _NARROWER


def _run(lines: Sequence[Line], cores: Sequence[float], first: int, measure: float) -> int:
    """The end of the lines from ``first`` on that are all shorter than the measure."""
    end = first
    indented = first < len(lines) and lines[first].text[:1].isspace()
    while (
        end < len(lines)
        and not lines[end].blank
        and end - first < _MOST
        and cores[end] <= measure - _NARROWER
        and (end == first or indented or not lines[end].text[:1].isspace())
        and not (end > first and _SECTION_MARK.match(lines[end].text.strip()))
        and not (
            end > first
            and _heads_section(lines[end], lines[end - 1])
            and not _is_next_item(lines, cores, first, end)
        )
    ):
        end += 1
    return end if end - first < _MOST else first


def _above_heading(lines: Sequence[Line], cores: Sequence[float], first: int, run: int) -> int:
    """The end of a run, or of what stands above its last line, where that heads a paragraph with an indent."""
    if run - first < _FRAMED or run >= len(lines) or not is_indented(lines[run]):
        return run
    last, above = lines[run - 1], lines[run - 2]
    heads = not is_indented(last) and ends(above) and _may_label(last.text)
    return run - 1 if heads and cores[run - 1] < max(cores[first : run - 1]) - SHORT else run


def _page_end(lines: Sequence[Line], first: int, run: int) -> int:
    """The end of a run, or of the page in it with whose last line the text below a name is whole.

    The sentence above the name breaks off on that page, and goes on at the top of the next one.
    """
    for at in range(first + 1, run):
        if begins_page(lines, at) and ends(lines[at - 1]) and not is_indented(lines[at]):
            return at
    return run


def _heads_section(line: Line, above: Line) -> bool:
    """True for a heading with a number, which stands below the end of a sentence."""
    text = line.text.strip()
    return (
        _SECTION.match(text) is not None
        and ends_sentence(above.text.strip())
        and not ends_sentence(text)
    )


def _is_next_item(lines: Sequence[Line], cores: Sequence[float], first: int, at: int) -> bool:
    """True for 二、…… that fills the frame and goes on below, where 一、…… stands above in it."""
    if at + 1 >= len(lines) or lines[at + 1].blank:
        return False
    if cores[at] < max(cores[first:at]) - RAGGED:
        return False
    value = item_number(lines[at])
    return value > 1 and any(item_number(line) == value - 1 for line in lines[first:at])


def _end(
    lines: Sequence[Line],
    cores: Sequence[float],
    first: int,
    run: int,
    measure: float,
    *,
    broken: bool,
) -> int:
    """Where the box ends: a broken sentence has to go on below it, perhaps in a last short line."""
    below = run
    while below < len(lines) and lines[below].blank:
        below += 1
    goes_on = (
        below < len(lines)
        and not is_indented(lines[below])
        and (cores[below] >= measure - _NARROWER or _is_last_line(lines, run, below))
    )
    if broken and not goes_on:
        if rest := flush_below(lines, cores, first, run, words=False):
            return rest
        end = run - 1
        while end > first and not ends_sentence(lines[end - 1].text.strip()):
            end -= 1
        return end
    return run


def _is_last_line(lines: Sequence[Line], run: int, below: int) -> bool:
    """True for the short end of a sentence, which blank lines or a page part from the box above it.

    The box is whole without it.
    """
    text = lines[below].text.strip()
    parted = below > run or (run > 0 and begins_page(lines, run))
    return parted and run > 0 and ends(lines[run - 1]) and ends_sentence(text) and is_han(text[0])


def _wraps(text: str, core: float, inner: float) -> bool:
    """True for a line that is as long as its frame and breaks off within a sentence."""
    plain = text.strip()
    return core >= inner - RAGGED and not ends_sentence(plain)
