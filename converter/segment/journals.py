"""What learned journals print over their pages, and at the head and foot of each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import (
    HAN,
    ends_sentence,
    key,
    only_difference,
    pairs_of,
    similarity,
    unopened,
    width,
)
from converter.segment.page_edges import cuts_sentence
from converter.source import Line

_AUTHORED = re.compile(
    rf"^\s*(?P<issue>第\s*\d+\s*期\s*)?(?P<who>[{HAN}·](?:[ \u3000]?[{HAN}·]){{1,11}}?(?:\s*[，,、]\s*[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}?){{0,3}})\s*[，,]?\s*等?\s*[：:]\s*(?P<what>\S.{{3,48}}?)(?:\s*[·•-]\s*\d+\s*[·•-]|\s+(?P<page>\d{{1,3}}))?$"
)


def author_and_title(lines: Sequence[Line], parts: Sequence[str], reasons: dict[int, str]) -> None:
    """Running heads of learned journals: 张三等：题目, of which a long one is cut short.

    双师课堂：某县的四年探索 is a title itself, or its first line, whatever its first words look like,
    where the rest of it never stands alone. With the number of the issue and a page (第3期　张三：题目　13) it is a
    head where the rest stands alone, though no contents have it. Of several authors (张三，李四：题目)
    it names each.
    """
    known = frozenset(parts)
    alone = {key(line.text) for line in lines if len(line.text) <= _TITLE}
    for line in lines:
        if "：" not in line.text and ":" not in line.text:
            continue
        hit = _AUTHORED.match(line.text) if line.number not in reasons else None
        if hit is None or ends_sentence(line.text):
            continue
        who, what = key(hit["who"]), key(hit["what"])
        if hit["issue"] and hit["page"] and what in alone:
            reasons[line.number] = "running-head"
            continue
        names = [key(name) for name in re.split("[，,、]", hit["who"])]
        several = len(names) > 1 and known.issuperset(names)
        ends = any(len(who) >= 3 and part.endswith(who) for part in parts)
        if not (who in known or several or ends):
            continue
        if what not in alone and any(part.startswith(who + what) for part in parts):
            continue
        if what in known or (len(what) >= 6 and any(_says_title(what, part) for part in parts)):
            reasons[line.number] = "running-head"


_TITLE = 60
"""Characters of the longest title on one line."""
_MISREAD = 0.85
"""How alike a title and a running head with misread characters are."""


def _says_title(text: str, title: str) -> bool:
    """True for the beginning of a title, with a misread character perhaps."""
    head = title[: len(text)]
    return head == text or (len(text) >= 10 and similarity(head, text) >= _MISREAD)


_VOLUME_HEAD = re.compile(
    r"^\s*(?:第\s*\d+\s*卷\s*[，,]?\s*(?:第\s*\d+\s*期)?|(?:19|20)\d\d\s*年?\s*[，,]?\s*第\s*\d+\s*期)\s+\S.{2,60}\s(?:Vol\.?\s*\d+|No\.?\s*\d+)[\w\s.,，()（）]*$"
    rf"|^\s*(?:19|20)\d\d\s*年\s*\d{{1,2}}\s*月\s+(?:[A-Z][A-Za-z&.,'’() ]{{6,80}}|[{HAN}（()）·\s]{{4,40}})\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s*,?\s*(?:19|20)\d\d\s*$"
)
"""第37卷第2期　某某学报　Vol.37 No.2 and 2021年4月　Journal of …　Apr. 2021, over the first page, be
the name with the date that in Chinese."""


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_TOLD_HERE = re.compile(
    r"(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|(?<!\d)\d{1,2}\s*月"
    r"|[总總]\s*第?\s*\d{1,4}\s*期|第\s*[\d一二三四五六七八九十百〇零]{1,5}\s*[卷期辑輯]"
)
_TOLD_ABROAD = re.compile(
    rf"(?:(?:General|Gen|Serial|Ser|Sum|Total|Cumul\w*)\b\.?\s*)*(?:No|NO|Vol|VOL|V[o0][1I]|Issue)\b\.?\s*\d{{1,4}}|(?:Sum|Serial|Ser)\b\.?\s*\d{{1,4}}"
    rf"|\b{_MONTH}\s*,?\s*(?:\d{{1,2}}\s*,\s*)?(?:19|20)\d\d|\b(?:19|20)\d\d\b|\b{_MONTH}(?=\W*$)"
)


def is_volume_head(text: str, title: str = "") -> bool:
    """True for a line of the two over the first page of a journal, or of an article in it.

    It tells the number or the date in both languages, with nothing else but the name of the
    journal, whose key in Chinese is ``title``: （总第186期）　CERTAIN JOURNAL　General No.186.
    """
    if len(text) > _WIDEST_HEAD or not ("N" in text or "V" in text or "20" in text or "19" in text):
        return False
    if unopened(text):
        return False  # the end of a title that the line above opens: （2011—2015年）》
    text = with_digits(text)
    if _VOLUME_HEAD.match(text):
        return True
    rest, here = _TOLD_HERE.subn(" ", text)
    if not here or "。" in text:
        return False
    rest, abroad = _TOLD_ABROAD.subn(" ", rest)
    return abroad > 0 and _names_nothing_else(rest, title)


_LOOKS = str.maketrans("lIO〇．", "1100.")
_LOOK_ALIKES = frozenset("lIO〇．")
_LIKE_DIGITS = re.compile(r"(?<![A-Za-z])(?=[lIO〇]*\d)[\dlIO〇]{2,4}(?![A-Za-z])|．(?=\s*\d)")


def with_digits(text: str) -> str:
    """The text with digits where OCR has read letters among them: 2O23年, 总第l86期, No．I86."""
    if _LOOK_ALIKES.isdisjoint(text):
        return text
    return _LIKE_DIGITS.sub(lambda hit: hit[0].translate(_LOOKS), text)


def names_alike(name: str, title: str) -> bool:
    """True for the name of the journal, or for the name with one character misread."""
    if name == title or len(name) != len(title) or len(title) < _ALIKE:
        return name == title
    return only_difference(name, title) is not None


_ALIKE = 4
"""Characters of a name of which one may be misread."""


def _names_nothing_else(rest: str, title: str) -> bool:
    """True if but for Latin letters nothing is left, or the name of the journal."""
    name = _LATIN.sub("", key(rest))
    return not name or (len(name) > 1 and names_alike(name, title))


_LATIN = re.compile("[a-z0-9]+")


def beside_volumes(lines: Sequence[Line], title: str, reasons: dict[int, str]) -> None:
    """Take the lines beside those that tell the number of the issue over a page.

    OCR writes such a head on one line or on six: the number, the name and the date, each in
    both languages. ``title`` is the key of the journal's name. A name or a date alone counts
    only if it stands there again.
    """
    text = [line for line in lines if not line.blank]
    again: defaultdict[str, set[int]] = defaultdict(set)
    for at, line in enumerate(text):
        if reasons.get(line.number) != "running-head" or not _tells_number(line.text, title):
            continue
        for step in (-1, 1):
            for other in range(at + step, at + step * _HEAD_LINES, step):
                if not 0 <= other < len(text):
                    break
                number, said = text[other].number, text[other].text.strip()
                if len(said) > _WIDEST_HEAD or abs(number - text[other - step].number) > _NEAR:
                    break
                if number in reasons or _tells_number(said, title):
                    reasons.setdefault(number, "running-head")
                elif _NAMED_ABROAD.match(said) or key(said) == title or _is_date(said):
                    again[key(said)].add(number)
                else:
                    break
    for numbers in again.values():
        if len(numbers) > 1:
            reasons.update(dict.fromkeys(numbers, "running-head"))


_HEAD_LINES, _NEAR = 6, 2
"""Lines of a head, and how far one may stand from the next, for a blank one between them."""
_NAMED_ABROAD = re.compile(r"^[A-Z][A-Za-z&.,'’():\- ]{5,99}$")


def _told(text: str) -> tuple[str, str]:
    """What tells the number and the date of an issue, and the key of the rest."""
    text = with_digits(text)
    rest = _TOLD_ABROAD.sub(" ", _TOLD_HERE.sub(" ", text))
    said = "".join(
        hit[0] for pattern in (_TOLD_HERE, _TOLD_ABROAD) for hit in pattern.finditer(text)
    )
    return said, key(rest)


def page_of_head(text: str) -> int:
    """The folio beside the number of an issue and its name, 0 if there is none."""
    text = with_digits(text)
    rest = _TOLD_ABROAD.sub("\n", _TOLD_HERE.sub("\n", text))
    hit = _EDGE_FOLIO.search(rest)
    return int(hit[1] or hit[2]) if hit else 0


_EDGE_FOLIO = re.compile(r"\A[\s·•—–-]*(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})[\s·•—–-]*\Z")


def _tells_number(text: str, title: str) -> bool:
    """True for a line with the number of the issue, and the journal's name perhaps."""
    if len(text) > _WIDEST_HEAD:
        return False
    said, rest = _told(text)
    if not re.search("[卷期辑輯]|N[oO]|V[oO0][lLI1]|Sum|Serial|Issue", said):
        return False
    return not rest or names_alike(rest, title) or is_volume_head(text, title)


def _is_date(text: str) -> bool:
    said, rest = _told(text)
    return bool(said) and not rest


_WIDEST_HEAD = 140
_FOREIGN_CONTENTS = re.compile(r"^\W*(?:Main\s+)?Contents\W*$", re.IGNORECASE)
_ENTRY_ABROAD = re.compile(r"^[^\u4e00-\u9fff]*[A-Za-z]{2}[^\u4e00-\u9fff]*$")
_PAGED = re.compile(r"[(（\s.．…·][(（]?\d{1,4}[)）]?\s*$")
_ENTRIES_ABROAD = 3
"""Pages that make English lines below CONTENTS a list of the articles."""


def foreign_contents(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of the contents in English, which say again what 目录 says."""
    found: set[int] = set()
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            continue  # within the list that was looked at last
        if len(line.text) > len("# **MAIN CONTENTS** #") or not _FOREIGN_CONTENTS.match(line.text):
            continue
        end = at + 1
        while end < len(lines) and (lines[end].blank or _ENTRY_ABROAD.match(lines[end].text)):
            end += 1
        entries = [one for one in lines[at + 1 : end] if not one.blank]
        if sum(_PAGED.search(one.text) is not None for one in entries) >= _ENTRIES_ABROAD:
            found.update(one.number for one in (line, *entries))
    return frozenset(found)


_CITES = re.compile(
    r"[\[［][A-Z](?:/[A-Z]{2})?[\]］]|[，,]\s*(?:19|20)\d\d(?!\s*年)\s*[，,（(:：.．]|[，：；、,:;]\s*$"
)


def cites_work(text: str) -> bool:
    """True for a line of a cited work, be it in this very journal: 某某学报，2018，31(4)：, or of text."""
    return _CITES.search(text) is not None


_HEADINGS = frozenset(
    [
        "参考文献",
        "主要参考文献",
        "參考文獻",
        "主要參考文獻",
        "参考书目",
        "參考書目",
        "注释",
        "註釋",
        "注解",
        "附注",
        "附录",
        "附錄",
        "引言",
        "前言",
        "结语",
        "結語",
        "结论",
        "結論",
        "小结",
        "小結",
        "余论",
        "餘論",
        "摘要",
        "关键词",
        "關鍵詞",
        "编者按",
        "編者按",
        "编后",
        "编后语",
        "尾声",
        "尾聲",
        "问题的提出",
        "references",
    ]
)
"""Headings that come again in one article after the other."""


_LABELLED = re.compile(
    r"^[【\[［〔（(]?(?:DOI|doi|(?:收稿|来稿|修回|修订|接受|录用|定稿)日期|文章编号|中图分类号|文献标[识志]码|[中分]图分类号|基金项目|作者简介|通[讯信]作者|摘\s*要|关\s*键\s*词|责任编辑|责编|校对)\s*[】\]］〕）)]?\s*[:：│｜|丨┃]|^[【\[［〔](?:(?:收稿|来稿|修回|作者|基金)[\u4e00-\u9fff]{2}|文章[编編][号號]|[中分][图圖]分[类類][号號]|文[献獻][标標][识志識誌][码碼]|DOI)[】\]］〕]|^[\[［]\d{1,3}[\]］]\s*\S"
    r"|^[（(〔【\[［](?:本文|本栏|栏目)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對)(?:\s*[:：/／|｜]\s*|\s+)[^（）()\d]{2,20}[）)〕】\]］]$"
    r"|^(?:本文|本栏|栏目|本栏目)?(?:特约|執行|执行|文字|技术)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|责任校对|責任校對|校对|校對|审校|編校|编校)(?:[/／|｜]|\s+)\s*[^（）()\d，。]{2,20}$"
)
"""Lines at the head and foot of each article of a learned journal, with cited works, which may
differ in figures alone, and who edited it (（责任编辑：某某）, 责任编辑　某某)."""


def comes_again(text: str, name: str) -> bool:
    """True for a line, with its key ``name``, that comes again by right: 参考文献, DOI：……."""
    return name in _HEADINGS or _LABELLED.match(text) is not None


_TWO_NAMES = 24
"""Characters of the names of a magazine and of a section."""


def two_names(
    lines: Sequence[Line], title: str, parts: Sequence[str], reasons: dict[int, str]
) -> None:
    """Take lines of two names or more: the section and the title over a page, author and title.

    They stand beside a folio, or the title has stood on a line of its own before; the name of the
    magazine, of which ``title`` is the key, and another may stand in the middle of a sentence.
    """
    text = [position for position, line in enumerate(lines) if not line.blank]
    stood: set[str] = set()
    order = {part: at for at, part in enumerate(parts)}
    begin: dict[str, list[str]] = {}
    for part in parts:
        begin.setdefault(part[:2], []).append(part)
    for index, position in enumerate(text):
        line = lines[position]
        if line.number in reasons or width(line.text) > 44 or ends_sentence(line.text):
            continue
        name = key(line.text)
        beside = [text[at] for at in (index - 1, index + 1) if 0 <= at < len(text)]
        by_folio = any(reasons.get(lines[at].number) == "folio" for at in beside)
        rest, found = name, []
        if by_folio or stood or len(name) <= _TWO_NAMES:
            pairs = pairs_of(name)
            for part in sorted(
                (one for pair in pairs for one in begin.get(pair, ())), key=order.__getitem__
            ):
                if part in rest and part != name:
                    rest = rest.replace(part, "", 1)
                    found.append(part)
        if (
            len(found) >= 2
            and (name not in order or name in stood)  # a title of two lines is one at first
            and rest in ("", "等")
            and (
                by_folio
                or any(part in stood for part in found)
                or (title in found and cuts_sentence(lines, position))
            )
        ):
            reasons[line.number] = "running-head"
        elif len(name) >= 4 and name in order:
            stood.add(name)
