"""Other forms of a case for which one must know what its lines are: its truth tells.

Each takes a case and gives the lines of the form, or a whole case where the truth is another too;
``None`` where the case has no such form.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.cases import Case
from tests.evaluation.no_contents import lines_of_contents
from tests.evaluation.reading import Item, normal

_LONG, _PART, _PAGE = 80, 48, 30
"""Characters of a line that is rather a paragraph, of its part before a cut, and lines of a page."""
_SCRAPS = ("·", "|", "口", "1", "、", "＿", "丨", ".")
_OTHERS = "民北打水意海点什由海"
_ENTITIES = {
    "“": "&ldquo;",
    "”": "&rdquo;",
    "——": "&mdash;&mdash;",
    "·": "&middot;",
    "《": "&#12298;",
}
_DASHES = {"——": "--", "……": "...", "—": "-"}
_CORNERS = str.maketrans("“”‘’", "「」『』")
_WIDE = {
    code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
}
_ROW = re.compile(r"^\s*[|#<>-]")


def texts(case: Case) -> list[str]:
    """The lines of a case, decoded."""
    try:
        text = case.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = case.data.decode("gb18030")
    return text.replace("\r\n", "\n").split("\n")


def contents(case: Case) -> range | None:
    """The numbers of the lines of the contents, ``None`` if there are none in one place."""
    from converter.pipeline import restore

    region = lines_of_contents(restore(case.data, name=f"{case.name}.txt").issue)
    return region if region and len(region) * 3 <= len(texts(case)) else None


# --- what lines are -----------------------------------------------------------------------


def _titles(case: Case) -> frozenset[str]:
    articles = case.truth.articles
    return frozenset(normal(part) for one in articles for part in (*one.title, one.title_key))


def _headings(case: Case) -> frozenset[str]:
    return frozenset(normal(item.text) for item in _items(case) if item.kind == "heading")


def _items(case: Case) -> Iterator[Item]:
    for article in case.truth.articles:
        yield from article.items


def _marked(case: Case, marks: dict[str, tuple[str, str]]) -> list[str]:
    """The body with what stands before and behind each title and each heading."""
    region, found = contents(case) or range(0), []
    known = {"title": _titles(case), "heading": _headings(case) - _titles(case)}
    for number, line in enumerate(texts(case), 1):
        kind = _kind(line, known) if number not in region else ""
        before, behind = marks.get(kind, ("", ""))
        found.append(f"{before}{line.strip()}{behind}" if before else line)
    return found


def _kind(line: str, known: dict[str, frozenset[str]]) -> str:
    text = normal(line)
    return next((kind for kind, those in known.items() if text and text in those), "")


# --- forms --------------------------------------------------------------------------------


def hashed(case: Case) -> list[str]:
    """Titles and headings under the signs of Markdown."""
    return _marked(case, {"title": ("# ", ""), "heading": ("## ", "")})


def level(case: Case) -> list[str]:
    """Titles and headings under one and the same sign of Markdown."""
    return _marked(case, {"title": ("## ", ""), "heading": ("## ", "")})


def bold(case: Case) -> list[str]:
    """Titles and headings in bold."""
    return _marked(case, {"title": ("**", "**"), "heading": ("**", "**")})


def anchored(case: Case) -> list[str]:
    """Anchors and pictures, as document models leave them, before titles and between lines."""
    marks = {"title": ('<span id="page-4-0"></span># ', ""), "heading": ("#### **", "**")}
    found: list[str] = []
    for at, line in enumerate(_marked(case, marks)):
        found.append(line)
        if at % _PAGE == _PAGE - 1 and not line.strip():
            found += [f"![](_page_{at // _PAGE}_Picture_1.jpeg)", ""]
    return found


def paged(case: Case) -> list[str]:
    """Rules between pages, some of them within paragraphs."""
    found: list[str] = []
    for at, line in enumerate(texts(case), 1):
        mark = ["", f"{{{at // _PAGE}}}{'-' * 48}", ""]
        if at % _PAGE == 0 and len(line) >= _LONG and not _ROW.match(line):
            found += [line[:_PART], *mark, line[_PART:]]
        elif at % _PAGE == 0 and not line.strip():
            found += mark
        else:
            found.append(line)
    return found


def cut(case: Case) -> list[str]:
    """Every third long line cut by a blank line."""
    found: list[str] = []
    for at, line in enumerate(texts(case)):
        place = _inner(line)
        if at % 3 == 0 and len(line) >= _LONG and place and not _ROW.match(line):
            found += [line[:place], "", line[place:]]
        else:
            found.append(line)
    return found


def _inner(line: str) -> int:
    """A place between two Chinese characters, ``0`` if there is none."""
    places = range(_PART, len(line) - _PART // 2)
    return next((at for at in places if is_han(line[at - 1]) and is_han(line[at])), 0)


def littered(case: Case) -> list[str]:
    """Scraps on lines of their own, as specks of the paper are read."""
    found: list[str] = []
    for at, line in enumerate(texts(case)):
        found.append(line)
        if at % _PAGE == 0 and not line.strip() and at:
            found += [_SCRAPS[at // _PAGE % len(_SCRAPS)], ""]
    return found


def parted(case: Case) -> list[str]:
    """Longer titles of the body in two lines."""
    known, region = _titles(case), contents(case) or range(0)
    found: list[str] = []
    for number, line in enumerate(texts(case), 1):
        text = line.strip()
        if number in region or normal(text) not in known or len(text) < 10 or _ROW.match(line):
            found.append(line)
            continue
        place = text.find(" ") if " " in text else len(text) // 2
        found += [text[:place].strip(), text[place:].strip()]
    return found


def misnamed(case: Case) -> list[str]:
    """One character of every other title in the body read as another one."""
    known, region = _titles(case), contents(case)
    found = []
    for number, line in enumerate(texts(case), 1):
        text = line.strip()
        if (
            region
            and number not in region
            and number % 2
            and normal(text) in known
            and len(text) > 6
        ):
            text = text[:2] + _OTHERS[number % len(_OTHERS)] + text[3:]
            found.append(text)
        else:
            found.append(line)
    return found


def untitled(case: Case) -> list[str] | None:
    """Without every other title in the body: set as pictures, they were not read."""
    return _without_titles(case, 2)


def nameless(case: Case) -> list[str] | None:
    """Without any title in the body: all are set as pictures."""
    return _without_titles(case, 1)


def _without_titles(case: Case, every: int) -> list[str] | None:
    """The lines without the first of so many titles in the body, and of so many more."""
    known, region = _titles(case), contents(case)
    if region is None:
        return None
    found, turn = [], 0
    for number, line in enumerate(texts(case), 1):
        if number not in region and normal(line) in known:
            turn += 1
            if turn % every == 1 % every:
                continue
        found.append(line)
    return found


def halved(case: Case) -> list[str] | None:
    """Without the first lines of the titles in the body that have several: they were not read."""
    first = {normal(one.title[0]) for one in case.truth.articles if len(one.title) > 1}
    region = contents(case)
    if region is None or not first:
        return None
    numbered = enumerate(texts(case), 1)
    return [line for number, line in numbered if number in region or normal(line) not in first]


def glued(case: Case) -> list[str]:
    """The byline behind the title, on its line."""
    known, region = _titles(case), contents(case) or range(0)
    names = {normal(name) for one in case.truth.articles for name in one.authors}
    found: list[str] = []
    for number, line in enumerate(texts(case), 1):
        if number not in region and normal(line) in names:
            last = next((at for at in range(len(found) - 1, -1, -1) if found[at].strip()), -1)
            if last >= 0 and last + 1 not in region and normal(found[last]) in known:
                found[last] += "  " + line.strip()
                continue
        found.append(line)
    return found


def entities(case: Case) -> list[str]:
    """Marks as entities of HTML."""
    return [_replaced(line, _ENTITIES) for line in texts(case)]


def dashes(case: Case) -> list[str]:
    """Dashes and ellipses as a typewriter has them."""
    return [line if _ROW.match(line) else _replaced(line, _DASHES) for line in texts(case)]


def _replaced(line: str, pairs: dict[str, str]) -> str:
    for old, new in pairs.items():
        line = line.replace(old, new)
    return line


def wide(case: Case) -> list[str]:
    """Digits and Latin letters of full width."""
    return [line if _ROW.match(line) else line.translate(_WIDE) for line in texts(case)]


def indented(case: Case) -> list[str]:
    """Two blanks before paragraphs, and no blank lines within the body."""
    known = {normal(item.text)[:12] for item in _items(case) if item.kind == "paragraph"}
    region, found = contents(case) or range(0), []
    for number, line in enumerate(texts(case), 1):
        if region and number < region.stop:
            found.append(line)
        elif line.strip():
            starts = normal(line)[:12] in known
            found.append(("\u3000\u3000" if starts else "") + line.strip())
    return found


def traditional(case: Case) -> Case:
    """In Traditional characters, one for one, with corner brackets; the truth as well."""
    table = _characters()
    data = "\n".join(texts(case)).translate(_CORNERS).translate(table)
    return Case(case.name, data.encode(), _turned(case.truth, table))


def _characters() -> dict[int, str]:
    from opencc import OpenCC

    one = OpenCC("s2t")
    han = [chr(code) for code in range(0x4E00, 0xA000)]
    return {
        ord(char): made for char in han if (made := one.convert(char)) != char and len(made) == 1
    }


def _turned(value: Any, table: dict[int, str]) -> Any:
    """The same value with each text in it turned."""
    if isinstance(value, str):
        return value.translate(_CORNERS).translate(table)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(
            value, **{f.name: _turned(getattr(value, f.name), table) for f in fields}
        )
    if isinstance(value, dict):
        return {_turned(key, table): _turned(one, table) for key, one in value.items()}
    if isinstance(value, Collection) and not isinstance(value, bytes):
        return type(value)(_turned(one, table) for one in value)  # type: ignore[call-arg]
    return value
