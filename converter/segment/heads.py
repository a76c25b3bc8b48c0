"""Running heads without a number of their own: lines that come again at the edges of pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain, pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, width
from converter.segment.chapters import is_part
from converter.segment.cut_heads import TITLE_SIZE, is_cut_short, is_line_of_title
from converter.segment.first_heads import title_below_head
from converter.segment.journals import comes_again
from converter.segment.page_edges import (
    EDGE_NUMBER,
    PAGE_ENDS,
    SETTING,
    at_edge,
    breaks_off_in_column,
    cuts_sentence,
    opens_title,
)
from converter.segment.stamped_heads import add_rising, are_two_folios, is_stamped, page_beside
from converter.source import Line

DATED = re.compile(
    rf"(?<!\d)(?:19|20)\d\d(?!\d\d?(?!\d))|[12lI][\d〇OoQlI]{{3}}\s*年|第\s*[\d{HAN}]+\s*期|\d{{4}}[.·/]\d{{1,2}}"
)
"""The year or the number of an issue, and no postcode (199001)."""


_TYPE = re.compile(r"^(?:\*{1,3}|_{1,2})(?=[^\s*_])(?P<text>.*[^\s*_])(?:\*{1,3}|_{1,2})$")


def plain_type(text: str) -> str:
    """*12 | 某刊* without the marks of slanted or bold type around it."""
    hit = _TYPE.match(text.strip()) if text.rstrip().endswith(("*", "_")) else None
    return hit["text"] if hit is not None else text


def head_key(text: str) -> str:
    """A running head without its folio and issue date, which differ from page to page."""
    return re.sub(r"\d+", "", key(text))


_ONLY_DATE = re.compile(
    r"^(?:(?:1[5-9]|20)\d\d\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*(?:[–—~～至-]\s*\d{1,2}\s*)?[日号號]$"
    r"|^(?:1[5-9]|20)\d\d\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}$"
    r"|^(?:19|20)\d\d\s*[·・•]\s*\d{1,2}$"
    r"|^(?:1[5-9]|20)\d\d\s*年(?:\s*\d{1,2}\s*月|\s*第?[一二三四1-4]季度?|[春夏秋冬]季?)?$"
)
_TOLD = re.compile(r"^(?:时间|時間|日期|(?:资料|資料|数据|數據|图片|圖片)(?:来源|來源))\s*[：:]")
"""时间：2019/6/3 19:00, of one meeting after the other; 资料来源：某局, below one chart after the other."""


def running_heads(
    lines: Sequence[Line],
    keep: frozenset[str],
    known: frozenset[str],
    reasons: dict[int, str],
    numbers: list[tuple[int, int]],
) -> None:
    """Note in ``reasons`` the lines that come again as running heads do, in ``numbers`` their folios.

    ``keep`` are the keys of what repeats by right, ``known`` those of what the contents name.
    """
    _names_at_foot(lines, known, reasons)
    _names_at_head(lines, known, reasons)
    places, framed = _places(lines, keep, reasons)
    parts = _parts_of_all(framed)
    for name, positions in places.items():
        if len(positions) < 3 - are_two_folios(lines, positions) or name in parts:
            continue
        if _are_rows(lines, positions):
            continue
        if not (
            _is_head(lines, positions, reasons, len(numbers), known)
            or _stands_over_heads(lines, positions, keep)
        ):
            continue
        for position in _without_title(lines, positions, known, keep, reasons):
            reasons[lines[position].number] = "running-head"
            if page := _page_on(lines[position].text):
                numbers.append((position, page))
    _lines_of_heads(lines, places, parts, known, reasons)


def _are_rows(lines: Sequence[Line], positions: Sequence[int]) -> bool:
    """True for 2012年7月 152 104 right below 2011年7月 175 126, and so on: rows of figures.

    A page has a running head once, or twice where OCR has read it so.
    """
    below = [_beside(lines, at, 1) == under for at, under in pairwise(positions)]
    return any(first and second for first, second in pairwise(below))


def _page_on(text: str) -> int:
    """The page that a running head counts, in bold type perhaps: **6** · 某刊; 0 for none."""
    hit = EDGE_NUMBER.match(text.replace("**", ""))
    return int(hit["left"] or hit["right"]) if hit is not None else 0


def _lines_of_heads(
    lines: Sequence[Line],
    places: Mapping[str, list[int]],
    parts: frozenset[str],
    known: frozenset[str],
    reasons: dict[int, str],
) -> None:
    """Note the other lines of running heads that have several, each on a line of its own.

    2024 年第 2 期, 法理探微 and 《某某评论》 over each page: what comes again beside lines of heads
    nearly every time is one of them, though it cuts no sentence and has no number.
    """
    waiting = [
        positions
        for name, positions in places.items()
        if len(positions) >= _LINES_AGAIN and name not in parts
    ]
    while waiting:
        told: list[list[int]] = []
        left: list[list[int]] = []
        again = frozenset(chain.from_iterable(waiting))
        for positions in waiting:
            beside = sum(_is_beside_head(lines, at, reasons, again) for at in positions)
            (told if beside * 4 >= len(positions) * 3 else left).append(positions)
        for first, *_ in sorted(
            told, reverse=True
        ):  # the lower lines of a head tell the upper ones
            if key(lines[first].text) not in known and _heads_page(lines, first, known, reasons):
                reasons[lines[first].number] = "running-head"
        for _, *others in told:
            for at in others:
                above = _line_beside(lines, at, -1)
                over = above is not None and key(above.text) in known
                if over or _is_beside_head(lines, at, reasons, again):
                    reasons.setdefault(lines[at].number, "running-head")
        waiting = left if told else []


_LINES_AGAIN = 4
"""So many times a line of a head stands at least that nothing else tells."""
_OF_PAGES = frozenset(("running-head", *PAGE_ENDS))


def _is_beside_head(
    lines: Sequence[Line], position: int, reasons: Mapping[int, str], again: Container[int]
) -> bool:
    """True if the next line with a text, above or below, is one of a running head or a folio.

    Between them may stand one of those that come ``again``: two lines change places on some pages.
    """
    for step in (-1, 1):
        at = position
        for _ in range(2):
            at = _beside(lines, at, step)
            if reasons.get(lines[at].number) in _OF_PAGES:
                return True
            if at not in again:
                break
    return False


def _heads_page(
    lines: Sequence[Line], position: int, known: frozenset[str], reasons: Mapping[int, str]
) -> bool:
    """True for the first of such lines if it is no title: the head goes on below it, or has two lines above it.

    Nor is it one over the folio at the foot of a page.
    """
    below = _line_beside(lines, position, 1)
    if below is not None and reasons.get(below.number) == "running-head":
        return True
    if _is_over_folio(lines, position, reasons):
        return True
    above = [line for line in lines[max(0, position - _EDGE) : position] if not line.blank][-2:]
    heads = [reasons.get(one.number) == "running-head" for one in above]
    # The name of the section heads a page, too, but is told on the next one only.
    return any(heads) and all(
        head or key(one.text) in known for head, one in zip(heads, above, strict=True)
    )


def _is_over_folio(lines: Sequence[Line], position: int, reasons: Mapping[int, str]) -> bool:
    """True for a line at the foot of a page, over its folio, which breaks off no clause."""
    below = _line_beside(lines, position, 1)
    whole = lines[position].text.rstrip()[-1:] not in tuple("，、；")
    return whole and below is not None and reasons.get(below.number) == "folio"


def _cuts_text(
    lines: Sequence[Line], position: int, known: frozenset[str], reasons: Mapping[int, str]
) -> bool:
    """True for the name of a section over a folio in mid-sentence, where none begins."""
    above = _line_beside(lines, position, -1)
    if above is None or key(above.text) in known or not _is_over_folio(lines, position, reasons):
        return False
    below = lines[_beside(lines, _beside(lines, position, 1), 1)]
    return breaks_off_in_column(above.text) and key(below.text) not in known


def _line_beside(lines: Sequence[Line], position: int, step: int) -> Line | None:
    """The next line with a text above or below one."""
    at = _beside(lines, position, step)
    return lines[at] if at != position else None


def _beside(lines: Sequence[Line], position: int, step: int) -> int:
    """The place of the next line with a text above or below one; its own if there is none."""
    at = position + step
    while 0 <= at < len(lines) and lines[at].blank:
        at += step
    return at if 0 <= at < len(lines) else position


def _places(
    lines: Sequence[Line], keep: frozenset[str], reasons: Mapping[int, str]
) -> tuple[dict[str, list[int]], Counter[str]]:
    """Where short lines stand at the edges of pages, by their keys, and how often framed ones stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    counted: defaultdict[str, list[int]] = defaultdict(list)
    framed: Counter[str] = Counter()
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not text or line.number in reasons or width(text) > 40 or ends_sentence(text):
            continue
        if text[-1] in "：:":
            continue  # 《某刊》：, to which a letter is written
        if _FRAMED.match(text):
            framed[head_key(text)] += 1
        apart = (_WHENCE, _TOLD, _SIGNS, _JUMPS, _BY, _PRINTED, SETTING)
        if (text[0] == "|" and text[-1] == "|") or any(one.match(text) for one in apart):
            continue  # a row of a table; 〔某局档案，44—1—9〕, below one document after the other
        # A date over each page is that of the issue: letters and diaries have one each.
        name = key(text) if _ONLY_DATE.match(text) else head_key(text)
        by_right = name in keep or comes_again(text, name) or is_part(text)
        if len(name) >= 2 and not by_right:
            if at_edge(lines, position, reasons) or is_stamped(text):
                places[name].append(position)
            elif page_beside(text):
                counted[name].append(position)
    add_rising(lines, counted, places)
    return places, framed


def _without_title(
    lines: Sequence[Line],
    positions: list[int],
    known: frozenset[str],
    keep: frozenset[str],
    reasons: Mapping[int, str],
) -> list[int]:
    """Where a running head stands, without the place where the title of its article does.

    That stands once by right, before its running heads, and above its author, if the cover has
    named it before. No title stands over the name of a box, of which ``keep`` are the keys, nor
    over the folio at the foot of a page.
    """
    if (title := title_below_head(lines, positions)) >= 0:
        return [at for at in positions if at != title]
    first = positions[0]
    below = next((line.text for line in lines[first + 1 :] if not line.blank), "")
    own = key(lines[first].text) not in known
    if own and (key(below) in keep or _is_over_folio(lines, first, reasons)):
        return positions
    if _cuts_text(lines, first, known, reasons):
        return positions
    if is_cut_short(lines, first, known) or is_line_of_title(lines, first, known):
        return positions
    text = lines[first].text.strip()
    numbered = _NUMBERED.search(text) is not None or is_stamped(text)
    pages = [_page_on(lines[at].text) for at in positions]
    numbered = numbered or (all(pages) and pages == sorted(set(pages)))
    titled = opens_title(lines, first) and not _is_over_known(lines, first, known)
    if key(lines[first].text) not in known and (numbered or not titled):
        return positions
    signed = next((at for at in positions if _is_signed(lines, at)), first)
    return [at for at in positions if at > first and at != signed]


_NUMBERED = re.compile(r"\s(?:19|20)\d\d\s*(?:[.·・/]\s*\d{1,2}|年?\s*第\s*\d{1,2}\s*期)$")
"""某报　2019·2: the number of the issue behind its name, and no title."""


_FRAMED = re.compile(rf"^(?:#+\s*)?\**[【〔\[［]\s*[{HAN}](?:\s*[{HAN}]){{1,7}}\s*[】〕\]］]\**$")
_WHENCE = re.compile(r"^[〔［\[（(][^〕］\]）)]*[，、；：][^〕］\]）)]*[〕］\]）)]$")
_SIGNS = re.compile(r"^[（(][^（）()\d]+[）)]$")
"""（某某）, below one box after the other."""
_JUMPS = re.compile(
    r"^[（(［\[【]?\s*(?:下[转轉]|上接|[紧緊]接|(?<=[（(［\[【])[转轉接续續])\s*(?:[第笫]\s*)?[A-D]?[\dlIO一二三四五六七八九十]{1,4}\s*[页頁版]\s*[）)］\]】]?$"
)
"""（下转第40页）, （上接第12页）: where a text goes on, in an issue that parts several."""
_BY = re.compile(r"^(?:[-*•]\s*)?(?:作者|撰文|译者|譯者|翻译|翻譯)\s*[：:／/]\s*\S")
"""作者：某某, who has written several pieces of an issue."""
_PRINTED = re.compile(
    r"^[（(〔\[【*※—\s]*(?:本文|此文|原文|原载|原載|原刊|选自|選自|摘自|转自|轉自|节选自|節選自|转载自|轉載自|译自|譯自)"
    r"(?=\S*\s*\S*[《〈「“\d])"
)
"""本文已刊于 2019 年 3 月 5 日的《某报》, at the end of one article after the other."""
_PARTS = 3
"""So many names in brackets that come again are those of the parts of each article."""


def _parts_of_all(framed: Counter[str]) -> frozenset[str]:
    """The keys of 【裁判要旨】, 【案情】 and 【评析】, which come again in one article after the other.

    ``framed`` counts the lines in brackets; a head over each page stands alone among them.
    """
    again = frozenset(name for name, times in framed.items() if times > 1)
    return again if len(again) >= _PARTS else frozenset()


_IN_ENGLISH = re.compile(
    rf"^(?P<name>[{HAN}](?:[{HAN}·\s]{{0,10}}[{HAN}])?)\s*[|｜/／·•]?\s*[A-Z][A-Za-z &'’.\-]{{2,30}}$"
)


def _names_at_foot(lines: Sequence[Line], known: frozenset[str], reasons: dict[int, str]) -> None:
    """封面报道 COVER STORY over a folio: the name of a section, in two languages, at the foot.

    It comes again on the pages of its section only, so that few lines may say the same.
    """
    below = ""
    for line in reversed(lines):
        if line.blank:
            continue
        if below in PAGE_ENDS and line.number not in reasons:
            hit = _IN_ENGLISH.match(line.text.strip())
            if hit is not None and key(hit["name"]) in known:
                reasons[line.number] = "running-head"
        below = reasons.get(line.number, "")


def _names_at_head(lines: Sequence[Line], known: frozenset[str], reasons: dict[int, str]) -> None:
    """调　研 below a folio, in mid-sentence: the name of a section, which no other page need have."""
    above, broken = "", False
    for position, line in enumerate(lines):
        if line.blank:
            continue
        text, reason = line.text.strip(), reasons.get(line.number, "")
        if above in PAGE_ENDS and broken and not reason and len(text) <= _NAME_LINE:
            name = key(text)
            head = 2 <= len(name) <= _SECTION and name in known
            if head and (len(name) < TITLE_SIZE or _text_follows(lines, position)):
                reasons[line.number] = reason = "running-head"
        above = reason
        if not reason:
            broken = width(text) > _LINE and (is_han(text[-1]) or text[-1] in "，、")
            broken = broken and _PAUSE.search(text) is not None


def _text_follows(lines: Sequence[Line], position: int) -> bool:
    """True unless a line stands below a title that is no text, as who wrote what it names."""
    below = next((line.text for line in lines[position + 1 : position + 4] if not line.blank), "")
    if _is_signed(lines, position):
        return False
    return ends_sentence(below) or (
        width(below.strip()) > _LINE and _PAUSE.search(below) is not None
    )


_NAME_LINE, _SECTION, _LINE = 16, 8, 16
"""The most characters of a line with a section's name and of the name; em of a line of text."""
_PAUSE = re.compile("[，。；：、！？,;:]")


def _is_head(
    lines: Sequence[Line],
    positions: list[int],
    reasons: Mapping[int, str],
    pages: int,
    known: frozenset[str],
) -> bool:
    """Repeated lines are running heads if they carry folios or dates, stand beside folios, or cut sentences.

    Of so many ``pages`` the edges are told: what cuts sentences within them is no head. Nor is
    a title that is ``known`` cut by the name below it, with which its author signs letters too.
    """
    texts = [lines[position].text.strip() for position in positions]
    with_number = sum(1 for text in texts if EDGE_NUMBER.match(text) or DATED.search(text))
    if with_number * 2 >= len(texts):
        return not (_are_counted(lines, positions) or _are_parts(texts))
    below = sum(1 for at in positions if at and reasons.get(lines[at - 1].number) == "folio")
    if below * 4 >= len(positions) * 3:
        return True
    cuts = sum(
        1
        for position in positions
        if cuts_sentence(lines, position) and not _is_below_title(lines, position, known)
    )
    if cuts * 4 < len(positions):
        return False
    return pages < len(positions) or not _within_pages(lines, positions, reasons)


def _are_counted(lines: Sequence[Line], positions: Sequence[int]) -> bool:
    """True for 示例 1, 示例 2, 示例 3, none of which cuts a sentence: no folios begin so."""
    numbers = [
        int(hit["left"] or hit["right"])
        for at in positions
        if (hit := EDGE_NUMBER.match(lines[at].text)) is not None
    ]
    counted = numbers == list(range(1, len(positions) + 1))
    return counted and not any(cuts_sentence(lines, at) for at in positions)


def _are_parts(texts: Sequence[str]) -> bool:
    """True for 2　结果 in one paper after the other: the same number of a part, where folios rise."""
    hits = [_PART.match(text) for text in texts]
    return all(hits) and len({hit["n"] for hit in hits if hit is not None}) == 1


_PART = re.compile(rf"^(?P<n>\d)[.．、]?\s+[{HAN}]{{2,8}}$")


def _stands_over_heads(
    lines: Sequence[Line], positions: Sequence[int], keep: frozenset[str]
) -> bool:
    """True for a line that comes again above names of boxes or 二、……, over which nothing else stands.

    ``keep`` are the keys of those names.
    """
    if len(positions) < _AGAIN_OVER:
        return False
    over = 0
    for position in positions:
        below = lines[position + 1 : position + 1 + _BELOW_HEAD]
        text = next((line.text.strip() for line in below if not line.blank), "")
        name = re.split(r"[\s：:|｜]", text, maxsplit=1)[0]
        over += key(name) in keep or _NEXT_HEAD.match(text) is not None
    return over > 1 and over * 4 >= len(positions)


_AGAIN_OVER, _BELOW_HEAD = 4, 3
"""So many times such a line stands at least, and so far below it what tells."""
_NEXT_HEAD = re.compile(
    r"^(?:[二三四五六七八九十]{1,3}、|（[二三四五六七八九十]{1,3}）)[^。；！？]{2,40}$"
)


def _is_below_title(lines: Sequence[Line], position: int, known: frozenset[str]) -> bool:
    """True for the line below a title, or below the last line of one."""
    above = next(
        (line.text for line in reversed(lines[max(0, position - 3) : position]) if not line.blank),
        "",
    )
    name = key(above)
    return len(name) >= TITLE_SIZE and any(title.endswith(name) for title in known)


def _within_pages(
    lines: Sequence[Line], positions: Sequence[int], reasons: Mapping[int, str]
) -> bool:
    """True for lines that mostly stand within pages of which the edges are told.

    小算盘, which cuts one sentence after the other, is the name of the issue's boxes.
    """
    edges = sum(
        any(_is_beside_edge(lines, position, step, reasons) for step in (-1, 1))
        for position in positions
    )
    return edges * 2 < len(positions)


def _is_beside_edge(
    lines: Sequence[Line], position: int, step: int, reasons: Mapping[int, str]
) -> bool:
    """True if nothing but short lines parts a line from a folio or the end of the file."""
    for at in range(position + step, position + step * _EDGE, step):
        if not 0 <= at < len(lines):
            return True
        text = lines[at].text
        if lines[at].number in reasons:
            return True
        if width(text) > _SHORT or ends_sentence(text):
            return False
    return False


_EDGE, _SHORT = 6, 24
"""Lines, blank ones with them, between two lines at the edge of a page, and the em of one."""


_SIGNED = re.compile(
    r"^\s*(?:文字?|撰文|采写|採寫|采访|採訪|口述|作者|整理|编译|編譯)\s*[／/：:]|^\s*[□○◎]\s*\S"
)


def _is_signed(lines: Sequence[Line], position: int) -> bool:
    """True if the next line with a text says who wrote what stands below."""
    below = (line.text for line in lines[position + 1 : position + 4] if not line.blank)
    return _SIGNED.match(next(below, "")) is not None


def _is_over_known(lines: Sequence[Line], position: int, known: frozenset[str]) -> bool:
    """True for a line over the name of a section and a title, both known: it is neither of them."""
    below = [
        key(line.text) for line in lines[position + 1 : position + 1 + _TWO_BELOW] if not line.blank
    ][:2]
    # A shorter second one may be who wrote what the first one names.
    return len(below) > 1 and len(below[1]) >= TITLE_SIZE and known.issuperset(below)


_TWO_BELOW = 6
"""Lines among which the two below a line stand, with blank ones between them."""
