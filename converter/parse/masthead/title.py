"""Which line of the masthead is the magazine's title."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, has_han, squeeze, width
from converter.model import MastheadKind as Kind
from converter.parse.masthead.items import Item


def find_title(items: list[Item]) -> None:
    """The title is an unlabelled line beside the issue line, or named 《…》 by its publisher."""
    bare = [item for item in items if not item.label and item.kind is Kind.OTHER]
    for item in items:
        if item.label in ("刊名", "杂志名称", "期刊名称", "刊物名称"):
            item.kind = Kind.TITLE
            return
    chosen = _choose(items, bare)
    if chosen is not None:
        chosen.kind = Kind.TITLE
    else:
        _title_in_issue_line(items)
    _frequency_apart(items)
    for item in bare:
        if (
            item.kind is Kind.OTHER
            and not has_han(item.value)
            and re.search(r"[A-Za-z]{3}", item.value)
        ):
            item.kind = Kind.PARALLEL_TITLE


_FREQUENCY = re.compile(r"\s*(?P<often>[（(](?:半月|双月|旬|周|月|季|年|半年|雙月|週)刊[）)])$")


def _frequency_apart(items: list[Item]) -> None:
    """科学小径（月刊）: how often it appears is no part of the title."""
    for index, item in enumerate(items):
        hit = _FREQUENCY.search(item.value) if item.kind is Kind.TITLE else None
        if hit is not None and hit.start() >= 2:
            items.insert(index + 1, Item(Kind.OTHER, "", hit["often"], list(item.lines)))
            item.value = item.value[: hit.start()]
            return


_FOLIO = re.compile(r"^\W*第\s*\d+\s*[页頁版]\W*$")


def _choose(items: list[Item], bare: list[Item]) -> Item | None:
    """Of the lines without a label the one that is most likely the title."""
    candidates = [
        item
        for item in bare
        if 2 <= width(squeeze(item.value)) <= 16
        and has_han(item.value)
        and not _FOLIO.match(item.value.strip())
    ]
    named = _named(items)
    exact = [item for item in candidates if squeeze(item.value).strip("《》") in named]
    if exact:
        return exact[0]
    issue_at = next((i for i, item in enumerate(items) if item.kind is Kind.ISSUE), None)
    if candidates and issue_at is not None:
        before = [item for item in candidates if items.index(item) < issue_at]
        near = [item for item in before if issue_at - items.index(item) <= 2]
        if near and _is_slogan(before[0].value):
            return near[-1]
        return (before or candidates)[0]
    if candidates and items.index(candidates[0]) == 0:
        return candidates[0]
    return None


def _named(items: list[Item]) -> set[str]:
    """What the publisher's entries name in 《…》."""
    return {
        name
        for item in items
        for name in re.findall(r"《([^》]{1,20})》", item.value)
        if item.kind in (Kind.SPONSOR, Kind.PUBLISHER, Kind.SUPERVISOR, Kind.OTHER, Kind.ADDRESS)
    } | {hit["name"] for item in items for hit in _EDITED.finditer(item.value)}


_EDITED = re.compile(
    r"《(?P<name>[^》]{1,20})》\s*(?:编辑部|編輯部|杂志社|雜誌社|编辑委员会|編輯委員會|编委会|編委會|[月季周]刊社|社)"
)
"""编辑者：……《科学窗》编辑部."""


def _is_slogan(text: str) -> bool:
    return any(char in text for char in "，。！、：；")


def _title_in_issue_line(items: list[Item]) -> None:
    """《刊名》2024年第3期 on one line: cut the title off."""
    for index, item in enumerate(items):
        if item.kind is not Kind.ISSUE:
            continue
        hit = re.match(
            rf"^(?P<title>《?[{HAN}A-Za-z·\s]{{2,20}}?》?)\s*(?P<rest>(?:(?:19|20)\d\d|[一二〇零○]{{2}}[〇零一二三四五六七八九○]{{2}})\s*年.*|[总總]?第.*)$",
            item.value,
        )
        if hit and squeeze(hit["title"]):
            items.insert(index, Item(Kind.TITLE, "", hit["title"], list(item.lines)))
            item.value = hit["rest"]
        return
