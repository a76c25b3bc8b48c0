"""The fixed words of the templates, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from converter.values import NamedTuple

AnyWords = TypeVar("AnyWords", bound=NamedTuple)


class Words(NamedTuple):
    """What the templates say of themselves. Defaults are Simplified Chinese."""

    contents: str = "目录"
    masthead: str = "版权页"
    cover: str = "封面"
    body: str = "正文"
    notes: str = "注释"
    note: str = "注"
    back_to_text: str = "回到正文"
    pages: str = "页码"
    page: str = "页"
    guide: str = "导览"
    box: str = "链接"
    pull_quote: str = "摘句"
    cover_quote: str = "卷首"
    epigraph: str = "卷首引语"
    quote_mark: str = "“"
    author: str = "作者"
    issue_total: str = "总第"
    front_matter: str = "卷首"
    back_matter: str = "卷末"
    colon: str = "："
    dash: str = "——"
    untitled: str = "未题名"
    picture_missing: str = "〔图略〕"
    issue_start: str = "第"
    issue_end: str = "期"
    printed_edition: str = "印刷版"
    print_pages: str = "原刊页码"
    list_mark: str = "、"
    list_stop: str = "；"
    stop: str = "。"
    vertical: str = "直排"
    access_text: str = "全文为可重排文字，读屏软件可以完整朗读，字体、字号与颜色可由读者调整。"
    access_headings: str = "各篇文章的标题与小标题按层级标出。"
    access_contents: str = "目录与导航指向每一篇文章。"
    access_pages: str = "标有原刊页码，可按页码定位。"
    access_starts: str = "标有文章在原刊的起始页码。"
    access_notes: str = "注释与正文互相链接。"
    access_sources: str = "参考文献与正文互相链接。"
    access_tables: str = "表格为真正的表格，而非图片。"
    access_cover: str = "封面图片有文字说明。"
    access_hazard: str = "没有闪烁、声音或动画。"


_TRADITIONAL = {
    "picture_missing": "〔圖略〕",
    "contents": "目錄",
    "masthead": "版權頁",
    "notes": "註釋",
    "note": "註",
    "pages": "頁碼",
    "page": "頁",
    "guide": "導覽",
    "box": "連結",
    "issue_total": "總第",
    "cover_quote": "卷首",
    "epigraph": "卷首引語",
    "quote_mark": "「",
    "untitled": "未題名",
    "printed_edition": "印刷版",
    "print_pages": "原刊頁碼",
    "vertical": "直排",
    "access_text": "全文為可重排文字，報讀軟體可以完整朗讀，字型、字級與顏色可由讀者調整。",
    "access_headings": "各篇文章的標題與小標題按層級標出。",
    "access_contents": "目錄與導覽指向每一篇文章。",
    "access_pages": "標有原刊頁碼，可按頁碼定位。",
    "access_starts": "標有文章在原刊的起始頁碼。",
    "access_notes": "註釋與正文互相連結。",
    "access_sources": "參考文獻與正文互相連結。",
    "access_tables": "表格為真正的表格，而非圖片。",
    "access_cover": "封面圖片有文字說明。",
    "access_hazard": "沒有閃爍、聲音或動畫。",
}
_HONG_KONG = {
    "access_text": "全文為可重排文字，讀屏軟件可以完整朗讀，字型、字號與顏色可由讀者調整。",
    "access_cover": "封面圖片有文字說明。",
}


def words(language: str) -> Words:
    """The words for a BCP 47 tag; anything that is not Traditional gets Simplified."""
    return in_script(Words(), language, _TRADITIONAL, _HONG_KONG)


def in_script(
    simplified: AnyWords,
    language: str,
    traditional: Mapping[str, str],
    hong_kong: Mapping[str, str] | None = None,
) -> AnyWords:
    """Fixed words for a BCP 47 tag: those that differ in Traditional, or in Hong Kong, changed."""
    if not language.startswith("zh-Hant"):
        return simplified
    changed = {**traditional, **(hong_kong or {})} if language.endswith("-HK") else traditional
    return simplified._replace(**changed)


def word_names() -> tuple[str, ...]:
    """The names that templates may use, for the documentation and the tests."""
    return Words._fields
