"""The fixed words of the templates, by language."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Words:
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
    author: str = "作者"
    issue_total: str = "总第"
    front_matter: str = "卷首"
    back_matter: str = "卷末"
    colon: str = "："
    dash: str = "——"


_TRADITIONAL = {
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
}
_HONG_KONG = {"notes": "註釋", "box": "連結"}


def words(language: str) -> Words:
    """The words for a BCP 47 tag; anything that is not Traditional gets Simplified."""
    made = Words()
    if language.startswith("zh-Hant"):
        made = replace(made, **_TRADITIONAL)
        if language.endswith("-HK"):
            made = replace(made, **_HONG_KONG)
    return made


def word_names() -> tuple[str, ...]:
    """The names that templates may use, for the documentation and the tests."""
    return tuple(field.name for field in fields(Words))
