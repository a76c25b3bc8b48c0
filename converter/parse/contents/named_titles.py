"""Titles behind the names of their sections on one line: ■小说　标题, 【小说】标题, 小说：标题."""

from __future__ import annotations

from collections.abc import Container

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.memo import per_issue
from converter.parse.byline import read_byline

_NAME = rf"(?P<name>[{HAN}·]{{2,8}}|[{HAN}](?:\s[{HAN}]){{1,5}})"
_NAMED = re.compile(
    rf"^[■□◆◇●○◎★☆▲△▼▽※❖▌▎▍▪•]+\s*{_NAME}(?:\s*[■□◆◇●○◎★☆▲△▼▽※❖]+\s*|\s*[|｜丨：:/／·]\s*|\s+)(?P<title>\S.{{2,}})$"
    rf"|^(?:[■◆●▲★]\s*)?[【〔\[〖]\s*{_NAME.replace('name', 'framed')}\s*[】〕\]〗]\s*(?P<below>\S.{{2,}})$"
    rf"|^{_NAME.replace('name', 'barred')}\s*(?:[|｜丨]\s*|\s[·•/／]\s)(?P<after>\S.{{2,}})$"
)


@per_issue(4096)
def named_title(text: str) -> tuple[str, str] | None:
    """■小说　标题, 【小说】标题 or 小说｜标题 as its two parts; ``None`` for any other line.

    The first part has the marks about the name, too; the # of Markdown stay with the title.
    """
    plain = text.strip()
    bare = plain.lstrip("#").lstrip()
    level, plain = plain[: len(plain) - len(bare)], bare
    hit = _NAMED.match(plain) if len(plain) <= _NAMED_LINE else None
    title = (hit["title"] or hit["below"] or hit["after"]) if hit is not None else None
    if title is None or not has_han(title) or title[-1] in "。；，、：":
        return None
    return plain[: -len(title)].rstrip(" \t\u3000|｜丨：:/／·•"), level + title


_NAMED_LINE, _LABEL = 48, 8
"""The most characters of such a line, and of a name with its colon."""
_IN_ENGLISH = re.compile(
    rf"^[\W_]*(?P<name>[{HAN}·]{{2,8}})(?:\**\s*[|｜/／·•]\s*[A-Za-z][A-Za-z &'’.\-]*|\**\s+[A-Z]{{3}}[A-Z &'’.\-]*)$"
)


def _in_chinese(text: str) -> str:
    """专栏 of 专栏 | COLUMN and 专栏 COLUMN; any other line as it is."""
    hit = _IN_ENGLISH.match(text) if text[-1:].isascii() and text[-1:].isalpha() else None
    return str(hit["name"]) if hit is not None else text


def _listed_name(text: str, listed: Container[str]) -> tuple[str, str] | None:
    """小说：标题 as its two parts, if 小说 is a line of the contents."""
    name, mark, title = text.strip().partition("：") if "：" in text[:_LABEL] else ("", "", "")
    return (name, title) if mark and len(key(title)) > 2 and key(name) in listed else None


def _told_title(text: str) -> tuple[str, str] | None:
    """The two parts of 小说｜标题; a byline, 制图 / 某某　文 / 某某, has a bar as well."""
    parts = named_title(text)
    signed = read_byline(text) if parts is not None else None
    return None if signed is not None and signed.certainty >= _SURE else parts


_SURE = 0.95
"""How sure it is that a line with a bar is a byline."""


def title_parts(text: str, listed: Container[str]) -> tuple[str, ...]:
    """The name of a section and the title behind it, or the line without the English of a name.

    ``listed`` are the keys of the lines of the contents.
    """
    return _told_title(text) or _listed_name(text, listed) or (_in_chinese(text),)
